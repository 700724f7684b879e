"""A print compared with what would be printed now: only what the user would act on is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.briefs.differences import compared
from outreach.briefs.models import PrintedPage
from outreach.briefs.packs import USUAL_PARTS, gathered_pack
from outreach.briefs.printings import keep, printed_pack
from outreach.dossiers.models import Fact
from outreach.people.models import Position
from tests import event_factories, factories, ledger_factories
from tests.factories import NOON
from tests.outreach.briefs.conftest import told

LATER = NOON + timedelta(days=2)


@pytest.fixture
def printing(session, cast, user, by):
    """The pack as it was printed: the talk of a publication and the award stand on it."""
    gathered = gathered_pack(session, cast.event, user=user, now=NOON, paper="letter")
    return keep(session, printed_pack(cast.event, gathered, "letter", USUAL_PARTS), by)


@pytest.fixture
def since(session, printing, user):
    """What has changed since, as (name, kind, words)."""

    def found():
        session.flush()
        session.expire_all()
        sheet = compared(session, printing, user=user, now=LATER).sheet
        return [(one.name, one.kind, one.words) for one in sheet.differences]

    return found


def printed_fact(session) -> Fact:
    """A fact that stands on the printed page."""
    page = session.scalar(select(PrintedPage).where(PrintedPage.number == 2))
    keys = list(page.content["stands"]["facts"])
    assert keys, "the brief tells no fact at all"
    return session.get(Fact, int(keys[0].partition(":")[2]))


def test_where_nothing_is_otherwise_that_is_said(session, printing, since, user):
    assert since() == []
    sheet = compared(session, printing, user=user, now=LATER).sheet
    assert sheet.summary == "Nothing has changed since your print of Friday."
    assert (sheet.since, sheet.title) == ("since your print of Friday", "Prairie Lakes Health Leaders Forum")


@pytest.mark.parametrize(
    ("values", "kind", "said"),
    [
        ({"state": "withdrawn"}, "fact_withdrawn", "You withdrew this since. Do not say it."),
        ({"state": "gone"}, "fact_withdrawn", "No source says this any more. Do not say it."),
        ({"value_words": "Told in other words"}, "fact_changed", "Sources tell this otherwise now."),
        ({"is_own_note": True}, "fact_disputed", "Only your notes say this now. Do not state it as a fact."),
    ],
)
def test_what_became_of_a_fact_is_told(session, printing, since, values, kind, said):
    fact = printed_fact(session)
    for name, value in values.items():
        setattr(fact, name, value)
    assert since() == [("Inés Okafor-Lindqvist", kind, said)]


def test_a_corrected_fact_says_what_stands_instead(session, printing, since, user):
    fact = printed_fact(session)
    fact.state = "corrected"
    told(session, person_id=fact.person_id, predicate=fact.predicate, value="Another award",
         corrected_from_id=fact.id)  # fmt: skip
    assert [kind for _, kind, _ in since()] == ["fact_changed"]
    (one,) = compared(session, printing, user=user, now=LATER).sheet.differences
    assert [run.text for run in one.now] == ["Another award"]
    assert fact.value_words in one.before
    assert one.page == 2


def test_a_fact_that_sources_disagree_about_since_is_told(session, printing, since):
    fact = printed_fact(session)
    fact.predicate, fact.standing = "education", "disputed"
    told(session, person_id=fact.person_id, predicate="education", value="Doctor of Letters", standing="disputed")
    (one,) = since()
    assert one[1:] == ("fact_disputed", "Sources disagree about this now. Do not state it as a fact.")


def test_a_fact_that_was_never_on_the_page_is_not_missed(session, cast, since):
    told(session, person_id=cast.leader.id, predicate="membership", value="Guild of Quiet Corridors")
    assert since() == []


def test_another_post_another_time_another_place(session, cast, printing, since):
    post = session.scalar(select(Position).where(Position.person_id == cast.leader.id))
    post.title = "Chief Executive Officer"
    cast.meeting.starts_minute, cast.meeting.ends_minute, cast.meeting.meeting_place = 870, 890, "Lobby"
    assert [kind for _, kind, _ in since()] == ["time", "place", "role"]


def test_a_session_that_went_is_told(session, cast, user, by):
    held = event_factories.make_event_session(session, cast.event)
    cast.meeting.session_id = held.id
    session.flush()
    session.expire_all()
    gathered = gathered_pack(session, cast.event, user=user, now=NOON, paper="letter")
    printing = keep(session, printed_pack(cast.event, gathered, "letter", USUAL_PARTS), by)
    held.state = "gone"
    session.flush()
    session.expire_all()
    found = compared(session, printing, user=user, now=LATER).sheet.differences
    assert [one.words for one in found] == ["“Boarding after the short-stay unit” is no longer in the program."]


def test_who_came_who_went_who_was_deleted(session, cast, since):
    added = factories.make_person(session, name="Added Oyelaran")
    event_factories.make_appearance(session, cast.event, added)
    cast.meeting.in_pack = False
    cast.unknown.deleted_at = NOON
    assert since() == [
        ("Inés Okafor-Lindqvist", "person_removed", "Not in the pack any more."),
        ("Bo Thistlewood", "person_deleted", "Is no longer kept here. Take the page out."),
        ("Added Oyelaran", "person_added", "Added since the print. You meet on Thu, Dec 3, 2026, 10:40 AM."),
    ]


def test_somebody_who_was_forgotten_has_no_name_any_more(session, cast, since):
    session.delete(cast.unknown)
    (one,) = since()
    assert one == ("", "person_deleted", "One person of this print is no longer kept here. Take the page out.")


def test_two_who_turned_out_to_be_one_are_told_once(session, cast, since):
    page = session.scalar(select(PrintedPage).where(PrintedPage.person_id == cast.unknown.id))
    page.person_id = cast.leader.id
    cast.unknown.merged_into_id = cast.leader.id
    assert since() == [
        (
            "Inés Okafor-Lindqvist",
            "person_joined",
            "Inés Okafor-Lindqvist and Bo Thistlewood turned out to be one person.",
        )
    ]


def test_a_new_contact_and_a_new_promise_are_told(session, cast, since):
    ledger_factories.make_touch(session, cast.leader, kind="met", what="In the hall", happened_on=NOON.date())
    ledger_factories.make_promise(session, cast.leader, what="Send the summary", due_on=None)
    assert [(kind, words) for _, kind, words in since()] == [
        ("contact", "You met or spoke on Nov 20, 2026: In the hall."), ("promise", "You promised: Send the summary."),
    ]  # fmt: skip


def test_an_event_that_moved_is_told_first(session, cast, since):
    cast.event.place = "Harbor Hall"
    assert since()[0] == ("", "event", "The event is now at Harbor Hall.")


def test_whose_changes_they_are_is_known(session, cast, printing, user):
    cast.meeting.meeting_place = "Lobby"
    session.flush()
    session.expire_all()
    assert compared(session, printing, user=user, now=LATER).people == {cast.leader.id}
