"""How long: the message, its sentences; and signs that shout or that nobody spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.asklint.checks import whole
from outreach.asklint.reading import Reading
from outreach.asklint.types import Example, Hit, Kind, Known, Rule, Severity

MOST_WORDS = {
    Kind.INTERVIEW_REQUEST: (125, 200),
    Kind.ASSISTANT_REQUEST: (125, 200),
    Kind.PHONE_SCRIPT: (100, 150),
    Kind.THANK_YOU: (100, 160),
    Kind.FOLLOW_UP: (70, 120),
    Kind.CLOSING_NOTE: (70, 120),
    Kind.REMINDER: (70, 120),
    Kind.CONFIRMATION: (125, 200),
    Kind.APPROVAL_REQUEST: (150, 250),
    Kind.CONDOLENCE: (100, 160),
    Kind.ADVICE_REPORT: (150, 250),
    Kind.PUBLISHED_NOTE: (100, 160),
    Kind.OTHER: (200, 400),
}
"""Kind -> words of the body above which it is long, and far too long. Product design, R1, T2, part 5.4, C1."""

LEAST_WORDS = 50
"""Words below which a request is bare: R1."""
LINKEDIN_CHARACTERS = 300
"""What LinkedIn takes with an invitation."""
_LONG_SENTENCE = 35
_KNOWN_SHORT = frozenset(
    "US USA UK EU AM PM OK CEO CNO CFO COO CMO CIO CNE CHRO CTO VP SVP EVP AVP MD DO RN DNP PHD MHA MBA MPH MSN "
    "BSN FACHE NEA-BC CPA JD ICU ER ED OR "
    "IT HR TV FAQ PDF URL ET CT MT PT EST EDT CST CDT MST MDT PST PDT ACHE AHA CMS RE FW CC PS II III IV VI TX "
    "NY CA OH FL".split()
)
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z&]{1,6}s?(?![\w])")


def _too_long(reading: Reading) -> Iterator[Hit]:
    if reading.kind is Kind.LINKEDIN_NOTE:
        yield from _too_many_characters(reading)
        return
    warn, block = MOST_WORDS[reading.kind]
    words = reading.body_words
    if len(words) <= warn:
        return
    severity = Severity.BLOCK if len(words) > block else Severity.WARN
    said = f"{len(words)} words; {warn} get read. What is marked is over: say less, or leave it for the conversation."
    yield Hit(words[warn].start, words[-1].end, said, severity)


def _too_many_characters(reading: Reading) -> Iterator[Hit]:
    text = reading.text.rstrip()
    first = len(reading.text) - len(reading.text.lstrip())
    subject = reading.parts.subject
    if subject:
        first = subject.end + len(reading.text[subject.end :]) - len(reading.text[subject.end :].lstrip())
    count = len(text) - first
    if count > LINKEDIN_CHARACTERS:
        said = f"{count} characters; LinkedIn takes {LINKEDIN_CHARACTERS}. What is marked is over."
        yield Hit(first + LINKEDIN_CHARACTERS, len(text), said, Severity.BLOCK)


def _too_short(reading: Reading) -> Iterator[Hit]:
    words = reading.body_words
    if 0 < len(words) < LEAST_WORDS:
        yield Hit(words[0].start, words[-1].end, f"{len(words)} words; a request that says what and why has 75 to 125.")


def _long_sentences(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.body:
        if len(sentence.words) > _LONG_SENTENCE:
            yield whole(sentence, f"{len(sentence.words)} words in one sentence. Make two of it.")


def _acronyms(reading: Reading) -> Iterator[Hit]:
    """Short forms that the leader's own facts do not use and that stand nowhere spelled out, each once."""
    own = f"{' '.join(reading.known.facts)} {reading.known.organization} {reading.known.title} {reading.known.person}"
    seen = set(_KNOWN_SHORT)
    for sentence in (*reading.body,):
        if sentence.text.isupper():
            continue
        for match in _ACRONYM.finditer(sentence.text):
            short = match.group().rstrip("s")
            if short in seen or short in own or f"({short})" in reading.text or f"{short} (" in reading.text:
                continue
            seen.add(short)
            yield Hit(sentence.start + match.start(), sentence.start + match.end())


def _exclamations(reading: Reading) -> Iterator[Hit]:
    marks = [match.end() for sentence in reading.body for match in _shouts(sentence.text, sentence.start)]
    if len(marks) > 1:
        yield Hit(marks[1] - 1, marks[1])


def _shouts(text: str, start: int) -> Iterator[re.Match[str]]:
    del start
    yield from _EXCLAMATION.finditer(text)


