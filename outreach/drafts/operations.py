"""What is done with drafts: made, saved as one types, given facts, let stand with a reason, put away, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from outreach.asklint.reading import Reading
from outreach.columns import thawed
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, uses
from outreach.dossiers.models import Fact
from outreach.drafts import checking, gate, materials, outgoing, queries, rules, versions
from outreach.drafts.checking import Checked
from outreach.drafts.fact_marks import LARGEST, mark, numbers_in
from outreach.drafts.models import Draft, DraftFact
from outreach.drafts.rules import Ruling
from outreach.errors import NotFound, Refused
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.sent_twice import hold, just_made

PLACE = "draft"
"""What `uses` calls a draft."""


CitedIn = tuple[int | None, int | None, str]
"""Fact id or None, program id or None, and its sentence."""


@dataclass(frozen=True, slots=True)
class NewDraft:
    """A draft as it was composed. `facts` are numbered from 1."""

    person_id: int
    letter_key: str
    kind: str
    subject: str
    body: str
    to_person_id: int | None = None
    project_id: int | None = None
    program_id: int | None = None
    answers_id: int | None = None
    minutes: int | None = None
    window_from: date | None = None
    window_until: date | None = None
    facts: tuple[CitedIn, ...] = field(default=())


# --- making ---------------------------------------------------------------------------------------------------------


def may_write_to(person: Person) -> Ruling:
    """Whether somebody may be written to at all."""
    if person.may_be_contacted:
        return Ruling(True)
    reason = f": {person.do_not_contact_reason}" if person.do_not_contact_reason else "."
    return Ruling(False, (f"{person.name} is not to be contacted{reason}",))


def create(session: WorkspaceSession, new: NewDraft, by: By) -> Draft:
    """A new draft with its first version and its facts; the same form pressed twice makes one.

    Raises: Refused when the person must not be written to.
    """
    person = session.get_one(Person, new.person_id)
    allowed = may_write_to(person)
    if not allowed.allowed:
        raise Refused(*allowed.reasons)
    told = {name: getattr(new, name) for name in NewDraft.__dataclass_fields__ if name != "facts"}
    hold(session, Person.id, person.id)
    twin = just_made(session, Draft, by.now, **told, written_by_id=by.user_id, deleted_at=None)
    if twin is not None:
        return twin
    draft = Draft(**told, written_by_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(draft)
    session.flush()
    for number, (fact_id, program_id, sentence) in enumerate(new.facts, start=1):
        session.add(
            DraftFact(draft_id=draft.id, number=number, fact_id=fact_id, program_id=program_id, sentence=sentence)
        )
    versions.keep(session, draft, "composed", by)
    note_uses(session, draft, by)
    return draft


# --- writing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save. `kept_other` is the number of the version under which another window's text was kept."""

    draft: Draft
    kept_other: int | None = None
    other_at: datetime | None = None


def save(session: WorkspaceSession, draft: Draft, subject: str, body: str, version: int, by: By) -> Saved:
    """Keeps what stands in a window. What another window saved in the meantime is kept as a version.

    `version` is that of the draft when this window last heard of it. Raises: Refused for a letter that was sent.
    """
    check_is_written(draft)
    if (draft.subject, draft.body) == (subject, body):
        return Saved(draft)
    kept, other_at = None, draft.updated_at
    if draft.version != version:
        kept = versions.keep(session, draft, "written", by).number
    draft.subject, draft.body, draft.updated_at = subject, body, by.now
    session.flush()
    note_uses(session, draft, by)
    return Saved(draft, kept, other_at if kept is not None else None)


def check_is_written(draft: Draft) -> None:
    """Raises: Refused for a letter that was sent or put away: its text stays as it is."""
    if draft.state == "sent":
        raise Refused("This letter was sent. Its text stays as it left; begin a new one.")
    if draft.state == "put_away":
        raise Refused("This draft was put away. Bring it back, then go on writing.")


def note_uses(session: WorkspaceSession, draft: Draft, by: By) -> None:
    """Notes which facts stand in the text, so that the draft is marked when one of them changes."""
    numbers = set(numbers_in(draft.body))
    cited = [row for row in queries.facts_of(session, draft) if row.number in numbers]
    ids = {row.fact_id for row in cited if row.fact_id is not None}
    for row in cited:
        if row.program_id is not None:
            ids |= {use.fact_id for use in uses.uses_at(session, "program", row.program_id)}
    known = {use.fact_id: use for use in uses.uses_at(session, PLACE, draft.id)}
    label = label_of(draft)
    if ids == known.keys() and all(use.label == label for use in known.values()):
        return
    uses.stop_using(session, PLACE, draft.id, keep=ids)
    for number in sorted(ids):
        uses.use_fact(session, session.get_one(Fact, number), PLACE, draft.id, label, now=by.now)


def label_of(draft: Draft) -> str:
    """What a draft is called in other rooms."""
    return f"the letter “{queries.title_of(draft)}” to {queries.reader_of(draft).name}"[:300]


# --- its facts ------------------------------------------------------------------------------------------------------


def put_in(session: WorkspaceSession, draft: Draft, fact: Fact, sentence: str) -> DraftFact:
    """Gives a fact a number in a draft; one that has a number already keeps it.

    Raises: Refused for a fact that does not stand, or when the numbers have run out.
    """
    check_is_written(draft)
    rows = queries.facts_of(session, draft)
    known = next((row for row in rows if row.fact_id == fact.id), None)
    if known is not None:
        return known
    if fact.state != "current":
        raise Refused("This fact does not hold any more. Nothing was put in.")
    number = max((row.number for row in rows), default=0) + 1
    if number > LARGEST:
        raise Refused("A draft holds 999 facts at most.")
    row = DraftFact(draft_id=draft.id, number=number, fact_id=fact.id, sentence=sentence)
    session.add(row)
    session.flush()
    return row


