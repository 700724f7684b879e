"""What a sentence's post and person make together: a mention with its status, house, start and the words quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from research.pages.dates import DateFound, dates_in
from research.pages.ended_posts import is_last_day
from research.pages.leadership import is_generic
from research.pages.mention import WEIGHT, Mention, Source
from research.pages.name_credentials import credentials_at
from research.pages.naming_houses import house_told
from research.pages.person_names import NameSpan
from research.pages.post_dates import start_of
from research.pages.prose_patterns import (
    AS_NEXT,
    AT_PLACE,
    GONE,
    GONE_WITH,
    HAS,
    LATE,
    NAMES,
    NEXT_NAME,
    ON_TO_NEXT,
    PAST_EVENT,
    REPLACES,
    SOON,
    STILL,
    TO_COME,
)
from research.pages.sentence_names import Sentence
from research.pages.sentence_posts import of_one, without_names
from research.pages.titles import TitleSpan
from research.types import PartialDate

_DIGIT = re.compile(r"\d")
_MOVES_ON = re.compile(
    r",\swho\s(?:(?:has been|was|was recently|is being)\s(?:named|appointed|promoted|elected|selected|hired|chosen)"
    r"|has become|is now|is becoming|becomes|will become|moves to|left to (?:become|lead))\s"
)
"""What follows on somebody who is replaced and has another post: "succeeds Bo Lim, who has been named president"."""
_LEFT = re.compile(r"\sleft\b(?!\s(?:open|vacant|behind))")
_AFTER = re.compile(r"\b(?:after|since|when)\s[^.;,“”\"]{0,90}$")
"""What stands around somebody who has gone: "a month after Elm Hospital Administrator Bo Lim left Oakvale"."""
_AGED = re.compile(r"\A(?:,\s[A-Z][\w.-]{0,9}){0,4}(?:,\s(?:aged?\s)?[1-9]\d(?=,)|\s\([1-9]\d\)(?=,|\s))")
_AGE = re.compile(r"\A(?:,\s(?:aged?\s)?[1-9]\d(?=,)|\s\([1-9]\d\)(?=,|\s))")
"""An age behind a name: "Jane Roe, 54, the chief executive"."""
_GROUPS = frozenset({"executives", "leaders", "officers", "administrators"})
"""What several are called whose posts follow on their names."""
SUCCESSION = 60
"""Characters between somebody and the successor."""


class ProseMentions:
    """Makes the mentions of one sentence; which title is whose is the binder's to say."""

    def __init__(self, sentence: Sentence, names: list[tuple[NameSpan, str]], published: PartialDate | None) -> None:
        self.s = sentence
        self.names = names
        self.line = sentence.line
        self.published = published
        self.dates: tuple[DateFound, ...] = dates_in(sentence.text, published) if _DIGIT.search(sentence.text) else ()
        placed = any(post.organization for title in _listed(sentence) for post in title.posts)
        self.parted = placed and ";" in sentence.text
        self.bound: dict[int, str] = {}
        self.found: list[Mention] = []
        self.groups: dict[int, str] = {}

    def _gap(self, start: int, end: int) -> str:
        tokens = self.s.tokens
        if start >= end:
            return ""
        begin = tokens[start - 1].end if start else 0
        gap = self.s.text[begin : tokens[end].start] if end < len(tokens) else self.s.text[begin:]
        return _AGE.sub("", gap, count=1)

    def _heads_list(self, number: int, title: TitleSpan) -> bool:
        """Whether a title only says what those of a list are: "executives Ann Vale, CEO, and Bo Lim, CFO"."""
        if title.end - title.start > 1 or title.posts[-1].head not in _GROUPS or number + 1 >= len(self.s.titles):
            return False
        first, following = self._right_name(title), self.s.titles[number + 1]
        if first is None or not self._adjacent(title, first[0]) or following.start <= first[0].outer_end:
            return False
        heads = self._gap(first[0].outer_end, self._starts(following, first[0])).strip() in {",", "("}
        if heads and title.posts[-1].organization:
            self.groups[number] = title.posts[-1].organization
        return heads

    def _of_group(self, mention: Mention, number: int) -> Mention:
        """The post of somebody of a list in the house that the list is of: "Elm executives Ann Vale, CEO, and"."""
        house = self.groups[max(self.groups)]
        placed = mention.organization or any(post.organization for post in mention.posts)
        listed = mention.source == "apposition" and number > max(self.groups)
        return replace(mention, organization=house) if listed and not placed else mention

    def _left(self, title: TitleSpan) -> str:
        left = self._left_name(title)
        return left[1] if left is not None else ""

    def _others_before(self, title: TitleSpan, last: Mention) -> Iterator[Mention]:
        """The others of a list before the verb: "Ana Roe and Bo Lim were named vice presidents"."""
        before = [pair for pair in self.names if pair[0].outer_end <= title.start]
        for at in range(len(before) - 1, 0, -1):
            if not NEXT_NAME.fullmatch(self._gap(before[at - 1][0].outer_end, before[at][0].outer_start)):
                return
            yield of_one(self._mention(title, before[at - 1], "event", last.status))

    def _left_behind(self, title: TitleSpan, left: tuple[NameSpan, str], status: str) -> None:
        """Finds the post of the one who is succeeded: "Bo Lim will be succeeded by Ann Vale as chair"."""
        at = self.names.index(left)
        if at and len(self._gap(self.names[at - 1][0].outer_end, left[0].outer_start)) < SUCCESSION:
            self.found.append(self._mention(title, self.names[at - 1], "predicate", status))

    def _left_name(self, title: TitleSpan) -> tuple[NameSpan, str] | None:
        before = [pair for pair in self.names if pair[0].outer_end <= title.start]
        return before[-1] if before else None

    def _right_name(self, title: TitleSpan) -> tuple[NameSpan, str] | None:
        return next((pair for pair in self.names if pair[0].outer_start >= title.end), None)

    def _adjacent(self, title: TitleSpan, name: NameSpan) -> bool:
        """The name follows with nothing between, as in "CEO Jane Roe"."""
        return name.outer_start in {title.end, title.outer_end} and self.s.tokens[name.outer_start].is_capital

    def _starts(self, title: TitleSpan, name: NameSpan) -> int:
        return title.outer_start if title.outer_start >= name.outer_end else title.start

    def _before(self, name: NameSpan) -> str:
        return self.s.text[: self.s.tokens[name.start].start]

    def _end_of(self, title: TitleSpan) -> int:
        return self.s.tokens[max(title.outer_end, title.end) - 1].end

    def _mention(self, title: TitleSpan, pair: tuple[NameSpan, str], source: Source, status: str) -> Mention:
        span, name = pair
        posts = without_names(title.posts, self.s.name(span), [other for _, other in self.names])
        weight = WEIGHT[source]
        if source == "event" and REPLACES.search(self._before(span)[-60:]):
            source = "predicate"  # the date of the succession is not that of the other's move
        status = self._ended(title, span, status)
        if status == "perfect":
            status, weight = ("current", 66) if STILL.search(self.s.text) else ("former", 40)
        if source == "apposition" and self._is_named_to(span, title):
            weight = WEIGHT["event"] + 1  # "Elm Hospital has named Ann Vale, RN, chief nurse"
        if source in {"predicate", "event"} and title.weak_head and self._indefinite(title):
            weight = 55  # "is a seasoned executive", "joins us as a nursing leader": no post
        since = None if status == "former" else start_of(self.s, self.names, title, source, self.dates)
        if source == "event" and _is_past(self._gap(span.outer_end, title.start)):
            weight = 58 if since else 86 if status in {"interim", "acting"} else 70
        credentials = span.credentials or (
            credentials_at(self.s.tokens, title.outer_end) if source == "apposition" else ()
        )
        return Mention(
            name, self.line, source, posts, span.prefix, credentials, status, since,
            self._quote(title, span), weight, self._organization(title, span, source), self.parted,
        )  # fmt: skip

    def _ended(self, title: TitleSpan, span: NameSpan, status: str) -> str:
        """The status in view of what is said besides: that somebody succeeds the holder, or that the post has ended."""
        if status not in {"current", "perfect", "interim", "acting"}:
            return status
        text, tokens = self.s.text, self.s.tokens
        lead = text[: tokens[span.outer_start].start][-60:]
        begins = text[: tokens[min(title.outer_start, span.outer_start)].start]
        gone_too = "along with" in begins[-20:] and GONE_WITH.search(begins[-200:])
        if LATE.search(lead) or is_last_day(begins) or gone_too:
            return "former"
        if REPLACES.search(lead) and not _MOVES_ON.match(text, tokens[span.outer_end - 1].end):
            return "outgoing" if TO_COME.search(lead) else "former"
        end = max(tokens[span.outer_end - 1].end, tokens[max(title.outer_end, title.end) - 1].end)
        place = AT_PLACE.match(text[end : end + 120])
        end += place.end() if place else 0
        if _LEFT.match(text, end) and _AFTER.search(begins[-100:]):
            return "former"
        gone = GONE.match(text[end : end + 120])
        if gone is None:
            return "former" if self._left_for_next(title, span, end) else status
        past = gone.group("past")
        leaving = past is None or (not past.startswith("no ") and SOON.match(text[end + gone.end() : end + 120]))
        return "outgoing" if leaving else "former"

    def _left_for_next(self, title: TitleSpan, span: NameSpan, end: int) -> bool:
        """Whether a past appointment is followed by the next: "was named director before serving as commissioner"."""
        gap = self._gap(span.outer_end, title.start)
        return _is_past(gap) and ON_TO_NEXT.match(self.s.text, end) is not None

    def _is_named_to(self, span: NameSpan, title: TitleSpan) -> bool:
        """Whether the post behind a name's comma is what the verb before it gives, not what the person was."""
        lead = self.s.text[: self.s.tokens[span.outer_start].start]
        if NAMES.search(lead[-40:]) is None or self._gap(span.outer_end, title.start).strip() not in {"", ","}:
            return False
        return AS_NEXT.match(self.s.text, self._end_of(title)) is None

    def _indefinite(self, title: TitleSpan) -> bool:
        before = [t.lower for t in self.s.tokens[max(0, title.start - 3) : title.start]]
        return "a" in before or "an" in before

    def _quote(self, title: TitleSpan, span: NameSpan) -> str:
        tokens = self.s.tokens
        start = min(tokens[span.outer_start].start, tokens[title.outer_start].start)
        end = max(tokens[span.outer_end - 1].end, tokens[max(title.outer_end, title.end) - 1].end)
        if _AGED.search(self.s.text[tokens[span.end - 1].end : end]):
            start = max(start, tokens[title.outer_start].start)  # an age is read over and not kept
        return self.s.text[start:end][:300]

    def _organization(self, title: TitleSpan, span: NameSpan, source: Source) -> str:
        """The organization that the sentence names beside the post, unless the title has its own."""
        named = (post.organization for post in without_names(title.posts, self.s.name(span)))
        if any(house and not is_generic(house) for house in named):
            return ""
        return house_told(self.s, self.names, title, span, source)


def _listed(sentence: Sentence) -> list[TitleSpan]:
    """The titles of a sentence's list: where a colon opens it, what stands before is of them all."""
    colon = sentence.text.find(": ")
    return [title for title in sentence.titles if sentence.tokens[title.start].start > colon]


def _is_past(gap: str) -> bool:
    """An appointment told in the plain past ("was named", "became") may be long ago."""
    return bool(PAST_EVENT.search(gap)) and not HAS.search(gap)
