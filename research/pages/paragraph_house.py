"""Where a post is held that a sentence gives without a place: the page's house, the paragraph's own, or unknown.

A round-up tells of several houses, one a paragraph; a release quotes partners beside its own people. A wrong house is
worse than none, so none is told where the paragraph speaks of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from research.pages.care_names import is_health
from research.pages.house_names import house_name
from research.pages.house_pointers import points_to
from research.pages.house_words import is_place
from research.pages.leadership import is_generic
from research.pages.lexicon import ORGANIZATION_NOUNS
from research.pages.mention import Mention
from research.pages.model import Line, PageText
from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.person_names import read_name_line
from research.pages.tokens import slice_text, tokenize
from research.pages.whole_names import is_body, organizations_in, whole_organization

_SAID = re.compile(
    r"\b(?:said|says|add(?:ed|s)|state[sd]|explain(?:ed|s)|note[sd]|comment(?:ed|s)|remarked|according to)\s{0,3}$"
)
_LEFT = re.compile(
    r"\b(?=[feopr][a-z]{1,3}[a-z-])(?=(?s:.{0,80}+)\Z)"  # no match is longer
    r"(?:former|one-time|retired|previous|ex-)\s?[^.;,]{0,50}\b(?:of|at|for)\s(?:the\s)?$"
)
"""What stands before a house where somebody was once."""
_QUOTED = re.compile(r"[“\"]")
_CAMPUS = re.compile(r"\s?[–—-]")
_NUMBER = re.compile(r"\A(?:\d{1,3}[.)]|[•*-])\s{1,3}")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
OPENING = 150
"""Characters of a paragraph in which the house that it begins with is read."""
LISTED = frozenset({"card", "heading"})
SPOKEN = 3
"""Lines in which it is looked for who was named last before somebody speaks."""
SEVERAL = 2
"""Paragraphs about houses that are not the page's, each with its own people, that make a round-up."""


@dataclass(frozen=True, slots=True)
class ParagraphHouses:
    """What the paragraphs of a page say of where their people are."""

    owner: str
    lines: tuple[Line, ...]
    stated: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By the number of a line the houses that its sentences state, those of former posts too."""
    round_up: bool = False
    left: dict[tuple[int, str], set[str]] = field(default_factory=dict)
    """Who states the houses of a line that only former posts state: where somebody was is not where somebody is."""

    def of(self, mention: Mention) -> str:
        """Where the post of a mention is held whose sentence does not say it; "" where that is unknown."""
        if mention.source in LISTED or mention.seated or mention.line >= len(self.lines):
            return self.owner
        text = self.lines[mention.line].text
        own = _names(text, self.owner)
        if points_to(self.owner, text, mention):
            return self.owner
        there = tuple(house for house in self.stated.get(mention.line, ()) if not _related(house, self.owner))
        if there and not own:
            held = self.left.get((mention.line, there[0])) != {mention.name} or mention.status == "former"
            sole = len(there) == 1 and held and is_health(there[0]) and not self._speaks(mention)
            return there[0] if sole else ""
        if (entry := _house_of_entry(text, mention.name)) and not _related(entry, self.owner):
            return entry
        opening = _opening_house(text)
        behind = opening.removeprefix(self.owner)
        campus = bool(self.owner) and behind != opening and _CAMPUS.match(behind) is not None
        if opening and (campus or (not own and not _related(opening, self.owner))):
            return "" if self._speaks(mention) else opening
        if self.round_up and not own:
            return ""
        said = "" if own else self._of_own_words(mention)
        if said:
            return said
        return "" if self._speaks(mention) and self._another_was_named(mention) else self.owner

    def _of_own_words(self, mention: Mention) -> str:
        """The other house, named just before, of which the holder says "we" in the words quoted behind the post."""
        text = self.lines[mention.line].text
        behind = text[max(0, text.find(mention.quote)) + len(mention.quote) :]
        told = "“" in behind or '"' in behind
        if not told or not _WE.search(behind) or (self.owner and _short(self.owner) in behind):
            return ""
        near = self.lines[max(0, mention.line - SPOKEN + 1) : mention.line]
        named = [house for line in near for house in organizations_in(line.text[-2000:]) if is_health(house)]
        return next(
            (house for house in reversed(named) if _short(house) in behind and not _related(house, self.owner)), ""
        )

    def _speaks(self, mention: Mention) -> bool:
        text = self.lines[mention.line].text
        return _SAID.search(text[: max(0, text.find(mention.quote))][-40:]) is not None

    def _another_was_named(self, mention: Mention) -> bool:
        """Whether the organization that was named last before the speaker is not the page's."""
        text = self.lines[mention.line].text
        before = [text[: max(0, text.find(mention.quote))]]
        before += [line.text for line in reversed(self.lines[max(0, mention.line - SPOKEN + 1) : mention.line])]
        for part in before:
            named = [(part.rfind(house), house) for house in organizations_in(part[-2000:]) if not is_place(house)]
            named = [(at, house) for at, house in named if at >= 0 and not _LEFT.search(part[max(0, at - 60) : at])]
            last = max(named, default=(-1, ""))
            if last[1] or _names(part, self.owner):
                return bool(last[1]) and not _related(last[1], self.owner) and last[0] > part.rfind(self.owner)
        return False


