"""The forms of what came back: a file, pasted words, a call or a letter; whose it is; what is recorded from it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from os import SEEK_END
from typing import Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import FileStorage
from wtforms import ValidationError

from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text, choice
from outreach.articles.approval_models import DECISIONS, Reviewer
from outreach.articles.models import ArticleVersion
from outreach.articles.received import TEXT_MAX
from outreach.articles.word_in import container
from outreach.dossiers.forms import Upload
from outreach.interviews.note_forms import Ticked
from outreach.organizations.fields import Choice, Day

NONE = ""
NAME_MAX = 200
CONDITIONS_MAX = 5_000

WAYS_SAID = [("phone", "A telephone call"), ("letter", "A letter on paper")]
DECIDED = [(NONE, "Nothing yet"), *DECISIONS.items()]


class OneFile(Upload):
    """One file; two at once are refused, since only one of them would be read."""

    several = False

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        super().process_formdata(valuelist)
        others = [one for one in valuelist if isinstance(one, FileStorage) and one is not self.data]
        self.several = any(one.filename for one in others)
        for one in others:
            one.close()


class AboutForm(FlaskForm):
    """Whose answer it is, and about which version; see `about_form`."""

    reviewer: Choice
    about: Choice

    @property
    def reviewer_id(self) -> int | None:
        """The reviewer that was chosen."""
        return int(self.reviewer.data) if self.reviewer.data else None

    @property
    def version_id(self) -> int | None:
        """The version that was chosen."""
        return int(self.about.data) if self.about.data else None


class FileForm(AboutForm):
    """A file that came back. After `validate` see `name` and `content`."""

    file = OneFile(
        "File", description="The Word file (.docx) with their changes, or the whole message (.eml). One at a time."
    )

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.name = ""
        self.content = b""

    def validate_file(self, field: OneFile) -> None:
        """Raises: ValidationError for none, for two, and for one that is too large."""
        if field.several:
            raise ValidationError("You chose more than one file. Nothing was kept. Upload them one after the other.")
        if field.data is None:
            raise ValidationError("Choose the file that came back.")
        self.name = field.data.filename or ""
        with closing(field.data):
            size = field.data.stream.seek(0, SEEK_END)
            field.data.stream.seek(0)
            if size > container.MOST_BYTES:
                raise ValidationError(f"{container.TOO_LARGE} Nothing was kept.")
            self.content = field.data.stream.read(container.MOST_BYTES + 1)
        if not self.content:
            raise ValidationError(container.EMPTY)


class WordsForm(AboutForm):
    """An answer that is pasted."""

    text = LongText(
        "What they wrote",
        [Filled("Paste what they wrote."), AtMost(TEXT_MAX)],
        description="The whole message. What was quoted and the signature are told apart, and shown.",
        id="words-text",
    )


class SaidForm(AboutForm):
    """A call, or a letter on paper."""

    way = choice("What it was", WAYS_SAID)
    by_name = Text(
        "Who said or wrote it", [Filled("Write who it was."), OneLine(), AtMost(NAME_MAX)],
        description="The leader, or who answers for them.",
    )  # fmt: skip
    day = Day("On which day")
    said = LongText(
        "What they said", [Filled("Write down what they said."), AtMost(TEXT_MAX)],
        description="As close to their own words as you can.",
    )  # fmt: skip
    today: date
    begun: date

    def validate_day(self, field: Day) -> None:
        """Raises: ValidationError for a day ahead, or before there was anything to answer."""
        if field.errors:
            return
        if field.read is None:
            field.read = self.today
        elif field.read > self.today:
            raise ValidationError("This day lies ahead. Check it.")
        elif field.read < self.begun:
            raise ValidationError("This day lies before the article was begun. Check it.")


class RecordForm(FlaskForm):
    """What is recorded from what came back. Nothing of it is recorded before the press."""

    answer = choice("What did they decide?", DECIDED)
    conditions = LongText(
        "Under which condition",
        [AtMost(CONDITIONS_MAX)],
        description="Only for a yes. Such as: the title of Ms. Duarte is corrected.",
    )
    by_name = Text("Who said so", [OneLine(), AtMost(NAME_MAX)], description="As it shall stand in the record.")
    answers_for = Ticked("They answer for the reviewer")
    takes_file = Ticked("Put the changes of the file on the list of suggestions")
    points = LongText(
        "What they wish changed",
        [AtMost(TEXT_MAX)],
        description="One point a line; each becomes a suggestion. Take out what is none.",
    )
    in_place = Ticked("This comes in the place of an answer that is there already")

    def validate_conditions(self, field: LongText) -> None:
        """Raises: ValidationError where there is no yes that they could belong to."""
        if field.data and self.answer.data != "approved":
            raise ValidationError("A condition belongs to a yes. Choose “Approved”, or write it below as a point.")


def about_fields(
    reviewers: Sequence[Reviewer], known: Sequence[ArticleVersion], unsaid: str, form: str
) -> dict[str, Any]:
    """The two choices; `unsaid` are the words for leaving them open. form: before their ids, as a page has several."""
    names = [(str(one.id), one.name) for one in reviewers]
    numbers = [(str(one.id), _version_words(one)) for one in known]
    return {
        "reviewer": Choice("Whose answer it is", [(NONE, unsaid), *names], id=f"{form}-reviewer"),
        "about": Choice("About which version", [(NONE, unsaid), *numbers], id=f"{form}-about"),
    }


def _version_words(version: ArticleVersion) -> str:
    return f"Version {version.number}" + (f": {version.milestone}" if version.milestone else "")


def of_these(form: type[AboutForm], fields: dict[str, Any], **named: Any) -> Any:
    """A form with the choices that there are. Whatever else is named is set on its class."""
    extra: dict[str, Any] = {name: named.pop(name) for name in ("today", "begun") if name in named}
    made: type[AboutForm] = type("OfThese", (form,), {**fields, **extra})
    built = made(**named)
    for name in ("reviewer", "about", "file"):
        if name in built:
            built[name].flags.required = True  # so that none of them is called optional
    return built
