import pytest

from research.pages.sentences import MAX_SENTENCE, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dr. Ann Vale spoke. She is chief.", ["Dr. Ann Vale spoke.", "She is chief."]),
        ("It cost $3.5 million on Jan. 5. Then it grew.", ["It cost $3.5 million on Jan. 5.", "Then it grew."]),
        ("“We won.” Ann Vale agreed.", ["“We won.”", "Ann Vale agreed."]),
        ("Led by Bo Lim, M.D. He came in May.", ["Led by Bo Lim, M.D.", "He came in May."]),
        ("St. Elm Hospital Inc. is open.", ["St. Elm Hospital Inc. is open."]),
        ("", []),
    ],
)
def test_abbreviations_end_no_sentence(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_text_without_stops_is_cut_into_bounded_pieces() -> None:
    assert max(map(len, sentences("word " * 5000))) <= MAX_SENTENCE
