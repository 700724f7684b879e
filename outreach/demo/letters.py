"""Letters of the demonstration: a good one, one with findings, one whose fact was withdrawn, one sent, one to an
assistant."""

from __future__ import annotations

from datetime import timedelta

from outreach.db import WorkspaceSession
from outreach.demo import USER_EMAIL, USER_NAME, cast
from outreach.demo.cast import Member
from outreach.demo.stage import Stage
from outreach.dossiers import fact_changes
from outreach.dossiers.models import Fact, Program
from outreach.drafts import beginning, compose, confirmed, operations, outgoing, queries, versions
from outreach.drafts.beginning import Chosen
from outreach.drafts.compose import Sender
from outreach.drafts.models import Departure, Draft
from outreach.people.models import Person
from outreach.projects.models import Project
from outreach.projects.operations import ProjectDetails, begin
from outreach.projects.queries import open_projects

ASKED_ABOUT = "Short-Stay Unit"
"""The program that Marisol is asked about, in each of the letters."""

HASTY = """Dear Dr. Çelik,

I have long admired your amazing work and would love to pick your brain about my career path over coffee some time
this week. I am graduating in May, and my résumé is attached in case you hear of an opening.

I read that deaths from sepsis fell by 48 percent under your bundle, which is simply inspiring!

Please let me know by tomorrow.

{name}"""

THANKS = """Dear Ingrid,

Thank you for Thursday's conversation about night desks. What stays with me is that you let the charge nurses draw the
plan before anybody spoke of beds. I had assumed that the budget came first.

No reply is needed.

With thanks,
{name}"""


def write(stage: Stage) -> None:
    """All of them, in the order in which they were written."""
    with stage.database.session_for(stage.workspace_id) as session:
        project = _project(session, stage)
        _sent(session, stage, project)
        _whose_fact_was_withdrawn(session, stage, project)
        _composed(session, stage, cast.MARISOL, project, "assistant-request", 3)
        _with_findings(session, stage, project)
        _composed(session, stage, cast.MARISOL, project, "interview-request-email", 0.1)


def _project(session: WorkspaceSession, stage: Stage) -> Project:
    """The project that the story has begun; without one, one of its own."""
    known = open_projects(session)
    if known:
        return known[0]
    new = ProjectDetails(
        "The first ninety days of a short-stay unit", "article", "short-stay units in smaller hospitals",
        "operations staff of smaller hospitals", "you won agreement to the order of events",
    )  # fmt: skip
    return begin(session, new, stage.by(8))


def _composed(
    session: WorkspaceSession, stage: Stage, member: Member, project: Project, key: str, days_ago: float
) -> Draft:
    """A letter as somebody begins it: the program to ask about, the best facts, twenty minutes."""
    person = session.get_one(Person, stage.people[member.details.name])
    by = stage.by(days_ago)
    today = by.now.date()
    programs = sorted(confirmed.programs(session, person, today), key=lambda one: one.name != ASKED_ABOUT)
    program = session.get(Program, programs[0].id) if programs else None
    best = confirmed.offer(session, person, program, today).best
    assistant = queries.assistant_of(session, person.id)
    chosen = Chosen(
        letter=compose.letters()[key],
        person=person,
        assistant_id=assistant.id if assistant else None,
        project=project,
        program=program,
        facts=tuple(session.get_one(Fact, number) for number in best),
        minutes=20,
        way="by phone or video",
        window_from=today + timedelta(days=30),
        window_until=today + timedelta(days=55),
    )
    # Until all is told the owner has another address.
    return beginning.begin(session, chosen, by, Sender(USER_NAME, email=USER_EMAIL))


def _with_findings(session: WorkspaceSession, stage: Stage, project: Project) -> None:
    draft = _composed(session, stage, cast.SERIFE, project, "interview-request-email", 1)
    operations.save(session, draft, "Quick question", HASTY.format(name=USER_NAME), draft.version, stage.by(0.9))


def _whose_fact_was_withdrawn(session: WorkspaceSession, stage: Stage, project: Project) -> None:
    draft = _composed(session, stage, cast.SERIFE, project, "interview-request-post", 6)
    row = next((one for one in queries.facts_of(session, draft) if one.fact is not None), None)
    if row is not None and row.fact is not None:
        fact_changes.withdraw(session, row.fact, "Her office says that this was another department.", stage.by(2))


def _sent(session: WorkspaceSession, stage: Stage, project: Project) -> None:
    """A thank-you that was copied and sent, as its writer said."""
    draft = _composed(session, stage, cast.INGRID, project, "thank-you", 5)
    by = stage.by(4.9)
    operations.save(session, draft, "Thank you: night desks", THANKS.format(name=USER_NAME), draft.version, by)
    versions.keep(session, draft, "written", by)
    text = outgoing.text_to_send(draft)
    session.add(
        Departure(
            draft_id=draft.id, way="copied", state="sent", subject=draft.subject, text=text,
            sent_to=cast.INGRID.details.email, pressed_by_id=by.user_id, begun_at=by.now, settled_at=by.now,
        )
    )  # fmt: skip
    draft.state, draft.sent_at, draft.updated_at = "sent", by.now, by.now
    session.flush()
