"""Signing up, in and out; invitations; forgotten passwords; the text of an ended sign-in."""

from __future__ import annotations

import re

from outreach.accounts.models import User
from outreach.mail import memory
from tests import factories
from tests.browser import EMAIL, NAME, PASSWORD, Browser, without_token


def test_the_first_visit_leads_to_the_first_account(browser):
    assert browser.get("/settings").headers["Location"] == "/sign-in?next=/settings"
    assert browser.get("/sign-in").headers["Location"] == "/sign-up"
    assert browser.sign_up().status_code == 303
    page = browser.get("/settings")
    assert NAME in page.text
    assert EMAIL in page.text


def test_a_second_first_account_is_refused(browser, app):
    browser.sign_up()
    other = Browser(app)
    assert other.get("/sign-up").headers["Location"] == "/sign-in"
    other.get("/sign-in")
    answer = other.post("/sign-up", {"name": "Eve", "email": "eve@example.org", "password": PASSWORD})
    assert answer.status_code == 403
    assert "has its first account already" in answer.text


def test_signing_out_ends_the_sign_in_for_every_copy_of_its_cookie(alice, app):
    stolen = alice.cookie()
    assert alice.post("/sign-out").headers["Location"] == "/sign-in"
    assert not alice.is_in()
    thief = Browser(app)
    thief.client.set_cookie("groundwork", stolen)
    assert not thief.is_in()


def test_a_sign_in_gets_a_new_session_and_a_new_form_token(alice, app):
    alice.post("/sign-out")
    alice.get("/sign-in")
    before, old_token = alice.cookie(), alice.token
    assert alice.sign_in().status_code == 303
    assert alice.cookie() != before
    alice.token = old_token
    assert alice.post("/settings/workspace", {"name": "Changed"}).status_code == 400
    assert "Changed" not in alice.get("/settings").text


def test_a_cookie_planted_before_the_sign_in_is_worth_nothing_after_it(alice, app):
    attacker = Browser(app)
    attacker.get("/sign-in")
    victim = Browser(app)
    victim.client.set_cookie("groundwork", attacker.cookie())
    assert victim.sign_in().status_code == 303
    assert victim.is_in()
    assert not attacker.is_in()


def test_wrong_words_are_told_alike_for_known_and_unknown_addresses(alice, app):
    other = Browser(app)
    known = other.sign_in(password="not the password")
    other.get("/sign-in")
    unknown = other.sign_in(email="nobody@example.org", password="not the password")
    assert known.status_code == unknown.status_code == 422
    assert "The e-mail address or the password is not right." in known.text
    assert known.text.replace(EMAIL, "X").replace(other.token, "").count("not right") == unknown.text.count("not right")


def test_what_was_typed_stays_in_the_form_but_the_password_does_not(alice, app):
    answer = Browser(app).sign_in(email="someone@example.org", password="a secret thing")
    assert "someone@example.org" in answer.text
    assert "a secret thing" not in answer.text


def test_a_sign_in_leads_back_to_where_one_wanted_to_go(alice, app):
    alice.post("/sign-out")
    assert alice.get("/settings/members?x=1").headers["Location"] == "/sign-in?next=/settings/members?x%3D1"
    alice.get("/sign-in?next=/settings/members?x%3D1")
    answer = alice.post("/sign-in", {"email": EMAIL, "password": PASSWORD, "next": "/settings/members?x=1"})
    assert answer.headers["Location"] == "/settings/members?x=1"


def test_a_sign_in_never_leads_to_another_site(alice, app):
    alice.post("/sign-out")
    answer = alice.sign_in(next="//evil.example")
    assert answer.headers["Location"] == "/"


# --- limits -------------------------------------------------------------------------------------------------------


def test_a_sign_in_ends_after_twelve_idle_hours(alice, clock):
    clock.move(hours=11, minutes=59)
    assert alice.is_in()
    clock.move(hours=12, minutes=1)
    assert not alice.is_in()


def test_a_sign_in_ends_after_its_days_however_much_it_is_used(alice, clock):
    for _ in range(61):
        clock.move(hours=11, minutes=45)
        assert alice.is_in()
    clock.move(hours=4)
    assert not alice.is_in()


def test_a_member_who_was_deleted_is_out_at_once(alice, database):
    with database.open_session() as session:
        session.delete(session.get(User, 1))
    assert not alice.is_in()


# --- the text of an ended sign-in -----------------------------------------------------------------------------------


def test_an_ended_sign_in_keeps_the_text_and_shows_it_as_a_form_again(alice, clock):
    alice.get("/settings/workspace")
    clock.move(hours=13)
    page = alice.post("/settings/workspace", {"name": "Ada’s <reading> room"})
    assert page.status_code == 401
    assert "What you wrote is kept" in page.text
    assert "Ada’s" not in page.text
    kept = re.search(r'name="kept" value="([^"]+)"', page.text)[1]
    wrong = alice.post("/sign-in", {"email": EMAIL, "password": "wrong", "kept": kept})
    assert kept in wrong.text
    page = alice.post("/sign-in", {"email": EMAIL, "password": PASSWORD, "kept": kept})
    assert page.status_code == 200
    assert 'action="/settings/workspace"' in page.text
    assert 'value="Ada’s &lt;reading&gt; room"' in page.text
    assert "Ada’s" not in alice.get("/settings").text, "it must not be sent by itself"
    alice.token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]
    assert alice.post("/settings/workspace", {"name": "Ada’s reading room"}).status_code == 303
    assert "Ada’s reading room" in alice.get("/settings").text


