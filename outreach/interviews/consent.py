"""What a leader agrees to: recording and quoting, asked aloud before anything else, with their own words to it.

Nothing is recorded or stored here. The latest answer stands, and each earlier one stays to be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.interviews.talk_models import Interview, InterviewConsent
from outreach.people.operations import By, ChangedElsewhere

WORDS_MAX = 500

ALOUD = (
    "“May I record our talk, so that I quote you exactly? It is for my notes only, and I switch it off at any time.”",
    "“May I quote you by name? If you like, I will show you your words before anybody else reads them.”",
)
"""What to say, before the first question (product.md, 5.8: consent and frame)."""

NO_QUOTE = "They do not want to be quoted. Use what you heard to understand, and put none of it in their mouth."
CHECK_FIRST = "They check their words before you use them. Send each quotation to them first."
NOT_ASKED = "Nobody has asked them yet. Until they said yes, nothing may be recorded or quoted."


@dataclass(frozen=True, slots=True)
class Answer:
    """What they agreed to. `recording`: a key of `RECORDING`; `quoting`: of `CONSENTS`; `words`: what they said."""

    recording: str
    quoting: str
    words: str = ""


def note(session: WorkspaceSession, row: Interview, answer: Answer, version: int, by: By) -> bool:
    """Notes what they agreed to now; False where that stands already. What stood before stays to be seen.

    Raises: ChangedElsewhere; Refused where neither was asked though an answer stood there.
    """
    if (row.recording, row.quoting, row.consent_words) == (answer.recording, answer.quoting, answer.words):
        return False
    if row.version != version:
        raise ChangedElsewhere
    was_asked = (answer.recording, answer.quoting) != ("not_asked", "not_asked")
    if not was_asked and answer.words:
        raise Refused("Say what their words were about: recording, quoting, or both.")
    row.recording, row.quoting, row.consent_words = answer.recording, answer.quoting, answer.words
    row.consent_at = by.now if was_asked else None
    row.updated_at = by.now
    session.add(
        InterviewConsent(
            interview_id=row.id, recording=answer.recording, quoting=answer.quoting, words=answer.words,
            told_at=by.now, noted_by_id=by.user_id,
        )
    )  # fmt: skip
    session.flush()
    return True


def earlier(session: WorkspaceSession, row: Interview) -> Sequence[InterviewConsent]:
    """What they had agreed to before the answer that stands, latest first."""
    all_of_it = select(InterviewConsent).where(InterviewConsent.interview_id == row.id)
    told = session.scalars(all_of_it.order_by(InterviewConsent.told_at.desc(), InterviewConsent.id.desc())).all()
    return told[1:]


def remark_on(row: Interview) -> str:
    """What follows for quoting, in a sentence; "" where they may be quoted as they are."""
    return {"not_asked": NOT_ASKED, "no": NO_QUOTE, "after_check": CHECK_FIRST}.get(row.quoting, "")
