"""Give before you ask, on histories made by hand and by chance."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.relationships import policy, rules
from outreach.relationships.rules import Ask, AskNearby, Give, History, Objection, Paused, Rests

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)


def ago(days: int) -> date:
    return TODAY - days * DAY


def found(history: History, kind: str = "interview") -> dict[str, Objection]:
    return {one.rule: one for one in rules.objections(history, TODAY, kind)}


def test_a_first_request_needs_nothing_before_it():
    assert found(History("Inés Okafor-Lindqvist")) == {}


def test_a_second_request_waits_for_a_give():
    asked = History("Inés Okafor-Lindqvist", asks=(Ask(ago(120), 1, "granted", closed_on=ago(110)),))
    assert found(asked)["give-first"].words == (
        "You asked Inés Okafor-Lindqvist on Thu, Jul 23, and have given nothing since."
    )


@pytest.mark.parametrize("is_promise", [True, False])
def test_a_give_or_a_kept_promise_between_lets_one_ask_again(is_promise: bool):
    history = History("Inés", asks=(Ask(ago(120), 1, "granted"),), gives=(Give(ago(3), 2, is_promise),))
    assert found(history) == {}


def test_of_one_day_what_was_noted_later_counts_as_later():
    asks = (Ask(ago(40), 5, "granted"),)
    assert "give-first" in found(History("Inés", asks=asks, gives=(Give(ago(40), 4),)))
    assert "give-first" not in found(History("Inés", asks=asks, gives=(Give(ago(40), 6),)))


def test_an_open_request_stands_in_the_way_of_another():
    history = History("Inés", asks=(Ask(ago(9), 1, "open"),), gives=(Give(ago(2), 2),))
    assert found(history)["open-request"].words == "Your request of Wed, Nov 11 to Inés is still open."


def test_a_request_that_was_taken_back_counts_for_nothing():
    assert found(History("Inés", asks=(Ask(ago(9), 1, "withdrawn"),))) == {}


def test_the_approval_of_what_was_granted_is_no_new_request():
    history = History("Inés", asks=(Ask(ago(30), 1, "granted"),))
    assert found(history, "approval") == {}
    approval = (Ask(ago(30), 1, "granted"), Ask(ago(5), 3, "open", "approval"))
    assert found(History("Inés", asks=approval, gives=(Give(ago(9), 2),))) == {}


def test_a_no_is_left_alone_for_a_season():
    asks = (Ask(ago(40), 1, "declined", closed_on=ago(30)),)
    history = History("Inés", asks=asks, gives=(Give(ago(2), 2),))
    assert found(history)["said-no"].words == "Inés said no on Wed, Oct 21; wait until Tue, Jan 19, 2027."
    later = History("Inés", asks=(Ask(ago(140), 1, "declined", closed_on=ago(90)),), gives=(Give(ago(2), 2),))
    assert found(later) == {}


def test_two_people_of_one_house_are_not_asked_within_a_month():
    near = AskNearby("Tomás Reyes", "Harrow Lake Regional", ago(29))
    assert found(History("Inés", asks_nearby=(near,)))["same-organization"].words == (
        "You asked Tomás Reyes of Harrow Lake Regional on Thu, Oct 22."
    )
    assert found(History("Inés", asks_nearby=(AskNearby("Tomás Reyes", "Harrow Lake Regional", ago(30)),))) == {}


def test_a_late_promise_comes_before_a_request():
    history = History("Inés", overdue_promises=("Send the benchmark",))
    assert found(history)["promise-late"].words == "1 promise to Inés is late: “Send the benchmark”."


def test_a_pause_and_a_wish_cannot_be_passed():
    history = History("Inés", paused=Paused("Harrow Lake Regional", "Layoffs or a closing", TODAY + DAY),
                      may_be_contacted=False)  # fmt: skip
    for kind in ("interview", "approval"):
        stops = found(history, kind)
        assert stops.keys() == {"do-not-contact", "paused"}
        assert not any(one.can_pass for one in stops.values())


def test_a_pause_is_over_on_its_day():
    assert found(History("Inés", paused=Paused("Inés", "A loss", TODAY))) == {}


def test_who_rests_is_not_asked():
    assert "resting" in found(History("Inés", rests=Rests("resting", TODAY + DAY)))
    assert "resting" in found(History("Inés", rests=Rests("let_go")))
    assert found(History("Inés", rests=Rests("resting", TODAY))) == {}


days = st.integers(0, 800).map(ago)
asks = st.builds(Ask, days, st.integers(0, 50), st.sampled_from(["open", "granted", "declined", "unanswered"]))
gives = st.builds(Give, days, st.integers(51, 99), st.booleans())


@given(st.lists(asks, min_size=1, max_size=6), st.lists(gives, max_size=6))
def test_whatever_happened_nobody_is_asked_twice_without_a_give_between(asked: list[Ask], given_: list[Give]):
    history = History("Inés", asks=tuple(asked), gives=tuple(given_))
    last = max(one.on for one in asked)
    if not any(give.on >= last for give in given_):
        assert "give-first" in found(history)
    if any(give.on > last for give in given_):
        assert "give-first" not in found(history)


@pytest.mark.parametrize("number", [policy.SAME_ORGANIZATION, policy.AFTER_A_NO, policy.REST, policy.ADVICE_UNTOLD])
def test_every_number_says_why_and_where_it_comes_from(number: policy.Number):
    assert number.days > 0
    assert number.why.endswith(".")
    assert number.source.endswith(".")


@pytest.mark.parametrize(("on", "says"), [(TODAY + DAY, "yet to come"), (date(1949, 12, 31), "since 1950")])
def test_a_day_on_which_it_cannot_have_happened_is_refused(on: date, says: str):
    with pytest.raises(rules.BadDay, match=says):
        rules.check_day(on, TODAY)


def test_no_today_is_refused_wherever_it_is():
    morning_in_kiritimati = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    assert rules.latest_today(morning_in_kiritimati) == date(2026, 11, 21)
    assert rules.latest_today(morning_in_kiritimati - timedelta(minutes=1)) == date(2026, 11, 20)


def test_a_day_before_it_began_is_refused():
    with pytest.raises(rules.BadDay, match="when it began"):
        rules.check_day(ago(9), TODAY, begun=ago(8))


def test_gives_and_asks_are_two_counts():
    assert rules.balance((Give(ago(1), 1), Give(ago(1), 2, is_promise=True)), (Ask(ago(3), 1, "open"),)) == (1, 1)
