"""Titles, professions, awards and fields of medicine said of the leader or the place that are not confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from outreach.asklint.grounding.credentials import PROFESSIONS, letters_of
from outreach.asklint.grounding.job_titles import JobTitle, known_titles, title_is_known, titles_in, without_names
from outreach.asklint.grounding.known_text import GENERIC
from outreach.asklint.grounding.line import Claim, Line
from outreach.asklint.grounding.measures import SPECIALTIES
from outreach.asklint.grounding.signs import LEADER, NOBODY
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.words import stem

_HELD = frozenset(
    """
    as named appointed became become promoted were are was is serve serving served elected being been remain
    remained since your
    years role
    title elevation rise appointment hired called
    """.split()
)


def title_claims(line: Line) -> Iterator[Claim]:
    """Titles and professions that are said to be the leader's own and are not confirmed."""
    tokens = line.tokens
    for found in line.titles:
        title = without_names(tokens, found, line.known.anchors)
        if (title_is_known(title, line.known.titles) and not _is_elsewhere(line, title)) or not _is_said_of_leader(
            line, title.first, title.after
        ):
            continue
        if _is_held(tokens, title) or _is_behind_name(line, title):
            yield Claim(tokens[title.first].start, tokens[title.after - 1].end, "title")
    if line.words.isdisjoint(PROFESSIONS):
        return
    for at, token in enumerate(tokens):
        if token.low in PROFESSIONS and _is_of_profession(line, at):
            yield Claim(token.start, token.end, "title")


def _is_elsewhere(line: Line, title: JobTitle) -> bool:
    """ "As CEO of Pinnacle Mesa" where that title is confirmed of another place, and another title of that one."""
    behind = line.tokens[title.after : title.after + 5]
    if [token.low for token in behind[:1]] not in (["of"], ["at"], ["for"]):
        return False
    place = {token.bare for token in behind[1:] if token.is_capital and token.bare in line.known.words} - GENERIC
    known = line.known.known
    texts = (*known.facts, f"{known.title} {known.organization}")
    placed = [text for text in texts if place <= {token.bare for token in tokens_of(text)}] if place else []
    is_school = any(token.is_capital and token.bare in _SCHOOLS for token in behind[1:])
    return (
        bool(placed)
        and (is_school or any(known_titles((text,)) for text in placed))
        and not any(title_is_known(title, known_titles((text,))) for text in placed)
    )


_SCHOOLS = frozenset("university college school institute academy".split())


def _is_behind_name(line: Line, title: JobTitle) -> bool:
    """ "Ann Roe, Chief Nursing Officer of ...": the title stands behind the leader's own name."""
    tokens, at = line.tokens, title.first
    person = {token.bare for token in tokens_of(line.known.known.person) if len(token.bare) > 1}
    while at and (tokens[at - 1].low in (",", ".", "the", "your", "our") or tokens[at - 1].is_acronym):
        at -= 1
    return 0 < at < title.first and tokens[at - 1].bare in person


def _is_said_of_leader(line: Line, first: int, after: int) -> bool:
    """Also "As a physician you may ...": the wish is one, the title is told."""
    if line.owner(first) is LEADER:
        return True
    reach = 14 if first and line.tokens[first - 1].low == "as" else 3
    if [token.low for token in line.tokens[max(0, first - 2) : first]] in (["what", "a"], ["what", "an"]):
        return True
    is_yours = any(token.low in ("you", "you've") for token in line.tokens[after : after + reach])
    return is_yours or any(token.bare in line.known.anchors for token in line.tokens[max(0, first - 3) : first])


def _is_held(tokens: Sequence[Token], title: JobTitle) -> bool:
    """Whether a title is said to be the leader's own: "as", "you are", "named" before it, not "your chief of
    surgery"."""
    start = title.first
    while start and tokens[start - 1].is_capital and tokens[start - 1].low != "as":
        start -= 1  # "As Stonegate's Chief ..."
    before = [token.low for token in tokens[max(0, start - 4) : start]]
    behind = [token.low for token in tokens[title.after : title.after + 3]]
    if behind[:3] == ["such", "as", "you"] or behind[:2] in (["like", "you"], ["like", "yourself"]):
        return True
    if before[-2:] in (["what", "a"], ["what", "an"]) and behind[:1] in (["does"], ["is"]):
        return True
    if before and before[-1] in ("a", "an", "the", "its", "-"):
        before.pop()
    if before[-1:] == ["you"] and before[-2:-1] and before[-2] in _CALLS:
        return True
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


_CALLS = frozenset("calls call called names name lists list describes introduces introduced makes styles".split())


def _is_of_profession(line: Line, at: int) -> bool:
    """ "as a physician" of somebody whose letters are confirmed, none of a physician among them."""
    letters = {letters_of(credential) for credential in line.known.known.credentials}
    tokens = line.tokens
    own = at >= 2 and tokens[at - 1].low in ("a", "an") and tokens[at - 2].low in ("as", "are", "being", "became")
    if not own or not letters or letters & PROFESSIONS[tokens[at].low] or tokens[at].low in line.known.words:
        return False
    return _is_said_of_leader(line, at, at + 1)


def award_claims(line: Line) -> Iterator[Claim]:
    """ "award-winning" of a place of which no award is confirmed."""
    if line.words.isdisjoint(("award", "prize", "medal")):
        return
    if any(word in line.known.words for word in ("award", "honor", "prize", "recognition", "medal", "won")):
        return
    tokens = line.tokens
    for at in range(len(tokens) - 2):
        words = [token.low for token in tokens[at : at + 3]]
        is_winner = words[0] in ("award", "prize", "medal") and words[1] == "-" and words[2] in ("winning", "winner")
        if is_winner and line.owner(at) is LEADER:
            yield Claim(tokens[at].start, tokens[at + 2].end, "award")


_BEFORE_MEDICINE = frozenset(
    "family emergency internal sports geriatric preventive sleep occupational addiction".split()
)


def specialty_claims(line: Line) -> Iterator[Claim]:
    """ "your pediatric residency" where a residency in family medicine is confirmed."""
    known = line.known
    if SPECIALTIES.isdisjoint(line.words):
        return
    for at in range(len(line.tokens) - 1):
        word, noun = line.tokens[at].bare, line.tokens[at + 1].bare
        if word in _BEFORE_MEDICINE and noun == "medicine":
            if word not in known.words and _BEFORE_MEDICINE & known.words and line.owner(at) in (LEADER, NOBODY):
                yield Claim(line.tokens[at].start, line.tokens[at + 1].end, "name")
            continue
        if word not in SPECIALTIES or word in known.words or stem(word) in known.words:
            continue
        has_other = any(noun in text and SPECIALTIES & text for text in known.texts)
        if has_other and noun not in SPECIALTIES and line.owner(at) is LEADER and line.is_named(at):
            yield Claim(line.tokens[at].start, line.tokens[at].end, "name")
