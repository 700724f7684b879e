from __future__ import annotations

import sys

import pytest

from research import http
from research.__main__ import main


def test_the_bytes_are_written(monkeypatch, tmp_path):
    monkeypatch.setattr(http, "get_bytes", lambda url: b"bytes of " + url.encode())
    assert main(["fetch", "https://a.example/", "--output", str(tmp_path / "a")]) == 0
    assert (tmp_path / "a").read_bytes() == b"bytes of https://a.example/"
    assert main(["fetch", "https://a.example/", "--output", str(tmp_path / "no" / "a")]) == 2


@pytest.mark.parametrize(
    ("url", "status"),
    [("http://127.0.0.1/", 3), ("http://localhost/", 3), ("file:///etc/passwd", 2), ("nonsense", 2), ("", 2)],
)
def test_what_may_not_be_asked_is_refused_in_one_line(url, status, capsys):
    assert main(["fetch", url]) == status
    assert capsys.readouterr().err.count("\n") == 1


def test_a_page_on_a_terminal_cannot_steer_it(monkeypatch, capsysbinary):
    monkeypatch.setattr(http, "get_bytes", lambda url: b"a\x1b[2Jb \xff")
    assert main(["fetch", "https://a.example/"]) == 0
    assert capsysbinary.readouterr().out == b"a\x1b[2Jb \xff"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["fetch", "https://a.example/"]) == 0
    assert b"\x1b" not in capsysbinary.readouterr().out


def test_an_output_that_is_no_file_name_is_told(monkeypatch, capsys):
    monkeypatch.setattr(http, "get_bytes", lambda url: b"")
    assert main(["fetch", "https://a.example/", "--output", "a\x00b"]) == 2
    assert "could not be written" in capsys.readouterr().err
