import pytest

from research.pages.tokens import MAX_TOKENS, slice_text, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dr. J. Robert Oakes, M.D.", ["Dr.", "J.", "Robert", "Oakes", ",", "M.D."]),
        ("JJ. Vale of the UK. Oak", ["JJ.", "Vale", "of", "the", "UK", ".", "Oak"]),
        ("Elm Health’s CEO", ["Elm", "Health", "’s", "CEO"]),
        ("the women’s clinic", ["the", "women’s", "clinic"]),
        ("Ann O'Neil-Vance", ["Ann", "O'Neil-Vance"]),
        ("President/CEO (P3)", ["President", "/", "CEO", "(", "P3", ")"]),
        ("**Ann Vale**, [CEO](https://elm.example)", ["Ann", "Vale", ",", "CEO"]),
        ("Ann d’Arcy and E\u0323la o\u0323\u0300na", ["Ann", "d’Arcy", "and", "E\u0323la", "o\u0323\u0300na"]),
        ("Bo Lim, Psy.D, L.P.C.", ["Bo", "Lim", ",", "Psy.D", ",", "L.P.C."]),
    ],
)
def test_words_abbreviations_and_marks_are_told_apart(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_a_slice_is_literal_but_for_marks_of_markdown() -> None:
    text = "**Ann Vale**, chief nurse"
    assert slice_text(text, tokenize(text), 0, 4) == "Ann Vale, chief"


def test_an_endless_line_is_cut() -> None:
    assert len(tokenize("word " * 10 * MAX_TOKENS)) == MAX_TOKENS


@pytest.mark.parametrize("word", ["deVries", "delMar", "vanDoren", "d'Arcy", "dell’Acqua"])
def test_a_surname_may_begin_with_a_joined_particle(word: str) -> None:
    assert tokenize(word)[0].is_capital


@pytest.mark.parametrize("word", ["delta", "eHealth", "o\u0323\u0300na", "d’accord"])
def test_other_words_in_small_letters_are_no_surnames(word: str) -> None:
    assert not tokenize(word)[0].is_capital
