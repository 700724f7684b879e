"""The pages of suggestions: the list in the order of the text, one with its answers, many at once, the version."""

from __future__ import annotations

import re
from html import unescape

import pytest

from outreach.articles import article_text, versions
from outreach.articles.approval_models import Suggestion
from outreach.articles.models import Article, ArticleVersion
from outreach.people.operations import By
from tests import article_factories
from tests.factories import NOON
from tests.outreach.articles.conftest import make_cast

AUTHOR = "Mara Duarte"


@pytest.fixture
def made(inside) -> dict[str, int]:
    """Version 1 with seven wishes of its reviewer: ids by the words that each is about, "article", and "remark"."""
    with inside() as session:
        cast = make_cast(session)
        version = versions.keep(session, cast.article, "written", By(1, NOON))
        reviewer = article_factories.make_reviewer(session, cast.article)
        article_factories.make_request(session, reviewer, version)
        plain = article_text.plain(version.body)
        rows: dict[str, int] = {"article": cast.article.id, "reviewer": reviewer.id}
        wishes = (("spring", "May"), ("argued", "talked"), ("keys", "locks"), ("31%", "about 30%"),
                  ("on a Sunday", "on weekends"), ("six recovery", "seven recovery"))  # fmt: skip
        for position, (before, after) in enumerate(wishes, start=1):
            at = plain.index(before)
            row = article_factories.make_suggestion(
                session, version, starts=at, ends=at + len(before), before=before, after=after, position=position,
                author=AUTHOR, reviewer_id=reviewer.id,
            )  # fmt: skip
            rows[before] = row.id
        remark = article_factories.make_suggestion(
            session, version, kind="general", before="", after="", comment="Is <b>this</b> public?", author=AUTHOR
        )
        return {**rows, "remark": remark.id}


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def path(made, which: str = "", rest: str = "") -> str:
    one = f"/{made[which]}" if which else ""
    return f"/articles/{made['article']}/suggestions{one}{rest}"


def row(inside, made, which: str) -> Suggestion:
    with inside() as session:
        return session.get_one(Suggestion, made[which])


def settle(alice, inside, made, which: str, how: str, **form):
    return alice.post(path(made, which, f"/{how}"), {"version": row(inside, made, which).version, **form})


def test_the_list_shows_each_wish_with_the_words_around(alice, made):
    page = alice.get(path(made))
    assert "13 suggestions: 6 insertions, 6 deletions, 1 remark" in words(page)
    assert page.text.index("May") < page.text.index("talked") < page.text.index("about 30%")
    assert "<del>" in page.text
    assert "Is &lt;b&gt;this&lt;/b&gt; public?" in page.text
    assert "7 to decide" in words(alice.get(f"/articles/{made['article']}"))
    for odd in ("?show=nonsense", "?show=all&from=99999", "?from=%00", "?show=taken"):
        assert alice.get(path(made) + odd).status_code == 200


def test_each_wish_is_settled_in_its_way_and_undone(alice, inside, made):
    alice.get(path(made, "spring"))
    settle(alice, inside, made, "spring", "accept")
    settle(alice, inside, made, "argued", "adapt", words="spoke at length")
    settle(alice, inside, made, "keys", "keep", reason="It was about keys.")
    assert [row(inside, made, one).state for one in ("spring", "argued", "keys")] == ["accepted", "adapted", "kept"]
    page = words(alice.get(path(made) + "?show=all"))
    assert "A reply to copy" in page
    assert "On “keys”: it stayed as it was. It was about keys." in page
    settle(alice, inside, made, "keys", "keep", reason="It was about keys.")  # pressed twice
    assert "This was settled so already." in words(alice.get(path(made)))
    alice.post(path(made, "keys", "/take-up"))
    assert row(inside, made, "keys").state == "open"
    empty = settle(alice, inside, made, "keys", "keep", reason="")
    assert (empty.status_code, "Write why it stays as it was" in words(empty)) == (422, True)


def test_a_figure_is_kept_with_its_passage_shown(alice, inside, made):
    page = alice.get(path(made, "31%"))
    assert "This figure has a source" in words(page)
    assert "The source says:" in page.text
    card = page.text.partition("This figure has a source")[2].partition("You can keep the figure")[0]
    said = re.findall(r"<(?:p|blockquote)>([^<]+)</", card)
    assert said
    assert len(set(said)) == len(said)
    number = re.search(r'<option[^>]* value="(\d+)"', page.text)[1]
    settle(alice, inside, made, "31%", "discuss", answer="The report has this figure.", passage=number)
    kept = row(inside, made, "31%")
    assert kept.state == "discussed"
    assert kept.answer.startswith("The report has this figure.\nThe source says: “")
    assert kept.fact_id is not None
    assert "On “31%”: The report has this figure." in words(alice.get(path(made)))


def test_another_window_is_told_and_nothing_is_lost(alice, inside, made):
    alice.get(path(made, "spring"))
    old = row(inside, made, "spring").version
    settle(alice, inside, made, "spring", "keep", reason="No.")
    late = alice.post(path(made, "spring", "/adapt"), {"version": old, "words": "in early summer"})
    assert late.status_code == 409
    assert "In another window this was settled: left as it was." in words(late)
    assert "in early summer" in late.text


def test_only_what_is_plain_is_taken_at_once_after_it_was_listed(alice, inside, made):
    page = alice.get(path(made, rest="/accept/ask"))
    assert "Accept these 3?" in words(page)
    assert "about 30%" not in page.text
    assert "on weekends" not in page.text
    chosen = re.findall(r'name="chosen" value="([^"]+)"', page.text)
    settle(alice, inside, made, "keys", "keep", reason="It was about keys.")
    alice.get(path(made))
    alice.post(path(made, rest="/accept"), [("chosen", one) for one in [*chosen, "x-1", "9" * 40, f"{made['31%']}-1"]])
    assert "2 suggestions were taken." in words(alice.get(path(made)))
    assert row(inside, made, "31%").state == "open"


def test_a_version_is_made_and_says_who_looks_again(alice, inside, made):
    refused = alice.post(path(made, rest="/new-version"))
    assert (refused.status_code, "No suggestion was accepted" in words(refused)) == (422, True)
    assert alice.get(path(made, rest="/made")).status_code == 303
    alice.get(path(made))
    settle(alice, inside, made, "spring", "accept")
    settle(alice, inside, made, "on a Sunday", "accept")
    answer = alice.post(path(made, rest="/new-version"))
    assert answer.headers["Location"].endswith("/suggestions/made")
    page = alice.get(path(made, rest="/made"))
    assert "Version 2 has 2 suggestions in it." in words(page)
    assert "Who looks at it again" in words(page)
    assert "removed: spring" in words(page)
    with inside() as session:
        article = session.get_one(Article, made["article"])
        assert "in May." in article.body
        assert "on weekends,”[q1]" in article.body
        assert session.query(ArticleVersion).filter_by(article_id=article.id, number=2).one().milestone == (
            "after Mara Duarte’s corrections"
        )
    assert "in version 2" in words(alice.get(path(made) + "?show=all"))
    undone = alice.post(path(made, "spring", "/take-up"))
    assert (undone.status_code, "stands in a version already" in words(undone)) == (422, True)


def test_a_reader_sees_the_list_and_settles_nothing(alice, invite, made):
    reader = invite("reviewer")
    page = reader.get(path(made))
    assert page.status_code == 200
    assert "Accept" not in words(page)
    assert reader.post(path(made, "spring", "/accept"), {"version": 1}).status_code == 403
