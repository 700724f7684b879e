"""What a venue lets people approve: the promise of `projects.rules`, held against what is asked of a reviewer. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.articles.approval_models import SCOPES
from outreach.projects import rules as venue_rules
from outreach.projects.venue_files import Venue

_BY_REVIEW: dict[str, tuple[str, ...]] = {
    "whole": ("facts", "quotes", "whole"),
    "quotes and facts": ("facts", "quotes"),
    "none": (),
    "": (),
}
"""What a venue lets a source see (`projects.models.SOURCE_REVIEWS`) -> the scopes that can be asked for."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The scopes that can be asked for, and the rule behind them.

    why: the venue's rule in a sentence. url: the page where it was read, "" for none. is_unknown: nobody has noted the
    rule, so the editors have to be asked; what they said opens all scopes.
    """

    scopes: tuple[str, ...]
    why: str
    venue: str = ""
    url: str = ""
    is_unknown: bool = False
    editors_said: str = ""

    @property
    def usual(self) -> str:
        """The scope that is proposed: the widest; "" where there is none."""
        return self.scopes[-1] if self.scopes else ""

    def refusal_of(self, scope: str) -> str:
        """Why a scope cannot be asked for."""
        wanted = SCOPES.get(scope, "This").lower()
        advice = "Ask the editors, and note what they said." if self.is_unknown else ""
        if not advice:
            allowed = [SCOPES[one].lower() for one in self.scopes]
            advice = f"You may ask about {' or '.join(allowed)}." if allowed else "You can promise and ask for nothing."
        page = f" Read on {self.url}." if self.url else ""
        return f"You cannot ask somebody to approve {wanted}. {self.why}{page} {advice}"


def allowed_in(venue: Venue | None, editors_said: str = "") -> Allowed:
    """What can be asked for a text in a venue; None is for no venue at all, where the text is the writer's own."""
    promise = venue_rules.promise(venue)
    if venue is None:
        return Allowed(_BY_REVIEW["whole"], promise.why)
    page = next((line.page for line in venue_rules.lines(venue) if line.label == "People in the text"), None)
    is_unknown = venue.source_review == ""
    scopes = _BY_REVIEW["whole"] if is_unknown and editors_said.strip() else _BY_REVIEW[venue.source_review]
    return Allowed(
        scopes, promise.why, venue.name, page.url if page is not None else "", is_unknown,
        editors_said.strip() if is_unknown else "",
    )  # fmt: skip
