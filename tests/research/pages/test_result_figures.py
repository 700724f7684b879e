"""The words of a sentence that tell a result by a figure."""

import pytest

from research.pages.result_figures import figures_told


def told(sentence, start=0):
    return [sentence[begin:end] for begin, end in figures_told(sentence, start)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The huddle reduced falls by 31%.", "reduced falls by 31%"),
        ("The huddle cut waiting in half.", "cut waiting in half"),
        ("It opened a clinic, which has increased visits by more than 2,000 a year.",
         "which has increased visits by more than 2,000 a year"),
        ("The plan prevented about 40 admissions and pleased all.", "prevented about 40 admissions"),
        ("The drive raised nearly $4 million for beds.", "raised nearly $4 million for beds"),
        ("The change led to reducing infections by a third.", "led to reducing infections by a third"),
        ("The change led to 30 new beds.", "to 30 new beds"),
        ("The change, leading to improved scores of 90 percent, lasted.", "leading to improved scores of 90 percent"),
        ("This resulted in 12 fewer falls.", "resulted in 12 fewer falls"),
        ("This resulted in lowering costs threefold.", "resulted in lowering costs threefold"),
    ],
)  # fmt: skip
def test_a_verb_and_its_figure_are_told_from_the_lead_to_what_is_counted(sentence, words):
    assert told(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The huddle reduced falls.",
        "It began with 31 people.",
        "The huddle reduced falls, while the clinic and 31 others watched.",
        f"The huddle reduced {'one more kind of ' * 4}falls in 31 rooms.",
        "The huddle reduced a third-floor queue.",
    ],
)
def test_a_figure_without_a_verb_or_in_another_clause_or_far_from_it_is_no_result(sentence):
    assert told(sentence) == []


def test_several_results_come_in_order_and_none_before_the_start():
    sentence = "It reduced falls by half and cut costs by 12 percent."
    assert told(sentence) == ["reduced falls by half", "and cut costs by 12 percent"]
    assert told(sentence, sentence.index("costs")) == ["by 12 percent"]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["to ", "to the ", "led to led to ne", "resulted in ", "by a ", "over one-", "1,"])
def test_verbs_and_digits_without_end_tell_no_figure(piece):
    assert told(piece * (50_000 // len(piece)) + "\x01") == []


@pytest.mark.timeout(60)
def test_as_many_as_are_told_are_found():
    assert len(told("which cut waits by 1%. " * 2_000)) == 2_000
