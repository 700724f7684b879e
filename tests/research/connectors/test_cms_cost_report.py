from __future__ import annotations

import json

from research.connector import Drift
from research.connectors.cms_cost_report import read, start
from research.types import Claim, Identifier, Query


def test_reports_are_asked_for_by_ccn_only():
    known = Query("organization", "Larkspur", identifiers=(Identifier("ccn", "019901"),))
    (request,) = start(known)
    assert dict(request.params)["filter[Provider CCN]"] == "019901"
    assert list(start(Query("organization", "Larkspur", state="AL"))) == []
    assert list(start(Query("person", "Jane Roe", organization="Larkspur"))) == []


def test_a_figure_whose_column_was_renamed_is_loud_and_costs_the_others_nothing(make_document):
    row = {
        "rpt_rec_num": "900001", "Provider CCN": "019901", "Hospital Name": "LARKSPUR VALLEY MEDICAL CENTER",
        "Fiscal Year End Date": "2023-06-30", "FTE - Employees on Payroll": "812", "Bed Count": "204",
        "Total Discharges (V + XVIII + XIX + Unknown)": "9120", "Net Patient Revenue": "2", "Net Income": "1",
    }  # fmt: skip
    items = list(read(make_document("cms_cost_report", json.dumps([row])), Query("organization", "Larkspur")))
    assert [i.message for i in items if isinstance(i, Drift)] == [
        "figures that are looked for are in no report: ['Number of Beds']"
    ]
    assert "discharges" in {i.predicate for i in items if isinstance(i, Claim)}
    assert list(read(make_document("cms_cost_report", "[]"), Query("organization", "Larkspur"))) == []
