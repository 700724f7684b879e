"""start.py in a folder of its own, with a real virtual environment and a real pip that is given no network."""

from __future__ import annotations

import ast
import base64
import errno
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import start

REPOSITORY = Path(start.__file__).resolve().parent
FOLDER_NAME = "Grundarbeit für Łódź"

FLASK_STAND_IN = """\
import json, os, signal, socket, sys
settings = {name: value for name, value in os.environ.items() if name.startswith("GROUNDWORK_")}
words = sys.argv[3:]
print("flask", json.dumps([words, settings]), flush=True)
if words[0] in settings.get("GROUNDWORK_STAND_IN_FAILS", ""):
    sys.exit("Error: the stand-in fails")
if words[0] in ("serve", "work"):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(print("the stand-in ends well")))
    server = words[0] == "serve" and socket.create_server(("127.0.0.1", int(words[2])))
    signal.pause()
"""

PYTEST_STAND_IN = """\
import os, sys
print("stand-in", sys.argv[1:], os.path.basename(os.getcwd()), sys.stdin.read() if "--read" in sys.argv else "")
sys.exit(7 if "--fail" in sys.argv else 0)
"""


def made_wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> str:
    """A small installable package, hand-made; returns its line for a requirements file."""
    information = f"{name}-{version}.dist-info"
    files = files | {
        f"{information}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{information}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = []
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(text.encode())}")
    files[f"{information}/RECORD"] = "\n".join([*rows, f"{information}/RECORD,,", ""])
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return f"./{wheel.name} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def started(
    root: Path, *arguments: str, python: str | Path = sys.executable, **more: str
) -> subprocess.CompletedProcess[str]:
    """What a person sees who starts it without a terminal and without a network."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return subprocess.run(
        [str(python), str(root / "start.py"), *arguments], check=False, cwd=root.parent, stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", timeout=400,
        env=environment | {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PYTHONIOENCODING": "utf-8"} | more,
    )  # fmt: skip


def stamp_of(root: Path) -> dict[str, object]:
    return json.loads((root / ".venv" / start.STAMP).read_text("utf-8"))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose tests ran once: its environment holds the three hand-made packages."""
    root = tmp_path_factory.mktemp("start") / FOLDER_NAME
    (root / "tests").mkdir(parents=True)
    shutil.copy(REPOSITORY / "start.py", root)
    (root / "README.md").write_text("# A tour\n", "utf-8")
    harbor = made_wheel(root, "harbor", "1.0", {"harbor.py": "DEPTH = 1\n"})
    flask = made_wheel(root, "flask", "1.0", {"flask/__init__.py": "", "flask/__main__.py": FLASK_STAND_IN})
    (root / "requirements.txt").write_text(harbor + flask, "utf-8")
    stand_in = made_wheel(root, "pytest", "1.0", {"pytest/__init__.py": "", "pytest/__main__.py": PYTEST_STAND_IN})
    (root / "tests" / "requirements.txt").write_text(stand_in, "utf-8")
    first = started(root, "test", "-k", "names")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "stand-in ['-k', 'names']" in first.stdout
    return root


@pytest.fixture
def root(prepared: Path) -> Iterator[Path]:
    """The prepared folder, put right again afterwards."""
    kept = {file: file.read_bytes() for file in (prepared / "requirements.txt", prepared / ".venv" / start.STAMP)}
    yield prepared
    for file, content in kept.items():
        file.write_bytes(content)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """An empty folder for start's own functions, with requirements that ask for nothing."""
    (tmp_path / "tests").mkdir()
    for name in start.TEST_FILES:
        (tmp_path / name).write_text("# nothing\n", "utf-8")
    return tmp_path


# --- what a person asks for ---------------------------------------------------------------------------------------


def test_the_tests_run_in_the_folder_of_start_whatever_the_working_directory(root: Path) -> None:
    assert f"[] {FOLDER_NAME}" in started(root, "test").stdout


