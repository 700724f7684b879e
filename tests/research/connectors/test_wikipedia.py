import pytest

from research.connectors import wikipedia
from research.types import Claim, Query, Request


def read(recordings, make_document, name, query):
    return list(wikipedia.read(make_document("wikipedia", (recordings / f"wikipedia/{name}.json").read_bytes()), query))


def test_a_real_summary_gives_the_name_and_no_birth_date(recordings, make_document):
    said = read(recordings, make_document, "rest-summary-person", Query("person", "Douglas Adams"))
    assert ("name", "Douglas Adams") in [(c.predicate, c.value) for c in said if isinstance(c, Claim)]
    assert not any("1952" in str(c.value) for c in said)


@pytest.mark.parametrize("name", ["disambiguation-page", "missing-page", "extracts"])
def test_real_pages_about_nobody_say_nothing(recordings, make_document, name):
    assert read(recordings, make_document, name, Query("person", "Douglas Adams")) == []


def test_a_real_search_leads_to_the_page_that_may_be_meant(recordings, make_document):
    (request,) = read(recordings, make_document, "search-three-hits", Query("organization", "Python History"))
    assert isinstance(request, Request)
    assert dict(request.params)["titles"] == "Python (programming language)"
    assert read(recordings, make_document, "search-three-hits", Query("organization", "Elmhollow Health")) == []
