"""Guides are proposed from the record, keep their order, are marked when a fact changes, and come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from outreach.dossiers import fact_changes, uses
from outreach.errors import NotFound, Refused
from outreach.interviews import operations, queries
from outreach.interviews.models import GuideQuestion, QuestionGuide
from outreach.interviews.operations import NewGuide, QuestionDetails
from outreach.people.operations import By, ChangedElsewhere
from tests import factories
from tests.factories import NOON
from tests.outreach.interviews.conftest import make_guide, told

TODAY = NOON.date()
OWN = QuestionDetails("people", "Who was against it?", 3)


def kinds(session, guide) -> list[str]:
    return [row.kind for row in queries.questions_of(session, guide)]


def later(by: By, **named: float) -> By:
    return replace(by, now=by.now + timedelta(**named))


def test_a_guide_is_proposed_from_the_record_and_is_good_as_it_stands(session, guide):
    found = queries.lines(session, guide, TODAY)
    assert [one.question.kind for one in found] == [
        "opening", "origin", "hard_turn", "people", "result", "transfer", "close", "reserve", "reserve",
    ]  # fmt: skip
    assert [(one.begins, one.ends) for one in found][:3] == [(0, 2), (2, 6), (6, 10)]
    assert found[1].ground.address == f"/programs/{guide.program_id}"
    assert queries.review_of(session, guide, found, TODAY).count == 0


def test_without_a_program_it_hangs_on_facts(session, cast, by):
    guide = make_guide(session, cast, by, program_id=None)
    rows = queries.questions_of(session, guide)
    assert {row.kind: row.fact_id for row in rows if row.fact_id} == {
        "origin": cast.award.id,
        "transfer": cast.award.id,
    }
    assert "Copper Kite Award" in " ".join(row.text for row in rows)


def test_the_same_form_pressed_twice_makes_one(session, cast, by):
    first, second = make_guide(session, cast, by), make_guide(session, cast, by)
    assert first.id == second.id
    assert len(queries.questions_of(session, first)) == 9
    operations.add_question(session, first, OWN, by)
    operations.add_question(session, first, OWN, by)
    assert len(queries.questions_of(session, first)) == 10


def test_nobody_is_asked_who_is_not_to_be_contacted(session, cast, by):
    cast.leader.do_not_contact_since, cast.leader.do_not_contact_reason = NOON, "asked us"
    session.flush()
    with pytest.raises(Refused, match="not to be contacted"):
        make_guide(session, cast, by)


def test_an_own_question_stands_before_the_close(session, guide, by):
    operations.add_question(session, guide, OWN, by)
    assert kinds(session, guide)[-4:] == ["people", "close", "reserve", "reserve"]


def test_a_question_moves_once_for_each_time_it_was_seen(session, guide, by):
    second = queries.questions_of(session, guide)[1]
    assert operations.move(session, second, "down", 2, by)
    assert not operations.move(session, second, "down", 2, by)
    assert queries.questions_of(session, guide)[2] is second
    assert operations.move(session, second, "up", 3, by)
    assert queries.questions_of(session, guide)[1] is second


def test_nothing_moves_past_the_ends_or_into_reserve(session, guide, by):
    rows = queries.questions_of(session, guide)
    assert not operations.move(session, rows[0], "up", 1, by)
    assert not operations.move(session, rows[6], "down", 7, by)
    assert not operations.move(session, rows[7], "up", 8, by)
    assert operations.move(session, rows[8], "up", 9, by)
    with pytest.raises(Refused):
        operations.move(session, rows[0], "aside", 1, by)


def test_what_is_taken_out_comes_back_where_it_stood(session, guide, by):
    row = queries.questions_of(session, guide)[2]
    operations.take_out(session, row, by)
    operations.take_out(session, row, by)
    assert len(kinds(session, guide)) == 8
    operations.put_back(session, row, by)
    assert queries.questions_of(session, guide)[2] is row


def test_a_kind_that_is_missing_is_proposed_anew(session, guide, by):
    close = next(row for row in queries.questions_of(session, guide) if row.kind == "close")
    operations.take_out(session, close, by)
    assert operations.propose_missing(session, guide, by) == 1
    assert kinds(session, guide)[6] == "close"
    assert operations.propose_missing(session, guide, by) == 0


def test_two_windows_do_not_write_over_each_other(session, guide, by):
    row = queries.questions_of(session, guide)[1]
    seen = row.version
    operations.change_question(session, row, OWN, seen, by)
    with pytest.raises(ChangedElsewhere):
        operations.change_question(session, row, replace(OWN, text="Who was for it?"), seen, by)
    assert row.text == OWN.text
    version = guide.version
    operations.change_guide(session, guide, NewGuide(guide.person_id, 30), version, by)
    with pytest.raises(ChangedElsewhere):
        operations.change_guide(session, guide, NewGuide(guide.person_id, 15), version, by)
    assert guide.minutes == 30


def test_a_guide_holds_so_many_questions(session, cast, by):
    guide = make_guide(session, cast, by)
    for number in range(31):
        operations.add_question(session, guide, replace(OWN, text=f"What was {number}?"), by)
    with pytest.raises(Refused, match="at most"):
        operations.add_question(session, guide, OWN, by)


# --- facts ------------------------------------------------------------------------------------------------------------


def test_a_withdrawn_fact_marks_the_guide_and_keeps_the_list_from_being_sent(session, cast, guide, by):
    row = queries.questions_of(session, guide)[3]
    operations.change_question(session, row, replace(OWN, fact_id=cast.award.id), row.version, by)
    assert "1. " in operations.text_to_send(session, guide, TODAY)
    fact_changes.withdraw(session, cast.award, "Another house’s award.", by)
    (use,) = uses.waiting_at(session, "guide", guide.id)
    assert use.path == f"/guides/{guide.id}"
    with pytest.raises(Refused, match="withdrawn"):
        operations.text_to_send(session, guide, TODAY)
    operations.take_out(session, row, by)
    assert uses.uses_at(session, "guide", guide.id) == []
    assert operations.text_to_send(session, guide, TODAY)


def test_what_a_source_answers_is_found_with_its_source(session, guide, by):
    asked = QuestionDetails("origin", "When did the short-stay unit open?", 3, program_id=guide.program_id)
    row = operations.add_question(session, guide, asked, by)
    found = queries.lines(session, guide, TODAY)
    remarks = queries.review_of(session, guide, found, TODAY).remarks[row.id]
    answered = next(one for one in remarks if one.rule == "answered")
    assert "September 14, 2026" in answered.why
    assert answered.address.startswith("/claims/")


def test_a_figure_that_is_nowhere_confirmed_keeps_the_list_from_being_sent(session, guide, by):
    text = "Boarding fell by 77% at your house. What made it fall?"
    operations.add_question(session, guide, QuestionDetails("result", text, 3, program_id=guide.program_id), by)
    with pytest.raises(Refused, match="No confirmed fact"):
        operations.text_to_send(session, guide, TODAY)


# --- sending, deleting ------------------------------------------------------------------------------------------------


def test_the_list_is_numbered_without_frame_and_reserve(session, guide):
    text = operations.text_to_send(session, guide, TODAY)
    assert text.startswith("Questions for our talk of 20 minutes about Short-stay unit\n\n1. The Short-stay unit began")
    assert "6. What should I have asked?" in text
    assert "record this" not in text
    assert "7." not in text


def test_an_empty_list_is_not_sent(session, cast, by):
    guide = factories.make_guide(session, cast.leader)
    with pytest.raises(Refused, match="no question"):
        operations.text_to_send(session, guide, TODAY)


def test_a_deleted_guide_comes_back_for_thirty_days(session, guide, cast, by):
    operations.remove(session, guide, by)
    operations.remove(session, guide, later(by, days=1))
    with pytest.raises(NotFound):
        queries.guide_here(session, guide.id)
    assert queries.of_person(session, cast.leader.id) == ()
    with pytest.raises(Refused, match="30 days"):
        operations.bring_back(session, guide, later(by, days=31))
    operations.bring_back(session, guide, later(by, days=29))
    assert queries.guide_here(session, guide.id) is guide
    assert [line.questions for line in queries.of_person(session, cast.leader.id)] == [9]


def test_it_is_forgotten_after_that_with_its_questions(session, guide, by):
    operations.remove(session, guide, by)
    assert operations.forget_deleted(session, NOON + timedelta(days=29)) == 0
    assert operations.forget_deleted(session, NOON + timedelta(days=31)) == 1
    assert [session.scalar(select(func.count()).select_from(table)) for table in (QuestionGuide, GuideQuestion)] == [
        0,
        0,
    ]


def test_a_guide_of_somebody_who_is_gone_is_not_here(session, guide, cast):
    cast.leader.deleted_at = NOON
    session.flush()
    with pytest.raises(NotFound):
        queries.guide_here(session, guide.id)


def test_a_question_of_another_guide_is_not_of_this_one(session, guide, cast):
    other = factories.make_question(session, factories.make_guide(session, cast.leader))
    with pytest.raises(NotFound):
        queries.question_of(session, guide, other.id)


def test_a_disputed_fact_is_told(session, guide, cast, by):
    rivals = [
        told(session, person_id=cast.leader.id, predicate="role", value=value, starts="2024", standing="disputed",
             details={})
        for value in ("Chief Nursing Officer", "Chief Financial Officer")
    ]  # fmt: skip
    row = queries.questions_of(session, guide)[3]
    operations.change_question(session, row, replace(OWN, fact_id=rivals[0].id), row.version, by)
    found = queries.lines(session, guide, TODAY)
    assert found[3].ground.trouble == "Sources disagree about what it hangs on."
    assert "Sources disagree" in queries.review_of(session, guide, found, TODAY).stopping[0].why
