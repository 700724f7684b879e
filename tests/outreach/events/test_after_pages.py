"""After an event through its page: each person said once, promises with days, thanks for those met alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select

from outreach.drafts.models import Draft
from outreach.events.models import Appearance, Event, FloorNote
from outreach.people.models import Person
from outreach.relationships.models import Promise, Touch
from tests import event_factories, factories, ledger_factories
from tests.outreach.conftest import NOON

FIRST, LAST = date(2026, 11, 18), date(2026, 11, 19)
"""The two days before the day of the clock."""


@pytest.fixture
def people(inside):
    """An event that is over, with Ana, who was met by a press on the floor, and Bo; the appearances by name."""
    made = {}
    with inside() as session:
        then = NOON - timedelta(days=10)
        event = event_factories.make_event(session, starts_on=FIRST, ends_on=LAST, created_at=then)
        for name in ("Ana", "Bo"):
            person = factories.make_person(session, name=f"{name} Mora", addressed_as=f"Dr. {name}")
            made[name] = event_factories.make_appearance(session, event, person).id
        row = session.get(Appearance, made["Ana"])
        row.outcome, row.outcome_at = "met", NOON - timedelta(days=1)
        about = {"noted_at": NOON - timedelta(days=1)}
        event_factories.make_floor_note(session, row, kind="note", words="She tried it on 4 West", **about)
        event_factories.make_floor_note(session, row, kind="promised", words="Send the summary", **about)
    return made


@pytest.fixture
def after(people) -> str:
    return "/events/1/after"


def filled(page: str) -> dict[str, str]:
    """What the page's form would send as it stands."""
    form = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="(p\d[^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        is_off = re.search(r'type="(radio|checkbox)"', tag) and "checked" not in tag
        if name and value and not is_off:
            form[name[1]] = value[1]
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', page, flags=re.DOTALL):
        form[name] = text.strip()
    return form


def save(alice, after, number, **changed):
    form = filled(alice.get(after).text)
    form |= {f"p{number}-{name}": value for name, value in changed.items()}
    return alice.post(after, {**form, "save": str(number)})


def touches(inside):
    with inside() as session:
        rows = session.scalars(select(Touch).where(Touch.deleted_at.is_(None)))
        return [(row.kind, row.channel, row.source, row.what, row.happened_on) for row in rows]


def promises(inside):
    with inside() as session:
        rows = session.scalars(select(Promise).where(Promise.deleted_at.is_(None)).order_by(Promise.id))
        return [(row.is_mine, row.what, row.due_on, row.source) for row in rows]


def test_the_box_begins_with_the_notes_of_the_floor_and_a_promise_is_asked_for_its_day(alice, inside, people, after):
    form = filled(alice.get(after).text)
    ana = people["Ana"]
    assert form[f"p{ana}-outcome"] == "met"
    assert form[f"p{ana}-said"] == "She tried it on 4 West"
    assert form[f"p{ana}-mine_1_what"] == "Send the summary"
    answer = save(alice, after, ana)
    assert (answer.status_code, "By when? Enter a day" in answer.text) == (422, True)
    assert touches(inside) == promises(inside) == []


def test_what_was_said_is_written_once_with_its_promises_and_taken_back(alice, inside, people, after):
    ana, bo = people["Ana"], people["Bo"]
    said = {"mine_1_week": "y", "theirs_1_what": "A copy of their plan", "theirs_1_by": "2026-12-18"}
    assert save(alice, after, ana, **said).status_code == 303
    assert touches(inside) == [("met", "event", "event", "She tried it on 4 West", LAST)]
    assert promises(inside) == [
        (True, "Send the summary", LAST + timedelta(days=7), "event"),
        (False, "A copy of their plan", date(2026, 12, 18), "event"),
    ]
    page = alice.get(after).text
    assert "It stands in the ledger, with 2 promises." in page
    again = alice.post(after, {"save": str(ana), f"p{ana}-version": "1", f"p{ana}-outcome": "met"})
    assert again.status_code == 303, "a second press finds it said"
    assert len(touches(inside)) == 1
    save(alice, after, bo, outcome="not_met")
    page = alice.get(after).text
    assert "Done: 1 met, 1 not met" in page
    with inside() as session:
        assert session.get(Event, 1).after_done_at is not None
        assert all(note.taken_up_at is not None for note in session.scalars(select(FloorNote)))
    alice.post(f"{after}/{ana}/take-back", {})
    assert touches(inside) == promises(inside) == []
    form = filled(alice.get(after).text)
    assert form[f"p{ana}-theirs_1_what"] == "A copy of their plan", "the words are on the form again"
    with inside() as session:
        assert session.get(Event, 1).after_done_at is None


def test_nothing_typed_of_others_is_lost(alice, people, after):
    ana, bo = people["Ana"], people["Bo"]
    alice.get(after)
    form = filled(alice.get(after).text) | {f"p{bo}-said": "He looked for me twice"}
    answer = alice.post(after, {**form, f"p{ana}-mine_1_by": "2026-11-30", "save": str(ana)})
    assert answer.status_code == 200
    assert "He looked for me twice" in answer.text
    assert "Met: Ana Mora." in answer.text


