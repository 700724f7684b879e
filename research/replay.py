"""Answers requests from a folder of recordings instead of the network.

The folder's `index.jsonl` lists recordings whose whole request is known (`file`, `method`, `url`, `status`,
`content_type`). One with `any_query` answers every request to its address that has no recording of its own, whatever
its parameters: that is how made-up sources say "nothing found". Bulk files have no request of their own: they are found
by what they answer (the return of the organization that is asked for, the hospital directory). What the folder lacks is
an honest "not recorded".
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from research.errors import InputError, NotRecorded, Refused, Unavailable
from research.files import read_bytes, read_start, shown_name
from research.organizations import same_name
from research.types import Document, Query, Request, Source

_CONTACT = frozenset({"api_key", "apikey", "mailto", "tool", "email"})
"""Parameters that say who asks, not what is asked."""

_SUPERSETS = {
    "www.communitybenefitinsight.org/api/get_hospitals.php": frozenset({"state"}),
    "api.openalex.org/authors/": frozenset({"select"}),
}
"""Where a recorded answer without these parameters holds the narrower answer too (the reader filters anyway), by the
beginning of the address."""

_START_OF_FILE = 20_000
_LARGEST_INDEX = 100_000_000
_LARGEST_RECORDING = 200_000_000
"""Bytes: the largest bulk file that a source publishes (the federal list of enrollments) has some tens of millions."""


@dataclass(frozen=True, slots=True)
class _Bulk:
    """Files that answer without a request: `answers(start of the file, query)` says whether one does."""

    source: str
    pattern: str
    url: str
    answers: Callable[[str, Query], bool]


def _any(_start: str, query: Query) -> bool:
    return query.kind == "organization"


def _between(text: str, begin: str, end: str) -> str:
    return text.partition(begin)[2].partition(end)[0]


def _is_return_of(start: str, query: Query) -> bool:
    if query.kind != "organization":
        return False
    filer = start.partition("<Filer>")[2].partition("</Filer>")[0]
    first, second = (
        unescape(
            _between(filer, f"<BusinessNameLine{line}Txt>", "</") or _between(filer, f"<BusinessNameLine{line}>", "</")
        )
        for line in (1, 2)
    )
    # A long name goes on in the second line; a trade name stands there too.
    names = {first, f"{first} {second}".strip()} - {""}
    known = query.identifier("ein")
    if known and known == _between(filer, "<EIN>", "</"):
        return True
    return any(same_name(name, query.name) for name in names)


def _holds_ccn(start: str, query: Query) -> bool:
    return bool(query.kind == "organization" and (ccn := query.identifier("ccn")) and f'"{ccn}"' in start)


_BULK = (
    _Bulk(
        "cms_hospitals",
        "cms-provider-data/hospital-general-information.csv",
        "https://data.cms.gov/provider-data/dataset/xubh-q36u",
        _any,
    ),
    _Bulk(
        "cms_enrollments",
        "cms-data-api/hospital-enrollments-*.json",
        "https://data.cms.gov/provider-characteristics/hospitals-and-other-facilities/hospital-enrollments",
        _holds_ccn,
    ),
    _Bulk(
        "irs_990",
        "irs-990-xml/*.xml",
        "https://www.irs.gov/charities-non-profits/form-990-series-downloads",
        _is_return_of,
    ),
)


def _key(method: str, url: str, without: frozenset[str] = frozenset()) -> tuple[str, str, str]:
    parts = urlsplit(url)
    pairs = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k not in _CONTACT | without)
    return method, f"{(parts.hostname or '').lower()}{parts.path.rstrip('/')}", urlencode(pairs)


def full_url(request: Request) -> str:
    """The request's address with its parameters; secrets stand as their names."""
    if not request.params:
        return request.url
    joint = "&" if "?" in request.url else "?"
    return request.url + joint + urlencode([(key, str(value)) for key, value in request.params])


@dataclass(frozen=True, slots=True)
class _Recording:
    """One line of the index."""

    file: str
    method: str
    url: str
    status: int
    content_type: str
    any_query: bool
    """Whether it answers its address whatever is asked there."""


