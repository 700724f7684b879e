"""States named in a text where what is confirmed tells of another one."""

from __future__ import annotations

from outreach.asklint.grounding.figure_claims import is_carried
from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.line import Line
from outreach.asklint.grounding.names import STATE_WORDS, Name, telling
from outreach.asklint.grounding.signs import LEADER, Owner


def is_wrong_state(line: Line, name: Name, owner: Owner) -> bool:
    """Whether a name is a state that stands where a confirmed one belongs."""
    if not line.known.states or not _names_unknown_state(line, name):
        return False
    return _is_other_state(line, name) or _is_listed_state(line, name) or _is_home_state(line, name, owner)


def _names_unknown_state(line: Line, name: Name) -> bool:
    words = telling(line.tokens, name)
    return bool(words) and all(word.bare in STATE_WORDS and word.bare not in line.known.words for word in words)


def _is_other_state(line: Line, name: Name) -> bool:
    """ "Elko, Utah" where Elko in Nevada is confirmed."""
    tokens, known = line.tokens, line.known
    at = name.first - 1 if name.first and tokens[name.first - 1].low == "," else name.first
    town = tokens[at - 1] if at else None
    return town is not None and town.is_capital and town.bare in known.words and town.bare not in known.states


def _is_listed_state(line: Line, name: Name) -> bool:
    """ "Idaho, Montana and Wyoming" where only the first two are confirmed."""
    tokens, known = line.tokens, line.known
    before = [token.bare for token in tokens[max(0, name.first - 3) : name.first]]
    link = before[-2:-1] if before[-2:] != [",", "and"] else before[-3:-2]
    is_listed = before[-1:] in (["and"], [","]) and bool(link) and link[0] in known.states
    return is_listed and line.touches_facts and not line.speaks_for_writer


def _is_home_state(line: Line, name: Name, owner: Owner) -> bool:
    """ "in Utah that your clinics are", "all 6 counties of Utah" where they are in Nevada."""
    tokens = line.tokens
    behind = [token.low for token in tokens[name.after : name.after + 2]]
    if behind in (["that", "you"], ["that", "your"], ["where", "you"], ["where", "your"]):
        return True
    before = tokens[max(0, name.first - 4) : name.first]
    counted = (figure for figure in figures_of(line.sentence.text) if name.first - 6 <= figure.first < name.first)
    return owner is LEADER and any(token.low == "of" for token in before) and any(is_carried(line, f) for f in counted)