def test_kept_text_is_shown_to_its_writer_only(alice, clock, invite):
    ben = invite()
    alice.get("/settings/workspace")
    clock.move(hours=13)
    page = alice.post("/settings/workspace", {"name": "Private words"})
    kept = re.search(r'name="kept" value="([^"]+)"', page.text)[1]
    ben.get("/sign-in")
    answer = ben.post("/sign-in", {"email": "ben@example.org", "password": PASSWORD + "!", "kept": kept})
    assert answer.status_code == 303
    assert "Private words" not in ben.get("/settings").text


def test_passwords_are_never_kept(alice, clock):
    alice.get("/settings/password")
    clock.move(hours=13)
    page = alice.post("/settings/password", {"present_password": PASSWORD, "password": "another long secret"})
    assert page.status_code == 401
    assert 'name="kept"' not in page.text


def test_without_a_token_of_ours_nothing_is_kept(alice, clock):
    clock.move(hours=13)
    alice.token = "forged"
    page = alice.post("/settings/workspace", {"name": "Planted by another site"})
    assert page.status_code == 401
    assert 'name="kept"' not in page.text


def test_changed_kept_text_is_dropped(alice, clock):
    alice.get("/settings/workspace")
    clock.move(hours=13)
    page = alice.post("/settings/workspace", {"name": "Words"})
    kept = re.search(r'name="kept" value="([^"]+)"', page.text)[1]
    answer = alice.post("/sign-in", {"email": EMAIL, "password": PASSWORD, "kept": kept[:-3] + "AAA"})
    assert answer.status_code == 303


