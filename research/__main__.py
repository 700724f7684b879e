"""`python -m research`: the research engine by itself, without the application.

Exit codes: 0 done; 1 done, but nothing was found (or a check found drift); 2 what was given cannot be used;
3 a source refused or failed (`fetch`); 130 stopped by the user.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from types import ModuleType

from research.errors import InputError, ResearchError, SourceError

_COMMANDS = ("person", "organization", "extract", "fetch", "sources")

DONE, NOTHING_FOUND, UNUSABLE_INPUT, SOURCE_FAILED, STOPPED = 0, 1, 2, 3, 130


def _parser(modules: dict[str, ModuleType]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m research", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in modules.items():
        command = commands.add_parser(name, help=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; every expected fault is one clear line on standard error."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no curly quotes gets a question mark
    # Only the command that is asked for is loaded: `extract` needs no network, `sources` no page readers.
    wanted = [name for name in _COMMANDS if words and words[0] == name] or list(_COMMANDS)
    modules = {name: importlib.import_module(f"research.commands.{name}") for name in wanted}
    chosen = _parser(modules).parse_args(words)
    try:
        return int(chosen.run(chosen))
    except InputError as error:
        return _told(chosen.command, error, UNUSABLE_INPUT)
    except SourceError as error:
        return _told(chosen.command, error, SOURCE_FAILED)
    except ResearchError as error:
        return _told(chosen.command, error, UNUSABLE_INPUT)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing to tell it, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _told(chosen.command, f"the system said no: {error.strerror or error}", UNUSABLE_INPUT)
    except KeyboardInterrupt:
        return _told(chosen.command, "stopped; nothing was saved", STOPPED)


def _told(command: str, message: object, code: int) -> int:
    line = " ".join(str(message).split()).encode("utf-8", "replace").decode("utf-8")
    print(f"research {command}: {line}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
