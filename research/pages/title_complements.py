"""What stands behind the head noun of a title: its department, and the organization where it is held."""

from __future__ import annotations

from research.pages.lexicon import (
    ADVERBS,
    DEPARTMENTS,
    DETERMINERS,
    HONORIFICS,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS,
    STOPPERS,
)
from research.pages.organizations_named import OrganizationSpan, describe, read_organization, skip_determiner
from research.pages.person_names import may_be_name
from research.pages.title_organizations import TitleOrganizations
from research.pages.title_words import (
    KNOWN,
    MAX_COMPLEMENT,
    NEVER_NAMES,
    NO_NAMES,
    PLACES_OF_WORK,
    TIMES,
    Core,
    head_class,
)
from research.pages.tokens import Token, is_dash, slice_text

_GROUPS = frozenset({"team", "teams", "committee", "leadership", "board", "council", "staff", "group", "department"})
"""Words that name several people: "director leadership team" tells of them, not of a duty."""

_MOVING = ORGANIZATION_HEADS | {"officer", "director", "manager", "executive"}
"""Heads behind which "to" tells whither somebody goes; an adviser is one to a house."""
_LIVING = frozenset({"nursing", "retirement", "living", "care"})
_SEVERAL = frozenset({"both"})
_PLACES = frozenset("organizations organisations companies agencies facilities centers centres systems homes".split())
_OWN_BODIES = frozenset(
    "auxiliary foundation union bank club guild league association society fund alumni radio".split()
)
"""Bodies beside a house that bear its name, written in small letters behind it."""


_WITHIN_NAMES = frozenset({"and", "in", "for", "of", "the", "&"})
_BODIES_TOLD = frozenset({"nonprofit", "non-profit", "charity", "not-for-profit", "practice", "clinic"})
_OF_BOARDS = frozenset("chair chairman chairwoman chairperson vice-chair vice-chairman secretary treasurer".split())
"""Whom a board has, so that it may stand behind the house: "chair of the Elm Hospital board"."""
_MEMBERS = frozenset("directors trustees governors commissioners managers regents".split())


class TitleComplements(TitleOrganizations):
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
            if pointed := self._pointed_at(word, mark, begin):
                return title_end, slice_text(self.text, tokens, *pointed), pointed[1]
            span = self._house_from(begin) if tokens[begin].is_capital else None
            if span and self._is_region(span, mark):
                break
            if span and self._is_organization(word, head, span, core, mark):
                end = self._past_body(span.end)
                outer = self._past_bracket(self._past_board(end) if head in _OF_BOARDS else end)
                return title_end, slice_text(self.text, tokens, span.start, end), outer
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

    def _pointed_at(self, word: str, mark: int, begin: int) -> tuple[int, int] | None:
        """Where the words of a house stand that is pointed at ("the hospital"), or told to be one behind a comma."""
        generic = self._generic(mark) if word in {"of", "for", "at", "with"} else 0
        if generic:
            return mark, generic
        told = self._told_group(begin) if word == "of" and not self.card else 0
        return (begin, told) if told else None

    def _told_group(self, begin: int) -> int:
        """End of words that what follows calls a body: "of Joy and Equity in Care, an Elmtown-based charity"; or 0."""
        tokens, end = self.tokens, begin
        while (
            end < len(tokens)
            and end - begin < MAX_COMPLEMENT
            and ((tokens[end].is_word and tokens[end].is_capital) or tokens[end].lower in _WITHIN_NAMES)
        ):
            end += 1
        whole = end - begin > 1 and tokens[begin].is_capital and tokens[end - 1].is_capital
        behind = [token.lower for token in tokens[end : end + 7]]
        if not whole or behind[:1] != [","] or behind[1:2] not in (["a"], ["an"]):
            return 0
        noun = next((at for at, low in enumerate(behind[2:], 2) if low in _BODIES_TOLD), 0)
        return end if noun and "," not in behind[1:noun] else 0

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

    def _past_board(self, at: int) -> int:
        """The place behind a house's board in small letters: "chair of the Elm Hospital board of trustees"."""
        words = [token.text for token in self.tokens[at : at + 3]]
        if words[:2] == ["board", "of"] and words[2:] and words[2] in _MEMBERS:
            return at + 3
        return at + 1 if words[:1] == ["board"] else at

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
        return token.lower in TIMES or token.text[0].isdigit() or token.lower.endswith(("-year", "-month"))

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
