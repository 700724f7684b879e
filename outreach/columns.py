"""Types of columns: aware times, JSON that cannot be changed in place, and ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, NoReturn, SupportsIndex

from sqlalchemy import JSON, BigInteger, CheckConstraint, DateTime, Index, Integer, TextClause
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

LARGEST_ID = 2**63 - 1
"""The largest whole number that both databases keep in an id (8 bytes, signed)."""

ID_TYPE = BigInteger().with_variant(Integer(), "sqlite")
"""8 bytes everywhere: SQLite's INTEGER is that already, and only under this name counts ids by itself."""

Id = Annotated[int, mapped_column(ID_TYPE, primary_key=True)]
"""The primary key of a table: `id: Mapped[Id]`. The database counts it, and never gives one out twice."""


PARTIAL_DATE_LENGTHS = (0, 4, 7, 10)
"""Characters of a date as precise as a source has it: unknown "", "2026", "2026-11", "2026-11-22"."""


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """The column holds one of these words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def partial_date(column: str) -> CheckConstraint:
    """The text column holds a `research.types.PartialDate` as text, or "" for unknown: its order is that of time."""
    lengths = ", ".join(str(length) for length in PARTIAL_DATE_LENGTHS)
    return CheckConstraint(f"length({column}) IN ({lengths})", name=column)


def one_subject() -> CheckConstraint:
    """The row is about a person or about an organization, never both or neither."""
    return CheckConstraint("(person_id IS NULL) != (organization_id IS NULL)", name="one_subject")


def index_where(where: TextClause, name: str, *columns: str) -> Index:
    """An index of those rows alone of which the words hold: a query is served by it that says the same words."""
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware out, always UTC. SQLite keeps no zone, so there it is stored as UTC without one.

    Raises: ValueError for a time without a zone, whose moment nobody can know.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What it reads and takes."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, without its zone where the database knows none."""
        if value is None:
            return None
        if value.tzinfo is None or value.utcoffset() is None:
            raise ValueError(f"{value.isoformat()} has no time zone, so the moment it means is not known")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The stored moment, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _refuse_change(*_arguments: Any, **_named: Any) -> NoReturn:
    raise TypeError("a JSON column is not changed in place, since that would not be saved: assign a new value")


class FrozenDict(dict[str, Any]):
    """A dict as read from a JSON column. `value | {...}` and `thawed(value)` give one that can be changed."""

    __setitem__ = __delitem__ = __ior__ = _refuse_change
    clear = pop = popitem = setdefault = update = _refuse_change

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        return {key: thawed(value) for key, value in self.items()}


class FrozenList(list[Any]):
    """A list as read from a JSON column. `[*value, more]` and `thawed(value)` give one that can be changed."""

    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse_change
    append = clear = extend = insert = pop = remove = reverse = sort = _refuse_change

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return list, (list(self),)

    def __deepcopy__(self, memo: dict[int, Any]) -> list[Any]:
        return [thawed(value) for value in self]


def frozen(value: Any) -> Any:
    """The same JSON value, with every dict and list in it unchangeable."""
    if isinstance(value, Mapping):
        return FrozenDict({key: frozen(inner) for key, inner in value.items()})
    if isinstance(value, (list, tuple)):
        return FrozenList([frozen(inner) for inner in value])
    return value


def thawed(value: Any) -> Any:
    """The same JSON value as ordinary dicts and lists."""
    if isinstance(value, Mapping):
        return {key: thawed(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [thawed(inner) for inner in value]
    return value


class Json(TypeDecorator[Any]):
    """A JSON value (JSONB on PostgreSQL). What is read cannot be changed in place, so no change is lost unnoticed.

    Raises: ValueError for what JSON cannot say (NaN, infinity) or PostgreSQL cannot keep (the character NUL).
    """

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """JSONB where there is one."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(JSONB(none_as_null=True))
        return dialect.type_descriptor(JSON(none_as_null=True))

    def process_bind_param(self, value: Any, _dialect: Dialect) -> Any:
        """The value as ordinary dicts and lists, proven to be JSON."""
        if value is None:
            return None
        told = json.dumps(thawed(value), allow_nan=False)
        if "\\u0000" in told and any("\x00" in text for text in _texts(value)):
            raise ValueError("a text with the character NUL cannot be kept")
        return json.loads(told)

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        """The value with all its dicts and lists frozen."""
        return frozen(value)


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
