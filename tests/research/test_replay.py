from __future__ import annotations

import json

import pytest

from research.errors import InputError, NotRecorded, Refused, Unavailable
from research.replay import Replay, full_url
from research.types import Identifier, Query, Request, Secret
from tests.research.cast import LARKSPUR, NOW, source

REGISTER = "https://register.example/find"


@pytest.fixture
def folder(tmp_path):
    entries = [
        {
            "file": "a.json",
            "method": "GET",
            "url": f"{REGISTER}?b=2&a=one%20two&mailto=x%40y",
            "status": 200,
            "content_type": "application/json",
        },
        {"file": "gone.txt", "method": "GET", "url": f"{REGISTER}/gone", "status": 404, "content_type": None},
        {"file": "gone.txt", "method": "GET", "url": f"{REGISTER}/broken", "status": 500, "content_type": None},
        {"file": "lost.txt", "method": "GET", "url": f"{REGISTER}/lost", "status": 200, "content_type": None},
    ]
    (tmp_path / "index.jsonl").write_text("\n".join(json.dumps(e) for e in entries))
    (tmp_path / "a.json").write_text('{"a": 1}')
    (tmp_path / "gone.txt").write_text("no such record")
    return tmp_path


def fetch(folder, request):
    return Replay(folder, NOW).fetch(source(), request, 0)


def test_a_request_is_found_whatever_the_order_of_its_parameters_and_whoever_asks(folder):
    request = Request(REGISTER, (("a", "one two"), ("b", 2), ("api_key", Secret("KEY")), ("mailto", "other")))
    document = fetch(folder, request)
    assert (document.body, document.media_type, document.status) == (b'{"a": 1}', "application/json", 200)
    assert "<KEY>" in full_url(request).replace("%3C", "<").replace("%3E", ">")


def test_what_is_not_recorded_is_said_so(folder):
    with pytest.raises(NotRecorded, match="not recorded"):
        fetch(folder, Request(REGISTER, (("a", "other"),)))
    with pytest.raises(NotRecorded, match=r"lost\.txt"):
        fetch(folder, Request(f"{REGISTER}/lost"))


def test_a_recording_for_any_query_answers_what_has_none_of_its_own(folder):
    with (folder / "index.jsonl").open("a") as index:
        index.write("\n" + json.dumps({"file": "gone.txt", "method": "GET", "url": f"{REGISTER}?q=x", "status": 200,
                                       "content_type": "text/plain", "any_query": True}))  # fmt: skip
    assert fetch(folder, Request(REGISTER, (("a", "other"),))).body == b"no such record"
    assert fetch(folder, Request(REGISTER, (("a", "one two"), ("b", 2)))).body == b'{"a": 1}'
    with pytest.raises(NotRecorded):
        fetch(folder, Request(f"{REGISTER}/elsewhere"))


def test_recorded_errors_are_errors(folder):
    with pytest.raises(Refused):
        fetch(folder, Request(f"{REGISTER}/gone"))
    with pytest.raises(Unavailable):
        fetch(folder, Request(f"{REGISTER}/broken"))
    assert fetch(folder, Request(f"{REGISTER}/gone", not_found_is_empty=True)).status == 404


def test_a_folder_without_recordings_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"index\.jsonl"):
        Replay(tmp_path / "nowhere", NOW)
    (tmp_path / "index.jsonl").write_text("not json")
    with pytest.raises(InputError, match="line 1"):
        Replay(tmp_path, NOW)


def test_a_return_is_found_by_whose_it_is(folder):
    returns = folder / "irs-990-xml"
    returns.mkdir()
    for name, ein in (("Larkspur Health", "990000001"), ("Bellwether Clinic", "990000002")):
        (returns / f"{ein}.xml").write_text(
            f"<Return><Filer><EIN>{ein}</EIN><BusinessNameLine1Txt>{name}</BusinessNameLine1Txt></Filer></Return>"
        )
    replay = Replay(folder, NOW)
    held = replay.held(source("irs_990"), LARKSPUR)
    assert [d.body.count(b"Larkspur") for d in held] == [1]
    by_number = Query("organization", "LH", identifiers=(Identifier("ein", "990000002"),))
    assert len(replay.held(source("irs_990"), by_number)) == 1
    assert replay.held(source("register"), LARKSPUR) == []
    assert replay.held(source("irs_990"), Query("person", "Larkspur Health")) == []
