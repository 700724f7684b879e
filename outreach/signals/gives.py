"""What one can give on the ground of a change: never an ask, never a present. Each is an idea, and a person decides."""

from __future__ import annotations

from dataclasses import dataclass

NOTE_LETTER = "short-note"
"""The letter that begins from a change: one fact, one sentence, no reply needed."""


@dataclass(frozen=True, slots=True)
class Give:
    """An idea in words; whether a note fits; which kind of give it is (`relationships.models.GIVE_KINDS`)."""

    words: str
    kind: str
    has_note: bool = True


GIVES = {
    "role": Give("Congratulate in one sentence, and ask for nothing.", "other"),
    "award": Give("Congratulate in one sentence: name what the award is for.", "other"),
    "program": Give("Offer a benchmark: figures from elsewhere that they can compare it with.", "benchmark"),
    "paper": Give("Send a reader’s response: one thing that you took from it, and no question.", "readers_response"),
    "house": Give("One sentence, if it touches their work; or an article that is of use with it.", "article"),
    "trouble": Give("Nothing now. Pause, and if you write, one sentence without a request.", "other", has_note=False),
    "other": Give("Keep it for your next note: one true sentence about it.", "other"),
}
"""Kind of a signal -> what one can give."""


def give_for(kind: str) -> Give:
    """The idea for a kind of change."""
    return GIVES.get(kind, GIVES["other"])
