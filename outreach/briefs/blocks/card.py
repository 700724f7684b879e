"""The card that is read in ten seconds: who, why now, give first, ask, avoid. The user's own words for a row win."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from outreach.briefs.allowed import ENOUGH, PATH, of_kinds, that_hold
from outreach.briefs.blocks import _choosing
from outreach.briefs.blocks.changes import when
from outreach.briefs.blocks.head import day_words
from outreach.briefs.material import KnownFact, Material
from outreach.briefs.model import Card, CardRow, Run, Text
from outreach.briefs.shortening import CARD_ROW, first_that_fits, whole_sentences
from outreach.briefs.telling import cited, text, title_of
from outreach.drafts.letter_dates import partial
from outreach.drafts.letter_grammar import clean, counted, sentence
from outreach.drafts.letter_phrases import quoted

KEY = "card"
PLACE = "card"
ORDER = 0

LABELS = {"who": "Who", "why_now": "Why now", "give": "Give first", "ask": "Ask", "avoid": "Avoid"}
"""Rows of the card in their order -> what stands before them."""

NOT_RESEARCHED = "Not researched"

NOT_SETTLED = "Stating as fact what the brief lists as not settled."
"""Leads to the block of that name; a card without the page beside it names the thing instead."""

_LONGEST_OWN = 285
"""Characters of a sentence of the user's own that is kept whole: three lines. What is longer is no row of a card."""

_YEAR = timedelta(days=365)
_MOST_OF_PATH = 2
"""Sentences about where somebody comes from."""


def build(material: Material) -> Card:
    """Always there. Below three facts that hold it says so, and nothing is composed of the others."""
    rows = [CardRow(key, LABELS[key], words) for key in LABELS if (words := _row(key, material))]
    return Card(tuple(rows), aside=_aside(material))


def _row(key: str, material: Material) -> Text:
    own = _own(material.card.get(key, ""))
    if own:
        return (Run(own),)
    if that_hold(material) < ENOUGH and key in _NEEDS_FACTS:
        return _not_researched(material) if key == "who" else ()
    return _COMPOSED[key](material)


def _own(words: str) -> str:
    """The user's words, as many whole sentences as a row holds; the first sentence may take a line more."""
    words = clean(words)
    return whole_sentences(words, CARD_ROW) or whole_sentences(words, _LONGEST_OWN)


_NEEDS_FACTS = frozenset({"who", "why_now", "give"})


def _not_researched(material: Material) -> Text:
    number = that_hold(material)
    if not number:
        return (Run(f"{NOT_RESEARCHED}. No fact about the person can be relied on yet."),)
    return (Run(f"{NOT_RESEARCHED}. Only {counted(number, 'fact')} about the person can be relied on so far."),)


# --- who --------------------------------------------------------------------------------------------------------------


def _who(material: Material) -> Text:
    spoken = _choosing.spoken(material)
    runs: list[Run] = []
    room = CARD_ROW
    for fact in _path(material):
        told = _choosing.said_about(fact, material, spoken, CARD_ROW)
        words = spoken.as_note(told)
        if words and len(words) < room and len(runs) < _MOST_OF_PATH:
            runs.append(Run(f"{' ' if runs else ''}{words}", sources=cited(fact.sources)))
            room -= len(runs[-1].text)
    return tuple(runs)


def _path(material: Material) -> list[KnownFact]:
    """What a person did before, and learned; one of each kind first, the newest first, the present post last."""
    title = clean(material.leader.title).casefold()
    known = [one for one in of_kinds(material.facts, PATH) if one.about == "person" and not _is_present(one, title)]
    known.sort(key=_choosing.time_of, reverse=True)
    known.sort(key=lambda one: (not clean(one.organization_name), PATH.index(one.predicate), _degree(one)))
    firsts = {one.predicate: one for one in reversed(known)}
    rest = [one for one in known if firsts[one.predicate] is not one]
    first = sorted(firsts.values(), key=lambda one: PATH.index(one.predicate))
    return [*first, *rest] or of_kinds(material.facts, ("role",))


_DEGREES = (r"ph\.?d|doctor|\bmd\b|\bdo\b", r"master|\bm[bhps]\w{0,2}\b", r"bachelor|\bbsn?\b")


def _degree(fact: KnownFact) -> int:
    """The place of a degree, the highest first."""
    words = clean(fact.bare or fact.value).casefold()
    return next((place for place, one in enumerate(_DEGREES) if re.search(one, words)), len(_DEGREES))


