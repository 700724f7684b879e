"""A conference from its program to the paper and the floor: pasted, matched, five minutes of choosing, a pack made,
looked at, printed; a later copy moves a talk, and the sheet of changes says so. In a browser.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import select

from outreach.app import Application
from outreach.briefs.models import PrintedFile, Printing
from outreach.demo import programs
from outreach.events.models import Appearance, EventSpeaker
from tests import factories
from tests.chromium import sign_up

pytestmark = [pytest.mark.loopback, pytest.mark.timeout(300)]

AIM = "Hear how the phone rota began."


def fill(app: Application) -> None:
    """Two leaders who are in the program: one at the house that it names, one at another."""
    with app.extensions["database"].session_for(1) as session:
        for name, title, house in (
            ("Astrid Lindqvist", "Chief Medical Officer", "Heronsgate Clinic"),
            ("Şerife Çelik", "Chief Medical Officer", "Ridgemoor Medical Center"),
        ):
            leader = factories.make_person(session, name=name, credentials="")
            factories.make_position(session, leader, title=title, organization_name=house)
            for value in ("Opened a clinic that calls back within a day.", "Led the Bridge Calls program."):
                fact = factories.make_fact(session, person_id=leader.id, value=value, value_words=value)
                claim = factories.make_claim(session, person_id=leader.id, quote=value)
                factories.make_fact_claim(session, fact, claim)


def test_a_program_becomes_a_pack_and_a_later_copy_a_sheet_of_changes(
    window: Any, app: Application, address: str
) -> None:
    page, troubles = window, []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda answer: troubles.append(answer.url) if answer.status >= 400 else None)
    sign_up(page, address)
    fill(app)
    first = (datetime.now(UTC) + timedelta(days=18)).date()
    bring_the_program(page, address, first)
    answer_who_they_are(page, address, app)
    choose_whom_to_meet(page, address, app)
    make_the_pack(page, address, app)
    bring_a_later_copy(page, address, first)
    assert troubles == []


def bring_the_program(page: Any, address: str, first: date) -> None:
    """The event and its program in one form; it is shown before anything is taken over."""
    page.goto(f"{address}/events/new")
    page.fill("#name", "Prairie Lakes Health Leaders Forum")
    page.fill("#starts_on", first.isoformat())
    page.fill("#ends_on", (first + timedelta(days=2)).isoformat())
    page.select_option("#zone", label="Central")
    page.click("main summary:has-text('Bring its program')")
    page.fill("#text", programs.forum(first, programs.TALK_WAS))
    page.click("main button:has-text('Add the event')")
    page.wait_for_load_state()
    told = page.inner_text("main")
    assert "13 speakers in 14 sessions; 2 may be people you keep" in told
    page.click("main button:has-text('Take')")
    page.wait_for_url(re.compile(r"/events/1(\?|#|$)"))


def answer_who_they_are(page: Any, address: str, app: Application) -> None:
    """Name and house match: no question. Another house: a question, answered by a press."""
    page.goto(f"{address}/events/1")
    card = page.locator("section.asks", has_text="Şerife Çelik")
    assert "Coldspring Medical Center" in card.inner_text()
    card.locator("button:has-text('Yes, the same person')").click()
    page.wait_for_load_state()
    with app.extensions["database"].session_for(1) as session:
        matched = session.scalars(select(EventSpeaker.name).where(EventSpeaker.match_state == "matched")).all()
    assert sorted(matched) == ["Astrid Lindqvist", "Şerife Çelik"]


def choose_whom_to_meet(page: Any, address: str, app: Application) -> None:
    """Both are put on the list where they speak, one with an aim."""
    for _ in range(2):
        page.goto(f"{address}/events/1/meetings/new")
        page.locator("form[action$='/meetings'] button").first.click()
        page.wait_for_load_state()
    with app.extensions["database"].session_for(1) as session:
        mine = {row.person.name: row.id for row in session.scalars(select(Appearance))}
    page.goto(f"{address}/events/1/meetings/{mine['Astrid Lindqvist']}")
    page.fill("#aim", AIM)
    page.locator("main form[action*='/meetings/'] button").first.click()
    page.wait_for_load_state()
    assert AIM in page.inner_text("main")


def make_the_pack(page: Any, address: str, app: Application) -> None:
    """Looked at as a picture, then made: one page each, with names, aims and sources in it; the same bytes again."""
    page.goto(f"{address}/events/1/pack")
    picture = page.locator("#preview img")
    picture.wait_for()
    assert picture.get_attribute("alt")
    assert page.evaluate("document.querySelector('#preview img').naturalWidth") > 0
    with page.expect_download() as made:
        page.click("main button:has-text('Make the pack (PDF)')")
    body = made.value.path().read_bytes()
    with app.extensions["database"].session_for(1) as session:
        printing = session.scalars(select(Printing)).one()
        assert session.scalars(select(PrintedFile.body)).one() == body
    document = pypdfium2.PdfDocument(body)
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    assert len(texts) == printing.pages == 4, "a run sheet, two pages, one sheet of cards"
    assert AIM in " ".join(texts[0].split())
    assert [("Astrid Lindqvist" in text, "Şerife Çelik" in text) for text in texts[1:3]].count((True, True)) == 0
    again = page.context.request.get(f"{address}/briefs/{printing.id}/file").body()
    assert again == body


def bring_a_later_copy(page: Any, address: str, first: date) -> None:
    """One talk moved: the preview says so, the list of the sheet has it, and stars and meetings stayed."""
    page.goto(f"{address}/events/1/programs/new")
    page.fill("#text", programs.forum(first, programs.TALK_IS))
    page.click("main button:has-text('Read the program')")
    page.wait_for_load_state()
    assert "1 session moved" in page.inner_text("main")
    page.click("main button:has-text('Take')")
    page.wait_for_load_state()
    page.goto(f"{address}/events/1/pack/changes")
    told = page.inner_text("main")
    assert "One change since your print" in page.content()
    assert "1:00–1:45 PM" in told
    assert "2:00–2:45 PM" in told
