"""Whether a sentence says that a post is held, was held, or is only spoken of."""

import pytest

from research.pages.standing import is_of_predecessor, standing_of

NAME = "Ana Larkin"


def test_what_is_told_of_the_one_before_is_that_ones() -> None:
    sentence = "Bo Lim will succeed Ana Larkin, who was named CEO of Oak Health."
    assert not is_of_predecessor(sentence, NAME, "CEO")
    assert is_of_predecessor(sentence, "Bo Lim", "CEO")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Larkin denied that she would become CEO of Oak Health.",
        "Ana Larkin is not the CEO of Oak Health.",
        "Ana Larkin could be named CEO of Oak Health next year.",
        "If appointed, Ana Larkin would be CEO of Oak Health.",
        "If the board agrees, Ana Larkin will be named CEO of Oak Health.",
        "Oak Health offered Ana Larkin the job of CEO.",
        "Oak Health offered the post of CEO to Ana Larkin.",
        "Ana Larkin turned down the position of CEO at Oak Health.",
        "Ana Larkin is rumored to be the next CEO of Oak Health.",
        "Rumors that Ana Larkin is the new CEO of Oak Health spread.",
        "Ana Larkin, a candidate for CEO of Oak Health, spoke.",
        "The board considered Ana Larkin for CEO.",
        "The appointment of Ana Larkin as CEO of Oak Health was withdrawn.",
        "Will Ana Larkin become CEO of Oak Health?",
        "Had Ana Larkin become CEO, much would differ.",
        "Ana Larkin, daughter of Oak Health CEO Bo Larkin, spoke.",
        "Nobody believed that Ana Larkin was CEO of Oak Health.",
        "Nobody believes Ana Larkin is CEO of Oak Health.",
        "Ana Larkin, once tipped to become CEO of Oak Health, left.",
        "Ana Larkin is almost certainly CEO of Oak Health.",
        "Ana Larkin is CEO of Oak Health in all but name.",
        "A judge found that Ana Larkin is CEO of Oak Health only on paper.",
        "An earlier version of this article said that Ana Larkin is CEO of Oak Health.",
        "Ana Larkin succeeds Bo Poe, who retired as CEO of Oak Health.",
    ],
)
def test_a_post_that_is_denied_offered_or_only_possible_is_not_held(sentence):
    assert standing_of(sentence, NAME, "CEO") == "not held"


@pytest.mark.parametrize(
    "sentence",
    [
        "Oak Health fired Ana Larkin, its CEO.",
        "Oak Health ousted its CEO, Ana Larkin.",
        "The late Ana Larkin, CEO of Oak Health, was honored.",
        "Ana Larkin, CEO of Oak Health, died on Sunday.",
        "Ana Larkin, CEO of Oak Health, resigned in 2019.",
        "Ana Larkin, CEO of Oak Health, was dismissed in March.",
        "Ana Larkin, CEO of Oak Health, was fired and replaced.",
        "Ana Larkin stepped down as CEO of Oak Health.",
        "Ana Larkin was removed as CEO of Oak Health.",
        "Oak Health parted ways with CEO Ana Larkin.",
        "The board accepted the resignation of CEO Ana Larkin.",
        "Ana Larkin, retired CEO of Oak Health, spoke.",
        "Ana Larkin used to be CEO of Oak Health.",
        "Ana Larkin is no longer CEO of Oak Health.",
    ],
)
def test_a_post_that_was_left_or_lost_has_ended(sentence):
    assert standing_of(sentence, NAME, "CEO") == "ended"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Larkin, CEO of Oak Health, denied the report.",
        "Ana Larkin, CEO of Oak Health, declined to comment.",
        "Ana Larkin, CEO of Oak Health, said a former nurse resigned.",
        "Ana Larkin, CEO of Oak Health, fired a contractor.",
        "Ana Larkin, CEO of Oak Health, was nominated for the Elm Award.",
        "Ana Larkin became CEO of Oak Health after Bo Poe was fired.",
        "“If we act now, we could save lives,” said Ana Larkin, CEO of Oak Health.",
        "Ana Larkin will become CEO of Oak Health in July.",
        "Ana Larkin becomes CEO of Oak Health, succeeding Bo Poe, who retired.",
        "Oak Health has named Ana Larkin CEO, replacing Bo Poe, who resigned in June.",
        "Ana Larkin is the new CEO of Oak Health, taking over from Bo Poe, who stepped down in May.",
        "Ana Larkin, the new CEO of Oak Health, met her predecessor, who retired.",
        "Ana Larkin, a former nurse, is CEO of Oak Health.",
        "Nine in ten want CEO Ana Larkin to resign.",
        "Ana Larkin (born May 1, 1970) is the CEO of Oak Health.",
        "Ana Larkin joined on May 3 as CEO of Oak Health.",
        "The doctors want Ana Larkin, CEO of Oak Health, to stay.",
        "The board met.",
    ],
)
def test_what_is_said_of_other_things_does_not_end_a_post(sentence):
    assert standing_of(sentence, NAME, "CEO") == "held"


def test_a_title_of_honor_is_a_post_that_has_ended():
    assert standing_of("Ana Larkin, president emeritus of Oak Health", NAME, "president emeritus") == "ended"
    both = "president emeritus and senior fellow"
    assert standing_of(f"Ana Larkin, {both}, spoke.", NAME, both) == "held"


def test_what_is_told_of_the_one_before_is_not_the_new_ones():
    sentence = "Ana Larkin succeeds Bo Poe, who led Oak Health since 2009 and won the Elm Award."
    assert is_of_predecessor(sentence, NAME, "Elm Award")
    assert not is_of_predecessor("Ana Larkin, who won the Elm Award, succeeds Bo Poe.", NAME, "Elm Award")
    assert not is_of_predecessor("She succeeds Bo Poe, who retired. Larkin won the Elm Award.", NAME, "Elm Award")


@pytest.mark.parametrize(
    "piece", ["the ", "Oak ", "if ", "offered ", "was ", "died, ", "succeeds Bo, ", "A", "“", ", "]
)
def test_hostile_sentences_are_survived(piece):
    text = (piece * 60_000)[:50_000]
    assert standing_of(f"{text} Ana Larkin {text[:100]} CEO {text}", NAME, "CEO") in {"held", "ended", "not held"}
    assert is_of_predecessor(f"{text} CEO", NAME, "CEO") in {True, False}


def test_who_takes_a_post_over_from_somebody_who_left_holds_it() -> None:
    sentence = "Ann Vale, the chief nurse, has resigned and been replaced on an interim basis by Bo Lim."
    assert standing_of(sentence, "Bo Lim", "chief nurse") == "held"
    assert standing_of(sentence, "Ann Vale", "chief nurse") == "ended"
