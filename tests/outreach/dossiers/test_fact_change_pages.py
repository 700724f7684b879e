"""Correcting, withdrawing, settling and "not her", as pages: with reasons, with undo, with two windows."""

from __future__ import annotations

import re

import pytest
from lxml import html
from sqlalchemy import select

from outreach.dossiers.models import Claim, Fact, FactClaim, FactUse
from tests import factories
from tests.outreach.dossiers.dossier_cast import Jane, jane_in, say
from tests.outreach.dossiers.test_run_pages import start, text_of
from tests.outreach.hostile import bodies

CORRECTION = {
    "was": "Prize",
    "value": "Medal",
    "organization": "",
    "starts": "",
    "ends": "",
    "why": "She told me on the phone.",
}


@pytest.fixture
def jane(app, alice) -> Jane:
    return jane_in(app)


@pytest.fixture
def writer(app):
    """A session of Alice's workspace."""

    def open_():
        return app.extensions["database"].session_for(1)

    return open_


@pytest.fixture
def prize(jane, writer) -> int:
    """An award of Jane's that a draft uses."""
    with writer() as session:
        fact = say(session, {"person_id": jane.person_id}, "award", "Prize")
        factories.make_fact_use(session, fact, label="Request for 20 minutes", used_id=1, path="/drafts/1")
        return fact.id


def state_of(writer, number: int) -> str:
    with writer() as session:
        return session.get_one(Fact, number).state


def undo_path(answer) -> str:
    return re.search(r'class="notice good"[^>]*>.*?action="([^"]+)"', answer.text, re.DOTALL)[1]


def test_a_correction_shows_what_it_replaced_and_marks_what_used_it(alice, jane, prize, writer):
    assert "It says now" in alice.get(f"/facts/{prize}/correct").text
    answer = alice.post(f"/facts/{prize}/correct", CORRECTION)
    assert answer.status_code == 303
    new = alice.get(answer.headers["Location"])
    said = text_of(new)
    assert "Corrected. 1 place that used it needs a look." in said
    assert "your correction" in said
    assert "Stands instead of Prize" in said
    old = text_of(alice.get(f"/facts/{prize}"))
    assert "This was corrected. It is not said any more. Why: She told me on the phone." in old
    assert "Request for 20 minutes" in old
    assert "needs a look Corrected: Medal" in old
    assert "Request for 20 minutes needs a look." in text_of(alice.get(jane.path))
    assert "Award: Prize" not in text_of(alice.get(jane.path))
    undone = alice.post(undo_path(new))
    assert undone.status_code == 303
    assert state_of(writer, prize) == "current"


def test_when_another_window_was_faster_both_are_shown(alice, prize, writer):
    alice.get(f"/facts/{prize}/correct")
    assert alice.post(f"/facts/{prize}/correct", CORRECTION).status_code == 303
    answer = alice.post(f"/facts/{prize}/correct", {**CORRECTION, "value": "Cup", "why": "I saw it."})
    assert answer.status_code == 409
    assert "This was changed in another window" in answer.text
    assert "Cup" in answer.text, "what was typed here"
    assert "She told me on the phone." in answer.text, "what was saved there"
    with writer() as session:
        assert [one.value for one in session.scalars(select(Fact).order_by(Fact.id))] == ["Prize", "Medal"]


def test_when_research_told_it_otherwise_meanwhile_it_is_shown_first(alice, prize, writer):
    alice.get(f"/facts/{prize}/correct")
    with writer() as session:
        session.get_one(Fact, prize).value_words = "Prize of 2026"
    answer = alice.post(f"/facts/{prize}/correct", CORRECTION)
    assert answer.status_code == 409
    assert "Prize of 2026" in answer.text
    again = alice.post(f"/facts/{prize}/correct", {**CORRECTION, "was": "Prize of 2026"})
    assert again.status_code == 303


