"""The values that pass between the parts of the check. All are frozen; offsets count characters of `Message.text`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from outreach.asklint.reading import Reading

SourceReview = Literal["whole", "quotes and facts", "none"]


class Severity(StrEnum):
    """How grave a finding is. On the screen: must fix, look again, good to know."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


class Kind(StrEnum):
    """What a message is for. Rules name the kinds that they are about; other words are read as OTHER."""

    INTERVIEW_REQUEST = "interview-request"
    ASSISTANT_REQUEST = "assistant-request"
    PHONE_SCRIPT = "phone-script"
    LINKEDIN_NOTE = "linkedin-note"
    THANK_YOU = "thank-you"
    CONFIRMATION = "confirmation"
    APPROVAL_REQUEST = "approval-request"
    REMINDER = "reminder"
    CLOSING_NOTE = "closing-note"
    FOLLOW_UP = "follow-up"
    CONDOLENCE = "condolence"
    ADVICE_REPORT = "advice-report"
    PUBLISHED_NOTE = "published-note"
    OTHER = "other"

    @classmethod
    def of(cls, word: str) -> Kind:
        """The kind that a word names, in any letters ("LinkedIn_note", "Thank-you note"); OTHER where it names none."""
        plain = "-".join(word.lower().replace("_", " ").replace("-", " ").split())
        return _KINDS.get(plain) or _KINDS.get(plain.removesuffix("-note").removesuffix("-message"), cls.OTHER)


# Other words that people call a kind by.
_KINDS = {kind.value: kind for kind in Kind} | {
    other: kind
    for kind, others in {
        Kind.INTERVIEW_REQUEST: "interview request interview-letter request-letter letter email outreach",
        Kind.ASSISTANT_REQUEST: "assistant note-to-assistant assistant-letter executive-assistant letter-to-assistant",
        Kind.PHONE_SCRIPT: "phone call call-script telephone telephone-script phone-call voicemail voice-mail",
        Kind.LINKEDIN_NOTE: "linkedin linkedin-request linkedin-invitation connection connection-request",
        Kind.THANK_YOU: "thanks thankyou thank-you-letter thank-you-email",
        Kind.CONFIRMATION: "confirm confirmation-letter confirmation-email",
        Kind.APPROVAL_REQUEST: "approval approve draft-approval request-for-approval review-request",
        Kind.REMINDER: "reminders nudge",
        Kind.CLOSING_NOTE: "closing close-out closing-letter",
        Kind.FOLLOW_UP: "followup follow-up-letter follow-up-email",
        Kind.CONDOLENCE: "condolences condolence-letter sympathy",
        Kind.ADVICE_REPORT: "advice report-on-advice",
        Kind.PUBLISHED_NOTE: "published publication publication-note",
    }.items()
    for other in others.split()
}


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no place in a text: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Known:
    """What is confirmed of the person written to, and of the place that they lead.

    `facts` are sentences, each confirmed. `honorific` is what the person uses ("Dr.", "Ms.", "" for none); None where
    it is not recorded. `greeted_as` is a recorded form of address that wins over all others ("Chief Ortiz", "Maria").
    `contested` are sentences that sources disagree about: nothing may rest on them. `leader` is whom the facts are
    about, in a letter to who keeps their calendar; `pronouns` are the leader's as recorded ("she/her"), "" where they
    are not. `other_names` are names and forms of address that a text may use beside all these: words, no facts.
    """

    person: str = ""
    credentials: tuple[str, ...] = ()
    title: str = ""
    organization: str = ""
    facts: tuple[str, ...] = ()
    honorific: str | None = None
    greeted_as: str = ""
    programs: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    leader: str = ""
    pronouns: str = ""
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else is known when a message leaves. None or empty means: not known, and rules about it keep silent."""

    sender: str = ""
    sender_organization: str = ""
    project: str = ""
    venue: str = ""
    source_review: SourceReview | None = None
    assistant: str = ""
    has_met: bool | None = None
    introduced_by: tuple[str, ...] = ()
    earlier_messages: tuple[str, ...] = ()
    is_reply: bool = False
    today: date | None = None
    leaves_at: datetime | None = None
    """In the reader's own time zone."""
    holidays: tuple[date, ...] = ()
    unreleased: tuple[str, ...] = ()
    """Sentences that hold figures which are not public yet."""
    said_in_interview: tuple[str, ...] = ()
    """Notes and exact words of the interview that a thank-you note is about."""


@dataclass(frozen=True, slots=True)
class Message:
    """The whole outgoing bundle as one text: `Subject:` and `Attachment:` lines, greeting, body, signature."""

    kind: Kind
    text: str
    known: Known = Known()
    circumstances: Circumstances = Circumstances()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: `text` are the characters from `start` to `end` of the message's text."""

    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a rule's check points at; own words or another severity than the rule's where the case asks it."""

    start: int
    end: int
    message: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must (bad) or must not (good) find something in, with what is known when it is read."""

    text: str
    kind: Kind = Kind.INTERVIEW_REQUEST
    known: Known = Known()
    circumstances: Circumstances = Circumstances()


Check = Callable[["Reading"], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as data. `id` is stable; `source` is where the rule comes from; each example is a case of its test.

    `kinds` are the messages it is about, all if empty. `bad` and `good` are texts, or Examples where more has to be
    known.
    """

    id: str
    severity: Severity
    message: str
    why: str
    source: str
    check: Check
    bad: tuple[str | Example, ...]
    good: tuple[str | Example, ...]
    kinds: frozenset[Kind] = frozenset()