def append(session: WorkspaceSession, draft: Draft, row: DraftFact, words: str, by: By) -> None:
    """Writes a fact's words behind the last paragraph before the closing, for a window without script."""
    paragraphs = draft.body.replace("\r\n", "\n").split("\n\n")
    at = max(1, len(paragraphs) - 1) if len(paragraphs) > 1 else len(paragraphs)
    paragraphs.insert(at, f"{words} {mark(row.number)}")
    draft.body, draft.updated_at = "\n\n".join(one for one in paragraphs if one), by.now
    session.flush()
    note_uses(session, draft, by)


def take_corrected(session: WorkspaceSession, draft: Draft, row_id: int, fact_id: int, sentence: str, by: By) -> None:
    """Puts the corrected fact under the number of the one it stands instead of. Raises: NotFound."""
    check_is_written(draft)
    row = next((one for one in queries.facts_of(session, draft) if one.id == row_id), None)
    fact = fact_lines.fact_here(session, fact_id)
    if row is None or fact.corrected_from_id is None or fact.corrected_from_id != row.fact_id:
        raise NotFound
    row.fact_id, row.sentence = fact.id, sentence
    draft.updated_at = by.now
    session.flush()
    note_uses(session, draft, by)


# --- findings -------------------------------------------------------------------------------------------------------


def check(session: WorkspaceSession, draft: Draft, subject: str, body: str, now: datetime) -> Checked:
    """What the check says of a text in a draft's place; the draft itself may say something else."""
    reading = Reading(materials.grounds_of(session, draft, now).message(subject, body))
    cited = queries.cited(session, draft, now.date())
    return checking.check(reading, body, cited, draft.passed, gate.remarks(session, draft, now))


def let_stand(session: WorkspaceSession, draft: Draft, rule: str, why: str, by: By) -> Draft:
    """Keeps why the findings of a rule are let stand, for the words they are about now.

    Raises: Refused for what no reason lets stand; NotFound when the rule finds nothing to fix.
    """
    check_is_written(draft)
    remarks = check(session, draft, draft.subject, draft.body, by.now).remarks
    found = [one for one in remarks if one.rule == rule and one.tone == "bad"]
    if not found:
        raise NotFound
    if not all(one.can_pass for one in found):
        raise Refused("This has to be fixed; no reason lets it leave like this.")
    given = {"why": why, "about": [one.phrase for one in found], "at": by.now.isoformat(), "by": by.user_id}
    draft.passed, draft.updated_at = {**thawed(draft.passed), rule: given}, by.now
    session.flush()
    return draft


def take_back_reason(session: WorkspaceSession, draft: Draft, rule: str, by: By) -> None:
    """Takes a reason back: the finding has to be fixed again."""
    check_is_written(draft)
    if rule in draft.passed:
        draft.passed = {name: given for name, given in thawed(draft.passed).items() if name != rule}
        draft.updated_at = by.now
        session.flush()


def held_back(session: WorkspaceSession, draft: Draft, now: datetime) -> tuple[str, ...]:
    """Why a letter may not leave whatever it says: a wish of theirs, a pause, an answer before a note, a dead link."""
    wishes = [may_write_to(person).reasons for person in dict.fromkeys((draft.person, queries.reader_of(draft)))]
    return (*(reason for reasons in wishes for reason in reasons), *gate.paused(session, draft, now),
            *gate.against_a_note(session, draft, now), *outgoing.unfillable(session, draft))  # fmt: skip


def may_leave(session: WorkspaceSession, draft: Draft, now: datetime) -> Ruling:
    """Whether a draft may leave as it is saved. Each reason is a sentence; where `can_pass`, written reasons help."""
    before = list(held_back(session, draft, now))
    if draft.state == "put_away":
        before.append("This draft was put away. Bring it back first.")
    if not draft.body.strip():
        before.append("There is no text yet.")
    if before:
        return Ruling(False, tuple(before))
    return rules.ruling((), check(session, draft, draft.subject, draft.body, now).remarks)


# --- putting away ---------------------------------------------------------------------------------------------------


def put_away(session: WorkspaceSession, draft: Draft, by: By) -> None:
    """Takes a draft off the list of those being written. Raises: Refused for a letter that was sent."""
    if draft.state == "sent":
        raise Refused("This letter was sent; it stays among those that were sent.")
    if draft.state == "writing":
        versions.keep(session, draft, "written", by)
        draft.state, draft.updated_at = "put_away", by.now
        session.flush()


def take_up(session: WorkspaceSession, draft: Draft, by: By) -> None:
    """Goes on with a draft that was put away."""
    if draft.state == "put_away":
        draft.state, draft.updated_at = "writing", by.now
        session.flush()


def remove(session: WorkspaceSession, draft: Draft, by: By) -> None:
    """Takes a draft out of every list, so that it can be brought back for 30 days."""
    if draft.deleted_at is None:
        draft.deleted_at = draft.updated_at = by.now
        uses.stop_using(session, PLACE, draft.id)
        session.flush()


def bring_back(session: WorkspaceSession, draft: Draft, by: By) -> None:
    """Brings a deleted draft back. Raises: Refused after 30 days."""
    if draft.deleted_at is None:
        return
    if draft.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This draft was deleted more than 30 days ago.")
    draft.deleted_at, draft.updated_at = None, by.now
    session.flush()
    note_uses(session, draft, by)


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes drafts for good that were deleted too long ago to be brought back; how many."""
    gone: Sequence[Draft] = session.scalars(queries.deleted_before(now - rules.UNDO_FOR)).all()
    for draft in gone:
        session.delete(draft)
    session.flush()
    return len(gone)
