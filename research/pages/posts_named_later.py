"""Posts that a text tells before it names their holder: "Elm Hospital has a new CEO. Ann Vale will start in May".

Local news begin so, and also "Elm Hospital is losing its CEO. Ann Vale intends to retire". The first whole name that
follows is the holder's where its sentence goes on with the appointment, or with the leaving; any other name, or three
sentences without one, ends the search.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from research.pages.late_regex import late_regex
from research.pages.lexicon import LEADING
from research.pages.mention import WEIGHT, Mention
from research.pages.person_names import NameSpan
from research.pages.sentence_names import Sentence
from research.pages.titles import TitleSpan
from research.types import QUOTE_LIMIT

News = Literal["new", "described", "leaving"]
"""What a sentence without a name tells of a post: somebody new has it, somebody described has it, its holder leaves."""

_CHOSEN = r"(?:named|appointed|selected|hired|chosen|tapped|picked|promoted|elected)"
_NEW = late_regex(
    rf"\b(?:{_CHOSEN}|found|announced|welcomed|welcomes|names|appoints|hires|has|have|gets|got)"
    r"\s(?:its|an?|their|the)\s(?:new|next|first|permanent)\s$"
)
_CHOSEN_AS = late_regex(
    rf"\b(?:has been|was|is)\s{_CHOSEN}\s(?:as\s|to be\s|to serve as\s)?(?:the\s|its\s)?"
    r"(?:new\s|next\s)?(?:[a-z]{3,12}\s){0,3}(?:and\s)?$"
)
_SOMEBODY = late_regex(r"\A(?:[A-Z][\w., ]{2,40}\s[–—-]{1,2}\s)?An?\s")
_WILL_BE = late_regex(r"\b(?:will be|is|becomes|will become)\s(?:the|its)\s(?:new|next)\s$")
_FOR_A_TIME = late_regex(rf"\b{_CHOSEN}\san?\s$")
_THE_NEW = late_regex(r"\A(?:The|Its)\snew\s[a-z ]{4,40},?\s[–—-]{1,2}\s$")
"""How the next sentence comes to the name: "The new director — Ann Vale — will serve"."""
_A_NEW = late_regex(r"\b[Aa]\snew\s$")
_NAMES_IN_HEADLINE = (
    r"\A[A-Z][^.;:“\"]{2,80}\s(?i:hires|names|appoints|announces|selects|taps|picks|welcomes|gets|has)\s"
)
_HEADLINE_NAMES = late_regex(rf"{_NAMES_IN_HEADLINE}$")
_HEADLINE = late_regex(rf"{_NAMES_IN_HEADLINE}(?i:new|first|next|permanent)\s$")
"""How a headline tells it, which leaves out the article: "Hospital hires new administrator"."""
_CLAUSE = late_regex(r",\s(?:the\s[a-z ]{4,40}\s)?a\snew\s$")
_WAS_CHOSEN = late_regex(rf"\A[^.;]{{0,80}}\b(?:has been|was|will be)\s{_CHOSEN}\b")
_LOSES = late_regex(
    r"\b(?:losing|loses|will lose|to lose|bid(?:s|ding) farewell to|say(?:s|ing) (?:goodbye|farewell) to)"
    r"\s(?:its|their)\s(?:longtime\s)?$"
)
_HOLDER = late_regex(r"\A(?:The|Its|[A-Z][^.;:“\"]{2,70}[’']s)\s(?:longtime\s|long-time\s|current\s)?$")
_IS_LEAVING = (
    r"(?:(?:will\s|is\s|plans\sto\s|intends\sto\s)(?:soon\s)?(?:retir(?:e|ing)|resign(?:ing)?|step(?:ping)?\sdown"
    r"|leav(?:e|ing)|depart(?:ing)?)|(?:has\s)?(?:\w{4,12}ly\s)?announced\s[^.;]{0,60}?\b(?:retire(?:ment)?|resign(?:ation)?"
    r"|step(?:ping)?\sdown|leav(?:e|ing)|depart(?:ure|ing)?))\b"
)
_LEAVES = late_regex(
    rf"\A(?:,[^;.]{{0,200}}?,)?\s{_IS_LEAVING}|\A(?:,[^;.]{{0,200}}?,)?\s(?:has|have)\s(?:led|headed|run|been)\b"
)
_PLANS = late_regex(rf"\A[^.;]{{0,120}}?\s{_IS_LEAVING}")
_OF = late_regex(
    r"\b(?:(?:appointment|hiring|selection|promotion|naming|arrival)\sof|(?:contract|agreement|voted)\sto\shire)"
    r"\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$"
)
_WHOSE = late_regex(r"\A[’']s?\s(?:appointment|hiring|selection|promotion|arrival)\b")
_FROM = r"\A(?:\s(?:of|from)\s[A-Z][\w’'-]{1,20}(?:,?\s[A-Z][\w.’'-]{1,20})?,?|,[^;]{0,200}?,)?\s"
_TAKES = late_regex(
    rf"(?:{_FROM}|\A,\s)(?:(?:officially|formally)\s)?(?:will\s(?:be\s(?:beginning|starting|taking|joining|leading)|begin|start|assume|take|join|lead|succeed|replace|become|step|officially|move)"
    rf"|(?:has been|was)\s{_CHOSEN}|begins|starts|began|started|assumed|assumes|takes|took|succeeds|replaces|comes"
    r"|joins|joined|brings)\b"
)
_IS_TOLD = late_regex(
    rf"{_FROM}(?:has|is|was|had|previously|most|currently|holds|served|worked|spent|earned|graduated|trained|came)\b"
)
"""How somebody who was only described before is introduced: "Ann Vale, 45, has worked for Elm Health"."""
_IS_INTRODUCED = late_regex(rf"{_FROM}(?:is\san?|has\sworked|holds|previously|most\srecently|comes)\b")
"""The same for somebody new of whom nothing was said: the one before would be told in the past."""
_HAVE_CHOSEN = late_regex(
    r"\A(?:The\s|Its\s)?[A-Z]?[a-z]{2,12}(?:\s[a-z]{2,12}){0,3}\s(?:has|have)\s(?:hired|chosen|named|selected|picked|appointed)"
    r"\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$"
)
_TO_REPLACE = late_regex(r"\A(?:,[^;.]{0,120}?,)?(?:\sto\s(?:replace|succeed|fill|lead|take|run|head)\b|\.\Z)")
"""What stands before and behind the one who is chosen: "Board members have hired Ann Vale, a nurse, to replace"."""
_IN_THAT_POST = late_regex(
    rf"\A(?:,[^;.]{{0,120}}?,)?\s(?:(?:has|have|will)\s)?(?:(?:been|be|was|is)\s{_CHOSEN}|joins?|joined|steps?|stepped|moves?|moved)"
    r"\b[^;.]{0,90}?\b(?:in|into|to)\s(?:that|this|the)\s(?:new\s)?(?:role|position|post|job|capacity)\b(?!\s(?:of|as)\b)"
)
"""How somebody gets the post told before: "announced that Ann Vale has joined the team in that role"."""
_TO_COME = late_regex(rf"(?:{_FROM}|\A,\s)will\s")
AHEAD = 3
"""Sentences behind the post in which its holder is looked for."""
OWN = 40
"""Characters behind the verb in which a title is the holder's own and told by its sentence."""


