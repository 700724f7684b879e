"""What is done with articles: begun once, saved, given quotes and facts, forgotten; marked when a fact changes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.articles import operations, queries
from outreach.articles.models import Article, ArticleQuote
from outreach.articles.operations import NewArticle, NewFact, NewQuote
from outreach.dossiers import uses
from outreach.errors import NotFound, Refused
from outreach.people.operations import By
from tests.factories import NOON


def new(cast, **named) -> NewArticle:
    return NewArticle(**{"title": " Keys \n first ", "body": "One.[1]\r\n", "person_id": cast.leader.id, **named})


def test_an_article_is_begun_with_its_quotes_facts_and_first_version(session, cast, by):
    quote = NewQuote("Inés Okafor-Lindqvist", "Nobody had decided.", note_id=cast.note.id)
    row = operations.begin(session, new(cast, quotes=(quote,), facts=(NewFact("One.", fact_id=cast.fact.id),)), by)
    assert (row.title, row.body) == ("Keys first", "One.[1]")
    assert [one.number for one in row.quotes] == [1]
    assert [(one.number, one.origin) for one in row.versions] == [(1, "outline")]
    assert [one.fact_id for one in uses.uses_at(session, operations.PLACE, row.id)] == [cast.fact.id]
    assert operations.begin(session, new(cast), by) is row, "the form pressed twice"
    assert operations.begin(session, new(cast, title="", body="", person_id=None), by).title == operations.UNTITLED


def test_facts_in_use_follow_the_text(session, cast, by):
    operations.note_uses(session, cast.article, by)
    assert uses.uses_at(session, operations.PLACE, cast.article.id)[0].label == f"the article “{cast.article.title}”"
    operations.save(session, cast.article, "Other", "No mark.", cast.article.version, by)
    assert uses.uses_at(session, operations.PLACE, cast.article.id) == []


def test_a_text_from_an_older_window_keeps_the_newer_one_as_a_version(session, cast, by):
    version = cast.article.version
    operations.save(session, cast.article, "A", "From here.", version, by)
    saved = operations.save(session, cast.article, "B", "From there.", version, by)
    assert saved.kept_other == 1
    assert queries.version_lines(session, cast.article)[0].number == 1
    assert operations.save(session, cast.article, "B", "From there.", version, by).kept_other is None


def test_the_same_words_keep_their_number_and_numbers_end(session, cast, by, monkeypatch):
    quote = NewQuote("Ana Quill", "Ask first.", source="mail")
    first = operations.put_quote_in(session, cast.article, quote, by)
    assert first.number == 2
    assert operations.put_quote_in(session, cast.article, quote, by) is first
    fact = operations.put_fact_in(session, cast.article, NewFact("Two.", fact_id=cast.fact.id))
    assert fact.number == 2, "another sentence of the same fact"
    monkeypatch.setattr(operations, "MOST_NUMBERS", 2)
    with pytest.raises(Refused, match="at most"):
        operations.put_quote_in(session, cast.article, NewQuote("Ana Quill", "More.", source="mail"), by)


@pytest.mark.parametrize(
    ("behind", "body"),
    [
        (None, "Zero.\n\n## One\n\nA.\n\n## Two\n\nB.\n\nNEW"),
        (0, "Zero.\n\n## One\n\nA.\n\nNEW\n\n## Two\n\nB."),
        (1, "Zero.\n\n## One\n\nA.\n\n## Two\n\nB.\n\nNEW"),
        (9, "Zero.\n\n## One\n\nA.\n\n## Two\n\nB.\n\nNEW"),
    ],
)
def test_words_are_put_behind_the_part_that_was_chosen(session, cast, by, behind, body):
    cast.article.body = "Zero.\n\n## One\n\nA.\n\n## Two\n\nB."
    operations.append(session, cast.article, "NEW", behind, by)
    assert cast.article.body == body


def test_nothing_is_written_into_a_text_that_is_handed_in(session, cast, by):
    cast.article.state = "submitted"
    for write in (
        lambda: operations.save(session, cast.article, "A", "B", 1, by),
        lambda: operations.put_fact_in(session, cast.article, NewFact("x")),
        lambda: operations.put_quote_in(session, cast.article, NewQuote("A", "B"), by),
    ):
        with pytest.raises(Refused, match="handed in or published"):
            write()


def test_a_deleted_article_is_forgotten_after_thirty_days(session, cast, by):
    number = cast.article.id
    operations.remove(session, cast.article, by)
    later = By(by.user_id, NOON + operations.UNDO_FOR + timedelta(minutes=1))
    assert operations.forget_deleted(session, NOON + timedelta(days=29)) == 0
    with pytest.raises(Refused, match="more than 30 days ago"):
        operations.bring_back(session, cast.article, later)
    assert operations.forget_deleted(session, later.now) == 1
    session.expire_all()
    assert session.get(Article, number) is None
    assert session.query(ArticleQuote).count() == 0
    with pytest.raises(NotFound):
        queries.article_here(session, number)
