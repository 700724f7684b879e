"""What a text says of the leader or the place that nothing confirmed carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from outreach.asklint.grounding import names as naming
from outreach.asklint.grounding.agreement import bound_wrong, holds
from outreach.asklint.grounding.credentials import PROFESSIONS, letters_of
from outreach.asklint.grounding.figures import Figure, counts_nothing_real, figures_of
from outreach.asklint.grounding.job_titles import JobTitle, title_is_known, titles_in, without_names
from outreach.asklint.grounding.known_text import KnownText, known_text
from outreach.asklint.grounding.measures import SPECIALTIES, measures_in
from outreach.asklint.grounding.names import Name
from outreach.asklint.grounding.signs import LEADER, NOBODY, OTHERS, PIECE, REQUEST, WRITER, Owner
from outreach.asklint.grounding.speech import Speech, speech_of
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.words import stem
from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.types import Kind


@dataclass(frozen=True, slots=True)
class Claim:
    """A place of the text that nothing confirmed carries. `kind`: "figure", "date", "name", "title", "award"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Line:
    """A sentence with all that judging it needs; token offsets count from its own start."""

    sentence: Sentence
    speech: Speech
    known: KnownText
    before: Owner = NOBODY
    """Of whom the sentence before spoke last."""
    today: date | None = None

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the sentence."""
        return frozenset(token.low for token in self.speech.tokens)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.speech.tokens

    def owner(self, at: int) -> Owner:
        """Of whom the token speaks; a draft quoted for approval speaks of the leader."""
        owner = self.speech.owner(at)
        return LEADER if owner is not LEADER and self.quotes_draft and _is_in_quotes(self, at) else owner

    @property
    def quotes_draft(self) -> bool:
        """Whether the sentence tells how the draft words something."""
        return not self.words.isdisjoint(_DRAFT_WORDS)

    def is_named(self, at: int) -> bool:
        """Whether the clause of the token itself says of whom it speaks."""
        return self.speech.named[at]


_DRAFT_WORDS = frozenset(
    "print caption proof draft opens reads headline paragraph text describe described heading says line wording".split()
)


def _is_in_quotes(line: Line, at: int) -> bool:
    text, place = line.sentence.text, line.tokens[at].start
    left = max(text.rfind(mark, 0, place) for mark in '"“')
    right = min((found for mark in '"”' if (found := text.find(mark, place)) >= 0), default=-1)
    opens = left >= 0 and (text[left] == "“" or text.count('"', 0, place) % 2 == 1)
    return opens and right > place and "”" not in text[left:place]


def ungrounded(reading: Reading) -> tuple[Claim, ...]:
    """The claims of subject and body that nothing confirmed carries, in order of place, none inside another.

    Empty where nothing at all is known of the reader.
    """
    found = []
    for line in lines_of(reading):
        claims = sorted(_claims(line, reading), key=lambda claim: (claim.start, -claim.end))
        shift = line.sentence.start
        found += [Claim(c.start + shift, c.end + shift, c.kind) for c in _joined(claims, line.sentence.text)]
    return tuple(found)


def lines_of(reading: Reading) -> Iterator[Line]:
    """The sentences of subject and body, with owners; nothing where nothing is known."""
    known = known_of(reading)
    if not (known.known.facts or known.known.organization or known.known.person):
        return
    before = NOBODY
    for sentence in reading.sentences:
        if sentence.part not in ("subject", "body"):
            continue
        speech = speech_of(tokens_of(sentence.text), known, before)
        yield Line(sentence, speech, known, before, reading.circumstances.today)
        before = NOBODY if sentence.part == "subject" else _spoken_of(speech.owners)


def known_of(reading: Reading) -> KnownText:
    """What is confirmed, with what was said in the interview and the names of the writer's own side."""
    about = reading.circumstances
    known = replace(reading.known, facts=reading.known.facts + about.said_in_interview)
    also = (about.sender, about.sender_organization, about.project, about.venue, about.assistant, *about.introduced_by)
    return known_text(known, tuple(text for text in also if text))


def _spoken_of(owners: Sequence[Owner]) -> Owner:
    """Whom the next sentence goes on about: the leader if anything was said of them, else the last."""
    if LEADER in owners:
        return LEADER
    return owners[-1] if owners else NOBODY


