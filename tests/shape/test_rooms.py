"""The rooms of the application: who may import whom, and who may see which page."""

from __future__ import annotations

from pathlib import Path

import pytest

import config
from outreach import migrations
from outreach.app import ROOMS, create_app, load_models
from outreach.db import Database
from outreach.security import ROLES, access_of
from tests import source_tree

FILES = list(source_tree.files(".py", below="outreach"))
SOURCES = {path: (source_tree.REPOSITORY / path).read_text("utf-8") for path in FILES}
WITHOUT_WEB = {"models.py", "rules.py", "operations.py", "queries.py", "jobs.py"}
"""Files of a room that know neither request nor session of the web: the user and the time are arguments."""

RIGHT_OF_ALL = ("demo",)
"""No rooms, and allowed to know all of them: the demonstration fills every room."""

FOR_EVERY_ROOM = (
    "outreach.db", "outreach.tables", "outreach.workspace_session", "outreach.errors", "outreach.pagination",
    "outreach.columns", "outreach.jobs",
)  # fmt: skip

PUBLIC = {
    "static", "accounts.sign_up", "accounts.sign_in_page", "accounts.code", "accounts.join", "accounts.forgot",
    "accounts.reset", "exchange.feed",
    "articles.approval", "articles.approval_change", "articles.approval_no", "articles.approval_done",
    "articles.approval_yes", "articles.approval_ask_changes", "articles.approval_say_no", "articles.approval_take_back",
    "articles.approval_elsewhere",
}  # fmt: skip
"""Pages that everybody may see. Short, and read by somebody whenever it grows."""


def modules_in(source: str) -> set[str]:
    return {f"{module}.{name}" if name else module for module, name in source_tree.imports(source)}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "outreach" and len(parts) > 1 and parts[1] in ROOMS else ""


def room_offences(path: Path, source: str) -> set[str]:
    """What a file imports of rooms to the right of its own; of any room when it belongs to none."""
    own = path.parts[1] if path.parts[1] in ROOMS else ""
    allowed = ROOMS if path.parts[1] in RIGHT_OF_ALL else ROOMS[: ROOMS.index(own) + 1] if own else ()
    return {module for module in modules_in(source) if room_of(module) and room_of(module) not in allowed}


def test_a_room_imports_only_rooms_to_its_left() -> None:
    found = {path.as_posix(): room_offences(path, source) for path, source in SOURCES.items()}
    assert {path: modules for path, modules in found.items() if modules} == {}


def test_what_a_room_decides_knows_nothing_of_the_web() -> None:
    web = ("flask", "flask_login", "werkzeug", "wtforms", "flask_wtf", "outreach.request_session", "outreach.app")
    found = {
        path.as_posix(): [module for module in modules_in(source) if module.startswith(web)]
        for path, source in SOURCES.items()
        if path.parts[1] in ROOMS and path.name in WITHOUT_WEB
    }
    assert {path: modules for path, modules in found.items() if modules} == {}


def test_a_page_asks_the_database_through_its_room() -> None:
    found = [
        path.as_posix()
        for path, source in SOURCES.items()
        if path.name == "views.py" and any(module.startswith("sqlalchemy") for module in modules_in(source))
    ]
    assert found == []


def test_what_every_room_uses_imports_no_room() -> None:
    below = [path for path in SOURCES if source_tree.module_name(path).startswith(FOR_EVERY_ROOM)]
    assert below
    assert [path.as_posix() for path in below if room_offences(path, SOURCES[path])] == []


def test_the_wrong_direction_would_be_seen() -> None:
    assert room_offences(Path("outreach/people/views.py"), "from outreach.today import queries")
    assert room_offences(Path("outreach/db.py"), "import outreach.accounts.models")
    assert not room_offences(Path("outreach/today/views.py"), "from outreach.people.models import Person")


# --- who may see what ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """As in production, where the style guide is not."""
    folder = tmp_path_factory.mktemp("routes")
    load_models()
    migrations.upgrade(Database(f"sqlite:///{folder / 'groundwork.sqlite3'}"))
    return create_app(config.Production(data=folder, secret_key="0123456789abcdef" * 3, jobs="worker"))


def test_every_page_says_who_may_see_it(app) -> None:
    known = {*ROLES, "public"}
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert sorted(endpoint for endpoint in endpoints if access_of(app, endpoint) not in known) == []


def test_the_pages_that_everybody_may_see_are_few_and_listed(app) -> None:
    public = {rule.endpoint for rule in app.url_map.iter_rules() if access_of(app, rule.endpoint) == "public"}
    assert public == PUBLIC


def test_nothing_is_changed_by_an_address_alone(app) -> None:
    verbs = ("/end", "/remove", "/withdraw", "/delete", "/open", "/off", "/sign-out")
    offending = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.endswith(verbs) and "GET" in rule.methods]
    assert offending == []


def test_every_room_s_pages_have_their_folder_of_templates() -> None:
    templates = source_tree.REPOSITORY / "templates"
    rooms = {path.parts[1] for path in SOURCES if path.name == "views.py" and path.parts[1] in ROOMS}
    assert sorted(room for room in rooms if not (templates / room).is_dir()) == []
