"""The application as a whole: it starts or says why not, commits once a request, and tells errors."""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import pytest
from jinja2 import UndefinedError
from sqlalchemy import select, text

import config
from outreach import migrations, request_session
from outreach.app import ROOMS, UnsafeStart, make_ready, rooms_here
from outreach.db import LARGEST_ID, Database, ReadOnly
from outreach.errors import NotFound
from outreach.jobs.table import Job, enqueue
from outreach.request_session import session
from outreach.security import public


@pytest.fixture
def app_with(new_app, settings, clock):
    """Makes an application with these views (path -> function) besides its own; all are public."""

    def make(views, chosen=settings):
        app = new_app(chosen, clock=clock)
        for number, (path, view) in enumerate(views.items()):
            app.add_url_rule(path, f"tests_{number}", public()(view), methods=["GET", "POST"])
        app.config["WTF_CSRF_ENABLED"] = False
        return app

    return make


def jobs_in(app) -> list[str]:
    with app.extensions["database"].open_reader() as reader:
        return list(reader.scalars(select(Job.name)))


# --- joining ------------------------------------------------------------------------------------------------------


def test_the_rooms_that_are_here_are_joined_in_their_order(app):
    here = rooms_here()
    assert list(here) == [room for room in ROOMS if room in here]
    assert "accounts" in here
    assert "accounts" in app.blueprints


def test_the_style_guide_is_not_in_production(new_app, tmp_path, database_url):
    key = "0123456789abcdef" * 3
    settings = config.Production(data=tmp_path, database_url=database_url, secret_key=key, proxies=1, jobs="worker")
    app = new_app(replace(settings, address="https://groundwork.example.org"))
    assert "styleguide" not in app.blueprints
    assert "accounts" in app.blueprints


def test_bad_settings_are_all_named(new_app, tmp_path):
    with pytest.raises(UnsafeStart) as told:
        new_app(config.Production(data=tmp_path, jobs="sometimes", mail="pigeon"))
    for name in ("GROUNDWORK_JOBS", "GROUNDWORK_MAIL", "GROUNDWORK_SECRET_KEY"):
        assert name in told.value.message


def test_a_variable_that_cannot_be_read_is_named(new_app, monkeypatch):
    monkeypatch.setenv("GROUNDWORK_WORKERS", "many")
    with pytest.raises(UnsafeStart, match="GROUNDWORK_WORKERS"):
        new_app()


def test_a_name_that_a_template_does_not_get_is_an_error(app):
    with app.test_request_context(), pytest.raises(UndefinedError):
        app.jinja_env.from_string("{{ not_given }}").render()


# --- the schema at the start --------------------------------------------------------------------------------------


@pytest.fixture
def behind(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'behind.sqlite3'}"


def test_a_database_that_is_behind_is_brought_up_to_date_in_development(new_app, tmp_path, behind):
    app = new_app(config.Development(data=tmp_path, database_url=behind, jobs="worker"))
    make_ready(app)
    assert not migrations.is_behind(app.extensions["database"])


def test_production_refuses_a_database_that_is_behind(new_app, tmp_path, behind):
    settings = config.Production(data=tmp_path, database_url=behind, secret_key="0123456789abcdef" * 3, jobs="worker")
    with pytest.raises(UnsafeStart, match="db upgrade"):
        make_ready(new_app(settings))


def test_a_database_of_a_newer_release_is_refused_anywhere(app):
    with app.extensions["database"].system_connection("coming from the future") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnsafeStart, match="newer"):
        make_ready(app)


# --- one commit per request ---------------------------------------------------------------------------------------


def add_job() -> str:
    enqueue(session(), "tests.note")
    return "done"


def test_what_a_view_changed_is_committed_and_announced_after_it(app_with):
    app = app_with({"/add": add_job})
    announced = []
    app.extensions["database"].announce = announced.append
    assert app.test_client().post("/add").status_code == 200
    assert jobs_in(app) == ["tests.note"]
    assert len(announced) == 1


@pytest.mark.parametrize("error", [NotFound(), ZeroDivisionError()])
def test_what_a_view_changed_before_an_error_is_dropped(app_with, error):
    def fail():
        add_job()
        raise error

    app = app_with({"/fail": fail})
    assert app.test_client().post("/fail").status_code == (404 if isinstance(error, NotFound) else 500)
    assert jobs_in(app) == []


def test_an_answer_of_500_changes_nothing(app_with):
    app = app_with({"/broken": lambda: (add_job(), 500)})
    app.test_client().post("/broken")
    assert jobs_in(app) == []


def test_a_form_that_is_shown_again_may_keep_what_it_counted(app_with):
    app = app_with({"/again": lambda: (add_job(), 422)})
    app.test_client().post("/again")
    assert jobs_in(app) == ["tests.note"]


def test_a_request_that_only_asks_cannot_write(app_with):
    met = []

    def ask():
        try:
            add_job()
        except ReadOnly as error:
            met.append(error)
            session().rollback()
        return "asked"

    app = app_with({"/ask": ask})
    app.test_client().get("/ask")
    assert met
    assert jobs_in(app) == []


def test_a_commit_that_fails_is_told_and_not_the_view_s_answer(app_with, monkeypatch):
    def fail():
        raise ZeroDivisionError

    app = app_with({"/add": add_job})
    monkeypatch.setattr(request_session, "commit", fail)
    answer = app.test_client().post("/add")
    assert answer.status_code == 500
    assert "done" not in answer.text
    assert jobs_in(app) == []


def test_a_request_that_needs_no_database_opens_no_session(app_with):
    seen = []
    app = app_with({"/still": lambda: (seen.append(request_session.g.get("database_session")), "still")[1]})
    assert app.test_client().get("/still").status_code == 200
    assert seen == [None]


def test_eight_writers_at_once_all_succeed(app_with):
    app = app_with({"/add": add_job})
    statuses = []

    def write() -> None:
        client = app.test_client()
        statuses.extend(client.post("/add").status_code for _ in range(10))

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 80
    assert len(jobs_in(app)) == 80


# --- addresses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number", ["0", "7", str(LARGEST_ID), f"{LARGEST_ID + 1}", "9" * 100, "9" * 5000, "-1", "x", "٣"]
)
def test_an_id_in_an_address_is_one_or_there_is_no_such_page(app_with, number):
    app = app_with({"/thing/<int:number>": lambda number: str(number)})
    answer = app.test_client().get(f"/thing/{number}")
    expected = 200 if number in ("7", str(LARGEST_ID), "٣") else 404  # ids begin with 1
    assert answer.status_code == expected


def test_every_answer_has_its_request_s_id_and_a_line_in_the_log(client, capsys):
    answer = client.get("/sign-in?next=/people&email=alice@example.org")
    request_id = answer.headers["X-Request-Id"]
    assert re.fullmatch(r"[0-9a-f]{16}", request_id)
    lines = [line for line in capsys.readouterr().err.splitlines() if f"request={request_id}" in line]
    assert len(lines) == 1
    assert "event=request method=GET path=/sign-in" in lines[0]
    assert "alice" not in lines[0]


def test_the_worker_starts_with_the_first_request_and_not_before(new_app, tmp_path, database_url):
    app = new_app(config.Development(data=tmp_path, database_url=database_url))
    worker = app.extensions["worker"]
    assert worker._threads == []
    app.test_client().get("/sign-in")
    assert len(worker._threads) == 2
    worker.stop()
    assert isinstance(app.extensions["database"], Database)
