"""What makes a password good enough: its length, and that it is not easily guessed. All pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PASSWORD_MIN = 12
"""Characters. NIST SP 800-63B-4 (2025) section 3.1.1.2 and OWASP ASVS 5.0 6.2.1: at least 8, better 15; nothing about
kinds of characters."""
PASSWORD_MAX = 200


def password_form(password: str) -> str:
    """The form that is hashed, so that one password typed on two systems is the same (NIST SP 800-63B-4, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


_WEAK_PIECES = (
    "passwort", "password", "passw0rd", "p@ssword", "p@ssw0rd", "motdepasse", "contrasena", "parola", "welcome",
    "letmein", "iloveyou", "administrator", "administrador", "admin", "hospital", "healthcare", "health",
    "groundwork", "monkey", "dragon", "football", "baseball", "princess", "sunshine", "master", "superman",
    "batman", "computer", "internet", "samsung", "starwars", "michael", "jennifer", "jordan", "summer", "winter",
    "spring", "autumn", "fuck", "changeme", "default", "secret", "qwertz", "azerty", "login", "test", "user",
    "guest", "hello", "abc",
)  # fmt: skip
"""What attackers try first, in several languages, and what they would try here."""
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "!@#$%^&*()",
)
_SEQUENCES = tuple(row for base in _ROWS for row in (base, base[::-1]))
_LEFT_TO_GUESS = 6
"""Characters that must remain when all that is easily guessed is taken out."""


def password_problem(password: str, known: Iterable[str] = ()) -> str:
    """What is wrong with a new password, in words, or "".

    `known` are words that an attacker knows of this person (name, address). There is no demand for digits or signs:
    only length, and that enough is left when known words, rows of keys and repetitions are taken out.
    """
    password = password_form(password)
    if len(password) < PASSWORD_MIN:
        return f"Use at least {PASSWORD_MIN} characters. Four unrelated words are easy to remember."
    if len(password) > PASSWORD_MAX:
        return f"Use at most {PASSWORD_MAX} characters."
    folded = password.casefold()
    if _is_common(folded) or _left_to_guess(folded, known) < _LEFT_TO_GUESS:
        return "This one is easy to guess. Four unrelated words are easy to remember and hard to guess."
    return ""


@cache
def _common_passwords() -> frozenset[str]:
    """The first 12 hexadecimal digits of the SHA-256 of common passwords that are long enough for us.

    Of the 20,000 most common ones that Django ships (compiled by Royce Williams, read 2026-11); as digests, because
    many are rude or look like somebody's.
    """
    return frozenset(Path(__file__).with_name("common_passwords.txt").read_text("ascii").split())


def _is_common(folded: str) -> bool:
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:12] in _common_passwords()


def _left_to_guess(password: str, known: Iterable[str]) -> int:
    """How many different characters stay when the guessable pieces are taken out."""
    pieces = {piece for words in known for piece in re.split(r"[^\w]", words.casefold()) if len(piece) > 2}
    for piece in sorted({*_WEAK_PIECES, *pieces}, key=len, reverse=True):
        password = password.replace(piece, "")
    position, left = 0, set()
    while position < len(password):
        run = _row_length(password, position)
        if run < 3:
            left.add(password[position])
        position += max(1, run if run >= 3 else 1)
    return len(left)


def _row_length(text: str, start: int) -> int:
    """How many characters from `start` run along the keyboard, the alphabet or the digits, at most 36."""
    longest = 1
    for row in _SEQUENCES:
        at = row.find(text[start])
        while at >= 0:
            length = 1
            while (
                text[start + length : start + length + 1] and row[at + length : at + length + 1] == text[start + length]
            ):
                length += 1
            longest = max(longest, length)
            at = row.find(text[start], at + 1)
    return longest
