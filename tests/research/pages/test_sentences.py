import pytest

from research.pages.sentences import LONGEST_KEPT, MAX_SENTENCE, folded_sentences, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dr. Ann Vale spoke. She is chief.", ["Dr. Ann Vale spoke.", "She is chief."]),
        ("It cost $3.5 million on Jan. 5. Then it grew.", ["It cost $3.5 million on Jan. 5.", "Then it grew."]),
        ("“We won.” Ann Vale agreed.", ["“We won.”", "Ann Vale agreed."]),
        ("Led by Bo Lim, M.D. He came in May.", ["Led by Bo Lim, M.D.", "He came in May."]),
        ("I’m TJ. Vale. He is in the UK. We met.", ["I’m TJ. Vale.", "He is in the UK.", "We met."]),
        ("St. Elm Hospital Inc. is open.", ["St. Elm Hospital Inc. is open."]),
        ("", []),
    ],
)
def test_abbreviations_end_no_sentence(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found


def test_a_text_without_stops_is_cut_into_bounded_pieces() -> None:
    assert max(map(len, sentences("word " * 5000))) <= MAX_SENTENCE


@pytest.mark.parametrize("paragraphs", [1, 1 + LONGEST_KEPT // 20])
def test_white_space_in_a_sentence_is_folded(paragraphs: int) -> None:
    text = "Ann  Vale\tspoke. \nShe left. " * paragraphs
    assert folded_sentences(text) == ("Ann Vale spoke.", "She left.") * paragraphs
