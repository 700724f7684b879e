"""Trouble at an organization, as news tells it: layoffs, a closing, bankruptcy, a breach, a strike, an investigation.

General patterns of English headlines. Quiet when unsure: what speaks against it (averted, ended, denied, of another
house) makes it unsure, and so does a sentence that does not name the organization. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.folding import fold
from outreach.signals.wording import sentences_of

TROUBLES = {
    "layoffs": ("layoffs", "tells of layoffs"),
    "closing": ("a closing", "tells of a closing"),
    "bankruptcy": ("a bankruptcy", "tells of a bankruptcy"),
    "breach": ("a breach of its systems", "tells of a breach of its systems"),
    "strike": ("a strike", "tells of a strike"),
    "investigation": ("an investigation", "tells of an investigation"),
}
"""What it is -> its words, and the verb of a sentence about the news that tells it."""

PAUSE_REASON = {
    "layoffs": "layoffs",
    "closing": "layoffs",
    "bankruptcy": "layoffs",
    "breach": "crisis",
    "strike": "crisis",
    "investigation": "crisis",
}
"""What it is -> the reason of a pause (`relationships.models.PAUSE_REASONS`)."""

_POSTS = (
    r"(?:jobs?|positions?|employees|workers|staff)"
    r"(?! (?:turnover|overtime|burnout|injur\w{1,4}|workload|vacanc\w{1,3}|shortages?|stress|time|hours|errors)\b)\b"
)
_UNITS = (
    r"(?:hospitals?|clinics?|units?|wards?|centers?|campus(?:es)?|departments?|services?|pharmacy|beds|doors|"
    r"er|maternity|obstetrics?|facility|facilities|practices?)"
)
_GAP = r"(?:[\w,'’-]{1,20} ){0,5}"

_PATTERNS = {
    "layoffs": (
        r"\blay[- ]?offs?\b|\blaid off\b|\blay(?:s|ing)? off\b|\bjob cuts?\b|\bstaff(?:ing)? cuts?\b|"
        r"\bfurlough\w{0,5}\b|\breductions? in force\b|\bworkforce reductions?\b|"
        rf"\b(?:cut(?:s|ting)?|eliminat(?:e|es|ed|ing)|shed(?:s|ding)?) {_GAP}{_POSTS}"
    ),
    "closing": (
        rf"\b(?:will|to|plans? to|may|must) (?:close|shut(?: down)?|shutter) {_GAP}{_UNITS}\b|"
        rf"\b(?:closes|closing|shuts(?: down)?|shutting(?: down)?|shutters|shuttering) {_GAP}{_UNITS}\b|"
        rf"\bclosure of {_GAP}{_UNITS}\b|"
        rf"\b{_UNITS} (?:will|is|are|to) (?:be )?(?:close|closed|closing|shut(?: down)?)\b|"
        r"\bends? (?:inpatient|maternity|emergency|obstetric) (?:care|services?)\b"
    ),
    "bankruptcy": r"\bbankruptcy\b|\bchapter 11\b|\breceivership\b|\binsolven(?:t|cy)\b",
    "breach": (
        r"\bdata breach\b|\bransomware\b|\bcyber[- ]?attack\w{0,3}\b|\bcyber ?security incident\b|"
        r"\bbreach of patient\b|\bhackers?\b|\bhacked\b"
    ),
    "strike": (
        r"\bon strike\b|\bstrike (?:notice|vote|begins|looms|set|planned|continues)\b|"
        r"\b(?:nurses|workers|residents|physicians|staff|employees|union)(?: \w{1,15}){0,2} (?:strike|walk out)\b|"
        r"\bwalk[- ]?out\b|\bauthoriz(?:e|es|ed) (?:a )?strike\b|\blockout\b"
    ),
    "investigation": (
        r"\bunder investigation\b|\bis investigat(?:ed|ing)\b|\binvestigation into\b|\bsubpoena\w{0,2}\b|"
        r"\bindict(?:ed|ment|s)\b|\bfraud (?:probe|charges|case|settlement)\b|\bprobe (?:into|of)\b|"
        r"\bfalse claims act\b"
    ),
}
_COMPILED = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _PATTERNS.items()}

_AGAINST = re.compile(
    r"\b(?:avert\w{0,3}|avoid\w{0,3}|without|no|not|never|den(?:y|ies|ied)|revers\w{0,3}|rescind\w{0,3}|cancel\w{0,4}|"
    r"call(?:s|ed)? off|settl\w{1,4}|clear(?:s|ed)|dismiss\w{0,3}|prevent\w{0,4}|stud(?:y|ies)|therap\w{1,4}|"
    r"drill|exercise|lessons?|years? ago|anniversary|emerg\w{1,4} from|exit(?:s|ed)?|re-?open\w{0,3}|"
    r"hir(?:e|es|ed|ing)|welcom\w{1,3}|recruit\w{0,3}|deal|agreement|balance|lightning|gaps?|loop|"
    r"road|street|lane|bridge|ramp|lobby|parking|entrance|temporar\w{1,4}|holiday|weekend|storm|"
    r"(?:strike|walk-?out|lockout) (?:is )?(?:over|ends|ended)|ends? (?:a |the )?(?:\w{1,15} ){0,2}strike)\b",
    re.IGNORECASE,
)
"""Words beside which nothing is sure: the trouble is over, averted, denied, long ago, or what somebody studies."""

_COMMON = frozenset(
    "a an and at for hospital hospitals health healthcare care medical center system systems clinic clinics of "
    "regional community memorial general the university county saint st children group network foundation inc".split()
)
"""Words that half of all hospitals have in their names: they name none."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is told. `is_sure`: of this very organization, and nothing beside it speaks against it."""

    kind: str
    is_sure: bool


def trouble_in(texts: tuple[str, ...], organization: str) -> Trouble | None:
    """What trouble the words of a piece of news tell, the surest first; None for none.

    texts: its headline, its passage. organization: the name by which it is kept.
    """
    found = [one for text in texts for sentence in sentences_of(text) for one in _in_sentence(sentence, organization)]
    return min(found, key=lambda one: not one.is_sure, default=None)


def _in_sentence(sentence: str, organization: str) -> list[Trouble]:
    kinds = [kind for kind, pattern in _COMPILED.items() if pattern.search(sentence)]
    if not kinds:
        return []
    is_sure = names(sentence, organization) and _AGAINST.search(sentence) is None
    return [Trouble(kind, is_sure) for kind in kinds]


def names(sentence: str, organization: str) -> bool:
    """Whether a sentence names the organization: all words of its name that are its own; its whole name without any."""
    said = f" {fold(sentence)} "
    own = [word for word in fold(organization).split() if word not in _COMMON]
    if own:
        return all(f" {word} " in said for word in own)
    return bool(fold(organization)) and f" {fold(organization)} " in said
