"""Round-ups that put a house beside or over somebody with a post."""

import pytest

from research.pages import extract

ROE, LIM = ("Ana Roe", "Chief Nurse", "Elmvale Hospital"), ("Bo Lim", "CFO", "Oakdale Health")


@pytest.mark.parametrize(
    "text",
    [
        "1. Ana Roe — Elmvale Hospital (Elm, Ohio): Chief Nurse\n2. Bo Lim — Oakdale Health (Oak, Texas): CFO",
        "* Elmvale Hospital - Ana Roe, Chief Nurse\n* Oakdale Health - Bo Lim, CFO",
        "Elmvale Hospital\nAna Roe, Chief Nurse\n\nOakdale Health\nBo Lim, CFO",
        "Elmvale Hospital: Ana Roe, M.D., Chief Nurse.\nOakdale Health: Bo Lim, CFO. He was controller at Pine Health.",
        "Elmvale Hospital: Ana Roe, from director of imaging to Chief Nurse.\nOakdale Health: Bo Lim, CFO",
    ],
)
def test_each_person_is_in_the_house_beside_or_over_the_name(text: str) -> None:
    assert [(p.name, p.title, p.organization) for p in extract(text).people] == [ROE, LIM]


def test_what_is_no_house_gives_none() -> None:
    assert extract("* Thursday - Ana Roe, Chief Nurse").people[0].organization == ""


@pytest.mark.parametrize(
    "line", ["Law: Ana Roe, partner", "Monday: Ana Roe, chief nurse", "Elm & Lim: Ana Roe, partner"]
)
def test_a_word_before_a_colon_is_no_house(line: str) -> None:
    assert [person.organization for person in extract(line).people] == [""]


@pytest.mark.parametrize("line", ["Ana Roe – Human Resources", "Human Resources: Ana Roe"])
def test_a_duty_alone_is_a_post_among_lines_with_posts(line: str) -> None:
    others = ["Bo Lim – President", "Kit Doe – Chief Nurse", "Di Fox – Director of Quality"]
    found = extract("\n".join(["Elmvale Hospital Leadership", *others, line])).people
    assert [(p.title, p.leader) for p in found if p.name == "Ana Roe"] == [("Human Resources", True)]
    assert extract(f"Elmvale Hospital\n{line}").people == ()


def test_a_clinicians_field_is_no_post() -> None:
    others = ["Bo Lim – President", "Kit Doe – Chief Nurse", "Di Fox – Director of Quality"]
    found = extract("\n".join(["Elmvale Hospital Leadership", *others, "Ana Roe, MD – Emergency Medicine"])).people
    assert "Ana Roe" not in [p.name for p in found]
