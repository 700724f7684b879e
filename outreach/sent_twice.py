"""A form that was sent twice, by a double press or by going back and sending it again, makes one row.

The page's script holds a second press back; without script, or when the first answer never came, both arrive.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from outreach.db import WorkspaceSession

Row = TypeVar("Row")

WITHIN = timedelta(minutes=2)
"""Who means to enter the very same words once more has seen the first ones on the page by then."""


def just_made(session: WorkspaceSession, row_class: type[Row], now: datetime, **same: object) -> Row | None:
    """The newest row with these very values, if it was made within `WITHIN`; None otherwise.

    Also one that is a little newer than `now`: of two requests at the same instant, the one that began first may be the
    one that comes to its turn last.

    row_class: has `id` and `created_at`. Before asking, hold the row that the new one belongs to (`hold`): then two
    requests at the same instant come one after the other.
    """
    columns: Any = row_class
    query = select(row_class).filter_by(**same)
    query = query.where(columns.created_at >= now - WITHIN, columns.created_at <= now + WITHIN)
    return session.scalars(query.order_by(columns.id.desc()).limit(1)).first()


def hold(session: WorkspaceSession, number: InstrumentedAttribute[int], value: int) -> None:
    """Lets no other request hold this row until the transaction ends. SQLite has one writer at a time anyway."""
    if session.get_bind().dialect.name == "sqlite":
        return
    session.execute(select(number).where(number == value).with_for_update())
