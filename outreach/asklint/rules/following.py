"""Later messages: each adds something, and is no copy of an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.asklint.checks import compiled_phrase, whole
from outreach.asklint.reading import Reading
from outreach.asklint.shingles import likeness
from outreach.asklint.types import Circumstances, Example, Hit, Kind, Rule, Severity

_FOLLOW_UPS = frozenset({Kind.FOLLOW_UP, Kind.REMINDER, Kind.CLOSING_NOTE})
MOST_LIKE_OTHERS = 0.6
"""T7: to notes to other people."""
MOST_LIKE_BEFORE = 0.7
"""F3: to the message before in the same matter."""
_LEAST_WORDS = 8

_ADDS = compiled_phrase(
    r"\b(?:add|adding|addition|added|moved|later|instead|also|since then|in the meantime|meanwhile|new|now"
    r"|written answers|in writing|by e-?mail|attached|enclosed|summary|page|pages|copy|easier|shorter|ten minutes"
    r"|fifteen|15|10|five questions|questions|colleague|would serve|just as well|alone would do|either way|yours "
    r"to use|no longer|changed|extended|postponed|issue|published|printed|link|found|read|heard|learned|tried"
    r"|used|asked|month|season|summer|autumn|fall|spring|winter|quotations|figures|will not write|not write "
    r"again)\b|\d"
)


def _adds_nothing(reading: Reading) -> Iterator[Hit]:
    """No new fact, form, date or gift in a message that follows another."""
    body = [sentence for sentence in reading.body if sentence.words]
    if body and not reading.rested and not any(_ADDS.search(sentence.lower) for sentence in body):
        yield whole(body[0])


def _similar(reading: Reading) -> Iterator[Hit]:
    """Compared with each earlier message, body with body."""
    if len(reading.body_words) < _LEAST_WORDS:
        return
    mine = " ".join(sentence.text for sentence in reading.body)
    most = MOST_LIKE_BEFORE if reading.kind in _FOLLOW_UPS else MOST_LIKE_OTHERS
    highest = max((likeness(mine, earlier) for earlier in reading.circumstances.earlier_messages), default=0.0)
    if highest > most:
        said = f"{round(highest * 100)}% of this stands in an earlier message. Write this one for this person."
        yield Hit(reading.body[0].start, reading.body[-1].end, said)


_EARLIER = "Your night team let the aides draw the map, and the draft reaches you by June 12 for a look."
_BEFORE = Circumstances(earlier_messages=(_EARLIER,))


def _after(text: str, kind: Kind = Kind.THANK_YOU) -> Example:
    return Example(text, kind, circumstances=_BEFORE)


RULES = (
    Rule(
        "adds-nothing",
        Severity.WARN,
        "This only reminds. Add something: a later date, an easier form, a fact, something of use to them.",
        "A second note without anything new says only that the first was not answered.",
        "Product design, F3 and the model of part 5.4.",
        _adds_nothing,
        bad=(
            "Just following up on my note.",
            "Did you see my message?",
            "I am still hoping for your answer.",
            "I write in reference to the below.",
            "any news?",
            "I kindly remember you of my mail.",
            "Hoping to hear from you.",
        ),
        good=(
            "The newsletter has moved the issue to August, so June or July would serve just as well.",
            "If it is easier, I can send five questions for written answers.",
            "The attached summary is yours to use.",
            "The four quotations alone would do.",
            "This may be the wrong season, so I will not write again about it.",
            "Our night team tried your list for two weeks.",
        ),
        kinds=_FOLLOW_UPS,
    ),
    Rule(
        "similar",
        Severity.WARN,
        "Most of this stands in an earlier message. Write this one for this person.",
        "People compare notes; two alike make both worthless.",
        "Product design, T7 (at most 0.6 like other notes) and F3 (0.7 like the one before).",
        _similar,
        bad=(
            _after(_EARLIER),
            _after(_EARLIER + " Thank you."),
            _after(_EARLIER.lower()),
            _after(_EARLIER, Kind.FOLLOW_UP),
            _after(_EARLIER.replace("June 12", "June 19")),
            _after("Dear Dr. Aaltonen,\n\n" + _EARLIER + "\n\nJo Park"),
        ),
        good=(
            _after("That the pharmacist called first is the sentence that our editor underlined twice."),
            _after("Thank you."),
            _after(
                "Your night team let the aides draw the map. I had never thought of asking them, and did so on Monday."
            ),
            _after("The issue moved to August, so that a talk in June or July would serve as well.", Kind.FOLLOW_UP),
            Example(_EARLIER, Kind.THANK_YOU),
            _after("You will have the draft by June 12, and Ms. Duarte has the form for corrections."),
        ),
    ),
)
