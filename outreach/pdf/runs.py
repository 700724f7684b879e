"""What can be printed of a text: letters in one form, each in a face that holds it; what no face holds is told.

    printable("Li Wei (李伟)") -> Printable("Li Wei", ("李", "伟"))
    parted("a ≥ ✗", REGULAR) -> (Span(REGULAR, "a ≥ "), Span(FALLBACK, "✗"))

A letter is never printed as a box, and a letter that a face holds is never lost. Scripts that are written from right
to left are left out too, although the fallback holds some of their letters: unjoined and turned around they would be
wrong, which is worse than their absence being told.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from outreach.pdf.typefaces import FALLBACK, REGULAR, face

MOST_MARKS = 3
"""Marks over one letter: more would grow into the lines above; no language writes more."""

MOST_REMEMBERED = 2000
"""Characters of a text that is remembered: longer ones would fill the memory, and are set once only."""

NO_BREAK = "\N{NO-BREAK SPACE}"

_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*\Z")
_HELD_TOGETHER = frozenset(f"{NO_BREAK}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}")
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LOST = "\0"
_BESIDE = " ,;/·–-"
_EMPTIED = re.compile(
    rf" ?(?:\([{_BESIDE}]{{0,80}}\0[\0{_BESIDE}]{{0,80}}\)|\[[{_BESIDE}]{{0,80}}\0[\0{_BESIDE}]{{0,80}}\])"
)
_LAST_OF_PLANE = "\uffff"
"""Letters beyond it have no number of four digits, as which letters stand on a printed page."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@dataclass(frozen=True, slots=True)
class Printable:
    """A text as it is printed, and the letters that had to be left out of it, each once, in order of place."""

    text: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of one face. `shaped`: one that is drawn by glyphs, because of its marks or its number."""

    face: str
    text: str
    shaped: bool = False


def printable(text: str) -> Printable:
    """Letters with their accents as one (NFC), blanks of all kinds as one blank, nothing that is not seen.

    No-break spaces are kept. A pair of brackets that lost all its letters is left out with them.
    """
    return _printable(text) if len(text) <= MOST_REMEMBERED else _printable.__wrapped__(text)


@lru_cache(maxsize=4096)
def _printable(text: str) -> Printable:
    if _PLAIN.match(text):
        return Printable(text)
    kept: list[str] = []
    lost: dict[str, None] = {}
    for letter in unicodedata.normalize("NFC", _VARIANTS.sub("", text)):
        kind = unicodedata.category(letter)
        if letter in _HELD_TOGETHER:
            kept.append(NO_BREAK)
        elif kind in ("Zs", "Zl", "Zp") or letter in "\t\n\v\f\r\x85":
            kept.append(" ")
        elif kind in ("Cc", "Cf", "Cs"):
            continue
        else:
            mark = kind.startswith("M")
            cluster = f"{kept[-1] if kept else _LOST}{letter}" if mark else letter
            if not _held(cluster):
                lost[letter] = None
                kept.append(_LOST)
            elif mark:
                kept[-1] = cluster
            else:
                kept.append(letter)
    words = "".join(kept)
    if lost:
        words = _EMPTIED.sub("", words).replace(_LOST, "")
    return Printable(" ".join(part for part in words.split(" ") if part), tuple(lost))


def left_out(*texts: str) -> tuple[str, ...]:
    """The letters that printing these texts leaves out, each once."""
    return tuple(dict.fromkeys(letter for text in texts for letter in printable(text).left_out))


@lru_cache(maxsize=4096)
def _held(cluster: str) -> bool:
    """Whether one face holds a letter with all its marks."""
    letter = cluster[0]
    if len(cluster) > 1 + MOST_MARKS or (len(cluster) > 1 and letter in (" ", NO_BREAK, _LOST)):
        return False
    if unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT or unicodedata.category(letter) in ("Co", "Cn"):
        return False
    return all(map(face(REGULAR).glyph, cluster)) or all(map(face(FALLBACK).glyph, cluster))


def parted(text: str, wanted: str) -> tuple[Span, ...]:
    """A printable text in spans of one face: the wanted one, and the fallback for letters that it lacks.

    A letter and its marks stay in one face.
    """
    if text.isascii() and all(map(face(wanted).glyph, text)):
        return (Span(wanted, text),) if text else ()
    found: list[Span] = []
    for cluster in clusters(text):
        shaped = len(cluster) > 1 or cluster > _LAST_OF_PLANE
        name = wanted if all(map(face(wanted).glyph, cluster)) else FALLBACK
        if found and not shaped and not found[-1].shaped and found[-1].face == name:
            found[-1] = Span(name, found[-1].text + cluster)
        else:
            found.append(Span(name, cluster, shaped))
    return tuple(found)


def clusters(text: str) -> list[str]:
    """A text in letters, each with the marks that belong to it."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for letter in text:
        if found and unicodedata.category(letter).startswith("M"):
            found[-1] += letter
        else:
            found.append(letter)
    return found
