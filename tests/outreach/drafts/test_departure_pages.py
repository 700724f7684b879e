"""Letters leave through their pages: copied, as a file, on paper, by one's own server; and the question afterwards."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from html import unescape

import pypdfium2
import pytest

from outreach.accounts.models import Workspace
from outreach.drafts import enclosures, mail_file
from outreach.drafts.enclosures import Enclosure
from outreach.drafts.models import Departure, Draft
from tests import factories
from tests.browser import Browser
from tests.outreach.smtp_sink import running_sink

PLAIN = "Dear Inés,\n\nMay I ask you for 20 minutes to interview you about your work?\n\nSincerely,\nJordan Ellis"


@pytest.fixture
def inside(app, alice):
    """Opens a session on Alice's workspace."""
    return opener(app)


def opener(app):
    database = app.extensions["database"]
    with database.system_reader("finding a workspace") as read:
        number = read.query(Workspace.id).order_by(Workspace.id).limit(1).scalar()
    return lambda: database.session_for(number)


@pytest.fixture
def path(inside) -> str:
    return new_letter(inside)


def new_letter(inside, **named) -> str:
    with inside() as session:
        leader = factories.make_person(
            session, name="Inés Okafor", addressed_as="Inés", email="ines@northfield.example.org",
            time_zone="America/Chicago", credentials="RN", **named,
        )  # fmt: skip
        factories.make_position(session, leader, title="Chief Operating Officer")
        return f"/drafts/{factories.make_draft(session, leader, kind='other', subject='A question', body=PLAIN).id}"


def form_of(page, **named) -> dict[str, str]:
    version = re.search(r'<input[^>]*name="version"[^>]*value="(\d+)"', page.text)[1]
    return {"version": version, "subject": "A question", "body": PLAIN, **named}


def leave(browser, path, way, **named):
    return browser.post(f"{path}/leave", form_of(browser.get(path), way=way, **named))


def departures(inside) -> list[Departure]:
    with inside() as session:
        return session.query(Departure).order_by(Departure.id).all()


