"""Every address of the live application, with what does not belong there: no answer of 500 or more, and nothing told of
another workspace.

A new route is swept without an edit, unless it takes an id of something new: then `KINDS_OF_IDS` has to say of what.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from itertools import cycle
from typing import Any

import pytest
from flask_wtf import FlaskForm
from sqlalchemy import select
from werkzeug.routing import Rule
from wtforms import Field

from outreach.accounts.models import Invitation, Membership, SessionRecord
from outreach.app import Application
from outreach.briefs import pdf
from outreach.briefs.model import DifferenceSheet
from outreach.columns import LARGEST_ID
from tests import article_factories, event_factories, factories, ledger_factories
from tests.browser import Browser, without_token
from tests.factories import NOON
from tests.outreach.rewinding import Rewinding

MALFORMED = ("0", "-1", str(2**63), "x", "%00", "9" * 3000, "1e3", "..%2f1", "1%20OR%201=1")
MEGABYTE = "x" * 1_000_000
TOO_LONG = "x" * 50_000
UNKNOWN = LARGEST_ID - 7
"""An id that nothing has."""

HOSTILE = ("%00", "9" * 3000, "%FF%FE")

KINDS_OF_IDS = {
    "organization_id": "organization", "person_id": "person", "program_id": "program", "fact_id": "fact",
    "run_id": "run", "candidate_id": "candidate", "verdict_id": "verdict", "document_id": "document",
    "claim_id": "claim", "source_id": "program_source", "figure_id": "figure", "position_id": "position",
    "note_id": "note", "contact_id": "contact", "merge_id": "merge", "other": "person",
    "project_id": "project", "venue_id": "venue", "guide_id": "guide", "question_id": "question",
    "draft_id": "draft", "version_id": "draft_version", "cited_id": "draft_fact",
    "departure_id": "departure", "interview_id": "interview", "line_id": "interview_note",
    "touch_id": "touch", "promise_id": "promise", "pause_id": "pause", "advice_id": "advice",
    "recommendation_id": "recommendation", "follow_up_id": "follow_up", "group_id": "group",
    "followups.number": "person",
    "signal_id": "signal",
    "article_id": "article", "articles.version_id": "article_version", "reviewer_id": "reviewer",
    "submission_id": "submission",
    "request_id": "approval_request", "decision_id": "decision", "received_id": "received_answer",
    "suggestion_id": "suggestion",
    "event_id": "event", "agenda_id": "agenda", "events.session_id": "event_session", "speaker_id": "speaker",
    "appearance_id": "appearance", "printing_id": "printing", "briefs.note_id": "floor_note",
    "people.number": "person", "people.identifier_id": "person_identifier",
    "organizations.number": "organization", "organizations.identifier_id": "organization_identifier",
    "accounts.end_session.number": "session", "accounts.open_workspace.number": "workspace",
    "accounts.withdraw_invitation.number": "invitation", "accounts.member.number": "membership",
    "accounts.remove_member.number": "membership", "styleguide.error.status": "status",
}  # fmt: skip
"""What an id in an address is of: by its name; where that says too little, by room or endpoint and name."""

LEADS_ON_WHEN_GONE = {
    "people.remove_contact.contact_id", "people.remove_identifier.identifier_id", "people.remove_post.position_id",
    "organizations.remove_identifier.identifier_id", "organizations.remove_figure.figure_id",
    "dossiers.remove_source_of_program.source_id", "dossiers.not_them_of_fact.claim_id",
}  # fmt: skip
"""Ids for which what is not there answers as what was deleted just now: a second press is led on as the first was."""

WORDS = {"token": "some-token", "filename": "app.css", "region": "said", "key": "class_paper", "ending": "txt"}
QUERIES = (
    "q", "after", "kind", "show", "org", "state", "from", "notes", "fact", "task", "all", "shown", "whole", "next",
    "venue", "reason", "part", "person", "step", "was", "until", "to", "event", "page", "paper", "parts", "making",
)  # fmt: skip


def kind_of(rule: Rule, argument: str) -> str:
    """What this id is of. Raises: AssertionError for a new kind of id."""
    room = rule.endpoint.split(".")[0]
    for name in (f"{rule.endpoint}.{argument}", f"{room}.{argument}", argument):
        if name in KINDS_OF_IDS:
            return KINDS_OF_IDS[name]
    raise AssertionError(f"{rule.rule}: say in KINDS_OF_IDS what <{argument}> is the id of")


def ids_of(rule: Rule) -> list[str]:
    return re.findall(r"<int(?:\([^)]*\))?:(\w+)>", rule.rule)


def filled(rule: Rule, values: dict[str, Any]) -> str:
    """The address of a rule. What stands in `values` is put in as it is, however wrong."""
    return re.sub(r"<(?:[^:>]*:)?(\w+)>", lambda found: str({**WORDS, **values}[found[1]]), rule.rule)


def make_all(app: Application, workspace_id: int, user_id: int) -> dict[str, int]:
    """One of everything in a workspace, all of one person at one organization; the ids by kind."""
    with app.extensions["database"].session_for(workspace_id) as session:
        house, leader = factories.make_organization(session), factories.make_person(session)
        about, over = {"person_id": leader.id}, {"state": "finished", "started_at": NOON, "finished_at": NOON}
        run = factories.make_run(session, **about, **over)
        fact, program = factories.make_fact(session, **about), factories.make_program(session, **about)
        claim = factories.make_claim(session, **about)
        factories.make_fact_claim(session, fact, claim)
        membership_id = session.scalars(select(Membership.id).where(Membership.user_id == user_id)).one()
        made = {
            "organization": house, "person": leader, "run": run, "fact": fact, "program": program, "claim": claim,
            "organization_identifier": factories.make_organization_identifier(session, house),
            "figure": factories.make_figure(session, house),
            "person_identifier": factories.make_person_identifier(session, leader),
            "position": factories.make_position(session, leader, house),
            "contact": factories.make_contact(session, leader),
            "note": factories.make_note(session, leader),
            "merge": factories.make_merge(session),
            "document": factories.make_document(session),
            "candidate": factories.make_candidate(session, **about),
            "verdict": factories.make_verdict(session, **about),
            "program_source": factories.make_program_source(session, program),
            "project": factories.make_project(session), "venue": factories.make_venue(session),
            **make_draft(session, leader, fact), **make_guide(session, leader, fact), **make_talk(session, leader),
            "signal": ledger_factories.make_signal(session, leader, fact_id=fact.id),
            **make_article(session, leader, fact),
            "touch": ledger_factories.make_ask(session, leader),
            "promise": ledger_factories.make_promise(session, leader), "follow_up": make_follow_up(session, leader),
            "group": ledger_factories.make_group(session), "rhythm": ledger_factories.make_rhythm(session, leader),
            "pause": ledger_factories.make_pause(session),  # of another: the leader's letters should be able to leave
            "advice": ledger_factories.make_advice(session, leader, tried="I sat in.", tried_on=NOON.date()),
            "recommendation": ledger_factories.make_recommendation(session, leader),
            **make_event(session, leader),
        }  # fmt: skip
        return {kind: row.id for kind, row in made.items()} | {
            "workspace": workspace_id, "membership": membership_id, "status": 404, "session": UNKNOWN,
            "invitation": UNKNOWN,
        }  # fmt: skip


def make_event(session: Any, leader: Any) -> dict[str, Any]:
    """An event with a program in which the leader speaks, and whom the user means to meet."""
    event = event_factories.make_event(session)
    held, agenda = event_factories.make_event_session(session, event), event_factories.make_agenda(session, event)
    speaker = event_factories.make_event_speaker(session, event, match_state="asked", candidates=[leader.id])
    event_factories.make_session_speaker(session, held, speaker)
    appearance = event_factories.make_appearance(session, event, leader)
    body = pdf.difference(
        DifferenceSheet("Since the last print", "since your print", "Nothing has changed.", (), "Private"), "letter"
    )
    printing = event_factories.make_printing(
        session, event, content={}, pages=1, sha256=hashlib.sha256(body).hexdigest()
    )  # fmt: skip
    event_factories.make_printed_file(session, printing, body=body)
    return {
        "event": event, "agenda": agenda, "event_session": held, "speaker": speaker,
        "appearance": appearance, "floor_note": event_factories.make_floor_note(session, appearance),
        "printing": printing,
    }  # fmt: skip


def make_draft(session: Any, leader: Any, fact: Any) -> dict[str, Any]:
    """A letter to the leader with a version, which uses the fact."""
    draft = factories.make_draft(session, leader)
    return {
        "draft": draft,
        "draft_version": factories.make_draft_version(session, draft),
        "draft_fact": factories.make_draft_fact(session, draft, fact_id=fact.id),
        "departure": factories.make_departure(session, draft),
    }


def make_follow_up(session: Any, leader: Any) -> Any:
    """A request whose first note is due."""
    row = ledger_factories.make_follow_up(session, leader)
    ledger_factories.make_step(session, row, state="due", due_at=NOON, became_due_at=NOON)
    ledger_factories.make_step(session, row, place=2, kind="closing", letter_key="closing-note", due_at=None)
    return row


def make_guide(session: Any, leader: Any, fact: Any) -> dict[str, Any]:
    """Questions for the leader, one of which hangs on the fact."""
    guide = factories.make_guide(session, leader)
    return {"guide": guide, "question": factories.make_question(session, guide, fact_id=fact.id)}


def make_article(session: Any, leader: Any, fact: Any) -> dict[str, Any]:
    """An article about the leader's work that quotes the leader and rests on the fact, with a version."""
    article = article_factories.make_article(session, leader)
    article_factories.make_quote(session, article, number=1)
    article_factories.make_article_fact(session, article, number=1, fact_id=fact.id)
    version = article_factories.make_article_version(session, article)
    reviewer = article_factories.make_reviewer(session, article)
    approved = article_factories.make_request(session, article_factories.make_reviewer(session, article), version)
    return {
        "article": article, "article_version": version, "reviewer": reviewer,
        "approval_request": article_factories.make_request(session, reviewer, version),
        "decision": article_factories.make_decision(session, approved, conditions="Please say “interim”."),
        "received_answer": article_factories.make_received(session, article, content=b"From: a", name="answer.eml"),
        "suggestion": article_factories.make_suggestion(session, version),
        "submission": article_factories.make_submission(
            session, version, outcome="declined", outcome_on=NOON.date()
        ),
    }  # fmt: skip


