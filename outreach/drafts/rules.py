"""What holds of drafts whoever writes them: lengths, which findings cannot be passed, what a ruling is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from outreach.asklint.types import Finding, Kind, Severity
from outreach.relationships.rules import HOLDS

SUBJECT_MAX = 300
BODY_MAX = 40_000
"""Characters of a message: some 6,000 words. A letter has 200; beyond this it is another text pasted by mistake."""

REASON_MAX = 500
REASON_MIN = 10
"""Characters of the reason for which a must-fix finding is let stand: a word is no reason."""

VERSIONS_MOST = 200
"""Versions kept of one draft; beyond that the oldest written ones go."""

UNDO_FOR = timedelta(days=30)
"""How long a deleted draft can be brought back."""

CITATION = "citation"
"""The rule id of what is wrong with a mark: no fact has this number, or the fact no longer holds."""

NEVER_PASSED = frozenset({"placeholder", "contested-fact", CITATION, *HOLDS})
"""Findings that no reason lets stand (architecture section 0, "Blocking"); a pause and a wish of theirs among them."""

REQUESTS = frozenset(
    {Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST, Kind.PHONE_SCRIPT, Kind.LINKEDIN_NOTE}
)  # fmt: skip
"""Letters that ask for an interview: none without a project that justifies it (product.md, row 13)."""

KIND_WORDS = {
    "interview-request": "Ask for an interview",
    "assistant-request": "Ask through the assistant",
    "phone-script": "Ask on the telephone",
    "linkedin-note": "Ask on LinkedIn",
    "thank-you": "Thank you",
    "confirmation": "Confirm the interview",
    "approval-request": "Ask for approval",
    "reminder": "Follow up",
    "closing-note": "Close kindly",
    "follow-up": "Follow up",
    "condolence": "Condolence",
    "advice-report": "Report on advice",
    "published-note": "Tell that it is published",
    "other": "Another letter",
}
"""What a letter is for -> the words on the screen."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether something may be done. `reasons` are sentences that say why not; all may be passed where `can_pass`."""

    allowed: bool
    reasons: tuple[str, ...] = ()
    can_pass: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as the editor shows it. `tone`: bad (must fix), warn (look again), note (good to know)."""

    rule: str
    tone: str
    phrase: str
    message: str
    why: str = ""
    passed: str = ""
    """The reason for which it is let stand; "" while nobody has."""

    @property
    def shown(self) -> str:
        """The phrase as it is shown: of a long one its beginning and its end."""
        return _short(self.phrase)

    @property
    def can_pass(self) -> bool:
        """Whether a written reason lets it stand."""
        return self.tone == "bad" and self.rule not in NEVER_PASSED

    @property
    def stops(self) -> bool:
        """Whether the draft cannot leave because of it."""
        return self.tone == "bad" and not self.passed


TONES = {Severity.BLOCK: "bad", Severity.WARN: "warn", Severity.NOTE: "note"}
_GRAVEST = ("bad", "warn", "note")


def remark_on(finding: Finding, why: str, passed: Mapping[str, Any]) -> Remark:
    """A finding as it is shown; let stand where a reason was given for these very words."""
    rule, tone = finding.rule, TONES[finding.severity]
    phrase = " ".join(finding.text.split())
    return Remark(rule, tone, phrase, finding.message, why, reason_given(passed, rule, phrase))


def reason_given(passed: Mapping[str, Any], rule: str, phrase: str) -> str:
    """The reason for which a finding was let stand; "" where none was given, or for other words."""
    if rule in NEVER_PASSED:
        return ""
    given = passed.get(rule) or {}
    return str(given.get("why", "")) if phrase in given.get("about", ()) else ""


def gravest_first(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Those that stop first, then by gravity; equals in order of place. The very same words twice count once."""
    once = dict.fromkeys(remarks)
    return tuple(sorted(once, key=lambda one: (not one.stops, _GRAVEST.index(one.tone))))


def ruling(before: Iterable[str], remarks: Iterable[Remark]) -> Ruling:
    """May it leave? `before` are reasons beside the text, such as that the person must not be written to."""
    standing = list(before)
    stopping = [one for one in remarks if one.stops]
    reasons = [*standing, *(_sentence(one) for one in stopping)]
    return Ruling(not reasons, tuple(dict.fromkeys(reasons)), not standing and all(one.can_pass for one in stopping))


def _sentence(remark: Remark) -> str:
    return f"“{remark.shown}”: {remark.message}" if remark.phrase else remark.message


_HEAD, _TAIL = 60, 30


def _short(phrase: str) -> str:
    if len(phrase) <= _HEAD + _TAIL + 5:
        return phrase
    head, tail = phrase[:_HEAD], phrase[-_TAIL:]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