def words(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


# --- the editor -----------------------------------------------------------------------------------------------------


def test_the_editor_shows_the_ways_out_and_the_good_times(alice, path):
    said = words(alice.get(path))
    assert "Copy and mark as sent" in said
    assert "Good times to write to Inés Okafor" in said
    assert "Tue, Nov 24, 8:00 AM to 11:00 AM CST" in said
    assert "Fri, Nov 20, 8:00 AM to 11:00 AM CST" in said
    assert "Send from your account" not in said


def test_times_are_said_in_both_zones_where_the_user_s_is_known(alice, path):
    alice.get("/settings/signature")
    alice.post("/settings/signature", {"name": "Alice", "time_zone": "America/New_York"})
    assert "(for you Tue, Nov 24, 9:00 AM to 12:00 PM EST)" in words(alice.get(path))


def test_an_unknown_zone_is_said(alice, inside):
    with inside() as session:
        leader = factories.make_person(session, name="Tom Reyes", time_zone="")
        number = factories.make_draft(session, leader).id
    assert "The time zone of Tom Reyes is not known." in words(alice.get(f"/drafts/{number}"))


def test_a_reviewer_sees_no_way_out_and_has_none(path, invite):
    ben = invite("reviewer")
    assert "Copy and mark as sent" not in ben.get(path).text
    assert ben.post(f"{path}/leave", {"way": "copied"}).status_code == 403


# --- taken along ----------------------------------------------------------------------------------------------------


def test_copying_saves_what_stands_in_the_window_and_asks(alice, inside, path):
    answer = leave(alice, path, "copied", body=PLAIN.replace("20", "15"))
    assert answer.headers["Location"] == f"{path}/leaving"
    page = alice.get(f"{path}/leaving")
    assert "May I ask you for 15 minutes" in page.text
    assert "Did you send it?" in page.text
    assert [(one.way, one.state) for one in departures(inside)] == [("copied", "asked")]
    assert "Did you send it?" in alice.get(path).text
    assert "did you send it?" in alice.get("/drafts?show=asked").text


def test_text_brought_back_through_a_sign_in_is_saved_and_does_not_leave(alice, inside, path):
    changed = PLAIN.replace("20 minutes", "15 minutes")
    leave(alice, path, "copied", body=changed, restored="1")
    assert departures(inside) == []
    assert "15 minutes" in alice.get(path).text


def test_yes_with_the_day_closes_it_and_can_be_undone(alice, inside, path):
    leave(alice, path, "copied")
    number = departures(inside)[0].id
    alice.get(path)
    answer = alice.post(f"{path}/departures/{number}/answer", {"answer": "yes", "day": "2026-11-20"})
    assert answer.status_code == 303
    page = alice.get(path)
    assert "Noted as sent." in page.text
    assert departures(inside)[0].state == "sent"
    assert alice.post(f"{path}/departures/{number}/take-back").status_code == 303
    with inside() as session:
        assert session.query(Draft).one().state == "writing"


@pytest.mark.parametrize("day", ["yesterday", "2026-13-40", "2031-01-01", "\x00", "9" * 5000])
def test_a_day_that_is_none_is_said_and_nothing_is_noted(alice, inside, path, day):
    leave(alice, path, "copied")
    number = departures(inside)[0].id
    alice.get(path)
    alice.post(f"{path}/departures/{number}/answer", {"answer": "yes", "day": day})
    assert departures(inside)[0].state == "asked"
    assert "day" in words(alice.get(path))


def test_not_yet_asks_again_and_no_lets_one_write_on(alice, inside, path):
    leave(alice, path, "copied")
    number = departures(inside)[0].id
    for answer, state in (("not-yet", "asked"), ("no", "not_sent")):
        alice.get(path)
        alice.post(f"{path}/departures/{number}/answer", {"answer": answer})
        assert departures(inside)[0].state == state
    assert alice.get(f"{path}/leaving").headers["Location"] == path


def test_a_saved_file_parses_back_with_the_right_headers(alice, inside, path):
    page = alice.get(leave(alice, path, "eml").headers["Location"])
    link = re.search(r'href="([^"]+letter\.eml)"', page.text)[1]
    answer = alice.get(link)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter-to-ines-okafor.eml"'
    back = message_from_bytes(answer.data, policy=policy.default)
    row = departures(inside)[0]
    assert (back["X-Unsent"], back["Message-ID"], back["Date"], back["Subject"]) == (
        "1", row.message_id, None, "A question"
    )  # fmt: skip
    assert [(one.display_name, one.addr_spec) for one in back["To"].addresses] == [
        ("Inés Okafor", "ines@northfield.example.org")
    ]
    assert back["From"].addresses[0].addr_spec == "alice@harborpoint.example.org"
    assert back.get_content().splitlines() == PLAIN.splitlines()


def test_the_mail_program_is_given_the_letter_or_told_to_be_too_short_for_it(alice, path, monkeypatch):
    page = alice.get(leave(alice, path, "mail_program").headers["Location"])
    assert 'href="mailto:ines@northfield.example.org?subject=A%20question&amp;body=Dear%20In%C3%A9s' in page.text
    monkeypatch.setattr(mail_file, "MAILTO_MOST", 100)
    page = alice.get(leave(alice, path, "mail_program").headers["Location"])
    assert "mailto:" not in page.text
    assert "too long to be handed to a mail program" in page.text


def test_a_printed_letter_has_both_heads(alice, path):
    page = alice.get(leave(alice, path, "printed").headers["Location"])
    answer = alice.get(re.search(r'href="([^"]+letter\.pdf)"', page.text)[1])
    assert answer.mimetype == "application/pdf"
    text = pypdfium2.PdfDocument(answer.data)[0].get_textpage().get_text_range()
    for said in ("Alice Ferreira", "November 20, 2026", "Inés Okafor, RN", "Chief Operating Officer", "Sincerely,"):
        assert said in text


def test_letters_that_cannot_be_printed_are_named(alice, path):
    leave(alice, path, "printed", body=PLAIN.replace("Inés", "Inés 李 👍"))
    page = alice.get(f"{path}/leaving")
    answer = alice.get(re.search(r'href="([^"]+letter\.pdf)"', page.text)[1])
    assert answer.status_code == 422
    assert "These letters are not in the typeface: 李 👍" in words(answer)


# --- what may not leave ---------------------------------------------------------------------------------------------


def test_what_may_not_leave_stays_is_saved_and_told(alice, inside, path):
    unfinished = PLAIN + "\n\n[[put in one fact]]"
    answer = leave(alice, path, "copied", body=unfinished)
    assert answer.headers["Location"] == f"{path}#findings"
    assert "It has not left." in alice.get(path).text
    assert departures(inside) == []
    with inside() as session:
        assert session.query(Draft).one().body == unfinished


def test_who_is_not_to_be_contacted_is_written_to_on_no_way(alice, inside):
    path = new_letter(inside, do_not_contact_since=factories.NOON, do_not_contact_reason="asked not to")
    for way in ("own_account", "eml", "mail_program", "printed", "spoken", "copied"):
        leave(alice, path, way)
    assert departures(inside) == []
    assert "is not to be contacted: asked not to" in words(alice.get(path))


def test_who_asks_not_to_be_written_to_later_gets_no_letter_that_was_taken_before(alice, inside, path):
    leave(alice, path, "eml")
    number = departures(inside)[0].id
    with inside() as session:
        leader = session.query(Draft).one().person
        leader.do_not_contact_since, leader.do_not_contact_reason = factories.NOON, "asked not to"
    for place in ("leaving", f"departures/{number}/letter.eml", f"departures/{number}/letter.pdf"):
        answer = alice.get(f"{path}/{place}")
        assert answer.status_code == 422
        assert "is not to be contacted" in words(answer)


def test_another_window_s_text_is_kept_and_nothing_leaves(alice, inside, path):
    early = form_of(alice.get(path), way="copied", body=PLAIN + " One.")
    alice.post(path, form_of(alice.get(path), body=PLAIN + " Two."))
    alice.post(f"{path}/leave", early)
    assert departures(inside) == []
    assert "changed in another window" in words(alice.get(path))
    with inside() as session:
        draft = session.query(Draft).one()
        assert draft.body.endswith("One.")
        assert any(one.body.endswith("Two.") for one in draft.versions)


def test_a_text_that_cannot_be_taken_stays_in_the_window(alice, inside, path):
    answer = leave(alice, path, "copied", body="x" * 50_000)
    assert answer.status_code == 422
    assert "x" * 50_000 in answer.text
    assert departures(inside) == []


def test_an_unknown_way_is_not_found(alice, path):
    for way in ("", "pigeon", "\x00"):
        assert leave(alice, path, way).status_code == 404


# --- one's own server -----------------------------------------------------------------------------------------------


@pytest.mark.loopback
def test_one_press_sends_one_letter_by_one_s_own_server(settings, new_app, clock):
    app = new_app(replace(settings, own_mail_nearby=1), clock=clock)
    alice = Browser(app)
    alice.sign_up()
    inside = opener(app)
    path = new_letter(inside)
    with running_sink() as sink:
        alice.get("/settings/mail-account")
        kept = {
            "sender": "alice@harborpoint.example.org",
            "host": "127.0.0.1",
            "port": str(sink.port),
            "encryption": "none",
        }
        assert alice.post("/settings/mail-account", kept).status_code == 303
        page = alice.get(path)
        assert "Send from your account" in page.text
        for _ in range(2):
            assert alice.post(f"{path}/leave", form_of(page, way="own_account")).status_code == 303
        assert len(sink.taken) == 1
        back = message_from_bytes(sink.taken[0], policy=policy.default)
        assert (back["Subject"], back["X-Unsent"]) == ("A question", None)
        assert back["Date"].datetime == clock.now.replace(microsecond=0)
        assert sink.by_id == {departures(inside)[0].message_id: 1}
        assert "Sent from your own account" in alice.get(path).text
        second = new_letter(inside)
        sink.dies_at = "text"
        leave(alice, second, "own_account")
        assert "Groundwork does not send it again by itself" in alice.get(second).text
        leave(alice, second, "own_account")
        assert len(sink.taken) == 2


def test_without_an_account_the_press_says_where_to_set_it_up(alice, inside, path):
    leave(alice, path, "own_account")
    assert "You have no mail account here." in words(alice.get(path))
    assert departures(inside) == []


def test_the_mail_file_takes_the_files_along_and_the_page_offers_them(inside, alice, path, monkeypatch):
    made = [Enclosure("bridge-version-3.txt", "text/plain", lambda: b"Keys.")]
    monkeypatch.setattr(enclosures, "_tellers", {"a room": lambda _session, _draft: made})
    leave(alice, path, "eml")
    page = alice.get(f"{path}/leaving")
    assert "The mail takes along: bridge-version-3.txt" in words(page)
    found = alice.get(re.search(r'href="([^"]+/file\?number=1)"', page.text)[1])
    assert (found.status_code, found.data) == (200, b"Keys.")
    assert 'filename="bridge-version-3.txt"' in found.headers["Content-Disposition"]
    assert [alice.get(f"{path}/file?number={wrong}").status_code for wrong in ("2", "0", "x", "9" * 900)] == [404] * 4
    assert alice.get(f"{path}/file").status_code == 303
    mail = alice.get(re.search(r'href="([^"]+/letter\.eml)"', page.text)[1])
    message = message_from_bytes(mail.data, policy=policy.default)
    assert [one.get_filename() for one in message.iter_attachments()] == ["bridge-version-3.txt"]
