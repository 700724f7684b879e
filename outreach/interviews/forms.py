"""The forms of question guides. Each lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, Form, ValidationError

from outreach.accounts.fields import AtMost, LongText, Named, Text
from outreach.columns import LARGEST_ID
from outreach.interviews import rules
from outreach.interviews.models import QUESTION_KINDS
from outreach.organizations.fields import Choice, Day, Version

NONE = ""
SHORTEST, LONGEST = 5, 90
"""Minutes of a talk."""

FARTHEST = timedelta(days=366)


class Minutes(Text):
    """A number of minutes; `read` is the number. `least` and `most` bound it."""

    read: int = 0

    def __init__(self, label: str, *, least: int, most: int, **named: Any) -> None:
        super().__init__(label, [self._check], **named)
        self.least, self.most = least, most

    @staticmethod
    def _check(_form: Form, field: Any) -> None:
        """Raises: ValidationError for what is no such number."""
        text = (field.data or "").strip()
        is_number = text.isascii() and text.isdigit() and len(text) <= 3
        if not (is_number and field.least <= int(text) <= field.most):
            raise ValidationError(f"Enter a number of minutes between {field.least} and {field.most}.")
        field.read = int(text)


class GuideForm(FlaskForm):
    """For what the talk is, how long, when. Made for the projects and programs there are: see `guide_form`."""

    version = Version()
    minutes = Minutes("How many minutes", least=SHORTEST, most=LONGEST)
    meets_on = Day("Day of the talk", description="Such as 2027-01-12 or Jan 12, 2027. Leave it empty until it is set.")

    project: Choice
    program: Choice

    def __init__(self, *, today: date, was: date | None = None, **named: Any) -> None:
        super().__init__(**named)
        self.today, self.was = today, was
        self.minutes.flags.required = True

    def validate_meets_on(self, field: Any) -> None:
        """Raises: ValidationError for a day that has passed or is too far away, unless it stood there before."""
        if field.read is None or field.read == self.was:
            return
        if not self.today <= field.read <= self.today + FARTHEST:
            raise ValidationError("Enter a day from today on, within a year.")


def guide_form(
    projects: Sequence[tuple[int, str]], programs: Sequence[tuple[int, str]], today: date, **named: Any
) -> GuideForm:
    """The form with what there is to choose from, as (id, words)."""
    of_these = {
        "project": Choice("Project", [*_choices(projects), (NONE, "None")]),
        "program": Choice("Program to ask about", [*_choices(programs), (NONE, "No program")]),
    }
    made: type[GuideForm] = type("OfThese", (GuideForm,), of_these)
    return made(today=today, **named)


def _choices(rows: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    return [(str(number), words) for number, words in rows]


class QuestionForm(FlaskForm):
    """One question. Made for what it can hang on: see `question_form`."""

    version = Version()
    text = LongText(
        "The question",
        [Named("Write the question."), AtMost(rules.TEXT_MAX)],
        description="One thing at a time, in at most 25 words. Begin with what, how or tell me.",
    )
    kind = Choice("What it is for", list(QUESTION_KINDS.items()))
    minutes = Minutes("Minutes", least=0, most=LONGEST)

    ground: Choice

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.minutes.flags.required = True

    def validate_text(self, field: Field) -> None:
        """Joins the lines: a question is said in one breath."""
        field.data = " ".join((field.data or "").split())


def question_form(grounds: Sequence[tuple[str, str]], **named: Any) -> QuestionForm:
    """The form with what a question can hang on, as (choice, words)."""
    field = Choice("Hangs on", [(NONE, "Nothing"), *grounds],
                   description="What is confirmed, so that it could be asked of nobody else.")  # fmt: skip
    made: type[QuestionForm] = type("OnThese", (QuestionForm,), {"ground": field})
    return made(**named)


def read_ground(choice: str) -> tuple[int | None, int | None]:
    """The fact's id and the program's id of a choice, of which one is there at most."""
    kind, _, digits = choice.partition("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(LARGEST_ID))):
        return None, None
    number = int(digits)
    return (number, None) if kind == "fact" else (None, number)
