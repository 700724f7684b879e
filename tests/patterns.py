"""Every compiled regular expression of a package, and the texts that are hard on it.

Collected from the modules, so that a new expression is tested and measured without being listed anywhere.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as op
from re import _parser as parser
from types import ModuleType
from typing import Any

from research.pages.late_regex import Regex

NO_MATCH = "\x01"
"""What a hostile text ends with: it fits nothing, so that a match fails at the last moment."""

_SHAPES = (
    "a", " ", "A ", "Aa ", "Aa, ", "aa ", "1", "1,1", "1 ", "(", "(a", "[", '"', '" a', "“a ", "<", "<a ", "<a b=",
    "</", "&", "&#", "-", "- ", "a-", "a.", "A. ", "A.B.", ". ", ", ", "; ", "\n", "\t \n", "a\n", "and ", "of the ",
    "Aa of ", "x=\"", "'", "’s ", "/", "a/", "@", "a@a.", "$1,", "0", "a: ", "|", "é", "\u200b", "\x00",
)  # fmt: skip
_CATEGORIES = {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}
_NOT_IN_ANY = "a A1.,-(<\x02é"
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def collected(package: ModuleType) -> dict[str, re.Pattern[Any]]:
    """Every expression that a module, or a table of one, holds: "research.pages.dates._YEAR" -> the expression."""
    found: dict[str, re.Pattern[Any]] = {}
    seen: set[tuple[object, int]] = set()
    for name in _modules(package):
        module = importlib.import_module(name)
        for attribute, value in sorted(vars(module).items(), key=lambda pair: pair[0]):
            for number, pattern in enumerate(_patterns_in(value)):
                key = (pattern.pattern, pattern.flags)
                if key not in seen:
                    seen.add(key)
                    found[f"{name}.{attribute}" + (f"[{number}]" if number else "")] = pattern
    return found


def hostile_texts(pattern: re.Pattern[Any], length: int) -> Iterator[str | bytes]:
    """Texts of `length` characters that are hard on `pattern`: shapes and beginnings of what it matches, repeated."""
    for shape in dict.fromkeys((*_SHAPES, *_of_own_words(pattern), *_beginnings(pattern))):
        text = (shape * (length // len(shape) + 1))[: length - 1] + NO_MATCH
        yield text if isinstance(pattern.pattern, str) else text.encode("utf-8")


def backtracks_without_end(pattern: re.Pattern[Any]) -> bool:
    """Whether a repeat without bound holds another and nothing that parts the two, as in `(a+)+`."""
    return any(_unparted(repeated) for repeated in _endless(parser.parse(pattern.pattern, pattern.flags)))


def _modules(package: ModuleType) -> Iterator[str]:
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not info.name.endswith("__main__") and ".migrations" not in info.name:
            yield info.name


def _patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Regex):
        yield value.compiled()
    elif isinstance(value, dict) and depth < 3:
        for inner in value.values():
            yield from _patterns_in(inner, depth + 1)
    elif isinstance(value, (tuple, list, set, frozenset)) and depth < 3:
        for inner in value:
            yield from _patterns_in(inner, depth + 1)


def _of_own_words(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Literal words of the expression's source: what gets a text past its first letters."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    source = re.sub(r"\\[a-zA-Z]|\(\?P?<?[a-zA-Z]{0,20}[>:=!]?|\{[\d,]*\}", " ", source)
    words = list(dict.fromkeys(re.findall(r"[A-Za-z]{2,}|<[a-z/]+|[“\"(<&$@#]", source)))
    own = words[:: max(len(words) // 5, 1)][:6]
    for word in own:
        yield f"{word} "
        yield f"{word} Aa "
    if own:
        yield own[0] + " " + " ".join(own[1:]) + " a "


def _beginnings(pattern: re.Pattern[Any]) -> Iterator[str]:
    """What the expression matches, broken off at four places: a text that goes far and then fails, again and again."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    for choice in (0, -1):
        example = _example(tree, choice)[:200]
        for fourth in (1, 2, 3, 4):
            part = example[: max(len(example) * fourth // 4, 1)]
            if part:
                yield part
                yield f"{part} "


def _example(tree: Any, choice: int) -> str:
    """A text of the form that a parsed expression asks for, with the first or last of its alternatives."""
    return "".join(_written(kind, value, choice) for kind, value in tree)


def _written(kind: Any, value: Any, choice: int) -> str:
    if kind is op.LITERAL:
        return chr(value)
    if kind in (op.NOT_LITERAL, op.ANY):
        return "a"
    if kind is op.IN:
        return _one_of(value)
    if kind in _REPEATS:
        least, most, repeated = value
        return _example(repeated, choice) * max(least, min(most, 2))
    if kind is op.SUBPATTERN:
        return _example(value[3], choice)
    if kind is op.ATOMIC_GROUP:
        return _example(value, choice)
    return _example(value[1][choice], choice) if kind is op.BRANCH else ""


def _one_of(members: list[tuple[Any, Any]]) -> str:
    if members[0][0] is op.NEGATE:
        taken = {chr(value) for kind, value in members if kind is op.LITERAL}
        return next(sign for sign in _NOT_IN_ANY if sign not in taken)
    kind, value = members[0]
    if kind is op.RANGE:
        return chr(value[0])
    return chr(value) if kind is op.LITERAL else _CATEGORIES.get(value, "-")


def _inside(kind: Any, value: Any) -> list[Any]:
    """The parts of an element that are parsed expressions themselves."""
    if kind in _REPEATS:
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    return list(value[1]) if kind is op.BRANCH else []


def _endless(tree: Any) -> Iterator[Any]:
    """What is repeated without bound; a possessive repeat gives nothing back and is left out."""
    for kind, value in tree:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[1] is op.MAXREPEAT:
            yield value[2]
        for inner in _inside(kind, value):
            yield from _endless(inner)


def _unparted(repeated: Any) -> bool:
    parts = _alternatives(repeated)
    return any(next(_endless(part), None) is not None and not _has_fixed_sign(part) for part in parts)


def _alternatives(tree: Any) -> list[Any]:
    """The branches of what is nothing but a group of alternatives; else the expression itself."""
    if len(tree) == 1 and tree[0][0] is op.SUBPATTERN:
        return _alternatives(tree[0][1][3])
    if len(tree) == 1 and tree[0][0] is op.BRANCH:
        return list(tree[0][1][1])
    return [tree]


def _has_fixed_sign(tree: Any) -> bool:
    return any(kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY) for kind, _ in tree)