def make_talk(session: Any, leader: Any) -> dict[str, Any]:
    """A talk with the leader, with a line of notes."""
    talk = ledger_factories.make_interview(session, leader)
    return {"interview": talk, "interview_note": ledger_factories.make_interview_note(session, talk)}


@pytest.fixture
def mine(app: Application, alice: Browser) -> dict[str, int]:
    """What Alice has."""
    return make_all(app, 1, user_id=1)


@pytest.fixture
def theirs(app: Application, clock) -> dict[str, int]:
    """What somebody else has, in a workspace of their own."""
    database = app.extensions["database"]
    with database.open_session() as session:
        user = factories.make_user(session)
        kept = SessionRecord(
            token_sha256="0" * 64, user_id=user.id, created_at=clock(), seen_at=clock(), address_prefix="", device=""
        )
        session.add(kept)
        session.flush()
        session_id = kept.id
    workspace_id = factories.make_workspace(database, user=user)
    with database.session_for(workspace_id) as session:
        invitation = Invitation(
            role="editor",
            token_sha256="1" * 64,
            invited_by_id=user.id,
            created_at=clock(),
            expires_at=clock() + timedelta(days=9),
        )
        session.add(invitation)
        session.flush()
        invitation_id = invitation.id
    return make_all(app, workspace_id, user.id) | {"session": session_id, "invitation": invitation_id}


