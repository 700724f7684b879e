"""What facts, programs and sources are found as, and when they are not found any more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.dossiers import forgetting
from outreach.dossiers.searching import fact_entry, program_entry, source_entry
from outreach.search import search
from tests import factories
from tests.factories import NOON


@pytest.fixture
def workspace(each_database):
    return factories.make_workspace(each_database)


@pytest.fixture
def session(each_database, workspace):
    with each_database.session_for(workspace) as session:
        yield session


def test_a_fact_is_found_with_what_it_is_and_of_whom(session):
    leader = factories.make_person(session, name="Inés Okafor")
    fact = factories.make_fact(session, person_id=leader.id, predicate="role", value_words="Chief nurse",
                               organization_name="Quillfeather")  # fmt: skip
    [one] = search(session, "chief quillfeather", kinds=("fact",))
    assert (one.ref_id, one.title) == (fact.id, "Chief nurse")
    assert one.path == f"/facts/{fact.id}"
    assert one.beside.endswith(" · Inés Okafor")


@pytest.mark.parametrize("state", ["corrected", "withdrawn", "gone"])
def test_a_fact_that_does_not_stand_is_not_found(session, state):
    fact = factories.make_fact(session, value_words="Quillfeather prize")
    fact.state = state
    session.flush()
    assert fact_entry(fact) is None
    assert search(session, "quillfeather") == ()


def test_a_program_is_found_by_what_was_done_and_what_came_of_it(session):
    program = factories.make_program(session, problem="Boarding", result="Lanterns fell by 31%")
    for question in ("boarding", "lanterns", "short stay"):
        assert [one.path for one in search(session, question)] == [f"/programs/{program.id}"], question
    program.person.deleted_at = NOON
    session.flush()
    assert program_entry(program) is None


def test_a_source_is_found_by_title_address_and_a_text_of_one_s_own(session):
    page = factories.make_document(session, title="Unit opens")
    own = factories.make_own_document(session, "Notes on lanterns from the panel.", title="")
    for question, document in (("unit opens", page), (page.url, page), ("lanterns", own)):
        assert [one.path for one in search(session, question)] == [f"/sources/{document.id}"], question
    assert source_entry(own).title == "A text that you brought", "an address of ours says nothing to anybody"


def test_a_document_that_is_forgotten_is_not_found(each_database, workspace):
    with each_database.session_for(workspace) as session:
        factories.make_document(session, title="Quillfeather opens", retrieved_at=NOON - timedelta(days=3))
    with each_database.system_session("forgetting in a test") as session:
        assert forgetting.forget_documents(session, NOON) == 1
    with each_database.reader_for(workspace) as session:
        assert search(session, "quillfeather") == ()
