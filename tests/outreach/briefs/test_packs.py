"""A pack in the order of the day, with the page of each person, whatever is known of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.briefs import packs
from outreach.briefs.model import plain
from outreach.briefs.packs import PARTS, USUAL_PARTS, gathered_pack, pack_of, pages_at_least, people_in_pack
from tests import event_factories, factories
from tests.factories import NOON


@pytest.fixture
def make(session, cast, user):
    def made(parts=USUAL_PARTS, **named):
        session.flush()
        session.expire_all()
        return pack_of(session, cast.event, user=user, now=NOON, paper="letter", parts=parts, **named)

    return made


def test_people_stand_in_the_order_of_the_day_with_the_page_of_their_brief(make):
    pack = make()
    lines = pack.run_sheet.lines
    assert [(line.time, line.name, line.page) for line in lines] == [
        ("10:40–11:00 AM", "Inés Okafor-Lindqvist", 2), ("12:00 PM", "Bo Thistlewood", 3),
    ]  # fmt: skip
    assert [one.title for one in pack.briefs] == ["Briefing: Inés Okafor-Lindqvist", "Briefing: Bo Thistlewood"]
    assert [one.name for one in pack.cards] == ["Inés Okafor-Lindqvist", "Bo Thistlewood"]
    assert lines[0].role == "Chief Operating Officer, Harrow Lake Regional"
    assert (lines[0].where, lines[0].aim) == ("Coffee bar, level 2", "20 minutes by phone in December.")


def test_the_run_sheet_says_the_event_what_to_carry_and_for_whom(make):
    sheet = make().run_sheet
    assert sheet.event_line == "Thu, Dec 3 to Sat, Dec 5, 2026 · Lakeside Conference Center, Duluth"
    assert sheet.summary == "Two conversations. Page numbers are at the right."
    assert sheet.carry == ("Five copies of the summary",)
    assert sheet.foot == "Made Nov 20, 2026 for Alice Ferreira. Private: keep it with you, do not leave it on a table."


def test_somebody_of_whom_nothing_is_known_is_printed_and_said_to_be_so(make):
    brief = make().briefs[1]
    assert "Not researched" in " ".join(
        [brief.card.title, brief.card.aside, *(plain(row.text) for row in brief.card.rows)]
    )


def test_a_name_without_letters_that_can_be_printed_stands_on_the_run_sheet_as_on_its_page(make, cast):
    cast.unknown.name, cast.unknown.goes_by = "王小明", "Xiaoming Wang"
    assert make().run_sheet.lines[1].name == "Xiaoming Wang"


def test_who_is_unticked_deleted_or_joined_to_another_is_not_in_it(make, session, cast):
    cast.meeting.in_pack = False
    assert [one.title for one in make().briefs] == ["Briefing: Bo Thistlewood"]
    cast.unknown.deleted_at = NOON
    pack = make()
    assert pack.briefs == ()
    assert pack.run_sheet.summary == "Nobody is in this pack yet."
    cast.meeting.in_pack, cast.leader.merged_into_id = True, cast.unknown.id
    assert make().briefs == ()


def test_parts_that_are_not_ticked_are_not_in_it_and_pages_count_without_them(make):
    without_sheet = make(("briefs", "cards"))
    assert without_sheet.run_sheet is None
    assert len(without_sheet.briefs) == len(without_sheet.cards) == 2
    only_sheet = make(("run_sheet", "sources"))
    assert (only_sheet.briefs, only_sheet.cards, only_sheet.with_sources) == ((), (), False)
    assert [line.page for line in only_sheet.run_sheet.lines] == [None, None]
    assert make(("briefs", "sources")).with_sources


def test_the_page_of_each_person_is_told_where_there_is_no_run_sheet(session, cast, user):
    found = gathered_pack(session, cast.event, user=user, now=NOON, paper="letter", parts=("briefs",))
    assert [one.page for one in found.entries] == [1, 2]


def test_how_far_it_is_is_told_after_each_person(session, cast, user):
    told = []
    gathered_pack(
        session, cast.event, user=user, now=NOON, paper="a4", progress=lambda done, total: told.append((done, total))
    )
    assert told == [(1, 2), (2, 2)]


def test_the_same_values_make_the_same_pack(make):
    assert make() == make()


def test_meetings_of_later_days_come_later_and_those_without_a_time_at_the_end_of_the_day(session, cast):
    rows = {}
    for name, day, minute in (("later", 1, 500), ("open", 0, None), ("first", 0, 480)):
        person = factories.make_person(session, name=f"Person {name}")
        rows[name] = event_factories.make_appearance(
            session, cast.event, person, meets_on=cast.event.starts_on + timedelta(days=day), starts_minute=minute,
            ends_minute=None,
        )  # fmt: skip
    found = [row.person.name for row in people_in_pack(session, cast.event)]
    assert found == ["Person first", "Inés Okafor-Lindqvist", "Bo Thistlewood", "Person open", "Person later"]


def test_more_people_than_a_pack_holds_are_left_out(session, cast, user, monkeypatch):
    monkeypatch.setattr(packs, "MOST_PEOPLE", 1)
    assert len(pack_of(session, cast.event, user=user, now=NOON, paper="letter").briefs) == 1


def test_pages_are_counted_before_anything_is_drawn():
    assert pages_at_least(5, USUAL_PARTS) == 1 + 5 + 2
    assert pages_at_least(5, tuple(PARTS)) == 1 + 5 + 2 + 1
    assert pages_at_least(0, ("cards",)) == 0
