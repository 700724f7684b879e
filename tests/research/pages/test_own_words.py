"""Own words about a private life, and own words about the work."""

import pytest

from research.pages.own_words import tells_own_life


@pytest.mark.parametrize(
    "words",
    [
        "After my divorce I learned to listen",
        "After my miscarriage I changed",
        "Since my hip replacement I walk slowly",
        "I have lived with multiple sclerosis for ten years",
        "I had surgery in May and came back to work",
        "I am 61 and tired.",
        "I’m now sixty and still here",
        "I turned 60 and kept working",
        "I voted for the governor.",
        "We go to Mass every week",
        "We pray for each of them",
        "I am a proud Democrat",
        "I was raised Baptist",
        "Our neighbor's stroke moved us",
        "My mother's dementia shaped how I lead",
        "Bo is recovering well from his bypass surgery.",
        "We all felt for Bo's stroke and his long absence",
        "Our daughter was born here",
        "Jesus is my leader in all of this",
    ],
)
def test_words_about_a_private_life_are_told_apart(words):
    assert tells_own_life(words)


@pytest.mark.parametrize(
    "words",
    [
        "We want every patient to be heard",
        "Our cancer program has grown twice in my time",
        "My surgery team is the best in the state",
        "We fight cancer every day in these rooms",
        "Our family of nurses has grown",
        "We have two hip replacement surgeons",
        "Patients with Alzheimer’s disease need more of us",
        "I have led stroke care here for ten years",
        "I am 100 percent sure that this works",
        "We are 50 nurses strong this year",
        "We raised $2 million for the hospice",
        "Children’s cancer care is what we do",
        "I have had cancer patients thank me for this",
        "We were engaged in it from the first day",
        "Our children’s hospital opened in May",
    ],
)
def test_words_about_the_work_are_no_private_life(words):
    assert not tells_own_life(words)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["I have ", "my own ", "Elm’s own ", "I am now ", "we go to ", "recovering from "])
def test_hostile_text_is_read_and_tells_no_life(piece):
    assert not tells_own_life(piece * (50_000 // len(piece)))
