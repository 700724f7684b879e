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
        ", who signed on in fall as",
        " would serve as",
    ],
)
def test_appointments_are_events(gap: str) -> None:
    assert prose_patterns.EVENT.search(gap)


@pytest.mark.parametrize("gap", [" has appointed a", " has named", " met the"])
def test_who_appoints_is_not_appointed(gap: str) -> None:
    assert not prose_patterns.EVENT.search(gap)


@pytest.mark.parametrize(
    "gap",
    [
        " will retire Aug. 19, ending a 20-year tenure as the",
        " plans to retire in June after twelve years as",
        " is stepping down, concluding a decade as its",
    ],
)
def test_whoever_ends_a_time_in_a_post_leaves_it(gap: str) -> None:
    found = prose_patterns.LEAVES.search(gap)
    assert found is not None
    assert not found.group("past")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", [" will retire ending a b", " retire, after a as", " retires x"])
def test_long_text_about_leaving_ends(unit: str) -> None:
    assert prose_patterns.LEAVES.search(unit * (50_000 // len(unit))) is None


def test_leaving_a_post_is_told_from_having_left_it() -> None:
    leaving = prose_patterns.LEAVES.search(" will step down as")
    left = prose_patterns.LEAVES.search(" resigned as")
    assert leaving is not None
    assert left is not None
    assert not leaving.group("past")
    assert left.group("past")
