"""Outline files: `templates/outlines/x.md`, one outline each, read once. Adding an outline is adding a file.

    ---
    name: Article with a lesson
    kinds: article, improvement
    use when: The readers should be able to do it themselves.
    place: 10
    ---

    ## The problem
    words: 90-130
    needs: whose problem it was | problem | Nothing yet on whose problem it was. Ask, or look in the program's record.
    needs: what it cost | heard: cost, budget, grant | Nothing yet on cost. Ask, or look in the annual report.

`kinds` are those of projects that the outline is offered for first. Each `## ` begins a part: its heading in the text,
or, with `heading: no`, only its name. `words` are from-to. Each `needs` says what the part must contain, what it is
filled from, and the sentence that stands there until something is found. Filled from: a name of `FILLS`, or `heard:`
with words that notes of the talks are looked through for (`heard: anything` takes what no other need took).

A file that is wrong costs only its own outline: `read_folder` says which file, which line, what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from outreach.projects.models import PROJECT_KINDS

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "outlines"

FILLS = {
    "problem": "the program's record: the problem",
    "action": "the program's record: what was done",
    "leader part": "the program's record: the leader's part",
    "result": "the program's record: the result with its period",
    "people": "the people credited in the program's record",
    "figures": "confirmed facts with a number and a source",
    "question": "the project: what the writer wants to learn",
    "writer": "the writer's own signature",
    "disclosure": "what the venue lets the people in a text see",
    "nothing": "nothing that is kept here: the writer says it",
}
"""What a need can be filled from -> what that is."""

ANYTHING = "anything"

_KEY = re.compile(r"[a-z][a-z0-9-]{0,59}")
_PAIR = re.compile(r"([a-z][a-z ]{0,30}):[ \t]*(.*)")
_RANGE = re.compile(r"(\d{1,5})\s?[-–]\s?(\d{1,5})")
_HEARD = re.compile(r"heard:[ \t]*(.+)")
_OF_FILE = ("name", "kinds", "use when", "place")
_OF_PART = ("words", "heading", "needs")
_LONGEST = 800
_MOST_PARTS, _MOST_NEEDS = 30, 12


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a part must contain.

    fill: a key of `FILLS`, or "heard". listens_for: words of which a note has one; ("anything",) for any note.
    missing: the sentence that stands there while nothing is found, with where it could come from.
    """

    what: str
    fill: str
    missing: str
    listens_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part with its range of words. Without a heading it stands at the beginning or goes on below the part before."""

    name: str
    shortest: int
    longest: int
    needs: tuple[Need, ...]
    has_heading: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline. `key` is the name of its file; `kinds` are keys of `PROJECT_KINDS`."""

    key: str
    name: str
    kinds: tuple[str, ...]
    use_when: str
    parts: tuple[OutlinePart, ...]
    place: int = 100

    @property
    def shortest(self) -> int:
        """Words of the whole, at least."""
        return sum(part.shortest for part in self.parts)

    @property
    def longest(self) -> int:
        """Words of the whole, at most."""
        return sum(part.longest for part in self.parts)


@dataclass(frozen=True, slots=True)
class OutlineProblem:
    """What is wrong with an outline file, in words for whoever keeps it."""

    file: str
    line: int
    problem: str

    @property
    def words(self) -> str:
        """ "templates/outlines/x.md, line 7: a part has no "wrods"..."."""
        return f"templates/outlines/{self.file}, line {self.line}: {self.problem}"


class OutlineFileError(ValueError):
    """An outline cannot be read. `line` counts from 1."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line, self.problem = line, problem


@cache
def read_folder(folder: Path = FOLDER) -> tuple[Mapping[str, Outline], tuple[OutlineProblem, ...]]:
    """The outlines of a folder by key, in the chooser's order, and what is wrong with the others."""
    found: list[Outline] = []
    problems: list[OutlineProblem] = []
    for path in sorted(folder.glob("*.md")):
        try:
            found.append(read_outline(path.stem, path.read_text("utf-8")))
        except OutlineFileError as error:
            problems.append(OutlineProblem(path.name, error.line, error.problem))
        except (OSError, UnicodeDecodeError):
            problems.append(OutlineProblem(path.name, 1, "the file cannot be read as UTF-8 text."))
    found.sort(key=lambda outline: (outline.place, outline.key))
    return MappingProxyType({outline.key: outline for outline in found}), tuple(problems)


def read_outline(key: str, source: str) -> Outline:
    """The outline that a text describes. Raises: OutlineFileError with the line and what is wrong there."""
    if not _KEY.fullmatch(key):
        raise OutlineFileError(1, "name the file in small letters, digits and hyphens, a letter first.")
    lines = source.replace("\r\n", "\n").split("\n")
    end = _end_of_front(lines)
    front = _front(lines[1:end])
    parts = _parts(lines, end + 1)
    if not parts:
        raise OutlineFileError(len(lines), "it has no part. Begin one with a line: ## The problem")
    return Outline(key, front["name"], _kinds(front, lines), front["use when"], parts, _place(front, lines))


def _end_of_front(lines: list[str]) -> int:
    if lines[0].strip() != "---":
        raise OutlineFileError(1, "begin with a line of three hyphens, then name, kinds and use when.")
    for at, line in enumerate(lines[1:60], start=1):
        if line.strip() == "---":
            return at
    raise OutlineFileError(1, "the lines at the top do not end. Close them with a line of three hyphens.")


