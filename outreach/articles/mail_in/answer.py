"""What is read from a message: values without behavior."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["answer", "automatic", "bounce", "delay", "receipt", "unclear"]
"""answer: a person wrote it. automatic: a program answered for them. bounce: it did not arrive. delay: it has not
arrived yet. receipt: it arrived or was opened. unclear: a person has to look."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An answer that stands between quoted lines. `quoted` is the line above it, `passage` its paragraph."""

    answer: str
    quoted: str
    passage: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along. `name` is made safe, `kind` is told by the content ("docx", "pdf", "png", "unknown" ...).

    `content` are the bytes as they came; nothing here opened them. `inline`: shown within the text, such as a logo.
    `note` says in words what a person should know, else "".
    """

    name: str
    kind: str
    content: bytes = field(repr=False)
    inline: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class EarlierMessage:
    """A message below or inside this one, newest first. `sent` is the date as it stands there.

    `text` is what its own sender wrote. `forwarded`: handed on as a forward, so its writer is not who sent the mail.
    """

    from_name: str
    from_address: str
    sent: str
    subject: str
    text: str
    forwarded: bool


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """One message, taken apart.

    `kind` with `reason`, a sentence. `text` is what they wrote newly, to the letter; answers between quoted lines are
    in it in their order, and in `pairs` with the line that each stands under. `quoted` are the parts that were there
    before. `signature` has closing words, contact lines and legal notices. `trimmed` and `elided` share the message
    out: what a reader of the thread needs (with the quoted lines that are answered to, and closing words), and the
    rest. `away_until` is the day that an automatic answer tells, the last one away or the first one back.
    `sent_at` is aware, or None. `on_behalf_of` is a name when somebody wrote for somebody else, else "".
    `notes` are sentences: what was not read, and what to look at.
    """

    kind: Kind
    reason: str
    from_name: str = ""
    from_address: str = ""
    sent_at: datetime | None = None
    subject: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    quoted: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    signature: str = ""
    trimmed: str = ""
    elided: str = ""
    attachments: tuple[Attachment, ...] = ()
    earlier: tuple[EarlierMessage, ...] = ()
    on_behalf_of: str = ""
    away_until: date | None = None
    notes: tuple[str, ...] = ()
