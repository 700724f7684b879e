"""A pause through its pages: begun with one press, shown everywhere, changed, ended, taken back."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from outreach.relationships import queries
from outreach.relationships.models import Pause
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date()
FORM = {"version": "0", "reason": "layoffs", "how_long": "month", "day": "", "words": ""}


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def leader(inside) -> int:
    with inside() as session:
        return factories.make_person(session, name="Inés Okafor-Lindqvist").id


@pytest.fixture
def path(alice, leader) -> str:
    path = f"/people/{leader}/pause"
    alice.get(path)
    return path


def standing(inside) -> list[Pause]:
    with inside() as session:
        return session.query(Pause).all()


def test_one_press_pauses_for_a_month_and_the_notice_takes_it_back(alice, inside, leader, path):
    answer = alice.post(path, FORM)
    assert answer.headers["Location"].endswith(f"/people/{leader}")
    page = alice.get(f"/people/{leader}").text
    assert "Paused until" in page
    assert "layoffs" in page
    assert standing(inside)[0].until == TODAY + timedelta(days=30)
    undo = re.search(r'action="(/pauses/\d+/take-back)"', page)[1]
    alice.post(undo)
    assert standing(inside) == []


def test_the_reason_in_the_address_is_chosen_and_its_small_thing_is_offered(alice, leader):
    page = alice.get(f"/people/{leader}/pause?reason=loss").text
    assert '<option selected value="loss">' in page
    assert "A few lines of condolence" in page
    assert f"/drafts/new?person={leader}&amp;letter=condolence" in page
    assert '<option selected value="hard_times">' in alice.get(f"/people/{leader}/pause?reason=nonsense").text


@pytest.mark.parametrize(
    ("how_long", "until"),
    [("two_weeks", TODAY + timedelta(days=14)), ("three_months", date(2027, 2, 20)), ("day", date(2026, 12, 22))],
)
def test_how_long_is_chosen_at_once_or_by_a_day(alice, inside, path, how_long: str, until: date):
    alice.post(path, {**FORM, "how_long": how_long, "day": "Dec 22, 2026"})
    assert standing(inside)[0].until == until


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-20", "Choose a day after today"),
        ("2019-01-01", "Choose a day after today"),
        ("2028-11-20", "Choose a day within a year"),
        ("2027-02-30", "Enter a day as year, month and day"),
        ("9999-12-31", "Choose a day within a year"),
        ("", "Enter the day on which things go on."),
    ],
)
def test_a_day_that_cannot_be_is_told_and_nothing_typed_is_lost(alice, inside, path, day: str, said: str):
    answer = alice.post(path, {**FORM, "how_long": "day", "day": day, "words": "Announced on Monday."})
    assert answer.status_code == 422
    assert said in answer.text
    assert "Announced on Monday." in answer.text
    assert standing(inside) == []


def test_a_wrong_day_does_not_matter_where_another_length_was_chosen(alice, inside, path):
    assert alice.post(path, {**FORM, "day": "soon"}).status_code == 303
    assert len(standing(inside)) == 1


def test_too_much_text_is_told(alice, inside, path):
    answer = alice.post(path, {**FORM, "words": "x" * 1_000_000})
    assert answer.status_code == 422
    assert "Use at most 300 characters." in answer.text
    assert standing(inside) == []


def test_a_form_pressed_twice_makes_one(alice, inside, path):
    for _ in range(2):
        assert alice.post(path, FORM).status_code == 303
    assert len(standing(inside)) == 1


def test_a_second_window_is_told_what_the_first_has_saved(alice, path):
    alice.post(path, FORM)
    alice.get(path)
    answer = alice.post(path, {**FORM, "how_long": "two_weeks", "words": "Heard it on Monday."})
    assert answer.status_code == 409
    assert "changed in another window" in answer.text
    assert "Heard it on Monday." in answer.text
    again = re.search(r'name="version"[^>]*value="(\d+)"', answer.text)[1]
    assert alice.post(path, {**FORM, "version": again, "how_long": "two_weeks"}).status_code == 303


def test_a_pause_is_ended_and_the_end_is_taken_back(alice, inside, leader, path):
    alice.post(path, FORM)
    number = standing(inside)[0].id
    page = alice.get(f"/people/{leader}").text
    assert "Go on" in page
    alice.post(f"/pauses/{number}/end")
    page = alice.get(f"/people/{leader}").text
    assert "Paused until" not in page
    assert "Pauses so far" in page
    alice.post(f"/pauses/{number}/end")
    assert "goes on already" in alice.get(f"/people/{leader}").text
    alice.post(f"/pauses/{number}/take-up")
    assert "Paused until" in alice.get(f"/people/{leader}").text


def test_it_goes_on_by_itself_on_the_day(alice, clock, leader, path):
    alice.post(path, {**FORM, "how_long": "two_weeks"})
    clock.move(days=13, hours=20)
    alice.sign_in()
    page = alice.get(f"/people/{leader}").text
    assert "Paused until" not in page
    assert "Fri, Nov 20</time> to <time" in page


def test_a_house_s_pause_shows_on_the_pages_of_its_people(alice, inside):
    with inside() as session:
        house = factories.make_organization(session, name="Cedar Ridge Hospital")
        person = factories.make_person(session, name="Tom Adeyemi")
        position = factories.make_position(session, person, house)
        house_id, person_id, position_id = house.id, person.id, position.id
    path = f"/orgs/{house_id}/pause"
    page = alice.get(path).text
    assert "Tom Adeyemi" in page
    alice.post(path, FORM)
    assert "Paused until" in alice.get(f"/orgs/{house_id}").text
    assert "everything at Cedar Ridge Hospital" in alice.get(f"/people/{person_id}").text
    assert "Everything at" in alice.get(f"/people/{person_id}/pause").text
    with inside() as session:
        moved = session.get_one(factories.Position, position_id)
        moved.is_current = False
    assert "everything at" not in alice.get(f"/people/{person_id}").text
    with inside() as session:
        assert queries.paused(session, person_id, TODAY) is None


def test_what_stands_still_is_counted_and_named(alice, inside, leader):
    with inside() as session:
        person = session.get_one(factories.Person, leader)
        factories.make_draft(session, person)
        factories.make_draft(session, person, kind="condolence")
        ledger_factories.make_follow_up(session, person)
        ledger_factories.make_rhythm(session, person)
    page = alice.get(f"/people/{leader}/pause").text
    assert "1 letter that you are writing, 1 request that is followed up, and 1 reminder by a rhythm." in page


def test_the_page_of_a_letter_says_it(alice, inside, leader, path):
    with inside() as session:
        draft = factories.make_draft(session, session.get_one(factories.Person, leader)).id
    alice.post(path, FORM)
    page = alice.get(f"/drafts/{draft}").text
    assert "Paused until" in page
    assert "One sentence that you think of them and their people." in page


def test_while_it_stands_the_main_button_is_the_small_thing(alice, leader, path):
    alice.post(path, {**FORM, "reason": "loss"})
    page = alice.get(f"/people/{leader}").text
    assert re.search(r'class="button main" href="/drafts/new\?person=\d+&amp;letter=condolence"', page)


def test_nobody_s_and_a_deleted_person_s_pause_is_no_page(alice, inside, leader, path):
    alice.post(path, FORM)
    number = standing(inside)[0].id
    alice.get(f"/people/{leader}/delete/ask")
    alice.post(f"/people/{leader}/delete")
    assert alice.get(path).status_code == 404
    assert alice.post(f"/pauses/{number}/end").status_code == 404
    assert alice.get("/people/999/pause").status_code == 404
    assert alice.post("/pauses/999/end").status_code == 404


def test_a_reviewer_sees_it_and_cannot_change_it(alice, leader, path, invite):
    alice.post(path, FORM)
    ben = invite("reviewer")
    page = ben.get(f"/people/{leader}").text
    assert "Paused until" in page
    assert "Go on<" not in page
    assert ben.get(path).status_code == 403
    assert ben.post("/pauses/1/end").status_code == 403


def test_a_hint_says_that_nobody_s_health_is_kept(alice, path):
    assert "Nothing about anybody’s health." in alice.get(path).text
