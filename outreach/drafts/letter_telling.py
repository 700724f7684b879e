"""Facts as the sentences of a letter, each with its mark: "I read that you ... [1] and that you ... [2]." Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from outreach.drafts.fact_marks import LARGEST, mark
from outreach.drafts.letter_facts import clause_of
from outreach.drafts.letter_grammar import clean, sentence, with_the
from outreach.drafts.letter_phrases import Clause
from outreach.drafts.letter_programs import Voice, result_clause
from outreach.drafts.letter_values import CitedFact, Materials, ProgramBrief
from research.vocabulary import ORGANIZATION_PREDICATES

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
    house: str = ""
    """The house that the clause begins with, for a fact about one."""

    def marked(self, joint: str) -> str:
        """The clause with its mark, the second clause joined to it."""
        more = f", {joint} {self.clause.more}" if self.clause.more else ""
        return _with_mark(f"{self.clause.words}{more}", self.number)


def told(materials: Materials, voice: Voice, *, joined: bool = True) -> list[str]:
    """The sentences that tell the facts, in their order; what the program's record says comes first.

    joined: two short facts about the leader share a sentence.
    """
    facts = [fact for fact in materials.facts if 1 <= fact.number <= LARGEST]
    pieces = [*_of_program(materials), *(_piece(fact, voice) for fact in facts)]
    pieces = _with_pronouns(pieces, voice) if joined else pieces
    sentences: list[str] = []
    while pieces:
        taken = pieces[: 2 if joined and _share(pieces) else 1]
        del pieces[: len(taken)]
        sentences.append(_sentence(taken, len(sentences) if joined else 0))
    return sentences


def _piece(fact: CitedFact, voice: Voice) -> _Piece:
    found = clause_of(fact, voice)
    is_of_person = found.words.startswith((voice.subject, voice.whose))
    states = found.form == "that" and not is_of_person and fact.predicate in ("program", "organization_program")
    is_of_house = not is_of_person and fact.predicate in ORGANIZATION_PREDICATES and found.form == "that"
    house = with_the(clean(fact.organization)) if is_of_house else ""
    return _Piece(found, fact.number, states, house if house and found.words.startswith(f"{house} ") else "")


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
    if first.clause.words.startswith("with "):
        return False
    if any(one.clause.form != "that" or one.clause.more or "“" in one.clause.words for one in (first, second)):
        return False
    return len(f"{first.clause.words} {second.clause.words}".split()) + 5 <= _MOST_WORDS


_LEADS = ("I read", "I also read", "I saw, too,")
"""How the first sentence, the second and those after it begin."""


def _sentence(pieces: Sequence[_Piece], before: int) -> str:
    """One or two facts as a sentence. before: how many sentences stand before it."""
    first = pieces[0]
    if first.clause.form == "own words":
        return _capital(_with_mark(first.clause.words, first.number))
    if first.states and len(pieces) == 1:
        return sentence(_capital(first.marked("and")))
    about = first.clause.form == "about"
    lead = "I read" if about and not before else "I also read" if about else _LEADS[min(before, len(_LEADS) - 1)]
    words = f"{lead} {'about' if about else 'that'} {first.marked('and that')}"
    return sentence(" ".join([words, *(f"and that {one.marked('and that')}" for one in pieces[1:])]))


def _with_pronouns(pieces: Sequence[_Piece], voice: Voice) -> list[_Piece]:
    """The pieces; who or what the fact before has named is "she", "he" or "it"."""
    found: list[_Piece] = []
    before = ("", "")
    for piece in pieces:
        words = piece.clause.words
        if piece.house and piece.house == before[0]:
            words = f"it{words[len(piece.house) :]}"
        elif voice.pronoun and before[1] == voice.subject and words.startswith(f"{voice.subject} "):
            words = f"{voice.pronoun}{words[len(voice.subject) :]}"
        subject = voice.subject if voice.subject in piece.clause.words and not voice.is_you else ""
        before = (piece.house, subject)
        found.append(replace(piece, clause=replace(piece.clause, words=words)))
    return found


def _with_mark(words: str, number: int) -> str:
    """The words with their mark: before the sign of the sentence, which stands within quotation marks at the end."""
    if not words.endswith("”"):
        return f"{words} {mark(number)}"
    bare = words[:-1]
    is_closed = bare.endswith((".", "?", "!", "…", ".’", "?’", "!’"))
    return f"{bare}{'' if is_closed else '.'}”{mark(number)}"


def _capital(words: str) -> str:
    return words if words.split()[0][1:].lower() != words.split()[0][1:] else words[:1].upper() + words[1:]


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
