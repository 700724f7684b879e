import pytest

from research.connectors._search_results import SearchHit, hit_claims, search_words
from research.types import Query

ASKED = Query("person", "Jane Q. Roe, MD", organization='Elmhollow "Health"')


def test_both_names_are_asked_for_word_by_word():
    assert search_words(ASKED) == '"Jane Q. Roe" "Elmhollow Health"'
    assert search_words(Query("person", "Jane Roe")) == '"Jane Roe"'


def claims(make_document, hit):
    document = make_document("searxng", f"{hit.title} {hit.snippet} {hit.url}", media_type="text/plain")
    return [(c.predicate, c.value, c.organization) for c in hit_claims(hit, document, ASKED)]


def test_a_mention_carries_the_organization_only_where_the_result_names_it(make_document):
    named = SearchHit("Talk by Jane Roe", "of Elmhollow Health", "https://press.example/a")
    assert claims(make_document, named)[1] == ("mention", "Talk by Jane Roe", 'Elmhollow "Health"')
    bare = SearchHit("Talk by Jane Roe", "somewhere", "https://press.example/a")
    assert claims(make_document, bare)[1] == ("mention", "Talk by Jane Roe", "")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com/in/x",
        "https://uk.linkedin.com/in/x",
        "https://www.whitepages.com/x",
        "javascript:x",
        "",
    ],
)
def test_pages_behind_log_ins_and_of_data_brokers_are_left_out(make_document, address):
    assert claims(make_document, SearchHit("Jane Roe", "Elmhollow Health", address)) == []


def test_another_person_is_no_mention(make_document):
    assert claims(make_document, SearchHit("Janet Rowe", "Elmhollow Health", "https://press.example/a")) == []
