"""Words and values of the grammar of titles."""

from __future__ import annotations

from dataclasses import dataclass

from research.pages.lexicon import (
    DEPARTMENTS,
    GRAMMAR,
    HEAD_CLASS,
    NOT_IN_NAMES,
    ORGANIZATION_NOUNS,
    SENIORITY,
    STOPPERS,
    VERBS,
    WEAK_HEADS,
    TitleClass,
)
from research.pages.tokens import Token

STATUS_WORDS = {
    "former": "former",
    "ex": "former",
    "retired": "former",
    "late": "former",
    "then": "former",
    "outgoing": "outgoing",
    "departing": "outgoing",
    "retiring": "outgoing",
    "incoming": "incoming",
    "interim": "interim",
    "acting": "acting",
    "fired": "former",
    "ousted": "former",
    "dismissed": "former",
    "sacked": "former",
    "deposed": "former",
    "erstwhile": "former",
    "onetime": "former",
    "one-time": "former",
    "deceased": "former",
}
DISMISSED = frozenset({"fired", "ousted", "dismissed", "sacked", "deposed"})
"""Participles before a title that are verbs as well: what stands before them is another's."""
MODAL = frozenset(
    """no longer almost certainly probably likely practically virtually effectively basically essentially reportedly
    supposedly allegedly definitely nominally arguably technically formally legally hardly barely nearly""".split()
)
"""Words before a title that say whether it is held: no part of it."""
ATTENDING = frozenset({"on-site", "onsite", "in-house", "dedicated", "full-time", "part-time"})
"""Adjectives of presence before a title: no part of it."""
FLUFF = ATTENDING | frozenset(
    [
        "new",
        "current",
        "longtime",
        "long-time",
        "newly-appointed",
        "newly",
        "then",
        "own",
        "named",
        "newly-named",
        "newly-hired",
        "newly-elected",
        "recently",
        "appointed",
        "hired",
        "promoted",
        "installed",
        "embattled",
        "beleaguered",
        "suspended",
        "controversial",
        "beloved",
        "popular",
        "respected",
        "newest",
        "veteran",
        "local",
        "founding",
        "next",
        "inaugural",
    ]
) - {"founding"}
MACHINES = frozenset(
    "network systems database server web website it linux windows cloud application applications payroll".split()
)
BEGINNING_RANKS = frozenset(
    """vice deputy senior executive assistant associate interim acting board medical clinical nursing nurse regional
    divisional finance financial operations operating estates quality surgical theater theatre managing non-executive
    midwifery""".split()
)
"""Words of rank that are capitalized at the beginning of a sentence only: "Vice chair Jane Roe"."""
CERTIFIED = frozenset({"certified", "licensed", "registered", "board-certified", "fellowship-trained"})
"""What describes a calling and names no post."""
RANK = SENIORITY | DEPARTMENTS | frozenset(HEAD_CLASS)
BODY_MEMBERS = frozenset("directors trustees governors commissioners managers visitors regents supervisors".split())
PLACES_OF_WORK = frozenset(
    """hospital hospitals clinic clinics organization organisation company trust foundation association center system
    practice""".split()
)
HOUSES = frozenset("hospital hospitals center centre clinic system network foundation healthcare trust".split())
REGIONAL = frozenset("regional general district area local international national community".split())
"""Words before "Hospital" or "Medical Center" that are words of rank as well."""
SURE_NOUNS = frozenset(
    ["healthcare", "hospital", "hospitals", "clinic", "clinics", "foundation", "association", "society", "university"]
)
BODIES = frozenset(
    [
        "institute",
        "center",
        "centers",
        "clinic",
        "clinics",
        "hospital",
        "hospitals",
        "association",
        "society",
        "council",
        "federation",
        "league",
        "group",
        "academy",
        "agency",
        "college",
        "alliance",
        "coalition",
        "foundation",
    ]
)
MINISTRIES = frozenset("health defense defence home education state".split())
AWARDS = frozenset("award awards prize medal medallion".split())
CHIEF_STOPS = STOPPERS - {"and", "of", "for"}
PREFIX_NOUNS = ORGANIZATION_NOUNS - frozenset(
    "board division department program services service chief practice region office plan state city".split()
)
PREFIX_STOPS = (GRAMMAR | VERBS | frozenset(STATUS_WORDS) | FLUFF | {"contact", "other", "others"}) - ORGANIZATION_NOUNS
COMMON_HEADS = frozenset(
    "executive associate fellow resident leader lead head principal chief partner host scholar".split()
)
NEVER_NAMES = (NOT_IN_NAMES | ORGANIZATION_NOUNS) - VERBS
KNOWN = DEPARTMENTS | ORGANIZATION_NOUNS | SENIORITY | NOT_IN_NAMES | STOPPERS | frozenset(HEAD_CLASS)
UNITS = DEPARTMENTS - {
    "hospital", "hospitals", "clinic", "clinics", "university", "college", "school", "center", "centers", "foundation",
    "department", "departments", "office", "ministry", "library", "network", "networks", "organization", "system",
    "systems", "union", "council", "health", "healthcare", "medical", "house", "home", "community",
}  # fmt: skip
"""Duties that are no organizations by themselves before "of": "Nursing", "Board"."""
PARTS = frozenset("region division market markets territory committee subcommittee".split())
"""With what a part of a house ends that a title on a card names behind a comma: "President, Northern Region"."""
PLACING = frozenset("in near who says said announced told was is has will since with and".split())
TIMES = frozenset(
    """past last next more over nearly almost about several many two three four five six seven eight nine ten eleven
    twelve fifteen twenty thirty decade decades years""".split()
)
NATIONS = ("ian", "ish", "ese", "ican", "national")
NOT_RANKS = DEPARTMENTS - SENIORITY - {"chief", "president", "executive"}
NEVER_ABSORBED = frozenset(
    {"medical", "surgery", "oncology", "cardiology", "orthopedics", "wellness", "rehabilitation", "pharmacy"}
)
PROJECTS = frozenset({"program", "programs", "initiative", "project", "programme"})
CHIEFS = frozenset({"ceo", "president", "chair", "chairman", "chairwoman", "coo", "cfo"})
NO_NAMES = DEPARTMENTS | STOPPERS
ORDINARY = DEPARTMENTS | ORGANIZATION_NOUNS
GROUP_WORDS = DEPARTMENTS | SENIORITY | {"and", "of", "for", "the", "to", "in"}
MAX_CHIEF = 7
MAX_LEFT = 9
MAX_COMPLEMENT = 14
ORDER: list[TitleClass] = [
    "executive",
    "board",
    "manager",
    "clinical",
    "public",
    "academic",
    "clinician",
    "staff",
    "other",
]