def swept(app: Application, method: str) -> Iterator[Rule]:
    """The rules that answer this method. Signing out is swept by itself, as it ends what the others need."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: one.rule):
        if method in (rule.methods or ()) and rule.endpoint != "accounts.sign_out":
            yield rule


def sent(browser: Browser, method: str, path: str, data: Any = None) -> Any:
    """The answer; signs in again after what ended the sign-in."""
    answer = browser.get(path) if method == "GET" else browser.post(path, data)
    if answer.headers.get("Location", "").startswith("/sign-in"):
        assert browser.sign_in().status_code == 303
        browser.get("/settings/account")
    assert answer.status_code < 500, f"{method} {path[:200]} {str(data)[:200]}: {answer.status_code}"
    return answer


def batched_malformed() -> list[tuple[str, ...]]:
    """What is no id, in threes: one converter reads every number, so each address gets the next three."""
    return [MALFORMED[first : first + 3] for first in range(0, len(MALFORMED), 3)]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_malformed_id_is_an_error_of_ours(app: Application, alice: Browser, mine: dict[str, int], method: str):
    tried, turns = 0, cycle(batched_malformed())
    for rule in swept(app, method):
        own = {argument: mine[kind_of(rule, argument)] for argument in ids_of(rule)}
        for argument in sorted(rule.arguments):
            for malformed in next(turns) if argument in own else MALFORMED:
                answer = sent(alice, method, filled(rule, {**own, argument: malformed}))
                tried += 1
                if argument in own and rule.endpoint != "styleguide.error":
                    # 405: the router finds the address before it looks at the number, and the method after
                    assert answer.status_code in (404, 405), f"{rule.rule} with {malformed[:50]}"
    assert tried > 300


def test_no_malformed_question_is_an_error_of_ours(app: Application, alice: Browser, mine: dict[str, int]):
    for rule in swept(app, "GET"):
        path = filled(rule, {argument: mine[kind_of(rule, argument)] for argument in ids_of(rule)})
        for turn in range(len(HOSTILE)):
            hostile = (HOSTILE[(turn + place) % len(HOSTILE)] for place in range(len(QUERIES)))
            sent(alice, "GET", f"{path}?" + "&".join(map("=".join, zip(QUERIES, hostile, strict=True))))


def untold(answer: Any, path: str) -> str:
    """A page without what differs from one request to the next: its own address, its token."""
    return without_token(answer).replace(path, "/here")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_another_workspace_has_answers_as_what_nobody_has(
    app: Application, alice: Browser, mine: dict[str, int], theirs: dict[str, int], method: str
):
    told = []
    for rule in swept(app, method):
        kinds = {argument: kind_of(rule, argument) for argument in ids_of(rule) if kind_of(rule, argument) != "status"}
        own = {argument: mine[kind] for argument, kind in kinds.items()}
        for argument, kind in kinds.items():
            paths = [filled(rule, {**own, argument: value}) for value in (theirs[kind], UNKNOWN)]
            foreign, unknown = (sent(alice, method, path) for path in paths)
            leads_on = method == "POST" and f"{rule.endpoint}.{argument}" in LEADS_ON_WHEN_GONE
            is_gone = 303 if leads_on else 404
            if leads_on:
                alice.get("/settings/account")  # which reads what was told, so that no later answer shows it
            if (foreign.status_code, unknown.status_code) != (is_gone, is_gone):
                told.append(f"{method} {rule.rule} {argument}: {foreign.status_code}, unknown {unknown.status_code}")
            elif untold(foreign, paths[0]) != untold(unknown, paths[1]):
                told.append(f"{method} {rule.rule} {argument}: another body")
    assert told == []


def test_what_is_mine_is_shown(app: Application, alice: Browser, mine: dict[str, int]):
    hidden = []
    for rule in swept(app, "GET"):
        kinds = [kind_of(rule, argument) for argument in ids_of(rule)]
        if kinds and "status" not in kinds and len(kinds) == len(set(kinds)):
            path = filled(rule, {argument: mine[kind_of(rule, argument)] for argument in ids_of(rule)})
            hidden += [path] if sent(alice, "GET", path).status_code not in (200, 302, 303) else []
    assert hidden == []


@pytest.fixture
def forms_seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The fields of the forms that were made since it was emptied, each with a value that it might take."""
    seen: dict[str, str] = {}
    make = FlaskForm.__init__

    def noted(form: FlaskForm, *arguments: Any, **named: Any) -> None:
        make(form, *arguments, **named)
        seen.update({field.name: plausible(field) for field in leaves(form) if field.name != "csrf_token"})

    monkeypatch.setattr(FlaskForm, "__init__", noted)
    return seen


