"""Joins the parts of the application. The only list of its rooms."""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime, tzinfo
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import click
from flask import Flask, Response, current_app, g, request
from flask.templating import Environment
from flask.typing import ResponseReturnValue
from flask_login import current_user
from jinja2 import StrictUndefined
from werkzeug.routing import IntegerConverter, Rule, ValidationError

import config
from outreach import (
    cli,
    demo,
    errors,
    logs,
    migrations,
    request_session,
    search,
    security,
    static_files,
    unchanging,
    words,
)
from outreach.db import LARGEST_ID, Database
from outreach.jobs import registry
from outreach.jobs.distributed import Announcer, send_by_celery
from outreach.jobs.embedded import Worker
from outreach.jobs.run import Runner
from outreach.rail import rail

ROOMS = (
    "accounts", "organizations", "people", "dossiers", "projects", "relationships", "drafts", "followups", "signals",
    "interviews", "articles", "events", "briefs", "circle", "exchange", "today",
)  # fmt: skip
"""Every room, in the order in which one may import another (from its left only). Those that are there are joined."""

ON_WATCH = ("development", "testing")
"""Environments in which the style guide is shown."""

Clock = Callable[[], datetime]


class UnsafeStart(click.ClickException):
    """The application must not start like this; the message lists every reason."""


class TemplateEnvironment(Environment):
    """Jinja, whose templates see the application's names themselves.

    Else an empty layer lies over them for each template, and each `import` on each page looks every name up through it.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template sees beside those that it is given."""
        return super().make_globals(d) if d else self.globals


class LateRule(Rule):
    """An address that learns how it is put together when it is first asked for.

    Werkzeug writes and compiles two functions for each of them at the start, which takes longer than all else there;
    most addresses are never written by a process that ends soon.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:  # noqa: FBT001, FBT002 (as Werkzeug's)
        compiled = super()._compile_builder

        @cache
        def builder() -> Callable[..., tuple[str, str]]:
            return compiled(append_unknown)

        return lambda rule, /, **values: builder()(rule, **values)


class Application(Flask):
    """Flask, with one session and one commit per request."""

    jinja_environment = TemplateEnvironment
    url_rule_class = LateRule

    def handle_user_exception(self, error: Exception) -> Any:
        """Drops what the request has changed before it tells the error."""
        request_session.roll_back()
        return super().handle_user_exception(error)


class IdConverter(IntegerConverter):
    """`<int:...>` in addresses: only what can be an id; all else is an address that does not exist."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"min": 1, "max": LARGEST_ID, **named})

    def to_python(self, value: str) -> int:
        """Raises: ValidationError, which means there is no such address."""
        if len(value) > len(str(LARGEST_ID)):
            raise ValidationError
        return int(super().to_python(value))


def create_app(settings: config.Settings | None = None, *, clock: Clock | None = None) -> Application:
    """The application with these settings, or with those of the environment.

    Raises: UnsafeStart with everything that is wrong; when a server starts it, also for a database that is behind.
    """
    if settings is None:
        settings = _settings_of_environment()
    problems = config.check(settings)
    if problems:
        raise UnsafeStart("Groundwork does not start like this:\n" + "\n".join(f"- {one}" for one in problems))
    app = Application("outreach", template_folder=str(Path(__file__).resolve().parents[1] / "templates"))
    _configure(app, settings)
    app.extensions["settings"] = settings
    app.extensions["clock"] = clock or _utc_now
    app.extensions["database"] = database = Database(settings.database)
    logs.set_up(settings.log_level)
    logs.init_app(app)
    request_session.init_app(app)
    errors.init_app(app)
    _join_rooms(app, settings)
    _join_jobs(app, settings, database)
    _set_up_templates(app)
    app.after_request(_commit)
    cli.init_app(app)
    security.check_routes(app)
    if _is_server():
        make_ready(app)
    return app


def rooms_here() -> tuple[str, ...]:
    """The rooms that are there, in their order."""
    return tuple(room for room in ROOMS if importlib.util.find_spec(f"outreach.{room}") is not None)


def part(room: str, name: str) -> ModuleType | None:
    """A module of a room, such as `views`; None where the room has none."""
    if importlib.util.find_spec(f"outreach.{room}.{name}") is None:
        return None
    return importlib.import_module(f"outreach.{room}.{name}")


