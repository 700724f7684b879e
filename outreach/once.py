"""Reads that several parts of one page need: made once in a session that cannot change anything.

    @once
    def person_here(session, person_id): ...

A page is put together from parts that know nothing of each other, and each asks for what it needs. In a session that
only reads, the second one to ask is given what the first was; in one that writes, every call reads anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from outreach.db import WorkspaceSession

P = ParamSpec("P")
T = TypeVar("T")

_KEY = "read once"


def once(
    read: Callable[Concatenate[WorkspaceSession, P], T],
) -> Callable[Concatenate[WorkspaceSession, P], T]:
    """Makes a function of a session and hashable arguments read once in each session that only reads.

    Who gets the answer must not change it. What is raised is not kept.
    """

    @wraps(read)
    def reading(session: WorkspaceSession, /, *arguments: P.args, **named: P.kwargs) -> T:
        if not session.reads_only:
            return read(session, *arguments, **named)
        known: dict[object, T] = session.info.setdefault(_KEY, {})
        key = (read, arguments, tuple(sorted(named.items())))
        if key not in known:
            known[key] = read(session, *arguments, **named)
        return known[key]

    return reading
