"""What is between the user and a leader, and what became known of them lately, for a brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from outreach import partial_dates
from outreach.briefs.gathered_facts import Gathered
from outreach.briefs.gathered_sources import day_words, page_source
from outreach.briefs.material import Between, Change
from outreach.briefs.model import Source
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_rules
from outreach.people.models import Person
from outreach.relationships import advice, queries
from outreach.relationships.models import ANSWERS, ASK_KINDS, GIVE_KINDS, Promise, Touch
from outreach.signals import queries as signals
from outreach.signals.models import Signal

MOST_TOUCHES = 12
MOST_PROMISES = 6
MOST_ADVICE = 3
MOST_CHANGES = 8

LATELY = timedelta(days=365)
"""What happened longer ago is no news."""

_KINDS = {"received": "they_gave"}
"""Kinds of the ledger that a brief calls otherwise; the others keep their names."""

_CHANGES = frozenset(
    {
        "award", "grant", "publication", "talk", "said", "program", "mention", "news", "officer_change",
        "organization_award", "organization_program",
    }
)  # fmt: skip
"""Kinds of facts that tell something that happened."""

_TOLD_AS_IT_IS = frozenset({"said", "mention", "news"})


# --- between the two ------------------------------------------------------------------------------------------------


def between(session: WorkspaceSession, person: Person, today: date) -> tuple[Between, ...]:
    """What passed between the two, the newest first, then what is promised, what was advised, and a pause."""
    touches = [_touch(row) for row in queries.latest_touches(session, person.id, MOST_TOUCHES) if _is_contact(row)]
    promises = [_promise(row) for row in queries.open_promises(session, person.id, MOST_PROMISES)]
    advised = [
        Between(f"advice:{row.id}", "advised", row.given_on, _quoted(row.words, exact=row.is_exact))
        for row in advice.of_person(session, person.id, MOST_ADVICE)
        if row.told_on is None and row.set_aside_on is None
    ]
    return (*touches, *promises, *advised, *_paused(session, person, today))


def _is_contact(row: Touch) -> bool:
    return row.answer != "out_of_office"


def _touch(row: Touch) -> Between:
    words = _quoted(_line(row.what), exact=row.source == "letter")
    return Between(f"touch:{row.id}", _KINDS.get(row.kind, row.kind), row.happened_on, words or _kind_words(row))


def _kind_words(row: Touch) -> str:
    """What was given, asked or answered, by its kind alone, where nothing more was noted."""
    kinds = {
        "gave": GIVE_KINDS.get(row.give_kind, ""),
        "asked": ASK_KINDS.get(row.ask_kind, ""),
        "answered": ANSWERS.get(row.answer, ""),
    }
    return kinds.get(row.kind, "")


def _promise(row: Promise) -> Between:
    due = f", by {day_words(row.due_on)}" if row.due_on is not None else ""
    kind = "promised" if row.is_mine else "they_promised"
    return Between(f"promise:{row.id}", kind, row.made_on, f"{_line(row.what).rstrip(' .')}{due}")


def _paused(session: WorkspaceSession, person: Person, today: date) -> Iterator[Between]:
    """That everything is paused; why stays in the application, since paper is read by others too."""
    paused = queries.paused(session, person.id, today)
    if paused is not None:
        yield Between(f"pause:{paused.pause_id}", "paused", None, f"Until {day_words(paused.until)}")


def give(session: WorkspaceSession, person: Person) -> str:
    """What the user can give first where the ledger knows it: a report on advice that was tried, else ""."""
    for row in advice.of_person(session, person.id, MOST_ADVICE):
        is_to_tell = row.told_on is None and row.set_aside_on is None
        if is_to_tell and (row.tried or row.outcome):
            them = fact_rules.pronouns(person.pronouns).object
            return f"Tell {them} what came of the advice “{_line(row.words).rstrip(' .')}”."
    return ""


def stopped(session: WorkspaceSession, person: Person, today: date) -> str:
    """Why nothing is asked at present, as a sentence; "" where something may be asked."""
    if not person.may_be_contacted:
        return "They are not to be contacted."
    paused = queries.paused(session, person.id, today)
    if paused is not None:
        return f"Everything is paused until {day_words(paused.until)}."
    rests = queries.rests(session, person.id, today)
    if rests is None:
        return ""
    if rests.state == "let_go":
        return "You have let this relationship go."
    until = f" until {day_words(rests.until)}" if rests.until is not None else ""
    return f"You let this relationship rest{until}."


def _quoted(text: str, *, exact: bool) -> str:
    """The words on one line, in quotation marks where they are just so."""
    line = _line(text)
    return f"“{line}”" if exact and line else line


def _line(text: str) -> str:
    return " ".join(text.split())


# --- what changed ---------------------------------------------------------------------------------------------------


def changes(session: WorkspaceSession, person: Person, known: Gathered, today: date) -> tuple[Change, ...]:
    """What became known lately, the newest first: signals that the user has not put aside, and dated facts."""
    told = [_signal(row, known) for row in signals.of_person(session, person.id) if _holds(row, known, today)]
    of_signals = {row.fact_id for row in signals.of_person(session, person.id)}
    facts = [_change(number, known) for number in _dated(known, today) if number not in of_signals]
    found: dict[tuple[str, str], Change] = {}
    for one in [*told, *facts]:
        found.setdefault(_page_of(one), one)
    return tuple(sorted(found.values(), key=lambda one: (one.on, one.key), reverse=True)[:MOST_CHANGES])


def _page_of(change: Change) -> tuple[str, str]:
    """What one page of one day tells is one thing that happened, even where it was read as several facts."""
    return change.on, change.sources[0].key if change.sources else change.words.casefold()


def _holds(row: Signal, known: Gathered, today: date) -> bool:
    """Whether a signal is fresh, and rests on a fact that holds, or on none, as the end of a post does."""
    day = partial_dates.last_day(row.happened) or row.found_at.date()
    return today - LATELY <= day and (row.fact_id is None or row.fact_id in known.rows)


def _signal(row: Signal, known: Gathered) -> Change:
    sources: tuple[Source, ...] = known.sources(row.fact_id)
    if not sources and row.url:
        sources = (page_source("", row.source_title, row.url, row.found_at),)
    key = f"fact:{row.fact_id}" if row.fact_id is not None else f"signal:{row.id}"
    on = row.happened or row.found_at.date().isoformat()
    return Change(key, on, _without_day(_line(row.sentence), on), sources)


def _dated(known: Gathered, today: date) -> Sequence[int]:
    found = []
    for number, row in known.rows.items():
        first = partial_dates.first_day(row.dated)
        is_known_to_month = len(row.dated) >= len("2026-11")
        if row.predicate in _CHANGES and first is not None and is_known_to_month and today - LATELY <= first <= today:
            found.append(number)
    return found


def _change(number: int, known: Gathered) -> Change:
    row = known.rows[number]
    fact = next(one for one in known.facts if one.key == f"fact:{number}")
    words = fact.value if row.predicate in _TOLD_AS_IT_IS else f"{fact.label}: {fact.value}"
    return Change(fact.key, row.dated, _without_day(_line(words), row.dated), fact.sources)


def _without_day(words: str, on: str) -> str:
    """The words without their date in brackets at the end: it stands in front of the line."""
    for end in ("", "."):
        words = words.removesuffix(f" ({partial_dates.say(on)}){end}")
    return words
