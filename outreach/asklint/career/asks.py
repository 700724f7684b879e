"""The frames that speak for an ask: who acts, how it is said, what would be gained.

They stand in `tables/frames`. A frame weighs 4 where nothing else can be meant, 3 where it asks, 2 where it probably
asks (it needs a second hint in the letter), 1 where it is a hint alone (it counts beside a neighbor). `unless` names
fields that take its ground away when they stand in or right behind the match: to join your call is no wish to join
your team. `present` names fields ("YOU|YOUR": one of them) that have to stand anywhere in the sentence, `absent` fields
that may stand nowhere in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from outreach.asklint.career.tables import read_table

_FILES = (
    "belonging", "memory", "openings", "seeking", "papers", "introductions", "guidance", "offers", "circumstances",
    "phrases", "questions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say it. `gain` completes "This asks for ..."; it is what a reader of the finding is told."""

    name: str
    weight: int
    gain: str
    templates: tuple[str, ...]
    unless: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def frames() -> tuple[Frame, ...]:
    """The frames for all parts of a message."""
    return tuple(frame for name in _FILES for frame in _frames_in(name))


def frames_after_denial() -> tuple[Frame, ...]:
    """Frames for what follows a denial ("I am not asking for a job, but ...")."""
    return _frames_in("denied")


def label_frames() -> tuple[Frame, ...]:
    """Frames for subject, signature lines and names of files, where nobody says "I"."""
    return _frames_in("labels")


def _frames_in(name: str) -> tuple[Frame, ...]:
    return tuple(
        Frame(
            entry["name"],
            entry["weight"],
            entry["gain"],
            tuple(entry["templates"]),
            tuple(entry.get("unless", ())),
            tuple(entry.get("present", ())),
            tuple(entry.get("absent", ())),
        )
        for entry in read_table(f"frames/{name}")["frame"]
    )
