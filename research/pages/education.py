"""Degrees of one person, each with its school, from the sentences about that person.

A degree that is being worked for is not one. Residencies, fellowships, certificates and courses are not degrees either;
"a graduate of X" without a degree gives the school alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from research.pages.late_regex import late_regex
from research.pages.model import Degree, PersonFound
from research.pages.private_life import public_passages
from research.pages.sentence_words import words_in
from research.pages.subjects import subjects_of
from research.parse import shorten

MAX_DEGREES = 12

_ABBREVIATIONS = (
    r"(?:B\.?S\.?N|B\.?Sc|M\.?Sc|M\.?H\.?Sc|M\.?Div|LL\.?B|M\.?S\.?N|A\.?D\.?N|A\.?S\.?N|D\.?N\.?P|B\.?S"
    r"|B\.?A|B\.?F\.?A|B\.?B\.?A|B\.?S\.?W|A\.?B"
    r"|M\.?S|M\.?A|E?M\.?B\.?A|"
    r"M\.?H\.?A|M\.?P\.?H|M\.?P\.?A|M\.?S\.?W|M\.?H\.?S\.?A|M\.?Ed|M\.?F\.?A|M\.?M\.?M|M\.?H\.?L|M\.?P\.?P"
    r"|LL\.?M|J\.?D|M\.?D|D\.?O|D\.?D\.?S|"
    r"D\.?M\.?D|D\.?P\.?M|D\.?V\.?M|Ph\.?D|Ed\.?D|Psy\.?D|Pharm\.?D|Dr\.?P\.?H|D\.?H\.?A|D\.?B\.?A"
    r"|D\.?P\.?T|D\.?H\.?Sc|MBBS)"
)
# Words at which a field of study ends ("in nursing | from ...").
_STOP = (
    r"(?:from|form(?=\s(?:the\s)?[A-Z])|at|where|which|who|while|with|followed|as|before|through|both|degrees?|after|during|prior"
    r"|for|he|she|graduate|program|specializ\w{3,5}|coupled"
    r"|(?:19|20)\d\d|and\s(?:an?|then|her|his|their|the|earned|received|holds|is|has|completed|later|served"
    r"|went|currently|was|did|(?:[Mm]aster|"
    r"[Bb]achelor|[Dd]octor(?:ate)?|[Jj]uris|MBA|MSN|BSN|MHA|MPH|JD|MS|BS|BA|MA)))\b"
)
_FIELD = rf"(?:\s(?:of|in)(?:\sthe)?(?:\s(?!{_STOP})[\w&’'/.-]{{1,25}}){{1,8}})"
_TAIL = (
    rf"[A-Z][\w&’'-]{{0,25}}(?:(?:\s(?:of|and|&)\s|\s|\s?/\s?)(?!{_STOP}|Degree|Bachelor|Master|Doctor"
    rf"|Juris)[A-Z][\w&’'-]{{0,25}}){{0,7}}"
)
_DEGREE = late_regex(
    rf"""(?<![\w-])(?:
      (?P<pair>(?i:(?:bachelor|master|doctor|associate|undergraduate|medical|law)(?:[’']?s)?(?:\sdegree)?\sand\s
        (?:bachelor|master|doctor|medical|law|doctoral|doctorate|graduate|nursing)(?:[’']?s)?\sdegrees?))(?:{_FIELD})?
    | (?P<full>(?:(?:Bachelor|Master|Doctor)(?:[’']?s)?|Associate(?:[’']s)?(?=(?:\sDegree)?\s(?:of\s(?:Applied
      |Science|Arts|Nursing)|in)))(?:\sDegree)?\s(?:of|in)\s
        (?!Ceremonies|the\b){_TAIL})
        (?:\s[Dd]egrees?\b)?(?:\swith\s(?:honors|distinction))?(?:{_FIELD})?(?:\sdegrees?\b)?
    | (?P<lower>(?i:(?:bachelor|master|doctor|associate|doctorate|doctoral|baccalaureate|juris\sdoctor(?:ate)?
      |undergraduate|post-?graduate
        |graduate|medical|law|nursing|pharmacy|dental|executive\smaster|executive\smba|professional|advanced)
        (?:[’']?s)?(?:\sof\s(?:science|arts|nursing|business\sadministration|health\sadministration
          |public\shealth|jurisprudence)\b)?
        (?:\s(?:degrees?|doctorate|diploma))?))(?![’'\w-])(?:\swith\s(?:honors
          |distinction))?(?:{_FIELD})?(?:\sdegrees?\b)?
    | (?P<short>{_ABBREVIATIONS}\b\.?(?:\sdegrees?)?(?:\sand\s{_ABBREVIATIONS}\b\.?(?:\sdegrees?)?)?)(?:{_FIELD})?
    | (?P<plain>degrees?\sin(?:\s(?!{_STOP})[\w&’'/-]{{1,25}}){{1,6}})
    )""",
    re.VERBOSE,
)
_SCHOOL_NOUN = (
    r"(?:University|College|Institute|School|Academy|Polytechnic|Conservatory|Seminary|Universidad|Université"
    r"|Tech|State)"
)
_CAPITAL = r"(?:[A-Z][\w&’'.-]{0,30}|(?:of|the|at|for|and|in|de|&|–|-|—)(?=\s(?:the\s)?[A-Z]))"
_CAMPUS = r"(?:\s[-–—]\s[A-Z][\w.]{1,20}(?:\s[A-Z]\w{1,20}){0,2})?"
_SCHOOL = late_regex(
    rf"""\b(?:from|form|at|of|through|with|attended|the)\s(?:the\s)?(?P<school>
      (?:{_CAPITAL},?\s){{0,9}}?{_SCHOOL_NOUN}\b(?:(?:\s[-–—]\s|,\s|\s)(?:{_CAPITAL}\s){{0,7}}?{_SCHOOL_NOUN}\b){{0,2}}
        (?:\s(?:of|at|for)(?:\sthe)?(?:\s(?!(?:and|in|for|at|of)\b){_CAPITAL}){{1,7}}){{0,2}}{_CAMPUS}
      | [A-Z]{{3,8}}\b{_CAMPUS}
      )""",
    re.VERBOSE,
)
# One of these, or letters with dots, stands wherever the pattern of degrees holds: to look first is much faster.
_DEGREE_WORDS = frozenset(
    """bachelor bachelors master masters doctor doctors doctorate doctoral associate associates baccalaureate juris
    undergraduate graduate graduates postgraduate post medical law nursing pharmacy dental executive professional
    advanced degree degrees mba""".split()
) | {re.sub(r"\W", "", short.replace(".?", "")).lower() for short in _ABBREVIATIONS[3:-1].split("|")}
_DOTTED = late_regex(r"[A-Za-z]\.[A-Za-z]")
_UNFINISHED = late_regex(
    r"\b(?:pursu(?:ing|es|e)|pursing|applying|begin(?:s|ning)?|starting|candidate|working (?:on|toward)s?|enrolled"
    r"|expect(?:s|ed) to|will (?:earn|receive|complete|graduate)|"
    r"studying|student|currently (?:completing|earning|attending|obtaining|a student)|completing|seeking"
    r"|plans to|toward (?:her|his|their|a)|"
    r"finishing|in the process|adjunct|teach(?:es|ing)?|lecturer|professor|honorary|in progress"
    r"|anticipated|require[sd]?|preferred|never|did(?: not|n[’']t)|dropped out|withdrew|without (?:earning|finishing"
    r"|completing|receiving)|failed to|left [A-Z][^.;,]{1,60} before)\b"
    r"[^.;]{0,80}$",
    re.IGNORECASE,
)
_UNFINISHED_AFTER = late_regex(
    r"^(?:\s(?:program|candidate|student)s?\b|[^.;,]{0,60}\b(?:in progress|candidate|expected|anticipated|student)\b)",
    re.IGNORECASE,
)
_HAVING = frozenset(
    """earn earns earned earning receives received receiving obtains obtained completes completed completing hold holds
    holding held graduate graduates graduated graduating gained attained awarded has have had with finished finishing
    alumna alumnus alumni conferred achieved possesses majored educated education attended include includes""".split()
)
_DEGREE_IS = late_regex(r"\bdegrees? (?:is|are)\b", re.IGNORECASE)
_GRADUATE = late_regex(
    r"\b(?:graduate of|graduated(?: [a-z-]{3,12}){0,5} from|alum(?:na|nus) of|graduating(?: [a-z-]{3,12}){0,4} from)\s",
    re.IGNORECASE,
)
_NO_SCHOOL = late_regex(
    r"\b(?:Residency|Fellowship|Program|Class|Leadership|Internship|Certificate|Board|Press|Hospital"
    r"|Hospitals|Health)\b"
)
_TAUGHT_ON = late_regex(
    r"^[^.;,]{0,40}\b(?:residency|fellowship|internship|faculty|professor|board|certificate)\b", re.IGNORECASE
)
_NOT_A_DEGREE = frozenset(
    [
        "graduate",
        "medical",
        "law",
        "nursing",
        "pharmacy",
        "dental",
        "undergraduate",
        "professional",
        "advanced",
        "master",
        "associate",
        "associates",
        "doctor",
        "postgraduate",
        "post-graduate",
        "doctoral",
        "bachelor",
    ]
)


@dataclass(frozen=True, slots=True)
class _Found:
    words: str
    start: int
    end: int


def degrees_of(person: PersonFound, others: Sequence[str] = ()) -> tuple[Degree, ...]:
    """The finished degrees that the person's passages state, in their order; "" is the school of one without."""
    found: list[Degree] = []
    for sentence in public_passages(person.passages):
        if _HAVING.isdisjoint(words_in(sentence)) and not _DEGREE_IS.search(sentence):
            continue
        stated = _degrees(sentence)
        if not stated and not _GRADUATE.search(sentence):
            continue
        subjects, schools = subjects_of(sentence, person.name, others), _schools(sentence)
        degrees = [d for d in stated if subjects.ours_at(d.start)]
        pairs = [(d.words, _school_for(sentence, d, degrees, schools)) for d in degrees]
        if not degrees:
            pairs = [("", s.words) for s in _graduated(sentence, schools) if subjects.ours_at(s.start)]
        for degree, school in pairs:
            if not any(_same(degree, school, other) for other in found) and len(found) < MAX_DEGREES:
                found.append(Degree(degree, school, shorten(sentence)))
    return tuple(d for d in found if d.degree or not _has_degree_of(d.school, found))


_LISTED_APART = late_regex(r"\s{0,2}(?:,|[-–—:|]|\bfrom\b|\bat\b)\s{0,2}")


def degrees_in_line(line: str) -> tuple[Degree, ...]:
    """The degrees of a line of a profile, which has no verb: "BA in Economics, Elm University; MBA, Oak College"."""
    matches = [match for match in _DEGREE.finditer(line) if _trimmed(match.group(0)).lower() not in _NOT_A_DEGREE]
    found = []
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(line)
        behind = re.sub(r"\(?\b(?:19|20)\d\d\b\)?", "", line[match.end() : end].split(";")[0])
        parts = [part.strip(" .()") for part in _LISTED_APART.split(behind) if part.strip(" .()")]
        first = next((n for n, part in enumerate(parts) if re.search(rf"\b{_SCHOOL_NOUN}\b", part)), None)
        if first is not None and not _UNFINISHED.search(line[: match.start()]) and not _UNFINISHED_AFTER.match(behind):
            found.append(Degree(_trimmed(match.group(0)), parts[first], shorten(line)))
    return tuple(found[:MAX_DEGREES])


def _has_degree_of(school: str, found: Sequence[Degree]) -> bool:
    return any(other.degree and (other.school in school or school in other.school) and other.school for other in found)


def _same(degree: str, school: str, other: Degree) -> bool:
    return degree.lower() == other.degree.lower() and school.lower() == other.school.lower()


def _degrees(sentence: str) -> list[_Found]:
    found: list[_Found] = []
    if _DEGREE_WORDS.isdisjoint(words_in(sentence)) and not _DOTTED.search(sentence):
        return found
    for match in _DEGREE.finditer(sentence):
        words = _trimmed(match.group(0))
        if words.lower() in _NOT_A_DEGREE or (
            match["short"] and not _stands_as_degree(sentence, match, after_another=bool(found))
        ):
            continue
        if match["lower"] and not _says_degree(words):
            continue
        if _UNFINISHED.search(sentence[: match.start()][-120:]) or _UNFINISHED_AFTER.match(sentence[match.end() :]):
            continue
        found.append(_Found(words, match.start(), match.start() + len(words)))
    return found


def _trimmed(words: str) -> str:
    words = re.sub(r"\s+(?:and|of|in|&|the|her|his)$", "", words.strip(" ,.;")).strip(" ,;")
    return words.rstrip(".") if not re.search(r"(?:\w\.){2,}$|\w\.\w\.?$", words) else words


def _says_degree(words: str) -> bool:
    lower = words.lower()
    if "ceremonies" in lower:
        return False
    if re.match(r"(?:bachelor|master|doctorate|baccalaureate|juris|executive m)", lower):
        return not re.match(r"(?:master|bachelor)s?\b(?![’'])(?! (?:degree|of|in)\b)", lower) or lower in (
            "bachelors",
            "masters",
        )
    return "degree" in lower or "doctorate" in lower or (lower.startswith(("doctoral", "doctor of")) and " " in lower)


def _stands_as_degree(sentence: str, match: re.Match[str], *, after_another: bool) -> bool:
    """Whether letters stand as a degree that one takes ("an MBA from"), not as a credential behind a name."""
    before = sentence[: match.start()].rstrip()
    behind = sentence[match.end() : match.end() + 30]
    last = re.search(r"([\w’']{1,20})$", before)
    word = last.group(1).lower() if last else ""
    if word in {
        "a",
        "an",
        "her",
        "his",
        "their",
        "the",
        "both",
        "earned",
        "obtained",
        "completed",
        "received",
        "holds",
        "earning",
        "of",
    }:
        return True
    if after_another and (word in {"and", "with"} or before.endswith(",")):
        return True
    return bool(re.match(r"\s(?:from|form|at|in|degree)\b", behind)) and not before.endswith(",")


def _schools(sentence: str) -> list[_Found]:
    found = []
    for match in _SCHOOL.finditer(sentence):
        school = match["school"].strip(" ,.").removeprefix("The ")
        if _NO_SCHOOL.search(school.rsplit(" School", 1)[0]) and not re.search(
            r"\b(?:University|College|School|Institute)\b", school
        ):
            continue
        if re.fullmatch(r"[A-Z]{3,8}", school) and re.search(
            r"(?:CEO|COO|CFO|USA|FACHE|NICU|ANCC|MBA|MSN|BSN|DNP|MHA|MPH)", school
        ):
            continue
        found.append(_Found(school, match.start("school"), match.end("school")))
    return found


def _school_for(sentence: str, degree: _Found, degrees: Sequence[_Found], schools: Sequence[_Found]) -> str:
    """The school that the words tie to a degree: behind it ("an MBA from X"), else before ("graduated from X with")."""
    following = next((other for other in degrees if other.start > degree.start), None)
    behind = next((school for school in schools if school.start >= degree.end), None)
    before = next((school for school in reversed(schools) if school.end <= degree.start), None)
    if behind and (following is None or behind.start < following.start):
        gap = sentence[degree.end : behind.start]
        if len(gap) < 120 and not re.search(
            r"\b(?:before|where|followed by|professor|faculty|residency|fellowship|serves?|served)\b", gap
        ):
            return behind.words
        return before.words if before else ""
    if before and re.search(r"\b(?:where|with|earning|receiving|who)\b", sentence[before.end : degree.start]):
        return before.words
    if behind and following and _joined(sentence[degree.end : following.start]):
        return _school_for(sentence, following, degrees, schools)
    gap = sentence[before.end : degree.start] if before else ""
    return before.words if before and (_joined(gap) or _SAME_SUBJECT.fullmatch(gap)) else ""


_SAME_SUBJECT = late_regex(
    r"[\s,]{0,3}(?:and|where|,)\s(?:(?:he|she)\s)?(?:holds|earned|received|has|obtained|completed)\s(?:an?"
    r"|her|his|their|the|both)?\s?"
)


def _joined(gap: str) -> bool:
    return bool(
        re.fullmatch(
            r"[\s,]{0,3}(?:degrees?)?[\s,]{0,3}(?:and|as well as|along with|plus|&"
            r"|followed by)?[\s,]{0,3}(?:an?|her|his|their|the|both|also)?[\s,]{0,3}(?:also )?",
            gap,
        )
    )


def _graduated(sentence: str, schools: Sequence[_Found]) -> list[_Found]:
    """Schools behind "graduate of" or "graduated from", unless the words speak of a residency or a course there."""
    found = []
    for match in _GRADUATE.finditer(sentence):
        for school in schools:
            near = 0 <= school.start - match.end() <= 5
            if near and not _TAUGHT_ON.match(sentence[school.end :]) and not _NO_SCHOOL.search(school.words):
                found.append(school)
    return found
