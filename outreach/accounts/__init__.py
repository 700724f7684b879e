"""Users, workspaces, members, and how they get in."""
