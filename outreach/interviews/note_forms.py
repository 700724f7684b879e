"""The forms of the notes room and of the debrief. Each lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, ValidationError

from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text, choice
from outreach.interviews import debrief, talk_notes
from outreach.interviews.debrief import Debrief, Line
from outreach.interviews.talk_models import NOTE_KINDS
from outreach.organizations.fields import Day, Version

BLANK_ROWS = 1
"""Empty rows below those that are filled in; saving gives another one."""


class Ticked(BooleanField):
    """A box; whatever else is sent than a word counts as not ticked."""

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, **named)
        self.type = "BooleanField"  # as the components know it

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        self.data = bool(valuelist) and isinstance(valuelist[0], str) and valuelist[0] in ("y", "yes", "on", "true")


class Key(HiddenField):
    """What a form is known by when it is sent twice; too long or with signs, it is none."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        text = valuelist[0] if valuelist and isinstance(valuelist[0], str) else ""
        is_key = text.isascii() and text.replace("-", "").replace("_", "").isalnum()
        self.data = text if is_key and len(text) <= talk_notes.KEY_MAX else ""


class LineForm(FlaskForm):
    """One line of the notes."""

    version = Version()
    key = Key()
    text = LongText("What was said", [Filled("Write the line."), AtMost(talk_notes.TEXT_MAX)])
    kind = choice("Whose words", list(NOTE_KINDS.items()))
    speaker = Text(
        "Who said it", [OneLine(), AtMost(talk_notes.SPEAKER_MAX)], description="Only where it was somebody else."
    )
    fact_check = Ticked("To verify before it is written")


class DebriefForm(FlaskForm):
    """What was learned, and the lines of each kind. Made for so many rows: see `debrief_form`."""

    version = Version()
    learned = LongText(
        "What stays with you",
        [AtMost(debrief.TEXT_MAX)],
        description="First one thing they said, as it goes on after “that”: the pharmacists wrote the script first.",
    )
    changed_in_me = LongText(
        "What it changed in you",
        [AtMost(debrief.TEXT_MAX)],
        description="One whole sentence first: I had assumed that the agreement came first.",
    )
    to_verify = LongText("To verify", [AtMost(debrief.TEXT_MAX)], description="One thing a line.")
    next_give = Text(
        "What you could give next", [OneLine(), AtMost(debrief.NEXT_MAX)],
        description="Something of use to them, that nobody asked you for.",
    )  # fmt: skip

    rows: Mapping[str, int]

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        for field in self:
            field.flags.required = True  # so that none of them is called optional: all are, and the page says so

    def said(self) -> Debrief:
        """The debrief as the form says it; rows without words are left out."""
        lines = {part: tuple(line for line in self._lines(part) if line.what) for part in debrief.PARTS}
        return Debrief(
            self.learned.data or "", self.changed_in_me.data or "", self.to_verify.data or "",
            self.next_give.data or "", lines,
        )  # fmt: skip

    def _lines(self, part: str) -> list[Line]:
        found = []
        for number in range(1, self.rows[part] + 1):
            named = {name: self[f"{part}_{number}_{name}"] for name in ("what", *_BESIDE[part])}
            found.append(
                Line(
                    named["what"].data or "",
                    named["by"].read if "by" in named else None,
                    named["url"].data or "" if "url" in named else "",
                    bool(named["exact"].data) if "exact" in named else False,
                )
            )
        return found


class Until(Day):
    """By when; not before the day of the talk."""

    def post_validate(self, form: Any, validation_stopped: bool) -> None:  # noqa: FBT001 (as WTForms calls it)
        """Raises: ValidationError."""
        if not validation_stopped and self.read is not None and self.read < form.day_of_talk:
            raise ValidationError("This day lies before the talk. Check it.")


class WebAddress(Text):
    """The address of a page, or nothing."""

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [OneLine(), AtMost(debrief.URL_MAX), self._check], **named)

    @staticmethod
    def _check(_form: Any, field: Field) -> None:
        """Raises: ValidationError for what no browser opens, or nobody should."""
        text = field.data or ""
        if text and not (text.startswith(("http://", "https://")) and len(text.split()) == 1):
            raise ValidationError("Enter an address that begins with http:// or https://, or leave it empty.")


_BESIDE = {"mine": ("by",), "theirs": ("by",), "advice": ("exact",), "recommended": ("url",)}
"""Kind of a line -> what stands beside its words."""


def _fields_of(part: str, number: int) -> dict[str, Any]:
    heading = debrief.PARTS[part]
    label = f"{heading}, line {number}"
    named: dict[str, Any] = {"what": Text(label, [OneLine(), AtMost(debrief.WHAT_MAX)])}
    if "by" in _BESIDE[part]:
        named["by"] = Until(f"By when, of line {number}")
    if "exact" in _BESIDE[part]:
        named["exact"] = Ticked(f"Line {number} is in their own words")
    if "url" in _BESIDE[part]:
        named["url"] = WebAddress(f"Address, of line {number}")
    return {f"{part}_{number}_{name}": one for name, one in named.items()}


def debrief_form(rows: Mapping[str, int], day_of_talk: Any, **named: Any) -> DebriefForm:
    """The form with so many rows of each kind."""
    fields: dict[str, Any] = {}
    for part in debrief.PARTS:
        for number in range(1, rows[part] + 1):
            fields |= _fields_of(part, number)
    made: type[DebriefForm] = type("OfRows", (DebriefForm,), {**fields, "rows": dict(rows), "day_of_talk": day_of_talk})
    return made(**named)


def rows_sent(names: Sequence[str]) -> dict[str, int]:
    """How many rows of each kind a request sends, by the names of its fields."""
    found = dict.fromkeys(debrief.PARTS, 0)
    for part in debrief.PARTS:
        for number in range(1, debrief.MOST_LINES + 1):
            if f"{part}_{number}_what" in names:
                found[part] = number
    return found


def first_values(said: Debrief, version: int) -> dict[str, Any]:
    """What the form shows of a saved debrief: the lines that are not in the ledger yet."""
    values: dict[str, Any] = {
        "version": version, "learned": said.learned, "changed_in_me": said.changed_in_me,
        "to_verify": said.to_verify, "next_give": said.next_give,
    }  # fmt: skip
    for part in debrief.PARTS:
        for number, line in enumerate(open_lines(said, part), start=1):
            values[f"{part}_{number}_what"] = line.what
            values[f"{part}_{number}_by"] = line.by.isoformat() if line.by else ""
            values[f"{part}_{number}_url"] = line.url
            values[f"{part}_{number}_exact"] = line.is_exact
    return values


def open_lines(said: Debrief, part: str) -> list[Line]:
    """The lines of a kind that are not in the ledger yet."""
    return [line for line in said.of(part) if line.row_id is None]
