"""`flask --app wsgi demo`: fills the data folder with the demonstration, once."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from config import Settings
from outreach.demo import PASSWORD, USER_EMAIL

MOST_PEOPLE = 100_000


@click.command()
@click.option("--people", type=click.IntRange(0, MOST_PEOPLE), default=0, help="Add people until there are so many.")
@with_appcontext
def demo(people: int) -> None:
    """Fill the data folder with invented people and organizations; what is filled stays as it is."""
    from outreach.app import make_ready
    from outreach.demo import build, crowd
    from outreach.demo.stage import stage_of

    settings: Settings = current_app.extensions["settings"]
    if settings.environment == "production":
        raise click.ClickException("The demonstration's password is known to everybody, so no server may hold it.")
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 (documented)
    make_ready(app)
    now = datetime.now(UTC)
    click.echo("Preparing the demonstration: invented people, made-up sources, no network. It takes half a minute.")
    try:
        is_new = build.build(app, now, click.echo)
    except build.NotTheDemo as error:
        raise click.ClickException(
            f"{error} Name another folder by GROUNDWORK_DATA, or start `start.py demo`."
        ) from error
    added = crowd.fill(stage_of(app, now), people) if people else 0
    click.echo("The demonstration is ready." if is_new else "The demonstration was here already; it is as you left it.")
    if added:
        click.echo(f"{added} more people were added.")
    click.echo(f"Sign in with {USER_EMAIL} and the password: {PASSWORD}")
