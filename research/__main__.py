"""`python -m research`: the research engine by itself, without the application.

Exit codes: 0 done; 1 done, but nothing was found (or a check found drift); 2 what was given cannot be used, or the
output cannot be written; 3 a source refused or failed (`fetch`); 130 stopped by the user.
"""

# ruff: noqa: E402 - Ctrl-C has to be heard before the rest is loaded
from __future__ import annotations

import os
import signal


def _leave(_number: int, _frame: object) -> None:
    """Ctrl-C while the program is still loading: nothing is lost, and there is nothing to tell."""
    os._exit(130)


if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, _leave)

import argparse
import importlib
import io
import logging
import sys
import warnings
from contextlib import suppress
from types import ModuleType
from typing import NoReturn

from research.characters import harmless
from research.errors import ResearchError, SourceError

_COMMANDS = {
    "person": "Research a person: posts, programs, own words, path, and the organization, each line with its source.",
    "organization": "Research an organization: what it is, ownership, ratings, figures, officers, each line with its "
    "source.",
    "extract": "Read people, posts and programs out of a saved page, text, feed or PDF.",
    "fetch": "Fetch one public address under all guards and write its bytes to a file or standard output.",
    "sources": "List the sources with their state and terms; --check asks each live one for a known record.",
}
"""The commands and what their help says: here, so that only the one that is asked for has to be loaded."""
_LONGEST_MESSAGE = 700

DONE, NOTHING_FOUND, UNUSABLE_INPUT, SOURCE_FAILED, STOPPED = 0, 1, 2, 3, 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """The usage and one line, whatever was typed."""
        self.print_usage(sys.stderr)
        self.exit(UNUSABLE_INPUT, f"{self.prog}: error: {_one_line(message)}\n")


def _parser(chosen: str, module: ModuleType | None) -> argparse.ArgumentParser:
    """The parser of all commands, with the arguments of the chosen one."""
    parser = _Parser(
        prog="python -m research", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, description in _COMMANDS.items():
        command = commands.add_parser(name, help=description, description=description)
        if module and name == chosen:
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; every fault is one clear line on standard error."""
    words = sys.argv[1:] if arguments is None else arguments
    first = next((word for word in words if word != "--"), "")
    command = first if first in _COMMANDS else ""
    try:
        _open_closed_streams()
        code = _run(words, command)
        sys.stdout.flush()
    except SystemExit:
        _let_go_of_output()
        raise
    except SourceError as error:
        return _told(command, error, SOURCE_FAILED)
    except ResearchError as error:
        return _told(command, error, UNUSABLE_INPUT)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): there is nobody to tell.
        _let_go_of_output()
        return DONE
    except OSError as error:
        return _told(command, f"the system said no: {error.strerror or error}", UNUSABLE_INPUT)
    except KeyboardInterrupt:
        return _told(command, "stopped; nothing was saved", STOPPED)
    except MemoryError:
        return _told(command, "the memory does not suffice; give fewer or smaller files", UNUSABLE_INPUT)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        what = f"{type(error).__name__}: {error}"
        return _told(command, f"this should not have happened ({what}); please report it", UNUSABLE_INPUT)
    return code


def _run(words: list[str], command: str) -> int:
    # Only the command that is asked for is loaded: `extract` needs no network, the help nothing at all.
    module = importlib.import_module(f"research.commands.{command}") if command else None
    importlib.import_module("research.commands.output").allow_every_character()
    chosen = _parser(command, module).parse_args(words)
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return int(chosen.run(chosen))


def _open_closed_streams() -> None:
    """Give streams that were closed from outside (`>&-`) an end that takes everything and says nothing."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - it stays open like the stream it is for
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _let_go_of_output() -> None:
    """Write what is still held back, or drop it where that fails: Python would complain about it at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError, io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _one_line(message: object) -> str:
    line = " ".join(harmless(str(message)).split())
    return line if len(line) <= _LONGEST_MESSAGE else line[:_LONGEST_MESSAGE] + " ..."


def _told(command: str, message: object, code: int) -> int:
    _let_go_of_output()
    with suppress(OSError, ValueError):
        print(f"{f'research {command}'.strip()}: {_one_line(message)}", file=sys.stderr)
    return code


def _keep_libraries_quiet() -> None:
    """What a library logs or warns of is no help to whoever reads the dossier; what matters is an outcome."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


if __name__ == "__main__":
    _keep_libraries_quiet()
    status = main()
    if status == STOPPED:
        # Python would end itself by the same signal again when that came in the middle of an exec().
        os._exit(STOPPED)
    sys.exit(status)
