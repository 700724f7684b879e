"""What of a text may be repeated: no telephone number, no e-mail address, nobody's age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from research.parse import fold

_CONTACT = re.compile(
    r"(?<![\w.-])(?:"
    r"(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)"
    r"|\d{3}-\d{4}(?![\d-])|\+\d{1,3}(?:[ .-]\(?\d{1,4}\)?){2,5}(?!\d)"
    r"|[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,})"
)
_LEADS_TO_CONTACT = re.compile(
    r"(?=[\s,;:(a-z])(?=(?s:.{0,81}+)\Z)"  # Only the last eight words of ten letters can lead to the end.
    r"(?:[\s,;:(]"
    r"|\b(?:at|on|via|by|or|and|to|tel|phone|telephone|e-?mail|fax|call|calling|text|texting|line)\b\.?){1,8}+$",
    re.IGNORECASE,
)
_AGE = re.compile(r"(?:,\s(?:age\s|aged\s)?[2-9]\d,\s|\s\([2-9]\d\),?\s)")
LEAST_WORDS = 3
"""Words of a quote that is left when something is taken out of it."""


def has_contact(text: str) -> bool:
    """Whether a telephone number or an e-mail address stands in the text."""
    return bool(_CONTACT.search(text))


def without_contact(text: str) -> str:
    """The text up to its first telephone number or e-mail address and the words that lead to it."""
    contact = _CONTACT.search(text)
    return text if contact is None else _LEADS_TO_CONTACT.sub("", text[: contact.start()])


def quotable(words: str) -> Iterator[str]:
    """The words that may be quoted for these, best first: whole, and from behind the age that stands at a name."""
    text = fold(words)
    public = without_contact(text)
    if public != text and len(public.split()) < LEAST_WORDS:
        return
    yield public
    age = _AGE.search(public)
    if age is not None and len(public[age.end() :].split()) >= LEAST_WORDS:
        yield public[age.end() :]