def _claims(line: Line, reading: Reading) -> Iterator[Claim]:
    if _is_told_in_interview(line, reading):
        return
    taken = [claim for claim in _names(line) if not _in_question_quoted(line, claim)]
    yield from taken
    yield from _titles(line)
    yield from _awards(line)
    yield from _specialties(line)
    for claim in _figures(line):
        inside = any(other.start <= claim.start and claim.end <= other.end for other in taken)
        if not inside and not _in_question_quoted(line, claim):
            yield claim


def _is_told_in_interview(line: Line, reading: Reading) -> bool:
    """In a thank-you note "you said" rests on the interview: without its notes there is nothing to look it up in."""
    if reading.kind is not Kind.THANK_YOU or reading.circumstances.said_in_interview:
        return False
    words = [token.low for token in line.tokens]
    return any(
        (word in _TELLING and "you" in words[max(0, at - 3) : at])
        or (word in _TOLD_OF and words[at - 1 : at] == ["your"])
        for at, word in enumerate(words)
    )


_TELLING = frozenset("said told mentioned described explained shared taught showed saying pointed remarked".split())
_TOLD_OF = frozenset(
    "remark advice point comment suggestion story answer account description example words phrase".split()
)


def _in_question_quoted(line: Line, claim: Claim) -> bool:
    text = line.sentence.text
    at = next(at for at, token in enumerate(line.tokens) if token.end > claim.start)
    if not _is_in_quotes(line, at):
        return False
    right = min(found for mark in '"”' if (found := text.find(mark, claim.start)) >= 0)
    left = max(text.rfind(mark, 0, claim.start) for mark in '"“')
    return "?" in text[left:right]


# Figures


def _figures(line: Line) -> Iterator[Claim]:
    for figure in figures_of(line.sentence.text):
        if figure.after > len(line.tokens) or not _is_claim(line, figure):
            continue
        if not is_carried(line, figure):
            yield Claim(figure.start, figure.end, "date" if figure.kind == "date" else "figure")


def is_carried(line: Line, figure: Figure) -> bool:
    """Whether a confirmed figure carries one of the text, and does not measure something else."""
    is_to = "to" in [token.low for token in line.tokens[max(0, figure.first - 4) : figure.first]]
    carrying = [
        of for of in line.known.figures if (is_to or not of.is_left) and holds(figure, of, line.known, line.today)
    ]
    if not carrying and figure.high:
        ends = (replace(figure, high=0.0), replace(figure, value=figure.high, high=0.0))
        return all(is_carried(line, end) for end in ends)
    if not carrying:
        return False
    if figure.kind not in ("percent", "times") and not (figure.kind == "time" and figure.unit != "year"):
        return True
    measures = measures_in(_clause_of(line, figure))
    return not all(bound_wrong(measures, of) for of in carrying)


def _clause_of(line: Line, figure: Figure) -> Sequence[Token]:
    """The tokens around a figure up to the next marks that part clauses."""
    first, after = _clause_bounds(line, figure.first, figure.after)
    return line.tokens[first:after]


def _clause_bounds(line: Line, first: int, after: int) -> tuple[int, int]:
    parting = (",", ";", ":", "(", ")", "—", "–", "and", "while", "but")
    while first > 0 and line.tokens[first - 1].low not in parting:
        first -= 1
    while after < len(line.tokens) and line.tokens[after].low not in parting:
        after += 1
    return first, after


def _is_claim(line: Line, figure: Figure) -> bool:
    """Whether a figure is said of the leader or the place, and is one of which records are kept."""
    if _counts_nothing(line, figure) or _is_of_a_measure(line, figure) or _is_idle(line, figure):
        return False
    owner = line.owner(figure.first)
    is_named = line.is_named(figure.first) or owner is not line.speech.owners[figure.first]
    if _is_of_a_meeting(line, figure):
        return owner is LEADER and is_named and not _is_wish(line, figure)
    if owner is LEADER:
        return True
    if owner is OTHERS:
        return False
    if owner is PIECE or not is_named:
        return _speaks_of_facts(line, figure, owner)
    return _is_only_behind(line, figure) and _counts_as_known(line, figure) and _has_companion(line, figure)


