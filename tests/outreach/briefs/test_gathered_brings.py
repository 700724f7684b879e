"""What the user brings to a way into a talk."""

from __future__ import annotations

from sqlalchemy import select

from outreach.briefs import gathering
from outreach.briefs.blocks.ways import build
from outreach.dossiers.models import Fact
from tests import factories
from tests.brief_materials import words_of
from tests.factories import NOON
from tests.ledger_factories import make_signal
from tests.outreach.briefs.conftest import told


def gathered(session, cast, user):
    session.flush()
    session.expire_all()
    return gathering.material_of(session, cast.leader, user=user, now=NOON)


def test_the_users_own_work_is_brought_to_what_is_on_the_same_thing_and_to_nothing_else(session, cast, user):
    near = told(session, person_id=cast.leader.id, predicate="program", value="led the Short-Stay Unit program")
    factories.make_project(session, started_by_id=user.id)
    brought = gathered(session, cast, user).brings
    assert [(one.key, one.words) for one in brought] == [
        (f"fact:{near.id}", "Your article is on the same thing."),
    ]


def test_an_idea_to_give_goes_with_the_fact_of_a_change_unless_it_was_put_aside(session, cast, user):
    written = session.scalars(select(Fact).where(Fact.predicate == "publication")).one()
    row = make_signal(session, cast.leader, kind="paper", fact_id=written.id)
    made = gathered(session, cast, user)
    assert any("Send a reader’s response" in words for words in words_of(build(made)))
    row.state, row.judged_at = "not_relevant", NOON
    session.flush()
    session.expire_all()
    assert gathered(session, cast, user).brings == ()
