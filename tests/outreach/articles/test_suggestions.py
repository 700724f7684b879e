"""Suggestions are settled one by one, never against each other, never into somebody's mouth; each can be undone."""

from __future__ import annotations

import pytest

from outreach.articles import article_text, suggestion_places, suggestions, versions
from outreach.articles.approval_models import Suggestion
from outreach.articles.models import ArticleVersion
from outreach.errors import Refused
from outreach.people.operations import ChangedElsewhere
from tests import article_factories, factories

BODY = (
    "Two Harbors Clinic opened six recovery chairs in spring. They argued about keys.\n\n"
    "“Nobody had decided who could open the room on a Sunday,”[q1] says Inés Okafor-Lindqvist. Later they had.\n\n"
    "Boarding fell by 31% in six months.[1]\n"
)
PLAIN = article_text.plain(BODY)


@pytest.fixture
def version(session, cast, by) -> ArticleVersion:
    """Version 1, with what its marks mean."""
    cast.article.body = BODY
    session.flush()
    return versions.keep(session, cast.article, "written", by)


def wish(session, version, before: str, after: str, **named) -> Suggestion:
    at = PLAIN.index(before)
    kind = "replacement" if before and after else "deletion"
    return article_factories.make_suggestion(
        session, version, starts=at, ends=at + len(before), before=before, after=after, **{"kind": kind, **named}
    )


def text(session, cast) -> suggestion_places.Text:
    return suggestion_places.text_of(session, cast.article.id)


def test_a_wish_is_taken_once_and_opened_again(session, cast, version, by):
    row = wish(session, version, "spring", "May")
    assert suggestions.open_counts(session) == {cast.article.id: 1}
    assert suggestions.accept(session, row, row.version, by)
    assert not suggestions.accept(session, row, 1, by)  # pressed twice
    assert (row.state, row.settled_at, row.settled_by_id) == ("accepted", by.now, by.user_id)
    assert suggestions.open_counts(session) == {}
    assert suggestions.to_go_in(session, cast.article) == [row]
    assert suggestions.take_up(session, row)
    assert not suggestions.take_up(session, row)
    assert (row.state, row.settled_at) == ("open", None)


def test_two_windows_do_not_settle_against_each_other(session, version, by):
    row = wish(session, version, "spring", "May")
    seen = row.version
    suggestions.keep(session, row, "They said spring.", seen, by)
    with pytest.raises(ChangedElsewhere):
        suggestions.accept(session, row, seen, by)
    assert row.answer == "They said spring."


def test_words_and_reasons_are_asked_for(session, version, by):
    row = wish(session, version, "spring", "May")
    for settle in (suggestions.keep, lambda *rest: suggestions.discuss(rest[0], rest[1], " ", None, *rest[3:])):
        with pytest.raises(Refused):
            settle(session, row, "  ", row.version, by)
    assert suggestions.discuss(session, row, "The report says spring.", None, row.version, by)
    assert suggestions.adapt(session, row, "early May", row.version, by)
    assert (row.state, row.settled_text, row.answer) == ("adapted", "early May", "")


def test_own_words_stand_between_the_blanks_of_those_they_replace(session, version, by):
    at = PLAIN.index("31%")
    put_in = article_factories.make_suggestion(
        session, version, kind="insertion", starts=at, ends=at, before="", after="about "
    )
    suggestions.adapt(session, put_in, "nearly", put_in.version, by)
    gone = wish(session, version, " They argued about keys.", "")
    suggestions.adapt(session, gone, "They agreed in the end.", gone.version, by)
    assert [put_in.settled_text, gone.settled_text] == ["nearly ", " They agreed in the end."]
    assert not suggestions.adapt(session, gone, "They agreed in the end.", 1, by)  # pressed twice


def test_own_words_that_begin_with_a_comma_stand_close_to_the_word_before(session, version, by):
    at = PLAIN.index(" argued")
    row = article_factories.make_suggestion(
        session, version, kind="insertion", starts=at, ends=at, before="", after=" until May"
    )
    suggestions.adapt(session, row, ", until May", row.version, by)
    assert row.settled_text == ", until May"


def test_a_remark_is_answered_and_not_taken(session, version, by):
    row = wish(session, version, "spring", "", kind="comment", comment="Which year?")
    with pytest.raises(Refused, match="says nothing to put in"):
        suggestions.accept(session, row, row.version, by)
    assert suggestions.adapt(session, row, "spring 2026", row.version, by)


