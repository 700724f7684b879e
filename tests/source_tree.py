"""The project's own files, and what its modules import, for the tests of its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
NOT_OURS = frozenset({"__pycache__", "look-out", "pdf-out", "instance", "htmlcov"})


def files(*endings: str, below: str = ".") -> Iterator[Path]:
    """Every file of ours with one of these endings (all without), as a path below the repository."""
    for path in sorted((REPOSITORY / below).rglob("*")):
        inside = path.relative_to(REPOSITORY)
        hidden = any(part.startswith(".") and part != ".ci" for part in inside.parts)
        if hidden or NOT_OURS & set(inside.parts) or not path.is_file():
            continue
        if not endings or path.suffix in endings:
            yield inside


def module_name(path: Path) -> str:
    """research/pages/__init__.py -> research.pages."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imports(source: str, *, module_level: bool = False) -> Iterator[tuple[str, str]]:
    """What a file's text imports, as (module, name), the name "" for `import module`.

    `module_level` leaves out what is imported inside functions, and for the types only.
    """
    yield from _imports_in(ast.parse(source), module_level)


def _imports_in(tree: ast.AST, module_level: bool) -> Iterator[tuple[str, str]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif not (module_level and _is_left_out(node)):
            yield from _imports_in(node, module_level)


def _is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return True
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
