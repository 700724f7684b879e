"""Errors are told in words that are meant for whoever reads them, as a page or as a part of one."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug import exceptions

import config
from outreach import errors, migrations
from outreach.app import create_app
from outreach.errors import UNFORESEEN, AppError, Busy, Expired, NotFound, Refused, Stale
from outreach.security import public

SECRET = "alice@example.org at line 7"


@pytest.fixture(scope="module")
def app_that_raises(tmp_path_factory):
    """An application whose only further page raises what `app.raised` is."""
    folder = tmp_path_factory.mktemp("errors")
    app = create_app(config.Testing(data=folder))
    migrations.upgrade(app.extensions["database"])

    def view():
        raise app.raised

    app.add_url_rule("/raises", "tests_raises", public()(view))
    return app


@pytest.fixture
def raising(app_that_raises):
    """A client to which /raises raises this."""

    def make(error: Exception):
        app_that_raises.raised = error
        return app_that_raises.test_client()

    return make


KINDS = [
    (AppError(), 400), (NotFound(), 404), (Refused("one reason"), 422), (Stale(), 409), (Expired(), 410), (Busy(), 503),
    (exceptions.NotFound(), 404), (exceptions.MethodNotAllowed(["GET"]), 405), (exceptions.Forbidden(), 403),
    (exceptions.RequestEntityTooLarge(), 413), (exceptions.BadRequest(), 400), (exceptions.TooManyRequests(), 429),
    (exceptions.ImATeapot(), 418),
    (StaleDataError("x"), 409), (IntegrityError(SECRET, {}, Exception(SECRET)), 409),
    (OperationalError(SECRET, {}, Exception("disk is full")), 503), (ZeroDivisionError(SECRET), 500),
    (exceptions.InternalServerError(SECRET), 500), (RecursionError(), 500), (UnicodeError(SECRET), 500),
]  # fmt: skip


@pytest.mark.parametrize(("error", "status"), KINDS, ids=[type(error).__name__ for error, _ in KINDS])
@pytest.mark.parametrize("is_part", [False, True], ids=["page", "part"])
def test_an_error_is_told_with_its_status_and_advice(error, status, is_part, raising):
    answer = raising(error).get("/raises", headers={"HX-Request": "true"} if is_part else {})
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    assert ("<html" in answer.text) is not is_part
    assert SECRET not in answer.text
    assert "Traceback" not in answer.text
    with raising(error).application.test_request_context():
        told = errors.what_to_tell(error)
    assert str(told.title) in answer.text.replace("&#39;", "'")
    assert told.advice


def test_what_nobody_foresaw_is_logged_with_the_number_that_the_page_shows(raising, caplog):
    answer = raising(ZeroDivisionError(SECRET)).get("/raises")
    assert answer.headers["X-Request-Id"] in answer.text
    assert "event=unforeseen kind=ZeroDivisionError" in caplog.text


def test_several_reasons_are_listed_and_one_is_a_sentence(raising):
    answer = raising(Refused("It is too early.", "It <b>asks</b> before it gives.")).get("/raises")
    assert "<li>It is too early.</li>" in answer.text
    assert "&lt;b&gt;" in answer.text
    assert "<li>" not in raising(Refused("It is too early.")).get("/raises").text.partition("<main")[2]


def test_a_detail_is_shown(raising):
    assert "This person was merged." in raising(NotFound("This person was merged.")).get("/raises").text


def test_what_may_be_asked_again_says_how(raising):
    answer = raising(exceptions.MethodNotAllowed(["GET", "HEAD"])).get("/raises")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD"}
    assert raising(exceptions.TooManyRequests(retry_after=7)).get("/raises").headers["Retry-After"] == "7"


def test_a_redirect_is_no_error(new_app, settings):
    app = new_app(settings)
    app.add_url_rule("/folder/", "tests_folder", public()(lambda: "here"))
    assert app.test_client().get("/folder").status_code == 308


def test_unknown_pages_and_things_look_alike(raising):
    client = raising(NotFound())
    unknown, missing = client.get("/no-such-page"), client.get("/raises")
    assert unknown.status_code == missing.status_code == 404
    assert unknown.text == missing.text


def test_the_words_for_the_unforeseen_are_not_used_for_anything_else():
    kinds = [AppError, NotFound, Refused, Stale, Expired, Busy]
    assert UNFORESEEN[0] not in {kind.title for kind in kinds} | {title for title, _ in errors.OF_HTTP.values()}
