"""Fills the demonstration's workspace: people and organizations, and research that really ran over made-up sources.

Everything goes through the rooms' operations, with a clock that is set back: what a page shows came about as it would
for a user, over some months. Filling what is filled already changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from flask import Flask

from outreach import migrations
from outreach.accounts import members
from outreach.accounts.operations import change_details, create_first_account, sign_up_is_open, user_by_email
from outreach.accounts.own_mail import Signature, keep_signature
from outreach.accounts.passwords import hash_of_password
from outreach.db import Database, WorkspaceSession
from outreach.demo import PASSWORD, USER_EMAIL, USER_NAME, cast, story
from outreach.demo.stage import Stage, stage_of
from outreach.jobs.table import enqueue
from outreach.organizations import operations as organizations
from outreach.organizations import queries as known_organizations
from outreach.organizations.rules import Workplace
from outreach.people import notes
from outreach.people import operations as people
from outreach.people.models import Person
from outreach.people.operations import ADDS, HELD, NewContact, NewPost

_UNFINISHED = "unfinished@groundwork.example"
"""The owner's address until all is there: a filling that was broken off is known by it."""

SIGNATURE = Signature(
    USER_NAME, credentials="MHA", title="Operations Coordinator", organization="Lakeshore Community Hospital",
    email=USER_EMAIL, time_zone="America/Chicago",
)  # fmt: skip
"""How the user signs, and where they are: without that their days would count in UTC."""


class NotTheDemo(Exception):
    """The data folder holds somebody's own workspace, which is left alone."""


def build(app: Flask, now: datetime, say: Callable[[str], object] = lambda _words: None) -> bool:
    """Fills an empty workspace; False when it is filled already. Raises: NotTheDemo.

    One that was broken off is begun anew. `say` is told what is being done, a line each.
    """
    database: Database = app.extensions["database"]
    state = _state(database)
    if state == "full":
        return False
    if state == "broken off":
        migrations.downgrade(database, "base")
        migrations.upgrade(database)
    secret = hash_of_password(PASSWORD)
    user_id = create_first_account(database, USER_NAME, _UNFINISHED, secret, now - timedelta(days=430))
    stage = replace(stage_of(app, now, _UNFINISHED), say=say)
    with database.session_for(stage.workspace_id) as session:
        keep_signature(session, user_id, SIGNATURE, stage.ago(420))
    say("- people and organizations")
    _load_directory(stage)
    _invite(stage, secret)
    _add_organizations(stage)
    _add_people(stage)
    story.tell(stage)
    with database.system_session("opening the demonstration") as session:
        change_details(session, user_id, USER_NAME, USER_EMAIL)
    return True


def _state(database: Database) -> str:
    """empty, broken off or full. Raises: NotTheDemo."""
    with database.system_reader("looking for the demonstration") as session:
        if sign_up_is_open(session):
            return "empty"
        if user_by_email(session, USER_EMAIL) is not None:
            return "full"
        if user_by_email(session, _UNFINISHED) is not None:
            return "broken off"
    raise NotTheDemo("This data folder holds a workspace that is not the demonstration's.")


def _load_directory(stage: Stage) -> None:
    with stage.database.open_session() as session:
        job_id = enqueue(session, "organizations.load_directory", at=stage.ago(1)).id
    stage.runner.execute(job_id)


def _invite(stage: Stage, secret: str) -> None:
    """Two members beside the owner, and invitations in every state."""
    joined = (("Wren Okonjo-Hale", "wren@groundwork.example", "editor"),
              ("Professor Ẹniọlá Ọ̀ṣunbọ̀", "eniola@northmere.example", "reviewer"))  # fmt: skip
    for name, email, role in joined:
        with stage.database.session_for(stage.workspace_id) as session:
            token = members.invite(session, role, stage.user_id, stage.ago(120))
        with stage.database.system_session("letting the demonstration's members in") as session:
            members.join_with_new_account(session, token, name, email, secret, stage.ago(119))
    with stage.database.session_for(stage.workspace_id) as session:
        members.invite(session, "editor", stage.user_id, stage.ago(2))
        members.invite_by_mail(session, "reviewer", "mentor@upperplains.example", stage.user_id, stage.ago(1))


