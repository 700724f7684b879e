"""`python -m research fetch`: one public address through the same door as every source; for diagnosis."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from research import http
from research.characters import harmless
from research.commands.asking import plain_addresses
from research.commands.output import print_text
from research.errors import InputError
from research.files import shown_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
    parser.add_argument("url", metavar="URL")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write here instead of standard output")


def run(args: argparse.Namespace) -> int:
    """Fetch and write.

    Raises: SourceError as `http.get_bytes`; InputError for what is no address or a file that cannot be written.
    """
    body = http.get_bytes(plain_addresses([args.url])[0])
    if not args.output:
        _print(body)
        return 0
    try:
        args.output.write_bytes(body)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no usable file name"
        raise InputError(f"{shown_name(args.output)} could not be written: {reason}.") from error
    return 0


def _print(body: bytes) -> None:
    """The bytes as they are for a file or another program; harmless text for a terminal."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None or sys.stdout.isatty():
        print_text(harmless(body.decode("utf-8", "replace")))
        return
    sys.stdout.flush()
    raw.write(body)
    raw.flush()
