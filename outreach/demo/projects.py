"""Projects of the demonstration: under way at venues with different rules, done, put away, hardly begun."""

from __future__ import annotations

from datetime import timedelta

from outreach.db import WorkspaceSession
from outreach.demo.stage import Stage
from outreach.projects import operations
from outreach.projects.models import OwnVenue
from outreach.projects.operations import ProjectDetails, VenueDetails


def begin(stage: Stage) -> None:
    """All of them; the article about the short-stay unit is the one worked on last."""
    with stage.database.session_for(stage.workspace_id) as session:
        letter = _own_venue(session, stage)
        _put_away(session, stage)
        _done(session, stage)
        _under_way(session, stage)
        article = ProjectDetails(
            "The first ninety days of a short-stay unit", "article", "short-stay units in smaller hospitals",
            "operations staff of smaller hospitals", "you won agreement to the order of events", venue_id=letter.id,
            due_on=(stage.now + timedelta(days=62)).date(),
            note="Wren read the outline. Numbers only from reports that are out.",
        )  # fmt: skip
        operations.begin(session, article, stage.by(7))


def _own_venue(session: WorkspaceSession, stage: Stage) -> OwnVenue:
    """A newsletter whose editors let people check what they are quoted with."""
    details = VenueDetails(
        "Lakes and Plains Chapter Letter", "members of the chapter in three states", 600, 1_100,
        "Write two lines to the editor first.", "Yours again a month after it appeared.", 28, "quotes and facts",
        "https://www.lakesplains.example/write-for-us", stage.ago(60).date(), "Wren knows the editor.",
    )  # fmt: skip
    return operations.add_venue(session, details, stage.by(60))


def _put_away(session: WorkspaceSession, stage: Stage) -> None:
    details = ProjectDetails("A map of who orders what", "improvement", note="Too large for one quarter.")
    project = operations.begin(session, details, stage.by(50))
    operations.set_state(session, project, "dropped", stage.by(45))


def _done(session: WorkspaceSession, stage: Stage) -> None:
    details = ProjectDetails(
        "The first hour of sepsis: a case", "paper", "a sepsis bundle that nurses call", "a seminar on quality",
        "nurses came to call it", venue_key="class_paper", due_on=stage.ago(20).date(),
    )  # fmt: skip
    project = operations.begin(session, details, stage.by(90))
    operations.set_state(session, project, "done", stage.by(21))


def _under_way(session: WorkspaceSession, stage: Stage) -> None:
    """One for a venue that shows nobody the text, one for a venue of which little is known, one without a venue."""
    later = (
        ProjectDetails("Choosing a record system together", "article", "record systems that hospitals share",
                       "IT executives of smaller hospitals", "you kept four boards at one table",
                       venue_key="healthsystemcio"),
        ProjectDetails("What the night desk asks", "podcast", "questions from the night desk", venue_key="podcast",
                       due_on=(stage.now + timedelta(days=12)).date()),
        ProjectDetails("Fewer calls about discharge times", "improvement"),
    )  # fmt: skip
    for days, details in zip((30, 20, 10), later, strict=True):
        operations.begin(session, details, stage.by(days))
