"""Earlier posts of one person, from the sentences about that person.

Every post carries its sentence. A post is earlier only where the words say so: "previously served as", "prior to
joining", "the former", "has held positions including", "in 2003 she was named". What another person held, what somebody
will hold, seats on civic boards and memberships are not posts here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from research.pages.announced_posts import announcements
from research.pages.dates import period_in
from research.pages.late_regex import late_regex
from research.pages.lexicon import PREPOSITIONS
from research.pages.model import PersonFound, Post
from research.pages.person_names import find_names
from research.pages.phrases import is_post, phrase_from, split_list, split_organizations, split_post
from research.pages.private_life import public_passages
from research.pages.sentence_words import words_in
from research.pages.subjects import Subjects, of_another, subjects_of
from research.pages.tokens import tokenize
from research.parse import fold, shorten
from research.posts import same_post
from research.types import PartialDate

MAX_POSTS = 20

_PAST = late_regex(
    r"\b(?:previous(?:ly)?|formerly|prior|before|earlier|recently|began|started|then|later|after|past|once|"
    r"following|during|where|until|initially|first|experience|career)\b",
    re.IGNORECASE,
)
_AS = (
    r"(?:\s(?:in|on|at|for|from|with)\s(?P<place>[^,.;]{1,70}?)(?=[,\s]))??(?:,?\s(?:first|most recently|initially"
    r"|previously|also|both|then))?"
)
# A start inside of one that was tried already is not tried again.
_SERVED = late_regex(
    r"\b(?!(?<=\bhas\s)(?!ha)|(?<=\brecently\s)(?:serv|work|prac|act|pres)|(?<=\bmost\s)recently)"
    r"(?P<has>(?:has|have|had|having)\s)?(?P<also>(?:also|previously|formerly|recently|most recently"
    r"|once|then|later)[\s,]{1,2}"
    rf"(?:most recently\s)?)?(?P<verb>served|worked|practiced|acted|presided|serving|working){_AS}\sas\s",
    re.IGNORECASE,
)
_SERVED_YEARS = late_regex(
    r"\b(?:(?:served|spent|worked|after)\s[^,.;]{3,50}?\s(?:years|months)|following\s[^,.;]{1,40}?\b(?:tenure"
    r"|career|stint|term))\sas\s",
    re.IGNORECASE,
)
_MOST_RECENT = late_regex(
    r"\b(?:most recent|previous|prior|former|last|latest|earlier)\s(?:role|position|post|job|tenure|assignment)s?\s"
    r"(?:as|of|was|included|include|were|is)(?:\s(?:as|that of))?\s",
    re.IGNORECASE,
)
_WAS = late_regex(
    r"\b(?:was|were|having been|after being|being)\s(?:(?:also|formerly|previously|most recently|once"
    r"|first|originally|then)\s)?(?=(?:an?|the|its)\s|[A-Za-z])",
    re.IGNORECASE,
)
_HAVING_BEEN = late_regex(
    r"\b(?:having|had) been\s(?=[a-z])|\b(?:resigned|retired|stepped down)\s(?:from [^,.;]{1,60} )?as\s",
    re.IGNORECASE,
)
_MADE = late_regex(
    r"\b(?P<verb>was|were|became|being|been|and)\s(?:(?:later|then|also|soon|subsequently|first)\s)?"
    r"(?:(?:named|appointed|promoted|hired|elevated|confirmed|advanced|recruited|selected)\s?(?:to|as|into)?\s|(?<=became\s))"
    r"(?:(?:the\s)?(?:position|role|post)\sof\s|become\s|serve\sas\s)?",
    re.IGNORECASE,
)
_FORMER = late_regex(r"\b(?:former(?:ly)?|onetime)\s(?:(?:the|a|an)\s)?", re.IGNORECASE)
_BEGAN = late_regex(
    r"\b(?:began|started|launched)\s(?:(?:his|her|their)\s[^.;,]{0,40}?career\b)?[^.;]{0,80}?\sas\s", re.IGNORECASE
)
_LED_AS = late_regex(r"\b(?:led|oversaw|managed|directed|taught|practiced)\s[^.;]{2,90}?\sas\s", re.IGNORECASE)
_BEGAN_AT = late_regex(r"\b(?:with|at)\s(?:the\s)?(?P<place>[A-Z][^,;]{2,60}?)(?=\s(?:in|as|on)\s)")
_JOINED_AS = late_regex(r"\b(?:joined|rejoined|came to)\s(?P<place>[^.;]{2,80}?)\sas\s", re.IGNORECASE)
_THEN = late_regex(
    r"\b(?:and|then),?\s(?:most recently|later|then|before that|finally|subsequently|more recently|previously),?\s"
    r"(?:as\s)?(?=(?:the|an?|its|as)\s)",
    re.IGNORECASE,
)
_RECENTLY_AS = late_regex(
    r"\b(?:most recently|previously|formerly|before that|prior to that|more recently|and later|and then),?\s"
    r"(?:in roles\s)?as\s",
    re.IGNORECASE,
)
_JUST_BEFORE = late_regex(r"\b(?:from|at|with)\s(?:the\s)?(?P<place>[A-Z][^,;.]{1,70}),\s(?:and\s|serving\s)?$")
_ENDED = late_regex(
    r"\bfrom (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d (?:to|until|through) (?:[A-Z][a-z]{2,8} )?(?:19"
    r"|20)\d\d"
)
_DURATION = late_regex(
    r"\s(?:for|over)\s(?:(?:more than|over|nearly|almost|about|approximately|the"
    r"|a total of)\s){0,2}(?:(?:past|last|previous|first)\s)?"
    r"(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,12}teen|\w{3,9}ty"
    r"|several|many)\s(?:years|months|decades?)",
    re.IGNORECASE,
)
_LEARNING = late_regex(r"\b(?:residency|internship|fellowship|medical school|undergraduate|student)\b", re.IGNORECASE)
_BEFORE_CLAUSE = late_regex(
    r"\b(?:prior to|before|previous to|previously|earlier|most recently|formerly|prior|recently)\b", re.IGNORECASE
)
_NOT_YET = late_regex(
    r"\b(?:will|would|to|can|could|may|expected to|continue[sd]? to|currently|now|be)\s(?:be\s|been\s)?$", re.IGNORECASE
)
_UNPAID = late_regex(
    r"\b(?:volunteer(?:ed|ing)?|adjunct|committee|task force|honorary|alumni|student)\b", re.IGNORECASE
)


_BRACKETS = late_regex(r"\s\([^()]{1,40}\)")
# "Doe is a former director of", "Formerly a director of", "Jane Doe, the former director of": said of the subject.
_FORMER_OF_SUBJECT = late_regex(
    r"(?:^\W{0,3}|,\s|\b(?:is|was|as|being|well as|and|also)\s)(?:(?:also|both)\s)?(?:(?:the|a|an|their|its)\s)?$",
    re.IGNORECASE,
)
_EVENT = late_regex(r"\b(?:has|have|had) (?:been|was)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a title begins, and whether the words before it announce several or a post that may still be held."""

    start: int
    end: int
    listed: bool = False
    held_now: bool = False
    """The words alone say that the post is held still: "has served as"."""
    place: str = ""
    """Where, when the words before the title say it: "joined Riverton Hospital in 2010 as"."""
    before_name: bool = False
    """ "former director Mary Doe": the name that the title stands before is the person's."""


