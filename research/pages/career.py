"""Earlier posts of one person, from the sentences about that person.

Every post carries its sentence. A post is earlier only where the words say so: "previously served as", "prior to
joining", "the former", "has held positions including", "in 2003 she was named". What another person held, what somebody
will hold, seats on civic boards and memberships are not posts here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from research.pages.dates import period_in
from research.pages.model import PersonFound, Post
from research.pages.phrases import (
    Subjects,
    is_post,
    of_another,
    phrase_from,
    public_passages,
    split_list,
    split_organizations,
    split_post,
    subjects_of,
)
from research.parse import fold, shorten
from research.posts import same_post
from research.types import PartialDate

MAX_POSTS = 20

_PAST = re.compile(
    r"\b(?:previous(?:ly)?|formerly|prior|before|earlier|recently|began|started|then|later|after|past|once|"
    r"following|during|where|until|initially|first|experience|career)\b",
    re.IGNORECASE,
)
_AS = r"(?:\s(?:in|on|at|for|from|with)\s[^,.;]{1,60}?)??(?:,?\s(?:first|most recently|initially|previously|also|both|then))?"
_SERVED = re.compile(
    r"\b(?P<has>(?:has|have|had|having)\s)?(?P<also>(?:also|previously|formerly|recently|most recently|once|then|later)[\s,]{1,2}"
    rf"(?:most recently\s)?)?(?P<verb>served|worked|practiced|acted|employed|serving|working){_AS}\sas\s",
    re.IGNORECASE,
)
_SERVED_YEARS = re.compile(r"\b(?:served|spent|worked)\s[^,.;]{3,50}?\s(?:years|months)\sas\s", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:held|holding|filled|filling|occupied|assumed|served in|worked in|roles|positions|posts|experience|background)\b[^.;]{0,120}?"
    r"\b(?:positions?|roles?|posts?|titles?|jobs?|capacities|appointments?|includ(?:e|es|ed|ing))\b[^.;:]{0,60}?"
    r"(?:,?\s(?:including|included|include|includes|such as|as|of)(?:\sthose\sof|\sthat\sof|\sserving\sas|\sthe\sposition\sof)?|:)\s",
    re.IGNORECASE,
)
_MOST_RECENT = re.compile(
    r"\b(?:most recent|previous|prior|former|last|earlier)\s(?:role|position|post|job|tenure|assignment)s?\s"
    r"(?:as|of|was|included|include|were|is)(?:\s(?:as|that of))?\s",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:was|were|been)\s(?:(?:also|formerly|previously|most recently|once|first|originally)\s)?(?=(?:an?|the|its)\s|[A-Z]"
    r"|(?:senior|executive|vice|chief|director|assistant|associate|president|manager|interim|administrator)\b)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?P<verb>was|were|became|being|been|and)\s(?:(?:later|then|also|soon|subsequently|first)\s)?"
    r"(?:(?:named|appointed|promoted|hired|elevated|advanced|recruited|selected)\s?(?:to|as|into)?\s|(?<=became\s))"
    r"(?:(?:the\s)?(?:position|role|post)\sof\s|become\s|serve\sas\s)?",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"(?:^|[,;]\s|\b(?:is|was|as|and|well as)\s)(?:also\s)?(?:(?:the|a|an|being a|their|its)\s)?(?:former(?:ly)?|ex-|onetime)\s"
    r"(?:(?:the|a|an)\s)?",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:began|begin|started|starting|launched)\s(?:(?:his|her|their)\s[^.;,]{0,40}?career\b)?[^.;]{0,80}?\sas\s", re.IGNORECASE
)
_JOINED_AS = re.compile(r"\b(?:joined|rejoined|came to)\s[^.;]{2,80}?\sas\s", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:and|then),?\s(?:most recently|later|then|before that|finally|subsequently|more recently),?\s(?:as\s)?(?=(?:the|an?|its|as)\s)",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\s(?:for|over)\s(?:(?:more than|over|nearly|almost|about|approximately|the|a total of)\s){0,2}(?:(?:past|last|previous|first)\s)?"
    r"(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,12}teen|\w{3,9}ty|several|many)\s(?:years|months|decades?)",
    re.IGNORECASE,
)
_LEARNING = re.compile(r"\b(?:residency|internship|fellowship|medical school|undergraduate|student)\b", re.IGNORECASE)
_MOVED_ON = re.compile(r"\b(?:later|then|before|subsequently|until|prior|previously|began|eventually|after)\b", re.IGNORECASE)
_BEFORE_CLAUSE = re.compile(r"\b(?:prior to|before|previous to|previously|earlier|most recently|formerly|prior|recently)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:will|would|to|can|could|may|expected to|continue[sd]? to|currently|now|be)\s(?:be\s|been\s)?$", re.IGNORECASE)
_UNPAID = re.compile(r"\b(?:volunteer(?:ed|ing)?|adjunct|committee|task force|honorary|alumni|student)\b", re.IGNORECASE)


_EVENT = re.compile(r"\b(?:has|have|had) (?:been|was)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a title begins, and whether the words before it announce several or a post that may still be held."""

    start: int
    end: int
    listed: bool = False
    held_now: bool = False
    """The words alone say that the post is held still: "has served as"."""


