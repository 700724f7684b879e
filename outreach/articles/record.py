"""The decision record of an article: every request and every decision, by whom, how, when, about which text.

Nothing in it is ever changed: a decision that was taken back stands there with when and why it ended.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from outreach.accounts.models import User
from outreach.articles import call_notes
from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.models import Article, ArticleVersion
from outreach.db import WorkspaceSession

HASH_SHOWN = 12
"""Digits of a hash that are shown: enough to compare two by eye."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision. recorded_by: the user who noted it; "" where they did themselves. met_in: number of a version.

    confirmed: "confirmed by mail" for one that was told on the telephone and has been; else "".
    """

    row: Decision
    recorded_by: str
    met_in: int | None
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One request with its decisions, the earliest first. number, text_hash: of the version asked about."""

    request: ApprovalRequest
    name: str
    number: int
    text_hash: str
    asked_by: str
    decisions: tuple[Decided, ...]

    @property
    def short_hash(self) -> str:
        """The first digits of the hash of the text."""
        return self.text_hash[:HASH_SHOWN]


def entries(session: WorkspaceSession, article: Article) -> tuple[Entry, ...]:
    """All requests about an article in the order in which they were made. Five questions, however many there are."""
    mine = select(ApprovalRequest).where(ApprovalRequest.article_id == article.id)
    asked = session.scalars(mine.options(joinedload(ApprovalRequest.reviewer)).order_by(ApprovalRequest.id)).all()
    rows = session.scalars(select(Decision).where(Decision.article_id == article.id).order_by(Decision.id)).all()
    told = select(ArticleVersion.id, ArticleVersion.number, ArticleVersion.text_hash)
    known = {one.id: one for one in session.execute(told.where(ArticleVersion.article_id == article.id))}
    names = _users(session, {one.made_by_id for one in asked} | {one.recorded_by_id for one in rows})
    confirmed = call_notes.confirmed_words(session, rows)
    decided = defaultdict[int, list[Decided]](list)
    for row in rows:
        met_in = known[row.met_in_id].number if row.met_in_id in known else None
        decided[row.request_id].append(
            Decided(row, names.get(row.recorded_by_id or 0, ""), met_in, confirmed.get(row.id, ""))
        )
    return tuple(
        Entry(
            one, one.reviewer.name, known[one.version_id].number, known[one.version_id].text_hash,
            names.get(one.made_by_id or 0, ""), tuple(decided[one.id]),
        )
        for one in asked
    )  # fmt: skip


def _users(session: WorkspaceSession, ids: set[int | None]) -> Mapping[int, str]:
    wanted = [number for number in ids if number is not None]
    rows = session.execute(select(User.id, User.name).where(User.id.in_(wanted))) if wanted else ()
    return {row.id: row.name for row in rows}


# --- for other programs -----------------------------------------------------------------------------------------------


def to_json(article: Article, told: Sequence[Entry]) -> dict[str, Any]:
    """The whole record; times are UTC, hashes are SHA-256 of what a reader reads."""
    return {"article": article.title, "requests": [_request(one) for one in told]}


def _request(one: Entry) -> dict[str, Any]:
    asked = one.request
    return {
        "reviewer": one.name, "version": one.number, "kind": asked.kind, "scope": asked.scope,
        "text_sha256": one.text_hash, "shown_sha256": asked.shown_hash, "asked_by": one.asked_by,
        "made_at": _moment(asked.created_at), "sent_at": _moment(asked.sent_at), "answer_by": asked.ask_by.isoformat(),
        "link_until": _moment(asked.expires_at), "link_ended_at": _moment(asked.withdrawn_at),
        "decisions": [_decision(each) for each in one.decisions],
    }  # fmt: skip


def _decision(one: Decided) -> dict[str, Any]:
    row = one.row
    return {
        "answer": row.answer, "scope": row.scope, "by": row.by_name, "answers_for": row.answers_for, "way": row.way,
        "at": _moment(row.decided_at), "noted_by": one.recorded_by,
        "confirmed": one.confirmed, "conditions": row.conditions, "words": row.words,
        "met_in_version": one.met_in, "met_words": row.met_words, "ended_at": _moment(row.ended_at),
        "ended_why": row.ended_why, "text_sha256": row.text_hash, "shown_sha256": row.shown_hash,
    }  # fmt: skip


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at is not None else None


_COLUMNS = (
    "reviewer", "version", "kind", "scope", "asked_by", "sent_at", "answer_by", "link_ended_at", "answer", "by",
    "answers_for", "way", "at", "noted_by", "conditions", "met_in_version", "met_words", "words", "ended_at",
    "ended_why", "text_sha256", "shown_sha256",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(told: Sequence[Entry]) -> str:
    """A line for each decision, and for each request without one. Nothing in it is read as a formula."""
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for one in told:
        asked = _request(one)
        for decided in asked["decisions"] or [{}]:
            line = {**asked, **decided}
            table.writerow([_cell(line.get(name)) for name in _COLUMNS])
    return file.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
