"""Mail by a server, here one that only answers what the test says."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage

import pytest

from outreach.mail import MailRefused, MailUnavailable, SmtpMailer


class Server:
    """Stands for smtplib's connection; notes what it was asked, and raises what it is told."""

    def __init__(self, trouble=None, at="send"):
        self.asked, self.trouble, self.at = [], trouble, at

    def __call__(self, host, port, **named):
        self.asked.append((host, port, sorted(named)))
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.asked.append("quit")

    def close(self):
        self.asked.append("close")

    def _do(self, what):
        self.asked.append(what)
        if self.at == what and self.trouble:
            raise self.trouble

    def starttls(self, context):
        assert context is not None
        self._do("starttls")

    def login(self, user, password):
        self._do("login")

    def send_message(self, message):
        self._do("send")


@pytest.fixture
def server(monkeypatch):
    def use(trouble=None, at="send"):
        made = Server(trouble, at)
        monkeypatch.setattr(smtplib, "SMTP", made)
        monkeypatch.setattr(smtplib, "SMTP_SSL", made)
        return made

    return use


def test_a_message_goes_over_an_encrypted_connection_only(server):
    made = server()
    SmtpMailer("mail.example.org", 587, "me", "secret").send(EmailMessage())
    assert made.asked[1:] == ["starttls", "login", "send", "quit"]
    made = server()
    SmtpMailer("mail.example.org", 465).send(EmailMessage())
    assert made.asked[0][2] == ["context", "timeout"]
    assert made.asked[1:] == ["send", "quit"]


def test_without_encryption_nothing_is_sent(server):
    made = server(smtplib.SMTPNotSupportedError("no STARTTLS"), at="starttls")
    with pytest.raises((MailRefused, MailUnavailable)):
        SmtpMailer("mail.example.org", 587, "me", "secret").send(EmailMessage())
    assert "send" not in made.asked
    assert "login" not in made.asked
    assert made.asked[-1] == "close"


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (smtplib.SMTPRecipientsRefused({"x@example.org": (550, b"no")}), MailRefused),
        (smtplib.SMTPDataError(554, b"spam"), MailRefused),
        (smtplib.SMTPDataError(451, b"later"), MailUnavailable),
        (smtplib.SMTPAuthenticationError(535, b"secret"), MailUnavailable),
        (smtplib.SMTPServerDisconnected("gone"), MailUnavailable),
        (TimeoutError(), MailUnavailable),
        (ConnectionRefusedError(), MailUnavailable),
    ],
)
def test_trouble_is_told_as_now_or_never_and_without_secrets(server, trouble, told):
    server(trouble)
    with pytest.raises(told) as caught:
        SmtpMailer("mail.example.org", 587, "me", "secret").send(EmailMessage())
    assert "secret" not in str(caught.value)
    assert "x@example.org" not in str(caught.value)


def test_a_mailer_does_not_show_its_password():
    assert "secret" not in repr(SmtpMailer("mail.example.org", 587, "me", "secret"))


@pytest.mark.parametrize(("at", "may_have_left"), [("starttls", False), ("login", False), ("send", True)])
def test_a_conversation_that_breaks_off_says_whether_the_server_may_have_the_message(server, at, may_have_left):
    server(OSError("gone"), at)
    with pytest.raises(MailUnavailable) as told:
        SmtpMailer("smtp.example.org", 587, "name", "secret").send(EmailMessage())
    assert told.value.may_have_left == may_have_left
