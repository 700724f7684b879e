"""What the words between a name and a title say of it: an event, a predicate, and whether it lasts or has ended."""

from __future__ import annotations

from research.pages.late_regex import late_regex
from research.pages.mention import Source
from research.pages.prose_patterns import (
    AFTER_YEARS,
    AS_ENDS,
    EARLIER,
    EVENT,
    FIRST_TO,
    FORMER_BEFORE,
    HAD_BEEN,
    LEAVES,
    OF_PLACE,
    PAST_VERB,
    PERFECT,
    PRESENT,
    SINCE_WORD,
    TO_COME,
)
from research.pages.sentence_names import Sentence
from research.pages.titles import TitleSpan

_WHERE_ONCE = late_regex(
    r"\bwhere (?:he|she|they) (?:had )?(?:[a-z]{3,12}ly )?(?:served|worked|was|were|held|spent|led|acted)\b"
)
"""What a clause tells of the house that somebody comes from: "joins us from Elm Health, where she served as"."""

_ACCEPTED = late_regex(
    r"(?:has |have )?(?:[a-z]{3,18}ly )?(?:accept(?:s|ed)|agree(?:s|d) to) (?:our|the|an|their|its) "
    r"(?:[a-z]{4,12} )?(?:offer|invitation|call|appointment|request)"
)
"""How somebody comes "to serve as": by what a house has offered."""
_LEAVING = ("resign", "retir", "step", "depart", "leav", "left", "fired", "oust", "dismiss", "sack", "remove", "reliev")
"""One of these stands in what LEAVES holds, and most words between a name and a title have none of them."""


_NEW_POST = late_regex(
    r"\b(?:his|her|their)\snew\s(?:title|role|position|post|job)(?:(?:\sis)?:|\sas|\sof|\sis)\s(?:(?:the|an?)\s)?$"
)
"""How a post is told that somebody has just got: "was given a badge with her new title: chief nurse"."""


def predicate_of(sentence: Sentence, gap: str, title: TitleSpan) -> tuple[Source, str] | None:
    """How the words between a name and a title bind them, and the status of the post; None where they do not."""
    if len(gap) > 330:
        return None
    leaving = LEAVES.search(gap) if any(map(gap.lower().__contains__, _LEAVING)) else None
    if leaving and fills(gap[: leaving.start()]):
        return "predicate", "former" if leaving.group("past") else "outgoing"
    if gap.rstrip().endswith(AS_ENDS) and AFTER_YEARS.search(gap):
        return "predicate", "former"
    if "where " in gap and _WHERE_ONCE.search(gap):
        return "predicate", "former"
    event = EVENT.search(gap)
    if event and fills(gap[: event.start()]):
        return "event", event_status(gap, title)
    present = PRESENT.search(gap)
    if present and fills(gap[: present.start()]):
        return "predicate", status_of(sentence, title)
    perfect = PERFECT.search(gap)
    if perfect and fills(gap[: perfect.start()]):
        return "predicate", perfect_status(sentence, gap, title)
    if _NEW_POST.search(gap) and len(gap) < 120:
        return "event", "current"
    if PAST_VERB.search(gap) and len(gap) < 120:
        return "predicate", "former"
    return None


def fills(fill: str) -> bool:
    """What may stand between subject and verb: nothing, an apposition between commas, an adverb."""
    fill = fill.strip()
    if fill == ", and":  # of whom the sentence told before: "She works in Elmdale and Oak Ridge, and is the director"
        return False
    if len(fill) < 60 and OF_PLACE.fullmatch(fill):
        return True
    if len(fill) > 200 or ";" in fill or ":" in fill:
        return False
    if "“" in fill or '"' in fill:
        return False
    if _ACCEPTED.fullmatch(fill):
        return True
    if fill.endswith("and") and "," not in fill:
        return len(fill.split()) <= 14  # a compound predicate: "practices X and is the ..."
    if not fill or fill in {",", "who", ", who", "-"}:
        return True
    if fill.startswith((",", "(", "–", "—")):
        return fill.endswith((",", ")", "–", "—", "who")) or len(fill) < 60
    return len(fill.split()) <= 3


def event_status(gap: str, title: TitleSpan) -> str:
    """The status of a post that an event gives: to come, held, or given up again."""
    if title.status in {"interim", "acting"}:
        return title.status
    if HAD_BEEN.search(gap):
        return "former"
    if TO_COME.search(FIRST_TO.sub("", gap)):
        return "incoming"
    return "former" if title.status == "former" else "current"


def perfect_status(sentence: Sentence, gap: str, title: TitleSpan) -> str:
    """The status of a post that somebody "has been" in: "perfect" where only the rest of the sentence can tell."""
    if title.status != "current":
        return title.status
    tail = sentence.text[sentence.tokens[title.start].start :]
    if EARLIER.search(gap) and not SINCE_WORD.search(tail):
        return "former"
    return "perfect"


def status_of(sentence: Sentence, title: TitleSpan, gap: str = "") -> str:
    """The status that the title has by its own words or by those right before it."""
    if title.status != "current":
        return title.status
    begins = {sentence.tokens[title.start].start, sentence.tokens[title.outer_start].start}
    if any(FORMER_BEFORE.search(sentence.text[max(0, at - 60) : at] + gap[-1:]) for at in begins):
        return "former"
    return "current"
