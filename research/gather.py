"""Runs the connectors side by side under one deadline; every source ends as one `Outcome`, whatever it did.

Connectors say what to ask for and read what came; the fetcher asks. A source that wants an identifier (`Source.wants`)
waits until another has given one, or until none that could is still running. At the deadline the run is closed with
what is there: a source that hangs costs itself, not the others.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from research.connector import Connector, Drift
from research.errors import NotRecorded, SourceError, Unreadable
from research.types import Claim, Document, Identifier, Outcome, OutcomeStatus, Query, Request, Source

log = logging.getLogger(__name__)

STOPPED = "was still asking when you stopped the run"

GRACE_S = 0.15
"""After the deadline, this long is waited for sources that are just handing in."""

_PATIENCE = 0.6
"""After this share of the time, a source that waits for a number of another tries with the name."""

_MOST_FAULTS = 200
"""Faults of one source that are told one by one: as many as a user may give files."""

MOST_CLAIMS = 5_000
"""Claims taken of one answer. The longest honest ones (officers of a large return) have some hundreds; each is looked
up in the answer and judged, so that an answer of 10 MB with nothing but records would cost minutes."""

RESERVE_S = 0.1
"""A fetch ends so long before the run's deadline, so that what came can still be read."""

PULSE_S = 0.5
"""So often, at least, a run asks whether it was stopped."""


class Fetcher(Protocol):
    """Whatever answers requests: `http.Client` live, `replay.Replay` from a folder, a fake in tests."""

    def fetch(self, source: Source, request: Request, deadline: float) -> Document:
        """One answer; `deadline` is a `time.monotonic()` time. Raises: SourceError."""

    def held(self, source: Source, query: Query) -> Sequence[Document]:
        """Documents that are already at hand for this question without asking (a local copy of a return)."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something to show while the run goes on. `outcome` is set when a source has finished."""

    source: Source
    kind: Literal["waiting", "started", "read", "finished"]
    claims: int = 0
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the run has learnt about the subject so far, and hands to sources that wait for it."""

    identifiers: tuple[Identifier, ...] = ()
    organization_identifiers: tuple[Identifier, ...] = ()
    website: str = ""


_NAMES = {
    "ccn": "a CCN",
    "cik": "a CIK",
    "ein": "an EIN",
    "npi": "an NPI",
    "object_id": "the number of a tax return",
    "orcid": "an ORCID iD",
    "doi": "a DOI",
    "pecos": "a PECOS number",
    "website": "the web site",
    "youtube": "a YouTube channel",
}


def named(schemes: Iterable[str]) -> str:
    """Identifier schemes as people call them: "a CCN or an EIN"."""
    return " or ".join(_NAMES.get(scheme, f"a number of {scheme}") for scheme in sorted(schemes))


Learn = Callable[[Sequence[Claim]], Known]
"""Judges the claims so far and says which identifiers belong to the subject: see `learning.learn`."""

Show = Callable[[Event], None]


@dataclass(slots=True)
class _Work:
    """One source at work. The worker appends under `lock`; the coordinator may close it at any time."""

    connector: Connector
    queries: tuple[Query, ...]
    given: tuple[Document, ...] = ()
    lock: threading.Lock = field(default_factory=threading.Lock)
    claims: list[Claim] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    asked: int = 0
    fault: SourceError | None = None
    """The first; what each of them said stands in `faults`."""
    faults: list[str] = field(default_factory=list)
    broken: str = ""
    unread: int = 0
    """Documents of the user that are still to be read."""
    begun: float = 0.0
    closed: bool = False

    @property
    def source(self) -> Source:
        return self.connector.SOURCE

    def failed(self, error: SourceError) -> None:
        """Note that a part of the work failed; the rest goes on."""
        self.fault = self.fault or error
        self.faults.append(str(error))


def questions(query: Query) -> tuple[Query, ...]:
    """The queries that a run asks: a person's organization is researched beside the person."""
    if query.kind == "organization" or not query.organization:
        return (query,)
    about_organization = Query(
        kind="organization",
        name=query.organization,
        state=query.state,
        city=query.city,
        identifiers=query.organization_identifiers,
        website=query.website,
        include_pay=query.include_pay,
    )
    return (query, about_organization)


