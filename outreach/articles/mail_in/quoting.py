"""What of a message's lines is new, what was there before, and which new line answers to which quoted one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from outreach.articles.mail_in.answer import Pair
from outreach.articles.mail_in.markers import (
    HeaderBlock,
    attribution_length,
    bare,
    forward_or_original,
    header_block,
    is_rule,
    notes_block,
)
from outreach.articles.mail_in.signatures import banner_length, marked_ranges, unmarked_range

NEW, BLANK, QUOTED, HEAD, BELOW, ARMOR, BANNER, MARKED, SIGNED = "teqbcxwms"
"""What a line is: new words, nothing, quoted with ">", the head of a quotation, part of a message below that has no
quote marks, armor of a digital signature, a mail system's warning, a marked signature, an unmarked one."""

_POINTS_BELOW = (
    "below", "inline", "in line", "in-line", "within the text", "interspersed", "abajo", "debajo", "más abajo", "unten",
    "weiter unten", "im text", "ci-dessous", "plus bas", "dans le texte", "abaixo", "no texto", "en el texto",
    "in the body",
    "in red", "in blue", "in green", "in caps", "in capitals", "in bold", "en rojo", "en azul", "en mayúsculas",
    "in rot",
    "in blau", "en rouge", "en bleu", "en majuscules", "em vermelho", "em azul", "em maiúsculas", "in großbuchstaben",
    "[brackets]", "in brackets",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Below:
    """Where a message below begins, counted in lines, and what its head tells."""

    line: int
    forwarded: bool
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Split:
    """A message's lines shared out; `marks` has one letter a line. See MailAnswer for the rest."""

    lines: tuple[str, ...]
    marks: str
    text: str
    trimmed: str
    elided: str
    quoted: tuple[str, ...]
    pairs: tuple[Pair, ...]
    signature: str
    below: Below | None


def split(text: str, sender: str) -> Split:
    """Shares the lines of a message out. `sender` is the name of who wrote it, "" when it is not known."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marks, below = _marked(lines)
    _join_overflow(lines, marks)
    _sign(lines, marks, sender)
    new = _blocks(marks, NEW)
    pairs = _pairs(lines, marks, new)
    kept = _kept(lines, marks, has_pairs=bool(pairs))
    return Split(
        lines=tuple(lines),
        marks="".join(marks),
        text="\n\n".join(filter(None, (_joined(lines, first, last) for first, last in new))),
        trimmed=_strip("\n".join(line for line, keep in zip(lines, kept, strict=True) if keep)),
        elided=_strip("\n".join(line for line, keep in zip(lines, kept, strict=True) if not keep)),
        quoted=tuple(_joined(lines, first, last) for first, last in _blocks(marks, QUOTED, HEAD, BELOW)),
        pairs=pairs,
        signature="\n".join(_joined(lines, first, last) for first, last in _blocks(marks, MARKED, SIGNED)),
        below=below,
    )


def points_below(text: str) -> bool:
    """Whether words tell the reader to look into the quoted text: "see my comments below", "in red"."""
    low = " ".join(text.casefold().split())
    return any(f"{word}" in low for word in _POINTS_BELOW)


def _marked(lines: Sequence[str]) -> tuple[list[str], Below | None]:
    """A mark for every line, before signatures are looked for, and the first message below."""
    marks: list[str] = []
    below: Below | None = None
    seen_words = False
    while len(marks) < len(lines):
        at = len(marks)
        if not lines[at].strip("\u200b\ufeff \t\xa0"):
            marks.append(BLANK)
            continue
        if lines[at].startswith("-----BEGIN PGP "):
            marks.extend(ARMOR * _armor_length(lines, at))
            continue
        is_quoted = lines[at].lstrip(" \t").startswith(">") and not lines[at].lstrip().startswith(">>>>>>>>>>>>")
        length, found = (0, None) if is_quoted else _head(lines, at)
        if found is None and length == 0:
            length = 0 if seen_words or is_quoted else banner_length(lines, at)
            seen_words = seen_words or not (length or is_quoted)
            marks.extend(BANNER * length if length else QUOTED if is_quoted else NEW)
            continue
        below = below or found
        if _next_is_quoted(lines, at + length):
            marks.extend(HEAD * length)
            continue
        marks.extend(BELOW * (len(lines) - at))
    return marks, below


def _head(lines: Sequence[str], at: int) -> tuple[int, Below | None]:
    """How many lines at `at` are the head of a message below, and what they tell; 0 and None when there is none."""
    said = forward_or_original(lines[at])
    if said:
        block, gap = _block_near(lines, at + 1, 2)
        return 1 + gap + (block.length if block else 0), Below(at, said == "forwarded", block.values if block else {})
    if is_rule(lines[at]):
        block, gap = _block_near(lines, at + 1, 3)
        return (1 + gap + block.length, Below(at, False, block.values)) if block else (0, None)
    block = header_block(lines, at)
    if block:
        return block.length, Below(at, False, block.values)
    length, sure = attribution_length(lines, at)
    if length and (sure or _next_is_quoted(lines, at + length)):
        return length, Below(at, False, {"attribution": " ".join(bare(line) for line in lines[at : at + length])})
    length = notes_block(lines, at)
    return (length, Below(at, False)) if length else (0, None)


def head_length(lines: Sequence[str], at: int) -> int:
    """How many lines at `at` are the head of a message below; 0 when there is none."""
    return _head(lines, at)[0]


def _block_near(lines: Sequence[str], at: int, least: int) -> tuple[HeaderBlock | None, int]:
    """A block of headers at `at` or up to two empty lines below, and the number of those lines."""
    for gap in range(3):
        if at + gap >= len(lines):
            return None, 0
        if bare(lines[at + gap]):
            return header_block(lines, at + gap, least), gap
    return None, 0


def _next_is_quoted(lines: Sequence[str], at: int) -> bool:
    following = next((line for line in lines[at : at + 4] if line.strip()), "")
    return following.lstrip(" \t").startswith(">")


def _armor_length(lines: Sequence[str], at: int) -> int:
    """Lines of the head of a signed text, or of a whole block of armor."""
    if "SIGNED MESSAGE" in lines[at]:
        end = at + 1
        while (
            end < len(lines) and end < at + 5 and lines[end].startswith(("Hash:", "Charset:", "Comment:", "Version:"))
        ):
            end += 1
        return end - at
    end = next(
        (number for number in range(at, len(lines)) if lines[number].startswith("-----END PGP ")), len(lines) - 1
    )
    return end - at + 1


def _join_overflow(lines: Sequence[str], marks: list[str]) -> None:
    """Ends of long quoted lines that a program broke without a quote mark are quoted as well."""
    for at in range(1, len(lines) - 1):
        between = marks[at] == NEW and marks[at - 1] == QUOTED and marks[at + 1] == QUOTED
        long_before = len(lines[at - 1]) >= 60 and not lines[at - 1].rstrip().endswith((".", "?", "!", ":"))
        if between and long_before and len(lines[at]) < 50 and lines[at][:1].islower():
            marks[at] = QUOTED


def _sign(lines: Sequence[str], marks: list[str], sender: str) -> None:
    """Marks the signatures in each stretch of new words; the unmarked kind only in the last and before a quotation."""
    stretches = _stretches(marks)
    for first, last in stretches:
        part = lines[first:last]
        for start, end in marked_ranges(part):
            marks[first + start : first + end] = [MARKED] * (end - start)
        words = next((number for number in range(len(part)) if marks[first + number] == MARKED), len(part))
        if last < len(lines) and marks[last] == QUOTED and (first, last) != stretches[0]:
            continue
        own = unmarked_range(part[:words], sender)
        if own:
            marks[first + own[0] : first + own[1]] = [SIGNED] * (own[1] - own[0])


def _stretches(marks: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of new words with the empty lines between them."""
    runs: list[tuple[int, int]] = []
    start = None
    for number in range(len(marks) + 1):
        inside = number < len(marks) and marks[number] in (NEW, BLANK)
        if inside and start is None and marks[number] == NEW:
            start = number
        elif not inside and start is not None:
            runs.append((start, number))
            start = None
    return runs


def _blocks(marks: Sequence[str], *wanted: str) -> list[tuple[int, int]]:
    """Runs of lines with one of the marks, empty lines between them included."""
    runs: list[tuple[int, int]] = []
    for number, mark in enumerate(marks):
        if mark not in wanted:
            continue
        if runs and all(between == BLANK for between in marks[runs[-1][1] : number]):
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def _pairs(lines: Sequence[str], marks: Sequence[str], new: Sequence[tuple[int, int]]) -> tuple[Pair, ...]:
    """The new words under quoted lines, when they stand between them, or when the words above point to them."""
    first_quoted = marks.index(QUOTED) if QUOTED in marks else len(marks)
    last_quoted = len(marks) - marks[::-1].index(QUOTED) if QUOTED in marks else 0
    under = [(first, last) for first, last in new if first > first_quoted]
    between = any(last < last_quoted and not _new_head_follows(marks, last) for _, last in under[:1])
    above = "\n".join(_joined(lines, first, last) for first, last in new if first < first_quoted)
    if not under or not (len(under) > 1 or between or points_below(above)):
        return ()
    return tuple(_pair(lines, marks, first, last) for first, last in under)


def _new_head_follows(marks: Sequence[str], at: int) -> bool:
    """Whether the next thing after line `at` is a new quotation with its own head, not the same one going on."""
    return next((mark for mark in marks[at:] if mark in (QUOTED, HEAD, BELOW)), "") != QUOTED


def _pair(lines: Sequence[str], marks: Sequence[str], first: int, last: int) -> Pair:
    passage: list[str] = []
    for number in range(first - 1, -1, -1):
        words = _unquoted(lines[number]) if marks[number] == QUOTED else ""
        if words:
            passage.insert(0, words)
        elif passage or marks[number] not in (QUOTED, BLANK):
            break
    return Pair(_joined(lines, first, last), passage[-1] if passage else "", "\n".join(passage))


def _unquoted(line: str) -> str:
    return line.lstrip("> \t").rstrip()


def _kept(lines: Sequence[str], marks: Sequence[str], *, has_pairs: bool) -> list[bool]:
    """Which lines a reader of the thread needs: new words, closing words, and the quoted lines that are answered to."""
    new = [number for number, mark in enumerate(marks) if mark in (NEW, SIGNED)]
    with_quotes = has_pairs or HEAD not in marks
    last = new[-1] if new else -1
    kept = [
        mark in (NEW, SIGNED) or (mark == QUOTED and with_quotes and number < last) for number, mark in enumerate(marks)
    ]
    after: list[bool] = [False] * len(lines)
    following = False
    for number in range(len(lines) - 1, -1, -1):
        following = kept[number] if marks[number] != BLANK else following
        after[number] = following
    before = False
    for number, mark in enumerate(marks):
        if mark == BLANK:
            kept[number] = before and after[number]
        else:
            before = kept[number]
    return kept


def _joined(lines: Sequence[str], first: int, last: int) -> str:
    return _strip("\n".join(lines[first:last]))


def _strip(text: str) -> str:
    """The text without empty lines at either end; blanks at the beginning of its first line stay."""
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[filled[0] : filled[-1] + 1]).rstrip() if filled else ""
