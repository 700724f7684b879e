"""The check beside an article: what it finds, let stand with a reason that is kept, taken back."""

from __future__ import annotations

import re

import pytest

from outreach.articles.models import Article
from tests import article_factories

WHY = "It is the name of the prize, as the county gives it."


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


@pytest.fixture
def article_id(app, alice) -> int:
    with app.extensions["database"].session_for(1) as session:
        body = "They bought an award-winning platform.\n\nBoarding fell by 31% in 2026."
        return article_factories.make_article(session, body=body).id


def test_findings_stand_beside_the_text_and_a_reason_is_kept_and_taken_back(app, alice, article_id):
    page = alice.get(f"/articles/{article_id}")
    assert "2 to fix" in words(page)
    assert "Boarding fell" in words(page)
    check = f"/articles/{article_id}/check"
    assert "2 things have to be fixed" in words(alice.get(check))
    stand = f"{check}/let-stand?rule=vendor-praise"
    alice.get(stand)
    refused = alice.post(stand, {"why": "ok"})
    assert refused.status_code == 422
    kept = alice.post(stand, {"why": WHY}, follow_redirects=True)
    assert f"You let it stand: {WHY}" in words(kept)
    assert "1 thing has to be fixed" in words(kept)
    with app.extensions["database"].session_for(1) as session:
        assert session.get_one(Article, article_id).passed["vendor-praise"]["why"] == WHY
    again = alice.post(f"{check}/reasons/remove", {"rule": "vendor-praise"}, follow_redirects=True)
    assert "2 things have to be fixed" in words(again)


def test_what_no_reason_lets_stand_leads_back(app, alice, article_id):
    with app.extensions["database"].session_for(1) as session:
        session.get_one(Article, article_id).body = "It opened in May.[9]"
    page = alice.get(f"/articles/{article_id}/check/let-stand?rule=citation", follow_redirects=True)
    assert "This has to be fixed." in words(page)
    page = alice.get(f"/articles/{article_id}/check/let-stand?rule=nonsense", follow_redirects=True)
    assert "There is nothing that a reason could let stand." in words(page)
