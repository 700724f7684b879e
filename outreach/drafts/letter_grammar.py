"""Grammar of letters: clean words, lists, possessives, "a" and "an", organizations and programs with "the". Pure.

>>> possessive("Ellis"), listed(["A", "B", "C"]), with_the("University of Vale")
('Ellis’s', 'A, B and C', 'the University of Vale')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from outreach.drafts.fact_marks import without_marks

_LONGEST_VALUE = 2_000
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_BRACES = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{%|%\}")
_BEFORE_SIGN = re.compile(r"[ \u00a0]{1,2}(?=[,;:.?!](?:\s|$))")


# --- words ------------------------------------------------------------------------------------------------------------


def clean(value: object) -> str:
    """A value's words on one line: no marks of facts, no braces of a letter file, no invisible signs, single blanks."""
    text = _INVISIBLE.sub(" ", str(value)[:_LONGEST_VALUE])
    text = without_marks(_BRACES.sub(" ", text))
    return _BEFORE_SIGN.sub("", " ".join(text.split()))


def sentence(words: str) -> str:
    """The words as a sentence: a capital in front, one sign at the end. "" stays "".

    A first word that its owner writes small ("eICU", "hfm.org") keeps its letters.
    """
    words = words.strip().rstrip(",;: ")
    if not words:
        return ""
    first = words.split()[0]
    if first.rstrip(",.").islower() and first[0].isalpha():
        words = words[0].upper() + words[1:]
    return words if _is_closed(words) else words + "."


def _is_closed(words: str) -> bool:
    return bool(re.search(r"[.!?…][”’\")\]]{0,3}(?:\[\d{1,3}\])?$", words))


def clause(words: str) -> str:
    """The words as part of a sentence: no sign at the end, a small first letter where the word is an ordinary one."""
    words = words.strip()
    while words[-1:] in (".", ",", ";", ":", " ") and not words.endswith(
        ("Inc.", "Jr.", "Sr.", "U.S.", "a.m.", "p.m.")
    ):
        words = words[:-1]
    first, _, rest = words.partition(" ")
    bare = re.sub(r"['’]s$|,$", "", first.lower())
    # "Patient Experience Journal" is a name, "Patient falls fell" is none.
    is_word = bare in _DETERMINERS or (bare in _SMALL_IN_A_SENTENCE and not rest[:1].isupper())
    return words[:1].lower() + words[1:] if is_word else words


_ENDS_WITH_POINT = ("Inc.", "Jr.", "Sr.", "U.S.", "a.m.", "p.m.", "Co.", "St.")

_DETERMINERS = frozenset("a an the our your my his her its their this that these those".split())

_SMALL_IN_A_SENTENCE = frozenset(
    """
    no one two three four five six seven eight nine ten
    all most more fewer less about over under nearly almost on in at by with within after before since during from
    average median prior boarding readmissions admissions discharges falls infections deaths mortality complaints
    waits
    wait waiting turnover vacancies vacancy retention patients patient nurses nurse staff people visits calls alarms
    overnight noise length time times rates rate costs cost savings transfers transfer satisfaction scores score
    reduced lowered cut raised increased improved led opened started created founded built launched began helped
    doubled tripled halved decreased grew fell rose dropped saved shortened ended moved brought made set trained hired
    chaired directed designed developed oversaw guided introduced wrote co-led coached convened asked used added kept
    """.split()
)
"""Words that a recorded sentence may begin with and that are no names: they lose their capital inside a sentence."""


def listed(items: Sequence[str], joint: str = "and") -> str:
    """ "A", "A and B", "A, B and C"; semicolons where an item has a comma of its own."""
    kept = [item for item in items if item]
    if len(kept) < 2:
        return "".join(kept)
    comma = "; " if len(kept) > 2 and any("," in item for item in kept) else ", "
    return f"{comma.join(kept[:-1])} {joint} {kept[-1]}"


def possessive(name: str) -> str:
    """Whose: "Ellis's", "Oyelaran's"; of a plural in -s, such as "Services", an apostrophe alone."""
    if re.search(r"(?:Services|Clinics|Hospitals|Communications|Sisters|Associates|States|Affairs)$", name):
        return f"{name}’"
    return f"{name}’s"


