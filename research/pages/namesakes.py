"""Two people of one name on one page: what the page says is divided among them before anybody is judged.

The readers join mentions by name. Here the posts that one person can hardly hold at once come apart: the page says
itself that it means another, the mentions bear different first names (Bill and Liam), one is an MD and the other a DO,
or each is introduced by the whole name with an employer of its own. What cannot be tied to one of them goes to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from research.name_matching import compare
from research.names import PersonName, parse_name
from research.organization_relations import relation
from research.organizations import distinctive
from research.pages.model import Extract, PersonFound, Post
from research.pages.sentences import sentences
from research.parse import fold
from research.posts import same_post

_SAYS_SO = re.compile(
    r"\b(?:no relation|not related|unrelated|namesakes?|(?:the|a|that) same name|(?:confused|mistaken) (?:with|for)"
    r"|different (?:person|man|woman|doctor|physician|nurse)|shares? (?:a|the|his|her|their|that) (?:full )?name"
    r"|not the (?:same )?(?:Dr\.? |Mr\.? |Mrs\.? |Ms\.? )?[A-Z][\w.’'-]{0,30} [A-Z]"
    r"|(?:[Tt]wo|[Tt]hree|[Ss]everal) (?:\w{1,20} ){0,2}(?:people|persons|men|women|doctors|physicians|surgeons|nurses"
    r"|leaders|executives|employees) (?:are )?(?:named|called))\b",
)
"""The page itself tells two people of one name apart."""
_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|(?:[Aa]|[Tt]he) (?:second|different|other)"
    r"|(?:[Hh]is|[Hh]er|[Tt]heir) (?:late )?"
    r"(?:son|daughter|father|mother|brother|sister|cousin|uncle|aunt|nephew|niece),?)"
    r"\s{1,3}(?:Dr\.?|Mr\.?|Mrs\.?|Ms\.?)?\s?$"
)
_MAY_SAY_SO = re.compile(
    r"(?i)\b(?:another|second|different|other|son|daughter|father|mother|brother|sister|cousin|uncle|aunt|nephew|niece"
    r"|relation|related|unrelated|namesakes?|same|confused|mistaken|shares?|named|called)\b"
)
_GOES_ON = re.compile(
    r"\b(?:also|additionally|previously|formerly|prior to|before (?:joining|coming|becoming)|comes (?:to|from)|joins?"
    r"|joined|joining|succeeds?|most recently|served|serves|serving|has been|continues?|concurrently|in addition"
    r"|as well as|currently|leaves|leaving|moves?|moved|returns?|returned|will (?:become|leave|join))\b",
    re.IGNORECASE,
)
"""Words that tie a second post to the person of whom the text speaks already."""
_BESIDE = re.compile(
    r"\b(?:professor|lecturer|faculty|fellow|adjunct|instructor|founder|co-?founder|volunteer|consultant|advis[eo]r"
    r"|trustee|member|chair(?:man|woman|person)?|director at large|ambassador|author|editor|owner)\b",
    re.IGNORECASE,
)
"""Posts that leaders hold beside their own."""
_BODY = re.compile(
    r"\b(?:association|society|college|academy|council|committee|board|university|school|commission|coalition|alliance"
    r"|chamber|rotary|federation|consortium|task force|foundation|institute)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\A\W{0,3}(?:He|She|His|Her)\b")
_LICENSES = (frozenset({"MD", "MBBS"}), frozenset({"DO"}), frozenset({"DPM"}), frozenset({"DVM"}), frozenset({"OD"}),
             frozenset({"DC"}), frozenset({"DDS", "DMD"}))  # fmt: skip
"""Degrees of which a person practices with one; two beside one another at a name are one person's all the same."""
_LETTERS = re.compile(r"[A-Z]")
_SUBJECT = 0.5
"""The share of a text's sentences from which on it is about one person."""
MOST_SENTENCES = 3_000


