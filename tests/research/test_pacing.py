from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.errors import RateLimited, Unavailable
from research.pacing import LONGEST_HOLD_S, Pacing, retry_after_s
from tests.research.site import Clock

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FAR = 1e9


def paced(longest_wait_s: float = 10.0) -> tuple[Pacing, Clock]:
    clock = Clock()
    return Pacing(clock.monotonic, clock.sleep, longest_wait_s), clock


def test_each_host_has_a_slot_of_its_own():
    pacing, clock = paced()
    for host in ("a", "b", "a", "a"):
        pacing.wait(host, 2.0, FAR)
    assert clock.slept == [2.0, 2.0]


def test_time_that_has_passed_is_not_waited_for():
    pacing, clock = paced()
    pacing.wait("a", 2.0, FAR)
    clock.seconds += 5
    pacing.wait("a", 2.0, FAR)
    assert clock.slept == []


@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 4)), max_size=12))
def test_no_host_is_asked_sooner_than_its_interval(questions):
    pacing, clock = paced()
    last: dict[str, tuple[float, float]] = {}
    for host, interval_s in questions:
        pacing.wait(host, interval_s, FAR)
        asked_at, apart = last.get(host, (-FAR, 0.0))
        assert clock.seconds - asked_at >= apart - 1e-6
        last[host] = (clock.seconds, interval_s)


def test_a_wait_that_is_too_long_takes_no_slot():
    pacing, clock = paced(longest_wait_s=3.0)
    pacing.wait("a", 2.5, FAR)
    pacing.wait("a", 4.0, FAR)
    for _ in range(2):
        with pytest.raises(RateLimited) as problem:
            pacing.wait("a", 4.0, FAR)
        assert problem.value.retry_after_s == pytest.approx(4.0)
    assert not pacing.is_soon("a", FAR)
    clock.seconds += 1.5
    assert pacing.is_soon("a", FAR)
    pacing.wait("a", 4.0, FAR)
    assert clock.slept == [2.5, 2.5]


def test_a_wait_beyond_the_deadline_is_not_begun():
    pacing, clock = paced()
    pacing.wait("a", 5.0, FAR)
    with pytest.raises(RateLimited):
        pacing.wait("a", 5.0, clock.seconds + 4)
    assert not pacing.is_soon("a", clock.seconds + 4)
    assert clock.slept == []


def test_a_held_host_is_left_alone_but_for_a_day_at_most():
    pacing, clock = paced()
    pacing.hold("a", 1e9)
    with pytest.raises(RateLimited) as problem:
        pacing.wait("a", 1.0, FAR * 10)
    assert problem.value.retry_after_s == LONGEST_HOLD_S
    pacing.hold("a", 1.0)
    assert not pacing.is_soon("a", FAR * 10)
    pacing.wait("b", 1.0, FAR)
    assert clock.slept == []


def test_many_threads_get_a_slot_each():
    slept: list[float] = []
    pacing = Pacing(lambda: 0.0, slept.append, longest_wait_s=100.0)
    threads = [threading.Thread(target=pacing.wait, args=("a", 1.0, FAR)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(slept) == [float(number) for number in range(1, 20)]


def test_a_busy_line_is_not_waited_for_beyond_the_deadline():
    pacing, clock = paced()
    with pacing.one_at_a_time("a", FAR):
        with pacing.one_at_a_time("b", FAR):
            pass
        with pytest.raises(Unavailable) as problem, pacing.one_at_a_time("a", clock.seconds):
            pass
        assert problem.value.fault == "timeout"
    with pacing.one_at_a_time("a", FAR):
        pass


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("1000000000", 1e9),
        ("9" * 40, LONGEST_HOLD_S),
        ("Mon, 02 Mar 2026 09:01:30 GMT", 90.0),
        ("Mon, 02 Mar 2026 04:01:30 -0500", 90.0),
        ("Monday, 02-Mar-26 09:01:30 GMT", 90.0),
        ("Sun, 01 Mar 2026 09:00:00 GMT", 0.0),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("²", None),
        ("Fri, 99 Foo 2026 99:99:99 GMT", None),
    ],
)
def test_both_forms_of_retry_after_are_read(value, seconds):
    assert retry_after_s(value, NOW) == seconds


@given(st.text(max_size=120))
def test_any_retry_after_is_a_number_or_nothing(value):
    seconds = retry_after_s(value, NOW)
    assert seconds is None or seconds >= 0
