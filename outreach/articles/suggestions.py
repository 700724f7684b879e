"""Suggestions: what reviewers wish changed, in the order of the text, and what becomes of each.

Accepting changes nothing in the text yet: `new_version` makes one of all that were accepted or adapted. Until then each
can be taken up again. A change of somebody's words is accepted where the notes have it, or where they wish it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from outreach.articles import suggestion_places
from outreach.articles.approval_models import SUGGESTION_STATES, ReceivedAnswer, Reviewer, Suggestion
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.placing import Placed
from outreach.articles.suggestion_places import Text
from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.operations import By, ChangedElsewhere
from outreach.sent_twice import hold

WORDS_MAX = 20_000
AUTHOR_MAX = 200
OPEN_ENOUGH = ("open", "discussed")
"""States in which something is still to be decided."""

TAKEN = ("accepted", "adapted")
_CLOSING = frozenset(",.;:!?)]”’…")
"""States of what goes into the next version."""


# --- reading ----------------------------------------------------------------------------------------------------------


def open_counts(session: WorkspaceSession) -> Mapping[int, int]:
    """Article -> how many suggestions nobody has decided about yet; articles without any are left out."""
    rows = select(Suggestion.article_id, func.count()).where(Suggestion.state == "open").group_by(Suggestion.article_id)
    return {article_id: int(number) for article_id, number in session.execute(rows)}


def counts(session: WorkspaceSession, article: Article) -> Mapping[str, int]:
    """State -> how many suggestions of an article are in it."""
    rows = select(Suggestion.state, func.count()).where(Suggestion.article_id == article.id).group_by(Suggestion.state)
    return {state: int(number) for state, number in session.execute(rows)}


def came_back(session: WorkspaceSession, article: Article) -> int:
    """How many files, messages and notes of calls came back about an article."""
    mine = select(func.count()).select_from(ReceivedAnswer)
    return session.scalar(mine.where(ReceivedAnswer.article_id == article.id, ReceivedAnswer.deleted_at.is_(None))) or 0


def made_from(session: WorkspaceSession, received: ReceivedAnswer) -> int:
    """How many suggestions were made from what came back."""
    mine = select(func.count()).select_from(Suggestion)
    return session.scalar(mine.where(Suggestion.received_id == received.id)) or 0


def of_article(session: WorkspaceSession, article: Article) -> Sequence[Suggestion]:
    """All suggestions about an article, in no order of the text yet."""
    mine = select(Suggestion).where(Suggestion.article_id == article.id)
    return session.scalars(mine.order_by(Suggestion.version_id, Suggestion.position, Suggestion.id)).all()


def suggestion_here(session: WorkspaceSession, article: Article, number: int) -> Suggestion:
    """A suggestion of an article. Raises: NotFound."""
    row = session.get(Suggestion, number)
    if row is None or row.article_id != article.id:
        raise NotFound
    return row


def to_go_in(session: WorkspaceSession, article: Article) -> Sequence[Suggestion]:
    """What was accepted or adapted and stands in no version yet."""
    waiting = select(Suggestion).where(
        Suggestion.article_id == article.id, Suggestion.state.in_(TAKEN), Suggestion.made_in_id.is_(None)
    )
    return session.scalars(waiting.order_by(Suggestion.id)).all()


# --- making them ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class From:
    """Where suggestions come from. author: who made them, where they do not say so themselves."""

    received: ReceivedAnswer
    version: ArticleVersion
    reviewer: Reviewer | None
    author: str
    decision_id: int | None = None


def add(session: WorkspaceSession, came: From, wished: Sequence[Placed], by: By) -> int:
    """Puts changes on the list, in their order; how many. What came together once is not put there twice."""
    hold(session, ReceivedAnswer.id, came.received.id)
    if made_from(session, came.received):
        return 0
    for position, one in enumerate(wished, start=1):
        session.add(_row(came, position, one, by))
    session.flush()
    return len(wished)


def _row(came: From, position: int, one: Placed, by: By) -> Suggestion:
    change = one.change
    comment = "\n".join([change.comment, *(f"{said.author or 'Somebody'}: {said.text}" for said in change.replies)])
    return Suggestion(
        article_id=came.version.article_id, version_id=came.version.id,
        reviewer_id=came.reviewer.id if came.reviewer else None, decision_id=came.decision_id,
        received_id=came.received.id, way=came.received.way, position=position,
        kind=change.kind if change.kind != "comment" or one.span or change.before else "general",
        author=(change.author.strip() or came.author)[:AUTHOR_MAX], made_at=_sensible(change.made_at, by.now),
        starts=one.span.starts if one.span else None, ends=one.span.ends if one.span else None, moves_to=one.moves_to,
        before=change.before, after="" if change.kind == "comment" else change.after, comment=comment.strip("\n"),
        around=one.around, created_at=by.now,
    )  # fmt: skip


def _sensible(moment: datetime | None, now: datetime) -> datetime | None:
    """The time that a file tells, unless it lies ahead."""
    return moment if moment is not None and moment <= now else None


# --- deciding ---------------------------------------------------------------------------------------------------------


def accept(session: WorkspaceSession, row: Suggestion, version: int, by: By) -> bool:
    """Takes it as it is; whether anything was to be done.

    Raises: ChangedElsewhere; Refused where it says nothing to put in, where its place is gone, where another one for
    the same words was taken, and for somebody else's words.
    """
    if not _may_go_on(row, "accepted", version):
        return False
    text = suggestion_places.text_of(session, row.article_id)
    why = why_not(session, row, row.after, text)
    if why:
        raise Refused(why)
    _settle(row, "accepted", by)
    session.flush()
    return True


def adapt(session: WorkspaceSession, row: Suggestion, words: str, version: int, by: By) -> bool:
    """Takes it in the user's own words; whether anything was to be done. Raises: as `accept`.

    The blanks at both ends stay those of the words that go, or of those that were wished; none comes before a comma.
    """
    words = _between_the_same_blanks(row, words)
    if row.state == "adapted" and row.settled_text == words:
        return False
    if not _may_go_on(row, "", version):
        return False
    why = why_not(session, row, words, suggestion_places.text_of(session, row.article_id))
    if why:
        raise Refused(why)
    _settle(row, "adapted", by)
    row.settled_text = words
    session.flush()
    return True


def _between_the_same_blanks(row: Suggestion, words: str) -> str:
    like, bare = row.before or row.after, words.strip()
    if not bare or row.kind in suggestion_places.REMARKS or not like.strip():
        return bare
    before = "" if bare[0] in _CLOSING else like[: len(like) - len(like.lstrip())]
    return before + bare + like[len(like.rstrip()) :]


def discuss(session: WorkspaceSession, row: Suggestion, answer: str, fact_id: int | None, version: int, by: By) -> bool:
    """Keeps what the user says to it, with the fact whose passage is shown. Raises: Refused for an empty answer."""
    if not answer.strip():
        raise Refused("Write what you say to them, or keep it as it was with a reason.")
    if (row.state, row.answer) == ("discussed", answer) or not _may_go_on(row, "", version):
        return False
    _settle(row, "discussed", by)
    row.answer, row.fact_id = answer[:WORDS_MAX], fact_id
    session.flush()
    return True


def keep(session: WorkspaceSession, row: Suggestion, reason: str, version: int, by: By) -> bool:
    """Leaves the text as it was, with a reason. Raises: Refused without one."""
    if not reason.strip():
        raise Refused("Write why it stays as it was: one sentence that they may read.")
    if not _may_go_on(row, "kept", version):
        return False
    _settle(row, "kept", by)
    row.answer = reason[:WORDS_MAX]
    session.flush()
    return True


def take_up(session: WorkspaceSession, row: Suggestion) -> bool:
    """Opens a suggestion again. Raises: Refused for one that stands in a version."""
    if row.state == "open":
        return False
    if row.made_in_id is not None:
        raise Refused("This stands in a version already. Write it back in the text, or restore an earlier version.")
    row.state, row.settled_at, row.settled_by_id = "open", None, None
    row.settled_text, row.answer, row.fact_id = "", "", None
    session.flush()
    return True


def accept_all(session: WorkspaceSession, article: Article, chosen: Mapping[int, int], by: By) -> int:
    """Takes those of a page that listed them (id -> version of the row), as far as they still may be; how many."""
    taken = 0
    for row in easy(session, article):
        if chosen.get(row.id) == row.version and accept(session, row, row.version, by):
            taken += 1
    return taken


def easy(session: WorkspaceSession, article: Article) -> Sequence[Suggestion]:
    """Open suggestions that can be taken without a second look: no figure, nobody's words, no other one beside them."""
    text = suggestion_places.text_of(session, article.id)
    rows = [row for row in of_article(session, article) if row.state == "open"]
    return [
        row for row in suggestion_places.in_order(rows, text)
        if not text.touches_figure(row) and not text.quotes_touched(row) and not text.rivals(row)
        and not why_not(session, row, row.after, text)
    ]  # fmt: skip


