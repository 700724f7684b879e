"""Houses that head the sections of a page: each tells where the people listed under it hold their posts.

A list of several houses' people ("Elm Hospital (Elmtown)", then its president, then "Oak Clinic") gives each person the
house of the section, not the one that the page names most.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from research.pages.care_names import is_health, is_other_field
from research.pages.house_names import house_name
from research.pages.lexicon import LEADING, ORGANIZATION_NOUNS
from research.pages.mention import Mention
from research.pages.model import Line, PageText
from research.pages.owner_rivals import without_board
from research.pages.whole_names import whole_organization

LONGEST = 90
"""Characters of a heading that names a house."""
NEAR = 3
"""Lines under a house's heading in which its first person stands."""
SEVERAL = 2
"""Houses with people of their own that make a page of sections."""
_PLACE = re.compile(r"\s\([A-Z][^()]{1,40}\)$|,\s[A-Z][\w.’' -]{1,30}(?:,\s[A-Z][\w. ]{1,20})?$")


def under_house_headings(mentions: Iterable[Mention], page: PageText) -> list[Mention]:
    """The mentions in the same order, those without a place of their own with the house that heads their section."""
    mentions = list(mentions)
    taken = sorted({mention.line for mention in mentions if mention.posts and mention.line < len(page.lines)})
    sections = _sections(page.lines, taken)
    if not sections:
        return mentions
    starts = sorted(sections)
    return [_placed(mention, sections, starts) for mention in mentions]


def _sections(lines: tuple[Line, ...], taken: list[int]) -> dict[int, str]:
    """By the number of the line where a section begins its house, "" where one ends; empty where there are none."""
    found: dict[int, str] = {}
    level = 0
    people = frozenset(taken)
    names = {lines[number].level for number in people}
    for number, line in enumerate(lines[: taken[-1] if taken else 0]):
        if line.furniture or number in people or len(line.text) > LONGEST:
            continue
        house = heading_house(line.text)
        if house and _leads_people(number, taken) and not _is_in_card(number, lines, taken):
            found[number], level = house, line.level
        elif found and line.role == "heading" and 0 < line.level <= level and line.level not in names:
            found[number] = ""  # another section, of no house
    first = min(found, default=0)
    if len({house for house in found.values() if house}) < SEVERAL or taken[0] < first:
        return {}
    return found


def heading_house(text: str) -> str:
    """The house that a line names and nothing else, with its town perhaps: "Elm Hospital (Elmtown)"; "" for none."""
    named = without_board(_PLACE.sub("", text.strip(" :")))
    last = named.rpartition(" ")[2].lower().strip(".,")
    if last not in ORGANIZATION_NOUNS or house_name(named) != named:
        return ""
    span = whole_organization(named)
    return named if span is not None and span.proper and span.strong else ""


def _leads_people(number: int, taken: list[int]) -> bool:
    following = bisect_right(taken, number)
    return following < len(taken) and taken[following] - number <= NEAR


def _is_in_card(number: int, lines: tuple[Line, ...], taken: list[int]) -> bool:
    """Whether a line stands in the box of the person above it: that one's employer, not the next one's house."""
    above = bisect_right(taken, number) - 1
    box = lines[number].boxes[-1:]
    return above >= 0 and box != () and lines[taken[above]].boxes[-1:] == box


def _placed(mention: Mention, sections: dict[int, str], starts: list[int]) -> Mention:
    at = bisect_right(starts, mention.line) - 1
    house = sections[starts[at]] if at >= 0 else ""
    told = mention.organization or any(post.organization or post.kind not in LEADING for post in mention.posts)
    if not house or told or not mention.posts or mention.parted or mention.status == "former":
        return mention
    # A trust without a word of care in its name is judged by the page that lists its people.
    listed = mention.source in ("card", "heading") and not is_health(house) and not is_other_field(house)
    return replace(mention, organization=house, seated=mention.seated or listed)
