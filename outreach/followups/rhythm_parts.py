"""What rhythms put on other pages: how often on a person's page, days away beside a letter that offers days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.whereabouts import today_of
from outreach.drafts import queries as drafts
from outreach.followups import pace, rhythm_plan, rhythm_rules, rhythms
from outreach.page_parts import Here, Part
from outreach.people import queries as people


def join(app: Flask) -> None:
    """Puts them there."""
    page_parts.add(app, "person", Part("rhythm", "", "side", 60, "followups/_rhythm_of_person.html", _of_person))
    page_parts.add(app, "settings", Part("pace", "", "main", 20, "followups/_settings.html", lambda _here: {}))
    page_parts.add(app, "draft", Part("away", "", "side", 20, "followups/_away_of_draft.html", _of_draft))


def _of_person(here: Here) -> Mapping[str, Any] | None:
    person = people.person(here.session, here.subject_id)
    row = rhythms.rhythm_of(here.session, person.id)
    if row is None:
        return None if person.kind != "leader" or not person.may_be_contacted else {"row": None}
    today = today_of(here.session, here.user_id, here.now)
    days = (row.group.ideal_days, row.group.latest_days) if row.group else (row.ideal_days or 0, row.latest_days or 0)
    next_on = rhythm_plan.next_of(here.session, row, today)
    return {"row": row, "said": rhythm_rules.said(*days), "next_on": next_on, "today": today}


def _of_draft(here: Here) -> Mapping[str, Any] | None:
    """The user's days away that lie among the days which a request offers."""
    draft = drafts.draft_here(here.session, here.subject_id)
    if draft.state != "writing" or draft.window_from is None or draft.window_until is None:
        return None
    today = today_of(here.session, here.user_id, here.now)
    times = pace.times_away(here.session, here.user_id, today)
    within = [one for one in times if one.first_on <= draft.window_until and one.last_on >= draft.window_from]
    return {"times": within} if within else None
