"""The rules of accounts: addresses, roles, how long a sign-in lasts, how often one may guess. All pure."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NAME_MAX = 200
EMAIL_MAX = 254
"""Characters of an e-mail address, RFC 5321 section 4.5.3.1 less the brackets."""

INVITATION_DAYS = 7
RESET_FOR = timedelta(hours=1)
SECOND_STEP_FOR = timedelta(minutes=10)
"""How long a right password waits for its code."""
KEPT_TEXT_FOR = timedelta(hours=12)
KEPT_TEXT_MAX = 400_000
"""Characters of all fields that an expired sign-in keeps."""
SEEN_EVERY = timedelta(minutes=1)
"""How often a session notes that it was used: a write for each page would cost more than it tells."""
RECOVERY_CODES = 10


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `guesses` in any stretch of `window`."""

    guesses: int
    window: timedelta


PER_ACCOUNT = Limit(10, timedelta(minutes=15))
PER_ADDRESS = Limit(20, timedelta(hours=1))
PER_DEVICE = Limit(10, timedelta(minutes=15))
"""For a browser that the owner has signed in with before: its guesses are counted apart, so that a stranger who uses up
the account's guesses does not shut the owner out (OWASP, "Slow Down Online Guessing Attacks with Device Cookies")."""
CODES_PER_ACCOUNT = Limit(5, timedelta(minutes=15))
CODES_PER_DAY = Limit(50, timedelta(days=1))
"""With three valid codes of a million at a time, 50 guesses a day find one in about 18 years on average."""
RESETS_PER_ACCOUNT = Limit(3, timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class SessionLimits:
    """When a sign-in ends by itself: after `idle` without a page, and after `absolute` in any case."""

    idle: timedelta
    absolute: timedelta

    def ended(self, created_at: datetime, seen_at: datetime, now: datetime) -> bool:
        """Whether it is over at `now`. A clock that was set back neither ends nor lengthens it beyond `absolute`."""
        return now - seen_at > self.idle or now - created_at > self.absolute


def within(limit: Limit, times: Iterable[float], now: float) -> list[float]:
    """The times (seconds since 1970) that still count.

    One that lies in the future counts too: the clock was set back.
    """
    start = now - limit.window.total_seconds()
    return [time for time in times if time > start]


def wait_of(limit: Limit, times: Sequence[float], now: float) -> timedelta:
    """How long until the next guess is allowed; nothing when it is allowed now."""
    counted = sorted(within(limit, times, now))
    if len(counted) < limit.guesses:
        return timedelta(0)
    free_at = counted[-limit.guesses] + limit.window.total_seconds()
    return timedelta(seconds=max(0.0, min(free_at - now, limit.window.total_seconds())))


def email_key(email: str) -> str:
    """The form under which an address is unique: compatibility characters unified, case folded, no spaces around."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def email_problem(email: str) -> str:
    """What is wrong with an address, in words, or "". No look-up is made: it must work without a network."""
    if max(len(email), len(email_key(email))) > EMAIL_MAX:
        return f"Enter an e-mail address of at most {EMAIL_MAX} characters."
    from email_validator import EmailNotValidError, validate_email  # takes long to load, and a start reads no address

    try:
        validate_email(email, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return "Enter an e-mail address like name@hospital.org."
    return ""


def address_bucket(address: str) -> str:
    """The part of a client's address that one customer holds: all of IPv4, the first 64 bits of IPv6."""
    parsed = _parsed(address)
    if parsed is None:
        return "unknown"
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)


def address_prefix(address: str) -> str:
    """What the list of sessions keeps of an address: enough to know one's own place, not enough to find a person."""
    parsed = _parsed(address)
    if parsed is None:
        return ""
    network = ipaddress.ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False)
    return str(network.network_address).removesuffix(".0") + ".x" if parsed.version == 4 else str(network)


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return getattr(parsed, "ipv4_mapped", None) or parsed


_BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
             ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"),
            ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Macintosh", "Mac"), ("Linux", "Linux"))  # fmt: skip


def device_words(user_agent: str) -> str:
    """A browser in words, like "Firefox on Windows"; nothing of the header is kept."""
    browser = next((word for mark, word in _BROWSERS if mark in user_agent), "")
    system = next((word for mark, word in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or "Another device"


def recovery_form(typed: str) -> str:
    """A recovery code as it is hashed: without hyphens and spaces, small letters."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", typed)).casefold()
