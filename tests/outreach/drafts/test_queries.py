"""Lists of drafts, their facts as they stand, and who keeps a calendar."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.drafts import queries
from outreach.errors import NotFound
from outreach.people import operations as people
from tests import factories
from tests.factories import NOON


def ids(page) -> list[int]:
    return [line.id for line in page.rows]


def test_each_draft_stands_in_one_list(session, cast):
    asked = factories.make_draft(session, cast.leader)
    factories.make_departure(session, asked)
    sent = factories.make_draft(session, cast.leader, state="sent", sent_at=NOON)
    away = factories.make_draft(session, cast.leader, state="put_away")
    factories.make_draft(session, cast.leader, deleted_at=NOON)
    lists = {show: ids(queries.drafts(session, show)) for show in queries.SHOWN}
    assert lists == {"writing": [cast.draft.id], "asked": [asked.id], "sent": [sent.id], "put_away": [away.id]}
    assert queries.counts(session) == {"writing": 1, "asked": 1}
    assert len(queries.of_person(session, cast.leader.id)) == 4
    assert [one.id for one in queries.of_project(session, cast.draft.project_id)] == [cast.draft.id]


def test_what_is_not_sent_is_told_in_two_lists_the_latest_first(session, cast):
    person = factories.make_person(session, name="Tomás Brannigan")
    older, newer, taken = (factories.make_draft(session, person, subject=f"Letter {at}") for at in range(3))
    newer.updated_at = taken.updated_at = NOON + timedelta(hours=1)
    factories.make_draft(session, person, state="put_away")
    factories.make_departure(session, taken, state="unknown")
    session.flush()
    asked, begun = queries.unsent(session, 12)
    mine = [line.id for line in begun if line.person_id == person.id]
    assert ([line.id for line in asked], mine) == ([taken.id], [newer.id, older.id])
    assert begun[0].person == "Tomás Brannigan"
    assert len(queries.unsent(session, 1)[1]) == 1


def test_drafts_about_somebody_who_was_deleted_are_in_no_list(session, cast):
    people.remove(session, cast.leader, NOON)
    assert ids(queries.drafts(session, "writing")) == []
    assert queries.of_project(session, cast.draft.project_id) == ()
    with pytest.raises(NotFound):
        queries.draft_here(session, cast.draft.id)


def test_facts_are_told_from_those_whose_mark_stands_in_the_text(session, cast):
    row = factories.make_draft_fact(session, cast.draft, number=5)
    factories.make_fact_claim(session, row.draft.facts[-1].fact or factories.make_fact(session))
    used, others = queries.used(queries.cited(session, cast.draft, NOON.date()), cast.draft.body)
    assert ([one.number for one in used], [one.number for one in others]) == ([1], [5])


def test_a_programs_record_is_cited_by_its_source_and_not_without_one(session, cast):
    program = factories.make_program(session, person_id=cast.leader.id)
    factories.make_draft_fact(session, cast.draft, program_id=program.id, number=2)
    without = queries.cited(session, cast.draft, NOON.date())[1]
    assert without.trouble == "The program’s record has no source that others can read."
    factories.make_program_source(session, program)
    session.expire_all()
    cited = queries.cited(session, cast.draft, NOON.date())[1]
    assert (cited.trouble, cited.source) == ("", "Short-stay unit opens")


def test_a_fact_that_was_removed_is_told(session, cast):
    session.delete(cast.fact)
    session.flush()
    session.expire_all()
    (one,) = queries.cited(session, cast.draft, NOON.date())
    assert one.trouble == "What it rested on was removed."


def test_the_assistant_is_who_keeps_the_calendar_now_and_may_be_written_to(session, cast, by):
    clears = factories.make_contact(session, cast.leader, part="clears_text")
    assert queries.assistant_of(session, cast.leader.id) is None
    over = factories.make_contact(session, cast.leader, ended_at=NOON)
    keeps = factories.make_contact(session, cast.leader, part="both")
    found = queries.assistant_of(session, cast.leader.id)
    assert found is not None
    assert found.id == keeps.person_id
    assert found.id not in (clears.person_id, over.person_id)
    people.ask_not_to_contact(session, keeps.person_id, "left", by)
    assert queries.assistant_of(session, cast.leader.id) is None
