from __future__ import annotations

import os
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from research.cache import FolderCache, MemoryCache, NoCache, fresh_copy
from research.types import Request
from tests.research.documents import a_document

KEY = "made_up GET https://register.example/data"


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("make", [lambda folder: MemoryCache(), FolderCache], ids=["memory", "folder"])
def test_what_was_kept_comes_back(make, tmp_path):
    cache = make(tmp_path)
    document = replace(a_document(b"line\n\x00\xff\n"), etag='"1"', last_modified="x", charset="utf-8", status=404)
    assert cache.get(KEY) is None
    cache.put(KEY, document)
    found = cache.get(KEY)
    assert replace(found, request=document.request) == document
    cache.put(KEY, a_document(b"newer"))
    assert cache.get(KEY).body == b"newer"
    assert cache.get(KEY + " ") is None


def test_no_cache_keeps_nothing():
    cache = NoCache()
    cache.put(KEY, a_document(b"x"))
    assert cache.get(KEY) is None


def test_memory_keeps_what_was_used_last_within_its_bound():
    cache = MemoryCache(max_bytes=100)
    for name in ("a", "b"):
        cache.put(name, a_document(name.encode() * 45))
    assert cache.get("a") is not None
    cache.put("c", a_document(b"c" * 45))
    assert cache.get("b") is None
    assert cache.get("a") is not None
    cache.put("large", a_document(b"x" * 101))
    assert cache.get("large") is None
    assert cache.get("c") is not None
    cache.put("a", a_document(b"a"))
    cache.put("d", a_document(b"d" * 50))
    assert cache.get("c") is not None


def test_memory_keeps_no_endless_number_of_empty_documents():
    cache = MemoryCache()
    for number in range(2_500):
        cache.put(str(number), a_document(b""))
    assert cache.get("100") is None
    assert cache.get("2499") is not None


def test_a_folder_serves_several_runs_and_shows_no_key_in_its_names(tmp_path):
    FolderCache(tmp_path).put(KEY, a_document(b"kept"))
    assert FolderCache(tmp_path).get(KEY).body == b"kept"
    (path,) = files(tmp_path)
    assert "register" not in str(path.relative_to(tmp_path))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data.replace(b"kept", b"swap"),
        lambda data: data.replace(b'"format": 1', b'"format": 2'),
        lambda data: data.replace(b'"status": 200', b'"status": null'),
        lambda data: data.replace(b"+00:00", b""),
        lambda data: b"[" * 100_000,
        lambda data: b"\xff\xfe" + data,
        lambda data: b"[]\n",
        lambda data: data.replace(b"register", b"other"),
    ],
)
def test_a_damaged_entry_is_removed_and_not_believed(damage, tmp_path):
    cache = FolderCache(tmp_path)
    cache.put(KEY, a_document(b"kept"))
    (path,) = files(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get(KEY) is None
    assert files(tmp_path) == []
    cache.put(KEY, a_document(b"anew"))
    assert cache.get(KEY).body == b"anew"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_entry_and_no_litter(call, tmp_path, monkeypatch):
    cache = FolderCache(tmp_path)
    cache.put(KEY, a_document(b"old"))

    def fail(*_):
        raise OSError(28, "No space left on device")

    target = "os.fsync" if call == "fsync" else "pathlib.Path.replace"
    with monkeypatch.context() as patch:
        patch.setattr(target, fail)
        cache.put(KEY, a_document(b"new"))
    assert cache.get(KEY).body == b"old"
    assert len(files(tmp_path)) == 1


def test_a_file_appears_only_after_it_was_flushed(tmp_path, monkeypatch):
    calls = []
    fsync, replace_ = os.fsync, type(tmp_path).replace
    monkeypatch.setattr(os, "fsync", lambda handle: (calls.append("fsync"), fsync(handle)))
    monkeypatch.setattr(type(tmp_path), "replace", lambda self, to: (calls.append("rename"), replace_(self, to))[1])
    FolderCache(tmp_path).put(KEY, a_document(b"x"))
    assert calls == ["fsync", "rename", "fsync"]


def test_a_folder_stays_within_its_bound_and_loses_abandoned_parts(tmp_path):
    FolderCache(tmp_path).put("old", a_document(b"x" * 5_000))
    (old,) = files(tmp_path)
    abandoned = old.with_suffix(".part")
    abandoned.write_bytes(b"half")
    os.utime(old, (1_000, 1_000))
    os.utime(abandoned, (1_000, 1_000))
    cache = FolderCache(tmp_path, max_bytes=6_000)
    cache.put("new", a_document(b"y" * 4_000))
    assert cache.get("old") is None
    assert cache.get("new") is not None
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("make", [lambda folder: MemoryCache(5_000), FolderCache], ids=["memory", "folder"])
def test_many_threads_may_use_one_cache(make, tmp_path):
    cache = make(tmp_path)
    problems = []

    def work(number):
        for turn in range(10):
            cache.put(str(turn), a_document(f"{turn} {number} ".encode() * 30))
            found = cache.get(str(turn))
            if found is not None and not found.body.startswith(f"{turn} ".encode()):
                problems.append(found.body)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert not list(tmp_path.rglob("*.part"))


def test_a_kept_document_answers_the_present_question():
    kept, later = a_document(b"x"), Request("https://register.example/data", carry=(("page", "2"),))
    copy = fresh_copy(kept, later)
    assert (copy.request, copy.from_cache, copy.retrieved_at) == (later, True, kept.retrieved_at)
    moment = kept.retrieved_at + timedelta(days=1)
    assert fresh_copy(kept, later, moment).retrieved_at == moment
