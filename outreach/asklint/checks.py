"""What rules are made of: small makers of checks, for rules that need no thought of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.asklint.reading import Reading
from outreach.asklint.types import Check, Hit


def pattern(expression: str, *, parts: tuple[str, ...] = ("subject", "body")) -> Check:
    """Finds an expression in sentences of some parts. It sees lower case and straight apostrophes.

    The expression has to be linear: bounded quantifiers only.
    """
    compiled = re.compile(expression)

    def find(reading: Reading) -> Iterator[Hit]:
        for sentence in reading.sentences:
            if sentence.part in parts:
                for match in compiled.finditer(sentence.lower):
                    yield Hit(sentence.start + match.start(), sentence.start + match.end())

    return find
