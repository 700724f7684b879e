"""What the sources of scholarly works share: a paper as a claim, affiliations as authors write them, ORCID and DOI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from research.connectors._asked_person import may_be_meant
from research.names import PersonName
from research.parse import cite, fold, shorten, without_markup
from research.types import Citation, Claim, Document, PartialDate, Place, Query, Record, Scalar

MOST_COAUTHORS = 10
EXTRACT_LIMIT = 300
# An address is found by its @ and read to the left by hand: an expression that starts at the letters is not linear.
_MAIL_DOMAIN = re.compile(r"@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})")
_MAIL_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-'")
_CUT = re.compile(
    r"electronic address:?|\be-?mail(?: address)?:?|\[?\b\d{1,2}\]|\b(?:telephone|tel|phone|fax)\s?[.:][^;]{0,60}",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:universit|hospital|clinic|cent(?:er|re)|health|institut|college|school|system|foundation|academy|"
    r"medicine|medical|trust|council|agency|ministry|administration|infirmary|laborator)",
    re.IGNORECASE,
)
_PART_OF_ONE = re.compile(
    r"\A\s{0,3}(?:the )?(?:department|dept|division|section|service|unit|program|office|chair|from|"
    r"(?:school|faculty|college|laboratory) of)\b",
    re.IGNORECASE,
)
_US_PLACE = re.compile(
    r", ?([A-Z][A-Za-z .'-]{1,40}), ?([A-Z]{2})(?: \d{5}(?:-\d{4})?)?,? (?:USA|U\.S\.A|United States)"
)
_ALL_TOGETHER = re.compile(r"authors?['’] affiliations?", re.IGNORECASE)
_CONCLUSION = re.compile(r"\b(?:CONCLUSIONS?|Conclusions?)(?:\s{0,2}:|\s{0,2}and\s\w{3,20}:|\s(?=[A-Z]))")


@dataclass(frozen=True, slots=True)
class Author:
    """One author of a paper. `position` counts from 1."""

    name: PersonName
    label: str
    position: int
    affiliations: tuple[str, ...] = ()
    orcid: str = ""
    """As the source writes it, "" when it gives none."""
    quote: str = ""
    """Words of the document that state the name, where `label` itself does not stand in it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A scholarly work as one source describes it. `authors` are the labels of all authors in their order."""

    title: str
    url: str
    authors: tuple[str, ...] = ()
    journal: str = ""
    doi: str = ""
    pmid: str = ""
    published: PartialDate | None = None
    kind: str = ""
    retracted: bool = False
    conclusion: str = ""
    """The authors' own conclusion, at most 300 characters, where the abstract marks it as such."""


def publication(record: Record, paper: Paper, position: int, citation: Citation) -> Claim:
    """The claim that the record's person wrote the paper; `position` counts from 1, 0 when it is not known.

    A retracted paper says so in details ("retracted": "yes"): it may be told, never praised.
    """
    others = [label for number, label in enumerate(paper.authors, start=1) if number != position and label]
    shown = "; ".join(others[:MOST_COAUTHORS])
    if len(others) > MOST_COAUTHORS:
        shown += f"; and {len(others) - MOST_COAUTHORS} more"
    details: dict[str, Scalar] = {
        "journal": paper.journal,
        "doi": paper.doi,
        "pmid": paper.pmid,
        "year": paper.published.year if paper.published else "",
        "position": f"{position} of {len(paper.authors)}" if position else "",
        "coauthors": shown,
        "kind": paper.kind,
        "conclusion": paper.conclusion,
        "retracted": "yes" if paper.retracted else "",
    }
    return Claim(
        record, "publication", paper.title, citation, start=paper.published,
        details={key: value for key, value in details.items() if value != ""},
    )  # fmt: skip


def authors_meant(query: Query, authors: Sequence[Author]) -> list[Author]:
    """The authors who can be the person asked for: by a known ORCID iD, else by name."""
    known = query.identifier("orcid")
    by_number = [author for author in authors if known and orcid_in(author.orcid) == known]
    return by_number or [author for author in authors if may_be_meant(query, author.name)]


def author_claims(document: Document, record: Record, author: Author, published: PartialDate | None) -> Iterator[Claim]:
    """What a paper says of one of its authors: name, ORCID iD, affiliations."""
    yield Claim(record, "name", author.label, cite(document, author.quote or author.label, url=record.url))
    number = orcid_in(author.orcid)
    if number:
        citation = cite(document, author.orcid, 0.95, url=record.url)
        yield Claim(record, "identifier", number, citation, details={"scheme": "orcid"})
    year = PartialDate(published.year) if published else None
    seen: set[object] = set()
    for text in author.affiliations:
        for claim in affiliation_claims(document, record, text, year):
            if claim.value not in seen:
                yield claim
            seen.add(claim.value)


