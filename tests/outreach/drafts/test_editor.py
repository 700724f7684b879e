"""The editor through its pages: saved with script and without, two windows, versions, facts, reasons, hostile texts."""

from __future__ import annotations

import re
from html import unescape

import pytest

from outreach.accounts.models import Workspace
from outreach.dossiers import fact_changes
from outreach.dossiers.fact_changes import Correction
from outreach.drafts import rules
from outreach.drafts.models import Draft, DraftVersion
from outreach.people.operations import By
from tests import factories
from tests.factories import NOON
from tests.outreach import hostile
from tests.outreach.drafts.conftest import BODY, told

HTMX = {"HX-Request": "true"}


@pytest.fixture
def inside(app, alice):
    """Opens a session on Alice's workspace."""
    database = app.extensions["database"]
    with database.system_reader("finding a workspace") as read:
        number = read.query(Workspace.id).order_by(Workspace.id).limit(1).scalar()
    return lambda: database.session_for(number)


@pytest.fixture
def letter(inside):
    """A request to Inés that uses a fact, with its numbers: draft, person, fact."""
    with inside() as session:
        leader = factories.make_person(session, name="Inés Okafor-Lindqvist", addressed_as="Inés")
        factories.make_position(session, leader)
        fact = told(session, person_id=leader.id, value="Boarding fell by 31% in six months")
        project = factories.make_project(session, title="Keys first")
        draft = factories.make_draft(session, leader, body=BODY, project_id=project.id)
        factories.make_draft_fact(session, draft, fact_id=fact.id, number=1)
        return {"draft": draft.id, "person": leader.id, "fact": fact.id, "path": f"/drafts/{draft.id}"}


def kept(inside, letter) -> Draft:
    with inside() as session:
        return session.get_one(Draft, letter["draft"])


def form(page, **named) -> dict[str, str]:
    """The editor's form as a browser would send it."""
    version = re.search(r'name="version" type="hidden" value="(\d+)"|type="hidden" value="(\d+)"', page.text)
    number = re.search(r'<input[^>]*name="version"[^>]*value="(\d+)"', page.text)[1]
    assert version
    return {"version": number, "subject": "Interview request", "body": BODY, **named}


def words(answer) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", answer.text))


# --- writing ------------------------------------------------------------------------------------------------------


def test_the_page_shows_text_findings_and_facts_with_their_sources(alice, letter):
    page = alice.get(letter["path"])
    assert page.status_code == 200
    assert "Boarding fell by 31% in six months [1]." in page.text
    assert "Worth a second look" in page.text
    assert "1 of 1" in words(page)
    assert "Short-stay unit opens" in page.text
    assert "words." in words(page)
    assert "Keys first" in page.text


def test_without_script_a_text_is_saved_by_its_button(alice, inside, letter):
    page = alice.get(letter["path"])
    answer = alice.post(letter["path"], form(page, body="Dear Inés,\r\n\r\nHello 😀 李 [1].\r\n"))
    assert (answer.status_code, answer.headers["Location"]) == (303, letter["path"])
    assert kept(inside, letter).body == "Dear Inés,\n\nHello 😀 李 [1]."


def test_with_script_a_save_brings_the_column_and_the_new_version(alice, inside, letter):
    page = alice.get(letter["path"])
    answer = alice.post(letter["path"], form(page, body="Dear Inés,\n\nIt fell [7]."), headers=HTMX)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert f'data-version="{kept(inside, letter).version}"' in answer.text
    assert "No fact of this draft has this number" in answer.text
    assert 'data-fills="counts"' in answer.text


def test_two_windows_keep_both_texts_and_are_told(alice, inside, letter):
    page = alice.get(letter["path"])
    first, second = form(page, body="From the first window"), form(page, body="From the second window")
    alice.post(letter["path"], first)
    answer = alice.post(letter["path"], second)
    page = alice.get(answer.headers["Location"])
    assert "This draft was changed in another window. Both versions are kept." in words(page)
    assert kept(inside, letter).body == "From the second window"
    compare = re.search(r'href="([^"]+)">Compare them', page.text)[1]
    assert "first" in words(alice.get(compare))
    answer = alice.post(letter["path"], first, headers=HTMX)
    assert "Both versions are kept" in words(answer)
    with inside() as session:
        texts = [row.body for row in session.query(DraftVersion).order_by(DraftVersion.number)]
    assert texts == ["From the first window", "From the second window"]


def test_what_a_window_sends_as_it_leaves_is_saved_without_a_word(alice, inside, letter):
    page = alice.get(letter["path"])
    answer = alice.post(letter["path"], form(page, body="The last words", leaves="1"))
    assert (answer.status_code, answer.text) == (204, "")
    assert kept(inside, letter).body == "The last words"
    assert "Saved." not in alice.get("/drafts").text
    alice.post(letter["path"], form(page, body="Later words, from an older window", leaves="1"))
    assert "What stood there is kept as version 1." in alice.get("/drafts").text


