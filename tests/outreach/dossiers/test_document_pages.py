"""The page of a kept document: hostile text is text, and one that is not there is not found."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.accounts.models import Workspace
from tests import factories


@pytest.fixture
def number(app, alice):
    database = app.extensions["database"]
    with database.system_reader("finding a workspace") as session:
        workspace = session.scalar(select(Workspace.id))
    with database.session_for(workspace) as session:
        own = factories.make_own_document(session, "<script>alert(1)</script> {{ 7 * 7 }}", title="<b>Pasted</b>")
        factories.make_claim(session, document=own, quote="<img src=x>")
        return own.id


def test_its_words_are_shown_and_never_its_markup(alice, number):
    page = alice.get(f"/sources/{number}")
    assert page.status_code == 200
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in page.text
    assert "<b>Pasted" not in page.text
    assert "<img src=x>" not in page.text


@pytest.mark.parametrize("path", ["/sources/999999", "/sources/x", f"/sources/{10**30}", "/sources/0"])
def test_a_document_that_is_not_there_is_not_found(alice, number, path):
    assert alice.get(path).status_code == 404
