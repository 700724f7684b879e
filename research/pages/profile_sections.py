"""Profiles with labels: a name, then "Education:" with a degree on each line below.

Such lines name nobody and have no verb; they belong to the person whose name stands last before the label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from research.name_matching import compare
from research.pages.education import degrees_in_line
from research.pages.model import Degree, PageText, PersonFound
from research.pages.private_life import is_private
from research.parse import fold

MAX_LINE = 220
"""Longest line of such a list; what is longer is running text, which others read."""

_EDUCATION = re.compile(
    r"(?:academic |professional )?(?:education|degrees|educational background)(?: (?:and"
    r"|&) training)?\s?:?\s?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][^.;]{2,60}:$")
_BEHIND_NAME = re.compile(r",\s")


def listed_degrees(page: PageText, people: Sequence[PersonFound]) -> list[tuple[Degree, ...]]:
    """For each of the people, in order, the degrees listed under a label of their profile."""
    told = page.text.casefold()
    if "education" not in told and "degrees" not in told:
        return [() for _ in people]
    if not any(_is_list(fold(line.text)) for line in page.lines if not line.furniture):
        return [() for _ in people]
    found: list[list[Degree]] = [[] for _ in people]
    surnames = [words[-1] if (words := person.name.split()) else "" for person in people]
    person: int | None = None
    within = False
    for line in page.lines:
        text = fold(line.text)
        if line.furniture or not text:
            continue
        named = _named(text, people, surnames) if len(text) <= 90 else None
        if named is not None:
            person, within = named, False
        elif _is_list(text):
            within = True
            text = _EDUCATION.sub("", text, count=1)
        elif line.role == "heading" or _LABEL.match(text) or len(text) > MAX_LINE:
            within = False
        if within and person is not None and text and not is_private(text):
            found[person].extend(degrees_in_line(text))
    return [tuple(degrees) for degrees in found]


def _is_list(text: str) -> bool:
    """Whether a list of degrees begins with the line: "Education", "Education: BA, Elm University"."""
    label = _EDUCATION.match(text)
    return label is not None and (label.end() == len(text) or ":" in label.group(0))


def _named(text: str, people: Sequence[PersonFound], surnames: Sequence[str]) -> int | None:
    """The person whose name begins the line, credentials behind it; `surnames` are the people's last words."""
    front = _BEHIND_NAME.split(text, maxsplit=1)[0]
    for number, surname in enumerate(surnames):
        if (
            surname
            and surname in front
            and len(front.split()) <= 6
            and compare(front, people[number].name).verdict != "different"
        ):
            return number
    return None
