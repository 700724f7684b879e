"""Commands for the index of the search: `flask --app wsgi search rebuild`."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import text

from outreach import search as index
from outreach.db import Database

search = AppGroup("search", help="The index of the search.")


@search.command("rebuild")
def rebuild() -> None:
    """Write the index of every workspace anew. Needed only after rows came past the application."""
    database: Database = current_app.extensions["database"]
    entries = rebuild_all(database)
    click.echo(f"{entries} things can be found.")


def rebuild_all(database: Database) -> int:
    """Writes the index of every workspace anew, one transaction for each; returns how many entries there are."""
    with database.system_reader("listing the workspaces whose index is rebuilt") as session:
        workspaces = session.execute(text("SELECT id FROM workspace ORDER BY id")).scalars().all()
    entries = 0
    for number in workspaces:
        with database.session_for(number) as session:
            entries += index.rebuild(session)
    return entries
