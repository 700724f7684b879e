"""One's own account, sign-ins, two-step sign-in, members."""

from __future__ import annotations

import re

import pyotp
import pytest

from outreach.accounts import sessions
from outreach.accounts.models import Invitation, Membership, SessionRecord, User, Workspace
from outreach.mail import memory
from tests.browser import EMAIL, PASSWORD, Browser

OTHER = "nine copper kettles sing"


# --- password and account -------------------------------------------------------------------------------------------


def test_a_new_password_ends_every_other_sign_in_and_renews_this_one(alice, app):
    elsewhere = Browser(app)
    elsewhere.sign_in()
    before = alice.cookie()
    alice.get("/settings/password")
    assert alice.post("/settings/password", {"present_password": PASSWORD, "password": OTHER}).status_code == 303
    assert alice.is_in()
    assert not elsewhere.is_in()
    thief = Browser(app)
    thief.client.set_cookie("groundwork", before)
    assert not thief.is_in(), "the cookie of before is worth nothing"
    app.extensions["runner"].run_due()
    assert memory.SHARED.sent[-1]["Subject"] == "Your Groundwork password was changed"


def test_a_new_password_needs_the_present_one(alice):
    alice.get("/settings/password")
    answer = alice.post("/settings/password", {"present_password": "wrong", "password": OTHER})
    assert answer.status_code == 422
    assert "This is not your present password." in answer.text
    assert OTHER not in answer.text


def test_the_present_password_cannot_be_guessed_at_an_open_browser(alice):
    alice.get("/settings/password")
    for number in range(10):
        alice.post("/settings/password", {"present_password": f"guess {number}", "password": OTHER})
    answer = alice.post("/settings/password", {"present_password": PASSWORD, "password": OTHER})
    assert "tried too often" in answer.text


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "alice ferreira", "passwordpassword", "x" * 201])
def test_a_password_that_is_easily_guessed_is_refused_in_words(alice, password):
    alice.get("/settings/password")
    answer = alice.post("/settings/password", {"present_password": PASSWORD, "password": password})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text


def test_name_and_address_are_changed_and_a_new_address_asks_for_the_password(alice):
    alice.get("/settings/account")
    assert alice.post("/settings/account", {"name": "Alicja Łukasik", "email": EMAIL}).status_code == 303
    assert "Alicja Łukasik" in alice.get("/settings").text
    alice.get("/settings/account")
    form = {"name": "Alicja Łukasik", "email": "alicja@example.org"}
    assert alice.post("/settings/account", form).status_code == 422
    assert alice.post("/settings/account", {**form, "present_password": PASSWORD}).status_code == 303
    assert "alicja@example.org" in alice.get("/settings").text


def test_an_address_of_somebody_else_is_refused_however_it_is_written(alice, invite):
    invite("editor")
    alice.get("/settings/account")
    form = {"name": "Alice", "email": "BEN@Example.org", "present_password": PASSWORD}
    answer = alice.post("/settings/account", form)
    assert answer.status_code == 422
    assert "There is another account with this address." in answer.text


# --- sign-ins -----------------------------------------------------------------------------------------------------


def test_the_list_shows_where_one_is_signed_in_and_ends_one(alice, app):
    Browser(app, address="198.51.100.77").sign_in()
    page = alice.get("/settings/sessions")
    assert "this one" in page.text
    assert "198.51.100.x" in page.text
    assert "198.51.100.77" not in page.text
    assert "Firefox on Windows" in page.text
    assert alice.post("/settings/sessions/2/end").status_code == 303
    assert "198.51.100.x" not in alice.get("/settings/sessions").text


def test_all_others_are_ended_at_once(alice, app):
    others = [Browser(app) for _ in range(3)]
    for other in others:
        other.sign_in()
    alice.get("/settings/sessions")
    alice.post("/settings/sessions/end-others")
    assert not any(other.is_in() for other in others)
    assert alice.is_in()


def test_nobody_ends_a_sign_in_of_somebody_else(alice, invite):
    ben = invite("editor")
    foreign = ben.post("/settings/sessions/1/end")
    unknown = ben.post("/settings/sessions/999/end")
    assert foreign.status_code == unknown.status_code == 404
    of_one_request = r'[0-9a-f]{16}|name="csrf_token" value="[^"]+"'
    assert re.sub(of_one_request, "", foreign.text) == re.sub(of_one_request, "", unknown.text)
    assert alice.is_in()