@dataclass(frozen=True)
class PageSentences:
    """The sentences of a page in order, white space folded; made when first asked for."""

    extract: Extract

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Every sentence, at most MOST_SENTENCES of them."""
        found: list[str] = []
        for line in self.extract.text.split("\n"):
            found.extend(filter(None, map(fold, sentences(line))))
            if len(found) >= MOST_SENTENCES:
                break
        return tuple(found[:MOST_SENTENCES])

    @cached_property
    def _starts(self) -> tuple[str, tuple[int, ...]]:
        starts, at = [], 0
        for sentence in self.all:
            starts.append(at)
            at += len(sentence) + 1
        return " ".join(self.all), tuple(starts)

    def around(self, quote: str) -> tuple[int, str]:
        """The number of the sentence in which the words begin, and all sentences that they touch; -1 for none."""
        whole, starts = self._starts
        words = fold(quote)
        at = whole.find(words) if words else -1
        if at < 0:
            return -1, words
        touched = [n for n, start in enumerate(starts) if start < at + len(words) and start + len(self.all[n]) > at]
        return (touched[0], " ".join(self.all[n] for n in touched)) if touched else (-1, words)

    def behind(self, number: int, sentence: str) -> str:
        """The sentence behind those that `around` gave; "" for none."""
        after = number + 1
        while number >= 0 and after < len(self.all) and self.all[after] in sentence:
            after += 1
        return self.all[after] if number >= 0 and after < len(self.all) else ""


@dataclass(frozen=True, slots=True)
class _Held:
    """A post with the words around it: the name as printed there, "" where it is not the whole name."""

    post: Post
    number: int
    sentence: str
    printed: str
    license: frozenset[str] = frozenset()


def told_apart(person: PersonFound, page: PageSentences) -> tuple[PersonFound, ...]:
    """The people whom this one may be, each with what is tied to them; just this one where nothing clashes.

    The first holds the post that was shown. Statements that are tied to none come last, under the name alone.
    """
    posts = (shown_post(person), *person.also)
    name = parse_name(person.name)
    suspicious = _says_so(name, page) or bool(_rivals(person, page))
    if not suspicious and len(posts) < 2 and not _tells_of_elsewhere(person, page):
        return (person,)
    held = [_held(post, name, page) for post in posts if post.title]
    groups = _groups(held, person, page, apart=suspicious)
    return _Division(person, groups, page, strict=suspicious or _is_strict(groups)).people()


def _rivals(person: PersonFound, page: PageSentences) -> list[PersonFound]:
    """Others on the page whose name differs by a middle name or by Jr. and Sr. only, or by a nickname."""
    return [
        other
        for other in page.extract.people
        if other is not person and other.name != person.name and _may_be_mistaken(person.name, other.name)
    ]


def _may_be_mistaken(a: str, b: str) -> bool:
    match = compare(a, b)
    return match.has_given and (match.veto or match.verdict in ("equal", "compatible"))


def shown_post(person: PersonFound) -> Post:
    """The post that a person is shown with."""
    return Post(
        person.title, person.organization, person.since, None, person.status, person.quote, person.inferred,
        person.listed,
    )  # fmt: skip


def _says_so(name: PersonName, page: PageSentences) -> bool:
    """Whether the page says that it speaks of two people of this name."""
    text = page.extract.text
    if not _MAY_SAY_SO.search(text):
        return False
    family = name.family.split()[-1] if name.family else ""
    return bool(family) and any(_tells_two(sentence, name) for sentence in page.all if family in sentence)


def _tells_two(sentence: str, name: PersonName) -> bool:
    printings = list(_printings(sentence, name))
    if any(_ANOTHER.search(sentence[max(0, start - 24) : start]) for start, _ in printings):
        return True
    return bool(printings) and bool(_SAYS_SO.search(sentence))


def _printings(sentence: str, name: PersonName) -> Iterable[tuple[int, str]]:
    """Where the whole name is printed in a sentence, and how: first name or nickname, middle names, surname."""
    family = name.family.split()[-1] if name.family else ""
    if not family:
        return
    pattern = _FRONT + re.escape(family) + _BEHIND
    for match in re.finditer(pattern, sentence, re.IGNORECASE if family.isupper() else 0):
        words = match.group().split()
        for first in range(len(words) - 1):
            printed = " ".join(words[first:])
            if words[first] not in _TITLES and compare(name, printed).verdict in ("equal", "compatible"):
                yield match.start() + match.group().index(words[first]), printed
                break


_FRONT = r"(?:[A-ZÀ-Þ][\w.’'-]{0,30}\s(?:[“\"(][\w’'-]{1,20}[”\")]\s)?){1,4}"
_BEHIND = r"\b(?:,?\s(?:Jr|Sr|II|III|IV)\b\.?)?"
_TITLES = frozenset({"Dr.", "Dr", "Mr.", "Mrs.", "Ms.", "Prof.", "Rev.", "Sister"})


def _held(post: Post, name: PersonName, page: PageSentences) -> _Held:
    number, sentence = page.around(post.quote)
    at = max(0, sentence.find(fold(post.quote)))
    printed = sorted(_printings(sentence, name), key=lambda found: abs(found[0] - at))
    if not printed:
        return _Held(post, number, sentence, "")
    start, words = printed[0]
    behind = sentence[start + len(words) : start + len(words) + 40]
    return _Held(post, number, sentence, words, _license(behind))


def _license(behind: str) -> frozenset[str]:
    """The degrees to practice that stand directly behind a name."""
    found: set[str] = set()
    for piece in re.split(r"[,\s]{1,3}", behind.lstrip(", "))[:5]:
        letters = "".join(_LETTERS.findall(piece))
        if not letters or letters != re.sub(r"[^A-Za-z]", "", piece):
            break
        found.update(letters for kind in _LICENSES if letters in kind)
    return frozenset(found)


def _groups(held: Sequence[_Held], person: PersonFound, page: PageSentences, *, apart: bool) -> list[list[_Held]]:
    """The posts, those that can be one person's together; with `apart` only those that must be."""
    whole_text = _is_about(person, page)
    groups: list[list[_Held]] = []
    for one in held:
        homes = [g for g in groups if (_belongs(one, g) if apart else not _clashes(one, g, page, calm=whole_text))]
        if homes:
            max(homes, key=lambda g: _belongs(one, g)).append(one)
        else:
            groups.append([one])
    return groups