# --- people and organizations ---------------------------------------------------------------------------------------


def _add_organizations(stage: Stage) -> None:
    with stage.database.session_for(stage.workspace_id) as session:
        for ccn in (cast.HARROW_LAKE, cast.SAINT_BRENDAN, cast.RIDGEMOOR):
            house = organizations.from_directory(session, ccn, stage.ago(420))
            assert house is not None, f"the made-up directory has no hospital {ccn}"
            stage.houses[ccn] = stage.houses[house.name] = house.id
        for details in cast.HOUSES:
            house = organizations.add(session, details, stage.ago(200))
            stage.houses[house.name] = house.id
        _tell_more(session, stage)


def _tell_more(session: WorkspaceSession, stage: Stage) -> None:
    parent = stage.houses[cast.HOUSES[0].name]
    told = {
        cast.HARROW_LAKE: ("https://www.harrowlake.example", parent, "A hospital of 214 beds on the lake road."),
        cast.SAINT_BRENDAN: ("https://www.stbrendan.example", None, "The only maternity ward in three counties."),
        cast.RIDGEMOOR: ("https://www.ridgemoor.example", None, ""),
    }
    for ccn, (website, parent_id, description) in told.items():
        house = known_organizations.organization(session, stage.houses[ccn])
        details = organizations.Details(
            house.name, kind=house.kind, other_names=house.other_names, description=description, city=house.city,
            state=house.state, website=website, parent_id=parent_id,
        )  # fmt: skip
        organizations.change(session, house.id, details, house.version, stage.ago(200))


def _add_people(stage: Stage) -> None:
    first = (
        cast.MARISOL,
        cast.SERIFE,
        cast.INGRID,
        cast.TRAM,
        cast.BARNABY,
        cast.BARNEY,
        cast.HOLLIS,
        cast.HOLLIS_AGAIN,
    )
    rest = (
        cast.ODDVAR,
        cast.EDRIC,
        cast.ENIOLA,
        cast.MARLOWE,
        cast.OTHER_MARLOWE,
        cast.COLLEAGUE,
        cast.ABARA,
        cast.ASTRID,
        cast.RENATA,
        cast.OYELARAN,
        cast.DELETED,
    )
    with stage.database.session_for(stage.workspace_id) as session:
        for member in (*first, *rest, *cast.UNRESEARCHED):
            add_member(session, stage, member)
        for name, kind, part, address, note in cast.ASSISTANTS:
            new = NewContact(name, kind, part, address, "(555) 555-0111", note)
            people.add_contact(session, stage.people[cast.MARISOL.details.name], new, stage.by(150))


def add_member(session: WorkspaceSession, stage: Stage, member: cast.Member) -> Person:
    """Adds somebody of the cast with their posts, notes and numbers."""
    by = stage.by(member.added_days_ago)
    person = people.add(session, member.details, by)
    stage.people[member.details.name] = person.id
    for title, where, started, ended in reversed(member.posts):
        place = Workplace("", ccn=where) if where in stage.houses and where.isdecimal() else Workplace(where)
        people.add_post(session, person.id, NewPost(title, place, started, ended), HELD if ended else ADDS, by)
    for days_later, text in enumerate(member.notes, start=1):
        notes.add(session, person.id, text, stage.by(max(1, member.added_days_ago - 20 * days_later)))
    for scheme, value in member.identifiers:
        people.add_identifier(session, person.id, scheme, value, by.now)
    if member.do_not_contact:
        people.ask_not_to_contact(session, person.id, member.do_not_contact, stage.by(30))
    return person
