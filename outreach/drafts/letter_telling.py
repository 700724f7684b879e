"""Facts as the sentences of a letter, each with its mark: "I read that you ... [1] and that you ... [2]." Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outreach.drafts.fact_marks import LARGEST, mark
from outreach.drafts.letter_facts import Clause, clause_of
from outreach.drafts.letter_grammar import clean, sentence
from outreach.drafts.letter_programs import Voice, result_clause
from outreach.drafts.letter_values import CitedFact, Materials, ProgramBrief

_MOST_WORDS = 30
"""Words of a sentence that holds two facts (product.md, R17); longer ones are told in two sentences."""


def unfinished(hint: str) -> str:
    """A place that the user has to fill; the check lets nothing leave that holds one."""
    return f"[[{hint}]]"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause with its mark. `states`: it stands as a sentence of its own, without "I read that"."""

    clause: Clause
    number: int
    states: bool

    @property
    def marked(self) -> str:
        return f"{self.clause.words} {mark(self.number)}"


def told(materials: Materials, voice: Voice, *, joined: bool = True) -> list[str]:
    """The sentences that tell the facts, in their order; what the program's record says comes first.

    joined: two short facts about the leader share a sentence.
    """
    pieces = [*_of_program(materials), *(_piece(fact, voice) for fact in materials.facts if _can_be_marked(fact))]
    sentences: list[str] = []
    has_read = False
    while pieces:
        taken = pieces[: 2 if joined and _share(pieces) else 1]
        del pieces[: len(taken)]
        sentences.append(_sentence(taken, has_read=has_read and joined))
        has_read = has_read or sentences[-1].startswith("I ")
    return sentences


def _can_be_marked(fact: CitedFact) -> bool:
    return 1 <= fact.number <= LARGEST


def _piece(fact: CitedFact, voice: Voice) -> _Piece:
    found = clause_of(fact, voice)
    is_of_person = found.words.startswith((voice.subject, voice.whose))
    return _Piece(found, fact.number, found.form == "that" and not is_of_person)


def _of_program(materials: Materials) -> Iterable[_Piece]:
    """The result that the program's record says, unless a fact says the same."""
    program = materials.program
    if program is None or program.number is None or not 1 <= program.number <= LARGEST:
        return
    words = result_clause(clean(program.name), clean(program.result), clean(program.period))
    if words and not any(_says_the_same(fact, program) for fact in materials.facts):
        yield _Piece(Clause(words), program.number, states=True)


def _says_the_same(fact: CitedFact, program: ProgramBrief) -> bool:
    """Whether a fact holds the figures of the result, or most of its words."""
    if fact.number == program.number:
        return True
    told_words = _words(f"{clean(fact.value)} {clean(fact.details.get('result', ''))}")
    result = _words(clean(program.result))
    figures = {word for word in result if word[0].isdigit()}
    shared = len(result & told_words) / max(1, len(result))
    return (bool(figures) and figures <= told_words and shared > 0.4) or shared > 0.7


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w[\w.,]{0,30}\w|\w", text.casefold()))


def _share(pieces: Sequence[_Piece]) -> bool:
    """Whether the next two facts stand in one sentence."""
    if len(pieces) < 2:
        return False
    first, second = pieces[0], pieces[1]
    if any(one.states or one.clause.form != "that" or "“" in one.clause.words for one in (first, second)):
        return False
    return len(f"{first.clause.words} {second.clause.words}".split()) + 5 <= _MOST_WORDS


def _sentence(pieces: Sequence[_Piece], *, has_read: bool) -> str:
    first = pieces[0]
    if first.clause.form == "own words":
        return f"{sentence(first.clause.words)}{mark(first.number)}"
    if first.states:
        return sentence(f"{first.clause.words[:1].upper()}{first.clause.words[1:]} {mark(first.number)}")
    joint = "about" if first.clause.form == "about" else "that"
    words = f"I {'also ' if has_read else ''}read {joint} {first.marked}"
    return sentence(" ".join([words, *(f"and that {one.marked}" for one in pieces[1:])]))


# --- promises about somebody ------------------------------------------------------------------------------------------

_MODAL = re.compile(r"\b(you) (?=(?:will|would|may|can|could|shall|might|must) )", re.IGNORECASE)
_OBJECT = re.compile(r"\b(to|for|from|with|by|send|show|give|tell|ask|quote|let|of|at|before) you\b", re.IGNORECASE)


def about_them(promise: str, they: str) -> str:
    """A promise to the leader, told to somebody else: "you will see" is "she will see". "" where that cannot be done.

    >>> about_them("You will see the draft before it is published, and your quotations stay yours.", "she")
    ''
    >>> about_them("You will see the draft for your approval before it is published.", "she")
    'She will see the draft for her approval before it is published.'
    """
    their = {"she": "her", "he": "his"}.get(they, "their")
    them = {"she": "her", "he": "him"}.get(they, "them")
    turned = _MODAL.sub(f"{they} ", promise)
    turned = _OBJECT.sub(rf"\1 {them}", turned)
    turned = re.sub(r"\byour\b", their, turned, flags=re.IGNORECASE)
    if re.search(r"\byou(?:rs|rself|['’]\w{1,3})?\b", turned, re.IGNORECASE):
        return ""
    return turned[:1].upper() + turned[1:]
