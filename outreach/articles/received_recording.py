"""Records what came back: the decision that a person reads from it, and its suggestions. Pressed twice, it is once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.articles import (
    article_text,
    decisions,
    placing,
    received,
    received_files,
    received_guesses,
    suggestions,
)
from outreach.articles.approval_models import (
    DECISIONS,
    RECEIVED_KINDS,
    ApprovalRequest,
    Decision,
    ReceivedAnswer,
    Reviewer,
)
from outreach.articles.decisions import NewDecision
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.placing import Placed
from outreach.articles.received_files import FileRead
from outreach.articles.suggestions import From
from outreach.articles.word_in.model import Change, ChangeKind
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.people.operations import By

REPLACED = "Replaced by a later answer"
MOST_POINTS = 200


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What a person reads from what came back. answer: a key of `DECISIONS`, or "" for none.

    takes_file: its changes go on the list; points: what they wish, a line each. in_place: of an answer that is there.
    """

    answer: str = ""
    conditions: str = ""
    by_name: str = ""
    answers_for: bool = False
    takes_file: bool = False
    points: tuple[str, ...] = ()
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded. decision: also one that the same press recorded before; suggestions: how many are new."""

    decision: Decision | None
    suggestions: int
    is_new: bool


def record(session: WorkspaceSession, row: ReceivedAnswer, new: NewRecord, by: By) -> Recorded:
    """Records a decision and suggestions from what came back.

    Raises: Refused for what nobody wrote, where reviewer or version are not chosen, where they were not asked about
    that version, and where there is another answer that this one should not replace.
    """
    if row.kind in received.NOT_ANSWERS:
        said = RECEIVED_KINDS[row.kind].lower()
        raise Refused(f"This is {said}, and nobody's answer. If a person wrote it, press “A person wrote this” first.")
    version = session.get(ArticleVersion, row.version_id) if row.version_id is not None else None
    reviewer = session.get(Reviewer, row.reviewer_id) if row.reviewer_id is not None else None
    if version is None:
        raise Refused("Choose the version that it is about first.")
    if not new.answer and not new.takes_file and not new.points:
        raise Refused("Choose what they decided, or what goes on the list of suggestions.")
    decision, is_new = _decide(session, row, reviewer, version, new, by) if new.answer else (None, False)
    author = new.by_name.strip() or row.from_name or (reviewer.name if reviewer else "")
    came = From(row, version, reviewer, author, decision.id if decision else None)
    wished = _of_file(session, row, version, reviewer) if new.takes_file else ()
    number = suggestions.add(session, came, [*wished, *_of_points(new.points, version)], by)
    return Recorded(decision, number, is_new or number > 0)


def request_for(reviewer: Reviewer, version: ArticleVersion) -> ApprovalRequest | None:
    """What this reviewer was asked about this version; the one that was made last."""
    asked = [one for one in reviewer.requests if one.version_id == version.id]
    return max(asked, key=lambda one: (one.withdrawn_at is None, one.id), default=None)


def answered(row: ReceivedAnswer, reviewer: Reviewer | None, version: ArticleVersion | None) -> Decision | None:
    """Another answer of the same reviewer about the same version that holds: recording one would replace it."""
    request = request_for(reviewer, version) if reviewer is not None and version is not None else None
    held = [one for one in request.decisions if one.ended_at is None] if request is not None else []
    return next((one for one in held if one.received_id != row.id), None)


def _decide(
    session: WorkspaceSession, row: ReceivedAnswer, reviewer: Reviewer | None,
    version: ArticleVersion, new: NewRecord, by: By,
) -> tuple[Decision, bool]:  # fmt: skip
    if reviewer is None:
        raise Refused("Choose whose answer it is first. If they are not among the reviewers, add them there.")
    request = request_for(reviewer, version)
    if request is None:
        raise Refused(
            f"{reviewer.name} was not asked about version {version.number}. Choose the version that they were asked "
            "about, or ask them about this one first."
        )
    there = decisions.holding(session, request)
    if there is not None and (there.received_id, there.answer) == (row.id, new.answer):
        return there, False
    if there is not None and not new.in_place:
        raise Refused(
            f"{reviewer.name} has answered about version {version.number} already: {DECISIONS[there.answer].lower()}. "
            "If this counts instead, tick that it comes in the place of that answer."
        )
    moment = row.came_at if request.created_at <= row.came_at <= by.now else by.now
    if there is not None:
        decisions.take_back(session, there, REPLACED, by.now)
    name = new.by_name.strip() or (row.from_name if row.kind == "answer" else "") or reviewer.name
    made = NewDecision(
        answer=new.answer, by_name=name, way=row.way, answers_for=new.answers_for, conditions=new.conditions,
        words=row.text, received_id=row.id, recorded_by_id=by.user_id,
    )  # fmt: skip
    return decisions.record(session, request, made, moment), True


# --- suggestions ------------------------------------------------------------------------------------------------------


def file_read(
    session: WorkspaceSession, row: ReceivedAnswer, version: ArticleVersion, reviewer: Reviewer | None
) -> FileRead:
    """A Word file that came back, read against a version. Raises: Refused in the reader's words."""
    found = received.word_file(received.content_of(session, row))
    return received_files.read_against(found, version, reviewer)


def _of_file(
    session: WorkspaceSession, row: ReceivedAnswer, version: ArticleVersion, reviewer: Reviewer | None
) -> Sequence[Placed]:
    if row.kind != "file":
        return ()
    changes = file_read(session, row, version, reviewer).changes
    if len(changes) > received_files.MOST_CHANGES:
        raise Refused(
            f"The file has {len(changes):,} changes, more than a list can hold ({received_files.MOST_CHANGES:,}). "
            "It may be another text. Choose another version, or write down what matters."
        )
    return changes


def _of_points(points: Sequence[str], version: ArticleVersion) -> list[Placed]:
    """What they wish in words: a change where the words name both and stand in the text once, else a remark."""
    plain = article_text.plain(version.body)
    return [_point(line, plain) for line in points[:MOST_POINTS]]


def _point(line: str, plain: str) -> Placed:
    from outreach.articles.mail_in.change_requests import change_requests  # its expressions are loaded when needed

    for one in change_requests(line):
        span = placing.found(plain, one.old, "", "") if one.old else None
        if span is not None and one.form in ("replace", "delete") and (one.new or one.form == "delete"):
            kind: ChangeKind = "replacement" if one.new else "deletion"
            change = Change(kind, before=plain[span.starts : span.ends], after=one.new, comment=line)
            return Placed(change, span, None, placing.around(plain, span))
    return Placed(Change("comment", comment=line, place=""), None, None, "")


def nobody_asked(session: WorkspaceSession, article: Article) -> bool:
    """Whether nobody is a reviewer of this article yet."""
    return not received_guesses.reviewers_of(session, article)
