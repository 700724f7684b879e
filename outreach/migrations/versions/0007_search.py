"""What can be found in a workspace, with an index of its words: FTS5 on SQLite, a tsvector on PostgreSQL."""

import sqlalchemy as sa
from alembic import op

from outreach import columns

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Folded words come with vowel signs of Indic scripts inside: marks are letters here.
_FTS = """\
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content='search_entry', content_rowid='id', prefix='2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
)"""

_ADD = "INSERT INTO search_index (rowid, words) VALUES (new.id, new.words);"
_REMOVE = "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.id, old.words);"
_TRIGGERS = (
    f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN {_ADD} END",
    f"CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN {_REMOVE} END",
    f"CREATE TRIGGER search_entry_changed AFTER UPDATE OF words ON search_entry BEGIN {_REMOVE} {_ADD} END",
)
"""They run for rows that go with their person too, which the application never sees."""


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "search_entry",
        sa.Column("id", columns.ID_TYPE, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("ref_id", columns.ID_TYPE, nullable=False),
        sa.Column("person_id", columns.ID_TYPE, nullable=True),
        sa.Column("organization_id", columns.ID_TYPE, nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("title_key", sa.String(length=300), nullable=False),
        sa.Column("beside", sa.String(length=300), nullable=False),
        sa.Column("path", sa.String(length=300), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("workspace_id", columns.ID_TYPE, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_search_entry_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"],
            name=op.f("fk_search_entry_organization_id_organization"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_search_entry_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("workspace_id", "kind", "ref_id", name=op.f("uq_search_entry_workspace_id_kind_ref_id")),
    )  # fmt: skip
    op.create_index("ix_search_entry_by_title", "search_entry", ["workspace_id", "title_key", "id"])
    op.create_index("ix_search_entry_person_id", "search_entry", ["person_id"])
    op.create_index("ix_search_entry_organization_id", "search_entry", ["organization_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_search_entry_words ON search_entry"
            " USING gin (array_to_tsvector(string_to_array(words, ' ')))"
        )
        return
    op.execute(_FTS)
    for trigger in _TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    """Back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index")
    op.drop_table("search_entry")
