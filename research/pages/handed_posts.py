"""Posts that pass from one person to another: "She replaces Bo Lim, who will retire", "will be succeeded by Ana Roe".

The sentence names one of the two without a post; the other's, told in it or just before, is the post of both. Who left
already holds nothing and is not told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from research.pages.late_regex import late_regex
from research.pages.mention import WEIGHT, Mention
from research.pages.person_names import NameSpan
from research.pages.sentence_names import Sentence
from research.pages.title_keys import title_key
from research.types import QUOTE_LIMIT

_TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Sister|Sir)\.?\s)?"
_REPLACES = late_regex(
    r"\b(?:replac(?:es?|ing|ed)|succeed(?:s|ing|ed)?|tak(?:es|ing|e)\sover\s(?:from|for)|follow(?:s|ing)?)\s"
    rf"(?:(?:current|longtime|long-time|retiring|outgoing|departing)\s){{0,2}}{_TITLE}$"
)
_STILL_THERE = late_regex(
    r"\A,?\s{0,2}(?:[A-Z]{2,5},\s){0,3}who(?:se)?\s(?:will\s(?:be\s)?|plans\sto\s|intends\sto\s|last\sday\s"
    r"|(?:retirement|resignation|departure)\s(?:will|becomes|takes)\s)[^.;]{0,80}"
)
"""What follows on a holder who has not left yet; who "is retiring" may have."""
_LEAVING = late_regex(r"\b(?:retir\w{1,6}|resign\w{0,6}|step\w{0,4}\sdown|leav\w{1,3}|depart\w{0,4}|effective)\b")
_BY = late_regex(
    rf"\b(?:(?P<soon>(?:will|to)\sbe)|(?:has|have|and)\sbeen)\s(?:replaced|succeeded)\s"
    rf"(?:(?P<interim>on\san\s(?:interim|acting)\sbasis|temporarily)\s)?by\s{_TITLE}$"
)
_A_NEW = late_regex(r"\b(?:a|its|their)\snew\s$")
_TO_COME = late_regex(r"\b(?:will|seek(?:s|ing)?|search(?:es|ing)?|look(?:s|ing)?|needs?|plans?)\b")
_AFTER = late_regex(
    r"\s(?:following|after|upon|due to|because of)\sthe\s(?:[a-z]{4,12}\s)?"
    rf"(?:retirement|resignation|departure)\sof\s(?:(?:current|longtime|long-time)\s)?{_TITLE}"
)
"""What stands between a post that is to be filled and whose it was."""
_PRONOUN = late_regex(r"(?:He|She)\b")
GIVEN = frozenset({"event", "before", "apposition", "predicate"})
NEAR = 2
"""Lines before a sentence in which the post of its subject is looked for."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Who hands a post on or takes it, without a title; the sentence tells of the other one up to place `verb`."""

    span: NameSpan
    verb: int
    status: str


def handed_posts(paragraphs: Iterable[list[Sentence]], mentions: Iterable[Mention]) -> list[Mention]:
    """The posts of those whom a sentence names only as leaving one to a successor, or as taking one over."""
    told = [mention for mention in mentions if mention.source in GIVEN and mention.posts]
    found: list[Mention] = []
    for read in paragraphs:
        for at, sentence in enumerate(read):
            for pair in _pairs(sentence) if sentence.spans else ():
                before = " ".join(other.text for other in read[:at])
                giver = _other(sentence, pair, before, told)
                if giver is not None and giver.name != sentence.name(pair.span):
                    found.append(_mention(sentence, pair, giver))
    return found


def posts_left(paragraphs: Iterable[list[Sentence]]) -> list[Mention]:
    """The posts of those whom a house replaces: "will have a new CEO following the retirement of Ana Roe".

    They hold the post while the house still looks for the new one, and have left it otherwise.
    """
    return [mention for read in paragraphs for sentence in read for mention in _left_in(sentence)]


