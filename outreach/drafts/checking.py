"""What the check says of a draft: findings with what may be passed, what is good, the counts below the text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from outreach.asklint import run
from outreach.asklint.praise import good_things
from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.types import Finding, Kind, Message
from outreach.drafts import rules
from outreach.drafts.fact_marks import mark, numbers_in
from outreach.drafts.queries import CitedFact
from outreach.drafts.rules import CITATION, Remark
from outreach.words import counted

AT_ONCE = 5
"""Findings shown at once, the gravest first: a longer list is read and not worked through (ux.md, Draft editor)."""

WORDS_PER_MINUTE = 225
"""How fast a reader reads a mail on a screen."""

GETS_READ = {
    Kind.INTERVIEW_REQUEST: 125, Kind.ASSISTANT_REQUEST: 125, Kind.PHONE_SCRIPT: 90, Kind.THANK_YOU: 100,
    Kind.REMINDER: 60, Kind.CLOSING_NOTE: 70, Kind.FOLLOW_UP: 60,
}  # fmt: skip
"""Words under which a letter of this kind gets read (product.md, R1, T2, C1 and section 5.4)."""

LINKEDIN_MOST = 300
"""Characters that LinkedIn takes with an invitation."""

_SEVERAL_ASKS, _NO_CLEAR_ASK = "two-asks", "unclear-ask"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the editor shows beside a text."""

    remarks: tuple[Remark, ...]
    good: tuple[str, ...]
    counts: tuple[str, ...]

    @property
    def first(self) -> tuple[Remark, ...]:
        """Those that are shown at once."""
        return self.remarks[:AT_ONCE]

    @property
    def more(self) -> tuple[Remark, ...]:
        """The others."""
        return self.remarks[AT_ONCE:]

    @property
    def stopping(self) -> int:
        """How many must be fixed before it can leave."""
        return sum(one.stops for one in self.remarks)


def check(
    reading: Reading,
    body: str,
    facts: Sequence[CitedFact],
    passed: Mapping[str, Any],
    around: Sequence[Remark] = (),
) -> Checked:
    """Checks a draft. `reading` is of what would leave, `body` the same text with the marks of its facts.

    around: what there is to say beside the text, such as that something should be given first.
    """
    findings = findings_in(reading)
    whys = {rule.id: rule.why for rule in all_rules().values()}
    remarks = [rules.remark_on(one, whys.get(one.rule, ""), passed) for one in findings]
    in_order = rules.gravest_first([*around, *failed_citations(body, facts), *remarks])
    good = good_things(reading, findings, _cited(body, facts))
    return Checked(in_order, good, counts(reading, findings))


def _cited(body: str, facts: Sequence[CitedFact]) -> int | None:
    """How many facts that hold the marks of a text name; None for a text without marks."""
    numbers = numbers_in(body)
    holding = {one.number for one in facts if not one.trouble}
    return len(holding.intersection(numbers)) if numbers else None


def findings_in(reading: Reading) -> tuple[Finding, ...]:
    """What all rules find in a text that has been read, in order of place, as `asklint.run.check` would say it."""
    found = {one for rule in all_rules().values() for one in run.findings_of(rule, reading)}
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule, one.message)))


def failed_citations(body: str, facts: Sequence[CitedFact]) -> tuple[Remark, ...]:
    """The marks of a text that stand for no fact, or for one that no longer holds."""
    known = {one.number: one for one in facts}
    found = []
    for number in numbers_in(body):
        one = known.get(number)
        if one is None:
            words = "No fact of this draft has this number. Put in the fact, or take the mark away."
            found.append(Remark(CITATION, "bad", mark(number), words))
        elif one.trouble:
            words = f"{one.trouble} Take the sentence out, or say what holds now."
            found.append(Remark(CITATION, "bad", mark(number), words, why=one.sentence))
    return tuple(found)


def counts(reading: Reading, findings: Sequence[Finding]) -> tuple[str, ...]:
    """ "112 words. Under 125 gets read.", "Reads in 30 seconds.", "One ask." """
    message, words = reading.message, len(reading.body_words)
    said = [_length(message, words)]
    if words:
        said.append(f"Reads in {_duration(words)}.")
    ids = {one.rule for one in findings}
    if message.kind in rules.REQUESTS and words:
        said.append(_asks(ids))
    return tuple(said)


def _asks(rules_that_found: Collection[str]) -> str:
    if _SEVERAL_ASKS in rules_that_found:
        return "More than one ask."
    return "No clear ask." if _NO_CLEAR_ASK in rules_that_found else "One ask."


def _length(message: Message, words: int) -> str:
    if message.kind == Kind.LINKEDIN_NOTE:
        return f"{counted(len(message.text), 'character', 'characters')}. LinkedIn takes {LINKEDIN_MOST}."
    said = f"{counted(words, 'word', 'words')}."
    limit = GETS_READ.get(message.kind)
    return f"{said} Under {limit} gets read." if limit else said


def _duration(words: int) -> str:
    seconds = max(1, round(words * 60 / WORDS_PER_MINUTE))
    if seconds < 90:
        return counted(seconds if seconds < 10 else 5 * round(seconds / 5), "second", "seconds")
    return counted(round(seconds / 60), "minute", "minutes")
