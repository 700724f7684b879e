"""Numbers and addresses that stand for one person or organization: how each is written, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

LONGEST_ADDRESS = 500

_SHAPES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "ccn": (re.compile(r"[0-9]{2}[0-9A-Z]{4}"), "A CMS certification number has six characters, such as 240001."),
    "npi": (re.compile(r"[12][0-9]{9}"), "An NPI has ten digits and begins with 1 or 2."),
    "ein": (re.compile(r"[0-9]{9}"), "An employer number has nine digits, such as 41-0123456."),
    "cik": (re.compile(r"[0-9]{1,10}"), "An SEC number has up to ten digits."),
    "ror": (re.compile(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}"), "A ROR ends with nine characters, such as 05dxps055."),
    "qid": (re.compile(r"Q[1-9][0-9]{0,11}"), "A Wikidata number is a Q and digits, such as Q42."),
    "openalex": (re.compile(r"[AI][0-9]{3,12}"), "An OpenAlex number is A or I and digits."),
    "orcid": (re.compile(r"[0-9]{15}[0-9X]"), "An ORCID has sixteen digits, such as 0000-0002-1825-0097."),
    "ticker": (re.compile(r"[A-Z]{1,5}(?:\.[A-Z])?"), "A ticker has up to five letters."),
    "pecos": (re.compile(r"[0-9]{10}|O[0-9]{14}"), "A PECOS number has ten digits, or O and fourteen."),
    "nih_profile": (re.compile(r"[0-9]{1,12}"), "An NIH profile is a number."),
}
_UPPER = frozenset({"ccn", "qid", "openalex", "orcid", "ticker", "pecos"})
_SEPARATED = frozenset({"ein", "orcid", "npi"})
_ADDRESS_BEFORE = re.compile(r"^https?://[^\s]{1,200}/")
_TYPO = "One digit is wrong: the number does not check out."


def tidy(scheme: str, text: str) -> str:
    """The number as it is kept: without an address before it, blanks or hyphens. Raises: ValueError with a sentence.

    Schemes without a shape of their own are kept as they are.
    """
    text = " ".join(text.split())
    if scheme not in _SHAPES:
        if not text:
            raise ValueError("Enter the number or address.")
        return text
    value = _ADDRESS_BEFORE.sub("", text.rstrip("/"))
    value = re.sub(r"[\s-]", "", value) if scheme in _SEPARATED else value.replace(" ", "")
    value = value.upper() if scheme in _UPPER else value.lower()
    shape, words = _SHAPES[scheme]
    if not shape.fullmatch(value):
        raise ValueError(words)
    if scheme == "npi" and not _is_luhn(f"80840{value}"):
        raise ValueError(_TYPO)
    if scheme == "orcid":
        if not _is_mod_11_2(value):
            raise ValueError(_TYPO)
        return "-".join(value[start : start + 4] for start in range(0, 16, 4))
    return value


def _is_luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, which NPIs use with 80840 before them (CMS, NPI check digit)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_mod_11_2(value: str) -> bool:
    """ISO 7064 MOD 11-2, as ORCID uses it."""
    total = 0
    for digit in value[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return value[-1] == ("X" if check == 10 else str(check))


def web_address(text: str) -> str:
    """A web address as it is kept, with https:// before it where nothing stands; "" for nothing.

    Raises: ValueError with a sentence for what is no public web address.
    """
    text = text.strip()
    if not text:
        return ""
    address = text if re.match(r"[a-z][a-z0-9+.-]{0,20}:", text, re.IGNORECASE) and "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        is_good = parts.scheme in ("http", "https") and (parts.port is None or parts.port > 0)
    except ValueError:
        is_good, host = False, ""
    plain = address.isprintable() and not re.search(r"[\s<>\"'\\]", address)
    if not is_good or not plain or "." not in host.strip(".") or "@" in address or len(address) > LONGEST_ADDRESS:
        raise ValueError("Enter a web address, such as https://hospital.example.org.")
    return address
