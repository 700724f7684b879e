"""Which tables belong to a workspace is known by their classes, or by a mark."""

from __future__ import annotations

import pytest

from outreach.tables import mark_owned, owned_tables
from tests.outreach.guarded_tables import Remark, Tables


def test_a_table_without_a_class_can_be_marked():
    table = Remark.__table__
    assert mark_owned(table) is table
    with pytest.raises(ValueError, match="workspace_id"):
        mark_owned(Tables.metadata.tables["workspace"])
    assert {"guarded_leader", "guarded_remark"} <= owned_tables()