def test_an_ended_sign_in_keeps_the_text(alice, clock, letter):
    page = alice.get(letter["path"])
    body = form(page, body="Typed for an hour")
    clock.move(days=40)
    answer = alice.post(letter["path"], body, headers=HTMX)
    assert answer.status_code == 401
    assert "still stands on this page" in answer.text
    answer = alice.post(letter["path"], body)
    assert answer.status_code == 401
    assert "What you wrote is kept" in answer.text


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without script", "with script"])
def test_a_megabyte_is_refused_in_words_and_stays_in_the_window(alice, inside, letter, headers):
    page = alice.get(letter["path"])
    answer = alice.post(letter["path"], form(page, body="x" * 1_000_000), headers=headers)
    assert answer.status_code == 422
    assert "Use at most 40,000 characters. This has 1,000,000." in words(answer)
    assert ("x" * 1000 in answer.text) is not bool(headers)
    assert kept(inside, letter).body == BODY


def test_hostile_texts_are_kept_or_refused_and_never_an_error(alice, letter):
    page = alice.get(letter["path"])
    good = form(page)
    for headers in ({}, HTMX):
        for name, body in hostile.bodies({key: good[key] for key in ("version", "subject", "body")}):
            answer = alice.post(letter["path"], body, headers=headers)
            assert answer.status_code in (200, 303, 422), name
            assert "<script>alert" not in answer.text
    assert alice.get(letter["path"]).status_code == 200


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without script", "with script"])
def test_what_cannot_be_kept_is_taken_out_and_the_rest_is_saved(alice, inside, letter, headers):
    body = form(alice.get(letter["path"]), body="Dear Inés,\x00 hello\x0b\x9f 😀", subject="A\x00B")
    answer = alice.post(letter["path"], body, headers=headers)
    page = answer if headers else alice.get(letter["path"])
    assert "Characters that cannot be kept were taken out." in page.text
    assert (kept(inside, letter).body, kept(inside, letter).subject) == ("Dear Inés, hello 😀", "AB")


def test_a_reviewer_reads_and_cannot_write(alice, invite, letter):
    page = alice.get(letter["path"])
    ben = invite("reviewer")
    shown = ben.get(letter["path"])
    assert "Boarding fell by 31%" in shown.text
    assert "<textarea" not in shown.text
    assert ben.post(letter["path"], form(page)).status_code == 403


# --- versions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("button", ["versions", "proposal/begin"])
def test_the_buttons_beside_save_keep_the_texts_of_both_windows(alice, inside, letter, button):
    late = form(alice.get(letter["path"]), body="From the second window")
    alice.post(letter["path"], form(alice.get(letter["path"]), body="From the first window"))
    answer = alice.post(f"{letter['path']}/{button}", late)
    assert "Both versions are kept" in words(alice.get(answer.headers["Location"]))
    assert kept(inside, letter).body == "From the second window"
    with inside() as session:
        assert "From the first window" in [row.body for row in session.query(DraftVersion)]


@pytest.mark.parametrize("button", ["versions", "proposal/begin"])
def test_the_buttons_beside_save_leave_a_text_that_cannot_be_taken_in_the_window(alice, inside, letter, button):
    answer = alice.post(f"{letter['path']}/{button}", form(alice.get(letter["path"]), body="x" * 50_000))
    assert answer.status_code == 422
    assert "x" * 50_000 in answer.text.split("<textarea")[1]
    assert kept(inside, letter).body == BODY


@pytest.mark.parametrize("text", ["Typed meanwhile.", "Typed at length. " * 3_000])
@pytest.mark.parametrize("button", ["", "/versions", "/leave"])
def test_what_was_typed_while_another_window_sent_the_letter_is_shown(alice, inside, letter, button, text):
    late = form(alice.get(letter["path"]), body=text, way="copied")
    with inside() as session:
        draft = session.get_one(Draft, letter["draft"])
        draft.state, draft.sent_at = "sent", NOON
    answer = alice.post(letter["path"] + button, late)
    assert answer.status_code == 422
    assert "This letter was sent" in words(answer)
    assert text.strip() in answer.text
    assert kept(inside, letter).body == BODY


def test_a_version_is_kept_compared_and_put_back(alice, inside, letter):
    page = alice.get(letter["path"])
    alice.post(letter["path"] + "/versions", form(page, body="The first text"))
    alice.post(letter["path"], form(alice.get(letter["path"]), body="The second text"))
    listed = alice.get(letter["path"] + "/versions")
    address = re.search(r'href="(/drafts/\d+/versions/\d+)"', listed.text)[1]
    compared = alice.get(address)
    assert "<del>" in compared.text
    assert "first" in words(compared)
    alice.post(address + "/put-back")
    assert kept(inside, letter).body == "The first text"
    with inside() as session:
        assert [row.body for row in session.query(DraftVersion).order_by(DraftVersion.number)] == [
            "The first text", "The second text", "The first text"
        ]  # fmt: skip


