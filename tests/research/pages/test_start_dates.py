import pytest

from research.pages.lines import read_text
from research.pages.start_dates import is_for_a_time, is_taken_again, start_after
from research.types import PartialDate


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ann Vale named CEO\nThe role is effective January 1, 2025, once approved.", "2025-01-01"),
        ("Ann Vale named CEO\nShe will begin her new role on October 6, 2024.", "2024-10-06"),
        ("Ann Vale named CEO\nThe hospital opened in 1951.", None),
        ("Ann Vale named CEO\nHer retirement as nurse is effective Dec. 31, 2024.", None),
        ("Ann Vale named CEO\nShe was reappointed to the office effective March 1, 2021.", None),
        (
            "Ann Vale named permanent CEO\nShe began as interim CEO in March 2023. She will take over in May 2024.",
            "2024-05",
        ),
        ("Ann Vale named interim CEO\nShe began as interim CEO in March 2023.", "2023-03"),
        ("Ann Vale named CEO\nShe began her career with Elm Hospital in 1998 as the imaging coordinator.", None),
        ("Ann Vale named CEO\nShe started in the role of a nurse in 1998 as a float nurse.", None),
        ("Ann Vale named CEO\nShe will start in the role on May 1, 2024, as the new leader.", "2024-05-01"),
    ],
)
def test_the_start_of_an_announced_post_stands_in_a_sentence_of_its_own(text: str, start: str | None) -> None:
    found = start_after(read_text(text), [0], "CEO")
    assert (str(found) if found else None) == start


@pytest.mark.parametrize(
    ("sentence", "year", "again"),
    [
        ("Ann Vale was reappointed CEO in 2023.", 2023, True),
        ("In 2023, Ann Vale was re-elected chair.", 2023, True),
        ("Ann Vale has been CEO since 2016 and was reappointed in 2020.", 2016, False),
        ("Ann Vale has been CEO since 2016 and was reappointed in 2020.", 2020, True),
        ("Ann Vale was appointed CEO in 2023.", 2023, False),
    ],
)
def test_a_post_that_is_taken_again_did_not_begin_then(sentence: str, year: int, again: bool) -> None:
    assert is_taken_again(sentence, PartialDate(year)) is again


def test_interim_and_acting_posts_are_held_for_a_time() -> None:
    assert is_for_a_time("Interim Chief Nursing Officer")
    assert is_for_a_time("acting")
    assert not is_for_a_time("chief nursing officer of the practice")
