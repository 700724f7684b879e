"""When a note is due, what stops a ladder, how it ends; and that no order of events makes it press anybody."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.followups import ladder_files, rules, working_days
from outreach.followups.rules import Facts, Note, Sign, begun, settled

CHICAGO = ZoneInfo("America/Chicago")
SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)  # a Tuesday
FIRST = datetime(2026, 11, 13, 14, tzinfo=UTC)  # seven working days later, over Veterans Day
FACTS = Facts(CHICAGO, SENT)
DAY = timedelta(days=1)


@pytest.fixture
def ladder():
    return ladder_files.ladders()["interview-request"]


@pytest.fixture
def course(ladder):
    """As it stands right after the request was sent."""
    return settled(begun(ladder, SENT), FACTS, ladder, SENT)


def states(course):
    return [one.state for one in course.steps]


# --- when -----------------------------------------------------------------------------------------------------------


def test_the_first_note_is_planned_and_the_second_has_no_day_yet(course):
    assert states(course) == ["planned", "planned"]
    assert [one.due_at for one in course.steps] == [FIRST, None]


def test_it_is_due_at_its_moment_and_not_a_second_before(course, ladder):
    assert states(settled(course, FACTS, ladder, FIRST - timedelta(seconds=1))) == ["planned", "planned"]
    due = settled(course, FACTS, ladder, FIRST)
    assert states(due) == ["due", "planned"]
    assert due.steps[0].became_due_at == FIRST


def test_what_is_due_stays_due_when_the_clock_is_set_back(course, ladder):
    due = settled(course, FACTS, ladder, FIRST)
    assert settled(due, FACTS, ladder, FIRST - timedelta(hours=1)) == due


def test_the_second_is_counted_from_when_the_first_was_sent(course, ladder):
    late = datetime(2026, 12, 10, 16, tzinfo=UTC)
    facts = replace(FACTS, notes={1: Note(7, late)})
    sent = settled(course, facts, ladder, late)
    assert states(sent) == ["sent", "planned"]
    assert working_days.between(late.date(), sent.steps[1].due_at.date()) >= 7
    assert sent.steps[1].due_at == datetime(2026, 12, 22, 14, tzinfo=UTC)


def test_the_second_is_at_least_fifteen_working_days_after_the_request(course, ladder):
    left_out = settled(rules.skipped(course), FACTS, ladder, FIRST)
    assert states(left_out) == ["skipped", "planned"]
    assert left_out.steps[1].due_at == datetime(2026, 11, 25, 14, tzinfo=UTC)


def test_a_request_on_leap_day_is_counted_like_any_other(ladder):
    sent = datetime(2028, 2, 29, 15, tzinfo=UTC)
    facts = replace(FACTS, sent_at=sent)
    assert settled(begun(ladder, sent), facts, ladder, sent).steps[0].due_at == datetime(2028, 3, 9, 14, tzinfo=UTC)


def test_a_change_of_the_clock_leaves_the_morning_where_it_is(ladder):
    sent = datetime(2026, 10, 26, 14, tzinfo=UTC)  # the clock goes back on November 1
    facts = replace(FACTS, sent_at=sent)
    due_at = settled(begun(ladder, sent), facts, ladder, sent).steps[0].due_at
    assert due_at.astimezone(CHICAGO) == datetime(2026, 11, 4, 8, tzinfo=CHICAGO)


def test_nothing_is_planned_beyond_the_calendar(ladder):
    sent = datetime(9999, 12, 30, tzinfo=UTC)
    facts = replace(FACTS, sent_at=sent)
    assert settled(begun(ladder, sent), facts, ladder, sent).steps[0].due_at is None


# --- what holds it --------------------------------------------------------------------------------------------------


def test_while_everything_is_paused_nothing_becomes_due(course, ladder):
    facts = replace(FACTS, paused_until=date(2026, 12, 10))
    held = settled(course, facts, ladder, FIRST + DAY)
    assert states(held) == ["planned", "planned"]
    assert held.steps[0].due_at == datetime(2026, 12, 10, 14, tzinfo=UTC)
    assert states(settled(held, FACTS, ladder, FIRST + 2 * DAY)) == ["due", "planned"]  # ended early by hand


def test_a_pause_takes_back_what_was_due(course, ladder):
    due = settled(course, FACTS, ladder, FIRST)
    held = settled(due, replace(FACTS, paused_until=date(2026, 12, 10)), ladder, FIRST + DAY)
    assert states(held) == ["planned", "planned"]
    assert held.steps[0].became_due_at is None


@pytest.mark.parametrize(("back_on", "day"), [(date(2026, 11, 30), date(2026, 12, 1)), (None, date(2026, 11, 24))])
def test_out_of_the_office_holds_it_until_they_are_back(course, ladder, back_on, day):
    facts = replace(FACTS, signs=(Sign(date(2026, 11, 12), "out_of_office", back_on),))
    held = settled(course, facts, ladder, FIRST)
    assert states(held) == ["planned", "planned"]
    assert held.steps[0].due_at.date() == day


def test_moved_by_the_user_it_waits_for_that_day(course, ladder):
    moved = settled(replace(course, moved_to=date(2026, 11, 24)), FACTS, ladder, FIRST)
    assert moved.steps[0].due_at == datetime(2026, 11, 24, 14, tzinfo=UTC)
    sent = settled(moved, replace(FACTS, notes={1: Note(7, FIRST)}), ladder, FIRST)
    assert sent.moved_to is None


# --- what ends it ---------------------------------------------------------------------------------------------------

STOPS = [
    ({"signs": (Sign(date(2026, 11, 9), "yes"),)}, "answered"),
    ({"signs": (Sign(date(2026, 11, 9), "later"),)}, "answered"),
    ({"signs": (Sign(date(2026, 11, 9)),)}, "answered"),
    ({"signs": (Sign(date(2026, 11, 9), "no"),)}, "declined"),
    ({"signs": (Sign(date(2026, 11, 9), "do_not_write"),)}, "asked_not_to_write"),
    ({"may_be_written_to": False}, "asked_not_to_write"),
    ({"ask_state": "granted"}, "answered"),
    ({"ask_state": "declined"}, "declined"),
    ({"ask_state": "withdrawn"}, "withdrawn"),
    ({"ask_state": "unanswered"}, "by_hand"),
    ({"sent_at": None}, "withdrawn"),
    ({"has_moved": True}, "moved"),
    ({"is_here": False}, "gone"),
    ({"asked_anew": True}, "by_hand"),
]


@pytest.mark.parametrize(("changed", "reason"), STOPS)
@pytest.mark.parametrize("when", [SENT, FIRST, FIRST + 400 * DAY])
def test_it_stops(course, ladder, changed, reason, when):
    ended = settled(course, replace(FACTS, **changed), ladder, when)
    assert (ended.state, ended.stop_reason, ended.ended_at) == ("stopped", reason, when)
    assert states(ended) == ["dropped", "dropped"]


@pytest.mark.parametrize("changed", [one for one, reason in STOPS if reason in rules.GOES_ON_BY_ITSELF])
def test_what_turns_out_to_be_a_mistake_leaves_no_trace(course, ladder, changed):
    ended = settled(course, replace(FACTS, **changed), ladder, SENT + DAY)
    assert settled(ended, FACTS, ladder, SENT + 2 * DAY) == course


def test_after_a_month_it_does_not_go_on_by_itself(course, ladder):
    ended = settled(course, replace(FACTS, sent_at=None), ladder, SENT + DAY)
    assert settled(ended, FACTS, ladder, SENT + 40 * DAY).state == "stopped"


@pytest.mark.parametrize("changed", [{"may_be_written_to": False}, {"has_moved": True}])
def test_after_some_ends_it_goes_on_by_hand_only(course, ladder, changed):
    ended = settled(course, replace(FACTS, **changed), ladder, SENT + DAY)
    assert settled(ended, FACTS, ladder, SENT + 2 * DAY) == ended
    assert rules.again_problem(ended, FACTS) == ""
    assert rules.going_on(ended).state == "running"


@pytest.mark.parametrize(("changed", "reason"), [one for one in STOPS if one[1] not in ("moved", "by_hand")])
def test_it_does_not_begin_again_while_what_ended_it_holds(course, ladder, changed, reason):
    facts = replace(FACTS, **changed)
    assert rules.again_problem(settled(course, facts, ladder, SENT + DAY), facts)


def test_after_the_last_note_it_rests(course, ladder):
    last = datetime(2026, 12, 8, 15, tzinfo=UTC)
    facts = replace(FACTS, notes={1: Note(7, FIRST), 2: Note(8, last)})
    rested = settled(course, facts, ladder, last)
    assert (rested.state, rested.stop_reason) == ("finished", "rested")
    assert settled(rested, replace(facts, ask_state="unanswered"), ladder, last + DAY) == rested
    assert "new reason" in rules.again_problem(rested, facts)
    assert settled(rested, replace(facts, signs=(Sign(last.date(), "yes"),)), ladder, last).stop_reason == "answered"


def test_a_last_note_that_was_not_sent_after_all_opens_it_again(course, ladder):
    last = datetime(2026, 12, 8, 15, tzinfo=UTC)
    facts = replace(FACTS, notes={1: Note(7, FIRST), 2: Note(8, last)})
    rested = settled(course, facts, ladder, last)
    again = settled(rested, replace(FACTS, notes={1: Note(7, FIRST), 2: Note(8)}), ladder, last)
    assert (again.state, states(again)) == ("running", ["sent", "due"])


def test_whoever_sends_the_last_note_first_has_left_the_other_out(course, ladder):
    rested = settled(course, replace(FACTS, notes={2: Note(8, FIRST)}), ladder, FIRST)
    assert (rested.state, states(rested)) == ("finished", ["skipped", "sent"])


def test_without_its_ladder_file_nothing_is_planned(course):
    assert settled(course, FACTS, None, FIRST) == course


# --- whatever the order ---------------------------------------------------------------------------------------------

ZONES = ("America/Chicago", "Pacific/Honolulu", "Asia/Tokyo", "Pacific/Auckland", "UTC")
NOTHING = ("pass_", 0)
happenings = st.one_of(
    st.just(NOTHING),
    st.just(NOTHING),
    st.tuples(st.just("pass_"), st.integers(-2, 500)),
    st.tuples(st.just("pass_"), st.sampled_from([1, -1, 24 * 400])),
    st.tuples(st.just("take_back"), st.just(0)),
    st.tuples(st.just("answer"), st.sampled_from(["yes", "no", "later", "out_of_office", "out_of_office"])),
    st.tuples(st.just("unanswer"), st.just(0)),
    st.tuples(st.just("pause"), st.integers(1, 60)),
    st.tuples(st.just("resume"), st.just(0)),
    st.tuples(st.just("move"), st.integers(-5, 60)),
    st.tuples(st.just("skip"), st.just(0)),
    st.tuples(st.just("stop"), st.just(0)),
    st.tuples(st.just("again"), st.just(0)),
)
late = st.one_of(st.just(0), st.integers(0, 600))
rounds = st.lists(st.tuples(happenings, late, st.booleans()), min_size=2, max_size=9)
"""Something happens, then so many hours pass after the next note is due, then it is sent or not."""


@dataclass
class World:
    """A ladder, its facts and a clock, with everything that was ever proposed and sent."""

    ladder: object
    now: datetime
    facts: Facts
    course: object = None
    paused_until: date | None = None
    proposed: list = field(default_factory=list)
    seen_on: date = date.min
    """The latest day there was: a clock set back takes nothing back."""

    def settle(self) -> None:
        today = working_days.day_there(self.now, self.facts.zone)
        until = self.paused_until if self.paused_until and self.paused_until > today else None
        self.facts = replace(self.facts, paused_until=until)
        before = self.course
        self.course = settled(self.course, self.facts, self.ladder, self.now)
        for was, one in zip(before.steps, self.course.steps, strict=True):
            if one.state == "due" and was.state != "due":
                self.check_proposal(one)
        assert settled(self.course, self.facts, self.ladder, self.now) == self.course
        held = rules.held_until(self.course, self.facts)
        if any(one.state == "due" for one in self.course.steps):
            assert held is None or held <= max(today, self.seen_on)
        self.seen_on = max(self.seen_on, today)

    def check_proposal(self, step) -> None:
        """Never early, in a pause, after an answer, too soon after a letter, on a day off; never a third."""
        zone, facts = self.facts.zone, self.facts
        today = working_days.day_there(self.now, zone)
        assert step.due_at <= self.now
        assert working_days.is_working_day(working_days.day_there(step.due_at, zone))
        assert facts.paused_until is None
        assert not [one for one in facts.signs if one.answer != "out_of_office"]
        away = rules.away_until(facts.signs)
        assert away is None or today >= away
        letters = [facts.sent_at, *(note.sent_at for note in facts.notes.values() if note.sent_at)]
        due_on = working_days.day_there(step.due_at, zone)
        assert working_days.between(working_days.day_there(max(letters), zone), due_on) >= 7
        self.proposed.append(step.place)
        assert len({one.place for one in self.course.steps if one.state in ("due", "sent")}) <= 2

    def do(self, what: str, how) -> None:
        getattr(self, what)(how)
        self.settle()

    def pass_(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    def wait_until_due(self, hours: int) -> None:
        """Or so many hours longer."""
        step = self.course.open_step
        if step is not None and step.due_at is not None:
            self.now = max(self.now, step.due_at) + timedelta(hours=hours)

    def send(self, _how) -> None:
        step = self.course.open_step
        if step is not None and step.state == "due" and self.facts.paused_until is None:
            notes = {**self.facts.notes, step.place: Note(10 + step.place, self.now)}
            self.facts = replace(self.facts, notes=notes)

    def take_back(self, _how) -> None:
        sent = [place for place, note in self.facts.notes.items() if note.sent_at]
        if sent:
            self.facts = replace(self.facts, notes={**self.facts.notes, max(sent): Note(10 + max(sent))})

    def answer(self, how) -> None:
        today = working_days.day_there(self.now, self.facts.zone)
        self.facts = replace(self.facts, signs=(*self.facts.signs, Sign(today, how)))

    def unanswer(self, _how) -> None:
        self.facts = replace(self.facts, signs=self.facts.signs[:-1])

    def pause(self, days) -> None:
        self.paused_until = working_days.day_there(self.now, self.facts.zone) + days * DAY

    def resume(self, _how) -> None:
        self.paused_until = None

    def move(self, days) -> None:
        step = self.course.open_step
        if step is None:
            return
        today = working_days.day_there(self.now, self.facts.zone)
        earliest = rules.earliest_day(self.course, self.facts.zone, self.ladder.step(step.place))
        if not rules.move_problem(today + days * DAY, earliest, today):
            self.course = replace(self.course, moved_to=today + days * DAY)

    def skip(self, _how) -> None:
        self.course = rules.skipped(self.course)

    def stop(self, _how) -> None:
        if self.course.state == "running":
            self.course = rules.stopped(self.course, "by_hand", self.now)

    def again(self, _how) -> None:
        if not rules.again_problem(self.course, self.facts):
            self.course = rules.going_on(self.course)


@settings(max_examples=300)
@given(rounds, st.sampled_from(ZONES), st.integers(0, 60_000))
def test_whatever_happens_in_whatever_order_nobody_is_pressed(happens, zone, hours):
    ladder = ladder_files.ladders()["interview-request"]
    sent = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    world = World(ladder, sent, Facts(ZoneInfo(zone), sent), begun(ladder, sent))
    world.settle()
    for (what, how), hours_late, is_sent in happens:
        world.do(what, how)
        world.do("wait_until_due", hours_late)
        if is_sent:
            world.do("send", 0)
