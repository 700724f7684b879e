"""The pages of signals: lists, one of them, and the buttons."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import html
from sqlalchemy import select

from outreach.app import Application
from outreach.drafts.models import Draft
from outreach.people.models import Person
from outreach.signals.models import Signal
from tests import factories, ledger_factories
from tests.browser import Browser
from tests.factories import NOON
from tests.outreach.signals import told_runs

NAME = "Inés Okafor-Lindqvist"


@pytest.fixture
def ines(app: Application, alice: Browser) -> int:
    with app.extensions["database"].session_for(1) as session:
        return factories.make_person(session, name=NAME).id


def make(app: Application, person_id: int, **named) -> int:
    with app.extensions["database"].session_for(1) as session:
        return ledger_factories.make_signal(session, session.get_one(Person, person_id), **named).id


def state(app: Application, number: int) -> tuple[str, bool]:
    with app.extensions["database"].reader_for(1) as session:
        row = session.get_one(Signal, number)
        return row.state, row.is_quiet


def text_of(answer) -> str:
    return " ".join(html.document_fromstring(answer.text).text_content().split())


def test_the_empty_page_says_what_would_be_here(alice: Browser):
    page = text_of(alice.get("/signals"))
    assert "Nobody is looked up again." in page
    assert "0 people" not in page


def test_a_change_is_shown_with_passage_source_date_and_idea(app: Application, alice: Browser, ines: int):
    number = make(app, ines, happened="2026-10-30")
    for path in ("/signals", f"/signals/{number}"):
        page = text_of(alice.get(path))
        assert "She received the Rural Care Award." in page
        assert "“the 2026 Rural Care Award”" in page
        assert "News, Oct 30, 2026; found" in page
        assert "Idea: Congratulate in one sentence" in page
    assert "She received the Rural Care Award." in text_of(alice.get(f"/people/{ines}"))


def test_the_lists_and_their_filters(app: Application, alice: Browser, ines: int):
    make(app, ines, kind="role", sentence="A post.")
    make(app, ines, sentence="An award.")
    make(app, ines, sentence="A quiet one.", is_quiet=True, happened="2024")
    with app.extensions["database"].session_for(1) as session:
        other = factories.make_person(session).id
    make(app, other, sentence="About another.")
    everything = text_of(alice.get("/signals"))
    assert "A post." in everything
    assert "A quiet one." not in everything
    assert "New (3)" in everything
    assert "Less relevant (1)" in everything
    assert "An award." not in text_of(alice.get("/signals?kind=role"))
    assert "About another." not in text_of(alice.get(f"/signals?person={ines}"))
    quiet = text_of(alice.get("/signals?show=less"))
    assert "From 2024, and only found now." in quiet
    assert "Tell me these again" in quiet


@pytest.mark.parametrize(
    "asked", ["show=x", "kind=x", "person=x", "person=0", "show=&kind=&person=", "person=" + "9" * 300]
)
def test_other_words_in_the_address_show_the_list(alice: Browser, asked: str):
    assert alice.get(f"/signals?{asked}").status_code == 200


def test_a_person_or_a_place_in_the_list_that_is_not_there_is_not_found(alice: Browser):
    assert alice.get("/signals?person=4711").status_code == 404
    assert alice.get("/signals?after=x").status_code == 404


def test_pages_follow_one_another(app: Application, alice: Browser, ines: int):
    for number in range(25):
        make(app, ines, sentence=f"Change {number:02}.", found_at=NOON - timedelta(hours=number))
    first = html.document_fromstring(alice.get("/signals").text)
    following = first.xpath("//nav[@class='pager']/a[@rel='next']/@href")[0]
    assert "Change 19." in first.text_content()
    assert "Change 20." not in first.text_content()
    assert "Change 20." in text_of(alice.get(following))


@pytest.mark.parametrize(("word", "after"), [("keep", "kept"), ("not-relevant", "not_relevant")])
def test_it_is_judged_by_one_press_and_taken_back(app: Application, alice: Browser, ines: int, word: str, after: str):
    number = make(app, ines)
    alice.get("/signals")
    assert alice.post(f"/signals/{number}/{word}").status_code == 303
    assert state(app, number)[0] == after
    assert f"/signals/{number}/open-again" in alice.get("/signals").text
    assert alice.post(f"/signals/{number}/{word}").status_code == 303, "a second press is no error"
    alice.post(f"/signals/{number}/open-again")
    assert state(app, number)[0] == "new"


def test_two_put_aside_teach_and_one_press_brings_them_back(app: Application, alice: Browser, ines: int):
    first, second = make(app, ines), make(app, ines)
    alice.get("/signals")
    alice.post(f"/signals/{first}/not-relevant")
    alice.post(f"/signals/{second}/not-relevant")
    assert "Further ones of this kind from News come under Less relevant" in text_of(alice.get("/signals"))
    quiet = make(app, ines, is_quiet=True)
    assert "The last two of this kind from News were not relevant to you." in text_of(alice.get("/signals?show=less"))
    alice.post(f"/signals/{quiet}/tell-again")
    assert "are told again" in text_of(alice.get("/signals"))
    assert state(app, quiet) == ("kept", False)


def test_write_a_note_begins_a_letter_with_the_fact(app: Application, alice: Browser, ines: int):
    with app.extensions["database"].session_for(1) as session:
        award = told_runs.make_award(session, session.get_one(Person, ines)).id
    number = make(app, ines, fact_id=award)
    assert "Write a note" in alice.get("/signals").text
    answer = alice.post(f"/signals/{number}/note")
    with app.extensions["database"].reader_for(1) as session:
        draft = session.scalars(select(Draft)).one()
    assert answer.headers["Location"] == f"/drafts/{draft.id}"
    assert "Rural Care Award" in draft.body
    assert alice.get(answer.headers["Location"]).status_code == 200


def test_a_withdrawn_fact_is_said_to_be_so_and_takes_no_note(app: Application, alice: Browser, ines: int):
    with app.extensions["database"].session_for(1) as session:
        award = told_runs.make_award(session, session.get_one(Person, ines), state="withdrawn").id
    number = make(app, ines, fact_id=award)
    page = alice.get(f"/signals/{number}")
    assert "No source says this any more." in text_of(page)
    assert "Write a note" not in page.text
    assert alice.post(f"/signals/{number}/note").status_code in (403, 409, 422)


def test_trouble_offers_a_pause_and_says_what_it_would_hold(app: Application, alice: Browser, ines: int):
    with app.extensions["database"].session_for(1) as session:
        house = factories.make_organization(session, name="Harrow Lake")
        person = session.get_one(Person, ines)
        factories.make_position(session, person, house)
        ledger_factories.make_promise(session, person)
        factories.make_draft(session, person)
    make(app, ines, kind="trouble", organization_id=house.id, quote="Harrow Lake announces 120 layoffs",
         sentence="News tells of layoffs at Harrow Lake: Harrow Lake announces 120 layoffs.")  # fmt: skip
    page = alice.get("/signals")
    assert f"/orgs/{house.id}/pause?reason=layoffs" in page.text
    assert "A pause would hold" in text_of(page)
    assert "Write a note" not in page.text
    assert "News tells of layoffs" in text_of(alice.get(f"/orgs/{house.id}"))
    assert alice.get(f"/orgs/{house.id}/pause?reason=layoffs").status_code == 200


def test_where_everything_stands_still_already_no_pause_is_offered(app: Application, alice: Browser, ines: int):
    with app.extensions["database"].session_for(1) as session:
        house = factories.make_organization(session, name="Harrow Lake")
        factories.make_position(session, session.get_one(Person, ines), house)
        today = ledger_factories.TODAY
        ledger_factories.make_pause(session, organization_id=house.id, begins_on=today, until=date(9990, 1, 2))
    number = make(app, ines, kind="trouble", organization_id=house.id, sentence="News tells of layoffs.")
    for path in ("/signals", f"/signals/{number}"):
        page = text_of(alice.get(path))
        assert "Everything about Harrow Lake is paused until Tue, Jan 2, 9990." in page
        assert "A pause would hold" not in page


def test_hostile_text_is_shown_as_text(app: Application, alice: Browser, ines: int):
    words = '<script>alert(1)</script> \u202egpj "><img src=x onerror=alert(1)>'
    number = make(
        app, ines, sentence=words[:400], quote=words, source_title=words, url="https://x.example/?a=<b>&c='\""
    )
    for path in ("/signals", f"/signals/{number}", f"/people/{ines}"):
        page = alice.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_of_another_workspace_or_a_deleted_person_nothing_is_seen(app: Application, alice: Browser, ines: int):
    database = app.extensions["database"]
    with database.session_for(factories.make_workspace(database)) as session:
        foreign = ledger_factories.make_signal(session, sentence="Of strangers.").id
    mine = make(app, ines)
    with database.session_for(1) as session:
        session.get_one(Person, ines).deleted_at = NOON
    assert "Of strangers." not in alice.get("/signals").text
    assert "Rural Care" not in alice.get("/signals").text
    for number in (foreign, mine, 4711):
        assert alice.get(f"/signals/{number}").status_code == 404
        for word in ("keep", "not-relevant", "open-again", "tell-again", "note"):
            assert alice.post(f"/signals/{number}/{word}").status_code == 404
    with database.system_reader("a test") as session:
        assert session.get_one(Signal, foreign).state == "new"


def test_a_reviewer_reads_and_changes_nothing(app: Application, alice: Browser, ines: int, invite):
    number = make(app, ines)
    ben = invite("reviewer")
    assert "Not relevant" not in ben.get("/signals").text
    for word in ("keep", "not-relevant", "open-again", "tell-again", "note"):
        assert ben.post(f"/signals/{number}/{word}").status_code == 403