def test_withdrawing_asks_why_and_can_be_taken_back(alice, jane, prize, writer):
    ask = alice.get(f"/facts/{prize}/withdraw/ask")
    assert "Every place that uses it is marked as needing a look: Request for 20 minutes." in text_of(ask)
    assert state_of(writer, prize) == "current", "asking changes nothing"
    without = alice.post(f"/facts/{prize}/withdraw", {"why": " "})
    assert without.status_code == 422
    assert "Say why, in a few words." in without.text
    assert alice.post(f"/facts/{prize}/withdraw", {"why": "Not hers."}).status_code == 303
    page = alice.get(f"{jane.path}/facts")
    assert "Not hers." in text_of(page), "it stays in the history with its reason"
    assert alice.post(undo_path(page)).status_code == 303
    assert state_of(writer, prize) == "current"
    with writer() as session:
        assert session.scalars(select(FactUse.needs_look_since)).one() is None


def test_withdrawing_in_two_windows_says_so_and_keeps_the_first_reason(alice, prize, writer):
    alice.get(f"/facts/{prize}/withdraw/ask")
    alice.post(f"/facts/{prize}/withdraw", {"why": "Not hers."})
    answer = alice.post(f"/facts/{prize}/withdraw", {"why": "Too old."})
    assert answer.status_code == 409
    assert "Not hers." in answer.text
    assert "Too old." in answer.text


@pytest.mark.parametrize(("path", "good"), [("correct", CORRECTION), ("withdraw", {"why": "Not hers."})])
def test_the_forms_bear_whatever_is_sent(alice, prize, path, good, writer):
    alice.get(f"/facts/{prize}/correct")
    for name, body in bodies(good):
        answer = alice.post(f"/facts/{prize}/{path}", body)
        assert answer.status_code in (303, 409, 422), name
        assert "<script>alert(1)" not in answer.text, name
        alice.get(f"/facts/{prize}/withdraw/ask")
        alice.post(f"/facts/{prize}/restore")


def test_a_text_of_a_megabyte_is_refused_with_its_length(alice, prize):
    alice.get(f"/facts/{prize}/withdraw/ask")
    answer = alice.post(f"/facts/{prize}/withdraw", {"why": "x" * 400_000})
    assert answer.status_code == 422
    assert "Use at most 300 characters. This has 400,000." in answer.text


def test_a_sign_in_that_has_ended_keeps_what_was_typed(alice, prize, clock):
    alice.get(f"/facts/{prize}/correct")
    clock.move(days=60)
    answer = alice.post(f"/facts/{prize}/correct", CORRECTION)
    assert answer.status_code in (200, 401, 303)
    page = answer if answer.status_code != 303 else alice.get(answer.headers["Location"])
    assert "kept" in page.text


# --- settling -------------------------------------------------------------------------------------------------------


@pytest.fixture
def beds(jane, writer) -> list[int]:
    with writer() as session:
        about = {"organization_id": jane.house_id}
        return [say(session, about, "beds", value, standing="disputed").id for value in (214, 240)]


def test_one_value_holds_after_a_press_and_the_other_stays_in_the_history(alice, jane, beds, writer):
    alice.get(f"/orgs/{jane.house_id}")
    assert alice.post(f"/facts/{beds[1]}/settle").status_code == 303
    assert [state_of(writer, one) for one in beds] == ["withdrawn", "current"]
    said = text_of(alice.get(f"/orgs/{jane.house_id}/facts"))
    assert "the sources disagree" not in said
    assert "Settled by you: another value holds." in said
    again = alice.post(f"/facts/{beds[1]}/settle")
    assert again.status_code == 422
    assert "settled already" in again.text


def test_both_values_can_be_left_out(alice, jane, beds, writer):
    alice.get(f"/orgs/{jane.house_id}")
    assert alice.post(f"/facts/{beds[0]}/leave-out").status_code == 303
    assert [state_of(writer, one) for one in beds] == ["withdrawn", "withdrawn"]
    assert alice.post(f"/facts/{beds[0]}/leave-out").status_code == 422


