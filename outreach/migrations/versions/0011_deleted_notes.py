"""A note that was deleted can be brought back for a while, with what rested on it."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("person_note", sa.Column("deleted_at", columns.UtcDateTime(), nullable=True))
    op.add_column("person_note", sa.Column("taken_along", columns.Json(), nullable=True))


def downgrade() -> None:
    """Back. What was deleted is gone then, since the release before knows no way to hide it.

    What hangs on a row goes by hand: SQLite's keys are off while a step runs.
    """
    note = sa.table("person_note", sa.column("id"), sa.column("deleted_at"))
    claim = sa.table("claim", sa.column("id"), sa.column("note_id"))
    program = sa.table("program", sa.column("made_from_claim_id"))
    deleted = sa.select(note.c.id).where(note.c.deleted_at.is_not(None))
    claims = sa.select(claim.c.id).where(claim.c.note_id.in_(deleted))
    op.execute(sa.update(program).where(program.c.made_from_claim_id.in_(claims)).values(made_from_claim_id=None))
    for name in ("fact_claim", "program_source"):
        resting = sa.table(name, sa.column("claim_id"))
        op.execute(sa.delete(resting).where(resting.c.claim_id.in_(claims)))
    op.execute(sa.delete(claim).where(claim.c.note_id.in_(deleted)))
    op.execute(sa.delete(note).where(note.c.deleted_at.is_not(None)))
    op.drop_column("person_note", "taken_along")
    op.drop_column("person_note", "deleted_at")
