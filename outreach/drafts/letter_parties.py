"""The user and those who are written to or about, as ready words: greeting, name, signature."""

from __future__ import annotations

from outreach.drafts.letter_facts import voice_of
from outreach.drafts.letter_grammar import clean, listed, possessive, with_the
from outreach.drafts.letter_people import Named, named
from outreach.drafts.letter_programs import Voice
from outreach.drafts.letter_telling import unfinished
from outreach.drafts.letter_values import Assistant, Reader, Sender

NEW_LINE = "\x1e"
"""Stands for the end of a line inside a value: lines of a letter file are joined to paragraphs, these stay."""


def _or(words: str, hint: str) -> str:
    return words or unfinished(hint)


class SenderWords:
    """The user."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def name(self) -> str:
        """ "Priya Raman"."""
        return _or(clean(self._sender.name), "your name")

    @property
    def post(self) -> str:
        """ "Operations Coordinator at Lakeshore Community Hospital"; "" where neither is known."""
        title, house = clean(self._sender.title), with_the(clean(self._sender.organization))
        return f"{title} at {house}" if title and house else title or house

    @property
    def introduced(self) -> str:
        """ "I am Priya Raman, Operations Coordinator at Lakeshore Community Hospital"."""
        title, house = clean(self._sender.title), with_the(clean(self._sender.organization))
        if title:
            return f"I am {self.name}, {self.post}"
        return f"I am {self.name} from {house}" if house else f"I am {self.name}"

    @property
    def spoken(self) -> str:
        """ "Priya Raman, Operations Coordinator at Lakeshore Community Hospital", as on the telephone."""
        return self.introduced.removeprefix("I am ")

    @property
    def signature(self) -> str:
        """Name with degrees, title and place, ways to answer: a line each, below the closing words."""
        own = self._sender
        name = ", ".join([self.name, *(clean(one) for one in own.credentials if clean(one))])
        post = ", ".join(part for part in (clean(own.title), clean(own.organization)) if part)
        ways = " · ".join(part for part in (clean(own.phone), clean(own.email)) if part)
        return NEW_LINE + NEW_LINE.join(part for part in (name, post, ways) if part)

    @property
    def reached(self) -> str:
        """ "at (555) 555-0142 or priya@lakeshore.example"."""
        ways = listed([part for part in (clean(self._sender.phone), clean(self._sender.email)) if part], "or")
        return f"at {_or(ways, 'your telephone number or e-mail address')}"


class PersonWords:
    """Somebody who is written to or about: the leader, or who keeps the calendar."""

    def __init__(self, person: Reader | Assistant) -> None:
        self._person = person
        self._named: Named = named(
            person.name, person.family_name, person.addressed_as, person.honorific, person.pronouns, person.credentials
        )

    @property
    def greeting(self) -> str:
        """What stands behind "Dear": "Dr. Oyelaran", "Marisol Núñez-Łukasik"; an office by its name."""
        if isinstance(self._person, Assistant) and self._person.is_office:
            return _or(clean(self._person.name), "the name")
        return _or(self._named.called, "the name")

    @property
    def name(self) -> str:
        """In a sentence to others: "Dr. Oyelaran"; who is greeted by the first name is told of by the whole name."""
        is_office = isinstance(self._person, Assistant) and self._person.is_office
        return with_the(clean(self._person.name)) if is_office else _or(self._named.in_text, "the name")

    @property
    def name_first(self) -> str:
        """The same at the beginning of a sentence."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def voice(self) -> Voice:
        """The voice that tells of them."""
        pronoun = self._named.pronoun
        return voice_of(self.name, self._named.full, pronoun if pronoun in ("she", "he") else "")

    @property
    def whose(self) -> str:
        """ "Dr. Oyelaran's"."""
        return possessive(self.name)

    @property
    def full(self) -> str:
        """The whole name without degrees."""
        return _or(self._named.full, "the name")

    @property
    def they(self) -> str:
        """ "she", "he", "they"."""
        return self._named.pronoun

    @property
    def their(self) -> str:
        """ "her", "his", "their"."""
        return self._named.their

    @property
    def them(self) -> str:
        """ "her", "him", "them"."""
        return self._named.them

    @property
    def organization(self) -> str:
        """ "Mercy Hollow Hospital", "the University of Vale"; "" where it is not known."""
        return with_the(clean(getattr(self._person, "organization", "")))
