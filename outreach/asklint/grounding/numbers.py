"""Numbers as people write them: digits, words, dozens, halves and thirds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.asklint.grounding.tokens import Token

_ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}
_SUFFIXES = {"k": 1e3, "K": 1e3, "M": 1e6, "mn": 1e6, "B": 1e9, "bn": 1e9}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_VAGUE = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
NUMBER_WORDS = frozenset([*_ONES, *_TENS, *_VAGUE, "a", "an", "half"])
"""The words that a number in words may begin with."""
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first` up to, not including, `after`.

    `is_share` is set for halves and thirds (value 0.5), `is_vague` for "hundreds", `is_scaled` where a word or letter
    carries the zeros ("1.2 million"), `is_digits` where it is written in digits, with `decimals` behind the point.
    """

    value: float
    first: int
    after: int
    is_share: bool = False
    is_vague: bool = False
    is_scaled: bool = False
    is_digits: bool = False
    decimals: int = 0


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at a token, None where none does. "one" and "a" alone are none: mostly they count
    nothing."""
    token = tokens[at]
    if token.kind == "n":
        return _of_digits(tokens, at)
    if token.kind != "w":
        return None
    low = token.low
    if low in _VAGUE:
        return Number(_VAGUE[low], at, at + 1, is_vague=True)
    if low in _ONES or low in _TENS or low in ("a", "an", "half"):
        return _share(tokens, at) or _of_words(tokens, at)
    return None


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


def _of_digits(tokens: Sequence[Token], at: int) -> Number | None:
    token = tokens[at]
    after = at + 1
    scale = _SUFFIXES.get(token.suffix, 1.0)
    share = _digit_share(tokens, at)
    if share:
        return share
    while _low(tokens, after) in _SCALES:
        scale *= _SCALES[_low(tokens, after)]
        after += 1
    written = token.text.removesuffix(token.suffix)
    decimals = len(written.partition(".")[2])
    return Number(token.value * scale, at, after, is_scaled=scale > 1, is_digits=True, decimals=decimals)


def _digit_share(tokens: Sequence[Token], at: int) -> Number | None:
    """ "1/3", "2/3": only as small as fractions are; dates with slashes are longer."""
    if (
        _low(tokens, at + 1) != "/"
        or at + 2 >= len(tokens)
        or tokens[at + 2].kind != "n"
        or _low(tokens, at + 3) == "/"
    ):
        return None
    top, bottom = tokens[at].value, tokens[at + 2].value
    return Number(top / bottom, at, at + 3, is_share=True) if 0 < top < bottom <= 10 else None


def _share(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a third", "two-thirds", "three quarters", "half"; "half a dozen" and "half an hour" are no shares."""
    low = tokens[at].low
    if low == "half":
        is_part = at and tokens[at - 1].low in ("second", "first", "latter", "other", "better", "back", "this", "my")
        return None if is_part or _low(tokens, at + 1) in ("a", "an", "-") else Number(0.5, at, at + 1, is_share=True)
    top = 1 if low in ("a", "an") else _ONES.get(low, 0)
    skip = at + 2 if _low(tokens, at + 1) == "-" else at + 1
    part = _low(tokens, skip)
    if not 0 < top < 10 or part not in _PARTS or (part.endswith("s") and part != "halves") != (top > 1):
        return None
    if top == 1 and part == "quarter" and _low(tokens, skip + 1) in ("million", "billion"):
        return None
    if [_low(tokens, skip + 1), _low(tokens, skip + 2), _low(tokens, skip + 3)] == ["of", "a", "century"]:
        return None
    if [_low(tokens, skip + 1), _low(tokens, skip + 2)] == ["of", "a"] and _low(tokens, skip + 3) in _SCALES:
        return Number(top / _PARTS[part] * _SCALES[_low(tokens, skip + 3)], at, skip + 4, is_scaled=True)
    return Number(top / _PARTS[part], at, skip + 1, is_share=True)


def _of_words(tokens: Sequence[Token], at: int) -> Number | None:
    low = tokens[at].low
    if low == "half":
        return _half_of_scale(tokens, at)
    if low in ("a", "an"):
        return _one_of_scale(tokens, at)
    total, group, after, is_scaled = 0.0, 0.0, at, False
    while after < len(tokens):
        word = tokens[after].low
        step = 1
        if word in ("-", "and") and after > at:
            step, word = 2, _low(tokens, after + 1)
            if tokens[after].low == "and" and (not is_scaled or (word not in _ONES and word not in _TENS)):
                break
        if word in _TENS and group % 100 == 0:
            group += _TENS[word]
        elif (
            word in _ONES
            and ((group % 10 == 0 and group % 100 != 10) or group == 0)
            and (step == 2 or after == at or group or total)
        ):
            group += _ONES[word]
        elif word in _SCALES and step == 1 and group:
            is_scaled = True
            if word == "hundred" or word == "dozen":
                group *= _SCALES[word]
            else:
                total, group = total + group * _SCALES[word], 0.0
        else:
            break
        after += step
    if after == at:
        return None
    behind = [token.low for token in tokens[after : after + 4]]
    if behind[:3] == ["and", "a", "half"] and behind[3:] and behind[3] in _SCALES and not is_scaled:
        return Number((total + group + 0.5) * _SCALES[behind[3]], at, after + 4, is_scaled=True)
    if _low(tokens, after) == "point" and _low(tokens, after + 1) in _ONES:
        tenths = _ONES[_low(tokens, after + 1)]
        return Number(total + group + tenths / 10, at, after + 2, decimals=1) if tenths < 10 else None
    return Number(total + group, at, after, is_scaled=is_scaled)


def _one_of_scale(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a million", "a hundred thousand", "a hundred and twenty"."""
    value, after = 1.0, at + 1
    while _low(tokens, after) in _SCALES and after < at + 3:
        value *= _SCALES[_low(tokens, after)]
        after += 1
    if after == at + 1:
        return None
    rest = at + 3 if [_low(tokens, at + 1), _low(tokens, after)] == ["hundred", "and"] and after == at + 2 else 0
    tail = _of_words(tokens, rest) if _low(tokens, rest) in _ONES or _low(tokens, rest) in _TENS else None
    if rest and tail and tail.value < value:
        return Number(value + tail.value, at, tail.after, is_scaled=True)
    return Number(value, at, after, is_scaled=True)


def _half_of_scale(tokens: Sequence[Token], at: int) -> Number | None:
    """ "half a dozen", "half a million"."""
    if _low(tokens, at + 1) != "a" or _low(tokens, at + 2) not in _SCALES:
        return None
    return Number(_SCALES[_low(tokens, at + 2)] / 2, at, at + 3, is_scaled=True)
