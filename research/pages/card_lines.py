"""A line of a page as the card reader sees it: a name, a title, both, an organization, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from research.names import is_credential
from research.pages.care_names import is_health
from research.pages.lexicon import (
    DEPARTMENTS,
    GRAMMAR,
    HONORIFICS,
    LEADING,
    NOT_IN_NAMES,
    ORGANIZATION_NOUNS,
)
from research.pages.model import Line
from research.pages.name_marks import bracketed_credentials, ends_as_calling, without_bars
from research.pages.open_titles import open_title
from research.pages.person_names import find_names, is_name_line, may_be_name, may_be_surname, read_name_line
from research.pages.title_lines import ANNOUNCES, KEPT, MAX_SHORT, RANKS, TEAMS, TELLS, read_title_line
from research.pages.titles import PostSpan
from research.pages.tokens import is_dash, slice_text, tokenize
from research.pages.whole_names import whole_organization

Kind = Literal["name", "pair", "title", "department", "organization", "text", "label", "other"]
CONTACT = re.compile(
    r"\[?\b(?:email|phone|fax|tel)\b|@(?!\s)|https?://|www\.|\d{3}[-.\s]\d{3,4}|^\d+\s\w+|"
    r"\b[A-Z]{2}\s\d{5}\b|\bP\.?O\.? Box\b",
    re.IGNORECASE,
)
_MAY_BE_CONTACT = ("@", "://", "www.", "email", "phone", "fax", "tel", "box")
_DIGIT = re.compile(r"\d")
_DEGREE = re.compile(
    r"(?:(?:[MB]\.?\s?Sc|M\.?Phil|M\.?B\.?B\.?S|B\.?D\.?S|[BM]\.?\s?Com|LL\.?\s?[BM])\b"
    r"|(?:bachelors?|masters?|doctorate|doctor of|associate of|diploma|certificate)\b)",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"\b(?:prev|next|previous|more|back|read|view|bio|biography|profile|learn|click|contact|full|close"
    r"|video|here|watch|play"
    r"|open|show|hide|download)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\s\([A-Z][\w ]{1,15}\.\)?$|(?:,\s[A-Z][\w.’' -]{1,30})?,\s(?:[A-Z]{2}|[A-Z][a-z]{2,20}\.?)$")
_LABEL = re.compile(
    r"\A(?:name|(?:current\s)?(?:position|title|role)|post|designation|job title|job|office|(?:health\s)?organization"
    r"|hospital|facility|employer|workplace)\s{0,3}:\s{0,3}(?=\S)"
    r"|\A(?:(?:\d{4}|the|our|featured|keynote)\s){0,2}(?:honou?ree|finalist|winner|recipient|awardee|nominee|runner-up"
    r"|inductee|guest|speaker|presenter|panelist|moderator|host|[\w’' -]{3,40} of the (?:year|month)"
    r"|(?:[\w’'-]{2,16}\s){0,3}spotlight(?:\son)?)"
    r"\s{0,3}(?:[:|]|\s[–—-])\s{1,3}(?=\S)",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH}\s(?:\d{{1,2}},\s)?\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}})"
_DATED = re.compile(rf"(?<=\w)\s{{1,3}}{_DAY}(?:\s{{1,3}}{_DAY})?$")
"""The dates of a seat behind a name, as the row of a table has them: "Jane Roe March 11, 2017 March 2020"."""
_MEETS = re.compile(r"(?:get to know|meet|know|about|introducing|presenting)\s(?!(?:the|our|us|your)\b)", re.IGNORECASE)
"""What a heading says before the one whom the page is about: "Meet Dr. Jane Roe"."""
_TERM_ALONE = re.compile(
    rf"(?:(?:first\s)?(?:elected|appointed|joined|since|term(?:\s(?:expires|ends|began))?)):?\s(?:in\s)?{_DAY}"
    rf"(?:\s?[-–]\s?(?:{_DAY}|present))?",
    re.IGNORECASE,
)
"""A line of a card that tells only since when, or how long: "Elected 2012"."""
_ATTENDANCE = re.compile(r"\s\((?!interim|acting|elect|emerit|part|full|volunteer|ex-)[a-z\d][^()]{0,30}\)$")
"""What minutes put behind an entry: "Jane Roe, Secretary (excused)", "(3:06pm)"."""
_SINCE = re.compile(r"\s\((?:since|effective|as of|beginning|starting)\s[^()]{2,30}\)$", re.IGNORECASE)
"""Since when a title is held, in brackets behind it: "CFO (since 2019)"."""
_LABEL_ALONE = re.compile(
    r"(?:name|name and credentials|position|title|role|post|designation|job title)\s?:?", re.IGNORECASE
)
_AGED = re.compile(r"\d{2},\s")
"""What stands behind the name in "Ana Roe, 38, director", which is read as running text."""
MAX_TEAM = 4  # words of a heading that speaks of a team
_PARTED = re.compile(r"\s{0,3}[:|]\s{1,3}|\s{1,3}[–—-]\s{1,3}|,\s{1,3}")
_SECTIONS = frozenset(
    """committee subcommittee roles positions appointments posts responsibilities experience qualifications
    specializations specialties interests memberships affiliations awards honors publications education training
    certifications languages expertise skills achievements credentials""".split()
)
"""With what a line ends that heads a part of somebody's profile and names no house."""
_NO_DUTIES = {"leadership", "team", "staff", "board", "management", "our", "administration"}
_DUTY_WORDS = (RANKS | {"and", "of", "for", "the"}) - {"school", "undergraduate", "university", "college"}
_NAME_WORD = re.compile(r"[A-Z]\.|[A-Z][^\W\d_]{0,20}(?:[’'-][^\W\d_]{1,20}){0,2}\.?")
_NO_NAME = RANKS | ORGANIZATION_NOUNS | GRAMMAR | NOT_IN_NAMES
MOST_NAME_WORDS = 4
MOST_TITLED = 2
"""Words of a name that may be a title as well."""
_LISTED_WORDS = {"of", "and", "for", "the", "at", "in"}
_TOWN = re.compile(r"[A-Z][a-z’'-]{2,20}(?:\s[A-Z][a-z’'-]{2,20})?")


