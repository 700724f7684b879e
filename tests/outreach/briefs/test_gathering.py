"""What may stand in a brief, gathered from the rooms: what holds, what is not settled, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event as sqlalchemy_event

from outreach.accounts import own_mail
from outreach.accounts.own_mail import Signature
from outreach.briefs import gathering
from tests import event_factories, factories, ledger_factories
from tests.factories import NOON
from tests.outreach.briefs.conftest import told


def values(material) -> list[str]:
    return [one.value for one in material.facts]


def unsettled(material) -> str:
    return " ".join(one.words for one in material.unsettled)


def test_the_post_and_what_holds_come_with_their_sources(gather):
    found = gather()
    assert (found.leader.title, found.leader.organization) == ("Chief Operating Officer", "Harrow Lake Regional")
    assert found.leader.since == "2024-03"
    assert values(found) == ["Copper Kite Award", "Beds are the last resort", "Master of Science"]
    assert all(one.sources and one.sources[0].address.startswith("https://") for one in found.facts)
    assert found.unsettled == ()
    assert found.facts_count == 3


def test_a_name_alone_is_a_brief_without_facts(gather, cast):
    found = gather(cast.unknown)
    assert (found.facts, found.unsettled, found.house, found.leader.title) == ((), (), None, "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"is_own_note": True}, "Award: Copper Kite Award. Only your notes say so."),
        ({"state": "withdrawn"}, ""),
        ({"state": "corrected"}, ""),
        ({"state": "gone"}, ""),
        ({"predicate": "role", "value_words": "Chief of Staff", "as_of": "2024-05"},
         "Post: Chief of Staff. Last confirmed May 2024."),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_no_fact_of_a_brief(gather, cast, session, change, said):
    for name, value in change.items():
        setattr(cast.award, name, value)
    session.flush()
    found = gather()
    assert "Copper Kite Award" not in values(found)
    assert unsettled(found) == said


def test_a_dispute_is_told_with_both_sides_and_states_neither(gather, cast, session):
    for value in ("1,100", "1,300"):
        told(session, organization_id=cast.house.id, predicate="employees", value=value, standing="disputed")
    factories.make_figure(session, cast.house, key="employees", value=1100.0)
    found = gather()
    assert unsettled(found) == "Employees: sources disagree, “1,100” or “1,300”."
    assert "1,100" not in values(found)
    assert [one.key for one in found.house.figures] == []


def test_a_post_of_research_that_sources_disagree_about_is_no_title(gather, cast, session):
    session.refresh(cast.leader)
    (post,) = cast.leader.positions
    post.origin = "research"
    for value, where in (("Chief Operating Officer", "Harrow Lake Regional"), ("Chief Nursing Officer", "Vale Clinic")):
        told(session, person_id=cast.leader.id, predicate="role", value=value, organization_name=where,
             standing="disputed", as_of="2026-09-15")  # fmt: skip
    found = gather()
    assert found.leader.title == ""
    assert "“Chief Operating Officer, Harrow Lake Regional” or “Chief Nursing Officer, Vale Clinic”" in unsettled(found)


def test_a_record_that_may_be_somebody_else_is_asked_about(gather, cast, session):
    row = factories.make_candidate(
        session, person_id=cast.leader.id, record_label="I. Okafor", record_url="https://register.example.org/7"
    )
    factories.make_candidate(
        session, person_id=cast.leader.id, record_label="I. Okafor", record_url="https://register.example.org/7"
    )
    assert unsettled(gather()) == "“I. Okafor” may be another person of this name."
    cast.award.is_own_note = True
    assert unsettled(gather()).endswith("“I. Okafor” may be another person of this name."), "the last of all"
    cast.award.is_own_note = False
    factories.make_verdict(session, person_id=cast.leader.id, source_key=row.source_key, record_id=row.record_id)
    assert len(gather().unsettled) == 1  # the other record of that page still waits


def test_figures_come_with_their_year_and_only_with_a_source(gather, cast, session):
    for year in range(2021, 2026):
        factories.make_figure(session, cast.house, value=200.0 + year - 2021, period=str(year), period_words=str(year))
    factories.make_figure(session, cast.house, key="employees", value=1100.0, origin="hand", url="", quote="")
    house = gather().house
    assert [(one.label, one.value) for one in house.figures] == [("Beds", "204, 2025")]
    (series,) = house.series
    assert (series.values[0], series.values[-1], series.unit) == ((2021, 200.0), (2025, 204.0), "beds")
    assert house.kind == "Hospital."


def test_what_changed_leaves_out_noise_and_what_no_longer_holds(gather, cast, session):
    ledger_factories.make_signal(session, cast.leader, state="not_relevant", judged_at=NOON)
    ledger_factories.make_signal(session, cast.leader, fact_id=cast.award.id, happened="2026-03")
    found = gather()
    assert [(one.on, one.words) for one in found.changes] == [
        ("2026-09-01", "Publication: Beds are the last resort"),
        ("2026-03", "She received the Rural Care Award."),
    ]
    cast.award.state = "withdrawn"
    session.flush()
    assert [one.on for one in gather().changes] == ["2026-09-01"]


def test_what_is_between_the_two_both_ways_and_a_pause(gather, cast, session):
    ledger_factories.make_touch(session, cast.leader, kind="met", what="Met at the spring forum")
    ledger_factories.make_touch(
        session, cast.leader, kind="answered", answer="out_of_office", back_on=date(2026, 12, 1)
    )
    ledger_factories.make_promise(session, cast.leader, is_mine=False, what="The plan of the unit", due_on=None)
    ledger_factories.make_advice(session, cast.leader, words="Shadow a bed meeting", is_exact=True)
    ledger_factories.make_pause(session, cast.leader)
    found = gather()
    assert [(one.kind, one.words) for one in found.between] == [
        ("met", "Met at the spring forum"),
        ("they_promised", "The plan of the unit"),
        ("advised", "“Shadow a bed meeting”"),
        ("paused", "Until Dec 20, 2026"),
    ]
    assert found.stopped == "Everything is paused until Dec 20, 2026."


def test_advice_that_was_tried_and_not_told_is_what_can_be_given(gather, cast, session):
    assert gather().give == ""
    ledger_factories.make_advice(session, cast.leader, words="Shadow a bed meeting.", tried="Did, on 4 West")
    assert gather().give == "Tell her what came of the advice “Shadow a bed meeting”."


def test_somebody_who_is_not_to_be_contacted_is_told_as_such(gather, cast, session):
    cast.leader.do_not_contact_since = NOON
    session.flush()
    assert gather().stopped == "They are not to be contacted."


def test_the_questions_are_those_of_the_newest_guide_while_their_facts_hold(gather, cast, session):
    guide = factories.make_guide(session, cast.leader)
    factories.make_question(session, guide, kind="opening", text="May I record this?", place=1)
    factories.make_question(session, guide, kind="result", text="What did it change?", fact_id=cast.award.id, place=2)
    factories.make_question(session, guide, kind="people", text="Whom did you ask?", place=3)
    found = gather()
    assert [one.words for one in found.questions] == ["What did it change?", "Whom did you ask?"]
    assert found.questions[0].sources == found.facts[0].sources
    cast.award.state = "withdrawn"
    session.flush()
    assert [one.words for one in gather().questions] == ["Whom did you ask?"]


def test_without_a_guide_questions_are_put_together_on_a_program_with_its_sources(gather, cast, session):
    program = factories.make_program(session, person_id=cast.leader.id)
    assert gather().programs == ()  # nobody says it
    factories.make_program_source(session, program)
    session.expire(program)
    found = gather()
    assert [one.name for one in found.programs] == ["Short-stay unit"]
    assert any("Short-stay unit" in one.words and one.sources for one in found.questions)


def test_the_meeting_and_the_users_own_words_stand_in_it(gather, cast, session):
    cast.meeting.card = {"ask": "  20 minutes\nby phone ", "avoid": "", "other": "x"}
    session.flush()
    found = gather(appearance=cast.meeting, site="https://g.example.org/")
    assert (found.meeting.day, found.meeting.time) == ("Thu, Dec 3, 2026", "10:40–11:00 AM")
    assert (found.meeting.place, found.meeting.aim) == ("Coffee bar, level 2", "20 minutes by phone in December.")
    assert dict(found.card) == {"ask": "20 minutes by phone"}
    assert found.dossier_address == f"https://g.example.org/people/{cast.leader.id}"


def test_who_prints_it_and_what_for(gather, session, user):
    own_mail.keep_signature(
        session, user.id, Signature("Priya Raman", title="Operations Coordinator", organization="Lakeshore"), NOON
    )
    factories.make_project(session, readers="administrators of rural hospitals", venue_id=None, venue_key="")
    found = gather()
    assert (found.made_for, found.own_role) == ("Priya Raman", "Operations Coordinator, Lakeshore")
    assert found.project == "an article for administrators of rural hospitals"
    assert found.made_on == NOON.date()


def test_the_number_of_questions_to_the_database_does_not_grow_with_what_is_known(session, cast, user):
    asked = []

    def gathered() -> int:
        session.flush()
        session.expunge_all()
        leader, meeting = (
            session.get(type(cast.leader), cast.leader.id),
            session.get(type(cast.meeting), cast.meeting.id),
        )
        asked.clear()
        gathering.material_of(session, leader, user=user, now=NOON, appearance=meeting)
        return len(asked)

    engine = session.get_bind()
    sqlalchemy_event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    few = gathered()
    for number in range(12):
        told(session, person_id=cast.leader.id, predicate="award", value=f"Award {number}", dated="2026-05-02")
        ledger_factories.make_touch(session, cast.leader)
        ledger_factories.make_signal(session, cast.leader)
        factories.make_figure(session, cast.house, period=str(2000 + number))
    assert gathered() <= few + 1  # the words of signals
    assert few <= 40


def test_facts_are_named_by_their_numbers(gather, cast):
    assert cast.award.id in gathering.fact_ids(gather())


def test_a_brief_for_nobody_in_particular_can_be_made(session, cast):
    found = gathering.material_of(session, cast.leader, user=None, now=NOON + timedelta(days=1))
    assert (found.made_for, found.own_role) == ("", "")


def test_the_session_at_which_they_speak_is_named(gather, cast, session):
    held = event_factories.make_event_session(session, cast.event)
    speaker = event_factories.make_event_speaker(session, cast.event, person_id=cast.leader.id, match_state="matched")
    event_factories.make_session_speaker(session, held, speaker)
    assert gather(appearance=cast.meeting).meeting.session == "Boarding after the short-stay unit"
    held.state = "gone"
    session.flush()
    assert gather(appearance=cast.meeting).meeting.session == ""
