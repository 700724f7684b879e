"""Where suggestions stand in the text of today: their places, what they touch, which of them get in each other's way.

A suggestion is about a version. The text goes on meanwhile, so its place is looked for again by the words around it;
where they are gone or stand there twice, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select

from outreach.articles import article_text, placing, versions
from outreach.articles.approval_models import Suggestion
from outreach.articles.article_text import Quotation
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.placing import Span
from outreach.articles.shown import Viewer, is_own
from outreach.articles.versions import FactMeant, Marks, QuoteMeant
from outreach.db import WorkspaceSession

REMARKS = frozenset({"comment", "general", "formatting"})
"""Kinds that say nothing to put in."""

_SENTENCE_END = re.compile(r"[.!?][”\"’']?(?=\s|$)")
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million "
    "billion dozen half halved third quarter double doubled tripled twice percent".split()
)
_OF_QUOTES = frozenset({"quote", "leave_out"})
_LIVE = frozenset({"open", "discussed", "accepted", "adapted"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a suggestion stands: in the plain text of today, or in the title."""

    span: Span
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class QuotedAt:
    """A quotation of the text of today with its place, without its quotation marks, and what its mark means."""

    span: Span
    quotation: Quotation
    meant: QuoteMeant


@dataclass(frozen=True, slots=True)
class Around:
    """The words before a place and behind it, as far as a line of the list shows them."""

    before: str
    behind: str


