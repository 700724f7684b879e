"""One place in a page that gives a person a post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from research.pages.titles import PostSpan
from research.types import PartialDate

Source = Literal["card", "event", "apposition", "predicate", "before", "heading", "name"]

# How much a place weighs when two give one person different titles: a card is the page's own list; an appointment
# is news; a title in apposition is certain but may be the old one; a plain past tense is a former post.
WEIGHT: dict[Source, int] = {
    "card": 95,
    "event": 90,
    "predicate": 82,
    "apposition": 80,
    "before": 80,
    "heading": 88,
    "name": 0,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """`name` as printed, `prefix` and `credentials` beside it; `line` is the number of the page's line.

    `posts` may be empty for a place that only names the person. `weight` orders the mentions of one person.
    """

    name: str
    line: int
    source: Source
    posts: tuple[PostSpan, ...] = ()
    prefix: str = ""
    credentials: tuple[str, ...] = ()
    status: str = "current"
    since: PartialDate | None = None
    quote: str = ""
    weight: int = 0
    organization: str = ""
    """Where the post is held by the sentence's own words when the title does not say it; "" is the page's own."""
    parted: bool = False
    """It stands in a list parted by semicolons whose other members name their own places: the page's may not be its."""
    seated: bool = False
    """The page's section is that of a board: whatever the card says, the person sits on it."""


_CLINICAL = frozenset(
    """MD DO RN MBBS DDS DMD PHARMD BSN MSN DNP NP FACEP FACP FACS FAAP RPH DPM PSYD LCSW OD PA PAC RRT DPT LMHC LPC
    LADC LICSW LCPC CNM NEABC APRN ARNP CRNA FNP FNPC FNPBC LPN
    EMT EMTB EMTI EMTP BCBA CCCSLP OTR OTRL""".split()
)


def is_clinical(credential: str) -> bool:
    """Whether a credential is a clinician's."""
    return credential.upper().replace(".", "").replace("-", "") in _CLINICAL


@dataclass(frozen=True, slots=True)
class Holder:
    """What is known of the holder when a post is judged.

    `stated`: the organization stands beside the title itself. `clinical`: a clinical credential or "Dr." by the name.
    `seated`: the page lists the holder under the heading of its board. `near_care`: the sentence of the post, or the
    card that it stands on, is of health care.
    """

    status: str = "current"
    stated: bool = False
    clinical: bool = False
    seated: bool = False
    near_care: bool = True
    of_care: bool = False
    """The sentence puts the post into a house of care that it does not name: "the hospital's chief nurse"."""
