"""Give before you ask: whether a further request may be made, in words. Pure; the numbers are those of `policy`.

    objections(history, today)    why not to ask now, the gravest first; empty where one may

Each objection is passed only with a written reason, but for a pause and a wish not to be written to: those hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from outreach.relationships import policy
from outreach.words import counted, day, listed

UNDO_FOR = timedelta(days=30)
"""How long something deleted can be brought back."""

REASON_MIN, REASON_MAX = 10, 500
"""Characters of the reason for which one asks all the same: a word is no reason."""

WHAT_MAX = 4000
"""Characters of what happened."""

PROMISE_MAX = 500
"""Characters of a promise, and of how it was kept."""

LONGEST_PROMISE = timedelta(days=3_660)
LONGEST_AWAY = timedelta(days=730)

GATE = {
    "do-not-contact": "They were not to be contacted",
    "paused": "Everything was paused",
    "open-request": "An earlier request was still open",
    "said-no": "They had said no",
    "give-first": "Nothing was given since the request before",
    "promise-late": "A promise to them was late",
    "same-organization": "Somebody else there was asked lately",
    "resting": "The relationship was resting",
}
"""The ids of all objections, the gravest first -> what stood against a request that was made all the same."""

HOLDS = frozenset({"do-not-contact", "paused"})
"""Those that no reason passes."""

EARLIEST = date(1950, 1, 1)
"""No touch is older: whoever worked then does not answer today."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why not to ask now. `why` is the reason behind the rule."""

    rule: str
    words: str
    why: str
    can_pass: bool = True


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to this person. `order`: when it was noted, which tells the later of two of one day."""

    on: date
    order: float
    state: str
    kind: str = "interview"
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Give:
    """Something of use to them, or a promise to them that was kept."""

    on: date
    order: float
    is_promise: bool = False


@dataclass(frozen=True, slots=True)
class AskNearby:
    """A request to somebody else of the same organization."""

    name: str
    organization: str
    on: date


@dataclass(frozen=True, slots=True)
class Paused:
    """A pause that stands. `of`: the person's or the organization's name; `until`: the first day after it."""

    of: str
    reason: str
    until: date
    pause_id: int = 0


@dataclass(frozen=True, slots=True)
class Rests:
    """A relationship that rests until a day, or was let go. `until` None: until there is a new reason."""

    state: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """All that the gate looks at of one person."""

    name: str
    asks: tuple[Ask, ...] = ()
    gives: tuple[Give, ...] = ()
    overdue_promises: tuple[str, ...] = ()
    asks_nearby: tuple[AskNearby, ...] = ()
    paused: Paused | None = None
    rests: Rests | None = None
    may_be_contacted: bool = True
    not_contact_reason: str = ""


def objections(history: History, today: date, kind: str = "interview") -> tuple[Objection, ...]:
    """Why a request of this kind should not be made now, the gravest first."""
    stops = (_do_not_contact(history), _paused(history, today))
    if kind in policy.APPROVAL_IS_NO_NEW_ASK:
        return tuple(one for one in stops if one is not None)
    found = (
        *stops,
        _open_request(history, today),
        _said_no(history, today),
        _give_first(history, today),
        _promise_open(history),
        _same_organization(history, today),
        _resting(history, today),
    )
    return tuple(one for one in found if one is not None)


def last_ask(history: History) -> Ask | None:
    """The latest request that was not taken back; what belongs to a granted one is not counted."""
    asks = [one for one in history.asks if one.state != "withdrawn" and one.kind not in policy.APPROVAL_IS_NO_NEW_ASK]
    return max(asks, key=lambda one: (one.on, one.order), default=None)


def gives_since(history: History, ask: Ask) -> int:
    """How many gives and kept promises came after a request."""
    return sum((give.on, give.order) > (ask.on, ask.order) for give in history.gives)


# --- each rule ------------------------------------------------------------------------------------------------------


def _do_not_contact(history: History) -> Objection | None:
    if history.may_be_contacted:
        return None
    reason = f": {history.not_contact_reason}" if history.not_contact_reason else "."
    why = "Somebody said so. It holds until they say otherwise."
    return Objection("do-not-contact", f"{history.name} is not to be contacted{reason}", why, can_pass=False)


def _paused(history: History, today: date) -> Objection | None:
    if history.paused is None or today >= history.paused.until:
        return None
    words = f"Everything about {history.paused.of} is paused until {day(history.paused.until, today)}."
    return Objection("paused", words, "A request into a hard time is remembered. End the pause first.", can_pass=False)


def _open_request(history: History, today: date) -> Objection | None:
    still = [one for one in history.asks if one.state == "open" and one.kind not in policy.APPROVAL_IS_NO_NEW_ASK]
    if not still:
        return None
    since = max(one.on for one in still)
    words = f"Your request of {day(since, today)} to {history.name} is still open."
    return Objection("open-request", words, "Two requests at once make each of them easy to put aside.")


def _said_no(history: History, today: date) -> Objection | None:
    noes = [one.closed_on for one in history.asks if one.state == "declined" and one.closed_on is not None]
    latest = max(noes, default=None)
    if latest is None or today >= latest + policy.AFTER_A_NO.span:
        return None
    words = f"{history.name} said no on {day(latest, today)}; wait until {day(latest + policy.AFTER_A_NO.span, today)}."
    return Objection("said-no", words, policy.AFTER_A_NO.why)


def _give_first(history: History, today: date) -> Objection | None:
    last = last_ask(history)
    if last is None or gives_since(history, last):
        return None
    words = f"You asked {history.name} on {day(last.on, today)}, and have given nothing since."
    why = "A second request needs something of use to them, or a promise kept, between."
    return Objection("give-first", words, why)


def _promise_open(history: History) -> Objection | None:
    if not history.overdue_promises:
        return None
    told = listed([f"“{what}”" for what in history.overdue_promises[:3]])
    number = len(history.overdue_promises)
    words = f"{counted(number, 'promise', 'promises')} to {history.name} {'is' if number == 1 else 'are'} late: {told}."
    return Objection("promise-late", words, "Whoever waits for what was promised does not want to be asked for more.")


def _same_organization(history: History, today: date) -> Objection | None:
    since = today - policy.SAME_ORGANIZATION.span
    near = [one for one in history.asks_nearby if one.on > since]
    if not near:
        return None
    latest = max(near, key=lambda one: one.on)
    words = f"You asked {latest.name} of {latest.organization} on {day(latest.on, today)}."
    return Objection("same-organization", words, policy.SAME_ORGANIZATION.why)


def _resting(history: History, today: date) -> Objection | None:
    rests = history.rests
    if rests is None or (rests.until is not None and today >= rests.until):
        return None
    if rests.state == "let_go":
        return Objection("resting", f"You let this relationship with {history.name} go.", policy.REST.why)
    until = f"until {day(rests.until, today)}" if rests.until else "until there is a new reason"
    return Objection("resting", f"This relationship with {history.name} rests {until}.", policy.REST.why)


# --- days -----------------------------------------------------------------------------------------------------------


class BadDay(ValueError):
    """A day on which this cannot have happened; the sentence stands beside the field."""


def latest_today(now: datetime) -> date:
    """The day that it is by now where the day begins first, 14 hours before UTC: nobody's today is later."""
    return (now + timedelta(hours=14)).date()


def check_day(happened_on: date, today: date, begun: date | None = None) -> date:
    """The day, where something can have happened on it. `begun`: nothing of this person can be before. Raises: BadDay.

    `today` is the user's own; where nobody knows it, `latest_today`.
    """
    if happened_on > today:
        raise BadDay(
            f"{day(happened_on, today)} is yet to come. Note it when it has happened, or plan it as a promise."
        )
    if happened_on < EARLIEST:
        raise BadDay(f"Enter a day since {EARLIEST.year}. You wrote {happened_on.isoformat()}.")
    if begun is not None and happened_on < begun:
        raise BadDay(f"This is before {day(begun, today)}, when it began. Check the date.")
    return happened_on


def balance(gives: Sequence[Give], asks: Sequence[Ask]) -> tuple[int, int]:
    """How often one gave and how often one asked, to be told as two counts and never as one."""
    return sum(not one.is_promise for one in gives), sum(one.state != "withdrawn" for one in asks)
