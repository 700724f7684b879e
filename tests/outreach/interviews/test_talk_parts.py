"""Talks on the pages of people, projects and letters."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from outreach.interviews.talk_models import Interview
from tests import factories, ledger_factories
from tests.factories import NOON


def test_a_leader_s_page_has_the_talk_its_next_step_and_its_day(alice, inside, talk_path):
    with inside() as session:
        row = session.scalars(select(Interview)).one()
        person, project = row.person_id, row.project_id
    page = alice.get(f"/people/{person}").text
    assert f'href="{talk_path}"' in page
    assert f'class="button main" href="{talk_path}/debrief">Write the debrief' in page
    assert "Talk, 20 minutes" in page
    assert f'href="/people/{person}/interviews/new"' in page
    assert talk_path in alice.get(f"/projects/{project}").text


def test_a_request_that_was_sent_offers_to_note_the_appointment(alice, inside):
    with inside() as session:
        person = factories.make_person(session)
        sent = factories.make_draft(session, person, state="sent", sent_at=NOON).id
        writing = factories.make_draft(session, person).id
    offered = f"/people/{person.id}/interviews/new?draft={sent}"
    assert offered in alice.get(f"/drafts/{sent}").text
    assert "interviews/new" not in alice.get(f"/drafts/{writing}").text
    assert "Sent" in alice.get(f"/drafts/{sent}").text
    page = alice.get(offered).text
    assert f'<option selected value="{sent}"' in page


def test_after_a_yes_the_next_step_on_a_leader_s_page_is_the_appointment(alice, inside):
    with inside() as session:
        today = datetime.now(UTC).date()
        person = ledger_factories.make_ask(
            session, happened_on=today, ask_state="granted", ask_closed_on=today
        ).person_id
    page = alice.get(f"/people/{person}").text
    assert f'class="button main" href="/people/{person}/interviews/new">Note the appointment' in page


def test_an_assistant_s_page_has_no_interviews(alice, inside):
    with inside() as session:
        tom = factories.make_person(session, name="Tom Marsh", kind="assistant").id
    assert "interviews/new" not in alice.get(f"/people/{tom}").text
