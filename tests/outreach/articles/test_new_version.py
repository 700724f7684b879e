"""A version made of suggestions: what was taken stands in it, marks survive, wished words are noted as such."""

from __future__ import annotations

import pytest

from outreach.articles import article_text, new_version, suggestions, versions
from outreach.articles.models import ArticleVersion
from outreach.errors import Refused
from tests import article_factories

BODY = (
    "They opened **six** chairs in spring. They argued about keys.\n\n"
    "“Nobody had decided who could open the room on a Sunday,”[q1] says Inés.\n\n"
    "Boarding fell by 31% in six months.[1]\n"
)
PLAIN = article_text.plain(BODY)


@pytest.fixture
def version(session, cast, by) -> ArticleVersion:
    """Version 1, with what its marks mean."""
    cast.article.body = BODY
    session.flush()
    return versions.keep(session, cast.article, "written", by)


def taken(session, version, by, before: str, after: str, **named):
    at = PLAIN.index(before)
    row = article_factories.make_suggestion(
        session, version, starts=at, ends=at + len(before), before=before, after=after, **named
    )
    suggestions.accept(session, row, row.version, by)
    return row


def test_what_was_taken_stands_in_the_version_and_marks_survive(session, cast, version, by):
    first = taken(session, version, by, "six chairs", "seven chairs", author="Mara Duarte")
    taken(session, version, by, " They argued about keys.", "", kind="deletion", author="T. Jones")
    adapted = taken(session, version, by, "six months", "half a year", author="Mara Duarte")
    suggestions.take_up(session, adapted)
    suggestions.adapt(session, adapted, "two quarters", adapted.version, by)
    lying_open = article_factories.make_suggestion(session, version, starts=0, ends=4, before="They", after="We")
    made = new_version.make(session, cast.article, by)
    assert (made.version.number, made.before.number, made.version.origin) == (2, 1, "suggestions")
    assert made.version.milestone == "after Mara Duarte and T. Jones’ corrections"
    assert made.version.body.strip() == (
        "They opened **seven** chairs in spring.\n\n"
        "“Nobody had decided who could open the room on a Sunday,”[q1] says Inés.\n\n"
        "Boarding fell by 31% in two quarters.[1]"
    )
    assert {row.made_in_id for row in (first, adapted)} == {made.version.id}
    assert lying_open.made_in_id is None
    with pytest.raises(Refused, match="No suggestion was accepted"):
        new_version.make(session, cast.article, by)  # pressed twice
    with pytest.raises(Refused, match="stands in a version already"):
        suggestions.take_up(session, first)


def test_the_text_as_it_stood_is_kept_first_and_places_are_found_again(session, cast, version, by):
    row = taken(session, version, by, "spring", "May")
    gone = taken(session, version, by, "argued", "talked")
    cast.article.body = "A new beginning.\n\n" + BODY.replace("argued about keys", "agreed")
    session.flush()
    made = new_version.make(session, cast.article, by)
    assert (made.before.number, made.version.number) == (2, 3)
    assert (made.taken, made.left_out) == ((row,), (gone,))
    assert "chairs in May. They agreed." in cast.article.body


def test_words_that_they_wish_otherwise_are_a_source_of_that_day(session, cast, version, by):
    reviewer = article_factories.make_reviewer(session, cast.article)
    taken(session, version, by, "on a Sunday", "on weekends", reviewer_id=reviewer.id, way="word")
    made = new_version.make(session, cast.article, by)
    quote = next(row for row in versions.quotes_of(session, cast.article) if row.number == 1)
    assert quote.words == "Nobody had decided who could open the room on weekends,"
    assert quote.source == "mail"
    assert quote.told_in.startswith("as they wish it, by a word file, on ")
    assert versions.marks_of(made.version).quote(1).words == quote.words
    assert versions.marks_of(version).quote(1).words != quote.words


def test_a_title_and_a_move_are_put_in(session, cast, version, by):
    title = article_factories.make_suggestion(
        session, version, before="ninety", after="hundred", around=version.title, author=""
    )
    suggestions.accept(session, title, title.version, by)
    at = PLAIN.index(" They argued about keys.")
    moved = article_factories.make_suggestion(
        session, version, kind="move", starts=at, ends=at + 24, before=" They argued about keys.",
        after=" They argued about keys.", moves_to=len(PLAIN), author="",
    )  # fmt: skip
    suggestions.accept(session, moved, moved.version, by)
    made = new_version.make(session, cast.article, by)
    assert made.version.title == "The first hundred days of a short-stay unit"
    assert made.version.body.strip().endswith("in six months.[1] They argued about keys.")
    assert made.version.body.count("argued") == 1
    assert made.version.milestone == "after the corrections"


def test_nothing_is_made_where_nothing_can_go_in(session, cast, version, by):
    taken(session, version, by, "argued", "talked")
    cast.article.body = "Another text."
    session.flush()
    with pytest.raises(Refused, match="None of them could be put in"):
        new_version.make(session, cast.article, by)
    cast.article.state = "submitted"
    with pytest.raises(Refused, match="handed in or published"):
        new_version.make(session, cast.article, by)
