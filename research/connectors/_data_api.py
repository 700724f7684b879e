"""The CMS data-api v1 (data.cms.gov): datasets under a "latest" number, filters, pages of a bare array.

Each release has a number of its own beside the dataset's; only the latter keeps pointing at the newest release, and
a frozen one goes stale without an error. Keyless; answers at most 5,000 rows; everything is text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from research.connectors._fields import refuse_error
from research.parse import Row, json_of, rows
from research.types import Document, Request

HOST = "data.cms.gov"
TERMS = "https://www.usa.gov/government-works"
ATTRIBUTION = "Centers for Medicare & Medicaid Services"
KEEP_FOR = timedelta(days=30)
PAGE_SIZE = 500


def ask(dataset: str, column: str, value: str, offset: int = 0) -> Request:
    """Request for the rows of a dataset whose column holds exactly this value, from a row number on."""
    return Request(
        f"https://{HOST}/data-api/v1/dataset/{dataset}/data",
        ((f"filter[{column}]", value), ("size", PAGE_SIZE), ("offset", offset)),
        carry=(("column", column), ("value", value), ("offset", str(offset))),
    )


def rows_of(document: Document) -> list[Row]:
    """The answer's rows; none is no hit. Raises: Unreadable, with the service's words when it answers an error."""
    body = json_of(document)
    refuse_error(document, body)
    return rows(body)


def next_page(document: Document, dataset: str, count: int) -> Iterator[Request]:
    """The request for the following rows, when the answer was a full page."""
    request = document.request
    offset, value = request.carried("offset"), request.carried("value")
    if count >= PAGE_SIZE and value and offset.isdigit():
        yield ask(dataset, request.carried("column"), value, int(offset) + PAGE_SIZE)
