from __future__ import annotations

import subprocess
import sys

import pytest

from research import __main__ as program
from research.commands import fetch


def test_every_command_is_listed(capsys):
    with pytest.raises(SystemExit) as stopped:
        program.main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert all(name in out for name in ("person", "organization", "extract", "fetch", "sources"))


@pytest.mark.parametrize("words", [[], ["nosuch"], ["person"]])
def test_a_wrong_call_ends_with_2(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        program.main(words)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_stopping_by_hand_is_no_trace(monkeypatch, capsys):
    def stopped(args):
        raise KeyboardInterrupt

    monkeypatch.setattr(fetch, "run", stopped)
    assert program.main(["fetch", "https://a.example/"]) == 130
    assert capsys.readouterr().err == "research fetch: stopped; nothing was saved\n"


def test_it_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "research", "--help"], capture_output=True, text=True, check=True)
    assert "cited dossier" in done.stdout or "research engine" in done.stdout
