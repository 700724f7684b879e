"""A mailer for tests: keeps what it is given."""

from __future__ import annotations

from email.message import EmailMessage


class MemoryMailer:
    """Keeps the messages in `sent`, oldest first."""

    def __init__(self) -> None:
        self.sent: list[EmailMessage] = []

    def send(self, message: EmailMessage) -> None:
        """Keeps the message, after proving that it could be sent as bytes."""
        message.as_bytes()
        self.sent.append(message)


SHARED = MemoryMailer()
"""The one that the setting `memory` means: web requests and jobs of a test see the same messages."""