def test_posts_that_clash_stand_side_by_side_with_their_sources_and_may_all_hold(alice, jane, beds, writer):
    with writer() as session:
        about = {"person_id": jane.person_id, "standing": "disputed", "status": "current"}
        posts = [
            say(
                session, about, "role", f"Chief Medical Officer, {house}", starts=since, claim={"cited_title": house}
            ).id
            for house, since in (("Larkspur", "2024"), ("Quillfeather", ""))
        ]
    page = alice.get(jane.path)
    assert "Both hold" in page.text
    (row,) = html.document_fromstring(page.text).xpath("//*[@id='unsettled']//div[@class='records']")
    assert [value.text_content() for value in row.xpath("./div/p/strong")] == [
        "Chief Medical Officer, Larkspur", "Chief Medical Officer, Quillfeather"
    ]  # fmt: skip
    assert len(row.xpath("./div//blockquote")) == 2
    assert alice.post(f"/facts/{posts[0]}/all-hold").status_code == 303
    assert [state_of(writer, one) for one in posts] == ["current", "current"]
    said = text_of(alice.get(f"{jane.path}/facts"))
    assert "the sources disagree" not in said
    assert "Chief Medical Officer, Larkspur" in said
    assert alice.post(f"/facts/{posts[0]}/all-hold").status_code == 422
    assert alice.post(f"/facts/{beds[0]}/all-hold").status_code == 422, "a house has one number of beds"
    assert "Both hold" not in alice.get(f"/orgs/{jane.house_id}").text


# --- not her --------------------------------------------------------------------------------------------------------


def test_not_her_says_what_leaves_and_can_be_undone(invented, alice, jane, run_jobs, writer, clock):
    start(alice, jane.person_id)
    run_jobs()
    with writer() as session:
        claim = session.scalars(select(Claim).where(Claim.source_key == "wikidata", Claim.predicate == "award")).one()
        fact = session.scalars(select(Fact).where(Fact.predicate == "award", Fact.value == claim.value)).one()
        path, number = f"/facts/{fact.id}/claims/{claim.id}/not-them", fact.id
    assert "Not her" in alice.get(f"/facts/{number}").text
    ask = text_of(alice.get(path))
    assert "1 fact leaves with this record" in ask
    assert "2 facts stay, since others say it too." in ask
    assert "It can be undone until Sun, Dec 20." in ask
    assert state_of(writer, number) == "current", "asking changes nothing"
    assert alice.post(path).status_code == 303
    page = alice.get(f"{jane.path}/facts")
    assert "Kept: this is not her. 1 fact has left." in text_of(page)
    assert "Records that are not her" in text_of(page)
    assert state_of(writer, number) == "gone"
    undo = undo_path(page)
    clock.move(days=29)
    alice.sign_in()
    alice.get(f"{jane.path}/facts")
    assert alice.post(undo).status_code == 303
    assert state_of(writer, number) == "current"


def test_a_record_that_another_window_has_turned_away_is_said_to_be_gone(invented, alice, jane, run_jobs, writer):
    start(alice, jane.person_id)
    run_jobs()
    with writer() as session:
        claim = session.scalars(select(Claim).where(Claim.source_key == "wikidata", Claim.predicate == "role")).one()
        (fact,) = session.scalars(select(FactClaim.fact_id).where(FactClaim.claim_id == claim.id))
        path = f"/facts/{fact}/claims/{claim.id}/not-them"
    assert [alice.post(path).status_code for _ in range(2)] == [303, 303]
    assert "removed already, perhaps in another window" in alice.get(f"{jane.path}/facts").text
    assert state_of(writer, fact) == "current", "others say it too"
    assert alice.get(path).status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "1e3", "%00", "1/claims/999/not-them"])
def test_malformed_numbers_are_no_addresses(alice, jane, prize, number):
    for verb in ("", "/correct", "/withdraw/ask", "/claims/1/not-them"):
        assert alice.get(f"/facts/{number}{verb}").status_code in (404, 405)
    assert alice.post(f"/verdicts/{number}/undo").status_code == 404
    assert alice.post(f"/facts/{number}/settle").status_code == 404
