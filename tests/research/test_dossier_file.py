from __future__ import annotations

import json

import pytest

from research.dossier import assemble
from research.dossier_file import current_post, from_dict, load, save, to_dict
from research.errors import InputError
from research.types import Outcome
from tests.research.cast import ALICE, LARKSPUR, NOW, claim, house, record
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


def test_saving_and_loading(tmp_path):
    dossier = assemble(ALICE, outcomes(), SOURCES, NOW)
    save(dossier, tmp_path / "alice.json")
    assert load(tmp_path / "alice.json") == dossier
    assert [p.name for p in tmp_path.iterdir()] == ["alice.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 99}', '{"format": 1}', "[" * 100_000])
def test_what_is_no_dossier_is_refused_in_words(tmp_path, text):
    path = tmp_path / "odd.json"
    path.write_text(text)
    with pytest.raises(InputError):
        load(path)


def test_a_file_that_is_not_there_or_cannot_be_written_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.json"):
        load(tmp_path / "nowhere.json")
    with pytest.raises(InputError, match="could not be written"):
        save(assemble(ALICE, (), SOURCES, NOW), tmp_path / "no" / "folder.json")


def test_the_post_to_introduce_with_is_the_present_one_at_the_asked_house():
    here = record("Alice Larkin", number="alice")
    claims = (
        claim(here, "role", "Trustee", organization="Bellwether University", published="2026-10-01"),
        claim(here, "role", "Chief Nursing Officer", organization="Larkspur Health", published="2026-02-01"),
        claim(here, "role", "Director of Nursing", organization="Larkspur Health", status="former"),
    )
    dossier = assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW)
    assert current_post(dossier).value == "Chief Nursing Officer"
    assert (
        current_post(assemble(LARKSPUR, [Outcome("register", "found", tuple(house("Larkspur Health")))], SOURCES, NOW))
        is None
    )


def introduced(*claims):
    here = [claim(record("Alice Larkin", number="alice"), predicate, title, organization="Larkspur Health", **more)
            for predicate, title, more in claims]  # fmt: skip
    dossier = assemble(ALICE, [Outcome("register", "found", tuple(here))], SOURCES, NOW)
    post = current_post(dossier)
    return post.value if post else None


def test_the_newest_post_is_the_one_to_introduce_with():
    may, june = (
        ("role", "CNO", {"published": "2026-05-01"}),
        ("role", "CNO", {"published": "2026-06-01", "text": "a CNO"}),
    )
    assert introduced(may, june, ("role", "President", {"published": "2026-10-01"})) == "President"


def test_a_post_to_come_or_gone_by_is_not_the_present_one():
    now = ("role", "CNO", {"published": "2026-06-01"})
    assert introduced(now, ("role", "CEO", {"published": "2026-10-01", "status": "incoming"})) == "CNO"
    assert introduced(("role", "CEO", {"published": "2026-10-01", "end": "2024-01-01"})) is None
    assert introduced(
        ("role", "CEO", {"published": "2026-05-01"}),
        ("former_role", "CEO", {"published": "2026-10-01", "status": "former", "text": "former CEO"}),
    ) is None  # fmt: skip


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