def _may_go_on(row: Suggestion, state: str, version: int) -> bool:
    """Whether it is to be written. Raises: ChangedElsewhere where another window decided something else."""
    if row.made_in_id is not None:
        raise Refused("This stands in a version already, so it stays as it is.")
    if state and row.state == state:
        return False
    if row.version != version:
        raise ChangedElsewhere
    return True


def _settle(row: Suggestion, state: str, by: By) -> None:
    row.state, row.settled_at, row.settled_by_id = state, by.now, by.user_id
    row.settled_text, row.answer, row.fact_id = "", "", None


def why_not(session: WorkspaceSession, row: Suggestion, words: str, text: Text) -> str:
    """Why these words cannot come in the place of what a suggestion is about; "" where they can."""
    if len(words) > WORDS_MAX:
        return f"Use at most {WORDS_MAX:,} characters."
    if row.kind in ("comment", "general", "formatting") and row.after == words:
        return "This is a remark: it says nothing to put in. Write your own words, or answer it."
    if text.place(row) is None:
        return "The place of this is not in the text any more. Put it in by hand, and keep it here with a reason."
    if row.kind == "move" and row.after == words and text.target(row) is None:
        return "It cannot be said where these words go. Move them by hand, or write the passage in your own words."
    rival = next((one for one in text.rivals(row) if one.state in TAKEN), None)
    if rival is not None:
        said = SUGGESTION_STATES[rival.state].lower()
        return f"Another suggestion for the same words was {said}. Take that one up again first."
    return text.strange_words(row, words, _person_of(session, row))


def _person_of(session: WorkspaceSession, row: Suggestion) -> tuple[int | None, str]:
    """Who wishes it: the person and the name of the reviewer."""
    reviewer = session.get(Reviewer, row.reviewer_id) if row.reviewer_id is not None else None
    return (reviewer.person_id, reviewer.name) if reviewer is not None else (None, "")
