"""Research runs, documents, claims, verdicts, facts and programs."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "public_copy",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("charset", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first_read_at", columns.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_public_copy")),
    )
    op.create_table(
        "source_document",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("source_key", sa.String(length=60), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("charset", sa.String(length=40), nullable=False),
        sa.Column("public_sha256", sa.String(length=64), nullable=True),
        sa.Column("own_body", sa.LargeBinary(), nullable=True),
        sa.Column("own_text", sa.Text(), nullable=False),
        sa.Column("added_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("published", sa.String(length=10), nullable=False),
        sa.Column("retrieved_at", columns.UtcDateTime(), nullable=False),
        sa.Column("checked_at", columns.UtcDateTime(), nullable=True),
        sa.Column("dead_since", columns.UtcDateTime(), nullable=True),
        sa.Column("changed_since", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "(public_sha256 IS NULL) = (origin IN ('pasted', 'uploaded'))", name=op.f("ck_source_document_public")
        ),
        sa.CheckConstraint(
            "origin IN ('fetched', 'address', 'pasted', 'uploaded')", name=op.f("ck_source_document_origin")
        ),
        sa.CheckConstraint("(public_sha256 IS NULL) = (own_body IS NOT NULL)", name=op.f("ck_source_document_body")),
        sa.CheckConstraint(
            "public_sha256 IS NULL OR public_sha256 = sha256", name=op.f("ck_source_document_same_hash")
        ),
        sa.ForeignKeyConstraint(
            ["added_by_id"],
            ["user_account.id"],
            name=op.f("fk_source_document_added_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["public_sha256"], ["public_copy.sha256"], name=op.f("fk_source_document_public_sha256_public_copy")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name=op.f("fk_source_document_workspace_id_workspace"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_document")),
        sa.UniqueConstraint("workspace_id", "sha256", "url", name=op.f("uq_source_document_workspace_id_sha256_url")),
    )
    op.create_index("ix_source_document_by_url", "source_document", ["workspace_id", "url"])
    op.create_index("ix_source_document_latest", "source_document", ["workspace_id", "retrieved_at", "id"])
    op.create_index("ix_source_document_public_sha256", "source_document", ["public_sha256"])

    op.create_table(
        "fact",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("fact_key", sa.String(length=64), nullable=False),
        sa.Column("predicate", sa.String(length=60), nullable=False),
        sa.Column("value", columns.Json(), nullable=False),
        sa.Column("value_words", sa.Text(), nullable=False),
        sa.Column("starts", sa.String(length=10), nullable=False),
        sa.Column("ends", sa.String(length=10), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("organization_name", sa.String(length=500), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("details", columns.Json(), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("as_of", sa.String(length=10), nullable=False),
        sa.Column("sources_count", columns.ID_TYPE, nullable=False),
        sa.Column("is_own_note", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("corrected_from_id", columns.ID_TYPE, nullable=True),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("changed_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("changed_at", columns.UtcDateTime(), nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("standing IN ('settled', 'single', 'disputed')", name=op.f("ck_fact_standing")),
        sa.CheckConstraint("state IN ('current', 'corrected', 'withdrawn', 'gone')", name=op.f("ck_fact_state")),
        sa.CheckConstraint("(person_id IS NULL) != (organization_id IS NULL)", name=op.f("ck_fact_one_subject")),
        sa.CheckConstraint("confidence > 0 AND confidence <= 1", name=op.f("ck_fact_confidence")),
        sa.CheckConstraint("length(as_of) IN (0, 4, 7, 10)", name=op.f("ck_fact_as_of")),
        sa.CheckConstraint("length(ends) IN (0, 4, 7, 10)", name=op.f("ck_fact_ends")),
        sa.CheckConstraint("length(starts) IN (0, 4, 7, 10)", name=op.f("ck_fact_starts")),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["user_account.id"], name=op.f("fk_fact_changed_by_id_user_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["corrected_from_id"], ["fact.id"], name=op.f("fk_fact_corrected_from_id_fact"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_fact_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_fact_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_fact_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sa.UniqueConstraint("organization_id", "fact_key", name=op.f("uq_fact_organization_id_fact_key")),
        sa.UniqueConstraint("person_id", "fact_key", name=op.f("uq_fact_person_id_fact_key")),
    )
    op.create_index("ix_fact_corrected_from_id", "fact", ["corrected_from_id"])
    op.create_index("ix_fact_of_organization", "fact", ["workspace_id", "organization_id", "state", "predicate"])
    op.create_index("ix_fact_of_person", "fact", ["workspace_id", "person_id", "state", "predicate"])
    op.create_index("ix_fact_timeline", "fact", ["workspace_id", "person_id", "dated", "id"])

    op.create_table(
        "research_run",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("query", columns.Json(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("error", sa.String(length=500), nullable=False),
        sa.Column("job_id", columns.ID_TYPE, nullable=True),
        sa.Column("attempts", columns.ID_TYPE, nullable=False),
        sa.Column("deadline", columns.UtcDateTime(), nullable=False),
        sa.Column("asked_to_stop_at", columns.UtcDateTime(), nullable=True),
        sa.Column("previous_run_id", columns.ID_TYPE, nullable=True),
        sa.Column("started_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("started_at", columns.UtcDateTime(), nullable=True),
        sa.Column("finished_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "(state IN ('waiting', 'running')) = (finished_at IS NULL)", name=op.f("ck_research_run_finished")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'finished', 'stopped', 'failed')", name=op.f("ck_research_run_state")
        ),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR organization_id IS NOT NULL", name=op.f("ck_research_run_subject")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_research_run_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_research_run_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["previous_run_id"],
            ["research_run.id"],
            name=op.f("fk_research_run_previous_run_id_research_run"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["started_by_id"],
            ["user_account.id"],
            name=op.f("fk_research_run_started_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_research_run_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_research_run")),
    )
    op.create_index("ix_research_run_by_state", "research_run", ["workspace_id", "state"])
    op.create_index("ix_research_run_latest", "research_run", ["workspace_id", "created_at", "id"])
    op.create_index(
        "ix_research_run_of_organization", "research_run", ["workspace_id", "organization_id", "created_at"]
    )
    op.create_index("ix_research_run_of_person", "research_run", ["workspace_id", "person_id", "created_at"])
    op.create_index("ix_research_run_organization_id", "research_run", ["organization_id"])
    op.create_index("ix_research_run_person_id", "research_run", ["person_id"])

    op.create_table(
        "verdict",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("source_key", sa.String(length=60), nullable=False),
        sa.Column("record_id", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("answered_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("answered_at", columns.UtcDateTime(), nullable=False),
        sa.Column("undo_until", columns.UtcDateTime(), nullable=False),
        sa.Column("undone_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("answer IN ('same', 'not_same', 'cannot_tell')", name=op.f("ck_verdict_answer")),
        sa.CheckConstraint("(person_id IS NULL) != (organization_id IS NULL)", name=op.f("ck_verdict_one_subject")),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["user_account.id"],
            name=op.f("fk_verdict_answered_by_id_user_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_verdict_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_verdict_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_verdict_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
    )
    op.create_index("ix_verdict_organization_id", "verdict", ["organization_id"])
    op.create_index("ix_verdict_person_id", "verdict", ["person_id"])
    op.create_index(
        "uq_verdict_on_organization",
        "verdict",
        ["organization_id", "source_key", "record_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_index(
        "uq_verdict_on_person",
        "verdict",
        ["person_id", "source_key", "record_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )

    op.create_table(
        "candidate",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("run_id", columns.ID_TYPE, nullable=True),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("source_key", sa.String(length=60), nullable=False),
        sa.Column("record_id", sa.String(length=300), nullable=False),
        sa.Column("record_label", sa.String(length=300), nullable=False),
        sa.Column("record_url", sa.String(length=2000), nullable=False),
        sa.Column("record_kind", sa.String(length=20), nullable=False),
        sa.Column("judgement", sa.String(length=20), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", columns.Json(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("judgement IN ('same', 'unsure', 'different')", name=op.f("ck_candidate_judgement")),
        sa.CheckConstraint("record_kind IN ('person', 'organization')", name=op.f("ck_candidate_record_kind")),
        sa.CheckConstraint("(person_id IS NULL) != (organization_id IS NULL)", name=op.f("ck_candidate_one_subject")),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_candidate_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_candidate_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["research_run.id"], name=op.f("fk_candidate_run_id_research_run"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_candidate_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
        sa.UniqueConstraint(
            "organization_id", "source_key", "record_id", name=op.f("uq_candidate_organization_id_source_key_record_id")
        ),
        sa.UniqueConstraint(
            "person_id", "source_key", "record_id", name=op.f("uq_candidate_person_id_source_key_record_id")
        ),
    )
    op.create_index("ix_candidate_of_organization", "candidate", ["workspace_id", "organization_id", "judgement"])
    op.create_index("ix_candidate_of_person", "candidate", ["workspace_id", "person_id", "judgement"])

    op.create_table(
        "claim",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("run_id", columns.ID_TYPE, nullable=True),
        sa.Column("last_run_id", columns.ID_TYPE, nullable=True),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("source_key", sa.String(length=60), nullable=False),
        sa.Column("record_id", sa.String(length=300), nullable=False),
        sa.Column("record_label", sa.String(length=300), nullable=False),
        sa.Column("record_url", sa.String(length=2000), nullable=False),
        sa.Column("record_kind", sa.String(length=20), nullable=False),
        sa.Column("predicate", sa.String(length=60), nullable=False),
        sa.Column("value", columns.Json(), nullable=False),
        sa.Column("value_words", sa.Text(), nullable=False),
        sa.Column("starts", sa.String(length=10), nullable=False),
        sa.Column("ends", sa.String(length=10), nullable=False),
        sa.Column("city", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("has_place", sa.Boolean(), nullable=False),
        sa.Column("organization_name", sa.String(length=500), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("details", columns.Json(), nullable=False),
        sa.Column("cited_url", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.String(length=300), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("cited_title", sa.String(length=500), nullable=False),
        sa.Column("published", sa.String(length=10), nullable=False),
        sa.Column("document_sha256", sa.String(length=64), nullable=False),
        sa.Column("document_id", columns.ID_TYPE, nullable=True),
        sa.Column("note_id", columns.ID_TYPE, nullable=True),
        sa.Column("retrieved_at", columns.UtcDateTime(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("seen_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("origin = 'own_note' OR document_id IS NOT NULL", name=op.f("ck_claim_document")),
        sa.CheckConstraint("origin IN ('research', 'document', 'own_note')", name=op.f("ck_claim_origin")),
        sa.CheckConstraint("record_kind IN ('person', 'organization')", name=op.f("ck_claim_record_kind")),
        sa.CheckConstraint("(person_id IS NULL) != (organization_id IS NULL)", name=op.f("ck_claim_one_subject")),
        sa.CheckConstraint("confidence > 0 AND confidence <= 1", name=op.f("ck_claim_confidence")),
        sa.CheckConstraint("length(ends) IN (0, 4, 7, 10)", name=op.f("ck_claim_ends")),
        sa.CheckConstraint("length(published) IN (0, 4, 7, 10)", name=op.f("ck_claim_published")),
        sa.CheckConstraint("length(quote) BETWEEN 1 AND 300", name=op.f("ck_claim_quote")),
        sa.CheckConstraint("length(starts) IN (0, 4, 7, 10)", name=op.f("ck_claim_starts")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["source_document.id"], name=op.f("fk_claim_document_id_source_document")
        ),
        sa.ForeignKeyConstraint(
            ["last_run_id"], ["research_run.id"], name=op.f("fk_claim_last_run_id_research_run"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["note_id"], ["person_note.id"], name=op.f("fk_claim_note_id_person_note"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_claim_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_claim_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["research_run.id"], name=op.f("fk_claim_run_id_research_run"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_claim_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("organization_id", "fingerprint", name=op.f("uq_claim_organization_id_fingerprint")),
        sa.UniqueConstraint("person_id", "fingerprint", name=op.f("uq_claim_person_id_fingerprint")),
    )
    op.create_index("ix_claim_document_id", "claim", ["document_id"])
    op.create_index("ix_claim_in_document", "claim", ["workspace_id", "document_id"])
    op.create_index("ix_claim_latest", "claim", ["workspace_id", "run_id", "id"])
    op.create_index("ix_claim_note_id", "claim", ["note_id"])
    op.create_index("ix_claim_of_organization", "claim", ["workspace_id", "organization_id", "source_key", "record_id"])
    op.create_index("ix_claim_of_person", "claim", ["workspace_id", "person_id", "source_key", "record_id"])
    op.create_index("ix_claim_run_id", "claim", ["run_id"])

    op.create_table(
        "fact_use",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("fact_id", columns.ID_TYPE, nullable=False),
        sa.Column("used_in", sa.String(length=40), nullable=False),
        sa.Column("used_id", columns.ID_TYPE, nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("path", sa.String(length=300), nullable=False),
        sa.Column("used_at", columns.UtcDateTime(), nullable=False),
        sa.Column("needs_look_since", columns.UtcDateTime(), nullable=True),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_fact_use_fact_id_fact"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_fact_use_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_use")),
        sa.UniqueConstraint("fact_id", "used_in", "used_id", name=op.f("uq_fact_use_fact_id_used_in_used_id")),
    )
    op.create_index("ix_fact_use_of", "fact_use", ["workspace_id", "fact_id"])
    op.create_index("ix_fact_use_in", "fact_use", ["workspace_id", "used_in", "used_id"])
    op.create_index("ix_fact_use_to_look_at", "fact_use", ["workspace_id", "needs_look_since"])

    op.create_table(
        "run_source",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("run_id", columns.ID_TYPE, nullable=False),
        sa.Column("source_key", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("place", columns.ID_TYPE, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("fault", sa.String(length=60), nullable=False),
        sa.Column("message", sa.String(length=500), nullable=False),
        sa.Column("warnings", columns.Json(), nullable=False),
        sa.Column("requests", columns.ID_TYPE, nullable=False),
        sa.Column("elapsed_s", sa.Float(), nullable=False),
        sa.Column("claims_count", columns.ID_TYPE, nullable=False),
        sa.Column("started_at", columns.UtcDateTime(), nullable=True),
        sa.Column("retry_at", columns.UtcDateTime(), nullable=True),
        sa.Column("finished_at", columns.UtcDateTime(), nullable=True),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'now', 'found', 'nothing', 'failed', 'later', 'skipped')",
            name=op.f("ck_run_source_state"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["research_run.id"], name=op.f("fk_run_source_run_id_research_run"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_run_source_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run_source")),
        sa.UniqueConstraint("run_id", "source_key", name=op.f("uq_run_source_run_id_source_key")),
    )
    op.create_index("ix_run_source_in_order", "run_source", ["workspace_id", "run_id", "place"])

    op.create_table(
        "fact_claim",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("fact_id", columns.ID_TYPE, nullable=False),
        sa.Column("claim_id", columns.ID_TYPE, nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_fact_claim_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_fact_claim_fact_id_fact"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_fact_claim_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_claim")),
        sa.UniqueConstraint("fact_id", "claim_id", name=op.f("uq_fact_claim_fact_id_claim_id")),
    )
    op.create_index("ix_fact_claim_claim_id", "fact_claim", ["claim_id"])

    op.create_table(
        "program",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("period", sa.String(length=100), nullable=False),
        sa.Column("starts", sa.String(length=10), nullable=False),
        sa.Column("ends", sa.String(length=10), nullable=False),
        sa.Column("leader_part", sa.Text(), nullable=False),
        sa.Column("made_from_claim_id", columns.ID_TYPE, nullable=True),
        sa.Column("made_by_id", columns.ID_TYPE, nullable=True),
        sa.Column("version", columns.ID_TYPE, nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("length(ends) IN (0, 4, 7, 10)", name=op.f("ck_program_ends")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_program_name")),
        sa.CheckConstraint("length(starts) IN (0, 4, 7, 10)", name=op.f("ck_program_starts")),
        sa.CheckConstraint("person_id IS NOT NULL OR organization_id IS NOT NULL", name=op.f("ck_program_subject")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["user_account.id"], name=op.f("fk_program_made_by_id_user_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["made_from_claim_id"], ["claim.id"], name=op.f("fk_program_made_from_claim_id_claim"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_program_organization_id_organization"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_program_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_program_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_program")),
    )
    op.create_index("ix_program_made_from_claim_id", "program", ["made_from_claim_id"])
    op.create_index("ix_program_of_organization", "program", ["workspace_id", "organization_id", "id"])
    op.create_index("ix_program_of_person", "program", ["workspace_id", "person_id", "id"])
    op.create_index("ix_program_organization_id", "program", ["organization_id"])
    op.create_index("ix_program_person_id", "program", ["person_id"])

    op.create_table(
        "program_credit",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("program_id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("part", sa.String(length=300), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_program_credit_name")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_program_credit_person_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["program_id"], ["program.id"], name=op.f("fk_program_credit_program_id_program"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name=op.f("fk_program_credit_workspace_id_workspace"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_program_credit")),
    )
    op.create_index("ix_program_credit_person_id", "program_credit", ["person_id"])
    op.create_index("ix_program_credit_program_id", "program_credit", ["program_id"])

    op.create_table(
        "program_source",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("program_id", columns.ID_TYPE, nullable=False),
        sa.Column("claim_id", columns.ID_TYPE, nullable=True),
        sa.Column("document_id", columns.ID_TYPE, nullable=True),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("quote", sa.String(length=300), nullable=False),
        sa.Column("read_at", columns.UtcDateTime(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.CheckConstraint(
            "claim_id IS NOT NULL OR (quote != '' AND url != '')", name=op.f("ck_program_source_passage")
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_program_source_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["source_document.id"],
            name=op.f("fk_program_source_document_id_source_document"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["program_id"], ["program.id"], name=op.f("fk_program_source_program_id_program"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name=op.f("fk_program_source_workspace_id_workspace"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_program_source")),
        sa.UniqueConstraint("program_id", "claim_id", name=op.f("uq_program_source_program_id_claim_id")),
    )
    op.create_index("ix_program_source_claim_id", "program_source", ["claim_id"])
    op.create_index("ix_program_source_document_id", "program_source", ["document_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("program_source")
    op.drop_table("program_credit")
    op.drop_table("program")
    op.drop_table("fact_claim")
    op.drop_table("run_source")
    op.drop_table("fact_use")
    op.drop_table("claim")
    op.drop_table("candidate")
    op.drop_table("verdict")
    op.drop_table("research_run")
    op.drop_table("fact")
    op.drop_table("source_document")
    op.drop_table("public_copy")
