"""What is never read out of a page."""

import pytest

from research.pages.private_life import is_private, public_part, public_passages, without_speech


@pytest.mark.parametrize(
    "sentence",
    [
        "She is married to Sam and has two children.",
        "He lives in Elm with his wife.",
        "In her spare time she enjoys hiking.",
        "Larkin grew up in Iowa.",
        "He is a cancer survivor and a deacon at his church.",
        "At 52 years old, she is the youngest chief.",
        "A lifelong Democrat, he ran twice.",
        "She is the proud mother of twins and two dogs.",
    ],
)
def test_sentences_of_private_life_are_told(sentence):
    assert is_private(sentence)
    assert public_passages([sentence]) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "She led the Mother Baby unit of Baptist Hospital.",
        "He directed home health services and family medicine.",
        "Larkin holds a master's degree from Elm University.",
        "She was named chief of family practice.",
        "Our family of hospitals has grown under her leadership.",
        "She oversees three children’s hospitals and a CAT scan unit in Falls Church.",
        "He led a program that changed the lives of patients and saved lives in Lafayette Parish.",
        "She directed assisted living at Baptist Health and raised $2 million in gifts.",
    ],
)
def test_words_of_health_care_are_not_private(sentence):
    assert not is_private(sentence)


def test_a_public_clause_before_a_private_one_is_kept():
    sentence = "Larkin received her master's degree from Elm University in 2009 and resides in Oakton with her husband."
    assert public_part(sentence) == "Larkin received her master's degree from Elm University in 2009"


def test_speech_is_blanked_letter_for_letter_and_a_quoted_name_is_not():
    sentence = "“She previously served as the chief of everything at another place,” said Roe."
    blanked = without_speech(sentence)
    assert len(blanked) == len(sentence)
    assert "served" not in blanked
    assert "Under 40" in without_speech("She was named to the list of “40 Under 40” leaders.")