# --- facts --------------------------------------------------------------------------------------------------------


def test_another_fact_is_put_in_by_a_page_of_its_own(alice, inside, letter):
    with inside() as session:
        fact = told(session, person_id=letter["person"], predicate="award", value="Copper Kite Award")
    listed = alice.get(letter["path"] + "/facts")
    assert "Copper Kite Award" in listed.text
    assert "<html" in listed.text
    answer = alice.post(f"{letter['path']}/facts/{fact.id}")
    assert answer.status_code == 303
    assert re.search(r"Copper Kite Award[^\n]*\[2\]\n\nSincerely", kept(inside, letter).body)


def test_with_script_its_words_are_given_for_the_cursor(alice, inside, letter):
    with inside() as session:
        fact = told(session, person_id=letter["person"], predicate="award", value="Copper Kite Award")
    assert "<html" not in alice.get(letter["path"] + "/facts", headers=HTMX).text
    answer = alice.post(f"{letter['path']}/facts/{fact.id}", headers=HTMX)
    assert re.search(r'data-inserts="[^"]*Copper Kite Award[^"]*\[2\]"', answer.text)
    assert kept(inside, letter).body == BODY


def test_a_fact_about_somebody_else_is_not_put_in(alice, inside, letter):
    with inside() as session:
        other = told(session, person_id=factories.make_person(session).id)
    assert alice.post(f"{letter['path']}/facts/{other.id}").status_code == 404


def test_a_fact_withdrawn_while_drafting_is_marked_on_the_page(alice, inside, letter):
    alice.post(letter["path"], form(alice.get(letter["path"]), subject="Another subject"))
    alice.get(f"/facts/{letter['fact']}/withdraw/ask")
    alice.post(f"/facts/{letter['fact']}/withdraw", {"why": "It was one floor only."})
    page = alice.get(letter["path"])
    assert "What this letter says has changed since it was written" in page.text
    assert "You have withdrawn this fact." in words(page)
    assert "cannot leave" in words(page)
    assert "Let it stand" not in re.sub(r"(?s)<script.*?</script>", "", page.text).split("[1]")[1][:600]


def test_a_corrected_fact_is_offered_in_its_place(alice, inside, letter):
    with inside() as session:
        fact = session.get_one(type(told(session, person_id=letter["person"])), letter["fact"])
        fact_changes.correct(session, fact, Correction("Boarding fell by 13%", "read again"), By(1, NOON))
    page = alice.get(letter["path"])
    address = re.search(r'action="(/drafts/\d+/cited/\d+/corrected)"', page.text)[1]
    alice.post(address)
    page = alice.get(letter["path"])
    assert "Boarding fell by 13%" in page.text
    assert "cannot leave" not in words(page)
    alice.post(address)
    assert "Nothing stands in the place of this fact." in alice.get(letter["path"]).text


# --- reasons ------------------------------------------------------------------------------------------------------


def a_rule_that_stops(monkeypatch):
    from outreach.asklint.types import Finding, Severity
    from outreach.drafts import checking

    def found(reading):
        at = reading.text.find("20 minutes")
        return (
            (Finding("job-ask", Severity.BLOCK, at, at + 10, "20 minutes", "Leave job talk out."),) if at >= 0 else ()
        )

    monkeypatch.setattr(checking, "findings_in", found)


def test_a_finding_is_let_stand_with_a_reason_that_is_kept(alice, inside, letter, monkeypatch):
    a_rule_that_stops(monkeypatch)
    page = alice.get(letter["path"])
    address = unescape(re.search(r'href="([^"]+let-stand[^"]+)"', page.text)[1])
    assert "Leave job talk out." in alice.get(address).text
    assert alice.post(address, {"why": "no"}).status_code == 422
    answer = alice.post(address, {"why": "She asked me to tell her this."})
    assert answer.status_code == 303
    assert kept(inside, letter).passed["job-ask"]["why"] == "She asked me to tell her this."
    page = alice.get(letter["path"])
    assert "You let it stand: She asked me to tell her this." in words(page)
    alice.post(letter["path"] + "/reasons/remove", {"rule": "job-ask"})
    assert kept(inside, letter).passed == {}


def test_where_there_is_nothing_to_let_stand_one_is_led_back(alice, letter):
    for rule in ("", "job-ask", "citation", "x" * 500):
        assert alice.get(f"{letter['path']}/let-stand?rule={rule}").status_code == 303


def test_every_kind_of_letter_has_its_words():
    from outreach.asklint.types import Kind

    assert {kind.value for kind in Kind} == set(rules.KIND_WORDS)
