"""What tests need from outside the repository. Where it is not there they skip, unless the run must not do without it.

GROUNDWORK_REQUIRE names what must be there, with commas: `GROUNDWORK_REQUIRE=shared python3 start.py test`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def is_missing(what: str, reason: str) -> NoReturn:
    """Ends the test: a failure when `what` is in GROUNDWORK_REQUIRE, else a skip."""
    if what in os.environ.get("GROUNDWORK_REQUIRE", "").replace(" ", "").split(","):
        pytest.fail(f"{what} must be here in this run (GROUNDWORK_REQUIRE): {reason}", pytrace=False)
    pytest.skip(reason)


def shared_folder() -> Path:
    """The folder of recorded answers and labelled texts: GROUNDWORK_SHARED, or `shared` beside the repository."""
    folder = Path(os.environ.get("GROUNDWORK_SHARED") or BESIDE)
    if not folder.is_dir():
        is_missing("shared", "the folder of recordings is not here (set GROUNDWORK_SHARED to where it is)")
    return folder
