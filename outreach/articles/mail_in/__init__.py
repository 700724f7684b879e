"""An answer by e-mail, pasted or dropped in as a file: what was newly written, and what it seems to say.

    read_message(content) or read_pasted(text) -> MailAnswer
    leaning_of(answer) -> Leaning, a proposal that a person confirms

Everything here is pure: nothing is fetched, opened, executed or written, and no input raises. What reads and weighs is
loaded when the first answer comes: its expressions take half a second and 10 MiB.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from outreach.articles.mail_in.answer import Attachment, EarlierMessage, MailAnswer, Pair

if TYPE_CHECKING:
    from outreach.articles.mail_in.change_requests import ChangeRequest
    from outreach.articles.mail_in.leaning import Leaning, leaning_of, propose
    from outreach.articles.mail_in.reading import read_message, read_pasted

__all__ = [
    "Attachment", "ChangeRequest", "EarlierMessage", "Leaning", "MailAnswer", "Pair", "leaning_of", "propose",
    "read_message", "read_pasted",
]  # fmt: skip

_FOUND_IN = {
    "ChangeRequest": "change_requests", "Leaning": "leaning",
    "leaning_of": "leaning", "propose": "leaning", "read_message": "reading", "read_pasted": "reading",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _FOUND_IN:
        raise AttributeError(name)
    module = importlib.import_module(f"outreach.articles.mail_in.{_FOUND_IN[name]}")
    return getattr(module, name)
