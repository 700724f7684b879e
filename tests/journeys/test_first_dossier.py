"""From an empty page to a dossier: the first user signs up, adds a leader at a hospital, lets research read, answers a
question, follows a fact to its words and sees what is missing. In a browser, and once more without script.

The sources are recorded answers and the texts are real ones, both from outside the repository: see tests/needs.py.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import config
from outreach.app import Application
from tests.browser import Browser
from tests.chromium import sign_up

LEADER, HOUSE, CITY = "Jeff Feasel", "Halifax Health", "Daytona Beach"
TYPED = "halifax hea"
CLINIC, PRIZE = "Quillfeather Clinic", "Copper Kite Award"
PATIENCE_MS, TRIES = 180_000, 120

pytestmark = [pytest.mark.loopback, pytest.mark.timeout(240)]


@pytest.fixture
def texts(shared: Path) -> list[Path]:
    """The texts of the corpus that name both the leader and the house."""
    files = sorted((shared / "corpus" / "texts").glob("*.txt"))
    named = [file for file in files if "Feasel" in (text := file.read_text("utf-8")) and HOUSE in text]
    assert len(named) >= 3
    return named


@pytest.fixture
def namesake(tmp_path: Path) -> Path:
    """An invented text about somebody of the leader's name at an invented clinic: nothing in it tells the two apart."""
    file = tmp_path / "namesake.txt"
    file.write_text(
        f"{PRIZE} goes to {LEADER}\n\n{LEADER}, president of {CLINIC}, received the {PRIZE} in 2024.\n", "utf-8"
    )
    return file


@pytest.fixture
def settings(shared: Path, tmp_path: Path) -> config.Settings:
    """Those of one's own machine, with recorded answers in place of the network."""
    directory = shared / "recordings" / "cms-provider-data" / "hospital-general-information.csv"
    return config.from_environment(
        {
            "GROUNDWORK_DATA": str(tmp_path / "data"),
            "GROUNDWORK_REPLAY": str(shared / "recordings"),
            "GROUNDWORK_HOSPITALS": str(directory),
        }
    )


# --- in a browser ---------------------------------------------------------------------------------------------------


def test_the_whole_way_in_a_browser(window: Any, address: str, texts: list[Path], namesake: Path):
    page, troubles = window, []
    page.set_default_timeout(PATIENCE_MS)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda answer: troubles.append(answer.url) if answer.status >= 400 else None)
    sign_up(page, address)
    add_the_leader(page, address)
    home = page.url
    research(page)
    for text in (*texts, namesake):
        give_to_read(page, home, text)
    turn_the_namesake_away(page)
    answer_what_is_asked(page)
    page.goto(f"{home}/facts")
    assert PRIZE not in page.inner_text("main"), "what is somebody else's is not said of the leader"
    assert LEADER in page.inner_text("#history"), "who was turned away is told, and can be taken back"
    assert "president and chief executive officer" in page.inner_text("main").lower()
    read_a_source(page)
    page.goto(home)
    page.click("main a:has-text('What shows it, and what is missing')")
    told = page.inner_text("main")
    assert "of 6 are there" in told
    assert page.locator(".checks li.met blockquote").count() >= 2, "what is met shows its passage"
    assert page.locator(".checks li.open .actions").count() >= 1, "what is open says how to close it"
    assert troubles == []


def add_the_leader(page: Any, address: str) -> None:
    """Types a part of the hospital's name and takes the line that comes for it."""
    line = page.locator(f"#workplace-list option[value*='{CITY}']")
    for _ in range(TRIES):  # the directory is read in the background, from the first page on
        page.goto(f"{address}/people/new")
        page.locator("#workplace").press_sequentially(TYPED)
        page.wait_for_timeout(700)
        if line.count():
            break
    page.fill("#name", LEADER)
    page.fill("#workplace", line.get_attribute("value", timeout=1000))
    page.click("main button:has-text('Add the person')")
    page.wait_for_url(re.compile(r"/people/\d+$"))
    assert HOUSE in page.inner_text("main")


def research(page: Any) -> None:
    page.goto(f"{page.url}/research")
    page.click("main button:has-text('Start research')")
    wait_for_the_end(page)
    page.wait_for_selector("#run-found li")  # the directory tells of the hospital; each part of the page asks by itself


def wait_for_the_end(page: Any) -> None:
    """Watches a run without a press: the page fetches its parts itself."""
    page.wait_for_url(re.compile(r"/research/\d+$"))
    page.wait_for_selector("#run-said h1:has-text('Research is done')")


def give_to_read(page: Any, home: str, text: Path) -> None:
    page.goto(f"{home}/research/add")
    page.set_input_files("#file", str(text))
    page.click("main button:has-text('Read this')")
    wait_for_the_end(page)


def turn_the_namesake_away(page: Any) -> None:
    """The page asks by itself, without a press; the answer takes the question away."""
    asked = page.locator("#run-questions section.asks", has_text=CLINIC)
    asked.wait_for()
    assert "Is this the same person?" in asked.inner_text()
    assert HOUSE in asked.inner_text(), "both sides are shown"
    asked.locator("button[value=not_same]").click()
    page.wait_for_selector("text=is somebody else")
    asked.wait_for(state="detached")