def _is_about(person: PersonFound, page: PageSentences) -> bool:
    """Whether the page is this person's biography: then a second employer is told of the same person."""
    if page.extract.kind == "biography":
        return True
    if len(page.extract.people) != 1 or len(person.passages) < _SUBJECT * len(page.all):
        return False
    name = parse_name(person.name)
    whole = sum(1 for passage in person.passages if next(iter(_printings(passage, name)), None))
    return whole <= _SUBJECT * len(person.passages)


def _belongs(one: _Held, group: Sequence[_Held]) -> bool:
    """Whether a post is said of the one who holds these: in the same sentence once the name is printed, or again."""
    for other in group:
        if one.number == other.number and one.printed == other.printed:
            return True
        if same_post(one.post.title, other.post.title) and not _apart(one.post, other.post):
            return not _other_license(one, other) and not _other_given(one, other)
    return False


def _clashes(one: _Held, group: Sequence[_Held], page: PageSentences, *, calm: bool) -> bool:
    """Whether one person can hardly hold this post and those."""
    if any(_other_license(one, other) for other in group):
        return True
    if any(_same_statement(one, other) for other in group):
        return False
    if any(_other_given(one, other) for other in group) and not _bridged(one, group, page):
        return True
    if calm:
        return False
    if any(_is_described_anew(*pair) for other in group for pair in ((one, other), (other, one))):
        return True
    placed = [other for other in group if other.post.organization]
    return bool(placed) and all(_other_employer(one, other, page) for other in placed)


def _same_statement(one: _Held, other: _Held) -> bool:
    if one.number == other.number and one.number >= 0 and one.printed == other.printed:
        return True
    return same_post(one.post.title, other.post.title) and not _apart(one.post, other.post)


def _other_license(one: _Held, other: _Held) -> bool:
    return bool(one.license and other.license) and not one.license & other.license


def _other_given(one: _Held, other: _Held) -> bool:
    """Whether the two are printed with different first names, of which one may be short for several: Bill and Liam."""
    if not one.printed or not other.printed or one.post.listed != other.post.listed:
        return False
    mine, theirs = parse_name(one.printed), parse_name(other.printed)
    a, b = mine.given.strip(".").casefold(), theirs.given.strip(".").casefold()
    return len(a) > 1 and len(b) > 1 and a != b and b != mine.nickname.casefold() and a != theirs.nickname.casefold()


