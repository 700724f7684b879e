"""Makes a message of a mail's three templates: `templates/mail/<name>/{subject.txt,body.txt,body.html}`."""

from __future__ import annotations

from collections.abc import Mapping
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime, make_msgid
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

SUBJECT_MAX = 150
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


class BadAddress(Exception):
    """Mail cannot be sent to or from this address, whatever the server says."""


def compose(templates: Environment, name: str, sender: str, to: str, values: Mapping[str, Any]) -> EmailMessage:
    """The mail `name` to one address, as text and as HTML.

    Values can hold anything: a subject becomes one line, and the library refuses line ends in headers.
    Raises: BadAddress for a sender or recipient that is not exactly one address.
    """
    folder = f"mail/{name}"
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(sender, display_name="Groundwork")
    message["To"] = _address(to)
    message["Subject"] = _one_line(templates.get_template(f"{folder}/subject.txt").render(values))
    message["Date"] = localtime()
    message["Message-ID"] = make_msgid(domain=message["From"].addresses[0].domain)
    # No out-of-office answers to a machine (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(templates.get_template(f"{folder}/body.txt").render(values).strip() + "\n")
    message.add_alternative(templates.get_template(f"{folder}/body.html").render(values).strip() + "\n", subtype="html")
    return message


@cache
def templates() -> Environment:
    """The templates of mails: HTML is escaped, text is not, and a value that is missing is an error."""
    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=select_autoescape(["html"]), undefined=StrictUndefined)


def link(site: str, path: str) -> str:
    """The whole address of a page of this site, for a mail. `site` is the setting, never what a request's Host said."""
    return site.rstrip("/") + path


def _address(written: str, display_name: str = "") -> Address:
    from email_validator import EmailNotValidError, validate_email  # takes long to load, and a start writes no mail

    try:
        known = validate_email(written, check_deliverability=False, test_environment=True)
        return Address(display_name, known.local_part, known.ascii_domain)
    except (EmailNotValidError, ValueError) as error:
        raise BadAddress("this is not one address that mail can be sent to") from error


def _one_line(text: str) -> str:
    words = "".join(letter if letter.isprintable() else " " for letter in text).split()
    # The library would read `=?...?=` as an encoded word (RFC 2047) and decode line ends out of it.
    return " ".join(words).replace("=?", "= ?")[:SUBJECT_MAX]
