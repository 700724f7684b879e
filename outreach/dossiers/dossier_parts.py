"""What a dossier puts on the pages of people and organizations: cards, lines of the timeline, the main button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.dossiers import dossier_page, fact_lines, program_queries, readiness, readiness_rules
from outreach.dossiers.readiness_rules import Item
from outreach.dossiers.subjects import Subject, organization_here, person_here, subject_of_person
from outreach.page_parts import Here, NextAction, Part, Step

MOST_STEPS = 20
PROGRAMS_SHOWN = 3

Load = Callable[[Here], Mapping[str, Any] | None]


def join(app: Flask) -> None:
    """Puts the dossier on both pages, and on that which asks whether a note is to be deleted."""
    for page in ("person", "organization"):
        page_parts.add(app, page, Part("facts", "Dossier", "main", 10, "dossiers/_say_card.html", _say(page)))
        page_parts.add(app, page, Part("unsettled", "", "main", 20, "dossiers/_unsettled_card.html", _unsettled(page)))
        page_parts.add(app, page, Part("programs", "", "main", 30, "dossiers/_programs_card.html", _programs(page)))
    page_parts.add(app, "person", Part("readiness", "Readiness", "side", 15, "dossiers/_readiness_card.html", _ready))
    page_parts.add(
        app, "organization", Part("timeline", "", "main", 80, "dossiers/_timeline_card.html", _organization_timeline)
    )
    page_parts.add(app, "deleting a note", Part("resting", "", "main", 10, "dossiers/_resting_on_note.html", _resting))
    page_parts.add_steps(app, "person", _steps)
    page_parts.add_action(app, "person", 90, _action)


def _subject(page: str, here: Here) -> Subject:
    """Whom the page is about; looked up once for all parts of it, since its session lives as long as the request."""
    known: dict[tuple[str, int], Subject] = here.session.info.setdefault("subjects of pages", {})
    key = (page, here.subject_id)
    if key not in known:
        known[key] = _looked_up(page, here)
    return known[key]


def _looked_up(page: str, here: Here) -> Subject:
    if page == "organization":
        return Subject(None, organization_here(here.session, here.subject_id).id)
    return subject_of_person(here.session, person_here(here.session, here.subject_id))


def _resting(here: Here) -> Mapping[str, Any] | None:
    """The facts that go with a note, since they stand in it and nowhere else."""
    words = [fact.value_words for fact in here.session.scalars(fact_lines.only_in_note(here.subject_id))]
    return {"facts": words} if words else None


def _say(page: str) -> Load:
    def load(here: Here) -> Mapping[str, Any]:
        return {"card": dossier_page.say_card(here.session, _subject(page, here), here.now.date())}

    return load


def _unsettled(page: str) -> Load:
    def load(here: Here) -> Mapping[str, Any] | None:
        found = dossier_page.unsettled(here.session, _subject(page, here), here.now.date())
        return {"unsettled": found} if found.count else None

    return load


def _programs(page: str) -> Load:
    def load(here: Here) -> Mapping[str, Any]:
        whole = _subject(page, here)
        subject = Subject(whole.person_id, None) if whole.person_id is not None else whole
        programs = program_queries.programs_of(here.session, subject)
        picked = program_queries.picked(here.session, programs, here.now.date())
        path = f"/people/{here.subject_id}" if page == "person" else f"/orgs/{here.subject_id}"
        return {"picked": picked[:PROGRAMS_SHOWN], "total": len(picked), "path": path}

    return load


def _ready(here: Here) -> Mapping[str, Any] | None:
    person = person_here(here.session, here.subject_id)
    if person.kind != "leader":
        return None
    items = readiness.items(here.session, person, here.now)
    path = f"/people/{person.id}/readiness"
    return {"checks": [_check(one, path) for one in items], "met": readiness_rules.met(items), "path": path}


def _check(item: Item, path: str) -> Mapping[str, Any]:
    """A check for the card. What is closed by a press has its button on the page of readiness."""
    presses = item.close is not None and item.close.posts
    address = f"{path}#item-{item.key}" if presses else item.address
    return {"words": item.words, "met": item.met, "link_words": item.link_words, "address": address}


def _steps(here: Here, most: int) -> Sequence[Step]:
    return dossier_page.steps(here.session, Subject(here.subject_id, None), here.now.date(), most)


def _organization_timeline(here: Here) -> Mapping[str, Any] | None:
    found = dossier_page.steps(here.session, Subject(None, here.subject_id), here.now.date(), MOST_STEPS)
    return {"steps": found} if found else None


def _action(here: Here) -> NextAction | None:
    """What comes once research is settled: to see what is missing before one asks."""
    if person_here(here.session, here.subject_id).kind != "leader":
        return None
    return NextAction("See if you are ready to ask", f"/people/{here.subject_id}/readiness")
