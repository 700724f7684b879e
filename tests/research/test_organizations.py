from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.organizations import (
    comparable,
    distinctive,
    name_likeness,
    names_in,
    readable_name,
    same_name,
    title_case,
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("LARKSPUR HOSPITAL, THE", "The Larkspur Hospital"),
        ("St. Odile's Hospital", "SAINT ODILES HOSPITAL"),
        ("Larkspur Med Ctr, Inc.", "Larkspur Medical Center"),
        ("Larkspur & Elm Health", "LARKSPUR AND ELM HEALTH"),
        ("Larkspur HealthCare", "Larkspur Health Care"),
        ("Mt. Elm Hospital", "Mount Elm Hospital"),
        ("Elm Valley Holdings LLC DBA Larkspur Clinic", "Larkspur Clinic"),
        ("Elm Valley Holdings L.L.C. d/b/a Larkspur Clinic", "elm valley holdings l.l.c."),
        ("Clínica Ávila", "CLINICA AVILA"),
    ],
)
def test_spelling_makes_no_other_name(a, b):
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Larkspur Hospital", "Larkspur Medical Center"),
        ("Memorial Hospital", "Larkspur Memorial Hospital"),
        ("Larkspur Hospital North", "Larkspur Hospital South"),
        ("", ""),
        ("Inc.", ""),
        ("Larkspur", ""),
    ],
)
def test_another_word_makes_another_name(a, b):
    assert not same_name(a, b)


def test_a_name_of_legal_forms_only_keeps_one_word():
    assert comparable("The Company, Inc.") == "company"
    assert comparable("LLC") == "llc"


def test_a_field_with_a_trade_name_holds_two_names():
    assert names_in("ELM VALLEY LLC DBA LARKSPUR CLINIC") == ("ELM VALLEY LLC", "LARKSPUR CLINIC")
    assert names_in("Dbase Clinic") == ("Dbase Clinic",)
    assert names_in("  ") == ()


def test_words_that_hundreds_share_distinguish_nothing():
    assert distinctive("Memorial Hospital") == frozenset()
    assert distinctive("Larkspur Memorial Hospital") == {"larkspur"}


@pytest.mark.parametrize(
    ("a", "b"),
    [("Memorial Hospital", "Regional Hospital"), ("Larkspur Hospital", "Tidewater Hospital"),
     ("Memorial Hospital", "Tidewater Memorial Hospital"), ("Larkspur", "")],
)  # fmt: skip
def test_common_words_alone_make_no_two_names_alike(a, b):
    assert name_likeness(a, b) <= 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [("Larkspur Health", "LARKSPUR HEALTH MEDICAL CENTER"), ("Larkspur Clinic", "Larkspur Clinic Hospital - Elmsford"),
     ("Larkspurr Hospital", "Larkspur Hospital")],
)  # fmt: skip
def test_a_name_within_another_or_with_a_slip_is_a_candidate(a, b):
    assert 0.75 <= name_likeness(a, b) < 1


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("ST. ODILE'S HOSPITAL OF O'DELL", "St. Odile's Hospital of O'Dell"),
        ("HCA LARKSPUR HOSPITAL", "HCA Larkspur Hospital"),
        ("UPMC LARKSPUR", "UPMC Larkspur"),
        ("VA LARKSPUR HEALTHCARE SYSTEM", "VA Larkspur Healthcare System"),
        ("MCDONALD COUNTY HOSPITAL", "McDonald County Hospital"),
        ("LARKSPUR MEDICAL CENTER - UNIT III", "Larkspur Medical Center - Unit III"),
        ("THE CENTER FOR CARE AND CURE AT ELM", "The Center for Care and Cure at Elm"),
        ("BAXTER-COLE HOSPITAL (THE ELMS)", "Baxter-Cole Hospital (The Elms)"),
        ("JANE A ROE MD CLINIC LLC", "Jane A Roe MD Clinic LLC"),
        ("LARKSPUR HOSPITAL, THE", "The Larkspur Hospital"),
        ("Larkspur Hospital, The", "The Larkspur Hospital"),
        ("deCarta Health of the ELMS", "deCarta Health of the ELMS"),
        ("", ""),
        ("1ST STREET CLINIC", "1st Street Clinic"),
    ],
)
def test_a_register_name_is_written_as_people_write_it(shouted, written):
    assert readable_name(shouted) == written


def test_more_words_can_be_kept_in_capitals():
    assert title_case("SVP & CEO", frozenset({"CEO"})) == "SVP & CEO"
    assert title_case("CHAIR OF THE BOARD") == "Chair of the Board"


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text):
    comparable(text)
    assert 0 <= name_likeness(text, "Larkspur Hospital") <= 1
    assert name_likeness(text, text) == 1 or not comparable(text)


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ .,'&-", max_size=80))
def test_writing_a_name_again_changes_nothing_but_its_case(text):
    written = title_case(text)
    assert written.upper() == " ".join(text.split())


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "worst", ["d/b/a " * 9_000, ", the" * 10_000, "'" * 50_000, "O'" * 25_000, "A" * 50_000, "A " * 25_000]
)
def test_a_long_name_is_kept_whole_and_compared_by_its_beginning(worst):
    assert len(readable_name(worst)) >= len(worst.strip()) - 1
    assert all(len(name) <= 300 for name in (comparable(worst), *names_in(worst)))
