"""Ladder files: `ladders/x.toml`, one ladder each, read once and strictly. Adding a ladder is adding a file.

    title = "After a request for an interview"
    after = ["interview-request"]        kinds of letters that it follows
    rest_days = 90                       how long it rests after the last note

    [[step]]                             one or two, in order
    kind = "note"                        note, or closing for the last one
    letter = "reminder"                  a file of templates/letters
    wait_working_days = 7                after the request
    most_words = 60                      at most those of the letter
    adds = "What it must add, a sentence."

A closing may set `latest_working_days` (after the request), and `to = "assistant"`: it goes to whoever keeps the
calendar where somebody does. A second note sets `gap_working_days`, after the note before was sent.

A file that is wrong costs only its own ladder: `problems()` says which file, which line, what is wrong.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from outreach.asklint.types import Kind
from outreach.drafts import compose
from outreach.followups.models import STEP_KINDS

FOLDER = Path(__file__).with_name("ladders")
MOST_STEPS = 2
LEAST_GAP = 7
"""Working days between two letters in one matter (F2): less reads as pressure."""

LONGEST_WAIT = 60
"""Working days: after a season nobody knows what a note follows."""

LEAST_REST = 90
"""Days of rest after the last note (F6)."""

LONGEST_REST = 730

_KEY = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_AT = re.compile(r"\(at line (\d{1,6})")
_FIELDS = {"title", "after", "rest_days", "step"}
_STEP_FIELDS = {
    "kind", "letter", "wait_working_days", "latest_working_days", "gap_working_days", "most_words", "adds", "to",
}  # fmt: skip
_ALWAYS = ("kind", "letter", "wait_working_days", "most_words", "adds")


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One note. Days are working days: `wait` and `latest` after the request, `gap` after the note before was sent."""

    kind: str
    letter_key: str
    wait: int
    most_words: int
    adds: str
    gap: int = LEAST_GAP
    latest: int | None = None
    to_assistant: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """What follows a request. `key` is the name of its file, `after` the kinds of letters that it follows."""

    key: str
    title: str
    after: tuple[str, ...]
    rest_days: int
    steps: tuple[LadderStep, ...]

    def step(self, place: int) -> LadderStep | None:
        """The step at a place, counted from 1; None where the file has none (any more)."""
        return self.steps[place - 1] if 1 <= place <= len(self.steps) else None


@dataclass(frozen=True, slots=True)
class LadderProblem:
    """What is wrong with a ladder file, in words for whoever keeps it."""

    file: str
    line: int
    problem: str

    @property
    def words(self) -> str:
        """ "outreach/followups/ladders/x.toml, line 9: ..."."""
        return f"outreach/followups/ladders/{self.file}, line {self.line}: {self.problem}"


class BadLadder(ValueError):
    """A ladder file that is wrong; `line` and `problem` say where and what."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line, self.problem = line, problem


def ladders() -> Mapping[str, Ladder]:
    """The ladders by the name of their file."""
    return read_folder()[0]


def problems() -> tuple[LadderProblem, ...]:
    """What is wrong with ladder files that are left out of `ladders()`; () where all can be read."""
    return read_folder()[1]


def ladder_after(kind: str) -> Ladder | None:
    """The ladder that follows a letter of this kind; None where none does."""
    return next((one for one in ladders().values() if kind in one.after), None)


@cache
def read_folder(folder: Path = FOLDER) -> tuple[Mapping[str, Ladder], tuple[LadderProblem, ...]]:
    """The ladders of a folder by key, and what is wrong with the others. A kind of letter has one ladder."""
    found: dict[str, Ladder] = {}
    problems: list[LadderProblem] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            text = path.read_text("utf-8")
            ladder = read_ladder(path.stem, text)
            _check_is_alone(ladder, found, text)
            found[ladder.key] = ladder
        except BadLadder as wrong:
            problems.append(LadderProblem(path.name, wrong.line, wrong.problem))
        except (OSError, UnicodeDecodeError):
            problems.append(LadderProblem(path.name, 1, "the file cannot be read as UTF-8 text."))
    return MappingProxyType(found), tuple(problems)


def read_ladder(key: str, text: str) -> Ladder:
    """The ladder that a text describes. Raises: BadLadder."""
    if not _KEY.fullmatch(key):
        raise BadLadder(1, "name the file in small letters, digits and hyphens.")
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at else max(1, text.count("\n"))
        raise BadLadder(line, f"this cannot be read: {str(error).partition(' (at')[0]}.") from None
    reader = _Reader(text, told, 0)
    reader.refuse_others(_FIELDS)
    steps = told.get("step")
    if not isinstance(steps, list) or not steps or not all(isinstance(one, dict) for one in steps):
        raise BadLadder(1, "say at least one [[step]].")
    if len(steps) > MOST_STEPS:
        line = _line_of_step(text, MOST_STEPS + 1)
        raise BadLadder(line, f"a ladder has at most two notes; this one has {len(steps)}.")
    return Ladder(
        key,
        reader.words("title"),
        _kinds(reader),
        reader.number("rest_days", LEAST_REST, LONGEST_REST, "days"),
        _steps(text, steps),
    )


# --- parts of a file ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the fields of one table of the file; `place` 0 is the file's own, from 1 on its steps."""

    text: str
    told: Mapping[str, Any]
    place: int

    def line(self, name: str) -> int:
        return _line_of(self.text, self.place, name)

    def refuse_others(self, known: set[str]) -> None:
        for name in self.told:
            if name not in known:
                raise BadLadder(self.line(name), f"nothing is called “{name}” here. Known are {_listed(known)}.")

    def words(self, name: str) -> str:
        value = self.told.get(name)
        if not isinstance(value, str) or not value.strip():
            raise BadLadder(self.line(name), f'set {name} to words: {name} = "...".')
        return value.strip()

    def number(self, name: str, least: int, most: int, unit: str) -> int:
        value = self.told.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise BadLadder(self.line(name), f"set {name} to a number of {unit}.")
        if not least <= value <= most:
            raise BadLadder(self.line(name), f"{name} is {value}; it has to be {least} to {most} {unit}.")
        return value


