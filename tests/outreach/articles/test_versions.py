"""Versions of an article: kept whole with what their marks mean, once, never edited, given again as new ones."""

from __future__ import annotations

import pytest

from outreach.articles import article_text, versions
from outreach.articles.models import VersionChanged
from outreach.articles.versions import Marks
from outreach.errors import Refused
from tests import article_factories
from tests.article_factories import BODY


def test_a_version_keeps_text_hash_words_and_what_its_marks_meant(session, cast, by):
    kept = versions.keep(session, cast.article, "written", by, milestone="first")
    assert (kept.number, kept.title, kept.body, kept.milestone) == (1, cast.article.title, BODY, "first")
    assert kept.text_hash == article_text.hash_of(cast.article.title, BODY)
    assert kept.words == article_text.word_count(BODY)
    meant = versions.marks_of(kept)
    assert meant.quote(1).speaker == "Inés Okafor-Lindqvist"
    assert meant.quote(1).person_id == cast.leader.id
    assert meant.fact(1).fact_id == cast.fact.id
    assert meant.quote(7) is None
    assert meant.fact(7) is None
    assert versions.marks_of(kept) == Marks(meant.quotes, meant.facts)


def test_what_does_not_stand_in_the_text_is_meant_by_none_of_its_marks(session, cast, by):
    article_factories.make_quote(session, cast.article, number=2)
    assert [one.number for one in versions.keep(session, cast.article, "written", by).marks["quotes"] and
            versions.present_marks(session, cast.article).quotes] == [1]  # fmt: skip
    assert [one.number for one in versions.all_marks(session, cast.article).quotes] == [1, 2]


def test_the_same_text_is_kept_once(session, cast, by):
    first = versions.keep(session, cast.article, "written", by)
    assert versions.is_kept(session, cast.article)
    assert versions.keep(session, cast.article, "written", by) is first
    cast.article.quotes[0].words = "Other words."
    session.flush()
    assert not versions.is_kept(session, cast.article), "the same letters with another meaning are another version"
    assert versions.keep(session, cast.article, "written", by).number == 2
    assert versions.latest(session, cast.article).number == 2
    assert [one.number for one in versions.all_of(session, cast.article)] == [2, 1]
    assert versions.numbered(session, cast.article, 1) is first
    assert versions.numbered(session, cast.article, 9) is None


def test_nothing_is_kept_of_a_text_without_words(session, cast, by):
    cast.article.body = "[1]\n\n>\n"
    with pytest.raises(Refused, match="no text yet"):
        versions.keep(session, cast.article, "written", by)


def test_there_is_an_end_to_versions(session, cast, by, monkeypatch):
    monkeypatch.setattr(versions, "MOST_VERSIONS", 1)
    versions.keep(session, cast.article, "written", by)
    cast.article.body = "Another text."
    with pytest.raises(Refused, match="1 versions at most"):
        versions.keep(session, cast.article, "written", by)


def test_a_version_is_never_edited_but_for_its_name(session, cast, by):
    kept = versions.keep(session, cast.article, "written", by)
    kept.milestone = "after the call"
    session.flush()
    kept.body = "Otherwise."
    with pytest.raises(VersionChanged):
        session.flush()
    session.rollback()


def test_an_earlier_text_comes_again_as_a_new_version_and_the_present_one_is_kept(session, cast, by):
    first = versions.keep(session, cast.article, "outline", by)
    cast.article.body = "What came after.[1]"
    session.flush()
    made = versions.restore(session, cast.article, first, by)
    assert (made.number, made.origin, made.body, made.text_hash) == (3, "restored", BODY, first.text_hash)
    assert versions.numbered(session, cast.article, 2).body == "What came after.[1]"
    assert cast.article.body == BODY
    assert versions.restore(session, cast.article, made, by) is made, "what stands there already makes no other"
    cast.article.state = "submitted"
    with pytest.raises(Refused, match="handed in or published"):
        versions.restore(session, cast.article, first, by)
