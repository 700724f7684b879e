"""The form of one decision in the review."""

from __future__ import annotations

from flask_wtf import FlaskForm

from outreach.accounts.fields import AtMost, OneLine, Text
from outreach.organizations.fields import Choice
from outreach.relationships import review

WORDS_MAX = 1_000


class DecisionForm(FlaskForm):
    """What is decided, and in words why."""

    decision = Choice("What do you decide?", list(review.DECISIONS.items()))
    words = Text("In your words", [OneLine(), AtMost(WORDS_MAX)])
