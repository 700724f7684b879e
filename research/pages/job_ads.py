"""Posts that are advertised: nobody holds them, and the words behind the title are a place.

A place has the shape of a name ("Nurse Manager, Oak Falls"). Where the lines around a title are those of a job
advertisement, a name behind it, set off by a mark or a line, bare and nowhere else on the page, is of no person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from research.pages.late_regex import late_regex
from research.pages.lexicon import AUXILIARIES, VERBS
from research.pages.mention import Mention
from research.pages.model import Line, PageText

ABOVE, BELOW = 12, 5
"""Lines over and under a title in which the signs of an advertisement are looked for."""
MAX_LINE = 2_000
_SIGNS = 2
"""Different plain signs that make an advertisement; of the sure ones a single one."""

_SURE = late_regex(
    r"\b(?:careers? (?:at|opportunit(?:y|ies)|openings?)|(?:job|career|employment) (?:openings?|opportunit(?:y|ies)"
    r"|postings?|listings?|vacanc(?:y|ies)|boards?)|(?:open|available|current|vacant) positions?|positions? available"
    r"|current openings?|(?:is|are|now|we[’']re) (?:now )?hiring|vacanc(?:y|ies)|requisition"
    r"|job (?:title|posting|id|description|summary|number|type|code|category|ad|advertisement)s?)\b",
    re.IGNORECASE,
)
_PLAIN = late_regex(
    r"\b(?:apply (?:now|today|online|by|at|here|to|for)|full[ -]time|part[ -]time|per diem|salary|per hour"
    r"|qualifications|requirements|responsibilities|(?:day|night|evening) shifts?|days|nights|equal opportunity"
    r"|r[eé]sum[eé]s?|cover letter|reports to|sign-on bonus|relocation|years of experience|location|posted"
    r"|we are looking for|we[’']re looking for|we seek|seeks an?|seeking an?)\b",
    re.IGNORECASE,
)


def without_advertised(mentions: Iterable[Mention], page: PageText) -> list[Mention]:
    """The mentions without those whose "name" is the place of an advertised post, in the same order."""
    mentions = list(mentions)
    behind = {mention.name for mention in mentions if _is_behind_title(mention)}
    sure = {
        mention.name for mention in mentions if mention.prefix or mention.credentials or not _is_behind_title(mention)
    }
    places = {name for name in behind - sure if _is_said_once(name, page.text)}
    return [m for m in mentions if m.name not in places or not _is_advertised(m, page.lines)]


def _is_behind_title(mention: Mention) -> bool:
    """Whether the name stands behind the title, parted from it: "CEO, Oak Falls", not "CEO Ann Poe" in running text."""
    if not mention.posts:
        return False
    title = mention.posts[0].title
    start, at = mention.quote.find(title), mention.quote.find(mention.name)
    if not 0 <= start < at:
        return False
    return mention.source in ("card", "heading") or bool(mention.quote[start + len(title) : at].strip())


def _is_said_once(name: str, text: str) -> bool:
    """Whether nobody speaks of the name's last word alone, as of Mr. Falls, and the name itself does nothing."""
    last = re.escape(name.split()[-1])
    acts = re.findall(rf"{re.escape(name)},?\s([a-z]{{2,14}})\b", text)
    if any(word == "who" or word in VERBS or word in AUXILIARIES for word in acts):
        return False
    return len(re.findall(rf"(?<!\w){last}(?!\w)", text)) == text.count(name)


def _is_advertised(mention: Mention, lines: Sequence[Line]) -> bool:
    first, last = max(0, mention.line - ABOVE), mention.line + BELOW
    found: set[str] = set()
    for number, line in enumerate(lines[first : last + 1], start=first):
        if line.furniture:
            continue
        text = line.text[:MAX_LINE]
        sure = _SURE.search(text)
        if sure and number <= mention.line:
            return True  # under the leaders of a house it only invites to join them
        found.update(match.group().casefold() for match in _PLAIN.finditer(text))
        found.update({sure.group().casefold()} if sure else ())
    return len(found) >= _SIGNS
