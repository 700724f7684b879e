"""What a letter file may say: the values of a letter as ready words, by short names.

`words_for(materials)` gives the names `sender`, `reader`, `assistant`, `project`, `program`, `facts`, `occasion`,
`today`, and the function `short(a, b)`: the first of several subject lines that is short.
What is not known and cannot be left out comes as an unfinished place, `[[...]]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import FunctionType

from outreach.drafts.letter_dates import day
from outreach.drafts.letter_facts import voice_to
from outreach.drafts.letter_occasion import OccasionWords
from outreach.drafts.letter_parties import PersonWords, SenderWords
from outreach.drafts.letter_programs import Voice
from outreach.drafts.letter_project import ProjectWords, short
from outreach.drafts.letter_telling import told, unfinished
from outreach.drafts.letter_values import Materials, ProjectBrief

_WHO_THEY_ARE = frozenset({"role", "former_role", "credential", "specialty", "licensed_state", "education", "beds"})
"""Facts that say who somebody is, and not what they did."""


class FactWords:
    """The facts of the letter, told with their marks."""

    def __init__(self, materials: Materials, reader: PersonWords) -> None:
        self._materials, self._reader = materials, reader

    @cached_property
    def told(self) -> str:
        """All facts with "you", each with its mark; without any an unfinished place."""
        return " ".join(told(self._materials, voice_to(self._reader.full))) or self._none

    @cached_property
    def told_of(self) -> str:
        """All facts with the leader's name."""
        return " ".join(told(self._materials, self._reader.voice)) or self._none

    @cached_property
    def first(self) -> str:
        """The first fact that says more than a post or a degree, alone, with "you"."""
        return self._telling(voice_to(self._reader.full))

    @cached_property
    def first_of(self) -> str:
        """The same with the leader's name."""
        return self._telling(self._reader.voice)

    @cached_property
    def shortest(self) -> str:
        """The fact that takes the fewest letters, with "you"."""
        return min(self._each, key=len) if self._each else self._none

    def _telling(self, voice: Voice) -> str:
        """One sentence: what the program's record says, or the first fact that is more than a post or a degree."""
        each = told(self._materials, voice, joined=False)
        kinds = ["program"] * (len(each) - len(self._materials.facts)) + [
            one.predicate for one in self._materials.facts
        ]
        more = (said for said, kind in zip(each, kinds, strict=False) if kind not in _WHO_THEY_ARE)
        return next(more, each[0] if each else self._none)

    @cached_property
    def _each(self) -> list[str]:
        return told(self._materials, voice_to(self._reader.full), joined=False)

    @property
    def _none(self) -> str:
        return unfinished(f"put in one fact about {self._reader.name} or their work, with its source")


def words_for(materials: Materials) -> dict[str, object]:
    """All names that a letter file may use. `assistant` and `project` are None where there is none."""
    reader = PersonWords(materials.reader)
    project = materials.project or ProjectBrief()
    return {
        "sender": SenderWords(materials.sender),
        "reader": reader,
        "assistant": PersonWords(materials.assistant) if materials.assistant else None,
        "project": ProjectWords(project, materials.program, reader),
        "facts": FactWords(materials, reader),
        "occasion": OccasionWords(materials.occasion, materials.today, materials.reader.time_zone),
        "today": day(materials.today, materials.today),
        "short": short,
    }


NAMES: Mapping[str, type] = {
    "sender": SenderWords,
    "reader": PersonWords,
    "assistant": PersonWords,
    "project": ProjectWords,
    "facts": FactWords,
    "occasion": OccasionWords,
    "today": str,
    "short": FunctionType,
}
"""Each name and what it is: a letter file that uses another name, or another part of one, is told so."""
