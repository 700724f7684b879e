"""What a report on advice takes from what was noted of it."""

from __future__ import annotations

import pytest

from outreach.drafts import advice_letters
from outreach.drafts.compose import compose, letters
from outreach.relationships.models import Advice
from tests import factories, ledger_factories
from tests.outreach.drafts.invented_leaders import MARGUERITE


@pytest.mark.parametrize(
    ("words", "is_exact", "told"),
    [
        ("Shadow a  bed meeting.", True, "this: “Shadow a bed meeting”"),
        ("The phone list comes first.", False, "this: the phone list comes first"),
        ("to begin with the phone list", False, "this: to begin with the phone list"),
    ],
)
def test_their_own_words_stand_in_quotation_marks_and_no_other_words_do(words: str, is_exact: bool, told: str):
    occasion = advice_letters.occasion_of(Advice(words=words, is_exact=is_exact, tried="", outcome=""))
    assert occasion.advice == told


def test_the_letter_says_what_was_tried_and_what_came_of_it():
    advice = Advice(
        words="Shadow a bed meeting", is_exact=True, tried="I sat in on three", outcome="Our round is short."
    )
    materials = MARGUERITE.__class__(
        MARGUERITE.sender, MARGUERITE.reader, MARGUERITE.today, occasion=advice_letters.occasion_of(advice)
    )
    body = compose(letters()["advice-report"], materials).body
    assert (
        "In our conversation you advised me this: “Shadow a bed meeting”. I sat in on three. Our round is short."
        in body
    )


def test_what_did_not_come_yet_is_an_unfinished_place():
    occasion = advice_letters.occasion_of(Advice(words="x", is_exact=False, tried="I sat in.", outcome=""))
    materials = MARGUERITE.__class__(MARGUERITE.sender, MARGUERITE.reader, MARGUERITE.today, occasion=occasion)
    assert "[[put in what came of it]]" in compose(letters()["advice-report"], materials).body


def test_without_an_advice_or_a_person_to_write_to_there_is_no_letter(app, alice):
    with app.extensions["database"].session_for(1) as session:
        person = factories.make_person(session, do_not_contact_since=factories.NOON, do_not_contact_reason="Asked us.")
        number = ledger_factories.make_advice(session, person, tried="I sat in.", tried_on=factories.NOON.date()).id
    alice.get("/advice")
    assert alice.post(f"/drafts/report-on-advice/{number}").status_code == 422
    assert alice.post("/drafts/report-on-advice/999").status_code == 404