def test_a_sign_in_that_was_ended_does_not_come_back_by_a_late_request(alice, database, clock):
    with database.open_session() as session:
        sessions.end(session, 1, 1, clock())
    clock.move(minutes=5)
    sessions._note_seen(database, 1, clock())
    with database.open_reader() as session:
        assert session.get(SessionRecord, 1).revoked_at is not None
    assert not alice.is_in()


# --- two-step sign-in -------------------------------------------------------------------------------------------------


def _secret(page):
    return re.search(r"<kbd>([A-Z2-7 ]{39})</kbd>", page.text)[1].replace(" ", "")


def _turn_on(alice, clock):
    secret = _secret(alice.get("/settings/two-step"))
    return alice.post("/settings/two-step", {"code": pyotp.TOTP(secret).at(clock()), "present_password": PASSWORD})


def test_the_picture_is_the_same_until_a_code_confirms_it(alice):
    first, second = alice.get("/settings/two-step"), alice.get("/settings/two-step")
    assert _secret(first) == _secret(second)
    assert "<svg" in first.text
    assert "style=" not in first.text
    wrong = alice.post("/settings/two-step", {"code": "000000", "present_password": PASSWORD})
    assert wrong.status_code == 422
    assert "Off" in alice.get("/settings").text


def test_recovery_codes_are_shown_once(alice, clock):
    page = _turn_on(alice, clock)
    codes = re.findall(r"(?:[a-z2-7]{4}-){3}[a-z2-7]{4}", page.text)
    assert len(codes) == 10
    assert codes[0] not in alice.get("/settings/two-step").text
    page = alice.post("/settings/two-step/codes", {"present_password": PASSWORD})
    assert codes[0] not in page.text
    assert len(re.findall(r"(?:[a-z2-7]{4}-){3}[a-z2-7]{4}", page.text)) == 10


def test_turning_it_off_needs_the_password_and_is_told_by_mail(alice, clock, app):
    _turn_on(alice, clock)
    alice.get("/settings/two-step")
    assert alice.post("/settings/two-step/off", {"present_password": "wrong"}).status_code == 422
    assert alice.post("/settings/two-step/off", {"present_password": PASSWORD}).status_code == 303
    app.extensions["runner"].run_due()
    assert [mail["Subject"].split(" was ")[1] for mail in memory.SHARED.sent] == [
        "turned on for your Groundwork account",
        "turned off for your Groundwork account",
    ]
    alice.post("/sign-out")
    assert alice.sign_in().headers["Location"] == "/"


# --- members ------------------------------------------------------------------------------------------------------


def test_only_the_owner_invites_and_changes_roles(alice, invite):
    for role in ("editor", "reviewer"):
        member = invite(role, email=f"{role}@example.org")
        assert member.get("/settings/members").status_code == 200
        assert member.post("/settings/members", {"role": "editor"}).status_code == 403
        assert member.get("/settings/members/1").status_code == 403
        assert member.post("/settings/members/1/remove").status_code == 403
        assert member.post("/settings/workspace", {"name": "Taken over"}).status_code == 403
    assert "Taken over" not in alice.get("/settings").text


def test_an_invitation_by_mail_holds_the_only_link(alice, app, database):
    alice.get("/settings/members")
    answer = alice.post("/settings/members", {"role": "reviewer", "email": "ben@example.org"})
    assert answer.status_code == 303
    page = alice.get("/settings/members")
    assert "Not mailed yet" in page.text
    assert "/join/" not in page.text
    app.extensions["runner"].run_due()
    mail = memory.SHARED.sent[-1]
    assert mail["To"] == "ben@example.org"
    path = re.search(r"http://127.0.0.1:5000(/join/[\w-]+)", mail.get_body(("plain",)).get_content())[1]
    assert path in mail.get_body(("html",)).get_content()
    assert "Not mailed yet" not in alice.get("/settings/members").text
    assert Browser(app).get(path).status_code == 200


def test_an_invitation_whose_form_is_sent_twice_is_mailed_once(alice, app):
    alice.get("/settings/members")
    before = len(memory.SHARED.sent)
    for _ in range(2):
        assert alice.post("/settings/members", {"role": "reviewer", "email": "ben@example.org"}).status_code == 303
    app.extensions["runner"].run_due()
    assert len(memory.SHARED.sent) == before + 1


def test_a_role_is_changed_and_a_member_removed(alice, app, invite):
    ben = invite("reviewer")
    alice.get("/settings/members/3")
    assert alice.post("/settings/members/3", {"role": "editor"}).status_code == 303
    assert "Editor since" in ben.get("/settings/members").text
    assert alice.post("/settings/members/3/remove").status_code == 303
    page = ben.get("/settings")
    assert page.status_code == 200
    assert "Alice Ferreira’s workspace" not in page.text
    assert "Ben Adeyemi’s workspace" in page.text


