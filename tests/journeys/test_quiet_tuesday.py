"""A quiet Tuesday: a house in trouble is left in peace with one press, an answer ends a ladder, advice that was tried
is reported back and told, and two relationships are decided about in the review. In a browser.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from outreach.app import Application
from outreach.db import WorkspaceSession
from outreach.drafts import sent_letters
from outreach.followups import advance
from outreach.followups.models import FollowUp
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships.models import Advice, Pause, Standing, Touch
from tests import factories, ledger_factories
from tests.chromium import sign_up

DAY = timedelta(days=1)

REPORT = """Dear Mr. Abara,

In April you told me to shadow one bed meeting before I draw a plan, and to write down who is not asked. I have
shadowed three since. Nobody asked the night desk; now it has a seat, and two transfers a week are settled before seven.

Thank you for that sentence. No reply is needed.

With thanks,
Jordan Ellis"""

pytestmark = [pytest.mark.loopback, pytest.mark.timeout(180)]


# --- what there is ----------------------------------------------------------------------------------------------------


def requested(session: WorkspaceSession, name: str, house: str, now: datetime) -> tuple[Person, int]:
    """Somebody who was asked for an interview sixteen days ago and has not answered, and the house's id."""
    leader = factories.make_person(session, name=name, addressed_as="", credentials="")
    place = factories.make_organization(session, name=house)
    factories.make_position(session, leader, place, title="President")
    sent_at = now - 16 * DAY
    draft = factories.make_draft(session, leader, state="sent", sent_at=sent_at, created_at=sent_at, updated_at=sent_at)
    row = factories.make_departure(session, draft, state="sent", begun_at=sent_at, settled_at=sent_at)
    sent_letters.note(session, row, sent_at.date(), By(1, sent_at))
    return leader, place.id


def fill(app: Application) -> None:
    """Two requests, trouble at one of the houses, and advice that was tried."""
    now = datetime.now(UTC)
    with app.extensions["database"].session_for(1) as session:
        requested(session, "Astrid Lindqvist", "Heronsgate Clinic", now)
        renata, house = requested(session, "Renata Oyelowo-Byrne", "Cedar Ridge Medical Center", now)
        ledger_factories.make_signal(
            session, renata, kind="trouble", organization_id=house,
            sentence="News tells of layoffs at Cedar Ridge Medical Center.", found_at=now - DAY,
        )  # fmt: skip
        advance.advance(session, now - 15 * DAY)
        advance.advance(session, now)
        abara = factories.make_person(session, name="Kelechi Abara", addressed_as="Mr. Abara", pronouns="he/him")
        ledger_factories.make_touch(session, abara, happened_on=(now - 225 * DAY).date())
        ledger_factories.make_advice(
            session, abara, given_on=(now - 225 * DAY).date(), tried="Shadowed three bed meetings",
            tried_on=(now - 190 * DAY).date(), outcome="The night desk has a seat now",
            outcome_on=(now - 8 * DAY).date(),
        )  # fmt: skip


# --- the day ----------------------------------------------------------------------------------------------------------


def test_a_quiet_tuesday(window: Any, app: Application, address: str):
    page, troubles = window, []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda answer: troubles.append(answer.url) if answer.status >= 400 else None)
    sign_up(page, address)
    fill(app)
    page.goto(address)
    assert page.locator("main .task").count() <= 4
    leave_a_house_in_peace(page, app, address)
    hear_that_she_answered(page, app, address)
    report_back(page, app, address)
    review(page, app, address)
    assert troubles == []


def tasks(page: Any, address: str) -> list[str]:
    page.goto(f"{address}/?all=1")
    return page.locator("main .task .what").all_inner_texts()


def leave_a_house_in_peace(page: Any, app: Application, address: str) -> None:
    """The news is on the first page; one press later nothing is said of who works there."""
    assert any("Renata" in words for words in tasks(page, address))
    page.click("main .task a:has-text('Cedar Ridge')")
    page.click("main form button:has-text('Pause everything')")
    page.wait_for_selector(".notice")
    left = tasks(page, address)
    assert not any("Renata" in words or "Cedar Ridge" in words for words in left), left
    with app.extensions["database"].reader_for(1) as session:
        assert session.query(Pause).one().ended_at is None


def hear_that_she_answered(page: Any, app: Application, address: str) -> None:
    """Before a further note it asks whether they answered; the answer ends the ladder."""
    tasks(page, address)
    page.click("main .task a:has-text('Astrid Lindqvist')")
    page.click("main a:has-text('they answered')")
    page.check("input[name=answer][value=yes]")
    page.click("main button:has-text('Note the answer')")
    page.wait_for_selector(".notice")
    assert not any("Astrid" in words and "once more" in words for words in tasks(page, address))
    with app.extensions["database"].session_for(1) as session:
        advance.advance(session, datetime.now(UTC))
        ladder = session.query(FollowUp).order_by(FollowUp.id).first()
        assert (ladder.state, ladder.stop_reason) == ("stopped", "answered")


def report_back(page: Any, app: Application, address: str) -> None:
    """The report is composed, checked, copied and said to be sent; the advice is told, and it was a give."""
    tasks(page, address)
    page.click("main .task a:has-text('Report back to Kelechi Abara')")
    page.click("main button:has-text('Write the report')")
    page.wait_for_url(re.compile(r"/drafts/\d+$"))
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 200):
        page.fill("#body", REPORT)
    page.locator("#saved", has_text=re.compile(r"^\s*Saved")).wait_for()
    assert page.locator("#findings .finding.bad").count() == 0
    page.click("button:has-text('Copy and mark as sent')")
    page.wait_for_url(re.compile(r"/drafts/\d+/leaving$"))
    page.click("button:has-text('Yes, I sent it')")
    page.wait_for_selector("text=Noted as sent.")
    with app.extensions["database"].reader_for(1) as session:
        gave = session.query(Touch).filter(Touch.kind == "gave").one()
        assert gave.give_kind == "report_back"
        advice = session.query(Advice).one()
        assert (advice.told_on, advice.told_touch_id) == (gave.happened_on, gave.id)
    assert not any("Report back" in words for words in tasks(page, address))


def review(page: Any, app: Application, address: str) -> None:
    """Facts and words, and a decision of one press."""
    page.goto(f"{address}/review")
    card = page.locator("main section, main article, main li", has_text="Astrid Lindqvist").last
    card.locator("button:has-text('Let it rest')").click()
    page.wait_for_selector(".notice")
    with app.extensions["database"].reader_for(1) as session:
        assert session.query(Standing).one().state == "resting"
