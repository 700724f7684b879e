"""Handing a letter over: to a server on this machine that says what the test wants, and to none that lies nearby."""

from __future__ import annotations

import smtplib
import ssl

import pytest

from outreach.mail import submission
from outreach.mail.personal import Letter, compose, mailbox
from outreach.mail.submission import Envelope, Server, hand_over, problem_of
from tests.outreach.smtp_sink import running_sink

ALICE = mailbox("Alice Ferreira", "alice@harborpoint.example.org")
INES = mailbox("Inés Okafor", "ines@northfield.example.org")
TOM = mailbox("Tom Reyes", "tom@northfield.example.org")
TEXT = "Dear Inés,\n\n.a line with a full stop\n..two\n.\nYours"
MESSAGE = compose(Letter(ALICE, INES, "A question", TEXT, "<1@harborpoint.example.org>"))


@pytest.fixture
def sink():
    with running_sink() as running:
        yield running


def hand(sink, **named):
    server = Server("127.0.0.1", sink.port, "none", **named)
    return hand_over(server, Envelope(ALICE, (INES, TOM)), MESSAGE, nearby=True)


@pytest.mark.loopback
def test_a_letter_arrives_once_byte_by_byte(sink):
    assert hand(sink).state == "sent"
    assert sink.taken == [MESSAGE]
    assert sink.envelopes == [(ALICE.address, (INES.address, TOM.address))]
    assert sink.by_id == {"<1@harborpoint.example.org>": 1}


