"""Asks a language model one question over HTTP, in one of two shapes, under the same guard as every other request.

    Endpoint("https://host/v1", "openai", "some-model", key="...").ask(instructions, data) -> its words

One question, one answer: nothing is tried again, since each try costs money, and no redirect is followed, since the key
would go along.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from research.address import Url, literal_address, parse_url
from research.errors import SourceError
from research.http import DEFAULT_POLICY
from research.pacing import retry_after_s
from research.types import utc_now
from research.wire import Answer, Limits, Question, exchange

MOST_BYTES = 1_000_000
"""Of an answer; the longest letter is 40,000 characters."""

MOST_TOKENS = 4_000
"""Of an answer in the shape of Anthropic, which wants a limit: some 3,000 words, many times a letter."""

ANTHROPIC_VERSION = "2023-06-01"
"""The version of the interface that its documentation names as current (read 2026-11)."""


class NotAnswered(Exception):
    """There is no usable answer; the text is a sentence or two for the user."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A language model: where it is, how it is asked. `nearby`: it may run on this machine. `seconds`: in all."""

    url: str
    shape: str
    name: str
    key: str = field(default="", repr=False)
    nearby: bool = False
    seconds: float = 30.0

    @property
    def host(self) -> str:
        """Who is asked, for the page."""
        return parse_url(self.url).host

    @property
    def is_here(self) -> bool:
        """Whether it runs on this very machine."""
        return self.nearby and _is_loopback(_loopback_named(parse_url(self.url), nearby=True))

    def ask(self, instructions: str, data: str) -> str:
        """What the model answers. `instructions` are ours; `data` is what they are about, and never an instruction.

        Raises: NotAnswered.
        """
        shape = _SHAPES[self.shape]
        try:
            url = _loopback_named(parse_url(self.url.rstrip("/") + shape.path), nearby=self.nearby)
            answer = exchange(self._question(shape, url, instructions, data), self._limits(url))
        except SourceError as error:
            raise NotAnswered(f"The language model gave no answer: {error}") from None
        _refuse_status(answer, url.host)
        return shape.read(_json_of(answer.body))

    def _question(self, shape: _Shape, url: Url, instructions: str, data: str) -> Question:
        body = json.dumps(shape.body(self.name, instructions, data)).encode("ascii")
        headers = {
            "User-Agent": DEFAULT_POLICY.user_agent, "Accept": "application/json", "Content-Type": "application/json",
            **(shape.headers(self.key) if self.key else {}), **shape.always,
        }  # fmt: skip
        return Question(url, headers, "POST", body)

    def _limits(self, url: Url) -> Limits:
        ports = frozenset({url.port})  # the owner of this site named it, nobody else can
        return Limits(MOST_BYTES, self.seconds, ports=ports, loopback=self.nearby and _is_loopback(url))


def _is_loopback(url: Url) -> bool:
    address = literal_address(url.host)
    return address is not None and address.is_loopback


def _loopback_named(url: Url, *, nearby: bool) -> Url:
    """The guard asks no local name; the one that everybody writes is put as its address."""
    if nearby and url.host == "localhost":
        return Url(url.scheme, "127.0.0.1", url.port, url.target)
    return url


def _refuse_status(answer: Answer, host: str) -> None:
    """Raises: NotAnswered for anything but 200. Nothing that the server says is shown but its code."""
    status = answer.status
    if status == 200:
        return
    if status == 429:
        wait = retry_after_s(answer.header("Retry-After"), utc_now())
        when = f"in {wait:.0f} seconds" if wait else "in a few minutes"
        raise NotAnswered(f"{host} was asked too often, or what is paid for is used up. Try again {when}.")
    if status in (401, 403):
        raise NotAnswered(f"{host} does not take the key. Whoever set this site up can give it another one.")
    if status in (404, 405):
        raise NotAnswered(f"{host} knows no such model or address. Whoever set this site up can look at the settings.")
    if status >= 500:
        raise NotAnswered(f"{host} has a fault of its own ({status}). Try again later.")
    if 300 <= status < 400:
        raise NotAnswered(f"{host} leads elsewhere ({status}). That was not followed, since the key would go along.")
    raise NotAnswered(f"{host} did not take the question ({status}).")


def _json_of(body: bytes) -> Any:
    """Raises: NotAnswered."""
    try:
        return json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise NotAnswered("The answer of the language model could not be read: it is no JSON.") from None


# --- the two shapes -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Shape:
    path: str
    headers: Callable[[str], Mapping[str, str]]
    body: Callable[[str, str, str], Mapping[str, Any]]
    read: Callable[[Any], str]
    always: Mapping[str, str] = field(default_factory=dict)


def _openai_body(name: str, instructions: str, data: str) -> Mapping[str, Any]:
    """What all servers of this shape take: the names of further options differ between them."""
    said = [{"role": "system", "content": instructions}, {"role": "user", "content": data}]
    return {"model": name, "messages": said}


def _anthropic_body(name: str, instructions: str, data: str) -> Mapping[str, Any]:
    said = [{"role": "user", "content": data}]
    return {"model": name, "max_tokens": MOST_TOKENS, "system": instructions, "messages": said}


def _openai_words(answer: Any) -> str:
    """Raises: NotAnswered for an answer that was cut off, is empty, or has another shape."""
    choice = _first(_of(answer, "choices"))
    return _whole(_of(_of(choice, "message"), "content"), is_cut_off=_of(choice, "finish_reason") == "length")


def _anthropic_words(answer: Any) -> str:
    """Raises: NotAnswered for an answer that was cut off, is empty, or has another shape."""
    blocks = _of(answer, "content")
    texts = [_of(one, "text") for one in blocks if _of(one, "type") == "text"] if isinstance(blocks, list) else []
    said = "".join(text for text in texts if isinstance(text, str))
    return _whole(said, is_cut_off=_of(answer, "stop_reason") == "max_tokens")


def _whole(said: Any, *, is_cut_off: bool) -> str:
    if is_cut_off:
        raise NotAnswered("The language model broke off in the middle of its answer. Nothing of it was used.")
    if not isinstance(said, str) or not said.strip():
        raise NotAnswered("The language model answered nothing.")
    return said


def _of(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else None


_SHAPES = {
    "openai": _Shape(
        "/chat/completions", lambda key: {"Authorization": f"Bearer {key}"}, _openai_body, _openai_words
    ),
    "anthropic": _Shape(
        "/messages", lambda key: {"x-api-key": key}, _anthropic_body, _anthropic_words,
        {"anthropic-version": ANTHROPIC_VERSION},
    ),
}  # fmt: skip
"""Shape -> how it asks and answers. OpenAI: POST /chat/completions; Anthropic: POST /messages."""
