"""Saying on the page how often somebody is looked up again, and the list of those who are."""

from __future__ import annotations

import pytest
from lxml import html
from sqlalchemy import select

from outreach.app import Application
from outreach.people.models import Person
from outreach.signals.models import Watch
from tests import factories, ledger_factories
from tests.browser import Browser
from tests.factories import NOON

NAME = "Inés Okafor-Lindqvist"


@pytest.fixture
def ines(app: Application, alice: Browser) -> int:
    with app.extensions["database"].session_for(1) as session:
        return factories.make_person(session, name=NAME).id


def rows(app: Application) -> list[tuple[int, bool]]:
    with app.extensions["database"].reader_for(1) as session:
        return [(row.every_days, row.is_on) for row in session.scalars(select(Watch))]


def text_of(answer) -> str:
    return " ".join(html.document_fromstring(answer.text).text_content().split())


def chosen(answer) -> list[str]:
    return html.document_fromstring(answer.text).xpath("//input[@type='radio' and @checked]/@value")


def test_it_is_never_for_those_nobody_wrote_to_and_a_quarter_for_the_others(
    app: Application, alice: Browser, ines: int
):
    assert chosen(alice.get(f"/people/{ines}/watch")) == ["never"]
    with app.extensions["database"].session_for(1) as session:
        ledger_factories.make_touch(session, session.get_one(Person, ines))
    assert chosen(alice.get(f"/people/{ines}/watch")) == ["quarter"]


def test_it_is_said_changed_and_ended(app: Application, alice: Browser, ines: int):
    answer = alice.post(f"/people/{ines}/watch", {"every": "month", "version": "0"})
    assert (answer.status_code, rows(app)) == (303, [(30, True)])
    page = text_of(alice.get(f"/people/{ines}"))
    assert f"{NAME} is looked up again every month. Next on Sat, Nov 21." in page
    assert "Looked up again: every month." in page
    assert chosen(alice.get(f"/people/{ines}/watch")) == ["month"]
    version = html.document_fromstring(alice.get(f"/people/{ines}/watch").text).xpath("//input[@name='version']/@value")
    alice.post(f"/people/{ines}/watch", {"every": "never", "version": version[0]})
    assert "is not looked up again by itself" in text_of(alice.get(f"/people/{ines}"))


def test_another_window_that_was_faster_is_told_and_nothing_is_lost(app: Application, alice: Browser, ines: int):
    alice.post(f"/people/{ines}/watch", {"every": "month", "version": "0"})
    alice.post(f"/people/{ines}/watch", {"every": "quarter", "version": "2"})
    answer = alice.post(f"/people/{ines}/watch", {"every": "half_year", "version": "1"})
    assert answer.status_code == 409
    assert chosen(answer) == ["half_year"]
    assert "Every quarter" in text_of(answer)


@pytest.mark.parametrize("every", ["", "hourly", "x" * 10_000, "never\x00"])
def test_another_word_is_refused_in_words(app: Application, alice: Browser, ines: int, every: str):
    assert alice.post(f"/people/{ines}/watch", {"every": every, "version": "0"}).status_code == 422
    assert rows(app) == []


def test_research_offers_it_and_before_there_is_nothing_to_compare(app: Application, alice: Browser, ines: int):
    assert "Look again from time to time" not in alice.get(f"/people/{ines}").text
    with app.extensions["database"].session_for(1) as session:
        factories.make_run(session, person_id=ines, state="finished", finished_at=NOON)
    assert "Look again from time to time" in alice.get(f"/people/{ines}").text


def test_somebody_who_is_not_looked_up_now_is_told_with_the_reason(app: Application, alice: Browser, ines: int):
    with app.extensions["database"].session_for(1) as session:
        person = session.get_one(Person, ines)
        person.do_not_contact_since, person.do_not_contact_reason = NOON, "They asked for it."
        ledger_factories.make_watch(session, person)
    for path in (f"/people/{ines}/watch", f"/people/{ines}", "/signals/watched"):
        assert "they do not want to be written to" in text_of(alice.get(path)), path


def test_the_list_says_who_how_often_and_when_next(app: Application, alice: Browser, ines: int):
    assert "Nobody is looked up again" in text_of(alice.get("/signals/watched"))
    with app.extensions["database"].session_for(1) as session:
        ledger_factories.make_watch(session, session.get_one(Person, ines))
    assert f"{NAME} Every month. Next on Sun, Dec 20." in text_of(alice.get("/signals/watched"))


def test_a_reviewer_reads_and_changes_nothing(app: Application, alice: Browser, ines: int, invite):
    ben = invite("reviewer")
    assert ben.get("/signals/watched").status_code == 200
    assert ben.get(f"/people/{ines}/watch").status_code == 403
    assert ben.post(f"/people/{ines}/watch", {"every": "month", "version": "0"}).status_code == 403
    assert rows(app) == []
