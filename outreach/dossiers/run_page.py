"""The page of a run in the words it prints: its sources, what was found so far, its questions, what it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.dossiers import changes, facts, rules, words
from outreach.dossiers.changes import Changes
from outreach.dossiers.models import Claim, Fact, FactClaim, ResearchRun, RunSource
from outreach.dossiers.queries import open_candidates
from outreach.dossiers.question_cards import QuestionCard, question_card
from outreach.dossiers.subjects import Subject, organization_here, path_of, person_here, query_of, subject_of
from outreach.jobs.table import DEAD, Job, job_of
from outreach.words import counted, listed

SHOWN_FACTS = 8
SHOWN_QUESTIONS = 3
_LOOKED_AT = 200
"""New facts of a run among which are the few that its page shows; some may have left since."""

_IS_DONE = frozenset({"found", "nothing", "failed", "later", "skipped"})


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of a run, as its row is drawn."""

    key: str
    state: str
    title: str
    note: str
    tone: str
    again_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A fact that came while the run went on, with the claim whose source is shown."""

    words: str
    claim_id: int


@dataclass(frozen=True, slots=True)
class RunPage:
    """All that the page of a run prints."""

    run_id: int
    state: str
    is_over: bool
    title: str
    name: str
    path: str
    context: str
    note: str
    """What the reader has to know beside: interrupted, stopping, given up, no network."""
    done: int
    """Sources that are through, whatever came of it."""
    read: int
    """Sources that told something. Only these are called read."""
    fared: str
    """What came of those that are through; of a run that is over, of those that were not read."""
    total: int
    sources: tuple[SourceLine, ...]
    found: tuple[FoundLine, ...]
    found_count: int
    questions: tuple[QuestionCard, ...]
    questions_count: int
    changes: Changes
    is_first: bool
    may_stop: bool
    may_ask_again: bool
    at_standstill: bool

    @property
    def shown_questions(self) -> str:
        """Tells one set of questions from another, so that a page fetches them anew only when they changed."""
        return "-".join(str(one.candidate_id) for one in self.questions) + f".{self.questions_count}"


def run_page(session: WorkspaceSession, run: ResearchRun, now: datetime, *, all_questions: bool = False) -> RunPage:
    """What the page of a run prints."""
    query, subject = query_of(run), subject_of(run)
    sources = list(run.sources)
    said = _said_by_source(session, subject)
    lines = tuple(_source_line(source, said.get(source.source_key, (0, 0))) for source in sources)
    states = Counter(source.state for source in sources)
    done = sum(number for state, number in states.items() if state in _IS_DONE)
    open_questions = open_candidates(session, subject)
    shown = open_questions if all_questions else open_questions[:SHOWN_QUESTIONS]
    changed = changes.from_json(run.changes)
    found, found_count = _found(session, run, subject, changed)
    job = job_of(session, run.job_id) if run.job_id is not None else None
    standstill = not run.is_over and job is not None and job.state == DEAD
    return RunPage(
        run_id=run.id,
        state=run.state,
        is_over=run.is_over,
        title=words.title_of(run.state, done, len(sources)),
        name=query.name,
        path=path_of(subject),
        context=_context(run, now, changed, len(open_questions)),
        note=_note(run, sources, job, now),
        done=done,
        read=states["found"],
        fared=words.unread(states) if run.is_over else words.so_far(states),
        total=len(sources),
        sources=lines,
        found=found,
        found_count=found_count,
        questions=tuple(question_card(session, query, subject, candidate) for candidate in shown),
        questions_count=len(open_questions),
        changes=changed,
        is_first=not run.facts_before,
        may_stop=not run.is_over and run.asked_to_stop_at is None,
        may_ask_again=run.is_over and any(rules.may_be_asked_again(source.state, source.fault) for source in sources),
        at_standstill=standstill,
    )


def heading(session: WorkspaceSession, subject: Subject) -> tuple[str, str]:
    """The name of a subject and the address of its page. Raises: NotFound."""
    if subject.person_id is not None:
        return person_here(session, subject.person_id).name, path_of(subject)
    assert subject.organization_id is not None
    return organization_here(session, subject.organization_id).name, path_of(subject)


# --- the words of a run ---------------------------------------------------------------------------------------------


def _context(run: ResearchRun, now: datetime, changed: Changes, questions: int) -> str:
    if run.state == "waiting":
        return "It begins in a moment. You can leave this page; nothing is lost."
    if run.state == "running":
        left = words.time_left(max(0.0, (run.deadline - now).total_seconds()))
        return f"{left} You can leave this page; nothing is lost."
    new, otherwise, gone = len(changed.new), len(changed.changed), len(changed.gone)
    told = [counted(new, "new fact", "new facts") if new else "nothing new"]
    told += [f"{otherwise} told otherwise"] if otherwise else []
    told += [f"{gone} no longer there"] if gone else []
    if questions:
        told.append(f"{counted(questions, 'question', 'questions')} to look at")
    return f"{listed(told).capitalize()}."


def _note(run: ResearchRun, sources: Sequence[RunSource], job: Job | None, now: datetime) -> str:
    if run.error:
        return run.error
    if not run.is_over:
        return _note_under_way(run, job, now)
    unreachable = [one for one in sources if one.state in ("failed", "later") and one.fault in words.UNREACHABLE]
    if unreachable and not any(one.state in ("found", "nothing") and one.requests for one in sources):
        return (
            "No source could be reached: this machine seems to have no way to the internet. "
            "Texts and files that you bring are read all the same."
        )
    return ""


def _note_under_way(run: ResearchRun, job: Job | None, now: datetime) -> str:
    if job is not None and job.state == DEAD:
        return "Research was interrupted too often, and has stopped. What was found is kept."
    if run.asked_to_stop_at is not None:
        return "Stopping. What was found is kept."
    if job is not None and rules.is_interrupted(job.state, job.due_at, now):
        return (
            "The program was interrupted. Research goes on by itself from the last source read, within half a minute."
        )
    if job is not None and job.attempts > 1:
        return "The program was restarted. Research goes on from the last source read."
    return ""


def _source_line(source: RunSource, said: tuple[int, int]) -> SourceLine:
    tone = words.STATE_TONES[source.state]
    note = _note_of(source, said)
    if source.state == "found" and said[1]:
        tone = "warn"
    again_at = source.retry_at if source.state == "later" else None
    return SourceLine(source.source_key, words.STATE_WORDS[source.state], source.title, note, tone, again_at)


def _note_of(source: RunSource, said: tuple[int, int]) -> str:
    count, disputed = said
    if source.state == "waiting":
        return "waiting its turn"
    if source.state == "now":
        return "reading"
    if source.state == "found":
        told = [counted(count, "fact", "facts")] if count else ["nothing that is surely theirs yet"]
        if disputed:
            told.append(f"{counted(disputed, 'disagrees', 'disagree')}")
        if source.fault:
            told.append("not all of it could be read")
        return ", ".join(told)
    if source.state == "nothing":
        return ""
    return words.reason_of(source.fault, source.message)


def _said_by_source(session: WorkspaceSession, subject: Subject) -> Mapping[str, tuple[int, int]]:
    """Source -> how many present facts it says, and how many of these are disputed."""
    disputed = func.count(func.distinct(Fact.id)).filter(Fact.standing == "disputed")
    rows = session.execute(
        select(Claim.source_key, func.count(func.distinct(Fact.id)), disputed)
        .join(FactClaim, FactClaim.claim_id == Claim.id)
        .join(Fact, Fact.id == FactClaim.fact_id)
        .where(subject.rows(Fact), Fact.state == "current")
        .group_by(Claim.source_key)
    )
    return {key: (count, differing) for key, count, differing in rows}


def _found(
    session: WorkspaceSession, run: ResearchRun, subject: Subject, changed: Changes
) -> tuple[tuple[FoundLine, ...], int]:
    """The facts that are new with this run, newest first, and their number: when it is over those of its changes.

    Not by the clock alone: another run about the same subject may have brought facts in the meantime.
    """
    if run.facts_before is None:
        return (), 0
    new = [subject.rows(Fact), Fact.state == "current"]
    if run.is_over:
        count = len(changed.new)
        new.append(Fact.id.in_(sorted((one.fact_id for one in changed.new), reverse=True)[:_LOOKED_AT]))
    else:
        known = [int(key) for key in run.facts_before]
        new += [Fact.created_at >= (run.started_at or run.created_at), Fact.id.not_in(known)]
        count = session.scalar(select(func.count()).select_from(Fact).where(*new)) or 0
    first_claim = (
        select(FactClaim.fact_id, func.min(FactClaim.claim_id).label("claim_id")).group_by(FactClaim.fact_id).subquery()
    )
    rows = session.execute(
        select(Fact, first_claim.c.claim_id)
        .join(first_claim, first_claim.c.fact_id == Fact.id)
        .where(*new)
        .order_by(Fact.id.desc())
        .limit(_LOOKED_AT)
    )
    lines: dict[str, FoundLine] = {}
    for fact, claim_id in rows:
        told = facts.told(fact)
        lines.setdefault(told, FoundLine(told, claim_id))  # the same words of two years are two facts and one line
    return tuple(islice(lines.values(), SHOWN_FACTS)), count
