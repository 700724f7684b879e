"""A leader with a talk, an article about her work, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from outreach.accounts.models import Workspace
from outreach.articles.models import Article
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.people.models import Person
from outreach.people.operations import By
from tests import article_factories, factories, ledger_factories
from tests.factories import NOON
from tests.outreach.articles.secret_links import Link, make_article, send

WORDS = "Nobody had decided who could open the room on a Sunday, and it took us a month."


@dataclass(frozen=True)
class Cast:
    """Who and what the tests are about."""

    leader: Person
    talk: Interview
    note: InterviewNote
    fact: Fact
    article: Article


@pytest.fixture
def by(database) -> By:
    with database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


@pytest.fixture
def session(database, by) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def make_cast(session: WorkspaceSession) -> Cast:
    """Inés, who was talked with and may be quoted, and an article that quotes her and rests on a fact."""
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist", addressed_as="Inés")
    talk = ledger_factories.make_interview(
        session, leader, state="held", quoting="yes", consent_at=NOON, started_at=NOON, ended_at=NOON
    )
    note = ledger_factories.make_interview_note(session, talk, kind="exact", text=WORDS, said_at=NOON)
    fact = factories.make_fact(session, person_id=leader.id, value="Boarding fell by 31% in six months")
    factories.make_fact_claim(session, fact)
    article = article_factories.make_article(session, leader)
    article_factories.make_quote(session, article, number=1, note_id=note.id, words=WORDS, minute=0)
    article_factories.make_article_fact(session, article, number=1, fact_id=fact.id)
    return Cast(leader, talk, note, fact, article)


@pytest.fixture
def cast(session) -> Cast:
    return make_cast(session)


@pytest.fixture
def inside(app, alice) -> Callable[[], Any]:
    """Opens a session on Alice's workspace."""
    database = app.extensions["database"]
    with database.system_reader("finding a workspace") as read:
        number = read.query(Workspace.id).order_by(Workspace.id).limit(1).scalar()
    return lambda: database.session_for(number)


@pytest.fixture
def kept(inside) -> dict[str, Any]:
    """The same in Alice's workspace, by numbers: article, leader, talk, note, fact, path."""
    with inside() as session:
        cast = make_cast(session)
        found = {name: getattr(cast, name).id for name in ("article", "leader", "talk", "note", "fact")}
        return {**found, "path": f"/articles/{cast.article.id}"}


@pytest.fixture
def article_id(inside) -> int:
    with inside() as session:
        return make_article(session).id


@pytest.fixture
def link(app, inside, article_id) -> Link:
    with inside() as session:
        article = session.get_one(Article, article_id)
        return send(app, session, article_factories.make_reviewer(session, article), article)


@pytest.fixture
def stranger(app):
    """A browser that was never here."""
    return app.test_client()
