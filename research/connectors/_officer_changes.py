"""Reads the passage under item 5.02 of a Form 8-K: who was appointed, elected, or leaves, and to or from which post.

The same item heads decisions about pay, which name people and posts without any change: only the verbs of a change
count. Ages, which the form demands, are passed over; a quote is cut so that it holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from research.names import parse_name
from research.pages.sentences import sentences
from research.parse import fold
from research.types import PartialDate

_MOST_SENTENCES = 200
_LONGEST_SENTENCE = 1500
_PASSAGE_LIMIT = 60_000

_ITEM = re.compile(r"\bItem\s{1,5}(\d)\s?\.\s?(\d\d)\b", re.IGNORECASE)
_END = re.compile(r"\bSIGNATURES?\b|\bPursuant to the requirements of the Securities Exchange Act", re.IGNORECASE)

# A title may follow the name without a comma ("appointed Jane Roe Chief Executive Officer").
_NO_TITLE = (
    r"(?!(?:Chief|Executive|Vice|Senior|President|Interim|Acting|Director|Chair\w{0,6}|Officer|General|Corporate|Group"
    r"|Treasurer|Secretary|Controller)\b)"
)
_WORD = rf"{_NO_TITLE}(?:[A-Z][\w'’-]{{1,30}}+|[A-Z]\.|de|van|von|la)"
_NAME = rf"(?P<name>(?:Drs?\.\s)?(?:[A-Z][\w'’-]{{1,30}}+|[A-Z]\.)(?:\s{_WORD}){{1,4}}(?:,?\s(?:Jr\.|Sr\.|II|III|IV))?)"
_AGE = r"(?:,?\s(?:age|aged)\s\d\d,?|,?\s\(?\d\d\)?,)?"
_CREDENTIALS = r"(?:,\s[A-Z][A-Za-z.]{1,8}(?=[\s,])){0,3},?"
_HEADS = (
    r"[Cc]hief\s(?:[\w&-]{1,20}\s){0,4}?[Oo]fficer|[Cc]hief\s[Ee]xecutive|(?:[Vv]ice[\s-])?[Pp]resident"
    r"|[Cc]hair(?:man|woman|person)?|[Tt]reasurer|[Ss]ecretary|[Gg]eneral\s[Cc]ounsel|[Cc]ontroller|[Cc]omptroller"
    r"|[Dd]irector"
)
_BEFORE_HEAD = (
    r"(?:(?:[Ii]nterim|[Aa]cting|[Ss]enior|[Ee]xecutive|[Gg]roup|[Cc]orporate|[Dd]eputy|[Dd]ivision|[Rr]egional"
    r"|[Pp]rincipal|[Nn]ational|[Ll]ead|[Ii]ndependent|[Nn]on-[Ee]xecutive|[Cc]o-)\s?){0,4}"
)
# Title words around at least one word that heads a title, with a part of the house behind it ("of Nursing").
_TITLE = (
    rf"(?P<title>{_BEFORE_HEAD}(?:{_HEADS})(?:,?\s(?:and\s|&\s)?{_BEFORE_HEAD}(?:{_HEADS})){{0,3}}"
    r"(?:\sof\s(?!the\s|its|our)(?:[A-Z][\w&'’-]{1,25}\s?){1,6})?)"
)
_BOARD = (
    r"(?P<board>(?:to|a\smember\sof|as\sa\s(?:new\s)?(?:member\sof|director\s(?:on|of|to))|from|on|of)"
    r"\s(?:the|its|our)\s(?:Company['’]s\s)?[Bb]oard\b|as\sa(?:n\sindependent)?\s(?:new\s)?director\b)"
)
_ITS = r"(?:\s(?:the|its|our|a|an|new|Company['’]s|Corporation['’]s|Registrant['’]s))?(?:\s(?:Company['’]s|new|next))?"
_TO_POST = (
    r"(?:\s(?:to|as|to\sserve\sas|to\sthe\s(?:position|role|office)\sof|to\sthe\spositions\sof|into\sthe\srole\sof"
    rf"|to\sbecome))?{_ITS}"
)
_APPOINTED = r"(?:appointed|named|elected|promoted|selected|designated|hired)"

_ARRIVALS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_APPOINTED}\s{_NAME}{_CREDENTIALS}{_AGE}\s{_BOARD}",
        rf"\b{_APPOINTED}\s{_NAME}{_CREDENTIALS}{_AGE}{_TO_POST}\s{_TITLE}",
        rf"\bappointment\sof\s{_NAME}{_CREDENTIALS}{_AGE}\sas{_ITS}\s{_TITLE}",
    )
)
_DEPARTURES = tuple(
    re.compile(rf"\b(?:resignation|retirement|departure|termination)\sof\s{_NAME}{_CREDENTIALS}{_AGE}{rest}")
    for rest in (rf",?\s(?:as{_ITS}\s)?{_BOARD}", rf",?(?:\sas)?{_ITS}\s{_TITLE}")
)
"""Each alternative is bounded, so a sentence is read in a time that grows with its length only."""

_LEAVING = re.compile(
    r"\b(?:resign(?:ed|s)?|resignation|retir(?:e|ed|es|ing)|retirement|step(?:ped|s|ping)?\sdown|depart(?:ed|s)?"
    r"|ceas(?:e|ed|es)\sto\s(?:serve|be)|not\sstand\sfor\sre-?election|leav(?:e|es|ing)|terminated)\b"
)
# "Jane Roe was appointed ...": found from the verb, since names are many and verbs are few.
_BECOMES = re.compile(
    rf"\s(?:(?:was|has\sbeen|had\sbeen|will\sbe|is)\s{_APPOINTED}(?:\s{_BOARD}|{_TO_POST}\s{_TITLE})"
    rf"|(?:will\sbecome|became){_ITS}\s{_TITLE.replace('title', 'became')})"
)
# No match is longer than 240 characters, so none is sought further than that from the end.
_NAME_BEFORE = re.compile(rf"\b(?=[A-Z])(?=(?s:.{{0,240}}+)\Z){_NAME}{_CREDENTIALS}{_AGE}$")
_A_NAME = re.compile(rf"\b{_NAME}")
_IN_APPOSITION = re.compile(rf"\A{_CREDENTIALS}{_AGE},?{_ITS}\s{_TITLE}")
# Searched in what follows a verb, which is at most _AFTER_VERB long.
_FROM_POST = re.compile(
    rf"\b(?:as|from|of)\b(?=(?s:.{{0,140}}+)\Z)[^.;]{{0,50}}?\s(?=[A-Z]|(?:ac|ch|co|de|di|ex|ge|gr|in|it|le|na|no|ou|pr|re|se|th|tr|vi))(?:{_TITLE}|(?:the|its|our)\s(?:Company['’]s\s)?(?P<board>[Bb]oard)\b)"
)
# Pay plans speak of departures that have not happened.
_CONDITIONAL = re.compile(r"\b(?:if|in the event|in case|unless|eligible|would)\b", re.IGNORECASE)
_BEFORE_VERB, _AFTER_VERB, _NAME_WINDOW, _MOST_VERBS = 240, 140, 100, 6

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"), start=1)
}  # fmt: skip
_EFFECTIVE = re.compile(
    rf"\beffective\s(?:as\sof\s|on\s|upon\s)?(?:the\sclose\sof\sbusiness\son\s)?({'|'.join(_MONTHS)})\s(\d{{1,2}}),\s(\d{{4}})"
)
_NO_PERSON = re.compile(
    r"\b(?:Board|Committee|Company|Corporation|Inc|LLC|Agreement|Plan|Securities|Exchange|Annual|Meeting|Item|Form|On|As"
    r"|Compensation|Officer|President|Chief|Director|Chair|Act|Section|Exhibit|Group|Health|Hospital|Report|Effective|The"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Ms|Mrs|His|Her)\b"
)


@dataclass(frozen=True, slots=True)
class OfficerChange:
    """One person's arrival in or departure from one post. `quote` and `written` are literally in the passage."""

    name: str
    title: str
    kind: Literal["arrives", "leaves"]
    effective: PartialDate | None
    quote: str
    written: str
    """The name as the passage writes it."""
    board: bool = False