def posts_of(person: PersonFound, others: Sequence[str] = (), published: PartialDate | None = None) -> tuple[Post, ...]:
    """The earlier posts that the person's passages state, in their order; never one that is held now."""
    found: list[Post] = []
    for sentence in public_passages(person.passages):
        hits = list(_hits(sentence))
        subjects = subjects_of(sentence, person.name, others) if hits else Subjects(())
        for hit in hits:
            if len(found) >= MAX_POSTS:
                return tuple(found)
            before = sentence[: hit.start]
            if hit.before_name:
                found.extend(_before_name(sentence, hit, person, found))
            elif (
                subjects.ours_at(hit.start)
                and not _NOT_YET.search(before[-25:])
                and not _in_training(before, sentence[hit.start : hit.end])
            ):
                found.extend(_posts_at(sentence, hit, person, subjects, published, found))
    return tuple(found)


_WHERE = late_regex(
    r"\b(?:at|from|with|for"
    r"|of)(?=(?s:.{0,240}+)\Z)"  # no match is longer
    r"\s(?:the\s)?(?P<place>[A-Z][^;.]{1,90}?),?\s(?:in\s[A-Z][^;.]{1,40},?\s)?where\s(?:he|she|they"
    r"|[A-Z][\w’'-]{1,20})\s(?:(?:has|had|also|most|recently|previously|last|first|once)\s){0,3}$"
)


