"""What is told of others than the leader and the writer: who says a figure, who acts, whose place a name is."""

from __future__ import annotations

from outreach.asklint.grounding.figures import Figure
from outreach.asklint.grounding.line import Line
from outreach.asklint.grounding.names import PUBLICATIONS, STATE_WORDS, Name
from outreach.asklint.grounding.signs import LEADER, NOBODY, PIECE

_SAYS = frozenset("says said say estimates reports reported tells told writes wrote reckons".split())
_SCOPES = frozenset("state country nation province region world".split())
_TAIL = 9


def is_told_by_others(line: Line) -> bool:
    """ "..., the health department says", "..., my grandmother likes to say": nobody looks it up in the facts."""
    tokens = line.tokens
    comma = next((at for at in range(len(tokens) - 1, 0, -1) if tokens[at].low == ","), 0)
    tail = tokens[comma + 1 :]
    if not comma or not 2 <= len(tail) <= _TAIL or LEADER in line.speech.signs[comma:]:
        return False
    words = [token.low for token in tail if token.kind != "p"]
    if words[-1:] in (["me"], ["us"]):
        words.pop()
    return bool(_SAYS & set(words[-1:])) and words[0] not in ("and", "but") and not {"you", "i"} & set(words)


def is_of_whole_state(line: Line, at: int) -> bool:
    """ "4,000 children in this state", "Idaho alone has 27": a count of everybody's, unless the leader is named."""
    tokens, signs = line.tokens, line.speech.signs
    behind = [token.low for token in tokens[at : at + 10]]
    if any(behind[i] == "this" and behind[i + 1] in _SCOPES for i in range(len(behind) - 1)):
        return all(sign is not LEADER for sign in signs)
    begins = 2 if len(tokens) > 2 and tokens[1].is_capital else 1
    is_state = all(token.bare in STATE_WORDS for token in tokens[:begins])
    verb = {token.low for token in tokens[begins : begins + 2]} & {"has", "have", "had", "counts", "alone", "lost"}
    return is_state and bool(verb)


def is_writers_place(line: Line, name: Name) -> bool:
    """ "at Elm Middle School, where I teach"."""
    behind = [token.low for token in line.tokens[name.after : name.after + 3]]
    return behind[:2] == [",", "where"] and behind[2:] in (["i"], ["we"], ["my"], ["our"])


def acts_on_writer(line: Line, name: Name) -> bool:
    """ "The League of School Nurses has asked me to speak": what somebody did to the writer."""
    tokens, signs = line.tokens, line.speech.signs
    before = tokens[name.first - 1].low if name.first else ""
    if name.first and before not in (",", ".", ":", "the", "and", "but", "because", "that", "since"):
        return False
    behind = tokens[name.after : name.after + 5]
    place = next((at for at, token in enumerate(behind) if token.low in ("me", "us")), 0)
    named = signs[name.after : name.after + place]
    verbs = {token.low for token in behind[:place]}
    return bool(verbs & _ACTS) and all(sign is NOBODY for sign in named)


_ACTS = frozenset("asked asks invited invites told gave sent taught hired paid helped wants lets offered chose".split())


def is_audience(line: Line, figure: Figure) -> bool:
    """ "..., which goes to 1,200 members": who gets what the writer's article stands in."""
    before = line.tokens[max(0, figure.first - 4) : figure.first]
    if figure.kind != "count" or _REACHES.isdisjoint(token.low for token in before):
        return False
    earlier = range(max(0, figure.first - 14), figure.first)
    return any(line.speech.signs[at] is PIECE or line.tokens[at].bare in PUBLICATIONS for at in earlier)


_REACHES = frozenset("goes go going reaches reach sent mailed read circulates has".split())


def is_of_own_count(line: Line, at: int) -> bool:
    """ "Here is our own count, beside your 12%: at Elm Street 61 of 402 came back": what the colon opens is theirs."""
    if _is_in_own_parentheses(line, at):
        return True
    colon, lowest = at, max(0, at - _LONGEST_COUNT)
    while colon > lowest and line.tokens[colon - 1].low != ":":
        colon -= 1
    if colon == lowest:
        return False
    before = [token.low for token in line.tokens[max(0, colon - _LONGEST_COUNT) : colon]]
    return any(
        word in ("our", "my") and not _COUNTED.isdisjoint(before[place + 1 : place + 4])
        for place, word in enumerate(before)
    )


def _is_in_own_parentheses(line: Line, at: int) -> bool:
    """ "I work at Elm Home (61 beds, 12% of falls with harm)"."""
    words = [token.low for token in line.tokens[max(0, at - _LONGEST_COUNT) : at]]
    opened = max((place for place, word in enumerate(words) if word == "("), default=0)
    if not opened or ")" in words[opened:]:
        return False
    return not _OWNING.isdisjoint(words[:opened]) and {"you", "your"}.isdisjoint(words[:opened])


_OWNING = frozenset("i i'm i've we we've my our".split())
_LONGEST_COUNT = 40
_COUNTED = frozenset("count counts figure figures number numbers data tally survey results result audit".split())


def is_of_indefinite(line: Line, at: int) -> bool:
    """ "a hospital in Ohio that spent $3 million": what is told of a place that was not named before."""
    words = [token.low for token in line.tokens[max(0, at - _LONGEST_COUNT) : at]]
    first = max((place for place, word in enumerate(words) if word in _RELATIVE), default=0)
    if not first or not _PARTING.isdisjoint(words[first:]):
        return False
    before = words[max(0, first - 8) : first]
    return not {"a", "an"}.isdisjoint(before) and not _KINDS.isdisjoint(before) and "your" not in before


_RELATIVE = frozenset("that which where who".split())
_PARTING = frozenset(", ; : ( )".split())
_KINDS = frozenset(
    "hospital clinic home system network unit ward department practice agency school college center centre district "
    "hospice office".split()
)
