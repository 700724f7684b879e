"""What is done with articles: begun, saved as one types, given quotes and facts, withdrawn, deleted, brought back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from outreach.articles import article_text, ending, queries, versions
from outreach.articles.models import Article, ArticleFact, ArticleQuote
from outreach.db import WorkspaceSession
from outreach.dossiers import uses
from outreach.dossiers.models import Fact
from outreach.errors import Refused
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.sent_twice import hold, just_made

PLACE = "article"
"""What `uses` calls an article."""

UNDO_FOR = timedelta(days=30)
"""How long a deleted article can be brought back (ux.md, principle 6)."""

TITLE_MAX = 300
MOST_NUMBERS = 999
"""Quotes, and facts, of one article."""

UNTITLED = "An article without a title"


# --- beginning --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewQuote:
    """Exact words to be put under a number. Fields as in `ArticleQuote`."""

    speaker: str
    words: str
    source: str = "note"
    note_id: int | None = None
    fact_id: int | None = None
    person_id: int | None = None
    said_at: datetime | None = None
    minute: int | None = None
    told_in: str = ""


@dataclass(frozen=True, slots=True)
class NewFact:
    """A sentence to be put under a number, with the fact, program or note that says it."""

    sentence: str
    fact_id: int | None = None
    program_id: int | None = None
    note_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article as its outline was composed. Quotes and facts are numbered from 1, in their order."""

    title: str
    body: str
    outline_key: str = ""
    project_id: int | None = None
    program_id: int | None = None
    person_id: int | None = None
    quotes: tuple[NewQuote, ...] = ()
    facts: tuple[NewFact, ...] = ()


def begin(session: WorkspaceSession, new: NewArticle, by: By) -> Article:
    """A new article with its quotes and facts and, where the outline has words, its first version.

    The same form pressed twice makes one.
    """
    told = {name: getattr(new, name) for name in ("outline_key", "project_id", "program_id", "person_id")}
    if new.person_id is not None:
        hold(session, Person.id, new.person_id)
    twin = just_made(session, Article, by.now, **told, written_by_id=by.user_id, deleted_at=None)
    if twin is not None:
        return twin
    title = " ".join(new.title.split())[:TITLE_MAX] or UNTITLED
    article = Article(
        **told, title=title, body=article_text.clean(new.body), written_by_id=by.user_id, created_at=by.now,
        updated_at=by.now,
    )  # fmt: skip
    session.add(article)
    session.flush()
    for number, quote in enumerate(new.quotes, start=1):
        session.add(_quote_row(article, number, quote, by))
    for number, fact in enumerate(new.facts, start=1):
        session.add(_fact_row(article, number, fact))
    session.flush()
    if article_text.plain(article.body).strip():
        versions.keep(session, article, "outline", by)
    note_uses(session, article, by)
    return article


def _quote_row(article: Article, number: int, quote: NewQuote, by: By) -> ArticleQuote:
    named = {name: getattr(quote, name) for name in NewQuote.__dataclass_fields__}
    return ArticleQuote(article_id=article.id, number=number, created_at=by.now, **named)


def _fact_row(article: Article, number: int, fact: NewFact) -> ArticleFact:
    named = {name: getattr(fact, name) for name in NewFact.__dataclass_fields__}
    return ArticleFact(article_id=article.id, number=number, **named)


# --- writing ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save. kept_other: the number of the version under which another window's text was kept."""

    article: Article
    kept_other: int | None = None
    other_at: datetime | None = None


def save(session: WorkspaceSession, article: Article, title: str, body: str, version: int, by: By) -> Saved:
    """Keeps what stands in a window. What another window saved in the meantime is kept as a version.

    version: that of the row when this window last heard of it. Raises: Refused for a text that is handed in.
    """
    check_is_written(article)
    title = " ".join(title.split())[:TITLE_MAX] or UNTITLED
    body = article_text.clean(body)
    if (article.title, article.body) == (title, body):
        return Saved(article)
    kept, other_at = None, article.updated_at
    if article.version != version and article_text.plain(article.body).strip():
        kept = versions.keep(session, article, "written", by).number
    article.title, article.body, article.updated_at = title, body, by.now
    session.flush()
    note_uses(session, article, by)
    return Saved(article, kept, other_at if kept is not None else None)


def check_is_written(article: Article) -> None:
    """Raises: Refused for an article whose text stays as it is."""
    if article.state == "withdrawn":
        raise Refused("This article was withdrawn. Go on with it first, then write.")
    if article.state != "writing":
        raise Refused("This article is handed in or published, so its text stays. Take it back first.")