def leaves(form: Any) -> Iterator[Field]:
    """The fields of a form, those of its lists and parts too."""
    for field in form:
        if hasattr(field, "entries") or hasattr(field, "form"):
            yield from leaves(field)
        else:
            yield field


def plausible(field: Field) -> str:
    chosen = [str(value) for value, *_ in field.iter_choices() if value] if hasattr(field, "iter_choices") else []
    return next(iter(chosen), "2026-05" if "date" in field.name or "start" in field.name else "Larkspur")


def bodies(good: dict[str, str]) -> Iterator[dict[str, Any]]:
    """A form for each way to be wrong: a field far too long or with a NUL; a megabyte; all sent twice, all a NUL."""
    for name, value in good.items():
        for wrong in (TOO_LONG, f"{value}\x00<b>"):
            yield {**good, name: wrong}
    yield {**good, **dict.fromkeys(list(good)[:1], MEGABYTE)}
    yield {name: [value, "another"] for name, value in good.items()}
    yield dict.fromkeys(good, "\x00")


@pytest.fixture
def put_right(app: Application, alice: Browser) -> Iterator[Callable[[], dict[str, int]]]:
    """Brings Alice back to one of everything, and returns the ids by kind; on PostgreSQL they are new each time."""
    if not app.extensions["database"].is_sqlite:
        yield lambda: make_all(app, 1, user_id=1)
        return
    ids = make_all(app, 1, user_id=1)
    with closing(Rewinding(alice)) as start:
        yield lambda: start.go_back() or ids