def _left_in(sentence: Sentence) -> Iterator[Mention]:
    for title in sentence.titles if sentence.spans else ():
        end, begin = sentence.tokens[title.outer_end - 1].end, sentence.tokens[title.start].start
        lead = sentence.text[:begin]
        if title.status != "current" or not _A_NEW.search(lead[-40:]):
            continue
        for span in sentence.spans:
            start = sentence.tokens[span.outer_start].start
            if start > end and span.end - span.start > 1 and _AFTER.fullmatch(sentence.text[end:start]):
                status = "outgoing" if _TO_COME.search(lead[-80:]) else "former"
                yield Mention(
                    sentence.name(span), sentence.line, "event", title.posts, span.prefix, span.credentials, status,
                    None, sentence.text[:QUOTE_LIMIT], WEIGHT["event"] - 8,
                )  # fmt: skip


def with_houses_passed_on(mentions: Iterable[Mention], paragraphs: Iterable[list[Sentence]]) -> list[Mention]:
    """The mentions in the same order, the post of the one before with the house that the paragraph gives the next one.

    "Ann Vale was named COO of Elm Health. She will succeed retiring COO Bo Lim": both are of Elm Health.
    """
    mentions = list(mentions)
    texts = {read[0].line: [sentence.text for sentence in read] for read in paragraphs if read}
    return [_passed_on(mention, mentions, texts.get(mention.line, [])) for mention in mentions]


def _passed_on(mention: Mention, mentions: list[Mention], texts: list[str]) -> Mention:
    placed = mention.organization or any(post.organization for post in mention.posts)
    if mention.source != "before" or placed or len(mention.posts) != 1:
        return mention
    text = next((text for text in texts if mention.quote in text), "")
    if not text or _REPLACES.search(text[: text.find(mention.quote)]) is None:
        return mention
    key = title_key(mention.posts[0].title)
    for other in reversed(mentions):
        for post in other.posts if other.line == mention.line and other.name != mention.name else ():
            if key and post.organization and other.status != "former" and key <= title_key(post.title):
                return replace(mention, organization=post.organization)
    return mention


def _pairs(sentence: Sentence) -> Iterator[_Pair]:
    for span in sentence.spans:
        if span.end - span.start < 2:
            continue
        start, end = sentence.tokens[span.outer_start].start, sentence.tokens[span.outer_end - 1].end
        lead = sentence.text[max(0, start - 80) : start]
        replaces, taken = _REPLACES.search(lead), _BY.search(lead)
        if taken is not None:
            yield _Pair(span, start - len(lead) + taken.start(), _status(taken))
        elif replaces is not None and _is_there(sentence.text[end:]):
            yield _Pair(span, start - len(lead) + replaces.start(), "outgoing")


def _status(taken: re.Match[str]) -> str:
    """How the one holds the post who takes it: "has been replaced on an interim basis by"."""
    if taken.group("soon"):
        return "incoming"
    return "interim" if taken.group("interim") else "current"


def _is_there(behind: str) -> bool:
    """Whether what is said of the one who is replaced is still to come."""
    told = _STILL_THERE.match(behind)
    return told is not None and _LEAVING.search(told.group()) is not None


def _other(sentence: Sentence, pair: _Pair, before: str, mentions: list[Mention]) -> Mention | None:
    """What was told last, in this sentence or shortly before, of the post of the sentence's subject."""
    subject = sentence.text[: pair.verb]
    ahead = [
        mention
        for mention in mentions
        if sentence.line - NEAR <= mention.line < sentence.line
        or (mention.line == sentence.line and (mention.quote in before or mention.quote in subject))
    ]
    if pair.status == "outgoing":
        ahead = [m for m in ahead if m.status not in {"former", "outgoing"} and m.source != "predicate"]
    if _PRONOUN.match(subject):
        return ahead[-1] if ahead else None
    words = frozenset(word.strip(".,;“”()") for word in subject.split())
    return next((m for m in reversed(ahead) if m.name.split()[-1] in words), None)


def _mention(sentence: Sentence, pair: _Pair, giver: Mention) -> Mention:
    span, text = pair.span, sentence.text
    start = sentence.tokens[span.outer_start].start
    quote = text if len(text) <= QUOTE_LIMIT else text[max(0, start - NEAR_NAME) : start + NEAR_NAME]
    return Mention(
        sentence.name(span), sentence.line, "event", giver.posts, span.prefix, span.credentials, pair.status, None,
        quote[:QUOTE_LIMIT], WEIGHT["event"] - 8, giver.organization,
    )  # fmt: skip


NEAR_NAME = 120
"""Characters on either side of a name that are quoted of a sentence too long to quote whole."""
