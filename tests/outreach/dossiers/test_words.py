"""States and faults are told in words for people."""

from __future__ import annotations

import re

import pytest

from outreach.dossiers import words
from outreach.dossiers.models import RUN_STATES, SOURCE_STATES
from research import http


def test_every_state_of_a_source_has_its_word_and_tint():
    assert set(words.STATE_WORDS) == set(words.STATE_TONES) == set(SOURCE_STATES)


def test_every_state_in_which_a_source_was_not_read_is_told_in_the_run_s_sum():
    for state in SOURCE_STATES:
        told = words.unread({state: 3})
        assert bool(told) == (state not in ("waiting", "now", "found")), state
    assert words.unread({"found": 8, "nothing": 2, "failed": 1, "skipped": 1, "later": 1}) == (
        "2 had nothing, 1 could not be read, 1 will be asked again, and 1 was not asked"
    )
    assert words.so_far({"found": 8, "nothing": 2, "now": 4}) == "8 read and 2 had nothing"
    assert words.unread({"found": 8}) == words.so_far({"waiting": 4}) == ""


@pytest.mark.parametrize("state", RUN_STATES)
def test_every_state_of_a_run_has_its_heading(state):
    assert words.title_of(state, 6, 9)


@pytest.mark.parametrize(
    ("what", "organization", "told"),
    [
        ("Master of Arts", "Vale College", "Master of Arts, Vale College"),
        ("Vale College", "Vale College", "Vale College"),
        ("President of vale college", "Vale College", "President of vale college"),
        ("", "Vale College", "Vale College"),
        ("Dean", "", "Dean"),
        ("", "", ""),
    ],
)
def test_a_place_that_is_named_already_is_not_named_again(what, organization, told):
    assert words.at_place(what, organization) == told


def test_every_fault_of_the_engine_has_its_words():
    listed = re.findall(r"^(?:Refused|Unavailable|RateLimited|Unreadable|\s{5,})(.+)$", http.__doc__, re.MULTILINE)
    faults = {name.strip(" .,") for line in listed for name in line.split(",")} - {""}
    told = {
        fault for fault in faults if words.reason_of(fault, "The engine's own sentence.") != "the engine's own sentence"
    }
    unusual = {"bad-header", "bad-url", "credentials", "port", "redirect-loop", "scheme"}
    assert faults - told == unusual, "these are the program's own faults, and keep the engine's sentence"
    assert faults | {"unavailable"} >= words.PASSING


def test_no_words_speak_of_networks_to_those_who_know_none():
    everything = " ".join(words._FAULTS.values()).casefold()
    assert re.findall(r"\b(?:http|dns|tls|timeout|403|scrape|server|error)\w*", everything) == []


def test_an_unknown_fault_keeps_its_sentence():
    assert words.reason_of("new-fault", "It broke in a new way.") == "it broke in a new way"
    assert words.reason_of("new-fault", "") == "did not answer"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "A few seconds left."), (40, "About half a minute left."), (70, "About a minute left."),
     (130, "About 2 minutes left.")],
)  # fmt: skip
def test_the_time_left_is_told_roughly(seconds, told):
    assert words.time_left(seconds) == told