@dataclass(frozen=True, slots=True)
class Named:
    """A name at the beginning of a text; `rest` is what stands behind it and its credentials, `mark` before that."""

    name: str
    prefix: str
    credentials: tuple[str, ...]
    rest: str
    mark: str
    words: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as the card reader sees it."""

    number: int
    line: Line
    kind: Kind
    name: Named | None = None
    posts: tuple[PostSpan, ...] = ()
    status: str = "current"
    organization: str = ""


@lru_cache(maxsize=KEPT)
def read_name(text: str) -> Named | None:
    """The name that a text begins with."""
    read = read_name_line(text)
    if read is None:
        return None
    span, tokens = read
    at = span.outer_end
    mark = (
        tokens[at].text
        if at < len(tokens) and (tokens[at].text in {",", ":", "(", "|", "/", "."} or is_dash(tokens[at]))
        else ""
    )
    rest = text[tokens[at].end if mark else tokens[at].start :].strip() if at < len(tokens) else ""
    return Named(
        slice_text(text, tokens, span.start, span.end), span.prefix, span.credentials, rest, mark, span.end - span.start
    )


def is_department_line(text: str) -> bool:
    """A duty without a head noun: "Human Resources & Compliance", "Quality Oversight"."""
    tokens = tokenize(text)
    words = [t for t in tokens if t.is_word]
    if (
        not 1 < len(words) <= 8
        or len(text) > 80
        or not tokens[0].is_capital
        or tokens[0].lower in {"licensed", "registered", "certified", "privacy"}
    ):
        return False
    return all(t.lower in _DUTY_WORDS for t in words) and any(t.lower in DEPARTMENTS for t in words)


def is_duty(text: str) -> bool:
    """A department alone under a title: "Finance", "Patient Care Services"."""
    words = text.replace("&", " ").replace(",", " ").lower().split()
    if not 0 < len(words) <= 6 or len(text) >= 60 or not text[:1].isupper() or not set(words) - _NO_DUTIES:
        return False
    if words[0] == "privacy" and len(words) > 1:
        return False
    return all(word in _DUTY_WORDS for word in words)


def classify(number: int, line: Line) -> Entry:
    """What a line is for the card reader."""
    if _LABEL_ALONE.fullmatch(line.text):
        return Entry(number, line, "label")
    text = _bare(line)
    if len(text) > MAX_SHORT or (len(text) > 60 and text.endswith(".") and TELLS.search(text)):
        return Entry(number, line, "text")
    if _TERM_ALONE.fullmatch(text):
        return Entry(number, line, "label")
    if is_contact(text) and not _DATED.search(text):
        return Entry(number, line, "other")
    if (told := open_title(text)) is not None:
        return Entry(number, line, "title", None, (told,))
    name = None if ends_as_calling(text) else read_name(text)
    if name is not None and name.rest and (listed := bracketed_credentials(name.mark, name.rest)):
        return Entry(number, line, "name", replace(name, credentials=(*name.credentials, *listed), rest="", mark=""))
    if name is not None and name.rest and (_AGED.match(name.rest) or _second_name(name.rest)):
        return Entry(number, line, "text")
    if name is not None and is_name_line(text):
        return Entry(number, line, "name", name)
    if TELLS.search(text) or ANNOUNCES.search(text):
        return _remarked(number, line, text if name is None else "")
    paired = _paired(number, line, text, name)
    if paired is not None:
        return paired
    title = read_title_line(_without_brackets(_SINCE.sub("", text)))
    if title is not None and not _ends_as_group(text, title[0]):
        return Entry(number, line, "title", None, *title)
    if is_department_line(text):
        return Entry(number, line, "department")
    span = whole_organization(PLACE.sub("", text))
    if (
        span is not None
        and (
            (span.noun and span.proper)
            or span.strong
            or (span.proper and (span.end - span.start > 1 or text.isupper() or is_health(text)))
        )
        and not _NAVIGATION.search(text)
        and text.lower().rstrip(".:").rpartition(" ")[2] not in _SECTIONS
        and not _DEGREE.match(text)
    ):
        return Entry(number, line, "organization")
    return Entry(number, line, "other")


def _remarked(number: int, line: Line, text: str) -> Entry:
    """A sentence, or the title of a table with a remark in brackets: "Chief Nurse (promoted)"."""
    title = read_title_line(_ATTENDANCE.sub("", text)) if text.endswith(")") and _ATTENDANCE.search(text) else None
    return Entry(number, line, "text") if title is None else Entry(number, line, "title", None, *title)


def is_contact(text: str) -> bool:
    """Whether an address, a number or a label of one stands in a line; most have no sign of any."""
    lower = text.lower()
    return (_DIGIT.search(text) is not None or any(map(lower.__contains__, _MAY_BE_CONTACT))) and bool(
        CONTACT.search(text)
    )


def _bare(line: Line) -> str:
    """A line's words without a label before them, nor what a heading says before a name."""
    label = _LABEL.match(line.text)
    text = without_bars(line.text[label.end() :] if label else line.text)
    met = _MEETS.match(text) if line.role == "heading" else None
    return text[met.end() :] if met is not None and is_name_line(text[met.end() :]) else text


