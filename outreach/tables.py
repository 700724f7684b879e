"""What all tables share: the names of constraints, the types of columns, and whose rows belong to one workspace."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Connection, ForeignKey, MetaData, Table, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column

from outreach import workspace_guard
from outreach.columns import ID_TYPE, UtcDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of all tables. Constraints get names by a rule, so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime(), int: ID_TYPE}


class Owned:
    """Mixin of every table whose rows belong to one workspace: `class Person(Owned, Base)`.

    The session stamps new rows; all others of the class are invisible to it. See `workspace_guard`.
    """

    @declared_attr
    @classmethod
    def workspace_id(cls) -> Mapped[int]:
        """The workspace the row belongs to. Its rows go when it goes.

        No index of its own: every query asks for the workspace and something else, and SQLite, which knows nothing of
        how many rows a workspace has, takes such an index for the best and reads the whole workspace through it.
        Where a list needs one, it begins with this column and goes on with what the list is ordered by.
        """
        return mapped_column(ID_TYPE, ForeignKey("workspace.id", ondelete="CASCADE"))


_owned: frozenset[str] = frozenset()


def owned_tables() -> frozenset[str]:
    """The names of all tables mapped with `Owned` or marked by `mark_owned`."""
    return _owned


def mark_owned(table: Table) -> Table:
    """Puts a table that has no class (a search index, say) under the guard. It must have a column `workspace_id`."""
    global _owned  # noqa: PLW0603 (what is mapped is known to the whole process)
    if workspace_guard.COLUMN not in table.c:
        raise ValueError(f"{table.name} has no column {workspace_guard.COLUMN}")
    _owned |= {table.name.lower()}
    return table


@event.listens_for(Mapper, "after_mapper_constructed")
def _mark_class(mapper: Mapper[Any], class_: type) -> None:
    if issubclass(class_, Owned) and isinstance(mapper.local_table, Table):
        mark_owned(mapper.local_table)


@event.listens_for(Table, "before_create")
def _count_ids_on(table: Table, _connection: Connection, **_named: Any) -> None:
    """SQLite gives the id of a removed last row to the next one, unless told not to: an old link would find another."""
    if table.autoincrement_column is not None:
        table.dialect_options["sqlite"]["autoincrement"] = True
