"""A line of a page as the card reader sees it: a name, a title, both, an organization, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from research.names import is_credential
from research.pages.lexicon import (
    CONJUNCTIONS,
    DEPARTMENTS,
    GRAMMAR,
    HONORIFICS,
    LEADING,
    ORGANIZATION_NOUNS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    SENIORITY,
    VERBS,
)
from research.pages.mention import is_clinical
from research.pages.model import Line
from research.pages.open_titles import open_title
from research.pages.organizations_named import read_organization
from research.pages.page_owner import is_health, whole_organization
from research.pages.person_names import find_names, is_name_line, may_be_name, read_name_line
from research.pages.titles import PostSpan, TitleReader, TitleSpan, head_class
from research.pages.tokens import Token, is_dash, slice_text, tokenize

Kind = Literal["name", "pair", "title", "department", "organization", "text", "label", "other"]
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|said|says|joined|serves|served|received|earned|holds|"
    r"named|appointed|he|she|his|her|we|our|you"
    r"|who|which|they|announces|announced|appoints|names|promoted|elected|welcomes|honored|awarded|"
    r"wins|receives|hired|joins|becomes|today)\b"
)
_HEADLINE = re.compile(
    r"\b(?:named|appointed|promoted|elected|appoints?|names|announces?|welcomes?|receives?|received|"
    r"honored|joins|joined|wins|hires?|hired|selected"
    r"|recognized|celebrates?|becomes|retires|retiring|returns|leads|shares|discusses|awarded|earns|"
    r"visits|opens|launches|to lead|interviews?|steps)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\[?\b(?:email|phone|fax|tel)\b|@(?!\s)|https?://|www\.|\d{3}[-.\s]\d{3,4}|^\d+\s\w+|"
    r"\b[A-Z]{2}\s\d{5}\b|\bP\.?O\.? Box\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\A(?:(?P<org>[A-Z].{1,80}?)\s{1,3})?(?P<body>(?:board|council) of (?:directors|trustees|commissioners|"
    r"governors|managers|supervisors|regents|visitors|health)"
    r"|board members|governing board|board)(?:\s{1,3}(?:members|officers|of directors))?"
    r"(?:\s{1,3}(?:FY\s?)?\d{4}(?:\s?[-–]\s?\d{2,4})?)?",
    re.IGNORECASE,
)
_CUM = re.compile(r"\s{0,2}[-–]?\s{0,2}\bcum\b\s{0,2}[-–]?\s{0,2}", re.IGNORECASE)
"""What joins two posts of one person in India: "Chairman-cum-Managing Director"."""
_ADDRESS_OF = re.compile(r"\b(?:message|desk|speech|greetings?|corner|note|welcome)\s{0,2}:?$", re.IGNORECASE)
"""The heading over somebody's words: "Director's Message", "From the Chairman's Desk"."""
_EMPTY = re.compile(r"\b(?:vacant|vacancy|tba|tbd|to be (?:announced|determined|named|filled))\b", re.IGNORECASE)
_DEGREE = re.compile(r"(?:bachelors?|masters?|doctorate|doctor of|associate of|diploma|certificate)\b", re.IGNORECASE)
_AUDIENCE = re.compile(
    r"\A(?:new\s)?([A-Z][\w /&-]{1,50}?)s?\s(?:attendees|participants|speakers|panelists|panel|"
    r"roundtable|council|forum|members)"
    r"(?:\s(?:to|by|\(|[–—-]).{0,50})?",
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
    r"\A(?:name|position|title|role|post|designation|job title|job|office)\s{0,3}:\s{0,3}(?=\S)"
    r"|\A(?:(?:\d{4}|the|our|featured|keynote)\s){0,2}(?:honou?ree|finalist|winner|recipient|awardee|nominee|runner-up"
    r"|inductee|guest|speaker|presenter|panelist|moderator|host|[\w’' -]{3,40} of the (?:year|month))"
    r"\s{0,3}(?:[:|]|\s[–—-])\s{1,3}(?=\S)",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH}\s(?:\d{{1,2}},\s)?\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}})"
