"""The form after an event: for each person whether you met, what was said, and what was promised by when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, ValidationError

from outreach.accounts.fields import AtMost, LongText, OneLine, Text, choice
from outreach.events import after_rules
from outreach.events.after_rules import MOST_ROWS, Promised, Said
from outreach.events.models import OUTCOMES
from outreach.interviews.note_forms import Ticked
from outreach.organizations.fields import Day, Version
from outreach.relationships.rules import LONGEST_PROMISE
from outreach.words import day as day_words

SIDES = {"mine": "I promised", "theirs": "They promised"}
"""Whose promise -> the words of its line."""


class Row(Text):
    """What was promised. Only to somebody who was met."""

    def post_validate(self, form: Any, validation_stopped: bool) -> None:  # noqa: FBT001 (as WTForms calls it)
        """Raises: ValidationError."""
        if not validation_stopped and self.data and form.outcome.data == "not_met":
            raise ValidationError("You did not meet, so nothing was promised here. Clear the line, or choose Met.")


class Until(Day):
    """By when a promise is due: a day since they met, or the box beside it."""

    def post_validate(self, form: Any, validation_stopped: bool) -> None:  # noqa: FBT001 (as WTForms calls it)
        """Raises: ValidationError."""
        number = self.short_name.removesuffix("_by")
        if validation_stopped or form.outcome.data == "not_met":
            return
        if not form[f"{number}_what"].data:
            if self.read is not None:
                raise ValidationError("Say what was promised by this day, or clear it.")
            return
        if self.read is None and not form[f"{number}_week"].data:
            raise ValidationError("By when? Enter a day, or tick the box below.")
        if self.read is not None and not form.met_on <= self.read <= form.met_on + LONGEST_PROMISE:
            raise ValidationError("Enter a day after you met, within ten years.")


class AfterForm(FlaskForm):
    """What is said of one person. Made with `after_form`."""

    version = Version()
    outcome = choice("Did you meet?", [(key, OUTCOMES[key]) for key in ("met", "not_met")])
    said = LongText(
        "What was said",
        [AtMost(after_rules.SAID_MAX)],
        description="First one thing they said, as it goes on after “that”: a thank-you gives it back.",
    )

    rows: Mapping[str, int]
    met_on: date

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        for field in self:
            field.flags.required = True  # so that none of them is called optional: all but one are

    def told(self) -> Said:
        """What the form says, once it is right; lines without words are left out."""
        if self.outcome.data != "met":
            return Said(self.outcome.data or "", self.said.data or "")
        lines = (self._line(side, number) for side in SIDES for number in range(1, self.rows[side] + 1))
        return Said("met", self.said.data or "", tuple(line for line in lines if line.what))

    def _line(self, side: str, number: int) -> Promised:
        name = f"{side}_{number}"
        by = self[f"{name}_by"].read or (after_rules.offered_day(self.met_on) if self[f"{name}_week"].data else None)
        return Promised(side == "mine", self[f"{name}_what"].data or "", by)

    @property
    def holds_promise(self) -> bool:
        """Whether a line for a promise is filled in, or wrong: then the lines are shown at once."""
        lines = [field for field in self if field.short_name.startswith(("mine_", "theirs_"))]
        return any(field.errors or (field.data and field.type != "BooleanField") for field in lines)

    def typed(self) -> tuple[object, ...]:
        """All that stands in it, to know whether anything was changed."""
        return tuple(_plain(field) for field in self if field.short_name not in ("csrf_token", "version"))


def _plain(field: Field) -> object:
    return " ".join(str(field.data or "").split())


def after_form(person: int, rows: Mapping[str, int], met_on: date, today: date, **named: Any) -> AfterForm:
    """The form of one person, by the number of the appearance, with so many lines for promises of each side."""
    offered = day_words(after_rules.offered_day(met_on), today)
    fields: dict[str, Any] = {}
    for side, words in SIDES.items():
        for number in range(1, rows[side] + 1):
            fields |= {
                f"{side}_{number}_what": Row(words, [OneLine(), AtMost(after_rules.PROMISE_MAX)]),
                f"{side}_{number}_by": Until("By when", description="Such as 2026-12-12 or Dec 12."),
                f"{side}_{number}_week": Ticked(f"No day was named: by {offered}"),
            }
    made: type[AfterForm] = type("OfPerson", (AfterForm,), {**fields, "rows": dict(rows), "met_on": met_on})
    return made(prefix=f"p{person}-", **named)


def rows_of(said: Said) -> dict[str, int]:
    """How many lines the form begins with: those that are known, and an empty one."""
    mine = sum(one.is_mine for one in said.promises)
    return {"mine": min(MOST_ROWS, mine + 1), "theirs": min(MOST_ROWS, len(said.promises) - mine + 1)}


def rows_sent(person: int, names: Collection[str]) -> dict[str, int]:
    """How many lines a request sends for a person, by the names of its fields."""
    return {
        side: max((n for n in range(1, MOST_ROWS + 1) if f"p{person}-{side}_{n}_what" in names), default=1)
        for side in SIDES
    }


def first_values(said: Said, version: int) -> dict[str, Any]:
    """What the form shows first."""
    values: dict[str, Any] = {"version": version, "outcome": said.outcome or None, "said": said.words}
    for side in SIDES:
        mine = [one for one in said.promises if one.is_mine == (side == "mine")]
        for number, one in enumerate(mine[:MOST_ROWS], start=1):
            values[f"{side}_{number}_what"] = one.what
            values[f"{side}_{number}_by"] = one.due_on.isoformat() if one.due_on else ""
    return values
