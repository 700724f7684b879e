"""What a reviewer sends from their page: a yes, changes wished, a no; each becomes one decision and its suggestions.

Whatever they wrote is kept to the letter, up to lengths that no answer needs. Nothing here asks who they are: the link
is the proof, and the name that they give stands in the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from outreach.articles import article_text, decisions
from outreach.articles.approval_models import Decision, Suggestion
from outreach.articles.decisions import NewDecision
from outreach.articles.opened import TAKEN_BACK, Opened
from outreach.articles.shown import OwnQuote
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.folding import fold
from outreach.jobs.table import enqueue

QUOTE_MAX = 5_000
ELSE_MAX = 20_000

_QUOTE_FIELD = re.compile(r"quote-[1-9]\d{0,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who answers. name: of somebody who answers for the reviewer; "" for the reviewer."""

    name: str
    answers_for: bool
    shown_hash: str


@dataclass(frozen=True, slots=True)
class QuoteWish:
    """What is wished for one of their quotations."""

    quote: OwnQuote
    after: str
    leave_out: bool

    @property
    def is_change(self) -> bool:
        """Whether anything is wished."""
        return self.leave_out or _folded(self.after) != _folded(self.quote.words)

    @property
    def words(self) -> str:
        """The wish in words, for the record."""
        if self.leave_out:
            return f"Leave out: “{self.quote.words}”"
        return f"Instead of “{self.quote.words}”: “{self.after}”"


def answerer(form: Mapping[str, str], reviewer: str) -> Answerer:
    """Who sends this; reviewer: the name of who was asked.

    Raises: Refused where somebody answers for the reviewer and gives no name, or gives one and does not say so.
    """
    answers_for, name = bool(form.get("answers_for")), " ".join(article_text.clean(form.get("name", "")).split())
    if answers_for and not name:
        raise Refused("You ticked that you answer for somebody. Please give your own name, so that it can be noted.")
    if name and not answers_for and fold(name) != fold(reviewer):
        raise Refused(
            f"You gave a name. If you answer for {reviewer}, please tick that you do; if you are {reviewer}, leave the "
            "name empty."
        )
    if len(name) > decisions.NAME_MAX:
        raise Refused(f"The name is longer than {decisions.NAME_MAX} characters. Please give a shorter one.")
    return Answerer(name if answers_for else "", answers_for, form.get("shown", ""))


def wishes(opened: Opened, form: Mapping[str, str]) -> tuple[QuoteWish, ...]:
    """What is wished for each of their quotations; one that the form does not name stays. Raises: Refused: too long."""
    found = []
    for quote in opened.shown.quotes:
        after = article_text.clean(form.get(f"quote-{quote.position}", quote.words))
        if len(after) > QUOTE_MAX:
            raise Refused(f"Quote {quote.position} is longer than {QUOTE_MAX:,} characters. Please shorten it.")
        left_out = bool(form.get(f"out-{quote.position}")) or not after.strip()
        found.append(QuoteWish(quote, " ".join(after.split()), left_out))
    return tuple(found)


def something_else(form: Mapping[str, str]) -> str:
    """What they wrote below "Anything else?". Raises: Refused if too long."""
    words = article_text.clean(form.get("else", ""))
    if len(words) > ELSE_MAX:
        raise Refused(f"Your remarks are longer than {ELSE_MAX:,} characters. Please send them by e-mail instead.")
    return words