@pytest.mark.loopback
@pytest.mark.parametrize("word", ["connect", "EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("how", ["refuses", "dies"])
def test_what_goes_wrong_before_the_text_is_surely_not_sent(sink, word, how):
    if how == "dies":
        sink.dies_at = word
    else:
        sink.answers[word] = b"550 <script>no</script>"
        if word == "EHLO":
            sink.answers["HELO"] = b"550 no"
    outcome = hand(sink)
    assert outcome.state == "failed"
    assert "Nothing was sent." in outcome.problem
    assert "script" not in outcome.problem
    assert sink.taken == []


@pytest.mark.loopback
@pytest.mark.parametrize("word", ["connect", "MAIL"])
def test_a_server_that_talks_without_end_is_left(sink, word):
    sink.answers[word] = b"220-still here\r\n" * 100_000 + b"220 done"
    outcome = hand(sink)
    assert outcome.state == "failed"
    assert "Nothing was sent." in outcome.problem


@pytest.mark.loopback
def test_a_conversation_that_lasts_too_long_is_left(sink, monkeypatch):
    monkeypatch.setattr(submission, "CONVERSATION_S", 0.0)
    assert hand(sink).state == "failed"
    assert sink.taken == []


@pytest.mark.loopback
def test_when_one_of_two_is_refused_neither_gets_it(sink):
    sink.answers["RCPT"] = b"550 nobody"
    assert hand(sink).state == "failed"
    assert sink.taken == []


@pytest.mark.loopback
def test_a_connection_that_breaks_off_after_the_text_leaves_it_unknown(sink):
    sink.dies_at = "text"
    assert hand(sink).state == "unknown"
    assert len(sink.taken) == 1


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("answer", "state"), [(b"554 no", "failed"), (b"451 later", "failed"), (b"354 what", "unknown")]
)
def test_only_the_server_s_own_answer_says_what_became_of_the_text(sink, answer, state):
    sink.answers["text"] = answer
    assert hand(sink).state == state


@pytest.mark.loopback
def test_a_server_without_a_known_sign_in_gets_nothing(sink):
    outcome = hand(sink, user="alice", password="a secret of mine")
    assert outcome.state == "failed"
    assert "secret" not in outcome.problem
    assert sink.taken == []


@pytest.mark.loopback
@pytest.mark.parametrize("encryption", ["tls", "starttls"])
def test_a_server_that_does_not_encrypt_gets_neither_password_nor_letter(sink, encryption):
    sink.dies_at = "STARTTLS" if encryption == "starttls" else "connect"
    server = Server("127.0.0.1", sink.port, encryption, "alice", "secret")
    assert hand_over(server, Envelope(ALICE, (INES,)), MESSAGE, nearby=True).state == "failed"
    assert sink.taken == []


# --- who may be asked -----------------------------------------------------------------------------------------------


NEARBY = ("127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1", "192.168.1.1", "0.0.0.0")


@pytest.mark.parametrize("at", NEARBY)
def test_a_name_that_leads_nearby_is_not_asked(monkeypatch, at):
    monkeypatch.setattr(submission.socket, "create_connection", lambda *_: pytest.fail("it was asked"))
    for found in ((at,), ("203.0.114.7", at)):
        outcome = hand_over(
            Server("smtp.example.org", 465, "tls"), Envelope(ALICE, (INES,)), MESSAGE, resolve=lambda *_, got=found: got
        )
        assert (outcome.state, "nearby" in outcome.problem) == ("failed", True)


@pytest.mark.parametrize("host", ["localhost", "mail.internal", "mail", "a.local", "metadata.home.arpa"])
def test_a_local_name_is_refused_before_it_is_looked_up(host):
    assert "nearby" in problem_of(Server(host, 465, "tls"), nearby=False)


@pytest.mark.parametrize(
    "host", ["", "-x", "a b", "a\r\nb", "x@y", "http://smtp.example.org", "a/b", "[::1]", "a\x00b"]
)
def test_what_is_no_name_is_refused_everywhere(host):
    assert problem_of(Server(host, 465, "tls"), nearby=True)


def test_other_ports_and_no_encryption_are_for_one_s_own_machine():
    assert "port" in problem_of(Server("smtp.example.org", 6379, "tls"), nearby=False)
    assert "readable" in problem_of(Server("smtp.example.org", 587, "none"), nearby=False)
    assert problem_of(Server("smtp.example.org", 587, "starttls"), nearby=False) == ""
    assert problem_of(Server("localhost", 1025, "none"), nearby=True) == ""


def test_without_encryption_only_this_very_machine_is_asked(monkeypatch):
    monkeypatch.setattr(submission.socket, "create_connection", lambda *_: pytest.fail("it was asked"))
    server = Server("mail.office.example", 25, "none", "alice", "secret")
    outcome = hand_over(server, Envelope(ALICE, (INES,)), MESSAGE, nearby=True, resolve=lambda *_: ("192.168.1.9",))
    assert "readable" in outcome.problem


def test_the_address_that_was_judged_is_the_one_that_is_asked(monkeypatch):
    asked = []

    def connect(at, _timeout):
        asked.append(at)
        raise TimeoutError

    monkeypatch.setattr(submission.socket, "create_connection", connect)
    for encryption in ("tls", "starttls"):
        server = Server("smtp.example.org", 587, encryption)
        outcome = hand_over(server, Envelope(ALICE, (INES,)), MESSAGE, resolve=lambda *_: ("203.0.114.7",))
        assert outcome.state == "failed"
    assert asked == [("203.0.114.7", 587)] * 2


def test_a_name_that_does_not_exist_is_said():
    def nowhere(*_):
        raise OSError("no such name")

    outcome = hand_over(Server("smtp.example.org", 465, "tls"), Envelope(ALICE, (INES,)), MESSAGE, resolve=nowhere)
    assert outcome.problem == "There is no server of the name smtp.example.org."


def test_the_certificate_is_asked_for_by_name(monkeypatch):
    """smtplib's own names are relied on: a release that renames them must not go unseen."""
    names = []

    class Context:
        def wrap_socket(self, _plain, *, server_hostname):
            names.append(server_hostname)
            raise ssl.SSLCertVerificationError("not theirs")

    monkeypatch.setattr(submission.socket, "create_connection", lambda *_: None)
    outcome = hand_over(
        Server("smtp.example.org", 465, "tls"), Envelope(ALICE, (INES,)), MESSAGE,
        resolve=lambda *_: ("203.0.114.7",), context=Context(),
    )  # fmt: skip
    assert (names, outcome.state) == (["smtp.example.org"], "failed")
    assert "certificate" in outcome.problem


def test_a_password_is_in_no_representation():
    assert "secret" not in repr(Server("smtp.example.org", 465, "tls", "alice", "secret"))
    assert issubclass(submission._Pinned, smtplib.SMTP)
