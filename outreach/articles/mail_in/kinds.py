"""Whether a person answered, or a program did: headers and reports first, words only where they are sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.articles.mail_in import kind_words as known
from outreach.articles.mail_in.answer import Kind

_WORDS_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells the kind. `text`: the new words; `whole`: all words. `says_something`: they approve, ask or decline.

    Headers are as in the message, lower case, "" without one; `return_path` is "<>" for an empty one.
    """

    text: str
    whole: str = ""
    subject: str = ""
    sender: str = ""
    return_path: str = ""
    auto_submitted: str = ""
    precedence: str = ""
    suppress: str = ""
    autoreply_header: str = ""
    failed_recipients: str = ""
    list_header: str = ""
    content_class: str = ""
    report: str = ""
    actions: Sequence[str] = ()
    disposition: str = ""
    calendar: str = ""
    encrypted: bool = False
    says_something: bool = False
    has_more: bool = False


def kind_of_message(evidence: Evidence) -> tuple[Kind, str]:
    """The kind, and the reason in a sentence."""
    for rule in (_by_report, _by_calendar, _by_mail_system, _by_receipt, _by_header, _by_words, _by_content):
        found = rule(evidence)
        if found is not None:
            return found
    return "answer", "Somebody wrote this: no sign of an automatic message was found."


def _by_report(evidence: Evidence) -> tuple[Kind, str] | None:
    if not evidence.report and not evidence.actions:
        return None
    if evidence.disposition or "disposition" in evidence.report:
        if "deleted" in evidence.disposition:
            return "receipt", "A mail program reports that the message was deleted. That is no answer."
        return "receipt", "A mail program reports that the message was shown. That is no answer."
    if evidence.actions:
        return _by_actions(evidence.actions)
    if evidence.report == "feedback-report":
        return "automatic", "A mail service reports that the message was marked as unwanted."
    words = f"{evidence.subject}\n{evidence.whole[:_WORDS_MOST]}".casefold()
    if _has(words, known.DELAY_SUBJECT) or _has(words, known.DELAY_BODY):
        return "delay", "A mail system reports that the message has not arrived yet."
    return "bounce", "A mail system reports on the delivery of the message, and does not say that it arrived."


def _by_actions(actions: Sequence[str]) -> tuple[Kind, str]:
    if "failed" in actions:
        some = " to some of the recipients" if len(set(actions)) > 1 else ""
        return "bounce", f"A mail system reports that the message could not be delivered{some}."
    if "delayed" in actions:
        return "delay", "A mail system reports that the message has not arrived yet, and that it goes on trying."
    if set(actions) <= {"delivered", "relayed", "expanded"}:
        return "receipt", "A mail system reports that the message was delivered. That is no answer."
    return "bounce", "A mail system reports on the delivery of the message, in words that are not known here."


def _by_calendar(evidence: Evidence) -> tuple[Kind, str] | None:
    method, _, answer = evidence.calendar.partition(" ")
    subject = _without_prefix(evidence.subject)
    if method in ("reply", "counter", "declinecounter"):
        said = {"accepted": "accepted", "declined": "declined", "tentative": "accepted as tentative"}.get(
            answer, "answered"
        )
        return "automatic", f"A calendar reports that an appointment was {said}. That says nothing about the text."
    if method in ("request", "cancel", "add"):
        return "unclear", "This is a calendar's invitation or change, not an answer in words. Look at it yourself."
    if subject.startswith(known.CALENDAR_SUBJECT) and not evidence.says_something:
        return (
            "automatic",
            "The subject is that of a calendar's answer to an appointment. It says nothing about the text.",
        )
    return None


def _by_mail_system(evidence: Evidence) -> tuple[Kind, str] | None:
    subject, body = _without_prefix(evidence.subject), evidence.whole[:_WORDS_MOST].casefold()
    is_system = any(word in evidence.sender.casefold() for word in known.MAIL_SYSTEMS)
    is_system = is_system or bool(evidence.failed_recipients) or evidence.return_path == "<>"
    bounced, delayed = subject.startswith(known.BOUNCE_SUBJECT), subject.startswith(known.DELAY_SUBJECT)
    in_body, late_in_body = _has(body, known.BOUNCE_BODY), _has(body, known.DELAY_BODY)
    if is_system and subject.startswith(known.AUTOMATIC_SUBJECT):
        return None
    if delayed and (is_system or late_in_body):
        return "delay", "A mail system reports that the message has not arrived yet."
    if bounced and (is_system or in_body):
        return "bounce", "A mail system reports that the message did not arrive."
    if is_system and evidence.failed_recipients:
        return "bounce", "A mail system names the address that the message did not reach."
    if is_system and late_in_body and not _has(body, ("failed permanently", "permanent failure", "permanent error")):
        return "delay", "A mail system reports that the message has not arrived yet."
    if is_system and (in_body or _has(subject, known.BOUNCE_SUBJECT)):
        return "bounce", "A mail system reports that the message did not arrive."
    return _by_words_of_system(evidence, body)


