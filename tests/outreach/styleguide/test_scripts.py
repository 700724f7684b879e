"""What the scripts do, in a real browser and under the real policy header.

Skipped where Playwright or Chromium is missing, unless GROUNDWORK_REQUIRE names `browser`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Response

from outreach.security import HEADERS
from tests import chromium
from tests.outreach.styleguide.page_app import page_app

pytestmark = pytest.mark.loopback


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the style guide is, on a free port of this machine, as the application would send it; it keeps nothing."""
    app = page_app()

    @app.after_request
    def _with_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    with chromium.served(app, "127.0.0.1") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.open_browser() as browser:
        yield browser


SENT = {"name": "Dana", "email": "dana@example.org", "password": "x"}
"""What the form of the style guide takes, with a channel."""


def active(page: Any, what: str) -> Any:
    return page.evaluate(f"document.activeElement.{what}")


def test_search_is_worked_by_keys_alone(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/styleguide")
    page.focus(".wide .find")
    page.keyboard.press("/")
    assert active(page, "id") == "search-words"
    page.keyboard.type("nu")
    page.wait_for_selector("#search [role=option]")
    assert page.get_attribute("#search-words", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search-words", "aria-activedescendant") == "found-1-2"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search-words", "aria-activedescendant") == "found-1-1", "it begins again"
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('search').open")
    assert active(page, "classList.contains('find')"), "the focus is where it was"
    page.keyboard.press("Control+k")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/styleguide/form")


def test_letters_are_keys_outside_fields_only_and_only_where_wanted(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/styleguide")
    page.focus("#find-q")
    page.keyboard.type("/?j")
    assert page.input_value("#find-q") == "/?j"
    assert not page.evaluate("[...document.querySelectorAll('dialog')].some((one) => one.open)")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert active(page, "closest('[data-row]') === document.querySelector('[data-row]')")
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('keys').open")
    page.keyboard.press("Escape")
    page.evaluate("document.body.dataset.keys = 'off'")
    page.keyboard.press("?")
    page.keyboard.press("/")
    assert not page.evaluate("[...document.querySelectorAll('dialog')].some((one) => one.open)")


def test_unsent_text_asks_before_it_is_left_and_sent_text_does_not(browser: Any, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{address}/styleguide/form")
    page.click("#name")
    page.keyboard.type("Dana")
    page.goto(f"{address}/styleguide")
    assert asked == ["beforeunload"]
    page.goto(f"{address}/styleguide/form")
    page.click("#name")
    page.keyboard.type("Dana")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".summary")
    assert asked == ["beforeunload"]
    assert active(page, "className") == "summary", "the summary of errors has the focus"
    assert page.input_value("#name") == "Dana"


def test_a_file_over_the_limit_is_not_sent_and_the_text_beside_it_stays(
    browser: Any, address: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/styleguide/form")
    page.fill("#name", "Dana")
    file = tmp_path / "long.csv"  # by its path, for the bytes would go through the browser's protocol
    file.write_bytes(b"x" * 10_000_001)
    page.set_input_files("#list_of_people", file)
    assert page.input_value("#list_of_people") == ""
    told = page.evaluate("document.getElementById('list_of_people').validationMessage")
    assert told == "This file has more than 10 MB. Choose a smaller one."
    file.write_bytes(b"name")
    page.set_input_files("#list_of_people", file)
    assert "long.csv" in page.input_value("#list_of_people")
    assert page.evaluate("document.getElementById('list_of_people').validity.valid")
    assert page.input_value("#name") == "Dana"


def test_the_focus_follows_what_replaces_the_focused(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/styleguide/form")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<div id=part><button>Go</button></div>')"
    )
    page.focus("#part button")
    page.evaluate("document.getElementById('part').innerHTML = '<h2 data-says=\"6 of 9\">New</h2><p>It came.</p>'")
    page.wait_for_selector("h2:focus:text-is('New')")
    assert page.inner_text("#live") == "6 of 9"


def test_what_was_done_has_the_focus_and_undo_is_the_next_stop(browser: Any, address: str) -> None:
    """As after an answer to a question: who works by keyboard hears what was kept, and goes on from there."""
    page = browser.new_page()
    page.goto(f"{address}/styleguide/form")
    for name, value in SENT.items():
        page.fill(f"#{name}", value)
    page.check("[name=channel][value=email]")
    page.focus("#name")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#notices .notice")
    assert active(page, "innerText").startswith("Added Dana.")
    page.keyboard.press("Tab")
    assert active(page, "textContent") == "Undo"


def test_what_was_done_is_said_where_the_address_leads_to_a_place_of_the_page(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.request.post(
        f"{address}/styleguide/form", form={**SENT, "channel": "email", "kind": "hospital"}, max_redirects=0
    )
    page.goto(f"{address}/styleguide/form#year")
    page.wait_for_selector("#live:text-is('Added Dana.')", state="attached")
    assert not active(page, "matches('.notice')")


def test_a_button_that_needs_script_is_there_with_script_only(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/styleguide")
    assert page.is_visible("[data-copies]")
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{address}/styleguide")
    assert not plain.is_visible("[data-copies]")
    plain.set_viewport_size({"width": 390, "height": 800})
    plain.click(".menu summary")
    assert plain.is_visible(".menu a[href='/search']")


def test_nothing_of_a_page_breaks_the_policy(browser: Any, address: str) -> None:
    page = browser.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    for path in ("/styleguide", "/styleguide/form", "/styleguide/public", "/styleguide/print"):
        page.goto(address + path)
    page.goto(f"{address}/styleguide/form")
    page.click("#workplace")
    page.keyboard.type("har")
    page.wait_for_selector("#workplace-list option", state="attached")
    assert troubles == []
