"""People's own words."""

import pytest

from research.pages.model import Line, PageText, PersonFound
from research.pages.sayings import MAX_WELCOMES, sayings_in


def said(*lines, people=("Ana Larkin", "Bo Roe")):
    page = PageText("article", tuple(Line(text) for text in lines), "\n".join(lines))
    found = sayings_in(page, tuple(PersonFound(name) for name in people))
    return [[saying.words for saying in sayings] for sayings in found]


def test_the_speaker_is_named_behind_the_words():
    assert said("“We will open two more clinics,” said Ana Larkin, chief nurse of Oak Health.") == [
        ["We will open two more clinics"],
        [],
    ]


def test_the_speaker_is_named_before_the_words():
    assert said("Bo Roe said: “We will open two more clinics.”") == [[], ["We will open two more clinics."]]


def test_words_broken_by_the_attribution_are_one_speakers():
    first, _ = said("“We began with two nurses,” Larkin said. “Now there are forty of them.”")
    assert first == ["We began with two nurses", "Now there are forty of them."]


def test_a_speech_over_paragraphs_goes_on():
    first, _ = said(
        "“We began with two nurses here,” said Larkin. “It was hard for all of us.",
        "“Now there are forty nurses in it.”",
    )
    assert first[-1] == "Now there are forty nurses in it."


def test_a_pronoun_is_the_speaker_before():
    first, _ = said("“We began with two nurses,” said Larkin.", "“Now there are forty of them,” she added.")
    assert len(first) == 2


def test_words_of_somebody_else_are_nobodys():
    assert said("Larkin helped him. “She listened to everything I said,” a patient shared.") == [[], []]
    assert said("“We thank Ana Larkin for all of her work,” said Cy Doe, mayor of Elm.") == [[], []]


def test_words_about_one_person_are_the_speakers():
    assert said("“Ana Larkin is the best nurse we ever had,” said Bo Roe, president.") == [
        [],
        ["Ana Larkin is the best nurse we ever had"],
    ]


def test_titles_and_terms_in_marks_are_no_sayings():
    assert said("Larkin was named to the “40 Under 40” list, said Roe.") == [[], []]


def test_words_of_private_life_are_left_out():
    assert said("“My husband and I enjoy hiking with our two children,” said Larkin.") == [[], []]


def test_a_signed_quotation_is_the_signers():
    assert said("“I enjoy working with all of our nurses here.”", "– Ana Larkin, chief nurse")[0] == [
        "I enjoy working with all of our nurses here."
    ]


def test_straight_marks_are_read():
    assert said('"We will open two more clinics," said Larkin.')[0] == ["We will open two more clinics"]


def test_a_page_without_people_has_no_sayings():
    assert said("“We will open two more clinics,” said Larkin.", people=()) == []


WELCOMES = [
    "We are thrilled to welcome such a leader to our team",
    "We are so pleased to announce that she was appointed today",
    "I am honored to join the people of this hospital",
    "Please join me in congratulating her on this new role",
    "She is the right person to lead the next chapter here",
    "Her extensive experience in nursing will be an asset to us all",
    "She brings more than two decades of practice to the hospital",
    "We look forward to working with her in the years to come",
]


@pytest.mark.parametrize("welcome", WELCOMES)
def test_words_about_the_work_stand_before_words_about_an_appointment(welcome):
    work = "We opened two clinics and cut the wait by half."
    first, _ = said(f"“{welcome},” said Ana Larkin.", f"“{work}” said Ana Larkin.")
    assert first == [work, welcome]


def test_no_more_than_a_few_words_about_appointments_are_kept():
    first, _ = said(*(f"“{welcome},” said Ana Larkin." for welcome in WELCOMES))
    assert first == WELCOMES[:MAX_WELCOMES]


@pytest.mark.parametrize(
    "work",
    [
        "We are proud of the nurses who opened this clinic in a year",
        "We are excited to open the clinic for our patients in May",
        "Our leadership team will build two more wards next year",
        "We welcome patients from four counties in the new unit",
    ],
)
def test_pride_in_the_work_is_no_welcome(work):
    first, _ = said(f"“{WELCOMES[0]},” said Ana Larkin.", f"“{work},” said Ana Larkin.")
    assert first == [work, WELCOMES[0]]
