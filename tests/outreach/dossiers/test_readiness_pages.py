"""The page of readiness: it explains, shows what it rests on, offers the shortest way, and never locks."""

from __future__ import annotations

import pytest

from outreach.people.models import Person
from tests.outreach.dossiers.dossier_cast import Jane, jane_in, say
from tests.outreach.dossiers.test_run_pages import text_of
from tests.outreach.hostile import bodies


@pytest.fixture
def jane(app, alice) -> Jane:
    return jane_in(app)


def version_of(page) -> str:
    return page.text.split('name="version"')[1].split('value="')[1].split('"')[0]


def test_each_item_shows_its_passage_or_the_way_to_close_it(app, alice, jane):
    with app.extensions["database"].session_for(1) as session:
        say(session, {"person_id": jane.person_id}, "said", "We listen first")
    page = alice.get(f"{jane.path}/readiness")
    said = text_of(page)
    assert "2 of 6 are there. Nothing is locked" in said
    assert "Met: A quotation in her own words" in said
    assert "Open: You know her current role" in said
    assert f'action="{jane.path}/posts/{jane.position_id}/confirm"' in page.text
    assert "2 of 6" in text_of(alice.get(jane.path))


def test_pressing_the_way_closes_the_item(alice, jane):
    alice.get(f"{jane.path}/readiness")
    assert alice.post(f"{jane.path}/posts/{jane.position_id}/confirm").status_code == 303
    assert "Met: You know her current role" in text_of(alice.get(f"{jane.path}/readiness"))


def test_the_card_on_the_person_s_page_has_no_link_to_what_needs_a_press(alice, jane):
    page = alice.get(jane.path)
    assert f'href="{jane.path}/readiness#item-role"' in page.text
    assert f'href="{jane.path}/posts/{jane.position_id}/confirm"' not in page.text


def test_the_reason_is_written_there_and_two_windows_are_told(app, alice, jane):
    version = version_of(alice.get(f"{jane.path}/readiness"))
    sent = {"version": version, "reason": "She answers letters."}
    assert alice.post(f"{jane.path}/reason", sent).status_code == 303
    answer = alice.post(f"{jane.path}/reason", {**sent, "reason": "Mine"})
    assert answer.status_code == 409
    assert "This was changed in another window" in answer.text
    assert "Mine" in answer.text
    assert "She answers letters." in answer.text
    again = alice.post(f"{jane.path}/reason", {"version": version_of(answer), "reason": "Both"})
    assert again.status_code == 303
    with app.extensions["database"].reader_for(1) as session:
        assert session.get_one(Person, jane.person_id).reason == "Both"


def test_the_form_bears_whatever_is_sent(alice, jane):
    page = alice.get(f"{jane.path}/readiness")
    for name, body in bodies({"version": version_of(page), "reason": "She answers."}):
        answer = alice.post(f"{jane.path}/reason", body)
        assert answer.status_code in (303, 409, 422), name
        assert "<script>alert(1)" not in answer.text, name


def test_a_reviewer_sees_it_and_writes_no_reason(alice, jane, invite):
    ben = invite("reviewer")
    page = ben.get(f"{jane.path}/readiness")
    assert page.status_code == 200
    assert "Your reason" not in page.text
    assert ben.post(f"{jane.path}/reason", {"reason": "x"}).status_code == 403
    assert ben.get("/people/999999/readiness").status_code == 404