def posts_of(person: PersonFound, others: Sequence[str] = (), published: PartialDate | None = None) -> tuple[Post, ...]:
    """The earlier posts that the person's passages state, in their order; never one that is held now."""
    found: list[Post] = []
    for sentence in public_passages(person.passages):
        subjects = subjects_of(sentence, person.name, others)
        for hit in _hits(sentence):
            if len(found) >= MAX_POSTS:
                return tuple(found)
            before = sentence[: hit.start]
            if subjects.ours_at(hit.start) and not _NOT_YET.search(before[-25:]) and not _LEARNING.search(before[-150:]):
                found.extend(_posts_at(sentence, hit, person, subjects, published, found))
    return tuple(found)


def _hits(sentence: str) -> Iterator[_Hit]:
    """The places where an earlier post can stand, without overlaps, in order."""
    past = bool(_PAST.search(sentence))
    hits: list[_Hit] = []
    for match in _HELD.finditer(sentence):
        hits.append(_Hit(match.start(), match.end(), listed=True))
    for match in _MOST_RECENT.finditer(sentence):
        hits.append(_Hit(match.start(), match.end(), listed=True))
    for match in _SERVED.finditer(sentence):
        held_now = bool(match["has"]) and not match["also"] and not match["has"].lower().startswith("having")
        if match["verb"].lower() in ("serving", "working") and not past:
            continue
        hits.append(_Hit(match.start(), match.end(), held_now=held_now))
    hits.extend(_Hit(match.start(), match.end()) for match in _SERVED_YEARS.finditer(sentence))
    hits.extend(_Hit(match.start(), match.end()) for match in _BEGAN.finditer(sentence))
    hits.extend(_Hit(match.start(), match.end()) for match in _FORMER.finditer(sentence))
    if _MOVED_ON.search(sentence):
        made = [m for m in _MADE.finditer(sentence) if not _EVENT.search(sentence[max(m.start() - 6, 0) : m.end()])]
        hits.extend(_Hit(match.start(), match.end()) for match in (*made, *_JOINED_AS.finditer(sentence)))
    if hits:
        hits.extend(_Hit(match.start(), match.end()) for match in _THEN.finditer(sentence))
    if _BEFORE_CLAUSE.search(sentence):
        hits.extend(_Hit(match.start(), match.end()) for match in _WAS.finditer(sentence))
    taken = -1
    for hit in sorted(hits, key=lambda h: (h.end, h.start)):
        if hit.end > taken:
            taken = hit.end
            yield hit


