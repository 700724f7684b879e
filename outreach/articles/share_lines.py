"""The share-kit: sentences of the text that appeared, which others may pass on as they stand.

A sentence may be in it only where it stands word for word in the version, somebody who said yes was shown it, and
everybody whose words it quotes said yes to them. `candidates` and `refusal` are pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from outreach.articles import article_text, published, standings_of
from outreach.articles.article_text import Paragraph, Quotation
from outreach.articles.models import Article, ArticleVersion, ShareLine
from outreach.articles.opened import viewer_of
from outreach.articles.shown import Viewer, is_own, shown_to
from outreach.articles.versions import Marks, marks_of
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.people.operations import By
from outreach.sent_twice import hold
from research.pages.sentences import sentences

MOST_LINES = 12
"""Sentences of a kit: one for each day of two working weeks, and two to spare."""

MOST_OFFERED = 200

NOT_THERE = "It does not stand in the text word for word."
NOT_WHOLE = "It is a part of a sentence, which may say something else."
NOBODY = "Nobody who approved the text was shown this sentence."
SPEAKER = "It quotes {name}, who has not approved these words."
UNKNOWN_SPEAKER = "It quotes somebody whose approval is not known."


@dataclass(frozen=True, slots=True)
class Yes:
    """A yes that stands: of whom, as somebody who looks, and to which text."""

    viewer: Viewer
    title: str
    body: str
    marks: Marks

    @property
    def seen(self) -> tuple[str, ...]:
        """The paragraphs that they were shown."""
        shown = shown_to(self.title, self.body, self.marks, self.viewer)
        return tuple(_line(one.text) for one in shown.paragraphs)


@dataclass(frozen=True, slots=True)
class Offered:
    """A sentence, and why it cannot be passed on; "" where it can."""

    text: str
    refusal: str


# --- the rule ---------------------------------------------------------------------------------------------------------


def candidates(body: str) -> tuple[str, ...]:
    """The sentences of a text, each once. One that ends within a quotation goes on to where the quotation ends."""
    found: list[str] = []
    for paragraph in article_text.paragraphs(body):
        if paragraph.kind != "heading":
            found += _whole_quotations(sentences(_line(paragraph.text)))
    return tuple(dict.fromkeys(found))


def _whole_quotations(pieces: Sequence[str]) -> list[str]:
    whole: list[str] = []
    open_part = ""
    for piece in pieces:
        open_part = f"{open_part} {piece}".strip()
        if open_part.count("“") == open_part.count("”") and open_part.count('"') % 2 == 0:
            whole.append(open_part)
            open_part = ""
    return [*whole, open_part] if open_part else whole


def refusal(line: str, body: str, marks: Marks, said_yes: Sequence[Yes]) -> str:
    """Why a sentence of a version may not be passed on; "" where it may."""
    line = _line(line)
    places = [one for one in article_text.paragraphs(body) if _stands_in(line, one.text)]
    if not line or not places:
        return NOT_THERE
    if not any(_stands_in(line, text) for one in said_yes for text in one.seen):
        return NOBODY
    quotations = article_text.quotations(body)
    for paragraph in places:
        inside = _quoted_in(line, paragraph, quotations)
        if paragraph.kind == "quote" and not inside:
            return UNKNOWN_SPEAKER
        for quotation in inside:
            told = _not_approved(quotation, marks, said_yes)
            if told:
                return told
    return ""


def _not_approved(quotation: Quotation, marks: Marks, said_yes: Sequence[Yes]) -> str:
    meant = marks.quote(quotation.number)
    if meant is None:
        return UNKNOWN_SPEAKER
    own = [one for one in said_yes if is_own(meant, one.viewer)]
    if any(_stands_in(quotation.words, text) for one in own for text in one.seen):
        return ""
    return SPEAKER.format(name=meant.speaker or "somebody")


def _quoted_in(line: str, paragraph: Paragraph, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations that a sentence of a paragraph has words of."""
    if not paragraph.at:
        # Where the words stand in the Markdown cannot be said: every quotation of the text counts.
        return list(quotations) if any(sign in line for sign in '“”"') else []
    spans = [(paragraph.at[at], paragraph.at[at + len(line) - 1]) for at in _positions(line, paragraph.text)]
    return [one for one in quotations if any(one.start <= last and first < one.end for first, last in spans)]


