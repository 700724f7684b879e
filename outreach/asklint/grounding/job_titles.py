"""Titles in a sentence: "Chief Nursing Executive", "CNE", "your president", in any form, and what they have in
common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from outreach.asklint.grounding.tokens import Token, tokens_of

ACRONYMS = {
    "ceo": "chief executive officer", "coo": "chief operating officer", "cfo": "chief financial officer",
    "cno": "chief nursing officer", "cne": "chief nursing executive", "cmo": "chief medical officer",
    "cio": "chief information officer", "cmio": "chief medical information officer",
    "cnio": "chief nursing information officer", "chro": "chief human resources officer",
    "cqo": "chief quality officer", "cso": "chief strategy officer", "cao": "chief administrative officer",
    "cxo": "chief experience officer", "cpo": "chief people officer", "cco": "chief clinical officer",
    "vp": "vice president", "svp": "senior vice president", "evp": "executive vice president",
    "avp": "assistant vice president", "don": "director of nursing",
}  # fmt: skip
_HEADS = frozenset(
    """
    president director chair chairman chairwoman chairperson dean provost administrator superintendent trustee founder
    cofounder professor manager chancellor commissioner treasurer secretary principal head
    """.split()
)
_CHIEF_ENDS = frozenset("officer executive".split())
_CHIEFS = frozenset("counsel pharmacist engineer economist scientist resident actuary accountant".split())
_SAME = {"chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "vp": "vice president"}
_MORE = {"operating": "operations", "operational": "operations", "nurse": "nursing", "financial": "finance",
"strategic": "strategy",
         "healthcare": "health"}  # fmt: skip
_BEFORE_HEAD = frozenset(
    "executive senior associate assistant deputy vice managing regional medical nursing clinical interim "
    "acting founding "
    "chief program quality co board system network hospital division operations strategy".split()
)
_BEGINNINGS = ACRONYMS.keys() | _HEADS | _BEFORE_HEAD | {"chief"}
_SMALL = frozenset("the of and for a an at".split())
_NOT_A_TITLE = frozenset("executive senior".split())


@dataclass(frozen=True, slots=True)
class JobTitle:
    """A title at tokens `first` to `after`; `words` are its words in one form, without rank that is no part of it."""

    first: int
    after: int
    words: frozenset[str]


def titles_in(tokens: Sequence[Token]) -> Iterator[JobTitle]:
    """The titles among tokens, in order; "President and CEO" are two."""
    at = 0
    while at < len(tokens):
        found = _title_at(tokens, at) if tokens[at].bare in _BEGINNINGS else None
        if found:
            yield found
        at = found.after if found else at + 1


def _title_at(tokens: Sequence[Token], at: int) -> JobTitle | None:
    low = tokens[at].bare
    if low in ACRONYMS and tokens[at].is_acronym and low != "don":
        return JobTitle(at, at + 1, _words(ACRONYMS[low].split()))
    if low == "chief":
        return _chief_at(tokens, at)
    after = at
    while after < len(tokens) and after - at < 4 and tokens[after].kind == "w" and tokens[after].bare in _BEFORE_HEAD:
        after += 1
    if after >= len(tokens) or tokens[after].bare not in _HEADS:
        return None
    words = [token.bare for token in tokens[at : after + 1]]
    if words in (["head"], ["secretary"], ["principal"], ["manager"], ["director"]) and not (
        _is_of(tokens, after + 1) or (at and tokens[at - 1].low == "as" and words == ["director"])
    ):
        return None
    end, more = _of_what(tokens, after + 1)
    return JobTitle(at, end, _words(words + more))


def _chief_at(tokens: Sequence[Token], at: int) -> JobTitle | None:
    """ "chief ... officer" with up to three words between; "chief of staff", "chief of surgery"; "chief nurse"."""
    for end in range(at + 1, min(len(tokens), at + 6)):
        if tokens[end].bare in _CHIEF_ENDS:
            is_double = end + 1 < len(tokens) and tokens[end + 1].bare == "officer"
            after = end + 2 if is_double else end + 1
            return JobTitle(at, after, _words(token.bare for token in tokens[at:after]))
        if tokens[end].kind != "w" and tokens[end].low not in ("-", "&"):
            break
    if at + 1 < len(tokens) and tokens[at + 1].bare in _CHIEFS:
        return JobTitle(at, at + 2, _words(["chief", tokens[at + 1].bare]))
    if at + 2 < len(tokens) and tokens[at + 1].low == "of" and tokens[at + 2].kind == "w":
        return JobTitle(at, at + 3, _words(["chief", tokens[at + 2].bare]))
    return None


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    return (
        at + 1 < len(tokens)
        and tokens[at].low in ("of", "for")
        and tokens[at + 1].low not in ("the", "your", "a", "our")
    )


def _of_what(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """ "of patient care services" behind a head; an organization is none of it."""
    if not _is_of(tokens, at):
        return at, []
    if tokens[at + 1].is_capital and not tokens[at - 1].is_capital:
        return at, []
    more: list[str] = []
    end = at + 1
    while (
        end < len(tokens)
        and len(more) < 3
        and tokens[end].kind == "w"
        and tokens[end].is_capital == tokens[at + 1].is_capital
    ):
        if tokens[end].low in _SMALL | {"at", "in", "who", "when", "is", "was"} or tokens[end].bare in _STOPS:
            break
        more.append(tokens[end].bare)
        end += 1
    return (end, more) if more else (at, [])


_STOPS = frozenset("since until before after from with you your i we there here that which this he she they".split())


def _words(words: Iterable[str]) -> frozenset[str]:
    plain = [part for word in words for part in _MORE.get(_SAME.get(word, word), _SAME.get(word, word)).split()]
    return frozenset(word for word in plain if word not in _SMALL and word not in ("-", "&"))


@lru_cache(maxsize=256)
def known_titles(texts: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The titles that confirmed sentences name."""
    return tuple(title.words for text in texts for title in titles_in(tokens_of(text)))


def title_is_known(title: JobTitle, known: Sequence[frozenset[str]]) -> bool:
    """Whether a title, or a fuller form of it, is confirmed; "president" is no short form of "vice president"."""
    return any(title.words <= words and not (words - title.words) & _LOWER_RANK for words in known)


def without_names(tokens: Sequence[Token], title: JobTitle, names: frozenset[str]) -> JobTitle:
    """The title without the organization behind its "of"."""
    after = title.after
    while after > title.first + 1 and (tokens[after - 1].bare in names or tokens[after - 1].low in ("of", "for")):
        after -= 1
    return JobTitle(title.first, after, title.words - names)


_LOWER_RANK = frozenset("vice deputy assistant associate".split())
