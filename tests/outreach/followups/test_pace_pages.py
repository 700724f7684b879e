"""One's own pace through its page: letters a week, days to write on, days away."""

from __future__ import annotations

from datetime import date

import pytest

from tests import factories


def test_the_pace_is_kept(alice):
    alice.get("/settings/pace")
    answer = alice.post("/settings/pace", {"weekly": "3", "days": ["2", "4"]})
    assert answer.status_code == 303
    page = alice.get("/settings/pace").text
    assert '<option selected value="3">' in page
    assert page.count("checked") == 2


def test_a_week_without_days_is_refused(alice):
    alice.get("/settings/pace")
    answer = alice.post("/settings/pace", {"weekly": "3"})
    assert answer.status_code == 422
    assert "Choose at least one day of the week." in answer.text


def test_days_away_are_kept_taken_off_and_brought_back(alice):
    alice.get("/settings/pace")
    told = {"first": "2026-12-21", "last": "2026-12-31", "words": "Leave"}
    assert alice.post("/settings/pace/away", told).status_code == 303
    assert "Dec 21" in alice.get("/settings/pace").text
    alice.post("/settings/pace/away/1/delete", {})
    page = alice.get("/settings/pace").text
    assert "You are there on these days." in page
    assert "None. On days away" in page
    alice.post("/settings/pace/away/again?first=2026-12-21&last=2026-12-31&words=Leave", {})
    assert "Leave" in alice.get("/settings/pace").text


@pytest.mark.parametrize(
    ("first", "last"), [("", ""), ("2026-12-21", "2026-12-20"), ("2020-01-01", "2020-01-02"), ("soon", "later")]
)
def test_days_that_cannot_be_are_refused_and_kept_in_the_form(alice, first, last):
    alice.get("/settings/pace")
    answer = alice.post("/settings/pace/away", {"first": first, "last": last, "words": "Clinic week"})
    assert answer.status_code == 422
    assert "Clinic week" in answer.text


def test_a_letter_that_offers_days_away_says_so(app, alice):
    with app.extensions["database"].session_for(1) as session:
        draft = factories.make_draft(session, window_from=date(2026, 12, 14), window_until=date(2026, 12, 28))
        number = draft.id
    assert "This letter offers days on which you are away" not in alice.get(f"/drafts/{number}").text
    alice.get("/settings/pace")
    alice.post("/settings/pace/away", {"first": "2026-12-21", "last": "2026-12-31", "words": "Leave"})
    assert "This letter offers days on which you are away" in alice.get(f"/drafts/{number}").text