def item_5_02(text: str) -> str:
    """The passage under item 5.02 in the plain text of a filing, up to the next item or the signature; "" if absent.

    The longest such passage counts: a table of contents or a cross-reference names the item as well.
    """
    text = fold(text)
    marks = list(_ITEM.finditer(text))
    passages = []
    for position, mark in enumerate(marks):
        if (mark.group(1), mark.group(2)) != ("5", "02"):
            continue
        later = next((m.start() for m in marks[position + 1 :] if (m.group(1), m.group(2)) != ("5", "02")), len(text))
        passage = text[mark.start() : min(later, mark.start() + _PASSAGE_LIMIT)]
        end = _END.search(passage)
        passages.append(passage[: end.start()] if end else passage)
    return max(passages, key=len, default="")


def officer_changes(passage: str) -> list[OfficerChange]:
    """The changes that the passage states, each person and post once."""
    found: dict[tuple[str, str, str], OfficerChange] = {}
    for sentence in sentences(passage)[:_MOST_SENTENCES]:
        for change in _in_sentence(sentence[:_LONGEST_SENTENCE]):
            found.setdefault((change.name, change.title.lower(), change.kind), change)
    return list(found.values())


def _in_sentence(sentence: str) -> Iterator[OfficerChange]:
    for kind, patterns in (("arrives", _ARRIVALS), ("leaves", _DEPARTURES)):
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                yield from _change(sentence, match.groupdict(), kind, match.start(), match.end())
    for verb in list(_BECOMES.finditer(sentence))[:_MOST_VERBS]:
        begin = max(0, verb.start() - _NAME_WINDOW)
        named = _NAME_BEFORE.search(sentence[begin : verb.start()])
        if named:
            parts = {"name": named.group("name"), "title": verb.group("title") or verb.group("became")}
            parts |= {"board": verb.group("board")}
            yield from _change(sentence, parts, "arrives", begin + named.start(), verb.end())
    yield from _leaving(sentence)


