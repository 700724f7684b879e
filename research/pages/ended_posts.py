"""Posts that have ended by what a page says besides: a last day, a dismissal in another sentence, "Retired"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from research.pages.late_regex import late_regex
from research.pages.mention import WEIGHT, Mention
from research.pages.model import PageText

_LAST_DAY = late_regex(r"\b[Ll]ast day (?:(?:on the job|of work|in office) )?(?:for|of|as)\s(?:the\s|its\s|an?\s)?$")
_DISMISSED = late_regex(
    r"\b([A-Z][\w’'-]{1,30})\s(?:had|has|was|is)\s(?:been\s)?(?:[a-z]{3,12}ly\s)?"
    r"(?:terminated|fired|dismissed|let go|ousted|sacked|forced out"
    r"|left (?:his|her|their) (?:position|post|job)(?!,?\s[a-z]))\b"
    r"(?!\s(?:up\b|from the (?:board|committee)))"
)
_RESIGNED = late_regex(
    r"\b([A-Z][\w’'-]{1,30})(?:,\s\d\d)?,?\s(?:who\s)?(?:ha[sd]\s)?(?:[a-z]{3,12}ly\s)?"
    r"(?:resigned|stepped down|left (?:his|her|their|the) (?:position|post|job))\b"
    r"(?!\s(?:as|from (?:the|its|a|an|his|her) (?:[\w’'-]{2,16}\s){0,2}(?:board|committee|council|commission))\b)"
)
"""Who has gone, where the sentence does not say from which post: then it is the one told of beside."""
_ENDINGS = (
    "terminated", "fired", "dismissed", "let go", "ousted", "sacked", "forced out", "left h", "left the", "resigned",
    "stepped down",
)  # fmt: skip
"""Of which a text holds one that tells of either."""
_CARDS = frozenset({"card", "heading"})
_HOLDS = frozenset({"current", "perfect", "interim", "acting", "outgoing"})
_RETIRED = late_regex(r"(?:Retired|RETIRED)\s(?=\S)")
LIVING = 1975
"""Who was appointed before holds the post no longer: half a century is longer than anybody leads."""
MAX_TEXT = 100_000
"""Characters of a page in which dismissals are looked for."""


def is_one_time(a: str, b: str) -> bool:
    """Whether two places of a text tell of a post at one time: who is to leave it holds it still."""
    return a == b or {a, b} == {"current", "outgoing"}


def is_last_day(lead: str) -> bool:
    """Whether the words before a title say that the holder has no further day: "the last day for"."""
    return _LAST_DAY.search(lead[-60:]) is not None


def with_endings(mentions: Iterable[Mention], page: PageText) -> list[Mention]:
    """The mentions in the same order, those of posts that have ended `former`.

    A dismissal is taken for the one person of the page who bears the surname; for none where two do. Who resigned holds
    no longer what the page tells that somebody "was named" to.
    """
    mentions = list(mentions)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        bearers[mention.name.split()[-1]].add(mention.name)
    text = page.text[:MAX_TEXT]
    told = any(word in text for word in _ENDINGS)
    gone = {found.group(1) for found in _DISMISSED.finditer(text)} if told else set()
    gone = {name for name in gone if len(bearers[name]) == 1}
    resigned = {found.group(1) for found in _RESIGNED.finditer(text)} if told else set()
    resigned = {name for name in resigned if len(bearers[name]) == 1}
    return [_ended(mention, gone, resigned) for mention in mentions]


def _ended(mention: Mention, gone: set[str], resigned: set[str]) -> Mention:
    if not mention.posts or mention.status not in _HOLDS:
        return mention
    retired = mention.source in _CARDS and all(_RETIRED.match(post.title) for post in mention.posts)
    surname = mention.name.split()[-1]
    dismissed = surname in gone and mention.source != "event"
    left = surname in resigned and mention.source == "event" and mention.weight < WEIGHT["apposition"]
    old = mention.source == "event" and mention.since is not None and mention.since.year < LIVING
    return replace(mention, status="former") if retired or dismissed or left or old else mention
