"""The words before a title: the organization that it is of, or a duty, a nation, the beginning of a sentence."""

from __future__ import annotations

from research.pages.lexicon import (
    DEPARTMENTS,
    DETERMINERS,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS,
    TRADE_NOUNS,
    VERBS,
)
from research.pages.title_words import (
    CERTIFIED,
    CHIEFS,
    FLUFF,
    HOUSES,
    MINISTRIES,
    NATIONS,
    NEVER_ABSORBED,
    NOT_RANKS,
    OF_DUTIES,
    ORDINARY,
    PREFIX_NOUNS,
    PREFIX_STOPS,
    REGIONAL,
    STATUS_WORDS,
    Core,
)
from research.pages.tokens import Token

_BESIDE = FLUFF | frozenset(STATUS_WORDS) | {"first", "only", "sole", "first-ever"}
"""What may stand between whose a post is and its title: "Elm Hospital's first chief equity officer"."""


class TitlePrefixes:
    """Takes the organization before a title off the title's own words. `card`: the text is a line of its own."""

    def __init__(self, text: str, tokens: list[Token], *, card: bool = False) -> None:
        self.text = text
        self.tokens = tokens
        self.card = card

    def _take_prefix(self, core: Core, floor: int) -> None:
        """Takes the organization written before the title off its modifiers: "Roe Health | Stroke Coordinator"."""
        run = core.start
        while run > floor and self.tokens[run - 1].lower in _BESIDE:
            run -= 1
        if run == floor or self.tokens[run - 1].lower != "'s":
            run = core.start
        owner_end = run
        if run > floor and self.tokens[run - 1].lower in {"and", "of", "for", "the"}:
            return  # what is joined to the title is another's
        while run > floor and self._in_prefix(run - 1, floor):
            run -= 1
        if owner_end < core.start and run < owner_end:
            core.prefix_start, core.prefix_end, core.possessive = run, owner_end - 1, True
            return
        while run < core.start and (
            not (self.tokens[run].is_capital and self.tokens[run].is_word)
            or self.tokens[run].lower in STATUS_WORDS
            or self.tokens[run].lower in FLUFF | VERBS
        ):
            run += 1
        end = core.start
        if run < core.start:
            at = core.start
            while at < core.head and self._absorbs(at, core):
                at += 1
            end = at
            if end - run == 1 and self.tokens[run].lower in CERTIFIED:
                core.start = core.prefix_start = core.prefix_end = run
                return  # "Registered Manager"
            if end - run == 1 and self.tokens[run].lower.endswith(NATIONS):
                core.prefix_start = core.prefix_end = core.start  # "English Chief Nursing Officer": a nation's
                return
        if end > run and (
            self._prefix_is_title(run, end) or self._tells_duty(run, end, core) or self._begins_sentence(run, end, core)
        ):
            core.start = core.prefix_start = core.prefix_end = run
            return
        genitive = end > run and end < len(self.tokens) and self.tokens[end].lower == "'s"
        core.prefix_start, core.prefix_end = run, end
        if end > core.start and not genitive:
            core.start = end
        if core.prefix_end == core.start and run < end and self.tokens[end - 1].lower == "'s":
            core.prefix_end = end - 1
            core.possessive = True

    def _absorbs(self, at: int, core: Core) -> bool:
        """Whether the organization goes on: also over "and", as in "Elm Hospital & Health Services CEO"."""
        if self.tokens[at].text == "&" or self.tokens[at].lower == "and":
            return self.tokens[at + 1].is_capital and self.tokens[at + 1].lower in PREFIX_NOUNS
        return self.tokens[at].is_capital and self._absorbed(at, core)

    def _absorbed(self, at: int, core: Core) -> bool:
        """Whether a rank word belongs to the organization before it: nouns do, and departments before "CEO"."""
        lower = self.tokens[at].lower
        if at + 1 == core.head and lower in NEVER_ABSORBED:
            return False  # "Roe Care Center Medical Director"
        if lower == "health" and self.tokens[at - 1].lower in {"county", "public"} and at + 1 == core.head:
            return self.tokens[core.head].lower not in {"director", "officer"}  # "Roe County Health Director"
        if lower in PREFIX_NOUNS:
            return True
        if lower in REGIONAL and any(t.lower in HOUSES for t in self.tokens[at + 1 : core.head]):
            return True  # "Roe Regional Medical Center CNO"
        if lower in REGIONAL and self.tokens[at + 1].lower == "health" and self._begins_rank(at + 2):
            return True  # "Roe Regional Health CEO"
        return lower in NOT_RANKS and self.tokens[core.head].lower in CHIEFS and lower != "board"

    def _begins_rank(self, at: int) -> bool:
        """Whether a title of its own begins at `at`, not the head alone that a department stands before."""
        lower = self.tokens[at].lower
        return lower in CHIEFS or lower in {"chief", "vice", "executive", "interim", "acting", "board"}

    def _begins_sentence(self, run: int, end: int, core: Core) -> bool:
        """Whether a word is capitalized only as the first: "Insurance agency president Jane Roe"."""
        if run != 0 or end != 1 or end >= core.head or not self.tokens[end].text.islower():
            return False
        noun = self.tokens[end].lower
        return noun in TRADE_NOUNS and (self.tokens[run].lower in ORDINARY or noun.rstrip("s").endswith(("er", "or")))

    def _prefix_is_title(self, run: int, end: int) -> bool:
        """Words before the rank that name no organization: a department with a word that is unknown, a nation's."""
        words = [t for t in self.tokens[run:end] if t.is_word]
        if len(words) == 1 and words[0].lower in MINISTRIES and self.tokens[end].lower == "secretary":
            return True  # a minister
        if any(t.lower in ORGANIZATION_NOUNS for t in words) or self.tokens[end - 1].lower == "'s":
            return False
        return words[0].lower in DEPARTMENTS and self.tokens[end].is_capital

    def _tells_duty(self, run: int, end: int, core: Core) -> bool:
        """Whether a card's words before a manager tell a duty that no list has: "Ward Manager", "Agency Supervisor"."""
        words = [t for t in self.tokens[run:end] if t.is_word]
        head = self.tokens[core.head]
        small = head.text.islower() and run == 0 and len(words) == 1  # "Workers representative"
        of_duty = head.lower in OF_DUTIES or (small and head.lower not in ORGANIZATION_HEADS | {"director", "chief"})
        plain = all(t.is_word and not t.is_acronym for t in self.tokens[run:end])
        if not (self.card and of_duty and plain) or len(words) > 2:
            return False
        return len(words) == 1 or ORGANIZATION_NOUNS.isdisjoint(t.lower for t in words)

    def _in_prefix(self, at: int, floor: int) -> bool:
        token = self.tokens[at]
        if token.is_word:
            if token.is_capital:
                return token.lower not in PREFIX_STOPS and token.lower not in DETERMINERS
            if token.lower not in {"of", "and", "for", "the"} or at <= floor:
                return False
            before, after = self.tokens[at - 1], self.tokens[at + 1]
            opens = before.is_capital or (token.lower == "the" and before.lower == "of")
            return opens and (after.is_capital or (token.lower == "of" and after.lower == "the"))
        if token.lower == "'s":
            return at - 1 >= floor and self.tokens[at - 1].is_capital
        return (
            token.text in {"|", "&", "/", "–"}
            and at - 1 >= floor
            and self.tokens[at - 1].is_capital
            and self.tokens[at + 1].is_capital
        )
