"""The forms of dossiers: facts that are corrected, withdrawn or noted by hand, programs, reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import HiddenInput

from outreach import partial_dates
from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text
from outreach.columns import LARGEST_ID
from outreach.dossiers import fact_rules, given, program_rules
from outreach.dossiers.forms import LONGEST_ADDRESS
from outreach.dossiers.given import NotUsable
from outreach.organizations.fields import Choice, Read, Version
from outreach.people.forms import FormWithToday, PartialDate
from outreach.people.rules import REASON_MAX
from research.types import QUOTE_LIMIT, Scalar, Subject
from research.vocabulary import PREDICATES, Predicate

# --- facts ----------------------------------------------------------------------------------------------------------

VALUE_MAX = 1000
WHY_MAX = 300
"""A reason becomes the words that a correction rests on, and a quote has at most so many."""

_DATE_HINT = "A year is enough: 2024, March 2024 or 3/15/2024."


def _dated(name: str) -> Callable[[FormWithToday, PartialDate], None]:
    """The check of a field of a date. Raises: ValidationError."""

    def validate(form: FormWithToday, field: PartialDate) -> None:
        try:
            field.read = field.read_by(form.today)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    validate.__name__ = f"validate_{name}"
    return validate


class WithPeriod(FormWithToday):
    """A form with a beginning and an end, in this order in time."""

    starts = PartialDate("Began", description=_DATE_HINT)
    ends = PartialDate("Ended", description="Leave it empty if it goes on, or if nobody has said when.")

    validate_starts = _dated("starts")
    validate_ends = _dated("ends")

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether all fields hold, and the end is not before the beginning."""
        valid = bool(super().validate(extra_validators))
        last, first = partial_dates.last_day(self.ends.read), partial_dates.first_day(self.starts.read)
        if last is not None and first is not None and last < first:
            self.ends.errors = [*self.ends.errors, f"This is before it began in {partial_dates.say(self.starts.read)}."]
            return False
        return valid


class CorrectionForm(WithPeriod):
    """What holds instead of a fact. `was` is what the fact said when the form was opened."""

    was = HiddenField()
    value = LongText("What holds instead", [Filled("Write what holds instead."), AtMost(VALUE_MAX)])
    organization = Text("Where", [OneLine(), AtMost(300)], description="For a post or a degree.")
    why = LongText(
        "How you know",
        [Filled("Say how you know, in a sentence."), AtMost(WHY_MAX)],
        description="These words stand as its source, marked as yours.",
    )

    def __init__(self, predicate: Predicate, today: date, **named: Any) -> None:
        super().__init__(today, **named)
        self.predicate = predicate
        self.read: Scalar = ""

    def validate_value(self, field: Text) -> None:
        """Raises: ValidationError for what cannot be such a value."""
        self.read = _read_value(self.predicate, field, self.today)


class WithdrawForm(FlaskForm):
    """Why a fact is not to be said any more."""

    why = LongText(
        "Why",
        [Filled("Say why, in a few words."), AtMost(WHY_MAX)],
        description="It stays in the history, with these words.",
    )


_NO_KIND = ("", "Choose a kind")


class OwnFactForm(WithPeriod):
    """A fact that the user knows, and how."""

    kind = Choice("What kind of fact it is", [_NO_KIND])
    value = LongText("The fact", [Filled("Write the fact."), AtMost(VALUE_MAX)])
    organization = Text("Where", [OneLine(), AtMost(300)], description="For a post or a degree.")
    how_known = LongText(
        "How you know",
        [Filled("Say how you know: who told you, where, and when."), AtMost(WHY_MAX)],
        description="These words stand as its source, marked as your notes.",
    )

    def __init__(self, subject: Subject, today: date, **named: Any) -> None:
        super().__init__(today, **named)
        kinds = fact_rules.kinds_for(subject)
        self.kind.choices = [SelectChoice(key, words) for key, words in (_NO_KIND, *kinds)]
        self.kind.values = [key for key, _ in (_NO_KIND, *kinds)]
        self.kind.flags.required = True
        self.read: Scalar = ""

    def validate_kind(self, field: Choice) -> None:
        """Raises: ValidationError when none was chosen."""
        if not field.data:
            raise ValidationError("Choose what kind of fact it is.")

    def validate_value(self, field: Text) -> None:
        """Raises: ValidationError for what cannot be such a value."""
        if self.kind.data in PREDICATES:
            self.read = _read_value(PREDICATES[self.kind.data], field, self.today)


def _read_value(predicate: Predicate, field: Text, today: date) -> Scalar:
    """What was typed, in the predicate's kind. Raises: ValidationError."""
    if len(field.data or "") > VALUE_MAX or not (field.data or "").strip():
        return ""
    try:
        return fact_rules.read_value(predicate, field.data or "", today)
    except ValueError as error:
        raise ValidationError(str(error)) from None


# --- programs -------------------------------------------------------------------------------------------------------

STORY_MAX = 2000


MOST_CLAIMS = 50


class Ids(Field):
    """Numbers of rows, sent as often as there are; whatever is no number is passed over."""

    widget = HiddenInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        texts = [one for one in valuelist if isinstance(one, str) and one.isascii() and one.isdigit()]
        numbers = (int(one) for one in texts if len(one) <= len(str(LARGEST_ID)))
        self.data = tuple(dict.fromkeys(one for one in numbers if 0 < one <= LARGEST_ID))[:MOST_CLAIMS]


class ProgramForm(WithPeriod):
    """A program. `claims` are the numbers of what it is made from."""

    version = Version()
    claims = Ids(default=())
    name = Text(
        "What it is called", [Filled("Give the program a name."), OneLine(), AtMost(300)],
        description="As those who did it call it.",
    )  # fmt: skip
    problem = LongText("The problem", [AtMost(STORY_MAX)], description="What was wrong, or needed.")
    action = LongText("What was done", [AtMost(STORY_MAX)])
    result = LongText("The result", [AtMost(STORY_MAX)], description="With its figure, if there is one.")
    period = Text(
        "What time the result is true of",
        [OneLine(), AtMost(100)],
        description="Such as: the first six months of 2026.",
    )
    leader_part = LongText(
        "The leader’s part", [AtMost(STORY_MAX)], description="What they did themselves, as far as a source says so."
    )
    credited = LongText(
        "Who else had a part",
        [AtMost(6000), Read(program_rules.read_credits)],
        description="One person a line, with the part after a colon: Tom Adébáyọ̀: built the budget.",
    )


class SourceForm(FlaskForm):
    """A passage that tells of a program, by hand."""

    title = Text("What the page is called", [OneLine(), AtMost(300)], description="Such as: Sentinel, May 3, 2026.")
    url = Text("Address of the page", [Filled("Give the address of the page."), OneLine(), AtMost(LONGEST_ADDRESS)])
    quote = LongText(
        "The passage",
        [Filled("Copy the words that tell of it."), AtMost(QUOTE_LIMIT)],
        description=f"Word for word, at most {QUOTE_LIMIT} characters.",
    )
    address = ""
    """The address as it is kept, after `validate`."""

    def validate_url(self, field: Text) -> None:
        """Raises: ValidationError for what is no address of a public page."""
        if field.data and len(field.data) <= LONGEST_ADDRESS:
            try:
                self.address = given.checked_address(field.data)
            except NotUsable as error:
                raise ValidationError(str(error)) from None


class ReasonForm(FlaskForm):
    """Why this leader and not another."""

    version = Version()
    reason = LongText(
        "Why this leader and not another",
        [Filled("Write one sentence of your own."), AtMost(REASON_MAX)],
        description="Write it as if they will read it.",
    )
