"""The lists of drafts, putting away and deleting, and the letters on the pages of people."""

from __future__ import annotations

import pytest

from tests import factories
from tests.outreach.drafts.test_editor import inside, letter, words  # noqa: F401 (fixtures)


def test_an_empty_list_says_how_drafts_begin(alice):
    page = alice.get("/drafts")
    assert "No drafts. They start from a person’s page, when you know why you are asking." in page.text


def test_each_list_has_its_drafts_and_the_rail_says_how_many_wait(alice, inside, letter):  # noqa: F811
    assert "Interview request: short-stay unit" in alice.get("/drafts").text
    with inside() as session:
        asked = factories.make_draft(session, factories.make_person(session, name="Ana Quill"), subject="Thank you")
        factories.make_departure(session, asked)
    page = alice.get("/drafts?show=asked")
    assert "Ana Quill" in page.text
    assert "did you send it?" in page.text
    assert alice.get("/drafts?show=nonsense").status_code == 200


def test_a_draft_is_put_away_and_taken_up_again(alice, letter):  # noqa: F811
    alice.get(letter["path"])
    alice.post(letter["path"] + "/put-away")
    assert "Interview request" in alice.get("/drafts?show=put_away").text
    page = alice.get(letter["path"])
    assert "<textarea" not in page.text
    answer = alice.post(letter["path"], {"version": "1", "subject": "x", "body": "y"})
    assert answer.status_code == 422
    assert "was put away" in answer.text
    alice.post(letter["path"] + "/take-up")
    assert "<textarea" in alice.get(letter["path"]).text


def test_a_deleted_draft_comes_back(alice, letter):  # noqa: F811
    assert "Delete this draft?" in alice.get(letter["path"] + "/delete/ask").text
    alice.post(letter["path"] + "/delete")
    assert alice.get(letter["path"]).status_code == 404
    alice.get("/drafts")
    alice.post(letter["path"] + "/delete")
    assert "was deleted already" in alice.get("/drafts").text
    alice.post(letter["path"] + "/bring-back")
    assert alice.get(letter["path"]).status_code == 200


def test_a_leaders_page_has_the_letters_and_the_button(alice, inside, letter):  # noqa: F811
    with inside() as session:
        over = {"state": "finished", "started_at": factories.NOON, "finished_at": factories.NOON}
        factories.make_run(session, person_id=letter["person"], **over)
    page = alice.get(f"/people/{letter['person']}")
    assert "Interview request: short-stay unit" in page.text
    assert f'href="/drafts/new?person={letter["person"]}"' in page.text
    assert f'class="button main" href="{letter["path"]}">Go on with the letter' in page.text
    alice.get(letter["path"])
    alice.post(letter["path"] + "/delete")
    page = alice.get(f"/people/{letter['person']}")
    assert f'class="button main" href="/drafts/new?person={letter["person"]}">Ask for an interview' in page.text


def test_nobody_is_asked_who_does_not_want_to_be_written_to(alice, letter):  # noqa: F811
    alice.get(f"/people/{letter['person']}/do-not-contact")
    alice.post(f"/people/{letter['person']}/do-not-contact", {"reason": "asked us on March 3"})
    page = alice.get(f"/people/{letter['person']}")
    assert "/drafts/new" not in page.text
    assert "no letter can be begun" in page.text
    assert "This letter cannot leave" in words(alice.get(letter["path"]))


@pytest.mark.parametrize("q", ["", "okafor", "nobody", "\x00", "%"])
def test_whom_to_write_to_is_asked_first(alice, letter, q):  # noqa: F811
    page = alice.get("/drafts/new", query_string={"q": q})
    assert page.status_code == 200
    assert ("Okafor-Lindqvist" in page.text) is (q in ("", "okafor"))
