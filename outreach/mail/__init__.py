"""Mail to users themselves: links they asked for, and what happened to their account. Nobody else is ever written to.

A `Mailer` hands one finished message over. Which one is a setting: `smtp`, `folder` (files to look at), `memory` (for
tests), or none at all, which is `None` everywhere: then links are copied from the page or printed by a command.
"""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from outreach.mail import memory
from outreach.mail.memory import MemoryMailer
from outreach.mail.message import BadAddress, compose, link, templates
from outreach.mail.outbox import OutboxMailer
from outreach.mail.smtp import MailRefused, MailUnavailable, SmtpMailer

__all__ = [
    "BadAddress", "MailRefused", "MailSettings", "MailUnavailable", "Mailer", "MemoryMailer", "OutboxMailer",
    "SmtpMailer", "compose", "link", "mailer_of", "templates",
]  # fmt: skip


class Mailer(Protocol):
    """Hands messages over."""

    def send(self, message: EmailMessage) -> None:
        """Hands one message over. Raises: MailUnavailable (try again later), MailRefused (it never will be taken)."""


class MailSettings(Protocol):
    """The settings that concern mail."""

    @property
    def mail(self) -> str:
        """off, smtp, folder or memory."""

    @property
    def data(self) -> Path:
        """The data folder."""

    @property
    def smtp_host(self) -> str:
        """The mail server."""

    @property
    def smtp_port(self) -> int:
        """Its port."""

    @property
    def smtp_user(self) -> str:
        """The name to sign in to it, or ""."""

    @property
    def smtp_password(self) -> str:
        """The password to sign in to it."""


def mailer_of(settings: MailSettings) -> Mailer | None:
    """The mailer that the settings ask for; None when mail is off."""
    if settings.mail == "smtp":
        return SmtpMailer(settings.smtp_host, settings.smtp_port, settings.smtp_user, settings.smtp_password)
    if settings.mail == "folder":
        return OutboxMailer(settings.data / "mail")
    if settings.mail == "memory":
        return memory.SHARED
    return None