def test_no_form_is_an_error_of_ours(
    app: Application, alice: Browser, put_right: Callable[[], dict[str, int]], forms_seen: dict[str, str]
):
    tried, fields = 0, 0
    ids = put_right()
    for rule in swept(app, "POST"):
        forms_seen.clear()
        for body in _bodies_after_an_empty_one(forms_seen):
            path = filled(rule, {argument: ids[kind_of(rule, argument)] for argument in ids_of(rule)})
            answer = sent(alice, "POST", path, body)
            tried += 1
            if answer.status_code < 400:
                ids = put_right()  # it may have taken away what the next one needs
        fields += len(forms_seen)
    assert tried > 300
    assert fields > 80, "the forms are looked into"


def _bodies_after_an_empty_one(forms_seen: dict[str, str]) -> Iterator[dict[str, Any]]:
    yield {}
    yield from bodies(dict(forms_seen))


def test_signing_out_takes_any_form(alice: Browser):
    for body in ({}, {"next": MEGABYTE}, {"next": "\x00"}, {"next": ["//evil.example", "x"]}):
        assert sent(alice, "POST", "/sign-out", body).status_code < 400


def test_every_owner_of_an_id_is_in_the_table(app: Application):
    named = {kind_of(rule, argument) for rule in app.url_map.iter_rules() for argument in ids_of(rule)}
    assert named == set(KINDS_OF_IDS.values())
