"""Composes an article's outline from what is known: each point hangs on a fact or on exact words. Pure.

Nothing is made up. What an outline needs and nobody has told yet stands there as a visible gap that says where it could
come from, `[[Nothing yet on cost. Ask, or look in ...]]`; the check refuses a text with a gap. Words of a talk whose
leader does not want to be quoted are never put in, and neither is what was not asked about.

    compose(outline, material)      the text with its quotes and facts
    spread(outline, 1000, 1200)     the outline with the venue's range of words, spread over its parts
    part_counts(body, outline)      how many words each part of a text has
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise

from outreach.articles import article_text
from outreach.articles.operations import NewFact, NewQuote
from outreach.articles.outline_files import ANYTHING, Need, Outline, OutlinePart
from outreach.drafts.letter_grammar import sentence

MOST_QUOTES = 2
"""Exact words put into one need by themselves (product.md, 5.7: one or two quotes); the rest stand beside the text."""

MOST_TOLD = 3
"""Lines in the writer's words put into one need by themselves."""

MOST_FIGURES = 3

MAY_QUOTE = frozenset({"yes", "after_check"})
"""What they agreed to about quoting -> whether their words may stand in a text at all."""


_NOT_PUT_IN = {
    "no": "they do not want to be quoted.",
    "not_asked": "nobody has asked yet whether they may be quoted.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what it hangs on."""

    sentence: str
    fact: NewFact


@dataclass(frozen=True, slots=True)
class Heard:
    """A line of the notes of a talk. quoting: a key of `CONSENTS`; told_in: "the talk on May 12, 2026"."""

    note_id: int
    is_exact: bool
    words: str
    speaker: str
    quoting: str
    told_in: str
    person_id: int | None = None
    said_at: datetime | None = None
    minute: int | None = None

    @property
    def may_stand(self) -> bool:
        """Whether it may be put in."""
        return self.quoting in MAY_QUOTE

    @property
    def quote(self) -> NewQuote:
        """As exact words of an article."""
        return NewQuote(
            self.speaker, self.words, "note", note_id=self.note_id, person_id=self.person_id, said_at=self.said_at,
            minute=self.minute, told_in=self.told_in,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Material:
    """What an outline is filled from. `fields` by their fill: "problem", "action", "leader part", "result"."""

    title: str
    fields: dict[str, Told] = field(default_factory=dict)
    people: tuple[Told, ...] = ()
    figures: tuple[Told, ...] = ()
    heard: tuple[Heard, ...] = ()
    question: str = ""
    writer: str = ""
    disclosure: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed text. Quotes and facts are numbered from 1 in their order; remarks are sentences for the writer."""

    title: str
    body: str
    quotes: tuple[NewQuote, ...]
    facts: tuple[NewFact, ...]
    remarks: tuple[str, ...]


def compose(outline: Outline, material: Material) -> Composed:
    """The outline, filled with what there is."""
    return _Writing(outline, material).composed()


class _Writing:
    """One outline being filled; counts its quotes and facts."""

    def __init__(self, outline: Outline, material: Material) -> None:
        self.outline, self.material = outline, material
        self.quotes: list[NewQuote] = []
        self.facts: list[NewFact] = []
        self.heard = _shared_out(outline, [one for one in material.heard if one.may_stand])
        self.figures = _figures_shared_out(outline, material.figures)

    def composed(self) -> Composed:
        parts = [self._part(part) for part in self.outline.parts]
        body = "\n\n".join(parts)
        return Composed(self.material.title, body, tuple(self.quotes), tuple(self.facts), self._remarks())

    def _part(self, part: OutlinePart) -> str:
        filled = [(need, self._points(need)) for need in part.needs]
        has_any = any(points for _, points in filled)
        paragraphs = [f"## {part.name}"] if part.has_heading else []
        for need, points in filled:
            is_elsewhere = need.fill == "figures" and bool(self.material.figures) and has_any
            paragraphs += points or ([] if is_elsewhere else [self._gap(need)])
        return "\n\n".join(paragraphs)

    def _points(self, need: Need) -> list[str]:
        material = self.material
        if need.fill == "heard":
            return [self._said(one) for one in self.heard.get(id(need), ())]
        if need.fill == "figures":
            return [self._told(one) for one in self.figures.get(id(need), ())]
        if need.fill == "people":
            return [self._told(one) for one in material.people]
        if need.fill in material.fields:
            return [self._told(material.fields[need.fill])]
        plain = {"question": material.question, "writer": material.writer, "disclosure": material.disclosure}
        return [as_text(plain[need.fill])] if plain.get(need.fill) else []

    def _told(self, told: Told) -> str:
        return f"{as_text(sentence(told.sentence))}{self._fact_mark(told.fact)}"

    def _said(self, heard: Heard) -> str:
        if not heard.is_exact:
            return f"{as_text(sentence(heard.words))}{self._fact_mark(NewFact(heard.words, note_id=heard.note_id))}"
        self.quotes.append(heard.quote)
        return quoted(heard.words, len(self.quotes), heard.speaker)

    def _fact_mark(self, fact: NewFact) -> str:
        if fact not in self.facts:
            self.facts.append(fact)
        return f"[{self.facts.index(fact) + 1}]"

    def _gap(self, need: Need) -> str:
        told_in = [one.told_in for one in self.material.heard if not one.may_stand and _fits(need, one)]
        if not told_in:
            return f"[[{need.missing}]]"
        return f"[[{need.missing} It was spoken of in {told_in[0]}, and you may not quote that.]]"

    def _remarks(self) -> tuple[str, ...]:
        checks = sorted({one.speaker for one in self.material.heard if self._is_in(one) and one.quoting != "yes"})
        remarks = [f"{name} checks the words that are quoted before anybody reads them." for name in checks]
        for quoting, why in _NOT_PUT_IN.items():
            talks = dict.fromkeys(one.told_in for one in self.material.heard if one.quoting == quoting)
            remarks += [f"Nothing of {told_in} was put in: {why}" for told_in in talks]
        return tuple(remarks)

    def _is_in(self, heard: Heard) -> bool:
        return heard.note_id in {*(one.note_id for one in self.quotes), *(one.note_id for one in self.facts)}


# --- which note goes where --------------------------------------------------------------------------------------------


def _needs(outline: Outline, fill: str) -> list[Need]:
    return [need for part in outline.parts for need in part.needs if need.fill == fill]


def _figures_shared_out(outline: Outline, figures: Sequence[Told]) -> dict[int, Sequence[Told]]:
    """Need -> its figures: each figure once, in turn."""
    needs = _needs(outline, "figures")
    return {id(need): figures[at :: len(needs)][:MOST_FIGURES] for at, need in enumerate(needs)}


def _shared_out(outline: Outline, notes: Sequence[Heard]) -> dict[int, list[Heard]]:
    """Need -> its notes: each note once, where most words that the need listens for are in it, and there is room."""
    needs = _needs(outline, "heard")
    found: dict[int, list[Heard]] = {id(need): [] for need in needs}
    left: list[Heard] = []
    for note in notes:
        scores = [(score, -at, need) for at, need in enumerate(needs) if (score := _score(need, note))]
        ranked = sorted(scores, key=lambda one: one[:2], reverse=True)
        room = next((need for _, _, need in ranked if _has_room(found[id(need)], note)), None)
        if room is None:
            left.append(note)
        else:
            found[id(room)].append(note)
    for need in needs:
        if ANYTHING in need.listens_for:
            found[id(need)] += [note for note in left if note.is_exact][:MOST_QUOTES]
    return {key: sorted(kept, key=lambda one: not one.is_exact) for key, kept in found.items()}


_WORD = re.compile(r"[^\W_]+")


def _score(need: Need, note: Heard) -> int:
    words = " ".join(_WORD.findall(note.words.casefold()))
    return sum(f" {word} " in f" {words} " for word in need.listens_for)


def _fits(need: Need, note: Heard) -> bool:
    return need.fill == "heard" and (ANYTHING in need.listens_for or _score(need, note) > 0)


def _has_room(kept: Sequence[Heard], note: Heard) -> bool:
    most = MOST_QUOTES if note.is_exact else MOST_TOLD
    return sum(one.is_exact == note.is_exact for one in kept) < most


# --- words ------------------------------------------------------------------------------------------------------------

_SIGNS = re.compile(r"[\\`*_\[\]<>|~]")
_INNER = str.maketrans('“”"', "‘’’")
_AT_START = re.compile(r"^(?:([-+>#=])|(\d{1,9})([.)])(?=\s))")


def as_text(words: str) -> str:
    """The words so that Markdown shows them as they are."""
    escaped = _SIGNS.sub(lambda found: "\\" + found[0], " ".join(words.split()))
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)


def quoted(words: str, number: int, speaker: str) -> str:
    """Exact words as a paragraph: “Nobody had decided,”[q1] says Inés Okafor-Lindqvist."""
    inner = " ".join(words.split()).translate(_INNER)
    inner = inner[:-1] + "," if inner.endswith(".") and not inner.endswith("..") else inner
    inner = inner if inner.endswith((",", "?", "!", "…", "..")) else inner + ","
    return f"“{as_text(inner)}”[q{number}] says {as_text(speaker)}." if speaker else f"“{as_text(inner)}”[q{number}]"


# --- lengths ----------------------------------------------------------------------------------------------------------


def spread(outline: Outline, shortest: int | None, longest: int | None) -> Outline:
    """The outline with another range of words, spread over its parts; None for a bound that nobody has said."""
    if shortest is None and longest is None:
        return outline
    ratio = outline.longest / outline.shortest
    low = shortest if shortest is not None else min(outline.shortest, round((longest or 1) / ratio))
    high = longest if longest is not None else max(outline.longest, round(low * ratio))
    low = min(low, high)
    lows = _shares([part.shortest for part in outline.parts], low)
    room = _shares([part.longest - part.shortest + 1 for part in outline.parts], high - low)
    parts = (
        replace(part, shortest=max(1, few), longest=max(1, few + more))
        for part, few, more in zip(outline.parts, lows, room, strict=True)
    )
    return replace(outline, parts=tuple(parts))


def _shares(of: Sequence[int], total: int) -> list[int]:
    """`total` in the proportions of `of`, in whole numbers that add up to it."""
    bounds, so_far, whole = [0], 0, sum(of)
    for one in of:
        so_far += one
        bounds.append(round(total * so_far / whole))
    return [after - before for before, after in pairwise(bounds)]


@dataclass(frozen=True, slots=True)
class PartCount:
    """A part of a text with its words. shortest and longest: None for a heading that the outline does not have."""

    name: str
    words: int
    shortest: int | None = None
    longest: int | None = None
    gaps: int = 0
    needs: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """ "120 words of 220 to 280", "12 words"."""
        count = f"{self.words:,} {'word' if self.words == 1 else 'words'}"
        return count if self.longest is None else f"{count} of {self.shortest} to {self.longest}"


def part_counts(body: str, outline: Outline | None) -> tuple[PartCount, ...]:
    """How many words each part has, those of the outline first and in its order; then other headings of the text."""
    written = _written_parts(body)
    counts: list[PartCount] = []
    for part in _joined(outline):
        name = "" if not part.has_heading else part.name.casefold()
        words, gaps, _ = written.pop(name, (0, 0, ""))
        counts.append(PartCount(part.name, words, part.shortest, part.longest, gaps, tuple(n.what for n in part.needs)))
    return (*counts, *(PartCount(shown or "Beginning", words, gaps=gaps) for words, gaps, shown in written.values()))


def _joined(outline: Outline | None) -> list[OutlinePart]:
    """The parts as a text can tell them apart: one without a heading behind another goes on with that."""
    parts: list[OutlinePart] = []
    for part in outline.parts if outline is not None else ():
        if part.has_heading or not parts:
            parts.append(part)
            continue
        before = parts.pop()
        name = f"{before.name}, {part.name[:1].lower()}{part.name[1:]}"
        low, high = before.shortest + part.shortest, before.longest + part.longest
        parts.append(replace(before, name=name, shortest=low, longest=high, needs=before.needs + part.needs))
    return parts


def _written_parts(body: str) -> dict[str, tuple[int, int, str]]:
    """Heading in small letters, "" before the first -> words, gaps, the heading as it is written. No gap is a word."""
    found: dict[str, tuple[int, int, str]] = {}
    key = shown = ""
    for paragraph in article_text.paragraphs(body):
        if paragraph.kind == "heading":
            shown = paragraph.text
            key = shown.casefold()
            found.setdefault(key, (0, 0, shown))
            continue
        words, gaps, _ = found.get(key, (0, 0, shown))
        bare = article_text.PLACEHOLDER.sub(" ", paragraph.text)
        gaps += len(article_text.placeholders(paragraph.text))
        found[key] = (words + len(bare.split()), gaps, shown)
    return found
