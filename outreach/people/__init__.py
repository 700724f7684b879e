"""People: leaders, their assistants, communications offices and colleagues, with dated positions and own notes."""
