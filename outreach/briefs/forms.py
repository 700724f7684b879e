"""The form of what is printed: which parts, on which paper. It lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, ValidationError

from outreach.accounts.fields import choice
from outreach.briefs.models import PAPERS
from outreach.briefs.packs import PARTS
from outreach.relationships.advice_forms import Ticked

PAPER_WORDS = tuple(PAPERS.items())


class PaperForm(FlaskForm):
    """On which paper."""

    paper = choice("Paper", PAPER_WORDS)


class PackForm(PaperForm):
    """Which parts, on which paper."""

    run_sheet = Ticked(PARTS["run_sheet"], description="Whom you meet when, with the page numbers.")
    briefs = Ticked(PARTS["briefs"], description="Always exactly one page a person.")
    cards = Ticked(PARTS["cards"], description="Four on a sheet, to cut out.")
    sources = Ticked(PARTS["sources"], description="Person by person, with whole addresses.")

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that are ticked, in their order."""
        return tuple(key for key in PARTS if self[key].data)

    def validate_run_sheet(self, _field: Field) -> None:
        """Raises: ValidationError where nothing is ticked."""
        if not self.parts:
            raise ValidationError("Tick at least one part of the pack.")

    def validate_sources(self, field: Field) -> None:
        """Raises: ValidationError for sources of pages that are not printed."""
        if field.data and not self.briefs.data:
            raise ValidationError("The list of sources belongs to the pages: tick “One page each” as well.")


def chosen(arguments: Mapping[str, Any], usual: Collection[str], usual_paper: str) -> tuple[tuple[str, ...], str]:
    """Parts and paper as an address names them ("parts=run_sheet,cards", "paper=a4"); the usual ones for what it lacks.

    What it names wrongly is as if it were not named.
    """
    named = [key for key in str(arguments.get("parts", ""))[:100].split(",") if key in PARTS]
    parts = tuple(key for key in PARTS if key in named and (key != "sources" or "briefs" in named)) or tuple(usual)
    paper = str(arguments.get("paper", ""))
    return parts, paper if paper in PAPERS else usual_paper
