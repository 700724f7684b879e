"""What jobs there are: `@job("room.verb")` above a function in a room's `jobs.py`."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from outreach.jobs.run import JobRun

JobFunction = Callable[..., None]

LEASE = timedelta(minutes=2)
"""How long a worker may be silent before its job is given to another. Progress and saving renew it."""

MOST_ATTEMPTS = 5

SHORTEST_PERIOD = timedelta(minutes=1)
LONGEST_PERIOD = timedelta(days=28)
"""A finished job's row is kept longer than this (`upkeep`), so a period's job is not written again after it."""

_NAME = re.compile(r"[a-z_]{1,40}\.[a-z_]{1,40}")


class UnknownJob(LookupError):
    """No room has a job of this name: it was renamed while one was waiting."""


@dataclass(frozen=True)
class JobKind:
    """A job by its name. `every` is set for periodic ones, which take no ids."""

    name: str
    function: JobFunction
    lease: timedelta = LEASE
    most_attempts: int = MOST_ATTEMPTS
    every: timedelta | None = None


class Registry:
    """The kinds of jobs by name."""

    def __init__(self) -> None:
        self._kinds: dict[str, JobKind] = {}

    def add(self, kind: JobKind) -> None:
        """Raises: ValueError for a name that is no `room.verb`, or that another function has."""
        if not _NAME.fullmatch(kind.name):
            raise ValueError(f"a job is named room.verb, not {kind.name!r}")
        if kind.every is not None and not SHORTEST_PERIOD <= kind.every <= LONGEST_PERIOD:
            raise ValueError(f"{kind.name} comes round more often than each minute, or more rarely than in four weeks")
        known = self._kinds.get(kind.name)
        if known is not None and known.function is not kind.function:
            raise ValueError(f"there are two jobs {kind.name!r}")
        self._kinds[kind.name] = kind

    def kind(self, name: str) -> JobKind:
        """Raises: UnknownJob."""
        if name not in self._kinds:
            raise UnknownJob(f"there is no job {name!r}")
        return self._kinds[name]

    def __iter__(self) -> Iterator[JobKind]:
        return iter(sorted(self._kinds.values(), key=lambda kind: kind.name))

    def job(
        self, name: str, *, lease: timedelta = LEASE, most_attempts: int = MOST_ATTEMPTS, every: timedelta | None = None
    ) -> Callable[[JobFunction], JobFunction]:
        """Registers the function below it: `def verb(run: JobRun, thing_id: int) -> None`.

        It opens its own sessions with `run.session()`, and has to be safe to run twice.
        """

        def register(function: JobFunction) -> JobFunction:
            self.add(JobKind(name, function, lease, most_attempts, every))
            return function

        return register


ALL = Registry()
"""The application's jobs, complete after `load`."""

job = ALL.job


def load(rooms: Iterable[str]) -> Registry:
    """Imports the `jobs.py` of these rooms and of this package, where there is one, and returns all jobs."""
    for room in ("jobs.upkeep", *(f"{room}.jobs" for room in rooms)):
        if _exists(f"outreach.{room}"):
            importlib.import_module(f"outreach.{room}")
    return ALL


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def call(kind: JobKind, run: JobRun, ids: dict[str, Any]) -> None:
    """Runs the job's function."""
    kind.function(run, **ids)
