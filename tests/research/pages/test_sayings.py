"""People's own words."""

from research.pages.model import Line, PageText, PersonFound
from research.pages.sayings import sayings_in


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