def _stands_in(line: str, text: str) -> bool:
    """Whether a line stands in a text word for word."""
    return any(True for _ in _positions(_line(line), _line(text)))


def _positions(line: str, text: str) -> Iterator[int]:
    """Where a line stands in a text, not within a longer word."""
    at = text.find(line) if line else -1
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(line) : at + len(line) + 1]
        if not (before.isalnum() and line[0].isalnum()) and not (after.isalnum() and line[-1].isalnum()):
            yield at
        at = text.find(line, at + 1)


def _line(text: str) -> str:
    return " ".join(text.split())


# --- an article's -----------------------------------------------------------------------------------------------------


def said_yes(session: WorkspaceSession, article: Article, now: datetime) -> tuple[Yes, ...]:
    """Every yes that stands: given without a condition, or with one that is met, to this text or to one whose change
    since is not near their words."""
    found = []
    for row in standings_of.standings(session, [article.id], now).get(article.id, ()):
        decision = row.decision
        if row.state not in ("approved", "kept") or decision is None or row.has_unmet_condition:
            continue
        version = session.get_one(ArticleVersion, decision.version_id)
        viewer = viewer_of(row.reviewer, decision.scope)
        found.append(Yes(viewer, version.title, version.body, marks_of(version)))
    return tuple(found)


def offered(session: WorkspaceSession, article: Article, now: datetime) -> tuple[Offered, ...]:
    """The sentences of the version that appeared, each with why it cannot be passed on, if it cannot."""
    version = published.version_of(session, article)
    if version is None:
        return ()
    yes, marks = said_yes(session, article, now), marks_of(version)
    told = candidates(version.body)[:MOST_OFFERED]
    return tuple(Offered(one, refusal(one, version.body, marks, yes)) for one in told)


def kit(session: WorkspaceSession, article: Article, now: datetime) -> tuple[Offered, ...]:
    """The sentences that were chosen, in their order, looked at anew."""
    rows = session.scalars(
        select(ShareLine).where(ShareLine.article_id == article.id).order_by(ShareLine.position, ShareLine.id)
    ).all()
    version = published.version_of(session, article) if rows else None
    if version is None:
        return ()
    yes, marks = said_yes(session, article, now), marks_of(version)
    return tuple(Offered(row.text, refusal(row.text, version.body, marks, yes)) for row in rows)


def choose(session: WorkspaceSession, article: Article, lines: Sequence[str], by: By) -> int:
    """Makes these sentences the kit, in the order of the text; how many.

    Raises: Refused for one that may not be passed on, for too many, and before the article has appeared.
    """
    hold(session, Article.id, article.id)
    if article.state != "published":
        raise Refused("This article has not appeared yet. Note first where it appeared.")
    version = published.version_of(session, article)
    if version is None:
        raise Refused("There is no version that sentences could be chosen from.")
    wanted = set(filter(None, map(_line, lines)))
    if len(wanted) > MOST_LINES:
        raise Refused(f"A kit has {MOST_LINES} sentences at most. Choose those that say most. Nothing was changed.")
    yes, marks = said_yes(session, article, by.now), marks_of(version)
    whole = candidates(version.body)
    for one in sorted(wanted):
        told = refusal(one, version.body, marks, yes) or ("" if one in whole else NOT_WHOLE)
        if told:
            short = one if len(one) <= 120 else f"{one[:110].rpartition(' ')[0]} …"
            raise Refused(f"“{short}” cannot be passed on. {told} Nothing was changed.")
    order = [one for one in whole if one in wanted]
    for row in session.scalars(select(ShareLine).where(ShareLine.article_id == article.id)):
        session.delete(row)
    session.flush()
    for position, one in enumerate(order, start=1):
        session.add(
            ShareLine(article_id=article.id, version_id=version.id, position=position, text=one, created_at=by.now)
        )
    session.flush()
    return len(order)
