"""What is weighed: clauses, denials, topics, hints, parts of a message."""

from __future__ import annotations

from outreach.asklint.career.judgment import Ask, judge
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message


def asks_in(text: str, organization: str = "") -> list[Ask]:
    message = Message(Kind.INTERVIEW_REQUEST, text, Known(organization=organization))
    return list(judge().asks(Reading(message)))


def clauses(text: str, organization: str = "") -> list[str]:
    return [text[ask.start : ask.end] for ask in asks_in(text, organization)]


def test_the_clause_that_asks_is_named_and_no_more() -> None:
    text = "May I interview you in May for an article, and would you have any vacancies on your team?"
    assert clauses(text) == ["and would you have any vacancies on your team"]


def test_what_would_be_gained_is_told() -> None:
    assert [ask.gain for ask in asks_in("Please keep me in mind.")] == ["being remembered for a post"]


def test_a_denial_is_no_ask() -> None:
    assert clauses("I am not looking for a job.") == []


def test_a_denial_shields_nothing_behind_the_turn() -> None:
    text = "I am not looking for a job, but if one ever came up I would be overjoyed."
    assert clauses(text) == ["but if one ever came up I would be overjoyed"]


def test_a_denial_shields_no_later_sentence() -> None:
    assert clauses("This is not a job inquiry. I would love to join your team.") == ["I would love to join your team"]


def test_a_negation_that_denies_nothing_hides_no_ask() -> None:
    assert clauses("I would not mind working for you.") == ["I would not mind working for you"]


def test_talk_about_posts_is_no_ask() -> None:
    assert clauses("For a series on how hospitals fill vacancies on their teams, may I interview you?") == []


def test_the_wish_of_others_is_no_ask() -> None:
    assert clauses("Nurses told me why they hope to join your team.") == []


def test_a_wish_that_names_its_project_is_no_ask() -> None:
    assert clauses("I would love to join your call for the article.") == []


def test_two_hints_make_an_ask_where_one_makes_none() -> None:
    first, second = "I am moving back to Ohio.", "If anything comes up, I would hear of it."
    assert clauses(f"{first} {second}") != []
    assert clauses("I have moved the date. The issue moves to Ohio.") == []


def test_a_signature_line_asks_without_saying_i() -> None:
    text = "Dear Dr. Osei,\n\nMay I interview you?\n\nSincerely,\nPriya Raman\nSeeking Administrative Fellowship 2027"
    assert clauses(text) == ["Seeking Administrative Fellowship 2027"]


def test_the_present_post_in_a_signature_is_no_ask() -> None:
    assert clauses("Dear Dr. Osei,\n\nMay I interview you?\n\nSincerely,\nPriya Raman\nAdministrative Fellow") == []


def test_the_name_of_an_attachment_counts() -> None:
    assert clauses("Dear Dr. Osei,\n\nMay I interview you?\n\nPriya Raman\nAttachment: Resume_PRaman.pdf") != []
    assert clauses("Dear Dr. Osei,\n\nMay I interview you?\n\nPriya Raman\nAttachment: questions.pdf") == []


def test_the_known_organization_stands_for_their_place() -> None:
    assert clauses("My skills would be an asset at Tamarack.", "Tamarack Valley Hospital") != []


def test_an_empty_message_and_odd_signs_hold_no_ask() -> None:
    assert clauses("") == []
    assert clauses("\u200b🙂 … --- \n\n ,,, ;;;") == []


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    text = "word " * 5000 + "and I would love to join your team."
    assert clauses(text)[-1].endswith("I would love to join your team")
