"""Addresses of static files that change with their content, so that a browser may keep them for as long as it likes.

<link rel="stylesheet" href="{{ static_file('site.css') }}">      /static/site.css?v=3f2a9c01d4e5
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response, request

DIGITS = 12
"""Hexadecimal digits of the SHA-256 that stand in an address: 48 bits, to tell the versions of one file apart."""

A_YEAR_S = 31_536_000


def init_app(app: Flask) -> None:
    """Gives templates `static_file`, and answers say how long a file may be kept."""
    folder = Path(str(app.static_folder))

    @cache
    def file_of(name: str) -> Path:
        return folder / name

    def static_file(name: str) -> str:
        # Not `url_for`: each page names ten of these, and their addresses differ in nothing but the name.
        return f"{app.static_url_path}/{quote(name)}?v={version_of(file_of(name))}"

    app.jinja_env.globals["static_file"] = static_file
    app.after_request(_say_how_long)


def version_of(file: Path) -> str:
    """Tells this content of the file from any other. Raises: OSError when there is no such file."""
    status = file.stat()
    return _hash_of(file, status.st_mtime_ns, status.st_size)


@cache
def _hash_of(file: Path, _mtime_ns: int, _size: int) -> str:
    """Read once per content: the time and the size are the key under which it is remembered."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:DIGITS]


def _say_how_long(response: Response) -> Response:
    """For ever under an address with a version; else a browser asks each time whether it is still the same."""
    if request.endpoint == "static" and response.status_code in (200, 304):
        lasting = f"public, max-age={A_YEAR_S}, immutable"
        response.headers["Cache-Control"] = lasting if request.args.get("v") else "no-cache"
    return response
