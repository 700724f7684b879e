"""The forms of the advice loop: what they advised, and each step after it."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, ValidationError

from outreach.accounts.fields import AtMost, LongText, Named, OneLine, Text
from outreach.organizations.fields import Choice, Day, Version
from outreach.relationships import advice, rules
from outreach.relationships.models import TOUCH_CHANNELS
from outreach.relationships.rules import BadDay

HOW_DAY = "Such as 2026-11-02 or Nov 2, 2026."
HOW_DAY_OR_TODAY = f"{HOW_DAY} Left empty, it is today."


class Ticked(BooleanField):
    """A box to tick; whatever is sent for it ticks it, and a file does not."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        self.data = bool(valuelist) and isinstance(valuelist[0], str) and valuelist[0] != ""


class DayThatWas(Day):
    """A day that has come. Left empty it is the user's today; `read` is the day."""

    def pre_validate(self, form: Any) -> None:
        """Puts today in where nothing was written."""
        if not (self.data or "").strip():
            self.data = form.today.isoformat()


class _Dated(FlaskForm):
    """A form with a day up to today. `begun`: what it is about cannot have been before."""

    version = Version()

    def __init__(self, *, today: date, begun: date | None = None, **named: Any) -> None:
        super().__init__(**named)
        self.today, self.begun = today, begun
        if "how" in self:
            self["how"].flags.required = True  # so that it is not called optional

    def validate_on(self, field: Field) -> None:
        """Raises: ValidationError for a day that cannot be."""
        read: date | None = getattr(field, "read", None)
        try:
            rules.check_day(read or self.today, self.today, self.begun)
        except BadDay as error:
            raise ValidationError(str(error)) from None


class AdviceForm(_Dated):
    """What they advised."""

    words = LongText(
        "What did they advise?",
        [Named("Write what they advised."), AtMost(advice.WORDS_MAX)],
        description="One thing at a time: shadow a bed meeting.",
    )
    is_exact = Ticked("These are their own words")
    on = DayThatWas("When did they say it?", description=HOW_DAY_OR_TODAY)


class TriedForm(_Dated):
    """What the user tried."""

    words = LongText(
        "What did you try?",
        [Named("Write what you tried."), AtMost(advice.WORDS_MAX)],
        description="A sentence or two, as they may stand in a letter: I sat in on three bed meetings.",
    )
    on = DayThatWas("When?", description=HOW_DAY_OR_TODAY)


class OutcomeForm(_Dated):
    """What came of it."""

    words = LongText(
        "What came of it?",
        [Named("Write what came of it."), AtMost(advice.WORDS_MAX)],
        description="What changed, in a sentence; that it did not work is worth telling, too.",
    )
    on = DayThatWas("When did you see it?", description=HOW_DAY_OR_TODAY)


class ToldForm(_Dated):
    """How they were told."""

    how = Choice(
        "How did you tell them?",
        [(advice.IN_A_LETTER, "In a letter that I wrote here"),
         *((key, words) for key, words in TOUCH_CHANNELS.items() if key), ("", "Otherwise")],
    )  # fmt: skip
    on = DayThatWas("When?", description=HOW_DAY_OR_TODAY)


class SetAsideForm(FlaskForm):
    """Why it is not going to be tried."""

    version = Version()
    why = Text("Why not?", [OneLine(), AtMost(advice.WHY_MAX)], description="For yourself: it does not fit here.")
