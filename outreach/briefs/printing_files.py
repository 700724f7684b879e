"""Printed files as answers: a download under a plain name, a page as a picture. No browser keeps anything of them."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from flask import Response

from outreach.briefs.models import Printing

POLICY = "default-src 'none'; sandbox"
"""Whatever a browser makes of the file, nothing in it runs."""

_LONGEST_NAME = 80


def as_download(row: Printing, body: bytes) -> Response:
    """The file of a printing, to be saved or printed."""
    name = file_name(row)
    said = f"attachment; filename=\"{_plain(name)}\"; filename*=UTF-8''{quote(name, safe='')}"
    return _private(body, "application/pdf", {"Content-Disposition": said})


def as_picture(body: bytes) -> Response:
    """A page as a picture."""
    return _private(body, "image/png", {"Content-Disposition": "inline"})


def _private(body: bytes, media_type: str, headers: dict[str, str]) -> Response:
    safe = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    return Response(body, mimetype=media_type, headers={**safe, **headers})


def file_name(row: Printing) -> str:
    """ "Prairie Lakes Forum, pack, 2026-11-06.pdf"."""
    kept = "".join(one if one.isalnum() or one in "-_.,’'" else " " for one in row.title)
    stem = " ".join(kept.split())[:_LONGEST_NAME].strip(" .,") or "Briefs"
    what = {"pack": "pack", "brief": "brief", "difference": "changes"}[row.kind]
    return f"{stem}, {what}, {row.made_at.date().isoformat()}.pdf"


def _plain(name: str) -> str:
    """The name in letters that every system takes."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return "".join(one if one.isalnum() or one in "-_., " else "" for one in flat).strip() or "briefs.pdf"
