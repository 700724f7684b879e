"""What came back by another way than the page: taken in as it came, read, shown, and recorded when a person says so.

Taking in decides nothing. A Word file, a message, pasted words and notes of a call each become one `ReceivedAnswer`;
a file that is refused is not kept. Automatic replies, notices that it was not delivered, and receipts are kept as
what they are, and nothing can be recorded from them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import undefer

from outreach import partial_dates
from outreach.articles import mail_in, received_guesses
from outreach.articles.approval_models import Decision, ReceivedAnswer, Suggestion
from outreach.articles.mail_in import Attachment, MailAnswer
from outreach.articles.mail_in.attachments import kind_of, safe_name
from outreach.articles.models import Article
from outreach.articles.received_guesses import Clues
from outreach.articles.word_in import container
from outreach.articles.word_in.container import MOST_BYTES
from outreach.articles.word_in.model import WordFile
from outreach.articles.word_in.reading import read as read_word
from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.operations import By
from outreach.sent_twice import hold
from research.characters import harmless, harmless_values

TEXT_MAX = 100_000
"""Characters of a message that are kept: a letter of forty pages."""

NAME_MAX = 300

UNDO_FOR = timedelta(days=30)
"""How long what was deleted can be brought back (ux.md, principle 6)."""

NOT_ANSWERS = frozenset({"automatic", "bounce", "delay", "receipt"})
"""Kinds that no person wrote."""

_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]{0,2000}\r?\n|[ \t][^\r\n]{0,2000}\r?\n){2,}")
_OUTLOOK = (
    "This is a message in Outlook's own form (.msg), which cannot be read here. Open it in Outlook and save it as "
    ".eml, or copy its text and paste it below. Nothing was kept."
)
_PLAIN = "This is plain text and no Word file. Copy it and paste it below. Nothing was kept."


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was uploaded, and what the user chose with it; None where they leave it to the file."""

    name: str
    content: bytes
    reviewer_id: int | None = None
    version_id: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in, the one to look at first; was_there: since when, where it had come before."""

    row: ReceivedAnswer
    was_there: datetime | None = None
    others: tuple[ReceivedAnswer, ...] = ()
    refused: tuple[str, ...] = ()
    """Why files that came with a message were not read."""


# --- reading ----------------------------------------------------------------------------------------------------------


def of_article(session: WorkspaceSession, article: Article) -> Sequence[ReceivedAnswer]:
    """What came back about an article, latest first, without what was deleted."""
    mine = select(ReceivedAnswer).where(ReceivedAnswer.article_id == article.id, ReceivedAnswer.deleted_at.is_(None))
    return session.scalars(mine.order_by(ReceivedAnswer.id.desc())).all()


def received_here(session: WorkspaceSession, article: Article, number: int, *, deleted: bool = False) -> ReceivedAnswer:
    """What came back, by its id. Raises: NotFound, also for what was deleted, unless that is asked for."""
    row = session.get(ReceivedAnswer, number)
    if row is None or row.article_id != article.id or (row.deleted_at is not None and not deleted):
        raise NotFound
    return row


def content_of(session: WorkspaceSession, row: ReceivedAnswer) -> bytes:
    """The file of it. Raises: NotFound for what has none."""
    whole = select(ReceivedAnswer).where(ReceivedAnswer.id == row.id).options(undefer(ReceivedAnswer.content))
    content = session.scalars(whole).one().content
    if content is None:
        raise NotFound
    return content


def word_file(content: bytes) -> WordFile:
    """A Word file as it is read. Raises: Refused in the reader's words."""
    try:
        return read_word(content)
    except container.Refused as error:
        raise Refused(str(error)) from error


# --- taking in --------------------------------------------------------------------------------------------------------


def take_file(session: WorkspaceSession, article: Article, given: Given, by: By) -> Taken:
    """Keeps a Word file or a message. The same file once more is the one that is there.

    Raises: Refused in words for what cannot be read; then nothing is kept.
    """
    there = _there(session, article, given.content)
    if there is not None:
        return Taken(there, there.created_at)
    if len(given.content) > MOST_BYTES:
        raise Refused(container.TOO_LARGE + " Nothing was kept.")
    kind = kind_of(given.content)
    if _is_message(given, kind):
        return _take_message(session, article, given, by)
    if kind == "ole" and given.name.lower().endswith(".msg"):
        raise Refused(_OUTLOOK)
    if kind == "text":
        raise Refused(_PLAIN)
    found = _read_or_say(given.content)
    return Taken(_keep_word(session, article, given, found, by))


def _read_or_say(content: bytes) -> WordFile:
    try:
        return read_word(content)
    except container.Refused as error:
        raise Refused(f"{error} Nothing was kept.") from error


def _is_message(given: Given, kind: str) -> bool:
    has_headers = _HEADER.match(given.content[:20_000].lstrip()) is not None
    return kind in ("text", "unknown", "html") and (has_headers or given.name.lower().endswith(".eml"))