def paragraph_houses(page: PageText, mentions: Iterable[Mention], owner: str) -> ParagraphHouses:
    """The houses that the running text of a page states, by line. Nothing is raised."""
    stated: dict[int, dict[str, None]] = {}
    lines_of: dict[str, set[int]] = {}
    people: dict[int, set[str]] = {}
    left: dict[tuple[int, str], set[str]] = {}
    for mention in mentions:
        if mention.source in LISTED:
            continue
        lines_of.setdefault(mention.name, set()).add(mention.line)
        people.setdefault(mention.line, set()).add(mention.name)
        if _tells_alone(page.lines[mention.line].text, mention.quote):
            continue
        for post in mention.posts:
            house = (post.organization or mention.organization).strip(" ,")
            if house and not is_generic(house) and _is_house(house):
                stated.setdefault(mention.line, {})[house] = None
                left.setdefault((mention.line, house), set()).add(mention.name if mention.status == "former" else "")
    apart = {
        houses[0]
        for line, held in stated.items()
        if len(houses := [house for house in held if not _related(house, owner)]) == 1
        and any(len(lines_of[name]) == 1 for name in people[line])
        and not _names(page.lines[line].text, owner)
    }
    told = {line: tuple(held) for line, held in stated.items()}
    return ParagraphHouses(owner, page.lines, told, len(apart) >= SEVERAL, left)


def _tells_alone(text: str, quote: str) -> bool:
    """Whether somebody is only quoted behind words of others: "is growing, said Bo Lim, Elm Health director"."""
    before = text[: max(0, text.find(quote))]
    return _SAID.search(before[-40:]) is not None and _QUOTED.search(before) is None


def _short(house: str) -> str:
    """How a house is called for short: by its first two words."""
    return " ".join(house.removeprefix("The ").split()[:2])


def _opening_house(text: str) -> str:
    """The house that a paragraph begins with and tells of: "Elm Hospital has announced"; "" for a body or none."""
    text = _NUMBER.sub("", text[:OPENING], count=1)
    tokens = tokenize(text)
    begin = skip_determiner(tokens, 0)
    if begin >= len(tokens) or not tokens[begin].is_capital:
        return ""
    found = read_organization(tokens, begin, dashes=True)
    if found is None or not (found.proper and found.strong) or found.end >= len(tokens):
        return ""
    if tokens[found.end - 1].lower not in ORGANIZATION_NOUNS:
        return ""
    house = house_name(slice_text(text, tokens, found.start, found.end))
    return house if tokens[found.end].text.islower() and is_health(house) and not is_body(house) else ""


def _house_of_entry(text: str, name: str) -> str:
    """The house that the entry of a list puts behind its person: "Ann Vale, RN, Elm Hospital (Elmtown). Ms. Vale"."""
    opened = read_name_line(text[:OPENING]) if name.split()[-1] in text[:OPENING] else None
    if opened is None or slice_text(text, opened[1], opened[0].start, opened[0].end) != name:
        return ""
    tokens, at = opened[1], opened[0].outer_end
    if at + 1 >= len(tokens) or tokens[at].text not in {",", "("} or not tokens[at + 1].is_capital:
        return ""
    found = read_organization(tokens, at + 1)
    if found is None or not (found.proper and found.noun) or found.end >= len(tokens):
        return ""
    house = slice_text(text, tokens, found.start, found.end)
    return house if tokens[found.end].text in {"(", ")", "."} and is_health(house) else ""


def _is_house(name: str) -> bool:
    """Whether words are an organization's name, not one stray word, and of none that sits within another."""
    span = whole_organization(name)
    inner = name.split()[-1].lower() in {"committee", "subcommittee", "board", "council", "department", "division"}
    inner = inner or not {"program", "programme"}.isdisjoint(name.lower().split())  # "Nutrition Program for Women"
    return span is not None and not inner and (span.end > 1 or is_health(name)) and (span.noun or span.proper)


def _names(text: str, owner: str) -> bool:
    return bool(owner) and (owner in text or owner.removeprefix("The ") in text)


def _related(a: str, b: str) -> bool:
    """Whether two names are of one house as far as their words tell."""
    if not a or not b:
        return False
    a, b = a.removeprefix("The "), b.removeprefix("The ")
    return a.startswith(b) or b.startswith(a) or a.split()[0] == b.split()[0]
