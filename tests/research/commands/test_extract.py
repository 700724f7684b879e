"""The command that reads saved pages."""

import json
import os

import pytest

from research.__main__ import main
from research.commands import extract
from tests.research.test_characters import HARMFUL

SENTENCE = (
    "Ana Larkin, RN, is chief executive officer of Elm Hospital. She previously served as director at Oak Clinic.\n"
)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(SENTENCE)
    return path


def test_a_file_is_printed_as_json(page, capsys):
    assert main(["extract", str(page), "--url", "https://elm.example/", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    (person,) = answer["people"]
    assert person["name"] == "Ana Larkin"
    assert person["credentials"] == ["RN"]
    assert person["previous"][0]["title"] == "director"
    assert set(answer) >= {"kind", "headline", "published", "source_name", "people", "programs"}


def test_a_file_is_printed_for_people_without_json(page, capsys):
    assert main(["extract", str(page)]) == 0
    out = capsys.readouterr().out
    assert "Ana Larkin, RN: chief executive officer, Elm Hospital" in out
    assert "earlier: director, Oak Clinic" in out


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (None, "there is no such file"),
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n", "PNG picture"),
        (b"%PDF-1.4", "damaged"),
    ],
)
def test_one_unreadable_file_ends_with_2_and_one_clear_line(tmp_path, capsys, body, said):
    path = tmp_path / "page.txt"
    if body is not None:
        path.write_bytes(body)
    assert main(["extract", str(path), "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert said in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("url", ["elm", "javascript:alert(1)"])
def test_what_is_no_address_is_refused(page, capsys, url):
    assert main(["extract", str(page), "--url", url]) == 2
    assert "no address" in capsys.readouterr().err


def test_a_folder_is_no_file(tmp_path, capsys):
    assert main(["extract", str(tmp_path)]) == 2
    assert "folder" in capsys.readouterr().err


def test_a_batch_answers_every_line_in_order_and_goes_on_after_a_bad_one(tmp_path, page, capsys):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n")
    listed = tmp_path / "list.tsv"
    listed.write_text(f"{page}\thttps://elm.example/1\n{bad}\t\n\n{page}\n{tmp_path / 'none.txt'}\t\n")
    assert main(["extract", "--batch", str(listed), "--json"]) == 0
    captured = capsys.readouterr()
    answers = [json.loads(line) for line in captured.out.splitlines()]
    assert [len(answer["people"]) for answer in answers] == [1, 0, 1, 0]
    assert "PNG" in answers[1]["error"]
    assert "2 of 4 files could not be read." in captured.err


def test_a_missing_list_ends_with_2(tmp_path, capsys):
    assert main(["extract", "--batch", str(tmp_path / "no.tsv")]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_a_list_of_which_nothing_can_be_read_ends_with_2(tmp_path, capsys):
    listed = tmp_path / "list.tsv"
    listed.write_text(f"{tmp_path}\n{tmp_path / 'none.txt'}\n")
    assert main(["extract", "--batch", str(listed)]) == 2
    captured = capsys.readouterr()
    assert [json.loads(line)["people"] for line in captured.out.splitlines()] == [[], []]
    listed.write_text("\n \n")
    assert main(["extract", "--batch", str(listed)]) == 2
    assert "lists no files" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_list_may_name_any_file(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = [b"na\xffme.txt", "u\u2028x.txt".encode(), b"plain.txt"]
    for name in names:
        with open(name, "w") as file:  # noqa: PTH123
            file.write(SENTENCE)
    listed = tmp_path / "list.tsv"
    listed.write_bytes(b"\xef\xbb\xbf" + b"\thttps://elm.example/\r\n".join(names))
    assert main(["extract", "--batch", str(listed)]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [len(answer["people"]) for answer in answers] == [1, 1, 1]


def test_a_reader_that_breaks_on_one_file_does_not_cost_the_others(tmp_path, page, capsys, monkeypatch):
    def breaks(body, url=""):
        if b"break" in body:
            raise RecursionError("deep")
        return real(body, url=url)

    real = extract.extract
    monkeypatch.setattr(extract, "extract", breaks)
    (tmp_path / "bad.txt").write_text("break")
    (tmp_path / "list").write_text(f"{tmp_path / 'bad.txt'}\n{page}\n")
    assert main(["extract", "--batch", str(tmp_path / "list")]) == 0
    captured = capsys.readouterr()
    assert [len(json.loads(line)["people"]) for line in captured.out.splitlines()] == [0, 1]
    assert "bad.txt could not be read" in captured.err


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_no_harmful_character_of_a_page_is_printed(tmp_path, capsys, more):
    (tmp_path / "page.html").write_text(
        "<html><title>Elm\u202e &#27;[2J Hospital</title><h1>Elm names Ana Larkin</h1>"
        "<p>\u2066Ana Larkin\u2069, RN, is chief executive\x9b officer of Elm&#155; Hospital.</p></html>",
        "utf-8",
    )
    assert main(["extract", str(tmp_path / "page.html"), *more]) == 0
    out = capsys.readouterr().out
    assert HARMFUL.isdisjoint(out)
    assert not more or HARMFUL.isdisjoint(json.dumps(json.loads(out), ensure_ascii=False))
    assert "Ana Larkin" in out
