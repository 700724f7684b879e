"""Sentences that leave their subject out: "Founder and President of Elm Clinic." right under the holder's name.

Such a profile begins with the post as a line of its own would, and goes on in whole sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from research.pages.lexicon import LEADING
from research.pages.mention import WEIGHT, Mention
from research.pages.sentence_names import Sentence
from research.types import QUOTE_LIMIT

_CLOSING = frozenset({".", ",", ";"})


def posts_without_subject(read: Sequence[Sentence], owner: str) -> list[Mention]:
    """The posts that the first sentence of a paragraph in `owner`'s profile is and says nothing besides."""
    first = read[0] if read else None
    if first is None or not owner or first.spans or not first.titles:
        return []
    title = first.titles[0]
    behind = first.tokens[max(title.outer_end, title.end) :]
    whole = title.outer_start == 0 and not title.body and all(token.text in _CLOSING for token in behind)
    if not whole or title.posts[0].kind not in LEADING or not first.tokens[0].is_capital:
        return []
    return [
        Mention(
            owner, first.line, "predicate", title.posts, "", (), title.status, None,
            first.text[:QUOTE_LIMIT], WEIGHT["predicate"],
        )
    ]  # fmt: skip
