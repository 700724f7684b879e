"""Awards of one person."""

import pytest

from research.pages.awards import awards_of
from research.pages.model import PersonFound
from research.types import PartialDate


def awards(*passages, others=("Bo Roe",)):
    return [award.name for award in awards_of(PersonFound("Ana Larkin", passages=passages), others)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Larkin was awarded the Oakton Medal of Honor in 2019.", ["Oakton Medal of Honor"]),
        ((
            "In 2016, Larkin was named an “Influent"
            "ial Woman in Business” by the Elm News."
        ), ["Influential Woman in Business"]),
        ("She was twice honored as a Speaker of the Year.", ["Speaker of the Year"]),
        ((
            "Larkin was named to the Elm Review’s l"
            "ist of “100 hospital leaders to know.”"
        ), ["100 hospital leaders to know"]),
        ((
            "She earned the following honors: Excellence in Medicine Award, the Carl Birch Prize, "
            "and the Ann Fir Scholarship."
        ),
         ["Excellence in Medicine Award", "Carl Birch Prize", "Ann Fir Scholarship"]),
        ("She is the recipient of the Elm Leadership Award.", ["Elm Leadership Award"]),
        ((
            "Larkin has been selected as one of six "
            "scholars for the Elm Executive Program."
        ), ["one of six scholars for the Elm Executive Program"]),
        ("She was recognized with a Regents award from the College of Elm.", ["Regents award"]),
    ],
)  # fmt: skip
def test_an_award_is_read(sentence, expected):
    assert awards(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Under her leadership, the hospital received the Elm Quality Award.",
        "Larkin thanked the team, which received the Elm Quality Award.",
        "She was named Senior Vice President of Oak Health.",
        "Larkin is board certified and was recognized as a Fellow of the American College of Elm.",
        "Larkin presented the Elm Quality Award.",
        "Bo Roe received the Elm Quality Award.",
        "From left, Bo Roe, chief nurse, received the Elm Quality Award.",
        "She was inducted into the Elm Honor Society.",
    ],
)
def test_what_is_no_award_of_this_person_is_left_out(sentence):
    assert awards(sentence) == []


def test_the_year_is_the_sentences_only_date():
    (award,) = awards_of(PersonFound("Ana Larkin", passages=("In 2016, Larkin received the Elm Quality Award.",)))
    assert award.year == PartialDate(2016)
    assert award.quote == "In 2016, Larkin received the Elm Quality Award."


def test_an_initial_ends_no_award():
    assert awards("Larkin was selected as one of six scholars for the 2019 Bo C. Roe Executive Program.") == [
        "one of six scholars for the 2019 Bo C. Roe Executive Program"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Larkin was nominated for the 2020 Elm Award.",
        "Larkin was a finalist for the Elm Award and was honored at dinner.",
        "She was shortlisted for the 2019 Oak Medal of Honor.",
        "Larkin lost the 2021 Elm Award to Bo Roe.",
        "Larkin was named an Elm Award finalist.",
        "She received word that she was stripped of the 2019 Elm Award.",
    ],
)
def test_an_award_that_was_not_won_is_none(sentence):
    assert awards(sentence) == []


def test_an_award_that_was_won_after_all_is_one():
    assert awards("Larkin was nominated for and received the 2020 Elm Award.") == ["2020 Elm Award"]
    assert awards("Larkin, twice a finalist, won the 2021 Oak Award.") == ["2021 Oak Award"]


@pytest.mark.parametrize(
    "name",
    ["Catholic Mother of the Year Award", "Jewish Women’s Leadership Award", "Republican Party Volunteer Award"],
)
def test_an_honor_for_faith_party_or_family_is_left_out(name):
    assert awards(f"Larkin received the {name} in 2018.") == []


def test_the_name_of_a_house_may_hold_the_word_of_a_faith():
    assert awards("Larkin received the Catholic Health Leadership Award.") == ["Catholic Health Leadership Award"]
    assert awards("She received the Methodist Hospital Nurse of the Year Award.") == [
        "Methodist Hospital Nurse of the Year Award"
    ]
