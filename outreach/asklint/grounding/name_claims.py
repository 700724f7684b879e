"""Names said of the leader or the place that what is confirmed does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from outreach.asklint.grounding import names as naming
from outreach.asklint.grounding.figure_claims import is_carried, is_telling
from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.line import Claim, Line, clause_bounds, touches_facts
from outreach.asklint.grounding.names import Name
from outreach.asklint.grounding.signs import LEADER, NOBODY, OTHERS, PIECE, REQUEST, WRITER, Owner
from outreach.asklint.grounding.states_named import is_wrong_state
from outreach.asklint.grounding.third_parties import acts_on_writer, is_of_own_count, is_writers_place
from outreach.asklint.grounding.tokens import Token
from outreach.asklint.grounding.words import stem


def name_claims(line: Line) -> Iterator[Claim]:
    """The names in a sentence that say something of the leader and are not confirmed."""
    tokens = line.tokens
    if line.sentence.part == "subject" and _is_title_case(tokens):
        return
    titles = [(title.first, title.after) for title in line.titles]
    for run in naming.names_in(tokens):
        for name in naming.parts_of_name(tokens, run, line.known):
            bare = _without_titles(name, titles)
            if bare.after > bare.first and _is_ungrounded_name(line, bare):
                yield Claim(_start_of(tokens, bare), _end_of(tokens, bare), "name")


def _start_of(tokens: Sequence[Token], name: Name) -> int:
    """An article in capitals belongs to the title of a book: "your book, The Night Desk"."""
    before = name.first - 1
    is_title = before > 0 and tokens[before].low in ("the", "a", "an") and tokens[before].is_capital
    return tokens[before if is_title and tokens[before - 1].low not in (".", "?", "!") else name.first].start


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
    if _is_beside_own(tokens, name) or _is_credited(line, name) or is_of_own_count(line, name.first):
        return False
    if is_writers_place(line, name) or acts_on_writer(line, name):
        return False
    if is_wrong_state(line, name, owner):
        return True
    if owner in (LEADER, NOBODY) and (is_schooled(line, name) or _is_other_town(line, name)):
        return True
    if (
        _is_nearly_known(line, name, owner)
        or (owner in (LEADER, NOBODY) and _is_paired(line, name))
        or (owner is NOBODY and _is_told_program(line, name))
    ):
        return True
    before = {token.low for token in tokens[max(0, name.first - 7) : name.first]}
    around = before | {token.low for token in tokens[name.after : name.after + 4]}
    if naming.is_publication(tokens, name) and not (before & _TOLD or _is_of_your_article(tokens, name)):
        return False
    if owner is not LEADER or _acts_alone(line, name):
        return (
            _honors_leader(line, name, around)
            or _is_of_nobody(line, name, owner)
            or _stands_for_a_known_name(line, name, owner)
            or _is_topic(line, name, owner)
        )
    if line.speech.owners[name.first] in (WRITER, REQUEST, PIECE) and _link_before(tokens, name) in _FROM:
        return False
    if naming.is_place(tokens, name):
        return line.is_named(name.first) and not _is_event(before)
    return _is_firm(line, name, before, around)


def _is_beside_own(tokens: Sequence[Token], name: Name) -> bool:
    """ "our own scheme, Tea at Home, ...": what is set beside something of the writer's."""
    if not name.first or tokens[name.first - 1].low not in (",", ":", "—", "–", "("):
        return False
    return any(token.low in ("our", "my") for token in tokens[max(0, name.first - 6) : name.first])


def _is_nearly_known(line: Line, name: Name, owner: Owner) -> bool:
    """ "the Night Academy" beside a confirmed "Night School": a word of a program with others that are not its own."""
    tokens, known = line.tokens, line.known
    is_others = owner is OTHERS and OTHERS in line.speech.signs[: name.first]
    if is_others or naming.is_publication(tokens, name) or line.sentence.part != "body":
        return False
    words = naming.telling(tokens, name)
    shared = [word for word in words if word.bare in known.loose - _PEOPLE and word.bare not in known.states]
    other = [word for word in words if word.bare not in known.words]
    if not shared or not other or len(words) > 5:
        return False
    behind = [token.low for token in tokens[name.after : name.after + 2]]
    link = tokens[name.first - 1].low if name.first else ""
    if behind[:1] == [","] and behind[1:] in (["our"], ["my"], ["a"], ["the"]):
        return False
    return link not in ("our", "my", "for", "in") and (owner is not WRITER or not line.is_named(name.first))


