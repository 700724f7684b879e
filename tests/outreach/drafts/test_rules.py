"""What may be passed with a reason, what never, and in which order findings stand."""

from __future__ import annotations

from outreach.asklint.types import Finding, Severity
from outreach.drafts import rules
from outreach.drafts.rules import CITATION, Remark

JOB_TALK = Finding("job-ask", Severity.BLOCK, 0, 10, "an\nopening", "Leave job talk out.")
LONG = Finding("too-long", Severity.WARN, 5, 9, "long", "Shorten it.")


def test_a_reason_counts_for_the_words_it_was_given_for_and_no_others() -> None:
    passed = {"job-ask": {"why": "She asked me about it.", "about": ["an opening"]}}
    assert rules.remark_on(JOB_TALK, "", passed).passed == "She asked me about it."
    assert not rules.remark_on(JOB_TALK, "", passed).stops
    other = Finding("job-ask", Severity.BLOCK, 0, 6, "a post", "Leave job talk out.")
    assert rules.remark_on(other, "", passed).stops


def test_no_reason_lets_a_placeholder_or_a_failed_citation_stand() -> None:
    for rule in ("placeholder", CITATION):
        passed = {rule: {"why": "It is late.", "about": ["[[name]]"]}}
        remark = rules.remark_on(Finding(rule, Severity.BLOCK, 0, 8, "[[name]]", "Fill it in."), "", passed)
        assert remark.stops
        assert not remark.can_pass


def test_what_stops_stands_first_and_the_same_twice_counts_once() -> None:
    note = Remark("note", "note", "", "Good to know.")
    let_stand = Remark("job-ask", "bad", "an opening", "Leave it out.", passed="She asked.")
    warn, bad = Remark("long", "warn", "", "Shorten it."), Remark("salutation", "bad", "Dear Mr.", "Name her.")
    assert rules.gravest_first([note, let_stand, warn, bad, warn]) == (bad, let_stand, warn, note)


def test_a_ruling_says_every_reason_and_whether_reasons_in_writing_help() -> None:
    stopping = rules.remark_on(JOB_TALK, "", {})
    warning = rules.remark_on(LONG, "", {})
    assert rules.ruling((), [warning]) == rules.Ruling(True, (), True)
    told = rules.ruling((), [stopping, warning])
    assert (told.allowed, told.can_pass) == (False, True)
    assert told.reasons == ("“an opening”: Leave job talk out.",)
    assert not rules.ruling(["Ana is not to be contacted."], [stopping]).can_pass
    assert not rules.ruling((), [stopping, Remark(CITATION, "bad", "[3]", "No fact.")]).can_pass


def test_of_a_long_phrase_the_beginning_and_the_end_are_shown() -> None:
    long = Remark("too-long", "warn", "The first words " + "and more " * 40 + "to the last", "Shorten it.")
    assert long.shown.startswith("The first words and")
    assert long.shown.endswith("to the last")
    assert len(long.shown) < 100
    assert Remark("x", "warn", "short", "y").shown == "short"
