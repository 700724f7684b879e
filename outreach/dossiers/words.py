"""How a run and its sources are told: words of state, and reasons that need no knowledge of networks."""

from __future__ import annotations

from collections.abc import Mapping

from outreach.words import counted, listed

STATE_WORDS = {
    "waiting": "Waiting",
    "now": "Now",
    "found": "Read",
    "nothing": "Nothing found",
    "failed": "Could not",
    "later": "Later",
    "skipped": "Not asked",
}
"""State of a source in a run -> its word on the page."""

STATE_TONES = {
    "waiting": "plain",
    "now": "plain",
    "found": "good",
    "nothing": "plain",
    "failed": "bad",
    "later": "warn",
    "skipped": "plain",
}

PASSING = frozenset(
    {"bad-http", "closed", "connect", "dns", "incomplete", "rate-limited", "reset", "server-error", "timeout",
     "unavailable"}
)  # fmt: skip
"""Faults that may be over a little later; for the others asking again is no use."""

UNREACHABLE = frozenset({"connect", "dns"})
"""Faults that every source shows on a machine without a network."""

_FAULTS = {
    "address": "its address leads to a place that is not public",
    "bad-http": "gave an answer that cannot be understood",
    "closed": "was not asked, since the program was ending",
    "connect": "could not be reached",
    "decompression": "gave an answer that cannot be unpacked",
    "dns": "could not be reached: there is no way to it from here",
    "empty": "gave an empty answer",
    "encrypted": "the PDF is locked with a password",
    "host-not-allowed": "led to a site that this source may not send us to",
    "incomplete": "broke off in the middle of its answer",
    "no-identifier": "needs a number that no other source gave",
    "no-text": "the file holds only pictures of text",
    "not-found": "has no such page any more",
    "not-recorded": "is not among the recorded answers",
    "rate-limited": "asks us to wait",
    "reader-error": "gave an answer that we could not read",
    "refused": "does not let us read it",
    "reset": "closed the connection",
    "robots": "asks programs not to read it",
    "server-error": "has a trouble of its own",
    "setting": "needs a key of yours",
    "stopped": "you stopped before it answered",
    "timeout": "did not answer in time",
    "tls": "could not be reached safely: its certificate is not valid",
    "too-large": "gave an answer that is too large to read",
    "unavailable": "did not answer",
    "unreadable": "gave an answer that we could not read",
}


def reason_of(fault: str, message: str) -> str:
    """Why a source brought nothing, in plain words; the engine's own sentence where there are none for the fault."""
    if fault in _FAULTS:
        return _FAULTS[fault]
    return message[:1].lower() + message[1:].rstrip(".") if message else "did not answer"


def at_place(what: str, organization: str) -> str:
    """A post or a degree with where it is held: "Dean, Vale College"; a place that is named in it already only once."""
    if not what or organization.casefold() in what.casefold():
        return what or organization
    return f"{what}, {organization}"


def time_left(seconds: float) -> str:
    """An honest estimate: "About a minute left"."""
    if seconds <= 15:
        return "A few seconds left."
    if seconds <= 45:
        return "About half a minute left."
    minutes = round(seconds / 60) or 1
    return f"About {'a minute' if minutes == 1 else counted(minutes, 'minute', 'minutes')} left."


_UNREAD = (
    ("nothing", "had nothing", "had nothing"),
    ("failed", "could not be read", "could not be read"),
    ("later", "will be asked again", "will be asked again"),
    ("skipped", "was not asked", "were not asked"),
)
"""State of a source that was not read -> what is said of one such source, and of several."""


def unread(states: Mapping[str, int]) -> str:
    """What became of those that were not read: "10 had nothing and 2 could not be read"; "" where all were.

    states: state of a source (`models.SOURCE_STATES`) -> how many are in it.
    """
    return listed(_unread(states))


def so_far(states: Mapping[str, int]) -> str:
    """What came of the sources that are done: "8 read and 3 had nothing"; "" while none is."""
    read = states.get("found", 0)
    return listed([*([f"{read} read"] if read else []), *_unread(states)])


def _unread(states: Mapping[str, int]) -> list[str]:
    return [f"{number} {one if number == 1 else many}" for state, one, many in _UNREAD if (number := states.get(state))]


def title_of(state: str, done: int, total: int) -> str:
    """The heading of a run's page."""
    if state == "waiting":
        return "Research waits for its turn"
    if state == "running":
        return f"Researching: {done} of {total} sources done"
    return {"finished": "Research is done", "stopped": "Research was stopped", "failed": "Research could not go on"}[
        state
    ]
