"""Joining two people and parting them: what comes over, what stays, and that undoing leaves all as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.app import load_models
from outreach.db import Base
from outreach.dossiers.models import Claim, Fact, Program, ResearchRun
from outreach.errors import NotFound, Refused
from outreach.people import merging, operations, queries
from outreach.people.merging import Wanted
from outreach.people.models import Contact, Person, PersonIdentifier, PersonMerge, PersonNote, Position
from outreach.people.operations import By, ChangedElsewhere
from outreach.search import SearchEntry, search
from tests import factories
from tests.factories import NOON, make_note, make_organization, make_person, make_position, make_workspace

LATER = NOON + timedelta(hours=1)
NO_PERSON_OF_ITS_OWN = {"person.merged_into_id", "person_merge.kept_id", "person_merge.merged_id",
                        "not_same.person_id", "not_same.other_id", "search_entry.person_id"}  # fmt: skip
"""Columns that hold a person's id and stay: they tell of the merging itself, or are written with their row."""


@pytest.fixture
def workspace(each_database):
    return make_workspace(each_database)


@pytest.fixture
def session(each_database, workspace):
    with each_database.session_for(workspace) as session:
        yield session


@pytest.fixture
def by(each_database):
    with each_database.open_session() as session:
        return By(factories.make_user(session).id, LATER)


@pytest.fixture
def two(session):
    """Roberta who is kept, and Bobbie who turns out to be her."""
    return make_person(session, name="Roberta Okafor"), make_person(session, name="Bobbie Okafor", credentials="PhD")


def wanted(kept, merged, *taken):
    return Wanted(kept.id, merged.id, kept.version, merged.version, frozenset(taken))


def rows_of(session):
    """Every row of the workspace that the merging could touch, without what a save always changes."""
    session.expire_all()
    skipped = {"version", "updated_at"}
    found = {}
    for mapper in Base.registry.mappers:
        table = mapper.class_
        if table in (PersonMerge, SearchEntry) or not hasattr(table, "workspace_id"):
            continue
        for row in session.scalars(select(table)):
            values = {one.key: getattr(row, one.key) for one in mapper.column_attrs if one.key not in skipped}
            found[table.__tablename__, row.id] = values
    return found


def test_every_row_about_a_person_goes_with_them():
    load_models()
    links = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "person"
    }
    assert links - merging.followed() - NO_PERSON_OF_ITS_OWN == set(), "these would stay behind: see merging.follows"


def fill(session, person, house):
    """One of everything about a person."""
    make_position(session, person, house, title=f"Director {person.id}")
    make_note(session, person, text=f"Spoke of lanterns, {person.name}")
    factories.make_person_identifier(session, person)
    factories.make_contact(session, person)
    claim = factories.make_claim(session, person_id=person.id)
    factories.make_fact_claim(session, factories.make_fact(session, person_id=person.id), claim)
    factories.make_program(session, person_id=person.id)
    factories.make_candidate(session, person_id=person.id)
    factories.make_verdict(session, person_id=person.id)


def test_all_comes_over_and_undoing_leaves_everything_as_it_was(session, by, two):
    kept, merged = two
    house = make_organization(session)
    for person in two:
        fill(session, person, house)
    merged.email, merged.email_key = "bobbie@example.org", "bobbie@example.org"
    session.flush()
    before = rows_of(session)
    made = merging.merge(session, wanted(kept, merged), by)
    for model in (Position, PersonNote, PersonIdentifier, Claim, Fact, Program):
        assert set(session.scalars(select(model.person_id))) == {kept.id}, model
    assert kept.email == "bobbie@example.org"
    assert rows_of(session) != before
    merging.undo(session, made.id, by)
    assert rows_of(session) == before


