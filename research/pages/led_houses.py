"""Who leads a house by a verb, without a title: "Dr. Roe founded Elm Clinic", "Oak Hospice is led by Ana Lim".

Small houses present themselves so. What the verb tells is shown as the post, and only of a named house of care; a title
that the page gives besides always outweighs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from research.pages.care_names import is_health, is_other_field
from research.pages.lexicon import DEPARTMENTS
from research.pages.mention import Mention
from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.person_names import NameSpan
from research.pages.sentence_names import Known, Sentence, names_of
from research.pages.titles import PostSpan
from research.pages.tokens import slice_text
from research.types import QUOTE_LIMIT

_VERBS = ("founded", " led ", "headed ", "run by", "has run", "leads", "heads", "runs", "directs", "reins", "helm")
_DOES = re.compile(
    r",?\s(?:who\s)?(?:(?:is\sthe\s\w{3,12}\swho|has|also|now|currently|first|originally)\s){0,2}"
    r"(?:(?P<founded>(?P<co>co-?)?founded)|leads|heads|runs|(?<=has\s)(?:led|headed|run)|is\sat\sthe\shelm\sof"
    r"|(?P<soon>will\s|to\s)?(?:takes?|took|taken)\s(?:over\s)?(?:the\s)?(?:reins|helm)\s(?:of|at))\s"
)
"""What stands between somebody and the house."""
_PART = re.compile(
    r",?\s(?:who\s)?(?:(?:has|also|now|currently)\s){0,2}(?:leads|heads|runs|directs|(?<=has\s)(?:led|headed|run))\s"
    r"(?P<part>(?:(?:the|its|our)\s)?(?:[\w’'&-]{2,20}\s){1,6}?)(?:at|of|for)\s"
)
"""What stands between somebody and the house in which a part is led: "Ann Vale heads the emergency department at"."""
_IS_LED = re.compile(
    r"\b(?:(?P<founded>(?P<co>co-?)?founded)\s(?:in\s(?P<year>\d{4})\s)?|(?:is|now|currently)\s(?:led|headed|run)\s)by\s$"
)
"""What stands right before somebody in a sentence that begins with the house."""
_DEPARTMENT = re.compile(
    r"\b(?:County|City|State|Public|Regional|District|Tribal) (?:[A-Z]\w+ ){0,3}Health Department$"
)
"""A government's, which is a house of its own."""
_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_LATE = re.compile(r"\b(?:late|former|his|her|their|whose)\s(?:Dr\.?\s)?$", re.IGNORECASE)
_GONE = re.compile(r"\b(?:died|passed away|retired|sold|until|in memory|formerly)\b")
_SMALL = frozenset({"the", "its", "our", "and", "&"})
_LED_PARTS = frozenset({"department", "division", "center", "centre", "unit", "program", "service", "services", "team"})
_EFFORTS = frozenset(
    {"initiative", "union", "guild", "campaign", "committee", "council", "project", "research", "group", "practice"}
)
"""What somebody leads in a house without being one of its leaders."""
_PARTS = frozenset(
    """department team unit program division committee project service services initiative board council section
    workgroup effort efforts campaign course fellowship residency lab laboratory""".split()
)
"""With what the name of a part of a house ends; who leads it leads no house."""
LIVING = 1975
"""Founders of houses that are older are seldom there still."""
WEIGHT = 55
"""Such a post is shown where no title is, and beside no other."""
MAX_SENTENCE = 400


def led_houses(sentences: Iterable[Sentence], known: Known) -> list[Mention]:
    """The posts that verbs of leading give to people of one paragraph, in the order of the text."""
    return [mention for sentence in sentences if _may_tell(sentence.text) for mention in _told(sentence, known)]


def _may_tell(text: str) -> bool:
    return len(text) <= MAX_SENTENCE and any(verb in text for verb in _VERBS) and _GONE.search(text) is None


def _told(sentence: Sentence, known: Known) -> Iterator[Mention]:
    if any(int(year) < LIVING for year in _YEAR.findall(sentence.text)):
        return
    tokens, text = sentence.tokens, sentence.text
    for span, name in names_of(sentence, known):
        before, end = text[: tokens[span.outer_start].start], tokens[span.outer_end - 1].end
        if len(name.split()) < 2 or _LATE.search(before):
            continue
        part = _part_led(sentence, end) if span.outer_start == 0 or text.startswith(", who ", end) else None
        if part is not None:
            yield _mention(sentence, span, name, part, "current")
            continue
        does, led = _DOES.match(text, end), _IS_LED.search(before[-60:])
        if does is not None and (span.outer_start == 0 or does.group().startswith(", who ")):
            house = _house_at(sentence, does.end())
        else:
            does, house = None, _house_at(sentence, 0) if led is not None else ""
        relation = does or led
        if house and relation is not None:
            soon = does is not None and does.group("soon") is not None
            yield _mention(sentence, span, name, (house, _title(relation)), "incoming" if soon else "current")


def _part_led(sentence: Sentence, place: int) -> tuple[str, str] | None:
    """The house of care, a part of which a verb behind somebody gives to lead, and the post so told; None for none."""
    told = _PART.match(sentence.text, place)
    words = told["part"].split() if told is not None else []
    duty = [word.lower() for word in words if word.lower() not in _SMALL]
    sure = bool(duty) and all(word in DEPARTMENTS or word in _LED_PARTS for word in duty)
    if told is None or not sure or _EFFORTS.intersection(duty):
        return None
    house = _house_at(sentence, told.end())
    return (house, f"head of {' '.join(words)}") if house else None


def _house_at(sentence: Sentence, place: int) -> str:
    """The house of care that begins at a place of the text; "" for a part of one or anything else."""
    tokens = sentence.tokens
    at = next((at for at, token in enumerate(tokens) if token.start >= place), len(tokens))
    at = skip_determiner(tokens, at)
    if at >= len(tokens) or not tokens[at].is_capital:
        return ""
    found = read_organization(tokens, at)
    if found is None or not (found.proper and found.noun):
        return ""
    house = slice_text(sentence.text, tokens, found.start, found.end)
    if tokens[found.end - 1].lower in _PARTS and _DEPARTMENT.search(house) is None:
        return ""
    following = tokens[found.end] if found.end < len(tokens) else None
    if following is not None and (following.lower == "'s" or following.lower in _PARTS):
        return ""
    return house if is_health(house) and not is_other_field(house) else ""


def _title(relation: re.Match[str]) -> str:
    if not relation.group("founded"):
        return "leader"
    return "co-founder" if relation.group("co") else "founder"


def _mention(sentence: Sentence, span: NameSpan, name: str, led: tuple[str, str], status: str) -> Mention:
    house, title = led
    post = PostSpan(title, house, "executive", title)
    return Mention(
        name, sentence.line, "predicate", (post,), span.prefix, span.credentials, status,
        quote=sentence.text[:QUOTE_LIMIT], weight=WEIGHT,
    )  # fmt: skip
