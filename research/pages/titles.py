"""Titles of posts by grammar: rank and department words, a head noun, what it is "of", and where it is held."""

from __future__ import annotations

from dataclasses import replace

from research.pages.lexicon import ACRONYM_HEADS, HEAD_CLASS, LEADING, ORGANIZATION_NOUNS, WEAK_HEADS, TitleClass
from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.title_complements import TitleComplements
from research.pages.title_words import (
    ATTENDING,
    BODY_MEMBERS,
    CERTIFIED,
    ORDER,
    RANK,
    STATUS_WORDS,
    Core,
    PostSpan,
    TitleSpan,
    class_of,
    head_class,
)
from research.pages.tokens import is_dash, slice_text

_MAY_BEGIN = frozenset({"board", "member", "members", *ACRONYM_HEADS, *HEAD_CLASS})
"""Words that may be a head noun or name a body; any other has a hyphen ("vice-chair")."""
_PARTS = frozenset({"region", "division", "market", "district", "area"})
"""With what the part of a house ends that somebody leads."""
_BEHIND = frozenset({"of", "at", "for", "and"})


class TitleReader(TitleComplements):
    """Finds the titles of one text. `card`: the text is a line of its own, where titles are written in capitals."""

    def find(self) -> list[TitleSpan]:
        """All titles in order; none overlaps another."""
        spans: list[TitleSpan] = []
        at = 0
        while at < len(self.tokens):
            lower = self.tokens[at].lower
            if lower not in _MAY_BEGIN and "-" not in lower:
                at += 1
                continue
            if self._is_body(at):
                spans.append(self._body(at, spans[-1].outer_end if spans else 0))
                at = spans[-1].outer_end
                continue
            follows = bool(spans) and self.tokens[at - 1].text == "," and spans[-1].outer_end == at - 1
            if not self._is_head(at) or (follows and self._is_honorific(at, at)):
                at += 1
                continue
            core = self._core(at, spans[-1].outer_end if spans else 0)
            span = self._span(core)
            spans.append(span)
            at = max(span.outer_end, at + 1)
        return spans

    def _is_body(self, at: int) -> bool:
        """A board as a whole at `at`: "Board of Trustees", where no office of it follows."""
        if self.card or self.tokens[at].lower != "board":
            return False
        words = [t.lower for t in self.tokens[at : at + 4]]
        if len(words) < 3 or words[:2] != ["board", "of"] or words[2] not in BODY_MEMBERS:
            return False
        return len(words) < 4 or (head_class(words[3]) is None and words[3] != "'s")

    def _body(self, at: int, floor: int) -> TitleSpan:
        """A seat on a board, with the organization that stands before or behind the board."""
        core = Core(at, at, at + 3, at, at, "current")
        self._take_prefix(core, floor)
        organization = slice_text(self.text, self.tokens, core.prefix_start, core.prefix_end)
        outer = core.end
        if not organization and outer + 1 < len(self.tokens) and self.tokens[outer].lower in {"of", "for", "at"}:
            begin = skip_determiner(self.tokens, outer + 1)
            span = read_organization(self.tokens, begin, dashes=True) if begin < len(self.tokens) else None
            if span is not None and span.proper:
                organization, outer = slice_text(self.text, self.tokens, span.start, span.end), span.end
        elif self.tokens[at + 2].lower not in {"directors", "trustees"} and organization:
            organization = slice_text(self.text, self.tokens, core.prefix_start, core.end)  # a public body of its own
        post = PostSpan(slice_text(self.text, self.tokens, at, at + 3), organization, "board", "board")
        start = core.prefix_start if organization and core.prefix_start < at else at
        return TitleSpan(at, at + 3, start, outer, (post,), body=True)

    def _span(self, core: Core) -> TitleSpan:
        posts: list[PostSpan] = []
        title_start = core.start
        current, title_end, outer = core, core.end, core.end
        opening: Core | None = core  # whose words before it may name the house of the next post
        kinds: list[tuple[TitleClass, str]] = []
        outer_start = min(core.start, core.prefix_start)
        last_end = core.end
        while True:
            title_end, organization, outer = self._complement(current)
            if organization and current is core and self._is_region_of(core, organization):
                title_end, organization = outer, ""
            kinds.append((class_of(self.tokens, current.start, current.head), self.tokens[current.head].lower))
            following = self._joined(outer)
            own = core.prefix_start < core.prefix_end and not posts
            if following is not None and own and not organization and self._complement(following)[1]:
                organization = slice_text(self.text, self.tokens, core.prefix_start, core.prefix_end)
            if following is not None and not organization and self._describes(current, following):
                kinds, title_start, current = [], following.start, following
                continue
            housed = following is not None and self._is_housed(following)
            if following is None or organization or housed or self._parted(outer):
                posts.append(self._post(title_start, title_end, organization, kinds, opening))
                kinds, opening = [], following if housed else None
                last_end = title_end
                if following is None:
                    break
                title_start = following.start
            current = following
        return TitleSpan(
            core.start, last_end, outer_start, outer, self._of_one_house(core.start, last_end, posts), core.status,
            weak=self.tokens[core.head].lower in WEAK_HEADS and core.start == core.head, possessive=core.possessive,
        )  # fmt: skip

    def _is_region_of(self, core: Core, organization: str) -> bool:
        """Whether a post whose house stands before it is over a part of it: "Elm chief executive of the West"."""
        return organization.rpartition(" ")[2].lower() in _PARTS and self._is_housed(core)

    def _is_housed(self, core: Core) -> bool:
        """Whether the words before a title name its house; an endowed chair bears somebody's name."""
        words = (token.lower for token in self.tokens[core.prefix_start : core.prefix_end])
        return not ORGANIZATION_NOUNS.isdisjoint(words)

    def _stands_alone(self, at: int) -> bool:
        """Whether the words from `at` to the next mark are a title and nobody's name: no "CEO Jane Roe"."""
        end = at
        while end < len(self.tokens) and (self.tokens[end].lower in RANK or self.tokens[end].lower in ACRONYM_HEADS):
            end += 1
        closed = end == len(self.tokens) or not self.tokens[end].is_word or self.tokens[end].lower in _BEHIND
        return end > at and closed and self._is_head(end - 1)

    def _parted(self, at: int) -> bool:
        """Whether a semicolon at `at` parts one post of a holder from the next: "President; CEO; and Trustee"."""
        return at < len(self.tokens) and self.tokens[at].text == ";"

    def _of_one_house(self, start: int, end: int, posts: list[PostSpan]) -> tuple[PostSpan, ...]:
        """The posts, those between semicolons with the house that the last of them names for all."""
        if len(posts) < 2 or not any(token.text == ";" for token in self.tokens[start:end]):
            return tuple(posts)
        return tuple(replace(post, organization=post.organization or posts[-1].organization) for post in posts)

    def _describes(self, calling: Core, post: Core) -> bool:
        """Whether a calling only describes who holds the post behind it: "a board-certified surgeon and the chief"."""
        words = [t.lower for t in self.tokens[calling.start : calling.end]]
        if class_of(self.tokens, calling.start, calling.head) != "clinician":
            return False
        if class_of(self.tokens, post.start, post.head) not in LEADING:
            return False
        certified = any(word in CERTIFIED for word in words)
        return certified or any(
            t.lower in {"the", "an", "a"} | ATTENDING for t in self.tokens[calling.end : post.start]
        )

    def _post(
        self, start: int, end: int, organization: str, kinds: list[tuple[TitleClass, str]], core: Core | None
    ) -> PostSpan:
        if not organization and core is not None and core.prefix_start < core.prefix_end:
            organization = slice_text(self.text, self.tokens, core.prefix_start, core.prefix_end)
        kind, head = min(kinds, key=lambda pair: ORDER.index(pair[0]))
        return PostSpan(slice_text(self.text, self.tokens, start, end), organization, kind, head)

    def _joined(self, at: int) -> Core | None:
        """The title that goes on after a joining word at `at`: "and", "&", "/", ","."""
        start = at
        while (
            at < len(self.tokens)
            and at - start < 3
            and (
                self.tokens[at].text in {"&", "/", ",", "+", ";"}
                or self.tokens[at].lower in {"and", "the"}
                or (self.card and is_dash(self.tokens[at]))
            )
        ):
            at += 1
        if at == start or at >= len(self.tokens) or not self.tokens[at].is_word:
            return None
        if self._parted(start) and not self._stands_alone(at):
            return None
        if self.tokens[at].lower in STATUS_WORDS and STATUS_WORDS[self.tokens[at].lower] == "former":
            return None
        for head in range(at, min(at + 10, len(self.tokens))):
            if self._is_head(head):
                if self._is_honorific(at, head):
                    return None
                core = self._core(head, at)
                while at < core.start and self.tokens[at].lower in ATTENDING:
                    at += 1
                if core.prefix_start < core.prefix_end and self._names_somebody(core.end):
                    return None  # "Vice President of Care and Elm Hospital Chief Nurse Ann Vale": another's
                if self._is_persons(core):
                    return None  # "elected Bo Lim chair and Ann Vale vice chair"
                return core if core.prefix_start == at or core.start == at else None
            if not self.tokens[head].is_word and self.tokens[head].text not in {"&", "/"}:
                return None
        return None

    def _is_persons(self, core: Core) -> bool:
        """Whether what stands before a joined title is somebody's name and not the house of the post."""
        if self.card or core.prefix_end - core.prefix_start not in (2, 3) or self._is_housed(core):
            return False
        if class_of(self.tokens, core.start, core.head) == "academic":
            return False  # an endowed chair bears a name
        return self._names_somebody(core.prefix_start)

    def _is_honorific(self, at: int, head: int) -> bool:
        """Whether "Professor" behind a title belongs to the name that follows: "the chair, Professor Ann Vale"."""
        if self.card or head != at or self.tokens[head].lower != "professor" or head + 1 >= len(self.tokens):
            return False
        return self.tokens[head].is_capital and self.tokens[head + 1].is_capital and self.tokens[head + 1].is_word


__all__ = ["STATUS_WORDS", "PostSpan", "TitleReader", "TitleSpan", "head_class"]
