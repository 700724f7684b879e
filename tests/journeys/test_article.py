"""From an outline to a published article: begun from a talk, sent for approval, marked up in Word by the assistant,
a new version, the leader's yes on a phone without script, handed in, published, thanked for. In a browser.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from outreach.app import Application
from outreach.articles.approval_models import Decision
from outreach.articles.models import ArticleFact, ArticleQuote, ArticleVersion
from outreach.demo import articles as story
from outreach.people import operations as people
from outreach.people.operations import By, NewContact
from tests import factories, ledger_factories
from tests.chromium import sign_up
from tests.journeys.conftest import PATIENCE_MS

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "java_script_enabled": False}

pytestmark = [pytest.mark.loopback, pytest.mark.timeout(300)]


def fill(app: Application) -> int:
    """Dr. Oyelaran, her assistant, a project for a venue that shows people the text, and a talk of a month ago."""
    then = datetime.now(UTC) - timedelta(days=30)
    with app.extensions["database"].session_for(1) as session:
        leader = factories.make_person(
            session, name="Amara Oyelaran", addressed_as="Dr. Oyelaran", time_zone="America/Chicago", credentials=""
        )
        factories.make_position(session, leader, title="Chief Nursing Officer")
        fact = factories.make_fact(session, person_id=leader.id, value=story.TOLD[0])
        claim = factories.make_claim(session, person_id=leader.id, quote=story.TOLD[0])
        factories.make_fact_claim(session, fact, claim)
        people.add_contact(
            session,
            leader.id,
            NewContact("Marta Duarte", "assistant", "schedules", "m.duarte@juniper.example"),
            By(1, then),
        )
        venue = factories.make_venue(
            session, name="Upper Plains Quality Letter", source_review="whole", longest_words=600
        )
        project = factories.make_project(
            session, title="Bridge to Home", venue_id=venue.id, due_on=(then + timedelta(days=120)).date()
        )
        talk = ledger_factories.make_interview(
            session, leader, starts_at=then, started_at=then, ended_at=then + timedelta(minutes=20), state="held",
            project_id=project.id, recording="yes", quoting="after_check", consent_at=then,
        )  # fmt: skip
        lines = (*(("exact", words) for words in story.SAID), *(("paraphrase", words) for words in story.TOLD))
        for minute, (kind, words) in enumerate(lines, start=1):
            at = then + timedelta(minutes=minute)
            ledger_factories.make_interview_note(session, talk, kind=kind, text=words, said_at=at)
        return leader.id


def test_from_an_outline_to_a_published_article(window: Any, app: Application, address: str, tmp_path: Path) -> None:
    page, troubles = window, []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda answer: troubles.append(answer.url) if answer.status >= 400 else None)
    sign_up(page, address)
    fill(app)
    begin(page, address, app)
    ask(page, address)
    link = send_the_letter(page, address, 1)
    come_back_in_word(page, address, tmp_path)
    take_the_suggestions(page, address)
    request_approval(page, address)
    newer = send_the_letter(page, address, 2)
    say_yes_on_a_phone(page.context.browser, link, newer)
    hand_in_and_publish(page, address)
    with app.extensions["database"].session_for(1) as session:
        kept = session.scalars(select(Decision).order_by(Decision.id)).all()
        assert [(one.answer, one.way) for one in kept] == [("changes", "word"), ("approved", "page")]
        approved = session.get_one(ArticleVersion, kept[-1].version_id)
        assert kept[-1].text_hash == approved.text_hash
    assert troubles == []


def begin(page: Any, address: str, app: Application) -> None:
    """The outline is composed from the talk; a quote and a fact that it left out are put in; then it is written."""
    page.goto(f"{address}/articles/new?person=1")
    page.click("main button:has-text('Compose the outline')")
    page.wait_for_url(re.compile(r"/articles/1/edit$"))
    assert "[[Nothing yet" in page.input_value("#body"), "what is missing says what to ask"
    page.goto(f"{address}/articles/1/quotes")
    page.locator("li", has_text=story.SAID[0]).locator("button").click()
    page.wait_for_load_state()
    page.goto(f"{address}/articles/1/facts")
    page.locator("li", has_text="Readmissions").first.locator("button").click()
    page.wait_for_load_state()
    page.goto(f"{address}/articles/1/edit")
    page.fill("#title", story.TITLE)
    page.fill("#body", numbered(app))
    page.click("main button:has-text('Save and read it')")
    page.wait_for_url(re.compile(r"/articles/1$"))
    page.locator("#check", has_text="They want to check the words first.").wait_for()


def numbered(app: Application) -> str:
    """The text of the story with the numbers that its quotes and facts have here."""
    with app.extensions["database"].session_for(1) as session:
        quotes = {row.words: row.number for row in session.scalars(select(ArticleQuote))}
        facts = {row.sentence[:12]: row.number for row in session.scalars(select(ArticleFact))}
    numbers = {f"q{place}": f"q{quotes[words]}" for place, words in enumerate(story.SAID, start=1)}
    numbers |= {str(place): str(facts[words[:12]]) for place, words in enumerate(story.TOLD, start=1)}
    return re.sub(r"\[(q?\d)\]", lambda mark: f"[{numbers[mark[1]]}]", story.BODY)


def ask(page: Any, address: str) -> None:
    """The leader is put on the list, with her assistant for the letter, and asked."""
    page.goto(f"{address}/articles/1/reviewers/new?person=1")
    page.select_option("#scope", label="The whole text")
    page.select_option("#helper", label="Marta Duarte")
    page.click("main button:has-text('Put on the list')")
    page.wait_for_url(re.compile(r"/articles/1/reviewers$"))
    page.goto(f"{address}/articles/1")
    page.locator("#check").wait_for()
    assert page.locator("#check", has_text="Must fix").count() == 0
    request_approval(page, address)


def request_approval(page: Any, address: str) -> None:
    page.goto(f"{address}/articles/1/ask")
    page.check("main input[type=checkbox]")
    page.fill("#ask_by", (datetime.now(UTC) + timedelta(days=21)).date().isoformat())
    page.click("main button:has-text('Begin the letters')")
    page.wait_for_load_state()


def send_the_letter(page: Any, address: str, number: int) -> str:
    """The letter to the assistant is copied and said to be sent; the link that stands in it."""
    page.goto(f"{address}/articles/1/requests/{number}")
    page.click("main button:has-text('the letter')")
    page.wait_for_url(re.compile(r"/drafts/\d+$"))
    assert f"[link {number}]" in page.input_value("#body")
    assert page.locator("#findings .finding.bad").count() == 0
    page.click("button:has-text('Copy and mark as sent')")
    page.wait_for_url(re.compile(r"/drafts/\d+/leaving$"))
    sent = page.content()
    link = re.search(r"http://[\d.:]+/a/[\w-]{43}", sent)
    assert link, "what leaves holds the address"
    page.click("main button:has-text('I sent it')")
    page.wait_for_load_state()
    return f"{address}{urlsplit(link[0]).path}"


def come_back_in_word(page: Any, address: str, folder: Path) -> None:
    """The assistant marks the Word copy up; it is uploaded, and recorded as an answer with its changes."""
    page.goto(f"{address}/articles/1/requests/1")
    copy = page.context.request.get(f"{address}/articles/1/requests/1/copy.docx").body()
    file = folder / "Bridge to Home MD.docx"
    file.write_bytes(story.marked_up(copy, "Marta Duarte", datetime.now(UTC)))
    page.goto(f"{address}/articles/1/receive")
    page.set_input_files("input[type=file]", file)
    page.click("main button:has-text('Read the file')")
    page.wait_for_url(re.compile(r"/received/\d+"))
    page.get_by_label("Asked for changes").check()
    page.fill("#by_name", "Marta Duarte")
    page.click("main button:has-text('Record this')")
    page.wait_for_load_state()


def take_the_suggestions(page: Any, address: str) -> None:
    """What is easy is accepted at once, one is adapted, the comments are answered; a version is made of them."""
    every = f"{address}/articles/1/suggestions"
    page.goto(every)
    assert "6 insertions, 3 deletions, 2 comments" in page.inner_text("main")
    page.click("main a:has-text('Accept these')")
    page.click("main button:has-text('Accept these')")
    page.wait_for_url(re.compile(r"/suggestions(\?|$)"))
    while page.locator("main a:has-text('Answer it')").count():
        page.locator("main a:has-text('Answer it')").first.click()
        page.fill("#reason", "The report gives the figure as it stands; thank you for looking.")
        page.click("main button:has-text('Keep it as it was')")
        page.wait_for_load_state()
        page.goto(every)
    while page.locator("main button:has-text('Accept')").count():
        page.locator("main button:has-text('Accept')").first.click()
        page.wait_for_load_state()
        page.goto(every)
    page.click("main button:has-text('new version')")
    page.wait_for_url(re.compile(r"/suggestions/made"))
    assert "in winter" in page.inner_text("main")


def say_yes_on_a_phone(browser: Any, link: str, newer: str) -> None:
    """The old link shows what changed first; the leader says yes; the receipt can be kept. Without script."""
    phone = browser.new_context(**PHONE).new_page()
    phone.set_default_timeout(PATIENCE_MS)
    phone.goto(link)
    seen = phone.inner_text("main")
    assert seen.index("What changed since version 2") < seen.index("Steps for a small hospital")
    assert phone.locator("mark").count() == 5
    assert "The report gives the figure as it stands" in seen, "what was not done is answered"
    phone.goto(newer)
    phone.click("text=Yes, publish it")
    phone.wait_for_url(re.compile(r"/done$"))
    assert "may publish version 3" in phone.inner_text("main")
    phone.goto(link)
    assert "may publish version 3" in phone.inner_text("main")
    phone.close()


def hand_in_and_publish(page: Any, address: str) -> None:
    """What is handed in is what was approved; where it appeared is noted; both who helped are thanked."""
    page.goto(f"{address}/articles/1/submit")
    assert "to the letter, the one that was approved" in page.inner_text("main")
    page.get_by_label("Yes, I have seen to it").check()
    page.click("main button:has-text('Note that it is handed in')")
    page.wait_for_load_state()
    page.goto(f"{address}/articles/1/published")
    page.fill("#link", "https://letter.example/bridge-to-home")
    page.click("main button:has-text('Note that it has appeared')")
    page.wait_for_url(re.compile(r"/articles/1/pack$"))
    pack = page.inner_text("main")
    assert "Amara Oyelaran" in pack
    assert "Marta Duarte" in pack
    file = page.context.request.get(address + str(page.locator("a:has-text('PDF')").first.get_attribute("href")))
    assert file.body().startswith(b"%PDF")
