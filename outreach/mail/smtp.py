"""A mailer that hands messages to a mail server, encrypted always."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage

TIMEOUT_S = 20.0
ENCRYPTED_FROM_THE_START = 465
"""The port of submission over TLS, RFC 8314 section 3.3; on every other one it is STARTTLS, or nothing is sent."""


class MailUnavailable(Exception):
    """The mail cannot be handed over now; later it may.

    `may_have_left`: the conversation broke off while the message was handed over, so the server may have it.
    """

    def __init__(self, words: str, *, may_have_left: bool = False) -> None:
        super().__init__(words)
        self.may_have_left = may_have_left


class MailRefused(Exception):
    """The server will not take this mail, now or later."""


class SmtpMailer:
    """Signs in to a mail server for each message; without a name it does not sign in."""

    def __init__(
        self, host: str, port: int, user: str = "", password: str = "", *, context: ssl.SSLContext | None = None
    ) -> None:
        self.host = host
        self.port = port
        self._user = user
        self._password = password
        self._context = context or ssl.create_default_context()

    def __repr__(self) -> str:
        return f"SmtpMailer({self.host!r}, {self.port!r})"

    def send(self, message: EmailMessage) -> None:
        """Hands the message over. Raises: MailUnavailable, MailRefused; neither says a password or a recipient."""
        is_handing_over = False
        try:
            with self._connected() as server:
                if self._user:
                    server.login(self._user, self._password)
                is_handing_over = True
                server.send_message(message)
                is_handing_over = False
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError) as error:
            raise MailRefused("the mail server does not take mail for this address") from error
        except smtplib.SMTPAuthenticationError as error:
            raise MailUnavailable("the mail server does not take our name and password") from error
        except smtplib.SMTPResponseException as error:
            if error.smtp_code >= 500:
                raise MailRefused(f"the mail server refuses the message with {error.smtp_code}") from error
            raise MailUnavailable(f"the mail server answers {error.smtp_code}") from error
        except (OSError, smtplib.SMTPException) as error:
            words = f"the mail server {self.host} cannot be reached"
            raise MailUnavailable(words, may_have_left=is_handing_over) from error

    def _connected(self) -> smtplib.SMTP:
        if self.port == ENCRYPTED_FROM_THE_START:
            return smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT_S, context=self._context)
        server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_S)
        try:
            server.starttls(context=self._context)
        except BaseException:
            server.close()
            raise
        return server
