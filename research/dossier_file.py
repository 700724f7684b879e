"""Saved dossiers: a file is written whole or not at all, one run at a time, and read back with clear words.

What stands in it is `dossier_json`.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from research.dossier import Dossier
from research.dossier_json import from_dict, to_dict
from research.errors import InputError
from research.files import read_bytes, shown_name

LARGEST_BYTES = 100_000_000
"""Largest saved dossier that is read; one of 200 files has some 10 million bytes."""

LOCK_S = 10.0
"""Seconds to wait for another run that is writing into the same folder; writing takes far less than one."""


def save(dossier: Dossier, path: Path) -> None:
    """Write the dossier so that a crash leaves the old file or the new one. Raises: InputError."""
    update(path, lambda _saved: dossier)


def update(path: Path, build: Callable[[Dossier | None], Dossier]) -> Dossier:
    """Write the dossier that `build` makes of the one saved there now (None: there is none), and return it.

    One at a time: what another run has saved since this one began is there for `build` to keep.
    Raises: InputError when the file is no dossier, or cannot be written.
    """
    try:
        target = path.resolve()
        with _alone_in(target.parent):
            dossier = build(load(target) if target.exists() else None)
            _write(json.dumps(to_dict(dossier), ensure_ascii=False, indent=1) + "\n", target)
    except (OSError, ValueError, RuntimeError) as error:
        raise _not_written(path, error) from error
    return dossier


def check_writable(path: Path) -> None:
    """Find out, before a long run, whether a dossier can be saved under this name. Raises: InputError."""
    try:
        target = path.resolve()
        if target.exists():
            if not target.is_file():
                raise InputError(f"The dossier cannot be saved as {shown_name(path)}: that is no file.")
            if not os.access(target, os.W_OK):
                raise InputError(f"The dossier cannot be saved as {shown_name(path)}: that file is read-only.")
        handle, probe = _beside(target)
        os.close(handle)
        Path(probe).unlink()
    except (OSError, ValueError, RuntimeError) as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or "this is no usable file name"
    return InputError(f"The dossier could not be written to {shown_name(path)}: {reason}.")


def _beside(target: Path) -> tuple[int, str]:
    """A new file in the folder of the target, for writing: its handle and name. Raises: OSError."""
    with suppress(FileNotFoundError):
        target.stat()  # a name that cannot be (too long, NUL in it) is refused here, and not when all is done
    return tempfile.mkstemp(dir=target.parent, prefix=".dossier-", suffix=".part")


def _write(text: str, target: Path) -> None:
    """Write the file whole or not at all: aside, flushed to the disk, renamed. Raises: OSError, UnicodeError."""
    handle, aside = _beside(target)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            with suppress(OSError):
                shutil.copymode(target, aside)
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, where the system has one for folders, so that no lock file is left behind.

    Elsewhere (Windows, some network folders) only the moment between reading and writing stays unguarded.
    Raises: OSError when another run does not let go of it.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + LOCK_S
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise OSError(11, "another run is writing into this folder") from None
                time.sleep(0.02)
            except OSError:
                break
        yield
    finally:
        os.close(handle)


def load(path: Path) -> Dossier:
    """Read a saved dossier. Raises: InputError, naming the file."""
    body = read_bytes(path, LARGEST_BYTES)
    try:
        data = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{shown_name(path)} is no saved dossier: it is not text in UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{shown_name(path)} is no saved dossier: it is not JSON.") from error
    try:
        return from_dict(data)
    except InputError as error:
        raise InputError(f"{shown_name(path)}: {error}") from error
