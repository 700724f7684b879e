"""Words of a register in plain words."""

from __future__ import annotations

from outreach.briefs.house_words import plain_words


def test_codes_are_told_plainly_and_all_else_stays() -> None:
    assert plain_words("Hospital. VOLUNTARY NON-PROFIT - PRIVATE.") == "Hospital. Private, not for profit."
    assert plain_words("Physician group, proprietary in part") == "Physician group, proprietary in part"
