"""Drafts made, saved from two windows, given facts, let stand with a reason, and what keeps one from leaving."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.dossiers import fact_changes, uses
from outreach.dossiers.fact_changes import Correction
from outreach.drafts import operations, queries, versions
from outreach.drafts.models import Draft
from outreach.drafts.operations import NewDraft
from outreach.errors import NotFound, Refused
from outreach.people import operations as people
from outreach.people.operations import By
from tests import factories
from tests.factories import NOON

LATER = NOON + timedelta(minutes=30)


def new(cast, **named) -> NewDraft:
    told = {
        "letter_key": "interview_request",
        "kind": "interview-request",
        "subject": "Interview request",
        "body": "Dear Inés [1],",
    }
    return NewDraft(**{**told, "person_id": cast.leader.id, "facts": ((cast.fact.id, None, "It fell."),), **named})


def texts(session, draft) -> list[str]:
    return [versions.version_here(session, draft, one.id).body for one in versions.all_of(session, draft)]


# --- making -------------------------------------------------------------------------------------------------------


def test_a_composed_draft_has_its_first_version_and_tells_which_facts_it_uses(session, cast, by):
    draft = operations.create(session, new(cast), by)
    assert [one.origin for one in versions.all_of(session, draft)] == ["Composed from the letter"]
    (use,) = uses.uses_at(session, "draft", draft.id)
    assert (use.fact_id, use.path) == (cast.fact.id, f"/drafts/{draft.id}")
    assert use.label == "the letter “Interview request” to Inés Okafor-Lindqvist"


def test_the_same_form_sent_twice_makes_one_draft(session, cast, by):
    assert operations.create(session, new(cast), by) is operations.create(session, new(cast), by)
    other = operations.create(session, new(cast, body="Dear Inés,"), by)
    assert session.get(Draft, other.id) is other


def test_nothing_is_written_to_somebody_who_is_not_to_be_contacted(session, cast, by):
    people.ask_not_to_contact(session, cast.leader.id, "asked us on March 3", by)
    with pytest.raises(Refused, match="Inés Okafor-Lindqvist is not to be contacted: asked us on March 3"):
        operations.create(session, new(cast), by)
    ruling = operations.may_leave(session, cast.draft, NOON)
    assert (ruling.allowed, ruling.can_pass) == (False, False)


# --- saving -------------------------------------------------------------------------------------------------------


def test_what_another_window_saved_is_kept_and_told(session, cast, by):
    draft = cast.draft
    first = operations.save(session, draft, "A", "from the first window [1]", draft.version, by)
    assert first.kept_other is None
    stale = draft.version - 1
    second = operations.save(session, draft, "A", "from the second window [1]", stale, By(by.user_id, LATER))
    assert (draft.body, second.kept_other, second.other_at) == ("from the second window [1]", 1, NOON)
    assert texts(session, draft) == ["from the first window [1]"]


def test_the_same_text_saved_again_changes_nothing(session, cast, by):
    before = cast.draft.version
    saved = operations.save(session, cast.draft, cast.draft.subject, cast.draft.body, before - 5, By(by.user_id, LATER))
    assert (cast.draft.version, cast.draft.updated_at, saved.kept_other) == (before, NOON, None)


def test_a_letter_that_was_sent_or_put_away_is_not_written_on(session, cast, by):
    operations.put_away(session, cast.draft, by)
    with pytest.raises(Refused, match="put away"):
        operations.save(session, cast.draft, "", "x", 1, by)
    operations.take_up(session, cast.draft, by)
    cast.draft.state, cast.draft.sent_at = "sent", NOON
    for act in (
        lambda: operations.save(session, cast.draft, "", "x", 1, by),
        lambda: operations.put_away(session, cast.draft, by),
    ):
        with pytest.raises(Refused, match="was sent"):
            act()


def test_a_mark_taken_out_of_the_text_uses_the_fact_no_more(session, cast, by):
    operations.save(session, cast.draft, "A", "It fell [1].", cast.draft.version, by)
    assert [use.fact_id for use in uses.uses_at(session, "draft", cast.draft.id)] == [cast.fact.id]
    operations.save(session, cast.draft, "A", "It fell.", cast.draft.version, by)
    assert uses.uses_at(session, "draft", cast.draft.id) == []


# --- facts --------------------------------------------------------------------------------------------------------


def test_a_fact_gets_the_next_number_and_keeps_it(session, cast, by):
    other = factories.make_fact(session, person_id=cast.leader.id)
    row = operations.put_in(session, cast.draft, other, "It opened in May.")
    assert (row.number, operations.put_in(session, cast.draft, other, "again").id) == (2, row.id)
    operations.append(session, cast.draft, row, "It opened in May.", by)
    assert cast.draft.body.split("\n\n")[-2:] == ["It opened in May. [2]", "Sincerely,\nJordan Ellis"]


def test_a_fact_that_does_not_hold_is_not_put_in(session, cast, by):
    gone = factories.make_fact(session, person_id=cast.leader.id, state="withdrawn")
    with pytest.raises(Refused, match="does not hold any more"):
        operations.put_in(session, cast.draft, gone, "x")


@pytest.mark.parametrize("change", ["withdraw", "correct"])
def test_a_draft_whose_fact_changes_is_marked_and_cannot_leave_as_it_is(session, cast, by, change):
    operations.note_uses(session, cast.draft, by)
    if change == "withdraw":
        fact_changes.withdraw(session, cast.fact, "one floor only", by)
    else:
        fact_changes.correct(session, cast.fact, Correction("Boarding fell by 13%", "read it again"), by)
    assert [use.needs_look_since for use in uses.waiting_at(session, "draft", cast.draft.id)] == [NOON]
    ruling = operations.may_leave(session, cast.draft, NOON)
    assert (ruling.allowed, ruling.can_pass) == (False, False)
    assert any(reason.startswith("“[1]”:") for reason in ruling.reasons)


def test_a_corrected_fact_can_take_the_place_of_the_old_one(session, cast, by):
    operations.note_uses(session, cast.draft, by)
    made = fact_changes.correct(session, cast.fact, Correction("Boarding fell by 13%", "read it again"), by)
    (one,) = queries.cited(session, cast.draft, NOON.date())
    assert (one.instead_id, one.trouble) == (made.id, "This fact was corrected since.")
    operations.take_corrected(session, cast.draft, one.row_id, made.id, "It fell by 13%.", by)
    (one,) = queries.cited(session, cast.draft, NOON.date())
    assert (one.trouble, one.sentence) == ("", "It fell by 13%.")
    assert [use.fact_id for use in uses.uses_at(session, "draft", cast.draft.id)] == [made.id]
    with pytest.raises(NotFound):
        operations.take_corrected(session, cast.draft, one.row_id, cast.fact.id, "x", by)


# --- putting away and deleting -------------------------------------------------------------------------------------


def test_a_deleted_draft_can_be_brought_back_for_30_days(session, cast, by):
    operations.note_uses(session, cast.draft, by)
    operations.remove(session, cast.draft, by)
    with pytest.raises(NotFound):
        queries.draft_here(session, cast.draft.id)
    assert uses.uses_at(session, "draft", cast.draft.id) == []
    operations.bring_back(session, cast.draft, By(by.user_id, NOON + timedelta(days=30)))
    assert queries.draft_here(session, cast.draft.id) is cast.draft
    assert len(uses.uses_at(session, "draft", cast.draft.id)) == 1
    operations.remove(session, cast.draft, by)
    with pytest.raises(Refused, match="30 days ago"):
        operations.bring_back(session, cast.draft, By(by.user_id, NOON + timedelta(days=31)))
    assert operations.forget_deleted(session, NOON + timedelta(days=31)) == 1


def test_putting_away_keeps_the_text_as_a_version(session, cast, by):
    operations.put_away(session, cast.draft, by)
    operations.put_away(session, cast.draft, by)
    assert texts(session, cast.draft) == [cast.draft.body]
    assert operations.may_leave(session, cast.draft, NOON).reasons == ("This draft was put away. Bring it back first.",)