def test_a_workspace_keeps_an_owner(alice):
    alice.get("/settings/members/1")
    for answer in (alice.post("/settings/members/1", {"role": "editor"}), alice.post("/settings/members/1/remove")):
        assert answer.status_code == 422
        assert "A workspace needs an owner" in answer.text


def test_members_and_invitations_of_another_workspace_are_not_there(alice, app, invite, database):
    ben = invite("editor")
    own = re.search(r"/settings/workspaces/(\d+)/open", ben.get("/settings").text)[1]
    ben.post(f"/settings/workspaces/{own}/open")
    alice.get("/settings/members")
    alice.post("/settings/members", {"role": "editor"})
    ben.get("/settings/members")
    for path in (
        "/settings/members/1/remove",
        "/settings/members/invitations/2/withdraw",
        "/settings/workspaces/9/open",
    ):
        foreign, unknown = ben.post(path), ben.post(re.sub(r"\d+", "4711", path))
        assert foreign.status_code == unknown.status_code == 404
        of_one_request = r'[0-9a-f]{16}|name="csrf_token" value="[^"]+"'
    assert re.sub(of_one_request, "", foreign.text) == re.sub(of_one_request, "", unknown.text)
    assert ben.get("/settings/members/1").status_code == 404
    with database.system_reader("looking whether anything changed") as session:
        assert session.get(Invitation, 2).withdrawn_at is None
        assert session.get(Membership, 1) is not None


def test_nobody_opens_a_workspace_they_do_not_belong_to(alice, app, invite):
    ben = invite("editor")
    own = re.search(r"/settings/workspaces/(\d+)/open", ben.get("/settings").text)[1]
    alice.get("/settings")
    assert alice.post(f"/settings/workspaces/{own}/open").status_code == 404


# --- only listed fields ---------------------------------------------------------------------------------------------

EVERY_COLUMN = {
    "id": "2", "user_id": "2", "workspace_id": "2", "open_workspace_id": "2", "role": "owner", "owner_id": "2",
    "password_hash": "x", "email_key": "x", "two_step_salt": "x", "two_step_since": "2020-01-01", "token": "x",
    "token_sha256": "x", "expires_at": "2090-01-01", "accepted_at": "2020-01-01", "created_at": "2000-01-01",
    "revoked_at": "2000-01-01", "invited_by_id": "2", "mailed_at": "2020-01-01", "is_admin": "1",
}  # fmt: skip


def _rows(database):
    with database.system_reader("comparing rows") as session:
        tables = (User, Workspace, Membership, Invitation)
        return {
            (table.__tablename__, row.id): {column.key: getattr(row, column.key) for column in table.__table__.columns}
            for table in tables
            for row in session.query(table)
        }


@pytest.mark.parametrize(
    ("path", "listed", "changed"),
    [
        ("/settings/account", {"name": "New name", "email": EMAIL}, {("user_account", 1): {"name", "email"}}),
        ("/settings/workspace", {"name": "New name"}, {("workspace", 1): {"name"}}),
        ("/settings/members/3", {"role": "editor"}, {("membership", 3): {"role"}}),
    ],
)
def test_a_form_sets_its_own_fields_and_no_others(alice, invite, database, path, listed, changed):
    invite("reviewer")
    before = _rows(database)
    alice.get(path)
    assert alice.post(path, {**EVERY_COLUMN, **listed}).status_code == 303
    after = _rows(database)
    assert before.keys() == after.keys()
    for key, row in after.items():
        differing = {name for name, value in row.items() if value != before[key][name]}
        assert differing <= changed.get(key, set()), key
    assert after != before


def test_an_invited_account_takes_its_role_from_the_invitation_alone(alice, app, database):
    alice.get("/settings/members")
    path = re.search(r"(/join/[\w-]+)", alice.post("/settings/members", {"role": "reviewer"}).text)[1]
    other = Browser(app)
    other.get(path)
    other.post(path, {**EVERY_COLUMN, "name": "Ben", "email": "ben@example.org", "password": OTHER})
    with database.system_reader("looking at roles") as session:
        assert [row.role for row in session.query(Membership).order_by(Membership.id)] == ["owner", "owner", "reviewer"]
        assert session.get(User, 2).two_step_since is None


def test_an_invitation_cannot_make_an_owner(alice, database):
    alice.get("/settings/members")
    answer = alice.post("/settings/members", {"role": "owner"})
    assert answer.status_code == 422
    assert "Choose one of these." in answer.text
    with database.system_reader("counting") as session:
        assert session.query(Invitation).count() == 0