def _recording(entry: object) -> _Recording:
    """A line of the index, as parsed. Raises: ValueError."""
    if not isinstance(entry, dict):
        raise ValueError("it is not an object")
    for key in ("file", "method", "url"):
        if not isinstance(entry.get(key), str) or not entry[key]:
            raise ValueError(f"its {key!r} is missing or no text")
    status, content_type = entry.get("status") or 200, entry.get("content_type") or ""
    if isinstance(status, bool) or not isinstance(status, int) or not 100 <= status <= 599:
        raise ValueError("its 'status' is no status of an answer")
    if not isinstance(content_type, str):
        raise ValueError("its 'content_type' is no text")
    return _Recording(entry["file"], entry["method"], entry["url"], status, content_type, bool(entry.get("any_query")))


class Replay:
    """A fetcher over a folder of recordings. Raises: InputError when the folder is none."""

    def __init__(self, folder: Path, now: datetime) -> None:
        index = folder / "index.jsonl"
        try:
            body = read_bytes(index, _LARGEST_INDEX)
        except InputError as error:
            raise InputError(f"{shown_name(folder)} is no folder of recordings: {error}") from error
        self.folder = folder
        self.now = now
        self.recordings: dict[tuple[str, str, str], _Recording] = {}
        self.for_any_query: dict[tuple[str, str], _Recording] = {}
        # Only a line feed ends a line: JSON may hold other line separators as they are.
        for number, line in enumerate(body.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
            if not line.strip():
                continue
            try:
                recording = _recording(json.loads(line))
                key = _key(recording.method, recording.url)
                if recording.any_query:
                    self.for_any_query[key[:2]] = recording
                else:
                    self.recordings[key] = recording
            except (ValueError, RecursionError) as error:
                deep = isinstance(error, RecursionError)
                reason = "it is nested too deep" if deep else " ".join(str(error).split())[:120]
                raise InputError(f"{shown_name(index)}, line {number}, is no recording: {reason}.") from error

    def fetch(self, source: Source, request: Request, deadline: float) -> Document:  # noqa: ARG002 - answers at once
        """The recorded answer. Raises: NotRecorded, or what a recorded error status means."""
        url = full_url(request)
        key = _key(request.method, url)
        entry = self.recordings.get(key)
        narrowing = next((names for begin, names in _SUPERSETS.items() if key[1].startswith(begin)), None)
        if entry is None and narrowing:
            entry = self.recordings.get(_key(request.method, url, narrowing))
        entry = entry or self.for_any_query.get(key[:2])
        if entry is None:
            raise NotRecorded("not recorded in this replay", source=source.key, url=url)
        status = entry.status
        if status >= 500:
            raise Unavailable(f"answered with status {status} (recorded)", fault="server-error", source=source.key)
        if status >= 400 and not (status == 404 and request.not_found_is_empty):
            fault = "not-found" if status == 404 else "refused"
            raise Refused(f"answered with status {status} (recorded)", fault=fault, source=source.key)
        return self._document(source, request, url, entry.file, status, entry.content_type)

    def held(self, source: Source, query: Query) -> Sequence[Document]:
        """The bulk files of the folder that answer this question for this source."""
        found = []
        for bulk in _BULK:
            if bulk.source != source.key:
                continue
            for path in sorted(self.folder.glob(bulk.pattern)):
                try:
                    start = read_start(path, _START_OF_FILE).decode("utf-8", "replace")
                except InputError:
                    continue  # a folder or a pipe of that name is no recording
                if bulk.answers(start, query):
                    name = str(path.relative_to(self.folder))
                    found.append(self._document(source, Request(bulk.url), bulk.url, name, 200, ""))
        return found

    def _document(
        self, source: Source, request: Request, url: str, name: str, status: int, media_type: str
    ) -> Document:
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise NotRecorded(f"the recording {name[:80]!r} lies outside of its folder", source=source.key)
        try:
            body = read_bytes(self.folder / name, _LARGEST_RECORDING)
        except InputError as error:
            raise NotRecorded(f"the recording cannot be used: {error}", source=source.key) from error
        guessed = media_type.partition(";")[0].strip().lower() or mimetypes.guess_type(name)[0] or ""
        return Document(
            source=source.key,
            request=request,
            url=url,
            status=status,
            media_type=guessed,
            charset="",
            retrieved_at=self.now,
            body=body,
            sha256=hashlib.sha256(body).hexdigest(),
        )
