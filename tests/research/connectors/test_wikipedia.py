import json

import pytest

from research.connectors import wikipedia
from research.types import Claim, Query, Request


def read(recordings, make_document, name, query):
    return list(wikipedia.read(make_document("wikipedia", (recordings / f"wikipedia/{name}.json").read_bytes()), query))


def test_a_real_summary_gives_the_name_and_no_birth_date(recordings, make_document):
    said = read(recordings, make_document, "rest-summary-person", Query("person", "Douglas Adams"))
    assert ("name", "Douglas Adams") in [(c.predicate, c.value) for c in said if isinstance(c, Claim)]
    assert {c.record.label for c in said if isinstance(c, Claim)} == {"Douglas Adams"}
    assert not any("1952" in f"{c.value} {c.citation.published} {c.citation.quote}" for c in said)


@pytest.mark.parametrize("name", ["disambiguation-page", "missing-page", "extracts"])
def test_real_pages_about_nobody_say_nothing(recordings, make_document, name):
    assert read(recordings, make_document, name, Query("person", "Douglas Adams")) == []


def test_a_real_search_leads_to_the_page_that_may_be_meant(recordings, make_document):
    (request,) = read(recordings, make_document, "search-three-hits", Query("organization", "Python History"))
    assert isinstance(request, Request)
    assert dict(request.params)["titles"] == "Python (programming language)"
    assert read(recordings, make_document, "search-three-hits", Query("organization", "Elmhollow Health")) == []


def test_dates_of_birth_and_nationalities_are_left_out(make_document):
    extract = "Jane Roe (born May 1, 1970) is an American health-care executive who is president of Elmhollow Health."
    body = json.dumps({"title": "Jane Roe", "pageid": 7, "extract": extract})
    asked = Query("person", "Jane Roe", organization="Elmhollow Health")
    said = [c for c in wikipedia.read(make_document("wikipedia", body), asked) if isinstance(c, Claim)]
    assert "Elmhollow Health" in {c.organization for c in said if c.predicate == "role"}
    assert "American" not in {c.organization for c in said}
    assert not any("1970" in f"{c.citation.quote} {c.value} {c.citation.published}" for c in said)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["(", "(a b ", "(born ", "(1970 - "])
def test_brackets_that_never_close_hold_no_life(piece):
    assert wikipedia._LIFE.split(piece * 10_000) == [piece * 10_000]
