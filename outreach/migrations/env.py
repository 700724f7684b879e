"""What Alembic runs for each command; `outreach.migrations` hands it the connection, so there is no alembic.ini."""

from alembic import context

from outreach.db import Base
from outreach.migrations import is_compared

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    compare_server_default=True,
    include_object=is_compared,
    user_module_prefix="columns.",
)
with context.begin_transaction():
    context.run_migrations()