# Of whom a society or a meeting is: many share them with one that a fact names.
_PEOPLE = frozenset(
    "nurses physicians doctors surgeons pharmacists therapists executives administrators leaders managers directors "
    "presidents officers students residents fellows women men children families patients seniors veterans workers "
    "professionals educators counties hospitals clinics".split()
)


def _is_told_program(line: Line, name: Name) -> bool:
    """ "why Exit Conversations are held": ordinary words in capitals, told of as something that both know."""
    tokens = line.tokens
    words = naming.telling(tokens, name)
    link = tokens[name.first - 1].low if name.first else ""
    if len(words) < 2 or naming.is_publication(tokens, name) or line.before in (WRITER, PIECE, OTHERS):
        return False
    behind = tokens[name.after].low if name.after < len(tokens) else ""
    is_plain = all(stem(word.bare) in naming.ORDINARY or word.bare in naming.ORDINARY for word in words[-1:])
    return is_plain and link in _TELLING_OF and behind != ","


_TELLING_OF = frozenset("why how that when what of on about where whether and behind".split())


def _is_credited(line: Line, name: Name) -> bool:
    """ "The photograph is by Jo Park": whose work goes with the article."""
    link = line.tokens[name.first - 1].low if name.first else ""
    return link == "by" and not line.words.isdisjoint(_PICTURES)


_PICTURES = frozenset(
    "photo photos photograph photographs picture pictures portrait drawing illustration layout".split()
)


def _is_paired(line: Line, name: Name) -> bool:
    """ "the story about Senegal and the Peace Corps": a name told in one breath with a confirmed one."""
    tokens = line.tokens
    behind = [token.low for token in tokens[name.after : name.after + 2]]
    at = name.after + (2 if behind == ["and", "the"] else 1)
    link = tokens[name.first - 1].low if name.first else ""
    return (
        behind[:1] == ["and"]
        and at < len(tokens)
        and tokens[at].is_capital
        and tokens[at].bare in line.known.loose
        and link in ("about", "of", "on", "in")
        and line.words.isdisjoint(("my", "our", "i"))
    )


def _is_other_town(line: Line, name: Name) -> bool:
    """ "From Toledo, Ohio, comes ...": a town of the confirmed state that is not the confirmed one."""
    behind = line.tokens[name.after : name.after + 2]
    if [token.low for token in behind[:1]] != [","] or len(behind) < 2 or behind[1].bare not in line.known.states:
        return False
    around = line.tokens[max(0, name.first - 6) : name.after + 5]
    return not any(token.low in ("i", "we", "my", "our", "i'm") for token in around) and line.before is not WRITER


_FROM = frozenset("from through by via for".split())


def _link_before(tokens: Sequence[Token], name: Name) -> str:
    """The word before a name, titles of address passed over: "I learned of it from Professor Roe"."""
    at = name.first - 1
    while at >= 0 and tokens[at].low in (".", "dr", "mr", "ms", "mrs", "prof", "professor"):
        at -= 1
    return tokens[at].low if at >= 0 else ""


def _is_of_your_article(tokens: Sequence[Token], name: Name) -> bool:
    """ "your article “...” in the Journal of ...": where the leader is said to have written."""
    before = tokens[: name.first]
    is_yours = any(
        one.low == "your" and not _WORKS.isdisjoint(token.low for token in before[at + 1 : at + 3])
        for at, one in enumerate(before)
    )
    return is_yours and any(token.low in ("in", "for") for token in before[-2:])


_WORKS = frozenset("article paper piece essay column op-ed editorial study commentary book chapter letter".split())
_TOLD = frozenset(
    "told spoke gave article interview profile op-ed column wrote published featured quoted author authored "
    "editor".split()
)


def _is_event(before: set[str]) -> bool:
    """Whether a place is where somebody met or will meet: no claim on the leader's own place."""
    return bool(before & _MEETINGS)


