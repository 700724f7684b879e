from research.pages.house_words import is_no_house, is_place


def test_a_county_is_a_place_and_its_hospital_is_none() -> None:
    assert is_place("Elm County")
    assert not is_place("Elm County Hospital")
    assert not is_place("County")


def test_a_method_and_a_trade_are_no_houses() -> None:
    assert is_no_house("applied behavior analysis")
    assert is_no_house("care workers")
    assert not is_no_house("elm behavior clinic")
