"""The pages of one's signature and one's mail account, as the user clicks through them."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from outreach.accounts.models import OwnMailAccount, SenderProfile
from tests.browser import Browser
from tests.outreach.smtp_sink import running_sink

ACCOUNT = {"sender": "alice@harborpoint.example.org", "host": "smtp.example.org", "port": "465", "encryption": "tls",
           "user_name": "alice", "password": "river ochre"}  # fmt: skip


def rows(app, kind):
    with app.extensions["database"].open_reader() as read:
        return read.query(kind).all()


def test_a_signature_is_kept_and_shown_again(alice, app):
    page = alice.get("/settings/signature")
    assert "Alice Ferreira" in page.text
    said = {"name": "Alice F. Ferreira", "credentials": "MHA", "title": "Coordinator", "organization": "Lakeshore",
            "phone": "555 0100", "email": "a@example.org", "address": "1 Alder St\r\n\r\n Lakeport ",
            "time_zone": "America/Chicago"}  # fmt: skip
    assert alice.post("/settings/signature", said).status_code == 303
    assert rows(app, SenderProfile)[0].address == "1 Alder St\nLakeport"
    assert "Alice F. Ferreira" in alice.get("/settings/signature").text


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"email": "no"}, {"time_zone": "Mars"}, {"address": "a\n" * 7}, {"name": "a\nb"}]
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(alice, app, wrong):
    alice.get("/settings/signature")
    answer = alice.post("/settings/signature", {"name": "Alice", "title": "A post of mine", **wrong})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert "A post of mine" in answer.text
    assert rows(app, SenderProfile) == []


def test_a_mail_account_is_kept_and_its_password_never_shown(alice, app):
    alice.get("/settings/mail-account")
    assert alice.post("/settings/mail-account", ACCOUNT).status_code == 303
    page = alice.get("/settings/mail-account")
    assert "smtp.example.org" in page.text
    assert "river ochre" not in page.text
    assert "river ochre" not in rows(app, OwnMailAccount)[0].sealed_password
    assert alice.post("/settings/mail-account/forget").status_code == 303
    assert rows(app, OwnMailAccount) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"host": "localhost"}, "machine nearby"),
        ({"host": "10.0.0.1", "port": "6379"}, "Mail servers answer at port"),
        ({"encryption": "none"}, "travel readable"),
        ({"port": "99999"}, "A port is a number"),
        ({"port": "²"}, "A port is a number"),
        ({"host": "a b"}, "not the name of a mail server"),
        ({"sender": "alice"}, "There is a problem"),
        ({"encryption": "magic"}, "Choose one of these"),
    ],
)
def test_a_server_that_must_not_be_asked_is_refused_in_words(alice, app, wrong, said):
    alice.get("/settings/mail-account")
    answer = alice.post("/settings/mail-account", {**ACCOUNT, **wrong})
    assert answer.status_code == 422
    assert said in unescape(answer.text)
    assert rows(app, OwnMailAccount) == []


def test_one_user_s_account_is_nobody_else_s(alice, invite):
    alice.get("/settings/mail-account")
    alice.post("/settings/mail-account", ACCOUNT)
    ben = invite("editor")
    assert 'value="smtp.example.org"' not in ben.get("/settings/mail-account").text
    assert 'value="smtp.example.org"' in alice.get("/settings/mail-account").text


@pytest.mark.loopback
def test_a_test_goes_to_oneself_and_a_second_press_sends_none(settings, new_app, clock):
    alice = Browser(new_app(replace(settings, own_mail_nearby=1), clock=clock))
    alice.sign_up()
    alice.get("/settings/mail-account")
    with running_sink() as sink:
        nearby = {**ACCOUNT, "host": "127.0.0.1", "port": str(sink.port), "encryption": "none", "user_name": ""}
        assert alice.post("/settings/mail-account", nearby).status_code == 303
        for _ in range(2):
            alice.get("/settings/mail-account")
            alice.post("/settings/mail-account/test")
        assert sink.envelopes == [("alice@harborpoint.example.org", ("alice@harborpoint.example.org",))]
        sink.dies_at = "DATA"
        clock.move(minutes=2)
        alice.post("/settings/mail-account/test")
        assert "broke off. Nothing was sent." in alice.get("/settings/mail-account").text


def test_without_an_account_a_test_leads_back(alice):
    alice.get("/settings/mail-account")
    assert alice.post("/settings/mail-account/test").status_code == 303