_EXCLAMATION = re.compile("!")

_FACTS = Known(
    person="Sunniva Brandt",
    organization="Cedar Notch Medical Center",
    facts=("Cedar Notch Medical Center opened its ECMO unit in 2020.",),
)
_FILLER = "The night team met again and found a way that worked for everyone on the unit. "

RULES = (
    Rule(
        "too-long",
        Severity.WARN,
        "This is longer than it gets read. Cut what can wait for the conversation.",
        "A leader reads on a telephone between two meetings; what does not fit the screen is left for later, and lost.",
        (
            "Product design, R1, T2, F ladder; Boomerang and others on 50 to 125 words; LinkedIn's limit of 300 "
            "characters."
        ),
        _too_long,
        bad=(
            _FILLER * 9,
            _FILLER * 20,
            Example(_FILLER * 6, Kind.FOLLOW_UP),
            Example(_FILLER * 7, Kind.THANK_YOU),
            Example("Ms. Brandt, " + _FILLER * 5, Kind.LINKEDIN_NOTE),
            Example(_FILLER * 7, Kind.PHONE_SCRIPT),
            Example(_FILLER * 6, Kind.CLOSING_NOTE),
        ),
        good=(
            _FILLER * 7,
            "May I interview you for 20 minutes in June?",
            Example(_FILLER * 3, Kind.FOLLOW_UP),
            Example(_FILLER * 5, Kind.THANK_YOU),
            Example("Ms. Brandt, " + _FILLER * 3, Kind.LINKEDIN_NOTE),
            Example("Subject: A note\n\nDear Ms. Brandt,\n\n" + _FILLER * 7 + "\n\nSincerely,\nJo Park"),
            Example(_FILLER * 5, Kind.PHONE_SCRIPT),
        ),
    ),
    Rule(
        "too-short",
        Severity.NOTE,
        "This is bare. Say what you write and for whom, which fact brought you, and what you ask.",
        "A line that gives no reason is taken for a mass mailing.",
        "Product design, R1: a note below 50 words.",
        _too_short,
        bad=("May I interview you in June?", "Can we talk?", "Please call me about your program.",
            "I need twenty minutes.",
             "Would you kindly give me an interview, esteemed Sir?", "hi, got time for a chat?"),
        good=tuple(_FILLER * count for count in (4, 5, 6, 7, 8, 9)),
        kinds=frozenset({Kind.INTERVIEW_REQUEST}),
    ),
    Rule(
        "long-sentence",
        Severity.NOTE,
        "This sentence is long. Make two of it.",
        "Beyond some thirty words a reader on a telephone loses the beginning.",
        "Product design, R17: 30 words, a finding above 35.",
        _long_sentences,
        bad=tuple(" ".join([start, *(["and", "then", "the", "unit", "changed"] * count)]) + "." for start, count in (
            ("First", 8), ("It is known that", 8), ("As I understood it", 9), ("so yeah", 8),
            ("Permit me to say", 10), ("We", 8))),
        good=("The unit changed its rounds.", "How did you win agreement to that order of events?", _FILLER,
            "May I ask?",
              "It fell from 21% to 14%. Then it rose.", "One thing; another thing."),
    ),
    Rule(
        "acronym",
        Severity.NOTE,
        "A short form that nobody has spelled out. Write it in full once.",
        "What one house abbreviates, the next does not know.",
        "Product design, R17: no unexplained acronym beyond the leader's own.",
        _acronyms,
        bad=("Our QAPI group met.", "I work in RCM here.", "The LOS fell.", "We use SBAR daily.",
            "It is about HCAHPS scores.",
             "The CLABSI rate is known."),
        good=(Example("The ECMO unit grew.", known=_FACTS), "The CEO spoke.",
            "Length of stay (LOS) fell; the LOS of most.", "Call at 9 AM.",
              "The ACHE chapter prints it.", "An MBA helps."),
    ),
    Rule(
        "exclamation",
        Severity.NOTE,
        "More than one exclamation mark. A full stop does it.",
        "Shouting reads as advertising.",
        "Product design, R7: at most one exclamation mark.",
        _exclamations,
        bad=("I read it! Great! Fine.", "Wow!! Really.", "I thank you! I thank you! Yes.", "Yes! No! Perhaps.",
             "So good!!!",
            "Oh! It works! I think."),
        good=("Thank you!", "Thank you.", "It works.", "What a result!", "May I ask?",
            "Good morning! I read your report."),
    ),
)  # fmt: skip