_DATED = re.compile(rf"(?<=\w)\s{{1,3}}{_DAY}(?:\s{{1,3}}{_DAY})?$")
"""The dates of a seat behind a name, as the row of a table has them: "Jane Roe March 11, 2017 March 2020"."""
_TERM_ALONE = re.compile(
    rf"(?:(?:first\s)?(?:elected|appointed|joined|since|term(?:\s(?:expires|ends|began))?)):?\s(?:in\s)?{_DAY}"
    rf"(?:\s?[-–]\s?(?:{_DAY}|present))?",
    re.IGNORECASE,
)
"""A line of a card that tells only since when, or how long: "Elected 2012"."""
_ATTENDANCE = re.compile(r"\s\((?!interim|acting|elect|emerit|part|full|volunteer|ex-)[a-z\d][^()]{0,30}\)$")
"""What minutes put behind an entry: "Jane Roe, Secretary (excused)", "(3:06pm)"."""
_LABEL_ALONE = re.compile(
    r"(?:name|name and credentials|position|title|role|post|designation|job title)\s?:?", re.IGNORECASE
)
_TEAMS = frozenset({"team", "teams", "leadership"})
MAX_TEAM = 4
"""Words of a heading that speaks of a team."""
_LEADING_WORDS = re.compile(
    r"^(?:our|the|meet (?:our|the)|current|(?:the )?members of (?:the|our)|\d{1,2}|"
    r"\d{4}(?:\s{0,3}[-–]\s{0,3}\d{2,4})?)\s{1,3}",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s{0,3}[:|]\s{1,3}|\s{1,3}[–—-]\s{1,3}|,\s{1,3}")
_STATES = frozenset({"PA"})
"""Credentials of clinicians that are a state's letters as well."""
_OPENERS = PREPOSITIONS | PRONOUNS | CONJUNCTIONS
_NO_DUTIES = {"leadership", "team", "staff", "board", "management", "our", "administration"}
_LOWER_WORDS = GRAMMAR | DEPARTMENTS
_RANKS = DEPARTMENTS | SENIORITY
_DUTY_WORDS = (_RANKS | {"and", "of", "for", "the"}) - {"school", "undergraduate", "university", "college"}
_LISTED_WORDS = {"of", "and", "for", "the", "at", "in"}
MAX_SHORT = 200
MOST_PARTED = 6
"""Posts between semicolons on one line."""
MAX_LETTERS = 7
"""Letters of a credential."""
_KEPT = 1024
"""Lines of which the reading is kept: each stands above another, may head a list, and is read for whose page it is."""


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


@lru_cache(maxsize=_KEPT)
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


@lru_cache(maxsize=_KEPT)
def read_title_line(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts and status of a line that is a title and nothing else; None where it is none."""
    if ";" in text and (several := _parted_posts(text)) is not None:
        return several
    if (told := open_title(text.strip())) is not None:
        return (told,), "current"
    if "“" in text or '"' in text:
        return None  # what somebody says follows
    if _CUM.search(text):
        return _both_at_once(text)
    stopped = text.rstrip().endswith(".")
    text = _behind_credentials(without_credentials(text.strip().rstrip(".;")))
    tokens = tokenize(text)
    if (
        not tokens
        or (tokens[0].lower in _OPENERS and not tokens[0].text.isupper())
        or len(text) > MAX_SHORT
        or len(tokens) > 40
        or _SENTENCE.search(text)
        or _EMPTY.search(text)
        or _ADDRESS_OF.search(text)
    ):
        return None
    spans = TitleReader(text, tokens, card=True).find()
    if not spans:
        return None
    first = spans[0]
    start = first.outer_start
    if stopped and any(t.text.islower() and t.lower in VERBS for t in tokens[first.outer_end :]):
        return None  # a sentence: "CEO of Oak, spoke on Monday."
    if start > 0 and not all(t.is_capital or not t.is_word or t.lower in _LOWER_WORDS for t in tokens[:start]):
        return None
    if (
        not tokens[0].is_capital
        and tokens[0].lower not in {"former", "interim", "acting"}
        and tokens[0].lower not in _RANKS
        and head_class(tokens[0].lower) is None
    ):
        return None
    if len(spans) > 1 and _name_between(tokens, spans):
        return None
    return _posts_of_line(text, tokens, spans), first.status


def _both_at_once(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of "Chairman-cum-Managing Director": one title as printed, of the first post's kind."""
    read = read_title_line(_CUM.sub(" & ", text))
    if read is None:
        return None
    posts, status = read
    shown = len(posts) == 1 and not posts[0].organization
    return ((PostSpan(text.strip(), "", posts[0].kind, posts[0].head),) if shown else posts), status


def _parted_posts(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of "President; CEO; Trustee", each between semicolons; None where a part is no title."""
    parts = [part.strip() for part in text.strip().rstrip(".;").split(";")]
    if not 1 < len(parts) <= MOST_PARTED:
        return None
    read = [read_title_line(part) for part in parts]
    posts = [post for one in read if one is not None for post in one[0]]
    return (tuple(posts), read[0][1]) if read[0] is not None and None not in read else None


def credentials_behind(text: str) -> tuple[str, ...]:
    """The holder's credentials behind a title: RN and MSN of "Chief Nursing Officer, RN, MSN"."""
    text = text.strip().rstrip(".;")
    title = without_credentials(text)
    return tuple(text[len(title) :].strip(", ").split(", ")) if len(title) < len(text) else ()


def without_credentials(text: str) -> str:
    """A title without the holder's credentials behind it: "Administrator, RN, WCC"."""
    parts = text.split(", ")
    kept = len(parts)
    while kept > 1 and parts[kept - 1].isupper() and len(parts[kept - 1]) > 1 and is_credential(parts[kept - 1]):
        kept -= 1
    # Letters that may as well be a state's or a house's count only beside a license or a degree in care.
    sure = any(is_clinical(part) and part not in _STATES for part in parts[kept:])
    return ", ".join(parts[:kept]) if sure else text


def _behind_credentials(text: str) -> str:
    """A title without the holder's credentials before it: "CM, BSN, Director of Nursing"."""
    parts = text.split(", ")
    at = 0
    while at + 1 < len(parts) and parts[at].isupper() and 1 < len(parts[at]) <= MAX_LETTERS:
        at += 1
    return ", ".join(parts[at:]) if any(map(is_clinical, parts[:at])) else text


def _name_between(tokens: list[Token], spans: list[TitleSpan]) -> bool:
    """Whether another person stands between two titles of a line: then it lists several."""
    taken = [any(s.start <= at < s.end for s in spans) for at in range(len(tokens))]
    first, last = spans[0].outer_end, spans[-1].start
    return any(first <= name.start < last for name in find_names(tokens, taken))


def _posts_of_line(text: str, tokens: list[Token], spans: list[TitleSpan]) -> tuple[PostSpan, ...]:
    first, last = spans[0], spans[-1]
    if len(spans) == len(first.posts) == 1 and tokens[first.start].lower == "program" and first.end == len(tokens):
        house = whole_organization(first.posts[0].organization)
        if house is not None and not house.noun:  # the program's own name: "Elmway IOP Program Director"
            return (PostSpan(text, "", first.posts[0].kind, first.posts[0].head),)
    posts = [post for span in spans for post in span.posts]
    kind, head = posts[0].kind, posts[0].head
    begin = 0 if first.outer_start == first.start else first.start
    if first.status in {"former", "outgoing", "incoming"}:
        begin = first.start
    if len(spans) == 1 and len(posts) == 1:
        return (_rest(text, tokens, first, begin, posts[0]),)
    if all(not post.organization for post in posts[:-1]) and len(spans) == 1:
        return tuple(posts)
    if any(post.organization for post in posts):
        return tuple(posts)
    return (PostSpan(slice_text(text, tokens, begin, max(last.end, len(tokens))), "", kind, head),)


def _rest(text: str, tokens: list[Token], span: TitleSpan, begin: int, post: PostSpan) -> PostSpan:
    """One title with what stands behind it on its line: an organization, or more of the title."""
    organization, end = post.organization, span.end
    prefix = begin == 0 and span.start > 0 and not organization
    at = max(span.outer_end, span.end)
    if at < len(tokens) and not organization:
        mark = (
            at + 1
            if tokens[at].text in {",", "|", "•", "·", "(", "@"}
            or is_dash(tokens[at])
            or tokens[at].lower in {"at", "of", "for", "with"}
            else at
        )
        found = read_organization(tokens, mark, dashes=True) if mark < len(tokens) and tokens[mark].is_capital else None
        if (
            found
            and mark > at
            and found.end >= len(tokens) - 1
            and (found.noun or tokens[mark + 1 : mark + 2] == [] or tokens[mark + 1].text != "/")
            and (found.proper and (found.noun or tokens[at].text in {",", "|", "@"} or tokens[at].lower == "at"))
        ):
            organization = slice_text(text, tokens, found.start, found.end)
        elif (
            mark > at
            and mark < len(tokens)
            and tokens[at].lower in {"at", "of"}
            and mark == len(tokens) - 1
            and tokens[mark].is_word
        ):
            organization = tokens[mark].text
        elif house := _house_at_end(text[tokens[at].start :]):
            organization, end = house, at + len(tokenize(text[tokens[at].start : len(text) - len(house) - 1]))
        else:
            end = len(tokens)
    title = slice_text(text, tokens, begin if prefix else max(begin, span.start), max(end, span.end)).rstrip(
        " ,;:–—-|("
    )
    return PostSpan(title, organization, post.kind, post.head)


def _house_at_end(text: str) -> str:
    """The organization behind the last comma of a title that goes on: "Strategy Development, Oak Medical Center"."""
    house = text.rpartition(", ")[2] if ", " in text else ""
    span = whole_organization(house) if house else None
    return house if span is not None and span.noun and span.proper and span.strong and is_health(house) else ""


def is_department_line(text: str) -> bool:
    """A duty without a head noun: "Human Resources & Compliance", "Quality Oversight"."""
    tokens = tokenize(text)
    words = [t for t in tokens if t.is_word]
    if (
        not 1 < len(words) <= 8
        or len(text) > 80
        or not tokens[0].is_capital
        or tokens[0].lower in {"licensed", "registered", "certified"}
    ):
        return False
    return all(t.lower in _DUTY_WORDS for t in words) and any(t.lower in DEPARTMENTS for t in words)


def is_group(text: str) -> bool:
    """Whether a heading speaks of several people: "Past Presidents"."""
    return text.strip().lower().rstrip(":").rpartition(" ")[2] in PLURALS


def is_duty(text: str) -> bool:
    """A department alone under a title: "Finance", "Patient Care Services"."""
    words = text.replace("&", " ").replace(",", " ").lower().split()
    if not 0 < len(words) <= 6 or len(text) >= 60 or not text[:1].isupper() or not set(words) - _NO_DUTIES:
        return False
    return all(word in _DUTY_WORDS for word in words)


def classify(number: int, line: Line) -> Entry:
    """What a line is for the card reader."""
    if _LABEL_ALONE.fullmatch(line.text):
        return Entry(number, line, "label")
    label = _LABEL.match(line.text)
    text = line.text[label.end() :] if label else line.text
    if len(text) > MAX_SHORT or (len(text) > 60 and text.endswith(".") and _SENTENCE.search(text)):
        return Entry(number, line, "text")
    if _TERM_ALONE.fullmatch(text):
        return Entry(number, line, "label")
    if CONTACT.search(text) and not _DATED.search(text):
        return Entry(number, line, "other")
    if (told := open_title(text)) is not None:
        return Entry(number, line, "title", None, (told,))
    name = read_name(text)
    if name is not None and name.rest and _second_name(name.rest):
        return Entry(number, line, "text")
    if name is not None and is_name_line(text):
        return Entry(number, line, "name", name)
    if _SENTENCE.search(text) or _HEADLINE.search(text):
        return Entry(number, line, "text")
    paired = _paired(number, line, text, name)
    if paired is not None:
        return paired
    title = read_title_line(_without_brackets(text))
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
            or (span.proper and (span.end - span.start > 1 or text.isupper()))
        )
        and not _NAVIGATION.search(text)
        and not text.lower().rstrip(".").endswith("committee")
        and not _DEGREE.match(text)
    ):
        return Entry(number, line, "organization")
    return Entry(number, line, "other")


def _without_brackets(text: str) -> str:
    """A title without the brackets around all of it: "(Medical Director)"."""
    inside = text[1:-1]
    whole = text.startswith("(") and text.endswith(")") and "(" not in inside and ")" not in inside
    return inside.strip() if whole else text


def _ends_as_group(text: str, posts: tuple[PostSpan, ...]) -> bool:
    """Whether the "title" is an organization's name with a calling in it: "Unity Physician Group"."""
    last = text.split()[-1].lower().strip(".,") if text.split() else ""
    if last in _TEAMS and len(text.split()) <= MAX_TEAM and posts[-1].title == text:
        return True  # "Executive Team"
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
    return name if 0 < len(words) <= 12 and plain and not _SENTENCE.search(text) else None


def _title_then_name(text: str) -> tuple[Named, tuple[PostSpan, ...], str] | None:
    """A line such as "President, Jane Roe, RN" or "Treasurer: Bob Doe": the name and the posts."""
    for match in _PARTED.finditer(text):
        if ": " in text[: match.start()]:
            break  # "Members: Jane Roe, Bob Doe": no title has a name in it
        rest = text[match.end() :]
        name = read_name(rest) if is_name_line(rest) else None
        read = read_title_line(text[: match.start()]) if name is not None else None
        if name is not None and read is not None and (name.words < 5 or name.credentials or name.prefix):
            return name, *read
    return None


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


@lru_cache(maxsize=_KEPT)
def post_heading(text: str) -> PostSpan | None:
    """The post that a heading gives to the people under it: "Vice Presidents", "Board of Trustees"."""
    text = _LEADING_WORDS.sub("", _AS_OF.sub("", text.strip()).rstrip(":"))
    if len(text) > 90 or _SENTENCE.search(text) or _HEADLINE.search(text):
        return None
    audience = _AUDIENCE.fullmatch(text)
    text = audience.group(1) if audience else text
    body = _BODY.fullmatch(text)
    if body:
        title = body.group("body")
        printed = body.group("org") or ""
        group = printed.rstrip(" –—-|:")
        named = whole_organization(group) if group else None
        whole = text if group == printed else group  # "Oak Authority – Board of Directors" is Oak Authority's
        own = whole if named is not None and named.proper and (named.noun or len(group.split()) > 1) else ""
        title = "Board Member" if own and title.lower() == "board" else title
        return PostSpan(title if own or not group else text, own, "board", "board")
    tokens = tokenize(text)
    if not tokens:
        return None
    last = tokens[-1].lower
    if last in _TEAMS:
        return None  # "Executive Team": what each of them is stands on a line of its own
    words = [t.text for t in tokens]
    if last in PLURALS:
        words[-1] = PLURALS[last].title() if tokens[-1].text[0].isupper() and len(last) > 4 else PLURALS[last]
        single = text[: tokens[-1].start] + words[-1]
    else:
        single = text
    read = read_title_line(single)
    if read is None or len(read[0]) != 1:
        return None
    if (
        last in {"executives", "leaders", "executive", "leader", "officers", "officer"}
        and len(tokens) < 3
        and last != "trustees"
    ):
        return None
    return read[0][0]


def heading_of_group(text: str) -> bool:
    """Whether a line speaks of several people as the heading of a list does: "Board of Trustees", "Current Members"."""
    text = _AS_OF.sub("", text)
    if len(text) > MAX_GROUP or text.endswith((".", ",", ";")):
        return False
    post = post_heading(text)
    if post is None:
        return text.strip().lower().rstrip(":") in _OFFICERS
    last = text.strip().lower().rstrip(":").rpartition(" ")[2]
    return last in PLURALS or last in {"members", "board"} or "board of " in text.lower()


def without_term(text: str) -> str:
    """A line of a list without the term that stands behind the name: "Jane Roe (term ends 2027)"."""
    found = _TERM.search(text) or _DATED.search(text)
    return text[: found.start()].rstrip(" ,–—-(") if found else text


_AS_OF = re.compile(r"(?:,\s|\s\()(?:effective|as (?:of|at|from)|from|since)\s[\w ,]{4,30}\)?:?$", re.IGNORECASE)
"""The day of a list behind its heading: "Elm Hospital Board, effective 18 May 2020:"."""
_OFFICERS = frozenset({"officers", "our officers", "board officers", "current officers"})
MAX_GROUP = 80
"""Characters of a heading over a list of names."""
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


def _under(prefix: str, word: str) -> bool:
    """Whether an ordinary word is a name by the honorific before it: "Dr. Paul Winner"."""
    return bool(prefix) and word.isalpha() and word[0].isupper() and word[1:].islower()
