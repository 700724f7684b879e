"""What a register calls a hospital and its owner, in plain words. Pure.

>>> plain_words("Hospital. Voluntary non-profit - Church.")
'Hospital. Church-owned, not for profit.'
"""

from __future__ import annotations

import re

OWNERS = {
    "voluntary non-profit - private": "Private, not for profit",
    "voluntary non-profit - church": "Church-owned, not for profit",
    "voluntary non-profit - other": "Not for profit",
    "government - hospital district or authority": "Public: a hospital district or authority",
    "government - local": "Public: of a city or county",
    "government - state": "Public: of the state",
    "government - federal": "Public: federal",
    "proprietary": "For profit",
    "physician": "Owned by physicians",
    "tribal": "Tribal",
}
"""Words of the register of CMS for owners (Hospital General Information, "Hospital Ownership") -> plain words."""

KINDS = {
    "acute care hospitals": "Acute care hospital",
    "critical access hospitals": "Critical access hospital",
    "childrens": "Children’s hospital",
    "psychiatric": "Psychiatric hospital",
    "rural emergency hospital": "Rural emergency hospital",
    "long-term": "Long-term care hospital",
}
"""Words of the same register for kinds of hospitals -> plain words."""

_EVERY = {**OWNERS, **KINDS}
_CODES = re.compile(
    "|".join(re.escape(code) for code in sorted(_EVERY, key=len, reverse=True) if " " in code), re.IGNORECASE
)


def plain_words(text: str) -> str:
    """The text with the register's phrases told plainly; all else as it is."""
    return _CODES.sub(lambda found: _EVERY[found[0].casefold()], text)