def _leaving(sentence: str) -> Iterator[OfficerChange]:
    """From each verb of leaving back to the nearest name, and on to the post: beside the name, or after the verb."""
    for verb in list(_LEAVING.finditer(sentence))[:_MOST_VERBS]:
        begin = max(0, verb.start() - _BEFORE_VERB)
        before = sentence[begin : verb.start()]
        named = [m for m in _A_NAME.finditer(before) if not _NO_PERSON.search(m.group("name"))]
        if not named or _CONDITIONAL.search(before) or ";" in before[named[-1].end() :]:
            continue
        start, name_end = begin + named[-1].start(), begin + named[-1].end()
        after = sentence[verb.end() : verb.end() + _AFTER_VERB]
        beside, post = _IN_APPOSITION.match(sentence[name_end : verb.start()]), _FROM_POST.search(after)
        if not beside and not post:
            continue
        found = beside or post
        parts = {"name": named[-1].group("name")} | (found.groupdict() if found else {})
        end = verb.end() + (post.end() if post and not beside else 0)
        yield from _change(sentence, parts, "leaves", start, end)


def _change(sentence: str, parts: dict[str, str | None], kind: str, start: int, end: int) -> Iterator[OfficerChange]:
    name = parse_name(parts["name"] or "").display
    title = fold(parts.get("title") or "").strip(" ,")
    board = bool(parts.get("board")) or title.lower() in ("director", "independent director")
    if board:
        title = "Member of the Board of Directors"
    if title and " " in name and not _NO_PERSON.search(name):
        arrives: Literal["arrives", "leaves"] = "arrives" if kind == "arrives" else "leaves"
        quote = _without_age(sentence[start:end])
        yield OfficerChange(
            name, title[:1].upper() + title[1:], arrives, _effective(sentence, end), quote, parts["name"] or "", board
        )


def _without_age(words: str) -> str:
    """The words up to an age, or after it when the name stands after: the longer part that holds none."""
    age = re.search(r",?\s(?:age|aged)\s\d\d,?|,\s\(?\d\d\)?,", words)
    if not age:
        return words
    return max(words[: age.start()], words[age.end() :], key=len).strip(" ,")


def _effective(sentence: str, after: int) -> PartialDate | None:
    """The date that the change takes effect: after the words of the change, else before them; None if unstated."""
    match = _EFFECTIVE.search(sentence, after) or _EFFECTIVE.search(sentence.replace("Effective", "effective"))
    if not match:
        return None
    try:
        return PartialDate.of(date(int(match.group(3)), _MONTHS[match.group(1)], int(match.group(2))))
    except ValueError:
        return None