def _front(lines: list[str]) -> dict[str, str]:
    front: dict[str, str] = {}
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        name, value = _pair(line, number, _OF_FILE, "an outline")
        if name in front:
            raise OutlineFileError(number, f"{name!r} stands there twice.")
        front[name] = value
    for name in ("name", "kinds", "use when"):
        if name not in front:
            raise OutlineFileError(1, f"it has no {name!r}. Add a line: {name}: ...")
    return front


def _pair(line: str, number: int, known: tuple[str, ...], thing: str) -> tuple[str, str]:
    found = _PAIR.fullmatch(line.strip())
    if found is None:
        raise OutlineFileError(number, "write a name, a colon and a value.")
    name, value = found[1].strip(), found[2].strip()
    if name not in known:
        raise OutlineFileError(number, f"{thing} has no {name!r}; it has {', '.join(known)}.")
    if not value:
        raise OutlineFileError(number, f"{name!r} has no value.")
    if len(value) > _LONGEST or not value.isprintable():
        raise OutlineFileError(number, f"{name!r} is longer than {_LONGEST} characters, or has some that do not show.")
    return name, value


def _line_of(name: str, lines: list[str]) -> int:
    return next((at for at, line in enumerate(lines, start=1) if line.strip().startswith(f"{name}:")), 1)


def _kinds(front: Mapping[str, str], lines: list[str]) -> tuple[str, ...]:
    kinds = tuple(kind.strip() for kind in front["kinds"].split(","))
    for kind in kinds:
        if kind not in PROJECT_KINDS:
            known = ", ".join(PROJECT_KINDS)
            raise OutlineFileError(
                _line_of("kinds", lines), f"there is no kind of project {kind!r}; there are {known}."
            )
    return kinds


def _place(front: Mapping[str, str], lines: list[str]) -> int:
    place = front.get("place", "100")
    if not (place.isascii() and place.isdigit() and len(place) <= 4):
        raise OutlineFileError(_line_of("place", lines), "'place' is a whole number, such as 20.")
    return int(place)


# --- parts ------------------------------------------------------------------------------------------------------------


def _parts(lines: list[str], start: int) -> tuple[OutlinePart, ...]:
    parts: list[OutlinePart] = []
    heads = [at for at in range(start, len(lines)) if lines[at].startswith("## ")]
    for at in range(start, heads[0] if heads else len(lines)):
        if lines[at].strip():
            raise OutlineFileError(at + 1, "this stands before the first part. Begin a part with a line: ## Its name")
    for at, following in zip(heads, [*heads[1:], len(lines)], strict=True):
        part = _part(lines, at, following)
        if part.name in [other.name for other in parts]:
            raise OutlineFileError(at + 1, f"there are two parts {part.name!r}.")
        parts.append(part)
    if len(parts) > _MOST_PARTS:
        raise OutlineFileError(heads[_MOST_PARTS] + 1, f"an outline has {_MOST_PARTS} parts at most.")
    return tuple(parts)


def _part(lines: list[str], at: int, end: int) -> OutlinePart:
    name = lines[at][3:].strip()
    if not name or len(name) > 100:
        raise OutlineFileError(at + 1, "a part has a name of 100 characters at most behind the two signs.")
    words: tuple[int, int] | None = None
    has_heading = True
    needs: list[Need] = []
    for number in range(at + 2, end + 1):
        line = lines[number - 1]
        if not line.strip():
            continue
        key, value = _pair(line, number, _OF_PART, "a part")
        if key == "words":
            words = _range(value, number)
        elif key == "heading":
            has_heading = _yes_or_no(value, number)
        else:
            needs.append(_need(value, number))
    if words is None:
        raise OutlineFileError(at + 1, f"the part {name!r} has no words. Add a line: words: 90-130")
    if not needs or len(needs) > _MOST_NEEDS:
        raise OutlineFileError(at + 1, f"the part {name!r} needs 1 to {_MOST_NEEDS} lines that begin with needs:")
    return OutlinePart(name, *words, tuple(needs), has_heading)


def _range(value: str, number: int) -> tuple[int, int]:
    found = _RANGE.fullmatch(value.replace(",", ""))
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise OutlineFileError(number, "'words' are two numbers, the smaller one first, as in 90-130.")
    return int(found[1]), int(found[2])


def _yes_or_no(value: str, number: int) -> bool:
    if value not in ("yes", "no"):
        raise OutlineFileError(number, "'heading' is yes or no.")
    return value == "yes"


def _need(value: str, number: int) -> Need:
    pieces = [piece.strip() for piece in value.split("|")]
    if len(pieces) != 3 or not all(pieces):
        raise OutlineFileError(number, "'needs' is what it needs | what that is filled from | what is said without it.")
    what, fill, missing = pieces
    if "[" in missing or "]" in missing:
        raise OutlineFileError(number, "the sentence for what is missing has no square brackets; they are put there.")
    heard = _HEARD.fullmatch(fill)
    if heard is not None:
        listens_for = tuple(word.strip().casefold() for word in heard[1].split(",") if word.strip())
        if not listens_for:
            raise OutlineFileError(number, "'heard:' is followed by words, parted by commas.")
        return Need(what, "heard", missing, listens_for)
    if fill not in FILLS:
        raise OutlineFileError(number, f"nothing is filled from {fill!r}; there are {', '.join(FILLS)}, and heard: ...")
    return Need(what, fill, missing)