def note_uses(session: WorkspaceSession, article: Article, by: By) -> None:
    """Notes which facts stand in the text, so that the article is marked when one of them changes."""
    marks = article_text.marks(article.body)
    cited = {mark.number for mark in marks if not mark.is_quote}
    quoted = {mark.number for mark in marks if mark.is_quote}
    ids = {row.fact_id for row in versions.facts_of(session, article) if row.number in cited}
    ids |= {row.fact_id for row in versions.quotes_of(session, article) if row.number in quoted}
    for row in versions.facts_of(session, article):
        if row.number in cited and row.program_id is not None:
            ids |= {use.fact_id for use in uses.uses_at(session, "program", row.program_id)}
    wanted = {number for number in ids if number is not None}
    known = {use.fact_id: use for use in uses.uses_at(session, PLACE, article.id)}
    label = f"the article “{article.title}”"[:300]
    if wanted == known.keys() and all(use.label == label for use in known.values()):
        return
    uses.stop_using(session, PLACE, article.id, keep=wanted)
    for number in sorted(wanted):
        uses.use_fact(session, session.get_one(Fact, number), PLACE, article.id, label, now=by.now)


# --- quotes and facts -------------------------------------------------------------------------------------------------


def put_quote_in(session: WorkspaceSession, article: Article, quote: NewQuote, by: By) -> ArticleQuote:
    """Gives exact words a number in an article; the same words of the same place keep theirs.

    Raises: Refused for a text that is handed in, and when the numbers have run out.
    """
    check_is_written(article)
    hold(session, Article.id, article.id)
    rows = versions.quotes_of(session, article)
    same = ("note_id", "fact_id", "words")
    known = next((row for row in rows if all(getattr(row, name) == getattr(quote, name) for name in same)), None)
    if known is not None:
        return known
    row = _quote_row(article, _next_number(rows), quote, by)
    session.add(row)
    session.flush()
    return row


def put_fact_in(session: WorkspaceSession, article: Article, fact: NewFact) -> ArticleFact:
    """Gives a fact a number in an article; one that has a number already keeps it.

    Raises: Refused for a text that is handed in, and when the numbers have run out.
    """
    check_is_written(article)
    hold(session, Article.id, article.id)
    rows = versions.facts_of(session, article)
    same = ("fact_id", "program_id", "note_id", "sentence")
    known = next((row for row in rows if all(getattr(row, name) == getattr(fact, name) for name in same)), None)
    if known is not None:
        return known
    row = _fact_row(article, _next_number(rows), fact)
    session.add(row)
    session.flush()
    return row


def _next_number(rows: Sequence[ArticleQuote] | Sequence[ArticleFact]) -> int:
    number = max((row.number for row in rows), default=0) + 1
    if number > MOST_NUMBERS:
        raise Refused(f"An article holds {MOST_NUMBERS} of them at most. Nothing was put in.")
    return number


def append(session: WorkspaceSession, article: Article, words: str, behind: int | None, by: By) -> None:
    """Writes words behind a part of the text, for a window without script.

    behind: the position of a heading among the headings of the text, from 0; None for the end of the text. A part ends
    where the next heading stands.
    """
    lines = article.body.split("\n")
    heads = [at for at, line in enumerate(lines) if article_text.is_heading(line)]
    following = heads[behind + 1] if behind is not None and behind + 1 < len(heads) else len(lines)
    before, after = "\n".join(lines[:following]).rstrip("\n"), "\n".join(lines[following:])
    body = "\n\n".join(part for part in (before, words, after) if part)
    if len(body) > article_text.LONGEST_BODY:
        raise Refused(f"An article holds {article_text.LONGEST_BODY:,} characters at most. Nothing was put in.")
    article.body, article.updated_at = body, by.now
    session.flush()
    note_uses(session, article, by)


# --- withdrawing and deleting -----------------------------------------------------------------------------------------


def withdraw(session: WorkspaceSession, article: Article, by: By) -> None:
    """Says that it will not appear. Its links end with it; what was decided stays in the record.

    Raises: Refused for a text that has appeared.
    """
    if article.state == "published":
        raise Refused("This article has appeared, so it cannot be withdrawn here. Ask the venue's editors.")
    if article.state != "withdrawn":
        article.state, article.updated_at = "withdrawn", by.now
        session.flush()
        ending.end_of_article(session, article, by)
        ending.take_submission_back(session, article, by)


def take_up(session: WorkspaceSession, article: Article, by: By) -> None:
    """Goes on with an article that was withdrawn."""
    if article.state == "withdrawn":
        article.state, article.updated_at = "writing", by.now
        session.flush()


def remove(session: WorkspaceSession, article: Article, by: By) -> None:
    """Takes an article out of every list, so that it can be brought back for 30 days."""
    if article.deleted_at is None:
        article.deleted_at = article.updated_at = by.now
        uses.stop_using(session, PLACE, article.id)
        session.flush()


def bring_back(session: WorkspaceSession, article: Article, by: By) -> None:
    """Brings a deleted article back. Raises: Refused after 30 days."""
    if article.deleted_at is None:
        return
    if article.deleted_at < by.now - UNDO_FOR:
        raise Refused("This article was deleted more than 30 days ago.")
    article.deleted_at, article.updated_at = None, by.now
    session.flush()
    note_uses(session, article, by)


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes articles for good that were deleted too long ago to be brought back; how many."""
    gone = session.scalars(queries.deleted_before(now - UNDO_FOR)).all()
    for article in gone:
        session.delete(article)
    session.flush()
    return len(gone)
