"""Titles of posts by grammar: rank and department words, a head noun, what it is "of", and where it is held."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from research.pages.lexicon import (
    ACRONYM_HEADS,
    ADVERBS,
    DEPARTMENTS,
    DETERMINERS,
    HEAD_CLASS,
    HONORIFICS,
    NOT_IN_NAMES,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS,
    SENIORITY,
    STOPPERS,
    VERBS,
    WEAK_HEADS,
    TitleClass,
)
from research.pages.organizations_named import OrganizationSpan, read_organization, skip_determiner
from research.pages.tokens import Token, is_dash, slice_text

STATUS_WORDS = {
    "former": "former",
    "ex": "former",
    "retired": "former",
    "late": "former",
    "then": "former",
    "outgoing": "outgoing",
    "departing": "outgoing",
    "retiring": "outgoing",
    "incoming": "incoming",
    "interim": "interim",
    "acting": "acting",
}
_FLUFF = frozenset(
    [
        "new",
        "current",
        "longtime",
        "long-time",
        "newly-appointed",
        "newly",
        "then",
        "own",
        "named",
        "newest",
        "veteran",
        "local",
        "founding",
        "next",
    ]
) - {"founding"}
_RANK = SENIORITY | DEPARTMENTS | frozenset(HEAD_CLASS)
_BODY_MEMBERS = frozenset("directors trustees governors commissioners managers visitors regents supervisors".split())  # noqa: SIM905
_PLACES_OF_WORK = frozenset(
    """hospital hospitals clinic clinics organization organisation company trust foundation association center system
    practice""".split()  # noqa: SIM905
)
_SURE_NOUNS = frozenset(
    ["healthcare", "hospital", "hospitals", "clinic", "clinics", "foundation", "association", "society", "university"]
)
_BODIES = frozenset(
    [
        "institute",
        "center",
        "clinic",
        "hospital",
        "association",
        "society",
        "council",
        "federation",
        "league",
        "group",
        "academy",
        "agency",
        "college",
        "alliance",
        "coalition",
        "foundation",
    ]
)
_CHIEF_STOPS = STOPPERS - {"and", "of", "for"}
_PREFIX_NOUNS = ORGANIZATION_NOUNS - frozenset(
    "board division department program services service chief practice region office plan state city".split()  # noqa: SIM905
)
_PREFIX_STOPS = (VERBS | frozenset(STATUS_WORDS) | _FLUFF) - ORGANIZATION_NOUNS
_COMMON_HEADS = frozenset(
    "executive associate fellow resident leader lead head principal chief partner host scholar".split()  # noqa: SIM905
)
_NEVER_NAMES = (NOT_IN_NAMES | ORGANIZATION_NOUNS) - VERBS
_NATIONS = ("ian", "ish", "ese", "ican", "national")
_NOT_RANKS = DEPARTMENTS - SENIORITY - {"chief", "president", "executive"}
_PROJECTS = frozenset({"program", "programs", "initiative", "project", "programme", "service", "services"})
_CHIEFS = frozenset({"ceo", "president", "chair", "chairman", "chairwoman", "coo", "cfo"})
_NO_NAMES = DEPARTMENTS | STOPPERS
_ORDINARY = DEPARTMENTS | ORGANIZATION_NOUNS
_GROUP_WORDS = DEPARTMENTS | SENIORITY | {"and", "of", "for", "the", "to", "in"}
_MAX_CHIEF = 7
_MAX_LEFT = 9
_MAX_COMPLEMENT = 14


@dataclass(frozen=True, slots=True)
class PostSpan:
    """One title and the organization said with it, "" where none is."""

    title: str
    organization: str
    kind: TitleClass
    head: str


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """One or more titles that stand together, tokens `start` to before `end` (with organization `outer_*`)."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    posts: tuple[PostSpan, ...]
    status: str = "current"
    weak: bool = False
    possessive: bool = False
    """The organization stands before it in the genitive."""

    @property
    def weak_head(self) -> bool:
        """Whether its head is an ordinary word as well: leader, executive, partner."""
        return self.posts[0].head in WEAK_HEADS


@dataclass(slots=True)
class _Core:
    start: int
    head: int
    end: int
    prefix_start: int
    prefix_end: int
    status: str
    possessive: bool = False


