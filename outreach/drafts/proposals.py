"""What a language model proposes for a draft: which sentences it is shown, what may be offered of its answer, and
putting in what a person accepts.

Nothing that it wrote is believed. A sentence is offered only where the check finds nothing to fix in it, where each
fact that it names is in the draft and holds, and where those very facts carry what it says; looked at again when it is
accepted, since a fact may have been withdrawn in between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from outreach.asklint import run
from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.types import Finding, Message, Severity
from outreach.db import WorkspaceSession
from outreach.drafts import checking, materials, operations, queries, rules, versions
from outreach.drafts.fact_marks import numbers_in, without_marks
from outreach.drafts.materials import Grounds
from outreach.drafts.models import Draft
from outreach.drafts.queries import CitedFact
from outreach.drafts.word_changes import Part, words_apart
from outreach.model.wording import Numbered
from outreach.people.operations import By

_UNGROUNDED = "ungrounded"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a draft's text: `text[start:end]`, marks and line ends as they stand there."""

    start: int
    end: int
    raw: str

    @property
    def bare(self) -> str:
        """On one line, without marks."""
        return " ".join(without_marks(self.raw).split())


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for a sentence: as it stood, as it would read, the numbers of the facts that it names."""

    was: str
    text: str
    facts: tuple[int, ...]

    @property
    def now(self) -> str:
        """The new sentence with the marks of its facts."""
        return marked(self.text, self.facts)


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that may be accepted. `look_at`: what the check says besides, in sentences."""

    change: Change
    parts: tuple[Part, ...]
    look_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What may be offered, and why the rest may not: pairs (proposed words, reason)."""

    offers: tuple[Offer, ...]
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A draft's text with all that a proposal is held against. Read once, free of the database."""

    subject: str
    body: str
    grounds: Grounds
    facts: tuple[CitedFact, ...]

    @property
    def standing(self) -> dict[int, CitedFact]:
        """The facts that hold, by number."""
        return {one.number: one for one in self.facts if not one.trouble}


def context_of(session: WorkspaceSession, draft: Draft, by: By) -> Context:
    """What is known of a draft as it is saved."""
    grounds = materials.grounds_of(session, draft, by.now)
    return Context(draft.subject, draft.body, grounds, queries.cited(session, draft, by.now.date()))


# --- what is shown --------------------------------------------------------------------------------------------------

_LEADING_MARKS = re.compile(r"(?:[ \t]{0,9}\[[\d, ]{1,99}\]){1,9}\s{0,9}")


def pieces_of(context: Context) -> tuple[Piece, ...]:
    """The sentences of the body: not the greeting, the closing or the signature."""
    grounds = context.grounds
    reading = Reading(Message(grounds.kind, context.body, grounds.known, grounds.circumstances))
    found = []
    for one in reading.body:
        behind = _LEADING_MARKS.match(one.text)  # it belongs to the sentence before
        start = one.start + (behind.end() if behind else 0)
        piece = Piece(start, one.end, context.body[start : one.end])
        if any(map(str.isalnum, piece.bare)):
            found.append(piece)
    return tuple(found)


def shown_sentences(context: Context) -> tuple[Numbered, ...]:
    """The sentences as a model is shown them, numbered from 1."""
    return tuple(Numbered(at, one.bare, numbers_in(one.raw)) for at, one in enumerate(pieces_of(context), start=1))


def shown_facts(context: Context) -> tuple[Numbered, ...]:
    """The facts of the draft that hold, as a model is shown them."""
    return tuple(Numbered(one.number, one.sentence) for one in context.standing.values())


def marked(text: str, facts: Sequence[int]) -> str:
    """A sentence with the marks of its facts before the stop at its end; behind words in quotes right at their end."""
    if not facts:
        return text
    numbers = f"[{', '.join(map(str, facts))}]"
    if text.endswith(("”", '"', "’")):
        return text + numbers
    stop = re.search(r"[.!?…]{0,3}$", text)
    at = stop.start() if stop else len(text)
    return f"{text[:at]} {numbers}{text[at:]}"


# --- what may be offered --------------------------------------------------------------------------------------------


def judged(context: Context, changes: Sequence[Change]) -> Judged:
    """Which of some changes may be offered, each looked at by itself in the draft's place."""
    before = _findings(context, context.body)
    offers, left_out = [], []
    for change in changes:
        problem, look_at = _verdict(context, change, before)
        if problem:
            left_out.append((change.text, problem))
        else:
            offers.append(Offer(change, words_apart(" ".join(change.was.split()), change.now), look_at))
    return Judged(tuple(offers), tuple(left_out))


