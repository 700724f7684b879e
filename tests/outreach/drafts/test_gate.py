"""Give before you ask, at the letter: what must be settled first, what a reason passes, and what nothing passes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.accounts.models import SenderProfile
from outreach.drafts import departures, gate, operations
from outreach.drafts.departures import Leaving
from outreach.errors import Refused
from outreach.mail.personal import mailbox
from outreach.people.operations import By
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY

ALICE = mailbox("Alice Ferreira", "alice@harborpoint.example.org")
WHY = "She asked me herself to write once more."


def rules_found(session, draft) -> list[str]:
    return [one.rule for one in gate.remarks(session, draft, NOON)]


def test_a_second_request_waits_for_a_give_and_a_thank_you_does_not(session, cast, asked_before):
    assert rules_found(session, cast.draft) == ["give-first"]
    cast.draft.kind = "thank-you"
    assert rules_found(session, cast.draft) == []


def test_it_stands_among_what_must_be_fixed_and_a_written_reason_passes_it(session, cast, asked_before, by):
    checked = operations.check(session, cast.draft, cast.draft.subject, cast.draft.body, NOON)
    found = next(one for one in checked.remarks if one.rule == "give-first")
    assert (found.tone, found.phrase, found.can_pass, found.stops) == ("bad", "", True, True)
    operations.let_stand(session, cast.draft, "give-first", WHY, by)
    assert all(one.passed for one in gate.remarks(session, cast.draft, NOON))
    assert gate.reasons_passed(cast.draft) == {"give-first": WHY}


def test_a_give_settles_it(session, cast, asked_before):
    ledger_factories.make_give(session, cast.leader)
    assert rules_found(session, cast.draft) == []


@pytest.mark.parametrize("kind", ["interview-request", "thank-you", "other", "reminder"])
def test_a_pause_stops_every_letter_whatever_the_reason(session, cast, kind, by):
    ledger_factories.make_pause(session, cast.leader)
    cast.draft.kind = kind
    assert "paused" in rules_found(session, cast.draft)
    with pytest.raises(Refused, match="no reason"):
        operations.let_stand(session, cast.draft, "paused", WHY, by)
    ruling = operations.may_leave(session, cast.draft, NOON)
    assert not ruling.allowed
    assert not ruling.can_pass
    assert ruling.reasons == ("Everything about Inés Okafor-Lindqvist is paused until Sun, Dec 20.",)


@pytest.mark.parametrize(("kind", "key"), [("condolence", "condolence"), ("condolence", "support-note"),
                                           ("other", "support-note")])  # fmt: skip
def test_a_word_of_condolence_or_support_may_leave(session, plain, kind, key, by):
    ledger_factories.make_pause(session, plain.person)
    plain.kind, plain.letter_key = kind, key
    assert rules_found(session, plain) == []
    assert gate.paused(session, plain, NOON) == ()


def test_a_pause_is_over_by_the_day_of_where_the_writer_is(session, plain):
    ledger_factories.make_pause(session, plain.person, begins_on=TODAY - timedelta(days=9), until=TODAY)
    assert gate.paused(session, plain, NOON) == ()
    user = factories.make_user(session)
    session.add(SenderProfile(user_id=user.id, name="A", time_zone="Pacific/Honolulu", updated_at=NOON))
    plain.written_by_id = user.id
    session.flush()
    early = NOON.replace(hour=5)  # seven in the evening of the day before, over there
    assert gate.paused(session, plain, early)


def test_a_pause_that_came_after_the_letter_was_taken_holds_at_the_moment_of_sending(session, plain, by):
    departures.begin(session, plain, Leaving("copied", ALICE), by)
    ledger_factories.make_pause(session, plain.person)
    with pytest.raises(Refused, match="paused until"):
        departures.begin(session, plain, Leaving("eml", ALICE), By(by.user_id, NOON + timedelta(hours=1)))


# --- notes after a request ------------------------------------------------------------------------------------------


@pytest.fixture
def note(session, cast):
    """A note that was begun after a request which was sent three weeks ago."""
    sent = NOON - timedelta(days=21)
    request = factories.make_draft(session, cast.leader, state="sent", sent_at=sent)
    return factories.make_draft(session, cast.leader, kind="reminder", answers_id=request.id)


def against(session, draft, now=NOON) -> str:
    return " ".join(gate.against_a_note(session, draft, now))


def sent_note(session, note, days_ago):
    row = factories.make_draft(
        session, note.person, kind="reminder", state="sent", sent_at=NOON - timedelta(days=days_ago),
        answers_id=note.answers_id,
    )  # fmt: skip
    note.answers_id = row.id
    session.flush()


def test_a_note_that_lay_about_does_not_leave_after_an_answer(session, note, by):
    assert against(session, note) == ""
    ledger_factories.make_answer(session, note.person, answer="out_of_office", happened_on=TODAY - timedelta(days=9))
    assert against(session, note) == ""
    ledger_factories.make_answer(session, note.person, answer="no", happened_on=TODAY - timedelta(days=2))
    assert "No note follows an answer" in against(session, note)
    with pytest.raises(Refused, match="was heard from on"):
        departures.begin(session, note, Leaving("copied", ALICE), by)


def test_an_answer_to_what_was_before_the_request_stops_no_note(session, note):
    ledger_factories.make_answer(session, note.person, happened_on=TODAY - timedelta(days=40))
    assert against(session, note) == ""


def test_a_third_note_and_one_right_after_another_do_not_leave(session, note):
    sent_note(session, note, days_ago=7)
    assert "Let seven working days pass" in against(session, note)
    assert against(session, note, NOON + timedelta(days=1)) == ""
    sent_note(session, note, days_ago=1)
    assert "A third would press" in against(session, note, NOON + timedelta(days=90))


def test_other_letters_may_follow_an_answer(session, note):
    ledger_factories.make_answer(session, note.person, happened_on=TODAY)
    note.kind = "thank-you"
    assert against(session, note) == ""
