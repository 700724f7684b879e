"""What is amiss and stops no start: each room says it of its own, `flask check` lists it, and the log has it.

start_remarks.add(app, lambda: venue_files.shipped()[1])
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from flask import Flask

log = logging.getLogger(__name__)

Remarks = Callable[[], Sequence[str]]


def add(app: Flask, remarks: Remarks) -> None:
    """Has a room's remarks listed, and logs those that there are now."""
    app.extensions.setdefault("start_remarks", []).append(remarks)
    for remark in remarks():
        log.warning("event=start_remark words=%r", remark)


def remarks(app: Flask) -> tuple[str, ...]:
    """What the rooms have to remark, each in a sentence."""
    asked: Sequence[Remarks] = app.extensions.get("start_remarks", ())
    return tuple(remark for ask in asked for remark in ask())