_MEETINGS = frozenset(
    """
    conference congress meeting summit convention talk panel lecture session keynote webinar workshop if come visit be
    """.split()
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
    if line.sentence.part == "body" and _is_signature(line):
        return True
    return before in (["this", "is"], ["name", "is"], ["name's"], ["i", "am"]) or before[-1:] == ["i'm"]


def _is_signature(line: Line) -> bool:
    """ "Jo Park, Family Liaison, Lakeside Clinic" behind the last sentence: names and posts, no verb."""
    words = [token for token in line.tokens if token.kind == "w"]
    small = [token for token in words if not token.is_capital and token.low not in _LINKING]
    return len(words) >= 2 and not small and line.before is not NOBODY and "," in line.words


_LINKING = frozenset("of the and for at in".split())


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


def is_schooled(line: Line, name: Name) -> bool:
    """ "trained at Yale", "a Leicester doctorate": a name that a degree or a training stands beside."""
    tokens = line.tokens
    behind = tokens[name.after].low if name.after < len(tokens) else ""
    if name.after - name.first > 1 and tokens[name.after - 1].low in naming.DEGREES:
        behind = tokens[name.after - 1].low  # "a Leicester MBA"
    nearest = {token.low for token in tokens[max(0, name.first - 5) : name.first]}
    if behind in naming.DEGREES and "you" in nearest:
        return True
    if behind in naming.DEGREES and nearest.isdisjoint(_OF_WRITER):
        return True
    earlier = {token.low for token in tokens[max(0, name.first - 12) : name.first]}
    is_writers = not {"my", "our"}.isdisjoint(earlier) or _tells_of_writer(tokens, name.first)
    if is_writers and not {"have", "you"} <= earlier:
        return False
    before = [token.low for token in tokens[max(0, name.first - 4) : name.first]]
    is_school = before[-2:-1] == ["school"] and before[-3:-2] != ["the"]
    return before[-1:] in (["at"], ["of"], ["from"], ["in"]) and (is_school or bool(naming.SCHOOLED & set(before)))


def _tells_of_writer(tokens: Sequence[Token], at: int) -> bool:
    """Whether "I" or "we" stands before, other than in "I liked hearing", "I read that"."""
    return any(
        tokens[i].low in ("i", "we") and not any(token.low in _LEARNING for token in tokens[i + 1 : i + 4])
        for i in range(max(0, at - 12), at)
    )


_LEARNING = frozenset("hear heard hearing read reading learn learned learning see saw find found liked loved".split())


_OF_WRITER = frozenset("my our i we colleague friend boss".split())


def _is_of_nobody(line: Line, name: Name, owner: Owner) -> bool:
    """In a clause that names nobody: a name as strong as an award's, in a sentence on what the facts tell."""
    if owner is OTHERS or line.is_named(name.first):
        return False
    behind = line.tokens[name.after].low if name.after < len(line.tokens) else ""
    if behind in ("rating", "award", "prize", "recognition", "designation"):
        return True
    return owner is NOBODY and naming.is_strong(line.tokens, name) and line.touches_facts


def _acts_alone(line: Line, name: Name) -> bool:
    """A name that begins its clause, before any word for the leader: "Dr. Roe of Lakeside Clinic gave me your name"."""
    at = name.first
    while at and line.tokens[at - 1].low in (".", "dr", "mr", "ms", "mrs", "prof", "professor", "the"):
        at -= 1
    begins = (
        at == 0
        or line.tokens[at - 1].kind == "p"
        or line.tokens[at - 1].low in ("that", "and", "but", "because", "when")
    )
    after, highest = name.after, min(len(line.tokens), name.after + 40)
    while after < highest and line.tokens[after].kind == "w":
        after += 1
    return begins and line.speech.signs[name.first] is NOBODY and LEADER in line.speech.signs[name.after : after]


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
    first, after = clause_bounds(line, name.first, name.after)
    if touches_facts(line, tokens[first:after]):
        return True
    behind = [token.low for token in tokens[name.after : name.after + 3]]
    if {"at", "of"} & set(behind) and any(
        token.bare in line.known.anchors for token in tokens[name.after : name.after + 5]
    ):
        return True
    figures = (figure for figure in figures_of(line.sentence.text) if first <= figure.first and figure.after <= after)
    return any(is_telling(figure) and is_carried(line, figure) for figure in figures)


_ABOUT = frozenset("about on regarding concerning behind".split())
_TOPIC_OF = frozenset(
    "interview talk speak ask hear learn questions article piece text paper feature story words write writing "
    "conversation".split()
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
    behind = line.tokens[name.after].low if name.after < len(line.tokens) else ""
    objects = {token.low for token in line.tokens[name.after + 1 : name.after + 3]}
    if behind in naming.AWARDING and (LEADER in line.speech.signs[name.after : name.after + 4] or "you" in objects):
        return True
    if not around & naming.AWARDING or line.speaks_for_writer:
        return False
    said_of = [line.owner(at) for at in range(name.after, min(len(line.tokens), name.after + 8))]
    return LEADER in said_of