def _keep_word(
    session: WorkspaceSession,
    article: Article,
    given: Given,
    found: WordFile,
    by: By,
    came_with: ReceivedAnswer | None = None,
) -> ReceivedAnswer:
    clues = Clues(names=found.authors, lines=found.rejected_paragraphs)
    told = received_guesses.guess(session, article, clues)
    if came_with is not None:
        told = replace(told, reviewer_id=came_with.reviewer_id or told.reviewer_id)
    times = [one.made_at for one in found.changes if one.made_at is not None]
    name = found.authors[0] if found.authors else came_with.from_name if came_with else ""
    notes = {"why": list(told.why), "remarks": list(found.notes), "with": came_with.id if came_with else None}
    row = ReceivedAnswer(
        article_id=article.id, reviewer_id=given.reviewer_id or told.reviewer_id,
        version_id=given.version_id or told.version_id, way="word", kind="file", name=_named(given.name, "docx"),
        digest=digest_of(given.content), content=given.content, size=len(given.content), from_name=_line(name),
        came_at=_moment(max(times, default=None), article, by), notes=harmless_values(notes), taken_by_id=by.user_id,
        created_at=by.now,
    )  # fmt: skip
    return _kept(session, row)


def _take_message(session: WorkspaceSession, article: Article, given: Given, by: By) -> Taken:
    """A message, and the Word files that came with it."""
    answer = mail_in.read_message(given.content)
    row = _keep_answer(session, article, answer, given, by)
    others, refused = [], []
    for one in answer.attachments:
        if one.kind != "docx" or answer.kind in NOT_ANSWERS:
            continue
        known = _there(session, article, one.content)
        if known is not None:
            others.append(known)
            continue
        try:
            others.append(_attached(session, article, one, given, row, by))
        except container.Refused as error:
            refused.append(f"{_named(one.name, 'docx')}: {error}")
    return Taken(row, others=tuple(others), refused=tuple(refused))


def _attached(
    session: WorkspaceSession, article: Article, one: Attachment, given: Given, row: ReceivedAnswer, by: By
) -> ReceivedAnswer:
    file = Given(one.name, one.content, given.reviewer_id, given.version_id)
    return _keep_word(session, article, file, read_word(one.content), by, came_with=row)


def take_words(session: WorkspaceSession, article: Article, text: str, given: Given, by: By) -> Taken:
    """Keeps an answer that was pasted. `given` has no file. Raises: Refused for no words."""
    if not text.strip():
        raise Refused("Paste the words of the answer. Nothing was kept.")
    content = text.encode("utf-8", "replace")
    there = _there(session, article, content)
    if there is not None:
        return Taken(there, there.created_at)
    answer = mail_in.read_pasted(text)
    pasted = Given("", content, given.reviewer_id, given.version_id)
    return Taken(_keep_answer(session, article, answer, pasted, by, is_file=False))


def _keep_answer(
    session: WorkspaceSession, article: Article, answer: MailAnswer, given: Given, by: By, *, is_file: bool = True
) -> ReceivedAnswer:
    replied_to = [one for one in (answer.in_reply_to, *answer.references) if one]
    names = [one for one in (answer.from_name, answer.on_behalf_of) if one]
    told = received_guesses.guess(session, article, Clues(replied_to, answer.from_address, names))
    text, left_out = (
        harmless(answer.text),
        harmless("\n\n".join(one for one in (*answer.quoted, answer.signature) if one)),
    )
    row = ReceivedAnswer(
        article_id=article.id, reviewer_id=given.reviewer_id or told.reviewer_id,
        version_id=given.version_id or told.version_id, way="email", kind=answer.kind,
        name=_named(given.name, "eml") if is_file else "", digest=digest_of(given.content),
        content=given.content if is_file else None, size=len(given.content), from_name=_line(answer.from_name),
        from_address=_line(answer.from_address)[:320], came_at=_moment(answer.sent_at, article, by),
        text=text[:TEXT_MAX], left_out=left_out[:TEXT_MAX], notes=harmless_values(_notes(answer, told.why)),
        taken_by_id=by.user_id, created_at=by.now,
    )  # fmt: skip
    return _kept(session, row)


def _notes(answer: MailAnswer, why: Sequence[str]) -> dict[str, Any]:
    """What the reader of messages has to say, as it is kept: see the page of what came back."""
    leaning = mail_in.leaning_of(answer)
    return {
        "subject": answer.subject[:500], "reason": answer.reason, "why": list(why), "remarks": list(answer.notes),
        "verdict": leaning.verdict, "sentence": leaning.sentence[:2000], "rests": leaning.reason,
        "whose": leaning.whose,
        "requests": [asdict(one) for one in leaning.requests], "pairs": [asdict(one) for one in answer.pairs[:200]],
        "away_until": answer.away_until.isoformat() if answer.away_until else "",
        "on_behalf_of": answer.on_behalf_of, "files": [one.name for one in answer.attachments if not one.inline][:50],
        "file_notes": [one.note for one in answer.attachments if one.note][:50],
    }  # fmt: skip


