"""Where reviewers of many articles stand, read in a fixed number of questions, with the step that comes next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event

from outreach.articles import standings_of
from tests import article_factories as make
from tests import factories
from tests.factories import NOON


def stands(session, article, now=NOON):
    return standings_of.of_articles(session, [article.id], now)[article.id]


def test_each_reviewer_is_told_with_the_version_and_the_day(session, cast):
    version = make.make_article_version(session, cast.article)
    make.make_decision(session, make.make_request(session, make.make_reviewer(session, cast.article), version))
    make.make_request(session, make.make_reviewer(session, cast.article, name="Tom Quill"), version)
    make.make_reviewer(session, cast.article, name="Ann Roe")
    found = stands(session, cast.article)
    assert [one.words for one in found.reviewers] == ["Approved, v1", "Waiting for an answer, v1", "Not asked yet"]
    assert found.next == "ask Ann Roe"
    assert found.words("writing") == "Waiting for 1 of 3 · next: ask Ann Roe"


@pytest.mark.parametrize(
    ("later", "next_words"),
    [
        (0, "remind Inés Okafor-Lindqvist on Wed, Dec 2"),
        (12, "remind Inés Okafor-Lindqvist"),
        (31, "make a new link for Inés Okafor-Lindqvist, or let it rest"),
    ],
)
def test_while_nothing_comes_back_the_next_step_is_a_polite_one(session, cast, later, next_words):
    request = make.make_request(session, make.make_reviewer(session, cast.article))
    assert request.sent_at == NOON
    assert stands(session, cast.article, NOON + timedelta(days=later)).next == next_words


def test_after_two_reminders_it_is_the_office_or_rest_and_never_a_yes(session, cast):
    request = make.make_request(
        session, make.make_reviewer(session, cast.article), expires_at=NOON + timedelta(days=90)
    )
    for days in (12, 25):
        factories.make_draft(
            session, cast.leader, letter_key="approval-reminder", kind="reminder", state="sent",
            sent_at=NOON + timedelta(days=days), body=f"Dear Inés,\n\n[link {request.id}]\n",
        )  # fmt: skip
    found = stands(session, cast.article, NOON + timedelta(days=60))
    assert found.next == "call the office of Inés Okafor-Lindqvist, or let it rest; no answer is not approval"
    assert found.step("writing") == "sent"


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [("Nobody had decided", "Nobody decided", "asks_again"), ("in spring", "in May", "kept"), ("[1]", "", "approved")],
)
def test_a_yes_is_weighed_against_the_latest_version(session, cast, before, after, state):
    first = make.make_article_version(
        session, cast.article, marks={"quotes": [{"number": 1, "speaker": "Inés", "words": "x",
                                                  "person_id": cast.leader.id}], "facts": []},
        text_hash=hash_of(cast.article),
    )  # fmt: skip
    make.make_decision(session, make.make_request(session, make.make_reviewer(session, cast.article), first))
    assert before in cast.article.body
    cast.article.body = cast.article.body.replace(before, after)
    session.expire(cast.article, ["versions"])
    make.make_article_version(session, cast.article, marks=first.marks, text_hash=hash_of(cast.article))
    assert [one.state for one in stands(session, cast.article).reviewers] == [state]


def hash_of(article) -> str:
    from outreach.articles import article_text

    return article_text.hash_of(article.title, article.body)


def test_a_yes_that_was_taken_back_waits_again_and_a_condition_comes_next(session, cast):
    request = make.make_request(session, make.make_reviewer(session, cast.article))
    taken_back = make.make_decision(session, request)
    taken_back.ended_at, taken_back.ended_why = NOON, "Taken back"
    session.flush()
    assert stands(session, cast.article).reviewers[0].state == "waiting"
    make.make_decision(session, request, conditions="Please say “interim”.")
    assert stands(session, cast.article).next == "meet the condition of Inés Okafor-Lindqvist"


def test_a_yes_on_a_condition_goes_on_to_the_version_that_meets_it(session, cast):
    meant = {"quotes": [{"number": 1, "speaker": "Inés", "words": "x", "person_id": cast.leader.id}], "facts": []}
    first = make.make_article_version(session, cast.article, marks=meant, text_hash=hash_of(cast.article))
    asked = make.make_request(session, make.make_reviewer(session, cast.article), first)
    yes = make.make_decision(session, asked, conditions="Please say “decided”.")
    cast.article.body = cast.article.body.replace("Nobody had decided", "Nobody decided")
    session.expire(cast.article, ["versions"])
    second = make.make_article_version(session, cast.article, marks=meant, text_hash=hash_of(cast.article))
    stand = stands(session, cast.article)
    assert stand.reviewers[0].state == "asks_again"
    assert stand.next == ("note that the condition of Inés Okafor-Lindqvist is met, or ask Inés Okafor-Lindqvist again")
    yes.met_in_id, yes.met_at, yes.met_words = second.id, NOON, "Ms. Duarte, by telephone"
    session.flush()
    assert stands(session, cast.article, NOON + timedelta(seconds=1)).reviewers[0].state == "approved"


def test_changes_that_were_made_lead_to_asking_again(session, cast):
    first = make.make_article_version(session, cast.article, text_hash=hash_of(cast.article))
    asked = make.make_request(session, make.make_reviewer(session, cast.article), first)
    make.make_decision(session, asked, answer="changes")
    assert stands(session, cast.article).next == "look at what Inés Okafor-Lindqvist wishes to change"
    cast.article.body = cast.article.body.replace("in spring", "in May")
    session.expire(cast.article, ["versions"])
    make.make_article_version(session, cast.article, text_hash=hash_of(cast.article))
    later = stands(session, cast.article, NOON + timedelta(seconds=1))
    assert later.next == "ask Inés Okafor-Lindqvist about the new version"


def test_many_articles_are_read_in_as_many_questions_as_one(session):
    asked: list[str] = []
    articles = []
    for number in range(8):
        person = factories.make_person(session, name=f"Leader {number}")
        article = make.make_article(session, person)
        version = make.make_article_version(session, article)
        make.make_decision(session, make.make_request(session, make.make_reviewer(session, article), version))
        make.make_request(session, make.make_reviewer(session, article, name=f"Second {number}"), version)
        articles.append(article.id)
    session.flush()
    counts = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *told: asked.append(told[2]))
    for ids in (articles[:1], articles):
        session.expire_all()
        asked.clear()
        assert len(standings_of.standings(session, ids, NOON)) == len(ids)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8, asked
    assert standings_of.of_articles(session, [], NOON) == {}
