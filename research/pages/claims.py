"""From what a page says to claims: one record a person, one for the organization where the page tells its programs.

Every claim is cited with the words that state it. What cannot be cited literally is not claimed.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from research.errors import Unreadable
from research.names import fold_letters
from research.pages.house_figures import figures_of
from research.pages.lexicon import HEAD_CLASS
from research.pages.model import Extract, PersonFound, Post, Program
from research.pages.namesakes import PageSentences, shown_post, told_apart
from research.pages.private_life import is_private
from research.pages.quotable import has_contact, quotable, without_contact
from research.pages.standing import is_of_predecessor, standing_of
from research.pages.workplace import town_of, words_to_quote, workplace_of
from research.parse import cite, fold, shorten
from research.types import Citation, Claim, Document, PartialDate, Query, Record, Scalar

MAX_PEOPLE = 300
"""People of one page that become records; the longest staff pages measured have 60."""
SAID_LIMIT = 600
"""Longest saying that becomes a claim's value, in characters, cut at a sentence's end; its quote has at most 300."""

# How plainly each kind of statement says what we read out of it. A name and title on a card or behind a comma leave no
# doubt; a headline shortens; earlier posts and degrees hang on one more verb; a program's words are cut from a clause.
CONFIDENCE: Mapping[str, float] = {
    "card": 0.9,
    "sentence": 0.9,
    "headline": 0.7,
    "unsure": 0.6,
    "pdf": 0.75,
    "former_role": 0.85,
    "education": 0.85,
    "award": 0.8,
    "program": 0.7,
    "program_with_result": 0.8,
    "said": 0.9,
    "organization_program": 0.7,
    "house_figure": 0.8,
}
_LEADER = {True: "yes", False: "no", None: "unsure"}


@dataclass(frozen=True, slots=True)
class _Page:
    """What all claims of one document share."""

    extract: Extract
    document: Document
    sentences: PageSentences

    def is_theirs(self, person: PersonFound, quote: str, value: str) -> bool:
        """Whether the sentence of the words tells the value of this person, not of the one before, and of work."""
        return (
            not is_private(value)
            and not has_contact(value)
            and not is_of_predecessor(self.sentences.around(quote)[1], person.name, value)
        )

    def cited(self, confidence: float, *words: str) -> Citation | None:
        """A citation of the first of these words that stands in the document and tells nothing private; else None."""
        for quote in (public for text in words for public in quotable(text)):
            if not fold(quote) or is_private(quote):
                continue
            try:
                return cite(
                    self.document,
                    quote,
                    confidence,
                    title=self.extract.headline,
                    published=self.extract.published,
                    extra_text=self.extract.text,
                )
            except Unreadable:
                continue
        return None


@dataclass(frozen=True, slots=True)
class _Bearer:
    """One person of the page; `namesakes` is into how many people the page's mentions of the name were told apart."""

    person: PersonFound
    namesakes: int = 1


def claims_of(extract: Extract, document: Document, *, about: Query | None = None) -> Iterator[Claim]:
    """The claims of a document that `extract` was read from: people in the page's order, then the organization.

    A person that leads no health-care organization is given too, since that person may be the one asked for; the claim
    of the post says so (`details["leader"]`: yes, no or unsure). `about` names the organization where a page does not.
    """
    page = _Page(extract, document, PageSentences(extract))
    people = _people(extract, page.sentences)
    taken: set[str] = set()
    for person in people:
        number = _number(document.url, person.person, taken)
        yield from _of_person(page, person, number)
    yield from _of_organization(page, about)
    yield from _credited_programs(page, people)
    yield from _house_figures(page, about)


def record_id(url: str, name: str) -> str:
    """A short stable key of one name on one page, the same whatever the case, accents and spacing of the name."""
    key = " ".join(re.findall(r"\w+", fold_letters(name).casefold()))
    return hashlib.sha256(f"{url}|{key}".encode()).hexdigest()[:16]


def _people(extract: Extract, sentences: PageSentences) -> list[_Bearer]:
    """The people of the page, those whom its readers joined by name told apart."""
    found: list[_Bearer] = []
    for person in extract.people[:MAX_PEOPLE]:
        several = told_apart(person, sentences)
        found.extend(_Bearer(one, namesakes=len(several)) for one in several)
    return found


