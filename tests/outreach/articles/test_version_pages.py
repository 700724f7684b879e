"""The pages of versions: the list, names, comparing, restoring, who wrote what."""

from __future__ import annotations

import pytest

from outreach.articles.models import Article, ArticleVersion
from tests import article_factories
from tests.outreach.articles.test_editor_pages import form, words


@pytest.fixture
def three(alice, inside, kept):
    """Three versions of the text, kept one after the other; their ids."""
    bodies = (
        "## First\n\nPatients waited in the hallway for nine hours.",
        "## First\n\nPatients waited in the hallway for seven hours.",
        "## First\n\nPatients waited in the hallway for seven hours.\n\nThe county paid for the keys.",
    )
    for body in bodies:
        page = alice.get(kept["path"] + "/edit")
        alice.post(kept["path"] + "/edit", form(page, body=body, then="keep"))
    with inside() as session:
        return [one.id for one in session.query(ArticleVersion).order_by(ArticleVersion.number)]


def test_versions_are_listed_named_and_told_to_whom_they_went(alice, inside, kept, three):
    path = f"{kept['path']}/versions/{three[1]}"
    assert "Written by" in words(alice.get(path))
    answer = alice.post(path, {"milestone": "after Ms. Duarte’s corrections"})
    assert answer.status_code == 303
    with inside() as session:
        reviewer = article_factories.make_reviewer(session, session.get_one(Article, kept["article"]))
        article_factories.make_request(session, reviewer, session.get_one(ArticleVersion, three[1]))
    page = words(alice.get(kept["path"] + "/versions"))
    assert "Version 2: after Ms. Duarte’s corrections" in page
    with inside() as session:
        session.get_one(ArticleVersion, three[1]).sent_at = article_factories.NOON
    assert "to Inés Okafor-Lindqvist" in words(alice.get(kept["path"] + "/versions"))
    assert alice.post(path, {"milestone": "x" * 101}).status_code == 422
    alice.get(path)
    alice.post(path, {"milestone": ""})
    assert "Ms. Duarte" not in alice.get(kept["path"] + "/versions").text


def test_two_versions_are_compared_word_by_word(alice, kept, three):
    page = alice.get(kept["path"] + "/compare?from=1&to=2")
    assert "<del>" in page.text
    assert "removed: " in page.text
    assert "1 paragraph changed" in words(page)
    assert "First" not in words(page).split("The whole text")[1].split("1 paragraph")[1]
    whole = alice.get(kept["path"] + "/compare?from=1&to=3&show=whole")
    assert "The county paid for the keys." in words(whole)
    assert "Nothing differs for a reader." in alice.get(kept["path"] + "/compare?from=3&to=now").text
    for asked in ("from=99&to=-1", "from=x&to=" + "9" * 400, "", "from=now&to=now"):
        assert alice.get(f"{kept['path']}/compare?{asked}").status_code == 200


def test_an_earlier_text_is_made_the_text_again_as_a_new_version(alice, inside, kept, three):
    assert "What changed since" in alice.get(f"{kept['path']}/versions/{three[0]}").text
    alice.post(f"{kept['path']}/versions/{three[0]}/restore")
    with inside() as session:
        kept_ones = session.query(ArticleVersion).order_by(ArticleVersion.number).all()
        assert [one.origin for one in kept_ones] == ["written"] * 3 + ["restored"]
        assert "nine hours" in session.get_one(Article, kept["article"]).body
    alice.get(kept["path"])
    alice.post(kept["path"] + "/withdraw")
    alice.get(kept["path"])
    assert alice.post(f"{kept['path']}/versions/{three[1]}/restore").status_code == 422


def test_each_paragraph_tells_who_wrote_it(alice, kept, three):
    page = words(alice.get(kept["path"] + "/authors"))
    assert page.index("seven hours") < page.index("Version 2") < page.index("The county paid") < page.index("Version 3")
    draft = alice.get(kept["path"] + "/edit")
    alice.post(kept["path"] + "/edit", form(draft, body="Quite new."))
    assert "Not kept as a version yet" in alice.get(kept["path"] + "/authors").text


def test_a_version_is_kept_from_the_articles_page_once(alice, inside, kept):
    assert "Keep this version" in alice.get(kept["path"]).text
    alice.post(kept["path"] + "/versions")
    alice.get(kept["path"])
    alice.post(kept["path"] + "/versions")
    with inside() as session:
        assert session.query(ArticleVersion).count() == 1
    assert "Version 1" in alice.get(kept["path"]).text
