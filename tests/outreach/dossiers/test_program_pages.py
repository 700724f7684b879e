"""Programs as pages: picked with reasons, recorded from sources or by hand, changed in two windows, given sources."""

from __future__ import annotations

from datetime import timedelta

import pytest
from lxml import html
from sqlalchemy import select

from outreach.dossiers.models import Fact, FactUse, Program, ProgramSource
from tests import factories
from tests.factories import NOON
from tests.outreach.dossiers.dossier_cast import Jane, jane_in, say
from tests.outreach.dossiers.test_run_pages import text_of
from tests.outreach.hostile import bodies

QUOTE = "Dr. Roe led a daily safety huddle; falls fell by 31% in 2025."
BY_HAND = {
    "version": "0",
    "name": "Nurse residency",
    "problem": "New nurses left within a year.",
    "action": "Each had a mentor.",
    "result": "Turnover fell by half.",
    "period": "2024 and 2025",
    "starts": "2024",
    "ends": "Dec 2025",
    "leader_part": "Chose the mentors herself",
    "credited": "Tom Adébáyọ̀: wrote the plan\nNguyễn Thị Bảo Trâm",
}
PASSAGE = {"title": "Sentinel", "url": "sentinel.example.org/nurses", "quote": "Turnover fell by half in 2025."}


@pytest.fixture
def jane(app, alice) -> Jane:
    return jane_in(app)


@pytest.fixture
def writer(app):
    """A session of Alice's workspace."""

    def open_():
        return app.extensions["database"].session_for(1)

    return open_


@pytest.fixture
def huddle(jane, writer) -> int:
    """A program that a source tells of, with its result."""
    with writer() as session:
        details = {"result": "falls fell by 31%", "period": "2025"}
        about = {"person_id": jane.person_id}
        return say(session, about, "program", "daily safety huddle", details=details, claim={"quote": QUOTE}).id


@pytest.fixture
def program(jane, writer) -> int:
    """A record by hand."""
    with writer() as session:
        row = factories.make_program(session, person_id=jane.person_id)
        factories.make_program_source(session, row)
        return row.id


def test_a_program_is_recorded_from_what_sources_tell(alice, jane, huddle, writer):
    found = alice.get(f"{jane.path}/programs")
    assert "Told by sources, not recorded" in text_of(found)
    form = alice.get(f"{jane.path}/programs/new?fact={huddle}")
    assert 'value="daily safety huddle"' in form.text
    assert ">\r\nfalls fell by 31%</textarea>" in form.text or ">falls fell by 31%</textarea>" in form.text
    assert text_of(form).count(f"“{QUOTE}”") >= 3, "each filled field shows the passage that it stands in"
    assert "The sources do not tell it by itself." in text_of(form), "and what they do not tell stays empty"
    claim = form.text.split('name="claims" value="')[1].split('"')[0]
    sent = {"name": "Daily safety huddle", "result": "falls fell by 31%", "claims": claim}
    answer = alice.post(f"{jane.path}/programs/new", sent)
    assert answer.status_code == 303
    again = alice.post(f"{jane.path}/programs/new", sent)
    assert again.headers["Location"] == answer.headers["Location"], "a second press doubles nothing"
    page = text_of(alice.get(answer.headers["Location"]))
    assert f"“{QUOTE}”" in page
    assert "1 publisher" in page
    with writer() as session:
        (use,) = session.scalars(select(FactUse)).all()
        assert (use.fact_id, use.used_in, use.label) == (huddle, "program", "Daily safety huddle")
    assert "Nothing." in text_of(alice.get(f"{jane.path}/programs")).split("not recorded")[1]


def test_a_program_whose_fact_is_withdrawn_needs_a_look_until_somebody_looked(alice, jane, huddle, writer):
    form = alice.get(f"{jane.path}/programs/new?fact={huddle}")
    claim = form.text.split('name="claims" value="')[1].split('"')[0]
    place = alice.post(f"{jane.path}/programs/new", {"name": "Huddle", "claims": claim}).headers["Location"]
    alice.get(f"/facts/{huddle}/withdraw/ask")
    alice.post(f"/facts/{huddle}/withdraw", {"why": "It was another hospital."})
    assert "What this rests on has changed" in text_of(alice.get(place))
    assert "Withdrawn: It was another hospital." in text_of(alice.get(place))
    assert "Huddle needs a look." in text_of(alice.get(jane.path))
    alice.post(f"{place}/looked-at")
    assert "What this rests on has changed" not in text_of(alice.get(place))


def test_a_program_is_written_by_hand(alice, jane, writer):
    with writer() as session:
        tom = factories.make_person(session, name="Tom Adébáyọ̀").id
    alice.get(f"{jane.path}/programs/new")
    answer = alice.post(f"{jane.path}/programs/new", BY_HAND)
    assert answer.status_code == 303
    page = alice.get(answer.headers["Location"])
    assert "In your words." in page.text
    assert f'href="/people/{tom}"' in page.text, "somebody of the workspace is linked"
    assert "Nguyễn Thị Bảo Trâm" in page.text
    assert "A source is missing." in text_of(page)


