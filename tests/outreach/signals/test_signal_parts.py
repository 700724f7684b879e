"""What signals put on the pages of people and organizations."""

from __future__ import annotations

from datetime import timedelta

import pytest
from lxml import html

from outreach.app import Application
from tests import factories, ledger_factories
from tests.browser import Browser
from tests.factories import NOON


def text_of(answer) -> str:
    return " ".join(html.document_fromstring(answer.text).text_content().split())


@pytest.fixture
def session(app: Application, alice: Browser):
    with app.extensions["database"].session_for(1) as session:
        yield session


def test_the_latest_three_stand_on_the_page_and_all_in_the_timeline(session, alice: Browser):
    person = factories.make_person(session)
    for number in range(5):
        ledger_factories.make_signal(
            session, person, sentence=f"Change {number}.", found_at=NOON - timedelta(days=number)
        )
    session.commit()
    page = html.document_fromstring(alice.get(f"/people/{person.id}").text)
    card = page.get_element_by_id("changed").text_content()
    assert "Change 2." in card
    assert "Change 3." not in card
    assert "2 more changes" in card
    assert "Change 4." in page.get_element_by_id("timeline").text_content()


def test_what_was_put_aside_or_is_quiet_is_not_shown(session, alice: Browser):
    person = factories.make_person(session)
    ledger_factories.make_signal(session, person, sentence="Quiet.", is_quiet=True)
    ledger_factories.make_signal(session, person, sentence="Aside.", state="not_relevant", judged_at=NOON)
    session.commit()
    page = text_of(alice.get(f"/people/{person.id}"))
    assert "Quiet." not in page
    assert "Aside." not in page


def test_an_organization_shows_its_own(session, alice: Browser):
    house = factories.make_organization(session)
    ledger_factories.make_signal(session, organization_id=house.id, kind="house", sentence="A unit opens.")
    session.commit()
    assert "A unit opens." in text_of(alice.get(f"/orgs/{house.id}"))
