"""People's own words: what stands between quotation marks with the speaker named.

A speech may run over paragraphs (each opens with a mark, only the last closes) and be broken by the attribution
("We began small," said Doe. "Then it grew."). Words without a speaker are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from research.pages.late_regex import late_regex
from research.pages.model import PageText, PersonFound, Saying
from research.pages.own_words import tells_own_life
from research.pages.private_life import is_private
from research.pages.quotable import has_contact
from research.parse import fold, shorten

MIN_WORDS = 5
"""Shorter quoted words are titles, terms and names."""
MAX_SAYINGS = 12
"""Sayings kept of one person of one page."""
MAX_WORDS_CHARACTERS = 1_500
MAX_WELCOMES = 2
"""Sayings about somebody's appointment that are kept of one person: every announcement has one."""

_OPENING = '“”„"'
_MARKED = late_regex(r"[“”„\"]([^“”„\"]{12,3000})(?:[“”\"]|$)")
_VERB = (
    r"(?:say|says|said|saying|state|states|stated|add|adds|added|note|notes|noted|explain|explains"
    r"|explained|share|shares|shared|"
    r"comment|comments|commented|remark|remarks|remarked|tell|tells|told|write|writes|wrote|continue"
    r"|continues|continued|recall|recalls|recalled|"
    r"emphasize|emphasizes|emphasized|conclude|concludes|concluded|observe|observes|observed|describe"
    r"|describes|described|"
    r"announce|announces|announced|report|reports|reported|reflect|reflects|reflected|agree|agrees|agreed|"
    r"acknowledge|acknowledges|acknowledged|stress|stresses|stressed|point out|points out|pointed out|realizes?|"
    r"believes?)"
)
_SPEAKS = late_regex(rf"\b(?=[abcdenoprstw]\w){_VERB}\b", re.IGNORECASE)
_ACCORDING = late_regex(r"\baccording to\b", re.IGNORECASE)
_PRONOUN = late_regex(r"^\W{0,3}(?:he|she|they)\b|\b(?:he|she)\b(?=\s(?:\w{2,12}\s)?(?:" + _VERB + r"))", re.IGNORECASE)
_WELCOMES = late_regex(
    r"\b(?:(?:thrilled|excited|delighted|pleased|honou?red|proud|happy|grateful|humbled|privileged"
    r"|fortunate|glad|eager)"
    r" (?:that |to (?:be |have |see )?)(?:\w{2,12} ){0,2}?(?:welcom\w{1,3}|announc\w{1,3}|appoint\w{0,3}|named?|named"
    r"|join\w{0,3}|chosen|selected|promot\w{1,3}|part of|serve as|return\w{0,3}|on board|on our team"
    r"|to our team|accept\w{0,3}|him|her|them)\b"
    r"|(?:congratulat\w{1,4}|welcoming|welcome) (?:him|her|them|dr\b|(?-i:[A-Z]))"
    r"|(?:is|was|as) the (?:right|ideal|perfect|natural) (?:\w{3,10} )?(?:person|leader|choice|candidate|fit)\b"
    r"|(?:look|looks|looking) forward to (?:working with (?:him|her|them)|(?:his|her|their) leadership"
    r"|welcoming|joining"
    r"|(?:his|her) (?:contributions|arrival))"
    r"|(?:he|she) (?:brings|has an? (?:strong|proven|exceptional|impressive) (?:track )?record)"
    r"|(?:his|her) (?:[\w-]{2,15} ){0,5}(?:experience|expertise|leadership|background|skills?"
    r"|understanding)\b[^.]{0,120}? "
    r"(?:will (?:be|help|serve|allow|accelerate|enable|continue)|makes? (?:him|her)))",
    re.IGNORECASE,
)
_SIGNED = late_regex(r"^\s{0,3}[-–—]\s{0,3}(?=[A-Z])")
_RUN = late_regex(r"\w+")
_NAME_WORD = late_regex(r"[^\W\d_][\w’'-]+")
_NICKNAME = late_regex(r"[“\"(][^”\")]{0,30}[”\")]")
_NO_NAME = frozenset({"jr", "sr", "ii", "iii", "iv", "dr"})
_REACH = 320
"""Characters around the marks in which the speaker is sought: a name with a long title behind it."""


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    before: str
    after: str
    line: int


def sayings_in(page: PageText, people: Sequence[PersonFound]) -> list[tuple[Saying, ...]]:
    """For each of the people, in order, the words that the page puts into their mouth."""
    found: list[list[Saying]] = [[] for _ in people]
    if not people:
        return []
    if not any(map(page.text.__contains__, _OPENING)):
        return [() for _ in people]
    lines = [fold(line.text) for line in page.lines if not line.furniture]
    spoken = {number: said for number, line in enumerate(lines) if (said := _spoken(line, number))}
    if not spoken:
        return [() for _ in people]
    keys = _Keys(people)
    speaker: int | None = None
    for number, said in spoken.items():
        last_named = keys.first_in(_outside_marks(lines[number]))
        broken = False
        for words in said:
            who = _speaker(words, keys, speaker, last_named)
            if who is None and (broken or _continues(lines, number, words)):
                who = speaker
            if who is None and not words.after.strip() and number + 1 < len(lines) and _SIGNED.match(lines[number + 1]):
                who = keys.first_in(lines[number + 1])
            if who is not None:
                _keep(found[who], words)
                broken = True
            speaker = who
    return [_work_first(sayings) for sayings in found]


