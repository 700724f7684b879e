"""What the learned judge sees of a sentence: word stems and fields of meaning, alone and in their order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain

WORD_GAPS = (1, 2, 3)
"""How many places apart two stems may stand that make a feature."""

FIELD_GAPS = (1, 2, 3, 4)
"""How many places apart two fields may stand that make a feature; side by side is one of its own."""

RUNS = (4, 5)
"""How many letters make a run; the edges of a word count as letters."""

_SHORTEST_STEM = 3
_WORDS_A_STEP, _MOST_STEPS = 4, 8
_TOLD_WHEN_ABSENT = (
    "PURPOSE", "LOGISTICS", "COURTESY", "DIGITS", "GAIN", "THANKS", "YOU", "YOUR", "I", "ME", "MY",
)  # fmt: skip
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly")

Fields = Sequence[tuple[str, ...]]
"""The names of the fields of each token of a sentence; ("," or ";",) where it breaks."""


def features(words: Sequence[str], fields: Fields, *, is_question: bool) -> list[str]:
    """The features of a sentence, as often as each occurs: `words` in lower case, and the fields of its tokens."""
    found = _of_words(words, is_question=is_question)
    for names in fields:
        found += single(names)
    for gap in FIELD_GAPS:
        for names, others in zip(fields, fields[gap:], strict=False):
            found += pairs(names, others, ">" if gap == 1 else ">>")
    found += absent(set(chain.from_iterable(fields)))
    found.append(long(words))
    return found


def _of_words(words: Sequence[str], *, is_question: bool) -> list[str]:
    """Stems, and pairs of stems up to three places apart."""
    stems = stems_in(words, is_question=is_question)
    found = list(chain.from_iterable(map(of_stem, stems)))
    for gap in WORD_GAPS:
        between = "_" * gap
        found += [first + between + second for first, second in zip(stems, stems[gap:], strict=False)]
    return found


def of_stem(stem: str) -> list[str]:
    """The features of a stem alone: itself, and its runs of letters, which words of one family share."""
    if not stem.isalpha():
        return [stem]
    word = f"<{stem}>"
    return [stem, *(f"c:{word[at : at + n]}" for n in RUNS for at in range(len(word) - n + 1))]


def stems_in(words: Sequence[str], *, is_question: bool) -> list[str]:
    """The stems of words; the sentence's begin and end are words too, and so is a question mark."""
    return ["^", *(part for word in words for part in _stems(word)), *("?" * is_question), "$"]


def single(names: tuple[str, ...]) -> list[str]:
    """The features of a token by its fields alone."""
    return [f"f:{name}" for name in names]


def pairs(first: tuple[str, ...], second: tuple[str, ...], between: str) -> list[str]:
    """The features of two tokens: `between` is ">" for neighbors, ">>" for those that stand farther apart."""
    return [f"{one}{between}{other}" for one in first for other in second]


def absent(held: Collection[str]) -> list[str]:
    """The features for fields that are nowhere in a sentence: `held` are those that are."""
    return [f"no:{name}" for name in _TOLD_WHEN_ABSENT if name not in held]


def long(words: Sequence[str]) -> str:
    """The feature for the length of a sentence."""
    return f"long:{min(len(words) // _WORDS_A_STEP, _MOST_STEPS)}"


@lru_cache(maxsize=8192)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(_stem(part) for part in word.split("-") if part)


def _stem(word: str) -> str:
    """A word without its ending: rough, but the same for all forms that matter."""
    if any(letter.isdigit() for letter in word):
        return "#"
    for ending in _ENDINGS:
        if len(word) - len(ending) >= _SHORTEST_STEM and len(word) > _SHORTEST_STEM + 1 and word.endswith(ending):
            return word[: -len(ending)]
    return word
