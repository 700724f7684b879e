"""Where a run's documents come from, as the settings say: the sources themselves, or a folder of recorded answers.

One `research.http.Client` serves all runs of a process, so that a host is paced across them and asked once for what is
kept already.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from config import Settings
from research import registry
from research.cache import FolderCache, MemoryCache
from research.connector import Connector
from research.connectors import given_pages
from research.gather import Fetcher
from research.http import Client, Policy
from research.replay import Replay, full_url
from research.types import Document, Query, Request, Source

log = logging.getLogger(__name__)

Sleep = Callable[[float], object]


class Paced:
    """A fetcher whose answers take a while, each as long as every time: for watching a run of recorded answers."""

    def __init__(self, fetcher: Fetcher, longest_s: float, sleep: Sleep = time.sleep) -> None:
        self._fetcher = fetcher
        self._longest_s = longest_s
        self._sleep = sleep

    def fetch(self, source: Source, request: Request, deadline: float) -> Document:
        """The answer, after a part of the longest time that depends on the address alone.

        Raises: SourceError, at once: nobody waits for what was not recorded.
        """
        answer = self._fetcher.fetch(source, request, deadline)
        share = (crc32(full_url(request).encode("utf-8", "replace")) % 1000 + 1) / 1000
        self._sleep(max(0.0, min(share * self._longest_s, deadline - time.monotonic())))
        return answer

    def held(self, source: Source, query: Query) -> Sequence[Document]:
        """Documents at hand without asking."""
        return self._fetcher.held(source, query)


def fetcher_of(settings: Settings, now: datetime) -> Fetcher:
    """What answers requests under these settings. Raises: InputError when the folder of recordings is none."""
    if not settings.replay:
        return live_client(settings)
    replay = Replay(Path(settings.replay), now)
    return Paced(replay, settings.replay_ms / 1000) if settings.replay_ms else replay


_making = threading.Lock()


def live_client(settings: Settings) -> Client:
    """The client that asks the sources themselves, the same for all runs of this process."""
    with _making:
        return _client(settings)


@lru_cache(maxsize=4)
def _client(settings: Settings) -> Client:
    try:
        cache: FolderCache | MemoryCache = FolderCache(settings.cache)
    except OSError as error:
        log.warning("event=cache_in_memory reason=%r", error.strerror)
        cache = MemoryCache()
    return Client(Policy(contact=settings.contact), settings.keys_of_sources, cache)


def connectors_of(settings: Settings) -> tuple[Connector, ...]:
    """The sources that a run asks, that which reads what the user brought last.

    Raises: InputError when the settings name a source that there is not.
    """
    keys = settings.keys_of_sources
    on = registry.choose(only=sorted(settings.sources_on), settings=keys) if settings.sources_on else ()
    asked = registry.choose(without=sorted(settings.sources_off), settings=keys)
    more = (one for one in on if one.SOURCE.key not in settings.sources_off)
    chosen = {connector.SOURCE.key: connector for connector in (*asked, *more)}
    chosen.pop(given_pages.SOURCE.key, None)
    return (*chosen.values(), given())


def given() -> Connector:
    """The source that reads pages, texts and files of the user's own."""
    return registry.all_connectors()[given_pages.SOURCE.key]