def _work_first(sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """What is said of the work, in the page's order, and behind it a little of what is said of an appointment."""
    welcomes = [saying for saying in sayings if _WELCOMES.search(saying.words)]
    work = [saying for saying in sayings if saying not in welcomes]
    return tuple([*work[:MAX_SAYINGS], *welcomes[:MAX_WELCOMES]][:MAX_SAYINGS])


def _keep(sayings: list[Saying], words: _Words) -> None:
    said = words.text.strip(" ,")
    if len(said.split()) < MIN_WORDS or is_private(said) or tells_own_life(said) or has_contact(said):
        return
    if all(said != other.words for other in sayings):
        sayings.append(Saying(said[:MAX_WORDS_CHARACTERS], shorten(said)))


class _Keys:
    """What names each of the people in an attribution."""

    def __init__(self, people: Sequence[PersonFound]) -> None:
        self._people = people
        self._patterns: dict[int, re.Pattern[str]] = {}
        self._owners: dict[str, list[int]] = {}
        for number, person in enumerate(people):
            words = _name_words(person.name)
            for word in {*_RUN.findall(words[0])[:1], *_RUN.findall(words[-1])[:1]}:
                self._owners.setdefault(word, []).append(number)

    def named_in(self, text: str) -> list[tuple[int, re.Pattern[str]]]:
        """The people who may be named in the text, in the page's order, each with the pattern that tells."""
        words = set(_RUN.findall(text))
        numbers = sorted({number for word in words for number in self._owners.get(word, ())})
        return [(number, self._pattern(number)) for number in numbers]

    def first_in(self, text: str) -> int | None:
        """The only person named in the text, or the first where several are."""
        named = self.named_in(text)
        places = [(match.start(), number) for number, key in named if (match := key.search(text))]
        return min(places)[1] if places else None

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._patterns:
            self._patterns[number] = _pattern_of(self._people[number], self._people)
        return self._patterns[number]


def _name_words(name: str) -> list[str]:
    words = _NAME_WORD.findall(_NICKNAME.sub(" ", name))
    return [word for word in words if word.lower() not in _NO_NAME] or [name]


def _pattern_of(person: PersonFound, people: Iterable[PersonFound]) -> re.Pattern[str]:
    """What names this person in an attribution: the surname, and the first name where no other has it."""
    words = _name_words(person.name)
    others = [other.name for other in people if other.name != person.name]
    full = r"\W{1,3}".join(map(re.escape, words))
    shared = any(words[-1] in other and re.search(rf"\b{re.escape(words[-1])}\b", other) for other in others)
    names = [full, rf"{re.escape(words[0])}\b.{{0,25}}?\b{re.escape(words[-1])}"]
    if not shared:
        names.append(re.escape(words[-1]))
    first = words[0]
    if len(first) > 2 and not any(first in o and re.search(rf"\b{re.escape(first)}\b", o) for o in others):
        names.append(re.escape(words[0]))
    return re.compile(r"\b(?:" + "|".join(names) + r")\b")


def _spoken(line: str, number: int) -> list[_Words]:
    found = []
    matches = list(_MARKED.finditer(line))
    for index, match in enumerate(matches):
        before_start = matches[index - 1].end() if index else 0
        after_end = matches[index + 1].start() if index + 1 < len(matches) else len(line)
        found.append(
            _Words(
                match.group(1),
                line[max(before_start, match.start() - _REACH) : match.start()],
                line[match.end() : min(after_end, match.end() + _REACH)],
                number,
            )
        )
    return [words for words in found if len(words.text.split()) >= MIN_WORDS]


def _outside_marks(line: str) -> str:
    return _MARKED.sub(" ", line)


def _speaker(words: _Words, keys: _Keys, speaker: int | None, last_named: int | None) -> int | None:
    """Who said it: named with a verb of speech behind the marks, else before them."""
    for text in (words.after, words.before):
        clause = _clause(text, behind=text is words.after)
        verb = _SPEAKS.search(clause) or _ACCORDING.search(clause)
        if not verb:
            continue
        named = _nearest(clause, verb, keys)
        if named is not None:
            return named
        if _PRONOUN.search(clause):
            return speaker if speaker is not None else last_named
        return None  # somebody else, whom the page names without a post, or "a patient said"
    if _SIGNED.match(words.after):
        return keys.first_in(words.after[:120])
    return None


def _clause(text: str, *, behind: bool) -> str:
    """The clause next to the marks: behind them up to the sentence's end, before them from its beginning."""
    if behind:
        end = re.search(r"(?<![A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)[.!?](?=\s+[A-Z“\"]|\s*$)", text)
        return text[: end.start()] if end else text
    if not re.search(r"[,:]\s*$|\b" + _VERB + r"\s*(?:that\s*)?$", text, re.IGNORECASE):
        return ""
    starts = list(re.finditer(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)[.!?]\s+(?=[A-Z])", text))
    return text[starts[-1].end() :] if starts else text


def _nearest(clause: str, verb: re.Match[str], keys: _Keys) -> int | None:
    """The named person whose name stands nearest to the verb."""
    places: list[tuple[int, int]] = []
    for number, key in keys.named_in(clause):
        for match in key.finditer(clause):
            gap = match.start() - verb.end() if match.start() >= verb.end() else verb.start() - match.end()
            places.append((abs(gap), number))
    return min(places)[1] if places else None


def _continues(lines: Sequence[str], number: int, words: _Words) -> bool:
    """Whether the words go on with a speech that the paragraph before left open."""
    if number == 0 or words.before.strip() or not lines[number - 1]:
        return False
    previous = lines[number - 1]
    opened = max(previous.rfind("“"), -1)
    return opened > previous.rfind("”") and opened != -1
