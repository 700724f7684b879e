"""When to write again: the short ladder after a request, and the rhythm of each relationship."""
