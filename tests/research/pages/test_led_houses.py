import pytest

from research.pages import extract


def told(text: str) -> list[tuple[str, str, str, bool | None]]:
    page = f"<html><body><h1>About us</h1><p>{text}</p></body></html>"
    return [(p.name, p.title, p.organization, p.leader) for p in extract(page).people]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dr. Ana Marlow founded Elmvale Clinic in 2004. She sees patients on Mondays.", "founder"),
        ("Ana Marlow, who co-founded Elmvale Clinic, sees patients on Mondays.", "co-founder"),
        ("Elmvale Clinic was founded in 2004 by Dr. Ana Marlow.", "founder"),
        ("Elmvale Clinic is led by Dr. Ana Marlow and sees patients on Mondays.", "leader"),
        ("Ana Marlow has taken the reins at Elmvale Clinic, which sees patients on Mondays.", "leader"),
        ("Ana Marlow will take over the reins of Elmvale Clinic on Monday.", "leader"),
        ("Ana Marlow heads the Elmvale Clinic, which sees patients on Mondays.", "leader"),
    ],
)
def test_a_verb_tells_who_leads_a_house_of_care(text: str, title: str) -> None:
    assert told(text) == [("Ana Marlow", title, "Elmvale Clinic", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Elmvale Clinic was founded in 1911 by Sister Ana Marlow.",
        "Elmvale Clinic was founded by the late Ana Marlow in 2004.",
        "Ana Marlow founded Elmvale Clinic in 2004 and sold it in 2016.",
        "Ana Marlow heads the Elmvale Hospital Department.",
        "Ana Marlow leads Elmvale Hospital's stroke team.",
        "Ana Marlow heads the Elmvale Bakery, which opened in May.",
        "Ana Marlow took the reins of a horse at Elmvale Clinic.",
        "Ana Marlow leads by example at Elmvale Clinic.",
        "We spoke with the sister of Ana Marlow, founded Elmvale Clinic and left.",
    ],
)
def test_who_is_gone_or_leads_a_part_or_another_trade_leads_no_house(text: str) -> None:
    assert told(text) == []


def test_a_title_outweighs_the_verb_and_the_verb_adds_no_second_post() -> None:
    page = extract("Elmvale Clinic\n\nAna Marlow founded Elmvale Clinic in 2004. Marlow is its medical director.")
    assert [(p.title, [post.title for post in p.also]) for p in page.people] == [("medical director", [])]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("“We grow,” said Ann Vale, who heads Elm Hospital.", "Elm Hospital"),
        ("“We grow,” said Ann Vale, who heads the Elm County Health Department.", "Elm County Health Department"),
        ("Ann Vale has led Elm Hospital since 2015.", "Elm Hospital"),
        ("Ann Vale is at the helm of Elm Hospital.", "Elm Hospital"),
        ("“We grow,” said Ann Vale, who heads the Elm Hospital Nursing Department.", ""),
        ("Ann Vale led Elm Hospital in those days.", ""),
    ],
)
def test_more_verbs_of_leading_and_clauses_behind_a_name(text: str, house: str) -> None:
    assert [p.organization for p in extract(text).people if p.leader] == ([house] if house else [])
