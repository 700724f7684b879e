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
        "Epilepsy Foundation of Vale",
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
