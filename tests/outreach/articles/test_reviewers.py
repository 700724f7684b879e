"""Who has to be asked: proposed, put on the list for what the venue allows, never the author, and taken off."""

from __future__ import annotations

import pytest

from outreach.accounts.models import SenderProfile
from outreach.articles import reviewers
from outreach.articles.reviewers import NewReviewer
from outreach.errors import NotFound, Refused
from outreach.people.operations import ChangedElsewhere
from tests import article_factories, factories
from tests.factories import NOON


def new(cast, scope="whole", **named) -> NewReviewer:
    return NewReviewer(cast.leader.id, scope, **named)


def test_the_leader_is_proposed_first_then_everybody_who_is_quoted(session, cast, by):
    tom = factories.make_person(session, name="Tom Quill")
    article_factories.make_quote(session, cast.article, number=2, person_id=tom.id, speaker="Tom Quill")
    article_factories.make_quote(session, cast.article, number=3, person_id=None, speaker="Ann Roe")
    article_factories.make_quote(session, cast.article, number=4, person_id=None, speaker="Not in the text")
    cast.article.body += "\n“We drew the map by hand,”[q2] says Tom. “So did we all,”[q3] says Ann.\n"
    session.flush()
    assert [(one.person_id, one.name) for one in reviewers.proposed(session, cast.article)] == [
        (cast.leader.id, cast.leader.name), (tom.id, "Tom Quill"), (None, "Ann Roe")
    ]  # fmt: skip
    reviewers.add(session, cast.article, new(cast), by)
    assert [one.name for one in reviewers.proposed(session, cast.article)] == ["Tom Quill", "Ann Roe"]


def test_who_wished_to_check_the_words_must_be_asked_until_they_are(session, cast, by):
    assert reviewers.must_be_asked(session, cast.article) == ()
    cast.talk.quoting = "after_check"
    session.flush()
    assert [one.person_id for one in reviewers.must_be_asked(session, cast.article)] == [cast.leader.id]
    row = reviewers.add(session, cast.article, new(cast), by)
    assert reviewers.must_be_asked(session, cast.article) == ()
    reviewers.remove(session, row, by)
    assert len(reviewers.must_be_asked(session, cast.article)) == 1


def test_pressed_twice_somebody_is_on_the_list_once_and_comes_back_with_what_they_decided(session, cast, by):
    first, second = (reviewers.add(session, cast.article, new(cast), by) for _ in range(2))
    assert first.id == second.id
    reviewers.remove(session, first, by)
    assert reviewers.of_article(session, cast.article) == []
    assert reviewers.add(session, cast.article, new(cast, "quotes"), by).id == first.id
    assert (first.scope, first.removed_at) == ("quotes", None)


@pytest.mark.parametrize(
    ("review", "scope", "told"),
    [("quotes and facts", "whole", "You cannot ask somebody to approve the whole text"),
     ("none", "facts", "does not let the people in a text see it"), ("", "quotes", "Ask the editors")],
)  # fmt: skip
def test_what_the_venue_does_not_allow_is_refused_with_its_rule_and_page(session, cast, by, review, scope, told):
    venue = factories.make_venue(session, source_review=review, rule_url="https://lakes.example.org/rules")
    cast.article.project = factories.make_project(session, venue_id=venue.id)
    with pytest.raises(Refused) as refused:
        reviewers.add(session, cast.article, new(cast, scope), by)
    assert told in refused.value.reasons[0]
    assert ("https://lakes.example.org/rules" in refused.value.reasons[0]) == bool(review)
    reviewers.note_editors(session, cast.article, "A. Rivas, Nov 12: they may.", by)
    if review:
        with pytest.raises(Refused):
            reviewers.add(session, cast.article, new(cast, scope), by)
    else:
        assert reviewers.add(session, cast.article, new(cast, scope), by).scope == scope


def test_the_author_approves_nothing_by_address_or_by_name_and_house(session, cast, by):
    user = cast.article.written_by_id or by.user_id
    session.add(SenderProfile(user_id=user, name="Jordan Ellis", organization="Harbor Point", updated_at=NOON))
    session.flush()
    namesake = factories.make_person(session, name="Jordan Ellis")
    assert reviewers.author_problems(session, cast.article, namesake, by) == ()
    factories.make_position(session, namesake, title="Coordinator", organization_name="HARBOR POINT")
    with pytest.raises(Refused, match="nobody approves their own words"):
        reviewers.add(session, cast.article, NewReviewer(namesake.id, "whole"), by)


def test_an_assistant_answers_only_for_the_leader_whose_contact_they_are(session, cast, by):
    tom = factories.make_person(session, name="Tom Quill", kind="assistant")
    with pytest.raises(Refused, match="Nobody answers for"):
        reviewers.add(session, cast.article, new(cast, helper_id=tom.id), by)
    factories.make_contact(session, cast.leader, person_id=tom.id)
    assert reviewers.add(session, cast.article, new(cast, helper_id=tom.id), by).helper_id == tom.id


def test_the_words_of_others_are_seen_only_where_it_is_written_down_who_agreed(session, cast, by):
    row = reviewers.add(session, cast.article, new(cast, agreed="   "), by)
    assert (row.sees_all, row.sees_all_words) == (False, None)
    reviewers.change(session, cast.article, row, new(cast, agreed="Tom Quill, mail of Nov 12"), row.version, by)
    assert (row.sees_all, row.sees_all_words) == (True, "Tom Quill, mail of Nov 12")


def test_a_link_that_would_show_something_else_ends_and_two_windows_are_told(session, cast, by):
    row = reviewers.add(session, cast.article, new(cast), by)
    request = article_factories.make_request(
        session, row, article_factories.make_article_version(session, cast.article)
    )
    assert reviewers.change(session, cast.article, row, new(cast), row.version, by) == 0
    assert request.withdrawn_at is None
    version = row.version
    assert reviewers.change(session, cast.article, row, new(cast, "quotes"), version, by) == 1
    assert request.withdrawn_at == by.now
    with pytest.raises(ChangedElsewhere):
        reviewers.change(session, cast.article, row, new(cast), version, by)


def test_nobody_from_elsewhere_and_nobody_too_many(session, cast, by):
    with pytest.raises(NotFound):
        reviewers.add(session, cast.article, NewReviewer(987_654, "whole"), by)
    with pytest.raises(NotFound):
        reviewers.reviewer_here(session, cast.article, 987_654)
    for number in range(reviewers.MOST):
        person = factories.make_person(session, name=f"Reader {number}")
        article_factories.make_reviewer(session, cast.article, person_id=person.id, name=person.name)
    with pytest.raises(Refused, match="at most"):
        reviewers.add(session, cast.article, new(cast), by)
