"""Two workspaces with a leader and a remark each, in tables of the tests' own, to try the guard on."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from outreach import row_security
from outreach.db import NAMING, Base, Database, Id, Json, Owned, owned_tables

MINE, THEIRS = 1, 2


class Tables(DeclarativeBase):
    """Beside the application's own, which must not see these."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = Base.type_annotation_map


class Workspace(Tables):
    __tablename__ = "workspace"
    id: Mapped[Id]


class Leader(Owned, Tables):
    __tablename__ = "guarded_leader"
    id: Mapped[Id]
    name: Mapped[str]
    seen_at: Mapped[datetime | None]
    details: Mapped[Any] = mapped_column(Json, nullable=True)
    chief_id: Mapped[int | None] = mapped_column(ForeignKey("guarded_leader.id"))
    chief: Mapped[Leader | None] = relationship(remote_side="Leader.id")
    remarks: Mapped[list[Remark]] = relationship(back_populates="leader", cascade="all, delete-orphan")


class Remark(Owned, Tables):
    __tablename__ = "guarded_remark"
    id: Mapped[Id]
    leader_id: Mapped[int] = mapped_column(ForeignKey("guarded_leader.id"))
    text: Mapped[str]
    leader: Mapped[Leader] = relationship(back_populates="remarks")


class Note(Tables):
    """Belongs to nobody."""

    __tablename__ = "unguarded_note"
    id: Mapped[Id]
    text: Mapped[str]
    workspace_id: Mapped[int | None]


def fill(database: Database) -> None:
    """Makes the tables, and in each workspace one leader, who leads himself, with one remark."""
    with database.system_connection("making tables for a test") as connection:
        Tables.metadata.create_all(connection)
        row_security.protect(connection, owned_tables())
    with database.open_session() as session:
        session.add_all([Workspace(id=MINE), Workspace(id=THEIRS)])
    for workspace_id, name in ((MINE, "mine"), (THEIRS, "theirs")):
        with database.session_for(workspace_id) as session:
            leader = Leader(name=name, remarks=[Remark(text=name)])
            session.add(leader)
            session.flush()
            leader.chief_id = leader.id