def load_models() -> None:
    """Imports every table, so that migrations and tests see all of them."""
    importlib.import_module("outreach.jobs.table")
    for room in rooms_here():
        part(room, "models")
    for room in rooms_here():
        part(room, "merging")
        part(room, "resting")
        part(room, "pausing")
    search.load(rooms_here())


def make_ready(app: Flask) -> None:
    """Brings the database's tables up to date, or refuses where that is for somebody to do.

    Raises: UnsafeStart when the database is behind in production, or of a newer release.
    """
    database: Database = app.extensions["database"]
    settings: config.Settings = app.extensions["settings"]
    if migrations.is_ahead(database):
        raise UnsafeStart("The database was made by a newer Groundwork: start that one, or restore an older backup.")
    if not migrations.is_behind(database):
        return
    if not settings.upgrades_by_itself:
        raise UnsafeStart("The database is behind this release: run `flask --app wsgi db upgrade`, then start again.")
    migrations.upgrade(database)


# --- its parts ----------------------------------------------------------------------------------------------------


def _settings_of_environment() -> config.Settings:
    try:
        return config.from_environment(os.environ)
    except config.BadSetting as error:
        raise UnsafeStart(f"Groundwork does not start like this: {error}") from None


def _key_in_data_folder(settings: config.Settings) -> str:
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        return config.secret_key_of(settings)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnsafeStart(f"The data folder {settings.data} cannot be written: {reason}.") from error


def _configure(app: Application, settings: config.Settings) -> None:
    app.config.update(
        SECRET_KEY=_key_in_data_folder(settings),
        TESTING=settings.environment == "testing",
        MAX_CONTENT_LENGTH=(settings.upload_mb + 1) * 1_000_000,  # the form around the file
        MAX_FORM_MEMORY_SIZE=2_000_000,
        MAX_FORM_PARTS=1_000,
        PROPAGATE_EXCEPTIONS=False,
    )
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": False}
    app.url_map.converters["int"] = IdConverter


def _join_rooms(app: Application, settings: config.Settings) -> None:
    load_models()
    door = importlib.import_module("outreach.accounts.door")
    security.init_app(app, door.at_the_door, https=settings.https, proxies=settings.proxies)
    app.extensions["typed_text"] = door.typed_text
    app.extensions["zone_here"] = importlib.import_module("outreach.accounts.here").zone_here
    names = [*rooms_here(), *(["styleguide"] if settings.environment in ON_WATCH else [])]
    for name in names:
        views = part(name, "views")
        if views is None:
            continue
        if hasattr(views, "init_app"):
            views.init_app(app)
        app.register_blueprint(views.bp)


def _join_jobs(app: Application, settings: config.Settings, database: Database) -> None:
    jobs = registry.load(rooms_here())
    runner = Runner(database, jobs, settings, app.extensions["clock"])
    app.extensions["runner"] = runner
    app.extensions["worker"] = worker = Worker(runner, settings.workers)
    if settings.jobs == "embedded":
        database.announce = worker.announce
        # With the first request and not here: a command must not do background work, and a server may fork after this.
        app.before_request(worker.start)
    if settings.jobs == "celery":
        database.announce = Announcer(send_by_celery(settings.broker_url))


def _set_up_templates(app: Application) -> None:
    words.install(app.jinja_env, now, zone)
    unchanging.install(app.jinja_env)
    is_demo = bool(app.extensions["settings"].demo)
    app.jinja_env.globals["demo_sign_in"] = (demo.USER_EMAIL, demo.PASSWORD) if is_demo else None
    static_files.init_app(app)

    @app.context_processor
    def _frame() -> dict[str, object]:
        if not getattr(current_user, "is_authenticated", False):
            return {"rail": None}
        return {"rail": rail(app.url_map, request.path, g.get("waiting", {}))}


def _commit(response: Response) -> ResponseReturnValue:
    return request_session.finish(response)


def now() -> datetime:
    """The moment of the present request, the same for all of it."""
    return request_session.now()


def zone() -> tzinfo:
    """Where the user is; UTC for a stranger, and for one who has not said."""
    here: tzinfo = current_app.extensions["zone_here"]()
    return here


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _is_server() -> bool:
    """Whether this process is going to answer requests: not a command of `flask`, nor a test."""
    context = click.get_current_context(silent=True)
    return context is None or context.info_name == "run"
