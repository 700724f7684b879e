"""What goes out of Groundwork and comes in: so far the calendar feed."""
