"""Where a pause is begun on the ground of trouble: of the organization, or of the person where none is kept."""

from __future__ import annotations

from typing import Any

from outreach.signals.trouble import PAUSE_REASON, trouble_in

UNSURE = "crisis"
"""The reason of a pause where the words tell no kind of trouble any more."""


def address(row: Any, house: str) -> str:
    """The page of the pause, with its reason chosen.

    row: a signal, or a row of `queries.troubles`. house: the organization's name, "" where it is not here.
    """
    told = trouble_in((row.sentence, row.quote), house) if house else None
    reason = PAUSE_REASON[told.kind] if told is not None else UNSURE
    if row.organization_id is not None and house:
        return f"/orgs/{row.organization_id}/pause?reason={reason}"
    return f"/people/{row.person_id}/pause?reason={reason}"
