"""The rows of a workspace whose user has kept relationships for five years: what `pages.py` measures its pages on.

Each leader has some thirty touches, promises, advice, two talks with their notes, requests with their ladders, a
rhythm, a watch with what it found, and was researched twice. Everything is chance with a fixed seed, and ends today.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Claim, Fact, FactClaim, ResearchRun, RunSource
from outreach.drafts.models import Departure, Draft
from outreach.folding import fold
from outreach.followups.models import FollowUp, FollowUpStep, Rhythm, RhythmGroup
from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.organizations.models import Organization
from outreach.people.models import Person, PersonNote, Position
from outreach.relationships.models import (
    Advice,
    LearningPlan,
    Pause,
    Promise,
    QuarterlyReview,
    Recommendation,
    Standing,
    Touch,
)
from outreach.signals.models import Signal, Watch
from tests.factories import make_document, sha256

YEARS = 5
DAYS = 365 * YEARS
Row = dict[str, Any]
_GIVES = ("readers_response", "benchmark", "article", "report_back", "introduction", "credit")
_FACTS = ("role", "program", "talk", "publication", "award", "said")


@dataclass(frozen=True)
class Filling:
    """A workspace being filled."""

    session: WorkspaceSession
    workspace: int
    chance: random.Random
    now: datetime
    numbers: Iterator[int]
    """Ids for rows: none of them may be taken in any table."""

    @property
    def today(self) -> date:
        return self.now.date()

    def add(self, model: Any, rows: Iterable[Mapping[str, Any]]) -> Sequence[int]:
        """Inserts rows, and returns their ids in the same order. Times of making are now where a row says none."""
        times = {"created_at": self.now, "updated_at": self.now}
        kept = {name: value for name, value in times.items() if name in model.__table__.c}
        made = [{"workspace_id": self.workspace, **kept, **row} for row in rows]
        # Numbered here: a statement that returns what the database numbered is slow for many rows.
        ids = [next(self.numbers) for _ in made]
        if made:
            self.session.execute(insert(model), [{"id": number, **row} for number, row in zip(ids, made, strict=True)])
        return ids

    def ago(self, most: int = DAYS, least: int = 1) -> date:
        """A day in the past."""
        return self.today - timedelta(days=self.chance.randint(least, most))

    def at(self, day: date) -> datetime:
        """Noon of a day, so many days before now."""
        return self.now - timedelta(days=(self.today - day).days)

    def hits(self, share: float) -> bool:
        """Whether a chance of so much comes true."""
        return self.chance.random() < share


def fill(filling: Filling, people: Sequence[Row]) -> Sequence[int]:
    """Makes these people and all that five years have brought; their ids."""
    houses = _organizations(filling, max(3, len(people) // 4))
    ids = filling.add(Person, [{**row, "kind": "leader", "time_zone": "America/Chicago"} for row in people])
    _positions(filling, ids, houses)
    filling.add(PersonNote, [{"person_id": one, "text": f"Note {at}: asks for short questions."}
                             for one in ids for at in range(3)])  # fmt: skip
    _research(filling, ids, people)
    for make in (_touches, _promises, _advice, _reviews, _requests, _talks, _rhythms):
        make(filling, ids)
    _signals(filling, ids, houses)
    return ids


def _organizations(filling: Filling, number: int) -> Sequence[int]:
    names = [f"Harrow Lake Hospital {at}" for at in range(number)]
    rows = [{"name": name, "sort_key": fold(name), "search_key": fold(name), "city": "Harrow Lake", "state": "MN"}
            for name in names]  # fmt: skip
    return filling.add(Organization, rows)


def _positions(filling: Filling, ids: Sequence[int], houses: Sequence[int]) -> None:
    held = [{"person_id": one, "organization_id": filling.chance.choice(houses), "started": "2023",
             "organization_name": "Harrow Lake Hospital", "title": "Chief nursing officer"} for one in ids]  # fmt: skip
    left = [{**row, "started": "2018", "ended": "2022", "is_current": False} for row in held]
    filling.add(Position, held)
    filling.add(Position, left)


# --- the ledger -----------------------------------------------------------------------------------------------------


def _touches(filling: Filling, ids: Sequence[int]) -> None:
    rows = [row for one in ids for row in _of_one(filling, one)]
    filling.add(Touch, rows)


def _of_one(filling: Filling, person: int) -> Iterable[Row]:
    kinds = ("wrote", "met", "gave", "gave", "asked", "answered", "thanked", "received")
    # One in twenty has gone quiet: nothing in the last year.
    least = 400 if filling.hits(0.05) else 1
    for _ in range(filling.chance.randint(20, 40)):
        kind, on = filling.chance.choice(kinds), filling.ago(least=least)
        row = {"person_id": person, "kind": kind, "happened_on": on, "channel": "email", "give_kind": "",
               "what": f"Talked about the short-stay unit and its {filling.chance.randint(2, 90)} beds.",
               "ask_kind": "", "ask_state": "", "ask_closed_on": None, "answer": ""}  # fmt: skip
        if kind == "gave":
            row["give_kind"] = filling.chance.choice(_GIVES)
        if kind == "answered":
            row["answer"] = "yes"
        if kind == "asked":
            row |= {"ask_kind": "interview", **_ask(filling, on)}
        yield row


def _ask(filling: Filling, on: date) -> Row:
    if filling.hits(0.06):
        return {"ask_state": "open"}
    state = filling.chance.choice(("granted", "declined", "unanswered"))
    return {"ask_state": state, "ask_closed_on": min(filling.today, on + timedelta(days=9))}


def _promises(filling: Filling, ids: Sequence[int]) -> None:
    rows = []
    for one in (number for number in ids for _ in range(6)):
        made, is_open = filling.ago(), filling.hits(0.04)
        made = filling.ago(30) if is_open else made
        rows.append({"person_id": one, "is_mine": filling.hits(0.7), "what": "Send the benchmark", "made_on": made,
                     "due_on": made + timedelta(days=filling.chance.randint(7, 60)),
                     "state": "open" if is_open else "kept",
                     "closed_on": None if is_open else min(filling.today, made + timedelta(days=7))})  # fmt: skip
    filling.add(Promise, rows)


def _advice(filling: Filling, ids: Sequence[int]) -> None:
    rows, read = [], []
    for one in (number for number in ids for _ in range(3)):
        on, is_tried = filling.ago(least=100), filling.hits(0.8)
        is_told = is_tried and filling.hits(0.9)
        tried = on + timedelta(days=40) if is_tried else None
        rows.append({"person_id": one, "words": "Shadow a bed meeting, and say nothing in the first one.",
                     "given_on": on, "tried": "Went to one." if is_tried else "", "tried_on": tried,
                     "outcome": "They let me present." if is_tried else "", "outcome_on": tried,
                     "told_on": on + timedelta(days=60) if is_told else None})  # fmt: skip
        is_read = filling.hits(0.7)
        read.append({"person_id": one, "title": "A book on flow in hospitals", "recommended_on": on,
                     "read_on": on + timedelta(days=30) if is_read else None,
                     "told_on": on + timedelta(days=31) if is_read and filling.hits(0.95) else None})  # fmt: skip
    filling.add(Advice, rows)
    filling.add(Recommendation, read)
    plans = [one for one in ids if filling.hits(0.4)]
    filling.add(LearningPlan, [{"person_id": one, "wants": "How she wins agreement"} for one in plans])


def _reviews(filling: Filling, ids: Sequence[int]) -> None:
    past = [(year, quarter) for year in range(filling.today.year - YEARS, filling.today.year) for quarter in range(4)]
    filling.add(QuarterlyReview, [
        {"person_id": one, "quarter": f"{year}-Q{quarter + 1}", "decision": "active",
         "decided_on": date(year, 3 * quarter + 1, 9)}
        for one in ids for year, quarter in past
    ])  # fmt: skip
    resting = [one for one in ids if filling.hits(0.05)]
    filling.add(Standing, [{"person_id": one, "state": "resting", "since": filling.ago(30),
                            "until": filling.today + timedelta(days=60)} for one in resting])  # fmt: skip
    paused = [one for one in ids if filling.hits(0.03)]
    filling.add(Pause, [{"person_id": one, "reason": "layoffs", "begins_on": filling.ago(9),
                         "until": filling.today + timedelta(days=30)} for one in paused])  # fmt: skip


# --- letters, talks, rhythms ----------------------------------------------------------------------------------------


def _requests(filling: Filling, ids: Sequence[int]) -> None:
    """Three requests each, some under way (five letters a week make two dozen), and some being written."""
    asked = [(one, filling.at(filling.ago(least=60))) for one in ids for _ in range(3)]
    asked += [(one, filling.at(filling.ago(12))) for one in ids[:1] + [one for one in ids[1:] if filling.hits(0.02)]]
    letter = {"letter_key": "interview-request-email", "kind": "interview-request", "state": "sent",
              "subject": "Interview request", "body": "May I interview you for 20 minutes?"}  # fmt: skip
    rows = [{**letter, "person_id": one, "sent_at": at, "created_at": at, "updated_at": at} for one, at in asked]
    drafts = filling.add(Draft, rows)
    filling.add(Departure, [{"draft_id": number, "way": "mail_program", "state": "sent", "text": letter["body"],
                             "begun_at": at, "settled_at": at}
                            for number, (_, at) in zip(drafts, asked, strict=True)])  # fmt: skip
    being_written = [one for one in ids if filling.hits(0.05)]
    filling.add(Draft, [{**letter, "state": "writing", "person_id": one, "sent_at": None} for one in being_written])
    _ladders(filling, drafts, asked)


def _ladders(filling: Filling, drafts: Sequence[int], asked: Sequence[tuple[int, datetime]]) -> None:
    ladders, steps = [], []
    for number, (one, at) in zip(drafts, asked, strict=True):
        is_running = (filling.now - at).days < 30
        ladders.append({"person_id": one, "draft_id": number, "ladder_key": "interview-request", "started_at": at,
                        "zone": "America/Chicago", "state": "running" if is_running else "stopped",
                        "stop_reason": "" if is_running else "answered",
                        "ended_at": None if is_running else at + timedelta(days=9)})  # fmt: skip
    for number, row in zip(filling.add(FollowUp, ladders), ladders, strict=True):
        is_running, due = row["state"] == "running", row["started_at"] + timedelta(days=11)
        first = "dropped" if not is_running else "planned" if due > filling.now else "due"
        note = {"follow_up_id": number, "letter_key": "reminder"}
        steps.append({**note, "place": 1, "kind": "note", "due_at": due, "state": first})
        steps.append({**note, "place": 2, "kind": "closing", "due_at": None,
                      "state": "planned" if is_running else "dropped"})  # fmt: skip
    filling.add(FollowUpStep, steps)


def _talks(filling: Filling, ids: Sequence[int]) -> None:
    """Two talks each that were held, and one in fifty to come."""
    rows = []
    for at, one in enumerate(number for number in ids for _ in range(2)):
        begun = filling.at(filling.ago())
        rows.append({"person_id": one, "starts_at": begun, "zone": "America/Chicago", "minutes": 20, "state": "held",
                     "uid": f"talk-{filling.workspace}-{at}@groundwork.example", "started_at": begun,
                     "ended_at": begun + timedelta(minutes=21), "debriefed_at": begun + timedelta(hours=1),
                     "questions_sent_on": begun.date(), "learned": "Start with the night shift."})  # fmt: skip
    for number, row in zip(filling.add(Interview, rows), rows, strict=True):
        said = [{"interview_id": number, "kind": "exact", "text": f"We drew the plan {turn} times.",
                 "said_at": row["starts_at"] + timedelta(minutes=turn)} for turn in range(8)]  # fmt: skip
        filling.add(InterviewNote, said)
    coming = [one for one in ids if filling.hits(0.02)] or ids[:1]
    filling.add(Interview, [
        {"person_id": one, "starts_at": filling.now + timedelta(days=filling.chance.randint(1, 25)), "minutes": 20,
         "zone": "America/Chicago", "uid": f"talk-{filling.workspace}-next-{one}@groundwork.example"}
        for one in coming
    ])  # fmt: skip


def _rhythms(filling: Filling, ids: Sequence[int]) -> None:
    groups = filling.add(RhythmGroup, [
        {"name": name, "ideal_days": ideal, "latest_days": latest}
        for name, ideal, latest in (("Mentors", 45, 75), ("Leaders", 90, 180), ("Others", 330, 400))
    ])  # fmt: skip
    days = max(30, len(ids) // 4)  # four a day at most
    filling.add(Rhythm, [
        {"person_id": one, "group_id": filling.chance.choice(groups), "counted_from": filling.today,
         "planned_on": filling.today + timedelta(days=filling.chance.randint(-2, days))}
        for one in ids if filling.hits(0.8)
    ])  # fmt: skip


# --- what is public -------------------------------------------------------------------------------------------------


def _research(filling: Filling, ids: Sequence[int], people: Sequence[Row]) -> None:
    runs = [
        {"person_id": one, "query": {"kind": "person", "name": person["name"]}, "state": "finished", "deadline": at,
         "created_at": at, "started_at": at, "finished_at": at}
        for one, person in zip(ids, people, strict=True)
        for at in (filling.at(filling.ago()), filling.at(filling.ago(40)))
    ]  # fmt: skip
    read = [{"run_id": run, "source_key": f"register_{place}", "title": "Register", "place": place, "state": "found",
             "claims_count": 3} for run in filling.add(ResearchRun, runs) for place in range(6)]  # fmt: skip
    filling.add(RunSource, read)
    _facts(filling, ids)


def _facts(filling: Filling, ids: Sequence[int]) -> None:
    page = make_document(filling.session)
    facts, claims = [], []
    for one in ids:
        for predicate in _FACTS:
            on = filling.ago(900).isoformat()
            said = f"Opened unit {one} of {predicate}"
            told = {"person_id": one, "predicate": predicate, "value": said, "value_words": said, "starts": on}
            facts.append({**told, "fact_key": sha256(said), "dated": on, "standing": "single", "confidence": 0.8,
                          "as_of": on})  # fmt: skip
            claims.append({
                **told, "source_key": "register", "record_id": f"page-{one}", "record_label": "A page",
                "record_url": page.url, "record_kind": "person", "cited_url": page.url, "quote": said,
                "confidence": 0.8, "cited_title": page.title, "published": on, "document_sha256": page.sha256,
                "document_id": page.id, "retrieved_at": filling.now, "seen_at": filling.now,
                "fingerprint": sha256(f"claim {said} {filling.workspace}"),
            })  # fmt: skip
    rests = zip(filling.add(Fact, facts), filling.add(Claim, claims), strict=True)
    filling.add(FactClaim, [{"fact_id": fact, "claim_id": claim} for fact, claim in rests])


def _signals(filling: Filling, ids: Sequence[int], houses: Sequence[int]) -> None:
    watched = [one for one in ids if filling.hits(0.6)]
    filling.add(Watch, [{"person_id": one, "every_days": 30,
                         "next_at": filling.now + timedelta(days=filling.chance.randint(1, 30))}
                        for one in watched])  # fmt: skip
    kinds = ("role", "award", "program", "paper", "house", "other") * 4 + ("trouble",)
    rows = []
    for at, one in enumerate(number for number in watched for _ in range(8)):
        found, is_new = filling.at(filling.ago()), filling.hits(0.1)
        found = filling.at(filling.ago(30)) if is_new else found
        rows.append({
            "person_id": one, "kind": filling.chance.choice(kinds), "sentence": "She received the Rural Care Award.",
            "quote": "the Rural Care Award", "source_key": "news.example.org", "source_title": "News",
            "url": "https://news.example.org/award", "fingerprint": sha256(f"signal {at}"), "found_at": found,
            "organization_id": filling.chance.choice(houses), "state": "new" if is_new else "kept",
            "judged_at": None if is_new else found,
        })  # fmt: skip
    filling.add(Signal, rows)
