from __future__ import annotations

from research.connectors.cms_cost_report import start
from research.types import Identifier, Query


def test_reports_are_asked_for_by_ccn_only():
    known = Query("organization", "Larkspur", identifiers=(Identifier("ccn", "019901"),))
    (request,) = start(known)
    assert dict(request.params)["filter[Provider CCN]"] == "019901"
    assert list(start(Query("organization", "Larkspur", state="AL"))) == []
    assert list(start(Query("person", "Jane Roe", organization="Larkspur"))) == []
