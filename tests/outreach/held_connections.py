"""Connections to PostgreSQL that are held from one test to the next on the same lent database.

The server starts a process for each connection, and to it every table is strange: a test that touches a dozen spends
more on that than on its own statements.
"""

from __future__ import annotations

import os

import psycopg
from sqlalchemy import URL, Pool, PoolProxiedConnection, QueuePool, make_url

from outreach.db import Database

_MOST = 3
"""Connections that are held of a database; what many threads opened is closed."""


class HeldConnections:
    """Pools of connections that nobody uses, by the address of their database."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._lent: set[str] = set()
        self._pools: dict[str, Pool] = {}
        self._processes: dict[str, list[int]] = {}

    def begin(self, url: str) -> None:
        """Says that the database at this address is one that is lent from test to test."""
        self._lent.add(_address(make_url(url)))

    def end(self, url: str) -> None:
        """Says that no test has the database now: what is closed from here on is closed."""
        self._lent.discard(_address(make_url(url)))

    def lend(self, database: Database) -> None:
        """Gives a new database the connections of the one before it at its address, where there are any."""
        if os.getpid() != self._process:  # a fork that a test made would talk over the lines of its parent
            return
        pool = self._pools.pop(_address(database.url), None)
        if pool is not None:
            self._processes.pop(_address(database.url))
            database.engine.pool = pool

    def take(self, database: Database) -> None:
        """Takes the connections of a database that is about to be closed, unless somebody still uses one of them."""
        address, pool = _address(database.url), database.engine.pool
        if os.getpid() != self._process or address not in self._lent - self._pools.keys():
            return
        if not isinstance(pool, QueuePool) or pool.checkedout() or not pool.checkedin():
            return
        try:
            processes = _made_as_new(pool)
        except psycopg.Error:  # the server ended one: none of them is worth a question
            return
        self._pools[address], self._processes[address] = pool, processes
        database.engine.pool = pool.recreate()

    def processes(self, url: str) -> list[int]:
        """The server's processes that wait for the next test on a database."""
        return self._processes.get(_address(make_url(url)), [])

    def close(self) -> None:
        """Closes all."""
        for pool in self._pools.values():
            pool.dispose()
        self._pools.clear()
        self._processes.clear()


def _address(url: URL) -> str:
    return str(url.set(drivername="postgresql"))


def _made_as_new(pool: QueuePool) -> list[int]:
    """Forgets what was set in each connection, and returns their processes."""
    lent: list[PoolProxiedConnection] = []
    processes = []
    try:
        for _ in range(pool.checkedin()):
            lent.append(pool.connect())  # noqa: PERF401 (what was lent is given back if the next one fails)
        for one in lent[_MOST:]:
            one.invalidate()
        for one in lent[:_MOST]:
            driver = one.driver_connection
            driver.autocommit = True
            driver.execute("RESET ALL")
            driver.autocommit = False
            processes.append(driver.info.backend_pid)
    finally:
        for one in lent:
            one.close()
    return processes