def test_a_form_from_before_a_new_sign_in_shows_its_text_again(alice):
    alice.get("/settings/workspace")
    old_token = alice.token
    alice.post("/sign-out")
    alice.sign_in()
    alice.token = old_token
    page = alice.post("/settings/workspace", {"name": "From the old window"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert page.status_code == 400
    assert "From the old window" in page.text
    assert "From the old window" not in alice.get("/settings").text


def test_what_was_typed_about_somebody_who_was_deleted_meanwhile_is_on_the_page_that_says_so(alice, app):
    with app.extensions["database"].session_for(1) as session:
        path = f"/people/{factories.make_person(session).id}"
    alice.get(path)
    alice.post(f"{path}/delete")
    answer = alice.post(f"{path}/notes", {"text": "Long <words>\nof mine", "password": "hidden-words here"})
    assert answer.status_code == 404
    assert "Long &lt;words&gt;\nof mine</textarea>" in answer.text
    assert "hidden-words" not in answer.text
    assert "What you wrote" not in alice.post(f"{path}/research").text
    alice.token = "made-up"
    assert "What you wrote" not in alice.post(f"{path}/notes", {"text": "Long words of another"}).text


def test_for_a_part_of_a_page_the_page_is_left_as_it_is(alice, clock):
    clock.move(hours=13)
    answer = alice.post("/settings/workspace", {"name": "Words"}, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert "<html" not in answer.text
    assert "still stands on this page" in answer.text


# --- invitations --------------------------------------------------------------------------------------------------


def _link(alice: Browser, role: str = "editor") -> str:
    alice.get("/settings/members")
    return re.search(r"(/join/[\w-]+)", alice.post("/settings/members", {"role": role}).text)[1]


def test_an_invitation_lets_one_person_in_once(alice, app):
    path = _link(alice)
    assert path not in alice.get("/settings/members").text, "the link is shown once"
    ben = Browser(app)
    page = ben.get(path)
    assert "Alice Ferreira" in page.text
    assert "as an editor" in page.text
    form = {"name": "Ben", "email": "ben@example.org", "password": PASSWORD + "!"}
    assert ben.post(path, form).status_code == 303
    assert "Alice Ferreira’s workspace" in ben.get("/settings/members").text
    late = Browser(app)
    assert late.get(path).status_code == 410
    late.get("/sign-in")
    assert late.post(path, {**form, "email": "eve@example.org"}).status_code == 410


def test_a_link_that_is_over_withdrawn_or_never_was_answers_alike(alice, app, clock):
    withdrawn, over = _link(alice), _link(alice)
    alice.get("/settings/members")
    alice.post("/settings/members/invitations/1/withdraw")
    clock.move(days=7, minutes=1)
    stranger = Browser(app)
    pages = [stranger.get(path) for path in (withdrawn, over, "/join/" + "x" * 43)]
    assert [page.status_code for page in pages] == [410, 410, 410]
    assert len({re.sub(r"[0-9a-f]{16}", "", page.text) for page in pages}) == 1


def test_somebody_with_an_account_joins_with_it_and_keeps_their_own_workspace(alice, app, invite):
    ben = invite("reviewer")
    ben.get("/settings")
    page = ben.get("/settings")
    assert "Your workspaces" in page.text
    own = re.search(r"/settings/workspaces/(\d+)/open", page.text)[1]
    assert ben.post(f"/settings/workspaces/{own}/open").status_code == 303
    assert "Ben Adeyemi’s workspace" in ben.get("/settings/members").text
    path = _link(ben, "editor")
    page = alice.get(path)
    assert "You are signed in as Alice Ferreira" in page.text
    assert alice.post(path).status_code == 303
    assert "Ben Adeyemi’s workspace" in alice.get("/settings/members").text
    assert alice.get(path).status_code == 410


def test_a_sign_in_opens_the_workspace_that_one_worked_in_last_while_one_belongs_to_it(alice, app, invite):
    with app.extensions["database"].session_for(1) as session:
        path = f"/people/{factories.make_person(session).id}"
    ben = invite("reviewer")
    ben.post("/sign-out")
    assert ben.sign_in("ben@example.org", PASSWORD + "!").status_code == 303
    assert ben.get(path).status_code == 200
    ben.post("/sign-out")
    alice.get("/settings/members")
    assert alice.post("/settings/members/3/remove").status_code == 303
    assert ben.sign_in("ben@example.org", PASSWORD + "!").status_code == 303
    assert ben.get(path).status_code == 404
    assert ben.get("/people").status_code == 200


def test_a_member_is_not_let_in_twice_and_the_link_stays_good(alice, app, invite):
    ben = invite("reviewer")
    path = _link(alice)
    ben.get(path)
    assert ben.post(path).status_code == 422
    assert Browser(app).get(path).status_code == 200


def test_an_address_that_has_an_account_is_told_beside_the_field(alice, app):
    path = _link(alice)
    other = Browser(app)
    other.get(path)
    answer = other.post(path, {"name": "Alice", "email": EMAIL.upper(), "password": PASSWORD + "!"})
    assert answer.status_code == 422
    assert "There is an account with this address" in answer.text
    assert Browser(app).get(path).status_code == 200, "the invitation is not used up"


# --- forgotten passwords --------------------------------------------------------------------------------------------


def _mailed_path(app) -> str:
    app.extensions["runner"].run_due()
    body = memory.SHARED.sent[-1].get_body(("plain",)).get_content()
    return re.search(r"http://127.0.0.1:5000(/\S+)", body)[1]


def test_a_forgotten_password_is_set_anew_by_a_link_once(alice, app):
    other = Browser(app)
    other.get("/forgot")
    assert "is on its way" in other.post("/forgot", {"email": EMAIL.upper()}).text
    path = _mailed_path(app)
    assert path.startswith("/reset/")
    other.get(path)
    assert other.post(path, {"password": "short"}).status_code == 422
    assert other.post(path, {"password": "nine copper kettles sing"}).status_code == 303
    assert not alice.is_in(), "every sign-in ends"
    assert other.get(path).status_code == 410
    assert other.sign_in().status_code == 422
    assert other.sign_in(password="nine copper kettles sing").status_code == 303


def test_asking_for_an_unknown_address_answers_the_same_and_mails_nothing(alice, app):
    other = Browser(app)
    other.get("/forgot")
    unknown = other.post("/forgot", {"email": "nobody@example.org"})
    app.extensions["runner"].run_due()
    assert memory.SHARED.sent == []
    known = other.post("/forgot", {"email": EMAIL})
    assert without_token(known) == without_token(unknown)
    app.extensions["runner"].run_due()
    assert len(memory.SHARED.sent) == 1


def test_links_are_mailed_three_times_an_hour_at_most(alice, app):
    other = Browser(app)
    other.get("/forgot")
    answers = {other.post("/forgot", {"email": EMAIL}).text for _ in range(8)}
    app.extensions["runner"].run_due()
    assert len(memory.SHARED.sent) == 3
    assert len(answers) == 1


def test_a_reset_link_is_over_after_an_hour(alice, app, clock):
    other = Browser(app)
    other.get("/forgot")
    other.post("/forgot", {"email": EMAIL})
    path = _mailed_path(app)
    clock.move(minutes=61)
    assert other.get(path).status_code == 410


def test_without_mail_the_page_says_what_to_do(make_app):
    app = make_app(mail="off", mail_sender="")
    page = Browser(app).get("/forgot")
    assert "accounts reset-link" in page.text


def test_the_host_that_a_request_names_never_gets_into_a_mail(alice, app):
    other = Browser(app, base="http://evil.example")
    other.get("/forgot")
    assert "is on its way" in other.post("/forgot", {"email": EMAIL}).text
    app.extensions["runner"].run_due()
    assert "evil.example" not in memory.SHARED.sent[-1].as_string()
