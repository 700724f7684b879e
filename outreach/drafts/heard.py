"""What the leader said in a talk that a letter is about, as the room that keeps the notes tells it.

Notes of talks are kept by a later room, which `drafts` may not import. That room hands over who reads them, as a module
is loaded:

    heard.told_by("interviews", notes_for)

and the check of a thank-you then knows them (`Circumstances.said_in_interview`): that one thing they said stands in it
(rule T3), and that what it tells was said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from outreach.asklint.types import Kind
from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft

Tells = Callable[[WorkspaceSession, Draft], Sequence[str]]
"""For a draft: notes and exact words of the talk that it is about, each a text; none where there was no talk."""

ABOUT_A_TALK = frozenset({Kind.THANK_YOU})
"""Kinds of letters that give back what was said; for others nothing is read."""

_tellers: dict[str, Tells] = {}


def told_by(name: str, tells: Tells) -> None:
    """Says who reads the notes of talks. `name` is of the room; the same room once more takes the place of itself."""
    _tellers[name] = tells


def heard(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """What was said in the talk that a draft is about."""
    if Kind.of(draft.kind) not in ABOUT_A_TALK:
        return ()
    return tuple(text for tells in _tellers.values() for text in tells(session, draft))