def test_of_two_wishes_for_the_same_words_one_is_taken(session, cast, version, by):
    one = wish(session, version, "in spring", "in May")
    other = wish(session, version, "spring", "June", author="T. Quill")
    assert text(session, cast).rivals(one) == (other,)
    suggestions.accept(session, one, one.version, by)
    with pytest.raises(Refused, match="for the same words was accepted"):
        suggestions.accept(session, other, other.version, by)


def test_nobodys_words_are_changed_by_others(session, cast, version, by):
    stranger = article_factories.make_reviewer(
        session, cast.article, name="Tom Quill", person_id=factories.make_person(session, name="Tom Quill").id
    )
    own = article_factories.make_reviewer(session, cast.article)
    by_other = wish(session, version, "on a Sunday", "on weekends", reviewer_id=stranger.id)
    with pytest.raises(Refused, match="These are the exact words of Inés Okafor-Lindqvist"):
        suggestions.accept(session, by_other, by_other.version, by)
    shorter = wish(session, version, " on a Sunday", "", reviewer_id=stranger.id)
    assert suggestions.accept(session, shorter, shorter.version, by)  # what is left stands in the notes
    suggestions.take_up(session, shorter)
    by_her = wish(session, version, "on a Sunday", "on weekends", reviewer_id=own.id)
    suggestions.keep(session, by_other, "Not theirs.", by_other.version, by)
    assert suggestions.accept(session, by_her, by_her.version, by)


def test_what_is_easy_touches_no_figure_no_quotation_and_no_other_wish(session, cast, version, by):
    plain = wish(session, version, "argued", "talked")
    soft = wish(session, version, "fell by", "fell by about")
    figure = wish(session, version, "31%", "30%")
    quoted = wish(session, version, "decided", "settled")
    for after in ("May", "June"):
        wish(session, version, "spring", after)
    assert suggestions.easy(session, cast.article) == [plain]
    assert text(session, cast).touches_figure(soft)
    listed = {plain.id: plain.version, figure.id: figure.version, quoted.id: quoted.version, 999: 1}
    assert suggestions.accept_all(session, cast.article, listed, by) == 1
    assert suggestions.accept_all(session, cast.article, {plain.id: 1}, by) == 0


def test_a_place_is_found_in_the_text_of_today_or_said_to_be_gone(session, cast, version, by):
    row = wish(session, version, "spring", "May")
    cast.article.body = "A first line.\n\n" + BODY.replace("six recovery", "seven recovery")
    session.flush()
    place = text(session, cast).place(row)
    assert text(session, cast).plain[place.span.starts : place.span.ends] == "spring"
    cast.article.body = BODY.replace("in spring", "last year")
    session.flush()
    assert text(session, cast).place(row) is None
    with pytest.raises(Refused, match="not in the text any more"):
        suggestions.accept(session, row, row.version, by)


def test_a_quotation_of_the_page_is_found_by_its_number(session, cast, version):
    words = "Nobody had decided who could open the room on a Sunday,"
    changed = article_factories.make_suggestion(
        session, version, kind="quote", quote_number=1, before=words, after="Nobody had decided that,", way="page"
    )
    gone = article_factories.make_suggestion(
        session, version, kind="leave_out", quote_number=1, before=words, after="", way="page"
    )
    here = text(session, cast)
    spans = [here.place(row).span for row in (changed, gone)]
    assert here.plain[spans[0].starts : spans[0].ends] == words
    assert here.plain[spans[1].starts : spans[1].ends] == f"“{words}” says Inés Okafor-Lindqvist. "


def test_facts_near_a_wish_begin_with_that_of_its_sentence(session, cast, version):
    row = wish(session, version, "31%", "30%")
    assert [one.number for one in text(session, cast).facts_near(row)] == [1]
    assert text(session, cast).facts_near(wish(session, version, "spring", "May")) == ()


def test_the_list_follows_the_text(session, cast, version):
    last = wish(session, version, "six months", "half a year", position=1)
    title = article_factories.make_suggestion(
        session, version, before="ninety", after="100", around=version.title, position=2
    )
    first = wish(session, version, "spring", "May", position=3)
    here = text(session, cast)
    assert suggestion_places.in_order([last, first, title], here) == [title, first, last]
    assert here.place(title).in_title
