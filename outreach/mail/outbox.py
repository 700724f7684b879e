"""A mailer that writes files, to see what would be sent or to hand it to another program."""

from __future__ import annotations

import os
import secrets
from email.message import EmailMessage
from pathlib import Path

from outreach.mail.smtp import MailUnavailable


class OutboxMailer:
    """Writes each message as one `.eml` file into a folder that only its owner can read: messages hold links."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, message: EmailMessage) -> None:
        """Writes the message whole or not at all. Raises: MailUnavailable when the folder cannot be written."""
        name = f"{secrets.token_hex(12)}.eml"
        part = self.folder / f".{name}.part"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(message.as_bytes())
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.folder / name)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise MailUnavailable(f"the mail folder cannot be written: {error.strerror or error}") from error
