"""Briefs as PDFs: one page a person on US Letter or A4, and packs of them.

    pdf.brief(brief, "letter") -> bytes       exactly one page; what has no room is left out by rank
    pdf.fitted(brief, "letter") -> Numbered   what stands on that page, for the print page in the browser
    pdf.pack(pack, "a4") -> bytes             run sheet, one page each, pocket cards, all sources
    pdf.difference(sheet, "a4") -> bytes      what has changed since a print

Beside `outreach.pdf` only this package knows reportlab. Same values, same bytes.
"""

from __future__ import annotations

from outreach.briefs.model import Brief, Numbered
from outreach.briefs.pdf.files import brief, difference, pack
from outreach.briefs.pdf.fitting import fitted_page
from outreach.briefs.pdf.left_out_letters import left_out

__all__ = ["brief", "difference", "fitted", "left_out", "pack"]


def fitted(brief: Brief, paper: str) -> Numbered:
    """What stands on a brief's page, with the numbers of its sources. Raises: ValueError for an unknown paper."""
    return fitted_page(brief, paper).numbered
