"""Regular expressions that are compiled when a page first needs them.

To compile all of the readers' expressions takes as long as to read twenty pages, and most pages need a part of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_OWN = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "flags", "groups", "groupindex")


class Regex:
    """An expression that has been used: its operations are attributes of its own, set by `LateRegex`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def compiled(self) -> re.Pattern[str]:
        """The expression itself, for whoever has to have an `re.Pattern`."""
        return re.compile(self.pattern, self._flags)


class LateRegex(Regex):
    """Stands for a regular expression, and does whatever that one does from its first use on.

    What `re` would refuse is refused on that first use, with `re.error`; the tests compile them all.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _OWN:
            raise AttributeError(name)
        expression = self.compiled()
        for own in _OWN:
            setattr(self, own, getattr(expression, own))
        # A class with a `__getattr__` is slow to give even what is there: a used expression has another class.
        self.__class__ = Regex  # type: ignore[assignment]
        return getattr(expression, name)


def late_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """An expression that is compiled on first use; takes what `re.compile` takes."""
    return cast("re.Pattern[str]", LateRegex(pattern, flags))
