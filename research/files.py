"""Reads the files that a user names: at most so many bytes, and only of what is a file.

A pipe or a device can hang or never end, and a sparse file can be larger than the memory: what a name stands for is
looked at before it is opened, once more when it is open, and the bytes are counted while they come.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from research.characters import harmless
from research.errors import InputError

_KINDS = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)
_LONGEST_SHOWN = 160


def shown_name(path: Path | str) -> str:
    """The file's name as it can stand in a message: harmless, on one line, its end when it is long."""
    name = " ".join(harmless(str(path)).split())
    return name if len(name) <= _LONGEST_SHOWN else "..." + name[-_LONGEST_SHOWN:]


def read_bytes(path: Path | str, limit: int) -> bytes:
    """The bytes of a file that has at most `limit` of them.

    Raises: InputError, naming the file and saying what it is: not there, no file, not readable, too large.
    """
    body = _read(path, limit + 1, limit)
    if len(body) > limit:
        raise _too_large(path, limit)
    return body


def read_start(path: Path | str, length: int) -> bytes:
    """The first bytes of a file, at most `length`. Raises: InputError, as `read_bytes`."""
    return _read(path, length)


def _read(path: Path | str, length: int, limit: int | None = None) -> bytes:
    """The first bytes of the file; with `limit`, a file that says it is larger is not read at all."""
    try:
        _refuse_no_file(path, Path(path).stat())
        # Not to hang, should the name have become a pipe since; Windows has neither the flag nor such names.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            _refuse_no_file(path, status)
            if limit is not None and status.st_size > limit:
                raise _too_large(path, limit)
            return file.read(length)
    except FileNotFoundError as error:
        raise InputError(f"{shown_name(path)} could not be read: there is no such file.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no usable file name"
        raise InputError(f"{shown_name(path)} could not be read: {reason}.") from error


def _refuse_no_file(path: Path | str, status: os.stat_result) -> None:
    for is_kind, words in _KINDS:
        if is_kind(status.st_mode):
            raise InputError(f"{shown_name(path)} {words}.")


def _too_large(path: Path | str, limit: int) -> InputError:
    return InputError(f"{shown_name(path)}: the file is larger than {limit:,} bytes.")
