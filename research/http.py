"""Fetches documents: politely, within limits, from allowed and public addresses only, with secrets put in last.

`Client.fetch` is what the engine uses; `get_bytes` asks for one address under the same guard. What can go wrong has
stable names (`SourceError.fault`):

Refused      address, bad-header, bad-url, credentials, host-not-allowed, not-found, port, redirect-loop, refused,
             robots, scheme, setting, too-large
Unavailable  bad-http, closed, connect, dns, incomplete, reset, robots, server-error, timeout, tls
RateLimited  rate-limited
Unreadable   decompression
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from research import robots
from research.address import Url, host_is_listed, parse_url
from research.answers import REDIRECTS, conditions, document_of, redirected, refuse_bad_status, too_many_redirects
from research.asking import Asking, asking_of
from research.cache import Cache, MemoryCache, fresh_copy
from research.errors import RateLimited, Refused, SourceError, Unavailable
from research.pacing import Pacing, retry_after_s
from research.types import Document, Query, Request, Source, utc_now
from research.wire import Answer, Limits, Question, exchange

VERSION = "0.1.0"
TRY_AGAIN_STATUSES = frozenset({429, 502, 503, 504})
TRY_AGAIN_FAULTS = frozenset({"connect", "dns", "reset"})
TRY_AGAIN_AFTER_S = 0.3
UNTOLD_HOLD_S = 30.0
"""How long a host is left alone after a 429 that does not say how long."""

log = logging.getLogger(__name__)

_NO_SETTINGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Policy:
    """What holds for every question, whatever its source.

    `contact`: how a site's owner reaches whoever runs this ("mailto:..." or a page); it stands in the user agent.
    `max_bytes` and `timeout_s` are for `get_bytes`; a source states its own. `retries`: further tries of a GET that
    failed in a passing way. `loopback_for_tests`: the test's own server on 127.0.0.1 may be asked.
    """

    contact: str = ""
    max_bytes: int = 10_000_000
    timeout_s: float = 20.0
    ports: frozenset[int] = frozenset({80, 443})
    max_redirects: int = 5
    retries: int = 1
    longest_wait_s: float = 10.0
    loopback_for_tests: bool = False
    ca_file: str = ""

    def __post_init__(self) -> None:
        if len(self.contact) > 200 or not (self.contact.isascii() and (self.contact + " ").isprintable()):
            raise ValueError("the contact is one line of at most 200 plain characters")
        if not self.timeout_s > 0 or self.max_bytes < 1:
            raise ValueError("the limits of a policy are above zero")

    @property
    def user_agent(self) -> str:
        """Who asks, honestly: "Groundwork/0.1.0 (+mailto:someone@example.org)"."""
        return f"{robots.AGENT}/{VERSION}" + (f" (+{self.contact})" if self.contact else "")

    def limits(self, max_bytes: int, timeout_s: float) -> Limits:
        """The limits of one exchange."""
        return Limits(max_bytes, timeout_s, ports=self.ports, loopback=self.loopback_for_tests, ca_file=self.ca_file)


DEFAULT_POLICY = Policy()


def get_bytes(url: str) -> bytes:
    """The body at a public web address, at most 10 MB, within 20 s in all; redirects are followed and judged.

    Raises: SourceError when the address may not be asked, or gives no good answer.
    """
    policy = DEFAULT_POLICY
    deadline = time.monotonic() + policy.timeout_s
    question = Question(parse_url(url), {"User-Agent": policy.user_agent, "Accept": "*/*"})
    seen: set[Url] = set()
    for _ in range(policy.max_redirects + 1):
        seen.add(question.url)
        answer = exchange(question, policy.limits(policy.max_bytes, _left(deadline, time.monotonic, question.url.host)))
        if answer.status not in REDIRECTS:
            refuse_bad_status(answer, question.url.host, utc_now())
            return answer.body
        question = redirected(question, answer, frozenset(), seen)
    raise too_many_redirects(question.url.host)


def _left(deadline: float, clock: Callable[[], float], host: str) -> float:
    left = deadline - clock()
    if left <= 0:
        raise Unavailable(f"There was no time left to ask {host}.", fault="timeout")
    return left


@dataclass(slots=True)
class _Call:
    """One fetch under way. `spent_s` is what its exchanges took; waiting out of politeness does not count."""

    asking: Asking
    deadline: float
    spent_s: float = 0.0


@dataclass(frozen=True, slots=True)
class _Site:
    """A site's robots rules as known until `until` (in clock seconds); `problem` is why they could not be read."""

    until: float
    rules: robots.Rules
    problem: str = ""
    fault: str = "robots"


