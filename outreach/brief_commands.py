"""`flask --app wsgi brief`: briefs as PDFs from the command line; from a dossier's file without any database."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click
from flask import current_app

BAD_INPUT = 2
"""Exit code for input that cannot be used; the sentence says why, and nothing is written."""

PAPERS = ("letter", "a4")


@click.command("brief")
@click.option("--from", "dossier", type=click.Path(path_type=Path), help="A dossier saved by `python -m research`.")
@click.option("--person", type=int, help="The number of somebody whom a workspace keeps.")
@click.option("--event", type=int, help="The number of an event: the whole pack of it.")
@click.option("--workspace", type=int, help="Which workspace, where there are several.")
@click.option("--paper", type=click.Choice(PAPERS), default="letter", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
def brief(
    dossier: Path | None, person: int | None, event: int | None, workspace: int | None, paper: str, output: Path
) -> None:
    """Write a one-page brief about a person, or the pack of an event, as a PDF.

    With --from it needs neither settings nor a database, and the same file gives the same bytes. Exit codes: 0 written,
    2 the input cannot be used.
    """
    # The root of the application names no room: what is asked for is looked up when it is.
    asked: Any = import_module("outreach.briefs.from_command")
    try:
        asked.check_one_of({"--from": dossier, "--person": person, "--event": event})
        if dossier is not None:
            made = asked.brief_of_file(dossier, paper)
        elif person is not None:
            made = asked.brief_of_person(_where(workspace), person, paper)
        else:
            made = asked.pack_of_event(_where(workspace), event, paper)
        asked.write(made.body, output)
    except asked.CannotMake as error:
        from research.characters import harmless

        click.echo(harmless(str(error)), err=True)
        raise click.exceptions.Exit(BAD_INPUT) from error
    click.echo(f"{output}: {made.words}")


def _where(workspace: int | None) -> Any:
    """The database, the moment, the address of this installation and the workspace that was named."""
    asked: Any = import_module("outreach.briefs.from_command")
    settings = current_app.extensions["settings"]
    return asked.Where(
        current_app.extensions["database"], current_app.extensions["clock"](), settings.address, workspace
    )
