"""Starts Groundwork: `python3 start.py`, and its tests: `python3 start.py test`. All it needs is Python 3.11 or newer.

The application then answers on 127.0.0.1 alone, keeps what it is told in `instance`, and ends with Ctrl C. Settings of
`docs/settings.md` hold; what is set is passed on as it is.

Keeps a virtual environment of its own in `.venv` beside this file and installs into it exactly the packages that
`requirements.txt` locks (for the tests `tests/requirements.txt` as well), by pip and with checked hashes. A stamp in
`.venv` says what was installed by which Python, so a start where nothing changed asks pip nothing.

This file has to be readable for an old Python too, which then gets a sentence instead of a syntax error: nothing newer
than Python 3.6 in its grammar, and the check of the version stands before anything that needs more.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (this is where somebody with an older Python arrives)
    sys.exit(
        "Groundwork needs Python 3.11 or newer, and this is Python {}.{}. "
        "Install a newer one from python.org or your system's packages, then start again.".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
RUN_FILES = ("requirements.txt",)
TEST_FILES = ("requirements.txt", "tests/requirements.txt")
STAMP = "groundwork-installed.json"
LOG = "groundwork-install.log"

HOST = "127.0.0.1"
PORTS = (*range(5000, 5010), *range(8000, 8010))
"""Where Groundwork looks for a free port. On macOS another program often has 5000."""

LOOK_S = 0.05
"""How often it is tried whether the server answers yet."""

DEMO_MS = "3000"
"""In the demonstration a made-up source answers after so many milliseconds at most, so that a run can be watched."""

END_S = 20
"""The server gets so long to end what it is at."""

HELP = """\
python3 start.py            starts Groundwork and opens it in the browser; Ctrl C stops it
python3 start.py demo       the same with invented people, in a data folder of its own
python3 start.py worker     does background work in a process of its own, beside a running Groundwork
python3 start.py backup     writes a backup into the data folder; or into a folder that you name after it
python3 start.py tour       shows what research can do at the command line
python3 start.py test       runs the tests; what follows goes to pytest, e.g.  test tests/research -k names
python3 start.py --help     this list

Settings are environment variables: docs/settings.md. GROUNDWORK_NO_BROWSER=1 opens no browser.
"""

TOUR = """\
Groundwork is ready. It works at the command line, in this folder:

  try it: a cited dossier of an invented leader (nothing is fetched)
    {python} -m research person "Dana Whitfield" --organization "Harbor Point Medical Center" \
--only given_pages --file docs/example-release.txt
  a real leader, from public sources
    {python} -m research person "FIRST LAST" --organization "WHERE THEY WORK" --state OR
  an organization
    {python} -m research organization "ITS NAME" --state OR
  the people and programs that a page or text of yours names
    {python} -m research extract docs/example-release.txt
  the public sources and their terms
    {python} -m research sources --terms