def _speaks_of_facts(line: Line, figure: Figure, owner: Owner) -> bool:
    """In a clause that names nobody: whether it speaks of what a fact tells, by its words or by what it counts."""
    if _touches_facts(line, _clause_of(line, figure)) or (
        owner in (NOBODY, PIECE) and _touches_facts(line, line.tokens)
    ):
        return True
    if not _counts_as_known(line, figure):
        return False
    return _has_companion(line, figure) or (owner is NOBODY and line.before not in (WRITER, PIECE, OTHERS))


def _counts_nothing(line: Line, figure: Figure) -> bool:
    known_units = {of.figure.unit for of in line.known.figures}
    return figure.unit not in known_units and counts_nothing_real(figure)


def _is_only_behind(line: Line, figure: Figure) -> bool:
    """ "That 19 practices agree amazes my boss": the writer comes in only behind the figure, and not as who acts."""
    at = figure.first
    while at and line.speech.owners[at - 1] is line.speech.owners[figure.first]:
        at -= 1
    before = line.speech.signs[at : figure.first]
    return all(sign is NOBODY for sign in before) and not any(
        token.low in ("i", "we", "i'm", "i've") for token in line.tokens[figure.after :]
    )


def _has_companion(line: Line, figure: Figure) -> bool:
    """Whether another count of the sentence is a confirmed one: then this one speaks of the same place."""
    others = (
        other for other in figures_of(line.sentence.text) if other.kind == "count" and other.unit and other.value > 4
    )
    return any(other != figure and is_carried(line, other) for other in others)


def _is_of_a_meeting(line: Line, figure: Figure) -> bool:
    """Minutes, and days without a year: mostly what a request asks for; not where a measure stands beside it."""
    if figure.kind == "date":
        return not figure.year
    if figure.kind != "time" or figure.unit in ("year", "yr", "decad", "second", "sec"):
        return False
    return not measures_in(line.tokens[max(0, figure.first - 6) : figure.first])


def _is_wish(line: Line, figure: Figure) -> bool:
    """A question, or a clause that speaks of what is to come: its minutes and days are asked for."""
    if (
        figure.kind == "date"
        and figure.first
        and line.tokens[figure.first - 1].low in ("by", "until", "before", "till")
    ):
        return True
    around = {token.low for token in line.tokens[max(0, figure.first - 8) : figure.after + 8]}
    return bool(around & _WISHES)


_WISHES = frozenset(
    """
    may might would could will shall i'd i'll interview call phone video telephone speak talk conversation spare hoping
    hope please draft publication publish approve deadline convenient available visit
    """.split()
)


def _counts_as_known(line: Line, figure: Figure) -> bool:
    """Whether it counts, in a clause that names nobody, what the confirmed sentences count: beds, employees."""
    if figure.kind == "percent":
        measures = measures_in(line.tokens)
        return any(measures & of.measures for of in line.known.figures)
    if figure.kind != "count" or not figure.unit:
        return False
    return any(of.figure.kind == "count" and of.figure.unit == figure.unit for of in line.known.figures)


def _is_idle(line: Line, figure: Figure) -> bool:
    """ "two of your nurses", "all four": small numbers in words that count nothing named."""
    if figure.kind == "percent" and [t.low for t in line.tokens[figure.after : figure.after + 1]] == ["off"]:
        return True
    if figure.kind != "count" or figure.high or line.tokens[figure.first].kind != "w":
        return figure.kind == "count" and not figure.unit and _is_rate(line, figure)
    if not figure.unit:
        is_hour = line.tokens[figure.first - 1].low == "at" and figure.first > 0
        return figure.value <= 10 or (is_hour and figure.value <= 12) or _is_rate(line, figure)
    known_units = {unit for of in line.known.figures for unit in of.figure.units}
    return figure.value <= 3 and not known_units & set(figure.units) and figure.unit not in _KEPT


def _is_rate(line: Line, figure: Figure) -> bool:
    """ "a hundred each month": of nothing named, worked out by the writer."""
    return any(token.low in ("each", "per", "every") for token in line.tokens[figure.after : figure.after + 1])


# Of these even two or three are on record.
_KEPT = frozenset("hospital campu clinic site state award star prize school degree system county".split())


def _is_of_a_measure(line: Line, figure: Figure) -> bool:
    """ "30-day readmissions", "24-hour": part of what is measured, no result."""
    if figure.kind != "time" or line.sentence.text[figure.start : figure.end].find("-") < 0:
        return False
    behind = measures_in(line.tokens[figure.after : figure.after + 3])
    return (bool(behind) and figure.unit in ("day", "year")) or (figure.unit, figure.value) in {
        ("hour", 24),
        ("hour", 12),
        ("hour", 8),
    }


