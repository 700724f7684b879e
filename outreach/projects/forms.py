"""The forms of projects and of own venues. Each lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, ValidationError

from outreach import identifiers
from outreach.accounts.fields import AtMost, LongText, Named, OneLine, Text
from outreach.organizations.fields import Choice, Day, Read, Version
from outreach.projects import rules
from outreach.projects.models import PROJECT_KINDS, SOURCE_REVIEWS
from outreach.projects.venue_files import Venue

NO_VENUE = ""
FARTHEST = timedelta(days=3_660)
"""Days farther away than ten years are a slip of the pen."""


class ProjectForm(FlaskForm):
    """What somebody writes. Made for the venues that there are to choose from: see `project_form`."""

    version = Version()
    title = Text("Working title", [Named("Enter a working title."), OneLine(), AtMost(rules.TITLE_MAX)])
    kind = Choice("What it is", list(PROJECT_KINDS.items()))
    topic = Text(
        "What it is about",
        [OneLine(), AtMost(rules.TOPIC_MAX)],
        description="As it goes on after “an article on”: heart-failure discharges in smaller hospitals.",
    )
    readers = Text(
        "For which readers",
        [OneLine(), AtMost(rules.READERS_MAX)],
        description="Such as: administrators of rural hospitals.",
    )
    question = Text(
        "What you want to learn",
        [OneLine(), AtMost(rules.QUESTION_MAX)],
        description="As it goes on after “how”: you won agreement to that order of events.",
    )
    due_on = Day("To be handed in on", description="Such as 2027-02-01 or Feb 1, 2027.")
    note = LongText("Notes for yourself", [AtMost(rules.NOTE_MAX)])

    venue: Choice

    def __init__(self, *, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today

    def validate_due_on(self, field: Any) -> None:
        """Raises: ValidationError for a day that nobody can mean."""
        if field.read is not None and abs(field.read - self.today) > FARTHEST:
            raise ValidationError("Enter a day within ten years of today.")


def project_form(venues: Sequence[Venue], today: date, **named: Any) -> ProjectForm:
    """The form with the venues there are to choose from."""
    offered = [(venue.choice, venue.name) for venue in venues]

    class AtThese(ProjectForm):
        venue = Choice(
            "Where it will appear", [(NO_VENUE, "Not decided yet"), *offered],
            description="What may be promised to the people in it follows from this.",
        )  # fmt: skip

    return AtThese(today=today, **named)


class VenueForm(FlaskForm):
    """A venue of the user's own, and the page that its rules were read on."""

    version = Version()
    name = Text("Name", [Named("Enter the venue's name."), OneLine(), AtMost(rules.VENUE_NAME_MAX)])
    readers = Text("Who reads it", [OneLine(), AtMost(rules.READERS_MAX)])
    source_review = Choice(
        "What the people in a text may see before it is published",
        [("", SOURCE_REVIEWS[""]), *((key, said) for key, said in SOURCE_REVIEWS.items() if key)],
        description="As the editors say it. What a request promises follows from this.",
    )
    shortest_words = Text("Fewest words", [AtMost(20), Read(rules.read_count)])
    longest_words = Text("Most words", [AtMost(20), Read(rules.read_count)])
    query_rule = Text(
        "Ask the editors first?", [OneLine(), AtMost(rules.RULE_MAX)], description="Whether and how to ask them."
    )
    exclusivity = Text(
        "Exclusive?", [OneLine(), AtMost(rules.RULE_MAX)], description="Whether it may appear elsewhere as well."
    )
    lead_time_days = Text("Days from handing in to publication", [AtMost(20), Read(rules.read_count)])
    rule_url = Text(
        "The page where you read this",
        [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)],
        description="Its address. Without it, the rules are shown as only your notes.",
    )
    rule_read_on = Day("When you read it", description="Such as 2026-11-02. Left empty, it is today.")
    note = LongText("Notes for yourself", [AtMost(rules.NOTE_MAX)])

    def __init__(self, *, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today

    def validate_longest_words(self, field: Field) -> None:
        """Raises: ValidationError for fewer words than the fewest."""
        fewest = getattr(self.shortest_words, "read", None)
        most = getattr(field, "read", None)
        if fewest and most and fewest > most:
            raise ValidationError("This is below the fewest words.")

    def validate_rule_read_on(self, field: Any) -> None:
        """Raises: ValidationError for a day to come, or long past."""
        if field.read is not None and not self.today - FARTHEST <= field.read <= self.today:
            raise ValidationError("Enter a day up to today, within the last ten years.")