@dataclass(slots=True)
class _Sites:
    """The robots rules known so far, by origin."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    known: dict[str, _Site] = field(default_factory=dict)

    def get(self, origin: str, now: float) -> _Site | None:
        with self.lock:
            site = self.known.get(origin)
            return site if site is not None and now < site.until else None

    def put(self, origin: str, site: _Site) -> None:
        with self.lock:
            self.known[origin] = site


class Client:
    """Asks sources. Thread-safe: one client serves all threads of a run, so that hosts are paced across them.

    `settings` are the values that `Secret`s stand for. `clock` gives the seconds that deadlines are in; `now` the
    time of day, for what is kept and shown.
    """

    def __init__(
        self,
        policy: Policy = DEFAULT_POLICY,
        settings: Mapping[str, str] = _NO_SETTINGS,
        cache: Cache | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._policy = policy
        self._settings = dict(settings)
        self._cache = cache if cache is not None else MemoryCache()
        self._now = now
        self._clock = clock
        self._closed = threading.Event()
        self._pacing = Pacing(clock, sleep or self._closed.wait, policy.longest_wait_s)
        self._sites = _Sites()

    def close(self) -> None:
        """Ask nothing more; waits under way end at once. Exchanges under way end by their own deadlines."""
        self._closed.set()

    def held(self, source: Source, query: Query) -> Sequence[Document]:  # noqa: ARG002
        """Documents at hand without asking: none, a client only asks."""
        return ()

    def fetch(self, source: Source, request: Request, deadline: float) -> Document:
        """One answer of a source, from the cache while it is fresh. `deadline` is a time of `clock`.

        Raises: SourceError with `fault`, `source` and `url`; neither it nor the document holds a secret.
        """
        begun = self._clock()
        asking: Asking | None = None
        try:
            asking = asking_of(source, request, self._settings, self._policy.user_agent)
            document = self._answered(_Call(asking, deadline))
        except SourceError as error:
            problem = error
        else:
            self._log(source, asking, f"status={document.status} bytes={len(document.body)}", begun)
            return document
        if asking is None:
            problem.source = source.key
            raise problem
        self._log(source, asking, f"fault={problem.fault}", begun)
        # Made anew outside the handler, so that nothing that saw the secret hangs on as its context.
        raise _tidied(problem, source, asking)

    def _log(self, source: Source, asking: Asking, what: str, begun: float) -> None:
        elapsed = self._clock() - begun
        log.info("fetch source=%s %s elapsed_s=%.2f url=%s", source.key, what, elapsed, asking.public_url)

    def _answered(self, call: _Call) -> Document:
        asking = call.asking
        kept = self._cache.get(asking.key)
        if kept is not None and self._now() - kept.retrieved_at < asking.source.keep_for:
            return fresh_copy(kept, asking.request)
        url, answer = self._asked(call, kept)
        now = self._now()
        if answer.status == 304 and kept is not None:
            document = fresh_copy(kept, asking.request, now)
        else:
            empty = asking.request.not_found_is_empty and answer.status in (404, 410)
            if not empty:
                refuse_bad_status(answer, url.host, now)
            document = document_of(asking, url, answer, now)
        self._cache.put(asking.key, document)
        return document

    def _asked(self, call: _Call, kept: Document | None) -> tuple[Url, Answer]:
        """The answer, tried again where that is polite and promising."""
        tries = 1 + (self._policy.retries if call.asking.question.method == "GET" else 0)
        while True:
            tries -= 1
            try:
                url, answer = self._followed(call, kept)
            except Unavailable as error:
                if not tries or error.fault not in TRY_AGAIN_FAULTS:
                    raise
                host = call.asking.question.url.authority
                self._pacing.hold(host, TRY_AGAIN_AFTER_S)
                if not self._pacing.is_soon(host, call.deadline):
                    raise
                continue
            told = self._heed(url.authority, answer)
            hopeless = answer.status == 429 and not told
            if not tries or answer.status not in TRY_AGAIN_STATUSES or hopeless:
                return url, answer
            if not self._pacing.is_soon(url.authority, call.deadline):
                return url, answer

    def _heed(self, host: str, answer: Answer) -> bool:
        """Hold the host for as long as this answer asks for; whether it did ask."""
        if answer.status not in TRY_AGAIN_STATUSES:
            return False
        after = retry_after_s(answer.header("Retry-After"), self._now())
        untold = UNTOLD_HOLD_S if answer.status == 429 else TRY_AGAIN_AFTER_S
        self._pacing.hold(host, untold if after is None else after)
        return after is not None

    def _followed(self, call: _Call, kept: Document | None) -> tuple[Url, Answer]:
        """The answer at the end of the redirects, each judged like a first address."""
        question = call.asking.question
        if kept is not None and kept.status == 200:
            question = replace(question, headers={**question.headers, **conditions(kept)})
        seen: set[Url] = set()
        for _ in range(self._policy.max_redirects + 1):
            seen.add(question.url)
            self._permit(question.url, call)
            answer = self._exchanged(question, call)
            if answer.status not in REDIRECTS:
                return question.url, answer
            question = redirected(question, answer, call.asking.secret_headers, seen)
        raise too_many_redirects(question.url.host)

    def _permit(self, url: Url, call: _Call) -> None:
        """Check that this may be asked, and wait for its turn. Raises: SourceError."""
        source = call.asking.source
        self._check_host(url, call)
        interval_s = source.min_interval_s
        if source.access in ("html", "feed"):
            site = self._site(url, call)
            if site.problem:
                raise Unavailable(site.problem, fault=site.fault)
            if not site.rules.allow(str(url)):
                raise Refused(f"The robots.txt of {url.host} does not allow us this page.", fault="robots")
            interval_s = max(interval_s, site.rules.crawl_delay_s)
        self._pacing.wait(url.authority, interval_s, call.deadline)

    def _check_host(self, url: Url, call: _Call) -> None:
        if not host_is_listed(url.host, call.asking.source.hosts):
            raise Refused(f"{url.host} is not a host of {call.asking.source.title}.", fault="host-not-allowed")
        if call.asking.secrets and url.scheme != "https" and not self._policy.loopback_for_tests:
            raise Refused(f"A key is not sent to {url.host} unencrypted.", fault="scheme")

    def _exchanged(self, question: Question, call: _Call, limits: Limits | None = None) -> Answer:
        source, host = call.asking.source, question.url.authority
        if source.access not in ("html", "feed"):
            return self._timed_exchange(question, call, limits)
        with self._pacing.one_at_a_time(host, call.deadline):
            return self._timed_exchange(question, call, limits)

    def _timed_exchange(self, question: Question, call: _Call, limits: Limits | None) -> Answer:
        source, host = call.asking.source, question.url.host
        if self._closed.is_set():
            raise Unavailable(f"{host} was not asked, since the run is over.", fault="closed")
        left = min(_left(call.deadline, self._clock, host), source.timeout_s - call.spent_s)
        if left <= 0:
            raise Unavailable(f"{host} took longer than {source.timeout_s:.3g} s in all.", fault="timeout")
        limits = replace(limits or self._policy.limits(source.max_bytes, left), timeout_s=left)
        begun = self._clock()
        try:
            return exchange(question, limits)
        finally:
            call.spent_s += self._clock() - begun

    def _site(self, url: Url, call: _Call) -> _Site:
        """The robots rules for this address, read once a day."""
        site = self._sites.get(url.origin, self._clock())
        if site is not None:
            return site
        with self._pacing.one_at_a_time(f"robots {url.origin}", call.deadline):
            site = self._sites.get(url.origin, self._clock())
            if site is None:
                site = self._read_site(url, call)
                self._sites.put(url.origin, site)
            return site

    def _read_site(self, url: Url, call: _Call) -> _Site:
        key, now = f"robots {url.origin}", self._now()
        kept = self._cache.get(key)
        kept_s = (now - kept.retrieved_at).total_seconds() if kept is not None else robots.KEPT_S
        if kept is None or not 0 <= kept_s < robots.KEPT_S:
            try:
                answer = self._robots_answer(url, call)
            except RateLimited:
                raise
            except SourceError as error:
                problem = f"The robots.txt of {url.host} could not be read, so nothing is asked for now: {error}"
                return _Site(self._clock() + robots.UNREACHABLE_KEPT_S, robots.unreachable(), problem, error.fault)
            kept, kept_s = document_of(call.asking, replace(url, target="/robots.txt"), answer, now), 0.0
            if robots.rules_from(answer.status, b"").readable:
                self._cache.put(key, kept)
        rules = robots.rules_from(kept.status, kept.body)
        if rules.readable:
            return _Site(self._clock() + robots.KEPT_S - kept_s, rules)
        problem = f"{url.host} cannot say now what its robots.txt allows ({kept.status}), so nothing is asked."
        return _Site(self._clock() + robots.UNREACHABLE_KEPT_S, rules, problem)

    def _robots_answer(self, url: Url, call: _Call) -> Answer:
        headers = {"User-Agent": self._policy.user_agent, "Accept": "text/plain, */*;q=0.5"}
        question = Question(replace(url, target="/robots.txt"), headers)
        limits = replace(self._policy.limits(robots.MAX_BYTES, self._policy.timeout_s), keep_start=True)
        seen: set[Url] = set()
        for _ in range(self._policy.max_redirects + 1):
            seen.add(question.url)
            self._check_host(question.url, call)
            self._pacing.wait(question.url.authority, call.asking.source.min_interval_s, call.deadline)
            answer = self._exchanged(question, call, limits)
            if answer.status not in REDIRECTS:
                self._heed(question.url.authority, answer)
                return answer
            question = redirected(question, answer, frozenset(), seen)
        raise too_many_redirects(question.url.host)


def _tidied(problem: SourceError, source: Source, asking: Asking) -> SourceError:
    """The same error with its source and address, and without any secret in its words."""
    message = asking.without_secrets(str(problem))
    if isinstance(problem, RateLimited):
        return RateLimited(
            message,
            retry_after_s=problem.retry_after_s,
            fault=problem.fault,
            source=source.key,
            url=asking.public_url,
        )
    return type(problem)(message, fault=problem.fault, source=source.key, url=asking.public_url)
