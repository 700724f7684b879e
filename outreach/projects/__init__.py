"""What the user writes, for which readers and which venue, and what that venue allows to promise."""
