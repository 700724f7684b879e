"""The forms of a suggestion: own words, an answer with a passage, a reason. Each names the state it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm

from outreach.accounts.fields import AtMost, Filled, LongText
from outreach.articles.suggestion_answers import Passage
from outreach.articles.suggestions import WORDS_MAX
from outreach.organizations.fields import Choice, Version

NO_PASSAGE = ""


class SettleForm(FlaskForm):
    """A press without words: take it, take it up again. `version` is that of the row on the page."""

    version = Version()


class AdaptForm(FlaskForm):
    """Own words in the place of what the suggestion is about."""

    version = Version()
    words = LongText(
        "What stands there instead",
        [AtMost(WORDS_MAX)],
        description="In the place of what is struck through, put in or asked about. Left empty, those words go.",
    )

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.words.flags.required = True  # so that it is not called optional


class DiscussForm(FlaskForm):
    """An answer; see `discuss_form` for the passages."""

    version = Version()
    answer = LongText("What you say to them", [Filled("Write what you say to them."), AtMost(WORDS_MAX)])
    passage: Choice


class KeepForm(FlaskForm):
    """A reason for leaving the text as it was."""

    version = Version()
    reason = LongText(
        "Why it stays as it was",
        [Filled("Write why it stays as it was: one sentence that they may read."), AtMost(WORDS_MAX)],
        description="They read it on their page when you send them the next version.",
    )


def discuss_form(passages: Sequence[Passage], **named: Any) -> DiscussForm:
    """The form with the passages that can be shown to them."""
    known = [(str(one.number), f"[{one.number}] {one.sentence[:80]}") for one in passages]
    field = Choice("The passage that they are shown", [(NO_PASSAGE, "None"), *known])
    made: type[DiscussForm] = type("OfThese", (DiscussForm,), {"passage": field})
    return made(**named)
