"""What leaves of a draft: plain text, with no trace of the marks that tie it to its facts.

    subject_to_send(draft), text_to_send(draft)

The text is that of the saved draft. A button that lets a draft leave stands in the editor's page outside its form, and
names it: `<button form="draft" formaction="/drafts/5/...">`. So the text comes along as it stands in the window, also
without script; `editor.save_sent(number)` saves it first and gives the draft. What leaves is kept as a version before,
by `versions.keep(session, draft, "written", by)`; whether it may leave says `operations.may_leave`.

Something secret, such as the link of an approval request, is never kept in a letter. The letter has `[link 12]` in its
place, and a later room says what that is, as a module is loaded:

    outgoing.fills("link", fill)        fill(session, draft, 12) -> the words; raises Refused where it may not leave

`filled(...)` puts the words in for the eyes of the user and for the mail alone: what is kept goes on with `[link 12]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from outreach.db import WorkspaceSession
from outreach.drafts.fact_marks import without_marks
from outreach.drafts.models import Draft
from outreach.errors import Refused


class Text(Protocol):
    """What has a subject and a body: a draft, or one of its versions."""

    subject: str
    body: str


def text_to_send(draft: Text) -> str:
    r"""The message from greeting to signature, lines ended by "\n", nothing behind the last word."""
    return plain(draft.body)


def subject_to_send(draft: Text) -> str:
    """The subject on one line."""
    return " ".join(without_marks(draft.subject).split())


def plain(body: str) -> str:
    """A text as it leaves: marks gone with their blanks, lines ended alike, one empty line between paragraphs."""
    kept: list[str] = []
    for line in without_marks(body).splitlines():
        bare = line.rstrip()
        if bare or (kept and kept[-1]):
            kept.append(bare)
    return "\n".join(kept).strip()


# --- what is put in when it leaves ------------------------------------------------------------------------------------

Fill = Callable[[WorkspaceSession, Draft, int], str]
"""For a letter and the number that stands in it: the words. Raises: Refused with why the letter may not leave so."""

_PLACE = re.compile(r"\[([a-z]{1,20}) (\d{1,18})\]")

_fills: dict[str, Fill] = {}


def fills(name: str, fill: Fill) -> None:
    """Says what stands for `[name 12]` when a letter leaves. The same name once more takes the place of itself."""
    _fills[name] = fill


def for_the_check(text: str) -> str:
    """A text as the check reads it: "(link aa)" for "[link 12]", as long as that, and no figure of anybody's."""

    def words(found: re.Match[str]) -> str:
        return f"({found[1]} {'a' * len(found[2])})" if found[1] in _fills else found[0]

    return _PLACE.sub(words, text)


def filled(session: WorkspaceSession, draft: Draft, text: str) -> str:
    """A text of a letter with all that is put in when it leaves; not to be kept or logged. Raises: Refused."""

    def words(found: re.Match[str]) -> str:
        fill = _fills.get(found[1])
        return fill(session, draft, int(found[2])) if fill is not None else found[0]

    return _PLACE.sub(words, text)


def unfillable(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """Why what has to be put in cannot be: a link that was taken back, or that is somebody else's. () for nothing."""
    if any(found[1] in _fills for found in _PLACE.finditer(draft.subject)):
        return ("A secret link does not belong in a subject, which many eyes see. Put it into the text.",)
    try:
        filled(session, draft, draft.body)
    except Refused as refused:
        return tuple(refused.reasons)
    return ()