def _touches_facts(line: Line, tokens: Sequence[Token]) -> bool:
    """Whether words speak of what a fact tells: two telling words of one fact among them."""
    said = {stem(token.bare) for token in tokens if token.kind == "w"}
    return any(len(said & stems) >= 2 for stems in line.known.facts)


# Names


def _names(line: Line) -> Iterator[Claim]:
    tokens = line.tokens
    if line.sentence.part == "subject" and _is_title_case(tokens):
        return
    titles = [(title.first, title.after) for title in titles_in(tokens)]
    for run in naming.names_in(tokens):
        for name in naming.parts_of_name(tokens, run, line.known):
            name = _without_titles(name, titles)
            if name.after > name.first and _is_ungrounded_name(line, name):
                yield Claim(tokens[name.first].start, _end_of(tokens, name), "name")


def _end_of(tokens: Sequence[Token], name: Name) -> int:
    last = tokens[name.after - 1]
    return last.end - 2 if last.low.endswith("'s") else last.end


def _without_titles(name: Name, titles: Sequence[tuple[int, int]]) -> Name:
    """A title at the edge of a name is looked up by itself."""
    first, after = name.first, name.after
    for start, end in titles:
        if start <= first < end:
            first = min(end, after)
        elif first < start < after <= end:
            after = start
    return Name(first, after)


def _is_title_case(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.kind == "w" and len(token.low) > 3]
    return len(words) > 2 and sum(token.is_capital for token in words) >= 0.8 * len(words)


def _is_ungrounded_name(line: Line, name: Name) -> bool:
    tokens = line.tokens
    words = naming.telling(tokens, name)
    if not words or naming.is_known(tokens, name, line.known) or _is_all(line, name) or _is_introduced(line, name):
        return False
    owner = line.owner(name.first)
    before = {token.low for token in tokens[max(0, name.first - 7) : name.first]}
    around = before | {token.low for token in tokens[name.after : name.after + 4]}
    if naming.is_publication(tokens, name) and not before & _TOLD:
        return False
    if owner is not LEADER:
        return (
            _honors_leader(line, name, around)
            or _is_of_nobody(line, name, owner)
            or _stands_for_a_known_name(line, name, owner)
            or _is_topic(line, name, owner)
        )
    if naming.is_place(tokens, name):
        return line.is_named(name.first) and not _is_event(before)
    return _is_firm(line, name, before, around)


_TOLD = frozenset(
    "told article interview profile op-ed column wrote published featured quoted author authored editor".split()
)


def _is_event(before: set[str]) -> bool:
    return bool(
        before
        & {
            "conference",
            "congress",
            "meeting",
            "summit",
            "convention",
            "talk",
            "panel",
            "lecture",
            "session",
            "keynote",
            "webinar",
            "workshop",
            "if",
            "come",
            "visit",
            "be",
        }
    )


def _is_all(line: Line, name: Name) -> bool:
    """A line that is only a name: a signature."""
    text = line.sentence.text
    start, end = line.tokens[name.first].start, line.tokens[name.after - 1].end
    if start and not text[:start].rsplit("\n", 1)[-1].strip() and not text[end:].split("\n", 1)[0].strip():
        return True
    return sum(token.kind == "w" for token in line.tokens) <= name.after - name.first + 1


def _is_introduced(line: Line, name: Name) -> bool:
    """ "This is Jo Park", "my name is ...", "I am ...": the writer."""
    before = [token.low for token in line.tokens[max(0, name.first - 2) : name.first]]
    return before in (["this", "is"], ["name", "is"], ["name's"], ["i", "am"]) or before[-1:] == ["i'm"]


def _is_firm(line: Line, name: Name, before: set[str], around: set[str]) -> bool:
    """Whether a name in what is said of the leader says something of them: where they were, what they won or run."""
    tokens = line.tokens
    link = tokens[name.first - 1].low if name.first else ""
    if link == "at" or (before & {"years", "days", "time", "tenure"} and link == "with"):
        return True
    if around & naming.AWARDING or before & naming.SCHOOLING or before & naming.CAREER:
        return True
    if naming.is_strong(tokens, name) or link in ("your", "its", "their", "his", "her"):
        return True
    return len(naming.telling(tokens, name)) > 1