def _number(url: str, person: PersonFound, taken: set[str]) -> str:
    """The record's id: of the name alone, and with the post for each further bearer of the name on the page."""
    for words in (person.name, f"{person.name} {person.title} {person.organization}", f"{person.name} {person.quote}"):
        number = record_id(url, words)
        if number not in taken:
            break
    taken.add(number)
    return number


def _of_person(page: _Page, bearer: _Bearer, number: str) -> Iterator[Claim]:
    person = bearer.person
    record = Record(page.document.source, number, person.name, page.document.url, "person")
    plain = _plainness(page.extract, person)
    named = page.cited(plain, person.name, person.quote)
    if named is None:
        return
    details = {"namesakes": bearer.namesakes} if bearer.namesakes > 1 else {}
    yield Claim(record, "name", person.name, named, details=details)
    for credential in person.credentials:
        if fold(credential) and (citation := page.cited(plain, person.quote, credential)):
            yield Claim(record, "credential", credential, citation)
    for post in (shown_post(person), *person.also):
        yield from _post(page, record, post, plain, {"leader": _LEADER[person.leader]})
    for post in person.previous:
        yield from _post(page, record, post, CONFIDENCE["former_role"], {})
    yield from _career(page, record, person)


def _plainness(extract: Extract, person: PersonFound) -> float:
    if person.leader is None:
        return CONFIDENCE["unsure"]
    if extract.kind == "pdf":
        return CONFIDENCE["pdf"]
    if extract.headline and fold(person.quote) in fold(extract.headline):
        return CONFIDENCE["headline"]
    return CONFIDENCE["card" if extract.kind in ("people", "biography") else "sentence"]


def _post(page: _Page, record: Record, post: Post, confidence: float, details: Mapping[str, Scalar]) -> Iterator[Claim]:
    is_post = fold(post.title) and not _NO_POST.match(fold(post.title))
    number, sentence = page.sentences.around(post.quote)
    standing = standing_of(sentence, record.label, post.title, page.sentences.behind(number, sentence))
    if standing == "ended":
        post = replace(post, status="former")
    if not is_post or standing == "not held" or has_contact(f"{post.title} {post.organization}"):
        return
    organization = workplace_of(post, record.label, sentence)
    citation = page.cited(confidence, *words_to_quote(post, organization, sentence))
    if citation is None:
        return
    if post.inferred and organization.casefold() not in citation.quote.casefold():
        details = {**details, "organization_from": "page"}
    yield Claim(
        record,
        _predicate(post),
        fold(post.title),
        citation,
        start=post.since,
        end=_after(post.until, post.since),
        place=town_of(organization, sentence),
        organization=organization,
        status=post.status,
        details=details,
    )


_NO_POST = re.compile(
    r"\A(?:(?:bachelor|master|doctor|associate)(?:['’]s|s)?\s(?:of|in|degree)\b|.{0,80}\bdegree\b|resident$|recipient\b)",
    re.IGNORECASE,
)
"""What people hold and are that is no post: a degree, a home, an award."""


def _after(until: PartialDate | None, since: PartialDate | None) -> PartialDate | None:
    """The end, unless it lies before the beginning: then the words were misread."""
    return None if until and since and until.last_day() < since.first_day() else until


def _predicate(post: Post) -> str:
    if post.status == "former":
        return "former_role"
    return "board_seat" if is_board_seat(post.title) else "role"


def is_board_seat(title: str) -> bool:
    """Whether the title names a seat on a board and no post: "trustee", "board chair", not "chairman and CEO"."""
    front = re.split(r"\s(?:of|for|at)\s", title.lower(), maxsplit=1)[0]
    words = [word for word in re.findall(r"[\w-]+", front) if word != "board"]
    heads = [HEAD_CLASS[word] for word in words if word in HEAD_CLASS]
    member = re.search(
        r"\bboard (?:member|director|of (?:directors|trustees|commissioners|governors))\b", title.lower()
    )
    return bool(member and "executive" not in heads) or bool(heads and all(head == "board" for head in heads))


def _career(page: _Page, record: Record, person: PersonFound) -> Iterator[Claim]:
    for degree in person.education:
        if page.is_theirs(person, degree.quote, degree.degree or degree.school) and (
            citation := page.cited(CONFIDENCE["education"], degree.quote)
        ):
            yield Claim(record, "education", degree.degree or "Graduate", citation, organization=degree.school)
    for award in person.awards:
        if page.is_theirs(person, award.quote, award.name) and (
            citation := page.cited(CONFIDENCE["award"], award.quote)
        ):
            yield Claim(record, "award", award.name, citation, start=award.year)
    for program in person.programs:
        if page.is_theirs(person, program.quote, without_contact(program.what)):
            yield from _program(page, record, "program", program)
    for saying in person.sayings:
        words = _whole_sentences(saying.words)
        if not is_private(words) and (citation := page.cited(CONFIDENCE["said"], saying.quote, saying.words)):
            yield Claim(record, "said", words, citation)


