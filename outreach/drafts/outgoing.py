"""What leaves of a draft: plain text, with no trace of the marks that tie it to its facts.

    subject_to_send(draft), text_to_send(draft)

The text is that of the saved draft. A button that lets a draft leave stands in the editor's page outside its form, and
names it: `<button form="draft" formaction="/drafts/5/...">`. So the text comes along as it stands in the window, also
without script; `editor.save_sent(number)` saves it first and gives the draft. What leaves is kept as a version before,
by `versions.keep(session, draft, "written", by)`; whether it may leave says `operations.may_leave`.
"""

from __future__ import annotations

from typing import Protocol

from outreach.drafts.fact_marks import without_marks


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
