"""Logs: one line per event, key=value, with the request's or job's id; no names, no addresses, no texts.

What a line may hold is for its writer to choose: ids, counts, kinds of errors, paths without what stands for a token in
them. `KeyValues` only lays lines out, and keeps line breaks out of them, so that nobody can forge one.
"""

from __future__ import annotations

import logging
import re
import secrets
import sys
import time

from flask import Flask, Response, g, has_request_context, request

from outreach.security import loggable_path

log = logging.getLogger(__name__)

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


class KeyValues(logging.Formatter):
    """`time=... level=... request=... event=...`; a traceback follows on lines of its own."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's own name)
        """The line without traceback."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        parts = [f"time={moment}.{int(record.msecs):03d}Z", f"level={record.levelname.lower()}"]
        if has_request_context() and "request_id" in g:
            parts.append(f"request={g.request_id}")
        message = _CONTROL.sub(" ", record.message)
        parts.append(message if message.startswith("event=") else f"event=other from={record.name} text={message!r}")
        return " ".join(parts)


class StandardError(logging.Handler):
    """Writes to what is the standard error stream at that moment; a stream that was replaced may be closed."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one line."""
        try:
            sys.stderr.write(self.format(record) + "\n")
        except Exception:  # noqa: BLE001 (as the standard library's handlers: a log must not stop the work)
            self.handleError(record)


def set_up(level: str) -> None:
    """Sends our log to the standard error stream in this layout; foreign libraries' from WARNING on only."""
    handler = StandardError()
    handler.setFormatter(KeyValues())
    ours = logging.getLogger("outreach")
    for old in [one for one in ours.handlers if isinstance(one, StandardError)]:
        ours.removeHandler(old)
    ours.addHandler(handler)
    ours.setLevel(level)
    ours.propagate = False


def init_app(app: Flask) -> None:
    """Gives each request an id, and logs each answer with its time."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.request_id = secrets.token_hex(8)
    g.began = time.perf_counter()


def _end(response: Response) -> Response:
    if "request_id" not in g:
        return response
    response.headers["X-Request-Id"] = g.request_id
    is_static = request.endpoint is not None and request.endpoint.endswith("static")
    log.log(
        logging.DEBUG if is_static else logging.INFO,
        "event=request method=%s path=%s status=%d ms=%.1f",
        request.method, loggable_path(), response.status_code, (time.perf_counter() - g.began) * 1000,
    )  # fmt: skip
    return response
