"""Are two people of a workspace perhaps one? What speaks for it and what against, in sentences; never a decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from outreach.folding import fold
from outreach.people.models import IDENTIFIER_SCHEMES
from outreach.words import listed
from research.name_matching import NameMatch, compare, same_given
from research.names import PersonName

ONE_EACH = frozenset({"npi", "orcid", "qid"})
"""Schemes in which a person has one number: two different ones are two people."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where somebody works or worked: the id of the organization if it is kept, and its name."""

    organization_id: int | None
    name: str
    title: str
    is_current: bool

    @property
    def key(self) -> object:
        """Equal for one organization."""
        return self.organization_id if self.organization_id is not None else fold(self.name)


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of a person. `addresses` are keys of e-mail addresses, present and earlier."""

    id: int
    name: str
    parsed: PersonName
    goes_by: str = ""
    kind: str = "leader"
    addresses: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    workplaces: tuple[Workplace, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two people being one, and what against.

    `weight` orders a list of pairs and is shown nowhere; `is_likely` says whether to ask the user about them.
    """

    reasons: tuple[str, ...]
    against: tuple[str, ...]
    weight: int
    is_likely: bool


def likeness(one: Known, other: Known) -> Likeness:
    """Compares two people. Names alone make two people likely one only where first and last name agree."""
    match = compare(one.parsed, other.parsed)
    name = _about_names(one, other, match)
    addresses = sorted((one.addresses & other.addresses) - {""})
    places = _shared_workplaces(one, other)
    reasons = [sentence for sentence in (name, *_about_addresses(addresses), *_about_places(places)) if sentence]
    against = list(_against(one, other, match))
    weight = 3 * len(addresses) + 2 * bool(places) + {"equal": 2, "compatible": 1}.get(match.verdict, 0)
    likely = not against and _is_likely(one, other, match, tied=bool(addresses or places), addresses=bool(addresses))
    return Likeness(tuple(reasons), tuple(against), weight, likely)


def _is_likely(one: Known, other: Known, match: NameMatch, *, tied: bool, addresses: bool) -> bool:
    """`tied`: they share an address or a workplace."""
    if match.verdict == "equal":
        return True
    if match.verdict == "compatible":
        return tied or not match.surname_in_part
    if match.verdict == "initial":
        return tied and match.has_given
    # A common mailbox ties people of different names; one first name with it may be a new surname.
    return (addresses and same_given(one.parsed.given, other.parsed.given)) or _goes_by(one, other)


def _goes_by(one: Known, other: Known) -> bool:
    """Whether one goes by the other's first name, and the surname is the same."""
    if fold(one.parsed.family) != fold(other.parsed.family):
        return False
    pairs = ((one.goes_by, other.parsed.given), (other.goes_by, one.parsed.given))
    return any(short and same_given(short, given) for short, given in pairs)


def _about_names(one: Known, other: Known, match: NameMatch) -> str:
    if fold(one.name) == fold(other.name):
        return "The same name."
    if match.verdict != "different":
        return f"{match.detail[:1].upper()}{match.detail[1:]}."
    if _goes_by(one, other):
        return f"The same surname, and one goes by {one.goes_by or other.goes_by}."
    if same_given(one.parsed.given, other.parsed.given):
        return "The same first name."
    return ""


def _about_addresses(addresses: list[str]) -> Iterator[str]:
    if addresses:
        yield f"The same e-mail address: {listed(addresses[:3])}."


def _shared_workplaces(one: Known, other: Known) -> list[tuple[Workplace, Workplace]]:
    mine = {place.key: place for place in one.workplaces if place.key}
    return [(mine[place.key], place) for place in other.workplaces if place.key in mine]


def _about_places(places: list[tuple[Workplace, Workplace]]) -> Iterator[str]:
    told: set[str] = set()
    for mine, theirs in places:
        if theirs.name in told or len(told) == 3:
            continue
        told.add(theirs.name)
        verb = "Both work" if mine.is_current and theirs.is_current else "Both work or worked"
        same_post = mine.title and fold(mine.title) == fold(theirs.title)
        yield f"{verb} at {theirs.name}{f' as {theirs.title}' if same_post else ''}."


def _against(one: Known, other: Known, match: NameMatch) -> Iterator[str]:
    for scheme in sorted(ONE_EACH):
        mine = {value for name, value in one.identifiers if name == scheme}
        theirs = {value for name, value in other.identifiers if name == scheme}
        if mine and theirs and not mine & theirs:
            yield f"Different numbers: {IDENTIFIER_SCHEMES[scheme]} {min(mine)} and {min(theirs)}."
    if match.veto:
        yield f"{match.detail[:1].upper()}{match.detail[1:]}."
    if "communications_office" in {one.kind, other.kind} and one.kind != other.kind:
        yield "One of them is an office."
