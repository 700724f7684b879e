"""What a language model is shown of a draft, what may be offered of its answer, and what is put in."""

from __future__ import annotations

import pytest

from outreach.drafts import proposals
from outreach.drafts.models import DraftVersion
from outreach.drafts.proposals import Change, accept, context_of, judged, marked, pieces_of
from outreach.errors import Refused
from outreach.people.operations import By
from tests import factories
from tests.outreach.drafts.conftest import BODY, told

FELL = "Boarding fell by 31% in six months [1]."
ASK = "May I ask you for 20 minutes?"


@pytest.fixture
def context(session, cast, by):
    return context_of(session, cast.draft, by)


def offered(context, *changes: Change) -> list[str]:
    return [one.change.now for one in judged(context, changes).offers]


def reason(context, change: Change) -> str:
    found = judged(context, [change])
    assert found.offers == ()
    return found.left_out[0][1]


# --- what is shown ------------------------------------------------------------------------------------------------


def test_only_the_sentences_of_the_message_are_shown(context):
    assert [(one.number, one.text, one.facts) for one in proposals.shown_sentences(context)] == [
        (1, "Boarding fell by 31% in six months.", (1,)),
        (2, ASK, ()),
    ]
    assert [BODY[one.start : one.end] for one in pieces_of(context)] == [FELL, ASK]


def test_a_mark_behind_the_stop_belongs_to_the_sentence_before(session, cast, by):
    cast.draft.body = "Dear Inés,\n\nIt fell by 31%. [1] May I ask you for 20 minutes?"
    assert [one.raw for one in pieces_of(context_of(session, cast.draft, by))][-1] == ASK


def test_only_facts_that_hold_are_shown(session, cast, by):
    gone = told(session, person_id=cast.leader.id, value="Opened in May", state="withdrawn")
    factories.make_draft_fact(session, cast.draft, fact_id=gone.id, number=2)
    assert [one.number for one in proposals.shown_facts(context_of(session, cast.draft, by))] == [1]


def test_a_text_of_nothing_but_a_greeting_has_no_sentences(session, cast, by):
    cast.draft.body = "Dear Inés,\n\n[1]\n\n😀"
    assert proposals.shown_sentences(context_of(session, cast.draft, by)) == ()


@pytest.mark.parametrize(
    ("text", "facts", "wanted"),
    [
        ("It fell.", (1,), "It fell [1]."),
        ("Did it fall?", (3, 1), "Did it fall [3, 1]?"),
        ("It fell", (1,), "It fell [1]"),
        ("She said “no.”", (1,), "She said “no.”[1]"),
        ("It fell.", (), "It fell."),
    ],
)
def test_marks_stand_before_the_stop(text, facts, wanted):
    assert marked(text, facts) == wanted


# --- what may be offered ------------------------------------------------------------------------------------------


def test_other_words_for_the_same_fact_are_offered_as_a_difference(context):
    (offer,) = judged(context, [Change(FELL, "In six months boarding fell by 31%.", (1,))]).offers
    assert offer.change.now == "In six months boarding fell by 31% [1]."
    assert {kind for kind, _ in offer.parts} == {"same", "added", "removed"}


def test_a_question_in_plainer_words_is_offered(context):
    assert offered(context, Change(ASK, "Would you give me 20 minutes?", ())) == ["Would you give me 20 minutes?"]


@pytest.mark.parametrize(
    "text",
    [
        "In six months boarding fell by 47%.",
        "Boarding fell by 31% in six months at Northgate Memorial.",
        "Boarding fell by 31% in six months, which won the Baldrige Award in 2024.",
    ],
)
def test_what_no_fact_carries_is_not_offered(context, text):
    assert reason(context, Change(FELL, text, (1,)))


def test_a_fact_that_is_not_in_the_draft_or_no_longer_holds_cannot_be_named(session, cast, by, context):
    assert "names a fact" in reason(context, Change(FELL, "In six months boarding fell by 31%.", (7,)))
    cast.fact.state = "withdrawn"
    session.flush()
    context = context_of(session, cast.draft, by)
    assert "no longer holds" in reason(context, Change(FELL, "In six months boarding fell by 31%.", (1,)))


