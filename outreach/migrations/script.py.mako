"""${message[:1].upper()}${message[1:]}."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "${up_revision}"
down_revision = "${down_revision}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    ${(upgrades if upgrades else "pass").replace("sa.BigInteger().with_variant(sa.Integer(), 'sqlite')", "columns.ID_TYPE").replace("(timezone=True)", "()")}


def downgrade() -> None:
    """Back."""
    ${downgrades if downgrades else "pass"}
