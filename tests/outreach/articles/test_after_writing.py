"""What is handed in or has appeared, on the first page: late answers, thanks, what it has done, who decides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from outreach.articles import after_writing, effect, waiting
from outreach.errors import Refused
from tests import article_factories, factories
from tests.factories import NOON

TODAY = NOON.date()
MONTH = timedelta(days=30)


def published(session, on: date, **named):
    return article_factories.make_article(session, state="published", published_on=on, published_in="X", **named)


def kinds(session, today: date = TODAY) -> list[str]:
    return [one.kind for one in after_writing.tasks(session, today)]


def test_thanks_are_asked_for_until_the_leader_s_letter_has_left(session):
    article = published(session, TODAY)
    assert kinds(session) == ["article-thanks"]
    draft = factories.make_draft(session, article.person, kind="published-note")
    article_factories.make_article_letter(session, article, draft_id=draft.id)
    assert kinds(session) == ["article-thanks"]
    draft.state, draft.sent_at = "sent", NOON
    session.flush()
    assert kinds(session) == []


def test_it_is_asked_what_it_has_done_from_the_thirtieth_day_until_it_is_noted(session, by):
    article = published(session, TODAY - MONTH + timedelta(days=1))
    article.person.do_not_contact_since = NOON
    session.flush()
    assert kinds(session) == []
    article.published_on = TODAY - MONTH
    session.flush()
    [task] = after_writing.tasks(session, TODAY)
    assert (task.words, task.address) == ("Tell what the article has done", f"/articles/{article.id}/effect")
    assert task.due_on == TODAY
    assert kinds(session, TODAY + timedelta(days=400)) == kinds(session, date.min) == []
    assert kinds(session, date.max) == []
    effect.note(session, article, " One  hospital wrote.\n\nIt copied the script. ", TODAY, by)
    assert article.effect_words == "One hospital wrote.\n\nIt copied the script."
    assert kinds(session) == []


def test_what_has_not_appeared_has_done_nothing(session, by):
    article = article_factories.make_article(session)
    assert effect.asked_from(article) is None
    with pytest.raises(Refused):
        effect.note(session, article, "Much.", TODAY, by)
    last = published(session, date.max)
    assert effect.asked_from(last) is None
    with pytest.raises(Refused):
        effect.note(session, last, "Much.", TODAY, by)


def test_a_no_that_comes_after_it_was_handed_in_is_a_task(session):
    row = article_factories.make_submission(session)
    version = session.get(article_factories.ArticleVersion, row.version_id)
    version.article.state = "submitted"
    session.flush()
    assert [one.words for one in waiting.expected(session, 1, NOON, TODAY)] == [
        "The Chapter Letter decide on “The first ninety days of a short-stay unit”"
    ]
    request = article_factories.make_request(session, version=version)
    article_factories.make_decision(session, request, answer="declined", decided_at=NOON + timedelta(hours=1))
    [task] = waiting.tasks(session, 1, NOON, TODAY)
    assert task.words == "Read what Inés Okafor-Lindqvist answered"
    version.article.deleted_at = NOON
    session.flush()
    assert waiting.tasks(session, 1, NOON, TODAY) == ()
    assert waiting.expected(session, 1, NOON, TODAY) == ()