class TitleReader:
    """Finds the titles of one text. `card`: the text is a line of its own, where titles are written in capitals."""

    def __init__(self, text: str, tokens: list[Token], *, card: bool = False) -> None:
        self.text = text
        self.tokens = tokens
        self.card = card

    def find(self) -> list[TitleSpan]:
        """All titles in order; none overlaps another."""
        spans: list[TitleSpan] = []
        at = 0
        while at < len(self.tokens):
            if not self._is_head(at):
                at += 1
                continue
            core = self._core(at, spans[-1].outer_end if spans else 0)
            span = self._span(core)
            spans.append(span)
            at = max(span.outer_end, at + 1)
        return spans

    # --- head and what stands before it ------------------------------------------------------------------------------

    def _is_head(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.is_word:
            return False
        lower = token.lower
        if lower in {"lead", "head", "chair", "host"} and at and self.tokens[at - 1].lower in {"to", "will"}:
            return False
        if lower in ACRONYM_HEADS:
            return (
                token.text.isupper()
                or token.text.rstrip("s").isupper()
                or (self.card and token.is_capital and lower not in {"coo", "cro"})
            )
        if head_class(lower) is None:
            return lower in {"member", "members"} and (self._board_beside(at) or self.card)
        following = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        if (
            lower in _BODY_MEMBERS
            and at > 1
            and self.tokens[at - 1].lower == "of"
            and self.tokens[at - 2].lower in {"board", "boards"}
        ):
            return False
        if lower in _COMMON_HEADS and token.is_capital and not self.card and self._names_something(at):
            return False
        if lower == "chief":
            return (
                following == "of"
                or (self.card and at == 0 and following == ",")
                or (not following.isalpha() and self._has_rank_before(at))
                or (self._has_rank_before(at) and not self._officer_after(at))
            )
        if following.startswith("'s") and not self.card:
            return False
        if lower in {
            "executive",
            "associate",
            "assistant",
            "principal",
            "secretary",
            "nurse",
            "physician",
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
        } and self._goes_on(at):
            return False
        if lower in {"lead", "head", "leader", "host", "author"} and not self.card:
            return following in {"of", "for"} or self._has_rank_before(at) or (token.is_capital and at > 0)
        return True

    def _names_something(self, at: int) -> bool:
        """Whether a capitalized word goes on: in "Executive Diversity Program" the executive is nobody."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.is_word and after.is_capital and after.lower in _ORDINARY

    def _officer_after(self, at: int) -> bool:
        return any(t.lower in {"officer", "executive"} for t in self.tokens[at + 1 : at + 1 + _MAX_CHIEF])

    def _goes_on(self, at: int) -> bool:
        """Whether the word is only a modifier of a head right after it ("executive director", "nurse manager")."""
        for after in range(at + 1, min(at + 5, len(self.tokens))):
            token = self.tokens[after]
            if not token.is_word or token.lower in STOPPERS:
                return False
            if head_class(token.lower) or (token.lower in ACRONYM_HEADS and token.text.isupper()):
                return True
            if token.lower not in _RANK or token.is_capital != self.tokens[at].is_capital:
                return False
        return False

    def _has_rank_before(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        return before is not None and before.is_word and before.lower in _RANK

    def _board_beside(self, at: int) -> bool:
        before = self.tokens[at - 1].lower if at else ""
        ahead = [t.lower for t in self.tokens[at + 1 : at + 9]]
        return before in {"board", "committee", "council"} or (ahead[:1] == ["of"] and "board" in ahead)

    def _core(self, head: int, floor: int) -> _Core:
        start = head
        chief = (
            self._chief_before(head, floor)
            if self.tokens[head].lower in {"officer", "executive", "officers", "nurse"}
            else head
        )
        start = chief
        status = "current"
        while start > floor and head - start < _MAX_LEFT + _MAX_CHIEF:
            step = self._left(start, floor)
            if not step:
                break
            start -= step
        while start < head:
            word = self.tokens[start].lower
            if word in STATUS_WORDS:
                status = STATUS_WORDS[word]
                if word in {"interim", "acting"}:
                    break
                start += 1
            elif (
                word in _FLUFF
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
        core = _Core(start, head, head + 1, start, start, status)
        self._take_prefix(core, floor)
        return core

    def _chief_before(self, head: int, floor: int) -> int:
        for at in range(head - 1, max(floor, head - _MAX_CHIEF) - 1, -1):
            token = self.tokens[at]
            if token.lower == "chief":
                return at
            if (token.text not in {"&", "/", ","} and not token.is_word) or token.lower in _CHIEF_STOPS:
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
        if not token.is_word:
            return 0
        if token.lower in STOPPERS and not (token.is_capital and token.lower in DEPARTMENTS):
            return 0
        if (
            token.is_capital
            and not self.card
            and self.tokens[start].text.islower()
            and token.lower != "chief"
            and not token.is_acronym
        ):
            return 0  # "Roe Professionals board president": the organization ends where small letters begin
        if token.lower in _RANK and (
            head_class(token.lower) is None or token.lower in SENIORITY or self._compound(start - 1)
        ):
            return 1
        if token.is_capital:
            return (
                1
                if self.card
                and start - 1 > 0
                and not token.text.endswith(".")
                and self._ordinary_before(start - 1, floor)
                else 0
            )
        return 1 if token.text.islower() and head_class(token.lower) is None else 0

    def _ordinary_before(self, at: int, floor: int) -> bool:
        return all(t.is_word and t.lower in _RANK for t in self.tokens[floor:at])

    def _compound(self, at: int) -> bool:
        """A head that may modify another: "nurse manager", "physician leader", "executive director"."""
        return self.tokens[at].lower in {
            "nurse", "physician", "executive", "associate", "assistant", "principal", "secretary", "surgeon", "chief",
            "president", "lead", "leader", "resident", "student", "volunteer", "partner", "pharmacist", "officer",
            "head", "dean", "board", "general", "governor", "project", "professor", "research", "clinician",
            "therapist",
        }  # fmt: skip

    def _take_prefix(self, core: _Core, floor: int) -> None:
        """Takes the organization written before the title off its modifiers: "Roe Health | Stroke Coordinator"."""
        run = core.start
        while run > floor and self._in_prefix(run - 1, floor):
            run -= 1
        while run < core.start and (
            not (self.tokens[run].is_capital and self.tokens[run].is_word)
            or self.tokens[run].lower in STATUS_WORDS
            or self.tokens[run].lower in _FLUFF | VERBS
        ):
            run += 1
        end = core.start
        if run < core.start:
            at = core.start
            while at < core.head and self.tokens[at].is_capital and self._absorbed(at, core):
                at += 1
            end = at
            if end - run == 1 and self.tokens[run].lower.endswith(_NATIONS):
                core.prefix_start = core.prefix_end = core.start  # "English Chief Nursing Officer": a nation's
                return
        if end > run and self._prefix_is_title(run, end):
            core.start = core.prefix_start = core.prefix_end = run
            return
        genitive = end > run and end < len(self.tokens) and self.tokens[end].lower == "'s"
        core.prefix_start, core.prefix_end = run, end
        if end > core.start and not genitive:
            core.start = end
        if core.prefix_end == core.start and run < end and self.tokens[end - 1].lower == "'s":
            core.prefix_end = end - 1
            core.possessive = True

    def _absorbed(self, at: int, core: _Core) -> bool:
        """Whether a rank word belongs to the organization before it: nouns do, and departments before "CEO"."""
        lower = self.tokens[at].lower
        if lower in _PREFIX_NOUNS:
            return True
        return lower in _NOT_RANKS and self.tokens[core.head].lower in _CHIEFS and lower != "board"

    def _prefix_is_title(self, run: int, end: int) -> bool:
        """Words before the rank that name no organization: a department with a word that is unknown, a nation's."""
        words = [t for t in self.tokens[run:end] if t.is_word]
        if any(t.lower in ORGANIZATION_NOUNS for t in words) or self.tokens[end - 1].lower == "'s":
            return False
        return words[0].lower in DEPARTMENTS and self.tokens[end].is_capital

    def _in_prefix(self, at: int, floor: int) -> bool:
        token = self.tokens[at]
        if token.is_word:
            if token.is_capital:
                return token.lower not in _PREFIX_STOPS and token.lower not in DETERMINERS
            return (
                token.lower in {"of", "and", "for", "the"}
                and at - 1 >= floor
                and self.tokens[at - 1].is_capital
                and self.tokens[at + 1].is_capital
            )
        if token.lower == "'s":
            return at - 1 >= floor and self.tokens[at - 1].is_capital
        return (
            token.text in {"|", "&", "/", "–"}
            and at - 1 >= floor
            and self.tokens[at - 1].is_capital
            and self.tokens[at + 1].is_capital
        )

    # --- what stands behind the head ---------------------------------------------------------------------------------

    def _span(self, core: _Core) -> TitleSpan:
        posts: list[PostSpan] = []
        title_start = core.start
        current, title_end, outer = core, core.end, core.end
        kinds: list[tuple[TitleClass, str]] = []
        outer_start = min(core.start, core.prefix_start)
        last_end = core.end
        while True:
            title_end, organization, outer = self._complement(current)
            kinds.append((class_of(self.tokens, current.start, current.head), self.tokens[current.head].lower))
            following = self._joined(outer)
            own = core.prefix_start < core.prefix_end and not posts
            if following is not None and own and not organization and self._complement(following)[1]:
                organization = slice_text(self.text, self.tokens, core.prefix_start, core.prefix_end)
            if following is None or organization:
                posts.append(self._post(title_start, title_end, organization, kinds, core if not posts else None))
                kinds = []
                last_end = title_end
                if following is None:
                    break
                title_start = following.start
            current = following
        return TitleSpan(
            core.start, last_end, outer_start, outer, tuple(posts), core.status,
            weak=self.tokens[core.head].lower in WEAK_HEADS and core.start == core.head, possessive=core.possessive,
        )  # fmt: skip

    def _post(
        self, start: int, end: int, organization: str, kinds: list[tuple[TitleClass, str]], core: _Core | None
    ) -> PostSpan:
        if not organization and core is not None and core.prefix_start < core.prefix_end:
            organization = slice_text(self.text, self.tokens, core.prefix_start, core.prefix_end)
        kind, head = min(kinds, key=lambda pair: _ORDER.index(pair[0]))
        return PostSpan(slice_text(self.text, self.tokens, start, end), organization, kind, head)

    def _joined(self, at: int) -> _Core | None:
        """The title that goes on after a joining word at `at`: "and", "&", "/", ","."""
        start = at
        while (
            at < len(self.tokens)
            and at - start < 3
            and (
                self.tokens[at].text in {"&", "/", ",", "+"}
                or self.tokens[at].lower in {"and", "the"}
                or (self.card and is_dash(self.tokens[at]))
            )
        ):
            at += 1
        if at == start or at >= len(self.tokens) or not self.tokens[at].is_word:
            return None
        if self.tokens[at].lower in STATUS_WORDS and STATUS_WORDS[self.tokens[at].lower] == "former":
            return None
        for head in range(at, min(at + 10, len(self.tokens))):
            if self._is_head(head):
                core = self._core(head, at)
                return core if core.prefix_start == at or core.start == at else None
            if not self.tokens[head].is_word and self.tokens[head].text not in {"&", "/"}:
                return None
        return None

    def _complement(self, core: _Core) -> tuple[int, str, int]:
        """End of the title, the organization, and the end of both."""
        tokens, at = self.tokens, core.end
        if at < len(tokens) and tokens[at].lower in {"elect", "emeritus", "emerita"}:
            at += 1
        title_end = at
        head = tokens[core.head].lower
        at = self._past_bracket(at)
        direct = self._direct(at, core)
        if direct is not None:
            return title_end, slice_text(self.text, tokens, direct.start, direct.end), direct.end
        for _ in range(4):
            mark = self._preposition(at)
            if mark == at:
                break
            word = tokens[mark - 1].lower
            begin = skip_determiner(tokens, mark)
            if begin >= len(tokens):
                break
            if self.card and word in {"of", "at"} and begin == len(tokens) - 1 and self._lower_name(core, begin):
                return title_end, tokens[begin].text, begin + 1
            generic = self._generic(mark) if word in {"of", "for", "at", "with"} else 0
            if generic:
                return title_end, slice_text(self.text, tokens, mark, generic), generic
            span = read_organization(tokens, begin, dashes=True) if tokens[begin].is_capital else None
            if span and self._is_organization(word, head, span, core, mark):
                organization = slice_text(self.text, tokens, span.start, span.end)
                return title_end, organization, self._past_bracket(span.end)
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

    def _direct(self, at: int, core: _Core) -> OrganizationSpan | None:
        """An organization right behind the title without "of": "President Roe North America, says"."""
        if at >= len(self.tokens) or not self.tokens[at].is_capital or not self._takes(core):
            return None
        span = read_organization(self.tokens, at, dashes=True)
        if span is None or not span.proper or span.end - span.start < 2:
            return None
        words = self.tokens[span.start : span.end]
        if not self.tokens[core.head].is_capital or words[0].lower in HONORIFICS:
            return None
        return span if any(t.lower in _NEVER_NAMES for t in words) else None

    def _generic(self, at: int) -> int:
        """End of "the hospital", "our health system", "the two hospitals" from `at`; 0 where there is none."""
        if at >= len(self.tokens) or self.tokens[at].lower not in DETERMINERS:
            return 0
        for end in range(at + 1, min(at + 5, len(self.tokens))):
            token = self.tokens[end]
            if token.lower in _PLACES_OF_WORK:
                after = self.tokens[end + 1].lower if end + 1 < len(self.tokens) else ""
                return (
                    end + 1
                    if after not in _PLACES_OF_WORK and after not in DEPARTMENTS and after not in {"'s", "of"}
                    else 0
                )
            if not token.text.islower() or token.lower in STOPPERS:
                return 0
        return 0

    def _lower_name(self, core: _Core, at: int) -> bool:
        """An organization that writes itself in small letters, last on a line whose title is capitalized."""
        token = self.tokens[at]
        return token.text.islower() and token.lower not in _NO_NAMES and self.tokens[core.head].is_capital

    def _preposition(self, at: int) -> int:
        """The place after the preposition or mark that may open a complement at `at`, or `at` itself."""
        if at + 1 >= len(self.tokens):
            return at
        token = self.tokens[at]
        if token.lower == "to" and not (self.tokens[at + 1].is_capital or self.tokens[at + 1].lower == "the"):
            return at
        if token.lower in {"of", "for", "at", "with", "in", "to"}:
            return at + 1
        if token.text == "," and self.tokens[at + 1].is_capital:
            return at + 1
        if is_dash(token) and self.card and self.tokens[at + 1].is_capital:
            return at + 1
        return at

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

    def _apposed_organization(self, head: str, span: OrganizationSpan) -> bool:
        """Whether a group behind a comma or dash is where the post is held, not a department or the next person."""
        tokens = self.tokens
        single = span.end - span.start == 1
        if self._looks_like_name(span) or tokens[span.end - 1].lower in _PROJECTS:
            return False
        if self.card and (self._named_body(span) or (head in ORGANIZATION_HEADS and self._ends_as_organization(span))):
            return True
        if all(t.is_acronym or not t.is_word for t in tokens[span.start : span.end]) and not single:
            return False  # "OB/GYN"
        if self.card:
            return span.proper and not (
                single and tokens[span.start].is_acronym and tokens[span.start].lower in DEPARTMENTS
            )
        return span.proper and span.noun and self._comma_ends(span.end)

    def _is_organization(self, word: str, head: str, span: OrganizationSpan, core: _Core, mark: int) -> bool:
        tokens = self.tokens
        if word in {"at", "with"}:
            return True
        single = span.end - span.start == 1
        text_words = [t.lower for t in tokens[span.start : span.end] if t.is_word]
        if word == "," or is_dash(tokens[mark - 1]):
            return self._apposed_organization(head, span)
        if not span.proper and not self._takes(core):
            return False
        if word == "in":
            return span.strong and span.proper
        if text_words[0] in {"board", "department", "division", "medical"} and not span.proper:
            return False
        if text_words[:1] == ["department"] and "at" not in text_words:
            return span.proper and span.strong
        if self._department_first(span) or tokens[span.end - 1].lower in _PROJECTS:
            return False
        takes = head in ORGANIZATION_HEADS or (
            head in {"officer", "director", "executive"}
            and tokens[core.start].lower in {"chief", "executive"}
            and self._plain_rank(core)
        )
        if takes:
            return span.proper or (span.noun and span.strong)
        if single and tokens[span.start].is_acronym:
            return word == "for"
        return span.proper and (span.noun or word == "for")

    def _named_body(self, span: OrganizationSpan) -> bool:
        """A body named by ordinary words: "Institute for Better Care", "Business Group on Health"."""
        lowers = [t.lower for t in self.tokens[span.start : span.end]]
        return any(a in _BODIES and b in {"of", "for", "on"} for a, b in itertools.pairwise(lowers))

    def _ends_as_organization(self, span: OrganizationSpan) -> bool:
        last = self.tokens[span.end - 1].lower
        return span.end - span.start > 1 and last in _SURE_NOUNS

    def _department_first(self, span: OrganizationSpan) -> bool:
        """A department whose words stand before any proper one ("Patient Care Services Danville")."""
        kinds = [
            t.lower in _ORDINARY
            for t in self.tokens[span.start : span.end]
            if t.is_word and t.lower not in {"of", "and", "for", "the"}
        ]
        first = kinds.index(False) if False in kinds else len(kinds)
        lowers = [t.lower for t in self.tokens[span.start : span.end]]
        if any(a in _BODIES and b in {"of", "for"} for a, b in itertools.pairwise(lowers)):
            return False
        return first >= 2 and False in kinds and not any(kinds[first:])

    def _takes(self, core: _Core) -> bool:
        """Whether the "of" of this title names an organization even by ordinary words."""
        lowers = [t.lower for t in self.tokens[core.start : core.end]]
        return lowers[-1] in ORGANIZATION_HEADS or lowers[:2] in (["chief", "executive"], ["executive", "director"])

    def _plain_rank(self, core: _Core) -> bool:
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
        while at < len(tokens) and at - start < _MAX_COMPLEMENT:
            token = tokens[at]
            if token.is_word and token.lower not in STOPPERS and self._in_department(at, capital=capital):
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
        if self.tokens[at].lower in {"of", "for"} and self.tokens[after].is_capital:
            span = read_organization(self.tokens, after, dashes=True)
            if span and span.proper and (span.noun or self.tokens[at].lower == "for"):
                return False
        if self.tokens[at].text == "," and self.card and not self._ordinary_group(after):
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
        """Whether the words from `at` up to a comma or the end are all ordinary ones of departments."""
        for token in self.tokens[at : at + 8]:
            if token.text == ",":
                break
            if token.is_word and token.lower not in _GROUP_WORDS:
                return False
        return True


_ORDER: list[TitleClass] = [
    "executive",
    "board",
    "manager",
    "clinical",
    "public",
    "academic",
    "clinician",
    "staff",
    "other",
]


def head_class(lower: str) -> TitleClass | None:
    """The class of a head noun, also of a compound with hyphens; None where the word is no head."""
    found = HEAD_CLASS.get(lower)
    if found is None and "-" in lower:
        parts = lower.split("-")
        found = HEAD_CLASS.get(parts[-1]) or HEAD_CLASS.get(parts[0]) if parts[0] != "self" else None
        if (
            found
            and parts[-1] not in HEAD_CLASS
            and parts[-1] not in {"elect", "large", "chief", "emeritus", "president"}
        ):
            return None
    return found


def class_of(tokens: list[Token], start: int, head: int) -> TitleClass:
    """What kind of post a title is, from its head and the words before it."""
    words = [t.lower for t in tokens[start:head]]
    if any(t.lower == "inspector" for t in tokens[start : head + 8]):
        return "public"
    last = tokens[head].lower
    found = head_class(last) or "other"
    if last in {"officer", "officers"}:
        return "executive" if "chief" in words or "executive" in words else "staff"
    if last == "nurse" and "chief" in words:
        return "executive"
    if last in {"member", "members"}:
        return "board" if "board" in words or any(t.lower == "board" for t in tokens[head : head + 9]) else "other"
    if (
        last == "secretary"
        and words
        and words[-1] in {"assistant", "press", "medical", "unit"}
        and "board" not in words
    ):
        return "staff" if words[-1] != "assistant" else "board"
    if found == "public" and last in {"commissioner", "commissioners"}:
        return "board"
    if last == "supervisor":
        return "staff"
    if "board" in words and found == "executive":
        return "board"
    if found in {"manager", "clinical"} and "medical" in words:
        return "clinical"
    if last == "chief":
        return "clinical"
    if found == "staff" and last in {"associate", "partner"} and words:
        return "staff"
    return found
