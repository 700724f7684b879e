"""The list of articles and an article's own page: where it stands, what it says, withdrawing and deleting."""

from __future__ import annotations

from datetime import date

from outreach.articles import where_it_stands
from outreach.articles.models import Article
from outreach.articles.where_it_stands import OfReviewer, Stand
from outreach.people import operations as people
from outreach.people.models import Person
from tests.factories import NOON


def test_an_empty_list_says_what_to_do(alice):
    page = alice.get("/articles")
    assert "No article yet. It begins with an outline" in page.text
    assert alice.get("/articles?show=nonsense").status_code == 200
    assert "Nothing has appeared yet" in alice.get("/articles?show=published").text


def test_the_list_says_where_it_stands_and_who_must_still_say_yes(app, alice, kept):
    assert "Draft" in alice.get("/articles").text
    waits = OfReviewer(1, "Inés Okafor-Lindqvist", "waiting", 4, date(2026, 11, 5))
    stand = Stand((waits, OfReviewer(2, "Tom Quill", "approved", 4)), "remind Inés on Nov 12")
    where_it_stands.told_by(app, lambda _session, ids, _now: dict.fromkeys(ids, stand))
    page = alice.get("/articles")
    assert "Waiting for 1 of 2 · next: remind Inés on Nov 12" in page.text
    assert "Inés Okafor-Lindqvist must still say yes" in page.text
    assert "Waiting for 1 of 2" in alice.get(kept["path"]).text


def test_a_page_shows_the_text_with_speaker_minute_and_facts(alice, kept):
    page = alice.get(kept["path"])
    assert '<mark class="said">“Nobody had decided who could open the room on a Sunday,”</mark>' in page.text
    assert '<a href="#quote-1"' in page.text
    assert "Inés Okafor-Lindqvist, minute 0" in page.text
    assert '<sup><a href="#fact-1"' in page.text
    assert 'id="fact-1"' in page.text


def test_it_is_withdrawn_and_taken_up_again(alice, kept):
    assert "Withdraw this article?" in alice.get(kept["path"] + "/withdraw/ask").text
    alice.post(kept["path"] + "/withdraw")
    page = alice.get(kept["path"])
    assert "Withdrawn" in page.text
    assert "Withdrawn" in alice.get("/articles?show=withdrawn").text
    alice.post(kept["path"] + "/take-up")
    assert "It is being written again." in alice.get(kept["path"]).text


def test_a_published_one_is_not_withdrawn(alice, inside, kept):
    with inside() as session:
        row = session.get_one(Article, kept["article"])
        row.state, row.published_on = "published", NOON.date()
    alice.get(kept["path"])
    assert alice.post(kept["path"] + "/withdraw").status_code == 422


def test_a_deleted_one_comes_back(alice, kept):
    assert "Delete this article?" in alice.get(kept["path"] + "/delete/ask").text
    alice.post(kept["path"] + "/delete")
    assert alice.get(kept["path"]).status_code == 404
    alice.get("/articles")
    alice.post(kept["path"] + "/delete")
    assert "was deleted already" in alice.get("/articles").text
    alice.post(kept["path"] + "/bring-back")
    assert alice.get(kept["path"]).status_code == 200


def test_it_goes_out_of_sight_with_its_leader(alice, inside, kept):
    with inside() as session:
        people.remove(session, session.get_one(Person, kept["leader"]), NOON)
    assert alice.get(kept["path"]).status_code == 404
    assert "ninety days" not in alice.get("/articles").text


def test_the_question_whether_to_delete_a_leader_names_the_articles_that_go_too(alice, kept):
    shown = alice.get(f"/people/{kept['leader']}/delete/ask").text
    assert "An article about them goes from your lists too, until they are back: “" in shown


def test_people_and_projects_show_their_articles(alice, kept):
    assert "The first ninety days of a short-stay unit" in alice.get(f"/people/{kept['leader']}").text