def _where(before: str) -> str:
    """The place in "... from Pine Clinic, where she was"; "" where the words before name none."""
    match = _WHERE.search(before[-220:])
    if not match:
        return ""
    return re.split(r"\b(?:at|from|with)\s(?:the\s)?(?=[A-Z])", match["place"])[-1].split(",")[0]


def _in_training(before: str, words: str) -> bool:
    """Whether the post belonged to a residency or a school: "During her residency, she served as chief resident"."""
    return bool(_LEARNING.search(before[-150:])) and "later" not in (before[-20:] + words).lower()


def _hits(sentence: str) -> Iterator[_Hit]:
    """The places where an earlier post can stand, without overlaps, in order."""
    hits = [*_announced(sentence), *_served(sentence), *_moved(sentence)]
    if hits:
        hits.extend(_Hit(match.start(), match.end()) for match in _THEN.finditer(sentence))
    hits.extend(
        _Hit(match.start(), match.end())
        for match in (() if _WAS_WORDS.isdisjoint(words_in(sentence)) else _WAS.finditer(sentence))
        if _BEFORE_CLAUSE.search(sentence) or _ENDED.search(sentence) or _where(sentence[: match.start()])
    )
    taken = -1
    for hit in sorted(hits, key=lambda h: (h.end, h.start)):
        if hit.end > taken:
            taken = hit.end
            yield replace(hit, place=hit.place or _where(sentence[: hit.start]))


# One of these words stands wherever the pattern of that name holds: to look for it first is much faster.
_OF_POSITIONS = frozenset(
    """position positions role roles post posts title titles job jobs capacities appointment appointments tenure tenures
    assignment assignments experience background""".split()
)
_SERVED_WORDS = frozenset("served worked practiced acted presided serving working".split())
_RECENTLY_WORDS = frozenset("recently previously formerly that later then".split())
_YEARS_WORDS = frozenset("served spent worked after following".split())
_LED_WORDS = frozenset("led oversaw managed directed taught practiced".split())
_BEGAN_WORDS = frozenset("began started launched".split())
_WAS_WORDS = frozenset("was were been being".split())
_HAVING_WORDS = frozenset("been resigned retired stepped".split())
_FORMER_WORDS = frozenset("former formerly onetime".split())
_MOVED_ON_WORDS = frozenset("later then before subsequently until eventually".split())


def _announced(sentence: str) -> Iterator[_Hit]:
    """ "has held positions including", "her most recent role was": several posts may follow."""
    if _OF_POSITIONS.isdisjoint(words_in(sentence)):
        return
    for told in announcements(sentence):
        yield _Hit(told.start, told.end, listed=True, place=told.place)
    for match in _MOST_RECENT.finditer(sentence):
        yield _Hit(match.start(), match.end(), listed=True)


def _served(sentence: str) -> Iterator[_Hit]:
    """ "previously served as", "after six years as", "having been", "the former"."""
    words = words_in(sentence)
    if "as" in words:
        yield from _served_as(sentence)
    if not _HAVING_WORDS.isdisjoint(words):
        yield from (_Hit(match.start(), match.end()) for match in _HAVING_BEEN.finditer(sentence))
    if _FORMER_WORDS.isdisjoint(words):
        return
    for match in _FORMER.finditer(sentence):
        own = _FORMER_OF_SUBJECT.search(sentence[: match.start()])
        yield _Hit(match.start(), match.end(), before_name=not own)


