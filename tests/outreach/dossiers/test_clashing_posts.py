"""Which present posts of one person are put to the user, and which may stand side by side."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from outreach.dossiers.clashing_posts import clashing
from research.types import Citation, Claim, Fact, PartialDate, Record

READ = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LARKSPUR, QUILL = "Larkspur Valley Health", "Quillfeather Clinic"
_texts = count()


def post(title, house, *, published="", since="", until="", text="", read=READ, **more) -> Fact:
    """A post that one text gives; each in a text of its own unless `text` names it."""
    day = PartialDate.parse(published) if published else None
    record = Record("register", title, "Jane Q. Roe", "https://register.example/1", "person")
    document = text or f"text {next(_texts)}"
    cited = Citation("register", "https://register.example/1", read, title, 0.9, document, "Staff", day)
    start, end = (PartialDate.parse(one) if one else None for one in (since, until))
    claim = Claim(record, "role", title, cited, start, end, organization=house)
    named = {"predicate": "role", "status": "current", "as_of": day, **more}
    return Fact("person", value=title, claims=(claim,), confidence=0.9, standing="single", start=start, end=end,
                organization=house, **named)  # fmt: skip


def clash(*facts: Fact, names=()) -> list[int]:
    return sorted(clashing(facts, {}, names))


def test_chief_executive_here_and_there_is_put_to_the_user():
    seat = post("Board Member", "Harrow Lake Bank")
    assert clash(post("CEO", LARKSPUR), seat, post("President and Chief Executive Officer", QUILL)) == [0, 2]


@pytest.mark.parametrize("head", ["Administrator", "Hospital Administrator", "Executive Director"])
def test_who_heads_a_house_under_another_name_is_asked_about_at_a_second_house_only(head):
    assert clash(post(head, LARKSPUR), post("Chief Executive Officer", QUILL)) == [0, 1]
    assert clash(post(head, LARKSPUR), post(head, QUILL)) == [0, 1]
    assert clash(post(head, LARKSPUR), post("Chief Nursing Officer", LARKSPUR)) == []
    assert clash(post(f"{head} of Surgical Services", LARKSPUR), post("CEO", QUILL)) == []


def test_two_chief_posts_in_one_house_from_two_texts_are_put_to_the_user():
    assert clash(post("Chief Medical Officer", LARKSPUR), post("Chief Quality Officer", LARKSPUR)) == [0, 1]


@pytest.mark.parametrize(
    "other",
    [
        post("Board Chair", QUILL),
        post("Board member", QUILL, predicate="board_seat"),
        post("President", "Association of Quiet Nurses"),
        post("Senior Vice President", LARKSPUR),
        post("Professor", "Vale College"),
        post("President and CEO", LARKSPUR),
        post("Chief Executive", "Larkspur Valley Health System"),
        post("Interim Chief Operating Officer", LARKSPUR, status="interim"),
        post("CEO", QUILL, status="former"),
        post("CEO", QUILL, until="2025"),
        post("CEO", QUILL, stale=True),
        post("CEO", ""),
        post("Assistant to the Chief Executive Officer", QUILL),
    ],
    ids=lambda fact: f"{fact.value}, {fact.organization}",
)
def test_a_second_role_one_that_has_ended_and_the_same_one_are_no_clash(other):
    assert clash(post("Chief Executive Officer", LARKSPUR), other) == []


def test_a_newer_post_that_closes_the_older_is_a_move():
    older = post("CEO", QUILL, published="2026-03-02")
    assert clash(older, post("CEO", LARKSPUR, published="2026-05-04")) == []
    assert clash(older, post("CEO", LARKSPUR, published="2026-03-09", since="2026-03-05")) == []
    assert clash(older, post("CEO", LARKSPUR, published="2026-03-09")) == [0, 1]


def test_a_page_without_a_date_speaks_of_the_day_on_which_it_was_read():
    undated = post("CEO", QUILL)
    assert clash(undated, post("CEO", LARKSPUR, published="2026-11-02", since="2026-10")) == [0, 1]
    long_ago = post("CEO", QUILL, read=READ - timedelta(days=200))
    assert clash(long_ago, post("CEO", LARKSPUR, published="2026-11-02", since="2026-10")) == []


def test_one_text_that_gives_both_is_not_against_itself():
    both = post("CEO", LARKSPUR, text="news"), post("CEO", QUILL, text="news")
    assert clash(*both) == []
    copied = post("CEO", LARKSPUR, text="feed"), post("CEO", QUILL, text="news")
    assert clashing(copied, {"feed": "release", "news": "release"}, ()) == frozenset()


def test_two_names_of_the_person_s_own_house_are_one_house():
    facts = post("CEO", LARKSPUR), post("CEO", "District of Fern County")
    assert clash(*facts) == [0, 1]
    assert clash(*facts, names=[LARKSPUR, "District of Fern County"]) == []