def _without_brackets(text: str) -> str:
    """A title without the brackets around all of it: "(Medical Director)"."""
    inside = text[1:-1]
    whole = text.startswith("(") and text.endswith(")") and "(" not in inside and ")" not in inside
    return inside.strip() if whole else text


def _ends_as_group(text: str, posts: tuple[PostSpan, ...]) -> bool:
    """Whether the "title" is an organization's name with a calling in it: "Unity Physician Group"."""
    last = text.split()[-1].lower().strip(".,:") if text.split() else ""
    if last in TEAMS and len(text.split()) <= MAX_TEAM and posts[-1].title == text:
        return True  # "Executive Team"
    if last == "members" and "authority" in text.lower():
        return True  # "Hospital Authority Members"
    return last in ORGANIZATION_NOUNS and posts[-1].kind in {"clinician", "staff", "other"} and "," not in text


def _second_name(rest: str) -> bool:
    """Whether another person with credentials or an honorific stands behind the first: then it is a sentence."""
    tokens = tokenize(rest)
    return any(span.certain and span.start > 1 for span in find_names(tokens))


def _name_then_title(name: Named) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of "Jane Roe, MD, Chief Medical Officer" or "Jane Roe - Chair"."""
    rest = name.rest.rstrip(")") if name.mark == "(" else _ATTENDANCE.sub("", name.rest)
    written = rest[:1].isupper() or (is_dash_mark(name.mark) and rest[:1].islower())
    if not written or not (name.mark or name.credentials or name.prefix):
        return None
    return read_title_line(rest)


def _office_in_brackets(name: Named) -> tuple[tuple[PostSpan, ...], str, str] | None:
    """The post of "Jane Roe – Oak Hospital (Board Chair)": on a board's list the brackets hold it."""
    before, bracket, inside = name.rest.rpartition(" (")
    if not bracket or not inside.endswith(")") or not name.mark or name.mark == "(":
        return None
    read = read_title_line(inside[:-1])
    if read is None or len(read[0]) != 1 or read[0][0].kind != "board":
        return None
    own = read_title_line(before)
    if own is not None and own[0][0].kind in LEADING and own[0][0].head != "department":
        return (*read[0], *own[0]), read[1], ""
    return *read, ""


def read_listed_name(text: str) -> Named | None:
    """The name of a line of a board's list with the employer or place behind it: "Jane Roe – Oak, Elm & Ash County"."""
    text = without_term(text)
    name = read_name(text)
    if name is not None and not name.rest:
        return name
    if name is None or not (is_dash_mark(name.mark) or name.mark in {",", "("}) or len(text) > 120:
        return None
    words = name.rest.rstrip(")").replace("&", " ").replace(",", " ").split()
    plain = all(word[:1].isupper() or word in _LISTED_WORDS for word in words)
    return name if 0 < len(words) <= 12 and plain and not TELLS.search(text) else None


