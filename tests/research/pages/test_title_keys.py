import pytest

from research.pages.title_keys import title_key, titles_alike


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("CEO", "Chief Executive Officer", True),
        ("VP & CNO", "vice president and chief nursing officer", True),
        ("new CEO", "CEO", True),
        ("CEO", "Chief Financial Officer", False),
        ("", "CEO", False),
    ],
)
def test_titles_are_one_by_their_words(a: str, b: str, alike: bool) -> None:
    assert titles_alike(title_key(a), title_key(b)) is alike
