"""Where and when an article appeared, and who is told: each person once, the leader first, assistants with them.

publish(session, article, appeared, today, by)
people(session, article)                  who is to be thanked, and what letter each has
thank(session, article, person_id, by)    begins the letter of one; pressed twice it is one
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from outreach.articles import ending, manuscripts, opened, reviewers, submission, versions
from outreach.articles.models import Article, ArticleLetter, ArticleVersion, Submission
from outreach.db import WorkspaceSession
from outreach.drafts import beginning, compose, enclosures
from outreach.drafts import operations as drafts_operations
from outreach.drafts import queries as drafts
from outreach.drafts.beginning import Chosen
from outreach.drafts.compose import ProjectBrief
from outreach.drafts.enclosures import Enclosure
from outreach.drafts.letter_values import Occasion
from outreach.drafts.models import Draft
from outreach.errors import NotFound, Refused
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.projects.models import Project
from outreach.sent_twice import hold
from outreach.words import day

VENUE_MAX = 200
LETTERS = {"thanks": "published-note", "effect": "effect-note"}
"""Kind of a letter about an article that has appeared -> its file."""


@dataclass(frozen=True, slots=True)
class Appeared:
    """When, where, and under which address it can be read; "" for none."""

    on: date
    where: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody who is told. why: "Approved it", "Is quoted". stopped: why they are not to be written to.

    letter: begun for them about this article, unless it was put away or deleted.
    """

    person: Person
    why: str
    letter: Draft | None
    stopped: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether their letter has left: then the ledger has it."""
        return self.letter is not None and self.letter.state == "sent"


# --- appearing --------------------------------------------------------------------------------------------------------


def version_of(session: WorkspaceSession, article: Article) -> ArticleVersion | None:
    """The version that appeared, or will: the one that was handed in last; else the latest."""
    mine = select(Submission).where(Submission.article_id == article.id, Submission.outcome.in_(submission.OPEN))
    row = session.scalars(mine.order_by(Submission.id.desc()).limit(1)).first()
    return session.get_one(ArticleVersion, row.version_id) if row is not None else versions.latest(session, article)


def publish(session: WorkspaceSession, article: Article, appeared: Appeared, version: int, today: date, by: By) -> bool:
    """Notes that it has appeared, or puts right what was noted; whether it is new. Links that lie open end.

    version: that of the row when the form was made. today: where the user is.
    Raises: Refused for a text that was not handed in, and for a day that cannot be; ChangedElsewhere.
    """
    hold(session, Article.id, article.id)
    session.refresh(article)
    told = (appeared.on, " ".join(appeared.where.split())[:VENUE_MAX], appeared.url)
    if article.state == "published" and told == (article.published_on, article.published_in, article.published_url):
        return False
    if article.state not in ("submitted", "published"):
        raise Refused("Hand it in first: the venue’s list is looked through there. Nothing was noted.")
    if article.version != version:
        raise ChangedElsewhere
    row = submission.standing(session, article)
    _check_day(article, row, appeared.on, today)
    is_new = article.state == "submitted"
    article.state, article.updated_at = "published", by.now
    article.published_on, article.published_in, article.published_url = told
    if row is not None and row.outcome == "waiting":
        row.outcome, row.outcome_on, row.updated_at = "accepted", appeared.on, by.now
    session.flush()
    if is_new:
        ending.end_of_article(session, article, by)
    return is_new


def _check_day(article: Article, row: Submission | None, on: date, today: date) -> None:
    if on > today:
        raise Refused(f"{day(on, today)} lies ahead. Note it when it has appeared.")
    first = row.submitted_on if row is not None else article.created_at.date()
    if on < first:
        said = "handed in" if row is not None else "begun"
        raise Refused(f"It was {said} on {day(first, today)}, so it cannot have appeared before. Check the day.")


def not_published(session: WorkspaceSession, article: Article, by: By) -> None:
    """It has not appeared after all: it is handed in, as before. Raises: Refused once it was told what it has done."""
    hold(session, Article.id, article.id)
    session.refresh(article)
    if article.state != "published":
        return
    if article.effect_noted_at is not None:
        raise Refused("What the article has done is noted already. Take that back first.")
    article.published_on, article.published_in, article.published_url = None, "", ""
    article.state, article.updated_at = "submitted", by.now
    session.flush()


# --- who is told ------------------------------------------------------------------------------------------------------


def people(session: WorkspaceSession, article: Article, kind: str = "thanks") -> tuple[Thanked, ...]:
    """Who is told of it: the leader, who approved, who is quoted, and the assistants of them. Each once."""
    found: dict[int, tuple[Person, str]] = {}

    def take(person: Person | None, why: str) -> None:
        if person is not None and person.deleted_at is None and person.merged_into_id is None:
            found.setdefault(person.id, (person, why))

    take(article.person, "It is about their work")
    rows = reviewers.of_article(session, article)
    for row in rows:
        take(row.person, "Was asked to approve it")
    version = version_of(session, article)
    for meant in versions.marks_of(version).quotes if version is not None else ():
        if meant.person_id is not None and meant.source != "source":
            take(session.get(Person, meant.person_id), "Is quoted in it")
    if kind == "thanks":
        for row in rows:
            take(row.helper, f"Answers for {row.name}")
        for person, _ in tuple(found.values()):
            kept_by = drafts.assistant_of(session, person.id)
            if kept_by is not None:
                take(session.get(Person, kept_by.id), f"Keeps the calendar of {person.name}")
    letters = _letters(session, article, kind)
    return tuple(_thanked(person, why, letters.get(person.id)) for person, why in found.values())


def _thanked(person: Person, why: str, letter: Draft | None) -> Thanked:
    allowed = drafts_operations.may_write_to(person)
    return Thanked(person, why, letter, () if allowed.allowed else tuple(allowed.reasons))


def _letters(session: WorkspaceSession, article: Article, kind: str) -> dict[int, Draft]:
    mine = (
        select(Draft)
        .join(ArticleLetter, ArticleLetter.draft_id == Draft.id)
        .where(
            ArticleLetter.article_id == article.id, ArticleLetter.kind == kind, Draft.deleted_at.is_(None),
            Draft.state != "put_away",
        )
        .order_by(Draft.id)
    )  # fmt: skip
    return {draft.person_id: draft for draft in session.scalars(mine.options(joinedload(Draft.person)))}


# --- their letters ----------------------------------------------------------------------------------------------------


def thank(session: WorkspaceSession, article: Article, person_id: int, by: By) -> Draft:
    """The letter that tells somebody that it has appeared; the one that is there goes on.

    Raises: Refused before it has appeared; NotFound for somebody else; Refused for who is not to be written to.
    """
    lacking = "" if article.state == "published" else "This article has not appeared yet. Note first where it appeared."
    return _begin(session, article, "thanks", person_id, Occasion(page=article.published_url), lacking, by)


def tell_effect(session: WorkspaceSession, article: Article, person_id: int, by: By) -> Draft:
    """The short letter that says what the article has done, and asks for nothing; the one that is there goes on."""
    lacking = "" if article.effect_noted_at is not None else "Note first what the article has done."
    return _begin(session, article, "effect", person_id, Occasion(happened=article.effect_words), lacking, by)


def _begin(
    session: WorkspaceSession, article: Article, kind: str, person_id: int, occasion: Occasion, lacking: str, by: By
) -> Draft:
    """The letter of a kind to one person. lacking: what has to be noted first, or ""."""
    hold(session, Article.id, article.id)
    one = next((each for each in people(session, article, kind) if each.person.id == person_id), None)
    if one is None:
        raise NotFound
    if lacking:
        raise Refused(lacking)
    if one.letter is not None:
        return one.letter
    if one.stopped:
        raise Refused(*one.stopped)
    letter = compose.letters().get(LETTERS[kind])
    if letter is None:
        raise Refused("The letter for this is not there; its file was removed or cannot be read.")
    chosen = Chosen(
        letter=letter, person=one.person, project=_project(article), occasion=occasion, goes_on=False,
        program=article.program if article.program and article.program.deleted_at is None else None,
        brief=_brief(session, article),
    )  # fmt: skip
    draft = beginning.begin(session, chosen, by)
    if session.scalar(select(ArticleLetter.id).where(ArticleLetter.draft_id == draft.id)) is not None:
        return draft  # the very same words to the same person a moment ago: one letter for both articles
    session.add(ArticleLetter(article_id=article.id, draft_id=draft.id, kind=kind, created_at=by.now))
    session.flush()
    return draft


def _project(article: Article) -> Project | None:
    return article.project if article.project is not None and article.project.deleted_at is None else None


def _brief(session: WorkspaceSession, article: Article) -> ProjectBrief:
    """What the letter is about: the article, where it appeared."""
    about = opened.about(session, article)
    kind = article.project.kind if article.project is not None else "article"
    return ProjectBrief(kind=kind, title=article.title, topic=about.topic, venue=article.published_in)


def files_of(session: WorkspaceSession, draft: Draft) -> Sequence[Enclosure]:
    """The text as a PDF, or as a Word file, with a letter that tells of an article without an address."""
    mine = select(ArticleLetter).where(ArticleLetter.draft_id == draft.id, ArticleLetter.kind == "thanks")
    row = session.scalar(mine)
    article = session.get(Article, row.article_id) if row is not None else None
    version = version_of(session, article) if article is not None and not article.published_url else None
    if version is None:
        return ()
    try:
        made = manuscripts.manuscript(version, "pdf")
    except Refused:
        made = manuscripts.manuscript(version, "docx")
    return (Enclosure(made.plain, made.media_type, lambda: made.content),)


enclosures.made_by("articles that have appeared", files_of)