def _bridged(one: _Held, group: Sequence[_Held], page: PageSentences) -> bool:
    """Whether the page prints the first name and the nickname in one: William “Bill” Young."""
    if not one.printed or not group[0].printed:
        return False
    pair = {parse_name(one.printed).given.casefold(), parse_name(group[0].printed).given.casefold()}
    return any(
        {parsed.given.casefold(), parsed.nickname.casefold()} >= pair
        for sentence in page.all
        for _, printed in _printings(sentence, parse_name(one.printed))
        if (parsed := parse_name(printed)).nickname
    )


def _apart(a: Post, b: Post) -> bool:
    """Whether the posts are held at houses that have nothing in common; a house's own board is of the house."""
    if not a.organization or not b.organization or relation(a.organization, b.organization) != "other":
        return False
    of_a_body = _BODY.search(a.organization) or _BODY.search(b.organization)
    return not (of_a_body and distinctive(a.organization) & distinctive(b.organization))


def _other_employer(one: _Held, other: _Held, page: PageSentences) -> bool:
    """Whether each of two is introduced by the whole name with an employer of its own, and nothing ties the two."""
    if not (one.printed and other.printed) or one.number == other.number or not _apart(one.post, other.post):
        return False
    if one.post.inferred or other.post.inferred:
        return False
    names = [fold(post.organization).casefold() for post in (one.post, other.post)]
    return not _are_tied(one, other, names, page)


def _is_described_anew(one: _Held, other: _Held) -> bool:
    """Whether the whole name stands with "a dentist in Dale" behind it, as for somebody new to the text."""
    if not one.printed or one.number == other.number or not _apart_or_open(one.post, other.post):
        return False
    if one.post.listed or other.post.listed:
        return False  # a biography under the card
    behind = one.sentence.partition(one.printed)[2]
    return bool(_INDEFINITE.match(behind)) and not _GOES_ON.search(one.sentence)


_INDEFINITE = re.compile(r"(?:,\s[A-Z][A-Za-z.-]{1,8}){0,4},\san?\s")


def _apart_or_open(a: Post, b: Post) -> bool:
    return not a.organization or a.inferred or _apart(a, b)


def _are_tied(one: _Held, other: _Held, names: Sequence[str], page: PageSentences) -> bool:
    """Whether some sentence says that the two employers are one person's: both in it, or "he comes from ..."."""
    own = (one.sentence, other.sentence)
    if any(all(name in sentence.casefold() for name in names) or _GOES_ON.search(sentence) for sentence in own):
        return True
    family = one.printed.split()[-1]
    for sentence in page.all:
        goes_on = (family in sentence and one.printed not in sentence) or _PRONOUN.match(sentence)
        if goes_on and any(name in sentence.casefold() for name in names) and _GOES_ON.search(sentence):
            return True
    return False


def _is_beside(one: _Held, other: _Held) -> bool:
    return any(_BESIDE.search(h.post.title) or _BODY.search(h.post.organization) for h in (one, other))


def _is_strict(groups: Sequence[Sequence[_Held]]) -> bool:
    """Whether what is not tied to one of the groups may be another's: not where a mere seat beside comes apart."""
    first = groups[0][0] if groups else None
    return any(
        (one.post.organization and not _is_beside(one, first)) or _other_license(one, first) or _other_given(one, first)
        for group in groups[1:]
        for one in group
        if first
    )


