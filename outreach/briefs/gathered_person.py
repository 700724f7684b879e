"""Whom a brief is about: the name, the post with who says it and when, who keeps the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outreach.briefs.gathered_facts import Gathered
from outreach.briefs.gathered_sources import MOST_CITED, page_source
from outreach.briefs.material import Leader
from outreach.briefs.model import Source
from outreach.db import WorkspaceSession
from outreach.dossiers import readiness
from outreach.dossiers.models import Fact
from outreach.dossiers.subjects import present_position
from outreach.drafts import queries as drafts
from outreach.organizations.models import Organization
from outreach.people.models import Person, Position


@dataclass(frozen=True, slots=True)
class Post:
    """The post that somebody holds now, and the house that is kept for it, if it is."""

    position: Position | None
    house: Organization | None

    @property
    def house_key(self) -> tuple[int, str] | None:
        """Id and name of the house."""
        return (self.house.id, self.house.name) if self.house is not None else None

    @property
    def house_name(self) -> str:
        """As the workspace calls it, else as it was named with the post."""
        if self.house is not None:
            return self.house.name
        return self.position.organization_name if self.position is not None else ""


def post_of(session: WorkspaceSession, person: Person) -> Post:
    """The present post of a person; of several the one that began last. A house that was deleted is a name only."""
    position = present_position(session, person.id)
    number = position.organization_id if position is not None else None
    house = session.get(Organization, number) if number is not None else None
    return Post(position, house if house is not None and house.deleted_at is None else None)


def leader_of(session: WorkspaceSession, person: Person, post: Post, known: Gathered, today: date) -> Leader:
    """The person as a brief names them.

    A post that research alone gave, and that sources disagree about, is no title: it stands under what is not settled.
    """
    assistant = drafts.assistant_of(session, person.id)
    position = post.position
    title = position.title if position is not None and not _is_doubted(position, known) else ""
    return Leader(
        name=person.name,
        credentials=person.credentials,
        goes_by=person.goes_by,
        addressed_as=person.addressed_as,
        pronunciation=person.pronunciation,
        pronouns=person.pronouns,
        title=title,
        organization=post.house_name,
        since=position.started if position is not None and title else "",
        post_sources=_post_sources(position, known) if position is not None else (),
        post_confirmed_on=_confirmed_on(position, known, today) if position is not None else None,
        assistant=assistant.name if assistant is not None else "",
    )


def _is_doubted(position: Position, known: Gathered) -> bool:
    """Whether sources disagree about it, and neither the user nor an undisputed source says it."""
    if position.origin != "research" or any(True for _ in _same_post(position, known)):
        return False
    open_posts = [row for row in known.contested if row.predicate == "role"]
    return any(readiness.is_that_post(row, position) for row in open_posts)


def _same_post(position: Position, known: Gathered) -> Iterator[Fact]:
    for row in known.rows.values():
        if row.predicate == "role" and not row.ends and readiness.is_that_post(row, position):
            yield row


def _post_sources(position: Position, known: Gathered) -> tuple[Source, ...]:
    found = {one.key: one for row in _same_post(position, known) for one in known.sources(row.id)}
    if not found and position.url and position.confirmed_on is not None:
        page = page_source("", position.source_title or position.title, position.url, position.confirmed_on)
        found[page.key] = page
    return tuple(found.values())[:MOST_CITED]


def _confirmed_on(position: Position, known: Gathered, today: date) -> date | None:
    """The latest day on which the user or a source said that the post is held."""
    said = [readiness.said_on(one, today) for row in _same_post(position, known) for one in known.said[row.id]]
    if position.confirmed_on is not None:
        said.append(position.confirmed_on.date())
    return max(said, default=None)