class Text:
    """The text of an article today, with all that is suggested about it. Read once for a page."""

    def __init__(
        self, article: Article, marks: Marks, rows: Sequence[Suggestion], known: Sequence[ArticleVersion]
    ) -> None:
        self.title, self.body = article.title, article.body
        self.plain = article_text.plain(article.body)
        self.marks = marks
        self._rows = rows
        self._versions = {version.id: version for version in known}
        self._then: dict[int, str] = {}
        self._places: dict[int, Place | None] = {}

    # --- places

    def place(self, row: Suggestion) -> Place | None:
        """Where it stands today; None where that cannot be said."""
        if row.id not in self._places:
            self._places[row.id] = self._find(row)
        return self._places[row.id]

    def _find(self, row: Suggestion) -> Place | None:
        version = self._versions.get(row.version_id)
        if version is None:
            return None
        if row.kind in _OF_QUOTES and row.starts is None:
            return self._quoted(row)
        if row.starts is not None and row.ends is not None:
            span = placing.found_again(self._plain_of(version), Span(row.starts, row.ends), self.plain)
            return Place(span) if span is not None else None
        if row.around and row.around == version.title == self.title and row.before in version.title and row.before:
            at = version.title.index(row.before)
            return Place(Span(at, at + len(row.before)), in_title=True)
        return None

    def target(self, row: Suggestion) -> Span | None:
        """Where the words of a move arrive today."""
        version = self._versions.get(row.version_id)
        if version is None or row.moves_to is None:
            return None
        return placing.found_again(self._plain_of(version), Span(row.moves_to, row.moves_to), self.plain)

    def _plain_of(self, version: ArticleVersion) -> str:
        if version.id not in self._then:
            self._then[version.id] = article_text.plain(version.body)
        return self._then[version.id]

    def _quoted(self, row: Suggestion) -> Place | None:
        wished = " ".join(row.before.split())
        there = [one for one in self.quoted if one.meant.number == row.quote_number and one.quotation.words == wished]
        if len(there) != 1:
            return None
        return Place(self._whole_sentence(there[0].span) if row.kind == "leave_out" else there[0].span)

    def _whole_sentence(self, span: Span) -> Span:
        """A quotation with the words that tell whose it is: the sentence that would have no meaning without it."""
        begins = self.plain.rfind("\n", 0, span.starts) + 1
        line = self.plain[begins:].split("\n", 1)[0]
        found = [one.end() for one in _SENTENCE_END.finditer(line)]
        ends = [begins + end for end in found if not line[end:].lstrip()[:1].islower()]
        first = max((end for end in ends if end < span.starts), default=begins)
        last = min((end for end in ends if end > span.ends), default=begins + len(line))
        is_first = first == begins and self.plain[last : last + 1] == " "
        return Span(first, last + 1 if is_first else last)

    # --- what it touches

    @cached_property
    def quoted(self) -> tuple[QuotedAt, ...]:
        """The quotations of the text whose marks are known."""
        return tuple(self._quotations())

    def _quotations(self) -> Iterator[QuotedAt]:
        placed = list(placing.with_places(article_text.paragraphs(self.body)))
        for one in article_text.quotations(self.body):
            meant = self.marks.quote(one.number)
            for paragraph, at in placed:
                if meant is not None and paragraph.at and paragraph.at[0] <= one.start <= paragraph.at[-1]:
                    starts = at + sum(spot < one.start for spot in paragraph.at)
                    yield QuotedAt(Span(starts, at + sum(spot < one.end for spot in paragraph.at)), one, meant)
                    break

    def quotes_touched(self, row: Suggestion) -> tuple[QuotedAt, ...]:
        """The quotations that it changes, or that lie in what it changes."""
        place = self.place(row)
        if place is None or place.in_title or row.kind in REMARKS:
            return ()
        return tuple(one for one in self.quoted if _meets(place.span, one.span))

    def touches_figure(self, row: Suggestion) -> bool:
        """Whether a figure stands in what it changes, or right beside it: "31%" is softened by the word before it."""
        place = self.place(row)
        told = [*row.before.split(), *row.after.split()]
        if place is not None and not place.in_title:
            near = self.around(place.span)
            told += near.before.split()[-2:] + near.behind.split()[:2]
        words = (part for one in told for part in re.split(r"\W", one.casefold()))
        return any(word in _NUMBER_WORDS or any(map(str.isdigit, word)) for word in words)

    def facts_near(self, row: Suggestion) -> tuple[FactMeant, ...]:
        """The facts whose marks stand in its paragraph: the one behind its own sentence first."""
        place = self.place(row)
        if place is None or place.in_title:
            return ()
        for paragraph, at in placing.with_places(article_text.paragraphs(self.body)):
            if at <= place.span.starts <= at + len(paragraph.text) and paragraph.at:
                spots = [
                    (at + sum(spot < mark.start for spot in paragraph.at), mark.number)
                    for mark in article_text.marks(self.body)
                    if not mark.is_quote and paragraph.at[0] <= mark.start <= paragraph.at[-1] + len("  [999][999]")
                ]
                order = sorted(spots, key=lambda one: (one[0] < place.span.starts, abs(one[0] - place.span.starts)))
                meant = [self.marks.fact(number) for number in dict.fromkeys(number for _, number in order)]
                return tuple(one for one in meant if one is not None)
        return ()

    def around(self, span: Span) -> Around:
        """The words about a place."""
        left = self.plain[max(0, span.starts - placing.AROUND) : span.starts].split("\n")[-1]
        right = self.plain[span.ends : span.ends + placing.AROUND].split("\n")[0]
        return Around(left.partition(" ")[2] if len(left) == placing.AROUND else left,
                      right.rpartition(" ")[0] if len(right) == placing.AROUND else right)  # fmt: skip

    def strange_words(self, row: Suggestion, words: str, wisher: tuple[int | None, str]) -> str:
        """Why words may not be put into somebody's mouth; "" where the notes have them, or that person wishes it."""
        viewer = Viewer(wisher[0], wisher[1], "whole")
        for one in self.quotes_touched(row):
            said = self.said_then(row, one, words)
            if said and not article_text.is_traced(said, one.meant.words) and not is_own(one.meant, viewer):
                who = one.meant.speaker or "somebody else"
                return (
                    f"These are the exact words of {who}, and what is wished does not stand in the notes. Only {who} "
                    "can wish it; ask them, or quote less."
                )
        return ""

    def said_then(self, row: Suggestion, one: QuotedAt, words: str) -> str:
        """How a quotation would read with these words in it; "" where it goes."""
        place = self.place(row)
        if place is None:
            return one.quotation.words
        first, last = place.span.starts, place.span.ends
        if first < one.span.starts and last > one.span.ends:
            return ""
        head = self.plain[one.span.starts : max(one.span.starts, first)]
        tail = self.plain[min(one.span.ends, last) : one.span.ends]
        return " ".join((head + words + tail).split())

    # --- what gets in its way

    def rivals(self, row: Suggestion) -> tuple[Suggestion, ...]:
        """Other suggestions for the same words that are still to be decided or are to go in."""
        return self._rivals.get(row.id, ())

    @cached_property
    def _rivals(self) -> dict[int, tuple[Suggestion, ...]]:
        found: dict[int, list[Suggestion]] = {}
        live = [
            (place.span, row) for row in self._rows
            if row.kind not in REMARKS and row.state in _LIVE and row.made_in_id is None
            and (place := self.place(row)) is not None and not place.in_title
        ]  # fmt: skip
        live.sort(key=lambda one: (one[0].starts, one[0].ends))
        for number, (span, row) in enumerate(live):
            for other_span, other in live[number + 1 :]:
                if other_span.starts > span.ends:
                    break
                if placing.overlaps(span, other_span):
                    found.setdefault(row.id, []).append(other)
                    found.setdefault(other.id, []).append(row)
        return {number: tuple(rows) for number, rows in found.items()}


def _meets(span: Span, quoted: Span) -> bool:
    if span.starts == span.ends:
        return quoted.starts <= span.starts <= quoted.ends
    return span.starts < quoted.ends and quoted.starts < span.ends


def text_of(session: WorkspaceSession, article_id: int) -> Text:
    """The text of an article today, with what is suggested about it."""
    article = session.get_one(Article, article_id)
    rows = session.scalars(select(Suggestion).where(Suggestion.article_id == article_id)).all()
    ids = {row.version_id for row in rows}
    known = session.scalars(select(ArticleVersion).where(ArticleVersion.id.in_(ids))).all() if ids else ()
    return Text(article, versions.present_marks(session, article), rows, known)


def in_order(rows: Sequence[Suggestion], text: Text) -> list[Suggestion]:
    """Suggestions in the order of the text: the title first, what has no place behind what it came with."""
    keyed: list[tuple[int, int, Suggestion]] = []
    last: dict[int | None, int] = {}
    for row in sorted(rows, key=lambda one: (one.version_id, one.received_id or 0, one.position, one.id)):
        place = text.place(row)
        group = row.received_id
        if place is not None:
            last[group] = -1 if place.in_title else place.span.starts
        keyed.append((last.get(group, row.starts or 0), row.id, row))
    return [row for _, _, row in sorted(keyed, key=lambda one: one[:2])]
