"""Commands: `flask --app wsgi check | db ... | serve | work | backup | restore | search ... | demo | lint | brief`."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext

from outreach import backup, migrations, row_security, start_remarks
from outreach.brief_commands import brief
from outreach.db import Database
from outreach.demo.commands import demo
from outreach.jobs import distributed
from outreach.lint_commands import lint
from outreach.search_commands import search
from research import registry

if TYPE_CHECKING:
    from config import Settings
    from outreach.jobs.embedded import Worker

db = AppGroup("db", help="The database's tables.")


def init_app(app: Flask) -> None:
    """Adds the commands."""
    for command in (db, check, serve, work, make_backup, restore, search, demo, lint, brief):
        app.cli.add_command(command)


def _database() -> Database:
    database: Database = current_app.extensions["database"]
    return database


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


@click.command()
@with_appcontext
def check() -> None:
    """Say whether settings, disk and database allow a start. Bad settings are listed before this is reached."""
    problems = [
        *_problems_of_disk(_settings().data),
        *_problems_of_sources(_settings()),
        *_problems_of_database(_database(), _settings()),
    ]
    for problem in problems:
        click.echo(f"- {problem}", err=True)
    if problems:
        raise click.exceptions.Exit(1)
    for remark in start_remarks.remarks(current_app):
        click.echo(f"- {remark}", err=True)
    at = migrations.current(_database())
    tables = f"schema {at}" if at else "an empty database, which gets its tables at the first start"
    click.echo(f"Groundwork may start: {_settings().environment}, {tables}.")


def _problems_of_disk(data: Path) -> list[str]:
    probe = data / ".probe"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return [f"The data folder {data} cannot be written: {error.strerror}."]
    return []


def _problems_of_sources(settings: Settings) -> list[str]:
    known = registry.all_connectors()
    named = {"SOURCES_OFF": settings.sources_off, "SOURCES_ON": settings.sources_on}
    return [
        f"GROUNDWORK_{name} names {key!r}, which is no source: see docs/sources.md."
        for name, keys in named.items()
        for key in sorted(keys - known.keys())
    ]


def _problems_of_database(database: Database, settings: Settings) -> list[str]:
    try:
        at = migrations.current(database)
        with database.system_reading_connection("looking at the role") as connection:
            is_above = row_security.passes_by(connection)
    except Exception as error:  # noqa: BLE001 (drivers have errors of their own, and each means the same here)
        return [f"The database does not answer: {type(error).__name__}."]
    problems = []
    if migrations.is_ahead(database):
        problems.append("The database was made by a newer Groundwork.")
    elif migrations.is_behind(database) and not settings.upgrades_by_itself:
        problems.append(f"The database is at {at or 'nothing'} and this release at {migrations.head()}: `db upgrade`.")
    if is_above:
        problems.append("The database role is a superuser or has BYPASSRLS, so row security does not hold for it.")
    return problems


@db.command("upgrade")
@click.argument("to", default="head")
def upgrade(to: str) -> None:
    """Bring the tables up to date."""
    migrations.upgrade(_database(), to)
    click.echo(f"The database is at {migrations.current(_database())}.")


@db.command("downgrade")
@click.argument("to")
def downgrade(to: str) -> None:
    """Take the tables back to a step. What newer steps hold is lost."""
    migrations.downgrade(_database(), to)
    click.echo(f"The database is at {migrations.current(_database()) or 'nothing'}.")


@db.command("current")
def current() -> None:
    """Print the step that the database is at, and the newest one."""
    click.echo(f"{migrations.current(_database()) or 'nothing'} of {migrations.head()}")


@db.command("revision")
@click.argument("words")
def revision(words: str) -> None:
    """Write the file of a new step from what the models have and the database lacks."""
    try:
        written = migrations.write_step(_database(), words)
    except migrations.NotAtNewest as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Read and finish {written}.")


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=5000, show_default=True)
@with_appcontext
def serve(port: int) -> None:
    """Answer browsers of this machine and do background work, until stopped."""
    from outreach import serving

    for problem in _problems_of_disk(_settings().data):
        raise click.ClickException(problem)
    serving.serve(current_app._get_current_object(), port)  # type: ignore[attr-defined]  # noqa: SLF001 (documented)


@click.command()
@with_appcontext
def work() -> None:
    """Do background work until stopped; several of these may run beside each other."""
    from outreach.app import make_ready

    make_ready(current_app)
    worker: Worker = current_app.extensions["worker"]
    if _settings().jobs == "celery":
        announcer = _database().announce
        assert isinstance(announcer, distributed.Announcer)
        distributed.work(current_app.extensions["runner"], announcer, _settings().broker_url, _settings().workers)
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: worker.ask_to_stop())
    worker.start()
    click.echo("Working; Ctrl C stops after the present job.")
    worker.wait()
    worker.stop()


@click.command("backup")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@with_appcontext
def make_backup(folder: Path | None) -> None:
    """Write a backup while work goes on, into FOLDER or the data folder's `backups`."""
    folder = folder or _settings().data / "backups"
    try:
        made = backup.make(_database(), _settings().data, folder, datetime.now(UTC))
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(f"No backup was made. The folder {folder} cannot be written: {reason}.") from error
    except backup.BackupFailed as error:
        raise click.ClickException(f"No backup was made. {error}") from error
    click.echo(f"{made}\nThe secret key is not in it: keep that elsewhere.")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Also where there are accounts already: their data are gone then.")
@with_appcontext
def restore(file: Path, replace: bool) -> None:  # noqa: FBT001 (a switch of the command line)
    """Put a backup in the place of what is here."""
    try:
        manifest = backup.restore(_database(), _settings().data, file, replace=replace)
    except (backup.BackupFailed, OSError) as error:
        raise click.ClickException(f"Nothing was put back. {error}") from error
    click.echo(f"Restored what was kept on {manifest.made_at}.")
