import pytest

from research.pages.name_credentials import aside_end, credentials_at, name_tail
from research.pages.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        ("Ann Vale, RN, MBA", ("RN", "MBA")),
        ("Ann Vale AO", ("AO",)),
        ("Ann Vale, RN, USA", ("RN", "USA")),
        ("San Vale, USA", ()),
        ("Ann Vale, CEO", ()),
        ("Ann Vale, CCC-SLP/L", ("CCC-SLP/L",)),
    ],
)
def test_what_stands_behind_a_name_is_read_as_its_credentials(text: str, credentials: tuple[str, ...]) -> None:
    tokens = tokenize(text)
    assert name_tail(tokens, 2, [False] * len(tokens), lenient=False)[2] == credentials


def test_a_suffix_belongs_to_the_name() -> None:
    tokens = tokenize("Bo Lim, Jr., MD")
    assert name_tail(tokens, 2, [False] * len(tokens), lenient=False)[0] == 4


def test_a_bracket_about_rank_is_read_over() -> None:
    assert aside_end(tokenize("(Retd.) Ann"), 0) == 4
    assert aside_end(tokenize("(Elm) Ann"), 0) == 0


def test_letters_of_a_state_behind_a_title_are_no_credential_alone() -> None:
    assert credentials_at(tokenize("Chief, RN, PA"), 1) == ("RN", "PA")
    assert credentials_at(tokenize("Chief, PA"), 1) == ()
