"""What may be promised to a leader, by the rule of the venue that the text is for. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.projects.venue_files import Venue


@dataclass(frozen=True, slots=True)
class Promise:
    """What a request may say about seeing the text before it is published.

    `sentences` may stand in a letter as they are; `never` are promises that this venue forbids, in words for the
    writer; `disclosure` is the line that the article carries, or "".
    """

    source_review: str
    sentences: tuple[str, ...]
    never: tuple[str, ...]
    disclosure: str
    why: str


_QUESTIONS_FIRST = "I will send five questions beforehand."

_WHOLE = Promise(
    "whole",
    (_QUESTIONS_FIRST, "You will see the draft for your suggestions and approval before it is published."),
    (),
    "The interviewee reviewed and approved this article before publication.",
    "This venue lets the people in a text see and approve all of it.",
)
_QUOTES = Promise(
    "quotes and facts",
    (_QUESTIONS_FIRST, "You will see your quotations and the facts before publication, and can correct them."),
    ("that they approve the text, or see the whole of it",),
    "The interviewee checked their quotations and the facts before publication.",
    "This venue lets people check what they are quoted with, and the facts, but not the text.",
)
_NONE = Promise(
    "none",
    (_QUESTIONS_FIRST, "I will read every figure and quotation back to you while we speak."),
    ("that they see the text, or any part of it, before it is published", "that they approve it"),
    "",
    "This venue does not let the people in a text see it before publication.",
)
_UNKNOWN = Promise(
    "",
    (_QUESTIONS_FIRST, "I will ask the editors what you may see before publication, and tell you before we speak."),
    ("that they see or approve the text, until the editors have said so",),
    "",
    "Nobody has noted what this venue lets people see before publication. Ask the editors first.",
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
