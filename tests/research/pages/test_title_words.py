import pytest

from research.pages.title_words import class_of, head_class
from research.pages.tokens import tokenize


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("chief nursing officer", "executive"),
        ("privacy officer", "staff"),
        ("board president", "board"),
        ("medical director", "clinical"),
        ("lead physical therapist", "manager"),
        ("lead therapist", "clinician"),
        ("charge nurse", "manager"),
        ("physical therapist", "clinician"),
        ("health secretary", "public"),
        ("assistant secretary", "board"),
        ("head nurse", "manager"),
        ("registered nurse", "clinician"),
        ("billing supervisor", "staff"),
        ("network administrator", "staff"),
        ("database administrator", "staff"),
        ("IT administrator", "staff"),
        ("hospital administrator", "executive"),
        ("founding partner", "executive"),
        ("chief financial operator", "executive"),
        ("chief dental assistant", "staff"),
        ("chief physician assistant", "executive"),
    ],
)
def test_the_class_of_a_title_comes_from_its_words(title: str, kind: str) -> None:
    tokens = tokenize(title)
    assert class_of(tokens, 0, len(tokens) - 1) == kind


@pytest.mark.parametrize(
    ("title", "kind"), [("National Leader", "staff"), ("practice leader", "staff"), ("Nurse Leader", "manager")]
)
def test_the_leader_of_a_trade_leads_no_house(title: str, kind: str) -> None:
    tokens = tokenize(title)
    assert class_of(tokens, 0, len(tokens) - 1) == kind


def test_a_compound_with_hyphens_has_the_class_of_its_head() -> None:
    assert head_class("vice-chair") == "board"
    assert head_class("self-service") is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [("founding partner", "executive"), ("managing partner", "staff"), ("chief actuary", "executive")],
)
def test_who_founded_a_practice_and_chiefs_of_a_trade_lead(title: str, kind: str) -> None:
    tokens = tokenize(title)
    assert class_of(tokens, 0, len(tokens) - 1) == kind