OF_PRACTICES = frozenset({"manager", "administrator", "director", "leader", "nurse"})
"""Heads before which "practice" is a noun."""
OF_DUTIES = frozenset("manager supervisor coordinator lead leader officer nurse worker".split())
"""Heads before which a card writes a duty and no house: those of whole houses are presidents, directors or chiefs."""
OF_SEATS = frozenset({"non-executive", "nonexecutive"})
"""Words of rank before the heads of seats: "Non-Executive Director"."""
COMPOUNDS = frozenset(
    """nurse physician executive associate assistant principal secretary surgeon chief president lead
    leader resident student volunteer partner pharmacist officer head dean board general governor
    project professor research clinician therapist worker technologist""".split()
)
"""Heads that may modify another."""


@dataclass(frozen=True, slots=True)
class PostSpan:
    """One title and the organization said with it, "" where none is."""

    title: str
    organization: str
    kind: TitleClass
    head: str


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """One or more titles that stand together, tokens `start` to before `end` (with organization `outer_*`)."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    posts: tuple[PostSpan, ...]
    status: str = "current"
    weak: bool = False
    possessive: bool = False
    """The organization stands before it in the genitive."""
    body: bool = False
    """A board as a whole: a post only for whom it is said to take a seat."""

    @property
    def weak_head(self) -> bool:
        """Whether its head is an ordinary word as well: leader, executive, partner."""
        return self.posts[0].head in WEAK_HEADS


@dataclass(slots=True)
class Core:
    """A title being read: its modifiers from `start`, its head noun, and the organization written before it."""

    start: int
    head: int
    end: int
    prefix_start: int
    prefix_end: int
    status: str
    possessive: bool = False


_OF_TRADES = frozenset("national global industry practice thought opinion sector segment".split())
"""Of what a "leader" leads nothing: "National Leader" of a firm that advises hospitals."""
_OF_GOVERNMENTS = frozenset("health public state county city district regional local interim acting chief new".split())
_OF_BOARDS = frozenset({"board", "non-executive", "nonexecutive"})
_OTHER_CHIEFS = frozenset("editor commander writer photographer correspondent archivist".split())
"""Whose chief leads no part of a hospital; any other is of its doctors, nurses or research."""


def head_class(lower: str) -> TitleClass | None:
    """The class of a head noun, also of a compound with hyphens; None where the word is no head."""
    found = HEAD_CLASS.get(lower)
    if lower == "judge-executive":
        return "public"
    if found is None and lower.endswith("-in-chief"):
        return "executive" if lower.removesuffix("-in-chief") not in _OTHER_CHIEFS else "staff"
    if found is None and "-" in lower:
        parts = lower.split("-")
        found = HEAD_CLASS.get(parts[-1]) or HEAD_CLASS.get(parts[0]) if parts[0] != "self" else None
        if (
            found
            and parts[-1] not in HEAD_CLASS
            and parts[-1] not in {"elect", "large", "chief", "emeritus", "president"}
        ):
            return None
    return found


def class_of(tokens: list[Token], start: int, head: int) -> TitleClass:
    """What kind of post a title is, from its head and the words before it."""
    words = [t.lower for t in tokens[start - (start > 0 and tokens[start - 1].lower == "lead") : head]]
    if any(t.lower == "inspector" for t in tokens[start : head + 8]) or "judge" in words:
        return "public"
    last = tokens[head].lower
    found = head_class(last) or "other"
    if last == "secretary":
        return _class_of_secretary(words)
    if last in {"officer", "officers"}:
        return _class_of_officer(words)
    if found == "clinician" and _leads_clinicians(last, words):
        return "executive" if "chief" in words else "manager"
    if last in {"member", "members"}:
        return "board" if "board" in words or any(t.lower == "board" for t in tokens[head : head + 9]) else "other"
    if found == "public" and last in {"commissioner", "commissioners"}:
        return "board"
    if "chief" in words and found in {"staff", "other"}:
        return "staff" if last == "assistant" and words[-1] not in {"chief", "physician"} else "executive"
    if last == "partner":
        return "executive" if "founding" in words else "staff"
    keeps_machines = last == "administrator" and not MACHINES.isdisjoint(words[-1:])
    advises = last == "leader" and not _OF_TRADES.isdisjoint(words[-1:])  # so consultants are called
    if last == "supervisor" or keeps_machines or advises or [*words[-1:], last] == ["house", "manager"]:
        return "staff"  # a house manager lives in with the residents
    if found in {"executive", "manager"} and not _OF_BOARDS.isdisjoint(words):
        return "board"
    if found in {"manager", "clinical"} and "medical" in words:
        return "clinical"
    if last == "chief":
        return "clinical"
    if found == "staff" and last in {"associate", "partner"} and words:
        return "staff"
    return found


def _leads_clinicians(head: str, words: list[str]) -> bool:
    """Whether the words before a clinician's calling set the holder over others.

    So does "charge nurse", and "lead clinical therapist" by the profession that is led; a "lead therapist" has clients.
    """
    return (words[:1] == ["lead"] and len(words) > 1) or (
        head == "nurse" and not {"chief", "head", "charge", "lead"}.isdisjoint(words)
    )


def _class_of_officer(words: list[str]) -> TitleClass:
    if words[-1:] == ["health"] and _OF_GOVERNMENTS.issuperset(words):
        return "board"  # who heads a government's health department, as a commissioner does
    return "executive" if "chief" in words or "executive" in words else "staff"


def _class_of_secretary(words: list[str]) -> TitleClass:
    """A board's secretary, an office's, or a minister."""
    before = words[-1] if words else ""
    if before in MINISTRIES:
        return "public"
    return "staff" if before in {"press", "medical", "unit"} and "board" not in words else "board"
