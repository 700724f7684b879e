"""The forms of people. Each lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectMultipleField, ValidationError
from wtforms.fields import SelectChoice

from outreach import identifiers, partial_dates
from outreach.accounts.fields import AtMost, Email, Filled, LongText, Named, OneLine, Text, choice
from outreach.accounts.rules import EMAIL_MAX
from outreach.organizations.fields import Choice, Read, Version
from outreach.organizations.rules import NAME_MAX as ORGANIZATION_MAX
from outreach.people import merging, operations, rules
from outreach.people.models import CHANNELS, CONTACT_PARTS, IDENTIFIER_SCHEMES, KINDS

_NAME = [Named("Enter the person's name."), OneLine(), AtMost(rules.NAME_MAX)]
_SHORT = [OneLine(), AtMost(rules.LINE_MAX)]
_WORKPLACE = [OneLine(), AtMost(ORGANIZATION_MAX)]
_TITLE = [OneLine(), AtMost(rules.TITLE_MAX)]

WHAT_A_POST_IS = [
    (operations.MOVES, "A move: the present post ends"),
    (operations.ADDS, "A further post beside the present one"),
    (operations.HELD, "An earlier post"),
]
HOW_IT_STANDS = [("now", "Holds it now"), ("over", "It has ended")]
SCHEMES = [(scheme, words) for scheme, words in IDENTIFIER_SCHEMES.items() if scheme != "former_email"]


class OptionalEmail(Text):
    """An e-mail address that may be left out."""

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [OneLine(), AtMost(EMAIL_MAX), self._check], **named)

    @staticmethod
    def _check(form: Any, field: Any) -> None:
        """Raises: ValidationError."""
        if field.data:
            Email()(form, field)


class PartialDate(Text):
    """A year, a month or a day; `read` is what is kept."""

    read = ""

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [AtMost(40)], **named)

    def read_by(self, today: date) -> str:
        """What was typed, as it is kept. Raises: ValueError."""
        return partial_dates.read(self.data or "", today)


class FormWithToday(FlaskForm):
    """A form whose dates lie between 1950 and next year."""

    def __init__(self, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today


def _dated(name: str) -> Callable[[FormWithToday, PartialDate], None]:
    def validate(form: FormWithToday, field: PartialDate) -> None:
        try:
            field.read = field.read_by(form.today)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    validate.__name__ = f"validate_{name}"
    return validate


class NewPersonForm(FlaskForm):
    """Somebody to add. A name and a workplace are enough."""

    again = HiddenField()
    """Filled when the user has seen who has the same name, and wants another one."""
    name = Text("Name", _NAME, description="As they write it themselves; degrees may follow after a comma.")
    workplace = Text("Workplace", _WORKPLACE)
    title = Text("Post there", _TITLE, description="Such as Chief Nursing Officer.")
    kind = Choice("Who this is", list(KINDS.items()))
    email = OptionalEmail("E-mail address")


class PersonForm(FlaskForm):
    """Everything about a person that is written by hand, but for posts, contacts and notes."""

    version = Version()
    name = Text("Name", _NAME, description="As they write it themselves, without degrees.")
    credentials = Text("Degrees and titles after the name", _SHORT, description="Such as RN, MBA, FACHE.")
    addressed_as = Text("How they like to be addressed", _SHORT, description="Such as Dr. Sundvall, or Inés.")
    goes_by = Text("Goes by", _SHORT)
    pronunciation = Text(
        "How to say the name",
        [OneLine(), AtMost(200)],
        description="In plain syllables, the stress in capitals: mah-ree-SOL.",
    )
    pronouns = Text("Pronouns", [OneLine(), AtMost(40)], description="As they give them themselves.")
    kind = Choice("Who this is", list(KINDS.items()))
    email = OptionalEmail("E-mail address")
    office_phone = Text("Telephone of the office", [OneLine(), AtMost(60)])
    preferred_channel = Choice("How they like to be reached", list(CHANNELS.items()))
    time_zone = Choice("Time zone", list(rules.TIME_ZONES.items()))
    website = Text("Their own page", [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)])
    reason = LongText(
        "Why this person and not another",
        [AtMost(rules.REASON_MAX)],
        description="In your own words. It is asked for before you write to them.",
    )
    given_name = Text("Given name", _SHORT)
    family_name = Text("Family name", _SHORT)
    sort_as = Text("Sort as", [OneLine(), AtMost(rules.NAME_MAX)], description="Only where the family name is not it.")


class PostForm(FormWithToday):
    """A new post, with what it means for the present one."""

    what = choice("What it is", WHAT_A_POST_IS)
    title = Text("Post", [Filled("Enter the post."), *_TITLE], description="The title as their own page has it.")
    workplace = Text("Workplace", _WORKPLACE)
    started = PartialDate("Began", description="A year is enough: 2024, March 2024 or 3/15/2024.")
    ended = PartialDate("Ended", description="Only for an earlier post.")
    note = Text("Note", [AtMost(rules.POST_NOTE_MAX)], description="How you know, or what matters about it.")

    validate_started = _dated("started")
    validate_ended = _dated("ended")


class PostChangeForm(FormWithToday):
    """A post to be corrected or ended."""

    how = choice("How it stands", HOW_IT_STANDS)
    title = Text("Post", [Filled("Enter the post."), *_TITLE])
    workplace = Text("Workplace", _WORKPLACE)
    started = PartialDate("Began")
    ended = PartialDate("Ended", description="Leave it empty if nobody has said when.")
    note = Text("Note", [AtMost(rules.POST_NOTE_MAX)])

    validate_started = _dated("started")
    validate_ended = _dated("ended")


class ContactForm(FlaskForm):
    """Somebody who answers for a leader."""

    name = Text(
        "Name", [Named("Enter the name of the person or the office."), OneLine(), AtMost(rules.NAME_MAX)],
        description="Somebody you have already is found by the name.",
    )  # fmt: skip
    kind = Choice("Who this is", [(kind, KINDS[kind]) for kind in ("assistant", "communications_office", "colleague")])
    part = Choice("What they do", list(CONTACT_PARTS.items()))
    email = OptionalEmail("E-mail address")
    phone = Text("Telephone", [OneLine(), AtMost(60)])
    note = Text("Note", [AtMost(500)])


class NumberForm(FlaskForm):
    """A number or page of a person."""

    scheme = Choice("Kind of number", SCHEMES)
    number = Text("Number or address", [Filled("Enter the number."), OneLine(), AtMost(254)])

    def validate_number(self, field: Any) -> None:
        """Raises: ValidationError for what cannot be such a number."""
        if self.scheme.data not in IDENTIFIER_SCHEMES:
            return
        try:
            field.read = identifiers.tidy(self.scheme.data, field.data)
        except ValueError as error:
            raise ValidationError(str(error)) from None


class NoteForm(FlaskForm):
    """A note. `version` counts when it is changed."""

    version = Version()
    text = LongText(
        "Note", [Filled("Write the note first."), AtMost(rules.NOTE_MAX)],
        description="Write it as if they will read it. It counts as a source: your own notes.",
    )  # fmt: skip


class DoNotContactForm(FlaskForm):
    """Why somebody must not be written to."""

    reason = Text(
        "Reason", [Filled("Say why, in a few words."), AtMost(500)], description="Such as: asked us on March 3."
    )


class MergeForm(FlaskForm):
    """The press that joins two people: in which state they were shown, and whose fields are taken over."""

    kept_version = Version()
    merged_version = Version()
    take = SelectMultipleField(
        choices=[SelectChoice(name, words) for name, words in merging.FIELDS.items()], validate_choice=False
    )
