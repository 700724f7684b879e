"""What the lint command reads: a draft, a batch of drafts, a dossier. Each fault becomes one clear sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from outreach.asklint.types import Circumstances, Kind, Known, Message

LONGEST_DRAFT = 100_000
"""Characters; a letter has some thousand, and an article is no letter."""
LARGEST_DOSSIER = 20_000_000
"""Bytes; a saved dossier of two hundred files has some ten million."""
_LARGEST_DRAFT = 4 * LONGEST_DRAFT
_MOST_FACTS = 5_000


class BadInput(Exception):
    """What cannot be read, and why, in a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a batch: its id, and the message or what is wrong with it."""

    number: int
    id: object
    message: Message | None
    error: str = ""


def kind_of(word: object) -> Kind:
    """The kind that a word names. Raises: BadInput, listing the kinds."""
    try:
        return Kind(str(word))
    except ValueError:
        kinds = ", ".join(kind.value for kind in Kind)
        raise BadInput(f"{_shown(word)} is no kind of message. The kinds are: {kinds}.") from None


def read_text(path: Path, largest: int = _LARGEST_DRAFT) -> str:
    """A file's text. Raises: BadInput where it is missing, too large or no text in UTF-8."""
    try:
        with path.open("rb") as file:
            body = file.read(largest + 1)
    except OSError as error:
        raise BadInput(f"{path.name or path} cannot be read: {error.strerror or error}.") from error
    if len(body) > largest:
        raise BadInput(f"{path.name} is larger than {largest:,} bytes; nothing of it was checked.")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path.name} is not text in UTF-8; nothing of it was checked.") from error


def read_draft(path: Path) -> str:
    """The text of a draft, its line ends as they are. Raises: BadInput."""
    return checked_text(read_text(path), path.name)


def checked_text(text: object, name: str) -> str:
    """The text itself if it can be checked. Raises: BadInput, beginning with the name."""
    if not isinstance(text, str):
        raise BadInput(f"{name}: the text is missing, or is no text.")
    if not text.strip():
        raise BadInput(f"{name} is empty: there is nothing to check.")
    if len(text) > LONGEST_DRAFT:
        raise BadInput(f"{name} has {len(text):,} characters; a message of up to {LONGEST_DRAFT:,} is checked.")
    if "\x00" in text:
        raise BadInput(f"{name} has a NUL character in it, so it is no text; save it as plain text.")
    return text


def read_dossier(path: Path) -> Known:
    """What a dossier file confirms: of the small shape, or one that `python -m research ... --save` wrote.

    Raises: BadInput.
    """
    try:
        data = json.loads(read_text(path, LARGEST_DOSSIER))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path.name} is no dossier: it is not JSON.") from error
    try:
        return known_of(data)
    except BadInput as error:
        raise BadInput(f"{path.name}: {error}") from error


def known_of(data: object) -> Known:
    """What a dossier confirms, from its JSON. Raises: BadInput."""
    if not isinstance(data, Mapping):
        raise BadInput("the dossier is no JSON object.")
    if "format" in data and "claims" in data:
        return _of_saved(data)
    facts = _texts(data, "facts")
    if len(facts) > _MOST_FACTS:
        raise BadInput(f"the dossier has {len(facts):,} facts; up to {_MOST_FACTS:,} are read.")
    honorific = data.get("honorific")
    return Known(
        person=_word(data, "person"),
        credentials=_texts(data, "credentials"),
        title=_word(data, "title"),
        organization=_word(data, "organization"),
        facts=facts,
        honorific=honorific if isinstance(honorific, str) else None,
        greeted_as=_word(data, "greeted_as"),
        programs=_texts(data, "programs"),
        contested=_texts(data, "contested"),
    )