_AN_LETTERS = frozenset("AEFHILMNORSX")
_A_DESPITE_VOWEL = re.compile(r"(?:uni(?!n|m)|use|usual|util|euro|one\b|once|ubiq|u[bknrst][aeiou]r?\b)", re.IGNORECASE)
_AN_DESPITE_CONSONANT = re.compile(r"(?:hour|honor|honest|heir|8|11(?!\d)|18(?!\d))", re.IGNORECASE)


def a(words: str) -> str:
    """The words with "a" or "an", by how they sound: "an MHA", "a university", "an hour"."""
    words = words.strip()
    if not words:
        return ""
    first = words.split()[0]
    letters = re.sub(r"[^A-Za-z]", "", first)
    if len(letters) > 1 and letters.isupper():
        return f"{'an' if letters[0] in _AN_LETTERS else 'a'} {words}"
    if _AN_DESPITE_CONSONANT.match(first):
        return f"an {words}"
    vowel = first[:1].lower() in "aeiouáéíóúàèìòùäëïöü" and not _A_DESPITE_VOWEL.match(first)
    return f"{'an' if vowel else 'a'} {words}"


def counted(number: int, one: str, many: str = "") -> str:
    """ "one question", "five questions", "20 minutes": words below ten."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    shown = words[number] if 0 <= number < len(words) else f"{number:,}"
    return f"{shown} {one if number == 1 else many or one + 's'}"


# --- names of houses and programs -------------------------------------------------------------------------------------

_DETERMINED = re.compile(r"^(?:the|an?|our|my|your|his|her|its|their|this|these)\s|^\S{1,60}[’']s?\s", re.IGNORECASE)
_THE_BEFORE = re.compile(
    r"^(?:(?:universit(?:y|ies)|college|school|department|office|agency|institutes?|cent(?:er|re)s?|association|society"
    r"|academy|board|commission|council|bureau|ministry|journal|division|state|sisters|national|u\.s\.|american) "
    r"(?:of|for|on)\b|(?:national|american|u\.s\.) .{0,80}(?:association|society|academy|college|institutes?|council)\b"
    r"|.{0,80}\b(?:journal|board) of\b|(?:\S{1,30} ){1,2}department of\b|department\b|veterans health administration)",
    re.IGNORECASE,
)
_THE_AT_END = re.compile(
    r"\b(?:association|alliance|foundation|department|agency|authority|board|commission|council|society|bureau"
    r"|administration|coalition|collaborative|consortium|committee|trust|partnership|federation|cooperative|shelf|bank"
    r"|fund|club|chamber|forum|museum|library|league)$",
    re.IGNORECASE,
)
_PROGRAM_NOUN = re.compile(
    r"\b(?:unit|units|program|programs|center|clinic|initiative|project|team|council|network|institute|campaign|line"
    r"|committee|collaborative|academy|fellowship|residency|pathway|model|service|office|desk|hotline|registry|bundle"
    r"|protocol|plan|partnership|system|lab|laboratory|tower|wing|huddle|huddles|forum|fund|tool|dashboard|academy"
    r"|rounds|strategy|course|curriculum|board|department|school|hub|teams)$",
    re.IGNORECASE,
)


def with_the(name: str) -> str:
    """An organization's name inside a sentence: "the University of Vale", "Fairhaven Health", "the Mill Clinic"."""
    name = name.strip()
    if name[:4].lower() == "the ":
        return "the " + name[4:]
    if _DETERMINED.match(name):
        return name
    return f"the {name}" if _THE_BEFORE.match(name) or _THE_AT_END.search(name) else name


def program_name(name: str) -> str:
    """A program's name inside a sentence: "the Short-Stay Unit", "Quiet Hours"; "your new clinic" for "its ..."."""
    name = name.strip(" .,;:")
    if re.match(r"(?:its|their|his|her|our)\s", name, re.IGNORECASE):
        return "your " + name.split(maxsplit=1)[1]
    if name[:4].lower() == "the ":
        return "the " + name[4:]
    if name[:4].lower() == "our " or name[:2].lower() == "a ":
        return clause(name)
    is_thing = _PROGRAM_NOUN.search(name) and " of " not in name
    is_deed = name[:1].islower() and " of " in name
    if _DETERMINED.match(name) or not (is_thing or is_deed):
        return name
    return f"the {name}"
