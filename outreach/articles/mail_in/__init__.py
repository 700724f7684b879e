"""An answer by e-mail, pasted or dropped in as a file: what was newly written, and what it seems to say.

    read_message(content) or read_pasted(text) -> MailAnswer
    leaning_of(answer) -> Leaning, a proposal that a person confirms

Everything here is pure: nothing is fetched, opened, executed or written, and no input raises.
"""

from __future__ import annotations

from outreach.articles.mail_in.answer import Attachment, EarlierMessage, MailAnswer, Pair
from outreach.articles.mail_in.change_requests import ChangeRequest
from outreach.articles.mail_in.leaning import Leaning, leaning_of, propose
from outreach.articles.mail_in.reading import read_message, read_pasted

__all__ = [
    "Attachment", "ChangeRequest", "EarlierMessage", "Leaning", "MailAnswer", "Pair", "leaning_of", "propose",
    "read_message", "read_pasted",
]  # fmt: skip
