"""Organizations, their numbers and figures; the public directory of hospitals."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "directory_load",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("origin", sa.String(length=500), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("hospitals", columns.ID_TYPE, nullable=False),
        sa.Column("skipped", columns.ID_TYPE, nullable=False),
        sa.Column("error", sa.String(length=500), nullable=False),
        sa.Column("started_at", columns.UtcDateTime(), nullable=False),
        sa.Column("finished_at", columns.UtcDateTime(), nullable=True),
        sa.Column("retrieved_at", columns.UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('running', 'done', 'failed')", name=op.f("ck_directory_load_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_load")),
    )
    op.create_table(
        "directory_hospital",
        sa.Column("ccn", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("sort_key", sa.String(length=300), nullable=False),
        sa.Column("search_key", sa.String(length=600), nullable=False),
        sa.Column("city", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("ownership", sa.String(length=100), nullable=False),
        sa.Column("emergency", sa.Boolean(), nullable=True),
        sa.Column("rating", columns.ID_TYPE, nullable=True),
        sa.Column("quote", sa.String(length=300), nullable=False),
        sa.Column("load_id", columns.ID_TYPE, nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"], ["directory_load.id"], name=op.f("fk_directory_hospital_load_id_directory_load")
        ),
        sa.PrimaryKeyConstraint("ccn", name=op.f("pk_directory_hospital")),
    )
    op.create_index("ix_directory_hospital_by_name", "directory_hospital", ["sort_key", "ccn"])
    op.create_index("ix_directory_hospital_load_id", "directory_hospital", ["load_id"])

    op.create_table(
        "organization",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("sort_key", sa.String(length=300), nullable=False),
        sa.Column("search_key", sa.String(length=1000), nullable=False),
        sa.Column("other_names", sa.String(length=600), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("city", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("website", sa.String(length=500), nullable=False),
        sa.Column("parent_id", columns.ID_TYPE, nullable=True),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "kind IN ('hospital', 'health_system', 'medical_group', 'long_term_care', 'payer', "
            "'agency', 'association', 'school', 'publisher', 'company', 'other')",
            name=op.f("ck_organization_kind"),
        ),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_organization_name")),
        sa.CheckConstraint("length(state) IN (0, 2)", name=op.f("ck_organization_state")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organization.id"], name=op.f("fk_organization_parent_id_organization"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_organization_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    op.create_index("ix_organization_by_kind", "organization", ["workspace_id", "kind", "sort_key", "id"])
    op.create_index("ix_organization_by_name", "organization", ["workspace_id", "sort_key", "id"])
    op.create_index("ix_organization_by_state", "organization", ["workspace_id", "state", "sort_key", "id"])
    op.create_index("ix_organization_parent_id", "organization", ["parent_id"])

    op.create_table(
        "organization_figure",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("organization_id", columns.ID_TYPE, nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("period_words", sa.String(length=60), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("source_title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.String(length=300), nullable=False),
        sa.Column("retrieved_at", columns.UtcDateTime(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "origin = 'hand' OR (source_title != '' AND url != '')", name=op.f("ck_organization_figure_sourced")
        ),
        sa.CheckConstraint("origin IN ('research', 'directory', 'hand')", name=op.f("ck_organization_figure_origin")),
        sa.CheckConstraint("value IS NOT NULL OR words != ''", name=op.f("ck_organization_figure_something")),
        sa.CheckConstraint("length(period) IN (0, 4, 7, 10)", name=op.f("ck_organization_figure_period")),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_organization_figure_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name=op.f("fk_organization_figure_workspace_id_workspace"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization_figure")),
        sa.UniqueConstraint(
            "organization_id", "fingerprint", name=op.f("uq_organization_figure_organization_id_fingerprint")
        ),
    )
    op.create_index(
        "ix_organization_figure_series",
        "organization_figure",
        ["workspace_id", "organization_id", "key", "period", "id"],
    )

    op.create_table(
        "organization_identifier",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("organization_id", columns.ID_TYPE, nullable=False),
        sa.Column("scheme", sa.String(length=20), nullable=False),
        sa.Column("value", sa.String(length=100), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "scheme IN ('ccn', 'npi', 'ein', 'cik', 'ror', 'qid', 'openalex', 'ticker', 'pecos')",
            name=op.f("ck_organization_identifier_scheme"),
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_organization_identifier_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name=op.f("fk_organization_identifier_workspace_id_workspace"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization_identifier")),
        sa.UniqueConstraint(
            "workspace_id", "scheme", "value", name=op.f("uq_organization_identifier_workspace_id_scheme_value")
        ),
    )
    op.create_index("ix_organization_identifier_organization_id", "organization_identifier", ["organization_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("organization_identifier")
    op.drop_table("organization_figure")
    op.drop_table("organization")
    op.drop_table("directory_hospital")
    op.drop_table("directory_load")
