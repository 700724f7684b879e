"""Whether the words behind a title are the organization where it is held, or a duty, a place, the next person."""

from __future__ import annotations

from itertools import pairwise

from research.pages.lexicon import DEPARTMENTS, ORGANIZATION_HEADS, ORGANIZATION_NOUNS, VERBS
from research.pages.organizations_named import OrganizationSpan
from research.pages.person_names import may_be_name
from research.pages.title_heads import TitleHeads
from research.pages.title_words import (
    BODIES,
    GROUP_WORDS,
    KNOWN,
    ORDINARY,
    PARTS,
    PLACING,
    PROJECTS,
    SURE_NOUNS,
    UNITS,
    Core,
    head_class,
)
from research.pages.tokens import is_dash, slice_text
from research.places import REGIONS

_HOUSES = frozenset({"hospice", "hospital", "hospitals"})
"""Units of a house that are houses of their own where somebody presides over them: "CEO of Hospice of the Dunes"."""
_OF_DUTIES = frozenset({"director", "manager", "head", "lead", "coordinator", "supervisor"})
"""Titles behind whose dash one word is a duty."""
_TELLING = frozenset("said says told added and announced confirmed explained".split())
_OWN = frozenset({"its", "their", "our"})
"""What stands before a part of the house that is spoken of."""
_DUTIES_OF = frozenset({"affairs", "engagement", "relations", "services", "operations"})
"""What a vice president is of without a house: "Vice President of Civic Engagement and Community Affairs"."""
_PRACTICES = frozenset(
    "hospital clinic practice group center centre agency network system provider organization".split()
)
"""What a house is called by the words behind its name: "Elm Associates, a private practice"."""
_PUBLIC = frozenset(
    "department ministry of state public health and human mental behavioral social services hygiene welfare".split()
)
"""Of which the name of a government's body for health is made."""
LETTERS = 6
"""Letters of a short name before somebody's: "CEO of EHC Jane Roe"."""


def _is_health_department(words: list[str]) -> bool:
    """Whether words are the name of a government's own body: "Department of Health and Human Services"."""
    return words[:2] in (["department", "of"], ["ministry", "of"]) and "health" in words and _PUBLIC.issuperset(words)


