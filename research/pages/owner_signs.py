"""What the frame of a page and its fixed phrases call its owner: parts of the title, headings, copyright, "At Oak, we".

Candidates as written; `page_owner` decides whether they can be an organization and what each weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from research.pages.lexicon import DEPARTMENTS, GRAMMAR, NOT_IN_NAMES, ORGANIZATION_NOUNS, SENIORITY

_PEOPLE = (
    r"(?:(?:executive|senior|our|management|medical|clinical|administrative|corporate)\s){0,2}(?:leadership(?:\steam)?"
    r"|leaders|team(?:\smembers)?|staff(?:\smembers)?|management(?:\steam)?|administration|executives|officers"
    r"|(?:governing\s)?board(?:\sof\s(?:directors|trustees|governors|managers))?(?:\smembers)?)"
)
_TITLE_PARTS = re.compile(
    r"[-–—]\s{1,3}|\s{1,3}[|–—·»:-]+\s{1,3}|\s{0,3}[|»·]\s{0,3}|\s{1,3}::\s{1,3}"
    rf"|:\s{{1,3}}(?=(?:(?:meet|our|the)\s){{0,2}}(?:{_PEOPLE}|about(?:\sus)?)\s?\Z)",
    re.IGNORECASE,
)
"""Where a title is parted; a colon parts it before words for the page alone: "Oak Health: Our Team"."""
_LEAD_IN = re.compile(
    rf"\A(?:welcome\sto|home\sof|(?:meet\s)?(?:the\s|our\s)?{_PEOPLE}\s(?:of|at|for|from)|about)\s(?:the\s)?(?=[A-Z0-9])",
    re.IGNORECASE,
)
_MEET = re.compile(r"\Ameet\s(?:the\s)?(?=[A-Z0-9])", re.IGNORECASE)
_TRAIL = re.compile(
    rf"(?:[’']s?)?\s(?:{_PEOPLE}|home\s?page|official\s(?:web)?site|website|home)"
    r"(?:\s\d{4}(?:\s?[-–]\s?\d{2,4})?)?\Z",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright(?:\s{1,3}of)?)[\s,]{0,4}(?:(?:©|\(c\)|copyright(?:\s{1,3}of)?)[\s,]{0,4})?(?:\d{4}(?:\s{0,3}[-–]\s{0,3}(?:\d{2,4}|present))?)?[\s,.]*"
    r"(?:by\s{1,3})?([A-Z].{2,80})",
    re.IGNORECASE,
)
_COPYRIGHT_END = re.compile(
    r"\s{0,3}+(?:[|•·®]|(?:\s|(?<=\s))[-–—]\s|\ball\srights\b|\bdesigned\b|\bpowered\b|\d{4}"
    r"|\b(?:privacy|terms|cookies?|sitemap|site\smap|accessibility|disclaimer|legal\snotice|contact\sus|web\sdesign)\b)",
    re.IGNORECASE,
)
_AT_WE = re.compile(
    r"(?:^|[.!?]\s)(?:Here\s)?[Aa]t\s(?:the\s)?([A-Z][\w’'&+-]{1,30}(?:\s(?:[A-Z][\w’'&+-]{0,30}|of|the|and|for|&)){0,6}),?\s"
    r"(?:we|our|you)\b"
)
_PROVIDES = re.compile(
    r"(?:^|[.!?]\s)([A-Z][\w’'&+-]{1,30}(?:\s(?:[A-Z][\w’'&+-]{0,30}|of|and|for|&)){0,6})(?:\s\([A-Z]{2,8}\))?,?\s"
    r"(?:is\s(?:an?|the|one\sof)\s([^.;]{4,140})|(?:provides|offers|operates|delivers|cares\sfor|serves)\s([^.;]{4,140}))"
)
_TELLING = re.compile(r"\s(?:is\s(?:an?|the|one\sof)|provides|offers|operates|delivers|cares\sfor|serves)\s")
"""Stands in whatever _PROVIDES holds, and is found in a tenth of the time."""
_HOST = re.compile(r"https?://([a-z0-9.-]{3,200})(?=[/:?#]|$)")
_NEVER = (
    NOT_IN_NAMES
    | GRAMMAR
    | DEPARTMENTS
    | ORGANIZATION_NOUNS
    | SENIORITY
    | frozenset(
        """untitled document index template theme demo bootstrap wordpress html php website portal welcome who people
        default test sample example main meet faces mission approach difference story company landing official
        administrators specialists experts advisory scientific domiciliary reablement respite""".split()
    )
)
_CARE_LABELS = (
    "nursing", "nursinghome", "rehab", "hospital", "hospitals", "clinic", "hospice", "carehome", "assistedliving",
    "medicalcenter", "surgerycenter",
)  # fmt: skip
_HEALTH_LABELS = ("health", "healthcare", "healthcenter", "healthcentre", "healthsystem", "healthservices", "medical")
_ADDRESSED = re.compile(r"\A([A-Z][^,|•·:;\d]{3,80}?)\s{0,2}[,|•·–-]?\s(?:P\.?\s?O\.? Box )?\d{1,5}\s[A-Z0-9]")
"""How a line begins that gives a house's address: "Elm Health Center, 12 Main St"."""
OWN_LETTERS = 3
"""Letters of an address before the word of care that make it somebody's own."""
MAX_HEADING = 100


