"""Floor mode through its pages: as plain forms, as a phone sends it, when the sign-in has ended, at signing out."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.events.models import Appearance, Event, FloorNote
from tests import event_factories, factories, ledger_factories
from tests.factories import NOON


@pytest.fixture
def inside(app, alice):
    opened = app.extensions["database"]
    return lambda: opened.session_for(1)


@pytest.fixture
def made(inside):
    """An event with somebody to meet: ids of the event, the appearance and the person."""
    with inside() as session:
        leader = factories.make_person(session, name="Ana Mora")
        ledger_factories.make_promise(session, leader, what="Send the one-page summary")
        row = event_factories.make_appearance(session, person=leader)
        return row.event_id, row.id, leader.id


@pytest.fixture
def floor(made) -> str:
    return f"/events/{made[0]}/floor"


def kept(inside) -> list[tuple[str, str, int | None]]:
    with inside() as session:
        rows = session.scalars(select(FloorNote).where(FloorNote.deleted_at.is_(None)).order_by(FloorNote.id))
        return [(row.kind, row.words, row.appearance_id) for row in rows]


def form_key(page: str) -> str:
    return re.search(r'name="device_key" value="([^"]+)"', page)[1]


def sent(browser, floor: str, notes: object, **more: object):
    token = browser.get("/events/floor/token").json["token"]
    body = notes if isinstance(notes, (bytes, str)) else json.dumps({"notes": notes, **more})
    return browser.client.post(
        f"{floor}/notes", data=body, headers={"X-CSRFToken": token, "Content-Type": "application/json"}
    )


def note(key: str, kind: str = "met", **more: object) -> dict[str, object]:
    return {"key": f"phone-{key}", "kind": kind, "noted_at": NOON.isoformat(), **more}


def test_a_card_tells_what_one_needs_in_front_of_somebody(alice, floor):
    page = alice.get(floor).text
    for words in ("Ana Mora", "10:40 AM", "Coffee bar, level 2", "20 minutes by phone in December.", "You promised",
                  "Send the one-page summary", "Last words", "Cards as of"):  # fmt: skip
        assert words in page, words
    assert len(page) < 30_000


def test_an_event_that_goes_on_leads_to_its_floor_mode_first(alice, inside, clock, made):
    for days, offered in ((0, 2), (9, 0)):
        with inside() as session:
            event = session.get(Event, made[0])
            event.starts_on = event.ends_on = clock().date() - timedelta(days=days)
        page = alice.get(f"/events/{made[0]}").text
        assert page.count(">Open floor mode<") == offered
        assert ('class="button main" href="/events/1/floor">' in page) is (offered > 0)


def test_without_script_a_press_is_kept_once_and_taken_back_and_put_back(alice, inside, made, floor):
    key = form_key(alice.get(floor).text)
    form = {"device_key": key, "appearance": made[1], "kind": "met", "words": ""}
    for _ in range(2):
        assert alice.post(floor, form).status_code == 303
    alice.post(floor, {**form, "kind": "promised", "words": "A copy of the plan"})
    assert kept(inside) == [("met", "", made[1]), ("promised", "A copy of the plan", made[1])]
    page = alice.get(floor).text
    assert "You promised: A copy of the plan" in page
    undo = re.search(r'action="([^"]+/take-back)"', page)[1]
    assert alice.post(undo).status_code == 303
    assert len(kept(inside)) == 1
    back = re.search(r'action="([^"]+/bring-back)"', alice.get(floor).text)[1]
    alice.post(back)
    assert len(kept(inside)) == 2


def test_a_note_about_the_event_itself_and_one_that_cannot_be_kept(alice, inside, floor):
    alice.get(floor)
    assert alice.post(floor, {"kind": "note", "words": "Room B is far", "device_key": "x"}).status_code == 303
    empty = alice.post(floor, {"kind": "note", "words": "  "})
    assert (empty.status_code, "There are no words in this note." in empty.text) == (422, True)
    long = alice.post(floor, {"kind": "note", "words": "long " * 500})
    assert (long.status_code, "long long" in long.text) == (422, True), "what was typed is still there"
    assert kept(inside) == [("note", "Room B is far", None)]


def test_what_a_phone_sends_is_answered_note_by_note(alice, inside, made, floor):
    notes = [note("0001", appearance=made[1]), {"key": "phone-0002"}, note("0003", "note", words="Ask Tom")]
    for states in (["kept", "refused", "kept"], ["known", "refused", "known"]):
        answer = sent(alice, floor, notes)
        assert [one["state"] for one in answer.json["notes"]] == states
    assert sent(alice, floor, notes[::-1]).json["notes"][0]["key"] == "phone-0003"
    assert len(kept(inside)) == 2
    undo = sent(alice, floor, [note("0004", "undo", undoes="phone-0001")])
    assert undo.json["notes"][0]["state"] == "kept"
    with inside() as session:
        assert session.get(Appearance, made[1]).outcome == ""


def test_no_json_is_an_error_of_ours(alice, floor):
    deep = b"[" * 100_000
    for body in (b"", b"null", b"4", b"\xff\xfe", b"{", b'{"notes": 1e999}', b'{"notes": [' + b"9" * 9000 + b"]}", deep,
                 b'{"notes": [' + b"[" * 900 + b"]" * 900 + b"]}", json.dumps({"notes": [{}] * 201}).encode(),
                 b'{"notes": [{"key": "phone-0001", "kind": "note", "words": "\\ud800\\u0000x", "noted_at": NaN}]}',
                 ):  # fmt: skip
        assert sent(alice, floor, body).status_code in (200, 413, 422), body[:60]
    assert sent(alice, floor, b'{"notes": []' + b" " * 1_000_000 + b"}").status_code == 413


def test_notes_are_kept_with_a_deleted_event_and_the_phone_is_told(alice, inside, made, floor):
    alice.get(floor)
    alice.post(f"/events/{made[0]}/delete", {})
    assert alice.get(floor).status_code == 404
    answer = sent(alice, floor, [note("0001", appearance=made[1])]).json["notes"][0]
    assert (answer["state"], "deleted meanwhile" in answer["words"]) == ("kept", True)


def test_neither_a_reviewer_nor_another_workspace_nor_an_ended_sign_in_keeps_notes(app, alice, invite, made, floor):
    reviewer = invite("reviewer")
    assert "Not met<" not in reviewer.get(floor).text
    assert sent(reviewer, floor, [note("0001")]).status_code == 403
    database = app.extensions["database"]
    with database.session_for(factories.make_workspace(database)) as session:
        elsewhere = event_factories.make_event(session).id
    assert sent(alice, f"/events/{elsewhere}/floor", [note("0002")]).status_code == 404
    other = invite("editor", "Cleo Park", "cleo@example.org")
    assert sent(other, floor, [note("0003", appearance=made[1])]).json["notes"][0]["state"] == "kept"
    assert sent(alice, floor, [note("0003", appearance=made[1])]).json["notes"][0]["state"] == "refused"
    token = alice.get("/events/floor/token").json
    assert token["owner"] == "1-1"
    alice.post("/sign-out", {"now": "1"})
    body = json.dumps({"notes": [note("0004")]})
    late = alice.client.post(f"{floor}/notes", data=body, headers={"X-CSRFToken": token["token"]})
    assert late.status_code == 401
    assert alice.get("/events/floor/token").status_code == 302


def test_the_worker_reaches_no_further_than_the_page_of_one_event(alice, floor):
    answer = alice.get(f"{floor}/worker.js")
    assert answer.headers["Service-Worker-Allowed"] == floor
    assert answer.mimetype == "text/javascript"
    assert alice.get("/events/999999/floor/worker.js").status_code == 404


def test_signing_out_first_asks_where_floor_mode_was_opened(alice, floor):
    assert alice.get(floor).headers["Groundwork-Floor"] == "1-1"
    asked = alice.post("/sign-out", {})
    assert asked.headers["Location"] == "/events/floor/leave"
    assert "not sent yet are deleted" in alice.get("/events/floor/leave").text, "what is said without script"
    assert alice.post("/settings/sessions/1/end", {}).headers["Location"] == "/events/floor/leave"
    out = alice.post("/sign-out", {"now": "1", "cleared": "1"})
    assert "/sign-in" in out.headers["Location"]
    assert "Clear-Site-Data" not in out.headers, "the script has cleared it, and left what belongs to others"
    alice.sign_in()
    alice.get("/settings/account")
    assert "/sign-in" in alice.post("/sign-out", {}).headers["Location"], "nothing is kept any more"


def test_without_script_the_browser_drops_what_it_keeps(alice, floor):
    alice.get(floor)
    assert alice.post("/sign-out", {"now": "1"}).headers["Clear-Site-Data"] == '"storage"'