class TitleOrganizations(TitleHeads):
    """Judges the group of words that a title is "of" or "at"."""

    def _letters_before_name(self, span: OrganizationSpan) -> bool:
        """Whether a short name is followed by its holder: "chief executive of EHC Jane Roe, to the podium"."""
        first, rest = self.tokens[span.start], range(span.start + 1, span.end)
        if not first.is_acronym or len(first.text) > LETTERS or not 2 <= len(rest) <= 3:
            return False
        closed = span.end >= len(self.tokens) or self.tokens[span.end].text in {",", "."} or self._tells_on(span.end)
        return closed and all(self._names_nothing_else(at) for at in rest)

    def _tells_on(self, at: int) -> bool:
        """Whether a verb of saying or another person stands at `at`."""
        return at < len(self.tokens) and self.tokens[at].lower in _TELLING

    def _names_nothing_else(self, at: int) -> bool:
        token = self.tokens[at]
        return token.is_initial or (token.lower not in KNOWN and may_be_name(token.text))

    def _comma_ends(self, end: int) -> bool:
        """In running text a department after a comma is closed by another mark or preposition."""
        if self.card or end >= len(self.tokens):
            return True
        return self.tokens[end].text in {",", ".", ";", ")"} or self.tokens[end].lower in {
            "at",
            "for",
            "of",
            "and",
            "said",
            "says",
        }

    def _is_placed(self, at: int) -> bool:
        """Whether a town in brackets stands at `at`: "president and CEO, Elmway (Oaktown)"."""
        inside = self.tokens[at + 1 : at + 5] if at < len(self.tokens) and self.tokens[at].text == "(" else []
        closing = next((n for n, token in enumerate(inside) if token.text == ")"), 0)
        return closing > 0 and all(token.is_capital or token.text in {",", "."} for token in inside[:closing])

    def _place_follows(self, end: int) -> bool:
        """Whether a bracket, a place or the person's deed stands behind an organization."""
        token = self.tokens[end]
        does = token.text.islower() and (token.lower.endswith("ed") or token.lower in VERBS)
        return token.text in {"(", ":"} or is_dash(token) or token.lower in PLACING or does

    def _apposed_organization(self, head: str, span: OrganizationSpan) -> bool:
        """Whether a group behind a comma or dash is where the post is held, not a department or the next person."""
        tokens = self.tokens
        single = span.end - span.start == 1
        if self._looks_like_name(span) or tokens[span.end - 1].lower in PROJECTS:
            return False
        if self.card and tokens[span.end - 1].lower in PARTS:
            return False
        if self._is_calling(span) or self._is_further_title(span):
            return False
        if self._ordinary_group(span.start) and any(t.text == "|" for t in tokens[span.start : span.end]):
            return False  # "Population Health | Oak": a duty, then the organization
        if self.card and (self._named_body(span) or (head in ORGANIZATION_HEADS and self._ends_as_organization(span))):
            return True
        if all(t.is_acronym or not t.is_word for t in tokens[span.start : span.end]) and not single:
            return False  # "OB/GYN"
        if self.card and single and not span.noun and is_dash(tokens[span.start - 1]) and head in _OF_DUTIES:
            return False  # "Director – Admin": what is directed, where a CEO's dash is followed by the house
        if self.card:
            return span.proper and not (
                single and tokens[span.start].is_acronym and tokens[span.start].lower in DEPARTMENTS
            )
        if head in ORGANIZATION_HEADS and single and span.proper and self._is_placed(span.end):
            return True
        return span.proper and span.noun and (self._comma_ends(span.end) or self._place_follows(span.end))

    def _begins_with_letters(self, span: OrganizationSpan) -> bool:
        """Whether letters that are no duty's stand before a house's ordinary words: "QRT Community Services"."""
        first, last = self.tokens[span.start], self.tokens[span.end - 1]
        letters = first.is_acronym and len(first.text) > 2 and first.lower not in DEPARTMENTS
        return letters and span.end - span.start > 2 and last.lower in ORGANIZATION_NOUNS

    def _is_organization(self, word: str, head: str, span: OrganizationSpan, core: Core, mark: int) -> bool:
        tokens = self.tokens
        if word in {"at", "with"}:
            return not self._is_calling(span)
        single = span.end - span.start == 1
        text_words = [t.lower for t in tokens[span.start : span.end] if t.is_word]
        if word == "," or is_dash(tokens[mark - 1]):
            return self._apposed_organization(head, span)
        if word == "of" and (_is_health_department(text_words) or (span.noun and self._told_as_house(span.end))):
            return True
        if not span.proper and not self._takes(core):
            return False
        if word == "in":
            return span.strong and span.proper
        if text_words[0] in {"board", "department", "division", "medical"} and not span.proper:
            return False
        if word == "of" and text_words[-1] in _DUTIES_OF and not self._plain_rank(core):
            return False
        if text_words[-1] == "staff" and "medical" in text_words:
            return False  # "Chief of Medical Staff of the Full Staff" names no house
        if text_words[0] in {"department", "division", "section"} and (word == "of" or "at" not in text_words):
            return False
        takes = self._plain_rank(core) and (
            head in ORGANIZATION_HEADS
            or (head in {"officer", "director", "executive"} and tokens[core.start].lower in {"chief", "executive"})
        )
        house = takes and span.strong and text_words[0] in _HOUSES
        if (self._unit_of(span) and not house) or (self._department_first(span) and not (takes and span.noun)):
            return False
        if tokens[span.end - 1].lower in PROJECTS:
            return False
        if takes:
            return span.proper or (span.noun and span.strong) or self._begins_with_letters(span)
        if single and tokens[span.start].is_acronym:
            return word == "for"
        return span.proper and (span.noun or word == "for" or self._named_of_place(span))

    def _told_as_house(self, at: int) -> bool:
        """Whether the words behind a name say that it is a house: ", a freestanding private practice"."""
        words = [t.lower for t in self.tokens[at : at + 6]]
        return words[:1] == [","] and words[1:2] in (["a"], ["an"]) and not _PRACTICES.isdisjoint(words[2:])

    def _is_region(self, span: OrganizationSpan, mark: int) -> bool:
        """Whether a group is a place where the house is at work: "for its Gulf Coast operations", "of Nevada"."""
        if slice_text(self.text, self.tokens, span.start, span.end).casefold() in REGIONS:
            return True
        return self.tokens[mark].lower in _OWN and not span.noun

    def _named_of_place(self, span: OrganizationSpan) -> bool:
        """A house by its own name and its place: "Oakvale Fertility of Elmtown"."""
        words = self.tokens[span.start : span.end]
        mark = next((at for at, t in enumerate(words) if t.lower == "of"), 0)
        own = words[0].lower not in ORDINARY and head_class(words[0].lower) is None
        return mark > 1 and own and words[-1].lower not in ORDINARY

    def _is_calling(self, span: OrganizationSpan) -> bool:
        """Whether a group names what somebody is, not where: the certificate "Clinical Nurse Leader"."""
        words = [t for t in self.tokens[span.start : span.end] if t.is_word]
        if span.noun or not words:
            return False
        return all(t.lower in ORDINARY or head_class(t.lower) for t in words) and bool(head_class(words[-1].lower))

    def _is_further_title(self, span: OrganizationSpan) -> bool:
        """Whether a group begins with another title: "Senior Consultant – Cardiac Surgery", "Chief of Stroke Care"."""
        group = self.tokens[span.start : span.end]
        titled = any(head_class(a.lower) and is_dash(b) for a, b in pairwise(group[:4]))
        of_duty = head_class(group[0].lower) is not None and any(t.lower == "of" for t in group[1:2])
        return of_duty or (titled and not span.strong and all(t.lower in KNOWN for t in group if t.is_word))

    def _named_body(self, span: OrganizationSpan) -> bool:
        """A body named by ordinary words: "Institute for Better Care", "Business Group on Health"."""
        lowers = [t.lower for t in self.tokens[span.start : span.end]]
        return any(a in BODIES and b in {"of", "for", "on"} for a, b in pairwise(lowers))

    def _ends_as_organization(self, span: OrganizationSpan) -> bool:
        return span.end - span.start > 1 and self.tokens[span.end - 1].lower in SURE_NOUNS

    def _unit_of(self, span: OrganizationSpan) -> bool:
        """A unit with its organization behind: "Nursing of Elm Manor", "Board of Elm Hospital"."""
        words = self.tokens[span.start : span.end]
        mark = next((at for at, t in enumerate(words) if t.lower in {"of", "at", "for"}), 0)
        return mark > 0 and all(t.lower in UNITS or t.text in {"&", "/"} for t in words[:mark])

    def _department_first(self, span: OrganizationSpan) -> bool:
        """A department whose words stand before any proper one ("Patient Care Services Danville")."""
        kinds = [
            t.lower in ORDINARY
            for t in self.tokens[span.start : span.end]
            if t.is_word and t.lower not in {"of", "and", "for", "the"}
        ]
        first = kinds.index(False) if False in kinds else len(kinds)
        lowers = [t.lower for t in self.tokens[span.start : span.end]]
        if any(a in BODIES and b in {"of", "for"} for a, b in pairwise(lowers)):
            return False
        return first >= 2 and False in kinds and not any(kinds[first:])

    def _takes(self, core: Core) -> bool:
        """Whether the "of" of this title names an organization even by ordinary words."""
        lowers = [t.lower for t in self.tokens[core.start : core.end]]
        if "vice" in lowers:
            return False
        return lowers[-1] in ORGANIZATION_HEADS or lowers[:2] in (["chief", "executive"], ["executive", "director"])

    def _plain_rank(self, core: Core) -> bool:
        return "vice" not in [t.lower for t in self.tokens[core.start : core.head]]

    def _looks_like_name(self, span: OrganizationSpan) -> bool:
        """A few capitalized words without an organization's noun: the next person of a list."""
        count = span.end - span.start
        following = self.tokens[span.end].text if span.end < len(self.tokens) else ""
        return not self.card and not span.noun and count <= 4 and (following in {",", "and", ""} or count >= 2)

    def _ordinary_group(self, at: int) -> bool:
        """Whether the words from `at` up to a comma or the end or "at" are all ordinary ones of departments."""
        for token in self.tokens[at : at + 8]:
            if token.text in {",", "|"} or (token.lower == "at" and not self.card):
                break
            if token.is_word and token.lower not in GROUP_WORDS:
                return False
        return True
