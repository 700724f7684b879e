"""The advice loop through its pages: noted, tried, what happened, told; set aside, taken back, deleted."""

from __future__ import annotations

import re

import pytest

from outreach.relationships.models import Advice, Touch
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date().isoformat()


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def leader(inside) -> int:
    with inside() as session:
        return factories.make_person(session, name="Kwame Abara", addressed_as="Mr. Abara").id


@pytest.fixture
def path(alice, leader) -> str:
    """The address of an advice."""
    alice.get(f"/people/{leader}/advice/new")
    form = {"words": "Shadow a bed meeting.", "is_exact": "y", "on": "2026-08-03"}
    return alice.post(f"/people/{leader}/advice/new", form).headers["Location"]


def step(alice, path: str, which: str, **fields: str):
    prefix = {"set-aside": "aside"}.get(which, which)
    page = alice.get(path).text
    found = re.search(rf'name="{prefix}-version"[^>]*value="(\d+)"', page)
    data = {f"{prefix}-{name}": value for name, value in fields.items()}
    return alice.post(f"{path}/{which}", {f"{prefix}-version": found[1] if found else "0", **data})


def rows(inside, table):
    with inside() as session:
        return session.query(table).all()


def test_an_advice_goes_from_word_to_word(alice, inside, path):
    assert "Not tried yet" in alice.get(path).text
    step(alice, path, "tried", words="I sat in on three bed meetings.", on="2026-09-01")
    assert "Tried" in alice.get(path).text
    step(alice, path, "happened", words="Our own round is shorter by ten minutes.", on="2026-10-01")
    page = alice.get(path).text
    assert "Result in" in page
    assert "Write the report" in page
    step(alice, path, "told", how="phone", on="2026-11-10")
    page = alice.get(path).text
    assert "They were told" in page
    told = rows(inside, Advice)[0]
    touch = rows(inside, Touch)[0]
    assert (touch.kind, touch.give_kind, touch.channel) == ("gave", "report_back", "phone")
    assert told.told_touch_id == touch.id


def test_told_twice_is_noted_once(alice, inside, path):
    step(alice, path, "tried", words="I sat in.", on="2026-09-01")
    for _ in range(2):
        step(alice, path, "told", how="phone", on="2026-11-10")
    assert len(rows(inside, Touch)) == 1
    assert "noted already" in alice.get(path).text


def test_told_in_a_letter_notes_nothing_a_second_time(alice, inside, leader, path):
    step(alice, path, "tried", words="I sat in.", on="2026-09-01")
    with inside() as session:
        person = session.get_one(factories.Person, leader)
        letter = ledger_factories.make_give(
            session, person, give_kind="report_back", source="letter", source_id=7, what="What came of your advice"
        ).id
    assert "Your letter of" in alice.get(path).text
    alice.post(f"{path}/told", {"told-how": "here", "told-on": TODAY})
    assert rows(inside, Advice)[0].told_touch_id == letter
    alice.get(path)
    alice.post(f"{path}/take-back?step=told")
    assert rows(inside, Touch)[0].deleted_at is None


def test_taking_back_that_they_were_told_takes_the_give_back(alice, inside, path):
    step(alice, path, "tried", words="I sat in.", on="2026-09-01")
    step(alice, path, "told", how="phone", on="2026-11-10")
    alice.post(f"{path}/take-back?step=told")
    assert rows(inside, Advice)[0].told_on is None
    assert rows(inside, Touch)[0].deleted_at is not None


def test_the_report_is_written_from_what_was_noted(alice, path):
    step(alice, path, "tried", words="I sat in on three bed meetings.", on="2026-09-01")
    step(alice, path, "happened", words="Our round is shorter by ten minutes.", on="2026-10-01")
    answer = alice.post("/drafts/report-on-advice/1")
    assert answer.status_code == 303
    page = alice.get(answer.headers["Location"]).text
    assert "you advised me this: “Shadow a bed meeting”" in page
    assert "I sat in on three bed meetings. Our round is shorter by ten minutes." in page


def test_nothing_tried_is_nothing_to_report(alice, path):
    alice.get(path)
    assert alice.post("/drafts/report-on-advice/1").status_code == 422
    answer = step(alice, path, "told", how="phone", on=TODAY)
    assert answer.status_code == 422
    assert "Note first what you tried" in answer.text


@pytest.mark.parametrize(
    ("on", "said"),
    [("2026-08-01", "This is before"), ("2027-01-01", "yet to come"), ("2027-02-30", "Enter a day"),
     ("9999-12-31", "yet to come"), ("0001-01-01", "year")],
)  # fmt: skip
def test_a_day_that_cannot_be_is_told_and_nothing_typed_is_lost(alice, inside, path, on: str, said: str):
    answer = step(alice, path, "tried", words="I sat in on three bed meetings.", on=on)
    assert answer.status_code == 422
    assert said in answer.text
    assert "I sat in on three bed meetings." in answer.text
    assert rows(inside, Advice)[0].tried == ""


