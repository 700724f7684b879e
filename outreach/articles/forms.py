"""The forms of articles. Each lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms.validators import ValidationError

from outreach.accounts.fields import AtMost, OneLine, Text
from outreach.articles import article_text, operations, versions
from outreach.drafts.forms import Belongs, Letter, Typed
from outreach.organizations.fields import Choice, Version

NONE = ""
MOST_LINES = 5_000


class ArticleForm(FlaskForm):
    """The text of an article. `version` is that of the row when the window last heard of it."""

    version = Version()
    title = Typed("Title", [Belongs(), OneLine(), AtMost(operations.TITLE_MAX)])
    body = Letter("Text", [Belongs(), AtMost(article_text.LONGEST_BODY)])

    def validate_body(self, field: Letter) -> None:
        """Raises: ValidationError for more lines than anybody writes."""
        if (field.data or "").count("\n") >= MOST_LINES:
            raise ValidationError(f"An article has {MOST_LINES:,} lines at most. Take some empty ones out.")

    @property
    def lost(self) -> bool:
        """Whether characters that cannot be kept were taken out."""
        return bool(self.title.lost or self.body.lost)


class OutlineForm(FlaskForm):
    """What an article is begun from; see `outline_form`."""

    outline: Choice
    project: Choice
    program: Choice


def outline_form(
    outlines: Sequence[tuple[str, str]],
    projects: Sequence[tuple[int, str]],
    programs: Sequence[tuple[int, str]],
    **named: Any,
) -> OutlineForm:
    """The form with what there is to choose from: outlines by key, projects and programs as (id, words)."""
    of_these = {
        "outline": Choice("Outline", list(outlines)),
        "project": Choice("Project", [*((str(number), words) for number, words in projects), (NONE, "No project")]),
        "program": Choice("Program", [*((str(number), words) for number, words in programs), (NONE, "No program")]),
    }
    made: type[OutlineForm] = type("OfThese", (OutlineForm,), of_these)
    form = made(**named)
    for field in form:
        field.flags.required = True  # so that none of them is called optional
    return form


class MilestoneForm(FlaskForm):
    """What the user calls a version."""

    milestone = Text(
        "Name of this version",
        [OneLine(), AtMost(versions.MILESTONE_MAX)],
        description="As you speak of it: “after Ms. Duarte’s corrections”.",
    )
