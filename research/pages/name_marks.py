"""How a line of a list sets its holder's credentials off: between bars, in brackets; and what is no name at all."""

from __future__ import annotations

import re

from research.names import is_credential
from research.pages.lexicon import HEAD_CLASS, PLURALS
from research.pages.mention import is_clinical

_BAR = re.compile(r"\s{1,3}\|\s{1,3}")
_MARK = re.compile(r"[,|:;()–—]")
_PARTED = re.compile(r",\s{0,3}|\s{1,3}")
_CALLINGS = frozenset(head for head, kind in HEAD_CLASS.items() if kind == "clinician") - {"resident", "worker"}
MOST = 8
"""Credentials of one person on a line."""
WORDS = 3
"""Words in brackets behind a name that may be a unit and a license: "(R5 EMT-I)"."""


def without_bars(text: str) -> str:
    """A line whose bars part a name from credentials, with commas for these: "Jane Roe | PT, DPT | Director"."""
    if "|" not in text:
        return text
    parts = _BAR.split(text)
    kept = parts[:1]
    for part in parts[1:]:
        letters = [word for word in _PARTED.split(part.strip()) if word]
        if not letters or len(letters) > MOST or not all(map(_is_letters, letters)):
            break
        kept.append(", ".join(letters))
    rest = parts[len(kept) :]
    return " | ".join([", ".join(kept), *rest]) if len(kept) > 1 else text


def _is_letters(word: str) -> bool:
    return is_credential(word) or (word[:1].isupper() and is_credential(re.split(r"[/(]", word, maxsplit=1)[0]))


def bracketed_credentials(mark: str, rest: str) -> tuple[str, ...]:
    """The clinical credentials that stand in brackets behind a name; `mark` and `rest` are what follows on it."""
    if mark != "(" or not rest.endswith(")"):
        return ()
    words = rest[:-1].replace(",", " ").split()
    if not 0 < len(words) <= WORDS or not all(word.upper() == word for word in words):
        return ()
    return tuple(word for word in words if is_clinical(word) or is_clinical(word.partition("-")[0]))


def ends_as_calling(text: str) -> bool:
    """Whether a line ends in what clinicians are called, which nobody is named: "Lead Naturopathic Doctor"."""
    if _MARK.search(text):
        return False
    last = text.rstrip(" .:").rpartition(" ")[2].lower().rpartition("-")[2]
    return last in _CALLINGS or (last.endswith("s") and PLURALS.get(last, last[:-1]) in _CALLINGS)
