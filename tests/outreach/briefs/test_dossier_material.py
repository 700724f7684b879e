"""What a brief is made from, out of a dossier's file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from outreach.briefs import notes
from outreach.briefs.build import build
from outreach.briefs.dossier_material import material_of
from outreach.briefs.model import plain
from research.dossier import Dossier
from research.errors import InputError
from research.types import Judgement
from tests.brief_dossiers import FULL, HOUSE, NAME, POST, STUDY, TALK, UNIT, dossier, fact, namesake


def open_points(made: Dossier) -> list[str]:
    return [one.words for one in material_of(made).unsettled]


def test_the_person_the_post_and_the_dossiers_own_day() -> None:
    made = material_of(FULL)
    assert (made.leader.name, made.leader.credentials) == (NAME, "RN")
    assert (made.leader.title, made.leader.organization, made.leader.since) == (
        "Chief Operating Officer", HOUSE, "2024-03"
    )  # fmt: skip
    assert made.leader.post_confirmed_on == date(2026, 10, 1)
    assert (made.made_on, made.checked_on, made.facts_count) == (date(2026, 11, 6), date(2026, 11, 6), 6)
    assert not made.knows_ledger
    assert build(made) == build(material_of(FULL)), "the same file makes the same page"


def test_a_post_last_seen_long_ago_is_open_and_no_title() -> None:
    old = replace(POST, stale=True)
    made = material_of(dossier(old, UNIT))
    assert made.leader.title == ""
    assert [one.words for one in made.unsettled] == [
        "Was Chief Operating Officer of Larkmoor Hospital in October 2026; nothing newer confirms it."
    ]
    words = [plain(text) for text in notes.texts_of(build(made)) if "Chief Operating" in plain(text)]
    assert words == [made.unsettled[0].words]


def test_a_seat_of_long_ago_is_open_unless_another_source_calls_the_post_an_earlier_one() -> None:
    seat = fact("board_seat", "Board of Trustees", organization="Lakes Association", as_of="2018-10", stale=True)
    assert open_points(dossier(seat)) == [
        "On the Board of Trustees of the Lakes Association in October 2018; nothing newer confirms it."
    ]
    former = fact("former_role", "chief operating officer", organization=HOUSE)
    assert open_points(dossier(replace(POST, stale=True), former)) == []


def test_a_post_that_begins_or_ends_is_open_and_one_that_ended_is_an_earlier_one() -> None:
    (point,) = open_points(dossier(replace(POST, status="incoming", as_of=None)))
    assert (
        point
        == "Named as the incoming Chief Operating Officer of Larkmoor Hospital; whether that has happened is open."
    )
    ended = material_of(dossier(replace(POST, status="former", stale=True)))
    assert [one.predicate for one in ended.facts] == ["former_role"]
    assert ended.leader.title == ""


def test_what_sources_disagree_about_is_told_once_with_all_its_values() -> None:
    one = fact("founded", "1931", subject="organization", standing="disputed", rivals=("1929",))
    other = fact("founded", "1929", subject="organization", page="other", standing="disputed", rivals=("1931",))
    made = material_of(dossier(one, other, POST))
    assert [point.words for point in made.unsettled] == ["Founded: sources disagree, “1931” or “1929”."]
    assert len(made.unsettled[0].sources) == 2
    assert [known.predicate for known in made.facts] == ["role"]
    private = fact("identifier", "12", standing="disputed", rivals=("13",))
    assert open_points(dossier(private)) == []


def test_records_of_a_namesake_are_open_and_of_many_the_number_is_told() -> None:
    people = (*(namesake(at) for at in range(5)), namesake(9, judgement=Judgement.SAME))
    points = open_points(dossier(POST, people=people))
    assert points == [
        *["“Tamsin Quillfeather” in Page register0 may be another person of this name."],
        *["“Tamsin Quillfeather” in Page register1 may be another person of this name."],
        "Three more records of this name are not decided either.",
    ]


def test_the_questions_hang_on_the_program_else_on_facts() -> None:
    asked = [one.words for one in material_of(FULL).questions]
    assert "What happened that made the Short-Stay Unit begin?" in asked
    assert all(one.sources for one in material_of(FULL).questions[:-2])
    on_facts = [one.words for one in material_of(dossier(POST, TALK, STUDY)).questions]
    assert on_facts[0].startswith("I read that you spoke on “Beds at night” (September")
    assert not [one for one in on_facts if "I read that you are" in one]
    assert material_of(dossier(STUDY)).questions == ()


def test_all_disputed_and_nothing_at_all_still_make_a_brief() -> None:
    disputed = [replace(one, standing="disputed", rivals=("other",)) for one in FULL.facts]
    for made in (dossier(*disputed), dossier(), dossier(organization="")):
        brief = build(material_of(made))
        assert plain(brief.card.rows[0].text).startswith("Not researched")


def test_forty_facts_of_hostile_words_make_a_brief() -> None:
    words = "<b>{{x}}</b> [1] & “so”\u202e " * 4
    facts = [fact(kind, f"{words}{at}", organization=words, details={"result": words, "show": words})
             for at in range(8) for kind in ("program", "talk", "award", "said", "publication")]  # fmt: skip
    made = material_of(dossier(*facts, name="<i>Bo</i> Lark", organization=words.strip()[:60]))
    assert not [one for one in notes.texts_of(build(made)) if "{{" in plain(one) or "\u202e" in plain(one)]


def test_a_dossier_about_an_organization_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="about an organization"):
        material_of(dossier(kind="organization", name=HOUSE, organization=""))
