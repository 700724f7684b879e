"""Deleted articles are forgotten in all workspaces."""

from __future__ import annotations

from datetime import timedelta

from outreach.articles import jobs
from outreach.articles.models import Article
from tests import article_factories, factories
from tests.factories import NOON


class Run:
    """As much of a job's run as this needs."""

    def __init__(self, database) -> None:
        self.database = database

    def now(self):
        return NOON


def test_articles_deleted_long_ago_are_forgotten(database):
    workspaces = [factories.make_workspace(database) for _ in range(2)]
    for number in workspaces:
        with database.session_for(number) as session:
            article_factories.make_article(session, deleted_at=NOON - timedelta(days=31))
            article_factories.make_article(session, deleted_at=NOON - timedelta(days=1))
    jobs.forget_deleted(Run(database))
    for number in workspaces:
        with database.session_for(number) as session:
            assert session.query(Article).count() == 1
