"""A request for approval: what for, where to look, how to answer, and that silence is no yes."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.asklint.checks import compiled_phrase, whole
from outreach.asklint.reading import Reading
from outreach.asklint.types import Check, Example, Hit, Kind, Rule, Severity

_APPROVAL = frozenset({Kind.APPROVAL_REQUEST})

_NO_YES = compiled_phrase(
    r"\b(?:not|nothing|never|no) <8>(?:approved|without your (?:approval|yes|word|consent)|until you (?:have "
    r")?(?:approve|say|answer))\b|\bno answer is (?:not|no)\b|\bsilence (?:is (?:not|no)\b|for a yes\b)|\bnot "
    r"(?:take|read|count) <3>(?:silence|no answer)\b|\bonly (?:with|after|when|once) <3>(?:your|you) "
    r"<3>(?:approv\w+|yes|consent|agreed?)\b|\bwait(?:s)? for your (?:yes|approval|answer)\b"
)
_SCOPE = compiled_phrase(
    r"\b(?:quotes?|quotations?|facts|figures|whole|entire|full (?:text|article|draft)|article|draft|text"
    r"|manuscript|piece|passages?|paragraphs?|sentences|chapter|section)\b"
)
_WHERE = compiled_phrase(
    r"\b(?:quotes?|quotations?|figures?|numbers?|names?|titles?|dates|page \d|pages \d|paragraphs? (?:\d|two"
    r"|three|four|five)|section|marked|highlighted|yellow|above all|especially|in particular|look at)\b|\d ?%"
)
_WAYS = {
    "page": compiled_phrase(r"\b(?:page|link|linked|web|online|form|site|click|button)\b|https?://"),
    "file": compiled_phrase(
        r"\b(?:word|docx?|pdf|attached|attachment|copy|mark(?:ed)?(?: up)?|file|track(?:ed)? changes|printed"
        r"|margin)\b"
    ),
    "reply": compiled_phrase(
        r"\b(?:reply|answer (?:to )?this|respond|write back|e-?mail|this message|a line|simply answer)\b"
    ),
    "call": compiled_phrase(r"\b(?:call|telephone|phone|tell (?:me|ms|mr|your|my)|by voice|in person|post|mail)\b"),
}


def _lacks(needed: object) -> Check:
    """Hits the last sentence where no sentence of the body has what is needed."""

    def find(reading: Reading) -> Iterator[Hit]:
        body = [sentence for sentence in reading.body if sentence.words]
        if body and not any(needed.search(sentence.lower) for sentence in body):  # type: ignore[attr-defined]
            yield whole(body[-1])

    return find


def _ways(reading: Reading) -> Iterator[Hit]:
    body = [sentence for sentence in reading.body if sentence.words]
    found = [name for name, way in _WAYS.items() if any(way.search(sentence.lower) for sentence in body)]
    if body and len(found) < 3:
        severity = Severity.BLOCK if len(found) < 2 else Severity.WARN
        yield whole(body[-1], severity=severity)


def _ask(text: str) -> Example:
    return Example(text, Kind.APPROVAL_REQUEST)


RULES = (
    Rule(
        "approval-silence",
        Severity.BLOCK,
        "It does not say that no answer is no approval. Add: “I will not submit anything that you have not approved.”",
        "Who does not answer has not agreed; to print on silence ends the relationship and the right to ask.",
        "Product design, A5: the meaning “no answer is not approval” present.",
        _lacks(_NO_YES),
        bad=tuple(map(_ask, ("Here is the draft.", "Please approve by June 24.", "If I hear nothing I will submit it.",
            "kindly revert with your OK",
                             "The draft is attached for your approval.", "Look it over when you can."))),
        good=tuple(map(_ask, ("I will not submit anything that you have not approved.",
            "Nothing is printed without your approval.", "No answer is not approval.",
                              "Nothing goes out until you say yes.", "It is printed only with your approval.",
                                  "I will never take silence for a yes."))),
        kinds=_APPROVAL,
    ),
    Rule(
        "approval-scope",
        Severity.BLOCK,
        "It does not say what they approve. Name it: the whole text, or their quotations and the facts.",
        "Approval of “it” is remembered by each side as something else.",
        "Product design, A2 and finding 3.",
        _lacks(_SCOPE),
        bad=tuple(map(_ask, ("Please approve.", "Could you give me your okay?", "Your approval is needed by June 24.",
            "Is it all right with you?", "ok to go?",
                             "Kindly accord your consent."))),
        good=tuple(map(_ask, ("Here is the article for your approval.", "Please look at your four quotations.",
            "The whole text is for you to approve.",
                              "I ask about the figures alone.", "The draft is here.", "Two paragraphs quote you."))),
        kinds=_APPROVAL,
    ),
    Rule(
        "approval-where",
        Severity.WARN,
        "It does not say where to look. List the quotations, the figures with their years, the names and titles.",
        "A busy reader checks what is pointed out, and misses the rest.",
        "Product design, A3.",
        _lacks(_WHERE),
        bad=tuple(map(_ask, ("Please read the article.", "The draft is attached for approval.",
            "Tell me if it is fine.", "have a look pls", "Your opinion is awaited.",
                             "I hope that you like it."))),
        good=tuple(map(_ask, ("Please look above all at your four quotations.",
            "The readmission figures are on page 2.", "Are the titles of the three people right?",
                              "What I am unsure of is marked.",
                                  "The rate fell from 21% to 14%: is that the published figure?",
                                      "Your quotes are highlighted."))),
        kinds=_APPROVAL,
    ),
    Rule(
        "approval-answers",
        Severity.WARN,
        "Too few ways to answer. Offer three: a page without an account, a marked copy, a plain reply.",
        "An answer that needs an account or a program is put off.",
        "Product design, A4: three ways to answer, one without any account.",
        _ways,
        bad=tuple(map(_ask, ("Please reply.", "Click the link to approve.", "Mark the attached copy.",
            "Sign in to the portal.", "Let me know.",
                             "You can reply or call."))),
        good=tuple(map(_ask, (
            "Approve it on the page linked below, mark the attached copy, or simply reply.",
                "Reply, call me, or mark the Word file.",
            "Use the form online, return the printed copy, or answer this message.",
                "A reply, a call or the link will do.",
            "By e-mail, by telephone, or in the margin of the PDF.",
                "Answer on the page, in the attached file, or by phone."))),
        kinds=_APPROVAL,
    ),
)  # fmt: skip
