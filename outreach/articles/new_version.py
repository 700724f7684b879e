"""A new version made of the suggestions that were taken: what goes in, what cannot, and what it asks for afterward.

The text as it stood is kept as a version first. Words of somebody that change because they wish it are noted as such,
with the day; nothing else puts words into anybody's mouth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from outreach.accounts.whereabouts import today_of
from outreach.articles import article_text, body_edits, operations, suggestion_places, suggestions, versions
from outreach.articles.approval_models import WAYS_TO_ANSWER, Suggestion
from outreach.articles.body_edits import Edit
from outreach.articles.models import Article, ArticleQuote, ArticleVersion
from outreach.articles.placing import Span
from outreach.articles.suggestion_places import Text
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.people.operations import By
from outreach.sent_twice import hold
from outreach.words import day as day_words
from outreach.words import listed

NOTHING = "No suggestion was accepted that is not in a version yet. Accept or adapt some first."


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. before: the version that it was made from; left_out: what could not be put in."""

    version: ArticleVersion
    before: ArticleVersion
    taken: tuple[Suggestion, ...]
    left_out: tuple[Suggestion, ...]


def milestone(rows: Sequence[Suggestion]) -> str:
    """What the version is called: "after M. Duarte’s corrections"."""
    names = list(dict.fromkeys(row.author for row in rows if row.author))
    if not names:
        return "after the corrections"
    some = [*names[:2], "others"] if len(names) > 3 else names
    whose = listed(some)
    return f"after {whose}’{'' if whose.endswith('s') else 's'} corrections"[: versions.MILESTONE_MAX]


def make(session: WorkspaceSession, article: Article, by: By) -> Made:
    """Puts what was taken into the text and keeps it as a version.

    Raises: Refused where nothing is to go in, or nothing could, and for a text that is handed in.
    """
    operations.check_is_written(article)
    hold(session, Article.id, article.id)
    session.refresh(article)
    rows = suggestions.to_go_in(session, article)
    if not rows:
        raise Refused(NOTHING)
    before = versions.keep(session, article, "written", by)
    text = suggestion_places.text_of(session, article.id)
    taken, left_out, title, body = _put_in(text, rows)
    if not taken:
        raise Refused("None of them could be put in: their places are not in the text any more. Put them in by hand.")
    article.title, article.body, article.updated_at = title, body, by.now
    session.flush()
    _note_wished_words(session, article, text, taken, by)
    version = versions.keep(session, article, "suggestions", by, milestone=milestone(taken))
    for row in taken:
        row.made_in_id = version.id
    session.flush()
    operations.note_uses(session, article, by)
    return Made(version, before, tuple(taken), tuple(left_out))


def words_of(row: Suggestion) -> str:
    """What comes in the place of what a suggestion is about."""
    return row.settled_text if row.state == "adapted" else row.after


def _put_in(text: Text, rows: Sequence[Suggestion]) -> tuple[list[Suggestion], list[Suggestion], str, str]:
    """What could be put in, what not, the new title, the new text."""
    title, edits, of_edit = text.title, list[Edit](), list[Suggestion]()
    gone: list[Suggestion] = []
    in_title: list[Suggestion] = []
    for row in suggestion_places.in_order(rows, text):
        place = text.place(row)
        if place is None:
            gone.append(row)
        elif place.in_title:
            in_title.append(row)
        else:
            made = _edits(text, row, place.span)
            edits += made
            of_edit += [row] * len(made)
    done = body_edits.edited(text.body, edits)
    failed = {of_edit[number].id for number in done.left_out}
    if any(of_edit[number].kind == "move" for number in done.left_out):  # half a move would lose or double its words
        kept = [number for number, row in enumerate(of_edit) if row.id not in failed]
        done = body_edits.edited(text.body, [edits[number] for number in kept])
    title, failed_titles = _titled(title, in_title)
    taken = [row for row in rows if row not in gone and row.id not in failed and row not in failed_titles]
    return taken, [row for row in rows if row not in taken], title, done.body


def _edits(text: Text, row: Suggestion, span: Span) -> list[Edit]:
    target = text.target(row)
    if row.kind == "move" and row.state == "accepted" and target is not None:
        return [Edit(span, ""), Edit(target, row.after or row.before)]
    return [Edit(span, words_of(row))]


def _titled(title: str, rows: Sequence[Suggestion]) -> tuple[str, list[Suggestion]]:
    failed: list[Suggestion] = []
    for row in rows:
        if row.before and title.count(row.before) == 1:
            title = " ".join(title.replace(row.before, words_of(row)).split())[: operations.TITLE_MAX]
        else:
            failed.append(row)
    return title or operations.UNTITLED, failed


# --- words that they wish otherwise -----------------------------------------------------------------------------------


def _note_wished_words(
    session: WorkspaceSession, article: Article, text: Text, taken: Sequence[Suggestion], by: By
) -> None:
    """Keeps the new words of a quotation as a source, where its own speaker wished them and the notes have others."""
    wished = {one.meant.number: row for row in taken for one in text.quotes_touched(row)}
    if not wished:
        return
    rows = {row.number: row for row in versions.quotes_of(session, article) if row.number in wished}
    now = article_text.quotations(article.body)
    for number, quote in rows.items():
        said = [one.words for one in now if one.number == number]
        strange = [words for words in said if not article_text.is_traced(words, quote.words)]
        if strange:
            _say_so(quote, said, strange, wished[number], by, today_of(session, by.user_id, by.now))


def _say_so(
    quote: ArticleQuote, said: Sequence[str], strange: Sequence[str], row: Suggestion, by: By, today: date
) -> None:
    quote.words = "\n".join(said if len(said) == len(strange) else [quote.words, *strange])
    when, way = day_words(today, today), WAYS_TO_ANSWER[row.way].lower()
    quote.source, quote.told_in, quote.said_at, quote.minute = (
        "mail",
        f"as they wish it, {way}, on {when}, {today.year}",
        by.now,
        None,
    )


def latest_made(session: WorkspaceSession, article: Article) -> ArticleVersion | None:
    """The version that was made of suggestions last."""
    mine = select(ArticleVersion).where(ArticleVersion.article_id == article.id, ArticleVersion.origin == "suggestions")
    return session.scalar(mine.order_by(ArticleVersion.number.desc()).limit(1))
