"""Makes one of everything that a workspace keeps, about invented people and places; each argument may be said anew.

    with database.session_for(make_workspace(database)) as session:
        leader = make_person(session, name="Inés Okafor-Lindqvist")
        make_position(session, leader, title="Chief nursing officer")

Each function adds its row to the session and flushes, so that its id is known. What it lacks, it makes.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from outreach.accounts.models import Membership, User, Workspace
from outreach.db import Database, WorkspaceSession
from outreach.dossiers.models import (
    Candidate,
    Claim,
    Fact,
    FactClaim,
    FactUse,
    Program,
    ProgramCredit,
    ProgramSource,
    PublicCopy,
    ResearchRun,
    RunSource,
    SourceDocument,
    Verdict,
)
from outreach.drafts.models import Departure, Draft, DraftFact, DraftVersion
from outreach.folding import fold
from outreach.interviews.models import GuideQuestion, QuestionGuide
from outreach.organizations.models import (
    DirectoryHospital,
    DirectoryLoad,
    Figure,
    Organization,
    OrganizationIdentifier,
)
from outreach.people.models import Contact, NotSame, Person, PersonIdentifier, PersonMerge, PersonNote, Position
from outreach.projects.models import OwnVenue, Project
from outreach.today.models import PutOff

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MONTH = timedelta(days=30)

_number = count(1)


def sha256(text: str) -> str:
    """The hash of a text, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _kept(session: WorkspaceSession, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


# --- accounts -----------------------------------------------------------------------------------------------------


def make_user(session: WorkspaceSession, **named: Any) -> User:
    """Somebody who can sign in, with no password that fits."""
    number = next(_number)
    address = named.pop("email", f"user{number}@harborpoint.example.org")
    defaults = {
        "name": f"Alice Ferreira {number}", "email": address, "email_key": address, "password_hash": "",
        "password_changed_at": NOON, "created_at": NOON,
    }  # fmt: skip
    return _kept(session, User(**{**defaults, **named}))


def make_workspace(database: Database, *, user: User | None = None, name: str = "Alice's workspace") -> int:
    """A workspace, with the user as its owner if one is given; its id."""
    with database.open_session() as session:
        workspace = _kept(session, Workspace(name=name, created_at=NOON))
    if user is not None:
        with database.session_for(workspace.id) as session:
            session.add(Membership(user_id=user.id, role="owner", created_at=NOON))
    return workspace.id


# --- organizations ------------------------------------------------------------------------------------------------


def make_organization(session: WorkspaceSession, **named: Any) -> Organization:
    """A hospital."""
    name = named.get("name", f"Harrow Lake Regional {next(_number)}")
    folded = fold(name)
    defaults = {
        "name": name, "sort_key": folded, "search_key": f"{folded} harrow lake mn", "kind": "hospital",
        "city": "Harrow Lake", "state": "MN", "website": "https://harrowlake.example.org",
        "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Organization(**{**defaults, **named}))


def make_organization_identifier(
    session: WorkspaceSession, organization: Organization | None = None, **named: Any
) -> OrganizationIdentifier:
    """A number of an organization."""
    organization = organization or make_organization(session)
    defaults = {"scheme": "ccn", "value": f"{240000 + next(_number)}", "created_at": NOON}
    return _kept(session, OrganizationIdentifier(organization_id=organization.id, **{**defaults, **named}))


def make_figure(session: WorkspaceSession, organization: Organization | None = None, **named: Any) -> Figure:
    """A figure with its year and source."""
    organization = organization or make_organization(session)
    defaults = {
        "key": "beds", "value": 214.0, "unit": "beds", "period": "2025", "period_words": "2025",
        "origin": "research", "source_title": "Register of hospitals", "url": "https://register.example.org/beds",
        "quote": "Staffed beds: 214", "retrieved_at": NOON,
    }  # fmt: skip
    values = {**defaults, **named}
    told = "|".join(str(values[key]) for key in ("key", "value", "period", "url"))
    return _kept(session, Figure(organization_id=organization.id, fingerprint=sha256(told), **values))


def make_directory_load(session: WorkspaceSession, **named: Any) -> DirectoryLoad:
    """A load of the directory that has come through."""
    defaults = {
        "state": "done", "origin": "hospitals.csv", "sha256": sha256("hospitals"), "hospitals": 2,
        "started_at": NOON, "finished_at": NOON, "retrieved_at": NOON,
    }  # fmt: skip
    return _kept(session, DirectoryLoad(**{**defaults, **named}))


def make_directory_hospital(session: WorkspaceSession, **named: Any) -> DirectoryHospital:
    """A hospital of the public directory."""
    number = next(_number)
    name = named.get("name", f"Larkspur Valley Medical Center {number}")
    folded = fold(name)
    if "load_id" not in named:
        named["load_id"] = make_directory_load(session).id
    defaults = {
        "ccn": f"{990000 + number}", "name": name, "sort_key": folded, "search_key": f"{folded} larkspur ia",
        "city": "Larkspur", "state": "IA", "kind": "Acute Care Hospitals",
        "ownership": "Voluntary non-profit - Private", "emergency": True, "rating": 4,
        "quote": f"{name},Larkspur,IA,Voluntary non-profit - Private,Yes,4",
    }  # fmt: skip
    return _kept(session, DirectoryHospital(**{**defaults, **named}))


# --- people -------------------------------------------------------------------------------------------------------


def make_person(session: WorkspaceSession, **named: Any) -> Person:
    """A leader."""
    name = named.get("name", f"Marisol Núñez-Łukasik {next(_number)}")
    given, _, family = name.partition(" ")
    folded = fold(name)
    defaults = {
        "name": name, "given_name": given, "family_name": family, "sort_key": fold(f"{family} {given}"),
        "search_key": folded, "credentials": "RN, MBA", "addressed_as": "Marisol", "kind": "leader",
        "pronunciation": "mah-ree-SOL NOON-yes woo-KAH-sheek", "time_zone": "America/Chicago",
        "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Person(**{**defaults, **named}))


def make_position(
    session: WorkspaceSession, person: Person | None = None, organization: Organization | None = None, **named: Any
) -> Position:
    """A post that is held now."""
    person = person or make_person(session)
    organization = organization or make_organization(session)
    defaults = {
        "organization_id": organization.id, "organization_name": organization.name,
        "title": "Chief Operating Officer", "started": "2024-03", "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Position(person_id=person.id, **{**defaults, **named}))


def make_person_identifier(session: WorkspaceSession, person: Person | None = None, **named: Any) -> PersonIdentifier:
    """A number of a person."""
    person = person or make_person(session)
    defaults = {"scheme": "npi", "value": f"{1000000000 + next(_number)}", "created_at": NOON}
    return _kept(session, PersonIdentifier(person_id=person.id, **{**defaults, **named}))


def make_contact(session: WorkspaceSession, leader: Person | None = None, **named: Any) -> Contact:
    """An assistant who keeps a leader's calendar."""
    leader = leader or make_person(session)
    if "person_id" not in named:
        named["person_id"] = make_person(session, name="Tom Adébáyọ̀", kind="assistant").id
    defaults = {"part": "schedules", "created_at": NOON}
    return _kept(session, Contact(leader_id=leader.id, **{**defaults, **named}))


def make_note(session: WorkspaceSession, person: Person | None = None, **named: Any) -> PersonNote:
    """A note of the user's."""
    person = person or make_person(session)
    defaults = {"text": "Likes short questions. Met at the forum.", "created_at": NOON, "updated_at": NOON}
    return _kept(session, PersonNote(person_id=person.id, **{**defaults, **named}))


def make_not_same(session: WorkspaceSession, **named: Any) -> NotSame:
    """Two people who were told apart."""
    first, second = (make_person(session, name=f"Jo Marsh {number}") for number in (1, 2))
    defaults = {
        "person_id": first.id, "other_id": second.id, "reasons": ["Different states."], "told_at": NOON
    }  # fmt: skip
    return _kept(session, NotSame(**{**defaults, **named}))


def make_merge(session: WorkspaceSession, **named: Any) -> PersonMerge:
    """Two people who were joined, and can still be parted."""
    kept, merged = (make_person(session, name=f"Jo Marsh {number}") for number in (1, 2))
    defaults = {
        "kept_id": kept.id, "merged_id": merged.id, "reasons": ["One e-mail address."], "snapshot": {"position": []},
        "merged_at": NOON, "undo_until": NOON + MONTH,
    }  # fmt: skip
    return _kept(session, PersonMerge(**{**defaults, **named}))


# --- dossiers -----------------------------------------------------------------------------------------------------


def _subject(session: WorkspaceSession, named: dict[str, Any]) -> dict[str, Any]:
    """The subject among the arguments; a new person when there is none."""
    if named.get("person_id") or named.get("organization_id"):
        return {}
    return {"person_id": make_person(session).id}


def make_run(session: WorkspaceSession, **named: Any) -> ResearchRun:
    """A search that has just been asked for."""
    defaults = {
        "query": {"kind": "person", "name": "Marisol Núñez-Łukasik", "organization": "Harrow Lake Regional"},
        "state": "waiting", "deadline": NOON + timedelta(minutes=5), "created_at": NOON,
        **_subject(session, named),
    }  # fmt: skip
    return _kept(session, ResearchRun(**{**defaults, **named}))


def make_run_source(session: WorkspaceSession, run: ResearchRun | None = None, **named: Any) -> RunSource:
    """A source of a run that has been read."""
    run = run or make_run(session)
    number = next(_number)
    defaults = {
        "source_key": f"register_{number}", "title": "State hospital register", "place": number, "state": "found",
        "requests": 2, "elapsed_s": 1.25, "claims_count": 3, "started_at": NOON, "finished_at": NOON,
    }  # fmt: skip
    return _kept(session, RunSource(run_id=run.id, **{**defaults, **named}))


def make_public_copy(session: WorkspaceSession, **named: Any) -> PublicCopy:
    """The kept bytes of a public page."""
    number = next(_number)
    text = named.get("text", f"Harrow Lake opened a 24-bed short-stay unit on September 14, 2026. Page {number}.")
    body = f"<p>{text}</p>".encode()
    defaults = {
        "sha256": hashlib.sha256(body).hexdigest(), "url": f"https://harrowlake.example.org/news/{number}",
        "media_type": "text/html", "charset": "utf-8", "body": body, "text": text, "first_read_at": NOON,
    }  # fmt: skip
    return _kept(session, PublicCopy(**{**defaults, **named}))


def make_document(session: WorkspaceSession, **named: Any) -> SourceDocument:
    """A public page that was read for this workspace."""
    copy = make_public_copy(session)
    defaults = {
        "sha256": copy.sha256, "public_sha256": copy.sha256, "url": copy.url, "source_key": "newsroom_feed",
        "origin": "fetched", "title": "Short-stay unit opens", "media_type": copy.media_type, "charset": "utf-8",
        "published": "2026-09-15", "retrieved_at": NOON,
    }  # fmt: skip
    return _kept(session, SourceDocument(**{**defaults, **named}))


def make_own_document(session: WorkspaceSession, text: str = "Notes from the panel.", **named: Any) -> SourceDocument:
    """A text that the user pasted."""
    defaults = {
        "sha256": sha256(text), "url": f"note:{sha256(text)[:16]}", "source_key": "given_pages", "origin": "pasted",
        "title": "Pasted text", "media_type": "text/plain", "charset": "utf-8", "own_body": text.encode(),
        "own_text": text, "retrieved_at": NOON,
    }  # fmt: skip
    return _kept(session, SourceDocument(**{**defaults, **named}))


def make_claim(session: WorkspaceSession, **named: Any) -> Claim:
    """What a page says of a person, with its words."""
    document = named.pop("document", None) or make_document(session)
    number = next(_number)
    value = named.get("value", "Chief Operating Officer")
    defaults = {
        "source_key": document.source_key, "record_id": f"page-{number}", "record_label": "Marisol Núñez-Łukasik",
        "record_url": document.url, "record_kind": "person", "predicate": "role", "value": value,
        "value_words": str(value), "starts": "2024-03", "organization_name": "Harrow Lake Regional",
        "status": "current", "cited_url": document.url, "quote": f"{value} Marisol Núñez-Łukasik said",
        "confidence": 0.9, "cited_title": document.title, "published": "2026-09-15",
        "document_sha256": document.sha256, "document_id": document.id, "retrieved_at": NOON,
        "fingerprint": sha256(f"claim {number}"), "created_at": NOON, "seen_at": NOON, **_subject(session, named),
    }  # fmt: skip
    return _kept(session, Claim(**{**defaults, **named}))


def make_candidate(session: WorkspaceSession, **named: Any) -> Candidate:
    """A record that may be the person."""
    defaults = {
        "source_key": "register", "record_id": f"record-{next(_number)}", "record_label": "M. Lukasik",
        "record_kind": "person", "judgement": "unsure", "score": 0.4,
        "reasons": [{"feature": "name", "score": 1.2, "detail": "same family name", "veto": False}],
        "created_at": NOON, "updated_at": NOON, **_subject(session, named),
    }  # fmt: skip
    return _kept(session, Candidate(**{**defaults, **named}))


def make_verdict(session: WorkspaceSession, **named: Any) -> Verdict:
    """The user's word that a record is somebody else's."""
    defaults = {
        "source_key": "register", "record_id": f"record-{next(_number)}", "answer": "not_same",
        "answered_at": NOON, "undo_until": NOON + MONTH, **_subject(session, named),
    }  # fmt: skip
    return _kept(session, Verdict(**{**defaults, **named}))


def make_fact(session: WorkspaceSession, **named: Any) -> Fact:
    """A fact that one source says."""
    value = named.get("value", "Opened a 24-bed short-stay unit")
    defaults = {
        "fact_key": sha256(f"fact {next(_number)}"), "predicate": "program", "value": value, "value_words": str(value),
        "starts": "2026-09-14", "dated": "2026-09-14", "standing": "single", "confidence": 0.8,
        "as_of": "2026-09-15", "created_at": NOON, "updated_at": NOON, **_subject(session, named),
    }  # fmt: skip
    return _kept(session, Fact(**{**defaults, **named}))


def make_fact_claim(session: WorkspaceSession, fact: Fact | None = None, claim: Claim | None = None) -> FactClaim:
    """A fact and a claim that it rests on."""
    fact = fact or make_fact(session)
    claim = claim or make_claim(session, person_id=fact.person_id, organization_id=fact.organization_id)
    return _kept(session, FactClaim(fact_id=fact.id, claim_id=claim.id))


def make_fact_use(session: WorkspaceSession, fact: Fact | None = None, **named: Any) -> FactUse:
    """A draft that uses a fact."""
    fact = fact or make_fact(session)
    number = next(_number)
    defaults = {
        "used_in": "draft", "used_id": number, "label": "Request for 20 minutes", "path": f"/drafts/{number}",
        "used_at": NOON,
    }  # fmt: skip
    return _kept(session, FactUse(fact_id=fact.id, **{**defaults, **named}))


def make_program(session: WorkspaceSession, **named: Any) -> Program:
    """A program with a result."""
    defaults = {
        "name": "Short-stay unit", "problem": "Boarding in the emergency department",
        "action": "Opened 24 beds for stays under 48 hours", "result": "Boarding fell by 31%",
        "period": "the first six months of 2026", "starts": "2026-01", "ends": "2026-06",
        "leader_part": "Chaired the group that planned it", "created_at": NOON, "updated_at": NOON,
        **_subject(session, named),
    }  # fmt: skip
    return _kept(session, Program(**{**defaults, **named}))


def make_program_credit(session: WorkspaceSession, program: Program | None = None, **named: Any) -> ProgramCredit:
    """Somebody who had a part in a program."""
    program = program or make_program(session)
    defaults = {"name": "Nguyễn Thị Bảo Trâm", "part": "Built the budget"}
    return _kept(session, ProgramCredit(program_id=program.id, **{**defaults, **named}))


def make_program_source(session: WorkspaceSession, program: Program | None = None, **named: Any) -> ProgramSource:
    """A passage that says something of a program."""
    program = program or make_program(session)
    defaults = {
        "title": "Short-stay unit opens", "url": "https://harrowlake.example.org/news/unit",
        "quote": "Boarding fell by 31% in six months.", "read_at": NOON,
    }  # fmt: skip
    return _kept(session, ProgramSource(program_id=program.id, **{**defaults, **named}))


# --- projects and drafts ------------------------------------------------------------------------------------------


def make_venue(session: WorkspaceSession, **named: Any) -> OwnVenue:
    """A newsletter that lets sources see what they are quoted with."""
    defaults = {
        "name": f"Lakes Chapter Newsletter {next(_number)}", "readers": "members of the chapter", "longest_words": 1200,
        "lead_time_days": 28, "source_review": "quotes and facts", "rule_url": "https://lakes.example.org/write",
        "rule_read_on": date(2026, 11, 2), "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, OwnVenue(**{**defaults, **named}))


def make_project(session: WorkspaceSession, **named: Any) -> Project:
    """An article for a venue of the user's own."""
    if "venue_id" not in named and "venue_key" not in named:
        named["venue_id"] = make_venue(session).id
    defaults = {
        "kind": "article", "title": "The first ninety days of a short-stay unit",
        "topic": "short-stay units in smaller hospitals", "readers": "operations staff of smaller hospitals",
        "question": "you won agreement to the order of events", "due_on": date(2027, 2, 1), "created_at": NOON,
        "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Project(**{**defaults, **named}))


def make_draft(session: WorkspaceSession, person: Person | None = None, **named: Any) -> Draft:
    """A request that is being written."""
    person = person or make_person(session)
    defaults = {
        "letter_key": "interview_request", "kind": "interview-request", "subject": "Interview request: short-stay unit",
        "body": "Dear Ms. Okafor-Lindqvist,\n\nMay I interview you for 20 minutes by phone?\n\nJordan Ellis",
        "minutes": 20, "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Draft(person_id=person.id, **{**defaults, **named}))


def make_draft_version(session: WorkspaceSession, draft: Draft | None = None, **named: Any) -> DraftVersion:
    """The text as it stands, kept."""
    draft = draft or make_draft(session)
    defaults = {"number": 1, "subject": draft.subject, "body": draft.body, "created_at": NOON}
    return _kept(session, DraftVersion(draft_id=draft.id, **{**defaults, **named}))


def make_draft_fact(session: WorkspaceSession, draft: Draft | None = None, **named: Any) -> DraftFact:
    """A fact put into a draft."""
    draft = draft or make_draft(session)
    if "fact_id" not in named and "program_id" not in named:
        named["fact_id"] = make_fact(session).id
    defaults = {"number": next(_number) % 999 + 1, "sentence": "Boarding fell by 31% in six months."}
    return _kept(session, DraftFact(draft_id=draft.id, **{**defaults, **named}))


def make_departure(session: WorkspaceSession, draft: Draft | None = None, **named: Any) -> Departure:
    """A draft that was copied; the user has yet to say whether it was sent."""
    draft = draft or make_draft(session)
    defaults = {"way": "copied", "state": "asked", "subject": draft.subject, "text": draft.body, "begun_at": NOON}
    return _kept(session, Departure(draft_id=draft.id, **{**defaults, **named}))


# --- interviews ---------------------------------------------------------------------------------------------------


def make_guide(session: WorkspaceSession, person: Person | None = None, **named: Any) -> QuestionGuide:
    """A guide for a talk of twenty minutes, without questions yet."""
    person = person or make_person(session)
    defaults = {"minutes": 20, "created_at": NOON, "updated_at": NOON}
    return _kept(session, QuestionGuide(person_id=person.id, **{**defaults, **named}))


def make_question(session: WorkspaceSession, guide: QuestionGuide | None = None, **named: Any) -> GuideQuestion:
    """A question that hangs on nothing yet."""
    guide = guide or make_guide(session)
    defaults = {
        "place": next(_number), "kind": "people", "text": "Whose support did the Short-Stay Unit need?", "minutes": 4,
        "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, GuideQuestion(guide_id=guide.id, **{**defaults, **named}))


# --- today --------------------------------------------------------------------------------------------------------


def make_put_off(session: WorkspaceSession, **named: Any) -> PutOff:
    """A task that a user does not want to see before Monday."""
    if "user_id" not in named:
        named["user_id"] = make_user(session).id
    defaults = {"task_key": f"research:{next(_number)}", "until": date(2026, 11, 23), "put_off_at": NOON}
    return _kept(session, PutOff(**{**defaults, **named}))
