"""Processes of a test's own, forked so that they are there at once: a new Python takes two seconds to import all.

Close databases before: what SQLite knows of its locks would be shared, and is true of one process only.
"""

from __future__ import annotations

import os
import signal
import traceback
import warnings
from collections.abc import Callable


def start(work: Callable[..., object], *arguments: object) -> int:
    """The id of a new process that does this work, and ends with 0, or with 1 after an error, which it prints."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons say that we have threads
        child = os.fork()
    if child:
        return child
    status = 1
    try:
        work(*arguments)
        status = 0
    except BaseException:  # noqa: BLE001 (nothing of the parent's may run here)
        traceback.print_exc()
    finally:
        os._exit(status)


def wait(child: int) -> int:
    """Waits until a process has come to its own end, and returns its status; negative: the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill(child: int) -> None:
    """Ends a process as a power cut would."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
