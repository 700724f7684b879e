"""Awards and recognitions of one person, from the sentences about that person.

What an organization, a team or a program received is not the leader's. Certificates, memberships and fellowships are
credentials, not awards; a post to which somebody was named is a post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from research.pages.dates import dates_in
from research.pages.late_regex import late_regex
from research.pages.model import Award, PersonFound
from research.pages.phrases import has_head
from research.pages.private_life import public_passages
from research.pages.sentence_words import words_in
from research.pages.subjects import Subjects, subjects_of
from research.parse import shorten
from research.types import PartialDate

MAX_AWARDS = 20

_GIVEN = late_regex(
    r"\b(?:(?:was|were|been|being|is|and|also|twice|recently|has)\s(?:\w{2,12}\s){0,2}?(?:named|honou?red"
    r"|recogni[sz]ed|awarded|selected|listed|featured|made|"
    r"included|inducted|presented|given|chosen|voted|ranked|nominated|bestowed|designated|the recipient)"
    r"|(?:named|honou?red|recogni[sz]ed|awarded|selected|inducted|voted) (?:as|to|among|one of|by|with|for|into|in|the)"
    r"|received|receives|receiving|recipient|winner|won|earned|earning|honou?rs|awards|accolades"
    r"|recognition|honoree|recognitions"
    r"|accepted|accepting)\b",
    re.IGNORECASE,
)
# One of these stands wherever the pattern holds: to look for a word first is much faster.
_GIVEN_WORDS = frozenset(
    """named honored honoured recognised recognized awarded selected listed featured made included inducted presented
    given chosen voted ranked nominated bestowed designated recipient received receives receiving winner won earned
    earning honors honours awards accolades recognition honoree recognitions accepted accepting""".split()
)
_SIGNAL = (
    r"(?:[Aa]wards?|Order of|Prizes?|Medals?|Honors?|Honorees?|Hall of Fame|Scholarships?|Scholar"
    r"|Excellence|Outstanding|Distinguished|Influential|"
    r"Most (?:Powerful|Influential|Admired)|Rising Stars?|[Uu]nder (?:40|30|50|[Ff]orty)|40 Under"
    r"|[Tt]o [Kk]now|[Tt]o [Ww]atch|Best|Champion|Hero|Heroes|Trailblazers?|"
    r"Visionary|Super Lawyers?|Rating|Achievement|Legacy|Lifetime|Innovators?|Humanitarian|Impact Maker"
    r"|Power (?:50|100|25)|Women of|Woman of|"
    r"Man of|of the Year|of the Decade|Top \w{1,12}|Great Leaders?|Gold(?:en)?|Grant Award|Citation"
    r"|Notable|Dean[’']s List|Citizen)"
)
_JOINT = r"(?:(?:of|for|in|to|on|at|by)(?:\sthe)?|and|&|–|-)"
_WORD = r"(?:[A-Z0-9][\w’'&./+-]{0,30}|[“\"][A-Z0-9][^“”\"]{2,40}[”\"])"
_RUN = late_regex(
    rf"(?<![\w’'])(?:\d{{4}}\s)?{_WORD}(?:\s(?:{_JOINT}\s)?{_WORD}){{0,15}}(?:\s(?:award|prize|medal)\b)?"
)
_SIGNALED = late_regex(rf"\b{_SIGNAL}\b")
_QUOTED = late_regex(r"[“\"]([^“”\"]{3,140}?),?[”\"]")
_ONE_OF = late_regex(
    r"\b(?P<what>one of (?:the\s)?(?:[\w’'&-]{1,30}+\s|[A-Z]\.\s){1,17}?[\w’'&-]{1,30}+)(?=[,;]|(?<!\b[A-Z])\.|$"
    r"|\s(?:in the (?:country|nation|state)|by|that|which|who|administered)\b)"
)
_NO_AWARD = late_regex(
    r"\b(?:certifi(?:ed|cation|cate)|board[- ]certified|licensed|licensure|diplomate|credential(?:ed|s)?"
    r"|accreditation|accredited|magnet (?:status|recognition|designation)|"
    r"fellowship|residency|membership|member of (?!the Year)|grant funding|degree|diploma|five[- ]star"
    r"|stars?\b rating|designation|Fellow of|FACHE|(?:Honor|Honorary|Medical|Nursing) Society"
    r"|Sigma Theta Tau|Alpha Omega Alpha)\b",
    re.IGNORECASE,
)
_NOT_THE_PERSONS = late_regex(
    r"\b(?:hospitals?|health systems?|systems?|teams?|organizations?|programs?|departments?|centers?"
    r"|clinics?|units?|facilit(?:y|ies)|compan(?:y|ies)|staff|which|that|it|"
    r"schools?|colleges?|magazine|we|under (?:his|her|their) (?:leadership|direction|guidance))\s"
    r"(?:(?:has|have|had|was|were|is|are|been|also|recently|twice|again|being|consistently|recently|the)\s){0,4}$",
    re.IGNORECASE,
)
_GIVEN_BEHIND = late_regex(r"[”\"]?\s(?:recipient|winner|honoree|award winner|awardee)\b", re.IGNORECASE)
_LEADING_VERB = late_regex(
    r"^(?:(?:The|An?|In|He|She|His|Her|Dr\.?|On|As|And|Receives?|Received|Named|Honou?red|Wins?|Won"
    r"|Recogni[sz]ed|Earns?|Awarded|Selected|Among|To|With|For)\s)+"
)
_POST_VERB = late_regex(r"\b(?:named|appointed|promoted|selected|chosen|elected|designated)\b", re.IGNORECASE)
_PRESENTER = late_regex(
    r"\b(?:present(?:s|ed|ing)|announc\w{2,4}|hosted|judg(?:e|ed)|sponsor\w{0,4}|emcee"
    r"|Master of Ceremonies|oversees?|manages?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


_NOT_WON = late_regex(
    r"\b(?:nominat(?:es|ed|ions?)|nominees?|(?:semi-?)?finalists?|short-?listed|runners?-up|stripped of|in the running"
    r"|(?:lost|declin(?:es|ed)|return(?:s|ed)|refus(?:es|ed)|reject(?:s|ed)|turned down|gave back)"
    r" (?:the|her|his|an?))\b"
    r"(?:(?!\b(?:received|won|earned|accepted|awarded|given|honou?red|recogni[sz]ed|named|presented|selected|recipient"
    r"|winner)\b)[^;.]){0,90}$",
    re.IGNORECASE,
)
_NOT_WON_BEHIND = late_regex(
    r"\s(?:nominees?|nominations?|(?:semi-?)?finalists?|runners?-up|short-?list)\b", re.IGNORECASE
)


_BELIEF = late_regex(
    r"\b(?:(?:Catholic|Christian|Jewish|Muslim|Islamic|Hindu|Buddhist|Sikh|Mormon|Methodist|Baptist|Lutheran"
    r"|Presbyterian|Episcopal|Adventist|Evangelical)s?\b(?!.{0,60}\b(?:Hospitals?|Health|Healthcare|Medical|Clinics?"
    r"|Cent(?:er|re)|Systems?|Universit|College|School|Charities|Foundation|Services|Network|Association|Care|Homes?)\b)"
    r"|(?:Republican|Democratic|Democrats?|GOP)\b|(?:Mother|Father|Parent|Mom|Dad|Family|Husband|Wife) of the Year)"
)
"""An honor for somebody's faith, party or family; the name of a house may hold the word of a faith."""


