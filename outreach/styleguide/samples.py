"""Invented people and places that fill the style guide; nobody of these names is meant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from outreach import charts, words
from outreach.errors import OF_HTTP, UNFORESEEN, Expired, NotFound, Stale, Told
from outreach.security import NotAllowed

PERSON = "Rosalind Şenyurt-Łączka"
LONG_NAME = "Prof. Dr. Maria-Magdalena Wilhelmina Kahalepouliʻi-Featherstonehaugh von Þórsdóttir, PhD, MBA, FACHE"

SOURCES = (
    {"words": "Harrow Lake news", "address": "#facts", "date": date(2026, 9, 14)},
    {"words": "Prairie Health Weekly", "address": "#facts", "date": date(2025, 10, 2)},
)
NOTES = ({"words": "Your notes", "address": "", "date": date(2026, 5, 8)},)

FACTS = (
    {"statement": "Opened a 24-bed short-stay unit on September 14, 2026.", "sources": SOURCES, "tags": ("2 sources",)},
    {
        "statement": "Calls discharge before noon the number she watches.",
        "sources": SOURCES[1:],
        "tags": ("1 source", "quoted"),
        "quote": "It is the number I watch, because the night shift lives with it.",
    },
    {"statement": "Named to the state workforce task force.", "sources": SOURCES[:1], "tags": ("official record",)},
    {"statement": "Goes by Rosa among colleagues.", "sources": NOTES, "tags": ("only your notes",)},
    {"statement": "Holds an MBA.", "sources": SOURCES[1:], "tags": ("disagrees", "older than a year")},
)
READINESS = (
    {"words": "You know her current role", "met": True, "address": "", "link_words": ""},
    {"words": "Two recent facts with sources", "met": True, "address": "", "link_words": ""},
    {"words": "Unsettled facts looked at", "met": False, "address": "#question", "link_words": "2 left"},
)
RECORDS = (
    {
        "words": "Your person",
        "rows": (
            ("Name", PERSON),
            ("Work", "Chief Operating Officer, Harrow Lake Regional Health"),
            ("Field", "Nursing"),
        ),
    },
    {
        "words": "Found in a 2021 program",
        "rows": (("Name", "R. Laczka, RN"), ("Work", "St. Brendan Hospital"), ("Field", "Nursing")),
    },
)
WEIGHED = (("Same", "field, first initial, state"), ("Different", "employer"), ("Unknown", "the years 2019 to 2022"))
COMPARED = (
    ("Name", PERSON, "R. Laczka, RN", "same"),
    ("Work", "Harrow Lake Regional Health", "St. Brendan Hospital", "different"),
    ("2019 to 2022", "not known", "Two Harbors Clinic", "unknown"),
)
WORKPLACES = ("Harrow Lake Regional Health, Duluth, MN", "Harrow Point Hospital, Ely, MN")
TIMELINE = (
    {"date": date(2026, 12, 1), "words": "Ask for 20 minutes by phone", "kind": "ask", "done": False},
    {"date": date(2026, 5, 14), "words": "She replied: “useful, thank you”", "kind": "email", "done": True},
    {"date": date(2025, 5, 8), "words": "You asked a question at her panel", "kind": "met", "done": True},
)
RUN = (
    ("Read", "Harrow Lake, leadership pages", "4 facts", ""),
    ("Read", "Speaker profile 2023", "1 fact disagrees", "warn"),
    ("Nothing found", "State hospital register", "", ""),
    ("Now", "Harrow Lake Sentinel", "reading", ""),
    ("Waiting", "Audited statements", "waiting its turn", ""),
    ("Later", "Conference programs", "did not answer; will try again at 10:42 AM", ""),
    ("Could not", "Hospital newsletter", "we could not read the page", ""),
)
DIFF = (
    ("same", "The team expected to argue about "),
    ("removed", "money"),
    ("added", "beds"),
    ("same", ". They argued about keys instead."),
)
PEOPLE = (
    (PERSON, "Chief Operating Officer, Harrow Lake Regional Health", "gave 3, asked 1", "May 14", "Nov 12 meet"),
    ("Nguyễn Thị Bảo Trâm", "Chief Financial Officer, St. Brendan Health", "gave 1, asked 1", "Oct 28", "Today"),
    (LONG_NAME, "Interim Executive Vice President and Chief Transformation Officer, Two Harbors", "gave 2", "", ""),
    ("Ọmọtọ́lá Adérìnọ́lá", "Chief Nursing Officer, Two Harbors Clinic", "", "", ""),
)
FOUND = (
    {
        "words": "People",
        "options": (
            {"words": PERSON, "beside": "COO, Harrow Lake", "address": "/styleguide#facts"},
            {"words": "Nuria Castellví", "beside": "CNO, Two Harbors", "address": "/styleguide#facts"},
        ),
    },
    {"words": "Drafts", "options": ()},
    {"words": "Do", "options": ({"words": "Add a new person", "beside": "", "address": "/styleguide/form"},)},
)
ERRORS = {
    403: Told(403, NotAllowed.title, "", NotAllowed.advice, (), "sample"),
    404: Told(404, NotFound.title, "", NotFound.advice, (), "sample"),
    409: Told(409, Stale.title, "Dana changed this draft at 10:40 AM.", Stale.advice, (), "sample"),
    410: Told(410, Expired.title, "It stopped working on November 20.", Expired.advice, (), "sample"),
    413: Told(413, *OF_HTTP[413][:1], "", OF_HTTP[413][1], (), "sample"),
    422: Told(422, "This cannot be done yet", "", "Nothing was changed.", ("No source.", "Two asks."), "sample"),
    429: Told(429, *OF_HTTP[429][:1], "", OF_HTTP[429][1], (), "sample"),
    500: Told(500, UNFORESEEN[0], "", UNFORESEEN[1], (), "7f3a-21c9"),
}
"""Status -> what an error page says; shown as pages and as parts of a page."""


def sample_charts() -> dict[str, charts.Chart | None]:
    """A rise with a turn and a comparison, a loss that crosses zero, and a series too short to draw."""
    shares = charts.Series(
        "Discharged before noon", ((2020, 0.22), (2021, 0.18), (2022, 0.21), (2023, 0.27), (2024, 0.31))
    )
    states = charts.Series("State median", ((2020, 0.24), (2022, 0.25), (2024, 0.26)))
    margin = charts.Series("Operating margin", ((2020, -0.021), (2021, 0.014), (2022, -0.032), (2023, 0.008)))
    short = charts.Series("Staffed beds", ((2023, 212), (2024, 218)))
    return {
        "shares": charts.line_chart(shares, words.percent, states),
        "margin": charts.line_chart(margin, words.percent),
        "short": charts.line_chart(short, words.number),
    }


def page_values(now: datetime) -> dict[str, Any]:
    """What the page of components prints, with tasks due around `now`."""
    today = now.astimezone(UTC).date()
    return {
        "person": PERSON,
        "long_name": LONG_NAME,
        "facts": FACTS,
        "readiness_items": READINESS,
        "records": RECORDS,
        "weighed": WEIGHED,
        "compared": COMPARED,
        "steps": TIMELINE,
        "run": RUN,
        "diff_parts": DIFF,
        "people": PEOPLE,
        "charts": sample_charts(),
        "moment": now,
        "due_days": [today + timedelta(days=ahead) for ahead in (-2, 0, 3)],
        "errors": ERRORS,
    }
