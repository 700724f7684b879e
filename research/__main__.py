"""`python -m research`: the research engine by itself, without the application."""

from __future__ import annotations

import argparse
import sys

from research.commands import extract

_COMMANDS = {"extract": extract}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 2 what was given cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m research", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, module in _COMMANDS.items():
        command = commands.add_parser(name, help=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


if __name__ == "__main__":
    sys.exit(main())
