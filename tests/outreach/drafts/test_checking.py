"""What the editor shows: failed citations that cannot be passed, five findings at once, the counts below the text."""

from __future__ import annotations

from outreach.asklint import run
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Message
from outreach.drafts import checking
from outreach.drafts.checking import AT_ONCE, Checked
from outreach.drafts.queries import CitedFact
from outreach.drafts.rules import CITATION, Remark

LETTER = "Subject: Interview request\n\nDear Inés,\n\n{}\n\nSincerely,\nJordan Ellis"


def fact(number: int, trouble: str = "") -> CitedFact:
    return CitedFact(number, number, "Boarding fell by 31%.", None, trouble)


def test_a_mark_without_a_fact_and_one_of_a_withdrawn_fact_must_be_fixed() -> None:
    facts = [fact(1), fact(2, "You have withdrawn this fact.")]
    found = checking.failed_citations("It fell [1]. It rose [2]. It stayed [7].", facts)
    assert [(one.phrase, one.rule, one.stops, one.can_pass) for one in found] == [
        ("[2]", CITATION, True, False), ("[7]", CITATION, True, False)
    ]  # fmt: skip
    assert "withdrawn" in found[0].message
    assert "No fact of this draft has this number" in found[1].message


def test_a_fact_in_trouble_that_the_text_does_not_use_stops_nothing() -> None:
    assert checking.failed_citations("It fell.", [fact(2, "You have withdrawn this fact.")]) == ()


def test_five_are_shown_at_once_and_the_others_counted() -> None:
    remarks = tuple(Remark(f"rule-{number}", "warn", "", "x") for number in range(7))
    checked = Checked(remarks, (), ())
    assert (len(checked.first), len(checked.more), checked.stopping) == (AT_ONCE, 2, 0)


def test_the_facts_that_are_praised_are_those_whose_marks_hold() -> None:
    body = "Dear Inés,\n\nIt fell [1]. It rose [2]. It stayed [3, 1].\n\nJordan Ellis"
    reading = Reading(Message(Kind.THANK_YOU, LETTER.format("It fell. It rose. It stayed.")))
    facts = [fact(1), fact(2, "You have withdrawn this fact."), fact(3), fact(4)]
    assert "It rests on 2 confirmed facts." in checking.check(reading, body, facts, {}).good
    assert not any("rests on" in one for one in checking.check(reading, body.replace("[", "("), facts, {}).good)


def test_the_counts_are_of_the_body_alone() -> None:
    message = Message(Kind.INTERVIEW_REQUEST, LETTER.format("word " * 111 + "words."))
    words, duration, *_ = checking.counts(Reading(message), ())
    assert words == "112 words. Under 125 gets read."
    assert duration == "Reads in 30 seconds."


def test_an_invitation_is_counted_in_characters() -> None:
    assert (
        checking.counts(Reading(Message(Kind.LINKEDIN_NOTE, "Hello Inés, may I?")), ())[0]
        == "18 characters. LinkedIn takes 300."
    )


def test_an_empty_text_is_counted_too() -> None:
    assert checking.counts(Reading(Message(Kind.OTHER, "")), ()) == ("0 words.",)


def test_a_long_text_reads_in_minutes() -> None:
    assert "Reads in 9 minutes." in checking.counts(Reading(Message(Kind.OTHER, LETTER.format("word " * 2000))), ())


def test_the_findings_are_those_of_the_check_itself() -> None:
    message = Message(Kind.INTERVIEW_REQUEST, LETTER.format("I would love to pick your brain about [[the unit]]!!"))
    found = checking.findings_in(Reading(message))
    assert found
    assert found == run.check(message)