def test_research_of_both_is_concluded_together_and_apart_again(session, by, two):
    kept, merged = two
    for number, person in enumerate(two):
        query = {"kind": "person", "name": person.name, "organization": "Harrow Lake Regional"}
        run = factories.make_run(session, person_id=person.id, query=query, state="finished", finished_at=NOON)
        factories.make_run_source(session, run, source_key="newsroom_feed")
        claim = factories.make_claim(
            session, person_id=person.id, run_id=run.id, last_run_id=run.id, record_label=person.name, value="Chair",
            record_id=f"page-{number}",
        )  # fmt: skip
        factories.make_fact_claim(session, factories.make_fact(session, person_id=person.id), claim)
    before = rows_of(session)
    made = merging.merge(session, wanted(kept, merged), by)
    assert {run.person_id for run in session.scalars(select(ResearchRun))} == {kept.id}
    assert [fact.person_id for fact in session.scalars(select(Fact).where(Fact.state == "gone"))]
    assert rows_of(session) != before
    merging.undo(session, made.id, by)
    assert rows_of(session) == before


def test_what_the_kept_one_has_already_stays_out_of_sight(session, by, two):
    kept, merged = two
    house = make_organization(session)
    assistant = make_person(session, name="Tom Adébáyọ̀", kind="assistant")
    for person in two:
        make_position(session, person, house, title="Chair")
        factories.make_contact(session, person, person_id=assistant.id)
        factories.make_claim(session, person_id=person.id, fingerprint="f" * 64)
    preview = merging.preview(session, kept.id, merged.id, LATER)
    assert ("posts", 0, 1) in preview.moves
    merging.merge(session, wanted(kept, merged), by)
    page = queries.person_page(session, kept.id)
    assert [post.words for post in page.posts] == [f"Chair, {house.name}"]
    assert len(page.contacts) == 1
    assert len(queries.contacts_of(session, assistant.id)[1]) == 1


def test_an_assistant_may_turn_out_to_be_the_leader(session, by, two):
    kept, merged = two
    factories.make_contact(session, kept, person_id=merged.id)
    merging.merge(session, wanted(kept, merged), by)
    assert queries.contacts_of(session, kept.id) == ((), ())
    assert session.scalar(select(Contact.person_id)) == merged.id


def test_empty_fields_are_filled_and_others_only_on_request(session, by, two):
    kept, merged = two
    kept.office_phone, merged.office_phone = "555-0100", "555-0199"
    kept.reason, merged.reason = "Leads quality", "Leads rounds"
    merged.website = "https://okafor.example.org"
    session.flush()
    made = merging.merge(session, wanted(kept, merged, "reason"), by)
    assert (kept.office_phone, kept.website, kept.reason) == ("555-0100", merged.website, "Leads rounds")
    merging.undo(session, made.id, by)
    assert (kept.office_phone, kept.website, kept.reason) == ("555-0100", "", "Leads quality")


def test_both_addresses_find_the_person(session, by, two):
    kept, merged = two
    for person, address in ((kept, "ro@example.org"), (merged, "bo@example.org")):
        person.email = person.email_key = address
    session.flush()
    merging.merge(session, wanted(kept, merged), by)
    for address in ("ro@example.org", "bo@example.org"):
        assert [one.id for one in queries.by_email(session, address)] == [kept.id]


def test_who_is_not_to_be_contacted_stays_so(session, by, two):
    kept, merged = two
    operations.ask_not_to_contact(session, merged.id, "Asked in May", by)
    made = merging.merge(session, wanted(kept, merged), by)
    assert (kept.do_not_contact_since, kept.do_not_contact_reason) == (LATER, "Asked in May")
    merging.undo(session, made.id, by)
    assert kept.may_be_contacted


def test_both_names_find_the_one_that_is_left(session, by, two):
    kept, merged = two
    make_note(session, merged, text="Spoke of lanterns")
    made = merging.merge(session, wanted(kept, merged), by)
    assert [(one.kind, one.ref_id) for one in search(session, "bobbie", kinds=("person",))] == [("person", kept.id)]
    assert [one.beside for one in search(session, "lanterns")] == ["Note on Roberta Okafor"]
    details = operations.Details("Roberta Okafor", given_name="Roberta", family_name="Okafor")
    operations.change(session, kept.id, details, kept.version, by)
    assert [one.ref_id for one in search(session, "bobbie", kinds=("person",))] == [kept.id]
    merging.undo(session, made.id, by)
    assert [one.beside for one in search(session, "lanterns")] == ["Note on Bobbie Okafor"]
    assert merged.id in {one.ref_id for one in search(session, "bobbie", kinds=("person",))}


