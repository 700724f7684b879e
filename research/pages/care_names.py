"""Whether an organization's name says that it is one of health care, or of another field."""

from __future__ import annotations

import re
from functools import lru_cache

from research.pages.lexicon import (
    HEALTH_WORDS,
    OTHER_FIELD_WORDS,
    STRONG_HEALTH_WORDS,
)

_RESIDENCES = re.compile(
    r"\b(?:senior|assisted) living\b|\b(?:home|memory|personal|in-home) care\b|\bnursing home\b|\bvisiting nurses?\b"
    r"|\bfamily (?:practice|physicians|doctors)\b|\b(?:birth|birthing) (?:center|centre)\b"
    r"|\bblood (?:banks?|centers?|services?)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\b(?:IPA|ACO)\Z|\A[A-Z][\w.’'-]{2,20}(?: [A-Z][\w.’'-]{2,20}){0,2} VA(?: [A-Z]\w+){0,4}\Z")
"""Letters that end the name of a house of physicians, and those of the veterans' houses behind a place's name."""
_CONDITIONS = re.compile(
    r"\b(?:(?:brain|spinal cord) injur(?:y|ies)|alzheimer[’']?s?|parkinson[’']?s?|epilepsy|dementia|autism|diabetes"
    r"|hemophilia|haemophilia|leuk(?:a)?emia|lymphoma|arthritis|multiple sclerosis|cystic fibrosis|muscular dystrophy"
    r"|sickle cell|birth defects|heart disease|lung|liver|blindness)\s(?:[A-Z&]\w{0,14}\s){0,3}"
    r"(?:alliance|association|society|foundation|network|coalition|council|center|centre|trust|services|institute)\b",
    re.IGNORECASE,
)
"""The body that people with a condition are cared for by: "Elm Brain Injury Alliance"."""
_CALLINGS = re.compile(
    r"\b(?:college|academy|association|society|federation|royal college|alliance|board) of (?:[A-Z&][\w-]{0,20}\s){0,5}"
    r"(?:surgeons|physicians|nurses|midwives|pharmacists|dentists|psychiatrists|therapists|hospitals"
    r"|an[ae]{1,2}sthetists|[a-z]{3,16}(?:ologists|iatricians|iatrists))\b",
    re.IGNORECASE,
)
"""The body of those who care: "Elm College of Surgeons", which no school is."""
_DOCTORS = re.compile(r"\b(?:[Oo]ffices?|[Pp]ractice|[Cc]linic) of Drs?\.?\s[A-Z]")
_OTHER_TRADES = frozenset(
    """software business technologies technology tech pharmaceuticals pharmaceutical pharma therapeutics biotech
    biosciences devices solutions consulting consultants law recruiting search ai capital ventures magazine
    journal media news press
    marketing staffing investments""".split()
)
_CARE_OF_UNIVERSITIES = frozenset("hospital hospitals clinic health healthcare center".split())
_CARE_GIVERS = frozenset("hospital hospitals clinic clinics hospice nhs physicians".split())
_ANIMALS = frozenset("animal animals veterinary pet pets equine".split())
"""Whom a hospital treats that is none of health care here: "Elm Animal Hospital"."""
_OTHER_HEADS = frozenset(
    """union bank radio television magazine newspaper bakery brewery cafe restaurant club store stores shop shops foods
    realty hotel theater""".split()
)
"""Last words that make another trade of any name: "Elm Health Credit Union", "Elm Health Radio"."""


@lru_cache(maxsize=2048)
def is_health(name: str) -> bool:
    """Whether an organization's name says that it is one of health care."""
    words = _words(name)
    if not _ANIMALS.isdisjoint(words):
        return False
    if any(told.search(name) for told in (_RESIDENCES, _CONDITIONS, _CALLINGS, _DOCTORS, _LETTERS)):
        return True
    if any(_joined_health(word) for word in re.findall(r"[A-Za-z]+", name)):
        return True
    if words[-1:] == ["university"] and not _CARE_OF_UNIVERSITIES & set(words):
        return False
    if words[-1:] and words[-1] in _OTHER_HEADS:
        return False
    if "school" in words or "college" in words:
        return bool({"hospital", "hospitals", "clinic", "healthcare", "nhs"} & set(words)) or (
            "college" in words and "executives" in words
        )
    strong = {w for w in words if w in STRONG_HEALTH_WORDS}
    other = {w for w in words if w in OTHER_FIELD_WORDS}
    if strong:
        return not other & _OTHER_TRADES or bool(strong & _CARE_GIVERS)
    return any(w in HEALTH_WORDS for w in words) and not other


def is_other_field(name: str) -> bool:
    """Whether the name says that it is of another field."""
    return not is_health(name) and any(word in OTHER_FIELD_WORDS or word in _ANIMALS for word in _words(name))


def _words(name: str) -> list[str]:
    return re.sub(r"[^a-zí' ]", " ", name.lower().replace("’", "'")).split()


def _joined_health(word: str) -> bool:
    """One word made of two: "UCHealth", "BayCare", "athenahealth"."""
    lower = word.lower()
    if len(word) > 6 and (
        lower.endswith(("health", "healthcare")) or (lower.startswith("health") and word[6:7].isupper())
    ):
        return True
    if "Care" not in word and "Med" not in word and "Clinic" not in word:
        return False
    return bool(re.search(r"[a-zA-Z](?:Care|Med|Clinic)(?![a-z])", word)) or bool(
        re.fullmatch(r"(?:Care|Med)[A-Z][a-z]+", word)
    )
