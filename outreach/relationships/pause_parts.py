"""What a pause shows on the pages of people, organizations and letters: that it holds, and how one is begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.whereabouts import today_of
from outreach.page_parts import Here, NextAction, Part
from outreach.people import queries as people
from outreach.relationships import pauses
from outreach.relationships.models import PAUSE_REASONS, Pause
from outreach.relationships.pauses import LETTERS, SMALL_THINGS

PAST_SHOWN = 3


def join(app: Flask) -> None:
    """Puts it on the pages of people and organizations."""
    page_parts.add(app, "person", Part("paused", "", "next", 0, "relationships/_pause_banner.html", _of_person))
    page_parts.add(app, "organization", Part("paused", "", "next", 0, "relationships/_pause_banner.html", _of_house))
    page_parts.add(app, "person", Part("pause", "", "side", 85, "relationships/_pause_card.html", _card_of_person))
    page_parts.add(app, "organization", Part("pause", "", "side", 85, "relationships/_pause_card.html", _card_of_house))
    page_parts.add_action(app, "person", 5, _action)


def banner(here: Here, person_id: int) -> Mapping[str, Any] | None:
    """What the banner draws for a person, on whichever page; None where nothing is paused."""
    today = today_of(here.session, here.user_id, here.now)
    return _lines(pauses.all_standing_over(here.session, person_id, today), person_id)


def _of_person(here: Here) -> Mapping[str, Any] | None:
    return banner(here, here.subject_id)


def _of_house(here: Here) -> Mapping[str, Any] | None:
    today = today_of(here.session, here.user_id, here.now)
    standing = pauses.standing_of(here.session, today, organization_id=here.subject_id)
    return _lines([standing] if standing is not None else [], None)


def _lines(found: Sequence[Pause], person_id: int | None) -> Mapping[str, Any] | None:
    if not found:
        return None
    kind, words = SMALL_THINGS[found[0].reason]
    letter = LETTERS.get(kind, "") if person_id is not None else ""
    lines = [(one, pauses.subject_of(one), PAUSE_REASONS[one.reason], pauses.address_of(one)) for one in found]
    return {"lines": lines, "small_thing": words, "letter": letter, "person_id": person_id}


def _card_of_person(here: Here) -> Mapping[str, Any] | None:
    return _card(here, person_id=here.subject_id)


def _card_of_house(here: Here) -> Mapping[str, Any] | None:
    return _card(here, organization_id=here.subject_id)


def _card(here: Here, **whose: int) -> Mapping[str, Any]:
    today = today_of(here.session, here.user_id, here.now)
    standing = pauses.standing_of(here.session, today, **whose)
    kind, number = next(iter(whose.items()))
    address = f"/people/{number}/pause" if kind == "person_id" else f"/orgs/{number}/pause"
    past = pauses.history_of(here.session, today, **whose)
    return {"standing": standing, "past": past[:PAST_SHOWN], "more": len(past) > PAST_SHOWN, "address": address,
            "reasons": PAUSE_REASONS}  # fmt: skip


def _action(here: Here) -> NextAction | None:
    """While everything is paused the next step is the small thing that is right, or none."""
    today = today_of(here.session, here.user_id, here.now)
    standing = pauses.all_standing_over(here.session, here.subject_id, today)
    if not standing:
        return None
    letter = LETTERS.get(SMALL_THINGS[standing[0].reason][0], "")
    may_write = people.person(here.session, here.subject_id).may_be_contacted
    if not letter or not may_write:
        return NextAction("Look at the pause", pauses.address_of(standing[0]))
    return NextAction("Write a few lines", f"/drafts/new?person={here.subject_id}&letter={letter}")
