"""What is good about a message, in short sentences that stand beside the findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from outreach.asklint import asking
from outreach.asklint.checks import compiled_phrase
from outreach.asklint.reading import Reading
from outreach.asklint.rules.lengths import LEAST_WORDS, LINKEDIN_CHARACTERS, MOST_WORDS
from outreach.asklint.types import Finding, Kind

MOST_SENTENCES = 6

_REQUESTS = (Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST, Kind.LINKEDIN_NOTE)
_GIVES = (Kind.THANK_YOU, Kind.CLOSING_NOTE, Kind.ADVICE_REPORT, Kind.PUBLISHED_NOTE)
_APPROVAL = compiled_phrase(
    r"\b(?:for (?:your )?(?:\w+ and )?approval|you(?:'ll| will| can)? approve|your approval|for your corrections?)\b"
)
_QUESTIONS = compiled_phrase(r"\bquestions? <4>(?:beforehand|ahead|in advance|first)\b")
_FORM = compiled_phrase(r"\b(?:phone|telephone|call|video|in person|in writing|by e-?mail|zoom|teams)\b")
_NO_REPLY = compiled_phrase(r"\bno (?:reply|answer) (?:is )?(?:needed|necessary|expected)\b")

Judge = Callable[[Reading], str]


def good_things(reading: Reading, findings: Iterable[Finding] = (), cited: int | None = None) -> tuple[str, ...]:
    """At most six sentences, each about something that the text has; never what a finding speaks against.

    cited: how many confirmed facts the text names by marks; None where it has none, and they are told by its words.
    """
    if not reading.body_words:
        return ()
    against = {finding.rule for finding in findings}
    facts = facts_shown(reading) if cited is None else cited
    judges = (*_JUDGES[:1], (("no-research", "ungrounded"), lambda one: _research(one, facts)), *_JUDGES[1:])
    said = (judge(reading) for rules, judge in judges if not against & set(rules))
    return tuple(sentence for sentence in said if sentence)[:MOST_SENTENCES]


def _ask(reading: Reading) -> str:
    """One ask, and what of it is said: length, form, window."""
    asked = asking.requests(reading)
    if reading.kind not in _REQUESTS or not asked:
        return ""
    body = reading.body
    has = [
        name
        for name, there in (
            ("a length", any(asking.names_length(one) for one in body)),
            ("a form", any(_FORM.search(one.lower) for one in asked)),
            ("a window", any(asking.names_window(one) for one in asked)),
        )
        if there
    ]
    if not has:
        return ""
    return f"One ask, with {_joined(has)}."


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def facts_shown(reading: Reading) -> int:
    """How many confirmed facts the text tells, each once: one that shares no more with it than others do is none more.

    A post and a program often stand in several confirmed sentences; a text that tells them rests on all of these.
    """
    told: set[str] = set()
    count = 0
    # What shares most comes first, and takes its words from those that say the same.
    for support in sorted(reading.supports, key=lambda one: -len(one.shared)):
        new = set(support.shared) - told
        figures = any(sign[:1].isdigit() for sign in new)
        if len(new) >= _NEW_WORDS or figures:
            count += 1
            told |= new
    return count


_NEW_WORDS = 2
"""Words of a fact that no other fact has explained, from which it is one of its own: as in `grounding.resting`."""


def _research(reading: Reading, facts: int) -> str:
    if not facts:
        return ""
    rests = f"it rests on {facts} confirmed fact{'s' if facts > 1 else ''}."
    return f"It says why {_whom(reading)}: {rests}" if reading.kind in _REQUESTS else rests.capitalize()


def _whom(reading: Reading) -> str:
    """ "her", "him" or "them" as recorded, else the leader's name."""
    known = reading.known
    pronoun = known.pronouns.lower().partition("/")[0].strip()
    return _WHOM.get(pronoun) or known.leader or known.person or "them"


_WHOM = {"she": "her", "he": "him", "they": "them"}


def _promise(reading: Reading) -> str:
    return "It promises approval." if _some(reading, _APPROVAL.search) else ""


def _questions(reading: Reading) -> str:
    return "Questions come beforehand." if _some(reading, _QUESTIONS.search) else ""


def _way_out(reading: Reading) -> str:
    is_open = reading.kind in _REQUESTS and any(asking.leaves_way_out(sentence) for sentence in reading.body)
    return "It leaves an easy way out." if is_open else ""


def _no_ask(reading: Reading) -> str:
    return "No ask in this letter." if reading.kind in _GIVES and not asking.requests(reading) else ""


def _no_reply(reading: Reading) -> str:
    return "It asks for no reply." if _some(reading, _NO_REPLY.search) else ""


_FEW_WORDS = 10
"""Below this, there is nothing yet whose length could be praised."""


def _length(reading: Reading) -> str:
    if reading.kind is Kind.LINKEDIN_NOTE:
        count = len(reading.text.strip())
        return f"{count} characters: it fits LinkedIn." if count <= LINKEDIN_CHARACTERS else ""
    words = len(reading.body_words)
    least = LEAST_WORDS if reading.kind in _REQUESTS else _FEW_WORDS
    return f"{words} words: that gets read." if least <= words <= MOST_WORDS[reading.kind][0] else ""


def _greeting(reading: Reading) -> str:
    named = reading.parts.greeting and reading.known.person
    return "Name and title are right." if named else ""


def _some(reading: Reading, search: Callable[[str], object]) -> bool:
    return any(search(sentence.lower) for sentence in reading.body)


_JUDGES: tuple[tuple[Collection[str], Judge], ...] = (
    (("two-asks", "unclear-ask", "job-ask", "sales-pitch"), _ask),
    (("promise",), _promise),
    ((), _questions),
    (("pressure",), _way_out),
    (("ask-in-thanks", "job-ask", "sales-pitch"), _no_ask),
    (("pressure",), _no_reply),
    (("salutation", "placeholder"), _greeting),
    (("too-long", "too-short"), _length),
)
