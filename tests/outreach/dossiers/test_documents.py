"""One kept document, as its page reads it."""

from __future__ import annotations

import pytest

from outreach.dossiers.documents import MOST_TEXT, document_page
from outreach.errors import NotFound
from tests import factories
from tests.factories import NOON


@pytest.fixture
def session(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def test_what_stands_in_it_is_told_with_whom_it_is_about(session):
    document = factories.make_document(session, title="Unit opens")
    leader = factories.make_person(session, name="Inés Okafor")
    house = factories.make_organization(session, name="Quillfeather Hospital")
    first = factories.make_claim(session, document=document, person_id=leader.id)
    second = factories.make_claim(session, document=document, organization_id=house.id, predicate="unknown_word")
    page = document_page(session, document.id)
    assert [(one.claim_id, one.about, one.path) for one in page.claims] == [
        (first.id, "Inés Okafor", f"/people/{leader.id}"), (second.id, "Quillfeather Hospital", f"/orgs/{house.id}"),
    ]  # fmt: skip
    assert (page.title, page.address) == ("Unit opens", document.url)


def test_people_who_are_gone_are_not_named(session):
    document = factories.make_document(session)
    for named in ({"deleted_at": NOON}, {"merged_into_id": factories.make_person(session).id}):
        factories.make_claim(session, document=document, person_id=factories.make_person(session, **named).id)
    assert document_page(session, document.id).claims == ()


def test_a_text_of_the_user_s_own_has_no_address_and_a_long_one_is_cut(session):
    own = factories.make_own_document(session, "word " * 20_000)
    page = document_page(session, own.id)
    assert (page.address, page.origin, page.is_cut, len(page.text)) == ("", "A text of yours", True, MOST_TEXT)


def test_a_document_of_another_workspace_is_not_there(each_database, session):
    session.commit()
    with each_database.session_for(factories.make_workspace(each_database)) as other:
        number = factories.make_document(other).id
    with pytest.raises(NotFound):
        document_page(session, number)
