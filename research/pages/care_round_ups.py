"""Round-ups of posts at houses of care: "5. Ann Vale was named CEO of Mercy Oaktown" says no more of the house.

Where nearly every entry names a house of care by its name, the few that do not are of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from research.pages.care_names import is_health, is_other_field
from research.pages.leadership import DENSE
from research.pages.model import PersonFound
from research.pages.page_owner import Owner

HOUSES = 4
"""Different houses of care that a text must give to leaders."""
SHARE = 3
"""So many people must be at a house of care for each at one of unknown field."""
_TOP = re.compile(r"\b(?:president|c[efnmo]o|chief\s(?:[a-z]+\s){1,3}officer|administrator)\b", re.IGNORECASE)


def with_like_houses(people: Sequence[PersonFound], owner: Owner) -> list[PersonFound]:
    """The people in the same order, those at a house of unknown field leaders where a round-up is of houses of care."""
    told = [person for person in people if person.organization and not person.inferred and not person.listed]
    care = [person for person in told if person.leader and is_health(person.organization)]
    unsure = [person for person in told if person.leader is None and _TOP.search(person.title)]
    several = len({person.organization for person in care}) >= HOUSES and len(care) >= SHARE * len(unsure)
    others = any(person.leader is False and is_other_field(person.organization) for person in told)
    if not unsure or not several or others or owner.health < DENSE:
        return list(people)
    names = {person.name for person in unsure}
    return [replace(person, leader=True) if person.name in names else person for person in people]