def written(form: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What they wrote, as (what it is, words): to be given back where it could not be recorded."""
    fields = sorted((name for name in form if _QUOTE_FIELD.fullmatch(name)), key=lambda name: int(name[6:]))
    told = [(f"Quote {name[6:]}", form[name]) for name in fields]
    told += [("Anything else", form.get("else", "")), ("Name", form.get("name", ""))]
    return tuple((label, words) for label, words in told if words.strip())


def say_yes(session: WorkspaceSession, opened: Opened, who: Answerer, now: datetime) -> Decision:
    """It is right and may be published. Raises: decisions.Decided, decisions.NewerVersion."""
    return _record(session, opened, _new(opened, who, "approved"), now)


def say_no(session: WorkspaceSession, opened: Opened, who: Answerer, words: str, now: datetime) -> Decision:
    """It may not be published. Raises: decisions.Decided, decisions.NewerVersion."""
    return _record(session, opened, _new(opened, who, "declined", words=words), now)


def ask_for_changes(
    session: WorkspaceSession, opened: Opened, who: Answerer, form: Mapping[str, str], now: datetime
) -> Decision:
    """Changes; with "need not see it again" a yes on the condition that they are made, else a request to look again.

    Raises: Refused where nothing was changed; decisions.Decided, decisions.NewerVersion.
    """
    changed = [one for one in wishes(opened, form) if one.is_change]
    remark = something_else(form)
    if not changed and not remark:
        raise Refused(
            "Nothing was changed yet. Change a quotation, tick one to be left out, or write below “Anything else?”."
        )
    told = "\n".join([*(one.words for one in changed), *([remark] if remark else [])])
    if form.get("after") == "fine":
        new = _new(opened, who, "approved", conditions=told)
    else:
        new = _new(opened, who, "changes", words=remark)
    decision = _record(session, opened, new, now)
    _suggest(session, opened, decision, changed, remark, now)
    return decision


def take_back(session: WorkspaceSession, opened: Opened, now: datetime) -> bool:
    """Ends what was decided, and what it suggested; whether there was something that could be.

    Raises: Refused after the day, or once the article is handed in.
    """
    if opened.decision is None:
        return False
    if not opened.may_take_back:
        raise Refused("The day until which this could be taken back has passed, or the article is handed in already.")
    if not decisions.take_back(session, opened.decision, TAKEN_BACK, now):
        return False
    open_ones = select(Suggestion).where(Suggestion.decision_id == opened.decision.id, Suggestion.state == "open")
    for row in session.scalars(open_ones):
        row.state, row.answer, row.settled_at = "kept", TAKEN_BACK, now
    _tell(session, opened.decision, now)
    session.flush()
    return True


def _new(opened: Opened, who: Answerer, answer: str, *, conditions: str = "", words: str = "") -> NewDecision:
    return NewDecision(
        answer=answer, by_name=who.name or opened.reviewer.name, way="page", shown_hash=who.shown_hash,
        answers_for=who.answers_for, conditions=conditions, words=words,
    )  # fmt: skip


def _record(session: WorkspaceSession, opened: Opened, new: NewDecision, now: datetime) -> Decision:
    decision = decisions.record(session, opened.request, new, now)
    _tell(session, decision, now)
    return decision


def _tell(session: WorkspaceSession, decision: Decision, now: datetime) -> None:
    """Mails the asker that something was decided or taken back, after the commit."""
    enqueue(session, "articles.mail_answer", at=now, decision_id=decision.id)


def _suggest(
    session: WorkspaceSession, opened: Opened, decision: Decision, changed: list[QuoteWish], remark: str, now: datetime
) -> None:
    told = [_of_quote(one) for one in changed]
    if remark:
        told.append({"kind": "general", "comment": remark})
    for position, columns in enumerate(told, start=1):
        session.add(
            Suggestion(
                article_id=opened.article.id, version_id=opened.version.id, reviewer_id=opened.reviewer.id,
                decision_id=decision.id, way="page", position=position, author=decision.by_name, made_at=now,
                created_at=now, **columns,
            )
        )  # fmt: skip
    session.flush()


def _of_quote(wish: QuoteWish) -> dict[str, object]:
    kind = "leave_out" if wish.leave_out else "quote"
    after = "" if wish.leave_out else wish.after
    return {"kind": kind, "quote_number": wish.quote.number, "before": wish.quote.words, "after": after}


def _folded(words: str) -> str:
    return " ".join(words.split())
