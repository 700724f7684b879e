"""Statements that are put together once: each page asks the same questions, with other values.

    @kept
    def _drafts_of() -> Select[tuple[Draft]]:
        return select(Draft).where(Draft.person_id == bindparam("person"))

    session.scalars(_drafts_of(), {"person": person_id})

To put a statement together and to find it among those that were compiled takes longer than SQLite takes to answer it.
One that is kept is put together when it is first asked for, and is given each workspace once (`workspace_session`). It
says no value of a call itself: those are parameters. `kept_statement` keeps one that a module makes as it is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from sqlalchemy import Executable

S = TypeVar("S", bound=Executable)

KEPT = "is_kept"
"""The execution option by which a session knows such a statement."""


def kept(build: Callable[[], S]) -> Callable[[], S]:
    """Makes a function that puts a statement together do so once for the whole process."""

    return cache(lambda: kept_statement(build()))


def kept_statement(statement: S) -> S:
    """A statement of a module that stays the same for the whole process."""
    return statement.execution_options(**{KEPT: True})