def _program(page: _Page, record: Record, predicate: str, program: Program) -> Iterator[Claim]:
    kind = "program_with_result" if program.result else "program"
    confidence = CONFIDENCE[kind if predicate == "program" else predicate]
    if is_private(f"{program.what}. {program.result}"):
        return
    what, result = without_contact(program.what), without_contact(program.result)
    if citation := page.cited(confidence, program.quote):
        details = {key: value for key, value in (("result", result), ("period", program.period)) if value}
        yield Claim(record, predicate, what, citation, details=details)


def _whole_sentences(words: str) -> str:
    """The saying, cut behind the last sentence that fits."""
    words = fold(words)
    if len(words) <= SAID_LIMIT:
        return words
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s)", words[: SAID_LIMIT + 1])]
    return words[: ends[-1]].strip() if ends else shorten(words, SAID_LIMIT)


def _of_organization(page: _Page, about: Query | None) -> Iterator[Claim]:
    """The organization's own programs, where the page says whose they are."""
    name = _organization_of(page.extract, about)
    named = page.cited(CONFIDENCE["organization_program"], name) if name and page.extract.programs else None
    if named is None:
        return
    document = page.document
    record = Record(document.source, record_id(document.url, name), name, document.url, "organization")
    yield Claim(record, "organization_name", name, named)
    for program in page.extract.programs:
        yield from _program(page, record, "organization_program", program)


def _credited_programs(page: _Page, people: Iterable[_Bearer]) -> Iterator[Claim]:
    """What the organization's leaders are said to have done there: programs of the house too, with whose they are."""
    for person in (bearer.person for bearer in people):
        name = workplace_of(shown_post(person), person.name, page.sentences.around(person.quote)[1])
        if not person.leader or not name or not person.programs:
            continue
        named = page.cited(CONFIDENCE["organization_program"], name)
        if named is None:
            continue
        document = page.document
        record = Record(document.source, record_id(document.url, name), name, document.url, "organization")
        yield Claim(record, "organization_name", name, named)
        for program in person.programs:
            credited = {"person": person.name, "title": fold(person.title)}
            for claim in _program(page, record, "organization_program", program):
                yield replace(claim, details={**claim.details, **credited})


def _house_figures(page: _Page, about: Query | None) -> Iterator[Claim]:
    """Beds and employees of the houses that people of the page work at, and of the asked one."""
    asked = _as_written(_asked_organization(about), page.extract.text) if about else ""
    posts = (post.organization for person in page.extract.people for post in (shown_post(person), *person.also))
    for figure in figures_of(page.extract.text, (asked, *posts)):
        named = page.cited(CONFIDENCE["house_figure"], figure.name)
        cited = page.cited(CONFIDENCE["house_figure"], figure.quote)
        if named is None or cited is None:
            continue
        document = page.document
        record = Record(
            document.source, record_id(document.url, figure.name), figure.name, document.url, "organization"
        )
        yield Claim(record, "organization_name", figure.name, named)
        yield Claim(record, figure.predicate, figure.value, cited)


def _asked_organization(about: Query | None) -> str:
    return (about.name if about.kind == "organization" else about.organization) if about else ""


def _organization_of(extract: Extract, about: Query | None) -> str:
    """Whose programs they are: the one organization of the people named, or the asked one if the text names it.

    Not the page's owner by itself: a newspaper writes about others' programs.
    """
    posts = Counter(fold(person.organization) for person in extract.people if person.organization)
    if len(posts) == 1:
        return next(iter(posts))
    asked = _asked_organization(about)
    if asked and fold(asked).casefold() in fold(extract.text).casefold():
        return _as_written(asked, extract.text)
    owner = fold(extract.source_name)
    return owner if owner in posts else ""


def _as_written(name: str, text: str) -> str:
    """The name in the text's own letters; "" when it does not stand there."""
    if not name:
        return ""
    match = re.search(r"\s{1,5}".join(map(re.escape, name.split())), text, re.IGNORECASE)
    return fold(match.group(0)) if match else ""
