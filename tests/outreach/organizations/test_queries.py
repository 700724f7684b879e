from __future__ import annotations

import pytest

from outreach.organizations import queries
from outreach.organizations.queries import Wanted
from outreach.organizations.rules import read_workplace
from tests import factories


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def names(page) -> list[str]:
    return [row.name for row in page.rows]


def test_a_list_is_by_name_and_in_pages(session, monkeypatch):
    monkeypatch.setattr(queries, "PAGE_SIZE", 2)
    for name in ("Éclair Hospital", "Zeta", "Alpha", "beta"):
        factories.make_organization(session, name=name)
    first = queries.organizations(session, Wanted())
    second = queries.organizations(session, Wanted(), first.next_cursor)
    assert names(first) + names(second) == ["Alpha", "beta", "Éclair Hospital", "Zeta"]


def test_a_list_is_narrowed_by_words_kind_and_state(session):
    factories.make_organization(
        session, name="Łukasik Clinic", search_key="lukasik clinic ely mn", kind="medical_group"
    )
    factories.make_organization(session, name="Bayou", search_key="bayou larkspur la", state="LA")
    assert names(queries.organizations(session, Wanted(words="KASIK"))) == ["Łukasik Clinic"]
    assert names(queries.organizations(session, Wanted(words="100%"))) == []
    assert names(queries.organizations(session, Wanted(kind="medical_group"))) == ["Łukasik Clinic"]
    assert names(queries.organizations(session, Wanted(state="LA"))) == ["Bayou"]


def test_the_page_of_one_reads_its_parts_parent_numbers_and_figures(session):
    parent = factories.make_organization(session, name="System")
    one = factories.make_organization(session, name="House", parent_id=parent.id)
    factories.make_organization(session, name="Gone", parent_id=one.id, deleted_at=factories.NOON)
    unit = factories.make_organization(session, name="Unit", parent_id=one.id)
    factories.make_organization_identifier(session, one, value="240001")
    factories.make_figure(session, one)
    page = queries.organization_page(session, one.id)
    assert (page.parent.name, [row.name for row in page.units]) == ("System", [unit.name])
    assert [row.value for row in page.identifiers] == ["240001"]
    assert [shown.value for shown in page.figures] == ["214"]


def test_a_deleted_parent_is_not_shown(session):
    parent = factories.make_organization(session, deleted_at=factories.NOON)
    one = factories.make_organization(session, parent_id=parent.id)
    assert queries.organization_page(session, one.id).parent is None


# --- suggestions --------------------------------------------------------------------------------------------------


def test_suggestions_are_own_organizations_then_hospitals_whose_words_begin_so(session):
    factories.make_organization(session, name="Harrow Lake", search_key="harrow lake duluth mn", city="Duluth")
    load = factories.make_directory_load(session)
    for ccn, name, key in (
        ("1", "Bay Harrow", "bay harrow"), ("2", "Harrow Bayou", "harrow bayou"), ("3", "Tharrow", "tharrow"),
    ):  # fmt: skip
        factories.make_directory_hospital(
            session, ccn=f"99000{ccn}", name=name, sort_key=key, search_key=f"{key} larkspur ia", load_id=load.id
        )
    assert queries.suggestions(session, "harr") == (
        "Harrow Lake, Duluth, MN",
        "Harrow Bayou, Larkspur, IA (CCN 990002)",
        "Bay Harrow, Larkspur, IA (CCN 990001)",
    )


def test_a_hospital_that_one_has_is_suggested_once(session):
    factories.make_directory_hospital(session, name="Harrow", search_key="harrow larkspur ia", city="Larkspur")
    factories.make_organization(session, name="Harrow", search_key="harrow larkspur ia", city="Larkspur", state="IA")
    assert queries.suggestions(session, "harrow") == ("Harrow, Larkspur, IA",)


@pytest.mark.parametrize("typed", ["", "h", "%", "__", "' OR 1=1", "\x00", "x" * 10_000, "ha\\"])
def test_any_typing_is_borne(session, typed: str):
    factories.make_directory_hospital(session)
    assert queries.suggestions(session, typed) == ()


def test_what_is_suggested_is_found_again_by_its_number(session):
    factories.make_directory_hospital(session, ccn="990001", search_key="larkspur valley ia")
    (line,) = queries.suggestions(session, "lark val")
    assert queries.hospital(session, read_workplace(line).ccn).ccn == "990001"


def test_without_a_load_the_hint_says_that_the_list_is_on_its_way(session):
    state = queries.directory_state(session)
    assert (state.hospitals, state.is_loading) == (0, True)
    assert "being fetched" in state.hint