def _verdict(context: Context, change: Change, before: Sequence[Finding]) -> tuple[str, tuple[str, ...]]:
    """Why a change may not be offered ("" where it may), and what is to be looked at besides."""
    piece = next((one for one in pieces_of(context) if one.raw == change.was), None)
    if piece is None:
        return "The sentence that it stands for has changed since.", ()
    if not set(change.facts) <= context.standing.keys():
        return "It names a fact that this letter does not have, or that no longer holds.", ()
    body = put_in(context.body, piece, change)
    after = _findings(context, body)
    here = [one for one in after if _is_in(one, change.text, context, body)]
    known = {(one.rule, one.text) for one in before}
    new = [one for one in after if (one.rule, one.text) not in known]
    for one in (*here, *new):
        if one.severity == Severity.BLOCK:
            return f"{one.message}" if not one.text else f"“{_short(one.text)}”: {one.message}", ()
    if numbers_in(change.was) and not change.facts:
        return "It no longer names the fact that your sentence rests on.", ()
    words = _words_in_nobody_s_mouth(context, change)
    if words:
        return f"It quotes words that stand in no fact that it names: “{_short(words)}”.", ()
    bare = _not_carried(context, body, change.text, change.facts) - _not_carried(
        context, context.body, piece.bare, numbers_in(piece.raw)
    )
    if bare:
        return f"None of the facts that it names says “{_short(min(bare))}”.", ()
    unsaid = _unsaid(context, body, change.text, change.facts)
    unsaid -= _unsaid(context, context.body, piece.bare, numbers_in(piece.raw))
    if unsaid:
        return f"It names fact {min(unsaid)} and does not say it.", ()
    return "", tuple(dict.fromkeys(one.message for one in new if one.severity == Severity.WARN))


_QUOTED = re.compile(r"[“\"]([^“”\"]{1,600})[”\"]")


def _words_in_nobody_s_mouth(context: Context, change: Change) -> str:
    """Words in quotes that neither the sentence as it stands nor a fact named has, to the letter; "" for none."""
    said = [change.was, *(context.standing[number].sentence for number in change.facts)]
    theirs = [" ".join(one.split()) for one in said]
    quoted = (found.strip(" .,;") for found in _QUOTED.findall(change.text))
    return next((words for words in quoted if not any(words in one for one in theirs)), "")


def _findings(context: Context, body: str) -> tuple[Finding, ...]:
    return checking.findings_in(Reading(context.grounds.message(context.subject, body)))


def _is_in(finding: Finding, sentence: str, context: Context, body: str) -> bool:
    """Whether a finding touches a sentence of the text that would leave."""
    start = context.grounds.message(context.subject, body).text.find(sentence)
    return start >= 0 and finding.start < start + len(sentence) and finding.end > start


def _not_carried(context: Context, body: str, sentence: str, numbers: Sequence[int]) -> set[str]:
    """What a sentence says that the facts of these numbers do not: figures, dates, names. Others do not count."""
    cited = [one for one in context.facts if one.number in numbers]
    programs = {one.program_id for one in cited if one.program_id is not None}
    ids = {one.line.id for one in cited if one.line is not None}
    said = tuple(
        one.sentence
        for one in context.grounds.said
        if one.fact_id in ids or one.program_id in programs or (one.fact_id is None and one.program_id is None)
    )
    known = replace(context.grounds.known, facts=(*said, *(one.sentence for one in cited)))
    reading = Reading(replace(context.grounds.message(context.subject, body), known=known))
    found = run.findings_of(all_rules()[_UNGROUNDED], reading)
    return {one.text for one in found if _is_in(one, sentence, context, body)}


def _unsaid(context: Context, body: str, sentence: str, numbers: Sequence[int]) -> set[int]:
    """Those of the facts named that the check does not find in a sentence."""
    reading = Reading(context.grounds.message(context.subject, body))
    start = reading.text.find(sentence)
    places = range(start, start + len(sentence)) if start >= 0 else range(0)
    rested = {context.grounds.said[one.fact] for one in reading.supports if one.start in places}
    facts = {one.fact_id for one in rested if one.fact_id is not None}
    programs = {one.program_id for one in rested if one.program_id is not None}
    said = {
        one.number
        for one in context.facts
        if (one.line is not None and one.line.id in facts) or one.program_id in programs
    }
    return set(numbers) - said


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else f"{plain[:57].rpartition(' ')[0] or plain[:57]} …"


# --- putting in -----------------------------------------------------------------------------------------------------


def put_in(body: str, piece: Piece, change: Change) -> str:
    """The text with a change in the place of its sentence."""
    return body[: piece.start] + change.now + body[piece.end :]


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many changes were put in, how many stood there already, how many could not be put in."""

    put_in: int
    there: int
    refused: int
    kept: int = 0
    """The number of the version under which the text before is kept."""


def accept(session: WorkspaceSession, draft: Draft, changes: Sequence[Change], by: By) -> Accepted:
    """Puts in the changes that may still be offered, and keeps the text before and after as versions.

    Raises: Refused for a letter that was sent or put away.
    """
    operations.check_is_written(draft)
    context = context_of(session, draft, by)
    taken = there = refused = 0
    for change in dict.fromkeys(changes):
        if change.now in context.body:
            there += 1  # a second press
        elif not judged(context, [change]).offers:
            refused += 1
        else:
            piece = next(one for one in pieces_of(context) if one.raw == change.was)
            body = put_in(context.body, piece, change)
            if len(body) > rules.BODY_MAX:
                refused += 1
                continue
            context = replace(context, body=body)
            taken += 1
    if not taken:
        return Accepted(0, there, refused)
    kept = versions.keep(session, draft, "written", by)
    draft.body, draft.updated_at = context.body, by.now
    session.flush()
    versions.keep(session, draft, "proposed", by)
    operations.note_uses(session, draft, by)
    return Accepted(taken, there, refused, kept.number)
