from __future__ import annotations

from research.investigation import described_sources, investigate
from tests.research.cast import ALICE, NOW, FakeConnector, FakeFetcher, claim, house, record, source


def test_from_a_name_to_a_dossier_with_its_documents():
    def reads(document, query):
        if query.kind == "organization":
            yield from house("Larkspur Health", state="OH")
        else:
            yield claim(record("Alice Larkin"), "role", "Chief Nursing Officer", organization="Larkspur Health")

    connector = FakeConnector(source(names_decide=True), reads=reads)
    found = investigate(ALICE, FakeFetcher(), now=NOW, connectors=[connector])
    assert [f.value for f in found.dossier.about("person", "role")] == ["Chief Nursing Officer"]
    assert found.dossier.about("organization", "organization_name")
    assert set(found.documents) == {d.sha256 for o in found.outcomes for d in o.documents}


def test_a_name_that_occurs_nowhere_is_an_empty_dossier():
    connector = FakeConnector(source())
    dossier = investigate(ALICE, FakeFetcher(), now=NOW, connectors=[connector]).dossier
    assert not dossier.facts
    assert not dossier.candidates
    assert dossier.gaps


def test_all_sources_are_described():
    assert "register" in described_sources([FakeConnector(source())])
