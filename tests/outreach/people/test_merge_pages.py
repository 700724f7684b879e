"""The pages on which two people turn out to be one: what they show, what they refuse, and undo."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from outreach.people.models import Person, PersonMerge
from tests import factories
from tests.browser import Browser


def add(alice, **named):
    alice.get("/people/new")
    page = alice.post("/people/new", {"kind": "leader", "again": "yes", **named})
    assert page.status_code == 303, page.text
    return int(page.location.split("/")[-1].split("#")[0])


@pytest.fixture
def two(alice):
    return add(alice, name="Roberta Okafor", email="ro@example.org"), add(
        alice, name="Bobbie Okafor", email="bo@example.org"
    )


def join(alice, kept, merged, **named):
    page = alice.get(f"/people/{kept}/merge/{merged}")
    versions = dict(re.findall(r'name="(\w+_version)" value="(\d+)"', page.text))
    return alice.post(f"/people/{kept}/merge/{merged}", {**versions, **named})


def test_a_likely_pair_is_listed_compared_joined_and_parted(alice, two):
    kept, merged = two
    listed = alice.get("/people/duplicates").text
    assert "Roberta and Bobbie are used for one another" in listed
    shown = alice.get(f"/people/{kept}/merge/{merged}").text
    assert "bo@example.org" in shown
    assert "ro@example.org" in shown
    done = join(alice, kept, merged)
    assert (done.status_code, done.location) == (303, f"/people/{kept}")
    page = alice.get(f"/people/{kept}").text
    assert "Bobbie Okafor was joined" in page
    assert alice.get(f"/people/{merged}").location == f"/people/{kept}"
    undo = re.search(r"/people/merges/\d+/undo", page)[0]
    assert alice.post(undo).location == f"/people/{merged}"
    assert alice.get(f"/people/{merged}").status_code == 200


def test_a_field_of_the_joined_one_is_taken_on_request(alice, app, two):
    kept, merged = two
    join(alice, kept, merged, take="email")
    assert "bo@example.org" in alice.get(f"/people/{kept}").text


def test_two_people_are_not_asked_about_again_until_that_is_taken_back(alice, two):
    kept, merged = two
    alice.get("/people/duplicates")
    assert alice.post(f"/people/{kept}/merge/{merged}/not-same").status_code == 303
    assert "Compare them" not in alice.get("/people/duplicates").text
    assert "You said before" in alice.get(f"/people/{kept}/merge/{merged}").text
    assert alice.post(f"/people/{kept}/merge/{merged}/perhaps-same").status_code == 303
    assert "Compare them" in alice.get("/people/duplicates").text
    assert alice.post(f"/people/{kept}/merge/{merged}/perhaps-same").status_code == 404


def test_the_second_entry_is_found_by_name(alice, two):
    kept, _ = two
    other = add(alice, name="R. Quist")
    page = alice.get(f"/people/{kept}/same?q=quist").text
    assert f"/people/{kept}/merge/{other}" in page
    assert "Nobody else called" in alice.get(f"/people/{kept}/same?q=okafor+roberta").text
    assert alice.get(f"/people/{kept}/same?q=%00%22{'x' * 5000}").status_code == 200


def test_another_window_that_changed_one_of_them_stops_it(alice, app, two):
    kept, merged = two
    page = alice.post(f"/people/{kept}/merge/{merged}", {"kept_version": "7", "merged_version": "1"})
    assert page.status_code == 409
    assert "changed in another window" in page.text


@pytest.mark.parametrize(
    "data",
    [
        {}, {"kept_version": "x", "merged_version": "\x00"}, {"kept_version": "1" * 1_000_000},
        [("kept_version", "1"), ("kept_version", "2")], {"take": "workspace_id"}, {"take": ["name", "kind", "\x00"]},
    ],
)  # fmt: skip
def test_a_press_without_the_state_that_was_shown_joins_nobody(alice, app, two, data):
    kept, merged = two
    alice.get(f"/people/{kept}/merge/{merged}")
    assert alice.post(f"/people/{kept}/merge/{merged}", data).status_code in (409, 422)
    assert alice.get(f"/people/{merged}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/people/{0}/merge/{0}", "/people/{0}/merge/999999", "/people/x/merge/1", f"/people/{9**30}/merge/1"]
)
def test_what_cannot_be_joined_is_refused_in_words(alice, two, path):
    path = path.format(two[0])
    assert alice.get(path).status_code in (404, 422)
    assert alice.post(path, {"kept_version": "1", "merged_version": "1"}).status_code in (404, 422)


@pytest.mark.parametrize("start", ["%00", "zzz", "x" * 5000, "%F0%9F%8F%A5", "'; --"])
def test_any_start_of_the_list_is_a_list(alice, two, start):
    assert alice.get(f"/people/duplicates?from={start}").status_code == 200


def test_a_reviewer_cannot_join_people(alice, invite, app, two):
    kept, merged = two
    reviewer: Browser = invite("reviewer")
    reviewer.get("/people")
    assert reviewer.get(f"/people/{kept}/merge/{merged}").status_code == 403
    assert reviewer.post(f"/people/{kept}/merge/{merged}/not-same").status_code == 403
    assert "Same as somebody else" not in reviewer.get(f"/people/{kept}").text


def test_another_workspace_s_people_and_merges_do_not_exist(alice, app, two):
    database = app.extensions["database"]
    with database.session_for(factories.make_workspace(database)) as session:
        stranger = factories.make_merge(session).id
        person = session.scalar(select(Person.id).limit(1))
    alice.get("/people/duplicates")
    assert alice.get(f"/people/{two[0]}/merge/{person}").status_code == 404
    assert alice.get(f"/people/{person}/same").status_code == 404
    assert alice.post(f"/people/merges/{stranger}/undo").status_code == 404
    with database.system_reader("looking at a merge") as session:
        assert session.scalars(select(PersonMerge.undone_at)).all() == [None]
