"""A corridor without network: floor mode opens again, two notes are made, and each is found once when the network is
back; signing out sends what is left or asks about it, and removes the cards from the phone. In a browser.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from outreach.app import Application
from outreach.events.models import Appearance, FloorNote
from tests import event_factories, factories
from tests.browser import EMAIL, PASSWORD
from tests.chromium import sign_up

AGE_KEPT_PAGE = """async () => {
  const [name] = (await caches.keys()).filter((one) => one.startsWith("floor "));
  const old = new Date(Date.now() - 15 * 864e5).toUTCString();
  await (await caches.open(name)).put(location.pathname, new Response("old", { headers: { Date: old } }));
}"""

OF_ANOTHER = "() => floorStore.put({ owner: '9-9', event: '1', kind: 'note', key: 'of-another', words: 'Not mine' })"
LEFT = """() => new Promise((done) => {
  indexedDB.open("groundwork-floor").onsuccess = (it) => {
    const asked = it.target.result.transaction("notes").objectStore("notes").getAll();
    asked.onsuccess = () => done(asked.result.map((note) => note.owner));
  };
})"""

pytestmark = [pytest.mark.loopback, pytest.mark.timeout(180)]

CACHES = "() => caches.keys().then((names) => names.filter((name) => name.startsWith('floor ')).length)"


def fill(app: Application) -> tuple[str, str]:
    """An event that goes on, with two people to meet; the addresses of the event and of its floor mode."""
    today = datetime.now(UTC).date()
    with app.extensions["database"].session_for(1) as session:
        event = event_factories.make_event(
            session, starts_on=today, ends_on=today + timedelta(days=1), created_at=datetime.now(UTC)
        )
        for name, minute in (("Marisol Núñez-Łukasik", 640), ("Tom Reyes", 520)):
            leader = factories.make_person(session, name=name)
            event_factories.make_appearance(session, event, leader, starts_minute=minute, ends_minute=minute + 20)
        return f"/events/{event.id}", f"/events/{event.id}/floor"


def notes(app: Application) -> list[tuple[str, str]]:
    with app.extensions["database"].reader_for(1) as session:
        return [(row.kind, row.words) for row in session.query(FloorNote).order_by(FloorNote.id)]


def press(page: Any, name: str, button: str, words: str = "") -> None:
    card = page.locator("main section.card", has_text=name)
    if words:
        card.locator("textarea").fill(words)
    card.locator(f".floor-form button:has-text('{button}')").first.click()


def status(page: Any, words: str) -> None:
    page.locator("#floor-status", has_text=re.compile(words)).wait_for()


def test_floor_mode_without_network(window: Any, app: Application, address: str) -> None:
    page, troubles = window, []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    sign_up(page, address)
    event, floor = fill(app)
    page.goto(address + event)
    page.locator("main a:has-text('Open floor mode')").first.click()
    page.locator("#floor[data-kept]").wait_for()
    names = page.locator("main section.card h2").all_inner_texts()
    assert [name.split()[0] for name in names] == ["Tom", "Marisol", "The"], "by time, then the event itself"

    page.context.set_offline(True)
    page.reload()
    status(page, "No network. Cards as of ")
    press(page, "Tom Reyes", "Met")
    press(page, "Tom Reyes", "Met")  # twice at once is once
    status(page, "^1 note is on this phone, not sent yet")
    press(page, "Marisol", "Save the note", "Asked for the one-page summary")
    status(page, "^2 notes are on this phone, not sent yet")
    page.reload()
    status(page, "^2 notes are on this phone, not sent yet")
    assert notes(app) == []

    page.context.set_offline(False)
    status(page, "^Cards as of ")
    assert notes(app) == [("met", ""), ("note", "Asked for the one-page summary")]
    page.reload()
    assert page.locator("main li[data-key]").count() == 2
    assert page.locator("main li[data-mine]").count() == 0
    with app.extensions["database"].reader_for(1) as session:
        assert sorted(row.outcome for row in session.query(Appearance)) == ["", "met"]
    with page.expect_response("**/floor/notes"):
        page.locator("main section.card", has_text="Tom Reyes").locator("li button:has-text('Take back')").click()
    with app.extensions["database"].reader_for(1) as session:
        assert {row.outcome for row in session.query(Appearance)} == {""}

    cards_of_another_account_go(page, address + event)
    sign_in_has_ended(page, app, address + floor)
    old_cards_are_dropped(page, address + floor)
    sign_out_with_a_note_left(page, app, address + floor)
    assert troubles == []


def cards_of_another_account_go(page: Any, event: str) -> None:
    """What somebody else's ended sign-in left on the phone goes with the next page; what is kept for me stays."""
    page.evaluate("() => caches.open('floor 9-9 1')")
    assert page.evaluate(CACHES) == 2
    page.goto(event)
    for _ in range(100):
        if page.evaluate(CACHES) == 1:
            return
        page.wait_for_timeout(50)
    pytest.fail("cards of another account stayed")


def sign_in_has_ended(page: Any, app: Application, floor: str) -> None:
    """The phone says so, keeps what was noted, and sends it after the next sign-in."""
    page.goto(floor)
    page.locator("#floor[data-kept]").wait_for()
    page.context.clear_cookies()
    press(page, "The event itself", "Save the note", "Room B is far")
    status(page, "^You were signed out. 1 note is on this phone; sign in to send it.")
    assert len(notes(app)) == 2
    page.click("#floor-sign-in")
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/floor")
    page.locator("#event-notes li", has_text="· sent").wait_for()
    assert notes(app)[2:] == [("note", "Room B is far")]


def old_cards_are_dropped(page: Any, floor: str) -> None:
    """Cards of more than 14 days ago are not shown, and leave the phone; without network that is said."""
    page.goto(floor)
    page.locator("#floor[data-kept]").wait_for()
    page.evaluate(AGE_KEPT_PAGE)
    page.context.set_offline(True)
    page.reload()
    assert "older than 14 days" in page.inner_text("body")
    assert page.evaluate(CACHES) == 0
    page.context.set_offline(False)


def sign_out_with_a_note_left(page: Any, app: Application, floor: str) -> None:
    """A note whose answer was lost is asked about; sent once more it is kept once, and no card stays on the phone."""
    page.goto(floor)
    page.locator("#floor[data-kept]").wait_for()
    page.evaluate(OF_ANOTHER)
    page.context.route("**/floor/notes", lambda route: (route.fetch(), route.abort()))
    press(page, "Marisol", "Not met")
    status(page, "^1 note is on this phone")
    page.click(".rail .wide button:has-text('Sign out')")
    page.locator("#leave-words", has_text="1 note is only on this phone").wait_for()
    assert notes(app)[3:] == [("not_met", "")]
    page.context.unroute("**/floor/notes")
    page.click("button:has-text('Send them')")
    page.wait_for_url(re.compile("/sign-in"))
    assert page.evaluate(LEFT) == ["9-9"], "what another account noted on this phone waits for that account"
    assert notes(app)[3:] == [("not_met", "")]
    assert page.evaluate(CACHES) == 0