def test_the_old_address_leads_to_the_one_that_is_left(session, by, two):
    kept, merged = two
    merging.merge(session, wanted(kept, merged), by)
    assert queries.joined_to(session, merged.id) == kept.id
    with pytest.raises(NotFound):
        queries.person(session, merged.id)


def test_what_was_changed_since_stays_changed_when_it_is_undone(session, by, two):
    kept, merged = two
    merged.website, kept.goes_by = "https://okafor.example.org", ""
    note = make_note(session, merged, text="Hers")
    session.flush()
    made = merging.merge(session, wanted(kept, merged), by)
    mine = make_note(session, kept, text="Written afterwards")
    kept.website = "https://new.example.org"
    session.delete(note)
    session.flush()
    merging.undo(session, made.id, by)
    assert kept.website == "https://new.example.org"
    assert mine.person_id == kept.id
    assert session.scalars(select(PersonNote.person_id)).all() == [kept.id]


def test_a_fact_that_was_corrected_since_stays_corrected(session, by, two):
    kept, merged = two
    fact = factories.make_fact(session, person_id=merged.id)
    made = merging.merge(session, wanted(kept, merged), by)
    fact.state, fact.changed_at, fact.why = "withdrawn", LATER, "It was her sister"
    session.flush()
    merging.undo(session, made.id, by)
    session.expire_all()
    assert (fact.person_id, fact.state) == (merged.id, "withdrawn")


def test_it_cannot_be_undone_after_thirty_days_and_twice_changes_nothing(session, by, two):
    kept, merged = two
    made = merging.merge(session, wanted(kept, merged), by)
    with pytest.raises(Refused, match="30 days"):
        merging.undo(session, made.id, By(by.user_id, LATER + timedelta(days=30, seconds=1)))
    merging.undo(session, made.id, By(by.user_id, LATER + timedelta(days=30)))
    assert merging.undo(session, made.id, by).undone_at == LATER + timedelta(days=30)


def test_three_are_parted_in_the_order_in_which_they_were_joined(session, by, two):
    kept, merged = two
    third = make_person(session, name="Rob Okafor")
    note = make_note(session, merged, text="Bobbie's")
    first = merging.merge(session, wanted(kept, merged), by)
    second = merging.merge(session, wanted(third, kept), by)
    with pytest.raises(Refused, match="joined to somebody else"):
        merging.undo(session, first.id, by)
    merging.undo(session, second.id, by)
    merging.undo(session, first.id, by)
    session.expire_all()
    assert note.person_id == merged.id


def test_one_who_was_deleted_is_brought_back_first(session, by, two):
    kept, merged = two
    made = merging.merge(session, wanted(kept, merged), by)
    operations.remove(session, kept, LATER)
    with pytest.raises(Refused, match="deleted"):
        merging.undo(session, made.id, by)


def test_a_person_is_not_joined_to_themselves_nor_in_another_state_than_shown(session, by, two):
    kept, merged = two
    with pytest.raises(Refused):
        merging.merge(session, wanted(kept, kept), by)
    shown = wanted(kept, merged)
    kept.goes_by = "Bob"
    session.flush()
    with pytest.raises(ChangedElsewhere):
        merging.merge(session, shown, by)
    assert merged.merged_into_id is None


def test_nobody_of_another_workspace_is_joined(each_database, session, by, two):
    session.commit()
    with each_database.session_for(make_workspace(each_database)) as other:
        stranger = make_person(other).id
    with pytest.raises(NotFound):
        merging.merge(session, Wanted(two[0].id, stranger, two[0].version, 1), by)


def test_two_who_were_told_apart_can_still_be_joined_on_purpose(session, by, two):
    kept, merged = two
    assert merging.tell_apart(session, merged.id, kept.id, by).id == merging.tell_apart(session, *(
        person.id for person in two), by).id  # fmt: skip
    assert merging.preview(session, kept.id, merged.id, LATER).are_told_apart
    merging.merge(session, wanted(kept, merged), by)
    assert session.get(Person, merged.id).merged_into_id == kept.id


def test_telling_apart_is_taken_back(session, by, two):
    kept, merged = two
    merging.tell_apart(session, kept.id, merged.id, by)
    merging.take_back(session, merged.id, kept.id)
    with pytest.raises(NotFound):
        merging.take_back(session, merged.id, kept.id)