def _by_words_of_system(evidence: Evidence, body: str) -> tuple[Kind, str] | None:
    """For text that was pasted without headers: several of a mail system's own phrases near its beginning."""
    if evidence.says_something:
        return None
    start = body[:1_200]
    bounced = sum(phrase in start for phrase in known.BOUNCE_BODY)
    delayed = sum(phrase in start for phrase in known.DELAY_BODY)
    if delayed >= 2:
        return "delay", "The words are those of a mail system: the message has not arrived yet."
    if bounced >= 2 or (
        bounced and delayed == 0 and _has(start, ("automated", "mail system", "mail delivery", "mailer-daemon"))
    ):
        return "bounce", "The words are those of a mail system: the message did not arrive."
    return None


def _by_receipt(evidence: Evidence) -> tuple[Kind, str] | None:
    subject, body = evidence.subject.casefold().strip(), evidence.whole[:_WORDS_MOST].casefold()
    in_body = _has(body, known.RECEIPT_BODY)
    is_receipt = subject.startswith(known.RECEIPT_SUBJECT) and (in_body or not evidence.text.strip())
    if is_receipt or (in_body and len(evidence.text) < 600 and body.lstrip(" >").startswith(_RECEIPT_STARTS)):
        return "receipt", "A mail program reports that the message was delivered or opened. That is no answer."
    return None


_RECEIPT_STARTS = (
    "your message", "this is a receipt", "this is a return receipt", "return receipt", "your mail", "the message",
    "ihre nachricht", "votre message", "su mensaje", "a sua mensagem", "sua mensagem", "il messaggio", "el mensaje",
)  # fmt: skip


def _by_header(evidence: Evidence) -> tuple[Kind, str] | None:
    subject = _without_prefix(evidence.subject)
    submitted = evidence.auto_submitted.split(";")[0].split("(")[0].strip()
    if submitted and submitted != "no":
        return "automatic", f'The message says of itself that a program sent it (Auto-Submitted: "{submitted[:40]}").'
    if evidence.autoreply_header or evidence.precedence in ("auto_reply", "auto-reply", "autoreply"):
        return "automatic", "A header of the message says that a program answered."
    if subject.startswith(known.AUTOMATIC_SUBJECT):
        return "automatic", "The subject is that of an automatic answer."
    weak = bool(evidence.suppress) or evidence.precedence in ("bulk", "junk") or evidence.return_path == "<>"
    if weak and _away_score(evidence.text) >= 1:
        return "automatic", "The headers and the words are those of an automatic answer."
    if (weak or evidence.list_header) and not evidence.says_something:
        return "unclear", "The headers are those of a mailing or a program, and the words do not settle it."
    return None


def _by_words(evidence: Evidence) -> tuple[Kind, str] | None:
    score = _away_score(evidence.text)
    if score >= 3 and not evidence.says_something:
        return "automatic", "The words are those of an automatic answer, such as one sent while somebody is away."
    if score >= 3:
        return None
    if score == 2 and not evidence.says_something:
        return "unclear", "The words may be those of an automatic answer. Look at them yourself."
    return None


def _by_content(evidence: Evidence) -> tuple[Kind, str] | None:
    if evidence.text.strip():
        return None
    if evidence.encrypted:
        return "unclear", "The message is encrypted or sealed, so its words were not read. Ask for it in plain text."
    if evidence.has_more:
        return (
            "unclear",
            "No new words were found above or between what was quoted or attached. Look at those yourself.",
        )
    return "unclear", "The message holds no words."


def _away_score(text: str) -> int:
    """3 for a phrase that only absence notes have near their beginning, 1 for each that they often have, at most 5."""
    low = " ".join(text[:_WORDS_MOST].casefold().split())
    start = low[:400]
    sure = 3 if _has(start, known.AWAY_SURE) else 1 if _has(low, known.AWAY_SURE) else 0
    return min(sure + sum(phrase in low for phrase in known.AWAY_MAYBE), 5)


def _has(text: str, phrases: Sequence[str]) -> bool:
    return any(phrase in text for phrase in phrases)


def _without_prefix(subject: str) -> str:
    """The subject in lower case, without marks of mail systems and "Re:" before it."""
    low = subject.casefold().strip()
    for _ in range(4):
        shorter = low.removeprefix("[external]").removeprefix("[ext]").removeprefix("external:").strip()
        shorter = shorter.removeprefix("re:").removeprefix("aw:").removeprefix("***spam***").strip()
        if shorter == low:
            break
        low = shorter
    return low
