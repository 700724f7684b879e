"""Pages of a list by place, not by number: each costs the same, however far one goes, and none is skipped or doubled.

    order = (Key(Person.sort_name), Key(Person.id))
    page = page_of(session, select(Person), order, cursor=request.args.get("after"), size=50)
    page.rows, page.next_cursor, page.previous_cursor

A cursor says the row that one comes from, by the values it is ordered by; whoever changes it sees another part of the
same list and nothing else.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, or_
from sqlalchemy.orm import InstrumentedAttribute, Session

from outreach.errors import NotFound

T = TypeVar("T")

LONGEST_CURSOR = 2_000
LARGEST_PAGE = 200


class BadCursor(NotFound):
    """The address of this part of a list was cut or changed."""

    advice = "The address is not whole. Open the list from its beginning."


@dataclass(frozen=True)
class Key:
    """What a list is ordered by: an attribute of its class that is never null. The last key has to be unique."""

    attribute: InstrumentedAttribute[Any]
    descending: bool = False


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows of a list, in its order, and the cursors of its neighbors; None where there is none."""

    rows: Sequence[T]
    next_cursor: str | None
    previous_cursor: str | None


def page_of(
    session: Session,
    statement: Select[*tuple[Any, ...]],
    order: Sequence[Key],
    *,
    cursor: str | None = None,
    size: int = 50,
) -> Page[Any]:
    """The rows of `statement` (not ordered yet) after or before the cursor; without one, from the beginning.

    It asks for one class, or for columns, then with those that it is ordered by among them.

    Raises: BadCursor; ValueError for a size outside 1 to 200.
    """
    if not 1 <= size <= LARGEST_PAGE:
        raise ValueError(f"a page has 1 to {LARGEST_PAGE} rows, not {size}")
    backward, place = _decoded(cursor, order) if cursor else (False, None)
    if place is not None:
        statement = statement.where(_beyond(order, place, backward=backward))
    directed = [key.attribute.desc() if key.descending != backward else key.attribute.asc() for key in order]
    result = session.execute(statement.order_by(*directed).limit(size + 1))
    found = list(result.scalars() if len(result.keys()) == 1 else result)
    has_more = len(found) > size
    rows = found[:size]
    if backward:
        rows.reverse()
    if not rows:
        return Page((), None, None)
    # One who goes back has come from a later part, and one who goes on from an earlier one.
    has_next, has_previous = (True, has_more) if backward else (has_more, place is not None)
    return Page(
        rows,
        _encoded(order, rows[-1], backward=False) if has_next else None,
        _encoded(order, rows[0], backward=True) if has_previous else None,
    )


def _beyond(order: Sequence[Key], place: Sequence[Any], *, backward: bool) -> ColumnElement[bool]:
    """(a, b) beyond (x, y), for keys of any direction, so that an index on (a, b) can be entered at x.

    a >= x AND (a > x OR (a = x AND b > y)), with <= and < for what descends.
    """
    alternatives: list[ColumnElement[bool]] = []
    equal: list[ColumnElement[bool]] = []
    for key, value in zip(order, place, strict=True):
        falls = key.descending != backward
        alternatives.append(and_(*equal, key.attribute < value if falls else key.attribute > value))
        equal.append(key.attribute == value)
    first, value = order[0], place[0]
    entrance = first.attribute <= value if first.descending != backward else first.attribute >= value
    return and_(entrance, or_(*alternatives))


def _encoded(order: Sequence[Key], row: Any, *, backward: bool) -> str:
    values = [_as_json(getattr(row, key.attribute.key)) for key in order]
    told = json.dumps(["<" if backward else ">", *values], separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(told.encode("utf-8", "surrogatepass")).decode("ascii").rstrip("=")


def _decoded(cursor: str, order: Sequence[Key]) -> tuple[bool, list[Any]]:
    """Raises: BadCursor for what `_encoded` has not made of a list in this order."""
    if len(cursor) > LONGEST_CURSOR:
        raise BadCursor
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("utf-8"))
        direction, *values = told
        if direction not in ("<", ">") or len(values) != len(order):
            raise BadCursor
        return direction == "<", [_from_json(key, value) for key, value in zip(order, values, strict=True)]
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise BadCursor from error


def _as_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _from_json(key: Key, value: Any) -> Any:
    """Raises: ValueError, TypeError for a value that this key cannot have."""
    wanted = key.attribute.type.python_type
    if wanted is datetime:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError("a moment without a zone")
        return moment
    if wanted is date:
        return date.fromisoformat(value)
    if type(value) is not wanted or (wanted is str and "\x00" in value):
        raise TypeError(f"not a {wanted.__name__}")
    if wanted is int and abs(value) >= 2**63:
        raise ValueError("too large")
    return value
