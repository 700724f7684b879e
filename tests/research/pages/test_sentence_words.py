"""The words that are looked up before a long pattern are in everything that the pattern holds."""

import re
import string

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from research.pages import announced_posts, awards, career, programs
from research.pages.sentence_words import words_in

NEEDED = {
    "what was done": (programs._ACT, programs._ACT_WORDS),
    "what somebody helped with": (programs._HELPED, programs._HELPED_WORDS),
    "under whose lead": (programs._UNDER, programs._UNDER_WORDS),
    "during whose tenure": (programs._TENURE, programs._UNDER_WORDS),
    "a list of deeds": (programs._DID, programs._DID_WORDS),
    "an award": (awards._GIVEN, awards._GIVEN_WORDS),
    "served as": (career._SERVED, career._SERVED_WORDS),
    "recently as": (career._RECENTLY_AS, career._RECENTLY_WORDS),
    "served for years as": (career._SERVED_YEARS, career._YEARS_WORDS),
    "led as": (career._LED_AS, career._LED_WORDS),
    "began as": (career._BEGAN, career._BEGAN_WORDS),
    "having been": (career._HAVING_BEEN, career._HAVING_WORDS),
    "former": (career._FORMER, career._FORMER_WORDS),
    "positions held": (announced_posts._NOUN, career._OF_POSITIONS),
    "having held the position of": (announced_posts._HELD_THE, career._OF_POSITIONS),
    "most recent role": (career._MOST_RECENT, career._OF_POSITIONS),
}


@pytest.mark.parametrize(("pattern", "needed"), NEEDED.values(), ids=NEEDED)
@hypothesis_settings(max_examples=15, suppress_health_check=[HealthCheck.filter_too_much])  # patterns look ahead
@given(data=st.data())
def test_whatever_a_pattern_holds_has_one_of_its_words(pattern, needed, data):
    without_looks = re.sub(r"\(\?=\[\w+\]\\w\)", "", pattern.pattern)  # they let through what the rest of it asks for
    ascii_only = re.compile(without_looks.replace("[\\w’'-]", "[a-z]"), pattern.flags)
    said = data.draw(st.from_regex(ascii_only, alphabet=string.ascii_letters + string.digits + " ,-'.;:\""))
    assert not needed.isdisjoint(words_in(said))


def test_words_are_runs_of_letters_and_digits_in_lower_case():
    assert words_in("She CO-LED the clinic’s 24/7 line.") == {
        "she",
        "co",
        "led",
        "the",
        "clinic",
        "s",
        "24",
        "7",
        "line",
    }
