"""Which facts are the best to talk about."""

from __future__ import annotations

from datetime import date

from outreach.briefs.blocks import _choosing
from outreach.briefs.blocks._choosing import is_lately, news, oldest, program_named, work
from outreach.briefs.material import Change
from tests.brief_materials import AWARD, MATERIAL, PROGRAM, TALK, TODAY, WORDS, fact, facts, material


def kinds(*known) -> list[str]:
    return [one.predicate for one in work(facts(*known))]


def test_programs_with_results_come_first_and_of_each_kind_one_before_a_second() -> None:
    second = fact("talk", "Another talk", starts="2026-01", dated="2026-01")
    assert kinds(AWARD, TALK, second, WORDS, PROGRAM) == ["program", "said", "talk", "award", "talk"]


def test_what_is_old_comes_after_all_that_is_fresh_and_words_of_announcements_never() -> None:
    old = fact("program", "Quiet Hours", dated="2015", details={"result": "lowered alarms"})
    ceremony = fact("said", "We are excited to announce our new tower.")
    assert kinds(old, AWARD, ceremony) == ["award", "program"]


def test_what_somebody_else_did_in_the_house_is_nothing_to_begin_with() -> None:
    others = fact("organization_program", "led the Quiet Hours", about="organization", details={"person": "Bo Lark"})
    own = fact("organization_program", "led the Calm Hours", details={"person": "Tamsin Quillfeather"})
    assert [one.bare for one in work(facts(others, own))] == ["led the Calm Hours"]


def test_a_program_is_named_by_its_name_within_a_deed() -> None:
    assert program_named(PROGRAM) == "Short-Stay Unit"
    assert program_named(fact("program", "Quiet Hours")) == "Quiet Hours"
    assert program_named(fact("program", "cut waiting in the emergency department")) == ""


def test_news_is_of_the_last_year_told_as_a_note_and_each_once() -> None:
    told = [one.words for one in news(MATERIAL)]
    assert told == ["Spoke on “Nobody gets well in a hallway” (Small Rounds).", "Opened a 24-bed short-stay unit."]
    private = fact("identifier", "12")
    changes = (
        Change(private.key, "2026-10", "Number 12"),
        Change("s", "2025-10", "Long ago"),
        Change("t", "", "When?"),
    )
    assert news(material(facts=(private,), changes=changes)) == []


def test_leap_days_and_years_of_the_calendar_s_ends_are_dates_like_others() -> None:
    assert is_lately("2024-02-29", date(2025, 2, 28))
    assert not is_lately("9999-12-31", date(9999, 1, 1))
    assert not is_lately("no date", TODAY)
    assert _choosing.day_of("") is None
    assert oldest(facts(AWARD, WORDS)) == "2024-05"


def test_the_name_of_a_partner_a_place_or_a_prize_is_not_that_of_a_program() -> None:
    deeds = (
        "developing a strategic partnership with Northmere University Health for heart surgery",
        "leading the program to achieve Joint Board Disease Specific Certifications",
        "directed Vale Regional Hospital",
        "cut falls at Mill Clinic",
    )
    assert [program_named(fact("program", one)) for one in deeds] == [""] * len(deeds)
    assert program_named(fact("program", "helped to launch Quiet Nights")) == "Quiet Nights"
    assert program_named(fact("program", "spread to six wards the Calm Hours program")) == "Calm Hours"


def test_thanks_and_honors_of_announcements_are_nothing_to_begin_with() -> None:
    said = (
        "This is a tremendous honor for Larkmoor.",
        "I would like to thank our wonderful board of directors.",
        "The clinic is an important step forward in our mission to inspire wellness.",
        "Larkmoor continues to look at innovative ways to enhance care.",
    )
    assert kinds(*(fact("said", one) for one in said)) == []
    assert kinds(WORDS) == ["said"]
