"""The list of articles: a fixed number of questions, however many there are, and none of what is out of sight."""

from __future__ import annotations

from sqlalchemy import event

from outreach.articles import queries
from tests import article_factories, factories
from tests.factories import NOON


def test_the_list_asks_a_fixed_number_of_questions(session, cast):
    asked: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *told: asked.append(told[2]))
    counts = []
    for _ in range(2):
        session.flush()
        session.expire_all()
        asked.clear()
        lines = queries.articles(session, "open").rows
        counts.append((len(lines), len(asked)))
        for number in range(4):
            made = article_factories.make_article(session, factories.make_person(session, name=f"Leader {number}"))
            article_factories.make_article_version(session, made)
    assert counts[0][0] == 1
    assert counts[1][0] == 5
    assert counts[0][1] == counts[1][1] <= 3, asked
    assert not any("article.body" in one for one in asked), "a list tells nothing of the texts"


def test_each_list_has_its_own_and_none_shows_what_was_deleted(session, cast):
    leader = factories.make_person(session, deleted_at=NOON)
    article_factories.make_article(session, leader, title="Of somebody who was deleted")
    article_factories.make_article(session, cast.leader, title="Deleted", deleted_at=NOON)
    article_factories.make_article(session, cast.leader, title="Out", state="published", published_on=NOON.date())
    article_factories.make_article(session, cast.leader, title="Gone", state="withdrawn")
    assert queries.counts(session) == {"open": 1, "published": 1, "withdrawn": 1}
    assert [line.title for line in queries.articles(session, "published").rows] == ["Out"]
    assert [line.title for line in queries.of_person(session, cast.leader.id)] == ["Out", cast.article.title, "Gone"]
    project = factories.make_project(session)
    cast.article.project_id = project.id
    session.flush()
    assert [line.title for line in queries.of_project(session, project.id)] == [cast.article.title]
