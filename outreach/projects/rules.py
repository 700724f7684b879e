"""What a venue asks for and lets its writers promise, and what a project still lacks. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from outreach import words
from outreach.projects.models import SOURCE_REVIEWS
from outreach.projects.venue_files import Venue, VenuePage

TITLE_MAX, TOPIC_MAX, READERS_MAX, QUESTION_MAX, NOTE_MAX = 300, 500, 300, 500, 10_000
VENUE_NAME_MAX, RULE_MAX = 200, 500
LARGEST_COUNT = 1_000_000
"""Of words and of days; more is a slip."""

UNDO_FOR = timedelta(days=30)
"""How long a deleted project or venue can be brought back (ux.md, principle 6)."""


# --- the promise ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Promise:
    """What a request may say about seeing the text before it is published.

    `sentences` may stand in a letter as they are, `withheld` are those that other venues allow and this one does not;
    `never` are promises that this venue forbids, in words for the writer; `disclosure` is the line that the article
    carries, or "".
    """

    source_review: str
    sentences: tuple[str, ...]
    never: tuple[str, ...]
    disclosure: str
    why: str
    withheld: tuple[str, ...] = ()


_QUESTIONS_FIRST = "I will send five questions beforehand."
_TEXT = "You will see the draft for your suggestions and approval before it is published."
_QUOTATIONS = "You will see your quotations and the facts before publication, and can correct them."

_WHOLE = Promise(
    "whole",
    (_QUESTIONS_FIRST, _TEXT),
    (),
    "The interviewee reviewed and approved this article before publication.",
    "This venue lets the people in a text see and approve all of it.",
)
_QUOTES = Promise(
    "quotes and facts",
    (_QUESTIONS_FIRST, _QUOTATIONS),
    ("that they approve the text, or see the whole of it",),
    "The interviewee checked their quotations and the facts before publication.",
    "This venue lets people check what they are quoted with, and the facts, but not the text.",
    (_TEXT,),
)
_NONE = Promise(
    "none",
    (_QUESTIONS_FIRST, "I will read every figure and quotation back to you while we speak."),
    ("that they see the text, or any part of it, before it is published", "that they approve it"),
    "",
    "This venue does not let the people in a text see it before publication.",
    (_TEXT, _QUOTATIONS),
)
_UNKNOWN = Promise(
    "",
    (_QUESTIONS_FIRST, "I will ask the editors what you may see before publication, and tell you before we speak."),
    ("that they see or approve the text, until the editors have said so",),
    "",
    "Nobody has noted what this venue lets people see before publication. Ask the editors first.",
    (_TEXT, _QUOTATIONS),
)
_NOT_FOR_A_VENUE = Promise(
    "whole",
    (_QUESTIONS_FIRST, "I will send you what I write for your suggestions and approval before anybody else sees it."),
    (),
    "",
    "No venue is chosen, so the text is yours, and you may promise what you can keep.",
)
_BY_REVIEW = {promise.source_review: promise for promise in (_WHOLE, _QUOTES, _NONE, _UNKNOWN)}


def promise(venue: Venue | None) -> Promise:
    """What a request for a text in this venue may promise; for a text without a venue, what its writer may."""
    return _BY_REVIEW[venue.source_review] if venue is not None else _NOT_FOR_A_VENUE


# --- what a venue asks for ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of a venue: its label, its words or "" where it is not known, and the page that told it, if any did."""

    label: str
    words: str
    page: VenuePage | None


def lines(venue: Venue) -> tuple[RuleLine, ...]:
    """The rules of a venue in the order of its page, those that are not known too."""
    told = (
        ("Length", "length", length_words(venue.shortest_words, venue.longest_words)),
        ("Ask first", "query_rule", venue.query_rule),
        ("Exclusive", "exclusivity", venue.exclusivity),
        ("Lead time", "lead_time_days", lead_time_words(venue.lead_time_days)),
        ("People in the text", "source_review", SOURCE_REVIEWS[venue.source_review] if venue.source_review else ""),
    )
    return tuple(RuleLine(label, said, _page(venue, key) if said else None) for label, key, said in told)


def _page(venue: Venue, key: str) -> VenuePage | None:
    keys = {key, "shortest_words", "longest_words"} if key == "length" else {key}
    return next((page for page in venue.pages if keys & set(page.tells)), None)


_TELLS = {
    "readers": "readers", "length": "length", "shortest_words": "length", "longest_words": "length",
    "query_rule": "asking first", "exclusivity": "exclusivity", "lead_time_days": "lead time",
    "source_review": "what people may see", "note": "the rest",
}  # fmt: skip
"""What a page told -> its words."""


def sources(venue: Venue) -> tuple[tuple[str, VenuePage], ...]:
    """The pages with what each told, as in "Readers and length"; "" where one page told everything."""
    if len(venue.pages) == 1:
        return (("", venue.pages[0]),)
    return tuple((_told_by(page), page) for page in venue.pages)


def _told_by(page: VenuePage) -> str:
    told = words.listed(list(dict.fromkeys(_TELLS[key] for key in page.tells if key in _TELLS)))
    return told[:1].upper() + told[1:]


def length_words(shortest: int | None, longest: int | None) -> str:
    """ "1,000 to 1,200 words"; "" where neither is known."""
    if shortest and longest:
        return f"{shortest:,} to {longest:,} words" if shortest != longest else f"{longest:,} words"
    if longest:
        return f"up to {longest:,} words"
    return f"from {shortest:,} words" if shortest else ""


def lead_time_words(days: int | None) -> str:
    """ "28 days from handing in to publication"; "" where it is not known."""
    return f"{words.counted(days, 'day', 'days')} from handing in to publication" if days is not None else ""


# --- what a project has and lacks -----------------------------------------------------------------------------------


class Planned(Protocol):
    """What is looked at of a project."""

    topic: str
    readers: str
    question: str


_WANTED = (
    ("topic", "what it is about, as it goes on after “an article on”"),
    ("readers", "for which readers it is"),
    ("question", "what you want to learn"),
)


def lacking(project: Planned, venue: Venue | None) -> tuple[str, ...]:
    """What somebody who is asked for an interview will want to know, and the project does not say yet."""
    found = [said for name, said in _WANTED if not getattr(project, name)]
    if venue is None:
        found.append("where it will appear")
    elif not venue.name:
        found.append("where it will appear: the venue that was chosen is no longer here")
    return tuple(found)


def days_left(due_on: date | None, today: date) -> str:
    """ "71 days left", "1 day left", "due today", "3 days late"; "" without a day."""
    if due_on is None:
        return ""
    ahead = (due_on - today).days
    if ahead == 0:
        return "due today"
    return f"{words.counted(abs(ahead), 'day', 'days')} {'left' if ahead > 0 else 'late'}"


def appears_on(due_on: date | None, venue: Venue | None) -> date | None:
    """About when it is published if it is handed in when it is due; None where that cannot be told."""
    if due_on is None or venue is None or venue.lead_time_days is None:
        return None
    try:
        return due_on + timedelta(days=venue.lead_time_days)
    except OverflowError:
        return None


def read_count(text: str) -> int | None:
    """A number of words or days, as somebody writes it; None for nothing.

    Raises: ValueError with a sentence for what is none.
    """
    digits = text.strip().replace(",", "")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(LARGEST_COUNT))):
        raise ValueError("Enter a whole number, such as 1200.")
    if not 1 <= int(digits) <= LARGEST_COUNT:
        raise ValueError(f"Enter a number from 1 to {LARGEST_COUNT:,}.")
    return int(digits)
