"""Posts that a text tells before it names their holder: "Elm Hospital has a new CEO. Ann Vale will start in May".

Local news begin so. The first whole name that follows is the holder's where its sentence goes on with the appointment;
any other name, or three sentences without one, ends the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from research.pages.lexicon import LEADING
from research.pages.mention import WEIGHT, Mention
from research.pages.person_names import NameSpan
from research.pages.sentence_names import Sentence
from research.pages.titles import TitleSpan
from research.types import QUOTE_LIMIT

_CHOSEN = r"(?:named|appointed|selected|hired|chosen|tapped|picked|promoted|elected)"
_NEW = re.compile(
    rf"\b(?:{_CHOSEN}|found|announced|welcomed|welcomes|names|appoints|hires|has|have|gets|got)"
    r"\s(?:its|an?|their|the)\s(?:new|next|first|permanent)\s$"
)
_CHOSEN_AS = re.compile(
    rf"\b(?:has been|was|is)\s{_CHOSEN}\s(?:as\s|to be\s|to serve as\s)?(?:the\s|its\s)?"
    r"(?:new\s|next\s)?(?:[a-z]{3,12}\s){0,3}(?:and\s)?$"
)
_SOMEBODY = re.compile(r"\A(?:[A-Z][\w., ]{2,40}\s[–—-]{1,2}\s)?An?\s")
_A_NEW = re.compile(r"\b[Aa]\snew\s$")
_WAS_CHOSEN = re.compile(rf"\A[^.;]{{0,80}}\b(?:has been|was|will be)\s{_CHOSEN}\b")
_OF = re.compile(r"\b(?:appointment|hiring|selection|promotion|naming|arrival)\sof\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$")
_TAKES = re.compile(
    r"\A(?:,[^;]{0,200}?,)?\s(?:will\s(?:begin|start|assume|take|join|lead|succeed|replace|become|step|officially|move)"
    rf"|(?:has been|was)\s{_CHOSEN}|begins|starts|began|started|assumed|assumes|takes|took|succeeds|replaces|comes"
    r"|joins|joined|brings)\b"
)
_TO_COME = re.compile(r"\A(?:,[^;]{0,200}?,)?\swill\s")
AHEAD = 3
"""Sentences behind the post in which its holder is looked for."""
OWN = 40
"""Characters behind the verb in which a title is the holder's own and told by its sentence."""


def posts_named_later(paragraphs: Iterable[list[Sentence]]) -> list[Mention]:
    """The posts of those who are named behind them, in the order of the text."""
    told = [sentence for read in paragraphs for sentence in read]
    found: list[Mention] = []
    for at, sentence in enumerate(told):
        title = _announced(sentence) if sentence.titles and not sentence.spans else None
        if title is not None:
            found.extend(_held_by(title, sentence, told[at + 1 : at + 1 + AHEAD]))
    return found


def _announced(sentence: Sentence) -> TitleSpan | None:
    """The title of which a sentence without any name says that somebody new has it."""
    somebody = _SOMEBODY.match(sentence.text)
    if somebody is None and " new " not in sentence.text and " next " not in sentence.text:
        return None
    for title in sentence.titles:
        lead = sentence.text[: sentence.tokens[title.start].start]
        if title.status in {"former", "outgoing"} or title.posts[0].kind not in LEADING:
            continue
        tail = sentence.text[sentence.tokens[title.outer_end - 1].end :]
        if (
            _NEW.search(lead[-80:])
            or (somebody and _CHOSEN_AS.search(lead[-160:]))
            or (_A_NEW.search(lead) and _WAS_CHOSEN.match(tail))
        ):
            return title
    return None


def _held_by(title: TitleSpan, sentence: Sentence, ahead: list[Sentence]) -> Iterable[Mention]:
    for following in ahead:
        joined = following is ahead[0] and following.line - sentence.line <= 1
        span = next((span for span in following.spans if span.end - span.start > 1), None)
        if span is None:
            continue
        if _goes_on(following, span):
            yield _mention(title, following, span, _words(title, sentence, following, span, joined=joined))
        elif span.outer_end < len(following.tokens):  # a name alone is a caption
            return
        else:
            continue
        return


def _goes_on(sentence: Sentence, span: NameSpan) -> bool:
    """Whether the sentence of a name tells of the appointment, and gives no post of its own by it."""
    tokens = sentence.tokens
    before = sentence.text[: tokens[span.outer_start].start]
    end = tokens[span.outer_end - 1].end
    if _OF.search(before):
        return True
    taken = _TAKES.match(sentence.text[end:]) if not before.strip(' “"') else None
    if taken is None:
        return False
    begins = (tokens[title.start].start for title in sentence.titles)
    return not any(0 <= start - end - taken.end() < OWN for start in begins)


def _words(title: TitleSpan, sentence: Sentence, following: Sentence, span: NameSpan, *, joined: bool) -> str:
    """What is quoted: from the post to the name where nothing else stands between, or else the name's sentence."""
    name_end = following.tokens[span.outer_end - 1].end
    whole = f"{sentence.text[sentence.tokens[title.outer_start].start :]} {following.text[:name_end]}"
    return whole if joined and len(whole) <= QUOTE_LIMIT else following.text[:QUOTE_LIMIT]


def _mention(title: TitleSpan, following: Sentence, span: NameSpan, quote: str) -> Mention:
    behind = following.text[following.tokens[span.outer_end - 1].end :]
    status = "incoming" if title.status == "current" and _TO_COME.match(behind) else title.status
    return Mention(
        following.name(span), following.line, "event", title.posts, span.prefix, span.credentials, status,
        None, quote, WEIGHT["event"] - 4,
    )  # fmt: skip