def test_the_one_to_ask_about_stands_first_with_its_reasons_and_no_score(alice, jane, writer):
    with writer() as session:
        factories.make_program(
            session, person_id=jane.person_id, name="Bare", result="", leader_part="", ends="2026-10"
        )
        best = factories.make_program(session, person_id=jane.person_id, name="Short-stay unit")
        factories.make_program_source(session, best)
        factories.make_program_source(session, best, url="https://sentinel.example.org/unit")
    said = text_of(alice.get(f"{jane.path}/programs"))
    assert said.index("Short-stay unit") < said.index("Bare")
    assert "Two sources tell of it, each by itself." in said
    assert "Its result has a figure: “Boarding fell by 31%”" in said
    assert "score" not in said.casefold()


def test_what_a_draft_asked_about_is_not_offered_first_again(alice, jane, huddle, writer):
    with writer() as session:
        claim_id = session.get_one(Fact, huddle).links[0].claim_id
        asked = factories.make_program(session, person_id=jane.person_id, name="Asked")
        factories.make_program_source(session, asked, claim_id=claim_id)
        factories.make_fact_use(session, session.get_one(Fact, huddle), used_in="draft")
        factories.make_program(session, person_id=jane.person_id, name="Fresh", result="")
    said = text_of(alice.get(f"{jane.path}/programs"))
    assert said.index("Fresh") < said.index("Asked")
    assert "asked about" in said


def test_when_another_window_was_faster_both_are_shown(alice, program, writer):
    alice.get(f"/programs/{program}/edit")
    assert alice.post(f"/programs/{program}/edit", {**BY_HAND, "version": "1"}).status_code == 303
    answer = alice.post(f"/programs/{program}/edit", {**BY_HAND, "version": "1", "problem": "Mine"})
    assert answer.status_code == 409
    assert "This was changed in another window" in answer.text
    assert "Mine" in answer.text
    assert "New nurses left within a year." in answer.text
    second = answer.text.split('name="version"')[1].split('value="')[1].split('"')[0]
    assert alice.post(f"/programs/{program}/edit", {**BY_HAND, "version": second}).status_code == 303
    with writer() as session:
        row = session.get_one(Program, program)
        assert (row.problem, row.starts, row.ends) == ("New nurses left within a year.", "2024", "2025-12")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"name": " "}, "Give the program a name."),
        ({"starts": "2026", "ends": "2024"}, "before it began"),
        ({"credited": ": the plan"}, "Begin each line with a name."),
        ({"result": "x" * 2001}, "Use at most 2,000 characters."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(alice, jane, sent, words):
    alice.get(f"{jane.path}/programs/new")
    answer = alice.post(f"{jane.path}/programs/new", {**BY_HAND, **sent})
    assert answer.status_code == 422
    assert words in answer.text
    assert "Chose the mentors herself" in answer.text, "nothing typed is lost"


def test_the_form_bears_whatever_is_sent(alice, program):
    alice.get(f"/programs/{program}/edit")
    few = {key: BY_HAND[key] for key in ("version", "name", "starts", "credited")}
    for name, body in bodies({**few, "claims": "1"}):
        answer = alice.post(f"/programs/{program}/edit", body)
        assert answer.status_code in (303, 409, 422), name
        assert "<script>alert(1)" not in answer.text, name


def test_a_passage_is_added_by_hand_once_and_removed(alice, program, writer):
    alice.get(f"/programs/{program}")
    for _ in range(2):
        assert alice.post(f"/programs/{program}/sources", PASSAGE).status_code == 303
    page = alice.get(f"/programs/{program}")
    assert "2 publishers" in text_of(page)
    assert 'href="https://sentinel.example.org/nurses"' in page.text
    assert "given by hand" in page.text
    with writer() as session:
        rows = session.scalars(select(ProgramSource).order_by(ProgramSource.id)).all()
        assert len(rows) == 2
        number = rows[1].id
    assert alice.post(f"/programs/{program}/sources/{number}/remove").status_code == 303
    assert alice.post(f"/programs/{program}/sources/{number}/remove").status_code == 303
    assert "removed already, perhaps in another window" in alice.get(f"/programs/{program}").text
    assert "1 publisher" in text_of(alice.get(f"/programs/{program}"))


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "http://127.0.0.1/x", "https://", "ftp://a.example/x"])
def test_an_address_that_is_none_is_refused_in_words(alice, program, url):
    alice.get(f"/programs/{program}")
    answer = alice.post(f"/programs/{program}/sources", {**PASSAGE, "url": url})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert "Turnover fell by half in 2025." in answer.text


