import json

import pytest

from research.connectors import wikidata
from research.types import Claim, Query, Request

PERSON = Query("person", "Douglas Adams")


def read(recordings, make_document, name, query=PERSON):
    body = (recordings / f"wikidata-people/entity-{name}.json").read_bytes()
    return list(wikidata.read(make_document("wikidata", body), query))


def test_a_real_person_is_read_without_birth_family_or_faith(recordings, make_document):
    said = read(recordings, make_document, "Q42-person")
    assert {item.predicate for item in said if isinstance(item, Claim)} == {"name", "identifier"}
    (request,) = [item for item in said if isinstance(item, Request)]
    links = {statement["link"] for statement in json.loads(request.carried("waiting"))}
    assert links <= {"P39", "P108", "P69", "P166"}


@pytest.mark.parametrize("label", [[[]], {"x": 1}, 7, None, True])
def test_a_label_that_is_no_text_names_nothing(make_document, label):
    snak = {"snaktype": "value", "property": "P31", "datavalue": {"value": {"id": "Q5"}}}
    entity = {"id": "Q7", "labels": {"en": {"value": label}}, "claims": {"P31": [{"mainsnak": snak, "rank": "normal"}]}}
    body = json.dumps({"entities": {"Q7": entity}}).encode()
    assert [i for i in wikidata.read(make_document("wikidata", body), PERSON) if isinstance(i, Claim)] == []


def test_a_merged_item_goes_by_its_own_number(recordings, make_document):
    said = read(recordings, make_document, "redirected-Q16231742", Query("person", "Kangnam"))
    assert {item.record.id for item in said if isinstance(item, Claim)} == {"Q3571994"}


def test_a_person_is_no_organization(recordings, make_document):
    assert read(recordings, make_document, "Q42-person", Query("organization", "Douglas Adams")) == []


def test_the_documents_of_one_organization_lead_from_one_to_the_next(make_document):
    """The statements that wait for labels come back as claims with the labels' document."""
    claim = {
        "mainsnak": {"snaktype": "value", "property": "P749", "datavalue": {"value": {"id": "Q77"}}},
        "rank": "normal",
    }
    human = {
        "mainsnak": {"snaktype": "value", "property": "P31", "datavalue": {"value": {"id": "Q43"}}},
        "rank": "normal",
    }
    item = {"id": "Q7", "labels": {"en": {"value": "Elmhollow Health"}}, "claims": {"P31": [human], "P749": [claim]}}
    asked = Query("organization", "Elmhollow Health")
    first = make_document("wikidata", json.dumps({"entities": {"Q7": item}}))
    (request,) = [item for item in wikidata.read(first, asked) if isinstance(item, Request)]
    labels = {
        "entities": {q: {"id": q, "labels": {"en": {"value": v}}} for q, v in (("Q77", "Ridge"), ("Q43", "clinic"))}
    }
    second = make_document("wikidata", json.dumps(labels), carry=dict(request.carry))
    said = [(c.predicate, c.value) for c in wikidata.read(second, asked) if isinstance(c, Claim)]
    assert sorted(said) == [("organization_kind", "clinic"), ("parent", "Ridge")]
