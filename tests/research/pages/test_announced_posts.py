"""The words that announce posts, and where they were held."""

import pytest

from research.pages.announced_posts import announcements


def told(sentence):
    return [(sentence[one.start : one.end], one.place) for one in announcements(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("She has held positions including chief nurse.", "held positions including "),
        ("He filled many senior roles, such as those of controller.", "filled many senior roles, such as those of "),
        ("She worked in several posts: controller, then clerk.", "worked in several posts: "),
        ("Her previous leadership roles include controller.", "previous leadership roles include "),
        ("Prior experience as controller.", "Prior experience as "),
        ("Her experience in two clinics, including director of quality.", "experience in two clinics, including "),
        ("His background includes roles as a controller.", "background includes roles as "),
        ("He held the position of controller.", "held the position of "),
        ("Past positions included serving as controller.", "Past positions included serving as "),
    ],
)
def test_posts_are_announced_by_a_noun_and_the_words_that_introduce_them(sentence, found):
    assert told(sentence) == [(found, "")]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("She held roles at Larkspur Clinic including controller.", "Larkspur Clinic"),
        ("She held roles with Larkspur Clinic, including controller.", "Larkspur Clinic"),
        ("She held roles for Larkspur and the Elm Board including controller.", "Larkspur and the Elm Board"),
        ("She held roles of weight at Larkspur Clinic including controller.", ""),
        (f"She held roles at {'the Elm ' * 9}Board, including controller.", ("the Elm " * 9)[:70]),
    ],
)
def test_the_place_behind_the_noun_is_where_they_were_held(sentence, place):
    assert [found for _, found in told(sentence)] == [place]


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinic opened positions including controller.",
        "She has experience as a controller.",
        "She held roles; others, including her sister, did not.",
        "She held roles.",
        f"She held {'one of the ' * 10}roles including controller.",
        f"She held roles {'of the same kind ' * 5}, including controller.",
        f"Her experience {'of the same kind ' * 7}, including controller.",
    ],
)
def test_nothing_is_announced_by_others_in_another_clause_or_from_far_away(sentence):
    assert told(sentence) == []


def test_the_first_verb_begins_and_what_follows_begins_anew():
    sentence = "He held and later filled earlier roles such as clerk, and assumed posts including controller."
    assert [words for words, _ in told(sentence)] == [
        "held and later filled earlier roles such as ",
        "assumed posts including ",
    ]


def test_what_was_held_by_name_and_announces_more_is_told_once():
    sentence = "She held the position of clerk and other roles, including controller."
    assert [words for words, _ in told(sentence)] == ["held the position of clerk and other roles, including "]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["held post at ", "job ", "former job at ", "experience ", "held the title ", ", "])
def test_beginnings_without_end_announce_nothing(piece):
    assert announcements(piece * (50_000 // len(piece)) + "\x01") == ()


@pytest.mark.timeout(60)
def test_as_many_as_are_announced_are_told():
    assert len(announcements("held a job as " * 3_000)) == 3_000
