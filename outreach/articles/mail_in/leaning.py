"""What an answer seems to say: a proposal with the sentence it rests on, which a person confirms. Never a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from outreach.articles.mail_in.answer import MailAnswer, Pair
from outreach.articles.mail_in.change_requests import ChangeRequest, change_requests, sentences
from outreach.articles.mail_in.leaning_words import Signal, signal_of

Verdict = Literal["approved", "changes", "declined", "unclear"]

TEXT_MOST = 60_000
"""Characters of an answer that are weighed: ten times a long letter."""

_GREETING = re.compile(
    r"(?:hi|hello|dear|good (?:morning|afternoon|evening)|hola|estimad[oa]s?|bonjour|hallo|guten (?:tag|morgen)"
    r"|liebe[r]?|sehr geehrte[r]?|olá|prezad[oa]s?|car[oa]s?|cher|chère)\b[^.!?\n]{0,60}[,:!]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Leaning:
    """A proposal. `sentence` is what it rests on, to the letter, "" for nothing; `reason` says why, in a sentence.

    `whose` names who wrote the sentence when it stands in a message that somebody else forwarded, else "".
    """

    verdict: Verdict
    sentence: str
    reason: str
    requests: tuple[ChangeRequest, ...] = ()
    whose: str = ""


def leaning_of(answer: MailAnswer) -> Leaning:
    """What the answer seems to say. What no person wrote says nothing; a forwarded message speaks when its bearer
    does not.
    """
    if answer.kind != "answer" and not (answer.kind == "unclear" and answer.earlier):
        return Leaning("unclear", "", f"Nobody's answer to weigh. {answer.reason}")
    own = propose(answer.text, answer.pairs)
    if own.sentence or own.requests:
        return own
    forwarded = next((message for message in answer.earlier if message.forwarded and message.text.strip()), None)
    if forwarded is None:
        return own
    inner = propose(forwarded.text)
    whose = forwarded.from_name or forwarded.from_address or "somebody who is not named"
    return Leaning(
        inner.verdict, inner.sentence, f"In a forwarded message from {whose}. {inner.reason}", inner.requests, whose
    )


def propose(text: str, pairs: Sequence[Pair] = ()) -> Leaning:
    """What the new words of an answer seem to say, with the changes they ask for."""
    text = text[:TEXT_MOST]
    requests = change_requests(text, pairs)
    said = [(signal_of(sentence), sentence) for sentence in sentences(text) if not _GREETING.fullmatch(sentence)]
    return _weighed(said, requests)


def _weighed(said: Sequence[tuple[Signal, str]], requests: tuple[ChangeRequest, ...]) -> Leaning:
    first: dict[Signal, str] = {}
    for signal, sentence in said:
        first.setdefault(signal, sentence)
    sure = next((request for request in requests if request.sure), None)
    if "declines" in first:
        return _declining(first, requests)
    if "changes" in first or sure:
        rests = first.get("changes") or (sure.words if sure else "")
        return Leaning("changes", rests, "They ask for a change of the text.", requests)
    if "approves" in first:
        return _approving(first, requests)
    if "waits" in first:
        return Leaning("unclear", first["waits"], "They have not decided yet, or wait for somebody.", requests)
    if "doubts" in first:
        return Leaning(
            "unclear", first["doubts"], "They are not sure, or say it in words that leave it open.", requests
        )
    if requests:
        return Leaning(
            "unclear", requests[0].words, "They list points without saying whether to change the text.", requests
        )
    return Leaning("unclear", "", "No sentence was found that approves, declines or asks for a change.", requests)


def _declining(first: dict[Signal, str], requests: tuple[ChangeRequest, ...]) -> Leaning:
    if "approves" in first:
        return Leaning("unclear", first["declines"], "They seem to decline and to approve. Read it yourself.", requests)
    if "waits" in first:
        return Leaning(
            "unclear", first["declines"], "They seem to decline, or only not to agree yet. Read it yourself.", requests
        )
    if "changes" in first:
        return Leaning(
            "unclear", first["declines"], "They seem to decline, and also ask for changes. Read it yourself.", requests
        )
    return Leaning("declined", first["declines"], "They say that they do not agree to it.", requests)


def _approving(first: dict[Signal, str], requests: tuple[ChangeRequest, ...]) -> Leaning:
    if "waits" in first:
        return Leaning(
            "unclear", first["waits"], "They speak well of it, and have not decided or wait for somebody.", requests
        )
    other = first.get("doubts") or first.get("remarks") or (requests[0].words if requests else "")
    if other:
        return Leaning(
            "unclear", other, "They seem to approve, and say more that may limit it. Read it yourself.", requests
        )
    return Leaning("approved", first["approves"], "They say that the text may appear as it is.", requests)
