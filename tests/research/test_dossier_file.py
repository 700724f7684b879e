from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from research import dossier_file
from research.dossier import assemble
from research.dossier_file import check_writable, current_post, from_dict, load, save, to_dict, update
from research.errors import InputError
from research.types import Outcome
from tests.research.cast import ALICE, LARKSPUR, NOW, claim, house, record
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


@pytest.mark.parametrize("part", ["query", "built_at", "facts", "sources", "outcomes", "verdicts", "claims", "gaps"])
@pytest.mark.parametrize("damage", [None, 3, "x", [1], {"a": 1}, [[]]])
def test_a_dossier_damaged_by_hand_is_one_line_without_the_words_of_python(tmp_path, part, damage):
    data = to_dict(assemble(ALICE, outcomes(), SOURCES, NOW)) | {part: damage}
    path = tmp_path / "alice.json"
    path.write_text(json.dumps(data))
    with pytest.raises(InputError, match=r"alice\.json: This saved dossier is damaged") as told:
        load(path)
    assert "Error" not in str(told.value)
    assert "\n" not in str(told.value)


def test_what_was_saved_meanwhile_is_there_for_the_one_who_writes(tmp_path):
    path = tmp_path / "alice.json"
    first = assemble(ALICE, outcomes(), SOURCES, NOW, {"a:1": True})
    assert update(path, lambda saved: first if saved is None else pytest.fail("nothing is there yet")) == first
    update(path, lambda saved: assemble(ALICE, (), SOURCES, NOW, {**dict(saved.verdicts), "a:2": False}))
    assert load(path).verdicts == (("a:1", True), ("a:2", False))
    assert [p.name for p in tmp_path.iterdir()] == ["alice.json"]


def test_many_who_write_at_once_lose_nothing(tmp_path):
    path = tmp_path / "alice.json"

    def decide(number):
        def with_mine(saved):
            return assemble(ALICE, (), SOURCES, NOW, {**dict(saved.verdicts if saved else ()), f"a:{number}": True})

        update(path, with_mine)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(decide, range(16)))
    assert len(load(path).verdicts) == 16


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "alice.json"
    save(assemble(ALICE, outcomes(), SOURCES, NOW), path)
    before = path.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(dossier_file.os, "fsync", full)
    with pytest.raises(InputError, match="No space left"):
        save(assemble(ALICE, (), SOURCES, NOW), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["alice.json"]


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of POSIX")
def test_a_link_is_followed_and_the_mode_of_the_file_stays(tmp_path):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    link.symlink_to(real)
    save(assemble(ALICE, (), SOURCES, NOW), link)
    assert real.stat().st_mode & 0o077 == 0
    real.chmod(0o640)
    save(assemble(ALICE, outcomes(), SOURCES, NOW), link)
    assert link.is_symlink()
    assert (len(load(real).facts) > 0, real.stat().st_mode & 0o777) == (True, 0o640)


def test_a_place_that_cannot_be_written_is_found_before_the_run(tmp_path):
    check_writable(tmp_path / "new.json")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "no" / "a.json", tmp_path / "file" / "a.json", tmp_path, tmp_path / ("x" * 5000)):
        with pytest.raises(InputError):
            check_writable(path)
    with pytest.raises(InputError, match="no usable file name"):
        check_writable(tmp_path / "a\x00b")
