"""The forms of the ledger. Each lists the only fields that a request can set; a kind's form has those of that kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from outreach import identifiers
from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text, choice
from outreach.columns import LARGEST_ID
from outreach.organizations.fields import Choice, Day, Read, Version
from outreach.relationships import rules
from outreach.relationships.models import ANSWERS, ASK_KINDS, GIVE_KINDS, HELPED, TOUCH_CHANNELS
from outreach.words import day as in_words

NONE = ""

KINDS_OFFERED = ("gave", "asked", "met", "answered", "received", "thanked", "wrote", "they_asked", "they_wrote")
"""What can be noted, in the order in which it is offered."""

_OF_A_KIND: Mapping[str, frozenset[str]] = {
    "gave": frozenset({"give_kind", "helped", "helped_words", "url"}),
    "asked": frozenset({"ask_kind", "project"}),
    "answered": frozenset({"answer", "back_on", "to"}),
    "met": frozenset({"project"}),
}
"""Kind -> the fields that belong to it alone."""

_ALWAYS = frozenset({"csrf_token", "version", "happened_on", "channel", "helper", "what"})

WORDS_OF_WHAT = {
    "gave": "What you gave",
    "asked": "What you asked for",
    "met": "What you spoke about",
    "answered": "What they said",
    "received": "What they gave",
    "thanked": "For what you thanked",
    "wrote": "What you wrote about",
    "they_asked": "What they asked for",
    "they_wrote": "What they wrote about",
}
"""Kind -> the words above the field for what happened."""


class TouchForm(FlaskForm):
    """What happened. Made for a kind and for what there is to choose from: see `touch_form`."""

    version = Version()
    give_kind = choice("What kind of thing", list(GIVE_KINDS.items()))
    ask_kind = Choice("What kind of request", list(ASK_KINDS.items()))
    answer = choice("What they answered", list(ANSWERS.items()))
    happened_on = Day("When")
    back_on = Day("Back on", description="Of somebody who is out of the office, where the answer says it.")
    what = LongText(
        "What happened", [AtMost(rules.WHAT_MAX)], description="In your own words, as if they will read it."
    )
    channel = Choice("How", list(TOUCH_CHANNELS.items()))
    helped = Choice("Did it help?", list(HELPED.items()))
    helped_words = Text("What they said of it", [OneLine(), AtMost(500)])
    url = Text(
        "Where it can be looked up",
        [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)],
        description="The address of the thing you gave, where it has one.",
    )

    helper: Choice
    project: Choice
    to: Choice

    def __init__(self, *, kind: str, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today
        kept = _ALWAYS | _OF_A_KIND.get(kind, frozenset())
        for name in [name for name in self._fields if name not in kept]:
            delattr(self, name)
        for name in ("helper", "project", "to"):  # with nothing to choose from there is no question
            if name in self._fields and len(self[name].values) == 1:
                delattr(self, name)
        self.what.label.text = WORDS_OF_WHAT[kind]
        self.happened_on.flags.required = True

    def validate_happened_on(self, field: Any) -> None:
        """Raises: ValidationError for a day on which it cannot have happened."""
        if field.read is None:
            field.read = self.today
        _in_words(lambda: rules.check_day(field.read, self.today))

    def validate_back_on(self, field: Any) -> None:
        """Raises: ValidationError for a day before the answer came."""
        came = self.happened_on.read or self.today
        if field.read is not None and not came <= field.read <= came + rules.LONGEST_AWAY:
            raise ValidationError("Enter a day after the answer came, within two years.")

    def says(self, name: str) -> str:
        """What a field says; "" where the form has none of this name."""
        return (self._fields[name].data or "") if name in self._fields else ""

    def day(self, name: str) -> date | None:
        """The day that a field says; None where the form has none of this name."""
        return self._fields[name].read if name in self._fields else None

    def number(self, name: str) -> int | None:
        """The id that was chosen; None for none."""
        return number_of(self.says(name))


def number_of(text: str) -> int | None:
    """The id that a text says; None for none, and for what can be no id."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID))):
        return None
    return int(text) if 0 < int(text) <= LARGEST_ID else None


def _in_words(check: Callable[[], object]) -> None:
    try:
        check()
    except rules.BadDay as error:
        raise ValidationError(str(error)) from None


Chosen = Sequence[tuple[int, str]]


def touch_form(
    kind: str, today: date, helpers: Chosen = (), projects: Chosen = (), asks: Chosen = (), **named: Any
) -> TouchForm:
    """The form of a kind, with those who could have helped, the projects and the open requests, each as (id, words)."""
    of_these = {
        "helper": Choice("With whose help", [(NONE, "Nobody’s"), *_choices(helpers)]),
        "project": Choice("For which project", [(NONE, "None"), *_choices(projects)]),
        "to": Choice("To which request", [(NONE, "None of these"), *_choices(asks)]),
    }
    made: type[TouchForm] = type("OfThisKind", (TouchForm,), of_these)
    return made(kind=kind, today=today, **named)


def _choices(rows: Chosen) -> list[tuple[str, str]]:
    return [(str(number), words) for number, words in rows]


# --- promises -------------------------------------------------------------------------------------------------------

WHOSE = {"mine": "You promised", "theirs": "They promised"}


class PromiseForm(FlaskForm):
    """A promise, whoever made it."""

    version = Version()
    whose = choice("Who promised", list(WHOSE.items()))
    what = Text(
        "What was promised",
        [Filled("Say what was promised."), OneLine(), AtMost(rules.PROMISE_MAX)],
        description="As it goes on after “promised to”: send the benchmark.",
    )
    made_on = Day("Promised on")  # read before the day by which it is due
    due_on = Day("By when", description="Such as 2027-01-12 or Jan 12, 2027. Leave it empty if no day was said.")

    def __init__(self, *, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today
        self.made_on.flags.required = True

    def validate_made_on(self, field: Any) -> None:
        """Raises: ValidationError for a day on which it cannot have been made."""
        if field.read is None:
            field.read = self.today
        _in_words(lambda: rules.check_day(field.read, self.today))

    def validate_due_on(self, field: Any) -> None:
        """Raises: ValidationError for a day before it was made, or too far away."""
        made = self.made_on.read or self.today
        if field.read is None:
            return
        if field.read < made:
            raise ValidationError(f"This is before the day on which it was promised, {in_words(made, self.today)}.")
        if field.read > self.today + rules.LONGEST_PROMISE:
            raise ValidationError("Choose a day within ten years. What is farther away is a wish.")


class CloseForm(FlaskForm):
    """How a promise was kept, or why it was let go."""

    on = Day("When")
    words = Text("How", [OneLine(), AtMost(rules.PROMISE_MAX)], description="Such as: sent it with a note.")

    def __init__(self, *, today: date, begun: date, **named: Any) -> None:
        super().__init__(**named)
        self.today, self.begun = today, begun
        self.on.flags.required = True

    def validate_on(self, field: Any) -> None:
        """Raises: ValidationError for a day to come, or before it was promised."""
        if field.read is None:
            field.read = self.today
        _in_words(lambda: rules.check_day(field.read, self.today, begun=self.begun))