def _is_present(fact: KnownFact, title: str) -> bool:
    return fact.predicate == "role" and not fact.ends and clean(fact.bare or fact.value).casefold() == title


# --- why now ----------------------------------------------------------------------------------------------------------


def _why_now(material: Material) -> Text:
    runs = []
    room = CARD_ROW
    session = clean(material.meeting.session)
    on_program = f"On the program here: {quoted(session)}." if session else ""
    for change in _choosing.news(material):
        led = f"{when(change.on, material.made_on)}: "
        words = whole_sentences(change.words, room - len(led) - (len(on_program) + 1 if on_program else 0))
        if words:
            runs.append(Run(f"{led}{words}", sources=cited(change.sources)))
            break
    if on_program and len(on_program) <= room - sum(len(run.text) for run in runs):
        runs.append(Run(f"{' ' if runs else ''}{on_program}"))
    return tuple(runs)


# --- give, ask, avoid -------------------------------------------------------------------------------------------------


def _give(material: Material) -> Text:
    if material.stopped:
        return ()
    idea = whole_sentences(sentence(clean(material.give)), CARD_ROW)
    if idea:
        return (Run(idea),)
    for fact in _choosing.work(material):
        words = first_that_fits(_response(fact, material), CARD_ROW)
        if words:
            return text(words, fact.sources)
    project = clean(material.project).rstrip(" .")
    spoken = _choosing.spoken(material)
    offer = f"Offer to send {spoken.them} what comes of your work: {project}." if project else ""
    return (Run(offer),) if 0 < len(offer) <= CARD_ROW else ()


def _response(fact: KnownFact, material: Material) -> Iterator[str]:
    """A reader's response to what they wrote or said within a year, or a word about an honor."""
    if not _choosing.is_lately(_choosing.time_of(fact), material.made_on):
        return
    value = title_of(fact, material.leader)
    if fact.predicate in ("publication", "talk"):
        yield f"A reader’s response to {quoted(value)}: one thing that you took from it, and no question."
        yield f"A reader’s response to the latest {fact.predicate}: one thing that you took from it, and no question."
    elif fact.predicate == "award":
        yield f"One sentence of congratulation on {quoted(value)}: say what it is for, and ask for nothing."


def _ask(material: Material) -> Text:
    if material.stopped:
        return (Run(_fitting("Nothing at present.", material.stopped)),)
    aim = _own(sentence(clean(material.meeting.aim)))
    if aim:
        return (Run(aim),)
    for asked in material.questions:
        words = f"One question: {clean(asked.words)}"
        if asked.sources and words.endswith("?") and len(words) <= CARD_ROW:
            return text(words, asked.sources)
    return ()


def _avoid(material: Material) -> Text:
    words = []
    if material.stopped:
        words.append("Any request today.")
    if material.unsettled:
        words.append(NOT_SETTLED)
    return (Run(" ".join(words)),) if words else ()


def _fitting(first: str, then: str) -> str:
    return whole_sentences(f"{first} {sentence(clean(then))}", CARD_ROW)


_COMPOSED: dict[str, Callable[[Material], Text]] = {
    "who": _who, "why_now": _why_now, "give": _give, "ask": _ask, "avoid": _avoid
}  # fmt: skip


# --- how far it goes --------------------------------------------------------------------------------------------------


def _aside(material: Material) -> str:
    """ "19 facts, 17 confirmed · checked Nov 6, 2026"; the oldest fact too where that is older than a year."""
    count = max(material.facts_count, len(material.facts))
    facts = f"{count} {'fact' if count == 1 else 'facts'}" if count else "no facts yet"
    if that_hold(material) < ENOUGH:
        # Most of them are about the organization: "71 confirmed" beside "not researched" would confuse.
        parts = [f"{facts} in the dossier" if count else facts]
    else:
        parts = [f"{facts}, {len(material.facts)} confirmed"]
    parts += _oldest(material.made_on, _choosing.oldest(material))
    if material.checked_on is not None:
        parts.append(f"checked {day_words(material.checked_on)}")
    return " · ".join(parts)


def _oldest(made_on: date, dated: str) -> Sequence[str]:
    last = _choosing.day_of(dated)
    return (f"oldest from {partial(dated[:7])}",) if last is not None and made_on - last > _YEAR else ()
