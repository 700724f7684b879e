"""Posts told in one row and their holders in another: "CEO and CFO, Ann Vale and Bo Lim, respectively".

The word tells that the rows run side by side. They are read where they are of one length: people with titles, or people
with the houses that one title in the plural is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from research.pages.late_regex import late_regex
from research.pages.lexicon import PLURALS
from research.pages.mention import WEIGHT, Mention
from research.pages.person_names import NameSpan
from research.pages.sentence_names import Sentence
from research.pages.title_words import PostSpan, class_of
from research.pages.titles import TitleReader
from research.pages.tokens import tokenize
from research.types import QUOTE_LIMIT

_WORD = late_regex(r",?\s\(?respectively\b")
_NEXT = late_regex(r"\A,?\s?(?:and\s|&\s)?$")
_ROW = late_regex(r",\s(?:and\s)?|\sand\s")
_CHOSEN = late_regex(
    r"\b(?:named|appointed|promoted|elected|selected|hired|become|became|serve[sd]?|are|were|as|to)\s(?:the\s|its\s)?"
)
_OF_HOUSES = late_regex(
    r"(?<![\w-])(?P<heads>(?P<head>CEO|CFO|COO|CNO|CMO|CIO|[a-z-]{4,20}|[A-Z][a-z-]{3,20})[’']?s)\sof\s(?P<row>[A-Z][^;:.]{5,160})$"
)
MOST = 6
"""People of one row."""


def respective_posts(paragraphs: Iterable[list[Sentence]]) -> list[Mention]:
    """The posts that "respectively" gives to the people of a row, in the order of the text."""
    told = (sentence for read in paragraphs for sentence in read if sentence.spans)
    return [mention for s in told if "respectively" in s.text for mention in _of_sentence(s)]


def with_respective_posts(mentions: Iterable[Mention], paragraphs: Iterable[list[Sentence]]) -> list[Mention]:
    """The mentions with those that "respectively" gives in place of what the same sentences gave the same people."""
    rows = respective_posts(paragraphs)
    taken = {(mention.line, mention.name): mention.quote for mention in rows}
    kept = [m for m in mentions if not m.quote or m.quote not in taken.get((m.line, m.name), "")]
    return [*rows, *kept]


def _of_sentence(sentence: Sentence) -> Iterator[Mention]:
    end = _WORD.search(sentence.text)
    for run in _runs(sentence) if end else ():
        first = sentence.tokens[run[0].outer_start].start
        last = sentence.tokens[run[-1].outer_end - 1].end
        behind, before = sentence.text[last : end.start()] if end else "", sentence.text[:first]
        posts = _titles_behind(behind) if behind.strip() else _posts_before(before.rstrip(" ,"))
        if len(posts) == len(run):
            yield from (_mention(sentence, span, post) for span, post in zip(run, posts, strict=True))
            return


def _runs(sentence: Sentence) -> list[list[NameSpan]]:
    """The rows of two or more whole names."""
    runs: list[list[NameSpan]] = []
    tokens = sentence.tokens
    for span in (span for span in sentence.spans if span.end - span.start > 1):
        last = runs[-1][-1] if runs else None
        gap = sentence.text[tokens[last.outer_end - 1].end : tokens[span.outer_start].start] if last else "."
        if _NEXT.match(gap):
            runs[-1].append(span)
        else:
            runs.append([span])
    return [run for run in runs if 1 < len(run) <= MOST]


def _titles_behind(words: str) -> list[PostSpan]:
    """The titles of a row behind the names: "were named CEO and CFO"."""
    chosen = [match.end() for match in _CHOSEN.finditer(words)]
    return _titles(words[chosen[-1] :] if chosen else words)


def _posts_before(words: str) -> list[PostSpan]:
    """The titles of a row before the names, or one title in the plural of a row of houses."""
    houses = _OF_HOUSES.search(words)
    if houses is not None:
        head = houses["head"] if houses["head"].isupper() else PLURALS.get(houses["heads"].lower(), "")
        row = [house for house in _ROW.split(houses["row"]) if house]
        tokens = tokenize(head)
        named = bool(tokens) and all(house[:1].isupper() for house in row)
        return [PostSpan(head, house, class_of(tokens, 0, 0), head.lower()) for house in row] if named else []
    return _titles(words)


def _titles(words: str) -> list[PostSpan]:
    """The posts of a row of titles, each a title and nothing else; empty for any other words."""
    words = re.sub(r"\A(?:[Tt]he|[Ii]ts|[Oo]ur)\s", "", words.strip())
    found: list[PostSpan] = []
    for part in (part for part in _ROW.split(words) if part):
        tokens = tokenize(part)
        spans = TitleReader(part, tokens).find()
        if len(spans) != 1 or spans[0].start != 0 or spans[0].outer_end != len(tokens):
            return []
        found.extend(spans[0].posts)
    shared = found[-1].organization if found else ""
    return [PostSpan(post.title, post.organization or shared, post.kind, post.head) for post in found]


def _mention(sentence: Sentence, span: NameSpan, post: PostSpan) -> Mention:
    text = sentence.text
    quote = text if len(text) <= QUOTE_LIMIT else text[sentence.tokens[span.outer_start].start :][:QUOTE_LIMIT]
    return Mention(
        sentence.name(span), sentence.line, "event", (post,), span.prefix, span.credentials, "current", None, quote,
        WEIGHT["event"] + 2,
    )  # fmt: skip
