"""Dossiers: what research found about a person or an organization, what of it may be said, and what is not settled."""
