import pytest

from research.pages.predicates import event_status, fills, perfect_status, predicate_of, status_of
from research.pages.sentence_names import Sentence, read_sentences


def read(text: str) -> Sentence:
    (sentence,) = read_sentences(text, 0)
    return sentence


@pytest.mark.parametrize(
    ("gap", "found"),
    [
        (" has been named ", ("event", "current")),
        (" joins the clinic from Elm Health, where she served as ", ("predicate", "former")),
        (" has gladly accepted our offer to serve as ", ("event", "incoming")),
        (" will become ", ("event", "incoming")),
        (" is ", ("predicate", "current")),
        (" resigned as ", ("predicate", "former")),
        (" will retire as ", ("predicate", "outgoing")),
        (" has served as ", ("predicate", "perfect")),
        (" was ", ("predicate", "former")),
        (" admires ", None),
    ],
)
def test_a_verb_binds_a_title_to_a_name(gap: str, found: tuple[str, str] | None) -> None:
    sentence = read(f"Ann Vale{gap}president.")
    assert predicate_of(sentence, gap, sentence.titles[0]) == found


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("", True),
        (", who", True),
        (", a nurse,", True),
        ("also", True),
        ("said “yes” and", False),
        ("; Bo", False),
        (", and", False),
    ],
)
def test_an_aside_may_stand_between_subject_and_verb(words: str, may: bool) -> None:
    assert fills(words) is may


def test_the_words_beside_a_title_tell_its_status() -> None:
    interim = read("Ann Vale was named interim president.")
    assert event_status(" was named ", interim.titles[0]) == "interim"
    former = read("Ann Vale, formerly president, spoke.")
    assert status_of(former, former.titles[0]) == "former"
    earlier = read("Ann Vale has previously served as president.")
    assert perfect_status(earlier, " has previously served as ", earlier.titles[0]) == "former"
