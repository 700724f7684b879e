"""The share-kit's rule: word for word in the text, shown to who said yes, quoting nobody who did not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.articles import article_text, share_lines
from outreach.articles.share_lines import NOBODY, NOT_THERE, UNKNOWN_SPEAKER, Yes, candidates, refusal
from outreach.articles.shown import Viewer
from outreach.articles.versions import Marks, QuoteMeant
from outreach.errors import Refused
from tests import article_factories
from tests.factories import NOON

INES, RUTH = "Inés Okafor", "Ruth Abara"
BODY = """## What changed

Two doors stood open. Boarding fell by *31%* in six months.[1]

“We wrote it down. Then we asked the night crew,”[q1] says Inés. “Nobody had asked us before,”[q2] says Ruth.

> We would begin with the keys next time.
"""
MARKS = Marks((
    QuoteMeant(1, INES, "We wrote it down. Then we asked the night crew", person_id=1),
    QuoteMeant(2, RUTH, "Nobody had asked us before", person_id=2),
))  # fmt: skip
OF_INES = "“We wrote it down. Then we asked the night crew,” says Inés."
OF_RUTH = "“Nobody had asked us before,” says Ruth."


def yes(person_id: int, name: str, scope: str = "whole", body: str = BODY) -> Yes:
    return Yes(Viewer(person_id, name, scope), "Ninety days", body, MARKS)


def test_sentences_are_offered_with_whole_quotations_and_no_marks():
    assert candidates(BODY) == (
        "Two doors stood open.", "Boarding fell by 31% in six months.", OF_INES, OF_RUTH,
        "We would begin with the keys next time.",
    )  # fmt: skip


def test_who_is_quoted_has_to_have_said_yes():
    ines, ruth = yes(1, INES), yes(2, RUTH)
    assert refusal(OF_INES, BODY, MARKS, [ines]) == ""
    assert refusal(OF_RUTH, BODY, MARKS, [ines]) == NOBODY  # her words were hidden from Inés
    assert refusal(OF_RUTH, BODY, MARKS, [ines, ruth]) == ""
    sees_all = Yes(Viewer(1, INES, "whole", sees_all=True), "Ninety days", BODY, MARKS)
    assert "Ruth Abara, who has not approved" in refusal(OF_RUTH, BODY, MARKS, [sees_all])
    assert refusal("We would begin with the keys next time.", BODY, MARKS, [ines, ruth]) == UNKNOWN_SPEAKER
    assert refusal(OF_INES, BODY, Marks(), [ines]) == UNKNOWN_SPEAKER


def test_what_changed_since_the_yes_or_was_not_shown_is_not_approved():
    before = yes(1, INES, body=BODY.replace("31%", "30%"))
    assert refusal("Boarding fell by 31% in six months.", BODY, MARKS, [before]) == NOBODY
    assert refusal("Two doors stood open.", BODY, MARKS, [before]) == ""
    facts = yes(1, INES, "quotes")
    assert refusal(OF_INES, BODY, MARKS, [facts]) == ""
    assert refusal("Two doors stood open.", BODY.replace("open. ", "open.\n\n"), MARKS,
                   [yes(1, INES, "quotes", BODY.replace("open. ", "open.\n\n"))]) == NOBODY  # fmt: skip
    assert refusal("Two doors stood open.", BODY, MARKS, []) == NOBODY


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="Two dors“”.%31ng keys\n*[q1]", max_size=40) | st.text(max_size=20))
def test_nothing_is_let_through_that_does_not_stand_there_word_for_word(line):
    told = refusal(line, BODY, MARKS, [yes(1, INES), yes(2, RUTH)])
    stands = f" {' '.join(line.split())} " in " ".join(f" {article_text.plain(BODY)} ".split()).join("  ")
    if told == "":
        assert " ".join(line.split()) in " ".join(article_text.plain(BODY).split())
    elif not stands and " ".join(line.split()) not in " ".join(article_text.plain(BODY).split()):
        assert told == NOT_THERE


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 400), st.integers(1, 80))
def test_a_part_of_a_quotation_is_somebody_s_words_too(start, length):
    text = article_text.paragraphs(BODY)[2].text
    line = text[start % len(text) :][:length].strip()
    told = refusal(line, BODY, MARKS, [yes(1, INES)])
    has_words_of_ruth = any(word in line for word in ("Nobody", "asked us", "before"))
    assert told != "" or not has_words_of_ruth


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_taken_apart(body):
    said = Yes(Viewer(None, "", "whole", sees_all=True), "", body, Marks())
    for one in candidates(body):
        assert refusal(one, body, Marks(), [said]) in ("", UNKNOWN_SPEAKER)


def test_a_yes_on_a_condition_counts_once_it_is_met(session, by):
    version = article_factories.make_article_version(session)
    article = version.article
    request = article_factories.make_request(session, version=version)
    decision = article_factories.make_decision(session, request, conditions="Say “interim”.")
    assert share_lines.said_yes(session, article, NOON) == ()
    decision.met_at, decision.met_in_id = NOON, version.id
    session.flush()
    later = NOON + timedelta(minutes=1)
    assert len(share_lines.said_yes(session, article, later)) == 1
    with pytest.raises(Refused, match="has not appeared"):
        share_lines.choose(session, article, ["Boarding fell by 31% in six months."], by)
    article.state, article.published_on = "published", NOON.date()
    session.flush()
    with pytest.raises(Refused, match="12 sentences at most"):
        share_lines.choose(session, article, [str(number) for number in range(13)], by)
    assert share_lines.choose(session, article, ["Boarding fell by 31% in six months."] * 2, by) == 1
    assert [one.refusal for one in share_lines.kit(session, article, later)] == [""]
