"""How users sign their letters, and the mail servers that their letters leave by."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "sender_profile",
        sa.Column("user_id", columns.ID_TYPE, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("credentials", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("organization", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("address", sa.String(length=600), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_sender_profile_user_id_user_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_sender_profile")),
    )
    op.create_table(
        "own_mail_account",
        sa.Column("user_id", columns.ID_TYPE, autoincrement=False, nullable=False),
        sa.Column("host", sa.String(length=253), nullable=False),
        sa.Column("port", columns.ID_TYPE, nullable=False),
        sa.Column("encryption", sa.String(length=10), nullable=False),
        sa.Column("user_name", sa.String(length=254), nullable=False),
        sa.Column("sealed_password", sa.String(length=2000), nullable=False),
        sa.Column("sender", sa.String(length=254), nullable=False),
        sa.Column("tested_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("updated_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("encryption IN ('tls', 'starttls', 'none')", name=op.f("ck_own_mail_account_encryption")),
        sa.CheckConstraint("port BETWEEN 1 AND 65535", name=op.f("ck_own_mail_account_port")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_own_mail_account_user_id_user_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_own_mail_account")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("own_mail_account")
    op.drop_table("sender_profile")