def test_a_megabyte_is_told(alice, inside, leader, path):
    answer = step(alice, path, "tried", words="x" * 1_000_000, on="2026-09-01")
    assert answer.status_code == 422
    assert "Use at most 2,000 characters." in answer.text
    alice.get(f"/people/{leader}/advice/new")
    assert alice.post(f"/people/{leader}/advice/new", {"words": "x" * 1_000_000}).status_code == 422
    assert len(rows(inside, Advice)) == 1


def test_a_form_pressed_twice_makes_one(alice, inside, leader):
    alice.get(f"/people/{leader}/advice/new")
    for _ in range(2):
        alice.post(f"/people/{leader}/advice/new", {"words": "Round with the nurses", "on": ""})
    (row,) = rows(inside, Advice)
    assert row.given_on == NOON.date()


def test_two_windows_keep_what_both_wrote(alice, path):
    old = {"tried-version": "1", "tried-on": "2026-09-01"}
    alice.get(path)
    assert alice.post(f"{path}/tried", {**old, "tried-words": "I sat in twice."}).status_code == 303
    alice.get(path)
    answer = alice.post(f"{path}/tried", {**old, "tried-words": "I sat in three times."})
    assert answer.status_code == 409
    assert "I sat in twice." in answer.text
    assert "I sat in three times." in answer.text


def test_what_they_advised_is_corrected(alice, inside, path):
    page = alice.get(f"{path}/edit").text
    version = re.search(r'name="version"[^>]*value="(\d+)"', page)[1]
    form = {"version": version, "words": "Shadow two bed meetings", "on": "2026-08-04"}
    assert alice.post(f"{path}/edit", form).status_code == 303
    row = rows(inside, Advice)[0]
    assert (row.words, row.is_exact) == ("Shadow two bed meetings", False)
    alice.get(path)
    again = alice.post(f"{path}/edit", {**form, "words": "Shadow a huddle"})
    assert again.status_code == 409
    assert "Shadow a huddle" in again.text


def test_set_aside_with_words_and_taken_up(alice, inside, path):
    step(alice, path, "set-aside", why="It does not fit a clinic.")
    assert "It does not fit a clinic." in alice.get(path).text
    assert "Shadow a bed meeting" not in alice.get("/advice").text
    assert "Shadow a bed meeting" in alice.get("/advice?show=aside").text
    alice.post(f"{path}/take-back?step=set_aside")
    assert rows(inside, Advice)[0].set_aside_on is None


def test_a_deleted_advice_comes_back(alice, path, leader):
    alice.get(path)
    alice.post(f"{path}/delete")
    assert alice.get(path).status_code == 404
    alice.get(f"/people/{leader}")
    alice.post(f"{path}/bring-back")
    assert alice.get(path).status_code == 200


def test_the_list_says_how_far_each_is_and_goes_on_beyond_its_page(alice, inside, leader, path):
    with inside() as session:
        person = session.get_one(factories.Person, leader)
        for number in range(30):
            ledger_factories.make_advice(session, person, words=f"Advice number {number}")
    page = alice.get("/advice").text
    assert "tried: not yet" in page
    older = re.search(r'rel="next" href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert "Shadow a bed meeting." in alice.get(older).text
    assert "Advice from Kwame Abara" in alice.get(f"/advice?person={leader}").text
    assert alice.get("/advice?person=999").status_code == 404
    assert alice.get("/advice?person=x&show=y").status_code == 200
    assert "All of their advice" in alice.get(f"/people/{leader}").text


def test_a_deleted_person_s_advice_is_no_page(alice, leader, path):
    alice.get(f"/people/{leader}/delete/ask")
    alice.post(f"/people/{leader}/delete")
    assert alice.get(path).status_code == 404
    assert "Shadow" not in alice.get("/advice").text
    assert alice.post(f"{path}/tried", {}).status_code == 404


def test_a_reviewer_reads_and_changes_nothing(alice, path, invite):
    ben = invite("reviewer")
    page = ben.get(path).text
    assert "“Shadow a bed meeting.”" in page
    assert "Save what you tried" not in page
    for which in ("tried", "happened", "told", "set-aside", "delete", "take-back?step=told"):
        assert ben.post(f"{path}/{which}", {}).status_code == 403


def test_hostile_words_stand_as_text(alice, leader, path):
    step(alice, path, "tried", words="<script>alert(1)</script>", on="2026-09-01")
    for page in (alice.get(path), alice.get("/advice"), alice.get(f"/people/{leader}")):
        assert "<script>alert" not in page.text
