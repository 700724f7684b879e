"""Letter files: `templates/letters/x.txt`, one letter each, read once. Adding a letter is adding a file.

A file sets `kind`, `title` and `use_when` (constant words), and has the blocks `subject` and `body`. It may set
`most_words` (of the body, greeting and signature not counted) or `most_letters` (of the whole note), and have shorter
bodies `body_2`, `body_3` ...: the first that fits is taken. Within a paragraph the ends of lines do not count; an
empty line parts paragraphs, and a line that begins with "- " stays a line. Variables are those of `letter_words.NAMES`.

A file that is wrong costs only its own letter: `problems()` says which file, which line, what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from outreach.asklint.types import Kind
from outreach.drafts.letter_words import NAMES

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "letters"
_KEY = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_EMPTY_LINE = re.compile(r"^[ \t\r]*$", re.MULTILINE)
PARAGRAPH = "\x1d"
"""Stands for an empty line of a letter file, and so between paragraphs: a line that only turns out empty is none."""

_BODY = re.compile(r"body(?:_[2-9])?")


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of letter. `key` is the name of its file, `title` what the chooser calls it."""

    key: str
    kind: Kind
    title: str
    use_when: str
    source: str
    """The text of the file, its empty lines marked as ends of paragraphs."""
    bodies: tuple[str, ...]
    """Names of the blocks with the body, the fullest first."""
    most_words: int | None = None
    most_letters: int | None = None
    place: int = 100
    """Where it stands in the chooser."""

    @property
    def template(self) -> Template:
        """The file, ready to be composed from."""
        return _compiled(self.source)


@dataclass(frozen=True, slots=True)
class LetterProblem:
    """What is wrong with a letter file, in words for whoever keeps it."""

    file: str
    line: int
    problem: str

    @property
    def words(self) -> str:
        """ "templates/letters/x.txt, line 7: no variable is called "reader.nmae"..."."""
        return f"templates/letters/{self.file}, line {self.line}: {self.problem}"


class _Wrong(ValueError):
    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line, self.problem = line, problem


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The letters' own: plain text, so nothing is escaped; no access to anything but the words of a letter."""
    made = ImmutableSandboxedEnvironment(autoescape=False, undefined=StrictUndefined)
    made.globals.clear()
    return made


@cache
def _compiled(source: str) -> Template:
    """Made when a letter is first composed: all of them take longer than a start may."""
    return environment().from_string(source)


@cache
def read_folder(folder: Path = FOLDER) -> tuple[Mapping[str, Letter], tuple[LetterProblem, ...]]:
    """The letters of a folder by key, in the chooser's order, and what is wrong with the others."""
    letters: list[Letter] = []
    problems: list[LetterProblem] = []
    for path in sorted(folder.glob("*.txt")):
        try:
            letters.append(read_letter(path.stem, path.read_text("utf-8")))
        except _Wrong as wrong:
            problems.append(LetterProblem(path.name, wrong.line, wrong.problem))
        except (OSError, UnicodeDecodeError):
            problems.append(LetterProblem(path.name, 1, "the file cannot be read as UTF-8 text."))
    letters.sort(key=lambda letter: (letter.place, letter.key))
    return MappingProxyType({letter.key: letter for letter in letters}), tuple(problems)


def read_letter(key: str, source: str) -> Letter:
    """The letter that a text describes. Raises: ValueError with `line` and `problem`."""
    if not _KEY.fullmatch(key):
        raise _Wrong(1, "name the file in small letters, digits and hyphens.")
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        raise _Wrong(error.lineno, f"this cannot be read: {error.message}") from None
    _check_names(tree)
    constants = _constants(tree)
    for name in ("kind", "title", "use_when"):
        if not isinstance(constants.get(name), str):
            raise _Wrong(1, f'set {name} to words: {{% set {name} = "..." %}}.')
    kind = next((one for one in Kind if one.value == constants["kind"]), None)
    if kind is None:
        known = ", ".join(one.value for one in Kind)
        raise _Wrong(1, f"“{constants['kind']}” is no kind of letter. The kinds are {known}.")
    blocks = {block.name: block.lineno for block in tree.find_all(nodes.Block)}
    for name in ("subject", "body"):
        if name not in blocks:
            raise _Wrong(1, f"the block {name} is missing: {{% block {name} %}} ... {{% endblock %}}.")
    bodies = tuple(sorted((name for name in blocks if _BODY.fullmatch(name)), key=lambda name: (len(name), name)))
    return Letter(
        key, kind, str(constants["title"]), str(constants["use_when"]), _EMPTY_LINE.sub(PARAGRAPH, source), bodies,
        _count(constants, "most_words"), _count(constants, "most_letters"), _count(constants, "place") or 100,
    )  # fmt: skip


def _constants(tree: nodes.Template) -> dict[str, object]:
    found: dict[str, object] = {}
    for node in tree.body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            if not isinstance(node.node, nodes.Const):
                raise _Wrong(node.lineno, f"{node.target.name} has to be plain words or a number.")
            found[node.target.name] = node.node.value
    return found


def _count(constants: Mapping[str, object], name: str) -> int | None:
    number = constants.get(name)
    if number is None:
        return None
    if not isinstance(number, int) or number < 1:
        raise _Wrong(1, f"{name} has to be a number above 0.")
    return number


def _check_names(tree: nodes.Template) -> None:
    """Every variable is one of a letter's. Raises: _Wrong, with the nearest name there is."""
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        raise _Wrong(node.lineno, "a letter is one file: it takes nothing from others.")
    for used in tree.find_all(nodes.Filter):
        if used.name not in environment().filters:
            raise _Wrong(used.lineno, f"no filter is called “{used.name}”.")
    for part in tree.find_all(nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name in NAMES and part.node.name not in own:
            parts = [name for name in dir(NAMES[part.node.name]) if not name.startswith("_")]
            if part.attr not in parts:
                near = [f"{part.node.name}.{name}" for name in get_close_matches(part.attr, parts, 1)]
                raise _Wrong(part.lineno, _no_such(f"{part.node.name}.{part.attr}", near))
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in NAMES and name.name not in own:
            raise _Wrong(name.lineno, _no_such(name.name, get_close_matches(name.name, list(NAMES), 1)))


def _no_such(name: str, near: list[str]) -> str:
    return f"no variable is called “{name}”." + (f" Is “{near[0]}” meant?" if near else "")
