"""Whether the stored sources answer a question already: then a leader's time is better asked for something else. Pure.

Only a question for a bare fact is looked up (a date, a number, a name, a place, yes or no): what somebody thought,
feared or would do again stands in no press release, whichever words the two share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from outreach.folding import fold
from outreach.interviews.asking import Asked, asked_in

_LONGEST = 400
"""Characters of a passage that are read; those that claims quote have 300 at most."""

_MOST_SHARED = 2 / 3
"""Which part of a question's words has to stand in the passage that answers it."""

_STOP = frozenset(
    """
    a an the of in on at to from for with by about into over under after before since until and or but not no it its
    this that these those there is are was were be been being am do does did done has have had can could would will
    should shall may might must you your yours they their them he she his her him we our us i me my as if so than then
    which what who whom whose when where why how many much long often exactly actually really ever first please tell
    year month day date percent percentage share number rate one
    """.split()
)
_SAME = {
    word: group
    for group, words in {
        "begin": "begin began begun start started starts open opened opens launch launched launches found founded"
        " establish established create created",
        "fall": "fall fell fallen drop dropped decline declined decrease decreased reduce reduced cut lower lowered",
        "rise": "rise rose risen grow grew grown increase increased climb climbed",
        "lead": "lead led leads head headed chair chaired direct directed run ran",
        "make": "make made build built",
        "win": "win won receive received earn earned",
        "become": "become became",
        "result": "result results outcome outcomes",
    }.items()
    for word in words.split()
}
_WORD = re.compile(r"[a-z0-9]{1,40}")
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|half|third"
    r"|quarter|twice|doubled|halved|tripled)\b"
)
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_NAME = re.compile(r"\b[A-ZÀ-ÞḀ-ỿ][\w'’-]{1,30}(?: [A-ZÀ-ÞḀ-ỿ][\w'’.-]{0,30}){1,3}")
_PLACE = re.compile(r"\b(?:in|at|on|near) (?:the )?[A-ZÀ-ÞḀ-ỿ]")


@dataclass(frozen=True)
class Passage:
    """Something that a stored source says. `source` and `address` lead to it."""

    text: str
    source: str
    address: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words as they are compared."""
        return frozenset(_stems(self.text[:_LONGEST]))


def answer_in(text: str, passages: Sequence[Passage], names: Sequence[str]) -> Passage | None:
    """The first passage that answers something that a question asks for; None where none does.

    names: of the leader, the house and the programs. They alone tell nothing of what is asked about them.
    """
    known = frozenset(stem for name in names for stem in _stems(name))
    whole = frozenset(_stems(text))
    for asked in asked_in(text):
        found = next((one for one in passages if asked.wants and _answers(asked, one, known, whole)), None)
        if found is not None:
            return found
    return None


def _answers(asked: Asked, passage: Passage, known: frozenset[str], whole: frozenset[str]) -> bool:
    words = frozenset(_stems(asked.clause))
    own = words - known
    if not own or len(words | (whole & known)) < 2:
        return False
    has_own = own & passage.words
    needed = len(own) if asked.wants in ("thing", "yes or no") else max(1, round(len(own) * _MOST_SHARED))
    shared = (words | (whole & known)) & passage.words
    if len(has_own) < needed or len(shared) < 2:
        return False
    if asked.wants == "yes or no":
        return len(own) > 1
    return _holds(asked.wants, passage, words)


def _holds(wants: str, passage: Passage, words: frozenset[str]) -> bool:
    """Whether the passage holds what could be the answer, beside the question's own words."""
    text = passage.text[:_LONGEST]
    if wants == "date":
        return _DATE.search(text.lower()) is not None
    if wants == "number":
        return _FIGURE.search(text.lower()) is not None
    if wants == "person":
        return any(not words & frozenset(_stems(found)) for found in _NAME.findall(text))
    if wants == "place":
        return _PLACE.search(text) is not None
    return len(passage.words - words) > 2


@lru_cache(maxsize=8192)
def _stems(text: str) -> tuple[str, ...]:
    """The words that tell something, without their endings."""
    return tuple(_stem(word) for word in _WORD.findall(fold(text)) if word not in _STOP)


def _stem(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    for ending, instead in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""), ("e", "")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: len(word) - len(ending)] + instead
            break
    return word.rstrip("e")
