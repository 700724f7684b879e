"""The card that is read in ten seconds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.briefs.blocks.card import LABELS, build
from outreach.briefs.material import Material, Meeting
from outreach.briefs.model import plain
from outreach.briefs.shortening import CARD_ROW
from outreach.events.meetings import CARD_ROWS
from tests.brief_materials import AWARD, BARE, DEGREE, LEADER, MATERIAL, PATH, PROGRAM, WORDS, fact, facts, material


def rows(known: Material) -> dict[str, str]:
    return {row.key: plain(row.text) for row in build(known).rows}


def test_the_rows_are_composed_of_what_holds() -> None:
    assert rows(MATERIAL) == {
        "who": "Served as vice president of patient care at Mill Clinic from 2017 to 2024. Earned a Master of Health "
               "Administration at Vale College.",
        "why_now": "Oct 20: Spoke on “Nobody gets well in a hallway” (Small Rounds).",
        "give": "A reader’s response to “Nobody gets well in a hallway”: one thing that you took from it, and no "
                "question.",
        "ask": "One question: What did the Short-Stay Unit change that nobody had planned?",
        "avoid": "Stating as fact what the brief lists as not settled.",
    }  # fmt: skip
    assert build(MATERIAL).aside == "19 facts, 6 confirmed · oldest from May 2024 · checked Nov 6, 2026"


def test_the_users_own_words_win_and_are_cut_at_a_sentence_alone() -> None:
    own = {"who": "Runs the beds.", "ask": "Ask for the sheet. " + "Then talk about it for a good long while. " * 9}
    found = rows(material(card=own))
    assert found["who"] == "Runs the beds."
    assert found["ask"].startswith("Ask for the sheet. Then talk")
    assert len(found["ask"]) <= CARD_ROW
    assert found["ask"].endswith("while.")
    assert rows(material(card={"ask": "word " * 100}))["ask"].startswith("One question"), "no row of a card"


@pytest.mark.parametrize(
    ("known", "who"),
    [
        (BARE, "Not researched. No fact about the person can be relied on yet."),
        (facts(AWARD), "Not researched. Only two facts about the person can be relied on so far."),
        (
            replace(facts(AWARD), leader=BARE.leader),
            "Not researched. Only one fact about the person can be relied on so far.",
        ),
    ],
)
def test_below_three_facts_the_card_says_that_somebody_is_not_researched(known: Material, who: str) -> None:
    assert rows(known)["who"] == who
    assert rows(replace(known, card={"who": "Met on the stairs."}))["who"] == "Met on the stairs."


def test_nothing_is_asked_or_given_where_everything_is_stopped() -> None:
    found = rows(material(stopped="They asked not to be written to.", unsettled=()))
    assert found["ask"] == "Nothing at present. They asked not to be written to."
    assert found["avoid"] == "Any request today."
    assert "give" not in found


def test_an_aim_is_the_ask_and_a_session_is_a_reason() -> None:
    meeting = Meeting(session="Beds at night", aim="twenty minutes in December")
    found = rows(material(meeting=meeting))
    assert found["ask"] == "Twenty minutes in December."
    assert found["why_now"].endswith("On the program here: “Beds at night”.")


def test_what_is_given_first_is_the_idea_that_is_known_else_the_project() -> None:
    assert rows(material(give="the benchmark on bed meetings"))["give"] == "The benchmark on bed meetings."
    plain_facts = replace(facts(PROGRAM, WORDS, PATH), project="a paper on beds")
    assert rows(plain_facts)["give"] == "Offer to send her what comes of your work: a paper on beds."
    assert "give" not in rows(replace(plain_facts, project=""))


def test_no_row_is_longer_than_two_lines_whatever_the_facts_are() -> None:
    title = "associate vice president of everything that has to do with beds " * 4
    long = (fact("former_role", title, organization_name="Mill Clinic"), DEGREE, AWARD, PROGRAM)
    found = rows(replace(facts(*long), leader=LEADER))
    assert found["who"] == "Earned a Master of Health Administration at Vale College."
    assert max(map(len, found.values())) <= CARD_ROW


def test_beside_not_researched_no_facts_about_the_organization_are_counted_as_confirmed() -> None:
    assert build(replace(facts(AWARD), facts_count=71)).aside.startswith("71 facts in the dossier")


def test_the_rows_of_the_form_are_called_as_those_of_the_card() -> None:
    assert list(CARD_ROWS) == list(LABELS)
    assert all(CARD_ROWS[key].startswith(words) for key, words in LABELS.items())