def test_another_window_is_not_overruled_and_both_texts_are_shown(alice, inside, people, after):
    bo = people["Bo"]
    form = filled(alice.get(after).text)
    with inside() as session:
        row = session.get(Appearance, bo)
        row.outcome, row.outcome_at = "met", NOON
    answer = alice.post(after, {**form, f"p{bo}-outcome": "not_met", f"p{bo}-said": "Too crowded", "save": str(bo)})
    assert answer.status_code == 409
    assert "Too crowded" in answer.text
    with inside() as session:
        assert session.get(Appearance, bo).after_done_at is None


def test_a_person_deleted_meanwhile_gets_nothing_and_the_words_can_be_copied(alice, inside, people, after):
    bo = people["Bo"]
    form = filled(alice.get(after).text) | {f"p{bo}-outcome": "met", f"p{bo}-said": "He will send the bed plan"}
    with inside() as session:
        session.get(Person, session.get(Appearance, bo).person_id).deleted_at = NOON
    answer = alice.post(after, {**form, "save": str(bo)})
    assert answer.status_code == 422
    assert "He will send the bed plan" in answer.text
    assert touches(inside) == []
    assert "Bo Mora" not in alice.get(after).text


def test_only_whom_one_met_is_thanked_one_letter_at_a_time(alice, inside, people, after):
    ana, bo = people["Ana"], people["Bo"]
    early = alice.post(f"{after}/{ana}/thanks", {})
    assert (early.status_code, "Say first what was said" in early.text) == (422, True)
    save(alice, after, ana, mine_1_by="2026-11-30")
    save(alice, after, bo, outcome="not_met")
    page = alice.get(after).text
    assert page.count(f"{after}/{ana}/thanks") == 1
    assert f"{after}/{bo}/thanks" not in page
    refused = alice.post(f"{after}/{bo}/thanks", {})
    assert (refused.status_code, "You have not met Bo Mora" in refused.text) == (422, True)
    first, second = (alice.post(f"{after}/{ana}/thanks", {}).headers["Location"] for _ in range(2))
    assert first == second
    with inside() as session:
        draft = session.scalars(select(Draft)).one()
        assert draft.kind == "thank-you"
        assert "is that she tried it on 4 West." in draft.body
        assert "nice to meet you" not in draft.body.lower()
        assert "by November 30" in draft.body or "by Nov 30" in draft.body


def test_those_not_met_return_to_their_rhythm_each_on_a_day_of_their_own(alice, inside, people, after):
    with inside() as session:
        for number in people.values():
            person = session.get(Person, session.get(Appearance, number).person_id)
            day = date(2026, 12, 14)
            ledger_factories.make_rhythm(session, person, planned_on=day, counted_from=date(2026, 9, 1))
    for number in people.values():
        save(alice, after, number, outcome="not_met", mine_1_what="")
    assert touches(inside) == []
    page = alice.get(after).text
    assert page.count("due <time") == page.count("Mon, Dec 14") == 2
    alice.post(f"{after}/spread", {})
    page = alice.get(after).text
    assert ("Mon, Dec 14" in page, "Tue, Dec 15" in page) == (True, True)
    undo = re.search(r'action="([^"]*/gather\?who=[^"]*)"', page)[1]
    alice.post(undo, {})
    assert "Give each a day of their own" not in alice.get(after).text or "Dec 14" in alice.get(after).text


def test_the_event_asks_on_its_page_and_on_the_first_page_until_it_is_done(alice, people, after):
    assert 'class="button main" href="/events/1/after">What was said?' in alice.get("/events/1").text
    assert "Say what came of Prairie Lakes" in alice.get("/?all=1").text
    save(alice, after, people["Ana"], mine_1_by="2026-11-30")
    assert "1 person left" in alice.get("/events/1").text
    save(alice, after, people["Bo"], outcome="not_met")
    assert "Say what came of Prairie Lakes" not in alice.get("/?all=1").text
    assert "Done: 1 met, 1 not met" in alice.get("/events/1").text


def test_nothing_is_written_of_an_event_that_is_yet_to_come(alice, inside, people, after):
    with inside() as session:
        event = session.get(Event, 1)
        event.starts_on = event.ends_on = NOON.date() + timedelta(days=9)
    answer = save(alice, after, people["Bo"], outcome="met", said="Hello")
    assert answer.status_code == 422
    assert touches(inside) == []


def test_the_page_asks_as_often_for_many_people_as_for_two(alice, app, inside, people):
    def asked() -> int:
        told: list[str] = []

        def counting(*sent) -> None:
            told.append(sent[2])

        engine = app.extensions["database"].engine
        sqlalchemy_event.listen(engine, "before_cursor_execute", counting)
        try:
            assert alice.get("/events/1/after").status_code == 200
        finally:
            sqlalchemy_event.remove(engine, "before_cursor_execute", counting)
        return len(told)

    def add(session, number: int, outcome: str) -> None:
        person = factories.make_person(session, name=f"Cy Mora{number}")
        event, at = session.scalars(select(Event)).one(), NOON if outcome else None
        row = event_factories.make_appearance(session, event, person, outcome=outcome, outcome_at=at)
        row.after_done_at = at
        ledger_factories.make_rhythm(session, person)

    for outcome in ("met", "not_met", ""):
        with inside() as session:
            add(session, 0, outcome)
    asked()
    few = asked()
    with inside() as session:
        for number in range(12):
            add(session, 1 + number, ("met", "not_met", "")[number % 3])
    assert asked() == few
