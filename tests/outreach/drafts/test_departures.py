"""How letters leave: written down first, asked about once, never twice, and only what may leave."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from outreach.drafts import departures, operations, outgoing, queries
from outreach.drafts.departures import Leaving
from outreach.errors import NotFound, Refused
from outreach.mail.personal import mailbox
from outreach.mail.submission import LONGEST_S, Outcome
from outreach.people.operations import By
from tests import factories
from tests.factories import NOON

ALICE = mailbox("Alice Ferreira", "alice@harborpoint.example.org")
PLAIN = "Dear Inés,\n\nMay I ask you for 20 minutes to interview you about your work?\n\nSincerely,\nJordan Ellis"


@pytest.fixture
def letter(session, cast):
    """A letter that may leave."""
    cast.leader.email = "ines@northfield.example.org"
    cast.draft.kind, cast.draft.body, cast.draft.subject = "other", PLAIN, "A question"
    session.flush()
    ruling = operations.may_leave(session, cast.draft, NOON)
    assert ruling.allowed, ruling.reasons
    return cast.draft


def begin(session, draft, by, way="copied", **named):
    return departures.begin(session, draft, Leaving(way, ALICE, **named), by)


def later(by: By, **named) -> By:
    return By(by.user_id, by.now + timedelta(**named))


def test_what_is_written_down_is_what_is_saved_without_marks(session, letter, by):
    letter.body = PLAIN + "\n\nP.S. Thank you. "
    row = begin(session, letter, by)
    assert (row.state, row.way, row.text, row.sent_to) == (
        "asked", "copied", PLAIN + "\n\nP.S. Thank you.", "ines@northfield.example.org"
    )  # fmt: skip
    assert row.message_id is None
    assert letter.state == "writing"


def test_taken_twice_is_asked_about_once_as_it_was_taken_last(session, letter, by):
    first = begin(session, letter, by)
    letter.body = PLAIN.replace("20", "15")
    second = begin(session, letter, later(by, minutes=3), "eml")
    assert second.id == first.id
    assert (second.way, "15 minutes" in second.text) == ("eml", True)
    assert second.message_id.endswith("@harborpoint.example.org>")
    kept = second.message_id
    assert begin(session, letter, later(by, minutes=4), "eml").message_id == kept


def test_who_is_not_to_be_contacted_gets_nothing(session, letter, by, cast):
    cast.leader.do_not_contact_since, cast.leader.do_not_contact_reason = NOON, "asked not to"
    with pytest.raises(Refused) as told:
        begin(session, letter, by)
    assert "not to be contacted" in " ".join(told.value.reasons)
    assert departures.open_of(session, letter) is None


def test_a_letter_with_something_to_fix_does_not_leave(session, letter, by):
    letter.body = "Dear Inés,\n\n[[put in one fact]]"
    with pytest.raises(Refused):
        begin(session, letter, by)


def test_an_unknown_way_is_none(session, letter, by):
    with pytest.raises(NotFound):
        begin(session, letter, by, "pigeon")


def test_yes_makes_it_sent_on_that_day(session, letter, by):
    row = begin(session, letter, by)
    departures.say_sent(session, row, NOON.date(), later(by, hours=3))
    assert (row.state, letter.state, letter.sent_at) == ("sent", "sent", NOON)
    departures.say_sent(session, row, NOON.date() + timedelta(days=1), later(by, days=2))
    assert letter.sent_at == NOON, "said twice, it is noted once"
    with pytest.raises(Refused, match="was sent"):
        begin(session, letter, later(by, days=2))


@pytest.mark.parametrize("day", [date(2030, 1, 1), date(1999, 1, 1)])
def test_a_day_that_cannot_be_is_refused(session, letter, by, day):
    row = begin(session, letter, by)
    with pytest.raises(Refused):
        departures.say_sent(session, row, day, by)
    assert row.state == "asked"


def test_what_was_written_after_it_left_is_kept_and_the_draft_says_what_left(session, letter, by):
    row = begin(session, letter, by)
    operations.save(session, letter, letter.subject, PLAIN + " More.", letter.version, later(by, minutes=1))
    departures.say_sent(session, row, NOON.date(), later(by, hours=1))
    assert letter.body == PLAIN
    assert any(one.body.endswith("More.") for one in letter.versions)


def test_no_lets_one_go_on_and_send_it_later(session, letter, by):
    row = begin(session, letter, by)
    departures.say_not_sent(session, row, by)
    assert row.state == "not_sent"
    assert begin(session, letter, later(by, days=1)).id != row.id


def test_sent_can_be_taken_back_unless_a_server_took_it(session, letter, by):
    row = begin(session, letter, by)
    departures.say_sent(session, row, NOON.date(), by)
    departures.take_back(session, row, by)
    assert (row.state, letter.state, letter.sent_at) == ("not_sent", "writing", None)
    own = begin(session, letter, later(by, days=1), "own_account")
    departures.settle(session, own, Outcome("sent"), NOON + timedelta(days=1))
    with pytest.raises(Refused):
        departures.take_back(session, own, by)


# --- the user's own server ------------------------------------------------------------------------------------------


def test_the_second_of_two_presses_finds_the_first_and_sends_nothing(session, letter, by):
    assert begin(session, letter, by, "own_account").state == "recorded"
    for way in ("own_account", "copied"):
        with pytest.raises(Refused, match="on its way"):
            begin(session, letter, later(by, seconds=1), way)


def test_one_that_was_taken_before_is_not_sent_as_well(session, letter, by):
    begin(session, letter, by)
    with pytest.raises(Refused, match="Say first"):
        begin(session, letter, by, "own_account")


def test_what_was_broken_off_is_asked_about_and_never_sent_again(session, letter, by):
    row = begin(session, letter, by, "own_account")
    assert departures.settle_stale(session, NOON + timedelta(seconds=LONGEST_S - 1)) == 0
    after = later(by, seconds=LONGEST_S + 1)
    assert departures.settle_stale(session, after.now) == 1
    assert row.state == "unknown"
    with pytest.raises(Refused, match="Look among your sent mail"):
        begin(session, letter, after, "own_account")
    departures.say_not_sent(session, row, after)
    assert begin(session, letter, after, "own_account").state == "recorded"


def test_a_press_long_after_a_break_finds_it_unknown_without_the_job(session, letter, by):
    begin(session, letter, by, "own_account")
    with pytest.raises(Refused, match="may have this letter"):
        begin(session, letter, later(by, hours=1), "own_account")


@pytest.mark.parametrize(
    ("outcome", "state", "draft"),
    [("sent", "sent", "sent"), ("failed", "failed", "writing"), ("unknown", "unknown", "writing")],
)
def test_what_the_server_said_settles_it(session, letter, by, outcome, state, draft):
    row = begin(session, letter, by, "own_account")
    departures.settle(session, row, Outcome(outcome, "Why."), NOON)
    assert (row.state, letter.state) == (state, draft)


def test_what_the_user_said_stands_against_a_late_answer(session, letter, by):
    row = begin(session, letter, by, "own_account")
    departures.settle_if_stale(row, NOON + timedelta(hours=1))
    departures.say_not_sent(session, row, later(by, hours=1))
    departures.settle(session, row, Outcome("sent"), NOON + timedelta(hours=2))
    assert row.state == "not_sent"


def test_without_an_address_a_server_gets_nothing_and_a_file_has_none(session, letter, by, cast):
    cast.leader.email = ""
    with pytest.raises(Refused, match="No e-mail address"):
        begin(session, letter, by, "own_account")
    assert begin(session, letter, by, "eml").sent_to == ""


def test_an_address_that_is_none_is_refused_in_words(session, letter, by, cast):
    cast.leader.email = "ines@northfield.example.org, x@evil.example"
    with pytest.raises(Refused, match="address that is recorded"):
        begin(session, letter, by, "eml")


# --- threads and copies ---------------------------------------------------------------------------------------------


def test_an_answer_goes_on_with_the_thread_of_the_letters_before(session, letter, by, cast):
    ids = []
    draft = letter
    for days in (0, 10, 20):
        row = begin(session, draft, later(by, days=days), "eml")
        mail = departures.as_mail(session, draft, row, ALICE, None)
        assert mail.references == tuple(ids)
        assert mail.in_reply_to == (ids[-1] if ids else "")
        departures.say_sent(session, row, (NOON + timedelta(days=days)).date(), later(by, days=days))
        ids.append(row.message_id)
        draft = factories.make_draft(session, cast.leader, body=PLAIN.replace("20", str(30 + days)), kind="other",
                                     answers_id=draft.id, subject="Once more")  # fmt: skip


def test_a_ring_of_answers_ends(session, letter, by, cast):
    other = factories.make_draft(session, cast.leader, answers_id=letter.id)
    letter.answers_id = other.id
    session.flush()
    row = begin(session, letter, by, "eml")
    assert departures.as_mail(session, letter, row, ALICE, None).references == ()


def test_the_assistant_gets_a_copy_where_that_was_chosen(session, letter, by, cast):
    tom = factories.make_person(session, name="Tom Reyes", kind="assistant", email="tom@northfield.example.org")
    factories.make_contact(session, cast.leader, person_id=tom.id)
    assert begin(session, letter, by, "eml").copy_to == ""
    row = begin(session, letter, by, "eml", copies_assistant=True)
    mail = departures.as_mail(session, letter, row, ALICE, None)
    assert (mail.copy.name, mail.copy.address) == ("Tom Reyes", "tom@northfield.example.org")
    assert queries.reader_of(letter).id == cast.leader.id


def test_a_departure_of_another_draft_is_not_found(session, letter, by, cast):
    row = begin(session, letter, by)
    with pytest.raises(NotFound):
        departures.departure_here(session, factories.make_draft(session, cast.leader), row.id)


def test_a_later_room_hears_when_a_letter_was_sent_and_when_it_was_not_after_all(session, letter, by, monkeypatch):
    heard = []
    monkeypatch.setattr(departures, "_told", {})
    departures.told_to("a room", lambda _session, draft: heard.append(draft.sent_at))
    row = begin(session, letter, by)
    departures.say_sent(session, row, NOON.date(), later(by, hours=1))
    departures.say_sent(session, row, NOON.date(), later(by, hours=1))
    departures.take_back(session, row, later(by, hours=2))
    assert heard == [row.begun_at, None]


def test_a_letter_with_a_link_leaves_with_its_address_which_is_kept_nowhere(session, letter, by, monkeypatch):
    open_links = {12}

    def fill(_session, _draft, number):
        if number not in open_links:
            raise Refused("This link was taken back.")
        return "https://groundwork.example.org/a/secret"

    monkeypatch.setattr(outgoing, "_fills", {"link": fill})
    letter.body = PLAIN.replace("your work?", "your work? It stands on its page ([link 12]).")
    row = begin(session, letter, by, "eml")
    assert "([link 12])" in row.text
    assert "a/secret" in departures.as_mail(session, letter, row, ALICE, None).text
    open_links.clear()
    with pytest.raises(Refused, match="taken back"):
        departures.as_mail(session, letter, row, ALICE, None)
    departures.say_not_sent(session, row, by)
    with pytest.raises(Refused, match="taken back"):
        begin(session, letter, by)
