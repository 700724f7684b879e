"""The pages of a pack beside the briefs, with people who are invented: run sheets, cards, sources, differences."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from outreach.briefs.model import Brief, Card, Head, Numbered, PocketCard, RunSheet, SheetLine, Source
from outreach.briefs.pdf.grid import PAPERS
from outreach.briefs.pdf.pen import Pen
from outreach.pdf.tagged_canvas import TaggedCanvas

FOOT = "Made Nov 6, 2026 for Jordan Kahalepouliʻi. Private: keep it with you, do not leave it lying."

PEOPLE = (
    ("8:15 AM", "Prof. Ẹniọlá Ọ̀ṣunbọ̀", "Chair of nursing research", "Main hall, row 2", "Thank her. No ask."),
    ("10:40–11:00 AM", "Marisol Núñez-Łukasik", "COO, Harrow Lake", "Coffee bar", "20 minutes by phone."),
    ("12:10 PM", "Nguyễn Thị Bảo Trâm", "CFO, St. Brendan Health", "Lunch, table 7", "Her view. Listen."),
    ("2:30 PM", "Sigríður Þórsdóttir", "CNO, Iron Range Medical", "Poster session C", "Offer the data."),
    ("4:00 PM", "Dr. Şerife Çelik", "CEO, Two Harbors Clinic", "Lobby", "Ask who else to hear from."),
)

ROWS = (
    ("Who", "Nurse turned operator. Cares about shift-level staffing."),
    ("Why now", "Opened a 24-bed short-stay unit in September. She calls discharge before noon her number."),
    ("Give first", "Your one-page summary of three studies. It is in your folder."),
    ("Ask", "20 minutes by phone in the first week of December. Nothing more today."),
    ("Avoid", "The bargaining dispute. It is in mediation."),
)


def run_sheet(people: int = 5, days: Sequence[str] = ("Thu, Nov 12, 2026",), carry: Sequence[str] = ()) -> RunSheet:
    """A sheet of so many conversations, spread over the days."""
    lines = tuple(
        SheetLine(*PEOPLE[place % len(PEOPLE)], page=place + 2, day=days[place * len(days) // max(people, 1)])
        for place in range(people)
    )
    return RunSheet(
        "Nov 12, 2026 · Duluth", "Prairie Lakes Forum", f"{people} conversations.", lines, tuple(carry), FOOT
    )


def card(name: str = "Marisol Núñez-Łukasik", rows: Sequence[tuple[str, str]] = ROWS, role: str = "") -> PocketCard:
    """A pocket card."""
    return PocketCard(name, role or "COO, Harrow Lake", "10:40 AM · Coffee bar", "Say “mah-ree-SOL”.", tuple(rows))


def source(number: int, address: str = "") -> Source:
    """A source with an address of its own."""
    return Source(
        f"s{number}", f"Harrow Lake, page {number}. Nov 6, 2026", address or f"https://harrowlake.example/{number}"
    )


def numbered(name: str, sources: Sequence[Source]) -> Numbered:
    """A brief of which only the name and the sources matter."""
    brief = Brief(Head(name), Card(()), (), (), FOOT, f"Briefing: {name}")
    return Numbered(brief, tuple(sources), {one.key: place for place, one in enumerate(sources, 1)})


def printed(pages: Sequence, paper: str = "letter") -> bytes:
    """The pages as a file."""
    on, file = PAPERS[paper], BytesIO()
    canvas = TaggedCanvas(file, pagesize=(on.width, on.height), lang="en-US", invariant=1)
    for number, page in enumerate(pages, 1):
        page.draw(Pen(canvas, on.height), number, len(pages))
        canvas.showPage()
    canvas.save()
    return file.getvalue()
