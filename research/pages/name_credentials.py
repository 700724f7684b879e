"""What stands behind a name: its suffix, degrees, licenses and orders, and brackets about rank."""

from __future__ import annotations

import re
from functools import lru_cache

from research.names import is_credential
from research.pages.lexicon import ACRONYM_HEADS
from research.pages.tokens import Token, is_suffix

_SHOUTED_CREDENTIAL = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z](?:[A-Z\-/]{0,8})(?:\([A-Z]{1,4}\))?|[A-Z]{2}[a-z]")
_LICENSED = re.compile(r"/[A-Z]{1,2}")
"""What tells behind a credential that a state has licensed its holder: the L of "CCC-SLP/L"."""
_ASIDES = frozenset("retd ret retired rtd dr prof mrs".split())
"""What stands in brackets beside a rank: out of service, or another honorific."""
_COUNTRY = "USA"
"""Letters that stand behind an officer's name for the army, and alone behind a town."""
MOST_CREDENTIALS = 12
STATES = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY DC US UK EU""".split()
)
"""Letters of states, which stand behind towns and behind names alike."""


def aside_end(tokens: list[Token], at: int) -> int:
    """Where a bracket about rank or service that begins at `at` ends: "(Retd.)", "(Dr)"; 0 where none does."""
    if tokens[at].text != "(" or at + 2 >= len(tokens) or tokens[at + 1].lower.rstrip(".") not in _ASIDES:
        return 0
    end = at + 2 + (tokens[at + 2].text == ".")
    return end + 1 if end < len(tokens) and tokens[end].text == ")" else 0


def name_tail(tokens: list[Token], end: int, blocked: list[bool], *, lenient: bool) -> tuple[int, int, tuple[str, ...]]:
    """The name's end with its suffix, the end with credentials, and these."""
    at = end
    comma = at < len(tokens) and tokens[at].text == ","
    if at + comma < len(tokens) and is_suffix(tokens[at + comma]) and tokens[at + comma].lower != "sr":
        at = end = at + comma + 1
    credentials: list[str] = []
    outer = at
    while at < len(tokens) and len(credentials) < MOST_CREDENTIALS:
        if tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].text == ",":
            at += 1  # a credential was lost between two commas
        mark = at + 1 if tokens[at].text in {",", "("} else at
        likely = bool(credentials) or (lenient and mark > at and mark < len(tokens) and tokens[mark].text not in STATES)
        stop = _credential_end(tokens, mark, blocked, known=likely)
        if not stop:
            break
        credentials.append("".join(_join(tokens, mark, stop)))
        at = outer = stop + (stop < len(tokens) and tokens[at].text == "(" and tokens[stop].text == ")")
    if credentials == [_COUNTRY]:
        return end, end, ()  # "San Vale, USA" is a town
    if outer < len(tokens) and tokens[outer].text == "(":
        outer = aside_end(tokens, outer) or outer
    return end, outer, tuple(credentials)


def credentials_at(tokens: list[Token], at: int) -> tuple[str, ...]:
    """The credentials from a comma at `at` on, as behind a title: RN of "Jane Roe, Chief Nurse, RN"; () for none.

    Letters that may be a state's count only beside others.
    """
    found: list[str] = []
    while at + 1 < len(tokens) and tokens[at].text == "," and len(found) < MOST_CREDENTIALS:
        stop = _credential_end(tokens, at + 1, [False] * len(tokens), known=False)
        if not stop:
            break
        found.append("".join(_join(tokens, at + 1, stop)))
        at = stop
    return tuple(found) if any(credential not in STATES for credential in found) else ()


def _join(tokens: list[Token], start: int, end: int) -> list[str]:
    pieces: list[str] = []
    for at in range(start, end):
        if at > start and tokens[at].start > tokens[at - 1].end:
            pieces.append(" ")
        pieces.append(tokens[at].text)
    return pieces


def _credential_end(tokens: list[Token], at: int, blocked: list[bool], *, known: bool) -> int:
    """End of one credential that begins at `at`; 0 where there is none. `known`: one stood before it already."""
    if at >= len(tokens) or not tokens[at].is_word or not tokens[at].is_capital:
        return 0
    token = tokens[at]
    if token.lower.strip(".") in ACRONYM_HEADS and token.text.isupper() and token.text != "CNE":
        return 0
    stop = at + 1
    while (
        stop + 1 < len(tokens)
        and tokens[stop].text in {"/", "-", "(", "."}
        and tokens[stop].start == tokens[stop - 1].end
    ):
        if tokens[stop].text == "." and tokens[stop + 1].start != tokens[stop].end:
            break
        closes = 1 if tokens[stop].text == "(" and stop + 2 < len(tokens) and tokens[stop + 2].text == ")" else 0
        if not tokens[stop + 1].is_capital and not tokens[stop + 1].text.isdigit():
            break
        stop += 2 + closes
    text = "".join(t.text for t in tokens[at:stop])
    if _is_known_credential(text):
        return stop
    if blocked[at]:
        return 0
    if is_credential(token.text) and _shape_of_credential(token.text):
        return stop if _LICENSED.fullmatch(text.removeprefix(token.text)) else at + 1
    if (
        known
        and (_SHOUTED_CREDENTIAL.fullmatch(text) or ("/" in text and len(text) < 12 and _shape_of_credential(text)))
        and token.lower not in ACRONYM_HEADS
    ):
        return stop
    return 0


@lru_cache(maxsize=4096)
def _is_known_credential(text: str) -> bool:
    return is_credential(text) and _shape_of_credential(text)


def _shape_of_credential(text: str) -> bool:
    """Written as credentials are: at least half capitals, so that "Do" and "Ma" stay names."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return (capitals >= 2 and 2 * capitals >= len(letters)) or text.lower() in {
        "esq",
        "esq.",
        "pharmd",
        "ph.d",
        "ph.d.",
    }
