"""One file per public source; see `research/connector.py`."""
