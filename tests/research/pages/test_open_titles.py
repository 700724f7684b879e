import pytest

from research.pages import extract
from research.pages.open_titles import open_title


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Nominated Individual", "manager"),
        ("Registered Responsible Person", "manager"),
        ("In charge PICU & NICU", "manager"),
        ("Sister-in-charge, Theater", "manager"),
        ("Officer in Charge", "manager"),
        ("HOD Cardiology", "manager"),
        ("Senior Consultant & HOD", "manager"),
        ("Lead APP", "manager"),
        ("Lead Physician Assistant, Surgery", "manager"),
    ],
)
def test_who_answers_for_a_house_or_a_part_of_it_has_a_title(line: str, kind: str) -> None:
    found = open_title(line)
    assert found is not None
    assert (found.title, found.kind) == (line, kind)


@pytest.mark.parametrize(
    "line",
    [
        "in charge of the ward",
        "She was in charge.",
        "Individual Giving",
        "Hodge Clinic",
        "Lead Paint Program",
        "Lead the way",
        "A nurse is in charge of it all day long.",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert open_title(line) is None


def test_a_card_may_hold_such_a_title() -> None:
    team = "<h3>Ann Vale</h3><p>Nominated Individual</p><h3>Bo Lim</h3><p>Matron</p>"
    page = f"<h1>Elm Care Home</h1><h2>Our Team</h2>{team}"
    people = extract(f"<html><title>Elm Care Home</title><body>{page}</body></html>").people
    assert [(p.name, p.title, p.leader) for p in people] == [
        ("Ann Vale", "Nominated Individual", True),
        ("Bo Lim", "Matron", True),
    ]
