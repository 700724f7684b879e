"""What a dossier should hold and does not: sought and not found, not looked for, or its sources failed.

The three are kept apart because they ask for different things of the reader: accept it, look elsewhere, try again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from research.types import Fact, Gap, Outcome, Query, Source, Subject
from research.vocabulary import PREDICATES, Predicate

_BROKEN_OFF = frozenset({"timeout", "stopped", "closed", "rate-limited", "server-error", "reset", "incomplete"})
"""Faults after which a source that told something may have more to tell when it is asked again."""


def find_gaps(
    query: Query, facts: Iterable[Fact], outcomes: Sequence[Outcome], sources: Mapping[str, Source]
) -> tuple[Gap, ...]:
    """The gaps of a run, in the vocabulary's order."""
    have = {(fact.subject, fact.predicate) for fact in facts}
    subjects: tuple[Subject, ...] = ("person", "organization") if query.kind == "person" else ("organization",)
    if query.kind == "person" and not query.organization:
        subjects = ("person",)
    return tuple(
        _gap(predicate, outcomes, sources)
        for predicate in PREDICATES.values()
        if predicate.sought and predicate.subject in subjects and (predicate.subject, predicate.key) not in have
    )


def _gap(predicate: Predicate, outcomes: Sequence[Outcome], sources: Mapping[str, Source]) -> Gap:
    covering = [outcome for outcome in outcomes if predicate.key in sources[outcome.source].covers]
    answered = [o for o in covering if o.status in ("found", "nothing") and not _broke_off(o)]
    failed = [o for o in covering if o.status == "failed" or _broke_off(o)]
    label = in_a_sentence(predicate.label)
    if answered:
        names = tuple(outcome.source for outcome in answered)
        more = f"; {len(failed)} more failed or broke off" if failed else ""
        note = f"No {label} found in {len(names)} source{'s' if len(names) > 1 else ''} that could tell{more}."
        return Gap(predicate.subject, predicate.key, "not_found", names, note)
    if failed:
        names = tuple(outcome.source for outcome in failed)
        note = f"The sources for {label} failed or broke off: try again later."
        return Gap(predicate.subject, predicate.key, "failed", names, note)
    names = tuple(outcome.source for outcome in covering)
    why = "the sources that could tell were not asked" if names else "no source that was used could tell"
    return Gap(predicate.subject, predicate.key, "not_looked", names, f"Not looked for: {label} ({why}).")


def _broke_off(outcome: Outcome) -> bool:
    """Whether a source told something and was not heard to its end."""
    return outcome.status == "found" and outcome.fault in _BROKEN_OFF


def in_a_sentence(label: str) -> str:
    """A predicate's label inside a sentence: "Earlier post" -> "earlier post"; "CMS overall rating" stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
