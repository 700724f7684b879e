"""The first page: what waits, what one waits for; and the search over everything."""