def _word(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise BadInput(f'"{key}" of the dossier has to be a text.')
    return value or ""


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadInput(f'"{key}" of the dossier has to be a list of texts.')
    return tuple(value)


def _of_saved(data: Mapping[str, Any]) -> Known:
    """From a dossier of the research engine: settled and single facts are confirmed, disputed ones contested."""
    from research.dossier_json import from_dict
    from research.errors import InputError

    try:
        dossier = from_dict(data)
    except InputError as error:
        raise BadInput(str(error)) from error
    from research.present_post import current_post

    post = current_post(dossier)
    query = dossier.query
    sentences = [(fact.standing, _sentence(fact, query.name)) for fact in dossier.facts[:_MOST_FACTS]]
    return Known(
        person=query.name if query.kind == "person" else "",
        credentials=tuple(str(fact.value) for fact in dossier.about("person", "credential")),
        title=str(post.value) if post else "",
        organization=post.organization if post and post.organization else query.organization,
        facts=tuple(sentence for standing, sentence in sentences if standing != "disputed"),
        programs=tuple(str(fact.value) for fact in dossier.about("person", "program")),
        contested=tuple(sentence for standing, sentence in sentences if standing == "disputed"),
    )


def _sentence(fact: Any, person: str) -> str:
    """A fact as a sentence: who, what kind of fact, its value, where and when, and the words it was read in."""
    from research.vocabulary import PREDICATES

    predicate = PREDICATES.get(fact.predicate)
    said = f"{predicate.label if predicate else fact.predicate}: {fact.value}"
    whose = f"{person}: " if fact.subject == "person" else ""
    where = f", {fact.organization}" if fact.organization else ""
    since = f", from {fact.start}" if fact.start else ""
    until = f", until {fact.end}" if fact.end else ""
    quote = next((claim.citation.quote for claim in fact.claims if claim.citation.quote), "")
    return f"{whose}{said}{where}{since}{until}. {quote}".strip()


def batch_lines(path: Path) -> Iterator[Line]:
    """The drafts of a list, one JSON object a line; a line that cannot be read says why and the rest goes on.

    Raises: BadInput for the file as a whole.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise BadInput(f"{path.name or path} cannot be read: {error.strerror or error}.") from error
    with file:
        for number, raw in enumerate(_raw_lines(file), 1):
            if raw.strip():
                yield _batch_line(number, raw)


def _raw_lines(file: Any) -> Iterator[bytes]:
    """Lines of any length; of one that is too long only the beginning is kept."""
    while raw := file.readline(LARGEST_DOSSIER):
        while not raw.endswith(b"\n") and len(raw) >= LARGEST_DOSSIER and (more := file.readline(LARGEST_DOSSIER)):
            raw = raw[:LARGEST_DOSSIER] + b"\n" if more.endswith(b"\n") else raw
        yield raw


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


def _batch_line(number: int, raw: bytes) -> Line:
    try:
        item = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        return Line(number, None, None, f"Line {number} is not JSON; the other lines were checked.")
    if not isinstance(item, Mapping):
        return Line(number, None, None, f"Line {number} is no JSON object; the other lines were checked.")
    try:
        return Line(number, item.get("id"), message_of(item))
    except BadInput as error:
        return Line(number, item.get("id"), None, f"Line {number}: {error}")


def message_of(item: Mapping[str, Any]) -> Message:
    """The message that an object of a batch holds: "kind", "text", "dossier", "today". Raises: BadInput.

    A kind that is not known is checked as "other", so that a list of other people's drafts gets through.
    """
    text = checked_text(item.get("text"), "the draft")
    dossier = item.get("dossier")
    known = known_of(dossier) if dossier is not None else Known()
    today = day_of(item.get("today"))
    return Message(
        Kind.of(str(item.get("kind", Kind.INTERVIEW_REQUEST.value))), text, known, Circumstances(today=today)
    )


def day_of(word: object) -> date | None:
    """A day written "2026-05-04"; None for nothing. Raises: BadInput."""
    if not word:
        return None
    try:
        return date.fromisoformat(str(word))
    except ValueError:
        raise BadInput(f"{_shown(word)} is no day; write it like 2026-05-04.") from None


def _shown(word: object) -> str:
    return f"“{str(word)[:60]}”"