def _kinds(reader: _Reader) -> tuple[str, ...]:
    value = reader.told.get("after")
    line = reader.line("after")
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        raise BadLadder(line, 'name the letters that it follows: after = ["interview-request"].')
    known = {one.value for one in Kind if one is not Kind.OTHER}
    for one in value:
        if one not in known:
            raise BadLadder(line, f"“{one}” is no kind of letter. The kinds are {_listed(known)}.")
    return tuple(dict.fromkeys(value))


def _steps(text: str, told: list[dict[str, Any]]) -> tuple[LadderStep, ...]:
    steps: list[LadderStep] = []
    for place, one in enumerate(told, start=1):
        steps.append(_step(_Reader(text, one, place), is_last=place == len(told)))
    if len(steps) > 1 and steps[1].wait < steps[0].wait + steps[1].gap:
        line = _line_of(text, 2, "wait_working_days")
        raise BadLadder(line, f"the second note comes {steps[1].gap} working days or more after the first.")
    return tuple(steps)


def _step(reader: _Reader, *, is_last: bool) -> LadderStep:
    reader.refuse_others(_STEP_FIELDS)
    for name in _ALWAYS:
        if name not in reader.told:
            raise BadLadder(_line_of_step(reader.text, reader.place), f"{name} is missing in this step.")
    kind = reader.words("kind")
    if kind not in STEP_KINDS:
        raise BadLadder(reader.line("kind"), f"“{kind}” is no kind of step. The kinds are {_listed(set(STEP_KINDS))}.")
    if (kind == "closing") is not is_last:
        raise BadLadder(reader.line("kind"), "the last step closes kindly, and only the last.")
    wait = reader.number("wait_working_days", LEAST_GAP, LONGEST_WAIT, "working days")
    return LadderStep(
        kind=kind,
        letter_key=_letter(reader),
        wait=wait,
        most_words=_most_words(reader),
        adds=reader.words("adds"),
        gap=_gap(reader),
        latest=_latest(reader, wait),
        to_assistant=_to_assistant(reader),
    )


def _letter(reader: _Reader) -> str:
    key = reader.words("letter")
    if key not in compose.letters():
        raise BadLadder(reader.line("letter"), f"templates/letters has no letter “{key}”.")
    return key


def _most_words(reader: _Reader) -> int:
    own = compose.letters()[reader.words("letter")].most_words
    return reader.number("most_words", 20, own or 150, "words")


def _gap(reader: _Reader) -> int:
    if "gap_working_days" not in reader.told:
        return LEAST_GAP
    return reader.number("gap_working_days", LEAST_GAP, LONGEST_WAIT, "working days")


def _latest(reader: _Reader, wait: int) -> int | None:
    if "latest_working_days" not in reader.told:
        return None
    return reader.number("latest_working_days", wait, LONGEST_WAIT, "working days")


def _to_assistant(reader: _Reader) -> bool:
    to = reader.told.get("to", "reader")
    if to not in ("reader", "assistant"):
        raise BadLadder(reader.line("to"), 'set to to "reader" or "assistant".')
    return bool(to == "assistant")


def _check_is_alone(ladder: Ladder, found: Mapping[str, Ladder], text: str) -> None:
    for other in found.values():
        both = sorted(set(other.after) & set(ladder.after))
        if both:
            raise BadLadder(_line_of(text, 0, "after"), f"“{both[0]}” is followed by {other.key}.toml already.")


# --- where something stands -----------------------------------------------------------------------------------------


def _line_of(text: str, place: int, name: str) -> int:
    """The line of a field in a table, else that on which the table begins."""
    at, first = 0, 1
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("[["):
            at += 1
            first = number if at == place else first
        elif at == place and re.match(rf'"?{re.escape(name)}"?\s{{0,20}}=', bare):
            return number
    return first


def _line_of_step(text: str, place: int) -> int:
    return _line_of(text, place, "")


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
