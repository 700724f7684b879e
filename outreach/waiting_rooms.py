"""Asks every room what it has to tell: each that has something keeps a module `waiting` (see `outreach.waiting`)."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import Any

import outreach


@cache
def modules() -> tuple[ModuleType, ...]:
    """The modules `waiting` of the rooms, by the rooms' names."""
    rooms = sorted(found.name for found in pkgutil.iter_modules(outreach.__path__) if found.ispkg)
    names = [f"outreach.{room}.waiting" for room in rooms]
    return tuple(importlib.import_module(name) for name in names if importlib.util.find_spec(name) is not None)


def told(what: str, *asked: Any) -> Sequence[Any]:
    """What all rooms tell: `what` is "tasks", "expected", "coming" or "changes", `asked` its arguments."""
    return [one for module in modules() if hasattr(module, what) for one in getattr(module, what)(*asked)]
