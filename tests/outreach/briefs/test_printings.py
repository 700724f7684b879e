"""What was printed is kept byte for byte, and goes when somebody in it is forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.briefs import build, printings
from outreach.briefs.models import PrintedFile, PrintedPage, Printing
from outreach.briefs.packs import USUAL_PARTS, gathered_pack
from outreach.briefs.printings import Damaged, Erased, file_of, keep, printed_brief, printed_pack
from outreach.dossiers import uses
from outreach.dossiers.models import Fact, FactUse
from outreach.errors import NotFound
from outreach.people.models import Person
from outreach.people.operations import By
from tests import event_factories, factories
from tests.factories import NOON


@pytest.fixture
def printed(session, cast, user):
    """The pack as it would be kept now."""
    gathered = gathered_pack(session, cast.event, user=user, now=NOON, paper="letter")
    return printed_pack(cast.event, gathered, "letter", USUAL_PARTS)


@pytest.fixture
def kept(session, printed, by) -> Printing:
    return keep(session, printed, by)


def forget(session, person: Person) -> None:
    session.delete(person)
    session.flush()
    session.expire_all()


def test_the_file_comes_back_byte_for_byte(session, printed, kept):
    session.expire_all()
    assert file_of(session, kept) == printed.body
    assert (kept.kind, kept.pages, kept.paper, kept.parts) == ("pack", 4, "letter", list(USUAL_PARTS))
    assert kept.content["people"] == 2


def test_each_person_has_their_page_with_what_it_says(session, cast, kept):
    pages = {row.person_id: row for row in session.scalars(select(PrintedPage))}
    assert {number: row.number for number, row in pages.items()} == {cast.leader.id: 2, cast.unknown.id: 3}
    said = pages[cast.leader.id].content
    assert said["stands"]["time"] == "10:40–11:00 AM"
    assert said["line"]["name"] == "Inés Okafor-Lindqvist"
    assert said["brief"]["title"] == "Briefing: Inés Okafor-Lindqvist"


def test_the_same_press_twice_keeps_one(session, printed, kept, by):
    assert keep(session, printed, by).id == kept.id
    later = By(by.user_id, NOON + timedelta(minutes=5))
    assert keep(session, printed, later).id != kept.id


def test_a_fact_that_changes_marks_the_print(session, cast, kept):
    use = session.scalar(select(FactUse).where(FactUse.used_id == kept.id, FactUse.used_in == "brief"))
    assert use.path == f"/briefs/{kept.id}"
    uses.mark(session, [use.fact_id], "No source says it any more.", NOON)
    assert [one.fact_id for one in uses.waiting_at(session, "brief", kept.id)] == [use.fact_id]
    assert session.get(Fact, use.fact_id) is not None


def test_a_file_that_is_not_as_it_was_is_not_handed_out(session, kept):
    row = session.scalar(select(PrintedFile))
    row.body = row.body[:-1] + b"x"
    session.flush()
    with pytest.raises(Damaged):
        file_of(session, kept)
    session.delete(row)
    session.flush()
    with pytest.raises(Damaged):
        file_of(session, kept)


def test_a_deleted_person_stays_on_the_print_until_they_are_forgotten(session, cast, printed, kept):
    cast.leader.deleted_at = NOON
    session.flush()
    assert file_of(session, kept) == printed.body
    assert printings.erase_forgotten(session, NOON) == 0
    forget(session, cast.leader)
    with pytest.raises(Erased):
        file_of(session, kept)  # at once, before the job has come by


def test_the_file_goes_when_somebody_in_it_was_forgotten(session, cast, kept):
    forget(session, cast.leader)
    assert printings.erase_forgotten(session, NOON) == 1
    assert session.scalar(select(PrintedFile)) is None
    assert kept.erased_at == NOON
    assert [row.person_id for row in session.scalars(select(PrintedPage))] == [cast.unknown.id]
    assert printings.erase_forgotten(session, NOON) == 0


def test_a_single_brief_goes_with_its_person_and_leaves_no_name_at_the_facts_of_the_house(session, cast, gather, by):
    material = gather(appearance=cast.meeting)
    row = keep(session, printed_brief(cast.leader, material, build.build(material), "a4", cast.event), by)
    assert (row.paper, row.pages, row.person_id) == ("a4", 1, cast.leader.id)
    assert "Inés" not in session.scalar(select(FactUse.label).where(FactUse.used_id == row.id))
    forget(session, cast.leader)
    assert session.scalar(select(Printing)) is None
    session.add(FactUse(fact_id=factories.make_fact(session).id, used_in="brief", used_id=row_id(session), used_at=NOON,
                        label="", path="/briefs/1"))  # fmt: skip
    printings.erase_forgotten(session, NOON)
    assert session.scalar(select(FactUse)) is None


def row_id(session) -> int:
    """A number that no print has."""
    return (session.scalar(select(Printing.id)) or 0) + 1000


def test_deleting_takes_file_pages_and_uses_along(session, kept):
    printings.remove(session, kept)
    for table in (Printing, PrintedFile, PrintedPage, FactUse):
        assert session.scalar(select(table)) is None


def test_prints_of_deleted_events_and_people_are_out_of_sight(session, cast, kept, by, gather):
    material = gather()
    single = keep(session, printed_brief(cast.leader, material, build.build(material), "letter"), by)
    assert [row.id for row in printings.printings(session).rows] == [single.id, kept.id]
    cast.event.deleted_at = cast.leader.deleted_at = NOON
    session.flush()
    assert printings.printings(session).rows == ()
    for row in (kept, single):
        with pytest.raises(NotFound):
            printings.printing_here(session, row.id)


def test_the_paper_of_the_last_print_is_remembered(session, cast, by):
    assert printings.last_paper(session, by.user_id) == "letter"
    event_factories.make_printing(session, cast.event, paper="a4", made_by_id=by.user_id)
    assert printings.last_paper(session, by.user_id) == "a4"
