"""Letters from confirmed facts: a letter file and the materials in, subject and body out. Pure, and never invented.

    letters() -> Mapping[str, Letter]            by key, in the chooser's order
    problems() -> tuple[LetterProblem, ...]      what is wrong with letter files, in words
    compose(letter, materials) -> Composed       subject, body with marks [1], [2] ... and what they cite
    sentence_of(fact, name) -> str               a fact as a sentence about somebody: what the check takes as known

What is missing shows as an unfinished place, "[[put in one fact about ...]]", which the check lets nothing leave with.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jinja2 import TemplateError, TemplateSyntaxError

from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message
from outreach.drafts.fact_marks import numbers_in, renumbered, without_marks
from outreach.drafts.letter_facts import sentence_of
from outreach.drafts.letter_files import PARAGRAPH, Letter, LetterProblem, read_folder
from outreach.drafts.letter_parties import NEW_LINE
from outreach.drafts.letter_values import (
    Assistant,
    CitedFact,
    Composed,
    Materials,
    Occasion,
    ProgramBrief,
    ProjectBrief,
    Promise,
    Reader,
    Sender,
)
from outreach.drafts.letter_words import words_for
from outreach.drafts.outgoing import plain
from outreach.drafts.rules import SUBJECT_MAX

__all__ = [
    "Assistant", "CitedFact", "Composed", "Letter", "LetterError", "LetterProblem", "Materials", "Occasion",
    "ProgramBrief", "ProjectBrief", "Promise", "Reader", "Sender", "compose", "letters", "problems", "sentence_of",
]  # fmt: skip


class LetterError(ValueError):
    """A letter file that fails when it is composed; the words say which file, which line, and what is wrong."""


def letters() -> Mapping[str, Letter]:
    """The letters that can be composed, by the name of their file, in the chooser's order."""
    return read_folder()[0]


def problems() -> tuple[LetterProblem, ...]:
    """What is wrong with letter files that are left out of `letters()`; () where all can be read."""
    return read_folder()[1]


def compose(letter: Letter, materials: Materials) -> Composed:
    """The letter for these materials, with the first of its bodies that keeps to its length.

    Where none does, the last facts are left out, one after the other; one always stays. The subject is one line of at
    most `SUBJECT_MAX` characters; the body runs from greeting to signature, lines ended by "\\n", and its marks count
    from [1] in order of place. Raises: LetterError where the letter's file fails.
    """
    line = " ".join(without_marks(_rendered(letter, "subject", words_for(materials))).replace(PARAGRAPH, " ").split())
    subject = _cut_at_word(line)
    body = _fitting(letter, materials, subject)
    cites = numbers_in(body)
    return Composed(subject, renumbered(body, {number: at for at, number in enumerate(cites, start=1)}), cites)


def _rendered(letter: Letter, block: str, words: Mapping[str, object]) -> str:
    try:
        template = letter.template
    except TemplateSyntaxError as error:
        problem = LetterProblem(f"{letter.key}.txt", error.lineno, f"this cannot be read: {error.message}")
        raise LetterError(problem.words) from error
    try:
        return "".join(template.blocks[block](template.new_context(dict(words))))
    except (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError) as error:
        line = _line_that_failed(letter, error)
        if line is None:
            raise
        raise LetterError(LetterProblem(f"{letter.key}.txt", line, f"this fails: {error}.").words) from error


def _line_that_failed(letter: Letter, error: Exception) -> int | None:
    """The line of the letter's file; None where the fault is not the file's but the program's."""
    trace = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in trace if frame.filename == "<template>" and frame.lineno]
    is_of_file = isinstance(error, TemplateError) or trace[-1].filename == "<template>"
    return letter.template.get_corresponding_lineno(lines[-1]) if lines and is_of_file else None


def _fitting(letter: Letter, materials: Materials, subject: str) -> str:
    """The fullest body that keeps to the length; of a note with a limit of letters the last is cut by sentences."""
    text = ""
    for text in _bodies(letter, materials):
        if _fits(letter, materials, subject, text):
            return text
    return text if letter.most_letters is None else _cut_by_sentences(text, letter.most_letters)


def _bodies(letter: Letter, materials: Materials) -> Iterator[str]:
    """The letter's bodies with all facts, the fullest first; then with fewer and fewer facts, where words count."""
    fewest = 1 if letter.most_words is not None else len(materials.facts)
    for count in range(len(materials.facts), min(fewest, len(materials.facts)) - 1, -1):
        words = words_for(replace(materials, facts=materials.facts[:count]))
        yield from (laid_out(_rendered(letter, block, words)) for block in letter.bodies)


def _cut_by_sentences(text: str, most_letters: int) -> str:
    sentences = re.split(r"(?<=[.?!])\s", text)
    while sentences and len(without_marks(" ".join(sentences))) > most_letters:
        sentences.pop()
    return " ".join(sentences)


def _fits(letter: Letter, materials: Materials, subject: str, text: str) -> bool:
    if letter.most_letters is not None and len(without_marks(text)) > letter.most_letters:
        return False
    return letter.most_words is None or _words_of(letter, materials, subject, text) <= letter.most_words


def _words_of(letter: Letter, materials: Materials, subject: str, text: str) -> int:
    """The words that the check counts: in the whole bundle that leaves, with the same reader."""
    reader = materials.assistant if letter.kind is Kind.ASSISTANT_REQUEST and materials.assistant else materials.reader
    known = Known(reader.name)
    whole = f"Subject: {subject}\n\n{plain(text)}" if subject else plain(text)
    return len(Reading(Message(letter.kind, whole, known)).body_words)


def _cut_at_word(subject: str) -> str:
    if len(subject) <= SUBJECT_MAX:
        return subject
    return subject[:SUBJECT_MAX].rpartition(" ")[0] or subject[:SUBJECT_MAX]


# --- laying out -------------------------------------------------------------------------------------------------------

_OWN_WORDS = re.compile(r"(“[^“”]{0,2000}”)")
_TIDY = (
    (re.compile(r"[ \t]{2,}"), " "),
    (re.compile(r"[ \t]{1,9}(?=[,;:.?!]{1,3}(?:\s|$))"), ""),
    (re.compile(r"(?<=[.?!])[.,;](?=\s|$)"), ""),
    (re.compile(r",{2,}"), ","),
)


def laid_out(text: str) -> str:
    """The text in paragraphs, an empty line between them: lines joined, no blank twice or before a sign.

    Own words, in curly quotation marks, stay as they are.
    """
    laid = [_paragraph(paragraph) for paragraph in text.split(PARAGRAPH)]
    return "\n\n".join(paragraph for paragraph in laid if paragraph).strip()


def _paragraph(text: str) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        bare = line.strip(" \t")
        if bare and lines and not bare.startswith("- "):
            lines[-1] = f"{lines[-1]} {bare}"
        elif bare:
            lines.append(bare)
    kept = [_tidied(line) for joined in lines for line in joined.split(NEW_LINE)]
    return "\n".join(line for line in kept if line)


def _tidied(line: str) -> str:
    parts = _OWN_WORDS.split(line)
    for at in range(0, len(parts), 2):
        for pattern, instead in _TIDY:
            parts[at] = pattern.sub(instead, parts[at])
    return "".join(parts).strip()
