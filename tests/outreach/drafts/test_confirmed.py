"""What a draft may rest on: confirmed facts only, the best two or three chosen already."""

from __future__ import annotations

from outreach.drafts import confirmed
from tests import factories
from tests.factories import NOON
from tests.outreach.drafts.conftest import told

TODAY = NOON.date()


def test_only_what_stands_undisputed_and_with_a_source_is_offered(session, cast):
    about = {"person_id": cast.leader.id}
    told(session, **about, value="Withdrawn", state="withdrawn")
    factories.make_fact(session, **about, value="Without a source")
    for value in ("COO", "CEO"):
        told(session, **about, predicate="role", value=value, standing="disputed", starts="")
    offer = confirmed.offer(session, cast.leader, None, TODAY)
    assert [line.id for line in offer.lines] == [cast.fact.id]
    assert {row.value for row in confirmed.standing(session, cast.leader).contested} == {"COO", "CEO"}


def test_what_is_too_old_to_be_said_is_left_out_and_counted(session, cast):
    old = told(session, person_id=cast.leader.id, predicate="role", value="COO", as_of="2019-01", dated="2019-01")
    offer = confirmed.offer(session, cast.leader, None, TODAY)
    assert old.id not in [line.id for line in offer.lines]
    assert offer.old == 1


def test_the_best_are_of_several_kinds_and_never_the_users_own_notes(session, cast):
    about = {"person_id": cast.leader.id}
    said = told(session, **about, predicate="said", value="Mostly about keys")
    own = told(session, **about, predicate="award", value="Star of the floor", is_own_note=True)
    told(session, **about, predicate="education", value="MBA, Vale College")
    offer = confirmed.offer(session, cast.leader, None, TODAY)
    assert set(offer.best) == {cast.fact.id, said.id}
    assert own.id in [line.id for line in offer.lines]


def test_what_belongs_to_the_chosen_program_stands_first(session, cast):
    about = {"person_id": cast.leader.id}
    claim = factories.make_claim(session, **about, predicate="award", value="x")
    fact = told(session, **about, predicate="said", value="Keys first")
    factories.make_fact_claim(session, fact, claim)
    program = factories.make_program(session, **about, name="Short-stay unit")
    factories.make_program_source(session, program, claim_id=claim.id)
    offer = confirmed.offer(session, cast.leader, program, TODAY)
    assert offer.lines[0].id == fact.id
    assert offer.best[0] == fact.id


def test_facts_of_the_house_are_offered_where_they_can_be_said(session, cast):
    subject = confirmed.subjects_of(session, cast.leader)[1]
    house = {"organization_id": subject.organization_id}
    beds = told(session, **house, predicate="organization_award", value="Magnet recognition")
    told(session, **house, predicate="revenue", value=5)
    ids = [line.id for line in confirmed.offer(session, cast.leader, None, TODAY).lines]
    assert beds.id in ids
    assert len(ids) == 2
