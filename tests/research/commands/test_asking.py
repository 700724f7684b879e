from __future__ import annotations

import io
import json
import os
import sys

import pytest

from research.__main__ import main
from research.commands import asking
from research.commands.asking import documents, plain_name, plain_state
from research.connectors import given_pages
from research.errors import InputError
from tests.research.test_characters import HARMFUL

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
        (["person", "Ann Roe", "--same", "a:\x1b"], "names no record"),
        (["person", "Ann Roe", "--same", "a:" + "1" * 1_000_000], "names no record"),
        (["person", "Ann Roe", "--file", "/dev/null"], "a device, not a file"),
        (["person", "Ann Roe", "--file", "."], "a folder, not a file"),
        (["person", "Ann Roe", "--text", "  "], "text is empty"),
        (["person", "Ann Roe", "--text", "-", "--text", "-"], "only once"),
        (["person", "Ann Roe", "--url", "no address"], "no address"),
        (["person", "Ann Roe", "--url", "https://a.example/\x00"], "no address"),
        (["person", "Ann Roe", *["--url", "https://a.example/"] * 21], "At most 20"),
        (["person", "Ann Roe", "--website", "http://[x"], "no address"),
        (["person", "Ann Roe", "--only", ","], "No source is named"),
        (["person", "Ann Roe", "--only", "register", "--without", "register"], "No source is left"),
        (["person", "Ann Roe", "--only", "x" * 1_000_000], "There is no source"),
        (["person", "Ann Roe", "--deadline", "nan"], "deadline"),
        (["person", "Ann Roe", "--save", "/nowhere/at/all.json"], "could not be written"),
        (["person", "Ann Roe", "--save", "a\x00b"], "no usable file name"),
        (["person", "Ann Roe", "--save", "/dev/null"], "a device, not a file"),
        (["person", "Ann Roe", "--cache", "/dev/null/cache"], "cannot be used as a cache"),
        (["person", "Ann Roe", "--cache", "a\x00b"], "cannot be used as a cache"),
        (["organization", "!!!"], "name is empty"),
        (["organization", "Larkspur", "--identifier", "990001"], "no identifier"),
        (["organization", "Larkspur", "--identifier", "ssn:078"], "no identifier"),
        (["person", "Ann Roe", "--identifier", "npi:1234567890"], "is no NPI: that is ten digits, of which the last"),
        (["person", "Ann Roe", "--identifier", "orcid:0000-0002-1825-0098"], "is no ORCID: that is sixteen digits"),
        (["organization", "Larkspur", "--identifier", "ein:12-345"], "is no EIN: that is nine digits"),
        (["organization", "Larkspur", "--identifier", "ccn:" + "1" * 1_000_000], "is no CCN"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_2(recordings, capsys, arguments, told):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert (err.count("\n"), out) == (1, "")
    assert len(err) < 900


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


SAID = "Alice Larkin has been named chief nursing officer of Larkspur Health."


def test_what_of_many_files_cannot_be_read_is_named_and_the_others_are_used(recordings, capsys, tmp_path):
    (tmp_path / "good.txt").write_text(SAID)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 junk")
    files = [word for name in ("picture.txt", "good.txt", "broken.pdf") for word in ("--file", str(tmp_path / name))]
    code, out, _ = ask(recordings, capsys, *files, "--json")
    (outcome,) = (o for o in json.loads(out)["outcomes"] if o["source"] == "given_pages")
    assert (code, outcome["status"]) == (0, "found")
    assert [name in "\n".join(outcome["warnings"]) for name in ("picture.txt", "broken.pdf", "good.txt")] == [
        True,
        True,
        False,
    ]
    code, out, _ = ask(recordings, capsys, *files, "--markdown")
    assert "picture" in out
    assert "damaged" in out


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_when_no_file_can_be_read_that_is_told_before_anything_is_asked(recordings, capsys, tmp_path, more):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 junk")
    files = [word for name in ("picture.txt", "broken.pdf") for word in ("--file", str(tmp_path / name))]
    code, out, err = ask(recordings, capsys, *files, *more)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "None of the 2 files" in err


def test_files_that_are_too_much_together_are_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "LARGEST_TOTAL", 25)
    paths = []
    for number in range(3):
        paths.append(str(tmp_path / f"{number}.txt"))
        (tmp_path / f"{number}.txt").write_text("ten letters")
    with pytest.raises(InputError, match=r"more than 25 bytes together, from .*2\.txt"):
        documents(paths, ())
    with pytest.raises(InputError, match="At most 200"):
        documents(paths * 100, ())


