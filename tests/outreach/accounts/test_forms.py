"""Every form with everything that can be sent: the form again, words beside the field, never an error of ours."""

from __future__ import annotations

import io
import logging
import re
from html import escape

import pyotp
import pytest

from outreach.accounts.fields import UNSEEN
from outreach.mail import memory
from tests.browser import EMAIL, PASSWORD, Browser

HOSTILE = {
    "empty": "",
    "blanks": "   \t  ",
    "no-break blanks": "\u00a0\u2003",
    "a NUL": "Al\x00ice",
    "controls": "A\x1b[31m\x07l",
    "a megabyte": "x" * 1_000_000,
    "a megabyte of dots": "." * 1_000_000,
    "a thousand marks on one letter": "e" + "\u0301" * 1000,
    "right to left": "\u202eecila\u202c שלום",
    "zero width": "A\u200bl\u200dice",
    "emoji": "👩🏽‍⚕️👨‍👩‍👧",
    "another script": "Nguyễn Thị Bảo Trâm 阮氏 Ọ̀ṣunbọ̀",
    "SQL": "Robert'); DROP TABLE user_account;--",
    "templates": "{{7*7}} ${7*7} <%= 7*7 %> %s%n",
    "markup": "<script>alert(1)</script>\"'><svg onload=alert(1)>",
    "line ends": "Alice\r\nBcc: everybody@example.org",
    "line separators": "Alice\u2028Roe\u0085x",
    "a number": "-1e309",
    "half a pair": b"\xed\xa0\x80".decode("utf-8", "replace"),
    "an address with a name": "Alice <alice@example.org>",
    "two addresses": "a@example.org, b@example.org",
    "an address of 300 characters": "a" * 290 + "@example.org",
}

FORMS = {
    "/settings/account": ["name", "email", "present_password"],
    "/settings/password": ["present_password", "password"],
    "/settings/two-step": ["code", "present_password"],
    "/settings/workspace": ["name"],
    "/settings/members": ["role", "email"],
    "/settings/members/1": ["role"],
}
OPEN_FORMS = {
    "/sign-in": ["email", "password", "next", "kept"],
    "/forgot": ["email"],
}


@pytest.mark.parametrize("path", [*FORMS, *OPEN_FORMS])
def test_a_form_takes_whatever_is_sent(path, alice, app):
    browser = alice if path in FORMS else Browser(app)
    names = {**FORMS, **OPEN_FORMS}[path]
    for what, value in HOSTILE.items():
        browser.get(path)
        answer = browser.post(path, [(name, value) for name in names])
        assert answer.status_code < 500, f"{path} with {what}: {answer.status_code}"
        assert "<script>alert(1)" not in answer.text
        assert "<svg onload" not in answer.text


@pytest.mark.parametrize("path", [*FORMS, *OPEN_FORMS])
def test_a_form_takes_missing_and_doubled_fields(path, alice, app):
    browser = alice if path in FORMS else Browser(app)
    names = {**FORMS, **OPEN_FORMS}[path]
    browser.get(path)
    for sent in (
        [],
        [(f"{name}[]", "x") for name in names],
        [(name, value) for name in names for value in ("", "x", "y")],
    ):
        answer = browser.post(path, sent)
        assert answer.status_code in (200, 303, 400, 422, 429), (path, sent, answer.status_code)


def test_a_file_where_a_text_belongs_is_no_error_of_ours(alice):
    for path, names in FORMS.items():
        alice.get(path)
        data = {name: (io.BytesIO(b"x"), "x.txt") for name in names}
        answer = alice.post(path, data, content_type="multipart/form-data")
        assert answer.status_code == 422, path


@pytest.mark.parametrize(
    "name", [value for key, value in HOSTILE.items() if "script" in key or "emoji" in key or "marks" not in key]
)
def test_a_name_is_kept_as_given_or_refused_in_words(alice, name):
    alice.get("/settings/account")
    answer = alice.post("/settings/account", {"name": name, "email": EMAIL})
    assert answer.status_code in (303, 422)
    if answer.status_code == 303:
        kept = name.translate(UNSEEN).strip()
        assert escape(kept).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in alice.get("/settings").text
        return
    assert "There is a problem" in answer.text
    assert 'id="name-error"' in answer.text
    assert answer.text.count("<title>Error: ") == 1


