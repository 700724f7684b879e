"""What the ledger is found as: what happened, promises, advice, recommendations."""

from __future__ import annotations

from outreach.people.searching import is_out_of_sight
from outreach.relationships import advice, touch_words
from outreach.relationships.models import PROMISE_STATES, Advice, Promise, Recommendation, Touch
from outreach.search import Entry, indexed


@indexed(Touch, "touch", reads=("person",))
def touch_entry(touch: Touch) -> Entry | None:
    """By what was noted of it."""
    if touch.deleted_at is not None or is_out_of_sight(touch.person):
        return None
    beside = f"{touch_words.kind_of(touch)} · {touch.person.name}"
    body = " ".join((touch.what, touch.helped_words))
    return Entry(touch_words.headline(touch), f"/touches/{touch.id}", beside=beside, body=body)


@indexed(Promise, "promise", reads=("person",))
def promise_entry(promise: Promise) -> Entry | None:
    """By what was promised, and how it was kept."""
    if promise.deleted_at is not None or is_out_of_sight(promise.person):
        return None
    whose = "You promised" if promise.is_mine else "They promised"
    beside = f"{whose} · {PROMISE_STATES[promise.state].lower()} · {promise.person.name}"
    return Entry(touch_words.short(promise.what), f"/promises/{promise.id}", beside=beside,
                 body=f"{promise.what} {promise.closed_words}")  # fmt: skip


@indexed(Advice, "advice", reads=("person",))
def advice_entry(row: Advice) -> Entry | None:
    """By what they advised, what was tried, and what came of it."""
    if row.deleted_at is not None or is_out_of_sight(row.person):
        return None
    beside = f"{advice.STATES[advice.state_of(row)]} · {row.person.name}"
    body = " ".join((row.words, row.tried, row.outcome))
    return Entry(touch_words.short(row.words), f"/advice/{row.id}", beside=beside, body=body)


@indexed(Recommendation, "recommendation", reads=("person",))
def recommendation_entry(row: Recommendation) -> Entry | None:
    """By what it is, and what the user took from it."""
    if row.deleted_at is not None or is_out_of_sight(row.person):
        return None
    state = "Read" if row.read_on is not None else "Not read yet"
    beside = f"{state} · {row.person.name}"
    return Entry(row.title, f"/recommendations/{row.id}", beside=beside, body=row.thoughts)
