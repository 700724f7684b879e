"""One search over everything that a workspace keeps: people, organizations, facts, notes, programs, sources.

    search(session, "lukasik")                  -> Łukasik, and whoever else has it in a name or a text
    search(session, "mar hal", kinds=("person",), limit=8)

Rooms say in a module `searching` what of their rows is found, and under which words (`indexed`). A session then keeps
the index by itself, in the transaction of the change: nothing has to remember it. Words are folded both when they are
kept and when they are asked for (`folding`). A word of a title is found by any part of it of three letters and more,
a word of the body by its beginning. SQLite looks the words up with FTS5, PostgreSQL as a tsvector.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import (
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    UniqueConstraint,
    column,
    delete,
    event,
    func,
    insert,
    inspect,
    select,
    table,
    text,
)
from sqlalchemy import (
    cast as sql_cast,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Mapped, PassiveFlag, mapped_column, selectinload

from outreach.db import Base, Id, Owned, WorkspaceSession
from outreach.folding import fold

KINDS = {
    "person": "People",
    "organization": "Organizations",
    "program": "Programs",
    "project": "Projects",
    "draft": "Drafts",
    "article": "Articles",
    "talk": "Interviews",
    "event": "Events",
    "fact": "Facts",
    "note": "Notes",
    "touch": "What happened",
    "promise": "Promises",
    "advice": "Advice",
    "recommendation": "Recommendations",
    "signal": "What changed",
    "source": "Sources",
}
"""What can be found -> the words above it on the page, in the order in which equals are shown."""

LONGEST_QUESTION = 200
"""Characters of a question that are looked at; a pasted page is not a question."""

_MOST_TERMS = 8
_LONGEST_TERM = 40
_SHORTEST_PART = 3
"""Letters from which on a part of a word is looked for inside it; two letters stand in every third name."""

_MOST_WORDS = 2_000
"""Words kept of one row: a pasted report is found by its beginning."""

_CANDIDATES = 200
"""Rows that are fetched to be put in order. A question that fits more wants another letter."""

Row = TypeVar("Row", bound=Any)


class SearchEntry(Owned, Base):
    """One thing that can be found, under the words it is found by."""

    __tablename__ = "search_entry"
    __table_args__ = (
        UniqueConstraint("workspace_id", "kind", "ref_id"),
        Index("ix_search_entry_by_title", "workspace_id", "title_key", "id"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    ref_id: Mapped[int]
    """Id of the row in its own table."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    """The person it is about, with whom it goes."""
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    title_key: Mapped[str] = mapped_column(String(300))
    beside: Mapped[str] = mapped_column(String(300), default="")
    """A second line: the post, the town, whose note it is."""
    path: Mapped[str] = mapped_column(String(300))
    words: Mapped[str] = mapped_column(Text)
    """What it is found by: folded words, and the ends of those of the title."""


@dataclass(frozen=True)
class Entry:
    """What a row is found as. `body` is looked through as well and not shown."""

    title: str
    path: str
    beside: str = ""
    body: str = ""


@dataclass(frozen=True)
class Found:
    """One line of an answer."""

    kind: str
    ref_id: int
    title: str
    beside: str
    path: str


@dataclass(frozen=True)
class _Indexed:
    kind: str
    entry: Callable[[Any], Entry | None]
    hidden_by: tuple[str, ...]
    reads: tuple[str, ...]


_indexed: dict[type, _Indexed] = {}
_parts: dict[type, Callable[[Any], Any]] = {}


def indexed(
    model: type[Row], kind: str, *, hidden_by: tuple[str, ...] = (), reads: tuple[str, ...] = ()
) -> Callable[[Callable[[Row], Entry | None]], Callable[[Row], Entry | None]]:
    """Marks the function that says what a row of `model` is found as; None for one that is not to be found.

    `hidden_by` names attributes of a person or an organization that take it, with all about it, out of sight;
    `reads` names relations that the function looks at, so that a rebuilt index asks for them once for many rows.
    """

    def mark(entry: Callable[[Row], Entry | None]) -> Callable[[Row], Entry | None]:
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is no kind of thing that can be found")
        _indexed[model] = _Indexed(kind, entry, hidden_by, reads)
        return entry

    return mark


def part_of(model: type[Row]) -> Callable[[Callable[[Row], Any]], Callable[[Row], Any]]:
    """Marks the function that says which indexed row a row of `model` is a part of, as a post is of a person."""

    def mark(whole: Callable[[Row], Any]) -> Callable[[Row], Any]:
        _parts[model] = whole
        return whole

    return mark


def load(rooms: Iterable[str]) -> None:
    """Imports the `searching` module of each room that has one."""
    for room in rooms:
        if importlib.util.find_spec(f"outreach.{room}.searching") is not None:
            importlib.import_module(f"outreach.{room}.searching")


# --- asking -----------------------------------------------------------------------------------------------------------


def search(
    session: WorkspaceSession, question: str, *, kinds: Sequence[str] = (), limit: int = 20
) -> tuple[Found, ...]:
    """What fits every word of the question, best first: names that begin with it, then names, then texts.

    Any text may be asked; signs mean nothing. A question without a letter or digit finds nothing.
    """
    terms = fold(question[:LONGEST_QUESTION].replace("\x00", " ")).split()[:_MOST_TERMS]
    if not terms:
        return ()
    terms = [term[:_LONGEST_TERM] for term in terms]
    whole = " ".join(terms)
    rows = {row.id: row for row in session.execute(_of_kinds(_beginning(whole), kinds).limit(max(limit, 50)))}
    if max(map(len, terms)) > 1:
        for row in session.execute(_of_kinds(_matching(session, terms), kinds).limit(_CANDIDATES)):
            rows[row.id] = row
    order = list(KINDS)
    ranked = sorted(
        rows.values(),
        key=lambda row: (*_distance(row.title_key, whole, terms), order.index(row.kind), row.title_key, row.id),
    )
    return tuple(Found(row.kind, row.ref_id, row.title, row.beside, row.path) for row in ranked[:limit])


def _of_kinds(statement: Select[*tuple[Any, ...]], kinds: Sequence[str]) -> Select[Any]:
    return statement.where(SearchEntry.kind.in_(kinds)) if kinds else statement


def _beginning(whole: str) -> Select[*tuple[Any, ...]]:
    """Entries whose title begins with these words: a range of the index, in its order."""
    title = SearchEntry.title_key
    return select(*_SHOWN).where(title >= whole, title < whole + "\U0010ffff").order_by(title, SearchEntry.id)


def _matching(session: WorkspaceSession, terms: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """Entries with a word that begins with each term, in no order."""
    if session.get_bind().dialect.name == "postgresql":
        question = " & ".join(f"'{term}':*" for term in terms)
        return select(*_SHOWN).where(_VECTOR.op("@@")(sql_cast(question, TSQUERY)))
    question = " ".join(f'"{term}"*' for term in terms)
    # A list of numbers first: joined, SQLite walks the workspace's entries and asks FTS for each of them, for seconds.
    fitting = select(_FTS.c.rowid).where(text("search_index MATCH :question").bindparams(question=question))
    return select(*_SHOWN).where(SearchEntry.id.in_(fitting))


_SHOWN = (
    SearchEntry.id, SearchEntry.kind, SearchEntry.ref_id, SearchEntry.title, SearchEntry.title_key, SearchEntry.beside,
    SearchEntry.path,
)  # fmt: skip
"""All but the words: they are long, and only looked through."""

_VECTOR = func.array_to_tsvector(func.string_to_array(SearchEntry.words, " "))
"""Made of the folded words as they are: PostgreSQL's own parser would cut other scripts by the server's locale."""

_FTS = table("search_index", column("rowid"))


def _distance(title: str, whole: str, terms: Sequence[str]) -> tuple[int, int]:
    """How far a title is from the question; (0, 0) is the title itself."""
    if title == whole:
        return 0, 0
    words = title.split()
    if title.startswith(whole):
        return 1, len(words)
    if all(any(word.startswith(term) for word in words) for term in terms):
        return 2, len(words)
    return (3, len(words)) if all(term in title for term in terms) else (4, 0)


# --- keeping ----------------------------------------------------------------------------------------------------------


def words_of(title: str, body: str) -> str:
    """The words that an entry is found by: each once, those of the title with their ends.

    >>> words_of("Ada Obi", "Ada, Director")
    'ada director obi'
    >>> words_of("Kahale", "")
    'ahale ale hale kahale'
    """
    words: dict[str, None] = {}
    for word in fold(title).split():
        kept = word[:_LONGEST_TERM]
        for start in range(max(1, len(kept) - _SHORTEST_PART + 1)):
            words[kept[start:]] = None
    for word in fold(body).split():
        words[word[:_LONGEST_TERM]] = None
        if len(words) >= _MOST_WORDS:
            break
    return " ".join(sorted(words))


@event.listens_for(WorkspaceSession, "after_flush", propagate=True)
def _notice(session: WorkspaceSession, _context: object) -> None:
    """Remembers what was changed, while it is still known what it was."""
    changed: dict[Any, bool] = session.info.setdefault("search_changed", {})
    fresh: set[Any] = session.info.setdefault("search_fresh", set())
    fresh.update(row for row in session.new if type(row) in _indexed)
    for row in [*session.new, *(row for row in session.dirty if _tells_otherwise(session, row))]:
        whole = _parts[type(row)](row) if type(row) in _parts else row
        how = _indexed.get(type(whole))
        if how is not None and whole not in session.deleted:
            appears = any(inspect(whole).attrs[name].history.has_changes() for name in how.hidden_by)
            changed[whole] = changed.get(whole, False) or (appears and whole not in session.new)
    gone: list[tuple[int, str, int]] = session.info.setdefault("search_gone", [])
    gone.extend(
        (row.workspace_id, _indexed[type(row)].kind, row.id) for row in session.deleted if type(row) in _indexed
    )


def _tells_otherwise(session: WorkspaceSession, row: Any) -> bool:
    """Whether a changed row can be found otherwise than before: not a person who got a note, but one with a post."""
    if session.is_modified(row, include_collections=False):
        return True
    looked_at = _indexed[type(row)].reads if type(row) in _indexed else ()
    seen = PassiveFlag.PASSIVE_NO_INITIALIZE | PassiveFlag.INCLUDE_PENDING_MUTATIONS
    return any(inspect(row).get_history(name, seen).has_changes() for name in looked_at)


@event.listens_for(WorkspaceSession, "after_flush_postexec", propagate=True)
def _keep(session: WorkspaceSession, _context: object) -> None:
    """Writes the entries of what was changed, in the same transaction."""
    changed: dict[Any, bool] = session.info.pop("search_changed", {})
    gone: list[tuple[int, str, int]] = session.info.pop("search_gone", [])
    fresh: set[Any] = session.info.pop("search_fresh", set())
    for workspace_id, kind, ref_id in gone:
        _remove(session, workspace_id, kind, [ref_id])
    for row, appears in changed.items():
        if row not in fresh and _indexed[type(row)].entry(row) is None:
            _remove_all_about(session, row)
        elif appears:
            _put(session, [row, *_all_about(session, row)])
    _put(session, [row for row, appears in changed.items() if not appears], fresh)


@event.listens_for(WorkspaceSession, "after_soft_rollback", propagate=True)
def _forget(session: WorkspaceSession, _previous: object) -> None:
    session.info.pop("search_changed", None)
    session.info.pop("search_gone", None)
    session.info.pop("search_fresh", None)


def _put(session: WorkspaceSession, rows: Sequence[Any], fresh: Collection[Any] = ()) -> None:
    """Writes entries anew: what was there under the same kind and id goes. Of fresh rows there was nothing yet."""
    by_kind: dict[tuple[int, str], list[int]] = {}
    values = []
    for row in rows:
        how = _indexed[type(row)]
        if row not in fresh:
            by_kind.setdefault((row.workspace_id, how.kind), []).append(row.id)
        entry = how.entry(row)
        if entry is not None:
            values.append(_values(row, how.kind, entry))
    for (workspace_id, kind), ids in by_kind.items():
        _remove(session, workspace_id, kind, ids)
    if values:
        session.execute(insert(SearchEntry), values)


def _values(row: Any, kind: str, entry: Entry) -> dict[str, Any]:
    return {
        "workspace_id": row.workspace_id,
        "kind": kind,
        "ref_id": row.id,
        "person_id": row.id if kind == "person" else getattr(row, "person_id", None),
        "organization_id": row.id if kind == "organization" else getattr(row, "organization_id", None),
        "title": entry.title[:300],
        "title_key": fold(entry.title)[:300],
        "beside": entry.beside[:300],
        "path": entry.path,
        "words": words_of(entry.title, entry.body),
    }


def _remove(session: WorkspaceSession, workspace_id: int, kind: str, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), 500):
        chosen = SearchEntry.ref_id.in_(ids[start : start + 500])
        of_kind = (SearchEntry.workspace_id == workspace_id, SearchEntry.kind == kind, chosen)
        session.execute(delete(SearchEntry).where(*of_kind), execution_options={"synchronize_session": False})


def remove(session: WorkspaceSession, kind: str, ids: Sequence[int]) -> None:
    """Takes rows out of sight that were removed past the session. In a system session: whosever they are."""
    for start in range(0, len(ids), 500):
        those = (SearchEntry.kind == kind, SearchEntry.ref_id.in_(ids[start : start + 500]))
        session.execute(delete(SearchEntry).where(*those), execution_options={"synchronize_session": False})


def _remove_all_about(session: WorkspaceSession, row: Any) -> None:
    """Takes a person or an organization out of sight, with all that is told about it."""
    kind = _indexed[type(row)].kind
    if kind not in ("person", "organization"):
        return
    about = SearchEntry.person_id if kind == "person" else SearchEntry.organization_id
    those = (SearchEntry.workspace_id == row.workspace_id, about == row.id)
    session.execute(delete(SearchEntry).where(*those), execution_options={"synchronize_session": False})


def _all_about(session: WorkspaceSession, row: Any) -> Iterator[Any]:
    """Every indexed row about a person or an organization."""
    name = {"person": "person_id", "organization": "organization_id"}.get(_indexed[type(row)].kind)
    for model in _indexed:
        if name and hasattr(model, name):
            mapped = cast("Any", model)
            of_workspace = select(mapped).where(mapped.workspace_id == row.workspace_id)
            yield from session.scalars(of_workspace.where(getattr(mapped, name) == row.id))


def rebuild(session: WorkspaceSession) -> int:
    """Writes the whole index of the session's workspace anew; returns how many entries there are.

    Needed only after rows were written past the session (a restored old backup, a bulk load).
    """
    session.execute(
        delete(SearchEntry).where(SearchEntry.workspace_id == session.workspace_id),
        execution_options={"synchronize_session": False},
    )
    for model in _indexed:
        mapped, last = cast("Any", model), 0
        together = [selectinload(getattr(mapped, name)) for name in _indexed[model].reads]
        every = select(mapped).options(*together).order_by(mapped.id).limit(500)
        while rows := list(session.scalars(every.where(mapped.id > last))):
            last = rows[-1].id
            _put(session, rows)
            session.expunge_all()
    return session.scalar(select(func.count()).select_from(SearchEntry)) or 0
