from __future__ import annotations

from sqlalchemy import func, select

from outreach.jobs.table import enqueue
from outreach.people.models import Person, PersonNote
from tests import factories


def test_who_was_deleted_a_month_ago_is_forgotten_with_their_notes(app, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        for name, days in (("Old", 31), ("Recent", 29)):
            gone = factories.make_person(session, name=name, deleted_at=clock.now - factories.MONTH / 30 * days)
            factories.make_note(session, gone)
        factories.make_person(session, name="Here")
        enqueue(session, "people.forget_deleted", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.scalars(select(Person.name).order_by(Person.id)).all() == ["Recent", "Here"]
        assert session.scalar(select(func.count()).select_from(PersonNote)) == 1
