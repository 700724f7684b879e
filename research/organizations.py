"""Reading names of organizations: comparing them, and writing ALL-CAPS register names as people write them.

Names are a poor key between sources: of the hospitals in both the CMS list and the Community Benefit Insight list,
45 % have the same letters and digits in both. So `same_name` is strict, and `name_likeness` only proposes a candidate.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from research.names import fold_letters

LEGAL_FORMS = frozenset(
    """
    inc incorporated llc llp lllp lp ltd limited corp corporation co company pc pllc pa plc nfp npc pbc
    """.split()
)
"""Legal forms that do not count when two names are compared."""

_SPELLED_OUT = {
    "st": "saint", "sts": "saint", "saints": "saint", "ste": "sainte", "mt": "mount", "ft": "fort",
    "ctr": "center", "cntr": "center", "cntr.": "center", "centre": "center", "hosp": "hospital",
    "hsp": "hospital", "hospitals": "hospital", "med": "medical", "univ": "university", "regl": "regional",
    "rgnl": "regional", "reg": "regional", "mem": "memorial", "meml": "memorial", "gen": "general",
    "hlth": "health", "healthcare": "health care", "hlthcare": "health care", "svc": "service", "svcs": "services",
    "comm": "community", "cmty": "community", "dist": "district", "cnty": "county", "natl": "national",
    "assn": "association", "assoc": "association", "fdn": "foundation", "inst": "institute", "dept": "department",
    "sys": "system", "systems": "system", "childrens": "children", "womens": "women", "bros": "brothers",
}  # fmt: skip

_GENERIC = frozenset(
    """
    hospital medical center health care clinic system regional memorial general community university of and the at for
    in saint services service county district national foundation association institute network group partners
    children women surgical rehabilitation psychiatric behavioral heart cancer main campus north south east west
    """.split()
)
"""Words that hundreds of health organizations share: alike in these only, two names are not alike."""

_OTHER_NAME = re.compile(
    r"\s{0,3}(?:\bd[/.]?\s?b[/.]?\s?a\b[/.]?|\bdoing business as\b|\balso known as\b|\ba[/.]k[/.]a\b[/.]?"
    r"|\bf[/.]k[/.]a\b[/.]?)\s{0,3}",
    re.IGNORECASE,
)
_ARTICLE_BEHIND = re.compile(r",\s{0,3}the\s{0,3}$", re.IGNORECASE)
_APOSTROPHES = "'’`´"
_WORDS = re.compile(r"\w+")
_LONGEST_NAME = 300
_LONGEST_TITLE = 2_000
"""Longer is no name: it is left as it stands."""


@lru_cache(maxsize=20_000)
def comparable(name: str) -> str:
    """The name reduced to what counts when names are compared: lower case, spelled out, no article or legal form.

    "ST. MARY'S HOSP & MED CTR, INC., THE" -> "saint marys hospital and medical center".
    """
    text = name[:_LONGEST_NAME].strip()
    text = text.casefold() if text.isascii() else fold_letters(text)
    if "," in text:
        text = _ARTICLE_BEHIND.sub("", text)
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "")
    text = text.replace("&", " and ").replace("+", " and ")
    words = [_SPELLED_OUT.get(word, word) for word in _WORDS.findall(text)]
    if len(words) > 1 and words[0] == "the":
        words.pop(0)
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def names_in(text: str) -> tuple[str, ...]:
    """The names that one field holds: "ACME LLC DBA Larkspur Clinic" holds two."""
    parts = [part.strip(" ,;()") for part in _OTHER_NAME.split(text[:_LONGEST_NAME])]
    return tuple(dict.fromkeys(part for part in parts if part))


def same_name(a: str, b: str) -> bool:
    """Whether two texts are the same name but for case, punctuation, article, abbreviations and legal form.

    A text with a trade name ("… DBA …") is the same as either of its names. Nothing is said about the organization:
    twelve hospitals may have one name.
    """
    theirs = {comparable(name) for name in names_in(b)} - {""}
    return any(comparable(name) in theirs for name in names_in(a))


_SHARED_BY_MANY = _GENERIC | frozenset(
    """
    mercy baptist methodist presbyterian lutheran adventist episcopal catholic christian jewish trinity providence
    sacred heart good samaritan shepherd holy cross family spirit name our lady grace sisters charity bon secours
    saint sainte mary marys john johns joseph josephs luke lukes francis vincent vincents anthony anthonys james thomas
    elizabeth elizabeths anne annes ann agnes catherine catherines michael michaels peter peters paul pauls rose clare
    bernard margaret margarets rita joachim andrew stephen mark marks matthew martin rose alphonsus peter claire
    mount union unity hope faith life care first united american america states veterans affairs administration army
    navy air force federal public state college school government department foundation
    central southern northern eastern western midwest valley river lake city town area
    """.split()
)
"""Words that many houses without ties to one another bear: saints, denominations, virtues, regions, the state."""


def is_telling(name: str) -> bool:
    """Whether a name by itself points at few houses: it has a word that is not one of those that many bear.

    "Larkspur Health" is telling; "Memorial Hospital", "St. Mary Medical Center" and "Baptist Health" are not.
    """
    return any(word not in _SHARED_BY_MANY for word in comparable(name).split())


def distinctive(name: str) -> frozenset[str]:
    """The words of a name that hundreds of other health organizations do not share; may be empty."""
    return frozenset(word for word in comparable(name).split() if word not in _GENERIC)


@lru_cache(maxsize=20_000)
def _likeness(a: str, b: str) -> float:
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    whole = fuzz.token_sort_ratio(a, b) / 100
    # One name inside the other ("Larkspur Health" in "Larkspur Health Medical Center") is a good sign, not a proof.
    within = 0.9 * fuzz.token_set_ratio(a, b) / 100
    score = min(0.97, max(whole, within))
    mine, theirs = ({w for w in name.split() if w not in _GENERIC} for name in (a, b))
    if not mine or not theirs:
        return score if set(a.split()) == set(b.split()) else min(score, 0.5)
    if max(fuzz.ratio(x, y) for x in mine for y in theirs) < 85:
        return min(score, 0.4)
    shared = fuzz.token_set_ratio(" ".join(sorted(mine)), " ".join(sorted(theirs))) / 100
    return score * (0.6 + 0.4 * shared)


def name_likeness(a: str, b: str) -> float:
    """How alike two names are, 0 to 1 (1 = the same but for spelling): a proposal, not a decision.

    Names that share nothing but words like "memorial" or "hospital" stay at or below 0.5.
    """
    return max((_likeness(comparable(x), comparable(y)) for x in names_in(a) for y in names_in(b)), default=0.0)


# --- writing register names -----------------------------------------------------------------------------------------

_SMALL_WORDS = frozenset("an and at by for in of on or the to with".split())
_ROMAN = frozenset("II III IV VI VII VIII IX XI XII".split())
# Written in capitals though they could be read as words; names without a vowel need no entry.
_ACRONYMS = frozenset(
    """
    AFB AHC AHS AMC ARH BSA CAH CHI CHOC CHOP COPA DBA ECU EMS ENT FHN HCA HMO HSA ICU IHC IHS IU JFK LSU LLC
    MCA MHA MUSC MVA NEA NIH NYU OHSU OSF OSU PIH PPO SIU SUNY TCU UAB UAMS UC UCI UCLA UCSD UCSF UF UH UHS UI UK UMC
    UNC UNM UPMC UR US USA USC UT UTMB UVA UVM UW VA VCU WVU
    """.split()
)
# Without a vowel and yet words cut short, written with a small second letter.
_SHORT_WORDS = frozenset(
    "BLVD BRDG CNTR CTR DR FT HLTH HSP HWY JR LTD MRS MR MS MT PKWY RGNL SR SQ ST STS SVC SVCS CNTY DPT".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_O_OR_D = re.compile(r"^([OD])['’]([^\W\d_]{3,})$")
_MC = re.compile(r"^MC([A-Z]{3,})$")


def _is_shouted(text: str) -> bool:
    return any(c.isalpha() for c in text) and text == text.upper()


def _word_case(word: str, *, first: bool, keep: frozenset[str]) -> str:
    if word in _ROMAN or word in keep or word in _ACRONYMS:
        return word
    if word.casefold() in _SMALL_WORDS:
        return word.capitalize() if first else word.lower()
    if word in _SHORT_WORDS:
        return word.capitalize()
    if 2 <= len(word) <= 5 and word.isalpha() and not set(word) & set("AEIOUYÀÁÂÄÅÆÈÉÊËÌÍÎÏÒÓÔÖØÙÚÛÜ"):
        return word
    if any(c.isdigit() for c in word):
        return word.lower() if word[:1].isdigit() else word
    if match := _O_OR_D.match(word):
        return f"{match.group(1)}'{match.group(2).capitalize()}"
    if match := _MC.match(word):
        return f"Mc{match.group(1).capitalize()}"
    return word.capitalize()


def title_case(text: str, keep: frozenset[str] = frozenset()) -> str:
    """A text in capitals as a person would set it: "ST. MARY'S OF O'FALLON II" -> "St. Mary's of O'Fallon II".

    A text with a small letter in it is left as it is. `keep` are words that stay in capitals besides the usual ones
    (VA, HCA, UPMC, Roman numbers, words without a vowel).
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST_TITLE or not _is_shouted(text):
        return text
    position = 0

    def cased(match: re.Match[str]) -> str:
        nonlocal position
        position += 1
        before = text[match.start() - 1] if match.start() else ""
        return _word_case(match.group(), first=position == 1 or before in '(/"', keep=keep)

    return _WORD.sub(cased, text)


def readable_name(name: str) -> str:
    """An organization's name for reading: case mended when it is all capitals, the article in front.

    "LARKSPUR HOSPITAL, THE" -> "The Larkspur Hospital".
    """
    name = " ".join(name.split())
    behind = _ARTICLE_BEHIND.search(name)
    if behind:
        front = "THE" if _is_shouted(name) else "The"
        name = f"{front} {name[: behind.start()].strip()}"
    return title_case(name)
