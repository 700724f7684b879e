"""Printings: what was printed, its file and its pages."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def _foreign(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "printing",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("event_id", columns.ID_TYPE, nullable=True),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("since_id", columns.ID_TYPE, nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("paper", sa.String(length=10), nullable=False),
        sa.Column("parts", columns.Json(), nullable=False),
        sa.Column("content", columns.Json(), nullable=False),
        sa.Column("pages", columns.ID_TYPE, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("made_at", columns.UtcDateTime(), nullable=False),
        sa.Column("erased_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("kind IN ('pack', 'brief', 'difference')", name=op.f("ck_printing_kind")),
        sa.CheckConstraint("paper IN ('letter', 'a4')", name=op.f("ck_printing_paper")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_printing_sha256")),
        sa.CheckConstraint("pages > 0", name=op.f("ck_printing_pages")),
        _foreign("printing", "event_id", "event", "CASCADE"),
        _foreign("printing", "made_by_id", "user_account", "SET NULL"),
        _foreign("printing", "person_id", "person", "CASCADE"),
        _foreign("printing", "since_id", "printing", "SET NULL"),
        _foreign("printing", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printing")),
    )
    op.create_index("ix_printing_latest", "printing", ["workspace_id", "made_at", "id"])
    op.create_index("ix_printing_of_event", "printing", ["workspace_id", "event_id", "made_at", "id"])
    op.create_index(op.f("ix_printing_person_id"), "printing", ["person_id"])
    op.create_index(op.f("ix_printing_since_id"), "printing", ["since_id"])

    op.create_table(
        "printed_file",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("printing_id", columns.ID_TYPE, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        _foreign("printed_file", "printing_id", "printing", "CASCADE"),
        _foreign("printed_file", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_file")),
        sa.UniqueConstraint("printing_id", name=op.f("uq_printed_file_printing_id")),
    )
    op.create_table(
        "printed_page",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("printing_id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("number", columns.ID_TYPE, nullable=False),
        sa.Column("content", columns.Json(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_printed_page_number")),
        _foreign("printed_page", "person_id", "person", "CASCADE"),
        _foreign("printed_page", "printing_id", "printing", "CASCADE"),
        _foreign("printed_page", "workspace_id", "workspace", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_page")),
    )
    op.create_index("ix_printed_page_of_printing", "printed_page", ["workspace_id", "printing_id", "number"])
    op.create_index(op.f("ix_printed_page_person_id"), "printed_page", ["person_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("printed_page")
    op.drop_table("printed_file")
    op.drop_table("printing")
