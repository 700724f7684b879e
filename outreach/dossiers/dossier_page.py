"""The dossier in the words that pages print: what can be said, what is not settled, what is missing, the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select

from outreach import partial_dates
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_changes, fact_lines, fact_rules, not_them
from outreach.dossiers.fact_lines import STANDS, FactLine
from outreach.dossiers.fact_rules import Asked, Gap
from outreach.dossiers.models import Candidate, Fact, FactUse
from outreach.dossiers.not_them import TurnedAway
from outreach.dossiers.queries import open_candidates, runs_about
from outreach.dossiers.subjects import Subject, held, path_of
from outreach.page_parts import Step
from outreach.pagination import Key, Page, page_of
from research.investigation import described_sources
from research.vocabulary import PREDICATES

SHOWN = 5
"""Facts on the page of a person: a menu of a few beats a full profile."""

OF_A_KIND = 10
KIND_PAGE = 50
MOST_ASIDE = 100

_NEWEST = (Key(Fact.dated, descending=True), Key(Fact.id, descending=True))
_IN_TIMELINE = (
    "program", "said", "award", "public_service", "talk", "board_seat", "grant", "former_role", "education",
    "organization_program", "organization_award", "news", "officer_change", "founded",
)  # fmt: skip
"""Kinds that happened on a day. Posts stand there as posts already; a list of publications would bury the rest."""

_TIMELINE_WORDS = 140


@dataclass(frozen=True, slots=True)
class SayCard:
    """What you can say: a few facts, and how many there are."""

    facts: tuple[FactLine, ...]
    total: int
    unsettled: int
    path: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values that cannot all be true, side by side, each with its sources."""

    label: str
    values: tuple[FactLine, ...]

    @property
    def may_all_hold(self) -> bool:
        """Whether the values may be true side by side after all: somebody may hold two posts."""
        return self.values[0].predicate == "role"


@dataclass(frozen=True, slots=True)
class Question:
    """A record that may be the subject, in a line."""

    candidate_id: int
    label: str
    source: str
    reasons: str
    about_person: bool


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What waits for the user's word. `run_id` is the run whose page shows a question at length."""

    disputes: tuple[Dispute, ...]
    questions: tuple[Question, ...]
    to_look_at: tuple[FactUse, ...]
    run_id: int | None

    @property
    def count(self) -> int:
        """How many things wait."""
        return len(self.disputes) + len(self.questions) + len(self.to_look_at)


