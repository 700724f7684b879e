"""The whole check: order, places, rules that are off, kinds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.asklint import Known, Message, Severity, check, registry, run
from outreach.asklint.types import Kind

TEXT = (
    "Dear Ms. Ames,\n\nYou are an amazing leader. Our platform saves you millions. I need your answer today.\n\nJo Park"
)
AMES = Known(
    person="Ruth Ames", credentials=("MD",), organization="Lakeshore", facts=("Ruth Ames, MD, leads Lakeshore.",)
)


def test_findings_come_in_order_of_place_with_their_words():
    found = check(Message(Kind.INTERVIEW_REQUEST, TEXT, AMES))
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(TEXT[one.start : one.end] == one.text for one in found)
    assert {"salutation", "empty-flattery", "sales-pitch", "pressure", "no-research"} <= {one.rule for one in found}


def test_a_rule_that_is_off_finds_nothing():
    found = check(Message(Kind.INTERVIEW_REQUEST, TEXT, AMES), off=("pressure",))
    assert "pressure" not in {one.rule for one in found}


def test_a_rule_keeps_to_its_kinds():
    found = {one.rule for one in check(Message(Kind.CONDOLENCE, TEXT, AMES))}
    assert not {"no-research", "unclear-ask", "private-matter"} & found


def test_an_unfilled_place_must_be_fixed():
    found = check(Message(Kind.OTHER, "I write for [Venue Name].", AMES), off=("salutation",))
    assert [(one.rule, one.severity, one.text) for one in found] == [("placeholder", Severity.BLOCK, "[Venue Name]")]


def test_an_empty_text_is_no_fault_of_a_rule():
    assert check(Message(Kind.INTERVIEW_REQUEST, "", AMES)) == ()


def test_what_the_first_check_needs_is_loaded_by_checking_a_letter_that_finds_what_is_known():
    assert run.prepare() == len(registry.all_rules())
    assert registry.all_rules.cache_info().currsize == 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.sampled_from(list(Kind)))
def test_any_text_is_checked_and_each_finding_knows_its_place(text, kind):
    assert all(text[one.start : one.end] == one.text for one in check(Message(kind, text, AMES)))


def test_a_sentence_read_before_is_found_at_its_new_place_and_judged_by_what_is_known_now() -> None:
    claim = "Your night rounds lowered falls by 31% in 2019."
    asks = "Please keep me in mind for openings on your team."
    known = Known("Ann Roe", title="President", organization="Elm Hospital", facts=("Night rounds began in 2024.",))
    plain = Message(Kind.INTERVIEW_REQUEST, f"Dear Ms. Roe,\n\n{claim} {asks}", known)
    longer = Message(Kind.INTERVIEW_REQUEST, f"Dear Ms. Roe,\n\nI write for nurses. {claim} {asks}", known)
    confirmed = Message(
        Kind.INTERVIEW_REQUEST, plain.text, replace(known, facts=("Night rounds lowered falls by 31% in 2019.",))
    )
    for message, told in ((plain, {"31%", "2019"}), (longer, {"31%", "2019"}), (confirmed, set())):
        found = [one for one in check(message) if one.rule in ("ungrounded", "job-ask")]
        assert all(message.text[one.start : one.end] == one.text for one in found)
        assert any("keep me in mind" in one.text for one in found if one.rule == "job-ask")
        said = " ".join(one.text for one in found if one.rule == "ungrounded")
        assert {figure for figure in ("31%", "2019") if figure in said} == told
