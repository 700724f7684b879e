"""What the sources that are searched by a person's name share: does an entry carry the name, the organization?

This only sorts out entries that cannot be meant. Whether one *is* the person, `resolve` decides from the claims.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from research.connector import Drift
from research.errors import RateLimited, Refused, Unavailable
from research.name_matching import compare
from research.names import PersonName, parse_name
from research.organizations import comparable, distinctive
from research.parse import fold, shorten, stands_in, text_of
from research.types import QUOTE_LIMIT, Document, PartialDate, Query

# A text is compared in pieces that overlap by more than the longest name of an organization.
_PIECE, _STEP = 300, 150
_BEFORE_SURNAME = 60
_LONGEST_GIVEN_NAMES = 3
_MOST_SURNAMES = 100  # A text that holds the surname more often is a list, or made to be slow.
_PREFIXES = frozenset({"Dr.", "Mr.", "Ms.", "Mrs.", "Prof."})


def asked_name(query: Query) -> PersonName:
    """The name of the query in parts."""
    return parse_name(query.name)


def name_from_parts(given: str, family: str) -> PersonName:
    """A name that a source gives in two parts; "J R" and "JR" (initials without a blank) are read alike.

    In a register of capitals "BOB" is a name: only beside a surname in small letters are capitals initials.
    """
    words = given.replace(".", " ").split()
    if len(words) == 1 and 1 < len(words[0]) <= 3 and words[0].isupper() and not family.isupper():
        words = list(words[0])
    return PersonName(words[0] if words else "", " ".join(words[1:]), family)


def may_be_meant(query: Query, name: PersonName | str) -> bool:
    """Whether an entry with this name can be about the person asked for: same surname, and a first name that is
    equal, a nickname of it, or its initial."""
    return compare(asked_name(query), name).verdict != "different"


def _plain_letter(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[:1].lower()


def mention_of(query: Query, text: str) -> str:
    """The name as the text writes it ("Bob Q. Roe"), when the full name of the person stands in it; else ""."""
    asked = asked_name(query)
    if not asked.given or not asked.family:
        return ""
    # Letter for letter, so that a place in the plain text is the same place in the text.
    plain = "".join(map(_plain_letter, text))
    family = r"\s{1,3}".join(re.escape("".join(map(_plain_letter, word))) for word in asked.family.split())
    for found in islice(re.finditer(rf"(?<!\w){family}(?!\w)", plain), _MOST_SURNAMES):
        for start in _starts_of_names(text, found.start()):
            written = text[start : found.end()]
            if compare(asked, written).verdict in ("equal", "compatible"):
                return written
    return ""


def _starts_of_names(text: str, surname_at: int) -> Iterator[int]:
    """Where one, two and three words before the surname begin; a comma or full stop after a word ends the name."""
    begin = max(0, surname_at - _BEFORE_SURNAME)
    words = list(re.finditer(r"\S{1,60}", text[begin:surname_at]))
    for count, word in enumerate(reversed(words), start=1):
        letters = word.group().strip("\"'“‘(")
        if count > _LONGEST_GIVEN_NAMES or not letters[:1].isupper() or letters[-1] in ",;:!?)":
            return
        if letters.endswith(".") and len(letters) > len("J.") and letters not in _PREFIXES:
            return
        yield begin + word.start() + len(word.group()) - len(word.group().lstrip("\"'“‘("))


def names_organization(text: str, organization: str) -> bool:
    """Whether the organization's name stands in the text, word for word (articles, legal forms, punctuation aside)."""
    wanted = comparable(organization)
    return bool(wanted) and any(
        f" {wanted} " in f" {comparable(text[start : start + _PIECE])} " for start in range(0, len(text), _STEP)
    )


def stretch_naming(text: str, organization: str) -> str:
    """A stretch of the folded text, at most as long as a quote, in which the organization's name stands; else ""."""
    text, wanted = fold(text), comparable(organization)
    if not wanted:
        return ""
    for start in range(0, len(text), _STEP):
        begin = text.find(" ", start) + 1 if start else 0
        stretch = shorten(text[begin:])
        if f" {wanted} " in f" {comparable(stretch)} ":
            return stretch
    return ""


def may_be_organization(name: str, organization: str) -> bool:
    """Whether one of two names holds the other and is more than words that all hospitals share."""
    shorter, longer = sorted((comparable(name), comparable(organization)), key=len)
    return bool(distinctive(shorter)) and f" {shorter} " in f" {longer} "


def words_around(text: str, words: str) -> str:
    """A stretch of the folded text with the words in it, at most as long as a quote, from word to word."""
    text, words = fold(text), fold(words)
    at = text.find(words)
    if at < 0:
        return words
    start = max(0, at - (QUOTE_LIMIT - len(words)) // 2)
    if start:
        space = text.find(" ", start, at)
        start = space + 1 if space >= 0 else at
    return shorten(text[start:])


def date_in(text: object) -> PartialDate | None:
    """A date as a source writes it ("2019", "2019-05", "2019-05-03T…"), None when there is none that can be read."""
    if not isinstance(text, str):
        return None
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def web_address(text: object) -> str:
    """The text when it is an http(s) address, else ""."""
    if isinstance(text, str) and re.fullmatch(r"https?://[^\s<>\"]{4,1000}", text):
        return text
    return ""


def missing_fields(source: str, rows: Iterable[Mapping[str, object]], fields: Iterable[str]) -> Iterator[Drift]:
    """A `Drift` when fields that were asked for are in none of the rows: the source has renamed them."""
    seen: set[str] = set()
    for row in rows:
        seen.update(row)
    missing = sorted(set(fields) - seen)
    if seen and missing:
        yield Drift(f"{source}: fields that were asked for are missing: {missing}")


def quoted_term(text: str) -> str:
    """Words for use between quotation marks in a search language: without quotation marks, brackets, backslashes."""
    return " ".join(re.sub(r"[\"“”\\()\[\]{}:*?~^<>|]", " ", text).split())[:120]


def fields_in_a_row(document: Document, *fields: tuple[str, object]) -> str:
    """These fields of a JSON answer as they stand side by side in it (`"given": "Jane", "family": "Roe"`), for use
    as a quote; "" when they do not."""
    for ascii_only in (False, True):
        quote = ", ".join(f'"{key}": {json.dumps(value, ensure_ascii=ascii_only)}' for key, value in fields)
        if stands_in(document, quote):
            return quote
    return ""


def check_status(document: Document) -> None:
    """Turn an answer with an error status into the error it means. Raises: RateLimited, Refused, Unavailable."""
    status = document.status
    if status < 400:
        return
    said = shorten(" ".join(text_of(document)[:2000].split()), 160) if "html" not in document.media_type else ""
    message = f"{document.source} answered with status {status}" + (f": {said}" if said else ".")
    if status == 429:
        raise RateLimited(message, source=document.source)
    if status >= 500:
        raise Unavailable(message, source=document.source)
    raise Refused(message, source=document.source)
