"""Briefs: one printed page a person, pocket cards, run sheets, and what was printed."""
