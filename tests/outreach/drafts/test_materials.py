"""What the check is told: the whole bundle without marks, what is confirmed, who writes and who answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from outreach.accounts import own_mail
from outreach.accounts.own_mail import Signature
from outreach.asklint import check
from outreach.asklint.types import Kind
from outreach.drafts import beginning, materials
from tests import factories
from tests.factories import NOON
from tests.outreach.drafts.conftest import told


def message(session, draft):
    return materials.grounds_of(session, draft, NOON).message(draft.subject, draft.body)


def test_the_bundle_is_what_would_leave(session, cast):
    said = message(session, cast.draft)
    assert said.kind == Kind.INTERVIEW_REQUEST
    assert said.text.startswith(
        "Subject: Interview request: short-stay unit\n\nDear Inés,\n\nBoarding fell by 31% in six"
    )
    assert "[1]" not in said.text


def test_confirmed_facts_are_known_and_disputed_ones_contested(session, cast):
    for value in ("Director", "President"):
        told(session, person_id=cast.leader.id, predicate="role", value=value, standing="disputed", starts="")
    known = message(session, cast.draft).known
    assert any("Boarding fell by 31%" in fact for fact in known.facts)
    assert not any("President" in fact for fact in known.facts)
    assert len(known.contested) == 2
    assert (known.person, known.title, known.greeted_as) == (cast.leader.name, "Chief Operating Officer", "Inés")


def test_a_letter_to_an_assistant_greets_the_assistant(session, cast):
    contact = factories.make_contact(session, cast.leader)
    cast.draft.to_person_id = contact.person_id
    session.flush()
    session.expire(cast.draft)
    said = message(session, cast.draft)
    assert said.known.person == "Tom Adébáyọ̀"
    assert said.circumstances.assistant == "Tom Adébáyọ̀"
    assert said.known.leader == cast.leader.name


def test_a_letter_to_an_assistant_may_call_the_leader_as_recorded_and_name_the_writer_s_house(session, cast, by):
    contact = factories.make_contact(session, cast.leader)
    cast.draft.to_person_id, cast.draft.written_by_id = contact.person_id, by.user_id
    cast.leader.addressed_as, cast.leader.pronouns = "Chief Quintana-Ortiz", "she/her"
    said = Signature("Jordan Ellis", title="Patient Access Fellow", organization="Lakeshore Community Hospital")
    own_mail.keep_signature(session, by.user_id, said, NOON)
    session.expire(cast.draft)
    grounds = message(session, cast.draft)
    body = (
        "Dear Tom Adébáyọ̀,\n\nI am Jordan Ellis, Patient Access Fellow at Lakeshore Community Hospital. May I ask you "
        "for 20 minutes of Chief Quintana-Ortiz’s time?\n\nJordan Ellis"
    )
    assert grounds.known.pronouns == "she/her"
    assert "ungrounded" not in {one.rule for one in check(replace(grounds, text=body))}
    assert {"Chief Quintana-Ortiz", "Patient Access Fellow"} <= set(grounds.known.other_names)


def test_records_of_programs_without_a_source_are_no_facts(session, cast):
    program = factories.make_program(session, person_id=cast.leader.id, result="Falls rose by 2%")
    assert not any("Falls rose" in fact for fact in message(session, cast.draft).known.facts)
    factories.make_program_source(session, program)
    session.expire_all()
    assert any("Falls rose" in fact for fact in message(session, cast.draft).known.facts)


def test_earlier_letters_that_were_sent_are_told(session, cast):
    other = factories.make_draft(session, cast.leader)
    factories.make_departure(session, other, state="sent", text="An earlier letter", settled_at=NOON)
    factories.make_departure(session, cast.draft, state="sent", text="This very letter", settled_at=NOON)
    assert message(session, cast.draft).circumstances.earlier_messages == ("An earlier letter",)


def test_a_letter_that_was_sent_is_read_as_of_that_day_and_its_hour_is_left_alone(session, cast):
    cast.leader.time_zone = "America/Chicago"
    cast.draft.state, cast.draft.sent_at = "sent", NOON - timedelta(days=40)
    known = message(session, cast.draft).circumstances
    assert (known.today, known.leaves_at) == ((NOON - timedelta(days=40)).date(), None)


def test_the_check_is_told_when_it_would_leave_by_the_reader_s_clock_and_who_signs(session, cast, by):
    cast.draft.written_by_id, cast.leader.time_zone = by.user_id, "America/Chicago"
    said = Signature("Jordan Ellis", organization="Lakeshore Community Hospital")
    own_mail.keep_signature(session, by.user_id, said, NOON)
    known = message(session, cast.draft).circumstances
    assert (known.leaves_at.hour, known.sender, known.sender_organization) == (6, said.name, said.organization)
    assert date(2026, 11, 26) in known.holidays
    cast.leader.time_zone = ""
    assert message(session, cast.draft).circumstances.leaves_at is None
    assert beginning.sender_of(session, by.user_id).organization == said.organization


def test_facts_chosen_for_a_request_that_its_text_leaves_out_are_counted(session, cast):
    before = beginning.left_out_of(session, cast.draft)
    cast.draft.body = cast.draft.body.replace("[1]", "")
    assert beginning.left_out_of(session, cast.draft) == before + 1
    cast.draft.kind = "thank-you"
    assert beginning.left_out_of(session, cast.draft) == 0
