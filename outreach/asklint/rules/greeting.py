"""Name and title of the reader, right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.asklint.address import Address, Reader, address_of, is_doctor_title, is_plain_title
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Example, Hit, Kind, Known, Rule, Severity
from outreach.folding import fold

_NOBODY = re.compile(
    r"^(?:to whom|sirs?\b|madam|ma'am|dear sirs?|gentlem|ladies|sir or|sir/|sir and|madam or|hiring|recipient"
    r"|whoever|whom|valued|fellow|colleagues?\b"
    r"|friends?\b|all\b|team\b|there\b|folks|everyone|everybody|leaders?\b|leadership\b|executives?\b"
    r"|administrators?\b|administration|office\b|staff\b"
    r"|editors?\b|members?\b|readers?\b|professionals?\b|head of|person in|responsible|manager|management|mr "
    r"president|madam president|honou?red|the )",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:officer|president|ceo|cno|coo|cfo|cmo|executive|director|administrator|chair|nurse|vice)\b", re.IGNORECASE
)
_TEMPLATE = re.compile(r"[{}\[\]<>_%$]|\bX{2,}\b")
_RIGHT = "{right}"
"""Stands in a message for the right greeting, which is only put together where something is wrong."""
_FRIENDLY = ("hey", "hiya", "howdy")
_OFFICES = frozenset(
    "commissioner dean chancellor secretary senator governor mayor judge justice ambassador surgeon".split()
)
"""Offices whose holders are greeted by them alone."""
_LETTERS = frozenset(Kind) - {Kind.PHONE_SCRIPT, Kind.LINKEDIN_NOTE, Kind.OTHER}
_TO_ASSISTANT = (Kind.ASSISTANT_REQUEST, Kind.OTHER)
"""Kinds whose reader may be somebody else than the person whom Known is about."""


def _find(reading: Reading) -> Iterator[Hit]:
    greeting = reading.parts.greeting
    if greeting is None:
        if reading.kind in _LETTERS and reading.body:
            first = reading.body[0].words[:3]
            start = reading.body[0].start
            end = first[-1].end if first else reading.body[0].end
            yield Hit(start, end, f"There is no greeting. Begin with “{_right(reading)}”.", Severity.WARN)
        return
    text = reading.text[greeting.start : greeting.end]
    if _TEMPLATE.search(text):
        return
    problem = _problem(reading, address_of(text), text)
    if problem:
        problem = problem.replace(_RIGHT, f"Write “{_right(reading)}”.")
        left = len(text) - len(text.lstrip())
        yield Hit(greeting.start + left, greeting.start + len(text.rstrip()), problem)


def _right(reading: Reading) -> str:
    return Reader(reading.known).right if reading.known.person else "Dear Dr. Surname,"


def _problem(reading: Reading, address: Address, text: str) -> str:
    """What is wrong with a greeting, in a sentence; "" where nothing is."""
    known = reading.known
    if known.greeted_as and fold(known.greeted_as) in fold(text):
        return ""
    right = _RIGHT
    is_named = bool(fold(known.person)) and fold(known.person) in fold(text)
    if (_NOBODY.match(address.text) and not is_named) or text.strip().lower().startswith("to whom") or not address.text:
        return f"This greets nobody by name. {right}"
    if not address.names:
        return f"The name is missing. {right}"
    if not known.person or _is_to_another(reading, address):
        return ""
    reader = Reader(known)
    return (
        _of_name(reader, address, right)
        or _of_title(reader, address, right)
        or _of_nearness(reading, reader, address, right)
    )


def _is_to_another(reading: Reading, address: Address) -> bool:
    """Whether the greeting is for the assistant, which Known says nothing about."""
    assistant = fold(reading.circumstances.assistant).split()
    if any(name in assistant for name in address.names):
        return True
    return reading.kind in _TO_ASSISTANT and not set(address.names) & set(Reader(reading.known).words)


def _of_name(reader: Reader, address: Address, right: str) -> str:
    posts = set(fold(reader.known.title).split()) - set(reader.words)
    said = [name for name in address.names if name not in ("and", "or") and name not in posts]
    if not said and len(address.names) == 1 and address.names[0] in _OFFICES:
        return ""
    mine = [name for name in said if name in reader.words]
    if "and" in address.names and set(reader.surname) <= set(said):
        return ""
    if not mine:
        if _POST.search(address.text):
            return f"This greets a post, not a person. {right}"
        return f"This is not the name that is recorded, {reader.known.person}. {right}"
    strange = [name for name in said if name not in reader.words]
    if strange and not _is_nickname_between(address.text):
        return f"“{strange[0].title()}” is not part of the recorded name, {reader.known.person}. {right}"
    order = tuple(name for name in said if name in reader.surname)
    if set(order) == set(reader.surname) and order != reader.surname and len(order) == len(reader.surname):
        return f"The parts of the surname stand in another order. {right}"
    halves = set(reader.surname) & set(said)
    if halves and halves != set(reader.surname) and not _is_particle_only(reader, halves):
        return f"This is half of the surname. {right}"
    return _of_spelling(reader, address, right)


def _is_nickname_between(text: str) -> bool:
    return bool(re.search(r"[\"“(][^\"”)]{2,20}[\"”)]", text))


def _is_particle_only(reader: Reader, halves: set[str]) -> bool:
    """ "Berg" for "van der Berg": wrong in some families, usual in others."""
    return reader.surname[-1] in halves and "-" not in reader.known.person


def _of_spelling(reader: Reader, address: Address, right: str) -> str:
    """Marks on letters are part of a name."""
    recorded = {fold(word): word for word in re.split(r"[\s,\-]+", reader.known.person)}
    for word in re.split(r"[\s,\-]+", address.text):
        owner = recorded.get(fold(word.strip(".:;!'’")), "")
        if owner and owner.lower() != word.strip(".:;!").lower() and len(owner) > 1:
            return f"The name is spelled “{owner}”. {right}"
    return ""


def _of_title(reader: Reader, address: Address, right: str) -> str:
    title = next((word for word in address.titles if is_doctor_title(word) or is_plain_title(word)), "")
    known = reader.known
    if not title:
        return ""
    if known.honorific is not None:
        wanted = fold(known.honorific)
        same = wanted == title or {wanted, title} <= {"dr", "doctor"}
        return "" if same else f"They use {known.honorific or 'no title'}. {right}"
    if is_plain_title(title) and reader.is_doctor:
        return f"{known.person} has a doctorate: {', '.join(known.credentials)}. {right}"
    if is_doctor_title(title) and reader.is_doctor is False:
        return f"No doctorate is recorded for {known.person} ({', '.join(known.credentials)}). {right}"
    if (reader.seems == "she" and title in ("mr", "mister")) or (
        reader.seems == "he" and title in ("ms", "mrs", "miss")
    ):
        return f"The confirmed facts say “{reader.seems}”. {right}"
    return ""


def _of_nearness(reading: Reading, reader: Reader, address: Address, right: str) -> str:
    said = [name for name in address.names if name in reader.words]
    is_first_only = bool(said) and not set(said) & set(reader.surname)
    if address.titles and is_first_only and len(reader.words) > 1:
        return f"A title goes with the surname. {right}"
    if address.opener in _FRIENDLY and not reading.circumstances.has_met:
        return f"“{address.opener.title()}” is for friends. {right}"
    posts = set(fold(reader.known.title).split()) - set(reader.words)
    if address.titles or posts & set(address.names) or reading.circumstances.has_met or reading.circumstances.is_reply:
        return ""
    if is_first_only and len(reader.words) > 1:
        return f"A first name alone is too near for somebody you do not know. {right}"
    if len(reader.words) > 1 and not set(said) - set(reader.surname):
        return f"A surname alone is curt. {right}"
    return ""


_OYELARAN = Known(person="Marguerite Oyelaran", credentials=("MD", "MBA"), title="Chief Medical Officer")
_ROA = Known(person="Tomás Quintero-Vale", credentials=("MHA",), title="President")
_CHIEF = Known(person="Ruth Blackfeather", credentials=("MSN",), greeted_as="Chief Blackfeather")
_HER = Known(person="Ines Halloran", credentials=("MBA",), facts=("Her Front Porch program opened in 2022.",))


def _letter(greeting: str, known: Known = _OYELARAN, kind: Kind = Kind.INTERVIEW_REQUEST, **more: object) -> Example:
    return Example(f"{greeting}\n\nMay I interview you?\n\nJo Park", kind, known, Circumstances(**more))  # type: ignore[arg-type]


RULES = (
    Rule(
        "salutation",
        Severity.BLOCK,
        "The greeting is not right. Greet them by the name and the title that they use.",
        "A wrong name or title is read before all else, and often instead of it.",
        (
            "Product design, R14: names, titles, credentials right; ux.md, section 8: names exactly as their owner "
            "writes them."
        ),
        _find,
        bad=(
            _letter("Dear Mr. Oyelaran,"),
            _letter("Hi Marguerite,"),
            _letter("Dear Dr. Marguerite,"),
            _letter("Dear Dr. Oyelarin,"),
            _letter("Dear Sir or Madam:"),
            _letter("To whom it may concern,"),
            _letter("Dear Dr. Quintero,", _ROA),
            _letter("Dear Mr. Quintero,", _ROA),
            _letter("Dear Dr. Quintero-Vale,", _ROA),
            _letter("Dear Mr. Tomas Quintero-Vale,", _ROA),
            _letter("Dear Ms. Blackfeather,", Known(person="Ruth Blackfeather", honorific="Dr.")),
            _letter("Dear Chief Medical Officer,"),
            _letter("Hey Dr. Oyelaran!"),
            _letter("Dear Oyelaran,"),
            _letter("Hi there,"),
            _letter("Dear Mr. Halloran,", _HER),
            Example("I am writing an article.\n\nSincerely,\nJo Park", known=_OYELARAN),
        ),
        good=(
            _letter("Dear Dr. Oyelaran,"),
            _letter("Dear Marguerite Oyelaran,"),
            _letter("Good morning, Dr. Oyelaran,"),
            _letter("Dear Dr. Marguerite Oyelaran, MD, MBA:"),
            _letter("Dear Mr. Quintero-Vale,", _ROA),
            _letter("Dear Chief Blackfeather,", _CHIEF),
            _letter("Dear Ms. Halloran,", _HER),
            _letter("Hi Marguerite,", has_met=True),
            _letter("Dear Ms. Duarte,", assistant="Paula Duarte"),
            _letter("Dear Ms. Duarte,", kind=Kind.ASSISTANT_REQUEST),
            Example("Dr. Oyelaran, I am writing an article on night staffing.", Kind.LINKEDIN_NOTE, _OYELARAN),
            Example("I am writing an article on night staffing.", Kind.PHONE_SCRIPT, _OYELARAN),
        ),
    ),
)  # fmt: skip
