"""US places: the states, the District of Columbia and the inhabited territories, by name and by two letters.

Source of the letters: USPS Publication 28, Appendix B.
"""

from __future__ import annotations

import re
from typing import Final

from research.types import Place

STATES: Final = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "PR": "Puerto Rico", "GU": "Guam", "VI": "U.S. Virgin Islands", "AS": "American Samoa",
    "MP": "Northern Mariana Islands",
}  # fmt: skip
"""Names by their two letters."""

REGIONS: Final = frozenset(name.casefold() for name in STATES.values()) | {
    "alberta", "british columbia", "manitoba", "new brunswick", "newfoundland and labrador", "nova scotia", "ontario",
    "quebec", "saskatchewan", "prince edward island", "yukon", "nunavut", "northwest territories", "new south wales",
    "queensland", "south australia", "tasmania", "victoria", "western australia", "northern territory", "england",
    "scotland", "wales", "northern ireland", "ireland", "united kingdom", "uk", "canada", "australia", "new zealand",
    "united states", "us", "usa", "u.s.", "india", "kenya", "nigeria", "ghana", "uganda", "south africa", "pakistan",
    "bangladesh", "germany", "france", "europe", "africa", "asia", "north america", "latin america",
}  # fmt: skip
"""States, provinces and countries, lower case: a region by itself is no organization."""

_OTHER_NAMES = {
    "virgin islands": "VI", "us virgin islands": "VI", "washington dc": "DC", "washington d c": "DC", "d c": "DC",
    "commonwealth of puerto rico": "PR", "washington state": "WA", "new york state": "NY",
}  # fmt: skip

# Older short forms that newspapers still set after a town ("Tampa, Fla."); those that are words (Ill., Wash., Mass.)
# count only with the dot.
_ABBREVIATIONS = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE", "fla": "FL",
    "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "kans": "KS", "ky": "KY", "la": "LA", "mass": "MA", "md": "MD",
    "mich": "MI", "minn": "MN", "miss": "MS", "mo": "MO", "mont": "MT", "neb": "NE", "nebr": "NE", "nev": "NV",
    "n.h": "NH", "n.j": "NJ", "n.m": "NM", "n.y": "NY", "n.c": "NC", "n.d": "ND", "okla": "OK", "ore": "OR",
    "pa": "PA", "penn": "PA", "r.i": "RI", "s.c": "SC", "s.d": "SD", "tenn": "TN", "tex": "TX", "vt": "VT",
    "va": "VA", "wash": "WA", "w.va": "WV", "wis": "WI", "wisc": "WI", "wyo": "WY", "d.c": "DC", "p.r": "PR",
}  # fmt: skip

_BY_NAME = {name.casefold().replace(".", ""): letters for letters, name in STATES.items()} | _OTHER_NAMES

# The longest names first, so that "West Virginia" is not read as Virginia, nor "Arkansas" as Kansas (word bounds).
_NAME_IN_TEXT = re.compile(
    r"\b(" + "|".join(re.escape(name) for name in sorted(_BY_NAME, key=len, reverse=True)) + r")\b"
)
# Two letters count only where a place is written: behind a capitalized word and a comma, or before a ZIP code.
_LETTERS_IN_TEXT = re.compile(r"\b[A-Z][\w.'’-]{0,30},\s{0,3}([A-Z]{2})\b(?![.'’&]\w)|\b([A-Z]{2})\s{1,3}\d{5}\b")
_ABBREVIATION_IN_TEXT = re.compile(
    r",\s{0,3}+(?=[a-z])(" + "|".join(re.escape(a) for a in sorted(_ABBREVIATIONS, key=len, reverse=True)) + r")\.",
    re.IGNORECASE,
)

_LONGEST_TEXT = 2_000


def state_code(text: str) -> str:
    """The two letters of a field that holds a state and nothing else ("OH", "Ohio", "Fla."); "" when it is none."""
    plain = " ".join(text.replace(",", " ").split())
    if plain.upper() in STATES:
        return plain.upper()
    folded = plain.casefold()
    return _BY_NAME.get(folded.replace(".", ""), "") or _ABBREVIATIONS.get(folded.rstrip("."), "")


def state_name(letters: str) -> str:
    """The state's name; the letters themselves when they are no state's."""
    return STATES.get(letters.upper(), letters)


def state_of(text: str) -> str:
    """The two letters of the state that a text names, as "Tampa, FL 33606" or "of Tampa, Florida" do.

    "" when it names none, or several different ones: a guess would be worse. Only the first 2,000 characters count.
    """
    text = text[:_LONGEST_TEXT]
    whole = state_code(text)
    if whole:
        return whole
    found = {letters for pair in _LETTERS_IN_TEXT.findall(text) for letters in pair if letters in STATES}
    found |= {_ABBREVIATIONS[short.casefold()] for short in _ABBREVIATION_IN_TEXT.findall(text)}
    if not found:
        found = {_BY_NAME[name] for name in _NAME_IN_TEXT.findall(text.casefold())}
    return found.pop() if len(found) == 1 else ""


def place_text(place: Place) -> str:
    """ "Winchester, TN"; the half that is known when the other is not."""
    return ", ".join(part for part in (place.city, place.state) if part)
