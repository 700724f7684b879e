"""The process that reads one PDF, as what starts it sees it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from research.pages import pdf_process
from tests.research.pages.test_pdf_text import pdf_of

LIMITS = {"pages": 200, "characters": 1_000_000, "of_a_page": 100_000, "memory": 1_000_000_000, "seconds": 20}


def told(body, **limits):
    """What the process writes."""
    numbers = map(str, {**LIMITS, **limits}.values())
    done = subprocess.run(
        [sys.executable, "-P", str(Path(pdf_process.__file__)), *numbers], input=body, capture_output=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_page_is_a_line():
    assert [page.strip() for page in told(pdf_of("Ana Larkin", "Second page"))] == ["Ana Larkin", "Second page"]


@pytest.mark.parametrize(
    ("limits", "lengths"), [({"pages": 1}, [10]), ({"characters": 5}, [10]), ({"of_a_page": 3}, [3, 3])]
)
def test_the_limits_hold(limits, lengths):
    assert [len(page) for page in told(pdf_of("Ana Larkin", "Second"), **limits)] == lengths


def test_what_cannot_be_opened_is_told():
    assert told(b"%PDF-1.4 and nothing else") == [{"fault": "unreadable"}]
