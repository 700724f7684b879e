"""The forms of ladders: their answer, what a note adds, another day. Each lists the only fields a request can set."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm

from outreach.accounts.fields import AtMost, LongText, OneLine, Text, choice
from outreach.organizations.fields import Choice, Day
from outreach.relationships.models import ANSWERS

WORDS_MOST = 500
ADDS_MOST = 300


class AnswerForm(FlaskForm):
    """What they answered, when, and through whom."""

    answer = choice("What did they say?", list(ANSWERS.items()))
    on = Day("When", description="Such as Nov 12, 2026.")
    back_on = Day("Back on", description="Where they are out of the office and said until when.")
    what = LongText("In a few words", [AtMost(WORDS_MOST)], description="What they wrote or said.")

    helper: Choice


def answer_form(helpers: list[tuple[str, str]], **named: Any) -> AnswerForm:
    """The form with those who may have answered in the leader's place, as (id, name)."""
    of_these = {"helper": Choice("Who answered", helpers)}
    made: type[AnswerForm] = type("OfThese", (AnswerForm,), of_these)
    return made(**named)


class NewSinceForm(FlaskForm):
    """What the first note adds."""

    adds = Text(
        "What do you add?",
        [OneLine(), AtMost(ADDS_MOST)],
        description="One whole sentence that they have not read yet: a later date, an easier form, a new fact.",
    )


class GiftForm(FlaskForm):
    """What the last note brings along."""

    adds = Text(
        "What comes along?",
        [OneLine(), AtMost(ADDS_MOST)],
        description="As it goes on after “the attached”: summary of five hospitals’ phone lists. Leave it empty to "
        "close without.",
    )


class MoveForm(FlaskForm):
    """To which day."""

    day = Day("Not before", description="Such as Nov 30, 2026.")
