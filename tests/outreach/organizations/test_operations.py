from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from outreach.errors import NotFound
from outreach.organizations import operations, queries
from outreach.organizations.models import Figure, Organization, OrganizationIdentifier
from outreach.organizations.operations import ChangedElsewhere, Details, EnteredFigure, NumberTaken
from outreach.organizations.rules import Workplace
from tests import factories
from tests.factories import NOON

LATER = NOON + timedelta(days=1)


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def test_an_organization_is_kept_with_the_keys_it_is_found_by(session):
    made = operations.add(
        session, Details("The Łukasik Clinic", city="Ely", state="MN", other_names="Old Clinic"), NOON
    )
    assert (made.sort_key, made.version) == ("lukasik clinic", 1)
    assert made.search_key == "the lukasik clinic old clinic ely mn"


def test_a_change_counts_the_version_and_keeps_the_time(session):
    made = operations.add(session, Details("Old name"), NOON)
    operations.change(session, made.id, Details("New name", kind="payer"), 1, LATER)
    assert (made.name, made.kind, made.sort_key, made.version, made.updated_at) == (
        "New name",
        "payer",
        "new name",
        2,
        LATER,
    )


def test_a_form_made_from_another_state_changes_nothing(session):
    made = operations.add(session, Details("Old name"), NOON)
    operations.change(session, made.id, Details("Theirs"), 1, NOON)
    with pytest.raises(ChangedElsewhere):
        operations.change(session, made.id, Details("Mine"), 1, NOON)
    assert made.name == "Theirs"


def test_an_organization_is_not_a_part_of_itself(session):
    made = operations.add(session, Details("House"), NOON)
    operations.change(session, made.id, Details("House", parent_id=made.id), 1, NOON)
    assert made.parent_id is None


# --- workplaces ---------------------------------------------------------------------------------------------------


def test_a_workplace_of_the_directory_comes_with_number_and_cited_figures(session):
    hospital = factories.make_directory_hospital(session, name="Larkspur Valley", ccn="990001")
    made = operations.at(session, Workplace("whatever was typed", ccn="990001"), NOON)
    assert (made.name, made.city, made.state) == ("Larkspur Valley", "Larkspur", "IA")
    figures = {figure.key: figure for figure in session.scalars(select(Figure))}
    assert figures["ownership"].words == "Voluntary non-profit - Private"
    assert figures["overall_rating"].value == 4
    assert {figure.quote for figure in figures.values()} == {hospital.quote}
    assert session.scalar(select(OrganizationIdentifier.value)) == "990001"


def test_the_same_hospital_is_kept_once_and_comes_back_when_it_was_deleted(session):
    factories.make_directory_hospital(session, ccn="990001")
    first = operations.at(session, Workplace("x", ccn="990001"), NOON)
    operations.remove(session, first, NOON)
    again = operations.at(session, Workplace("x", ccn="990001"), LATER)
    assert again is first
    assert again.deleted_at is None
    assert session.scalar(select(func.count()).select_from(Figure)) == 2


def test_a_number_that_the_directory_lacks_leaves_the_name(session):
    made = operations.at(session, Workplace("Harrow Lake", "Duluth", "MN", "999999"), NOON)
    assert (made.name, made.city) == ("Harrow Lake", "Duluth")


def test_a_workplace_without_a_place_is_the_one_of_that_name(session):
    known = factories.make_organization(session, name="Harrow Lake", city="Duluth", state="MN")
    assert operations.at(session, Workplace("harrow LAKE"), NOON) is known
    assert operations.at(session, Workplace("Harrow Lake", "Ely", "MN"), NOON) is not known
    assert operations.at(session, Workplace(""), NOON) is None


# --- numbers and figures ------------------------------------------------------------------------------------------


def test_a_number_stands_for_one_organization(session):
    first, second = factories.make_organization(session), factories.make_organization(session)
    operations.add_identifier(session, first.id, "ein", "410123456", NOON)
    with pytest.raises(NumberTaken) as taken:
        operations.add_identifier(session, second.id, "ein", "410123456", NOON)
    assert taken.value.other is first
    operations.remove(session, first, NOON)
    operations.add_identifier(session, second.id, "ein", "410123456", NOON)
    assert queries.by_identifier(session, "ein", "410123456") is second


def test_a_number_is_removed_from_its_own_organization_only(session):
    number = factories.make_organization_identifier(session)
    other = factories.make_organization(session)
    with pytest.raises(NotFound):
        operations.remove_identifier(session, other.id, number.id)
    operations.remove_identifier(session, number.organization_id, number.id)
    assert session.scalar(select(func.count()).select_from(OrganizationIdentifier)) == 0


def test_a_figure_entered_twice_is_kept_once(session):
    made = factories.make_organization(session)
    for value in (214.0, 214.0, 215.0):
        operations.add_figure(session, made.id, EnteredFigure("beds", value, "2025"), NOON)
    assert session.scalars(select(Figure.value).order_by(Figure.id)).all() == [214.0, 215.0]


def test_a_figure_of_another_organization_is_not_there(session):
    figure = factories.make_figure(session)
    with pytest.raises(NotFound):
        operations.remove_figure(session, factories.make_organization(session).id, figure.id)


# --- going and coming back ----------------------------------------------------------------------------------------


def test_a_deleted_organization_is_in_no_list_until_it_is_brought_back(session):
    made = factories.make_organization(session)
    operations.remove(session, made, NOON)
    assert queries.count(session) == 0
    with pytest.raises(NotFound):
        queries.organization(session, made.id)
    operations.bring_back(session, made.id, LATER)
    assert queries.organization(session, made.id) is made


def test_what_is_gone_for_good_cannot_be_brought_back(session):
    made = factories.make_organization(session, deleted_at=NOON)
    operations.forget_deleted(session, NOON + timedelta(days=31))
    with pytest.raises(NotFound):
        operations.bring_back(session, made.id, NOON)
    assert session.scalar(select(func.count()).select_from(Organization)) == 0
