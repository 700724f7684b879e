"""The marks of facts in a draft's text: `[3]` stands behind a sentence that rests on fact 3. Pure.

>>> without_marks("It opened in May [3]. Boarding fell [1, 4] by a third.")
'It opened in May. Boarding fell by a third.'
>>> numbers_in("It opened in May [3]. Boarding fell [1, 4] by a third.")
(3, 1, 4)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LARGEST = 999
"""The largest number that a fact has in a draft."""

# At most twenty numbers in one pair of brackets; a year in brackets, "[2024]", is no mark.
_NUMBERS = r"\[[ ]{0,2}\d{1,3}(?:[ ]{0,2},[ ]{0,2}\d{1,3}){0,19}[ ]{0,2}\]"
_MARK = re.compile(_NUMBERS)
# With the blanks before it; at the beginning of a line those behind it, so that none is left over.
_WITH_BLANKS = re.compile(
    rf"^[ \t\u00a0]{{0,9}}(?:{_NUMBERS}[ \t\u00a0]{{0,9}})+|[ \t\u00a0]{{0,9}}{_NUMBERS}", re.MULTILINE
)
_DIGITS = re.compile(r"\d{1,3}")


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of the facts that a text refers to, each once, in order of place; 0 is never one."""
    found = (int(digits) for mark in _MARK.finditer(text) for digits in _DIGITS.findall(mark.group()))
    return tuple(dict.fromkeys(number for number in found if number))


def without_marks(text: str) -> str:
    """The text as it leaves: no mark, and no blank that stood there only for a mark."""
    return _WITH_BLANKS.sub("", text)


def mark(number: int) -> str:
    """The mark of a fact: "[3]". Raises: ValueError for a number that no fact can have."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no fact has the number {number}")
    return f"[{number}]"


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """The text with other numbers in its marks; one that `numbers` does not hold stays as it is."""

    def other(digits: re.Match[str]) -> str:
        return str(numbers.get(int(digits.group()), digits.group()))

    return _MARK.sub(lambda found: _DIGITS.sub(other, found.group()), text)


def taken_out(text: str, number: int) -> str:
    """The text without the marks of one fact; of several numbers in one pair of brackets the others stay."""

    def rest(found: re.Match[str]) -> str:
        held = found.group()
        numbers = [int(digits) for digits in _DIGITS.findall(held)]
        left = [str(one) for one in numbers if one != number]
        if len(left) == len(numbers):
            return held
        blanks = held[: held.index("[")]
        return f"{blanks}[{', '.join(left)}]" if left else ""

    return re.sub(rf"[ \t\u00a0]{{0,9}}{_NUMBERS}", rest, text)
