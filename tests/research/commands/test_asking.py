from __future__ import annotations

import json

import pytest

from research.__main__ import main
from research.commands.asking import plain_name, plain_state
from research.errors import InputError

PERSON = ["person", "Alice Larkin", "--organization", "Larkspur Health", "--state", "Ohio"]


def ask(recordings, capsys, *more):
    code = main([*PERSON, "--replay", str(recordings), *more])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_dossier_is_shown_on_the_terminal(recordings, capsys):
    code, out, _ = ask(recordings, capsys)
    assert code == 0
    assert "Chief Nursing Officer, Larkspur Health" in out
    assert "register:9" in out
    assert "[1]" in out


def test_json_is_one_object_with_accepted_facts_only(recordings, capsys):
    _, out, err = ask(recordings, capsys, "--json")
    data = json.loads(out)
    assert [f["value"] for f in data["facts"] if f["subject"] == "person"] == ["Chief Nursing Officer"]
    assert [c["record"] for c in data["possible"]] == ["register:9"]
    assert err == ""


def test_markdown(recordings, capsys):
    _, out, _ = ask(recordings, capsys, "--markdown")
    assert out.startswith("# Alice Larkin, Larkspur Health")


def test_a_verdict_is_kept_in_the_saved_dossier_and_wins_the_next_time(recordings, capsys, tmp_path):
    saved = str(tmp_path / "alice.json")
    ask(recordings, capsys, "--save", saved, "--same", "register:9")
    _, out, _ = ask(recordings, capsys, "--save", saved, "--json")
    assert "On the mating of voles" in [f["value"] for f in json.loads(out)["facts"]]
    _, out, _ = ask(recordings, capsys, "--save", saved, "--not", "register:9", "--json")
    assert [c["record"] for c in json.loads(out)["rejected"]] == ["register:9"]


def test_the_dossier_of_somebody_else_is_not_overwritten(recordings, capsys, tmp_path):
    saved = tmp_path / "alice.json"
    ask(recordings, capsys, "--save", str(saved))
    before = saved.read_bytes()
    assert main(["person", "Ben Roe", "--replay", str(recordings), "--save", str(saved)]) == 2
    assert "is the dossier of Alice Larkin" in capsys.readouterr().err
    assert saved.read_bytes() == before


def test_a_name_that_occurs_nowhere_ends_with_one_and_lists_what_is_missing(recordings, capsys):
    code = main(["person", "Zed Quorl", "--replay", str(recordings)])
    assert code == 1
    assert "No present post of theirs is confirmed." in capsys.readouterr().out


def test_a_pasted_text_is_read(recordings, capsys):
    said = "Alice Larkin has been named chief nursing officer of Larkspur Health."
    text = f"Larkspur Health names Alice Larkin chief nursing officer\n{said}"
    _, out, _ = ask(recordings, capsys, "--text", text, "--json")
    sources = {c["source"] for f in json.loads(out)["facts"] for c in f["citations"]}
    assert "given_pages" in sources


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["person", ""], "name is empty"),
        (["person", "   "], "name is empty"),
        (["person", "x" * 1_000_000], "1,000,000 characters"),
        (["person", "Ann\x00Roe"], "control characters"),
        (["person", "Ann\x1b[2J"], "control characters"),
        (["person", "Ann \ud800 Roe"], "no text"),
        (["person", "Ann Roe", "--state", "Narnia"], "no US state"),
        (["person", "Ann Roe", "--deadline", "0"], "deadline"),
        (["person", "Ann Roe", "--only", "nosuch"], "no source 'nosuch'"),
        (["person", "Ann Roe", "--file", "/nowhere/at/all.txt"], "could not be read"),
        (["person", "Ann Roe", "--file", "a\x00b"], "could not be read"),
        (["person", "Ann Roe", "--same", "odd"], "names no record"),
        (["person", "Ann Roe", "--same", "a:1", "--not", "a:1"], "cannot be both"),
        (["organization", "!!!"], "name is empty"),
        (["organization", "Larkspur", "--identifier", "990001"], "no identifier"),
        (["organization", "Larkspur", "--identifier", "ssn:078"], "no identifier"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_2(recordings, capsys, arguments, told):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert (err.count("\n"), out) == (1, "")


def test_a_replay_folder_that_is_not_there(recordings, capsys):
    assert main(["person", "Ann Roe", "--replay", str(recordings / "nowhere")]) == 2
    assert "no folder of recordings" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["李明", "Ñandú Łódź", "Ольга Петрова", "Robert'); DROP TABLE", "{{7*7}}", "%s%n", "e\u0301" * 50]
)
def test_names_of_all_kinds_are_taken_as_given(recordings, capsys, name):
    assert main(["person", name, "--replay", str(recordings), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["query"]["name"] == name


def test_a_known_number_is_part_of_the_question(recordings, capsys):
    main(["organization", "Larkspur", "--identifier", "CCN:990001", "--replay", str(recordings), "--json"])
    assert json.loads(capsys.readouterr().out)["query"]["identifiers"][0]["value"] == "990001"


def test_a_contact_that_cannot_stand_in_a_request_is_told(monkeypatch, capsys):
    monkeypatch.setenv("GROUNDWORK_CONTACT", "mailto:łukasz@example.org")
    assert main(["person", "Ann Roe", "--only", "given_pages"]) == 2
    assert "GROUNDWORK_CONTACT" in capsys.readouterr().err


def test_names_are_folded_and_states_are_letters():
    assert plain_name("  Ann \n Roe ", "name") == "Ann Roe"
    assert plain_state("florida") == "FL"
    assert plain_state("") == ""
    with pytest.raises(InputError):
        plain_state("x" * 100)
