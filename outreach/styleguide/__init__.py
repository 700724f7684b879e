"""Shows every component of the templates in every state, with invented people. Registered in development only."""