def answer_what_is_asked(page: Any) -> None:
    while page.locator("#run-questions button[value=not_same]").count():
        asked = page.locator("#run-questions form").count()
        page.click("#run-questions button[value=not_same]")
        page.wait_for_selector("text=is somebody else")
        page.locator("#run-questions form").nth(asked - 1).wait_for(state="detached")


def read_a_source(page: Any) -> None:
    """From a fact to the copy in which its words are marked."""
    words = page.locator("main .rows li", has_text="Board seat").first
    words.locator("a").first.click()
    page.wait_for_url(re.compile(r"/facts/\d+$"))
    page.click("main a[href*='/source']")
    page.wait_for_selector("mark#quote")
    marked = page.inner_text("mark#quote")
    assert "Feasel" in marked
    assert marked in page.inner_text(".copy")
    assert page.is_visible("mark#quote")


# --- without script -------------------------------------------------------------------------------------------------


class Reader(Browser):
    """A browser without script: it follows links and sends forms as the page has them."""

    page: html.HtmlElement

    def open(self, path: str) -> str:
        """Opens an address and goes where it leads; the words of the page."""
        return self._shown(self.get(path), path)

    def send(self, path: str, data: Any, **named: Any) -> str:
        """Sends a form and goes where it leads; the words of the page."""
        return self._shown(self.post(path, data, **named), path)

    def press(self, words: str) -> str:
        """Sends the form of the first button with these words, as it stands on the page."""
        [button, *_] = self.page.xpath("//main//button[contains(., $words)]", words=words)
        [form] = button.xpath("ancestor::form")
        data = {one.name: one.value or "" for one in form.xpath(".//input[@name]") if one.name != "csrf_token"}
        if button.get("name"):
            data[button.get("name")] = button.get("value")
        return self.send(form.get("action"), data)

    def follow(self, words: str) -> str:
        """Opens the first link with these words."""
        [link, *_] = self.page.xpath("//main//a[contains(., $words)]", words=words)
        return self.open(link.get("href"))

    def _shown(self, answer: Any, path: str) -> str:
        if answer.status_code in (302, 303):
            return self.open(answer.headers["Location"])
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        self.page, self.path = html.document_fromstring(answer.text), path
        return " ".join(self.page.xpath("//main")[0].text_content().split())


def worked_off(reader: Reader, words: str) -> str:
    """The page that the reader is on when it says these words, after refreshing it as its browser would."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while words not in (told := reader.open(reader.path)):
        if time.monotonic() > until:
            pytest.fail(told)
        time.sleep(0.5)
    return told


def test_the_whole_way_without_script(app: Application, texts: list[Path], namesake: Path):
    reader = Reader(app)
    reader.sign_up()
    workplace = hospital_without_script(reader)
    reader.open("/people/new")
    told = reader.send("/people/new", {"name": LEADER, "workplace": workplace, "title": "", "kind": "leader"})
    assert HOUSE in told
    home = reader.path
    reader.open(f"{home}/research")
    reader.press("Start research")
    assert 'http-equiv="refresh"' in html.tostring(reader.page, encoding="unicode") or "is done" in reader.open(
        reader.path
    )
    worked_off(reader, "Research is done")
    for text in (*texts, namesake):
        reader.open(f"{home}/research/add")
        given = {"file": (text.open("rb"), text.name)}
        reader.send(f"{home}/research/add", given, content_type="multipart/form-data")
        worked_off(reader, "Research is done")
    say_that_the_namesake_is_the_leader_and_take_it_back(reader, home)
    while reader.page.xpath("//*[@id='run-questions']//button"):
        assert "is somebody else" in reader.press("Someone else")
    reader.open(f"{home}/facts")
    reader.follow("Board seat")
    [source, *_] = reader.page.xpath("//main//a[contains(@href, '/source')]/@href")
    reader.open(source)
    [marked] = reader.page.xpath("//mark[@id='quote']")
    assert "Feasel" in marked.text_content()
    reader.open(home)
    assert "of 6 are there" in reader.follow("What shows it, and what is missing")
    assert reader.page.xpath("//li[@class='met']//blockquote")


def say_that_the_namesake_is_the_leader_and_take_it_back(reader: Reader, home: str) -> None:
    run = reader.path
    [asked] = reader.page.xpath("//section[contains(@class, 'asks')][contains(., $clinic)]", clinic=CLINIC)
    assert "Is this the same person?" in asked.text_content()
    [form] = asked.xpath(".//form")
    assert "counts as yours now" in reader.send(form.get("action"), {"answer": "same"})
    assert not reader.page.xpath("//section[contains(@class, 'asks')][contains(., $clinic)]", clinic=CLINIC)
    [undo] = reader.page.xpath("//*[@id='notices']//form/@action")
    assert PRIZE in reader.open(f"{home}/facts"), "what the record says joins the dossier"
    reader.send(undo, {})
    assert PRIZE not in reader.open(f"{home}/facts")
    assert CLINIC in reader.open(run), "and the question is open again"


def hospital_without_script(reader: Reader) -> str:
    """Without script a typed name is what the server reads; the line is what it would have suggested."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while CITY not in (told := reader.get(f"/organizations/suggest?workplace={TYPED}").text):
        if time.monotonic() > until:
            pytest.fail("the directory was not read")
        time.sleep(0.5)
    [line] = [one for one in html.fragment_fromstring(told, create_parent=True).xpath("//option/@value") if CITY in one]
    return line
