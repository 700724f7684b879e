"""The state of research as the pages of people and organizations show it: a card at the side, and the main button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from outreach.dossiers import queries
from outreach.dossiers.queries import ResearchState
from outreach.dossiers.subjects import Subject, path_of, person_here, subject_of_person
from outreach.page_parts import Here, NextAction, Part
from outreach.words import counted


def part(page: str) -> Part:
    """The card "Research" of a page: person or organization."""

    def load(here: Here) -> Mapping[str, Any] | None:
        subject = _subject(page, here)
        state = queries.research_state(here.session, subject)
        return {"state": state, "path": path_of(subject)}

    return Part("research", "Research", place="side", order=60, template="dossiers/_research_card.html", load=load)


def action(page: str) -> Callable[[Here], NextAction | None]:
    """The main button of a page while research is what comes next."""

    def offer(here: Here) -> NextAction | None:
        subject = _subject(page, here)
        return next_action(queries.research_state(here.session, subject), path_of(subject))

    return offer


def next_action(state: ResearchState, path: str) -> NextAction | None:
    """What is to be done about research; None once it is settled."""
    if state.latest is None:
        return NextAction("Start research", f"{path}/research", posts=True)
    if state.under_way is not None:
        return NextAction("Watch the research", f"/research/{state.under_way.id}")
    if state.questions:
        words = counted(state.questions, "open question", "open questions")
        return NextAction(f"Look at {words}", f"/research/{state.latest.id}")
    return None


def _subject(page: str, here: Here) -> Subject:
    if page == "organization":
        return Subject(None, here.subject_id)
    return subject_of_person(here.session, person_here(here.session, here.subject_id))
