"""Articles with a link that was sent to a reviewer, for the tests of the reviewer's page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from outreach.articles import links, versions
from outreach.articles.approval_models import Decision, Reviewer
from outreach.articles.models import Article
from outreach.articles.opened import viewer_of
from outreach.articles.shown import shown_to
from outreach.people.operations import By
from tests import article_factories, factories
from tests.outreach.conftest import NOON

BODY = """## The keys

“Nobody had decided who could open the room on a Sunday,”[q1] says Inés.

“It took us a month to see that this was the real work.”[q1]

“We all wanted the beds before the chairs came,”[q2] says Amadi Ng.

Boarding fell by 31% in six months.[1]
"""
SAID = "Nobody had decided who could open the room on a Sunday. It took us a month to see that this was the real work."


@dataclass(frozen=True)
class Link:
    """A link that was sent."""

    token: str
    request_id: int
    shown: str

    @property
    def path(self) -> str:
        return f"/a/{self.token}"


def make_article(session) -> Article:
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist", time_zone="America/Chicago")
    article = article_factories.make_article(session, leader, body=BODY, project_id=factories.make_project(session).id)
    article_factories.make_quote(session, article, number=1, words=SAID)
    other = factories.make_person(session, name="Amadi Ng")
    article_factories.make_quote(
        session, article, number=2, words="We all wanted the beds before the chairs came", person_id=other.id,
        speaker="Amadi Ng",
    )  # fmt: skip
    article_factories.make_article_fact(session, article, number=1)
    return article


def send(app, session, reviewer: Reviewer, article: Article, **named) -> Link:
    """Keeps the text as a version and sends it, as the signed-in pages do."""
    version = versions.keep(session, article, "written", By(1, NOON))
    made = links.new(app.config["SECRET_KEY"])
    view = viewer_of(reviewer, named.get("scope", reviewer.scope))
    shown = shown_to(version.title, version.body, versions.marks_of(version), view)
    request = article_factories.make_request(
        session, reviewer, version,
        **{
            "token_hash": made.token_hash, "seed": made.seed, "shown_hash": shown.hash, "made_by_id": 1,
            "sent_at": NOON, "ask_by": NOON.date() + timedelta(days=14), "expires_at": NOON + timedelta(days=30),
            **named,
        },
    )  # fmt: skip
    return Link(made.token, request.id, shown.hash)


def decisions(inside) -> list[Decision]:
    with inside() as session:
        return list(session.scalars(select(Decision).order_by(Decision.id)))


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def change(app, inside, article_id: int, old: str, new: str, **named) -> Link:
    """Writes the text anew and sends it to the same reviewer."""
    with inside() as session:
        article = session.get_one(Article, article_id)
        article.body = article.body.replace(old, new)
        return send(app, session, session.scalar(select(Reviewer)), article, **named)