@dataclass(frozen=True, slots=True)
class Kind:
    """The facts of one kind, and how many there are of it."""

    key: str
    label: str
    facts: tuple[FactLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A fact that is not said any more, and why."""

    id: int
    words: str
    state: str
    why: str
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class FactsPage:
    """All facts about a subject, by kind."""

    kinds: tuple[Kind, ...]
    total: int
    unsettled: Unsettled
    gaps: tuple[Gap, ...]
    turned_away: tuple[TurnedAway, ...]
    aside: tuple[Aside, ...]


# --- cards ----------------------------------------------------------------------------------------------------------


def say_card(session: WorkspaceSession, subject: Subject, today: date) -> SayCard:
    """A few facts of as many kinds as there are; what is disputed is not among them."""
    if not held(session, subject).facts:
        return SayCard((), 0, 0, path_of(subject))
    # Only what the choice needs: a dossier of hundreds of facts is read for five of them.
    found = session.execute(fact_lines.newest_briefly(subject).limit(fact_lines.ROUND)).all()
    open_ids = {row.id for group in fact_lines.disputes_among(found) for row in group}
    calm = [row for row in found if row.id not in open_ids]
    chosen = fact_rules.varied(((row.predicate, row.id) for row in calm), SHOWN)
    kept = {row.id: row for row in session.scalars(select(Fact).where(Fact.id.in_(chosen)))}
    total = _total(fact_lines.counts(session, subject)) if len(found) == fact_lines.ROUND else len(found)
    lines = fact_lines.lines(session, [kept[number] for number in chosen], today)
    return SayCard(tuple(lines), total - len(open_ids), len(open_ids), path_of(subject))


def _total(counts: dict[str, int]) -> int:
    return sum(number for kind, number in counts.items() if kind not in fact_rules.NOT_SAID)


def unsettled(session: WorkspaceSession, subject: Subject, today: date, *, most: int = 10) -> Unsettled:
    """Disputes, open questions, and places that use a fact that has changed.

    subject: of a person with their organization, whose open questions are asked too; its disputes stand on its page.
    """
    has_facts = held(session, subject).facts
    groups = fact_lines.disputed(session, fact_lines.of(subject)) if has_facts else []
    lines = {one.id: one for one in fact_lines.lines(session, [row for group in groups for row in group], today)}
    run = next(iter(runs_about(session, subject, most=10)), None)
    return Unsettled(
        tuple(Dispute(lines[group[0].id].label, tuple(lines[row.id] for row in group)) for group in groups),
        tuple(_question(one) for one in open_candidates(session, subject)[:most]) if run is not None else (),
        _to_look_at(session, subject) if has_facts else (),
        run.id if run is not None else None,
    )


def _question(candidate: Candidate) -> Question:
    source = described_sources().get(candidate.source_key)
    told = sorted(candidate.reasons, key=lambda one: -abs(one["score"]))
    said = "; ".join(str(one["detail"]) for one in told[:3])
    return Question(
        candidate.id,
        candidate.record_label,
        source.title if source else candidate.source_key,
        said,
        candidate.record_kind == "person",
    )


def _to_look_at(session: WorkspaceSession, subject: Subject) -> tuple[FactUse, ...]:
    waiting = (
        select(FactUse)
        .join(Fact, Fact.id == FactUse.fact_id)
        .where(fact_lines.of(subject), FactUse.needs_look_since.is_not(None))
        .order_by(FactUse.needs_look_since, FactUse.id)
        .limit(MOST_ASIDE)
    )
    by_place = {(one.used_in, one.used_id): one for one in session.scalars(waiting)}
    return tuple(by_place.values())


# --- all facts ------------------------------------------------------------------------------------------------------


def facts_page(session: WorkspaceSession, subject: Subject, now: datetime) -> FactsPage:
    """All facts by kind, the newest of each; with what is missing, was turned away, or was put aside."""
    today = now.date()
    counts = fact_lines.counts(session, subject)
    said = Counter(counts)
    open_rows = [row for group in fact_lines.disputed(session, fact_lines.of(subject)) for row in group]
    said.subtract(row.predicate for row in open_rows)
    open_ids = {row.id for row in open_rows}
    rows = [row for row in _newest_of_each_kind(session, subject) if row.id not in open_ids]
    lines = fact_lines.lines(session, rows, today)
    own = Subject(subject.person_id, None) if subject.person_id is not None else subject
    by_kind: dict[str, list[FactLine]] = {}
    for line in lines:
        by_kind.setdefault(line.predicate, []).append(line)
    return FactsPage(
        kinds=tuple(_kind(key, by_kind[key], said[key]) for key in sorted(by_kind, key=fact_rules.rank)),
        total=said.total(),
        unsettled=unsettled(session, subject, today),
        gaps=gaps(session, subject, counts),
        turned_away=tuple(not_them.turned_away(session, own, now)),
        aside=_aside(session, subject),
    )


def _kind(key: str, lines: Sequence[FactLine], total: int) -> Kind:
    return Kind(key, PREDICATES[key].label if key in PREDICATES else key, tuple(lines), total)


def _newest_of_each_kind(session: WorkspaceSession, subject: Subject) -> Sequence[Fact]:
    place = (
        func.row_number().over(partition_by=Fact.predicate, order_by=(Fact.dated.desc(), Fact.id.desc())).label("place")
    )
    ranked = select(Fact.id, place).where(fact_lines.of(subject), STANDS).subquery()
    return session.scalars(
        select(Fact)
        .join(ranked, ranked.c.id == Fact.id)
        .where(ranked.c.place <= OF_A_KIND)
        .order_by(Fact.dated.desc(), Fact.id.desc())
    ).all()


def facts_of_kind(
    session: WorkspaceSession, subject: Subject, kind: str, cursor: str | None, today: date
) -> tuple[Page[Fact], list[FactLine]]:
    """The facts of one kind, a page of them. Raises: BadCursor."""
    rows = select(Fact).where(fact_lines.of(subject), STANDS, Fact.predicate == kind)
    page = page_of(session, rows, _NEWEST, cursor=cursor, size=KIND_PAGE)
    return page, fact_lines.lines(session, page.rows, today)


def _aside(session: WorkspaceSession, subject: Subject) -> tuple[Aside, ...]:
    rows = session.scalars(
        select(Fact)
        .where(fact_lines.of(subject), Fact.state.in_(("corrected", "withdrawn")))
        .order_by(Fact.changed_at.desc(), Fact.id.desc())
        .limit(MOST_ASIDE)
    )
    return tuple(Aside(row.id, row.value_words, row.state, row.why, row.changed_at) for row in rows)


# --- gaps -----------------------------------------------------------------------------------------------------------


def gaps(session: WorkspaceSession, subject: Subject, have: dict[str, int]) -> tuple[Gap, ...]:
    """What a dossier should hold and does not, by what the latest run has come to."""
    run = fact_changes.latest_run(session, subject)
    sources = described_sources()
    asked = [
        Asked(one.title, one.state, sources[one.source_key].covers)
        for one in (run.sources if run is not None else ())
        if one.source_key in sources
    ]
    return fact_rules.gaps("person" if subject.person_id is not None else "organization", have, asked)


# --- the timeline ---------------------------------------------------------------------------------------------------


def steps(session: WorkspaceSession, subject: Subject, today: date, most: int) -> list[Step]:
    """Facts that have a date as lines of a timeline, the newest first; disputed ones are left out."""
    if not held(session, subject).facts:
        return []
    rows = session.scalars(
        select(Fact)
        .where(
            fact_lines.of(subject),
            STANDS,
            Fact.predicate.in_(_IN_TIMELINE),
            Fact.dated != "",
            or_(Fact.standing != "disputed", Fact.is_own_note.is_(True)),
        )
        .order_by(Fact.dated.desc(), Fact.id.desc())
        .limit(most)
    )
    return [step for row in rows if (step := _step(row, today)) is not None]


def _step(row: Fact, today: date) -> Step | None:
    day = partial_dates.first_day(row.dated)
    if day is None:
        return None
    known = "" if len(row.dated) == len("2026-11-20") else row.dated
    label = PREDICATES[row.predicate].label.casefold() if row.predicate in PREDICATES else row.predicate
    return Step(day, _beginning(row.value_words), label, done=day <= today, address=f"/facts/{row.id}", known=known)


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _TIMELINE_WORDS else line[:_TIMELINE_WORDS].rpartition(" ")[0] + " …"
