"""What goes along with a letter: files that a later room makes, such as the text that is to be approved.

A later room hands over who makes them, as a module is loaded:

    enclosures.made_by("articles", files_of)        files_of(session, draft) -> the files, in their order

They are made when they are asked for, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.errors import NotFound
from outreach.mail.personal import Attachment, Letter


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file. name: what every system takes, such as "bridge-to-home-version-3.docx". make: its bytes."""

    name: str
    media_type: str
    make: Callable[[], bytes]


Tells = Callable[[WorkspaceSession, Draft], Sequence[Enclosure]]

_tellers: dict[str, Tells] = {}


def made_by(name: str, tells: Tells) -> None:
    """Says who makes files for letters. `name` is of the room; the same room once more takes the place of itself."""
    _tellers[name] = tells


def of_letter(session: WorkspaceSession, draft: Draft) -> tuple[Enclosure, ...]:
    """What goes along with a letter. Raises: Refused where it may not leave."""
    return tuple(one for tells in _tellers.values() for one in tells(session, draft))


def numbered(session: WorkspaceSession, draft: Draft, number: int) -> Enclosure:
    """One of them, counted from 1. Raises: NotFound; Refused."""
    found = of_letter(session, draft)
    if not 1 <= number <= len(found):
        raise NotFound
    return found[number - 1]


def attached(session: WorkspaceSession, draft: Draft, letter: Letter) -> Letter:
    """The mail with all of them. Raises: Refused."""
    files = tuple(Attachment(one.name, one.media_type, one.make()) for one in of_letter(session, draft))
    return replace(letter, attachments=files)
