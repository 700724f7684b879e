"""The post to introduce a person with: of all that a dossier tells, the one held now, where one asked about them."""

from __future__ import annotations

from research.dossier import Dossier
from research.merge import same_house
from research.organization_relations import relation
from research.organization_ties import related_organizations
from research.posts import same_post
from research.types import Fact


def current_post(dossier: Dossier) -> Fact | None:
    """The post to introduce the person with: held now, at the asked organization where there is one, the newest said.

    Not a post to come, one that has ended, or one that a newer text calls an earlier post.
    """
    today = dossier.built_at.date()
    former = dossier.about("person", "former_role")
    held = [
        fact
        for fact in dossier.about("person", "role")
        if fact.status not in ("former", "outgoing", "incoming")
        and not (fact.end and fact.end.last_day() < today)
        and not any(_ended(fact, other) for other in former)
    ]
    wanted = dossier.query.organization
    return max(
        held,
        key=lambda f: (
            _nearness(wanted, f.organization),
            f.as_of.first_day().toordinal() if f.as_of else 0,
            len({claim.citation.document for claim in f.claims}),
            f.confidence,
            str(f.value),
        ),
        default=None,
    )


def _ended(fact: Fact, other: Fact) -> bool:
    """Whether a newer statement calls this very post an earlier one."""
    newer = other.as_of and fact.as_of and fact.as_of < other.as_of
    return (
        bool(newer)
        and same_post(str(fact.value), str(other.value))
        and same_house(fact.organization, other.organization)
    )


def _nearness(asked: str, found: str) -> int:
    if not asked or not found:
        return 0
    how = relation(asked, found)
    if how in ("same", "within"):
        return 3 if how == "same" else 2
    return 1 if related_organizations(asked, found) else 0
