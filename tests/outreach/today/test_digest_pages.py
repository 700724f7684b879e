"""The page of the digest: asked for, changed, ended."""

from __future__ import annotations

from tests.outreach import hostile

DAILY = {"every": "daily", "weekday": "1", "hour": "7"}


def test_nobody_gets_one_who_did_not_ask(alice):
    page = alice.get("/settings/digest").text
    assert "The next one comes" not in page
    assert "Never" in alice.get("/settings").text


def test_it_is_asked_for_and_ended(alice):
    alice.get("/settings/digest")
    assert alice.post("/settings/digest", DAILY).status_code == 303
    assert "Mon, Nov 23, 7:00 AM" in alice.get("/settings/digest").text
    assert "Every working day" in alice.get("/settings").text
    alice.post("/settings/digest", {**DAILY, "every": "never"})
    assert "No digest is sent." in alice.get("/settings/digest").text


def test_whatever_is_sent_is_answered(alice):
    alice.get("/settings/digest")
    for name, body in hostile.bodies(DAILY):
        assert alice.post("/settings/digest", body).status_code < 500, name


def test_a_reviewer_may_have_one_too(invite):
    reviewer = invite("reviewer")
    reviewer.get("/settings/digest")
    assert reviewer.post("/settings/digest", DAILY).status_code == 303


def test_the_hour_is_said_by_the_name_of_the_zone(alice):
    assert "By the clock where you are (UTC)" in alice.get("/settings/digest").text
    alice.post("/settings/signature", {"name": "Alice", "time_zone": "America/Denver"})
    assert "By the clock where you are (Mountain)" in alice.get("/settings/digest").text
