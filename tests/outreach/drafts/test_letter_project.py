"""What a letter is written for: what is made, for whom, the wish, the subject, the promises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.drafts.letter_parties import PersonWords
from outreach.drafts.letter_project import ProjectWords, short
from outreach.drafts.letter_values import ProgramBrief, ProjectBrief, Reader

ROE = PersonWords(Reader("Ann Roe", organization="Mill Hospital", credentials=("MD",)))


def project(program: ProgramBrief | None = None, **given: object) -> ProjectWords:
    return ProjectWords(replace(ProjectBrief(topic="night staffing"), **given), program, ROE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "venue", "readers", "said"),
    [
        ("article", "Healthcare Executive", "", "I am writing an article for Healthcare Executive on night staffing."),
        ("article", "Our chapter newsletter", "",
         "I am writing an article for our chapter newsletter on night staffing."),
        ("article", "ACHE chapter newsletter", "",
         "I am writing an article for the ACHE chapter newsletter on night staffing."),
        ("paper", "A class paper", "", "I am writing a class paper on night staffing."),
        ("paper", "The Hospitalist", "", "I am writing a paper for The Hospitalist on night staffing."),
        ("podcast", "A podcast", "", "I am preparing a podcast on night staffing."),
        ("article", "", "Nurse managers", "I am writing an article for nurse managers on night staffing."),
        ("article", "", "nurse managers", "I am writing an article for nurse managers on night staffing."),
        ("improvement", "", "", "I am working on an improvement project about night staffing."),
        ("article", "", "", "I am writing an article for [[say for which venue or readers]] on night staffing."),
    ],
)  # fmt: skip
def test_the_first_sentence_says_what_is_made_and_for_whom(kind: str, venue: str, readers: str, said: str) -> None:
    assert project(kind=kind, venue=venue, readers=readers).opening == said


def test_a_topic_that_is_not_known_is_the_title_or_an_unfinished_place() -> None:
    assert project(topic="", title="Quiet nights").topic == "“Quiet nights”"
    assert project(topic="").topic == "[[say what it is about]]"


def test_the_wish_is_the_question_or_hangs_on_the_program() -> None:
    assert project(question="How you chose?", readers="managers").wish == "I would like to tell readers how you chose."
    assert project(ProgramBrief("Quiet Hours")).wish.startswith("I would like to describe how Quiet Hours came about")
    assert project(kind="improvement", question="you chose").wish == "I would like to learn how you chose."
    assert project(kind="podcast", question="you chose").wish == "I would like to tell listeners how you chose."
    assert "how you have approached this" in project().wish


def test_the_subject_is_as_full_as_a_telephone_shows() -> None:
    assert project(ProgramBrief("Quiet Hours")).subject == "Interview request: Quiet Hours at Mill Hospital"
    assert (
        project(topic="sleep and its many enemies in very small hospitals").subject
        == "Interview request: Sleep and its many enemies"
    )
    assert project(topic="a" * 80).subject == "Interview request for an article"
    assert short("x" * 61, "short") == "short"


def test_questions_are_not_promised_twice() -> None:
    both = project(promises=("I will send five questions beforehand.", "You will see the draft"))
    assert both.promises == "You will see the draft."
    assert both.promises_of_them == "They will see the draft."


def test_what_may_be_shown_follows_from_the_promises() -> None:
    assert not project(promises=("You will see the draft for your approval of the quotations.",)).shows_quotations_only
    quotes = project(promises=("You will see your quotations and the facts.",))
    assert quotes.shows_quotations_only
    assert quotes.approval_lead == "Your quotations for approval"
    assert project(disclosure="Reviewed by the interviewee").disclosure == (
        "The text will carry this line: “Reviewed by the interviewee.”"
    )


@pytest.mark.parametrize(
    ("venue", "inside"),
    [
        ("Lakes and Plains Chapter Letter", "the Lakes and Plains Chapter Letter"),
        (
            "Upper Vale Hospital Association quarterly newsletter",
            "the Upper Vale Hospital Association quarterly newsletter",
        ),
        ("chapter newsletter", "the chapter newsletter"),
        ("Alumni magazine", "the Alumni magazine"),
        ("Chapter Letter (spring)", "the Chapter Letter (spring)"),
        ("Journal of Invented Care", "the Journal of Invented Care"),
        ("The Night Desk", "The Night Desk"),
        ("Night Desk magazine", "Night Desk magazine"),
        ("Invented Business Review", "Invented Business Review"),
        ("Night Desk Insights", "Night Desk Insights"),
        ("Vale's Hospital Bulletin", "Vale's Hospital Bulletin"),
        ("Our ward bulletin", "our ward bulletin"),
        ("", ""),
    ],
)
def test_a_venue_has_the_where_its_name_ends_with_what_it_is(venue: str, inside: str) -> None:
    assert project(venue=venue).venue == inside


@pytest.mark.parametrize(
    ("scope", "part", "lead"),
    [
        ("whole", "", "Draft for your approval"),
        ("quotes", "your quotations and the facts", "Your quotations for approval"),
        ("facts", "the facts", "Facts for your approval"),
    ],
)
def test_approval_is_asked_for_what_they_are_asked_about(scope: str, part: str, lead: str) -> None:
    asked = project(scope=scope)
    assert (asked.shown_part, asked.approval_lead, asked.shows_quotations_only) == (part, lead, scope != "whole")
    assert asked.shown_part_of_them == part.replace("your", "Dr. Roe’s")
    assert asked.approval_lead_of_them == "For Dr. Roe’s approval"
