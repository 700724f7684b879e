"""The subject: what it is and what about, and no disguise."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.asklint.checks import compiled_phrase
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Example, Hit, Kind, Rule, Severity

_REPLY = compiled_phrase(r"^\s*(?:(?:re|fwd?|aw|sv|antw)\s?(?:\[\d\])?\s?:\s*)+")
_SAYS_REQUEST = compiled_phrase(r"\b(?:request|interview|question|conversation|20 minutes|minutes)\b")
_LURE = compiled_phrase(
    r"\b(?:quick question|urgent|important|time[- ]sensitive|action required|last chance|don't miss|must read"
    r"|hello|hi there|hey|following up|touching base|opportunity|exciting|free|invitation inside|please read|a "
    r"favor|quick favor|quick chat|final notice|open me|you won't believe)\b|!|\?{2}"
)
_LONGEST = 60
_MOST_WORDS = 9
_LEAST_WORDS = 3
_REQUESTS = frozenset({Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST})


def _subject(reading: Reading) -> tuple[int, int, str]:
    span = reading.parts.subject
    if span is None:
        return 0, 0, ""
    text = reading.text[span.start : span.end]
    left = len(text) - len(text.lstrip())
    return span.start + left, span.start + len(text.rstrip()), text.strip()


def _false_reply(reading: Reading) -> Iterator[Hit]:
    start, _, text = _subject(reading)
    match = _REPLY.match(text.lower())
    if match and not reading.circumstances.is_reply:
        yield Hit(start, start + len(match.group().rstrip()))


def _subject_line(reading: Reading) -> Iterator[Hit]:
    start, end, text = _subject(reading)
    if not text:
        return
    lure = _LURE.search(text.lower())
    if lure:
        yield Hit(
            start + lure.start(), start + lure.end(), "Bait in the subject. Say what it is: “Interview request: …”."
        )
        return
    count = len([word for word in text.split() if any(sign.isalnum() for sign in word)])
    if len(text) > _LONGEST or count > _MOST_WORDS:
        yield Hit(
            start, end, f"{len(text)} characters, {count} words: a telephone shows {_LONGEST}. Shorten the subject."
        )
    elif count < _LEAST_WORDS:
        yield Hit(start, end, "The subject does not say the topic. Name the program: “Interview request: Night Owl”.")
    elif reading.kind in _REQUESTS and not _SAYS_REQUEST.search(text.lower()):
        yield Hit(start, end, "The subject does not say that you ask for something. Begin with “Interview request:”.")


def _with(subjects: tuple[str, ...], **known: bool) -> tuple[Example, ...]:
    return tuple(
        Example(f"Subject: {subject}\n\nDear Dr. Aaltonen,\n\nI am writing.", circumstances=Circumstances(**known))  # type: ignore[arg-type]
        for subject in subjects
    )


RULES = (
    Rule(
        "false-reply",
        Severity.BLOCK,
        "This pretends to be a reply. Take the mark out of the subject.",
        "A disguise that works once is remembered for good.",
        "Product design, R2: no “Re:” unless it is a real reply.",
        _false_reply,
        bad=_with(("Re: our conversation", "RE: Interview request", "Fwd: Night Owl", "Re: Re: June",
            "FW: for your eyes", "re: interview request: Night Owl")),
        good=(
            *_with(("Interview request: Night Owl", "Request for an interview", "Renewal of nights",
                "Regarding Night Owl", "Interview request")),
            *_with(("Re: Interview request: Night Owl",), is_reply=True),
        ),
    ),
    Rule(
        "subject-line",
        Severity.WARN,
        "The subject should name the request and the topic in four to nine words.",
        "Assistants sort by the subject; what hides its purpose is sorted out.",
        "Product design, R2: NASW, 75togo and the Purdue handout on subjects.",
        _subject_line,
        bad=_with((
            "Quick question",
            "URGENT: interview",
            "Hello from an admirer of hospitals",
            "Interview!",
            "Interview",
            "The night owls of your surgical floors",
            "A request for an interview with you about the program that your hospital began two years ago",
            "exciting opportunity for u",
        )),
        good=_with((
            "Interview request: Night Owl at Brindle Creek",
            "Request for an interview on night delirium",
            "Interview request: transfers from small hospitals",
            "Interview request: Night Owl",
            "20 minutes on Night Owl in June",
            "A question about Night Owl",
        )),
        kinds=_REQUESTS | {Kind.FOLLOW_UP, Kind.REMINDER},
    ),
)  # fmt: skip
