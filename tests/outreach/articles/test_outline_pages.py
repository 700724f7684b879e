"""Beginning an article: whose work, which outline, for which project; composed from what is known, once."""

from __future__ import annotations

from html import unescape

from outreach.articles import article_text
from outreach.articles.models import Article, ArticleVersion
from outreach.interviews.talk_models import Interview
from tests import factories
from tests.outreach.articles.conftest import WORDS


def begun(session) -> list[Article]:
    return session.query(Article).order_by(Article.id).all()


def test_it_asks_whose_work_it_is_about(alice, kept):
    page = alice.get("/articles/new")
    assert "Whose work is it about?" in page.text
    assert f"/articles/new?person={kept['leader']}" in unescape(page.text)
    assert "No leader called “Nobody”" in alice.get("/articles/new?q=Nobody").text
    assert alice.get("/articles/new?person=99999").status_code == 404
    assert alice.get("/articles/new?person=x").status_code == 404


def test_the_outline_is_composed_from_program_facts_and_talks(alice, inside, kept):
    with inside() as session:
        program = factories.make_program(
            session, person_id=kept["leader"], name="Short-stay unit", problem="Patients waited in hallways.",
            result="Boarding fell by 31%", period="the first six months of 2026",
        )  # fmt: skip
        factories.make_program_source(session, program)
        project = factories.make_project(session, title="Keys first", venue_key="")
        beds = factories.make_fact(session, person_id=kept["leader"], predicate="beds", value=25)
        factories.make_fact_claim(session, beds)
        number = program.id, project.id
    path = f"/articles/new?person={kept['leader']}"
    page = alice.get(path)
    assert "From 1 talk with" in page.text
    answer = alice.post(path, {"outline": "article-with-lesson", "program": number[0], "project": number[1]})
    assert answer.status_code == 303
    with inside() as session:
        row = begun(session)[-1]
        assert row.title == "Keys first"
        assert "Patients waited in hallways." in row.body
        assert "“Nobody had decided who could open the room on a Sunday, and it took us a month,”[q1]" in row.body
        assert [one.words for one in row.quotes] == [WORDS]
        assert row.quotes[0].minute == 0
        assert article_text.placeholders(row.body)
        assert [(one.number, one.origin) for one in session.query(ArticleVersion)] == [(1, "outline")]
    editor = alice.get(answer.headers["Location"])
    assert "What is missing says so" in editor.text
    assert "to fill" in editor.text


def test_pressed_twice_it_is_one_article(alice, inside, kept):
    path = f"/articles/new?person={kept['leader']}"
    for _ in range(2):
        alice.get(path)
        assert alice.post(path, {"outline": "case-study"}).status_code == 303
    with inside() as session:
        assert len(begun(session)) == 2, "the one that was there, and the new one"


def test_words_of_who_may_not_be_quoted_stay_out(alice, inside, kept):
    with inside() as session:
        session.get_one(Interview, kept["talk"]).quoting = "no"
    path = f"/articles/new?person={kept['leader']}"
    alice.get(path)
    answer = alice.post(path, {"outline": "newsletter-piece"})
    with inside() as session:
        row = begun(session)[-1]
        assert "Nobody had decided" not in row.body
        assert row.quotes == []
    assert "they do not want to be quoted" in alice.get(answer.headers["Location"]).text


def test_a_project_with_one_talk_leads_on_to_its_leader(alice, inside, kept):
    with inside() as session:
        project = factories.make_project(session, title="Keys first")
        session.get_one(Interview, kept["talk"]).project_id = project.id
        number = project.id
    assert "About the work of Inés Okafor-Lindqvist" in alice.get(f"/articles/new?project={number}").text
    assert f"/articles/new?project={number}" in alice.get(f"/projects/{number}").text


def test_a_form_that_chooses_what_is_not_offered_is_refused(alice, kept):
    path = f"/articles/new?person={kept['leader']}"
    alice.get(path)
    assert alice.post(path, {"outline": "nothing", "project": "99", "program": "-1"}).status_code == 422
