"""Answers that stand within the quoted text without quote marks: in a color or in capitals, as the writer says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from outreach.articles.mail_in.answer import MailAnswer, Pair
from outreach.articles.mail_in.html_text import ColoredWords, HtmlText
from outreach.articles.mail_in.markers import bare, header_block
from outreach.articles.mail_in.quoting import BELOW, QUOTED, Split, points_below

_COLORS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "red": ("in red", "en rojo", "in rot", "en rouge", "em vermelho", "a vermelho", "red text", "red font"),
        "blue": ("in blue", "en azul", "in blau", "en bleu", "em azul", "blue text", "blue font"),
        "green": ("in green", "en verde", "in grün", "en vert", "em verde"),
        "purple": ("in purple", "en morado", "in lila", "en violet", "em roxo"),
        "orange": ("in orange", "en naranja", "em laranja"),
    }
)
_CAPITALS = (
    "in caps", "in all caps", "all caps", "in capitals", "in capital letters", "en mayúsculas", "in großbuchstaben",
    "en majuscules", "em maiúsculas", "uppercase",
)  # fmt: skip
_PAIRS_MOST = 200


def with_marked_answers(answer: MailAnswer, parts: Split, body: HtmlText) -> MailAnswer:
    """The answer with the words that stand in the color or the capitals that it names, after its own words.

    Without a color named, red words count when the answer points to remarks below. They come as pairs, in their order.
    """
    if answer.pairs or not points_below(parts.text):
        return answer
    low = " ".join(parts.text.casefold().split())
    if any(words in low for words in _CAPITALS):
        pairs = _in_capitals(parts)
    else:
        named = [color for color, words in _COLORS.items() if any(word in low for word in words)]
        pairs = _in_colors(parts, body, named or ["red"])
    if not pairs:
        return answer
    text = "\n\n".join(filter(None, (answer.text, *(pair.answer for pair in pairs))))
    return replace(answer, pairs=pairs, text=text)


def _in_colors(parts: Split, body: HtmlText, colors: list[str]) -> tuple[Pair, ...]:
    runs: dict[int, list[ColoredWords]] = {}
    for run in body.colored:
        if run.color in colors and run.line < len(parts.marks) and parts.marks[run.line] in (BELOW, QUOTED):
            runs.setdefault(run.line, []).append(run)
    own = {number: " ".join(run.words for run in found) for number, found in runs.items()}
    return _paired(parts, own)


def _in_capitals(parts: Split) -> tuple[Pair, ...]:
    own: dict[int, str] = {}
    for number, mark in enumerate(parts.marks):
        words = bare(parts.lines[number])
        if header_block(parts.lines, number) is not None:
            continue
        if mark in (BELOW, QUOTED) and len(words.split()) > 1 and _is_capital(words):
            own[number] = words
    return _paired(parts, own)


def _is_capital(words: str) -> bool:
    return words.isupper() and sum(map(str.isalpha, words)) > 5


def _paired(parts: Split, own: Mapping[int, str]) -> tuple[Pair, ...]:
    """Pairs of the writer's words by line; words on lines that follow each other are one answer."""
    pairs: list[Pair] = []
    last = -2
    for number in sorted(own)[:_PAIRS_MOST]:
        rest = " ".join(bare(parts.lines[number]).replace(own[number], " ").split())
        if number == last + 1 and not rest and pairs:
            pairs[-1] = replace(pairs[-1], answer=f"{pairs[-1].answer}\n{own[number]}")
        else:
            under = rest or _line_above(parts, own, number)
            pairs.append(Pair(own[number], under, under))
        last = number
    return tuple(pairs)


def _line_above(parts: Split, own: Mapping[int, str], number: int) -> str:
    for above in range(number - 1, -1, -1):
        if above not in own and parts.marks[above] in (BELOW, QUOTED) and bare(parts.lines[above]):
            return bare(parts.lines[above])
    return ""
