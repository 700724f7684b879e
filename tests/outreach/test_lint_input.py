"""Drafts, batches and dossiers as files, with everything that can be wrong with them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from outreach import lint_input
from outreach.asklint.types import Kind
from outreach.lint_input import BadInput
from research.dossier import Dossier
from research.dossier_json import to_dict
from research.types import Citation, Claim, Fact, Query, Record

AT = datetime(2027, 4, 6, tzinfo=UTC)


def fact_of(predicate: str, value: str, standing: str = "single", organization: str = "") -> Fact:
    record = Record("registry", "1", "Ruth Ames", "https://example.org/1", "person")
    citation = Citation("registry", "https://example.org/1", AT, f"Quote of {value}", 0.9, "doc")
    claim = Claim(record, predicate, value, citation, organization=organization)
    return Fact("person", predicate, value, (claim,), 0.9, standing, organization=organization)  # type: ignore[arg-type]


def saved_dossier() -> dict:
    facts = (
        fact_of("role", "Chief Operating Officer", organization="Lakeshore"),
        fact_of("credential", "MHA"),
        fact_of("program", "Night Owl"),
        fact_of("award", "Lamp Prize", "disputed"),
    )
    query = Query("person", "Ruth Ames", "Lakeshore")
    return to_dict(
        Dossier(query, AT, facts=facts, people=(), organizations=(), gaps=(), outcomes=(), sources=(), questions=())
    )


def test_a_small_dossier_is_read():
    known = lint_input.known_of(
        {"person": "Ruth Ames", "credentials": ["MD"], "facts": ["She leads."], "honorific": "Dr."}
    )
    assert (known.person, known.credentials, known.facts, known.honorific) == (
        "Ruth Ames",
        ("MD",),
        ("She leads.",),
        "Dr.",
    )
    assert lint_input.known_of({}).honorific is None


def test_a_dossier_of_the_engine_is_read_with_what_is_disputed_apart(tmp_path):
    path = tmp_path / "ames.json"
    path.write_text(json.dumps(saved_dossier()))
    known = lint_input.read_dossier(path)
    assert (known.person, known.title, known.organization) == ("Ruth Ames", "Chief Operating Officer", "Lakeshore")
    assert known.credentials == ("MHA",)
    assert known.programs == ("Night Owl",)
    assert any("Night Owl" in fact for fact in known.facts)
    assert [fact for fact in known.facts if "Lamp Prize" in fact] == []
    assert "Lamp Prize" in known.contested[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "no JSON object"),
        ({"facts": "one"}, '"facts" of the dossier has to be a list of texts'),
        ({"person": 3}, '"person" of the dossier has to be a text'),
        ({"facts": ["x"] * 5_001}, "5,001 facts"),
        ({"format": 99, "claims": []}, "another version"),
    ],
)
def test_a_dossier_that_is_none_says_why(data, words):
    with pytest.raises(BadInput, match=words):
        lint_input.known_of(data)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"Dear\x00", "NUL character"),
        (b"a" * 100_001, "100,001 characters"),
        (b"a" * 1_000_000, "larger than 400,000 bytes"),
    ],
)
def test_a_draft_that_cannot_be_checked_says_why(tmp_path, body, words):
    path = tmp_path / "letter.txt"
    path.write_bytes(body)
    with pytest.raises(BadInput, match=words):
        lint_input.read_draft(path)


def test_a_draft_in_any_script_keeps_its_line_ends(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes("\ufeffDear Dr. 王,\r\n\r\n谢谢 🙂".encode())
    assert lint_input.read_draft(path) == "Dear Dr. 王,\r\n\r\n谢谢 🙂"


def test_a_file_that_is_missing_or_a_folder_says_so(tmp_path):
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(BadInput, match="cannot be read"):
            lint_input.read_draft(path)
    with pytest.raises(BadInput, match="cannot be read"):
        list(lint_input.batch_lines(tmp_path / "none.jsonl"))


def test_a_dossier_file_that_is_no_json_is_named(tmp_path):
    path = tmp_path / "d.json"
    path.write_text("{")
    with pytest.raises(BadInput, match=r"d\.json is no dossier: it is not JSON"):
        lint_input.read_dossier(path)


def test_a_kind_that_is_not_known_lists_the_kinds():
    assert lint_input.kind_of("thank-you") is Kind.THANK_YOU
    with pytest.raises(BadInput, match="The kinds are: interview-request, assistant-request"):
        lint_input.kind_of("sonnet")


def test_a_day_is_read_or_refused():
    assert lint_input.day_of("2027-05-04") == date(2027, 5, 4)
    assert lint_input.day_of("") is None
    with pytest.raises(BadInput, match="write it like"):
        lint_input.day_of("May 4")


def test_each_line_of_a_batch_is_told_in_order(tmp_path):
    path = tmp_path / "list.jsonl"
    good = json.dumps({"id": "a", "kind": "thank-you", "text": "Thank you.", "dossier": {"person": "Ruth Ames"}})
    strange = json.dumps({"id": "c", "kind": "sonnet", "text": "Hello there."})
    path.write_text(f"{good}\nnot json\n\n[1]\n{strange}\n" + json.dumps({"id": "d", "text": ""}) + "\n" + good)
    lines = list(lint_input.batch_lines(path))
    assert [line.number for line in lines] == [1, 2, 4, 5, 6, 7]
    assert [bool(line.message) for line in lines] == [True, False, False, True, False, True]
    assert lines[1].error == "Line 2 is not JSON; the other lines were checked."
    assert lines[3].message.kind is Kind.OTHER
    assert lines[4].id == "d"
    assert "is empty" in lines[4].error
