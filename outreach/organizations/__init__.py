"""Organizations: what kind of place, how it is doing, by which figures; and the public directory of hospitals."""