def posts_named_later(paragraphs: Iterable[list[Sentence]]) -> list[Mention]:
    """The posts of those who are named behind them, in the order of the text."""
    told = [sentence for read in paragraphs for sentence in read]
    found: list[Mention] = []
    for at, sentence in enumerate(told):
        announced = _announced(sentence) if sentence.titles else None
        if announced is not None:
            found.extend(_held_by(*announced, sentence, told[at + 1 : at + 1 + AHEAD]))
    return found


def _announced(sentence: Sentence) -> tuple[TitleSpan, News] | None:
    """The title of which a sentence without any name says that somebody new has it, or that its holder leaves.

    A name in a clause before the news is no holder's: "After Bo Lim left Oakvale, a new director has been hired".
    """
    named = sentence.tokens[sentence.spans[-1].outer_end - 1].end if sentence.spans else 0
    for title in sentence.titles:
        begin = sentence.tokens[title.start].start
        if named and (begin < named or _CLAUSE.search(sentence.text[named:begin][-60:]) is None):
            continue
        if title.status in {"former", "outgoing"} or title.posts[0].kind not in LEADING:
            continue
        lead = sentence.text[: sentence.tokens[title.start].start]
        tail = sentence.text[sentence.tokens[title.outer_end - 1].end :]
        if news := _news(lead, tail):
            return title, news
        if title.status in {"interim", "acting"} and (_FOR_A_TIME.search(lead[-40:]) or _names_one(lead, tail)):
            return title, "new"
    return None


