from __future__ import annotations

import json
import os

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


def test_a_whole_answer_holds_the_fields_that_are_asked_for(folder):
    address = "https://api.openalex.org/authors/A7"
    with (folder / "index.jsonl").open("a") as index:
        index.write("\n" + json.dumps({"file": "a.json", "method": "GET", "url": address}))
    assert fetch(folder, Request(address, (("select", "id,display_name"),))).body == b'{"a": 1}'
    for other in (Request(address, (("page", "2"),)), Request(REGISTER, (("select", "id"),))):
        with pytest.raises(NotRecorded):
            fetch(folder, other)


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


def test_a_return_is_found_by_a_name_that_takes_two_lines_and_has_a_reference_in_it(folder):
    returns = folder / "irs-990-xml"
    returns.mkdir()
    lines = ("<BusinessNameLine1Txt>BELL &amp; LARKSPUR HEALTH</BusinessNameLine1Txt>"
             "<BusinessNameLine2Txt>FOUNDATION INC</BusinessNameLine2Txt>")  # fmt: skip
    (returns / "1.xml").write_text(f"<Return><Filer><EIN>990000001</EIN>{lines}</Filer></Return>")
    (returns / "2.xml").write_text("<Return><Filer><BusinessNameLine1Txt>OTHER</BusinessNameLine1Txt></Filer></Return>")
    replay = Replay(folder, NOW)
    asked = [Query("organization", f"Bell & Larkspur Health{rest}") for rest in (" Foundation, Inc.", "", " System")]
    assert [len(replay.held(source("irs_990"), query)) for query in asked] == [1, 1, 0]


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe",
        b"[" * 100_000,
        b"[1]",
        b"null",
        b'"text"',
        b'{"a": 1}',
        b'{"file": 1, "method": "GET", "url": "https://a.example"}',
        b'{"file": "a", "method": "GET", "url": null}',
        b'{"file": "a", "method": null, "url": "https://a.example"}',
        b'{"file": "a", "method": "GET", "url": "http://[x"}',
        b'{"file": "a", "method": "GET", "url": "https://a.example", "status": "200"}',
        b'{"file": "a", "method": "GET", "url": "https://a.example", "status": 1e999}',
        b'{"file": "a", "method": "GET", "url": "https://a.example", "content_type": [1]}',
    ],
)
def test_a_line_of_the_index_that_is_no_recording_is_named(folder, line):
    (folder / "index.jsonl").write_bytes(b"\r\n" + line)
    with pytest.raises(InputError, match="line 2, is no recording") as told:
        Replay(folder, NOW)
    assert len(str(told.value)) < 400


def test_only_a_line_feed_ends_a_line_of_the_index(folder):
    entry = {"file": "a.json", "method": "GET", "url": REGISTER, "note": "a\u2028b\x85c"}
    (folder / "index.jsonl").write_text(json.dumps(entry, ensure_ascii=False) + "\r\n", "utf-8", newline="")
    assert fetch(folder, Request(REGISTER)).body == b'{"a": 1}'


@pytest.mark.parametrize("name", ["../a.json", "/etc/hosts", "sub/../../a.json", "pipe", "."])
def test_a_recording_outside_of_the_folder_or_no_file_is_not_read(folder, name):
    inner = folder / "inner"
    inner.mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(inner / "pipe")
    entry = {"file": name, "method": "GET", "url": REGISTER}
    (inner / "index.jsonl").write_text(json.dumps(entry))
    with pytest.raises(NotRecorded):
        fetch(inner, Request(REGISTER))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_among_the_bulk_files_holds_nothing_up(folder):
    (folder / "irs-990-xml").mkdir()
    os.mkfifo(folder / "irs-990-xml" / "1.xml")
    (folder / "irs-990-xml" / "2.xml").mkdir()
    assert Replay(folder, NOW).held(source("irs_990"), LARKSPUR) == []
