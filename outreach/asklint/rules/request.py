"""What a request has to say: one clear ask, resting on what was read, about one program, with a way to say no."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.asklint import asking
from outreach.asklint.checks import compiled_phrase, whole
from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.research_shown import shows_research
from outreach.asklint.rules._request_examples import (
    CLEAR,
    GROUNDED,
    KNOWN,
    NO_WAY_OUT,
    ONE_ASK,
    OTHERS_STORY,
    OWN_STORY,
    PURPOSE,
    PURPOSELESS,
    SEVERAL,
    SINGLE,
    TWO_ASKS,
    UNCLEAR,
    UNGROUNDED,
    WAY_OUT,
)
from outreach.asklint.types import Example, Hit, Kind, Rule, Severity
from outreach.folding import fold

_ASKS = frozenset({Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST, Kind.LINKEDIN_NOTE})
_LETTERS = frozenset({Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST})

_FOR_TIME = compiled_phrase(
    r"\b(?:interview|speak|talk|meet|call|chat|connect|conversation|minutes|mins?|hour|phone|video|zoom|coffee"
    r"|lunch|visit|brain|time|catch up|touch base|sit down|discuss|ask you|ask your|questions|learn from you"
    r"|hear from you|hear (?:your|how|about|more)|availab\w+|free|answer it|quarter of an hour|duration"
    r"|schedule|calendar|slot|appointment|meeting)\b"
)


def _no_research(reading: Reading) -> Iterator[Hit]:
    """Nothing in subject or body that only a reader of the sources would know."""
    body = [sentence for sentence in reading.body if sentence.words]
    if not body or reading.rested or shows_research(reading):
        return
    if not reading.known.facts and any(_is_specific(sentence) for sentence in body):
        return
    if reading.kind is Kind.LINKEDIN_NOTE and not any(_asks_for_time(sentence) for sentence in body):
        return
    yield whole(body[0])


def _is_specific(sentence: Sentence) -> bool:
    """Without confirmed facts: a figure that is no length or date of the request, or a name of several words."""
    figures = [word for word in sentence.words if word.text[0].isdigit()]
    asks = asking.names_length(sentence) or asking.names_window(sentence)
    words = sentence.text.split()
    named = sum(
        1 for word in words[1:] if word[:1].isupper() and word.lower() not in ("i", "i'm", "i'd", "dr.", "mr.", "ms.")
    )
    return bool(figures and not asks) or named >= 2


def _asks_for_time(sentence: Sentence) -> bool:
    return asking.is_request(sentence) and bool(_FOR_TIME.search(sentence.lower))


def _names_time(sentence: Sentence) -> bool:
    """ "Half an hour at most, by phone, between February 2 and 20.": an ask without a verb."""
    return asking.names_length(sentence) and asking.names_window(sentence) and not asking.is_about_past(sentence)


def _unclear(reading: Reading) -> Iterator[Hit]:
    body = [sentence for sentence in reading.body if sentence.words]
    asked = [sentence for sentence in body if _asks_for_time(sentence) or _names_time(sentence)]
    if not body or (reading.kind is Kind.LINKEDIN_NOTE and not asked):
        return
    if not asked:
        yield whole(
            body[-1],
            "Nothing is asked for. Ask one thing: “May I interview you for 20 minutes in June?”",
            Severity.BLOCK,
        )
        return
    lacks = list(_lacks(reading, body))
    if lacks:
        at = next((one for one in asked if not asking.names_length(one)), asked[0])
        yield whole(at, f"This ask does not say {' and '.join(lacks)}. Write both into one sentence with the question.")


def _lacks(reading: Reading, body: list[Sentence]) -> Iterator[str]:
    """What somebody who keeps a diary would have to ask back."""
    if not any(asking.names_length(sentence) for sentence in body):
        yield "how long it takes (“20 minutes”)"
    is_note = reading.kind is Kind.LINKEDIN_NOTE
    if not is_note and not any(asking.names_window(one) and not _is_history(one) for one in body):
        yield "when (“between May 4 and May 22”)"


def _is_history(sentence: Sentence) -> bool:
    return asking.is_about_past(sentence) and not asking.is_request(sentence)


def _two_asks(reading: Reading) -> Iterator[Hit]:
    """A second question that asks for another thing; a question of the same sentence or about the same time is none."""
    asked = [sentence for sentence in reading.body if sentence.is_question and asking.is_request(sentence)]
    further = [sentence for sentence in asked if not (asking.names_window(sentence) or asking.names_length(sentence))]
    if len(asked) > 1:
        yield whole((further or asked[1:])[-1])


def _several_programs(reading: Reading) -> Iterator[Hit]:
    named = [(program, at) for program in reading.known.programs if (at := _place_of(reading, program)) >= 0]
    for program, at in sorted(named, key=lambda pair: pair[1])[1:]:
        yield Hit(at, at + len(program))


def _place_of(reading: Reading, program: str) -> int:
    if not fold(program):
        return -1
    return reading.text.find(program)


_OUT_KINDS = _LETTERS


def _no_way_out(reading: Reading) -> Iterator[Hit]:
    body = [sentence for sentence in reading.body if sentence.words]
    if body and not any(asking.leaves_way_out(sentence) for sentence in body):
        yield whole(body[-1])


_MINE = compiled_phrase(
    r"^(?:\W{0,3})(?:and |but |so |also,? |then,? |as (?:a|an) [^,]{1,60}, )?(?:i|i'm|i've|i'd|i'll|my|me|we"
    r"|our)\b"
)
_BIOGRAPHY = compiled_phrase(
    r"\b(?:i (?:graduated|studied|majored|grew up|was born|started (?:my|out)|began my|earned|hold a|have (?:a|an"
    r"|worked|\d+ years|always (?:wanted|been))|worked|am (?:a|an|currently|passionate|pursuing|finishing"
    r"|completing)|recently (?:graduated|finished|completed))|my (?:background|career|journey|degree|passion"
    r"|dream|experience|internship|resume|goal|story|life|ambition)s?)\b"
)


def _own_story(reading: Reading) -> Iterator[Hit]:
    """More about the writer than about the reader: over half of the sentences, or two of biography."""
    body = [sentence for sentence in reading.body if sentence.words]
    about_me = [sentence for sentence in body if _BIOGRAPHY.search(sentence.lower)]
    if len(about_me) > 1:
        yield whole(about_me[1], "A second sentence about yourself. One is enough; give the place to their work.")
        return
    mine = [
        one
        for one in body
        if _MINE.search(one.lower)
        and not one.is_question
        and not asking.is_request(one)
        and one.start not in reading.rested
    ]
    if len(body) >= 4 and len(mine) * 2 > len(body):
        yield whole(mine[-1], f"{len(mine)} of {len(body)} sentences begin with you. Begin with them and their work.")


_PURPOSE = compiled_phrase(
    r"\b(?:articles?|papers?|piece|series|story|stories|essay|column|podcast|episode|newsletter|journal|magazine"
    r"|report|study|case study|chapter|blog|book|thesis|capstone|poster|presentation|seminar|webinar|feature"
    r"|profile|review|interview series|bulletin|project|research|survey|write-up|publication|guide|handbook)\b"
)


def _no_purpose(reading: Reading) -> Iterator[Hit]:
    body = [sentence for sentence in reading.body if sentence.words]
    if body and not any(
        _PURPOSE.search(sentence.lower) for sentence in reading.sentences if sentence.part in ("subject", "body")
    ):
        yield whole(body[0])


def _examples(texts: tuple[str, ...]) -> tuple[Example, ...]:
    return tuple(Example(text, known=KNOWN) for text in texts)


RULES = (
    Rule(
        "no-research",
        Severity.BLOCK,
        (
            "Nothing here shows that you read about them. Put in a confirmed fact: what their program did, a figure, "
            "their words."
        ),
        "The leader has to see within thirty seconds that you know their work.",
        "Product design, R4; NASW, Asking for interviews and getting them: show that you did your homework.",
        _no_research,
        bad=_examples(UNGROUNDED),
        good=_examples(GROUNDED),
        kinds=_ASKS,
    ),
    Rule(
        "unclear-ask",
        Severity.WARN,
        "It stays open what you ask for. Ask one thing: how long, in which form, in which weeks.",
        "A reader says yes to a bounded request sooner than to an open one.",
        "Product design, R5; EA's advice to be specific; Puget Sound on 20 to 30 minutes.",
        _unclear,
        bad=UNCLEAR,
        good=CLEAR,
        kinds=_ASKS,
    ),
    Rule(
        "two-asks",
        Severity.BLOCK,
        "A second ask. Keep one; the other can wait for the conversation.",
        "Two asks are answered later than one, or not at all.",
        "Product design, R5: one question mark that carries a request.",
        _two_asks,
        bad=TWO_ASKS,
        good=ONE_ASK,
        kinds=_ASKS,
    ),
    Rule(
        "several-programs",
        Severity.WARN,
        "A second program. Write about one; name the others when you talk.",
        "One named program shows a choice; three show a search.",
        "Product design, R4: exactly one named program.",
        _several_programs,
        bad=_examples(SEVERAL),
        good=_examples(SINGLE),
        kinds=_LETTERS,
    ),
    Rule(
        "way-out",
        Severity.NOTE,
        "No easy way out. Add one: a colleague instead, written answers, another season.",
        "Who can say no without effort says yes more often, and holds nothing against you.",
        "Product design, R10.",
        _no_way_out,
        bad=NO_WAY_OUT,
        good=WAY_OUT,
        kinds=_LETTERS,
    ),
    Rule(
        "own-story",
        Severity.NOTE,
        "More about you than about them. One sentence about yourself is enough.",
        "A leader answers to what was seen in their work, not to a biography.",
        "Product design, R8; Wiederhold, The lost art of networking.",
        _own_story,
        bad=OWN_STORY,
        good=OTHERS_STORY,
        kinds=_LETTERS,
    ),
    Rule(
        "purpose",
        Severity.WARN,
        "It does not say what you write. Name it and its readers: “an article for our chapter newsletter”.",
        "Without a purpose the reader supplies one, and it is seldom flattering.",
        "Product design, R3; NASW; seed 004, step 2.",
        _no_purpose,
        bad=PURPOSELESS,
        good=PURPOSE,
        kinds=_LETTERS,
    ),
)
