"""The web server of one's own machine: waitress and the worker in one process, on 127.0.0.1, until it is stopped."""

from __future__ import annotations

import gc
import signal
import threading
import types

import waitress

from outreach.app import Application, UnsafeStart, make_ready

HOST = "127.0.0.1"

THREADS = 8
"""Requests answered at once; with the worker's threads it stays below the database's connections (`db.POOL_SIZE`)."""

WARM_AFTER_S = 3
"""When the check of letters is made ready: the first page has been answered by then, and is not slowed by it."""

LARGEST_BODY = 1_000_000_000
"""Bytes that are taken in before the application refuses them on a page of its own, by its setting. What is larger the
server cuts off, which a browser shows as a broken connection: without words, and without what was typed."""


def serve(app: Application, port: int) -> None:
    """Brings the tables up to date, then answers browsers of this machine and does background work until stopped.

    Returns after SIGINT or SIGTERM, when what it was at is done or has waited long enough.
    Raises: UnsafeStart when the port cannot be had or the database is not of this release.
    """
    make_ready(app)
    try:
        server = waitress.create_server(
            app, host=HOST, port=port, threads=THREADS, ident=None,
            clear_untrusted_proxy_headers=not app.extensions["settings"].proxies,
            max_request_body_size=LARGEST_BODY,
        )  # fmt: skip
    except OSError as error:
        raise UnsafeStart(f"Port {port} of this machine cannot be had: {error.strerror}.") from error
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    worker = app.extensions["worker"]
    warming = threading.Timer(WARM_AFTER_S, _prepare_check)
    warming.daemon = True
    try:
        if app.extensions["settings"].jobs == "embedded":
            worker.start()
        warming.start()
        server.run()
    finally:
        warming.cancel()
        server.close()
        worker.stop()
        app.extensions["database"].close()


def _prepare_check() -> None:
    """Makes the check of letters ready, so that the first page of an editor need not wait for it.

    What is loaded by then stays until the end: it is taken out of the search for garbage, which else stops all
    requests for a sixth of a second every now and then.
    """
    from outreach.asklint import run  # loaded here: it takes as long as the whole start

    run.prepare()
    gc.collect()
    gc.freeze()


def _stop(_number: int, _frame: types.FrameType | None) -> None:
    """Ends the server's loop, once: a second signal must not interrupt the end."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit(0)
