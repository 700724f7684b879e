"""What stands behind the head noun of a title: its department, and the organization where it is held."""

from __future__ import annotations

from itertools import pairwise

from research.pages.lexicon import (
    ADVERBS,
    DEPARTMENTS,
    DETERMINERS,
    HONORIFICS,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS,
    STOPPERS,
    VERBS,
)
from research.pages.organizations_named import OrganizationSpan, describe, read_organization, skip_determiner
from research.pages.person_names import may_be_name
from research.pages.title_heads import TitleHeads
from research.pages.title_words import (
    BODIES,
    GROUP_WORDS,
    KNOWN,
    MAX_COMPLEMENT,
    NEVER_NAMES,
    NO_NAMES,
    ORDINARY,
    PLACES_OF_WORK,
    PLACING,
    PROJECTS,
    SURE_NOUNS,
    TIMES,
    UNITS,
    Core,
    head_class,
)
from research.pages.tokens import Token, is_dash, slice_text
from research.places import REGIONS

_HOUSES = frozenset({"hospice", "hospital", "hospitals"})
"""Units of a house that are houses of their own where somebody presides over them: "CEO of Hospice of the Dunes"."""
_GROUPS = frozenset({"team", "teams", "committee", "leadership", "board", "council", "staff", "group", "department"})
"""Words that name several people: "director leadership team" tells of them, not of a duty."""

_MOVING = ORGANIZATION_HEADS | {"officer", "director", "manager", "executive"}
"""Heads behind which "to" tells whither somebody goes; an adviser is one to a house."""
_TELLING = frozenset("said says told added and announced confirmed explained".split())
_LIVING = frozenset({"nursing", "retirement", "living", "care"})
_OWN = frozenset({"its", "their", "our"})
"""What stands before a part of the house that is spoken of."""
_SEVERAL = frozenset({"both"})
_PLACES = frozenset("organizations organisations companies agencies facilities centers centres systems homes".split())
_DUTIES_OF = frozenset({"affairs", "engagement", "relations", "services", "operations"})
"""What a vice president is of without a house: "Vice President of Civic Engagement and Community Affairs"."""
_PRACTICES = frozenset(
    "hospital clinic practice group center centre agency network system provider organization".split()
)
"""What a house is called by the words behind its name: "Elm Associates, a private practice"."""
LETTERS = 6
"""Letters of a short name before somebody's: "CEO of EHC Jane Roe"."""
_OWN_BODIES = frozenset(
    "auxiliary foundation union bank club guild league association society fund alumni radio".split()
)
"""Bodies beside a house that bear its name, written in small letters behind it."""


