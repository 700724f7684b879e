"""The dossier as pages print it: a few facts, what is not settled, what is missing, the timeline."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.dossiers import dossier_page
from outreach.dossiers.subjects import Subject
from tests import factories
from tests.factories import NOON
from tests.outreach.dossiers.dossier_cast import Jane, make_jane, say

TODAY = NOON.date()


@pytest.fixture
def session(workspace):
    with workspace.session() as session:
        yield session


@pytest.fixture
def jane(session) -> Jane:
    return make_jane(session)


def subject(jane: Jane) -> Subject:
    return Subject(jane.person_id, jane.house_id)


def about(jane: Jane) -> dict[str, int]:
    return {"person_id": jane.person_id}


def test_five_facts_of_several_kinds_are_shown_and_all_are_counted(session, jane):
    for number in range(9):
        say(session, about(jane), "publication", f"Study {number}", dated=f"202{number}")
    say(session, about(jane), "program", "Huddle")
    say(session, about(jane), "identifier", "npi 1")
    card = dossier_page.say_card(session, subject(jane), TODAY)
    assert [one.value for one in card.facts] == ["Huddle", "Study 8", "Study 7", "Study 6", "Study 5"]
    assert (card.total, card.unsettled) == (10, 0)


def test_only_what_stands_and_has_a_source_is_said(session, jane):
    for state in ("withdrawn", "corrected", "gone"):
        say(session, about(jane), "award", state, state=state)
    factories.make_fact(session, predicate="award", value="no source", **about(jane))
    card = dossier_page.say_card(session, subject(jane), TODAY)
    assert (card.facts, card.total) == ((), 0)


def test_disputed_values_are_counted_apart(session, jane):
    for value in ("1", "2"):
        say(session, about(jane), "grant", value, standing="disputed", starts="2025")
    say(session, about(jane), "award", "Prize")
    card = dossier_page.say_card(session, subject(jane), TODAY)
    assert (card.total, card.unsettled) == (1, 2)
    found = dossier_page.unsettled(session, subject(jane), TODAY)
    assert [[one.value for one in dispute.values] for dispute in found.disputes] == [["1", "2"]]


def test_questions_and_places_that_need_a_look_are_not_settled(session, jane):
    factories.make_candidate(session, record_label="J. Roe", **about(jane))
    assert dossier_page.unsettled(session, subject(jane), TODAY).questions == (), "there is no run to answer it in"
    factories.make_run(session, person_id=jane.person_id, state="finished", finished_at=NOON)
    for number in (1, 2):
        fact = say(session, about(jane), "award", f"Prize {number}")
        factories.make_fact_use(session, fact, used_id=7, label="Request", needs_look_since=NOON)
    found = dossier_page.unsettled(session, subject(jane), TODAY)
    assert [one.label for one in found.questions] == ["J. Roe"]
    assert [one.label for one in found.to_look_at] == ["Request"], "a place is named once"
    assert found.count == 2


def test_the_timeline_holds_what_has_a_date_newest_first(session, jane):
    say(session, about(jane), "award", "Prize", dated="2024")
    say(session, about(jane), "program", "Huddle", dated="2026-05")
    say(session, about(jane), "talk", "Panel", dated="2027-01-01")
    say(session, about(jane), "award", "Undated")
    say(session, about(jane), "identifier", "npi", dated="2026-01-01")
    found = dossier_page.steps(session, subject(jane), TODAY, 10)
    told = [(one.words, one.date, one.known, one.done) for one in found]
    assert told == [
        ("Panel", date(2027, 1, 1), "", False),
        ("Huddle", date(2026, 5, 1), "2026-05", True),
        ("Prize", date(2024, 1, 1), "2024", True),
    ]
    assert found[0].address.startswith("/facts/")
    assert len(dossier_page.steps(session, subject(jane), TODAY, 2)) == 2


def test_facts_are_grouped_in_the_order_of_use(session, jane):
    say(session, about(jane), "education", "MBA")
    say(session, about(jane), "program", "Huddle")
    page = dossier_page.facts_page(session, subject(jane), NOON)
    assert [kind.key for kind in page.kinds] == ["program", "education"]
    assert {"program", "education"}.isdisjoint(one.predicate for one in page.gaps)
    assert page.total == 2


def test_the_history_keeps_what_was_put_aside_latest_first(session, jane):
    say(session, about(jane), "award", "First", state="withdrawn", why="Wrong", changed_at=NOON)
    later = factories.timedelta(days=1)
    say(session, about(jane), "award", "Second", state="corrected", why="Typo", changed_at=NOON + later)
    page = dossier_page.facts_page(session, subject(jane), NOON)
    assert [(one.words, one.why) for one in page.aside] == [("Second", "Typo"), ("First", "Wrong")]


def test_reading_a_dossier_takes_as_many_queries_for_many_facts_as_for_few(session, jane, workspace):
    from sqlalchemy import event

    seen: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    def count() -> int:
        seen.clear()
        session.expire_all()
        dossier_page.say_card(session, subject(jane), TODAY)
        dossier_page.facts_page(session, subject(jane), NOON)
        return len(seen)

    event.listen(workspace.database.engine, "before_cursor_execute", note)
    try:
        say(session, about(jane), "award", "Prize")
        few = count()
        for number in range(30):
            say(session, about(jane), "award", f"Prize {number}")
        assert count() <= few + 2
    finally:
        event.remove(workspace.database.engine, "before_cursor_execute", note)