@dataclass(frozen=True)
class _Division:
    """Shares out what is said of a name. `strict`: what is not tied to one of its bearers is nobody's."""

    person: PersonFound
    groups: Sequence[Sequence[_Held]]
    page: PageSentences
    strict: bool

    def people(self) -> tuple[PersonFound, ...]:
        """One person for each group, and one under the name alone for what is nobody's, if there is any."""
        person = self.person
        nobody = replace(person, credentials=(), title="", organization="", since=None, also=(), inferred=False)
        found = [
            replace(
                one,
                previous=tuple(x for x in person.previous if self._owner(x.quote) == n),
                education=tuple(x for x in person.education if self._owner(x.quote) == n),
                awards=tuple(x for x in person.awards if self._owner(x.quote) == n),
                programs=tuple(x for x in person.programs if self._owner(x.quote) == n),
                sayings=tuple(x for x in person.sayings if self._owner(x.quote) == n),
            )
            for n, one in enumerate([*(_one_of(person, group) for group in self.groups), nobody])
        ]
        rest = found[-1]
        told = rest.previous or rest.education or rest.awards or rest.programs or rest.sayings
        if len(found) == 2 and not told:
            return (person,)
        return tuple(found if told else found[:-1])

    def _owner(self, quote: str) -> int:
        """The number of the group that the words are said of; the number of groups where nothing tells it."""
        number, sentence = self.page.around(quote)
        mine = [n for n, group in enumerate(self.groups) if number >= 0 and any(one.number == number for one in group)]
        if len(mine) == 1:
            return mine[0]
        name, places = parse_name(self.person.name), [one.post.organization for group in self.groups for one in group]
        if _elsewhere(sentence, name, places) or _tells_two(sentence, name):
            return len(self.groups)
        if not self.strict:
            return 0
        by_name = [n for n, group in enumerate(self.groups) if any(_is_told_by_name(one, sentence) for one in group)]
        if len(by_name) == 1:
            return by_name[0]
        return self._before(number) if _PRONOUN.match(sentence) else len(self.groups)

    def _before(self, number: int) -> int:
        """Whose post the sentence before gives: "He" goes on about that one."""
        mine = [n for n, group in enumerate(self.groups) if number > 0 and any(o.number == number - 1 for o in group)]
        return mine[0] if len(mine) == 1 else len(self.groups)


def _is_told_by_name(one: _Held, sentence: str) -> bool:
    """Whether the sentence prints the name with the middle name or suffix that tells its bearer from another."""
    parsed = parse_name(one.printed)
    return bool(parsed.middle or parsed.suffix) and one.printed in sentence


_AT = re.compile(r",?\s(?:of|from|at|with)\s(?:the\s)?((?:[A-Z][\w.’'&-]{0,30}\s?|(?:of|and|for)\s){1,8})")
_HOUSE = re.compile(
    r"\b(?:Hospitals?|Clinics?|Health(?:care)?|Medical|Cent(?:er|re)s?|Systems?|Insurance|University|College|Inc|LLC"
    r"|Group|Company|Corp(?:oration)?|Partners|Foundation|Institute|Network|Associates|Bank|Department|School)\b"
)


def _elsewhere(sentence: str, name: PersonName, places: Sequence[str]) -> bool:
    """Whether the sentence introduces a bearer of the whole name by a house that is none of these places."""
    for start, printed in _printings(sentence, name):
        at = _AT.match(sentence, start + len(printed))
        if not at or not _HOUSE.search(at.group(1)):
            continue
        if not any(place and relation(place, at.group(1)) != "other" for place in places):
            return not _GOES_ON.search(sentence)
    return False


def _tells_of_elsewhere(person: PersonFound, page: PageSentences) -> bool:
    quotes = [one.quote for one in person.previous] + [one.quote for one in person.education]
    quotes += [one.quote for one in person.awards] + [one.quote for one in person.programs]
    quotes += [one.quote for one in person.sayings]
    if not quotes or not person.organization:
        return False
    name = parse_name(person.name)
    return any(_elsewhere(page.around(quote)[1], name, [person.organization]) for quote in quotes)


def _one_of(person: PersonFound, group: Sequence[_Held]) -> PersonFound:
    first = group[0]
    sentences_of = " ".join(one.sentence for one in group)
    return replace(
        person,
        name=first.printed or person.name,
        credentials=tuple(c for c in person.credentials if re.search(rf"(?<!\w){re.escape(c)}(?!\w)", sentences_of)),
        title=first.post.title,
        organization=first.post.organization,
        since=first.post.since,
        status=first.post.status,
        quote=first.post.quote,
        inferred=first.post.inferred,
        listed=first.post.listed,
        also=tuple(one.post for one in group[1:]),
    )