def _title_then_name(text: str) -> tuple[Named, tuple[PostSpan, ...], str] | None:
    """A line such as "President, Jane Roe, RN" or "Treasurer: Bob Doe": the name and the posts."""
    for match in _PARTED.finditer(text):
        if ": " in text[: match.start()]:
            break  # "Members: Jane Roe, Bob Doe": no title has a name in it
        rest = text[match.end() :]
        name = read_name(rest)
        name = name if is_name_line(rest) or _is_from_town(name) else None
        read = _title_before(text[: match.start()]) if name is not None else None
        if name is not None and read is not None and (name.words < 5 or name.credentials or name.prefix):
            return name, *read
    return None


def _is_from_town(name: Named | None) -> bool:
    """Whether only a town stands behind a name and its credentials: "Treasurer: Jane Roe, RN, Oakvale"."""
    return name is not None and bool(name.credentials) and name.mark == "," and _TOWN.fullmatch(name.rest) is not None


def _title_before(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of the words before a name; the committee that some are elected to is one of a society's offices."""
    if text.casefold() == "nominating committee":
        return (PostSpan(text, "", "board", "member"),), "current"
    return read_title_line(text)


def _paired(number: int, line: Line, text: str, name: Named | None) -> Entry | None:
    """A name with its title or organization on one line, in either order."""
    if name is not None:
        office = _office_in_brackets(name)
        if office is not None:
            return Entry(number, line, "pair", name, *office)
        pair = _name_then_title(name)
        if pair is not None:
            return Entry(number, line, "pair", name, *pair)
        if name.mark and is_dash_mark(name.mark) and whole_organization(name.rest) is not None:
            return Entry(number, line, "name", name, organization=name.rest)
    led = _organization_then_name(text)
    if led is not None:
        return Entry(number, line, "name", led[0], organization=led[1])
    turned = _title_then_name(text)
    if turned is not None:
        return Entry(number, line, "pair", turned[0], turned[1], turned[2])
    return None


def is_dash_mark(mark: str) -> bool:
    """A dash or colon between a name and where the person works."""
    return mark in {"-", "–", "—", "|", ":"}


def _organization_then_name(text: str) -> tuple[Named, str] | None:
    """A line such as "Roe Health — Jane Doe": the name, and the organization before it."""
    left, dash, right = text.partition(" — ") if " — " in text else text.partition(" – ")
    if not dash or not is_name_line(right):
        return None
    name, span = read_name(right), whole_organization(left)
    if name is None or span is None or not ((span.noun and span.proper) or is_health(left)):
        return None
    return name, left


def without_term(text: str) -> str:
    """A line of a list without the term that stands behind the name: "Jane Roe (term ends 2027)"."""
    found = _TERM.search(text) or _DATED.search(text)
    return text[: found.start()].rstrip(" ,–—-(") if found else text


_TERM = re.compile(
    r"(?=[\s,(–—-])(?=(?s:.{0,100}+)\Z)"  # no match is longer
    r"(?:[\s,(–—-]{1,4}(?:(?:current |four-year |three-year )?terms?\b|expires|elected|appointed|since|through|exp\.)"
    r"[^()]{0,40}?\d{4}(?:\s?[-–]\s?(?:\d{2,4}|present))?\)?\.?$"
    r"|[\s,(–—-]{1,4}\d{4}\s?[-–]\s?(?:\d{2,4}|present)\)?$)",
    re.IGNORECASE,
)


def read_soft_name(text: str) -> Named | None:
    """Two or three capitalized words that may be a name though each is an ordinary word ("Will Case")."""
    words = text.split()
    prefix = words.pop(0) if len(words) > 2 and words[0].lower() in HONORIFICS else ""
    if not 2 <= len(words) <= 3 or not all(may_be_name(word) or _under(prefix, word) for word in words):
        return None
    return Named(" ".join(words), prefix, (), "", "", len(words))


def read_placed_name(text: str, *, titled: bool) -> Named | None:
    """A name that only its place on a card tells: "Monday Elmore", "JO NG, RN"; at most one word is an ordinary one.

    `titled`: the words could be a title as well, as "Dean Marlow" could.
    """
    parts = text.split(", ")
    words = parts[0].split()
    if not 2 <= len(words) <= MOST_NAME_WORDS or not all(map(_NAME_WORD.fullmatch, words)):
        return None
    if not all(map(is_credential, parts[1:])):
        return None
    lowers = [word.lower() for word in words]
    if titled and not (len(words) == MOST_TITLED and may_be_surname(lowers[0]) and may_be_name(words[1])):
        return None
    if sum(low in _NO_NAME for low in lowers) > (lowers[-1] not in ORGANIZATION_NOUNS) or lowers[-1] in TEAMS:
        return None
    return Named(parts[0], "", tuple(parts[1:]), "", "", len(words))


def _under(prefix: str, word: str) -> bool:
    """Whether an ordinary word is a name by the honorific before it: "Dr. Paul Winner"."""
    return bool(prefix) and word.isalpha() and word[0].isupper() and word[1:].islower()
