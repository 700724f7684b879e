import pytest

from research.pages import prose_patterns


@pytest.mark.parametrize(
    "gap",
    [
        ", an expert, has been named the",
        " was recently promoted to",
        " joined Elm Health in 2020 as",
        " will become",
        " to serve as",
    ],
)
def test_appointments_are_events(gap: str) -> None:
    assert prose_patterns.EVENT.search(gap)


@pytest.mark.parametrize("gap", [" has appointed a", " has named", " met the"])
def test_who_appoints_is_not_appointed(gap: str) -> None:
    assert not prose_patterns.EVENT.search(gap)


def test_leaving_a_post_is_told_from_having_left_it() -> None:
    leaving = prose_patterns.LEAVES.search(" will step down as")
    left = prose_patterns.LEAVES.search(" resigned as")
    assert leaving is not None
    assert left is not None
    assert not leaving.group("past")
    assert left.group("past")
