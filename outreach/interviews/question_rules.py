"""What is wrong with a single question, in words: closed, leading, two in one, long, answered, off limits. Pure.

Rules Q2 to Q5 and Q7 to Q9, and Q11 of the close (product.md, 5.8). Job talk, patients, private matters and figures
that no fact carries are found by the check of letters (`asklint`), on the question as a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.run import findings_of
from outreach.asklint.types import Kind, Known, Message
from outreach.interviews.answered import Passage, answer_in
from outreach.interviews.asking import asked_in, joined_in, plain, words_in

MOST_WORDS = 25
"""Words of a question (Q9): what is longer has to be said twice."""

FRAMES = ("opening", "close")
"""Kinds that are no questions about the work: consent is answered with yes, the close asks and offers."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something found. `tone`: bad (must fix), warn (look again), note (good to know). `phrase` is in the question."""

    rule: str
    tone: str
    phrase: str
    why: str
    instead: str = ""
    source: str = ""
    address: str = ""
    """Where it is said, for a question that a stored source answers."""

    @property
    def stops(self) -> bool:
        """Whether the questions cannot be sent because of it."""
        return self.tone == "bad"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is known when questions are read: what stored sources say, names that tell nothing, confirmed facts."""

    passages: tuple[Passage, ...] = ()
    names: tuple[str, ...] = ()
    known: Known | None = None
    """None where nothing is known: then no figure is looked up."""


NOTHING = Grounds()


def remarks_on(kind: str, text: str, grounds: Grounds = NOTHING) -> tuple[Remark, ...]:
    """What is found in a question of a kind (`models.QUESTION_KINDS`), the gravest first."""
    found = [*_off_limits(text, grounds), *_manner(kind, text), *_answered(kind, text, grounds)]
    order = ("bad", "warn", "note")
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.index(one.tone)))


def closed_in(kind: str, text: str) -> str:
    """The words of a closed question; "" where it is open, or where it is the frame of the talk."""
    if kind in FRAMES:
        return ""
    return next((one.sentence for one in asked_in(text) if not one.is_open and not _leads(one.sentence)), "")


# --- how it is asked ------------------------------------------------------------------------------------------------

_LEADING = tuple(
    re.compile(expression)
    for expression in (
        r"\b(?:isn't|wasn't|aren't|weren't|wouldn't|shouldn't|couldn't|doesn't|hasn't)\b[^.?!]{0,200}\?",
        r"\b(?:don't you|didn't you|won't you|haven't you|can't you)\b[^.?!]{0,200}\?",
        r"\bwhy (?:didn't|did you not|haven't|hasn't|don't you|wouldn't)\b",
        r"\b(?:would|do|don't|wouldn't) you (?:not )?(?:agree|say|think) that\b|\bwould you agree\b",
        r"\bis it (?:fair|safe|true) (?:to say|that)\b|\bam i right\b",
        r"\b(?:surely|obviously|of course|clearly|undoubtedly|needless to say|as everybody knows)\b",
        r"\b(?:i|we) (?:assume|suppose|imagine|guess|am sure|bet|take it)\b|\bi'm sure\b",
        r"\b(?:you|it|that) must have\b",
        r"\bhow (?:very |much |truly )?(?:proud|pleased|happy|glad|relieved|excited|thrilled|grateful)\b",
        r"\bhow (?:very |truly )?(?:disappointed|frustrated|frustrating|great|wonderful|amazing|successful)\b",
        r"\bhow (?:very |truly )?(?:important|essential|crucial|vital|bad|terrible|unfair)\b",
        r"\b(?:amazing|inspiring|incredible|outstanding|remarkable|groundbreaking|fantastic|brilliant)\b",
        r"\b(?:visionary|world-class|legendary|extraordinary|impressive)\b",
    )
)


def _leads(sentence: str) -> str:
    lower = sentence.lower().replace("’", "'")
    for expression in _LEADING:
        found = expression.search(lower)
        if found:
            return sentence[found.start() : found.end()]
    return ""


def _manner(kind: str, text: str) -> Iterator[Remark]:
    asked = asked_in(text)
    if not asked:
        yield Remark("no-question", "warn", "", "This asks nothing yet.", "Begin with what, how or tell me.")
    if kind != "opening":
        yield from _leading(text)
    if kind not in FRAMES:
        yield from _joined(text)
    if words_in(text) > MOST_WORDS:
        yield Remark(
            "long", "warn", "", f"This has {words_in(text)} words. More than {MOST_WORDS} have to be said twice.",
            "Leave out what leads up to it, or ask half of it.",
        )  # fmt: skip
    if kind == "close" and not _OFFER.search(plain(text).lower()):
        yield Remark(
            "no-give", "warn", "", "The close offers nothing in return.",
            "Ask whether there is something that you could find out or send.",
        )  # fmt: skip


def _leading(text: str) -> Iterator[Remark]:
    for one in asked_in(text):
        phrase = _leads(one.sentence) or (one.sentence if one.has_tag else "")
        if phrase:
            yield Remark(
                "leading", "warn", phrase, "This tells the answer that you expect.",
                "Ask what happened, and leave the judgment to the person who was there.",
            )  # fmt: skip


def _joined(text: str) -> Iterator[Remark]:
    asked = asked_in(text)
    second = asked[1].sentence if len(asked) > 1 else next(filter(None, map(joined_in, asked)), "")
    if second:
        yield Remark(
            "two-in-one", "warn", second.strip(" ,"),
            "This asks two things at once, and one of them will go unanswered.",
            "Ask the first; keep the second for when it is answered.",
        )  # fmt: skip


_OFFER = re.compile(
    r"\b(?:could|can|may|might|shall|would) i (?:find out|send|share|do|look up|look into|bring|return|pass on|give)\b"
    r"|\bi (?:could|can|will|would like to|would be glad to) (?:find out|send|share|look up|look into|bring|return)\b"
    r"|\bi'll (?:send|share|find out|look up|bring)\b|\bin return\b"
    r"|\b(?:of use|useful|of help|helpful) to (?:you|your)\b"
)
"""What offers something in the close (Q11)."""


# --- what it asks for -----------------------------------------------------------------------------------------------

_FROM_LETTERS = ("job-ask", "patient-detail", "private-matter")
_GROUNDED = ("ungrounded", "contested-fact")

_CAREER = re.compile(
    r"\byour (?:own )?(?:salary|compensation|bonus|pay|contract|career|résumé|resume)\b"
    r"|\bcareer (?:path|advice|ladder|move|step|goals?|plans?)\b|\bjob market\b|\bvacanc(?:y|ies)\b"
    r"|\b(?:job|current|any|open) openings?\b|\bopen positions?\b|\bsalar(?:y|ies)\b|\bpay scale\b"
    r"|\bwhat do (?:you|executives|leaders) (?:earn|make)\b"
    r"|\bhow (?:did|does|do|can) (?:you|i|one|somebody) (?:get|land|reach|find) (?:[\w-]{1,20} ){0,4}"
    r"(?:job|position|role|post)\b|\bhow (?:did|does|do|can) (?:you|i|one|somebody) become (?:[\w-]{1,20} ){0,4}"
    r"(?:ceo|coo|cno|cfo|cmo|cio|executive|leader|administrator|officer|president|director|manager)\b"
    r"|\bwho wants? (?:your|a|this) (?:job|post|position|role)\b"
)
_OURS = r"(?!\w)(?! (?:care|flow|mix|safety|experience|volume|education|portal|records?|load|management|managers?|study"
_PATIENT = re.compile(
    r"\b(?:tell me about|describe|recall|remember|think of|name|share|was there|is there) (?:[\w'-]{1,20} ){0,4}"
    r"(?:a|an|one|any|that) (?:[\w'-]{1,20} ){0,2}(?:patient|resident|family|mother|child|baby)"
    rf"{_OURS}|council|center|unit|program|story of))"
    r"|\b(?:tell me about|describe|recall|remember) (?:the|one) (?:[\w'-]{1,20} ){0,1}"
    r"(?:patient|resident|mother|child|baby|woman|man|case) (?:who|that|whose|which)\b"
    r"|\b(?:which|what|one|a single|a particular|a specific|an individual) (?:patient|patient's|case)"
    rf"{_OURS}))|\bpatient(?:'s)? (?:story|name|chart|history|diagnosis)\b"
    r"|\bwhat happened to the (?:patient|woman|man|child|mother|baby|family)(?!\w)(?! (?:flow|council))"
)
_FINANCE = re.compile(
    r"\b(?:operating (?:margin|income|loss|losses)|profit(?:s|ability|able)?|margins?|net (?:income|revenue)|revenues?"
    r"|payer (?:rates?|contracts?|mix)|negotiated rates?|contract (?:price|rate|terms)|discounts? (?:from|with)"
    r"|layoffs?|merger (?:talks|plans)|acquisition (?:talks|plans)|debt|bond rating|cash on hand)\b"
    r"|\bhow much (?:money |did (?:it|this|that|the [\w -]{1,40}) cost|does (?:it|this|that|the [\w -]{1,40}) cost"
    r"|(?:do|did) you (?:pay|spend|save|earn|lose))|\bwhat (?:did|does) (?:it|this|that|the [\w -]{1,40}) cost\b"
    r"|\bbudget(?: for| of|s)? (?:next|this|last|the coming) year\b"
)


def _off_limits(text: str, grounds: Grounds) -> Iterator[Remark]:
    words = plain(text)
    lower = words.lower().replace("’", "'")
    yield from _by_letters(words, grounds.known)
    for expression, rule, tone, why, instead in (
        (_CAREER, "career", "bad", "This turns the talk to careers, posts or pay.",
         "Ask about the work. Help with a career may come later, when it is offered."),
        (_PATIENT, "patient-detail", "bad", "This invites a story that tells who a patient is.",
         "Ask what changed for patients, or for the people who work there."),
        (_FINANCE, "not-public", "warn", "This may ask for figures that are not public.",
         "Ask for what has been published, or for what they would tell another hospital to plan for."),
    ):  # fmt: skip
        found = expression.search(lower)
        if found:
            yield Remark(rule, tone, words[found.start() : found.end()], why, instead)


def _by_letters(words: str, known: Known | None) -> Iterator[Remark]:
    """What the check of letters says of the sentence; the frame of a letter is not there, and is not missed."""
    rules = (*_FROM_LETTERS, *(_GROUNDED if known is not None else ()))
    reading = Reading(Message(Kind.OTHER, words, known or Known()))
    for rule in (all_rules()[name] for name in rules):
        for one in findings_of(rule, reading):
            yield Remark(rule.id, "bad", one.text, one.message)


def _answered(kind: str, text: str, grounds: Grounds) -> Iterator[Remark]:
    if kind in FRAMES:
        return
    hit = answer_in(text, grounds.passages, grounds.names)
    if hit is not None:
        yield Remark(
            "answered", "warn", "", f"Your sources answer this: “{_short(hit.text)}”",
            "Say what you have read, and ask for what it leaves out.", hit.source, hit.address,
        )  # fmt: skip


def _short(text: str, most: int = 200) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0]} …"


def passages_of(texts: Sequence[tuple[str, str, str]]) -> tuple[Passage, ...]:
    """Passages from (text, source, address), each text once."""
    found: dict[str, Passage] = {}
    for text, source, address in texts:
        found.setdefault(text, Passage(text, source, address))
    return tuple(found.values())