def affiliation_claims(
    document: Document, record: Record, text: str, when: PartialDate | None = None
) -> Iterator[Claim]:
    """The organizations in an affiliation as an author writes it, without mail addresses and telephone numbers.

    `details` keep the whole line and the domain of a mail address: the address itself is never kept.
    """
    for line, domain in affiliation_lines(text):
        found = _US_PLACE.search(line)
        place = Place(found.group(1).strip(), found.group(2)) if found else None
        details: dict[str, Scalar] = {"as_given": shorten(line)}
        if domain:
            details["email_domain"] = domain
        for organization in organizations_in(line):
            yield Claim(
                record, "affiliation", organization, cite(document, line, url=record.url), start=when, end=when,
                place=place, organization=organization, details=details,
            )  # fmt: skip


def affiliation_lines(text: str) -> list[tuple[str, str]]:
    """The affiliations in one string, each with the domain of the mail address behind it ("" without one).

    "1] … [2] …" is two; mail addresses and telephones are cut out; each line stands literally in the text. A string
    for all authors of a paper together says nothing of one of them: no lines.
    """
    if _ALL_TOGETHER.match(text.lstrip()):
        return []
    pieces = _CUT.sub("\n", _without_addresses(text)).split("\n")
    found: dict[str, str] = {}
    last = ""
    for piece in pieces:
        line = fold(piece).strip(" .;,:()[]")
        if piece.startswith("@") and last:
            found[last] = found[last] or piece[1:].lower()
        elif len(line) > 3 and any(map(str.isalpha, line)) and not piece.startswith("@"):
            last = line
            found.setdefault(line, "")
    return list(found.items())


def _without_addresses(text: str) -> str:
    """The text with each mail address as a line of its own that holds "@" and the domain only."""
    parts, done = [], 0
    for found in _MAIL_DOMAIN.finditer(text):
        start = found.start()
        while start > done and text[start - 1] in _MAIL_LETTERS and found.start() - start < 64:
            start -= 1
        parts += [text[done:start], "\n@", found.group(1), "\n"]
        done = found.end()
    return "".join([*parts, text[done:]])


def organizations_in(line: str) -> list[str]:
    """The organizations that an affiliation names, without its departments; the whole line when none stands out."""
    parts = [part.strip() for part in re.split(r"[,;]", line)]
    found = []
    for number, part in enumerate(parts):
        if not _INSTITUTION.search(part) or _PART_OF_ONE.match(part):
            continue
        following = parts[number + 1] if number + 1 < len(parts) else ""
        # "University of California, San Francisco": the comma belongs to the name.
        if (
            re.match(r"(?:the )?university of\b", part, re.IGNORECASE)
            and following
            and not any((_INSTITUTION.search(following), len(following) <= 3, any(map(str.isdigit, following))))
        ):
            found.append(f"{part}, {following}")
            continue
        found.append(part)
    return list(dict.fromkeys(found))[:4] or [shorten(line, 200)]


def orcid_in(text: str) -> str:
    """The ORCID iD in a text ("https://orcid.org/0000-…", 16 digits, blanks) as 0000-0000-0000-0000; "" when it is
    none: the last character is a check digit (ISO 7064, mod 11-2)."""
    digits = re.sub(r"[^0-9X]", "", text.upper().removeprefix("HTTPS://ORCID.ORG/").removeprefix("HTTP://ORCID.ORG/"))
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        return ""
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[15] != ("X" if check == 10 else str(check)):
        return ""
    return "-".join(digits[start : start + 4] for start in (0, 4, 8, 12))


def doi_in(text: str) -> str:
    """The DOI in a text or address, in lower case; "" when there is none."""
    found = re.search(r"10\.\d{4,9}/[^\s\"<>]{1,200}", text)
    return found.group().lower().rstrip(".,;") if found else ""


def conclusion_in(abstract: str) -> str:
    """What the abstract itself marks as its conclusion, cut at a sentence's or word's end; "" without such a mark."""
    marks = list(_CONCLUSION.finditer(abstract))
    return first_sentences(abstract[marks[-1].end() :]) if marks else ""


def first_sentences(text: str, limit: int = EXTRACT_LIMIT) -> str:
    """As many whole sentences as fit into `limit` characters, at least a cut first one."""
    text = fold(text)
    if len(text) <= limit:
        return text
    end = max(text.rfind(mark, 0, limit) for mark in (". ", "? ", "! "))
    return text[: end + 1] if end > 0 else shorten(text, limit)


def title_of(text: str) -> str:
    """A title without markup and without the full stop that bibliographies put behind it."""
    title = without_markup(text)
    return title.removesuffix(".") if not title.endswith("..") else title


def known_orcid(query: Query) -> str:
    """The ORCID iD known of the person, checked; "" when there is none."""
    return orcid_in(query.identifier("orcid") or "")
