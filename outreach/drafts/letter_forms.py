"""The form that a letter is composed from: for what, about which program, on which facts, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, Form, SelectMultipleField, ValidationError
from wtforms.fields import SelectChoice
from wtforms.validators import StopValidation

from outreach.accounts.fields import AtMost, OneLine, Text
from outreach.organizations.fields import Choice, Day
from outreach.projects.models import PROJECT_KINDS

NEW, NONE = "new", ""
LONGEST = 45
"""Minutes: a request asks for 15 to 20, 30 at most; a talk that was offered may be longer (product.md, R5)."""

FARTHEST = timedelta(days=366)
WINDOW_OPENS = timedelta(days=28)
WINDOW_LASTS = timedelta(days=25)
"""Assistants book about two months ahead; a window opens in four weeks and is open for four (product.md, R5, R11)."""

WAYS_TO_MEET = [
    ("by phone or video", "By phone or video"), ("by phone", "By phone"), ("by video", "By video"),
    ("by phone or in person", "By phone or in person"), ("in person", "In person"),
]  # fmt: skip


class Minutes(Text):
    """A number of minutes; `read` is the number."""

    read: int | None = None

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [self._check], **named)

    @staticmethod
    def _check(_form: Form, field: Any) -> None:
        """Raises: ValidationError for what is no number of minutes that one can ask for."""
        text = (field.data or "").strip()
        if not text:
            return
        if not (text.isascii() and text.isdigit() and len(text) <= 3 and 5 <= int(text) <= LONGEST):
            raise ValidationError(f"Enter a number of minutes between 5 and {LONGEST}.")
        field.read = int(text)


class Chosen(SelectMultipleField):
    """Several of those offered, by their ids; what was not offered is left out."""

    def __init__(self, label: str, ids: Sequence[int], **named: Any) -> None:
        choices = [SelectChoice(str(one), str(one)) for one in ids]
        super().__init__(label, choices=choices, validate_choice=False, **named)
        self.offered = {str(one): one for one in ids}

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids that were chosen, in the order in which they are offered."""
        chosen = {one for one in self.data or () if isinstance(one, str)}
        return tuple(number for text, number in self.offered.items() if text in chosen)


class LetterForm(FlaskForm):
    """What a letter is composed from. Made for one leader and one kind of letter: see `letter_form`."""

    new_title = Text("Working title of the new project", [OneLine(), AtMost(300)])
    new_kind = Choice("What it is", list(PROJECT_KINDS.items()))
    new_topic = Text("What it is about", [OneLine(), AtMost(500)],
                     description="As it goes on after “an article on”.")  # fmt: skip
    new_readers = Text("For which readers", [OneLine(), AtMost(300)])
    new_question = Text(
        "What you want to learn",
        [OneLine(), AtMost(500)],
        description="As it goes on after “how”: you won agreement to that order of events.",
    )
    minutes = Minutes("How many minutes")
    way = Choice("How to meet", WAYS_TO_MEET)
    window_from = Day("From", description="Year, month and day. Four weeks ahead or more: diaries fill early.")
    window_until = Day("Until")

    project: Choice
    program: Choice
    facts: Chosen

    def __init__(self, *, needs_project: bool, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.needs_project, self.today = needs_project, today
        for name in ("project", "program", "new_kind", "way", "minutes", "window_from", "window_until"):
            self[name].flags.required = True  # so that none of them is called optional

    def validate_project(self, field: Field) -> None:
        """Raises: ValidationError where a request has no project."""
        if self.needs_project and field.data == NONE:
            raise ValidationError("Choose the project that the request is for, or begin one below.")

    def validate_new_title(self, field: Field) -> None:
        """Raises: StopValidation for a new project without a name."""
        # None sent is the first: the field itself finds that out only after this one.
        chosen = self.project.values[0] if self.project.data is None else self.project.data
        if chosen == NEW and not any(map(str.isalnum, field.data or "")):
            raise StopValidation("Enter a working title for the project.")

    def validate_minutes(self, field: Field) -> None:
        """Raises: ValidationError for a request that does not say how long."""
        if self.needs_project and not field.data:
            raise ValidationError("Say how many minutes you ask for.")

    def validate_window_from(self, field: Any) -> None:
        """Raises: ValidationError for a day that has passed, or is too far away."""
        if self.needs_project and not field.data:
            raise ValidationError("Say from when on it would suit you.")
        if field.read is not None and not self.today < field.read <= self.today + FARTHEST:
            raise ValidationError("Enter a day after today, within a year.")

    def validate_window_until(self, field: Any) -> None:
        """Raises: ValidationError for a window that ends before it begins, or too far away."""
        if self.needs_project and not field.data:
            raise ValidationError("Say until when it would suit you.")
        begins = self.window_from.read
        if field.read is not None and begins is not None and field.read < begins:
            raise ValidationError("This is before the window opens.")
        if field.read is not None and not self.today < field.read <= self.today + FARTHEST:
            raise ValidationError("Enter a day after today, within a year.")


def letter_form(
    projects: Sequence[tuple[int, str]],
    programs: Sequence[tuple[int, str]],
    facts: Sequence[int],
    *,
    needs_project: bool,
    today: date,
    **named: Any,
) -> LetterForm:
    """The form with what there is to choose from: projects and programs as (id, words), ids of facts."""
    own = [(str(number), words) for number, words in projects]
    without = [] if needs_project else [(NONE, "None")]
    of_these = {
        "project": Choice("Project", [*own, *without, (NEW, "A new project")]),
        "program": Choice("Program", [*((str(number), words) for number, words in programs), (NONE, "No program")]),
        "facts": Chosen("Facts", facts),
    }
    made: type[LetterForm] = type("OfThese", (LetterForm,), of_these)
    return made(needs_project=needs_project, today=today, **named)


def first_values(today: date) -> dict[str, str]:
    """What the form shows at first: twenty minutes, in a window that opens on a Monday four weeks ahead."""
    opens = today + WINDOW_OPENS
    opens += timedelta(days=(7 - opens.weekday()) % 7)
    return {
        "minutes": "20",
        "window_from": opens.isoformat(),
        "window_until": (opens + WINDOW_LASTS).isoformat(),
    }