def test_what_was_typed_is_in_the_form_again(alice):
    alice.get("/settings/account")
    answer = alice.post("/settings/account", {"name": "Nguyễn Thị <Trâm>", "email": "not an address"})
    assert 'value="Nguyễn Thị &lt;Trâm&gt;"' in answer.text
    assert 'value="not an address"' in answer.text
    assert "Enter an e-mail address like name@hospital.org." in answer.text


def test_characters_that_cannot_be_kept_are_taken_out_and_said(alice):
    alice.get("/settings/account")
    answer = alice.post("/settings/account", {"name": "Al\x00ice", "email": EMAIL})
    assert answer.status_code == 422
    assert 'value="Alice"' in answer.text
    assert "characters that cannot be kept" in answer.text


def test_marks_that_nobody_sees_are_dropped_from_a_name_and_the_ones_that_join_letters_stay(alice):
    alice.get("/settings/account")
    sent = "\ufeff\u202eAl\u2067ice\u2069 \U0001f469\u200d\u2695\ufe0f"
    assert alice.post("/settings/account", {"name": sent, "email": EMAIL}).status_code == 303
    assert 'value="Alice \U0001f469\u200d\u2695\ufe0f"' in alice.get("/settings/account").text


@pytest.mark.parametrize(
    ("path", "field", "words"),
    [
        ("/settings/account", "name", "Enter your name."),
        ("/people/new", "name", "Enter the person&#39;s name."),
        ("/orgs/new", "workplace", "Enter the organization&#39;s name."),
    ],
)
def test_a_name_of_signs_alone_is_none(alice, path, field, words):
    alice.get(path)
    answer = alice.post(path, {field: "... !", "email": EMAIL, "kind": "leader"})
    assert answer.status_code == 422
    assert words in answer.text


def test_malformed_numbers_in_addresses_lead_nowhere(alice):
    for path in ("/settings/sessions/{}/end", "/settings/members/{}", "/settings/members/{}/remove",
                 "/settings/members/invitations/{}/withdraw", "/settings/workspaces/{}/open"):  # fmt: skip
        for number in ("0", "-1", "9" * 40, str(2**63), "1e3", "%00", "1%20", "' OR 1=1", "..%2f..", "x" * 3000):
            assert alice.post(path.format(number)).status_code == 404, (path, number)
    for token in ("x", "%00", "a" * 5000, "../../etc", "é", "%F0%9F%92%A9"):
        for path in ("/join/", "/reset/"):
            assert alice.get(path + token).status_code in (404, 410), path + token


def test_no_secret_gets_into_the_log_or_an_error_page(alice, app, clock, invite, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("outreach").propagate = True
    secrets = [PASSWORD, PASSWORD + "!", "a wrong secret guess"]
    pages = []
    ben = invite("editor")
    pages.append(ben.sign_in(email="ben@example.org", password="a wrong secret guess").text)
    alice.get("/settings/members")
    path = re.search(r"(/join/([\w-]+))", alice.post("/settings/members", {"role": "editor"}).text)
    secrets.append(path[2])
    Browser(app).get(path[1])
    Browser(app).get("/forgot")
    other = Browser(app)
    other.get("/forgot")
    other.post("/forgot", {"email": EMAIL})
    app.extensions["runner"].run_due()
    reset = re.search(r"/reset/([\w-]+)", memory.SHARED.sent[-1].get_body(("plain",)).get_content())[1]
    secrets.append(reset)
    pages.append(other.post(f"/reset/{reset}x").text)
    other.get(f"/reset/{reset}")
    secret = re.search(r"<kbd>([A-Z2-7 ]{39})</kbd>", alice.get("/settings/two-step").text)[1].replace(" ", "")
    code = pyotp.TOTP(secret).at(clock())
    page = alice.post("/settings/two-step", {"code": code, "present_password": PASSWORD})
    secrets += [secret, *re.findall(r"(?:[a-z2-7]{4}-){3}[a-z2-7]{4}", page.text)]
    secrets += [alice.cookie(), alice.cookie("groundwork-device"), app.config["SECRET_KEY"]]
    logged = "\n".join([caplog.text, *capsys.readouterr(), *pages])
    assert "event=request" in logged
    assert EMAIL not in caplog.text, "nor an address"
    for value in secrets:
        assert len(value) > 5
        assert value not in logged
