"""Following up while somebody is paused: what stands still, and what the rhythms come to in the review."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.followups.models import FollowUp, Rhythm, RhythmGroup
from outreach.relationships.review import rhythms_from
from outreach.relationships.standing_still import stops


def followed_up(session: WorkspaceSession, ids: Collection[int]) -> Mapping[int, int]:
    """How many requests to each of these people are being followed up."""
    rows = session.execute(
        select(FollowUp.person_id, func.count())
        .where(FollowUp.person_id.in_(ids), FollowUp.state == "running")
        .group_by(FollowUp.person_id)
    )
    return dict(rows.all())


def in_rhythm(session: WorkspaceSession, ids: Collection[int]) -> Mapping[int, int]:
    """The people of these who would be brought up by their rhythm, each with 1."""
    return dict.fromkeys(session.scalars(select(Rhythm.person_id).where(Rhythm.person_id.in_(ids))), 1)


def ideal_days(session: WorkspaceSession, ids: Collection[int]) -> Mapping[int, int]:
    """After how many days each of these people is to be written to, by their group or by own numbers."""
    days = func.coalesce(Rhythm.ideal_days, RhythmGroup.ideal_days)
    kept = select(Rhythm.person_id, days).join(RhythmGroup, RhythmGroup.id == Rhythm.group_id, isouter=True)
    wanted = set(ids)
    return {person_id: number for person_id, number in session.execute(kept) if person_id in wanted and number}


stops("follow-up", "request that is followed up", "requests that are followed up", followed_up, place=20)
stops("rhythm", "reminder by a rhythm", "reminders by a rhythm", in_rhythm, place=30)
rhythms_from(ideal_days)