def test_what_sources_tell_is_added_to_a_record(alice, jane, program, huddle):
    alice.get(f"/programs/{program}")
    assert alice.post(f"/programs/{program}/facts/{huddle}").status_code == 303
    assert "2 publishers" in text_of(alice.get(f"/programs/{program}"))


def test_a_fact_or_claim_about_somebody_else_is_not_taken(alice, jane, program, writer):
    with writer() as session:
        other = say(session, {"person_id": factories.make_person(session).id}, "program", "Another")
        claim = other.links[0].claim_id if other.links else 0
    assert alice.get(f"{jane.path}/programs/new?fact={other.id}").status_code == 404
    alice.get(f"/programs/{program}")
    assert alice.post(f"/programs/{program}/facts/{other.id}").status_code == 404
    alice.post(f"{jane.path}/programs/new", {"name": "Huddle", "claims": [str(claim), "x", "-1", "9" * 40]})
    with writer() as session:
        made = session.scalars(select(Program).where(Program.name == "Huddle")).one()
        assert made.sources == []


def test_deleting_asks_first_leaves_the_facts_and_can_be_undone(alice, jane, huddle, program, writer):
    alice.post(f"/programs/{program}/facts/{huddle}") if alice.get(f"/programs/{program}") else None
    before = text_of(alice.get(f"/programs/{program}"))
    ask = text_of(alice.get(f"/programs/{program}/delete/ask"))
    assert "2 sources" in ask
    assert "You can undo this until" in ask
    assert alice.post(f"/programs/{program}/delete").status_code == 303
    after = alice.get(f"{jane.path}/programs")
    (undo,) = html.document_fromstring(after.text).xpath("//div[@id='notices']//form/@action")
    for path in ("", "/edit", "/delete/ask"):
        assert alice.get(f"/programs/{program}{path}").status_code == 404
    assert f"/programs/{program}" not in after.text.replace(undo, "")
    with writer() as session:
        assert session.get_one(Fact, huddle).state == "current"
        assert session.scalars(select(FactUse)).all() == []
    assert alice.post(undo).status_code == 303
    assert text_of(alice.get(f"/programs/{program}")).endswith(before[before.index("Ask about it?") :])
    with writer() as session:
        assert [use.fact_id for use in session.scalars(select(FactUse))] == [huddle]
    assert alice.post(undo).status_code == 303, "what is back is not brought back twice"


def test_a_record_that_another_window_has_deleted_is_said_to_be_deleted(alice, jane, program):
    assert [alice.post(f"/programs/{program}/delete").status_code for _ in range(2)] == [303, 303]
    said = alice.get(f"{jane.path}/programs").text
    assert "was deleted already." in said
    assert f"/programs/{program}/bring-back" in said


def test_a_record_that_was_deleted_too_long_ago_does_not_come_back(alice, jane, program, writer, clock):
    alice.get(f"/programs/{program}")
    with writer() as session:
        session.get_one(Program, program).deleted_at = clock.now - timedelta(days=31)
    answer = alice.post(f"/programs/{program}/bring-back")
    assert answer.status_code == 422
    assert "more than 30 days ago" in answer.text
    assert alice.get(f"/programs/{program}").status_code == 404
    assert alice.post("/programs/999999/bring-back").status_code == 404


def test_programs_of_an_organization_and_of_another_workspace(alice, jane, app, writer):
    alice.get(f"/orgs/{jane.house_id}/programs/new")
    answer = alice.post(f"/orgs/{jane.house_id}/programs/new", BY_HAND)
    assert answer.status_code == 303
    assert "Nurse residency" in alice.get(f"/orgs/{jane.house_id}").text
    other = factories.make_workspace(app.extensions["database"])
    with app.extensions["database"].session_for(other) as session:
        theirs = factories.make_program(session).id
    with writer() as session:
        gone = factories.make_program(session, person_id=factories.make_person(session, deleted_at=NOON).id).id
    for number in (theirs, gone, 999_999):
        assert alice.get(f"/programs/{number}").status_code == 404
        assert alice.post(f"/programs/{number}/delete").status_code == 404


@pytest.mark.parametrize("number", ["x", "-1", "9" * 30, "1e2", "%00", "٤٢"])
def test_malformed_numbers_are_no_addresses(alice, jane, number):
    assert alice.get(f"{jane.path}/programs/new?fact={number}").status_code == 404
    assert alice.get(f"/programs/{number}").status_code == 404


def test_a_reviewer_reads_and_records_nothing(alice, jane, program, invite):
    ben = invite("reviewer")
    assert ben.get(f"/programs/{program}").status_code == 200
    assert ben.get(f"/programs/{program}/edit").status_code == 403
    assert ben.post(f"{jane.path}/programs/new", BY_HAND).status_code == 403