def test_a_fact_cannot_be_named_for_what_another_one_says(session, cast, by):
    other = told(session, person_id=cast.leader.id, value="Redesigned telemetry triage")
    factories.make_draft_fact(session, cast.draft, fact_id=other.id, number=2, sentence="Redesigned telemetry triage.")
    context = context_of(session, cast.draft, by)
    for named in ((2,), (1, 2)):
        assert "fact 2 and does not say it" in reason(
            context, Change(FELL, "In six months boarding fell by 31%.", named)
        )
    both = "Boarding fell by 31% in six months, and you redesigned telemetry triage."
    assert offered(context, Change(FELL, both, (1, 2)))


def test_a_sentence_that_rests_on_a_fact_goes_on_naming_one(context):
    assert "no longer names the fact" in reason(context, Change(FELL, "Boarding fell.", ()))


@pytest.mark.parametrize(
    "text",
    [
        "Would you keep me in mind for openings on your team?",
        "Could you look at my résumé and refer me to your hiring manager?",
        "May I ask you for 20 minutes on [topic]?",
    ],
)
def test_what_the_check_would_stop_is_not_offered(context, text):
    assert reason(context, Change(ASK, text, ()))


def test_words_in_quotes_stay_as_they_were_said(session, cast, by):
    words = "We stopped asking how many beds we lack"
    quote = told(session, person_id=cast.leader.id, predicate="quote", value=words)
    factories.make_draft_fact(session, cast.draft, fact_id=quote.id, number=2, sentence=f"“{words}”")
    said = "You were quoted as saying: “We stopped asking how many beds we lack.”[2]"
    cast.draft.body = f"Dear Inés,\n\n{said} {ASK}"
    context = context_of(session, cast.draft, by)
    changed = Change(said, "You said: “We never asked how many beds we lack.”", (2,))
    assert "quotes words that stand in no fact" in reason(context, changed)
    kept = Change(said, "You told: “We stopped asking how many beds we lack.”", (2,))
    assert judged(context, [kept]).left_out == ()
    assert offered(context, kept) == ["You told: “We stopped asking how many beds we lack.”[2]"]


def test_a_sentence_that_is_no_longer_there_is_not_worded_anew(context):
    assert "has changed since" in reason(context, Change("It opened in May.", "It began in May.", ()))


# --- putting in ---------------------------------------------------------------------------------------------------


def test_what_is_accepted_is_put_in_between_two_versions(session, cast, by):
    changes = [Change(FELL, "In six months boarding fell by 31%.", (1,)), Change(ASK, "May I have 20 minutes?", ())]
    assert accept(session, cast.draft, changes, by).put_in == 2
    assert cast.draft.body == (
        "Dear Inés,\n\nIn six months boarding fell by 31% [1]. May I have 20 minutes?\n\nSincerely,\nJordan Ellis"
    )
    rows = session.query(DraftVersion).order_by(DraftVersion.number).all()
    assert [(row.origin, row.body) for row in rows] == [("written", BODY), ("proposed", cast.draft.body)]


def test_a_second_press_changes_nothing(session, cast, by):
    changes = [Change(ASK, "May I have 20 minutes?", ())]
    accept(session, cast.draft, changes, by)
    body = cast.draft.body
    again = accept(session, cast.draft, changes, by)
    assert (again.put_in, again.there, again.refused) == (0, 1, 0)
    assert cast.draft.body == body
    assert session.query(DraftVersion).count() == 2


def test_what_another_window_has_changed_stays_and_the_rest_is_put_in(session, cast, by):
    cast.draft.body = BODY.replace("31% in six months", "31% in half a year")
    session.flush()
    changes = [Change(FELL, "In six months boarding fell by 31%.", (1,)), Change(ASK, "May I have 20 minutes?", ())]
    done = accept(session, cast.draft, changes, by)
    assert (done.put_in, done.refused) == (1, 1)
    assert "half a year [1]. May I have 20 minutes?" in cast.draft.body


def test_a_fact_withdrawn_after_the_proposal_is_not_put_in(session, cast, by):
    cast.fact.state = "withdrawn"
    session.flush()
    done = accept(session, cast.draft, [Change(FELL, "In six months boarding fell by 31%.", (1,))], by)
    assert (done.put_in, done.refused, cast.draft.body) == (0, 1, BODY)


def test_a_letter_that_was_sent_stays_as_it_left(session, cast, by):
    cast.draft.state, cast.draft.sent_at = "sent", by.now
    with pytest.raises(Refused, match="was sent"):
        accept(session, cast.draft, [Change(ASK, "May I have 20 minutes?", ())], By(by.user_id, by.now))
