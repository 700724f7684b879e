"""Alice's workspace, to fill with what waits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from outreach.accounts.models import Workspace
from outreach.db import WorkspaceSession


@pytest.fixture
def inside(app, alice) -> Iterator[WorkspaceSession]:
    """A session on the workspace that Alice has open; what is made is committed by `inside.commit()`."""
    database = app.extensions["database"]
    with database.system_reader("finding a workspace") as session:
        number = session.scalar(select(Workspace.id).order_by(Workspace.id).limit(1))
    with database.session_for(number) as session:
        yield session
