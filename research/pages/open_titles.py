"""Titles on lines of their own that no head noun tells: "Nominated Individual", "In charge of Theaters", "HOD Surgery".

Regulators and hospitals outside the United States name those who answer for a house or a part of it so.
"""

from __future__ import annotations

import re

from research.pages.title_words import PostSpan

_ANSWERS = re.compile(
    r"(?:(?:registered|deputy|interim|acting)\s)?(?:nominated|responsible|accountable)\s(?:individual|person|officer)\b",
    re.IGNORECASE,
)
"""Whom a regulator holds answerable for a home or clinic."""
_IN_CHARGE = re.compile(
    r"\A(?:[A-Z][\w&/-]{1,20}+\s){0,3}(?:(?:officer|nurse|sister|matron|doctor|physician|unit|ward)[\s-])?"
    r"in-?\s?charge\b",
    re.IGNORECASE,
)
_HEAD_OF_DEPARTMENT = re.compile(r"(?:(?:[A-Z][a-z]{2,15}\s){1,3}(?:&|and)\s)?(?:HOD|HoD|H\.O\.D\.?)(?=$|[\s,&-])")
_LEADS_PROVIDERS = re.compile(
    r"(?:System |Regional )?Lead (?:APPs?|PA(?:-C)?|NP|CRNA|CNM|Advanced Practice (?:Provider|Clinician|Nurse)"
    r"|Nurse Practitioner|Physician (?:Assistant|Associate)|Nurse Anesthetist|Midwife)(?=$|[\s,–-])"
)
"""Who leads the advanced practice providers of a group."""
_HOLDERS = ("individual", "person", "officer")
MAX_WORDS = 10
MAX_LETTERS = 90


def open_title(text: str) -> PostSpan | None:
    """The post of a line that is such a title and nothing else, as printed; None for any other line."""
    if len(text) > MAX_LETTERS or not text[:1].isupper() or len(text.split()) > MAX_WORDS or text.endswith("."):
        return None
    low = text.lower()
    if "lead " in low and _LEADS_PROVIDERS.match(text):
        return PostSpan(text, "", "manager", "lead")
    if "charge" not in low and "hod" not in low and "h.o.d" not in low and not any(word in low for word in _HOLDERS):
        return None
    if _ANSWERS.match(text):
        return PostSpan(text, "", "manager", "individual")
    if _IN_CHARGE.match(text):
        return PostSpan(text, "", "manager", "in-charge")
    if _HEAD_OF_DEPARTMENT.match(text):
        return PostSpan(text, "", "manager", "head")
    return None
