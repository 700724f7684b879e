"""From a leader with confirmed facts to a letter that left: begun on the leader's page, composed, changed while the
check looks on, a fact put in at the cursor, a second window, an earlier version, copied, taken as a mail
file. In a browser.
"""

from __future__ import annotations

import importlib
import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from outreach.app import Application
from outreach.dossiers.models import ResearchRun
from outreach.drafts import operations, outgoing
from outreach.drafts.models import Departure, Draft, DraftVersion
from tests import factories
from tests.browser import EMAIL
from tests.chromium import sign_up

PATIENCE_MS = 60_000
JOB_TALK = " I would also love to hear of any opening on your team."

pytestmark = [pytest.mark.loopback, pytest.mark.timeout(180)]


def researched_leader(app: Application) -> int:
    """Inés, of whom an award, own words and a program with its source are confirmed."""
    with app.extensions["database"].session_for(1) as session:
        leader = factories.make_person(session, name="Inés Okafor-Lindqvist", addressed_as="Inés", credentials="")
        house = factories.make_organization(session, name="Harrow Lake Regional")
        factories.make_position(session, leader, house, title="Chief Operating Officer")
        about = {"person_id": leader.id, "dated": "2026-05", "starts": "", "as_of": ""}
        for told in (
            {"predicate": "award", "value": "Copper Kite Award", "starts": "2025"},
            {"predicate": "said", "value": "The first ninety days are mostly about keys"},
            {"predicate": "board_seat", "value": "Lantern Alliance", "starts": "2024"},
        ):
            factories.make_fact_claim(session, factories.make_fact(session, **{**about, **told}))
        program = factories.make_program(session, person_id=leader.id)
        factories.make_program_source(session, program)
        now = datetime.now(UTC)
        session.add(
            ResearchRun(
                person_id=leader.id, query={"kind": "person", "name": leader.name}, state="finished", deadline=now,
                created_at=now, started_at=now, finished_at=now,
            )
        )  # fmt: skip
        return leader.id


def test_from_a_leaders_page_to_a_letter_that_may_leave(window: Any, app: Application, address: str):
    page, troubles = window, []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda answer: troubles.append(answer.url) if answer.status >= 400 else None)
    sign_up(page, address)
    number = researched_leader(app)
    begin(page, f"{address}/people/{number}")
    put_job_talk_in_and_out(page)
    put_a_fact_in(page)
    second_window(page)
    keep_and_compare(page)
    may_leave(app)
    copy_it(page, app)
    take_it_as_a_file(page, app)
    say_that_it_was_sent(page, app)
    assert troubles == []


def begin(page: Any, home: str) -> None:
    page.goto(home)
    page.click("main a.main:has-text('Ask for an interview')")
    page.click("main a:has-text('Interview request by e-mail')")
    assert page.locator("input[name=facts]:checked").count() == 2, "the best are chosen, beside the program"
    page.fill("#new_title", "The first ninety days of a short-stay unit")
    page.fill("#new_topic", "short-stay units in smaller hospitals")
    page.fill("#new_readers", "administrators of small hospitals")
    page.fill("#new_question", "you won agreement to that order of events")
    page.click("main button:has-text('Write the letter')")
    page.wait_for_url(re.compile(r"/drafts/\d+$"))
    body = page.input_value("#body")
    assert body.startswith("Dear Inés,")
    assert "Short-Stay Unit" in body or "Short-stay unit" in body
    assert "[[" not in body, "everything it needs is there"