More, and how to read a dossier: {readme}
"""


class Trouble(Exception):
    """What stops the start, as one sentence for whoever started it."""


def main(arguments: list[str]) -> int:
    """Does what the command line asks for and returns the exit status: 0 done, 1 trouble, 2 no such command."""
    _print_what_the_terminal_can()
    command, *rest = arguments or ["run"]
    if command in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    if command not in ("run", "demo", "worker", "backup", "tour", "test") or (
        rest and command not in ("test", "backup")
    ):
        print(f"There is no command {' '.join(arguments)!r}.\n\n{HELP}", end="", file=sys.stderr)
        return 2
    try:
        return _do(command, rest)
    except Trouble as trouble:
        print(f"{trouble}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of what we print went away (`| head`): nothing to tell it, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        return 130


def _do(command: str, rest: list[str]) -> int:
    if command == "test":
        return run_tests(ROOT, rest)
    if command == "tour":
        return show_tour(ROOT)
    python = ready_python(ROOT, RUN_FILES)
    if command == "demo":
        return run_demo(ROOT, python)
    if command == "run":
        return run_application(ROOT, python, _own_environment())
    words = {"worker": ["work"], "backup": ["backup", *(str(Path(folder).resolve()) for folder in rest)]}
    return _run_until_ended(_flask(ROOT, python, words[command], _own_environment()))


def run_tests(root: Path, arguments: list[str]) -> int:
    """Installs what the tests need, runs pytest with these arguments and returns its exit status."""
    python = ready_python(root, TEST_FILES)
    sys.stdout.flush()
    status = subprocess.call([str(python), "-m", "pytest", *arguments], cwd=root, env=_own_environment())
    return status if status >= 0 else 128 - status  # ended by a signal: as a shell says it


def show_tour(root: Path) -> int:
    """Installs what Groundwork needs, prints what it can do, and opens the README where there is a desktop."""
    python = ready_python(root, RUN_FILES)
    readme = root / "README.md"
    print(TOUR.format(python=python.relative_to(root), readme=readme), end="")
    if sys.stdout.isatty() and _has_desktop():
        _open(readme.as_uri())
    sys.stdout.flush()
    return 0


# --- the application ----------------------------------------------------------------------------------------------


def run_application(root: Path, python: Path, variables: dict) -> int:
    """Starts the server and its background work, says where it is, and waits until somebody stops it.

    Returns 0 after Ctrl C, or the server's status when it ended by itself. Raises: Trouble when no port is free.
    """
    port = port_to_use(variables.get("GROUNDWORK_ADDRESS", ""))
    variables = {"GROUNDWORK_ADDRESS": f"http://{HOST}:{port}", "GROUNDWORK_LOG_LEVEL": "WARNING", **variables}
    address = variables["GROUNDWORK_ADDRESS"]
    server = _flask(root, python, ["serve", "--port", str(port)], variables)
    return _run_until_ended(server, lambda: _say_where(server, port, address))


def run_demo(root: Path, python: Path) -> int:
    """Fills a data folder of the demonstration's own, never the user's, and starts the application on it."""
    ours = {name: value for name, value in _own_environment().items() if name != "GROUNDWORK_DATABASE_URL"}
    variables = {
        "GROUNDWORK_REPLAY_MS": DEMO_MS,
        "GROUNDWORK_LOG_LEVEL": "WARNING",
        **ours,
        "GROUNDWORK_DATA": str(root / "instance" / "demo"),
        "GROUNDWORK_REPLAY": str(root / "outreach" / "demo" / "sources"),
        "GROUNDWORK_DEMO": "1",
        "GROUNDWORK_ENVIRONMENT": "development",
    }
    status = _run_until_ended(_flask(root, python, ["demo"], variables))
    return status or run_application(root, python, variables)


def port_to_use(address: str) -> int:
    """The port of the address that is set, if it is one of this machine; else the first free one of PORTS.

    Raises: Trouble when it is taken, or all are.
    """
    set_port = _port_on_this_machine(address)
    if set_port:
        if not is_free(set_port):
            raise Trouble(
                f"Port {set_port} of GROUNDWORK_ADDRESS is taken by another program: end that, or set another."
            )
        return set_port
    port = next((port for port in PORTS if is_free(port)), None)
    if port is None:
        raise Trouble(
            f"Ports {PORTS[0]} to {PORTS[9]} and {PORTS[10]} to {PORTS[-1]} are all taken: "
            f"set GROUNDWORK_ADDRESS=http://{HOST}:PORT to one that is free."
        )
    if port != PORTS[0]:
        print(f"Port {PORTS[0]} is taken by another program (or another Groundwork), so this one is at {port}.")
    return port


def _port_on_this_machine(address: str) -> int:
    """The port that an address such as http://127.0.0.1:5050 names; 0 for an address of another kind."""
    scheme, _, rest = address.strip().partition("://")
    host, _, port = rest.partition("/")[0].rpartition(":")
    return int(port) if scheme == "http" and host in (HOST, "localhost") and port.isdecimal() and len(port) < 6 else 0


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of this machine and we may."""
    if _answers(port):
        return False
    with socket.socket() as ours:
        if os.name != "nt":  # there the option would let two programs have one port
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ours.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def _answers(port: int) -> bool:
    with socket.socket() as ours:
        ours.settimeout(1)
        try:
            return ours.connect_ex((HOST, port)) == 0
        except OverflowError:
            return False


def _say_where(server: subprocess.Popen, port: int, address: str) -> None:
    """Waits until the server answers (or has ended), then prints the address and opens the browser."""
    while not _answers(port):
        if server.poll() is not None:
            return
        time.sleep(LOOK_S)
    print(f"Groundwork is at {address}\nCtrl C stops it.", flush=True)
    if not os.environ.get("GROUNDWORK_NO_BROWSER") and sys.stdout.isatty() and _has_desktop():
        _open(address)


def _flask(root: Path, python: Path, words: list, variables: dict) -> subprocess.Popen:
    """Starts a command of the application.

    Not of the terminal's group: Ctrl C is heard here, and the command is told once, also while it still loads.
    """
    sys.stdout.flush()
    return subprocess.Popen(
        [str(python), "-m", "flask", "--app", "wsgi", *words], cwd=root, env=variables, stdin=subprocess.DEVNULL,
        start_new_session=os.name != "nt",
    )  # fmt: skip


def _run_until_ended(command: subprocess.Popen, once_started: Callable = lambda: None) -> int:
    """Waits for a command; Ctrl C, a closed terminal or a signal to end stops it first. Returns its status, or 0."""
    ending = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.default_int_handler) for number in ending}
    try:
        once_started()
        status = command.wait()
    except KeyboardInterrupt:
        print("\nStopping ...", flush=True)
        _end(command)
        return 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if command.poll() is None:
            _end(command)
    return status if status >= 0 else 128 - status


def _end(command: subprocess.Popen) -> None:
    """Asks a command to end and waits; who presses Ctrl C again does not want to wait."""
    if os.name != "nt":  # there the terminal has told it, and to terminate is to kill
        command.terminate()
    try:
        command.wait(END_S)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        command.kill()
        command.wait()


# --- the environment ----------------------------------------------------------------------------------------------


def ready_python(root: Path, files: tuple[str, ...]) -> Path:
    """The environment's Python, after making sure that exactly the packages locked in `files` are installed.

    Raises: Trouble when the environment cannot be built or filled.
    """
    venv = root / ".venv"
    python = python_of(venv)
    wanted = {name: _sha256(root / name) for name in files}
    stamp = _read_stamp(venv)
    try:
        reason = _reason_to_build(venv, stamp)
        if reason:
            _build(venv, reason)
            stamp = {}
        installed = stamp.get("installed", {})
        if wanted.items() <= installed.items():
            return python
        _install(python, root, files)
        _write_stamp(venv, {**installed, **wanted})
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(f"Groundwork cannot write its environment {venv}: {reason}.") from error
    return python


def python_of(venv: Path, platform: str = os.name) -> Path:
    """Where the Python of a virtual environment lies on this kind of system ("nt" is Windows)."""
    return venv / "Scripts" / "python.exe" if platform == "nt" else venv / "bin" / "python"


# --- is the environment ours, and does it work? -------------------------------------------------------------------


def _reason_to_build(venv: Path, stamp: dict) -> str:
    """Why the environment has to be built, or "" when it can be used as it is."""
    if not venv.exists():
        return "Building the environment in .venv"
    runs = _version_told_by(python_of(venv))
    if not runs:
        return "The environment in .venv does not work; building it anew"
    if runs != _this_python():
        return f"The environment in .venv is for {runs} and this is {_this_python()}; building it anew"
    if stamp and stamp.get("folder") != _folder_name(venv):
        return "The folder was moved; building its environment anew"
    return ""


def _this_python() -> str:
    return "{} {}.{}".format(sys.implementation.name, *sys.version_info[:2])


def _version_told_by(python: Path) -> str:
    """What the environment's Python says of itself, as `_this_python` puts it; "" when it or its pip is missing."""
    question = (
        "import sys, importlib.util as u; u.find_spec('pip') or sys.exit(1);"
        "print('{} {}.{}'.format(sys.implementation.name, *sys.version_info[:2]))"
    )
    command = [str(python), "-I", "-c", question]
    quiet = {"stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.check_output(command, encoding="utf-8", timeout=60, **quiet).strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def _folder_name(venv: Path) -> str:
    return os.path.normcase(venv)


def _sha256(file: Path) -> str:
    """Of the file's lines, so that a checkout with Windows line ends counts as the same. Raises: Trouble."""
    try:
        return hashlib.sha256(b"\n".join(file.read_bytes().splitlines())).hexdigest()
    except OSError as error:
        raise Trouble(f"Groundwork cannot read {file}: {error.strerror}. Is the folder complete?") from error


def _read_stamp(venv: Path) -> dict:
    """What the last complete installation wrote down; {} when there was none or the stamp is damaged."""
    try:
        stamp = json.loads((venv / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and isinstance(stamp.get("installed"), dict) else {}


def _write_stamp(venv: Path, installed: dict) -> None:
    stamp = {"python": sys.version.split()[0], "folder": _folder_name(venv), "installed": installed}
    (venv / STAMP).write_text(json.dumps(stamp, indent=1), "utf-8")


# --- building and filling it --------------------------------------------------------------------------------------


def _build(venv: Path, reason: str) -> None:
    """Makes a new environment in the place of what is there. Raises: Trouble, OSError."""
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        raise Trouble(
            "This Python cannot make virtual environments: its module venv is missing "
            "(on Debian and Ubuntu: sudo apt install python3-venv)."
        )
    if Path(sys.prefix) == venv:
        raise Trouble("The environment in .venv has to be built anew: start with another Python, not with .venv's own.")
    print(f"{reason} ...", flush=True)
    _remove(venv)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(venv)], check=False, stdin=subprocess.DEVNULL, env=_own_environment(),
        capture_output=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    if made.returncode:
        raise Trouble(f"The environment {venv} could not be built: {_last_line(made.stdout + made.stderr)}")


def _remove(venv: Path) -> None:
    """Removes an environment, also an unfinished one, and nothing else. Raises: Trouble, OSError."""
    if not os.path.lexists(venv):
        return
    unfinished = venv.is_dir() and not any(path.is_file() for path in venv.rglob("*"))
    if venv.is_symlink() or not (unfinished or (venv / "pyvenv.cfg").is_file()):
        raise Trouble(f"{venv} is in the way and is no virtual environment: move it elsewhere, then start again.")
    shutil.rmtree(venv)


def _install(python: Path, root: Path, files: tuple[str, ...]) -> None:
    """Lets pip install the locked packages. pip's own configuration (index, proxy, certificates) holds.

    Raises: Trouble when pip fails; its words are in the log. OSError.
    """
    venv = root / ".venv"
    (venv / STAMP).unlink(missing_ok=True)  # an interrupted installation leaves no stamp
    print("Installing the locked packages; the first time takes a minute or two ...", flush=True)
    command = [str(python), "-I", "-m", "pip", "install", "--require-hashes", "--no-user", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off"]
    for name in files:
        command += ["-r", name]
    log = venv / LOG
    with log.open("w", encoding="utf-8") as told:
        pip = subprocess.Popen(
            command, cwd=root, env=_own_environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        )  # fmt: skip
        with pip:
            for line in pip.stdout:
                told.write(line)
                _show_progress(line)
    _show_progress("")
    if pip.returncode:
        raise Trouble(f"{_what_pip_met(log.read_text('utf-8'))} All that pip said is in {log}")


def _show_progress(line: str) -> None:
    """Keeps one line of the terminal up to date; says nothing where there is no terminal."""
    if sys.stdout.isatty() and (not line or line.startswith(("Collecting", "Installing"))):
        width = 70
        print(f"\r  {line.strip()[:width]:<{width}}", end="" if line else "\r", flush=True)


PIP_TROUBLES = (
    (("DO NOT MATCH THE HASHES",), "A package that arrived is not the one that was locked, so it was not installed."),
    (("CERTIFICATE_VERIFY_FAILED", "SSLError"),
     "The package index's certificate is not accepted: name your network's to pip (pip config set global.cert FILE)."),
    (("NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "NameResolutionError", "ProxyError",
      "Max retries exceeded", "Network is unreachable"),
     "The package index cannot be reached: look at the network, or set a proxy or an index for pip, then start again."),
    (("No space left on device", "Errno 28"), "The disk is full."),
    (("Permission denied", "Read-only file system"), "pip may not write into the environment."),
    (("No matching distribution",), "The package index lacks a package that is locked, or cannot be reached."),
    (("Failed building wheel", "error: command"), "A package has no ready build for this Python and system."),
)  # fmt: skip


def _what_pip_met(said: str) -> str:
    """pip's trouble in one sentence."""
    for signs, sentence in PIP_TROUBLES:
        if any(sign in said for sign in signs):
            return sentence
    return f"pip could not install the packages: {_last_line(said)}"


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason was given."


def _own_environment() -> dict:
    """The variables for a child, less those that would mix another Python's packages into ours."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}


# --- the terminal and the desktop ---------------------------------------------------------------------------------


def _print_what_the_terminal_can() -> None:
    """A folder's name that the terminal's encoding cannot show must not stop the start."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _has_desktop() -> bool:
    if "CI" in os.environ or "SSH_CONNECTION" in os.environ:
        return False
    return sys.platform in ("win32", "darwin") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def _open(address: str) -> None:
    """Asks the desktop to show it, in a process of its own: some browsers keep their caller waiting."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.Popen([sys.executable, "-m", "webbrowser", address], **quiet)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
