"""What is remarked about an aim: one line, for one meeting, and no job talk. A remark, never a lock. Pure.

An aim is a note to oneself ("Ask her for twenty minutes"); the check of letters reads what is said to somebody. So it
is read twice: as it stands, and as one would say it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.run import findings_of
from outreach.asklint.types import Kind, Message

_JOB_TALK = "job-ask"
_SOMEBODY = re.compile(r"\b(?:him|her|them|she|he|they)\b", re.IGNORECASE)
_SOMEBODYS = re.compile(r"\b(?:his|their|her(?= \w))\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def remark_on(aim: str) -> str:
    """Why an aim is worth a second look, in a sentence; "" where it is not."""
    plain = " ".join(aim.split()).rstrip(".")
    if not plain:
        return ""
    spoken = _SOMEBODY.sub("you", _SOMEBODYS.sub("your", plain[:1].lower() + plain[1:]))
    asked = _SOMEBODY.sub("you", plain[:1].lower() + plain[1:])
    for text in (plain, f"I would like to {spoken}", f"I would like to {asked}"):
        message = Message(Kind.OTHER, f"{text}.")
        found = next(iter(findings_of(all_rules()[_JOB_TALK], Reading(message))), None)
        if found is not None:
            return found.message
    return ""
