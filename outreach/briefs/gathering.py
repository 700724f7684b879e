"""Gathers what a brief says of one person from the rooms that keep it: a fixed number of questions to the database.

    material_of(session, person, user=user, now=now)                  for a brief without an event
    material_of(session, person, user=user, now=now, appearance=row)  for a meeting at one

`now` is in the zone of the user: its day is the day that stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import func, select

from outreach.accounts import own_mail
from outreach.accounts.models import User
from outreach.accounts.own_mail import Signature
from outreach.briefs import gathered_between, gathered_brings, gathered_meeting, gathered_questions
from outreach.briefs.gathered_facts import gathered
from outreach.briefs.gathered_house import house_of
from outreach.briefs.gathered_person import leader_of, post_of
from outreach.briefs.material import Material, Meeting
from outreach.db import WorkspaceSession
from outreach.dossiers.models import ResearchRun
from outreach.drafts.letter_grammar import a, clause, clean
from outreach.drafts.letter_parties import PersonWords
from outreach.drafts.letter_project import ProjectWords
from outreach.drafts.letter_values import ProjectBrief, Reader
from outreach.events.models import Appearance
from outreach.interviews.models import QuestionGuide
from outreach.people.models import Person
from outreach.projects import queries as projects
from outreach.projects.models import PROJECT_KINDS, Project
from outreach.projects.venues import venue_of
from outreach.signals import queries as signals

CARD_ROWS = ("who", "why_now", "give", "ask", "avoid")

_NOBODY = PersonWords(Reader(name=""))
"""To whom a project is not written: only its venue is asked for."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is the same for every person of a pack: who prints it, when, for which project, where dossiers are read."""

    signature: Signature
    today: date
    project: Project | None = None
    project_words: str = ""
    site: str = ""
    """The address of this installation, or "" where a brief leads to none."""


def around(session: WorkspaceSession, user: User | None, now: datetime, site: str = "") -> Around:
    """What stands around all briefs that a user prints now. `user` None: printed for nobody in particular."""
    signature = own_mail.signature_of(session, user.id) if user is not None else Signature("")
    open_ones = projects.open_projects(session)
    mine = [one for one in open_ones if user is not None and one.started_by_id == user.id]
    project = next(iter(mine or open_ones), None)
    return Around(signature, now.date(), project, _project_words(session, project), site)


def material_of(
    session: WorkspaceSession,
    person: Person,
    *,
    user: User | None,
    now: datetime,
    appearance: Appearance | None = None,
    site: str = "",
) -> Material:
    """All that a brief may say of a person. `site`: the address of this installation, for the way to the dossier."""
    return material_within(session, person, around(session, user, now, site), appearance)


def material_within(
    session: WorkspaceSession, person: Person, about: Around, appearance: Appearance | None = None
) -> Material:
    """The same, where what is common to a whole pack has been read already."""
    today = about.today
    post = post_of(session, person)
    known = gathered(session, person, post.house_key, today)
    programs = gathered_questions.programs_of(session, person)
    guide = gathered_questions.newest_guide(session, person)
    project, project_words = _project_of(session, guide, about)
    contested = {row.predicate for row in known.contested if row.organization_id is not None}
    return Material(
        leader=leader_of(session, person, post, known, today),
        made_on=today,
        made_for=_signed(about.signature),
        facts=known.facts,
        unsettled=known.unsettled,
        programs=tuple(gathered_questions.known_program(one) for one in programs),
        house=house_of(session, post.house, contested) if post.house is not None else None,
        changes=gathered_between.changes(session, person, known, today),
        between=gathered_between.between(session, person, today),
        questions=gathered_questions.questions(session, guide, project, programs, known),
        meeting=_meeting(session, appearance),
        card=_own_rows(appearance),
        own_role=_role(about.signature),
        project=project_words,
        checked_on=_checked_on(session, person),
        facts_count=known.count,
        dossier_address=f"{about.site.rstrip('/')}/people/{person.id}" if about.site else "",
        give=gathered_between.give(session, person),
        brings=gathered_brings.brings(project, programs, signals.of_person(session, person.id), known),
        stopped=gathered_between.stopped(session, person, today),
    )


def fact_ids(material: Material) -> tuple[int, ...]:
    """The facts that a brief can rest on: a change of one of them marks what was printed."""
    keys = (one.key.partition(":") for one in material.facts)
    return tuple(int(number) for kind, _, number in keys if kind == "fact" and number.isdecimal())


def _meeting(session: WorkspaceSession, appearance: Appearance | None) -> Meeting:
    if appearance is None:
        return Meeting()
    return gathered_meeting.meeting(session, appearance.event, appearance)


def _own_rows(appearance: Appearance | None) -> Mapping[str, str]:
    """The user's own words for rows of the card."""
    said = appearance.card if appearance is not None else {}
    rows = {key: " ".join(str(said[key]).split()) for key in CARD_ROWS if said.get(key)}
    return MappingProxyType({key: words for key, words in rows.items() if words})


def _checked_on(session: WorkspaceSession, person: Person) -> date | None:
    """When research last came to an end."""
    over = select(func.max(ResearchRun.finished_at)).where(ResearchRun.person_id == person.id)
    finished = session.scalar(over)
    return finished.date() if finished is not None else None


# --- the user -------------------------------------------------------------------------------------------------------


def _signed(signature: Signature) -> str:
    return clean(signature.name)


def _role(signature: Signature) -> str:
    """ "Operations Coordinator, Lakeshore Community Hospital"."""
    return ", ".join(part for part in (clean(signature.title), clean(signature.organization)) if part)


def _project_of(
    session: WorkspaceSession, guide: QuestionGuide | None, about: Around
) -> tuple[Project | None, str]:  # fmt: skip
    """The project that the newest guide is for, else the one that the user works on."""
    project = guide.project if guide is not None else None
    if project is None or project.deleted_at is not None or project.state != "open":
        return about.project, about.project_words
    return project, _project_words(session, project)


def _project_words(session: WorkspaceSession, project: Project | None) -> str:
    """ "an article for Healthcare Executive", "a paper on early discharge"."""
    if project is None:
        return ""
    piece = a(PROJECT_KINDS[project.kind].lower())
    venue = venue_of(session, project)
    named = ProjectWords(ProjectBrief(venue=venue.name if venue is not None else ""), None, _NOBODY).venue
    aim = named or clause(clean(project.readers))
    topic = clause(clean(project.topic))
    if aim[:2].lower() == "a " or aim[:3].lower() == "an ":
        piece, aim = clause(aim), ""
    return piece + (f" for {aim}" if aim else f" on {topic}" if topic else "")
