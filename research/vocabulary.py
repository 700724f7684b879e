"""The closed list of what may be asserted of a person or an organization.

Each predicate says what kind of value it takes, whether a subject can have several at once, and how long a value
stays fresh. Nothing outside this list can become a claim: families, health, religion, homes, ages and politics have
no word here, on purpose. Adding a kind of fact is adding one entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from research.types import Scalar, Subject

ValueKind = Literal["text", "title", "name", "number", "money", "date", "flag", "link", "rating"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One kind of fact.

    `many`: several values can be true at once (awards); otherwise two values are a dispute.
    `fresh_days`: after so many days from its own date a value is shown as stale; None = it does not age.
    `sought`: a dossier without it has a gap.
    """

    key: str
    subject: Subject
    label: str
    kind: ValueKind
    many: bool = False
    fresh_days: int | None = None
    sought: bool = False
    unit: str = ""

    def accepts(self, value: Scalar) -> bool:
        """Whether the value has this predicate's kind; a text is never empty, a number never a flag."""
        if self.kind == "flag":
            return isinstance(value, bool)
        if self.kind in ("number", "money", "rating"):
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        return isinstance(value, str) and bool(value.strip())


def _person(key: str, label: str, kind: ValueKind, **more: object) -> Predicate:
    return Predicate(key, "person", label, kind, **more)  # type: ignore[arg-type]


def _organization(key: str, label: str, kind: ValueKind, **more: object) -> Predicate:
    return Predicate(key, "organization", label, kind, **more)  # type: ignore[arg-type]


# Days of freshness: a post is confirmed within 90 days for a request (product rule for readiness); public figures
# of CMS and the IRS are yearly, and are published one to three years late, so they are stale after four years.
_POST_DAYS = 365
_YEARLY_FIGURE_DAYS = 4 * 365

_ALL = (
    # --- a person -------------------------------------------------------------------------------------------------
    _person("name", "Name", "name", many=True),
    _person("credential", "Credential", "text", many=True),
    _person("role", "Post", "title", many=True, fresh_days=_POST_DAYS, sought=True),
    _person("former_role", "Earlier post", "title", many=True, sought=True),
    _person("board_seat", "Board seat", "title", many=True, fresh_days=2 * 365),
    _person("affiliation", "Affiliation", "text", many=True, fresh_days=2 * 365),
    _person("education", "Education", "text", many=True, sought=True),
    _person("award", "Award", "text", many=True, sought=True),
    _person("program", "Program", "text", many=True, sought=True),
    _person("said", "Own words", "text", many=True, sought=True),
    _person("publication", "Publication", "text", many=True, sought=True),
    _person("topic", "Topic of publications", "text", many=True),
    _person("trial", "Clinical study", "text", many=True),
    _person("grant", "Research grant", "text", many=True),
    _person("talk", "Talk, podcast or video", "text", many=True, sought=True),
    _person("public_service", "Public service", "text", many=True),
    _person("membership", "Membership", "text", many=True),
    _person("specialty", "Clinical specialty", "text", many=True),
    _person("licensed_state", "State of license", "text", many=True),
    _person("mention", "In the news", "text", many=True),
    _person("website", "Web page", "link", many=True),
    _person("identifier", "Identifier", "text", many=True),
    # --- an organization ------------------------------------------------------------------------------------------
    _organization("organization_name", "Name", "name", many=True),
    _organization("organization_identifier", "Identifier", "text", many=True),
    _organization("organization_kind", "Kind", "text", many=True),
    _organization("location", "Location", "text", many=True),
    _organization("organization_website", "Web site", "link", many=True),
    _organization("feed", "News feed", "link", many=True),
    _organization("ownership", "Ownership", "text", fresh_days=_YEARLY_FIGURE_DAYS, sought=True),
    _organization("overall_rating", "CMS overall rating (1 to 5 stars)", "rating", fresh_days=2 * 365, sought=True),
    _organization("emergency_services", "Emergency services", "flag", fresh_days=_YEARLY_FIGURE_DAYS),
    _organization("birthing_friendly", "Meets CMS birthing-friendly criteria", "flag", fresh_days=2 * 365),
    _organization("quality_measure", "Quality measure", "text", many=True, fresh_days=2 * 365),
    _organization("beds", "Beds", "number", fresh_days=_YEARLY_FIGURE_DAYS, sought=True),
    _organization("employees", "Employees", "number", fresh_days=_YEARLY_FIGURE_DAYS, sought=True),
    _organization("volunteers", "Volunteers", "number", fresh_days=_YEARLY_FIGURE_DAYS),
    _organization("discharges", "Discharges a year", "number", fresh_days=_YEARLY_FIGURE_DAYS),
    _organization(
        "revenue", "Revenue", "money", many=True, fresh_days=_YEARLY_FIGURE_DAYS, sought=True, unit="US dollars"
    ),
    _organization("expenses", "Expenses", "money", many=True, fresh_days=_YEARLY_FIGURE_DAYS, unit="US dollars"),
    _organization("net_income", "Net income", "money", many=True, fresh_days=_YEARLY_FIGURE_DAYS, unit="US dollars"),
    _organization("assets", "Assets", "money", many=True, fresh_days=_YEARLY_FIGURE_DAYS, unit="US dollars"),
    _organization(
        "community_benefit", "Community benefit", "text", many=True, fresh_days=_YEARLY_FIGURE_DAYS, unit="US dollars"
    ),
    _organization("mission", "Mission", "text", many=True, sought=True),
    _organization("founded", "Founded", "date"),
    _organization("parent", "Part of", "text", many=True, fresh_days=_YEARLY_FIGURE_DAYS),
    _organization("unit", "Hospital or unit", "text", many=True, fresh_days=_YEARLY_FIGURE_DAYS),
    _organization("owner", "Owner or manager", "text", many=True, fresh_days=_YEARLY_FIGURE_DAYS),
    _organization("officer", "Officer", "text", many=True, fresh_days=3 * 365, sought=True),
    _organization("officer_change", "Change of officers", "text", many=True),
    _organization("characteristic", "Characteristic", "text", many=True, fresh_days=_YEARLY_FIGURE_DAYS),
    _organization("filing", "Filing", "text", many=True),
    _organization("organization_program", "Program", "text", many=True),
    _organization("organization_award", "Award", "text", many=True),
    _organization("news", "News", "text", many=True),
)

PREDICATES: dict[str, Predicate] = {predicate.key: predicate for predicate in _ALL}
"""All predicates by key."""

PERSON_PREDICATES = frozenset(p.key for p in _ALL if p.subject == "person")
ORGANIZATION_PREDICATES = frozenset(p.key for p in _ALL if p.subject == "organization")