def awards_of(person: PersonFound, others: Sequence[str] = ()) -> tuple[Award, ...]:
    """The awards that the passages say this person received, in their order."""
    found: list[Award] = []
    for sentence in public_passages(person.passages):
        verbs = [] if _GIVEN_WORDS.isdisjoint(words_in(sentence)) else list(_GIVEN.finditer(sentence))
        if not verbs:
            continue
        for name in _awards_in(sentence, verbs, subjects_of(sentence, person.name, others)):
            known = any(_same(name, award.name) for award in found)
            if not known and len(found) < MAX_AWARDS:
                found.append(Award(name, shorten(sentence), _year(sentence, name)))
    return tuple(found)


def _year(sentence: str, name: str) -> PartialDate | None:
    """The year of the award, when the sentence has a single date."""
    dates = {found.date for found in dates_in(sentence)}
    own = re.match(r"(?:19|20)\d\d\b", name)
    if own:
        return PartialDate(int(own.group(0)))
    return next(iter(dates)) if len(dates) == 1 else None


def _same(a: str, b: str) -> bool:
    x, y = (re.sub(r"\W+", " ", value).casefold().strip() for value in (a, b))
    return x in y or y in x


def _awards_in(sentence: str, verbs: Sequence[re.Match[str]], subjects: Subjects) -> Iterator[str]:
    taken: list[tuple[int, int]] = []
    for start, end, name in sorted(_candidates(sentence, verbs)):
        if any(start < last and end > first for first, last in taken):
            continue
        verb = next((match for match in reversed(verbs) if match.start() < start), None)
        if verb is None or _GIVEN_BEHIND.match(sentence, end):
            verb = next((match for match in verbs if match.start() >= end), verb)
        ours = subjects.ours_at(start) or _GIVEN_BEHIND.match(sentence, end)
        if verb and ours and _is_persons(sentence, verb, subjects) and _is_award(name, sentence, start, end, verb):
            taken.append((start, end))
            yield from _single(name)