def _posts_at(
    sentence: str, hit: _Hit, person: PersonFound, subjects: Subjects, published: PartialDate | None, known: Sequence[Post]
) -> list[Post]:
    if of_another(sentence[: hit.start]):
        return []
    rest = _DURATION.sub("", sentence[hit.end :])
    phrase = phrase_from(rest)
    posts: list[Post] = []
    pieces = split_list(phrase, listed=hit.listed)
    if _names_another(rest, phrase, subjects, hit):
        return []
    since, until = _period(sentence, hit, rest[len(phrase) :], published) if len(pieces) == 1 else (None, None)
    for title, organization in (split_post(piece) for piece in pieces):
        if not is_post(title) or _UNPAID.search(title) or _is_vague(title, organization):
            continue
        for place in split_organizations(organization):
            post = Post(title, place, since, until, "former", shorten(fold(sentence)))
            held = _still_held(post, person, hit)
            if not held and not any(_same(post, other) for other in (*known, *posts)):
                posts.append(post)
    return _with_shared_organization(posts)


def _is_vague(title: str, organization: str) -> bool:
    """ "physician assistant" at no place says what somebody is, not which post was held."""
    return not organization and title.islower() and len(title.split()) <= 2


def _names_another(rest: str, phrase: str, subjects: Subjects, hit: _Hit) -> bool:
    """ "former president Mary Doe": the name behind the title is somebody else's."""
    behind = hit.end + len(phrase)
    return any(hit.end <= start <= behind + 2 and not mine for start, mine in subjects.marks) or bool(
        re.match(r"\s?(?:of\s)?(?:Dr|Mr|Ms|Mrs)\.\s", rest[len(phrase) : len(phrase) + 6])
    )


def _period(
    sentence: str, hit: _Hit, behind: str, published: PartialDate | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """The dates of the clause around a post: "In 2003, he was named ...", "... from 2008 to 2015"."""
    begin = max(sentence.rfind(mark, 0, hit.start) for mark in (";", ". ", " and "))
    tail = re.match(r"[\s,]{0,2}(?:from|in|since|until|between|for|through|effective|\()[^;.,]{0,60}", behind)
    if tail and (stated := period_in(tail.group(0), published)) != (None, None):
        return stated
    front = sentence[max(begin, 0) : hit.end]
    if re.match(r"\W{0,3}(?:and\s)?(?:prior|before|after)\b", front, re.IGNORECASE):
        return None, None  # "Prior to joining in 2015": that year is of another post
    return period_in(front, published)


def _still_held(post: Post, person: PersonFound, hit: _Hit) -> bool:
    """Whether the words may speak of a post of today: "has served as chief nurse since 2015"."""
    if post.until is not None:
        return False
    for current in (Post(person.title, person.organization), *person.also):
        if current.title and same_post(post.title, current.title) and _one_place(post, current, person):
            return _interim(post.title) == (person.status in ("interim", "acting") or _interim(current.title))
    if _interim(post.title) and person.title and not _interim(person.title):
        return False
    return hit.held_now


def _one_place(post: Post, current: Post, person: PersonFound) -> bool:
    a, b = post.organization.lower(), current.organization.lower()
    return not a or not b or a in b or b in a or a in person.title.lower()


def _interim(title: str) -> bool:
    return bool(re.search(r"\b(?:interim|acting)\b", title, re.IGNORECASE))


def _same(a: Post, b: Post) -> bool:
    return a.title.lower() == b.title.lower() and (
        not a.organization or not b.organization or a.organization.lower() == b.organization.lower()
    )


def _with_shared_organization(posts: list[Post]) -> list[Post]:
    """ "manager, director and vice president at X": the place behind the last is the place of all."""
    if len(posts) < 2 or not posts[-1].organization or any(post.organization for post in posts[:-1]):
        return posts
    shared = posts[-1].organization
    if not re.search(rf"\b(?:at|with)\s(?:the\s)?{re.escape(shared)}", posts[-1].quote):
        return posts
    return [Post(p.title, shared, p.since, p.until, p.status, p.quote) for p in posts]
