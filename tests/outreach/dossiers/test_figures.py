"""Figures of an organization follow the facts, and leave alone what others entered."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.dossiers import figures
from outreach.dossiers.models import Fact
from outreach.organizations.models import Figure
from tests import factories
from tests.outreach.dossiers.invented_sources import NOW


@pytest.fixture
def say(workspace):
    """Writes a fact about the house with its claim."""

    def fact(session, predicate: str, value: object, **more) -> Fact:
        about = {"organization_id": workspace.organization_id, "predicate": predicate, "value": value}
        quote = f'"{predicate}": {value}'
        claim = factories.make_claim(
            session, **about, record_kind="organization", source_key="cms_hospitals", quote=quote, status="", starts=""
        )
        defaults = {"starts": "", "as_of": "", "dated": ""}
        row = factories.make_fact(session, **about, value_words=str(value), **{**defaults, **more})
        factories.make_fact_claim(session, row, claim)
        return row

    return fact


def shown(session, workspace):
    figures.bring(session, workspace.organization_id, NOW)
    rows = session.scalars(select(Figure).where(Figure.organization_id == workspace.organization_id))
    return sorted((row.key, row.value, row.words, row.period, row.origin) for row in rows)


def test_figures_are_facts_with_their_period_words_and_address(workspace, say):
    with workspace.session() as session:
        say(session, "beds", 214, as_of="2025-06")
        say(session, "revenue", 318_000_000.0, starts="2023-07", ends="2024-06")
        say(session, "ownership", "Voluntary non-profit - Private")
        say(session, "officer", "Jane Q. Roe")
        assert shown(session, workspace) == [
            ("beds", 214.0, "", "2025-06", "research"),
            ("ownership", None, "Voluntary non-profit - Private", "", "research"),
            ("revenue", 318_000_000.0, "", "2024-06", "research"),
        ]
        beds = session.scalars(select(Figure).where(Figure.key == "beds")).one()
        assert beds.quote == '"beds": 214'
        assert beds.url.startswith("https://")


def test_the_same_facts_make_the_same_figures_and_one_that_is_gone_goes(workspace, say):
    with workspace.session() as session:
        beds = say(session, "beds", 214)
        assert shown(session, workspace) == shown(session, workspace)
        beds.state = "gone"
        session.flush()
        assert shown(session, workspace) == []


def test_what_was_entered_by_hand_stays_and_what_is_a_parent_s_is_left_out(workspace, say):
    with workspace.session() as session:
        house = session.get_one(factories.Organization, workspace.organization_id)
        factories.make_figure(session, house, origin="hand", value=200.0, period="2024")
        say(session, "revenue", 9e9, details={"names": "parent"})
        assert shown(session, workspace) == [("beds", 200.0, "", "2024", "hand")]
