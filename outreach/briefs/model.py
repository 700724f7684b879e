"""What a brief says, apart from how it looks: the same values make the PDF and the page in the browser.

    Brief(head, card, left=(Block("ways", "Three ways in", Ways(...)),), right=(...))

Texts are runs of words that carry the sources they rest on. Sources have no numbers here: those are given to what is
left when the page is full (`notes.numbered`), in the order of their first citation. Nothing knows reportlab or HTML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """A place that a line rests on. Two are the same source when their `key` is the same.

    words: one line for the list: publisher, title, site, date read ("Harrow Lake, Leadership page. harrowlake.example.
    Nov 6, 2026"). `address`: where it can be read, http or https, or "" for what stands in the user's own notes.
    """

    key: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one way, and the sources whose numbers stand behind them."""

    text: str
    strong: bool = False
    sources: tuple[Source, ...] = ()


Text = tuple[Run, ...]
"""A line or a paragraph."""


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(run.text for run in text)


def sources_of(text: Text) -> tuple[Source, ...]:
    """The sources of a text, in order."""
    return tuple(source for run in text for source in run.sources)


@dataclass(frozen=True, slots=True)
class Head:
    """Whose page it is. Empty lines are left out."""

    name: str
    """As its owner writes it, with degrees."""
    event_line: str = ""
    """Event, day, time, place."""
    role_line: Text = ()
    """Title, organization, since when."""
    say_line: str = ""
    """How to say the name, what they go by, who keeps the calendar; also that a name in another script was left out."""
    dossier_address: str = ""
    """The signed-in page, for the QR code and its link; "" for a brief without one."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row of the card: "who", "why_now", "give", "ask", "avoid"."""

    key: str
    label: str
    text: Text


@dataclass(frozen=True, slots=True)
class Card:
    """What can be read in ten seconds. Each row is at most two lines of a page; the words of a row are never cut inside
    a sentence."""

    rows: tuple[CardRow, ...]
    title: str = "In 30 seconds"
    aside: str = ""
    """ "19 facts, 17 confirmed · checked Nov 6, 2026"."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way into a conversation: a few words in bold, then the fact, then what the user brings."""

    lead: str
    """At most 32 characters."""
    text: Text


@dataclass(frozen=True, slots=True)
class Ways:
    """Numbered ways, the strongest first."""

    items: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Lines with a square to tick."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value at the right: ("Staffed beds", "212"). The sources stand behind the label."""

    label: Text
    value: str


@dataclass(frozen=True, slots=True)
class Series:
    """Values by year for a small chart, oldest first, four at least; `unit` is "%", "$" or words ("beds")."""

    name: Text
    values: tuple[tuple[int, float], ...]
    unit: str = ""
    compared_name: str = ""
    compared: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A line of introduction, facts, and perhaps a chart."""

    intro: Text
    items: tuple[Fact, ...]
    chart: Series | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """Lines with their day in front: ("Oct 22", text), the newest first."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Labeled:
    """Lines with a bold label in front: ("You gave:", text)."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Sentences, each by itself."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class NoteLines:
    """Lines to write on; as many as the page has room for."""


Part = Ways | Checklist | Facts | Dated | Labeled | Paragraphs | NoteLines


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page with its heading. Items are in the order of their rank: the last are left out first."""

    key: str
    heading: str
    part: Part
    aside: str = ""
    left_out: int = 0
    """How many items there are besides, in the dossier: told at the foot of the block."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One page about a person."""

    head: Head
    card: Card
    left: tuple[Block, ...]
    right: tuple[Block, ...]
    foot: str
    """ "Made Nov 6, 2026 from public sources, for Jordan ... Private: keep it with you, do not leave it lying."."""
    title: str
    """Of the document: "Briefing: Marisol Núñez-Łukasik"."""
    author: str = ""
    language: str = "en-US"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of the run sheet. `page`: of the person's brief in the pack, or None where it is not in it."""

    time: str
    name: str
    role: str
    where: str
    aim: str
    page: int | None = None
    day: str = ""
    """ "Thu, Nov 12, 2026"; the day's heading stands where it changes."""


@dataclass(frozen=True, slots=True)
class RunSheet:
    """The first page of a pack."""

    event_line: str
    """Days and place."""
    name: str
    summary: str
    """ "Five conversations. Page numbers are at the right."."""
    lines: tuple[SheetLine, ...]
    carry: tuple[str, ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class PocketCard:
    """A card of 3.5 by 5 inches: the card's rows without numbers of sources."""

    name: str
    role: str
    event_line: str
    """Time and place."""
    say_line: str
    rows: tuple[tuple[str, str], ...]
    """(label, words)."""


@dataclass(frozen=True, slots=True)
class Pack:
    """All that is printed for an event, in its order; an empty part is left out. Same values, same bytes."""

    title: str
    author: str
    run_sheet: RunSheet | None
    briefs: tuple[Brief, ...]
    cards: tuple[PocketCard, ...]
    with_sources: bool = False
    """Whether a list of all sources stands at the end, person by person, with whole addresses."""
    foot: str = ""
    language: str = "en-US"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise than on the print: of whom (or "" for the event), what stood, what stands now."""

    name: str
    kind: str
    """ "time", "place", "fact_withdrawn", "fact_changed", "fact_new", "role", "person_added", "person_removed" ..."""
    words: str
    """The sentence: "Her session moved from 2 PM to 2:30 PM."."""
    before: str = ""
    now: Text = ()
    page: int | None = None
    """On which page of the print it stands."""


@dataclass(frozen=True, slots=True)
class DifferenceSheet:
    """One page: what has changed since a print."""

    title: str
    since: str
    """ "since your print of Friday, November 6"."""
    summary: str
    """ "Two changes since your print of Friday."."""
    differences: tuple[Difference, ...]
    foot: str
    author: str = ""
    made_on: date | None = None
    language: str = "en-US"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A brief whose sources have numbers: `numbers` of their keys, `sources` in that order."""

    brief: Brief
    sources: tuple[Source, ...]
    numbers: dict[str, int] = field(default_factory=dict)
