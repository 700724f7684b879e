"""The project's own files, and what its modules import, for the tests of its shape."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
_HOLDS_STATEMENTS = (ast.stmt, ast.ExceptHandler, ast.match_case)
NOT_OURS = frozenset({"__pycache__", "look-out", "pdf-out", "instance", "htmlcov"})


def files(*endings: str, below: str = ".") -> Iterator[Path]:
    """Every file of ours with one of these endings (all without), as a path below the repository."""
    folder = (REPOSITORY / below).relative_to(REPOSITORY)
    for path in _all_files():
        if path.is_relative_to(folder) and (not endings or path.suffix in endings):
            yield path


@cache  # asked for by a hundred tests
def _all_files() -> tuple[Path, ...]:
    found = []
    for folder, below, names in os.walk(REPOSITORY):
        inside = Path(folder).relative_to(REPOSITORY)
        below[:] = [name for name in below if _is_ours(name)]
        found += [inside / name for name in names if _is_ours(name)]
    return tuple(sorted(found))


def _is_ours(name: str) -> bool:
    return name not in NOT_OURS and (name == ".ci" or not name.startswith("."))


def module_name(path: Path) -> str:
    """research/pages/__init__.py -> research.pages."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imports(source: str, *, module_level: bool = False) -> Iterator[tuple[str, str]]:
    """What a file's text imports, as (module, name), the name "" for `import module`.

    `module_level` leaves out what is imported inside functions, and for the types only.
    """
    yield from _imports_of(source, module_level)


@cache  # each file is asked by five tests
def _imports_of(source: str, module_level: bool) -> tuple[tuple[str, str], ...]:
    return tuple(_imports_in(ast.parse(source), module_level))


def _imports_in(tree: ast.AST, module_level: bool) -> Iterator[tuple[str, str]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, _HOLDS_STATEMENTS) and not (module_level and _is_left_out(node)):
            yield from _imports_in(node, module_level)


def _is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return True
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
