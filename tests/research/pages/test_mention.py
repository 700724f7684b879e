from research.pages.mention import WEIGHT, is_clinical


def test_a_card_outweighs_news_and_news_outweighs_an_apposition() -> None:
    assert WEIGHT["card"] > WEIGHT["event"] > WEIGHT["apposition"] > WEIGHT["name"]


def test_clinicians_are_told_by_their_credentials() -> None:
    assert is_clinical("M.D.")
    assert is_clinical("NEA-BC")
    assert not is_clinical("MBA")
