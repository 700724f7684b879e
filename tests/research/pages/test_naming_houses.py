import pytest

from research.pages import extract
from research.pages.naming_houses import house_told
from research.pages.sentence_names import Known, names_of, read_sentences


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Elm Hospital has named Ann Vale chief nurse.", "Elm Hospital"),
        ("Elm Care Corp., a national network of clinics, has appointed Ann Vale as president.", "Elm Care Corp"),
        ("ELMTOWN — The Elm Oaks board of trustees have hired Ann Vale as the new CEO.", "Elm Oaks"),
        ("Ann Vale joined Elm Hospital as chief nurse.", "Elm Hospital"),
        ("Elm Hospital, in a letter, said that it named Ann Vale chief nurse.", ""),
        ("Elm Hospital in Oaktown, Ill., has named Ann Vale, RN, chief nurse.", "Elm Hospital"),
        ("The Elm Oaks board has hired Ann Vale as CEO of the nursing community.", "Elm Oaks"),
        ("A friend has named Ann Vale chief nurse.", ""),
        ("Ann Vale has joined the senior team at Elmway as vice president of home care.", "Elmway"),
        ("Ann Vale has joined the senior team at Elmway, she said, as vice president.", ""),
    ],
)
def test_a_sentence_names_the_house_by_its_verb(text: str, house: str) -> None:
    (sentence,) = read_sentences(text, 0)
    names = names_of(sentence, Known({}))
    person = next(span for span, name in names if name == "Ann Vale")
    assert house_told(sentence, names, sentence.titles[-1], person, "event").rstrip(".") == house


def test_who_takes_somebody_from_another_house_is_where_the_post_is() -> None:
    (person,) = extract("Elmvale Health taps Oak Clinic's Ana Marlow as CFO\n\nIt cares for patients.").people
    assert (person.title, person.organization) == ("CFO", "Elmvale Health")


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "Dr. Ann Vale was at Elm College until she joined Oak Clinic, Inc. where she is medical director.",
            "Oak Clinic, Inc.",
        ),
        (
            "Dr. Ann Vale worked at Elm Hospital before she moved to Oak Clinic, where she is medical director.",
            "Oak Clinic",
        ),
    ],
)
def test_a_post_is_held_where_the_clause_goes_on(text: str, house: str) -> None:
    assert [(p.title, p.organization) for p in extract(text).people if p.leader] == [("medical director", house)]