def test_standard_input_is_read_as_it_comes(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ann Roe\xff is CEO."), encoding="ascii"))
    assert documents((), ("-",))[0].body == b"Ann Roe\xff is CEO."
    monkeypatch.setattr(sys, "stdin", io.StringIO("Ann Roe is CEO."))
    assert documents((), ("-",))[0].body == b"Ann Roe is CEO."


def test_a_closed_or_endless_standard_input_is_told(monkeypatch):
    closed = io.TextIOWrapper(io.BytesIO(b"Ann Roe"))
    closed.close()
    monkeypatch.setattr(sys, "stdin", closed)
    with pytest.raises(InputError, match="Standard input could not be read"):
        documents((), ("-",))
    monkeypatch.setattr(asking, "LARGEST_FILE", 10)
    monkeypatch.setattr(sys, "stdin", io.StringIO("x" * 1000))
    with pytest.raises(InputError, match="longer than 10 bytes"):
        documents((), ("-",))


def test_a_decision_that_another_run_saved_meanwhile_is_kept(recordings, capsys, tmp_path, monkeypatch):
    saved = tmp_path / "alice.json"
    ask(recordings, capsys, "--save", str(saved))
    investigate = asking.investigate

    def while_another_decides(*args, **more):
        found = investigate(*args, **more)
        if monkeypatch_once:
            monkeypatch_once.pop()
            main([*PERSON, "--replay", str(recordings), "--save", str(saved), "--same", "register:9"])
        return found

    monkeypatch_once = [True]
    monkeypatch.setattr(asking, "investigate", while_another_decides)
    ask(recordings, capsys, "--save", str(saved), "--not", "papers:1", "--json")
    kept = json.loads(saved.read_text())
    assert kept["verdicts"] == {"papers:1": False, "register:9": True}
    assert "On the mating of voles" in [fact["value"] for fact in kept["facts"]]


def test_the_dossier_is_shown_even_when_it_cannot_be_saved(recordings, capsys, tmp_path, monkeypatch):
    folder = tmp_path / "folder"
    folder.mkdir()
    investigate = asking.investigate

    def while_the_folder_goes(*args, **more):
        folder.rmdir()
        return investigate(*args, **more)

    monkeypatch.setattr(asking, "investigate", while_the_folder_goes)
    code, out, err = ask(recordings, capsys, "--save", str(folder / "alice.json"))
    assert (code, err.count("\n")) == (2, 1)
    assert "Chief Nursing Officer, Larkspur Health" in out


@pytest.mark.parametrize("damage", ['"yes"', "1", "null", "[]"])
def test_a_verdict_that_is_neither_true_nor_false_is_not_guessed(recordings, capsys, tmp_path, damage):
    saved = tmp_path / "alice.json"
    ask(recordings, capsys, "--save", str(saved), "--same", "register:9")
    text = saved.read_text().replace('"register:9": true', f'"register:9": {damage}')
    saved.write_text(text)
    code, out, err = ask(recordings, capsys, "--save", str(saved))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "neither true nor false" in err
    assert saved.read_text() == text


def test_a_run_that_the_user_stopped_shows_what_came_and_says_so_in_its_status(recordings, capsys, monkeypatch):
    ask(recordings, capsys)
    monkeypatch.setattr(asking, "STOPPED", "with nothing about this name")
    code, out, _ = ask(recordings, capsys, "--without", "register", "--text", "Nobody of note.")
    assert code == 130
    assert "Alice Larkin" in out


HOSTILE = (
    "<html><title>Larkspur \u202eHealth</title><body><h1>Larkspur Health names Alice Larkin</h1>"
    "<p>\u2066Alice Larkin\u2069, RN, is chief nursing officer of Larkspur Health.\x9b31m She led the Quiet\u202e "
    "Nights program&#x202e;, which cut falls by 12&#155; percent&#27;[2J in 2021.</p></body></html>"
)


@pytest.mark.parametrize("shape", [[], ["--json"], ["--markdown"]])
def test_no_harmful_character_of_a_source_is_shown(recordings, capsys, tmp_path, shape):
    (tmp_path / "page.html").write_text(HOSTILE, "utf-8")
    code, out, _ = ask(recordings, capsys, "--file", str(tmp_path / "page.html"), "--only", "given_pages", *shape)
    assert code == 0
    assert HARMFUL.isdisjoint(out)
    if shape == ["--json"]:
        texts = texts_in(json.loads(out))
        assert HARMFUL.isdisjoint("".join(texts))
        assert any("chief nursing officer of Larkspur Health" in text for text in texts)


def texts_in(value):
    if isinstance(value, str):
        return [value]
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for item in inner for text in texts_in(item)]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_read(recordings, capsys, tmp_path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/na\xffme.txt")
    with open(name, "w") as file:  # noqa: PTH123
        file.write(SAID)
    code, out, _ = ask(recordings, capsys, "--file", name, "--json")
    assert code == 0
    assert "na%FFme.txt" in out
    assert given_pages.SOURCE.title in ask(recordings, capsys, "--file", name)[1]


@pytest.mark.parametrize("named", ["about.txt", "{path}", "file:{path}"])
def test_a_file_is_settled_by_its_name_or_address(recordings, capsys, tmp_path, named):
    path = tmp_path / "about.txt"
    path.write_text("Alice Larkin is director of nursing at Bellwether Clinic. She received the Elm Award in 2019.")
    _, open_, _ = ask(recordings, capsys, "--file", str(path))
    assert "about.txt: “" in " ".join(open_.split())
    _, out, _ = ask(recordings, capsys, "--file", str(path), "--json", "--same", named.format(path=path))
    assert "Elm Award" in [fact["value"] for fact in json.loads(out)["facts"]]
    _, out, _ = ask(recordings, capsys, "--file", str(path), "--json", "--not", named.format(path=path))
    assert [c["record"] for c in json.loads(out)["possible"]] == ["register:9"]


def test_a_name_that_is_no_record_and_no_file_is_refused(recordings, capsys):
    assert main([*PERSON, "--replay", str(recordings), "--same", "about.txt"]) == 2
    assert "names no record" in capsys.readouterr().err


def test_a_decision_about_a_record_that_nobody_gave_is_told(recordings, capsys, tmp_path):
    _, _, told = ask(recordings, capsys, "--json", "--same", "register:mistyped", "--not", "register:9")
    changed_nothing = "The decision changed nothing; the names of records stand under “Not settled”.\n"
    assert told == f"No source gave a record register:mistyped. {changed_nothing}"
    _, _, told = ask(recordings, capsys, "--json", "--same", "register:mistyped", "--save", str(tmp_path / "d.json"))
    assert "kept for later runs" in told