def saved(page: Any, act: Any) -> None:
    """Does something, and waits until the editor has saved it by itself."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 200):
        act()
    page.locator("#saved", has_text=re.compile(r"^\s*Saved")).wait_for()


def type_behind(page: Any, words: str, more: str) -> None:
    """Types behind some words of the text, as a person would: the cursor first, then the keys."""
    place = "(text, words) => { const at = text.value.indexOf(words) + words.length; text.setSelectionRange(at, at); }"
    page.focus("#body")
    page.locator("#body").evaluate(f"(text, words) => ({place})(text, words)", words)
    page.keyboard.insert_text(more)


def put_job_talk_in_and_out(page: Any) -> None:
    """The finding stands beside the text a moment after it is typed, and goes with it."""
    before = page.input_value("#body")
    saved(page, lambda: type_behind(page, "redirected.", JOB_TALK))
    page.wait_for_selector("#findings .finding.bad:has-text('opening')")
    assert page.evaluate("document.activeElement.id") == "body", "the focus stays where one writes"
    saved(page, lambda: page.fill("#body", before))
    page.locator("#findings .finding.bad:has-text('opening')").wait_for(state="detached")


def put_a_fact_in(page: Any) -> None:
    """From the list beside the text to the cursor in it, with its number."""
    type_behind(page, "Dear Inés,", "")
    page.click("#put-in a")
    button = page.locator("#more-facts li", has_text="Lantern Alliance").locator("button")
    saved(page, button.click)
    expect = importlib.import_module("playwright.sync_api").expect
    expect(page.locator("#body")).to_have_value(re.compile("Lantern Alliance"), timeout=PATIENCE_MS)
    assert re.search(r"Lantern Alliance[^\n]*\[\d\]", page.input_value("#body"))
    page.locator("#facts-used li", has_text="Lantern Alliance").wait_for()


def second_window(page: Any) -> None:
    """What is typed in another window is kept beside what is typed here, and both are told."""
    other = page.context.new_page()
    other.set_default_timeout(PATIENCE_MS)
    other.goto(page.url)
    saved(other, lambda: other.fill("#subject", "Interview request: from the other window"))
    other.close()
    saved(page, lambda: page.fill("#subject", "Interview request: the short-stay unit"))
    page.click("text=Compare them")
    assert "other window" in page.inner_text("main")
    page.click("text=Back to the letter")
    assert page.input_value("#subject") == "Interview request: the short-stay unit"


def keep_and_compare(page: Any) -> None:
    page.click("button:has-text('Keep this version')")
    page.wait_for_selector("text=Kept as version")
    saved(page, lambda: page.fill("#subject", "Interview request: Short-stay unit"))
    page.reload()
    page.click("text=See what changed")
    assert page.locator("ins").count() >= 1


def may_leave(app: Application) -> None:
    """Nothing stops it but what can be let stand with a reason; and no mark is left in what leaves."""
    with app.extensions["database"].session_for(1) as session:
        draft = session.query(Draft).one()
        ruling = operations.may_leave(session, draft, datetime.now(UTC))
        assert ruling.allowed or ruling.can_pass, ruling.reasons
        assert ruling.reasons == (), ruling.reasons
        assert not re.search(r"\[\d", outgoing.text_to_send(draft))
        assert session.query(DraftVersion).count() >= 3


def copy_it(page: Any, app: Application) -> None:
    """The text that was checked is selected when one goes into it, and a press copies it: without marks."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(re.sub(r"(/drafts/\d+).*", r"\1", page.url))
    page.click("button:has-text('Copy and mark as sent')")
    page.wait_for_url(re.compile(r"/drafts/\d+/leaving$"))
    text = page.input_value("#outgoing")
    page.focus("#outgoing")
    assert page.evaluate("getSelection().toString() === document.getElementById('outgoing').value")
    page.click("button:has-text('Copy the text')")
    page.wait_for_selector("button:has-text('Copied')")
    assert page.evaluate("navigator.clipboard.readText()") == text
    with app.extensions["database"].session_for(1) as session:
        assert text == outgoing.text_to_send(session.query(Draft).one())


def take_it_as_a_file(page: Any, app: Application) -> None:
    page.click("main .actions a:has-text('Save as a mail file')", trial=True)
    page.click("a:has-text('Interview request: Short-stay unit')")
    page.click("#leaving button:has-text('Save as a mail file')")
    with page.expect_download() as started:
        page.click("a:has-text('Save the mail file')")
    back = message_from_bytes(Path(started.value.path()).read_bytes(), policy=policy.default)
    assert started.value.suggested_filename == "letter-to-ines-okafor-lindqvist.eml"
    with app.extensions["database"].session_for(1) as session:
        draft, row = session.query(Draft).one(), session.query(Departure).one()
        assert (back["X-Unsent"], back["Subject"], back["Date"]) == ("1", draft.subject, None)
        assert (back["Message-ID"], back["From"].addresses[0].addr_spec) == (row.message_id, EMAIL)
        assert back.get_content().splitlines() == outgoing.text_to_send(draft).splitlines()


def say_that_it_was_sent(page: Any, app: Application) -> None:
    page.click("button:has-text('Yes, I sent it')")
    page.wait_for_selector("text=Noted as sent.")
    assert page.locator("textarea#body").count() == 0, "what left stays as it left"
    with app.extensions["database"].session_for(1) as session:
        assert (session.query(Draft).one().state, session.query(Departure).one().state) == ("sent", "sent")
