import pytest

from research.pages.care_names import is_health, is_other_field


@pytest.mark.parametrize(
    "name",
    [
        "Elm Health",
        "BayElmCare",
        "elmhealth",
        "Vale County Hospital",
        "Vale Senior Living",
        "Vale Dental Arts",
        "Vale Brain Injury Alliance",
        "Vale College of Surgeons",
        "Vale Academy of Family Physicians",
        "Vale Society of Paediatricians",
        "Epilepsy Foundation of Vale",
        "Elm County Visiting Nurses Assn",
        "Vale Family Practice",
        "Vale Birth Center",
        "Vale Blood Bank",
        "Vale IPA",
        "Vale VA",
    ],
)
def test_names_of_health_care_are_known_by_their_words(name: str) -> None:
    assert is_health(name)


@pytest.mark.parametrize(
    "name",
    [
        "Vale School of Medicine",
        "Elm Health Software",
        "Vale Bank",
        "Elm County",
        "Elm Health Radio",
        "Elm Health Credit Union",
    ],
)
def test_names_of_other_fields_are_too(name: str) -> None:
    assert not is_health(name)


def test_a_plain_name_is_neither() -> None:
    assert not is_health("Elmtec")
    assert not is_other_field("Elmtec")


@pytest.mark.parametrize("name", ["Vale College of Nursing", "Vale College of Law", "Zed Well-Being", "Vale Equity"])
def test_schools_of_a_calling_and_plain_words_name_no_house_of_care(name: str) -> None:
    assert not is_health(name)


def test_a_hospital_for_animals_is_none_of_health_care() -> None:
    assert not is_health("Elmvale Animal Hospital")
    assert is_other_field("Elmvale Animal Hospital")
    assert is_health("Clínica Elmvale")