def title_parts(title: str) -> list[str]:
    """The parts of `<title>`, stripped of what they say of the page: "Leadership | Oak Health" gives both."""
    return [part.strip() for part in _TITLE_PARTS.split(title) if part.strip()]


def bare(text: str) -> str:
    """The name within a title's part or a heading: "Welcome to Oak", "Oak Leadership Team", "Leadership of Oak"."""
    text = text.strip(" :|-–—")
    lead = _LEAD_IN.match(text)
    if lead:
        return text[lead.end() :].strip()
    trail = _TRAIL.search(text)
    if trail is None:
        return text
    meet = _MEET.match(text)
    return text[meet.end() if meet else 0 : trail.start()].strip()


def is_own_word(word: str) -> bool:
    """Whether a word is no ordinary one of pages, departments or organizations: it can be somebody's own name."""
    return word[:1].isupper() and word.strip(".,’'").lower() not in _NEVER


def has_own_word(name: str) -> bool:
    """Whether one word of a name is its own."""
    return any(is_own_word(word) for word in name.split())


def copyright_holder(text: str) -> str:
    """Who is named behind the copyright mark, "" where nobody is."""
    if "©" not in text and "opyright" not in text and "(c)" not in text and "COPYRIGHT" not in text:
        return ""
    found = _COPYRIGHT.search(text[:300])
    if not found:
        return ""
    end = _COPYRIGHT_END.search(found.group(1))
    return (found.group(1)[: end.start()] if end else found.group(1)).strip(" ,.")


def site_label(url: str) -> str:
    """The own word of an address: "oakhealth" of "https://www.oakhealth.org/team"; "" where there is none."""
    found = _HOST.match(url.lower())
    labels = found.group(1).split(".") if found else []
    return labels[-2] if len(labels) > 1 else ""


def is_care_address(url: str) -> bool:
    """Whether a site's address ends as the name of a house of care does: "oakvalenursing.com"; papers are about all."""
    return _ends_as(site_label(url), _CARE_LABELS)


def is_health_address(url: str) -> bool:
    """Whether an address ends in a word of health at all: of a team's page that is its house, "elmvalehealth.org"."""
    return _ends_as(site_label(url), _HEALTH_LABELS)


def _ends_as(label: str, endings: tuple[str, ...]) -> bool:
    ending = next((ending for ending in endings if label.endswith(ending)), "")
    return bool(ending) and len(label) >= len(ending) + OWN_LETTERS


def addressed(text: str) -> str:
    """Whose address a line of the page's frame gives; "" where it gives none."""
    found = _ADDRESSED.match(text)
    return found.group(1).strip() if found else ""


def speakers_for(text: str) -> Iterator[str]:
    """Who speaks in the first person: "At Oak, we believe in care"."""
    if "t " in text and (" we" in text or " our" in text or " you" in text):
        for match in _AT_WE.finditer(text[:2000]):
            yield match.group(1)


def described(text: str) -> Iterator[tuple[str, str]]:
    """Who is told what it is or offers, with the words that tell it: "Oak provides hospice care"."""
    if _TELLING.search(text[:2000]):
        for match in _PROVIDES.finditer(text[:2000]):
            yield match.group(1), match.group(2) or match.group(3)
