from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest

from research import __main__ as program
from research.commands import fetch
from tests import source_tree
from tests.research.test_characters import HARMFUL


def test_every_command_is_listed(capsys):
    with pytest.raises(SystemExit) as stopped:
        program.main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert all(name in out for name in ("person", "organization", "extract", "fetch", "sources"))


@pytest.mark.parametrize("words", [[], ["nosuch"], ["person"], ["--"], ["--", "person"], ["--quick", "sources"]])
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


def test_the_help_loads_no_command():
    code = "import sys, research.__main__ as m; m._parser('', None).format_help(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "argparse" in done.stdout.split()
    assert not [name for name in done.stdout.split() if name.startswith(("research.commands.", "rich", "lxml"))]


def test_reading_a_list_loads_nothing_that_asks_the_network():
    code = "import sys; from research.commands.extract import extract; extract(b'A text.'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "research.pages.extraction" in done.stdout.split()
    assert not {"research.http", "research.wire", "research.report", "rich"} & set(done.stdout.split())


def test_it_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "research", "--help"], capture_output=True, text=True, check=True)
    assert "cited dossier" in done.stdout or "research engine" in done.stdout


ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV", "LC_", "LANG"))}
LISTED = f"{shlex.quote(sys.executable)} -m research sources"

posix_only = pytest.mark.skipif(os.name == "nt", reason="written in the shell of POSIX")


def in_a_shell(line, **settings):
    return subprocess.run(
        ["sh", "-c", line],
        capture_output=True, cwd=source_tree.REPOSITORY, env=ENVIRONMENT | settings, timeout=300, check=False,
    )  # fmt: skip


@posix_only
@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        (f"{LISTED} >&- 2>&- <&-", 0, ""),
        (f"{LISTED} --nosuch 2>&-", 2, ""),
        (f"{LISTED} > /dev/full", 2, "research sources: the system said no"),
        (f"{LISTED} --json > /dev/full", 2, "research sources: the system said no"),
        (f"({LISTED}; echo $? >&2) | head -1", 0, "0"),
        (f"({LISTED} --json; echo $? >&2) | true", 0, "0"),
    ],
)
def test_an_output_that_takes_nothing_ends_in_one_line_at_most(line, status, told):
    if "/dev/full" in line and not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("this system has no /dev/full")
    done = in_a_shell(line)
    said = done.stderr.decode().strip()
    assert (done.returncode, said.startswith(told), said.count("\n")) == (status, True, 0)


@posix_only
@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "POSIX", "TERM": "dumb", "COLUMNS": "0"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_odd_surroundings_cost_no_answer(settings):
    done = in_a_shell(f"{LISTED} --terms", **settings)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-16" if "utf-16" in settings.values() else "utf-8", "replace")
    assert "PubMed" in text


@posix_only
def test_ctrl_c_while_the_program_loads_is_no_trace():
    code = (
        "import os, runpy, signal, sys\n"
        "class Stops:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == wanted: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stops())\n"
        "wanted = sys.argv[-1]\n"
        "sys.argv = ['research', 'sources']\n"
        "runpy.run_module('research', run_name='__main__', alter_sys=True)\n"
    )
    for module in ("argparse", "research.connectors.pubmed"):
        done = subprocess.run(
            [sys.executable, "-c", code, module],
            capture_output=True, cwd=source_tree.REPOSITORY, env=ENVIRONMENT, timeout=300, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr.count(b"\n") <= 1, b"Traceback" in done.stderr) == (130, True, False), (
            module
        )


def test_a_fault_of_ours_is_one_line_and_no_trace(monkeypatch, capsys):
    def breaks(args):
        raise RuntimeError("a\nb\x1b[2J" + "x" * 1_000_000)

    monkeypatch.setattr(fetch, "run", breaks)
    assert program.main(["fetch", "https://a.example/"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("research fetch: this should not have happened (RuntimeError: a b")
    assert (err.count("\n"), len(err) < 1000, "\x1b" in err) == (1, True, False)


def test_what_was_typed_comes_back_short_and_harmless(capsys):
    with pytest.raises(SystemExit) as stopped:
        program.main(["person", "Ann", "--" + "x\x1b[2J\u202e" * 100_000])
    assert stopped.value.code == 2
    err = capsys.readouterr().err
    assert len(err) < 3000
    assert HARMFUL.isdisjoint(err)


def test_too_little_memory_is_told(monkeypatch, capsys):
    def breaks(args):
        raise MemoryError

    monkeypatch.setattr(fetch, "run", breaks)
    assert program.main(["fetch", "https://a.example/"]) == 2
    assert "memory" in capsys.readouterr().err