def _names_one(lead: str, tail: str) -> bool:
    """Whether a headline ends with the post that somebody gets for a time: "Elm Health names interim CEO"."""
    return not tail and _HEADLINE_NAMES.match(lead) is not None


def _news(lead: str, tail: str) -> News | None:
    """What the words before and behind a title tell of it."""
    if _SOMEBODY.match(lead) and (_CHOSEN_AS.search(lead[-160:]) or _WILL_BE.search(lead)):
        return "described"
    if _NEW.search(lead[-80:]) or (_A_NEW.search(lead) and _WAS_CHOSEN.match(tail)):
        return "new"
    if not tail and _HEADLINE.match(lead):
        return "new"
    leaving = _LOSES.search(lead[-60:]) or (_HOLDER.match(lead) and _PLANS.match(tail))
    return "leaving" if leaving else None


def _held_by(title: TitleSpan, news: News, sentence: Sentence, ahead: list[Sentence]) -> Iterable[Mention]:
    for following in ahead:
        next_one = following is ahead[0]
        span = next((span for span in following.spans if _is_somebody(following, span)), None)
        if span is None:
            continue
        if _goes_on(following, span, news, next_one=next_one):
            joined = next_one and following.line - sentence.line <= 1
            yield _mention(title, following, span, news, _words(title, sentence, following, span, joined=joined))
        elif span.outer_end < len(following.tokens):  # a name alone is a caption
            return
        else:
            continue
        return


def _is_somebody(sentence: Sentence, span: NameSpan) -> bool:
    """Whether a span is a whole name; "The Oak Press" is none."""
    paper = span.outer_start > 0 and sentence.tokens[span.outer_start - 1].lower == "the"
    return span.end - span.start > 1 and not paper


def _goes_on(sentence: Sentence, span: NameSpan, news: News, *, next_one: bool) -> bool:
    """Whether the sentence of a name tells of the appointment or the leaving, and gives no post of its own by it."""
    tokens = sentence.tokens
    before = sentence.text[: tokens[span.outer_start].start]
    end = tokens[span.outer_end - 1].end
    behind = sentence.text[end:]
    if news != "leaving" and (_OF.search(before) or _WHOSE.match(behind)):
        return True
    if news == "new" and _IN_THAT_POST.match(behind):
        return True
    if _THE_NEW.match(before):
        return True
    if news == "new" and _HAVE_CHOSEN.match(before) and _TO_REPLACE.match(behind):
        return True
    if before.strip(' “"'):
        return False
    taken = _LEAVES.match(behind) if news == "leaving" else _TAKES.match(behind)
    if taken is None and next_one and news != "leaving":
        taken = (_IS_TOLD if news == "described" else _IS_INTRODUCED).match(behind)
    if taken is None:
        return False
    begins = (tokens[title.start].start for title in sentence.titles if title.posts[0].kind in LEADING)
    return not any(0 <= start - end - taken.end() < OWN for start in begins)


def _words(title: TitleSpan, sentence: Sentence, following: Sentence, span: NameSpan, *, joined: bool) -> str:
    """What is quoted: from the post to the name where nothing else stands between, or else the name's sentence."""
    name_end = following.tokens[span.outer_end - 1].end
    whole = f"{sentence.text[sentence.tokens[title.outer_start].start :]} {following.text[:name_end]}"
    return whole if joined and len(whole) <= QUOTE_LIMIT else following.text[:QUOTE_LIMIT]


def _mention(title: TitleSpan, following: Sentence, span: NameSpan, news: News, quote: str) -> Mention:
    behind = following.text[following.tokens[span.outer_end - 1].end :]
    status = "incoming" if title.status == "current" and _TO_COME.match(behind) else title.status
    return Mention(
        following.name(span), following.line, "event", title.posts, span.prefix, span.credentials,
        "outgoing" if news == "leaving" else status, None, quote, WEIGHT["event"] - 4,
    )  # fmt: skip