def _is_of_nobody(line: Line, name: Name, owner: Owner) -> bool:
    """In a clause that names nobody: a name as strong as an award's, in a sentence on what the facts tell."""
    if owner is OTHERS or line.is_named(name.first):
        return False
    behind = line.tokens[name.after].low if name.after < len(line.tokens) else ""
    if behind in ("rating", "award", "prize", "recognition", "designation"):
        return True
    return owner is NOBODY and naming.is_strong(line.tokens, name) and _touches_facts(line, line.tokens)


_OUTER_LINKS = frozenset("at for in from with by".split())


def _stands_for_a_known_name(line: Line, name: Name, owner: Owner) -> bool:
    """ "Silver Harbor cut falls by 42%": what is confirmed of one name is said of another."""
    tokens = line.tokens
    if owner is OTHERS or (owner is WRITER and line.is_named(name.first)):
        return False
    link = tokens[name.first - 1].low if name.first else ""
    words = naming.telling(tokens, name)
    if link in _OUTER_LINKS or (len(words) == 1 and words[0].is_acronym) or naming.is_place(tokens, name):
        return False
    first, after = _clause_bounds(line, name.first, name.after)
    if _touches_facts(line, tokens[first:after]):
        return True
    behind = [token.low for token in tokens[name.after : name.after + 3]]
    if {"at", "of"} & set(behind) and any(
        token.bare in line.known.anchors for token in tokens[name.after : name.after + 5]
    ):
        return True
    figures = (f for f in figures_of(line.sentence.text) if first <= f.first and f.after <= after)
    return any(_is_telling(figure) and is_carried(line, figure) for figure in figures)


def _is_telling(figure: Figure) -> bool:
    """Whether a figure is one that hardly agrees with a confirmed one by chance."""
    return figure.kind in ("percent", "times", "money") or (
        figure.kind == "count" and bool(figure.unit) and figure.value > 9
    )


_ABOUT = frozenset("about on regarding concerning behind".split())
_TOPIC_OF = frozenset(
    "interview talk speak ask hear learn questions article piece text paper feature story words write writing conversation".split()
)


def _is_topic(line: Line, name: Name, owner: Owner) -> bool:
    """ "May I interview you about Silver Harbor?": of a name of several words that nothing confirmed holds."""
    tokens = line.tokens
    if line.sentence.part != "body" or owner is OTHERS or len(naming.telling(tokens, name)) < 2:
        return False
    before = [token.low for token in tokens[max(0, name.first - 9) : name.first]]
    if before[-1:] == ["the"]:
        before.pop()
    is_general = tokens[name.after - 1].low in _GENERAL_ENDS
    return bool(before) and before[-1] in _ABOUT and bool(_TOPIC_OF & set(before)) and not is_general


_GENERAL_ENDS = frozenset(
    "act law day week month hospitals leaders nurses executives systems centers rule rules era".split()
)


def _honors_leader(line: Line, name: Name, around: set[str]) -> bool:
    """ "The Golden Lamp Society honored your team": the subject is another's, the claim is the leader's."""
    if not around & naming.AWARDING or {WRITER, REQUEST} & set(line.speech.owners):
        return False
    said_of = [line.owner(at) for at in range(name.after, min(len(line.tokens), name.after + 8))]
    return LEADER in said_of


# Titles, credentials, awards

_HELD = frozenset(
    """
    as named appointed became become promoted were are was is serve serving served elected being since your years role
    title elevation rise appointment hired called
    """.split()
)


def _titles(line: Line) -> Iterator[Claim]:
    tokens = line.tokens
    for title in titles_in(tokens):
        if not _is_said_of_leader(line, title.first, title.after):
            continue
        title = without_names(tokens, title, line.known.anchors)
        if (_is_held(tokens, title) or _is_behind_name(line, title)) and not title_is_known(title, line.known.titles):
            yield Claim(tokens[title.first].start, tokens[title.after - 1].end, "title")
    if line.words.isdisjoint(PROFESSIONS):
        return
    for at, token in enumerate(tokens):
        if token.low in PROFESSIONS and _is_of_profession(line, at):
            yield Claim(token.start, token.end, "title")


