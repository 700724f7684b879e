"""`python -m research fetch`: one public address through the same door as every source; for diagnosis."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from research import http
from research.errors import InputError

HELP = "Fetch one public address under all guards and write its bytes to a file or standard output."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
    parser.description = HELP
    parser.add_argument("url", metavar="URL")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write here instead of standard output")


def run(args: argparse.Namespace) -> int:
    """Fetch and write. Raises: SourceError as `http.get_bytes`, InputError when the file cannot be written."""
    body = http.get_bytes(args.url)
    if not args.output:
        sys.stdout.buffer.write(body)
        return 0
    try:
        args.output.write_bytes(body)
    except OSError as error:
        raise InputError(f"{args.output} could not be written: {error.strerror}.") from error
    return 0