def gather(
    query: Query,
    connectors: Iterable[Connector],
    fetcher: Fetcher,
    *,
    deadline_s: float,
    learn: Learn,
    given: Mapping[str, Sequence[Document]] | None = None,
    show: Show = lambda _event: None,
    stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Outcome, ...]:
    """Ask all connectors and return one outcome each, in the order of the connectors.

    `given` are documents by source key that the user brought (files, pasted text); they are read like any other.
    `stopped` is asked every half second at least; once it says so, the run is closed as at its deadline, with the
    fault "stopped". Never raises for what a source does.
    """
    run = _Run(query, fetcher, clock() + deadline_s, learn, show, clock, stopped)
    return run.all(tuple(connectors), given or {})


class _Run:
    def __init__(
        self,
        query: Query,
        fetcher: Fetcher,
        deadline: float,
        learn: Learn,
        show: Show,
        clock: Callable[[], float],
        stopped: Callable[[], bool],
    ) -> None:
        self.query = query
        self.fetcher = fetcher
        self.deadline = deadline
        self.learn = learn
        self.show = show
        self.clock = clock
        self.patience = clock() + (deadline - clock()) * _PATIENCE
        self.stopped = stopped
        self.fault = "timeout"
        self.reason = f"had not answered when the time of {deadline - clock():.1f} s was over"
        self.events: queue.SimpleQueue[tuple[str, _Work]] = queue.SimpleQueue()
        self.running: dict[str, _Work] = {}
        self.waiting: dict[str, Connector] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.claims: list[Claim] = []
        self.known = Known(query.identifiers, query.organization_identifiers, query.website)

    def all(self, connectors: tuple[Connector, ...], given: Mapping[str, Sequence[Document]]) -> tuple[Outcome, ...]:
        for connector in connectors:
            source = connector.SOURCE
            documents = tuple(given.get(source.key, ()))
            if documents or not source.wants or self._has_any(source.wants):
                self._start(connector, documents)
            else:
                self.waiting[source.key] = connector
                self._show(Event(source, "waiting"))
        self._release()
        try:
            self._wait()
        except KeyboardInterrupt:
            self._note_stop()
        self._close()
        return tuple(self.outcomes[connector.SOURCE.key] for connector in connectors)

    def _note_stop(self) -> None:
        """Stopping is no loss: what has come in so far is handed in like at the deadline."""
        self.fault, self.reason = "stopped", STOPPED

    def _is_stopped(self) -> bool:
        try:
            return self.stopped()
        except Exception:
            log.exception("asking whether the run was stopped failed")
            return False

    def _wait(self) -> None:
        """Take what the workers hand in until all have ended, the time is over, or somebody stops the run."""
        while self.running:
            if self._is_stopped():
                self._note_stop()
                return
            now = self.clock()
            if now >= self.patience and self.waiting:
                self._release(givers_are_late=True)
            until = self.patience if self.waiting and now < self.patience else self.deadline + GRACE_S
            try:
                events = self._next_events(min(until - now, PULSE_S))
            except queue.Empty:
                if self.clock() >= self.deadline + GRACE_S:
                    return
                continue
            finished = [work for kind, work in events if kind == "finished"]
            for work in {id(work): work for kind, work in events if kind == "read"}.values():
                self._show(Event(work.source, "read", claims=len(work.claims)))
            for work in finished:
                self._finish(work)
            if finished:
                self._learn()
                self._release()

    def _next_events(self, timeout: float) -> list[tuple[str, _Work]]:
        """At least one event, and whatever else has come by then. Raises: queue.Empty."""
        events = [self.events.get(timeout=max(0.0, timeout))]
        while not self.events.empty():
            events.append(self.events.get())
        return events

    def _show(self, event: Event) -> None:
        try:
            self.show(event)
        except Exception:
            # Whoever shows the run must not be able to lose it.
            log.exception("showing the progress of %s failed", event.source.key)

    def _learn(self) -> None:
        try:
            self.known = self.learn(tuple(self.claims))
        except Exception:
            # What was known stays known; the claims are judged once more, and for good, when the run is over.
            log.exception("judging the claims so far failed")

    def _queries_for(self, source: Source) -> tuple[Query, ...]:
        filled = replace(
            self.query,
            identifiers=self.known.identifiers,
            organization_identifiers=self.known.organization_identifiers,
            website=self.known.website,
        )
        return tuple(q for q in questions(filled) if q.kind in source.subjects)

    def _has_any(self, wants: frozenset[str]) -> bool:
        have = {i.scheme for i in (*self.known.identifiers, *self.known.organization_identifiers)}
        if self.known.website:
            have.add("website")
        return bool(have & wants)

    def _start(self, connector: Connector, documents: tuple[Document, ...] = ()) -> None:
        work = _Work(connector, self._queries_for(connector.SOURCE), documents, begun=self.clock())
        self.running[connector.SOURCE.key] = work
        self._show(Event(connector.SOURCE, "started"))
        # Daemon threads: a source that cannot be cut (a name look-up of the system) must not hold up the program.
        thread = threading.Thread(target=self._work, args=(work,), name=f"source-{connector.SOURCE.key}", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            work.failed(SourceError("could not be asked: the system allows no more threads"))
            self.events.put(("finished", work))

    def _release(self, *, givers_are_late: bool = False) -> None:
        """Start the waiting sources that can go: their identifier is known, or nobody running can bring it.

        `givers_are_late`: do not wait for anybody any longer; some sources can make do with the name.
        """
        released = True
        while self.waiting and released:
            released = False
            coming: set[str] = set()
            for work in self.running.values():
                coming |= work.source.gives
            for key, connector in list(self.waiting.items()):
                wants = connector.SOURCE.wants
                if givers_are_late or self._has_any(wants) or not (wants & (coming | self._gives_of_waiting(key))):
                    del self.waiting[key]
                    self._start(connector)
                    released = True
            if not released and not self.running:
                # Sources that wait for one another: the first may try with what is known.
                key, connector = next(iter(self.waiting.items()))
                del self.waiting[key]
                self._start(connector)

    def _gives_of_waiting(self, besides: str) -> set[str]:
        gives: set[str] = set()
        for key, connector in self.waiting.items():
            if key != besides:
                gives |= connector.SOURCE.gives - connector.SOURCE.wants
        return gives

    def _work(self, work: _Work) -> None:
        try:
            self._ask(work)
        except SourceError as error:
            work.failed(error)
        except Exception as error:  # noqa: BLE001 - the edge: a fault in one reader must not cost the other sources
            work.broken = f"{type(error).__name__}: {error}"
        self.events.put(("finished", work))

    def _ask(self, work: _Work) -> None:
        for number, document in enumerate(work.given):
            if work.closed:
                return
            work.unread = len(work.given) - number
            self._read(work, document, deque())
        work.unread = 0
        for query in work.queries:
            pending: deque[Request] = deque()
            held = tuple(self.fetcher.held(work.source, query))
            for document in held:
                self._read(work, document, pending, query)
            if not held:
                pending.extend(work.connector.start(query))
            self._follow(work, pending, query)

    def _follow(self, work: _Work, pending: deque[Request], query: Query) -> None:
        seen: set[Request] = set()
        while pending and not work.closed:
            request = pending.popleft()
            if request in seen:
                continue
            seen.add(request)
            if work.asked >= work.source.budget * len(work.queries):
                work.warnings.append(f"stopped after {work.asked} requests, the most that one query may ask here")
                return
            work.asked += 1
            deadline = min(self.deadline - RESERVE_S, self.clock() + work.source.timeout_s)
            try:
                document = self.fetcher.fetch(work.source, request, deadline)
            except SourceError as error:
                # One page that fails does not cost the pages that follow, but the first fault is kept and told.
                work.failed(error)
                if error.fault in ("rate-limited", "timeout", "dns", "connect"):
                    return
                continue
            self._read(work, document, pending, query)

    def _read(self, work: _Work, document: Document, pending: deque[Request], query: Query | None = None) -> None:
        with work.lock:
            work.documents.append(document)
        asked = query or (work.queries[0] if work.queries else self.query)
        told = 0
        try:
            for item in work.connector.read(document, asked):
                if isinstance(item, Request):
                    pending.append(item)
                elif isinstance(item, Drift):
                    work.warnings.append(item.message)
                elif isinstance(item, Claim):
                    told += 1
                    if told > MOST_CLAIMS:
                        left_out = f"one answer makes more than {MOST_CLAIMS:,} statements; the rest was left out"
                        raise Unreadable(left_out, fault="too-large")
                    with work.lock:
                        work.claims.append(item)
                else:
                    raise TypeError(f"a reader gave a {type(item).__name__}")
                if work.closed:
                    return
        except SourceError as error:
            work.failed(error)
        self.events.put(("read", work))

    def _finish(self, work: _Work) -> None:
        self.running.pop(work.source.key, None)
        outcome = self._outcome(work)
        self.outcomes[work.source.key] = outcome
        self.claims.extend(outcome.claims)
        self._show(Event(work.source, "finished", claims=len(outcome.claims), outcome=outcome))

    def _close(self) -> None:
        """Hand in what is unfinished at the deadline, and what never could start."""
        for work in list(self.running.values()):
            work.closed = True
            if work.unread:
                unread = f"{work.unread} of {len(work.given)} files: {self.reason}"
                work.failed(SourceError(unread, fault=self.fault))
            elif not work.fault:
                work.failed(SourceError(self.reason, fault=self.fault))
            self._finish(work)
        for key, connector in self.waiting.items():
            fault, message = "no-identifier", f"needs {named(connector.SOURCE.wants)}, which no source gave in time"
            if self.fault == "stopped":
                fault, message = "stopped", "had not been asked when you stopped the run"
            self.outcomes[key] = Outcome(key, "skipped", fault=fault, message=message)
            self._show(Event(connector.SOURCE, "finished", outcome=self.outcomes[key]))

    def _outcome(self, work: _Work) -> Outcome:
        with work.lock:
            claims, documents = tuple(work.claims), tuple(work.documents)
        status, fault, message = _verdict(work, found=bool(claims))
        warnings = list(dict.fromkeys(work.warnings))
        told = [fault for fault in dict.fromkeys(work.faults) if claims or fault != message]
        if work.broken and claims:
            told.append(message)
        warnings += told[:_MOST_FAULTS]
        return Outcome(
            source=work.source.key,
            status=status,
            claims=claims,
            documents=documents,
            fault=fault,
            message="" if claims else message,
            warnings=tuple(warnings),
            requests=work.asked,
            elapsed_s=round(self.clock() - work.begun, 3),
        )


def _verdict(work: _Work, *, found: bool) -> tuple[OutcomeStatus, str, str]:
    """Status, fault and message of a source that has ended."""
    if work.broken:
        return ("found" if found else "failed"), "reader-error", f"could not be read: {work.broken}"
    if work.fault:
        if found:
            return "found", work.fault.fault, str(work.fault)
        status: OutcomeStatus = "skipped" if isinstance(work.fault, NotRecorded) else "failed"
        return status, work.fault.fault, str(work.fault)
    if found:
        return "found", "", ""
    if not work.asked and not work.documents:
        wants = work.source.wants
        reason = f"needs {named(wants)}, which is not known" if wants else "cannot help with this question"
        return "skipped", "nothing-to-ask", reason
    return "nothing", "", "answered, with nothing about this name"
