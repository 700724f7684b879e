"""Tables over pages: a heading is never alone, a row never torn, the last row not left by itself."""

from __future__ import annotations

import pytest

from outreach.briefs.pdf.drawing_run_sheet import laid_run_sheet
from outreach.briefs.pdf.grid import PAPERS
from tests.sheet_examples import run_sheet


def tables(people: int, days: tuple[str, ...]):
    for page in laid_run_sheet(run_sheet(people, days), PAPERS["letter"]):
        yield [part.part for _x, _top, part in page.parts if hasattr(getattr(part, "part", None), "rows")]


@pytest.mark.parametrize("people", range(13, 40, 3))
def test_a_heading_takes_two_rows_with_it_and_no_row_ends_alone(people: int):
    found = [table for page in tables(people, ("Thu", "Fri")) for table in page]
    assert sum(len(table.rows) for table in found) == people
    assert min(len(table.rows) for table in found) >= 2


def test_a_day_with_one_conversation_has_one_row():
    assert [[len(table.rows) for table in page] for page in tables(2, ("Thu", "Fri"))] == [[1, 1]]
