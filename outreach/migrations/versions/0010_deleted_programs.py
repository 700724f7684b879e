"""A program that was deleted can be brought back for a while."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("program", sa.Column("deleted_at", columns.UtcDateTime(), nullable=True))


def downgrade() -> None:
    """Back. What was deleted is gone then, since the release before knows no way to hide it.

    What hangs on a row goes by hand: SQLite's keys are off while a step runs.
    """
    program = sa.table("program", sa.column("id"), sa.column("deleted_at"))
    deleted = sa.select(program.c.id).where(program.c.deleted_at.is_not(None))
    for name in ("program_credit", "program_source"):
        part = sa.table(name, sa.column("program_id"))
        op.execute(sa.delete(part).where(part.c.program_id.in_(deleted)))
    op.execute(sa.delete(program).where(program.c.deleted_at.is_not(None)))
    op.drop_column("program", "deleted_at")
