"""People, their positions, contacts and notes; who is not whom, and who was merged."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "person",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("given_name", sa.String(length=100), nullable=False),
        sa.Column("family_name", sa.String(length=100), nullable=False),
        sa.Column("sort_as", sa.String(length=200), nullable=False),
        sa.Column("sort_key", sa.String(length=300), nullable=False),
        sa.Column("search_key", sa.String(length=1000), nullable=False),
        sa.Column("credentials", sa.String(length=100), nullable=False),
        sa.Column("goes_by", sa.String(length=100), nullable=False),
        sa.Column("addressed_as", sa.String(length=100), nullable=False),
        sa.Column("pronunciation", sa.String(length=200), nullable=False),
        sa.Column("pronouns", sa.String(length=40), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("preferred_channel", sa.String(length=30), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("email_key", sa.String(length=300), nullable=False),
        sa.Column("office_phone", sa.String(length=60), nullable=False),
        sa.Column("website", sa.String(length=500), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("do_not_contact_since", columns.UtcDateTime(), nullable=True),
        sa.Column("do_not_contact_reason", sa.String(length=500), nullable=False),
        sa.Column("merged_into_id", columns.ID_TYPE, nullable=True),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("deleted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "do_not_contact_since IS NOT NULL OR do_not_contact_reason = ''", name=op.f("ck_person_do_not_contact")
        ),
        sa.CheckConstraint(
            "kind IN ('leader', 'assistant', 'communications_office', 'colleague')", name=op.f("ck_person_kind")
        ),
        sa.CheckConstraint(
            "preferred_channel IN ('', 'email', 'phone', 'assistant', 'communications_office', "
            "'letter', 'in_person', 'linkedin')",
            name=op.f("ck_person_preferred_channel"),
        ),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_person_name")),
        sa.CheckConstraint(
            "merged_into_id IS NULL OR merged_into_id != id", name=op.f("ck_person_merged_into_another")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["person.id"], name=op.f("fk_person_merged_into_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_person_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index("ix_person_by_age", "person", ["workspace_id", "created_at", "id"])
    op.create_index("ix_person_by_email", "person", ["workspace_id", "email_key"])
    op.create_index("ix_person_by_kind", "person", ["workspace_id", "kind", "sort_key", "id"])
    op.create_index("ix_person_by_name", "person", ["workspace_id", "sort_key", "id"])
    op.create_index(
        "ix_person_joined",
        "person",
        ["merged_into_id"],
        sqlite_where=sa.text("merged_into_id IS NOT NULL"),
        postgresql_where=sa.text("merged_into_id IS NOT NULL"),
    )

    op.create_table(
        "contact",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("leader_id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("part IN ('schedules', 'clears_text', 'both', 'other')", name=op.f("ck_contact_part")),
        sa.CheckConstraint("leader_id != person_id", name=op.f("ck_contact_another")),
        sa.ForeignKeyConstraint(
            ["leader_id"], ["person.id"], name=op.f("fk_contact_leader_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_contact_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_contact_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("leader_id", "person_id", name=op.f("uq_contact_leader_id_person_id")),
    )
    op.create_index("ix_contact_person_id", "contact", ["person_id"])

    op.create_table(
        "not_same",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("other_id", columns.ID_TYPE, nullable=False),
        sa.Column("reasons", columns.Json(), nullable=False),
        sa.Column("told_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("told_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("person_id < other_id", name=op.f("ck_not_same_order")),
        sa.ForeignKeyConstraint(
            ["other_id"], ["person.id"], name=op.f("fk_not_same_other_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_not_same_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["told_by_id"], ["user_account.id"], name=op.f("fk_not_same_told_by_id_user_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_not_same_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        sa.UniqueConstraint("person_id", "other_id", name=op.f("uq_not_same_person_id_other_id")),
    )
    op.create_index("ix_not_same_other_id", "not_same", ["other_id"])

    op.create_table(
        "person_identifier",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("scheme", sa.String(length=20), nullable=False),
        sa.Column("value", sa.String(length=254), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "scheme IN ('npi', 'orcid', 'qid', 'openalex', 'nih_profile', 'former_email', 'linkedin')",
            name=op.f("ck_person_identifier_scheme"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_identifier_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name=op.f("fk_person_identifier_workspace_id_workspace"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_identifier")),
        sa.UniqueConstraint(
            "workspace_id", "scheme", "value", name=op.f("uq_person_identifier_workspace_id_scheme_value")
        ),
    )
    op.create_index("ix_person_identifier_person_id", "person_identifier", ["person_id"])

    op.create_table(
        "person_merge",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("kept_id", columns.ID_TYPE, nullable=False),
        sa.Column("merged_id", columns.ID_TYPE, nullable=False),
        sa.Column("reasons", columns.Json(), nullable=False),
        sa.Column("snapshot", columns.Json(), nullable=False),
        sa.Column("merged_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("merged_at", columns.UtcDateTime(), nullable=False),
        sa.Column("undo_until", columns.UtcDateTime(), nullable=False),
        sa.Column("undone_at", columns.UtcDateTime(), nullable=True),
        sa.Column("undone_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("kept_id != merged_id", name=op.f("ck_person_merge_another")),
        sa.ForeignKeyConstraint(
            ["kept_id"], ["person.id"], name=op.f("fk_person_merge_kept_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["merged_by_id"],
            ["user_account.id"],
            name=op.f("fk_person_merge_merged_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["merged_id"], ["person.id"], name=op.f("fk_person_merge_merged_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"],
            ["user_account.id"],
            name=op.f("fk_person_merge_undone_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_person_merge_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_merge")),
    )
    op.create_index("ix_person_merge_kept_id", "person_merge", ["kept_id"])
    op.create_index("ix_person_merge_merged_id", "person_merge", ["merged_id"])
    op.create_index(
        "uq_person_merge_standing",
        "person_merge",
        ["merged_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )

    op.create_table(
        "person_note",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_person_note_text")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["user_account.id"], name=op.f("fk_person_note_author_id_user_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_note_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_person_note_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_note")),
    )
    op.create_index("ix_person_note_latest", "person_note", ["workspace_id", "person_id", "created_at", "id"])
    op.create_index("ix_person_note_person_id", "person_note", ["person_id"])

    op.create_table(
        "position",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=False),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_name", sa.String(length=300), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("started", sa.String(length=10), nullable=False),
        sa.Column("ended", sa.String(length=10), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("known_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("claim_fingerprint", sa.String(length=64), nullable=False),
        sa.Column("source_title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("confirmed_on", columns.UtcDateTime(), nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("NOT is_current OR ended = ''", name=op.f("ck_position_current_has_no_end")),
        sa.CheckConstraint("origin IN ('hand', 'research', 'import')", name=op.f("ck_position_origin")),
        sa.CheckConstraint("title != '' OR organization_name != ''", name=op.f("ck_position_something")),
        sa.CheckConstraint("length(ended) IN (0, 4, 7, 10)", name=op.f("ck_position_ended")),
        sa.CheckConstraint("length(started) IN (0, 4, 7, 10)", name=op.f("ck_position_started")),
        sa.ForeignKeyConstraint(
            ["known_by_id"], ["user_account.id"], name=op.f("fk_position_known_by_id_user_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_position_organization_id_organization"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_position_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_position_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
    )
    op.create_index(
        "ix_position_at_organization", "position", ["workspace_id", "organization_id", "is_current", "person_id"]
    )
    op.create_index("ix_position_of_person", "position", ["workspace_id", "person_id", "is_current", "started", "id"])
    op.create_index("ix_position_organization_id", "position", ["organization_id"])
    op.create_index("ix_position_person_id", "position", ["person_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("position")
    op.drop_table("person_note")
    op.drop_table("person_merge")
    op.drop_table("person_identifier")
    op.drop_table("not_same")
    op.drop_table("contact")
    op.drop_table("person")
