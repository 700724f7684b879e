import pytest

from research.pages.dates import dates_in
from research.pages.mention import Source
from research.pages.post_dates import start_of
from research.pages.sentence_names import Known, names_of, read_sentences


@pytest.mark.parametrize(
    ("text", "source", "year"),
    [
        ("Ann Vale has been CEO since 2019.", "predicate", 2019),
        ("Ann Vale, CEO since 2019, spoke in 2021.", "apposition", 2019),
        ("In 2019 Ann Vale was named CEO.", "event", 2019),
        ("Ann Vale, CEO, spoke in 2021.", "apposition", None),
        ("Ann Vale is CEO, and Bo Lim came in 2019.", "predicate", None),
        ("Ann Vale is CEO.", "predicate", None),
    ],
)
def test_a_post_began_on_the_date_that_is_said_of_it(text: str, source: Source, year: int | None) -> None:
    (sentence,) = read_sentences(text, 0)
    names = names_of(sentence, Known({}))
    found = start_of(sentence, names, sentence.titles[0], source, dates_in(text, None))
    assert (found.year if found else None) == year
