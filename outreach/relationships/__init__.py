"""What passes between the user and a leader: touches, gives and asks, promises, advice; give before you ask."""
