"""Events: conferences and their programs, whom one will meet there and with which aim, and what was said."""
