"""The posts of one sentence set right by what the sentence says beside them: its names, its list, its other posts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from research.pages.leadership import is_generic
from research.pages.lexicon import PLURALS
from research.pages.mention import Mention
from research.pages.titles import PostSpan

_AND_IS = re.compile(
    r"(?:[’']s?)?(?:\s(?:governing\s)?[Bb]oard(?:\sof\s[A-Za-z]{4,15})?)?(?:,\sand\s|,\s|\sand\s)(?!(?:he|she|they|who)\s)"
)
"""What joins the clauses of one list of officers: "Ann Vale is chair of the board, and Bo Lim is treasurer"."""
_SEATS = frozenset(
    """chair chairman chairwoman chairperson vice-chair treasurer secretary trustee secretary-treasurer chair-elect
    member""".split()
)


def without_names(posts: tuple[PostSpan, ...], name: str, others: Iterable[str] = ()) -> tuple[PostSpan, ...]:
    """The posts without a name taken for their organization.

    `name` is the holder's, right before the title; `others` are further names of the sentence, of which the last of a
    list may stand before the organization: "trustee Jo Roe and EHC chief executive Ann Vale".
    """
    if not any(post.organization for post in posts):
        return posts
    words = set(name.split())
    listed = tuple(others)

    def own(organization: str) -> str:
        if set(organization.split()) <= words:
            return ""
        before = next((other for other in listed if organization.startswith(f"{other} and ")), "")
        return organization[len(before) + len(" and ") :] if before else organization

    return tuple(replace(post, organization=own(post.organization)) if post.organization else post for post in posts)


def with_shared_boards(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions of a sentence; a seat without a body is on the board that the clause before it names.

    So a sentence lists officers: "Ann Vale is chair of the Elm Hospital board, and Bo Lim is treasurer".
    """
    found: list[Mention] = []
    board: Mention | None = None
    for mention in mentions:
        seat = mention.source in {"predicate", "event"} and _is_seat(mention.posts[-1])
        house = mention.posts[-1].organization or mention.organization
        shared = seat and not house and board is not None and _in_one_list(board, mention, text)
        if shared and board is not None:
            house = board.posts[-1].organization or board.organization
        elif seat and house and not is_generic(house):
            board = mention
        found.append(replace(mention, organization=house) if shared else mention)
    return found


def _is_seat(post: PostSpan) -> bool:
    return post.kind == "board" and post.head in _SEATS


def _in_one_list(first: Mention, second: Mention, text: str) -> bool:
    """Whether two seats of different people are told by clauses that "and" or a comma joins."""
    end, begin = text.find(first.quote) + len(first.quote), text.find(second.quote)
    if first.name == second.name or first.status != second.status or ";" in text[end:begin]:
        return False
    return end <= begin and _AND_IS.fullmatch(text, end, begin) is not None


def of_one(mention: Mention) -> Mention:
    """The mention with the posts of one of several: "trustees Ana Roe and Bo Lim" are a trustee each."""
    return replace(mention, posts=tuple(map(_single, mention.posts)))


def _single(post: PostSpan) -> PostSpan:
    single = PLURALS.get(post.head, post.head)
    at = post.title.lower().rfind(post.head)
    if single == post.head or at < 0:
        return post
    written = post.title[at : at + len(post.head)]
    kept = written[: len(single)] if written.lower().startswith(single) else written[:1] + single[1:]
    return replace(post, title=post.title[:at] + kept + post.title[at + len(post.head) :], head=single)
