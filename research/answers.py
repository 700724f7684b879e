"""What an answer means: a redirect, a refusal, or a document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from research.address import Url, join_url
from research.asking import Asking
from research.errors import RateLimited, Refused, Unavailable
from research.pacing import retry_after_s
from research.types import Document
from research.wire import Answer, Question

REDIRECTS = frozenset({301, 302, 303, 307, 308})

SAID_LIMIT = 200
"""Characters of a refusal's own words that are passed on."""


def too_many_redirects(host: str) -> Refused:
    """What to raise when redirects do not end."""
    return Refused(f"{host} sends in circles.", fault="redirect-loop")


def redirected(question: Question, answer: Answer, secret_headers: frozenset[str], seen: set[Url]) -> Question:
    """The question after a redirect. Keys stay with the host they were meant for. Raises: SourceError."""
    location = answer.header("Location")
    if not location:
        raise Unavailable(f"{question.url.host} sends elsewhere without saying where.", fault="bad-http")
    url = join_url(question.url, location)
    headers = dict(question.headers)
    if url.origin != question.url.origin:
        headers = {name: value for name, value in headers.items() if name not in secret_headers}
    if answer.status in (307, 308) or question.method == "GET":
        if url in seen:
            raise too_many_redirects(url.host)
        return replace(question, url=url, headers=headers)
    headers.pop("Content-Type", None)
    return Question(url, headers)


def refuse_bad_status(answer: Answer, host: str, now: datetime) -> None:
    """Raises: SourceError unless the status is a 2xx with the whole body."""
    status = answer.status
    if 200 <= status < 300 and status != 206:
        return
    said = _said(answer)
    if status == 429:
        after = retry_after_s(answer.header("Retry-After"), now)
        wait = "" if after is None else f" for {after:.0f} s"
        raise RateLimited(f"{host} asks us to wait{wait}{said}.", retry_after_s=after)
    if status in (404, 410):
        raise Refused(f"{host} has nothing at this address ({status}){said}.", fault="not-found")
    if 400 <= status < 500:
        raise Refused(f"{host} refuses this question ({status}){said}.")
    if 500 <= status < 600:
        raise Unavailable(f"{host} failed ({status}){said}.", fault="server-error")
    raise Unavailable(f"{host} answered with the unexpected status {status}.", fault="bad-http")


def _said(answer: Answer) -> str:
    """The words of a refusal, when it is plain text or data; a web page says nothing quotable."""
    if "html" in answer.header("Content-Type").lower():
        return ""
    text = answer.body[:4_000].decode("utf-8", "replace")
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f": {words[:SAID_LIMIT].rstrip('. ')}" if words and not words.startswith("<") else ""


def conditions(kept: Document) -> dict[str, str]:
    """The headers that ask "has it changed?"."""
    pairs = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified}
    return {name: value for name, value in pairs.items() if value}


def document_of(asking: Asking, url: Url, answer: Answer, now: datetime) -> Document:
    """The answer as a document, with its hash, and without secrets in its address."""
    media_type, _, parameters = answer.header("Content-Type").partition(";")
    return Document(
        source=asking.source.key,
        request=asking.request,
        url=asking.shown(url),
        status=answer.status,
        media_type=media_type.strip().lower()[:100],
        charset=_charset(parameters),
        retrieved_at=now,
        body=answer.body,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        etag=_plain_header(answer.header("ETag")),
        last_modified=_plain_header(answer.header("Last-Modified")),
    )


def _plain_header(value: str) -> str:
    """A value that can be sent back as it came, or ""."""
    return value if len(value) <= 200 and value.isascii() and value.isprintable() else ""


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";")[:10]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            value = value.strip().strip("\"'").lower()
            return value if len(value) <= 40 and value.isascii() and value.isprintable() else ""
    return ""
