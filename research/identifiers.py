"""Numbers of people and organizations as users type them: checked by their scheme, written as the sources do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from research.errors import InputError


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a scheme's numbers look. `form` gives the number as the sources write it, "" where it is none.

    `example` is a number of the right form; `rule` says the form in words.
    """

    form: Callable[[str], str]
    example: str
    rule: str


def npi_form(text: str) -> str:
    """Ten digits, the last a check digit: Luhn over 80840 and the number (45 CFR 162.406, CMS's check digit rule)."""
    if not re.fullmatch(r"[12][0-9]{9}", text):
        return ""
    total = 0
    for place, digit in enumerate(reversed(f"80840{text}")):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return text if total % 10 == 0 else ""


def orcid_form(text: str) -> str:
    """Sixteen digits in fours, the last a check character: ISO 7064, mod 11-2 (orcid.org, structure of the iD)."""
    digits = re.sub(r"\Ahttps?://(?:www\.)?orcid\.org/", "", text, flags=re.IGNORECASE).replace("-", "").upper()
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        return ""
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[15] != ("X" if check == 10 else str(check)):
        return ""
    return "-".join(digits[start : start + 4] for start in (0, 4, 8, 12))


def ein_form(text: str) -> str:
    """Nine digits, often with a hyphen behind the second; no EIN begins with 00 (IRS, Publication 1635)."""
    match = re.fullmatch(r"([0-9]{2})-?([0-9]{7})", text)
    return f"{match.group(1)}{match.group(2)}" if match and match.group(1) != "00" else ""


def ror_form(text: str) -> str:
    """0, six letters or digits without i, l, o, u, and two check digits: mod 97 over base 32 (ror.org)."""
    number = re.sub(r"\A(?:https?://)?(?:www\.)?ror\.org/", "", text, flags=re.IGNORECASE).lower()
    if not re.fullmatch(r"0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}", number):
        return ""
    value = 0
    for character in number[1:7]:
        value = value * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(character)
    return number if 98 - (value * 100) % 97 == int(number[7:]) else ""


def ccn_form(text: str) -> str:
    """Six characters: two for the state, then digits, with a letter in the third or last place for units (CMS)."""
    return text.upper() if re.fullmatch(r"[0-9A-Z][0-9][0-9A-Z][0-9]{2}[0-9A-Z]", text.upper()) else ""


def _matching(pattern: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda text: text.upper() if compiled.fullmatch(text.upper()) else ""


def _last_part(form: Callable[[str], str]) -> Callable[[str], str]:
    """The form of a number that may be given as the address that ends with it."""
    return lambda text: form(text.rstrip("/").rsplit("/", 1)[-1])


def _doi_form(text: str) -> str:
    found = re.fullmatch(r"(?:(?:https?://)?(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/[^\s\"<>]{1,100})", text)
    return found.group(1).lower() if found else ""


SCHEMES: Mapping[str, Scheme] = {
    "ccn": Scheme(ccn_form, "100001", "six characters, such as 100001"),
    "cik": Scheme(_matching(r"[0-9]{1,10}"), "1045810", "up to ten digits"),
    "doi": Scheme(_doi_form, "10.1000/182", "10., a number, a slash and a name"),
    "ein": Scheme(ein_form, "12-3456789", "nine digits, such as 12-3456789"),
    "nih_profile": Scheme(_matching(r"[0-9]{1,12}"), "1890000", "digits"),
    "npi": Scheme(npi_form, "1234567893", "ten digits, of which the last is a check digit"),
    "openalex": Scheme(_last_part(_matching(r"[A-Z][0-9]{1,12}")), "A5023888391", "a letter and digits"),
    "orcid": Scheme(orcid_form, "0000-0002-1825-0097", "sixteen digits, of which the last is a check digit"),
    "pecos": Scheme(_matching(r"[0-9]{10}"), "5193632180", "ten digits"),
    "qid": Scheme(_last_part(_matching(r"Q[1-9][0-9]{0,11}")), "Q42", "Q and digits"),
    "ror": Scheme(ror_form, "02qp3tb03", "0, six characters and two check digits"),
}
"""The schemes in which a user can name somebody."""


def one_form(scheme: str, value: str) -> str:
    """The number as it is compared: CIKs are written with and without zeros before them ("0000320193", "320193")."""
    return value.lstrip("0") or value if scheme == "cik" else value


def checked(scheme: str, value: str) -> str:
    """The number as the sources write it. Raises: InputError when the scheme is unknown or the number is none of it."""
    known = SCHEMES.get(scheme)
    if known is None:
        raise InputError(f"{scheme[:40]!r} is no scheme of identifiers. Schemes: {', '.join(sorted(SCHEMES))}.")
    form = known.form(value)
    if not form:
        raise InputError(
            f"{value[:60]!r} is no {scheme.upper()}: that is {known.rule}, such as {scheme}:{known.example}."
            if known.example not in known.rule
            else f"{value[:60]!r} is no {scheme.upper()}: that is {known.rule}."
        )
    return form
