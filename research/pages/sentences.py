"""Running text cut into sentences, with the places where abbreviations end none."""

from __future__ import annotations

import re
from functools import lru_cache

from research.parse import fold

# What stands before the first mark is looked at behind it: a pattern that begins with the marks is sought much faster.
_END = re.compile(r"[.!?](?<![.!?]{2})[.!?]*+[”\"’')\]]*+\s{1,3}(?=[“\"‘'(\[]?[A-ZÀ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Mx|Drs|St|Ste|Jr|Sr|Inc|Ltd|Co|Corp|Rev|Hon|Prof|Gov|Sen|Rep|Gen|Col|Capt|Lt|Maj|Sgt|Adm"
    r"|Cmdr|Fr|Msgr|Blvd|Ave|Rd|Mt|Ft|vs|No|Asst|Assoc|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|Fla|Calif|Wash|Mass|Conn|Mich|Minn|Wis|Tenn|Ala|Ariz|Colo|Del|Ill|Ind|Kan|Ky|Md|Mo|Neb|Nev|Okla|Ore|Penn|Pa"
    r"|Tex|Va|Vt|Wyo|Ga|La|Miss|Mont|Ark|Ont)"
    r"|\b[A-Z]J?|\b(?:[A-Za-z]\.){1,5}[A-Za-z]|\bPh\.D|\bEd\.D|\bPharm\.D)$"
)
MAX_SENTENCE = 4000
"""Characters of one sentence that are read; what is longer is a table or a list without stops."""
LONGEST_KEPT = 3_000
"""Characters of a paragraph whose places are kept: four readers go over the same lines of a page."""


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence. Pieces longer than MAX_SENTENCE are cut there."""
    return (_spans if len(text) > LONGEST_KEPT else _kept)(text)


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        stop = match.start()
        before = text[max(start, stop - 14) : stop]
        if match.group()[0] == "." and _ABBREVIATION.search(before) and not _ends_after_credential(text, match.end()):
            continue
        spans.append((start, len(text[: match.end()].rstrip())))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(piece for span in spans for piece in _bounded(span))


_kept = lru_cache(maxsize=1024)(_spans)


def _ends_after_credential(text: str, after: int) -> bool:
    """Whether what follows an abbreviation begins a new sentence all the same ("... Smith, M.D. He joined")."""
    return bool(
        re.match(r"(?:He|She|They|The|In|His|Her|It|We|This|As|Since|Prior|Previously)\b", text[after : after + 12])
    )


def _bounded(span: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = span
    return [(at, min(at + MAX_SENTENCE, end)) for at in range(start, end, MAX_SENTENCE)]


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each without white space around it."""
    return (_pieces if len(text) > LONGEST_KEPT else _kept_pieces)(text)


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for start, end in sentence_spans(text) if (piece := text[start:end].strip()))


_kept_pieces = lru_cache(maxsize=1024)(_pieces)


def folded_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, every run of white space in them one space."""
    return (_folded if len(text) > LONGEST_KEPT else _kept_folded)(text)


def _folded(text: str) -> tuple[str, ...]:
    return tuple(map(fold, sentences(text)))


_kept_folded = lru_cache(maxsize=1024)(_folded)
