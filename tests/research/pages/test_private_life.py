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
        "She is a proud grandmother of five.",
        "He and his family make their home in Oakton.",
        "Larkin is a breast cancer survivor.",
        "A native of Iowa, she loves the outdoors.",
        "She lives with her three sons and a rescue dog.",
        "He stepped down for health reasons.",
        "She resigned to spend more time with her family.",
        "He is retiring for family reasons.",
        "Larkin, 52, was named chief executive officer.",
        "Larkin, age 52, was named chief executive officer.",
        "She turned 60 in May.",
        "“My husband and I love the town,” she said.",
        "He is an active member of Riverton Baptist Church.",
        "She is a member of St. Ann’s Parish and sings in the church choir.",
        "He is an ordained minister.",
        "She is a devout Catholic.",
        "Her faith guides her.",
        "When he is not working, he plays golf.",
        "Outside of work, she runs marathons.",
        "She is an avid reader and hiker.",
        "He enjoys fishing and woodworking.",
        "“I was diagnosed with diabetes at 30,” he said.",
        "She took maternity leave in 2019.",
        "She was born in Elm County and raised by her grandparents.",
        "He is a registered voter.",
        "Larkin is the father of three daughters.",
        "Her hobbies include yoga.",
        "They have four grown children.",
        "His battle with cancer changed him.",
        "He is in long-term recovery from addiction.",
        "He celebrated his 50th birthday.",
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
        "She expanded the pediatric program for young children and their families.",
        "The Sisters of Mercy founded the hospital in 1902 and own it today.",
        "Sister Mary Larkin is president of Mercy Hospital.",
        "Mother of Mercy Hospital opened its third clinic.",
        "She is chief executive of Oak Health, the parent of Elm Hospital.",
        "Larkin led the launch of a program for people living with diabetes.",
        "The clinic treats patients diagnosed with breast cancer.",
        "He opened a residency in family medicine with 12 residents.",
        "Under her leadership, $12 million was raised in two years.",
        "The foundation raised by far the most funds.",
        "She started a screening program for adults aged 65 and older.",
        "He expanded vaccination to children under 5 years old.",
        "The hospital, which is 100 years old, was rebuilt under his leadership.",
        "She leads the nursing home in Oakton and a hospice.",
        "The team brought care at home with nurses on call.",
        "He created a fund for military spouses who study nursing.",
        "She oversaw a stroke program and her cancer program grew by 40 percent.",
        "Her cancer center received accreditation.",
        "The hospital celebrated its 100th birthday.",
        "He started a therapy dog program for inpatients.",
        "She is an avid supporter of nurse education.",
        "Patients and their families can now get care in their homes.",
        "He oversees the sister hospital in Elm and two sister hospitals in Ohio.",
        "She joined the Catholic health system sponsored by the Sisters of Charity.",
        "He is a graduate of Moody Bible College with a degree in accounting.",
        "The program reaches families where they live.",
        "She partnered with houses of worship to vaccinate 4,000 people.",
        "The system is recovering from the cyberattack under his lead.",
        "She loves being a nurse leader.",
        "He created a cancer survivorship program and a support group for cancer survivors.",
        "She works with patients who live with heart failure.",
        "She wrote for the Elm Democrat-Gazette.",
        "He led mothers and babies care and family-centered maternity care.",
        "He joined as a chaplain and became vice president of mission.",
        "She is responsible for 40 departments, 25 of which are new.",
        "Larkin was named to the 40 Under 40 list.",
        "She served as president of the board for the Parent Teacher partnership.",
        "He oversaw the merger of two hospitals in 2012 and three clinics.",
        "Nurses spend more time with patients since she redesigned rounds.",
        "She spends most of her time at the bedside.",
        "Ana Larkin, chief executive officer of Elm Methodist Hospital, said so.",
        "He built a 25-bed unit for seniors and adults over 65.",
        "The hospital is owned by the United Methodist Church.",
        "She leads a home for adults with disabilities and brain injury.",
    ],
)
def test_words_of_health_care_are_not_private(sentence):
    assert not is_private(sentence)


def test_a_public_clause_before_a_private_one_is_kept():
    sentence = "Larkin received her master's degree from Elm University in 2009 and resides in Oakton with her husband."
    assert public_part(sentence) == "Larkin received her master's degree from Elm University in 2009"


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "A native of Iowa, Larkin received her BSN from Elm University in 2009.",
            "Larkin received her BSN from Elm University in 2009.",
        ),
        (
            "A mother of two, she joined Oak Health in 2012 as director of nursing.",
            "she joined Oak Health in 2012 as director of nursing.",
        ),
        (
            "Larkin, 52, previously served as director of nursing at Elm Hospital.",
            "previously served as director of nursing at Elm Hospital.",
        ),
        ("Larkin grew up in Elm, Iowa and studied the liberal arts there.", ""),
        ("She lives in Oakton with her husband, Sam, a retired teacher of the deaf.", ""),
    ],
)
def test_a_public_clause_behind_a_private_one_is_kept_where_it_stands_by_itself(sentence, kept):
    assert public_part(sentence) == kept
    assert kept in sentence


def test_speech_is_blanked_letter_for_letter_and_a_quoted_name_is_not():
    sentence = "“She previously served as the chief of everything at another place,” said Roe."
    blanked = without_speech(sentence)
    assert len(blanked) == len(sentence)
    assert "served" not in blanked
    assert "Under 40" in without_speech("She was named to the list of “40 Under 40” leaders.")
