"""Where a fact is used, and which places need a look when it changes."""

from __future__ import annotations

import pytest

from outreach.dossiers import uses
from outreach.dossiers.subjects import Subject
from tests import factories
from tests.factories import NOON

DAY = factories.timedelta(days=1)


@pytest.fixture
def jane(workspace):
    return {"person_id": workspace.person_id}


def test_a_place_uses_a_fact_once_under_its_present_name(workspace, jane):
    with workspace.session() as session:
        fact = factories.make_fact(session, **jane)
        first = uses.use_fact(session, fact, "draft", 7, "Request", now=NOON)
        again = uses.use_fact(session, fact, "draft", 7, "Request for 20 minutes", now=NOON + DAY)
        assert first.id == again.id
        (found,) = uses.uses_of(session, fact.id)
        assert (found.label, found.path, found.used_at) == ("Request for 20 minutes", "/drafts/7", NOON)


def test_a_kind_of_place_that_is_not_known_brings_its_own_address(workspace, jane):
    with workspace.session() as session:
        fact = factories.make_fact(session, **jane)
        assert uses.use_fact(session, fact, "pack", 1, "Pack", now=NOON, path="/packs/1").path == "/packs/1"
        with pytest.raises(KeyError):
            uses.use_fact(session, fact, "poster", 1, "Poster", now=NOON)


def test_a_label_that_is_too_long_is_cut(workspace, jane):
    with workspace.session() as session:
        use = uses.use_fact(session, factories.make_fact(session, **jane), "draft", 1, "x" * 400, now=NOON)
        assert len(use.label) == 300


def test_marking_marks_every_place_and_looking_unmarks_one(workspace, jane):
    with workspace.session() as session:
        fact = factories.make_fact(session, **jane)
        for number in (1, 2):
            uses.use_fact(session, fact, "draft", number, f"Draft {number}", now=NOON)
        assert uses.mark(session, [fact.id], "Withdrawn: wrong", NOON) == 2
        uses.mark(session, [fact.id], "Withdrawn: wrong again", NOON + DAY)
        assert [one.needs_look_since for one in uses.to_look_at(session)] == [NOON, NOON], (
            "the first mark keeps its time"
        )
        assert uses.looked_at(session, "draft", 1) == 1
        assert [one.used_id for one in uses.to_look_at(session)] == [2]
        assert uses.waiting_at(session, "draft", 1) == []
        assert [one.why for one in uses.waiting_at(session, "draft", 2)] == ["Withdrawn: wrong again"]


def test_a_place_that_uses_a_fact_no_more_is_not_marked(workspace, jane):
    with workspace.session() as session:
        kept, dropped = factories.make_fact(session, **jane), factories.make_fact(session, **jane)
        for fact in (kept, dropped):
            uses.use_fact(session, fact, "draft", 1, "Draft", now=NOON)
        uses.stop_using(session, "draft", 1, keep={kept.id})
        assert uses.mark(session, [kept.id, dropped.id], "why", NOON) == 1
        uses.stop_using(session, "draft", 1)
        assert uses.mark(session, [kept.id], "why", NOON) == 0
        assert uses.mark(session, [], "why", NOON) == 0


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (("current", "one"), ("gone", "one"), uses.GONE),
        (("current", "one"), ("current", "two"), uses.TOLD_OTHERWISE),
        (("current", "one"), ("current", "one"), ""),
        (("withdrawn", "one"), ("withdrawn", "two"), ""),
        (("gone", "one"), ("gone", "one"), ""),
    ],
)
def test_what_changed_while_concluding_marks_the_places(workspace, jane, before, after, why):
    with workspace.session() as session:
        fact = factories.make_fact(session, state=before[0], value_words=before[1], **jane)
        uses.use_fact(session, fact, "draft", 1, "Draft", now=NOON)
        subject = Subject(workspace.person_id, None)
        was = uses.told(session, subject)
        fact.state, fact.value_words = after
        session.flush()
        uses.mark_changed(session, subject, was, NOON)
        assert [one.why for one in uses.to_look_at(session)] == ([why] if why else [])


def test_a_fact_that_is_here_again_takes_its_mark_back_but_no_other(workspace, jane):
    with workspace.session() as session:
        subject = Subject(workspace.person_id, None)
        for number, why in enumerate((uses.GONE, "Withdrawn: wrong")):
            fact = factories.make_fact(session, state="gone", **jane)
            uses.use_fact(session, fact, "draft", number, "Draft", now=NOON)
            uses.mark(session, [fact.id], why, NOON)
        was = uses.told(session, subject)
        for number in was:
            session.get_one(factories.Fact, number).state = "current"
        session.flush()
        uses.mark_changed(session, subject, was, NOON)
        assert [one.why for one in uses.to_look_at(session)] == ["Withdrawn: wrong"]
