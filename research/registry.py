"""Finds the connectors: every module in `research/connectors/` whose name does not start with an underscore."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from research import connectors
from research.connector import Connector
from research.errors import InputError

_NAME_LIMIT = 60
"""Characters of a wrong name that are shown and compared."""


@cache
def all_connectors() -> Mapping[str, Connector]:
    """Every connector by its source's key, in alphabetical order. Raises: ValueError when two share one key."""
    found: dict[str, Connector] = {}
    for module_info in sorted(pkgutil.iter_modules(connectors.__path__), key=lambda info: info.name):
        if module_info.name.startswith("_"):
            continue
        module = cast("Connector", importlib.import_module(f"{connectors.__name__}.{module_info.name}"))
        key = module.SOURCE.key
        if key in found:
            raise ValueError(f"two connectors have the key {key!r}")
        found[key] = module
    return found


def choose(
    only: Iterable[str] = (), without: Iterable[str] = (), settings: Mapping[str, str] | None = None
) -> tuple[Connector, ...]:
    """The connectors to run: those on by default whose needs are set, or exactly those in `only`, less `without`.

    `settings` are the values that sources may need or use, by name. Raises: InputError for a key that is no source,
    or for a source named in `only` whose settings are missing.
    """
    connectors_by_key = all_connectors()
    only, without, have = tuple(only), tuple(without), settings or {}
    for key in (*only, *without):
        if key not in connectors_by_key:
            raise InputError(_no_such_source(key, connectors_by_key))
    chosen = []
    for key, connector in connectors_by_key.items():
        missing = sorted(need for need in connector.SOURCE.needs if not have.get(need))
        if key in only and missing:
            raise InputError(f"{connector.SOURCE.title} needs the setting {', '.join(missing)}.")
        wanted = key in only if only else connector.SOURCE.default_on and not missing
        if wanted and key not in without:
            chosen.append(connector)
    return tuple(chosen)


def _no_such_source(key: str, known: Iterable[str]) -> str:
    """What is wrong with a source's name, the nearest one that there is, and where all of them are listed."""
    near = difflib.get_close_matches(key[:_NAME_LIMIT].casefold(), known, n=1)
    meant = f" Did you mean {near[0]!r}?" if near else ""
    return f"There is no source {key[:_NAME_LIMIT]!r}.{meant} “python -m research sources” lists all of them."
