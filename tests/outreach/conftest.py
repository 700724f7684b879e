"""The application in a test: databases that are up to date, an application on one of them, its client, a fixed clock.

database        an empty, migrated database; SQLite, or PostgreSQL when GROUNDWORK_TEST_DATABASE=postgresql
each_database   the same on both in turn
app, client     the application on `database`, jobs run when the test says so (`run_jobs`)
browser, alice  a browser on the application, and the one in which the first user is signed in
invite          lets another person into Alice's workspace: `invite("reviewer")` is their browser
clock           what the application takes for now; `clock.now = ...` or `clock.move(hours=1)`
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

import config
from outreach import app as application
from outreach import migrations, rail
from outreach.accounts import passwords
from outreach.app import Application, create_app
from outreach.db import Database
from tests.browser import PASSWORD, Browser
from tests.outreach import migrated, postgresql
from tests.outreach.first_user import FirstUser
from tests.outreach.held_connections import HeldConnections
from tests.outreach.lent_applications import LentApplications
from tests.outreach.postgresql import Server

KIND = os.environ.get("GROUNDWORK_TEST_DATABASE", "sqlite")
"""The database that this run of the tests is for."""

_STATEMENTS = 10_000
"""Compiled statements that are kept: all. An engine keeps 500, fewer than the application has."""

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On the second database run only what touches the database of the run: the rest would find the same again."""
    if KIND == "sqlite":
        return
    left = [item for item in items if "database_url" not in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in set(left)]


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = field(default=NOON)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **named: float) -> datetime:
        self.now += timedelta(**named)
        return self.now


class CompiledTemplates(BytecodeCache):
    """What templates were compiled to, kept for the run: an application per test would compile each of them anew."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    compiled, create = CompiledTemplates(), Flask.create_jinja_environment

    def create_with_cache(app: Flask) -> Environment:
        environment = create(app)
        environment.bytecode_cache = compiled
        return environment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "create_jinja_environment", create_with_cache)
        yield


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_hashed_cheaply() -> Iterator[None]:
    """A hash takes 20 ms of work by design; test_passwords.py looks at the real parameters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="session", autouse=True)
def _statements_are_compiled_once() -> Iterator[None]:
    """An engine keeps what it compiled, and each test has engines of its own: those of a kind share it here."""
    held: dict[tuple[str, bool], Engine] = {}
    make = Database.__init__

    def make_with_held(self: Database, *arguments: object, **named: object) -> None:
        make(self, *arguments, **named)
        for reads, engine in ((False, self.engine), (True, self._reading_engine)):
            kind = (engine.url.drivername, reads)
            if kind not in held:
                held[kind] = engine
                engine._compiled_cache = LRUCache(_STATEMENTS)
                engine.connect().close()  # a dialect learns the server's release from its own engine's first connection
            first = held[kind]
            engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Database, "__init__", make_with_held)
        yield


@pytest.fixture(scope="session", autouse=True)
def _held_connections() -> Iterator[HeldConnections]:
    """Connections to PostgreSQL outlive the databases of the tests."""
    held = HeldConnections()
    make, close = Database.__init__, Database.close

    def make_with_held(self: Database, *arguments: object, **named: object) -> None:
        make(self, *arguments, **named)
        held.lend(self)

    def close_but_hold(self: Database) -> None:
        held.take(self)
        close(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Database, "__init__", make_with_held)
        patch.setattr(Database, "close", close_but_hold)
        yield held
    held.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return migrated.make_file(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """PostgreSQL, or a skip that says why not."""
    with postgresql.running_server() as server:
        yield server


@pytest.fixture(scope="session")
def _postgresql_template(postgresql_server: Server) -> str:
    application.load_models()
    name = postgresql_server.new_database()
    database = Database(postgresql_server.url(name))
    migrations.upgrade(database)
    database.close()
    return name


@pytest.fixture
def sqlite_url(_sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated SQLite database."""
    file = tmp_path / "groundwork.sqlite3"
    shutil.copyfile(_sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def empty_postgres_url(postgresql_server: Server) -> Iterator[str]:
    """A PostgreSQL database without tables."""
    name = postgresql_server.new_database()
    yield postgresql_server.url(name)
    postgresql_server.drop_database(name)


@pytest.fixture
def postgres_url(
    postgresql_server: Server, _postgresql_template: str, _held_connections: HeldConnections
) -> Iterator[str]:
    """A migrated PostgreSQL database, for a role without special rights."""
    name = postgresql_server.lend(_postgresql_template)
    url = postgresql_server.url(name)
    _held_connections.begin(url)
    yield url
    _held_connections.end(url)
    postgresql_server.give_back(name, _held_connections.processes(url))


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database of the kind that this run of the tests is for."""
    return str(request.getfixturevalue({"sqlite": "sqlite_url", "postgresql": "postgres_url"}[KIND]))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgresql"])
def each_database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """The same test on both databases."""
    database = Database(request.getfixturevalue(request.param))
    yield database
    database.close()


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> config.Testing:
    return config.Testing(data=tmp_path / "data", database_url=database_url)


@pytest.fixture
def new_app() -> Iterator[Callable[..., Application]]:
    """Makes applications as `create_app` does, and closes their databases after the test."""
    made: list[Application] = []

    def make(*arguments, **named) -> Application:
        made.append(create_app(*arguments, **named))
        return made[-1]

    yield make
    for app in made:
        app.extensions["worker"].stop()
        app.extensions["database"].close()
    rail.answers.cache_clear()  # it would keep the addresses of many applications


@pytest.fixture(scope="session")
def _applications() -> LentApplications:
    return LentApplications()


@pytest.fixture
def lend_app(_applications: LentApplications) -> Iterator[Callable[[config.Testing, Clock], Application]]:
    """Applications as of `new_app`, at a tenth of the cost: for tests that put nothing of their own into one."""
    lent: list[Application] = []

    def lend(settings: config.Testing, clock: Clock) -> Application:
        lent.append(_applications.lend(settings, clock))
        return lent[-1]

    yield lend
    for app in lent:
        _applications.give_back(app)


@pytest.fixture
def app(lend_app: Callable[..., Application], settings: config.Testing, clock: Clock) -> Application:
    return lend_app(settings, clock)


@pytest.fixture
def client(app: Application) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def run_jobs(app: Application) -> Callable[[], int]:
    """Runs the jobs that are due by the clock, and returns how many ran."""
    return lambda: app.extensions["runner"].run_due()


@pytest.fixture
def browser(app: Application) -> Browser:
    return Browser(app)


@pytest.fixture(scope="session")
def _first_user() -> FirstUser:
    return FirstUser()


@pytest.fixture
def alice(browser: Browser, _first_user: FirstUser) -> Browser:
    """The first user, signed in."""
    _first_user.sign_up(browser)
    return browser


@pytest.fixture
def invite(app: Application, alice: Browser) -> Callable[..., Browser]:
    """Lets another person into Alice's workspace, in a browser of their own."""

    def let_in(role: str = "reviewer", name: str = "Ben Adeyemi", email: str = "ben@example.org") -> Browser:
        alice.get("/settings/members")
        page = alice.post("/settings/members", {"role": role})
        path = re.search(r"(/join/[\w-]+)", page.text)[1]
        other = Browser(app, address="198.51.100.9")
        other.get(path)
        assert other.post(path, {"name": name, "email": email, "password": PASSWORD + "!"}).status_code == 303
        other.get("/settings/account")
        return other

    return let_in