class TitleComplements(TitleHeads):
    """Reads what stands behind the head noun of a title."""

    def _complement(self, core: Core) -> tuple[int, str, int]:
        """End of the title, the organization, and the end of both."""
        tokens, at = self.tokens, core.end
        at = self._past_addition(at)
        title_end = at
        head = tokens[core.head].lower
        at = self._past_bracket(at)
        direct = self._direct(at, core)
        if direct is not None:
            return title_end, slice_text(self.text, tokens, direct.start, direct.end), direct.end
        duty = self._bare_duty(at)
        if duty > at:
            title_end = at = duty
        for _ in range(4):
            mark = self._preposition(at)
            word = tokens[mark - 1].lower
            begin = skip_determiner(tokens, mark)
            if mark == at or begin >= len(tokens) or (word == "in" and tokens[begin].lower == "history"):
                break  # "the first chief executive in the history of Oak Health" tells of a house, not of a post
            if word == "to" and head in _MOVING:
                break  # "the return of Ann Vale, chief financial officer, to Oak University"
            if word in {"of", "at"} and self._lower_name(core, begin):
                return title_end, tokens[begin].text, begin + 1
            generic = self._generic(mark) if word in {"of", "for", "at", "with"} else 0
            if generic:
                return title_end, slice_text(self.text, tokens, mark, generic), generic
            span = self._house_from(begin) if tokens[begin].is_capital else None
            if span and self._is_region(span, mark):
                break
            if span and self._is_organization(word, head, span, core, mark):
                end = self._past_body(span.end)
                return title_end, slice_text(self.text, tokens, span.start, end), self._past_bracket(end)
            if word == "," and not self.card and not self._ordinary_group(mark):
                break
            end = self._department(mark)
            if end == mark or word in {"at", "with"} or (word == "," and not self._comma_ends(end)):
                break
            if word == "in" and tokens[begin].is_capital and tokens[begin].lower not in DEPARTMENTS:
                break
            if word in {"of", "for", "to", "-", ",", "in", "over", "–", "—", "|"}:
                title_end = at = end
            else:
                break
        return title_end, "", max(title_end, at)

    def _house_from(self, begin: int) -> OrganizationSpan | None:
        """The organization from `begin`, without its holder right behind: "chief of Elm NHS Trust Ann Vale said"."""
        span = read_organization(self.tokens, begin, dashes=True)
        if span is None or self.card:
            return span
        if self._letters_before_name(span):
            return describe(self.tokens, begin, begin + 1)
        if not self._tells_on(span.end):
            return span
        nouns = [at for at in range(begin, span.end) if self.tokens[at].lower in ORGANIZATION_NOUNS]
        end = nouns[-1] + 1 if nouns else begin + 1
        if not 2 <= span.end - end <= 3 or not all(self._names_nothing_else(at) for at in range(end, span.end)):
            return span
        return describe(self.tokens, begin, end)

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

    def _past_body(self, at: int) -> int:
        """The place behind a body of a house in small letters: "Elm Hospital credit union", "Elm Hospital's auxiliary".

        Such a body is another organization than the house; `at` where none is named.
        """
        begin = at + 1 if at < len(self.tokens) and self.tokens[at].lower == "'s" else at
        for end in range(begin, min(begin + 3, len(self.tokens))):
            token = self.tokens[end]
            if not token.text.islower() or token.lower in STOPPERS:
                break
            if token.lower in _OWN_BODIES:
                return end + 1
        return at

    def _bare_duty(self, at: int) -> int:
        """End of a duty in small letters without "of": "executive director quality and safety, Oak"; `at` if none."""
        end = at
        while end < len(self.tokens) and end - at < MAX_COMPLEMENT:
            token = self.tokens[end]
            duty = token.text.islower() and token.lower in DEPARTMENTS and head_class(token.lower) is None
            if not duty and not (end > at and (token.text == "&" or token.lower == "and")):
                break
            end += 1
        if end >= len(self.tokens) or self.tokens[end].text != "," or self.tokens[at - 1].lower == "executive":
            return at
        closed = self.tokens[end - 1].lower in DEPARTMENTS - _GROUPS
        return end if closed and end - at > 1 else at

    def _past_addition(self, at: int) -> int:
        """The place behind what is added to a head at `at`: "president elect", "member at large"."""
        words = [t.lower for t in self.tokens[at : at + 2]]
        if words == ["at", "large"]:
            return at + 2
        return at + 1 if words[:1] and words[0] in {"elect", "emeritus", "emerita"} else at

    def _past_bracket(self, at: int) -> int:
        """The place behind a short form in brackets at `at`: "Chief Strategy Officer (CSO)"."""
        tokens = self.tokens
        if (
            at + 2 < len(tokens)
            and tokens[at].text == "("
            and tokens[at + 2].text == ")"
            and tokens[at + 1].text.isupper()
        ):
            return at + 3
        return at

    def _direct(self, at: int, core: Core) -> OrganizationSpan | None:
        """An organization right behind the title without "of": "President Roe North America, says"."""
        if at >= len(self.tokens) or not self.tokens[at].is_capital or not self._takes(core):
            return None
        span = read_organization(self.tokens, at, dashes=True)
        if span is None or not span.proper or span.end - span.start < 2:
            return None
        words = self.tokens[span.start : span.end]
        if not self.tokens[core.head].is_capital or words[0].lower in HONORIFICS or self._is_person_of(words):
            return None
        return span if any(t.lower in NEVER_NAMES for t in words) else None

    def _is_person_of(self, words: list[Token]) -> bool:
        """Whether a group is a person with the place behind: "CEO Jane Roe of Oak Hospital"."""
        mark = next((at for at, t in enumerate(words) if t.lower in {"of", "at"}), 0)
        return 2 <= mark <= 4 and all(t.is_initial or (t.is_word and may_be_name(t.text)) for t in words[:mark])

    def _generic(self, at: int) -> int:
        """End of "the hospital", "our health system", "the two hospitals" from `at`; 0 where there is none."""
        if at >= len(self.tokens) or self.tokens[at].lower not in DETERMINERS:
            return 0
        for end in range(at + 1, min(at + 7, len(self.tokens))):
            token = self.tokens[end]
            if token.lower == "and" and end > at + 1 and self.tokens[end - 1].lower in DEPARTMENTS | _LIVING:
                continue  # "the assisted living and nursing community"
            if token.lower in PLACES_OF_WORK or self._is_living(end) or self._are_several(at, end):
                after = self.tokens[end + 1].lower if end + 1 < len(self.tokens) else ""
                return (
                    end + 1
                    if after not in PLACES_OF_WORK and after not in DEPARTMENTS and after not in {"'s", "of"}
                    else 0
                )
            if not token.text.islower() or token.lower in STOPPERS:
                return 0
        return 0

    def _are_several(self, begin: int, at: int) -> bool:
        """Whether the words from `begin` to `at` speak of houses named before: "both organizations"."""
        return self.tokens[begin].lower in _SEVERAL and self.tokens[at].lower in _PLACES

    def _is_living(self, at: int) -> bool:
        """Whether "community" is of people who live there: "the retirement community"."""
        return self.tokens[at].lower == "community" and self.tokens[at - 1].lower in _LIVING

    def _lower_name(self, core: Core, at: int) -> bool:
        """An organization that writes itself in small letters, last on a line whose title is capitalized."""
        token = self.tokens[at]
        if not token.text.islower() or token.lower in NO_NAMES or token.lower in ORGANIZATION_NOUNS:
            return False
        if self.card:
            return at == len(self.tokens) - 1 and self.tokens[core.head].is_capital
        closed = at + 1 >= len(self.tokens) or not self.tokens[at + 1].is_word
        return closed and self.tokens[at - 1].lower in {"of", "at"} and self._takes(core)

    def _preposition(self, at: int) -> int:
        """The place after the preposition or mark that may open a complement at `at`, or `at` itself."""
        if at + 1 >= len(self.tokens):
            return at
        token = self.tokens[at]
        if token.lower == "to" and not (self.tokens[at + 1].is_capital or self.tokens[at + 1].lower == "the"):
            return at
        if token.lower == "for" and self._is_span_of_time(at + 1):
            return at
        if token.lower in {"of", "for", "at", "with", "in", "to"}:
            return at + 1
        lower = self.tokens[at + 1].lower
        if token.text == "," and (
            self.tokens[at + 1].is_capital or (lower in DEPARTMENTS and head_class(lower) is None)
        ):
            return at + 1
        if is_dash(token) and self.card and self.tokens[at + 1].is_capital:
            return at + 1
        return at

    def _is_span_of_time(self, at: int) -> bool:
        """Whether the words from `at` tell how long: "the past ten years", "more than a decade"."""
        if self.tokens[at].lower in DETERMINERS and at + 1 < len(self.tokens):
            at += 1
        token = self.tokens[at]
        return token.lower in TIMES or token.text[0].isdigit()

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
        if self._is_calling(span) or self._is_further_title(span):
            return False
        if self._ordinary_group(span.start) and any(t.text == "|" for t in tokens[span.start : span.end]):
            return False  # "Population Health | Oak": a duty, then the organization
        if self.card and (self._named_body(span) or (head in ORGANIZATION_HEADS and self._ends_as_organization(span))):
            return True
        if all(t.is_acronym or not t.is_word for t in tokens[span.start : span.end]) and not single:
            return False  # "OB/GYN"
        if self.card:
            return span.proper and not (
                single and tokens[span.start].is_acronym and tokens[span.start].lower in DEPARTMENTS
            )
        return span.proper and span.noun and (self._comma_ends(span.end) or self._place_follows(span.end))

    def _is_organization(self, word: str, head: str, span: OrganizationSpan, core: Core, mark: int) -> bool:
        tokens = self.tokens
        if word in {"at", "with"}:
            return not self._is_calling(span)
        single = span.end - span.start == 1
        text_words = [t.lower for t in tokens[span.start : span.end] if t.is_word]
        if word == "," or is_dash(tokens[mark - 1]):
            return self._apposed_organization(head, span)
        if word == "of" and span.noun and self._told_as_house(span.end):
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
            return span.proper or (span.noun and span.strong)
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

    def _department(self, at: int) -> int:
        """End of the department, duty or body that the title is "of", from `at`."""
        tokens, start = self.tokens, at
        at = skip_determiner(tokens, at)
        capital = at < len(tokens) and tokens[at].is_capital
        while at < len(tokens) and at - start < MAX_COMPLEMENT:
            token = tokens[at]
            if at > start and self._name_begins(at):
                break
            stops = token.lower in STOPPERS and token.lower not in DEPARTMENTS
            if token.is_word and not stops and self._in_department(at, capital=capital):
                at += 1
            elif (
                token.lower in {"and", "of", "for"}
                or token.text in {"&", "/"}
                or (token.text == "," and (self.card or self._listed(at)))
            ):
                if not self._goes_on_after(at, capital=capital):
                    break
                at += 1
                if token.text == "," and at < len(tokens) and tokens[at].lower in {"and", "&"}:
                    at += 1
            elif (
                (token.lower == "'s" and at + 1 < len(tokens) and tokens[at + 1].is_word)
                or (is_dash(token) and self.card and self._goes_on_after(at, capital=capital))
                or (token.lower in DETERMINERS and at > start and tokens[at - 1].lower in {"of", "and", "for"})
            ):
                at += 1
            else:
                break
        return start if at == skip_determiner(tokens, start) else at

    def _name_begins(self, at: int) -> bool:
        """Whether two unknown capitalized words follow a department's word: the person begins."""
        return self.tokens[at - 1].lower in DEPARTMENTS and self._names_somebody(at)

    def _names_somebody(self, at: int) -> bool:
        """Whether two capitalized words at `at` can be nothing but somebody's name."""
        if self.card or at + 1 >= len(self.tokens):
            return False
        first, second = self.tokens[at : at + 2]
        return (
            first.is_word
            and first.is_capital
            and not first.is_acronym
            and first.lower not in KNOWN
            and may_be_name(second.text)
        )

    def _listed(self, at: int) -> bool:
        """A comma within a list of departments: "of quality, safety and risk"."""
        ahead = self.tokens[at + 1 : at + 8]
        for token in ahead:
            if token.lower in {"and", "&"} or token.text == "&":
                return True
            if token.text == ",":
                continue
            if not token.is_word or token.lower not in DEPARTMENTS or head_class(token.lower):
                return False
        return False

    def _in_department(self, at: int, *, capital: bool) -> bool:
        token = self.tokens[at]
        if token.is_capital:
            return capital or token.lower in DEPARTMENTS or token.is_acronym
        if token.lower in DEPARTMENTS:
            return True
        if capital and not self.card:
            return False
        return not token.lower.endswith(("ed", "ly")) and token.lower not in ADVERBS and token.text.islower()

    def _goes_on_after(self, at: int, *, capital: bool) -> bool:
        """Whether a joining word at `at` is followed by more of the department, not by another title."""
        after = at + 1
        if after < len(self.tokens) and self.tokens[after].lower in {"and", "&"}:
            after += 1
        if after < len(self.tokens) and self.tokens[after].lower in DETERMINERS:
            if self.tokens[at].lower not in {"of", "for"}:
                return False
            after += 1
        if after >= len(self.tokens) or not self.tokens[after].is_word:
            return False
        if self.tokens[at].lower in {"of", "for"} and (self._generic(at + 1) or self._is_span_of_time(at + 1)):
            return False
        if self.tokens[at].lower in {"of", "for"} and self.tokens[after].is_capital:
            span = read_organization(self.tokens, after, dashes=True)
            if span and span.proper and (span.noun or self.tokens[at].lower == "for"):
                return False
        if self.tokens[at].text == "," and self._names_somebody(after):
            return False
        apart = self.tokens[at].text == "," or is_dash(self.tokens[at])
        if apart and self.card and not self._ordinary_group(after):
            return False
        for head in range(after, min(after + 7, len(self.tokens))):
            token = self.tokens[head]
            if self._is_head(head) and not (
                self.tokens[at].lower == "of"
                and token.lower in {"physician", "nurse", "physicians", "resident", "executive"}
            ):
                return False
            if not token.is_word or token.lower in STOPPERS:
                break
        return self.tokens[after].lower not in STOPPERS and self._in_department(after, capital=capital or self.card)

    def _ordinary_group(self, at: int) -> bool:
        """Whether the words from `at` up to a comma or the end or "at" are all ordinary ones of departments."""
        for token in self.tokens[at : at + 8]:
            if token.text in {",", "|"} or (token.lower == "at" and not self.card):
                break
            if token.is_word and token.lower not in GROUP_WORDS:
                return False
        return True
