"""Puts the questions of a talk together from what is confirmed: a program's record, facts, the project. Pure.

Nothing is invented: every clause is the record's, a fact's or the project's own; where one is missing or too long to be
said, the question does without it. The order and the kinds are those of product.md, 5.8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.drafts.letter_dates import in_time
from outreach.drafts.letter_grammar import clause, clean, program_name
from outreach.drafts.letter_programs import Voice, begins_as_deed, program_clause
from outreach.interviews.question_rules import FRAMES, MOST_WORDS
from outreach.interviews.rules import bounds

_YOU = Voice("you", "your", is_you=True)

_TIMES = {"opening": 2, "origin": 4, "hard_turn": 4, "people": 4, "result": 3, "transfer": 2, "close": 1}
"""Minutes of each kind in a talk of twenty."""

_KEPT_FIRST = ("hard_turn", "result", "origin", "transfer", "people")
"""Which questions a shorter talk keeps, the most telling first."""

_MINUTES_EACH = 4
_LONGEST_FRAME = 3
"""Minutes of the opening and of the close, however long the talk is."""

_SHORT = 15
"""Minutes below which one question in reserve is enough."""

CLOSE = "What should I have asked? Is there something I could find out or send that would be of use to you?"


@dataclass(frozen=True, slots=True)
class ProgramGround:
    """A program as its record tells it; without a source that others can read, only the name is said."""

    id: int
    name: str
    problem: str = ""
    action: str = ""
    result: str = ""
    period: str = ""
    starts: str = ""
    leader_part: str = ""
    is_sourced: bool = True


@dataclass(frozen=True, slots=True)
class FactGround:
    """A confirmed fact as it goes on after "I read that": "you chaired the group"."""

    id: int
    clause: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What the questions are put together from. `review`: what the venue lets sources see, as `projects.models`."""

    minutes: int
    program: ProgramGround | None = None
    facts: tuple[FactGround, ...] = ()
    readers: str = ""
    question: str = ""
    review: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A question with its time and what it hangs on."""

    kind: str
    text: str
    minutes: int = 0
    fact_id: int | None = None
    program_id: int | None = None


def propose(talk: Talk) -> tuple[Proposed, ...]:
    """The questions of a talk in their order, with times that fill it, then those in reserve."""
    middle = _of_program(talk, talk.program) if talk.program is not None else _of_facts(talk)
    reserve = [one for one in middle if one.kind == "reserve"]
    kept = _kept([one for one in middle if one.kind != "reserve"], talk.minutes)
    asked = _timed([Proposed("opening", _opening(talk.review)), *kept, Proposed("close", CLOSE)], talk.minutes)
    return (*asked, *reserve[: 1 if talk.minutes < _SHORT else 2])


def _kept(questions: Sequence[Proposed], minutes: int) -> list[Proposed]:
    most = min(bounds(minutes)[1] - 1, max(2, round(minutes / _MINUTES_EACH)))
    first = sorted(questions, key=lambda one: _KEPT_FIRST.index(one.kind))[:most]
    return [one for one in questions if one in first]


def _timed(questions: Sequence[Proposed], minutes: int) -> list[Proposed]:
    """The questions with minutes that make up the talk; a part that is left over goes where most was cut off."""
    whole = sum(_TIMES[one.kind] for one in questions)
    exact = [_TIMES[one.kind] * minutes / whole for one in questions]
    given = [max(1, min(int(time), _LONGEST_FRAME if one.kind in FRAMES else minutes))
             for time, one in zip(exact, questions, strict=True)]  # fmt: skip
    open_ended = [at for at, one in enumerate(questions) if one.kind not in FRAMES]
    order = sorted(open_ended, key=lambda at: given[at] - exact[at])
    for at in (order * minutes)[: max(0, minutes - sum(given))]:
        given[at] += 1
    while sum(given) > max(minutes, len(given)):
        given[given.index(max(given))] -= 1
    return [
        Proposed(one.kind, one.text, time, one.fact_id, one.program_id)
        for one, time in zip(questions, given, strict=True)
    ]


# --- the frame ------------------------------------------------------------------------------------------------------

_PROMISES = {
    "whole": "You will see the text before it is published.",
    "quotes and facts": "You will see what I quote before it is published.",
}
"""What a venue lets sources see -> what may be promised when the talk begins; nothing where that is not known."""


def _opening(review: str) -> str:
    return f"May I record this, so that I quote you exactly? {_PROMISES.get(review, '')}".strip()


def _fitting(*candidates: str) -> str:
    """The first that is there and short enough to be said once; the last one fits always."""
    told = [one for one in candidates if one]
    return next((one for one in told if len(one.split()) <= MOST_WORDS and len(one) <= 300), told[-1])


# --- on a program's record ------------------------------------------------------------------------------------------


def _of_program(talk: Talk, program: ProgramGround) -> list[Proposed]:
    name = program_name(clean(program.name))
    name = name if len(name.split()) <= 8 else "this program"
    said = program if program.is_sourced else ProgramGround(program.id, program.name)
    texts = {
        "origin": _origin(said, name),
        "hard_turn": _hard_turn(talk.question, said, name),
        "people": f"Whose support did {name} need that readers would not guess?",
        "result": _result(said, name),
        "transfer": _transfer(talk.readers, f"when beginning something like {name}"),
    }
    asked = [Proposed(kind, text, program_id=program.id) for kind, text in texts.items()]
    later = (
        f"What would you do differently if {name} began today?",
        f"What did {name} change that nobody had planned?",
    )
    return [*asked, *(Proposed("reserve", text, program_id=program.id) for text in later)]


def _told_words(text: str) -> str:
    """A text of a record; "" for one that is a single word or only signs, of which no sentence can be made."""
    words = clean(text)
    return words if sum(any(map(str.isalnum, word)) for word in words.split()) > 1 else ""


def _origin(program: ProgramGround, name: str) -> str:
    when, problem = in_time(program.starts), _told_words(program.problem)
    return _fitting(
        f"{_capital(name)} began {when}. What happened that made it begin then?" if when else "",
        f"The record names the problem: “{problem.rstrip('.')}”. What happened that made you act?" if problem else "",
        f"What happened that made {name} begin?",
    )


def _hard_turn(question: str, program: ProgramGround, name: str) -> str:
    wish = clause(clean(question))
    part, action = _told_words(program.leader_part), _told_words(program.action)
    return _fitting(
        _wanted(wish),
        _read(part, "Tell me about its hardest meeting."),
        _read(action, "Tell me about the meeting in which that was settled."),
        f"Tell me about the meeting in which {name} was settled.",
    )


def _wanted(wish: str) -> str:
    """What the project wants to learn, as the ground of the question: "how you won agreement"; "" for other words."""
    if not wish.startswith("you "):
        return ""
    return f"My readers will want to know how {wish}. Tell me about the meeting in which that was settled."


def _read(words: str, then: str) -> str:
    """What was read of a deed: "I read that you chaired the group", or its words as they stand."""
    if not words:
        return ""
    if begins_as_deed(words):
        deed = clause(words)
        return f"I read that you {deed[:1].lower()}{deed[1:]}. {then}"
    return f"I read: “{words.rstrip('.')}.” {then}"


def _result(program: ProgramGround, name: str) -> str:
    result, period = _told_words(program.result), clean(program.period)
    doubt = f"Which part of that would you not credit to {name}?"
    return _fitting(
        *(_told(result, when, name) for when in (period, "")),
        f"The record says: “{result.rstrip('.')}.” {doubt}" if result else "",
        f"What would have told you that {name} was not working?",
    )


def _told(result: str, period: str, name: str) -> str:
    """The result as a sentence of its own; "" where it is none."""
    if not result:
        return ""
    told = program_clause(name, result, period, "", _YOU)
    if not told.is_clause or told.more:
        return ""
    it = "it" if name in told.words else name
    return f"{_capital(told.words)}. Which part of that would you not credit to {it}?"


def _transfer(readers: str, what: str) -> str:
    whom = clause(clean(readers))
    return _fitting(
        f"What should {whom} leave out {what}?" if whom else "",
        f"What should another hospital leave out {what}?",
        "What should another hospital leave out?",
    )


def _capital(words: str) -> str:
    """A capital in front; a name that its owner writes small ("eICU") stays."""
    return words if any(map(str.isupper, words.split()[0])) else words[:1].upper() + words[1:]


# --- on facts, without a program ------------------------------------------------------------------------------------

_ON_A_FACT = (
    ("origin", "What came before that?"),
    ("hard_turn", "Tell me about the hardest decision in it."),
    ("people", "Whose support did it need that readers would not guess?"),
    ("result", "Which part of that would you not credit to yourself?"),
)


def _of_facts(talk: Talk) -> list[Proposed]:
    """A question on each fact that can be said in a breath, and those that need none."""
    told = [one for one in talk.facts if one.clause and len(one.clause.split()) <= MOST_WORDS - 10]
    asked = [
        Proposed(kind, f"I read that {fact.clause}. {question}", fact_id=fact.id)
        for (kind, question), fact in zip(_ON_A_FACT, told, strict=False)
    ]
    wish = clause(clean(talk.question))
    if wish.startswith("you ") and not any(one.kind == "hard_turn" for one in asked):
        asked.append(Proposed("hard_turn", _fitting(_wanted(wish), "Tell me about the meeting that settled it.")))
    if not asked:
        return []
    ground = told[-1].id if told else None
    whom = _transfer(talk.readers, "when trying the same")
    return [*asked, Proposed("transfer", whom, fact_id=ground)]
