"""No statement reaches an owned table without its workspace: the criterion is added, and its absence is an error.

Two steps, so that a query cannot forget it. First, every ORM statement of a session that belongs to a workspace gets
`workspace_id = <the session's>` for each owned class in it, in joins, subqueries, aliases and relationship loads alike
(`workspace_session`). Second, just before any statement goes to the database, its finished SQL is read (`unguarded`):
each place where an owned table stands must have its criterion, and each workspace number handed over must be the
session's. The second step does not trust the first: what was written with tables instead of classes, or as text, passes
only if it has the criterion too. It reads SQL more strictly than SQL is, so it may refuse what would be right; it is
meant to err on this side. On PostgreSQL row security is a third step, in the database itself (`row_security`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

COLUMN = "workspace_id"


class WorkspaceLeak(Exception):
    """A statement would have read or written rows without saying, or with the wrong, workspace. Always our mistake."""


_TEXT = re.compile(r"'(?:[^']|'')*'")
_PARAMETER = re.compile(r"%\(\w{1,120}\)s")
"""A value to come, in PostgreSQL's writing. Its name may be a table's: that of `draft.version` is `draft_version`."""
_GUARD = re.compile(r'(?:\b(?P<alias>\w{1,80})|"(?P<quoted>\w{1,80})")\."?workspace_id"? = (?:\?|%\(|:\w|\$\d)')
_INSERTED = re.compile(r'^\s{0,9}INSERT INTO "?(?P<table>\w{1,80})"? \([^()]{0,20000}\)')
_UNUSUAL = re.compile(r"--|/\*|[\[`]|\b(?:main|temp|public)\b\"?\s{0,9}\.", re.IGNORECASE)
"""What SQLAlchemy does not write here by itself: comments, other quotes, a schema. Such SQL is judged as text."""

_NAME_IN_FROM = re.compile(
    r'(?P<before>\b(?:FROM|JOIN|UPDATE|INTO|ONLY|USING|LATERAL)\s{1,9}|[,(]\s{0,9})"?(?P<table>\w{1,80})"?(?![\w.]|"?\.|"?\s{0,3}\()'
    r'(?:\s{1,9}AS\s{1,9}"?(?P<alias>\w{1,80})"?)?(?P<after>\s{0,3}=)?',
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def unguarded(sql: str, owned: frozenset[str]) -> tuple[str, ...]:
    """The owned tables that stand in this compiled SQL more often than their criterion does.

    SQL as SQLAlchemy writes it; rows being inserted need no criterion, their number is checked instead.
    """
    text = _PARAMETER.sub("?", _TEXT.sub("''", sql))
    if _UNUSUAL.search(text):
        return mentioned(sql, owned)
    text = _without_returned_columns(_INSERTED.sub("", text))
    wanted: Counter[str] = Counter()
    for found in _NAME_IN_FROM.finditer(text):
        name = found["table"].lower()
        if name in owned and not found["after"]:
            wanted[(found["alias"] or name).lower()] += 1
    guards = Counter((found["alias"] or found["quoted"]).lower() for found in _GUARD.finditer(text))
    return tuple(sorted(name for name, count in wanted.items() if guards[name] < count))


def _without_returned_columns(text: str) -> str:
    """Columns after the last RETURNING stand there without their table, and may be named like another one."""
    before, _, after = text.rpartition(" RETURNING ")
    return before if before and "(" not in after else text


@lru_cache(maxsize=512)
def mentioned(sql: str, owned: frozenset[str]) -> tuple[str, ...]:
    """The owned tables whose names appear anywhere in a text, in any spelling or part of a word."""
    text = sql.casefold()
    return tuple(sorted(name for name in owned if name in text))


def foreign_numbers(parameters: Iterable[Mapping[str, Any]], workspace_id: int) -> set[object]:
    """The workspace numbers among a statement's named values that are not this one."""
    return {
        value
        for values in parameters
        for name, value in values.items()
        if name.startswith(COLUMN) and value != workspace_id
    }
