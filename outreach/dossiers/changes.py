"""What a run changed: what was said before it began against what is said now. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Said:
    """A fact as it is told: its words with their label, and how well it stands."""

    fact_id: int
    words: str
    standing: str


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is told otherwise than before. `standing` is set when its standing changed, else ""."""

    fact_id: int
    before: str
    after: str
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Facts that are new, told otherwise, or no longer there."""

    new: tuple[Said, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[Said, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def noted(facts: Iterable[Said]) -> dict[str, Any]:
    """The facts as plain values, to compare with later."""
    return {str(one.fact_id): [one.words, one.standing] for one in facts}


def compared(before: Mapping[str, Any], now: Iterable[Said]) -> Changes:
    """What is different from what was `noted`."""
    earlier = {int(key): Said(int(key), value[0], value[1]) for key, value in before.items()}
    present = {one.fact_id: one for one in now}
    return Changes(
        new=tuple(one for key, one in present.items() if key not in earlier),
        changed=tuple(
            _change(earlier[key], one) for key, one in present.items() if key in earlier and _differs(earlier[key], one)
        ),
        gone=tuple(one for key, one in earlier.items() if key not in present),
    )


def _differs(before: Said, after: Said) -> bool:
    return (before.words, before.standing) != (after.words, after.standing)


def _change(before: Said, after: Said) -> Change:
    return Change(after.fact_id, before.words, after.words, after.standing if before.standing != after.standing else "")


def to_json(changes: Changes) -> dict[str, Any]:
    """The changes as plain values."""
    return {
        "new": [[one.fact_id, one.words, one.standing] for one in changes.new],
        "changed": [[one.fact_id, one.before, one.after, one.standing] for one in changes.changed],
        "gone": [[one.fact_id, one.words, one.standing] for one in changes.gone],
    }


def from_json(data: Mapping[str, Any] | None) -> Changes:
    """The changes that `to_json` wrote; none where nothing was written."""
    if not data:
        return Changes()
    return Changes(
        new=tuple(Said(*one) for one in data["new"]),
        changed=tuple(Change(*one) for one in data["changed"]),
        gone=tuple(Said(*one) for one in data["gone"]),
    )
