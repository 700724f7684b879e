"""Trouble at an organization: told when news names it plainly, and unsure beside every word that speaks against it."""

from __future__ import annotations

import pytest

from outreach.relationships.models import PAUSE_REASONS
from outreach.signals.trouble import PAUSE_REASON, TROUBLES, trouble_in

HOUSE = "Harrow Lake Regional Hospital"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Harrow Lake announces 120 layoffs", "layoffs"),
        ("Harrow Lake to lay off 40 workers", "layoffs"),
        ("Harrow Lake Regional cuts 85 jobs amid losses", "layoffs"),
        ("Harrow Lake will eliminate dozens of vacant positions", "layoffs"),
        ("Harrow Lake to close its maternity unit in March", "closing"),
        ("Closure of two Harrow Lake clinics announced", "closing"),
        ("Harrow Lake files for Chapter 11", "bankruptcy"),
        ("Harrow Lake reports data breach of 40,000 records", "breach"),
        ("Ransomware takes Harrow Lake offline", "breach"),
        ("Harrow Lake nurses deliver a strike notice", "strike"),
        ("Nurses at Harrow Lake go on strike", "strike"),
        ("State opens investigation into Harrow Lake billing", "investigation"),
    ],
)
def test_plain_news_of_this_house_is_trouble(words: str, kind: str):
    found = trouble_in((words,), HOUSE)
    assert found is not None
    assert (found.kind, found.is_sure) == (kind, True)


@pytest.mark.parametrize(
    "words",
    [
        "Harrow Lake averts layoffs",
        "Harrow Lake will not close its maternity unit",
        "Harrow Lake nurses end strike",
        "Strike at Harrow Lake is over",
        "Harrow Lake hires nurses laid off elsewhere",
        "Harrow Lake rescinds layoffs of 2024",
        "Larkspur Clinic announces 120 layoffs",
        "Road works to close the entrance to Harrow Lake clinic",
        "Harrow Lake drill prepares staff for ransomware",
        "Harrow Lake nurses strike a deal",
    ],
)
def test_what_speaks_against_it_or_names_another_makes_it_unsure(words: str):
    found = trouble_in((words,), HOUSE)
    assert found is None or not found.is_sure


@pytest.mark.parametrize(
    "words",
    [
        "Harrow Lake opens a short-stay unit",
        "Harrow Lake reduces staff turnover by 12 percent",
        "Harrow Lake strikes a balance between speed and rest",
        "Harrow Lake closes fiscal year with a surplus",
        "Harrow Lake cuts waiting times in half",
        "",
    ],
)
def test_other_news_is_none(words: str):
    assert trouble_in((words,), HOUSE) is None


def test_the_sentence_itself_has_to_name_the_house():
    told = trouble_in(("Larkspur Clinic announces layoffs. Harrow Lake opens a unit.",), HOUSE)
    assert told is not None
    assert not told.is_sure


def test_a_name_of_common_words_only_has_to_stand_whole():
    house = "Community Memorial Hospital"
    assert trouble_in(("Community Memorial Hospital announces layoffs",), house).is_sure
    assert not trouble_in(("Memorial announces layoffs",), house).is_sure


def test_every_trouble_has_words_and_the_reason_of_a_pause():
    assert TROUBLES.keys() == PAUSE_REASON.keys()
    assert set(PAUSE_REASON.values()) <= PAUSE_REASONS.keys()


def test_a_megabyte_of_worst_cases_is_read_by_its_beginning():
    assert trouble_in(("cut a " * 200_000, "x" * 1_000_000), HOUSE) is None
