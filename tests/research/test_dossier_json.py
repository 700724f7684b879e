"""A dossier survives JSON, and what is damaged there is refused."""

from __future__ import annotations

import json

import pytest

from research.dossier import assemble
from research.dossier_json import from_dict, to_dict
from research.errors import InputError
from research.types import Outcome
from tests.research.cast import ALICE, LARKSPUR, NOW, claim, record
from tests.research.test_characters import HARMFUL
from tests.research.test_dossier import SOURCES, outcomes


@pytest.mark.parametrize("query", [ALICE, LARKSPUR])
def test_a_dossier_comes_back_as_it_was_written(query):
    dossier = assemble(query, outcomes(), SOURCES, NOW, {"papers:namesake": False})
    assert from_dict(json.loads(json.dumps(to_dict(dossier)))) == dossier


def test_the_json_has_what_a_reader_needs():
    data = to_dict(assemble(ALICE, outcomes(), SOURCES, NOW))
    assert set(data) >= {
        "query",
        "person",
        "organization",
        "facts",
        "possible",
        "rejected",
        "gaps",
        "sources",
        "outcomes",
    }
    assert data["person"]["title"] == "Chief Nursing Officer"
    assert data["organization"]["identifiers"] == [{"scheme": "ccn", "value": "990001", "names": ""}]
    for fact in data["facts"]:
        for citation in fact["citations"]:
            assert {"source", "url", "retrieved_at", "quote", "number"} <= set(citation)
            assert data["sources"][citation["number"] - 1]["url"] == citation["url"]


def test_numbers_and_words_of_other_kinds_are_refused():
    data = to_dict(assemble(ALICE, outcomes(), SOURCES, NOW))
    for path, value in ((("facts", 0, "status"), 3), (("gaps", 0, "predicate"), "shoe size"),
                        (("facts", 0, "claims"), [-1]), (("claims", 0, "citation"), None)):  # fmt: skip
        broken = json.loads(json.dumps(data))
        holder = broken
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
        with pytest.raises(InputError):
            from_dict(broken)


def test_a_harmful_character_of_a_source_is_not_written():
    name = record("Alice\u202e \x9bLarkin")
    said = claim(name, "said", "We\u2066 listened\x9b2J")
    dossier = assemble(ALICE, [Outcome("register", "failed", (said,), message="gone \x1b\u202e \ud800")], SOURCES, NOW)
    written = json.dumps(to_dict(dossier), ensure_ascii=False)
    assert HARMFUL.isdisjoint(written)
    assert "\\u001b" not in written
    assert "Alice ›Larkin" in written


@pytest.mark.parametrize("verdict", ["no", 0, 1, None, [True]])
def test_a_verdict_is_true_or_false(verdict):
    data = to_dict(assemble(ALICE, outcomes(), SOURCES, NOW)) | {"verdicts": {"a:1": verdict}}
    with pytest.raises(InputError, match="neither true nor false"):
        from_dict(data)
