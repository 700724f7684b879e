"""The directory of hospitals as it comes from its source, or from a file: read whole, told in rows for the table.

The file is the CMS "Hospital General Information", some 5,400 hospitals. Where the settings name a file it is read
instead; where they name a folder of recorded answers, the source is asked there.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from config import Settings
from outreach.folding import fold
from outreach.organizations import rules
from research.cache import NoCache
from research.connectors.cms_hospitals import BULK_URL, SOURCE
from research.errors import ResearchError
from research.gather import Fetcher
from research.hospitals import Hospital, HospitalDirectory
from research.http import Client, Policy
from research.replay import Replay
from research.text import text_from
from research.types import Request

WAIT_FOR_SOURCE_S = 60.0
"""So long the source may take: the file has about 1.5 MB."""

LARGEST_FILE = 20_000_000
"""Bytes of a file that is read; the real one has a tenth of it."""


class NoDirectory(Exception):
    """The directory could not be had; the sentence says why, for the user."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A directory that was read: its rows for `models.DirectoryHospital`, and where it came from."""

    rows: tuple[dict[str, object], ...]
    skipped: int
    origin: str
    sha256: str
    retrieved_at: datetime


def origin_of(settings: Settings) -> str:
    """Where these settings have the directory from: the name of a file, or the source's address."""
    return Path(settings.hospitals).name if settings.hospitals else SOURCE.home


def read(settings: Settings, now: datetime) -> Loaded:
    """The directory. Raises: NoDirectory."""
    if settings.hospitals:
        return _from_file(Path(settings.hospitals))
    return _from_source(settings, now)


def file_sha256(settings: Settings) -> str:
    """The hash of the file that the settings name; "" when there is none or it cannot be read."""
    try:
        return hashlib.sha256(Path(settings.hospitals).read_bytes()).hexdigest() if settings.hospitals else ""
    except OSError:
        return ""


def fetcher_of(settings: Settings, now: datetime) -> Fetcher:
    """What asks the source. Nothing is kept: the rows are kept, and the file is asked for once a month."""
    if settings.replay:
        return Replay(Path(settings.replay), now)
    return Client(Policy(contact=settings.contact), settings.keys_of_sources, NoCache())


def _from_file(path: Path) -> Loaded:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NoDirectory(f"The file {path.name} is larger than 20 MB, so it is not the list of hospitals.")
        body = path.read_bytes()
        read_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise NoDirectory(f"The file {path.name} cannot be read: {error.strerror or 'no reason given'}.") from error
    return _loaded(body, "", path.name, read_at)


def _from_source(settings: Settings, now: datetime) -> Loaded:
    try:
        document = fetcher_of(settings, now).fetch(SOURCE, Request(BULK_URL), time.monotonic() + WAIT_FOR_SOURCE_S)
    except ResearchError as error:
        raise NoDirectory(str(error)) from error
    return _loaded(document.body, document.charset, SOURCE.home, min(document.retrieved_at, now))


def _loaded(body: bytes, charset: str, origin: str, retrieved_at: datetime) -> Loaded:
    try:
        directory = HospitalDirectory.from_csv(text_from(body, charset))
    except ResearchError as error:
        raise NoDirectory(f"The list of hospitals could not be read: {error}") from error
    by_ccn = {hospital.ccn: _row(directory, hospital) for hospital in directory.hospitals}
    return Loaded(tuple(by_ccn.values()), directory.skipped, origin, hashlib.sha256(body).hexdigest(), retrieved_at)


def _row(directory: HospitalDirectory, hospital: Hospital) -> dict[str, object]:
    place = hospital.place
    return {
        "ccn": hospital.ccn,
        "name": hospital.title[:300],
        "sort_key": rules.sort_key(hospital.title),
        "search_key": fold(f"{hospital.title} {place.city} {place.state} {hospital.ccn}")[:600],
        "city": place.city[:100],
        "state": place.state,
        "kind": hospital.kind[:100],
        "ownership": hospital.ownership[:100],
        "emergency": hospital.emergency,
        "rating": hospital.rating,
        "quote": directory.quote(hospital, "rating")[:300],
    }