def keep_said(session: WorkspaceSession, row: ReceivedAnswer) -> Taken:
    """Keeps the notes of a call or a letter on paper; the same once more is the one that is there."""
    there = session.scalar(_twin(row.article_id, row.digest))
    return Taken(there, there.created_at) if there is not None else Taken(_kept(session, row))


def _kept(session: WorkspaceSession, row: ReceivedAnswer) -> ReceivedAnswer:
    session.add(row)
    session.flush()
    return row


def _there(session: WorkspaceSession, article: Article, content: bytes) -> ReceivedAnswer | None:
    hold(session, Article.id, article.id)
    return session.scalar(_twin(article.id, digest_of(content)))


def _twin(article_id: int, digest: str) -> Select[ReceivedAnswer]:
    return select(ReceivedAnswer).where(
        ReceivedAnswer.article_id == article_id, ReceivedAnswer.digest == digest, ReceivedAnswer.deleted_at.is_(None)
    )


def digest_of(content: bytes) -> str:
    """SHA-256 in 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _named(name: str, kind: str) -> str:
    return safe_name(name, 1, kind)[:NAME_MAX]


def _line(text: str) -> str:
    return " ".join(harmless(text).split())[:NAME_MAX]


def _moment(told: datetime | None, article: Article, by: By) -> datetime:
    """When it was written, where that can be: not before the article was begun, and not ahead."""
    return told if told is not None and article.created_at <= told <= by.now else by.now


# --- what the user says of it -----------------------------------------------------------------------------------------


def set_about(session: WorkspaceSession, row: ReceivedAnswer, reviewer_id: int | None, version_id: int | None) -> None:
    """Whose answer it is, and about which version. Raises: Refused once something was recorded from it."""
    if (row.reviewer_id, row.version_id) == (reviewer_id, version_id):
        return
    if recorded_from(session, row):
        raise Refused("Something was recorded from this already, so it stays with that reviewer and version.")
    row.reviewer_id, row.version_id = reviewer_id, version_id
    session.flush()


def take_for_answer(session: WorkspaceSession, row: ReceivedAnswer) -> None:
    """A person says that somebody wrote it, whatever it looked like."""
    if row.kind != "file":
        row.kind = "answer"
        session.flush()


def recorded_from(session: WorkspaceSession, row: ReceivedAnswer) -> bool:
    """Whether a decision or suggestions were recorded from it."""
    made = select(Suggestion.id).where(Suggestion.received_id == row.id).limit(1)
    decided = select(Decision.id).where(Decision.received_id == row.id).limit(1)
    return session.scalar(made) is not None or session.scalar(decided) is not None


def remove(session: WorkspaceSession, row: ReceivedAnswer, by: By) -> None:
    """Takes it out of the list; what was recorded from it stays."""
    if row.deleted_at is None:
        row.deleted_at = by.now
        session.flush()


def bring_back(session: WorkspaceSession, row: ReceivedAnswer) -> None:
    """Puts it back. Raises: Refused where the same file was taken in again since."""
    if row.deleted_at is None:
        return
    if session.scalar(_twin(row.article_id, row.digest)) is not None:
        raise Refused("The same file was taken in again since, so this one stays deleted.")
    row.deleted_at = None
    session.flush()


def decisions_from(session: WorkspaceSession, row: ReceivedAnswer) -> Sequence[Decision]:
    """What was decided by it, first to last."""
    mine = select(Decision).where(Decision.received_id == row.id)
    return session.scalars(mine.order_by(Decision.id)).all()


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes for good what was deleted too long ago to be brought back; suggestions made from it stay. How many."""
    gone = session.scalars(select(ReceivedAnswer).where(ReceivedAnswer.deleted_at < now - UNDO_FOR)).all()
    for row in gone:
        session.execute(update(Suggestion).where(Suggestion.received_id == row.id).values(received_id=None))
        session.delete(row)
    session.flush()
    return len(gone)


def told_of(row: ReceivedAnswer) -> Mapping[str, Any]:
    """What its reader had to say, with what is not known as empty words."""
    empty: dict[str, Any] = dict.fromkeys(
        ("subject", "reason", "sentence", "rests", "whose", "away_until", "on_behalf_of"), ""
    )
    lists: dict[str, Any] = dict.fromkeys(("why", "remarks", "requests", "pairs", "files", "file_notes"), ())
    told = {**empty, **lists, "verdict": "unclear", "with": None, **row.notes}
    return {**told, "away_words": partial_dates.say(told["away_until"])}
