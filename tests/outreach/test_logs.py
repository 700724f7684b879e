"""A line is a line, whatever is written into it."""

from __future__ import annotations

import logging

import pytest

from outreach.logs import KeyValues


def line(message: str, *arguments: object) -> str:
    record = logging.LogRecord("outreach.tests", logging.INFO, __file__, 1, message, arguments, None)
    return KeyValues().format(record)


def test_a_line_says_time_and_level_and_what_happened():
    told = line("event=job_started job=%d", 7)
    assert told.startswith("time=20")
    assert told.endswith("Z level=info event=job_started job=7")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\x00", "\u2028", "\x1b[31m"])
def test_nobody_can_forge_a_line(ending):
    told = line("event=x path=%s", f"/a{ending}time=2026 event=forged")
    assert told.isprintable()


def test_what_is_no_event_is_marked_as_such():
    assert "event=other from=outreach.tests text='something else'" in line("something else")