def _served_as(sentence: str) -> Iterator[_Hit]:
    """ "served as", "before that as", "led the clinic as", "began at Oak Health as"."""
    words = words_in(sentence)
    if not _SERVED_WORDS.isdisjoint(words):
        past = bool(_PAST.search(sentence))
        for match in _SERVED.finditer(sentence):
            now = bool(match["has"]) and not match["also"] and not match["has"].lower().startswith("having")
            if past or match["verb"].lower() not in ("serving", "working"):
                yield _Hit(match.start(), match.end(), held_now=now, place=match["place"] or "")
    if not _RECENTLY_WORDS.isdisjoint(words):
        for match in _RECENTLY_AS.finditer(sentence):
            at = _JUST_BEFORE.search(sentence[: match.start()][-120:])
            yield _Hit(match.start(), match.end(), place=at["place"] if at else "")
    if not _YEARS_WORDS.isdisjoint(words):
        yield from (_Hit(match.start(), match.end()) for match in _SERVED_YEARS.finditer(sentence))
    if not _LED_WORDS.isdisjoint(words) and _BEFORE_CLAUSE.search(sentence):
        yield from (_Hit(match.start(), match.end()) for match in _LED_AS.finditer(sentence))
    if not _BEGAN_WORDS.isdisjoint(words):
        for match in _BEGAN.finditer(sentence):
            at = _BEGAN_AT.search(match.group(0))
            yield _Hit(match.start(), match.end(), place=at["place"] if at else "")


def _moved(sentence: str) -> Iterator[_Hit]:
    """ "was named manager in 2003 and later promoted to director": steps, where the words say that they went on."""
    if _MOVED_ON_WORDS.isdisjoint(words_in(sentence)):
        return
    for match in _MADE.finditer(sentence):
        if not _EVENT.search(sentence[max(match.start() - 6, 0) : match.end()]):
            yield _Hit(match.start(), match.end())
    for match in _JOINED_AS.finditer(sentence):
        yield _Hit(match.start(), match.end(), place=match["place"])


def _posts_at(
    sentence: str,
    hit: _Hit,
    person: PersonFound,
    subjects: Subjects,
    published: PartialDate | None,
    known: Sequence[Post],
) -> list[Post]:
    if of_another(sentence[: hit.start]):
        return []
    rest = _BRACKETS.sub("", _DURATION.sub("", sentence[hit.end :]))
    phrase = _before_the_name(phrase_from(rest), person)
    posts: list[Post] = []
    pieces = split_list(phrase, listed=hit.listed)
    if _names_another(rest, phrase, subjects, hit):
        return []
    hit = _not_now(hit, pieces)
    since, until = _period(sentence, hit, rest[len(phrase) :], published) if len(pieces) == 1 else (None, None)
    for title, organization in _with_shared_organization([split_post(piece) for piece in pieces], phrase):
        if (
            not is_post(title)
            or _ends_with_a_name(title)
            or _UNPAID.search(title)
            or _is_vague(title, organization or hit.place)
        ):
            continue
        for place in split_organizations(organization or _place_of(hit)):
            post = Post(title, place, since, until, "former", shorten(fold(sentence)))
            if not _still_held(post, person, hit) and not any(_same(post, other) for other in (*known, *posts)):
                posts.append(post)
    return posts


def _before_the_name(phrase: str, person: PersonFound) -> str:
    """ "As the former president of Oak Health, Jane Roe has ...": the subject behind the comma is no part of a name."""
    words = fold(person.name).split()
    if "," not in phrase or not any(word in phrase for word in (*words, "Dr.", "Mr.", "Ms.", "Mrs.")):
        return phrase
    names = "|".join(map(re.escape, words))
    cut = re.search(rf",\s(?:(?:{names})\b|(?:Dr|Mr|Ms|Mrs)\.)", phrase)
    return phrase[: cut.start()] if cut else phrase


def _ends_with_a_name(title: str) -> bool:
    """ "chief financial officer Bo Roe": the post is that person's."""
    tokens = tokenize(title)
    return any(
        span.outer_end == len(tokens)
        and span.outer_start > 0
        and tokens[span.outer_start - 1].lower not in PREPOSITIONS
        for span in find_names(tokens)
    )


