"""The posts of mentions in view of the whole sentence: a denied or invented one is dropped, an ended one is former."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from research.pages.mention import Mention
from research.pages.model import Line, PageText
from research.pages.sentences import sentences
from research.pages.standing import standing_of
from research.parse import fold
from research.posts import undoubled

MAX_LINE = 20_000
"""Characters of one paragraph that are read for the sentences around a quote."""


def held_posts(mentions: Iterable[Mention], page: PageText) -> list[Mention]:
    """The mentions with the posts that the page's sentences say to be or to have been held, in the same order.

    A mention that is left without a post stays: it still names the person.
    """
    return [_as_it_stands(_said_once(mention), page.lines) for mention in mentions]


def _said_once(mention: Mention) -> Mention:
    posts = tuple(
        replace(post, title=undoubled(post.title), organization=undoubled(post.organization)) for post in mention.posts
    )
    return mention if posts == mention.posts else replace(mention, posts=posts)


def _as_it_stands(mention: Mention, lines: tuple[Line, ...]) -> Mention:
    if not mention.posts:
        return mention
    sentence, following = around(mention.quote, lines[mention.line].text if mention.line < len(lines) else "")
    told = [(post, standing_of(sentence, mention.name, post.title, following)) for post in mention.posts]
    posts = tuple(post for post, standing in told if standing != "not held")
    ended = bool(posts) and all(standing == "ended" for _, standing in told if standing != "not held")
    if posts == mention.posts and not ended:
        return mention
    return replace(mention, posts=posts, status="former" if ended else mention.status)


def around(quote: str, text: str) -> tuple[str, str]:
    """The sentences of a paragraph that a quote touches, and the one behind them ("" for none).

    The quote itself where the paragraph does not hold it: then layout has joined its words.
    """
    words, read = fold(quote), _sentences(text[:MAX_LINE])
    at = " ".join(read).find(words) if words else -1
    if at < 0:
        return words, ""
    touched, behind, start = [], "", 0
    for sentence in read:
        if start >= at + len(words):
            behind = sentence
            break
        if start + len(sentence) > at:
            touched.append(sentence)
        start += len(sentence) + 1
    return " ".join(touched), behind


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(fold, sentences(text))))
