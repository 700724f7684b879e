"""What an organization did by the words of its own report: programs that the text ties to it and to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from research.pages.late_regex import late_regex
from research.pages.model import PageText, PersonFound, Program
from research.pages.programs import AIM, STARTED, STARTED_WORDS, clean, is_program, object_of, period_of, result_of
from research.pages.sentences import sentences
from research.pages.titles import head_class
from research.parse import fold, shorten

MAX_PROGRAMS = 8
MAX_LINE = 30_000
"""Characters of one paragraph that are read."""
MAX_SENTENCE = 900

_ITSELF = (
    r"(?:[Tt]he|[Oo]ur|[Tt]his)\s(?:hospital|health system|health center|health care system|system|clinic"
    r"|medical center|"
    r"organization|center|department)|[Ww]e|"
    r"(?:[A-Z][\w’'&-]{1,25}\s){0,6}(?:Health|Hospital|Healthcare|Medical Center|Clinic|System|Center|Hospitals)"
)
_ADVERBS = r"(?:has|have|recently|also|first|successfully|officially)"
_CHANGED_WORDS = ("expanded", "reduced", "increased", "improved", "decreased")
_VERB = rf"(?P<verb>{STARTED}|{'|'.join(_CHANGED_WORDS)})"
# Most words of a page begin otherwise, and are passed over without a look at each of the verbs.
_BEGINNINGS = "|".join(sorted({word[:2] for word in (*STARTED_WORDS, *_CHANGED_WORDS)}))
_ACT = rf"(?:{_ADVERBS}\s){{0,2}}{_VERB}\s"
_DONE = late_regex(rf"\s{_ACT}")
_BY_KIND = late_regex(rf"(?<!\w)(?:{_ITSELF})\s{_ACT}")
_ANNOUNCES = late_regex(
    r"\b(?:announc(?:e[sd]?|ing)|celebrat(?:e[sd]?|ing)|mark(?:s|ed)?)\sthe\s(?P<verb>opening|launch"
    r"|expansion|completion|introduction)\sof\s"
)
# The same words anywhere in a page, and the ends of what may stand before them.
_ANY_VERB = late_regex(rf"\s(?={_BEGINNINGS}){_VERB}(?=[\s“”\"])")
_ADVERB_BEFORE = late_regex(rf"\s{_ADVERBS}$")
_ANY_NOUN = tuple(f"the {noun} of" for noun in ("opening", "launch", "expansion", "completion", "introduction"))
_ITSELF_ENDS = (
    *("hospital", "system", "center", "clinic", "organization", "department", "We", "we"),
    *("Health", "Hospital", "Healthcare", "Center", "Clinic", "System", "Hospitals"),
)
_APPOSED = late_regex(
    r"(?P<what>(?<![\w’'])[A-Z][\w’'&-]{1,25}(?:\s(?:[A-Z][\w’'&-]{0,25}|for|of|the|and|to)){0,6}"
    r",\s(?:our|the\s(?:hospital|health system|system|clinic|center|organization|trust|foundation)[’']s)\s"
    r"(?:brand-?\s?)?new(?:est)?\s(?P<kind>(?:[\w’'/-]{2,20}\s){0,6}?"
    r"(?:program(?:me)?|initiative|campaign|service|clinic|project|partnership|center|unit)))\b"
    r"(?!\s(?!for\b|of\b|to\b|that\b|which\b|at\b|in\b|and\b|with\b|said\b|says\b)\w)"
)
"""A program by its name and what it is: "Elm Steps, our new diabetes prevention program"."""
_NEW_BEFORE = (", our new", ", our brand", "’s new", "'s new")
_QUOTED = late_regex(r"[“\"][^“”\"]{0,2000}(?:[”\"]|$)")


def _names_of(page: PageText, people: Sequence[PersonFound]) -> list[str]:
    names = {fold(person.organization) for person in people if person.organization} | {fold(page.site_name)}
    return [name[:80] for name in sorted(names) if len(name) > 3]


def may_tell_deeds(page: PageText, people: Sequence[PersonFound]) -> bool:
    """Whether the page can tell of such a program at all: most need no search for their main text."""
    text, names = fold(page.text), _names_of(page, people)
    if any(map(text.__contains__, (*_ANY_NOUN, *_NEW_BEFORE))):
        return True
    ends = (*_ITSELF_ENDS, *names)
    found = any(_is_deed(text, match.start(), ends) for match in _ANY_VERB.finditer(text))
    # To look closer costs more than to look for ends, and much less than the search for the main text.
    return found and _deed(text, names) is not None


def _is_deed(text: str, at: int, ends: tuple[str, ...]) -> bool:
    """Whether one of the ends stands before the place, or before one or two adverbs in front of it."""
    for _ in range(3):
        if text.endswith(ends, 0, at):
            return True
        adverb = _ADVERB_BEFORE.search(text[max(at - 16, 0) : at])
        if not adverb:
            return False
        at -= len(adverb.group(0))
    return False


def organization_programs(page: PageText, body: str, people: Sequence[PersonFound]) -> tuple[Program, ...]:
    """Programs that the report ties to the organization: started, opened, with what came of it where it is said.

    `body` is the report's main text. What quotes the same words as a person's own program is left out.
    """
    told = {fold(program.quote) for person in people for program in person.programs}
    known = _names_of(page, people)
    text = fold(page.text)
    found: list[Program] = []
    for sentence in _sentences(body):
        if shorten(sentence) in told or sentence not in text:
            continue
        spoken_out = _QUOTED.sub(lambda match: " " * len(match.group(0)), sentence)
        found_at = _deed(spoken_out, known)
        program = (_program(sentence, *found_at) if found_at else None) or _apposed(spoken_out, sentence)
        if program and not any(program.what == other.what for other in found):
            found.append(program)
        if len(found) >= MAX_PROGRAMS:
            break
    return tuple(found)


def _sentences(body: str) -> Iterator[str]:
    for line in body.splitlines():
        for piece in sentences(line[:MAX_LINE]):
            if len(piece) <= MAX_SENTENCE:
                yield fold(piece)


def _deed(sentence: str, known: Sequence[str]) -> tuple[int, re.Match[str]] | None:
    """Where the first words stand that say what the organization did, by a name of the page or by its kind."""
    if _DONE.search(sentence):
        kind = _BY_KIND.search(sentence)
        named = _named_deed(sentence, known)
        if named and (not kind or named[0] <= kind.start()):
            return named
        if kind:
            return kind.start(), kind
    announced = _ANNOUNCES.search(sentence)
    return (announced.start(), announced) if announced else None


def _named_deed(sentence: str, known: Sequence[str]) -> tuple[int, re.Match[str]] | None:
    """The first of the names, not within a word, that the deed follows at once."""
    first: tuple[int, re.Match[str]] | None = None
    for name in known:
        at = sentence.find(name)
        while at != -1 and (first is None or at < first[0]):
            within = at > 0 and (sentence[at - 1].isalnum() or sentence[at - 1] == "_")
            if not within and (match := _DONE.match(sentence, at + len(name))):
                first = at, match
            at = sentence.find(name, at + 1)
    return first


def _apposed(spoken_out: str, sentence: str) -> Program | None:
    """The program that a sentence names with what it is; None for a person: "Ann Vale, our new chief of service"."""
    if not any(map(spoken_out.__contains__, _NEW_BEFORE)):
        return None
    match = _APPOSED.search(spoken_out)
    if match is None or any(head_class(word.lower()) for word in match["kind"].split()):
        return None
    return Program(clean(match["what"]), "", period_of(sentence), shorten(sentence), of_person=False)


def _program(sentence: str, start: int, match: re.Match[str]) -> Program | None:
    if AIM.search(sentence[max(start - 30, 0) : match.end()]):
        return None
    verb = match["verb"]
    thing, result = object_of(sentence[match.end() :]), result_of(sentence, match.start("verb"))
    if len(thing.split()) < 2 or not is_program(thing, verb, led=False, has_result=bool(result)):
        return None
    what = f"{verb} of {thing}" if match.re.pattern == _ANNOUNCES.pattern else f"{verb} {thing}"
    return Program(clean(what), result, period_of(sentence), shorten(sentence), of_person=False)
