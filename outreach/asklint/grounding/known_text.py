"""What is confirmed, made ready for looking things up: figures, names, titles and words of all confirmed sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from outreach.asklint.grounding.credentials import spelled_out
from outreach.asklint.grounding.figures import Figure, figures_of
from outreach.asklint.grounding.job_titles import ACRONYMS, known_titles, titles_in
from outreach.asklint.grounding.measures import measures_in
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.units import TIME_UNITS, is_plural
from outreach.asklint.grounding.words import COMMON_STEMS, EMPTY, stem, stems_of
from outreach.asklint.types import Known
from research.places import STATES

# Words of names that many names share: they name nobody by themselves.
GENERIC = frozenset(
    """
    hospital hospitals health healthcare medical center centre centers clinic clinics system systems network group care
    regional community general memorial university college school institute program project initiative team the of and
    for at in on a an department division foundation association society board council service services care children
    women county state city national american america united states north south east west northern southern eastern
    western central new saint st mount chief executive officer president director vice senior nursing medicine
    """.split()
)
_STATE_WORDS = frozenset(word.lower() for name in STATES.values() for word in name.split())
_PLACE_BEFORE = frozenset("in near from eastern western northern southern central across around outside of".split())


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A confirmed figure, or one worked out from two, with the sentence it stands in."""

    figure: Figure
    fact: int
    stems: frozenset[str]
    measures: frozenset[str]
    is_derived: bool = False
    is_part: bool = False
    """Whether it is a share that is worked out from two counts of one fact, less than the whole."""
    part: str = ""
    """Its part in a change "from A to B": "end" (A or B), "difference", "change" in percent, "left" in percent."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownText:
    """The confirmed sentences, read. `fact` numbers count `Known.facts`, -1 for what is no fact of its own.

    Equal to itself alone: `known_text` makes one for each Known, and much is kept by it.
    """

    known: Known
    figures: tuple[KnownFigure, ...]
    words: frozenset[str]
    """All words, folded, and their stems."""
    anchors: frozenset[str]
    """Folded words that by themselves name the person, the organization or a program of theirs."""
    loose: frozenset[str]
    """The anchors that stand neither in the person's nor in the organization's name: words of programs."""
    acronyms: frozenset[str]
    texts: tuple[frozenset[str], ...]
    """The words of each confirmed text by itself, folded, with stems."""
    facts: tuple[frozenset[str], ...]
    """The telling stems of each fact, those of every letter left out."""
    heads: frozenset[str]
    """The last words of the leader's title, and its acronyms: "the dean" is the leader."""
    states: frozenset[str]
    titles: tuple[frozenset[str], ...]

    def is_anchor(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capitalized word names the leader, the place or a program of theirs."""
        return tokens[at].bare in self.anchors


def sentences_of(known: Known) -> Iterator[tuple[int, str]]:
    """Every confirmed text with the number of its fact."""
    yield from enumerate(known.facts)
    yield from ((-1, text) for text in (known.person, known.title, known.organization, known.greeted_as) if text)
    yield from ((-1, text) for text in (*known.programs, *known.credentials, *known.contested))
    yield from ((-1, text) for credential in known.credentials for text in spelled_out(credential))


@lru_cache(maxsize=64)
def known_text(known: Known, also: tuple[str, ...] = ()) -> KnownText:
    """What is confirmed, read once for each Known. `also` are names of others that a text may use: words, no facts."""
    texts = tuple(sentences_of(known))
    also = (*also, known.leader, *known.other_names)
    words: set[str] = set()
    each: list[frozenset[str]] = []
    for text in (*(text for _, text in texts), *also):
        plain = [token.bare for token in tokens_of(text) if token.kind != "p" and token.low not in ("the", "of", "and")]
        each.append(frozenset(plain) | frozenset(map(stem, plain)))
        words.update(each[-1])
    return KnownText(
        known=known,
        figures=(
            *(figure for number, text in texts for figure in _figures(number, text)),
            *_counts_of_schools(known.facts),
        ),
        words=frozenset(words),
        anchors=frozenset(_anchors(known)),
        loose=frozenset(_anchors(known)) - _bare_words(f"{known.person} {known.organization}"),
        acronyms=frozenset(_acronyms([text for _, text in texts] + list(also))),
        titles=known_titles(tuple(text for _, text in texts)),
        texts=tuple(each),
        facts=tuple(stems_of(fact) - COMMON_STEMS for fact in known.facts),
        heads=frozenset(_heads(known.title)) | frozenset(_places(known)),
        states=frozenset(word for word in words if word in _STATE_WORDS and word not in GENERIC),
    )


_PLACES = frozenset(
    "hospital center institute clinic agency college school department trust foundation hospice alliance network "
    "association council society authority coalition consortium district commission cooperative collaborative".split()
)


def _places(known: Known) -> Iterator[str]:
    """What the place is called in short: "the center"."""
    yield from _PLACES & _bare_words(known.organization)
    for fact in known.facts:
        words = [token.low for token in tokens_of(fact)[:2]]
        yield from (word for word in words[1:] if words[0] == "the" and word in _PLACES)


def _bare_words(text: str) -> frozenset[str]:
    return frozenset(token.bare for token in tokens_of(text))


def _heads(title: str) -> Iterator[str]:
    for job in titles_in(tokens_of(title)):
        yield from (short for short, long in ACRONYMS.items() if frozenset(long.split()) == job.words)
        yield from job.words & frozenset("president dean administrator commissioner director chair chancellor".split())


def _figures(fact: int, text: str) -> Iterator[KnownFigure]:
    stems, measures = stems_of(text), measures_in(tokens_of(text))
    tokens = tokens_of(text)
    figures = (*_with_units(tokens, figures_of(text)), *_single_spans(tokens))
    changes = list(_changes(tokens, figures))
    ends = [figure for change in changes for figure in change]
    for figure in figures:
        yield KnownFigure(figure, fact, stems, measures, part="end" if figure in ends else "")
    for share in _shares(tokens, figures):
        yield KnownFigure(share, fact, stems, measures, is_derived=True, is_part=share.kind == "percent")
    for one, other in changes:
        for part, made in _derived(one, other):
            yield KnownFigure(made, fact, stems, measures, is_derived=True, part=part)


def _single_spans(tokens: Sequence[Token]) -> Iterator[Figure]:
    """ "within a year", "with one van": one of a thing, which elsewhere mostly measures nothing."""
    for at in range(len(tokens) - 2):
        unit = stem(tokens[at + 2].low)
        if tokens[at].low in ("within", "inside") and tokens[at + 1].low in ("a", "an", "one") and unit in TIME_UNITS:
            yield Figure("time", tokens[at + 1].start, tokens[at + 2].end, 1.0, at + 1, at + 3, unit, (unit,))
        elif tokens[at + 1].low == "one" and tokens[at].low in _COUNTING and tokens[at + 2].kind == "w":
            kind = "time" if unit in TIME_UNITS else "count" if unit not in EMPTY else ""
            if kind:
                yield Figure(kind, tokens[at + 1].start, tokens[at + 2].end, 1.0, at + 1, at + 3, unit, (unit,))


def _counts_of_schools(facts: Sequence[str]) -> Iterator[KnownFigure]:
    """ "your two schools" where the facts name two."""
    named = 0
    for fact in facts:
        tokens = tokens_of(fact)
        if not _SCHOOLED.isdisjoint(token.low for token in tokens):
            named += sum(token.is_capital and token.low in ("university", "college", "institute") for token in tokens)
    for unit in ("school", "university", "college") if named > 1 else ():
        figure = Figure("count", 0, 0, float(named), 0, 0, stem(unit), (stem(unit),))
        yield KnownFigure(figure, -1, frozenset(), frozenset(), is_derived=True)


_SCHOOLED = frozenset("graduated studied trained earned degree doctorate degrees holds attended".split())
_COUNTING = frozenset("with and after within inside has runs".split())


def _with_units(tokens: Sequence[Token], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """ "14 fellows, 9 of whom": the 9 are fellows too; "940 people, 310 of them nurses": the 310 are nurses."""
    made = list(figures)
    for at in range(1, len(made)):
        behind = [token.low for token in tokens[made[at].after : made[at].after + 3]]
        if (
            made[at].kind != "count"
            or made[at].unit
            or behind[:2] not in (["of", "whom"], ["of", "them"], ["of", "which"])
        ):
            continue
        is_told = behind[1:2] == ["them"] and is_plural(behind[-1])
        unit = stem(behind[-1]) if is_told else made[at - 1].unit
        made[at] = replace(made[at], unit=unit, units=(*made[at - 1].units, *([unit] if is_told else [])))
    return tuple(made)


def _shares(tokens: Sequence[Token], figures: Sequence[Figure]) -> Iterator[Figure]:
    """ "14 fellows, 9 of whom stayed" is 64 %; a median has half on either side."""
    counts = [figure for figure in figures if figure.kind == "count" and figure.value]
    for one, other in pairwise(counts):
        behind = [token.low for token in tokens[other.after : other.after + 2]]
        if (
            other.value < one.value
            and behind[:1] == ["of"]
            and behind[1:] in (["whom"], ["them"], ["which"], ["these"])
        ):
            yield replace(other, kind="percent", value=100 * other.value / one.value, unit="", units=(), near="")
    if tokens and tokens[0].low == "of":
        for one, other in pairwise(counts):
            if other.value < one.value:
                yield replace(other, kind="percent", value=100 * other.value / one.value, unit="", units=(), near="")
    yield from _parts_of_counts(tokens, figures)
    for one in counts:
        yield from (replace(one, value=one.value / other.value) for other in counts if 1 < other.value < one.value)
    if any(token.low == "median" for token in tokens):
        yield Figure("percent", 0, 0, 50.0, 0, 0)


def _parts_of_counts(tokens: Sequence[Token], figures: Sequence[Figure]) -> Iterator[Figure]:
    """ "reviewed 8,450 lists and found an error in 27% of them": 2,282 lists."""
    for one, other in pairwise([figure for figure in figures if figure.kind in ("percent", "count")]):
        share = next((each for each in (one, other) if each.kind == "percent"), None)
        count = next((each for each in (one, other) if each.kind == "count" and each.unit), None)
        if share is None or count is None or not 0 < share.value < 100:
            continue
        behind = [token.low for token in tokens[share.after : share.after + 2]]
        if behind[:1] == ["of"] and (
            share is one or behind[1:] in (["them"], ["which"], ["whom"], ["these"], ["those"])
        ):
            yield replace(count, value=count.value * share.value / 100, near="about", decimals=0)


def _changes(tokens: Sequence[Token], figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures from which something changed to which: "from 211 to 94 minutes"."""
    plain = [figure for figure in figures if figure.kind in ("count", "percent", "time", "money") and not figure.high]
    for one, other in pairwise(plain):
        between = [token.low for token in tokens[one.after : other.first]]
        before = [token.low for token in tokens[max(0, one.first - 2) : one.first]]
        is_change = "from" in before or (between[:1] == ["to"] and "by" not in before)
        if one.kind != other.kind or len(between) > 8:
            continue
        if is_change and "to" in between and one.value > 0:
            yield one, other
        elif between[-2:] in (["up", "from"], ["down", "from"]) and other.value > 0:
            yield other, one


def _derived(one: Figure, other: Figure) -> Iterator[tuple[str, Figure]]:
    """The difference, the change and what is left in percent, and how many times as much."""
    plain = replace(one, near="", is_share=False, decimals=0)
    percent = replace(plain, kind="percent", unit="", units=())
    yield "difference", replace(plain, value=abs(one.value - other.value))
    yield "change", replace(percent, value=100 * abs(other.value - one.value) / one.value)
    yield "left", replace(percent, value=100 * other.value / one.value)
    if other.value:
        yield "times", replace(percent, kind="times", value=other.value / one.value)


def _anchors(known: Known) -> Iterator[str]:
    for text in (known.person, known.organization, *known.programs):
        for token in tokens_of(text):
            if token.kind == "w" and token.bare not in GENERIC | EMPTY and len(token.bare) > 2:
                yield token.bare
    acronym = "".join(token.bare[0] for token in tokens_of(known.organization) if token.is_capital)
    if len(acronym) > 1:
        yield acronym
    for fact in known.facts:
        yield from _program_words(tokens_of(fact))


def _program_words(tokens: Sequence[Token]) -> Iterator[str]:
    """Capitalized words inside a fact that name no place and no post: mostly programs of theirs."""
    posts = {at for title in titles_in(tokens) for at in range(title.first, title.after)}
    for at in range(0 if len(tokens) > 1 and tokens[1].is_capital else 1, len(tokens)):
        token = tokens[at]
        is_place = token.bare in _STATE_WORDS or tokens[at - 1].low in _PLACE_BEFORE or _is_before_state(tokens, at)
        if at in posts:
            continue
        if token.is_capital and not token.is_acronym and not is_place and token.bare not in GENERIC | EMPTY | _MONTHS:
            yield token.bare


_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


def _is_before_state(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].low == "," and tokens[at + 2].bare in _STATE_WORDS


def _acronyms(texts: Sequence[str]) -> Iterator[str]:
    """Acronyms as they stand, and the initials of every run of capitalized words."""
    for text in texts:
        run: list[str] = []
        for token in (*tokens_of(text), Token(".", ".", ".", 0, 0, "p")):
            if token.is_acronym:
                yield token.bare.removesuffix("s") if token.text.endswith("s") else token.bare
            if token.is_capital:
                run.append(token.bare[0])
            elif token.low not in ("of", "the", "and", "for", "&", "-"):
                yield from {"".join(run[i:j]) for i in range(len(run)) for j in range(i + 2, min(len(run), i + 7) + 1)}
                run = []