def _not_now(hit: _Hit, pieces: Sequence[str]) -> _Hit:
    """ "has served as A, B, C and D": nobody holds so many posts at once."""
    return replace(hit, held_now=False) if len(pieces) >= 3 else hit


def _place_of(hit: _Hit) -> str:
    """The organization in "worked with Riverton Hospital as", without dates and whatever is no name."""
    place = re.split(r"\s(?:in|since|from|on|after|during)\s", fold(hit.place))[0].strip(" ,")
    place = re.sub(r"^(?:the|his|her|their)\s", "", place)
    return place if place and place[0].isupper() and len(place) > 2 else ""


def _before_name(sentence: str, hit: _Hit, person: PersonFound, known: Sequence[Post]) -> list[Post]:
    """ "... by former medical director Mary Doe", where Mary Doe is the person."""
    name = re.search(
        r"\b(?:" + "|".join(map(re.escape, fold(person.name).split())) + r")\b", sentence[hit.end : hit.end + 120]
    )
    if not name or (of_another(sentence[: hit.start]) and person.status != "former"):
        return []
    words = re.sub(
        r"(?:\s(?:Dr|Mr|Ms|Mrs|Prof|Professor|Sir|Dame|Rev|Col)\.?)+$",
        "",
        sentence[hit.end : hit.end + name.start()].rstrip(),
    )
    if re.search(r"[,.;:]|\band\s[a-z]+ed\b", words) or not is_post(words):
        return []
    title, organization = split_post(words)
    post = Post(title, organization, None, None, "former", shorten(fold(sentence)))
    held = any(same_post(title, other.title) for other in (Post(person.title), *known) if other.title)
    return [] if held else [post]


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
    own = period_in(sentence[hit.start : hit.end], published)
    if own != (None, None):
        return own
    front = sentence[max(begin, 0) : hit.start].lstrip(" .;,")
    # "Prior to joining in 2015, she was": that year is of another post; "In 2003, she was": it is of this one.
    return (
        period_in(front, published)
        if re.match(r"(?:and\s)?(?:in|from|since|between|beginning)\s", front, re.IGNORECASE)
        else (None, None)
    )


def _still_held(post: Post, person: PersonFound, hit: _Hit) -> bool:
    """Whether the words may speak of a post of today: "has served as chief nurse since 2015"."""
    if post.until is not None:
        return False
    for current in (Post(person.title, person.organization), *person.also):
        if current.title and same_post(post.title, current.title) and _one_place(post, current, hit):
            return _interim(post.title) == (person.status in ("interim", "acting") or _interim(current.title))
    if _interim(post.title) and person.title and not _interim(person.title):
        return False
    elsewhere = post.organization and person.organization and not _one_place(post, Post("", person.organization), hit)
    return hit.held_now and (post.since is not None or not elsewhere)


def _one_place(post: Post, current: Post, hit: _Hit) -> bool:
    """Whether both posts can be at one organization; "Oak Health Plan" is not "Oak Health" where a past is told."""
    a, b = (re.sub(r"^the ", "", organization.lower()) for organization in (post.organization, current.organization))
    return not a or not b or a == b or (hit.held_now and (a in b or b in a))


def _interim(title: str) -> bool:
    return bool(re.search(r"\b(?:interim|acting)\b", title, re.IGNORECASE))


def _same(a: Post, b: Post) -> bool:
    return a.title.lower() == b.title.lower() and (
        not a.organization or not b.organization or a.organization.lower() == b.organization.lower()
    )


def _with_shared_organization(parts: list[tuple[str, str]], phrase: str) -> list[tuple[str, str]]:
    """ "manager, director and vice president at X": the place behind the last is the place of those with none."""
    if len(parts) < 2 or not parts[-1][1] or any(organization for _, organization in parts[:-1]):
        return parts
    shared = parts[-1][1]
    if re.search(rf"\b(?:at|with)\s(?:the\s)?{re.escape(shared)}", phrase):
        return [(title, shared) for title, _ in parts]
    if not re.search(rf"\b(?:of|for)\s(?:the\s)?{re.escape(shared)}", phrase):
        return parts
    return [(title, shared if not re.search(r"\s(?:of|for)\s", title) else "") for title, _ in parts[:-1]] + [parts[-1]]
