"""The forms of learning from a leader: the plan, and something that they recommended."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_wtf import FlaskForm

from outreach import identifiers
from outreach.accounts.fields import AtMost, LongText, Named, OneLine, Text
from outreach.organizations.fields import Day, Read, Version
from outreach.relationships import learning
from outreach.relationships.advice_forms import HOW_DAY, HOW_DAY_OR_TODAY, DayThatWas


class PlanForm(FlaskForm):
    """What the user wants to learn from a leader."""

    version = Version()
    wants = LongText(
        "What do you want to learn from them?",
        [AtMost(learning.WANTS_MAX)],
        description="What they are good at and you are not yet: how she wins agreement among physicians.",
    )
    next_question = Text(
        "The next question", [OneLine(), AtMost(learning.QUESTION_MAX)],
        description="One, for the next occasion; begin with what or how.",
    )  # fmt: skip
    last_question = Text("The last question that you asked", [OneLine(), AtMost(learning.QUESTION_MAX)])
    last_asked_on = Day("When did you ask it?", description=HOW_DAY)


class RecommendationForm(FlaskForm):
    """Something to read, to see or to try; when it was read, what the user took from it, whether they were told."""

    version = Version()
    title = Text(
        "What did they recommend?",
        [Named("Write what they recommended."), OneLine(), AtMost(learning.TITLE_MAX)],
        description="A book, a paper, a talk, a place to visit.",
    )
    url = Text(
        "Where it is",
        [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)],
        description="Its address on the web.",
    )
    recommended_on = DayThatWas("When did they recommend it?", description=HOW_DAY_OR_TODAY)
    read_on = Day("When did you read it?", description=HOW_DAY)
    thoughts = LongText(
        "What did you take from it?",
        [AtMost(learning.THOUGHTS_MAX)],
        description="One thing that you now see or do otherwise. It is what they want to hear.",
    )
    told_on = Day("When did you tell them?", description=HOW_DAY)

    def __init__(self, *, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today
