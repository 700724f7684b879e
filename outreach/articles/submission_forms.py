"""The forms of handing in: the list of points with where and when, the file, what the editors said."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from os import SEEK_END
from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text, choice
from outreach.articles import handed_files, submission
from outreach.articles.venue_list import Point
from outreach.dossiers.forms import Upload
from outreach.interviews.note_forms import Ticked
from outreach.organizations.fields import Day, Version

_TICK, _WHY = "met_", "why_"
_LONGEST_NAME = 300

OUTCOMES = [
    ("accepted", "They take it"),
    ("declined", "They do not take it"),
    ("taken_back", "I take it back"),
]


class SubmitForm(FlaskForm):
    """What is handed in, where and when; made for the points that are not met by themselves: see `submit_form`."""

    form_errors: list[str]
    about = Version()
    venue = Text(
        "Where it is handed in", [Filled("Say where it is handed in."), OneLine(), AtMost(submission.VENUE_MAX)]
    )
    on = Day("On which day", description="Such as 2027-01-12 or Jan 12, 2027.")
    note = LongText("Note for yourself", [AtMost(submission.NOTE_MAX)], description="To whom, by which way.")

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.venue.flags.required = self.on.flags.required = True

    def validate_on(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None and not field.errors:
            raise ValidationError("Say on which day it was handed in.")

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the points that are ticked."""
        return frozenset(one.name.removeprefix(_TICK) for one in self if one.name.startswith(_TICK) and one.data)

    @property
    def reasons(self) -> dict[str, str]:
        """Key of a point -> why it is handed in without it."""
        return {one.name.removeprefix(_WHY): one.data or "" for one in self if one.name.startswith(_WHY)}

    def tick_of(self, point: Point) -> Any:
        """The box of a point; None where it has none."""
        return self._fields.get(f"{_TICK}{point.key}")

    def why_of(self, point: Point) -> Any:
        """The field for the reason of a point; None where no reason counts."""
        return self._fields.get(f"{_WHY}{point.key}")

    def say(self, lacking: dict[str, str]) -> None:
        """Puts what is lacking beside the fields of the points."""
        for key, words in lacking.items():
            field = self._fields.get(f"{_WHY}{key}")
            if field is not None:
                field.errors = [*field.errors, words]
            else:
                self.form_errors = [*self.form_errors, words]


def submit_form(points: Sequence[Point], **named: Any) -> SubmitForm:
    """The form with a box for what only the user can say, and a reason for what is not met."""
    fields: dict[str, Any] = {}
    for one in points:
        if one.state == "ask":
            fields[f"{_TICK}{one.key}"] = Ticked("Yes, I have seen to it")
        if one.state == "ask" or (one.state == "open" and one.can_pass):
            label = "Or why it is handed in without it" if one.state == "ask" else "Why it is handed in without it"
            fields[f"{_WHY}{one.key}"] = Text(label, [OneLine(), AtMost(submission.REASON_MAX)])
    made: type[SubmitForm] = type("OfThese", (SubmitForm,), fields)
    form = made(**named)
    for one in points:
        if one.state == "open" and one.can_pass:
            form[f"{_WHY}{one.key}"].flags.required = True  # so that it is not called optional
    return form


class HandedFileForm(FlaskForm):
    """The file that was handed in. After `validate` see `name` and `content`."""

    file = Upload("The file", description="The Word file (.docx) or plain text that goes, or went, to the editors.")

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.file.flags.required = True
        self.name = ""
        self.content = b""

    def validate_file(self, field: Upload) -> None:
        """Raises: ValidationError for none, and for one that is too large."""
        if field.data is None:
            raise ValidationError("Choose the file.")
        self.name = " ".join((field.data.filename or "").split())[:_LONGEST_NAME]
        with closing(field.data):
            size = field.data.stream.seek(0, SEEK_END)
            field.data.stream.seek(0)
            if size > handed_files.MOST_BYTES:
                raise ValidationError("This file is larger than 10 MB. Nothing was kept.")
            self.content = field.data.stream.read(handed_files.MOST_BYTES + 1)


class OutcomeForm(FlaskForm):
    """What became of a submission."""

    outcome = choice("What became of it?", OUTCOMES)
    on = Day("On which day", description="Such as 2027-01-12 or Jan 12, 2027.")
    note = LongText("What they said", [AtMost(submission.NOTE_MAX)])

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.on.flags.required = True

    def validate_on(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None and not field.errors:
            raise ValidationError("Say on which day.")
