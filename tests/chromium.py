"""A real browser, what it looks at on this machine, and the first thing that one does in it."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from werkzeug.serving import make_server

from tests import needs
from tests.browser import EMAIL, NAME, PASSWORD

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def open_browser() -> Iterator[Any]:
    """Chromium, driven by Playwright; where one of them is missing the test ends as `tests/needs.py` says."""
    if CHROMIUM is None or importlib.util.find_spec("playwright") is None:
        needs.is_missing("browser", "Playwright or Chromium is not on this machine")
    with importlib.import_module("playwright.sync_api").sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--disable-gpu"])
        yield opened
        opened.close()


@contextmanager
def served(app: Flask, host: str) -> Iterator[str]:
    """The address of an application that is served on a free port for as long as the block lasts."""
    server = make_server(host, 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://{host}:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


def sign_up(page: Any, address: str) -> None:
    """Makes the first account of an application, as its first page asks for it."""
    page.goto(address)
    page.wait_for_url("**/sign-up*")
    page.fill("#name", NAME)
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.click("main form button")
    page.wait_for_selector("nav a[href='/people']")
