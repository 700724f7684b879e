"""Dossiers are saved whole or not at all, and read back with clear words."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from research import dossier_file
from research.dossier import assemble
from research.dossier_file import check_writable, load, save, update
from research.dossier_json import to_dict
from research.errors import InputError
from tests.research.cast import ALICE, NOW
from tests.research.test_dossier import SOURCES, outcomes


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


@pytest.mark.parametrize("part", ["name", "organization", "role", "state", "city", "website"])
def test_a_question_that_is_no_text_is_damage(tmp_path, part):
    data = to_dict(assemble(ALICE, outcomes(), SOURCES, NOW))
    path = tmp_path / "alice.json"
    for damage in (True, 10**30, ["x"], {"a": 1}):
        path.write_text(json.dumps(data | {"query": data["query"] | {part: damage}}))
        with pytest.raises(InputError, match=r"alice\.json: This saved dossier is damaged"):
            load(path)


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
