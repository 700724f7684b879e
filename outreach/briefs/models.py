"""What was printed: each printing with its file as it was, and each page as it was put together.

The file is kept byte for byte, so that it can be printed again whatever has changed since. A page belongs to a person:
when they are forgotten, their page goes, and with it the file that held it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach.columns import one_of
from outreach.db import Base, Id, Json, Owned
from outreach.events.models import Event
from outreach.people.models import Person

PRINTING_KINDS = {
    "pack": "Pack",
    "brief": "Brief",
    "difference": "What changed since your print",
}
"""What was printed -> the words on the screen."""

PAPERS = {"letter": "US Letter", "a4": "A4"}


class Printing(Owned, Base):
    """One file that was made for printing."""

    __tablename__ = "printing"
    __table_args__ = (
        one_of("kind", PRINTING_KINDS),
        one_of("paper", PAPERS),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("pages > 0", name="pages"),
        Index("ix_printing_of_event", "workspace_id", "event_id", "made_at", "id"),
        Index("ix_printing_latest", "workspace_id", "made_at", "id"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    """Of a single brief."""
    since_id: Mapped[int | None] = mapped_column(ForeignKey("printing.id", ondelete="SET NULL"), index=True)
    """The printing that a difference sheet starts from."""
    title: Mapped[str] = mapped_column(String(300))
    paper: Mapped[str] = mapped_column(String(10))
    parts: Mapped[list[Any]] = mapped_column(Json, default=list)
    """What it holds: "run_sheet", "briefs", "cards", "sources"."""
    content: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """The run sheet as it was put together, without what belongs to one person."""
    pages: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
    """Since when its file is gone, because somebody in it was forgotten."""

    event: Mapped[Event | None] = relationship()
    person: Mapped[Person | None] = relationship()
    file: Mapped[PrintedFile | None] = relationship(back_populates="printing", passive_deletes=True)
    printed_pages: Mapped[list[PrintedPage]] = relationship(
        back_populates="printing", passive_deletes=True, order_by="PrintedPage.number"
    )


class PrintedFile(Owned, Base):
    """The bytes of a printing, apart from it so that lists do not read them."""

    __tablename__ = "printed_file"

    id: Mapped[Id]
    printing_id: Mapped[int] = mapped_column(ForeignKey("printing.id", ondelete="CASCADE"), unique=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)

    printing: Mapped[Printing] = relationship(back_populates="file")


class PrintedPage(Owned, Base):
    """What a person's page said: the model of the brief as it was printed."""

    __tablename__ = "printed_page"
    __table_args__ = (
        CheckConstraint("number > 0", name="number"),
        Index("ix_printed_page_of_printing", "workspace_id", "printing_id", "number"),
    )

    id: Mapped[Id]
    printing_id: Mapped[int] = mapped_column(ForeignKey("printing.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    """The page of the file on which the person's brief stands."""
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    """`model.Brief` and the run sheet's line, as JSON."""

    printing: Mapped[Printing] = relationship(back_populates="printed_pages")
    person: Mapped[Person] = relationship()
