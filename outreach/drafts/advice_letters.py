"""The report on advice, begun by one press from what is kept of it: what they advised, what was tried, what came."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from outreach.drafts import beginning, compose, operations
from outreach.drafts.beginning import Chosen
from outreach.drafts.compose import Occasion
from outreach.drafts.editor import bp, by, to_draft
from outreach.drafts.letter_grammar import clause
from outreach.errors import Refused
from outreach.notices import tell
from outreach.relationships import queries as relationships
from outreach.relationships.models import Advice
from outreach.request_session import session
from outreach.security import requires

LETTER = "advice-report"


def occasion_of(advice: Advice) -> Occasion:
    """What the letter takes of an advice. Their own words stand in quotation marks, and no other words do."""
    words = " ".join(advice.words.split()).rstrip(".")
    told = f"this: “{words}”" if advice.is_exact else f"this: {clause(words)}"
    return Occasion(advice=told, tried=advice.tried, happened=advice.outcome)


@bp.post("/drafts/report-on-advice/<int:advice_id>")
@requires("editor")
def report_on_advice(advice_id: int) -> ResponseReturnValue:
    """Writes the report. Raises: NotFound; Refused where nothing was tried, or they are not to be written to."""
    advice = relationships.advice_here(session(), advice_id)
    if not (advice.tried or advice.outcome):
        raise Refused("Note first what you tried, or what came of it: that is what they want to hear.")
    letter = compose.letters().get(LETTER)
    allowed = operations.may_write_to(advice.person)
    if letter is None or not allowed.allowed:
        raise Refused(*(allowed.reasons or ("The letter “Report on their advice” is not there.",)))
    row = beginning.begin(session(), Chosen(letter, advice.person, occasion=occasion_of(advice)), by())
    row.advice_id = advice.id
    tell("Written from what you noted. When it has left, it is noted that they were told.")
    return to_draft(row.id)
