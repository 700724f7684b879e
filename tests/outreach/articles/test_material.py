"""What an article can be written from: facts with figures, notes of the right talks, the record, the writer."""

from __future__ import annotations

from datetime import timedelta

from outreach.articles import material
from outreach.articles.material import Sources
from outreach.interviews.talk_models import Interview
from tests import factories, ledger_factories
from tests.factories import NOON


def test_lines_of_all_talks_with_the_leader_or_for_the_project_are_heard(session, cast, by):
    project = factories.make_project(session)
    other = ledger_factories.make_interview(session, project_id=project.id, quoting="after_check", consent_at=NOON)
    line = ledger_factories.make_interview_note(session, other, text="We paid for the keys.", speaker="Tom Quill")
    ledger_factories.make_interview_note(session, other, kind="own", text="He seems tired.")
    ledger_factories.make_interview_note(session, text="Of a talk with somebody else.")
    ledger_factories.make_interview_note(session, cast.talk, text="Deleted.", deleted_at=NOON)
    cast.note.said_at = NOON + timedelta(minutes=12, seconds=50)
    session.flush()
    heard = material.heard(session, Sources(cast.leader, project, None), by.user_id)
    assert {one.note_id for one in heard} == {cast.note.id, line.id}
    first = next(one for one in heard if one.note_id == cast.note.id)
    assert (first.minute, first.speaker, first.person_id) == (12, cast.leader.name, cast.leader.id)
    assert first.told_in == "the talk on Nov 20, 2026"
    second = next(one for one in heard if one.note_id == line.id)
    assert (second.speaker, second.person_id, second.minute, second.quoting) == ("Tom Quill", None, None, "after_check")
    assert material.heard(session, Sources(None, None, None), by.user_id) == ()
    assert material.note_of(session, Sources(cast.leader, None, None), line.id) is None
    session.get(Interview, cast.talk.id).deleted_at = NOON
    session.flush()
    assert material.heard(session, Sources(cast.leader, None, None), by.user_id) == ()


def test_the_record_of_the_program_fills_the_outline(session, cast, by):
    program = factories.make_program(
        session, person_id=cast.leader.id, name="Short-stay unit", problem="Patients waited.", action="",
        result="Boarding fell by 31%.", period="the first half of 2026", leader_part="Chose the room.",
    )  # fmt: skip
    project = factories.make_project(session, title="Keys first", question="you won agreement?")
    found = material.gather(session, Sources(cast.leader, project, program), by)
    assert {fill: told.sentence for fill, told in found.fields.items()} == {
        "problem": "Patients waited.", "leader part": "Chose the room.",
        "result": "Boarding fell by 31%, the first half of 2026",
    }  # fmt: skip
    assert (found.title, found.question) == ("Keys first", "The question is how you won agreement.")


def test_figures_are_facts_with_a_number_about_the_work_or_the_house(session, cast, by):
    about = {"person_id": cast.leader.id}
    wanted = factories.make_fact(session, **about, predicate="quality_measure", value="Falls on wards: 3.1 in 2026")
    talk = factories.make_fact(session, **about, predicate="said", value="We opened 24 beds")
    for fact in (wanted, talk):
        factories.make_fact_claim(session, fact)
    found = material.gather(session, Sources(cast.leader, None, None), by)
    assert wanted.id in {one.fact.fact_id for one in found.figures}
    assert talk.id not in {one.fact.fact_id for one in found.figures}
