from research.pages.lines import read_text
from research.pages.page_owner import owner_of
from research.pages.whole_names import organizations_in


def test_a_verb_in_capitals_ends_a_name() -> None:
    assert organizations_in("Elm Health Receives Awards at Vale Hospital") == ("Elm Health", "Vale Hospital")


def test_a_paper_about_a_house_is_not_its_name() -> None:
    text = "Trust Board Minutes\n\nOAKVALE & ELM NHS TRUST Minutes of a Meeting held in May."
    assert owner_of(read_text(text)).name == "OAKVALE & ELM NHS TRUST"
    assert (
        owner_of(read_text("Portrait of Elmvale Hospital nurse Ana Roe\nElmvale Hospital")).name == "Elmvale Hospital"
    )


def test_a_minister_and_the_ministry_are_no_house() -> None:
    assert organizations_in("The Minister for Health and Ambulance Services Abe Vale") == ()


def test_a_question_in_capitals_names_no_organization() -> None:
    assert organizations_in("WHAT PLANS DO YOU HAVE FOR THE FOUNDATION AS ITS NEW CHAIR?") == ()


def test_what_somebody_is_before_a_house_is_no_part_of_its_name() -> None:
    assert organizations_in("Senior Staff Psychologist Elm Vale Hospital") == ("Elm Vale Hospital",)
    assert organizations_in("Visiting Nurse Association of Elmvale") == ("Visiting Nurse Association of Elmvale",)