def test_the_status_of_pytest_is_the_status_of_start(root: Path) -> None:
    assert started(root, "test", "--fail").returncode == 7


def test_a_start_after_the_tests_installs_nothing_and_shows_commands_that_work_here(root: Path) -> None:
    told = (root / ".venv" / start.LOG).stat().st_mtime_ns
    answer = started(root, "tour")
    assert answer.returncode == 0
    assert "Installing" not in answer.stdout
    assert str(start.python_of(Path(".venv"))) + " -m research" in answer.stdout
    assert str(root / "README.md") in answer.stdout
    assert (root / ".venv" / start.LOG).stat().st_mtime_ns == told


def test_help_needs_no_environment(built: Path) -> None:
    shutil.copy(REPOSITORY / "start.py", built)
    answer = started(built, "--help")
    assert answer.returncode == 0
    assert "start.py test" in answer.stdout
    assert not (built / ".venv").exists()


@pytest.mark.parametrize("arguments", [("tset",), ("run", "fast"), ("--port", "80"), ("demo", "me")])
def test_an_unknown_command_is_answered_with_the_list(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(list(arguments)) == 2
    told = capsys.readouterr().err
    assert " ".join(arguments) in told
    assert start.HELP in told


def test_stopping_it_by_the_keyboard_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "show_tour", stopped)
    assert start.main(["tour"]) == 130
    assert "goes on from here" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_traceback(root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody_reads:
        told = subprocess.run(
            [sys.executable, str(root / "start.py"), "tour"], check=False, stdout=nobody_reads, stderr=subprocess.PIPE
        )
    assert (told.returncode, told.stderr) == (0, b"")


# --- the application ----------------------------------------------------------------------------------------------


class Running:
    """A start that goes on until it is stopped; `told` is what it has printed so far."""

    def __init__(self, root: Path, *arguments: str, program: tuple[str, ...] = (), **more: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GROUNDWORK_", "PIP_"))}
        self.told = ""
        self.process = subprocess.Popen(
            [*(program or (sys.executable, str(root / "start.py"))), *arguments], cwd=root, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            env=kept | {"PYTHONIOENCODING": "utf-8"} | more,
        )  # fmt: skip

    def until(self, words: str) -> str:
        """Reads on as far as a line with these words and returns all that was told."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.told += line
            if words in line:
                return self.told
        raise AssertionError(f"It ended without saying {words!r}: {self.told}")

    def ended_by(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        self.told += self.process.communicate(timeout=300)[0]
        return self.process.returncode

    def asked_of_flask(self) -> list[tuple[list[str], dict[str, str]]]:
        """The commands of the application that were run: their words and the settings they got."""
        return [tuple(json.loads(line[6:])) for line in self.told.splitlines() if line.startswith("flask ")]


@pytest.fixture
def running() -> Iterator[Callable[..., Running]]:
    """Starts that are stopped after the test whatever it found."""
    started_here: list[Running] = []

    def run(root: Path, *arguments: str, **named: Any) -> Running:
        started_here.append(Running(root, *arguments, **named))
        return started_here[-1]

    yield run
    for one in started_here:
        if one.process.poll() is None:
            one.ended_by(signal.SIGTERM)
        one.process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_start_says_where_it_is_and_lets_the_server_end_when_it_is_stopped(
    root: Path, running: Callable[..., Running], number: signal.Signals
) -> None:
    run = running(root)
    run.until("Ctrl C stops it.")
    [(words, settings)] = run.asked_of_flask()
    assert words[:2] == ["serve", "--port"]
    assert settings["GROUNDWORK_ADDRESS"] == f"http://127.0.0.1:{words[2]}"
    assert f"Groundwork is at http://127.0.0.1:{words[2]}\n" in run.told
    assert run.ended_by(number) == 0
    assert run.told.rstrip().endswith("the stand-in ends well")


def test_what_is_set_reaches_the_application(root: Path, running: Callable[..., Running]) -> None:
    address = "https://groundwork.example.org"
    run = running(root, GROUNDWORK_ADDRESS=address, GROUNDWORK_LOG_LEVEL="DEBUG")
    run.until("Ctrl C stops it.")
    [(_, settings)] = run.asked_of_flask()
    assert settings == {"GROUNDWORK_ADDRESS": address, "GROUNDWORK_LOG_LEVEL": "DEBUG"}


def test_a_server_that_ends_by_itself_gives_its_reason_and_status(root: Path) -> None:
    answer = started(root, GROUNDWORK_STAND_IN_FAILS="serve")
    assert answer.returncode == 1
    assert answer.stderr == "Error: the stand-in fails\n"
    assert "Groundwork is at" not in answer.stdout


def test_the_demonstration_never_touches_the_data_of_the_user(root: Path, running: Callable[..., Running]) -> None:
    run = running(root, "demo", GROUNDWORK_DATA="/mine", GROUNDWORK_DATABASE_URL="postgresql:///mine")
    run.until("Ctrl C stops it.")
    filled, served = run.asked_of_flask()
    assert (filled[0], served[0][0]) == (["demo"], "serve")
    for _, settings in (filled, served):
        assert settings["GROUNDWORK_DATA"] == str(root / "instance" / "demo")
        assert settings["GROUNDWORK_REPLAY"] == str(root / "outreach" / "demo" / "sources")
        assert settings["GROUNDWORK_DEMO"] == "1"
        assert "GROUNDWORK_DATABASE_URL" not in settings


def test_a_demonstration_that_cannot_be_filled_is_not_served(root: Path) -> None:
    answer = started(root, "demo", GROUNDWORK_STAND_IN_FAILS="demo")
    assert answer.returncode == 1
    assert "serve" not in answer.stdout


def test_a_backup_goes_where_the_user_says_from_where_the_user_is(root: Path) -> None:
    assert json.dumps(["backup"]) in started(root, "backup").stdout
    assert json.dumps(["backup", str(root.parent / "kept")]) in started(root, "backup", "kept").stdout
    assert started(root, "backup", GROUNDWORK_STAND_IN_FAILS="backup").returncode == 1


def test_a_worker_works_until_it_is_stopped(root: Path, running: Callable[..., Running]) -> None:
    run = running(root, "worker")
    run.until("flask ")
    assert [words for words, _ in run.asked_of_flask()] == [["work"]]
    assert run.ended_by(signal.SIGINT) == 0


def test_the_application_itself_starts_keeps_its_key_and_ends(
    running: Callable[..., Running], tmp_path: Path, loopback: str
) -> None:
    data = tmp_path / "data"
    program = (sys.executable, "-c", RUN_IN_THIS_ENVIRONMENT)
    keys = []
    for _ in range(2):
        run = running(REPOSITORY, program=program, GROUNDWORK_DATA=str(data))
        address = re.search(r"Groundwork is at (\S+)", run.until("Ctrl C stops it."))
        assert address
        with urllib.request.urlopen(f"{address[1]}/static/site.css", timeout=120) as answer:
            assert answer.status == 200
        assert run.ended_by(signal.SIGINT) == 0, run.told
        assert run.told.splitlines()[-1] == "Stopping ...", "no traceback, no warning"
        keys.append((data / "secret-key").read_text("ascii"))
    assert keys[0] == keys[1]
    assert (data / "groundwork.sqlite3").is_file()


RUN_IN_THIS_ENVIRONMENT = (
    "import pathlib, start, sys;"
    "sys.exit(start.run_application(start.ROOT, pathlib.Path(sys.executable), start._own_environment()))"
)


def test_a_data_folder_that_cannot_be_written_is_one_sentence(running: Callable[..., Running], tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in its place", "utf-8")
    run = running(
        REPOSITORY, program=(sys.executable, "-c", RUN_IN_THIS_ENVIRONMENT), GROUNDWORK_DATA=str(tmp_path / "data")
    )
    told = run.process.communicate(timeout=300)[0]
    assert run.process.returncode == 1
    assert re.fullmatch(r"(Port .*\n)?Error: The data folder \S+ cannot be written: File exists\.\n", told), told


# --- its port and the browser -------------------------------------------------------------------------------------


@pytest.fixture
def taken(loopback: str) -> Iterator[int]:
    """A port on which another program listens."""
    with socket.create_server((loopback, 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free(loopback: str) -> int:
    with socket.create_server((loopback, 0)) as server:
        return server.getsockname()[1]


def test_the_first_port_is_taken_without_a_word_when_it_is_free(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], free: int, taken: int
) -> None:
    monkeypatch.setattr(start, "PORTS", (free, taken))
    assert start.port_to_use("") == free
    assert capsys.readouterr().out == ""


def test_another_port_than_the_first_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], free: int, taken: int
) -> None:
    monkeypatch.setattr(start, "PORTS", (taken, free))
    assert start.port_to_use("") == free
    assert re.match(rf"Port {taken} is taken by another program .* at {free}\.$", capsys.readouterr().out)


def test_when_all_ports_are_taken_it_says_how_to_choose_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "is_free", lambda _: False)
    with pytest.raises(start.Trouble, match=r"Ports 5000 to 5009 and 8000 to 8009 are all taken: set GROUNDWORK_ADD"):
        start.port_to_use("")


def test_the_port_of_the_address_that_is_set_is_used_or_said_to_be_taken(free: int, taken: int) -> None:
    assert start.port_to_use(f"http://127.0.0.1:{free}") == free
    with pytest.raises(start.Trouble, match=f"Port {taken} of GROUNDWORK_ADDRESS is taken"):
        start.port_to_use(f"http://localhost:{taken}/")


@pytest.mark.parametrize(
    ("address", "port"),
    [
        ("http://127.0.0.1:5050", 5050),
        ("http://localhost:5050/", 5050),
        ("http://127.0.0.1", 0),
        ("https://groundwork.example.org", 0),
        ("http://groundwork.example.org:8080", 0),
        ("http://127.0.0.1:many", 0),
        ("http://127.0.0.1:999999", 0),
        ("", 0),
    ],
)
def test_only_an_address_of_this_machine_names_our_port(address: str, port: int) -> None:
    assert start._port_on_this_machine(address) == port


def test_a_port_that_does_not_exist_is_not_free(loopback: str) -> None:
    assert start.is_free(99999) is False


@pytest.mark.parametrize(
    ("variables", "desktop", "terminal", "opened"),
    [
        ({}, True, True, ["http://127.0.0.1:5000"]),
        ({"GROUNDWORK_NO_BROWSER": "1"}, True, True, []),
        ({}, False, True, []),
        ({}, True, False, []),
    ],
)
def test_the_browser_opens_where_somebody_sits_who_wants_it(
    variables: dict[str, str], desktop: bool, terminal: bool, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(os, "environ", variables)
    monkeypatch.setattr(start, "_answers", lambda _: True)
    monkeypatch.setattr(start, "_has_desktop", lambda: desktop)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setattr(start, "_open", seen.append)
    start._say_where(None, 5000, "http://127.0.0.1:5000")
    assert seen == opened


# --- when something changed ---------------------------------------------------------------------------------------


def test_changed_requirements_are_installed(root: Path) -> None:
    before = stamp_of(root)["installed"]
    (root / "requirements.txt").write_text(made_wheel(root, "harbor", "1.1", {"harbor.py": "DEPTH = 2\n"}), "utf-8")
    assert started(root, "tour").returncode == 0
    depth = subprocess.check_output([start.python_of(root / ".venv"), "-c", "import harbor; print(harbor.DEPTH)"])
    assert depth.strip() == b"2"
    assert stamp_of(root)["installed"] != before


def test_a_package_that_is_not_the_locked_one_is_refused_and_leaves_no_stamp(root: Path) -> None:
    line = made_wheel(root, "harbor", "1.2", {"harbor.py": "DEPTH = 3\n"})
    (root / "requirements.txt").write_text(line[:-5] + "0000\n", "utf-8")
    answer = started(root, "tour")
    assert answer.returncode == 1
    assert answer.stderr.startswith("A package that arrived is not the one that was locked")
    assert str(root / ".venv" / start.LOG) in answer.stderr
    assert not (root / ".venv" / start.STAMP).exists()


def test_a_package_without_a_hash_is_refused(root: Path) -> None:
    made_wheel(root, "harbor", "1.3", {"harbor.py": ""})
    (root / "requirements.txt").write_text("./harbor-1.3-py3-none-any.whl\n", "utf-8")
    assert started(root, "tour").returncode == 1


def test_a_package_that_the_index_does_not_have_is_one_sentence(root: Path) -> None:
    (root / "requirements.txt").write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    answer = started(root, "tour")
    assert answer.returncode == 1
    assert answer.stderr.startswith("The package index lacks a package that is locked")


def test_windows_line_ends_are_no_change(root: Path) -> None:
    file = root / "requirements.txt"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "Installing" not in started(root, "tour").stdout


def test_variables_for_another_python_do_not_reach_the_tests(root: Path, tmp_path: Path) -> None:
    (tmp_path / "pytest.py").write_text("raise SystemExit(9)\n", "utf-8")
    assert started(root, "test", PYTHONPATH=str(tmp_path)).returncode == 0


# --- environments that are not right ------------------------------------------------------------------------------


def test_a_moved_folder_gets_a_new_environment(prepared: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved here"
    moved.mkdir()
    shutil.copytree(prepared / ".venv", moved / ".venv", symlinks=True)
    assert "was moved" in start._reason_to_build(moved / ".venv", stamp_of(moved))
    assert start._reason_to_build(prepared / ".venv", stamp_of(prepared)) == ""


def test_a_good_environment_without_a_stamp_is_kept_and_filled(root: Path) -> None:
    (root / ".venv" / start.STAMP).unlink()
    answer = started(root, "tour")
    assert "Building" not in answer.stdout
    assert "Installing" in answer.stdout
    assert set(stamp_of(root)["installed"]) == set(start.RUN_FILES)


def test_a_stamp_that_was_cut_off_counts_as_none(root: Path) -> None:
    (root / ".venv" / start.STAMP).write_text('{"installed": {"requi', "utf-8")
    assert "Installing" in started(root, "tour").stdout


def test_an_environment_whose_python_is_gone_is_built_anew(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (built / ".venv").mkdir()
    (built / ".venv" / "pyvenv.cfg").write_text("home = /gone\n", "utf-8")
    monkeypatch.setattr(start, "_install", lambda *_: None)
    monkeypatch.setattr(start, "_version_told_by", lambda _: "")
    monkeypatch.setattr(subprocess, "run", _pretend_venv_maker)
    start.ready_python(built, start.RUN_FILES)
    assert "does not work; building it anew" in capsys.readouterr().out
    assert not (built / ".venv" / "pyvenv.cfg").exists()


def _pretend_venv_maker(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
    assert command[1:3] == ["-m", "venv"]
    Path(command[3]).mkdir()
    return subprocess.CompletedProcess(command, 0, "", "")


def test_an_environment_of_another_python_is_built_anew(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (built / ".venv").mkdir()
    monkeypatch.setattr(start, "_version_told_by", lambda _: "cpython 3.14")
    assert "cpython 3.14" in start._reason_to_build(built / ".venv", {})


def test_an_environment_without_pip_does_not_count_as_working(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "v")], check=True)
    assert start._version_told_by(start.python_of(tmp_path / "v")) == ""


def test_a_folder_called_venv_that_is_none_is_left_alone(built: Path) -> None:
    (built / ".venv").mkdir()
    (built / ".venv" / "letters.txt").write_text("mine", "utf-8")
    with pytest.raises(start.Trouble, match="no virtual environment: move it"):
        start.ready_python(built, start.RUN_FILES)
    assert (built / ".venv" / "letters.txt").read_text("utf-8") == "mine"


def test_a_link_called_venv_is_left_alone(built: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (built / ".venv").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(start.Trouble, match="in the way"):
        start.ready_python(built, start.RUN_FILES)


def test_an_unfinished_environment_is_cleared_away(built: Path) -> None:
    (built / ".venv" / "lib").mkdir(parents=True)
    start._remove(built / ".venv")
    assert not (built / ".venv").exists()


# --- what the machine lacks ---------------------------------------------------------------------------------------


def test_a_python_without_the_module_venv_says_what_to_install(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(start.Trouble, match="python3-venv"):
        start.ready_python(built, start.RUN_FILES)


def test_a_read_only_folder_is_one_sentence(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(start, "_install", refused)
    monkeypatch.setattr(start, "_build", lambda *_: None)
    with pytest.raises(start.Trouble, match=r"cannot write its environment .*: Read-only file system\.$"):
        start.ready_python(built, start.RUN_FILES)


def test_a_venv_that_cannot_be_built_says_why(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, "", "Error: [Errno 30] Read-only file system: 'x'\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(start.Trouble, match=r"could not be built: Error: .*Read-only file system"):
        start.ready_python(built, start.RUN_FILES)


def test_a_missing_lock_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(start.Trouble, match="Is the folder complete"):
        start.ready_python(tmp_path, start.RUN_FILES)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("WARNING: Retrying after 'NewConnectionError(...)'\nERROR: No matching distribution found",
         "The package index cannot be reached"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "A package that arrived"),
        ("Max retries exceeded (Caused by SSLError(CERTIFICATE_VERIFY_FAILED))", "The package index's certificate"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: 'x'", "pip may not write"),
        ("error: command 'gcc' failed\nERROR: Failed building wheel for lxml", "A package has no ready build"),
        ("strange\nERROR: something new\n\n", "pip could not install the packages: ERROR: something new"),
        ("", "pip could not install the packages: no reason was given."),
    ],
)  # fmt: skip
def test_what_pip_met_becomes_one_sentence(said: str, sentence: str) -> None:
    assert start._what_pip_met(said).startswith(sentence)


# --- systems ------------------------------------------------------------------------------------------------------


def test_the_python_of_an_environment_lies_where_the_system_puts_it() -> None:
    assert start.python_of(Path("v"), "nt") == Path("v/Scripts/python.exe")
    assert start.python_of(Path("v"), "posix") == Path("v/bin/python")


def test_an_old_python_can_read_as_far_as_the_sentence_about_its_age() -> None:
    source = (REPOSITORY / "start.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    check = next(node for node in tree.body if isinstance(node, ast.If))
    before = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    assert "sys.version_info < (3, 11)" in ast.unparse(check.test)
    assert all(node.lineno < check.lineno for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom))
    assert before <= {
        "hashlib",
        "importlib.util",
        "json",
        "os",
        "shutil",
        "signal",
        "socket",
        "subprocess",
        "sys",
        "time",
    }


@pytest.mark.parametrize(
    ("variables", "platform", "there"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"CI": "true"}, "win32", False),
        ({"SSH_CONNECTION": "x", "DISPLAY": ":0"}, "linux", False),
    ],
)
def test_a_desktop_is_expected_only_where_there_can_be_one(
    variables: dict[str, str], platform: str, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", variables)
    monkeypatch.setattr(sys, "platform", platform)
    assert start._has_desktop() is there