def _single(name: str) -> list[str]:
    """ "A Award and B Prize" as two; "Excellence and Service Award" as one."""
    left, joint, right = name.partition(" and ")
    if joint and re.search(r"\b(?:Award|Prize|Medal|Scholarship|of the Year)$", left) and _SIGNALED.search(right):
        return [left, *_single(right)]
    return [name]


def _is_persons(sentence: str, match: re.Match[str], subjects: Subjects) -> bool:
    before = sentence[: match.start()]
    if not subjects.ours_at(match.start() + 1) or _PRESENTER.search(before[-90:]):
        return False
    return not _NOT_THE_PERSONS.search(before[-60:])


def _candidates(sentence: str, verbs: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Where an award's name may stand: capitalized with a word of honor, quoted, or "one of ..."."""
    for match in _RUN.finditer(sentence):
        name = _trimmed(match.group(0))
        if _SIGNALED.search(name) and len(name.split()) >= 2:
            start = match.start() + match.group(0).find(name)
            yield start, start + len(name), name
    for match in _QUOTED.finditer(sentence):
        yield match.start(1), match.end(1), match.group(1).strip(" ,.")
    for verb in verbs:
        if re.search(r"selected|named|honou?red|recogni[sz]ed|chosen|listed", verb.group(0), re.IGNORECASE):
            one = _ONE_OF.search(sentence, verb.start(), verb.end() + 200)
            if one:
                yield one.start("what"), one.end("what"), one["what"].strip()


def _trimmed(name: str) -> str:
    name = re.split(r"\s(?:by|from|at)\s(?:the\s)?(?=[A-Z])|\s(?:in|for)\s(?:19|20)\d\d\b", name, maxsplit=1)[0]
    name = _LEADING_VERB.sub("", name.strip()).strip(" ,.;")
    return name[1:-1] if re.fullmatch(r"[“\"][^“”\"]*[”\"]", name) else name


def _is_award(name: str, sentence: str, start: int, end: int, verb: re.Match[str]) -> bool:
    around = sentence[max(start - 50, 0) : end + 15]
    if (
        _BELIEF.search(name)
        or _NOT_WON.search(sentence[max(start - 120, 0) : start])
        or _NOT_WON_BEHIND.match(sentence, end)
    ):
        return False
    if (
        len(name) < 4
        or len(name) > 160
        or _NO_AWARD.search(name)
        or re.search(r"\b(?:certifi|licens|fellowship|residency)", around)
    ):
        return False
    if name.startswith("one of"):
        return bool(
            re.search(r"[A-Z]|\b(?:scholars?|leaders?|women|executives?|winners?|recipients?|honorees?)\b", name[7:])
        )
    signaled = bool(
        _SIGNALED.search(name) or re.search(r"\b(?:award|honor|prize|list|recipient)", around, re.IGNORECASE)
    )
    # "named Senior Vice President" is a post; "named CEO of the Year" is not.
    return signaled and (bool(_SIGNALED.search(name)) or not (has_head(name) and _POST_VERB.search(verb.group(0))))
