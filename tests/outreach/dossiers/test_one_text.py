"""Copies of one text are one voice; who says it in other words is another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.dossiers.one_text import Joined, Place, count_publishers, first_of_each_text

RELEASE = "Jane Q. Roe, MD, has been named chief medical officer of Larkspur Valley Hospital, effective May 1."
OTHER = "The board chose Dr. Roe in the spring; she leads all of the physicians there."


def test_a_release_read_three_times_is_one_voice():
    places = [
        Place("newsroom_feed", "a", RELEASE),
        Place("organization_site", "b", f"Larkspur, May 1. {RELEASE}"),
        Place("c", "c", RELEASE.upper()),
    ]
    assert count_publishers(places) == 1
    assert first_of_each_text(places) == (0, 0, 0)


def test_another_s_own_words_are_another_voice():
    places = [Place("newsroom_feed", "a", RELEASE), Place("c", "c", RELEASE), Place("d", "d", OTHER)]
    assert count_publishers(places) == 2
    assert first_of_each_text(places) == (0, 0, 2)


def test_documents_that_copy_one_another_are_one_text_in_whatever_words_they_are_quoted():
    assert count_publishers([Place("a", "family", RELEASE), Place("b", "family", OTHER)]) == 1


def test_a_headline_in_the_feed_and_the_page_that_it_links_to_are_one_text():
    feed = Place("newsroom_feed", "1", "Larkspur names Dr. Roe", "https://www.larkspur.example/news/roe/")
    page = Place("organization_site", "2", RELEASE, "http://larkspur.example/news/roe#main")
    assert count_publishers([feed, page]) == 1
    assert count_publishers([feed, Place("given", "2", RELEASE, "https://larkspur.example/news/other")]) == 2


def test_one_publisher_of_two_texts_is_one():
    assert count_publishers([Place("a", "1", RELEASE), Place("a", "2", OTHER)]) == 1
    assert count_publishers([]) == 0


def test_a_few_words_agree_by_chance():
    places = [Place("a", "1", "Chief Medical Officer"), Place("b", "2", "Chief Medical Officer")]
    assert count_publishers(places) == 2
    assert count_publishers([Place("a", "", "beds"), Place("b", "", "twelve")]) == 2, "no document is no text"


def test_no_word_is_found_inside_another():
    short = "one two three four five six seven eight"
    assert count_publishers([Place("a", "1", short), Place("b", "2", f"{short}een and more")]) == 2
    assert count_publishers([Place("a", "1", short), Place("b", "2", f"{short} and more")]) == 1


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from((RELEASE, OTHER, "beds")))))
def test_the_order_of_the_passages_does_not_change_the_count(found):
    places = [Place(*one) for one in found]
    assert count_publishers(places) == count_publishers(places[::-1])
    assert count_publishers(places) <= len({place.publisher for place in places})


def test_names_that_are_joined_stay_so():
    joined = Joined()
    joined.join("c", "b")
    joined.join("b", "a")
    assert {joined.of(name) for name in "abc"} == {"a"}
    assert joined.of("d") == "d"


@pytest.mark.timeout(60)
def test_a_hundred_passages_that_differ_in_one_word_are_a_hundred_voices():
    places = [Place(str(n), str(n), f"{n} " + "word " * 60) for n in range(100)]
    assert count_publishers(places) == 100
    assert count_publishers([*places, *places]) == 100
