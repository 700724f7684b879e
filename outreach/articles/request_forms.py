"""The forms of asking for approval. Each lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text
from outreach.articles import reviewers
from outreach.articles.asking_days import MOST_LINK_DAYS
from outreach.articles.rules import LINK_DAYS
from outreach.interviews.note_forms import Ticked
from outreach.organizations.fields import Choice, Day, Version

NONE = ""
_WHO = "reviewer_"

GIVEN_BY = {
    "email": "In an e-mail of your own",
    "phone": "Told on the telephone",
    "in_person": "In person",
    "letter": "On paper",
}
"""How a link was given without a letter from here: channel of the ledger -> the words on the screen."""


class LinkDays(Text):
    """How many days a link works on; `read` is the number."""

    read: int = LINK_DAYS

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [OneLine(), self._check], **named)

    @staticmethod
    def _check(_form: Any, field: Any) -> None:
        """Raises: ValidationError for what is no such number."""
        text = (field.data or "").strip()
        if not (text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= MOST_LINK_DAYS):
            raise ValidationError(f"Enter a number of days between 1 and {MOST_LINK_DAYS}.")
        field.read = int(text)


class ReviewerForm(FlaskForm):
    """What somebody is asked, with whose help. Made for what there is to choose from: see `reviewer_form`."""

    version = Version()
    agreed = LongText(
        "Who agreed that their words are read, and how",
        [AtMost(reviewers.AGREED_MAX)],
        description="Only where the others have agreed in writing: “Tom Quill, mail of Nov 12”. Else this reviewer "
        "sees their own words, and those of nobody else.",
    )
    scope: Choice
    helper: Choice


def reviewer_form(scopes: Sequence[tuple[str, str]], helpers: Sequence[tuple[int, str]], **named: Any) -> ReviewerForm:
    """The form with the scopes that the venue allows, and who answers for this person."""
    of_these = {
        "scope": Choice("What they approve", list(scopes)),
        "helper": Choice(
            "Who gets the letter",
            [(NONE, "They themselves"), *((str(number), words) for number, words in helpers)],
            description="An assistant gets it in their place, and may answer for them.",
        ),
    }
    made: type[ReviewerForm] = type("OfThese", (ReviewerForm,), of_these)
    form = made(**named)
    form["scope"].flags.required = form["helper"].flags.required = True
    return form


class EditorsForm(FlaskForm):
    """What the editors said of what people may see, where nobody has noted the venue's rule."""

    words = LongText(
        "What the editors said",
        [AtMost(reviewers.AGREED_MAX)],
        description="With the name and the day: “A. Rivas, the editor, on Nov 12: they may see all of it.”",
    )


class DayForm(FlaskForm):
    """By when, and how long the link works."""

    version = Version()
    ask_by = Day("Answer by", description="Such as 2027-01-12 or Jan 12, 2027.")
    link_days = LinkDays("Days that the link works after that")
    despite = Ticked("I have read this, and want this day all the same")

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.ask_by.flags.required = self.link_days.flags.required = True

    def validate_ask_by(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None:
            raise ValidationError("Name a day by which you would like an answer.")

    @property
    def days(self) -> int:
        """How many days the link works after that."""
        return self.link_days.read


class AskForm(DayForm):
    """Whom to ask, and by when; see `ask_form`."""

    @property
    def chosen(self) -> frozenset[int]:
        """The ids of the reviewers whose box is ticked."""
        return frozenset(int(one.name.removeprefix(_WHO)) for one in self if one.name.startswith(_WHO) and one.data)


def ask_form(offered: Sequence[tuple[int, str]], **named: Any) -> AskForm:
    """The form with a box for each reviewer who can be asked."""
    of_these = {f"{_WHO}{number}": Ticked(words) for number, words in offered}
    made: type[AskForm] = type("OfThese", (AskForm,), of_these)
    return made(**named)


def box(number: int) -> str:
    """The name of a reviewer's box."""
    return f"{_WHO}{number}"


class GivenForm(FlaskForm):
    """On which day and how the user gave the link."""

    on = Day("Given on", description="Such as 2027-01-12 or Jan 12, 2027.")
    way = Choice("How", list(GIVEN_BY.items()))

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.on.flags.required = self.way.flags.required = True

    def validate_on(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None:
            raise ValidationError("Say on which day you gave it.")


class ConditionForm(FlaskForm):
    """Which version meets a condition, and who confirmed it."""

    words = Text(
        "Who confirmed it, and how",
        [Filled("Say who confirmed that it is met."), OneLine(), AtMost(500)],
        description="“Ms. Duarte, by telephone on June 24.”",
    )
    met_in: Choice


def condition_form(versions: Sequence[tuple[int, str]], **named: Any) -> ConditionForm:
    """The form with the versions since the decision."""
    met_in = Choice("Met in", [(str(number), words) for number, words in versions])
    made: type[ConditionForm] = type("OfThese", (ConditionForm,), {"met_in": met_in})
    form = made(**named)
    form["met_in"].flags.required = form.words.flags.required = True
    return form
