"""Times of the day as programs write them: "9:00-9:45", "8:15 AM", "12 noon to 1 p.m. ET", "14.30", "0930-1015"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

DAY = 24 * 60
"""Minutes of a day."""
LONGEST = 400
"""Characters of a line that are read for times; what stands behind is a description."""

_ZONES = {
    "America/New_York": "et est edt eastern",
    "America/Chicago": "ct cst cdt central",
    "America/Denver": "mt mst mdt mountain",
    "America/Los_Angeles": "pt pst pdt pacific",
    "America/Anchorage": "akt akst akdt alaska",
    "Pacific/Honolulu": "hst hawaii",
    "Europe/London": "bst",
    "Europe/Paris": "cet cest",
    "UTC": "utc gmt",
}
ZONE_WORDS = {word: zone for zone, words in _ZONES.items() for word in words.split()}
"""How programs shorten a zone -> its name in the database of zones. "EST" in July is what people write for Eastern."""

_HALF = r"[aApP]\.?\s?[mM](?:\b|(?=[A-Z][a-z]))\.?|[ap](?=[\s\-–—]|$)|[nN]oon\b|[mM]idnight\b"
_ONE = (
    rf"(?:(?P<h{{0}}>\d{{{{1,2}}}})(?:(?P<sep{{0}}>[:.h])(?P<m{{0}}>\d\d))?(?::\d\d)?(?!\d)\s{{{{0,2}}}}(?P<half{{0}}>{_HALF})?"
    r"|(?P<word{0}>[nN]oon|NOON|[mM]idnight|MIDNIGHT)\b)"
)
_TO = r"\s{0,3}(?:[-–—‑−‒~]{1,3}|\bto\b|\bTO\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bbis\b)\s{0,3}"
_ZONE = (
    r"(?:\s{0,2}[\(\[]?(?P<zone>[ECMP][SD]?T|AK[SD]?T|HST|UTC|GMT|BST|CES?T"
    r"|(?:Eastern|Central|Mountain|Pacific|Alaska|Hawaii)(?=\s(?:Standard\s|Daylight\s)?Time|[\)\],;|]|$))"
    r"(?![A-Za-z])(?:\s(?:Standard\s|Daylight\s)?[Tt]ime)?[\)\]]?)?"
)
_BEFORE = r"(?<![\d:.,$#/€£])(?<!\d[-–])(?<![A-Za-z])"
_RANGE = re.compile(_BEFORE + _ONE.format(1) + _ZONE.replace("?P<zone>", "?:") + _TO + _ONE.format(2) + _ZONE)
_SINGLE = re.compile(_BEFORE + _ONE.format(1) + _ZONE)
_MILITARY = re.compile(
    r"(?<![\d:.,$#/-])(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)(?:\s{0,2}(?:hrs?|h))?"
    r"\s{0,2}(?:[-–—‑−]|to)\s{0,2}(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)(?:\s{0,2}(?:hrs?|h|hours))?(?![\d-])"
)
_HAS_TIME = re.compile(
    r"\d[:.h]\d\d|\d\s?[aApP]\.?\s?[mM]|\d{4}\s{0,2}[-–]|[nN]oon|[mM]idnight|NOON|\d\s?[-–]\s?\d|\d\s?[ap]\b"
)
_UNIT = re.compile(
    r"\s{0,2}(?:%|percent|million|billion|years?|[Hh]ours?\s(?:of|CE)|CEUs?|credits?|minutes?|[Mm]in\b|x\b)"
)


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """A time or a span of time at characters `start` to before `end` of a text.

    starts, ends: minutes since midnight; half_known: whether morning and afternoon are told apart by what is written.
    """

    start: int
    end: int
    starts: int
    ends: int | None = None
    zone: str = ""
    half_known: bool = True


def find_times(text: str) -> list[ClockSpan]:
    """All times of a text in order, within its first LONGEST characters; a span ("9:00-9:45") is one."""
    return list(_times(text[:LONGEST]))


@lru_cache(maxsize=2048)
def _times(text: str) -> tuple[ClockSpan, ...]:
    """Kept, since the sessions of a program share their times."""
    if not _HAS_TIME.search(text):
        return ()
    found: list[ClockSpan] = []
    at = 0
    while at < len(text) and len(found) < 40:
        span = _next(text, at)
        if span is None:
            break
        found.append(span)
        at = span.end
    return tuple(found)


def find_time(text: str) -> ClockSpan | None:
    """The first time within the first LONGEST characters of a text."""
    text = text[:LONGEST]
    return _next(text, 0) if _HAS_TIME.search(text) else None


def read_minute(text: str) -> int | None:
    """Minutes since midnight of a cell that is one time and nothing else ("9:00", "0930", "8 AM"); None for another."""
    words = text.strip()[:40]
    if re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", words):
        return int(words[:2]) * 60 + int(words[2:])
    span = find_time(words)
    return span.starts if span is not None and span.start == 0 and span.ends is None else None


def _next(text: str, at: int) -> ClockSpan | None:
    found = [span for span in (_first_range(text, at), _first_military(text, at)) if span is not None]
    single = _first_single(text, at)
    best = min(found, key=lambda span: span.start, default=None)
    if best is None or (single is not None and single.start < best.start):
        return single
    return best


def _first_range(text: str, at: int) -> ClockSpan | None:
    for match in _RANGE.finditer(text, at):
        span = _range(match)
        if span is not None and not _UNIT.match(text, match.end()):
            return span
    return None


def _first_military(text: str, at: int) -> ClockSpan | None:
    for match in _MILITARY.finditer(text, at):
        first, second = match["h1"] + match["m1"], match["h2"] + match["m2"]
        if "1900" <= first <= "2100" and "1900" <= second <= "2100":
            continue  # two years
        starts, ends = (int(match[f"h{n}"]) * 60 + int(match[f"m{n}"]) for n in (1, 2))
        return ClockSpan(match.start(), match.end(), starts, ends)
    return None


def _first_single(text: str, at: int) -> ClockSpan | None:
    for match in _SINGLE.finditer(text, at):
        plain = match["sep1"] == ":" or match["half1"] or match["word1"]
        leads = match["sep1"] in (".", "h") and match.start() == 0 and len(match["h1"]) == 2
        if not (plain or leads) or _UNIT.match(text, match.end()):
            continue
        if match["half1"] in ("a", "p") and match["sep1"] != ":":
            continue
        minute = _minute(match, 1, match["half1"] or "")
        if minute is not None:
            return ClockSpan(match.start(), match.end(), minute, None, _zone(match), _is_known(match, 1))
    return None


def _range(match: re.Match[str]) -> ClockSpan | None:
    halves = [match["half1"] or "", match["half2"] or ""]
    words = match["word1"] or match["word2"]
    if not (any(halves) or words or (match["sep1"] and match["sep2"])):
        return None  # "9-10" may be anything
    if (
        not any(halves)
        and not words
        and (match["sep1"] == "." or match["sep2"] == ".")
        and match["sep1"] != match["sep2"]
    ):
        return None
    if bool(halves[0]) != bool(halves[1]) and not words:
        return _with_one_half(match, halves)
    starts, ends = _minute(match, 1, halves[0]), _minute(match, 2, halves[1])
    if starts is None or ends is None:
        return None
    if words and not all(halves):
        starts, ends = _beside_noon(match, starts, ends, halves)
    known = _is_known(match, 1) or _is_known(match, 2)
    return ClockSpan(match.start(), match.end(), starts, ends, _zone(match), known)


def _beside_noon(match: re.Match[str], starts: int, ends: int, halves: list[str]) -> tuple[int, int]:
    """ "Noon - 1:30" ends in the afternoon."""
    if match["word1"] and not match["word2"] and not halves[1] and ends < starts:
        ends += DAY // 2 if ends < DAY // 2 else 0
    return starts, ends


def _with_one_half(match: re.Match[str], halves: list[str]) -> ClockSpan | None:
    """ "11:30 - 12:30 pm": the half of the day that is named counts for both where that is in order."""
    named = halves[0] or halves[1]
    starts, ends = _minute(match, 1, named), _minute(match, 2, named)
    if starts is None or ends is None:
        return None
    if starts > ends and int(match["h1"]) <= 12 and int(match["h2"]) <= 12:
        if halves[1]:
            starts = (starts + DAY // 2) % DAY
        else:
            ends = (ends + DAY // 2) % DAY
    return ClockSpan(match.start(), match.end(), starts, ends, _zone(match))


def _minute(match: re.Match[str], number: int, half: str) -> int | None:
    word = match[f"word{number}"]
    if word:
        return 12 * 60 if word.lower() == "noon" else 0
    hour, minute = int(match[f"h{number}"]), int(match[f"m{number}"] or 0)
    half = half.lower().replace(".", "").replace(" ", "")
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    if half == "noon":
        return 12 * 60 if hour == 12 else None
    if half == "midnight":
        return 0
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return (hour * 60 + minute) % DAY


def _is_known(match: re.Match[str], number: int) -> bool:
    if match[f"word{number}"] or match[f"half{number}"]:
        return True
    digits = match[f"h{number}"]
    return int(digits) > 12 or digits.startswith("0")


def _zone(match: re.Match[str]) -> str:
    return ZONE_WORDS.get((match["zone"] or "").lower(), "")
