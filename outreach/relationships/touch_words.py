"""What happened, in words: one line for a list, how long ago, dots beside a count. Pure; takes rows or tuples alike."""

from __future__ import annotations

from datetime import date
from typing import Any

from outreach.relationships.models import ANSWERS, ASK_KINDS, GIVE_KINDS, TOUCH_KINDS
from outreach.words import BELOW_TEN, counted, day, number

LINE_MAX = 120
"""Characters of what happened that stand for it in a list."""

MOST_DOTS = 5
"""Dots that are drawn: beyond that nobody counts them, and the words say it."""

LAST_WORDS = {
    "wrote": "you wrote",
    "met": "you met or spoke",
    "gave": "you gave",
    "asked": "you asked",
    "thanked": "you thanked",
    "answered": "they answered",
    "received": "they gave",
    "they_asked": "they asked",
    "they_wrote": "they wrote",
}
"""A kind -> how it goes on in a sentence."""


def short(text: str, most: int = LINE_MAX) -> str:
    """A text as one line, cut at a word.

    >>> short("  A  talk of an hour", 10)
    'A talk of …'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most + 1].rpartition(" ")[0]
    return f"{head or line[:most]} …"


def kind_of(touch: Any) -> str:
    """What kind it is: "Gave"."""
    return TOUCH_KINDS[touch.kind]


def headline(touch: Any) -> str:
    """One line: "An interview: 20 minutes on the short-stay unit"."""
    what = short(touch.what)
    if touch.source == "letter" and what:
        return f"Sent “{what}”"
    said = {
        "gave": GIVE_KINDS.get(touch.give_kind, ""),
        "asked": ASK_KINDS.get(touch.ask_kind, ""),
        "answered": ANSWERS.get(touch.answer, ""),
    }.get(touch.kind, "")
    if said and what:
        return f"{said}: {what}"
    return said or what or TOUCH_KINDS[touch.kind]


def since(then: date, today: date) -> str:
    """How long ago: "today", "9 days", "5 weeks", "6 months", "2 years".

    >>> since(date(2026, 5, 11), date(2026, 11, 20))
    '6 months'
    """
    days = (today - then).days
    if days <= 0:
        return "today"
    if days < 28:
        return counted(days, "day", "days")
    if days < 60:
        return counted(days // 7, "week", "weeks")
    if days < 700:
        return counted(round(days / 30.44), "month", "months")
    return counted(round(days / 365.25), "year", "years")


def times(count: int) -> str:
    """How often: "never", "once", "twice", "three times", "14 times"."""
    known = {0: "never", 1: "once", 2: "twice"}
    if count in known:
        return known[count]
    return f"{BELOW_TEN[count] if count < len(BELOW_TEN) else number(count)} times"


def gave_and_asked(gave: int, asked: int) -> str:
    """ "gave three times and asked once", "gave nothing and asked once".

    >>> gave_and_asked(2, 0)
    'gave twice and asked for nothing'
    """
    given = f"gave {times(gave)}" if gave else "gave nothing"
    return f"{given} and {asked_times(asked)}"


def asked_times(count: int) -> str:
    """ "asked once", "asked for nothing"."""
    return f"asked {times(count)}" if count else "asked for nothing"


def dots(done: int, open_: int = 0) -> str:
    """Filled ones for what is done, hollow ones for what is open; at most five, the open ones always shown."""
    hollow = min(open_, MOST_DOTS)
    return "●" * min(done, MOST_DOTS - hollow) + "○" * hollow


def on(then: date, today: date) -> str:
    """A day with how long ago it was: "Mon, May 11, 6 months ago"; "Fri, Nov 20, today"."""
    ago = since(then, today)
    return f"{day(then, today)}, {ago}" if ago == "today" else f"{day(then, today)}, {ago} ago"
