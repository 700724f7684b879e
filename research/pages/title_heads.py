"""The head noun of a title and the rank and department words before it."""

from __future__ import annotations

from research.pages.lexicon import (
    ACRONYM_HEADS,
    DEPARTMENTS,
    DETERMINERS,
    SENIORITY,
    STOPPERS,
)
from research.pages.person_names import may_be_given_name, may_be_surname
from research.pages.title_prefixes import TitlePrefixes
from research.pages.title_words import (
    AWARDS,
    BEGINNING_RANKS,
    BODY_MEMBERS,
    CERTIFIED,
    CHIEF_STOPS,
    COMMON_HEADS,
    COMPOUNDS,
    DISMISSED,
    FLUFF,
    KNOWN,
    MAX_CHIEF,
    MAX_LEFT,
    MODAL,
    OF_PRACTICES,
    OF_SEATS,
    ORDINARY,
    RANK,
    STATUS_WORDS,
    Core,
    head_class,
)

_OF_PEOPLE = frozenset({"dr", "mr", "ms", "mrs"})
"""Honorifics of a person that stand before no title."""

_TRUSTS = frozenset({"annuity", "trust", "unitrust"})


class TitleHeads(TitlePrefixes):
    """Finds head nouns of titles and their modifiers."""

    def _is_head(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.is_word:
            return False
        lower = token.lower
        if self._is_award(at):
            return False
        if lower in {"lead", "head", "chair", "host"} and at and self.tokens[at - 1].lower in {"to", "will"}:
            return False
        if lower in ACRONYM_HEADS:
            return (
                token.text.isupper()
                or token.text.rstrip("s").isupper()
                or (self.card and token.is_capital and lower in {"ceo", "cfo", "vp", "svp", "evp"})
            )
        if head_class(lower) is None:
            return lower in {"member", "members"} and (self._board_beside(at) or self.card)
        following = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        if lower == "resident" and following in {"of", "in"}:
            return False  # who lives there
        if (
            (lower in BODY_MEMBERS or (lower == "trustee" and head_class(following) is not None))
            and at > 1
            and self.tokens[at - 1].lower == "of"
            and self.tokens[at - 2].lower in {"board", "boards"}
        ):
            return False
        if lower in COMMON_HEADS and token.is_capital and not self.card and self._names_something(at):
            return False
        if lower == "chief":
            return (
                following == "of"
                or (self.card and at == 0 and following == ",")
                or (not following.isalpha() and self._has_rank_before(at))
                or (self._has_rank_before(at) and not self._officer_after(at) and head_class(following) is None)
            )
        if self._is_surname(at, following) or self._is_given_name(at):
            return False
        if following.startswith("'s") and not self.card:
            return False
        if lower.removeprefix("non-") in {
            "executive",
            "exec",
            "nonexecutive",
            "associate",
            "assistant",
            "principal",
            "secretary",
            "nurse",
            "physician",
            "worker",
            "technologist",
            "resident",
            "chair",
            "president",
            "director",
            "manager",
            "vice-president",
            "treasurer",
            "head",
            "lead",
            "partner",
            "professor",
            "fellow",
            "judge",
        } and self._goes_on(at):
            return False
        if lower in {"lead", "head", "leader", "host", "author"} and not self.card:
            return following in {"of", "for"} or self._has_rank_before(at) or (token.is_capital and at > 0)
        return True

    def _is_award(self, at: int) -> bool:
        """Whether the word is part of an award's or a gift's name: "Nurse of the Year", "Roe Lead Annuity Trust"."""
        ahead = [t.lower for t in self.tokens[at + 1 : at + 4]]
        if self.tokens[at].text == "Lead" and ahead[:1] and ahead[0] in _TRUSTS:
            return True
        if ahead[:1] and ahead[0] in AWARDS and self.tokens[at + 1].is_capital:
            return True
        period = ahead[1:] if ahead[1:2] != ["the"] else ahead[2:]
        return ahead[:1] == ["of"] and period[:1] in (["year"], ["month"], ["decade"])

    def _is_surname(self, at: int, following: str) -> bool:
        """Whether the word ends a name: "Lori Dean, who" against "Harvard Dean Lori Roe"."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        if before is None or not token.is_capital or not may_be_surname(token.lower):
            return False
        if not before.is_word or not before.is_capital or before.is_acronym or before.lower in KNOWN:
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following not in {"of", "for"} and not (after is not None and after.is_word and after.is_capital)

    def _is_given_name(self, at: int) -> bool:
        """Whether the word begins a name: "Dr. Dean Roe", "CEO Dean Roe", "Dean Roe, CEO"; a dean is "Dean Ann Roe"."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        after = self.tokens[at + 1 : at + 4]
        if not token.is_capital or not may_be_given_name(token.lower):
            return False
        if not after or not after[0].is_word or not after[0].is_capital or after[0].lower in ORDINARY:
            return False
        if before is not None and (before.lower.rstrip(".") in _OF_PEOPLE or before.lower in ACRONYM_HEADS):
            return True
        return len(after) > 2 and after[1].text == "," and after[2].text.isupper() and after[2].lower in ACRONYM_HEADS

    def _names_something(self, at: int) -> bool:
        """Whether a capitalized word goes on: in "Executive Diversity Program" the executive is nobody."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.is_word and after.is_capital and after.lower in ORDINARY

    def _officer_after(self, at: int) -> bool:
        return any(t.lower in {"officer", "executive"} for t in self.tokens[at + 1 : at + 1 + MAX_CHIEF])

    def _goes_on(self, at: int) -> bool:
        """Whether the word is only a modifier of a head right after it ("executive director", "nurse manager")."""
        for after in range(at + 1, min(at + 5, len(self.tokens))):
            token = self.tokens[after]
            if not token.is_word or token.lower in STOPPERS:
                return False
            if (
                head_class(token.lower)
                or token.lower == "member"
                or (token.lower in ACRONYM_HEADS and token.text.isupper())
            ):
                return True
            if token.lower not in RANK or token.is_capital != self.tokens[at].is_capital:
                return False
        return False

    def _has_rank_before(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        return before is not None and before.is_word and before.lower in RANK

    def _board_beside(self, at: int) -> bool:
        before = self.tokens[at - 1].lower if at else ""
        ahead = [t.lower for t in self.tokens[at + 1 : at + 9]]
        return before in {"board", "committee", "council"} or (ahead[:1] == ["of"] and "board" in ahead)

    def _core(self, head: int, floor: int) -> Core:
        start = head
        chief = (
            self._chief_before(head, floor)
            if self.tokens[head].lower in {"officer", "executive", "officers", "nurse"}
            else head
        )
        start = chief
        status = "current"
        while start > floor and head - start < MAX_LEFT + MAX_CHIEF:
            step = self._left(start, floor)
            if not step:
                break
            start -= step
            if self.tokens[start].lower in DISMISSED:
                break
        while start < head:
            word = self.tokens[start].lower
            if word == "past" and not self.card:
                status, start = "former", start + 1
            elif word in STATUS_WORDS:
                status = STATUS_WORDS[word]
                if word in {"interim", "acting"}:
                    break
                start += 1
            elif (
                word in FLUFF
                or word in DETERMINERS
                or self.tokens[start].text in {"&", "/", "-"}
                or word in {"and", "of"}
            ):
                start += 1
            else:
                break
        if status == "current":
            status = next(
                (STATUS_WORDS[t.lower] for t in self.tokens[start:head] if t.lower in {"interim", "acting"}), status
            )
        after = [token.lower.rstrip(".") for token in self.tokens[head + 1 : head + 3]]
        end = head + 3 if after[:1] == ["pro"] and after[1:] in (["tem"], ["tempore"]) else head + 1
        core = Core(start, head, end, start, start, status)
        self._take_prefix(core, floor)
        return core

    def _chief_before(self, head: int, floor: int) -> int:
        for at in range(head - 1, max(floor, head - MAX_CHIEF) - 1, -1):
            token = self.tokens[at]
            if token.lower == "chief":
                return at
            if (token.text not in {"&", "/", ","} and not token.is_word) or token.lower in CHIEF_STOPS:
                break
        return head

    def _left(self, start: int, floor: int) -> int:
        """How many tokens before `start` belong to the title's modifiers."""
        token = self.tokens[start - 1]
        if token.text in {"&", "/"} or token.lower == "and":
            if start - 2 < floor:
                return 0
            before = self.tokens[start - 2]
            same = before.is_capital == self.tokens[start].is_capital
            return (
                2 if before.is_word and before.lower in DEPARTMENTS and head_class(before.lower) is None and same else 0
            )
        if not token.is_word or (token.lower in MODAL and token.text.islower()):
            return 0
        if token.lower == "judge" and self.tokens[start].lower == "executive":
            return 1  # who heads a county's government
        if token.lower == "practice" and self.tokens[start].lower in OF_PRACTICES:
            return 1
        if token.lower in OF_SEATS or (token.lower == "company" and self.tokens[start].lower == "secretary"):
            return 1
        if token.lower.endswith("ed") and start > 1 and self.tokens[start - 2].text == "," and token.lower not in RANK:
            return int(token.lower in CERTIFIED or token.lower in STATUS_WORDS or token.lower in FLUFF)
        if token.lower == "managing" and self.tokens[start].lower in {"director", "partner", "principal"}:
            return 1
        if token.lower in STOPPERS and not (token.is_capital and token.lower in DEPARTMENTS):
            return 0
        if (
            token.is_capital
            and not self.card
            and self.tokens[start].text.islower()
            and token.lower != "chief"
            and not token.is_acronym
            and not (start == 1 and token.lower in BEGINNING_RANKS)
        ):
            return 0  # "Roe Professionals board president": the organization ends where small letters begin
        if token.lower.removeprefix("co-") in RANK and (
            head_class(token.lower) is None or token.lower in SENIORITY or self._compound(start - 1)
        ):
            return 1
        if token.is_capital:
            return (
                1
                if self.card
                and start - 1 > 0
                and (not token.text.endswith(".") or token.text.count(".") > 1)
                and self._ordinary_before(start - 1, floor)
                else 0
            )
        return 1 if token.text.islower() and head_class(token.lower) is None else 0

    def _ordinary_before(self, at: int, floor: int) -> bool:
        return all(t.is_word and t.lower in RANK for t in self.tokens[floor:at])

    def _compound(self, at: int) -> bool:
        """A head that may modify another: "nurse manager", "physician leader", "executive director"."""
        return self.tokens[at].lower in COMPOUNDS