def _is_behind_name(line: Line, title: JobTitle) -> bool:
    """ "Ann Roe, Chief Nursing Officer of ...": the title stands behind the leader's own name."""
    tokens, at = line.tokens, title.first
    person = {token.bare for token in tokens_of(line.known.known.person) if len(token.bare) > 1}
    while at and (tokens[at - 1].low in (",", ".") or tokens[at - 1].is_acronym):
        at -= 1
    return 0 < at < title.first and tokens[at - 1].bare in person


def _is_said_of_leader(line: Line, first: int, after: int) -> bool:
    """Also "As a physician you may ...": the wish is one, the title is told."""
    if line.owner(first) is LEADER:
        return True
    is_yours = any(token.low in ("you", "you've") for token in line.tokens[after : after + 3])
    return is_yours or any(token.bare in line.known.anchors for token in line.tokens[max(0, first - 3) : first])


def _is_held(tokens: Sequence[Token], title: JobTitle) -> bool:
    """Whether a title is said to be the leader's own: "as", "you are", "named" before it, not "your chief of surgery"."""
    before = [token.low for token in tokens[max(0, title.first - 4) : title.first]]
    behind = [token.low for token in tokens[title.after : title.after + 3]]
    if behind[:3] == ["such", "as", "you"] or behind[:2] in (["like", "you"], ["like", "yourself"]):
        return True
    if before and before[-1] in ("a", "an", "the", "its", "-"):
        before.pop()
    if before[-1:] == ["your"]:
        return (
            before[-2:-1] in (["as"], ["in"])
            and title.after < len(tokens)
            and tokens[title.after].low in ("role", "post", "years")
        )
    if before[-1:] in (["and"], ["&"], [","]):
        earlier = [found for found in titles_in(tokens) if found.after == title.first - 1]
        return any(_is_held(tokens, other) for other in earlier) or bool(earlier and tokens[0].low in ("as", "you"))
    return bool(before) and before[-1] in _HELD


def _is_of_profession(line: Line, at: int) -> bool:
    """ "as a physician" of somebody whose letters are confirmed, none of a physician among them."""
    letters = {letters_of(credential) for credential in line.known.known.credentials}
    tokens = line.tokens
    own = at >= 2 and tokens[at - 1].low in ("a", "an") and tokens[at - 2].low in ("as", "are", "being", "became")
    if not own or not letters or letters & PROFESSIONS[tokens[at].low] or tokens[at].low in line.known.words:
        return False
    return _is_said_of_leader(line, at, at + 1)


def _awards(line: Line) -> Iterator[Claim]:
    """ "award-winning" of a place of which no award is confirmed."""
    if line.words.isdisjoint(("award", "prize", "medal")):
        return
    if any(word in line.known.words for word in ("award", "honor", "prize", "recognition", "medal", "won")):
        return
    tokens = line.tokens
    for at in range(len(tokens) - 2):
        words = [token.low for token in tokens[at : at + 3]]
        if words[0] in ("award", "prize", "medal") and words[1] == "-" and words[2] in ("winning", "winner"):
            if line.owner(at) is LEADER:
                yield Claim(tokens[at].start, tokens[at + 2].end, "award")


def _specialties(line: Line) -> Iterator[Claim]:
    """ "your pediatric residency" where a residency in family medicine is confirmed."""
    known = line.known
    if SPECIALTIES.isdisjoint(line.words):
        return
    for at in range(len(line.tokens) - 1):
        word, noun = line.tokens[at].bare, line.tokens[at + 1].bare
        if word not in SPECIALTIES or word in known.words or stem(word) in known.words:
            continue
        has_other = any(noun in text and SPECIALTIES & text for text in known.texts)
        if has_other and noun not in SPECIALTIES and line.owner(at) is LEADER and line.is_named(at):
            yield Claim(line.tokens[at].start, line.tokens[at].end, "name")


def _joined(claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Claims that touch or lie in one another become one; so do two figures of one change ("300 to 80 minutes")."""
    made: list[Claim] = []
    for claim in claims:
        if made and claim.start < made[-1].end:
            made[-1] = replace(made[-1], end=max(claim.end, made[-1].end))
            continue
        gap = text[made[-1].end : claim.start].strip().lower() if made else ""
        if made and gap == "to" and made[-1].kind == claim.kind == "figure":
            made[-1] = replace(made[-1], end=claim.end)
            continue
        made.append(claim)
    return iter(made)
