"""What a letter is written for, as ready words: what is made, for whom, the wish, the subject, the promises."""

from __future__ import annotations

import re

from outreach.drafts.letter_grammar import a, clause, clean, program_name, sentence, with_the
from outreach.drafts.letter_parties import PersonWords
from outreach.drafts.letter_phrases import quoted
from outreach.drafts.letter_telling import about_them, unfinished
from outreach.drafts.letter_values import ProgramBrief, ProjectBrief

_MAKING = {
    "article": ("writing", "article"),
    "paper": ("writing", "paper"),
    "podcast": ("preparing", "podcast episode"),
    "improvement": ("working on", "improvement project"),
}
"""Kind of a project -> how one works on it, and what it is called."""

_PERIODICALS = frozenset(
    """
    newsletter newsletters newspaper bulletin journal gazette digest quarterly letter record herald tribune chronicle
    courier dispatch register sentinel monitor observer blog podcast series seminar webinar symposium
    """.split()
)
"""Words that say what a venue is: its name has "the" before it inside a sentence."""

_MAGAZINES = frozenset("magazine review report news update notes brief".split())
"""Words that end names without "the" ("Trustee magazine"), and others with it ("the chapter magazine")."""

_HOUSES = frozenset(
    """
    chapter association society hospital alumni staff member members department division college school program
    student regional company employee
    """.split()
)


class ProjectWords:
    """What is written, for whom, and what may be promised."""

    def __init__(self, project: ProjectBrief, program: ProgramBrief | None, reader: PersonWords) -> None:
        self._project, self._program, self._reader = project, program, reader
        self._doing, self._piece = _MAKING.get(project.kind, _MAKING["article"])

    @property
    def piece(self) -> str:
        """ "article", "podcast episode"."""
        return self._piece

    @property
    def text(self) -> str:
        """What can be read in the end: "article", "podcast episode", "summary" of an improvement project."""
        return "summary" if self._piece == "improvement project" else self._piece

    @property
    def topic(self) -> str:
        """ "heart-failure discharges in smaller hospitals"."""
        title = clean(self._project.title)
        return clause(clean(self._project.topic)) or (f"“{title}”" if title else unfinished("say what it is about"))

    @property
    def venue(self) -> str:
        """ "our chapter newsletter", "Healthcare Executive"; "" where it is not known."""
        return _venue(clean(self._project.venue))

    @property
    def making(self) -> str:
        """ "writing an article on heart-failure discharges in smaller hospitals for our chapter newsletter"."""
        venue = clean(self._project.venue)
        if self._is_piece(venue):
            return f"{self._doing} {clause(venue)} on {self.topic}"
        aim = self.venue or clause(clean(self._project.readers))
        if self.piece == "improvement project":
            return f"{self._doing} {a(self.piece)} about {self.topic}" + (f" for {aim}" if aim else "")
        return (
            f"{self._doing} {a(self.piece)} for {aim or unfinished('say for which venue or readers')} on {self.topic}"
        )

    @staticmethod
    def _is_piece(venue: str) -> bool:
        """Whether the venue is itself what is written: "A class paper", "A LinkedIn article"."""
        return venue[:2].lower() == "a " or venue[:3].lower() == "an "

    @property
    def opening(self) -> str:
        """The first sentence: "I am writing an article on ... for ..."."""
        return sentence(f"I am {self.making}")

    @property
    def about(self) -> str:
        """What the interview is about: the program if one is named, else the topic."""
        return program_name(clean(self._program.name)) if self._program and clean(self._program.name) else self.topic

    @property
    def headline(self) -> str:
        """The same for a subject line, without "the" and without quotation marks around it."""
        named_one = clean(self._program.name) if self._program else ""
        about = named_one or clean(self._project.topic) or clean(self._project.title) or unfinished("the topic")
        about = about.rstrip(".,;: ")
        about = re.sub(r"^(?:its|their|his|her|our|your|the) (?=\S)", "", about, flags=re.IGNORECASE)
        return about[:1].upper() + about[1:] if about.split()[:1] and about.split()[0].islower() else about

    @property
    def subject(self) -> str:
        """ "Interview request: Quiet Hours at Fairhaven Health", as much of it as a subject line holds."""
        house = clean(self._reader.organization)
        return _subject(self.headline, f" at {house}" if house else "", f"Interview request for {a(self.piece)}")

    @property
    def subject_of_them(self) -> str:
        """ "Interview request for Dr. Oyelaran: Bridge to Home"."""
        name = self._reader.name
        lead = f"Interview request for {name}"
        return next((one for one in (f"{lead}: {self.headline}", lead) if _is_short(one)), self.subject)

    @property
    def a_piece(self) -> str:
        """ "an article"."""
        return a(self.piece)

    @property
    def making_short(self) -> str:
        """ "writing an article for our chapter newsletter", or with its topic where no venue is known."""
        if self._is_piece(clean(self._project.venue)):
            return f"{self._doing} {clause(clean(self._project.venue))}"
        return f"{self._doing} {a(self.piece)} " + (f"for {self.venue}" if self.venue else f"about {self.topic}")

    @property
    def the_venue(self) -> str:
        """ "The chapter newsletter", at the beginning of a sentence."""
        venue = self.venue or "the venue"
        return venue[:1].upper() + venue[1:]

    @property
    def disclosure(self) -> str:
        """That the text will say who looked it over: "It will say: ...", or ""."""
        line = clean(self._project.disclosure)
        return f"The text will carry this line: {quoted(sentence(line))}" if line else ""

    @property
    def wish(self) -> str:
        """What the user wants to learn, as a sentence."""
        question = clause(clean(self._project.question)).rstrip("?")
        question = question[4:] if question[:4].lower() == "how " else question
        doing = self._telling
        if question:
            return sentence(f"I would like to {doing} how {question}")
        if self._program and clean(self._program.name):
            return sentence(
                f"I would like to {doing} how {self.about} came about and what other places can take from it"
            )
        return "I would like to learn how you have approached this, and what you would tell colleagues elsewhere."

    @property
    def _telling(self) -> str:
        """What the user will do with what they learn."""
        if self.piece == "improvement project":
            return "learn"
        if self.piece == "podcast episode":
            return "tell listeners"
        is_read = clean(self._project.readers) or (self.venue and not self._is_piece(clean(self._project.venue)))
        return "tell readers" if is_read else "describe"

    @property
    def shows_quotations_only(self) -> bool:
        """Whether what may be promised is the look at quotations and facts, and not the approval of the text."""
        if self._project.scope:
            return self._project.scope != "whole"
        every = " ".join(self._project.promises).lower()
        return "quotation" in every and "approval" not in every

    @property
    def shown_part(self) -> str:
        """What is put before them, where that is not the whole text: "your quotations and the facts", "the facts"."""
        if not self.shows_quotations_only:
            return ""
        return "the facts" if self._project.scope == "facts" else "your quotations and the facts"

    @property
    def shown_part_of_them(self) -> str:
        """The same, told to somebody who answers for them: "Dr. Oyelaran's quotations and the facts"."""
        return self.shown_part.replace("your", self._reader.whose)

    @property
    def approval_lead(self) -> str:
        """The beginning of the subject under which approval is asked for."""
        if self._project.scope == "facts":
            return "Facts for your approval"
        return "Your quotations for approval" if self.shows_quotations_only else "Draft for your approval"

    @property
    def approval_lead_of_them(self) -> str:
        """The same in a letter to somebody who answers for them: "For Dr. Oyelaran's approval"."""
        return f"For {self._reader.whose} approval"

    @property
    def promises(self) -> str:
        """What the venue allows to be promised, as sentences with "you"."""
        return " ".join(sentence(one) for one in self._promised)

    @property
    def promises_of_them(self) -> str:
        """The same about the leader, for somebody who answers for them; what cannot be turned is left out."""
        turned = [about_them(one, self._reader.they) for one in self._promised]
        return " ".join(sentence(one) for one in turned if one)

    @property
    def _promised(self) -> list[str]:
        """The promises beside that of questions, which each letter makes in its own words."""
        every = (clean(one) for one in self._project.promises)
        return [one for one in every if one and not re.search(r"\bquestions? (?:beforehand|first|ahead)\b", one)]


_SUBJECT_LETTERS, _SUBJECT_WORDS = 60, 9
"""A subject line that is read whole (product.md, R2)."""


def short(*subjects: str) -> str:
    """The first of several subject lines that is short; the last one where none is."""
    return next((one for one in subjects if _is_short(one)), subjects[-1] if subjects else "")


def _is_short(subject: str) -> bool:
    return len(subject) <= _SUBJECT_LETTERS and len(subject.split()) <= _SUBJECT_WORDS


def _subject(headline: str, place: str, instead: str) -> str:
    """The fullest subject that is short; of a long topic its first words up to a place to stop."""
    lead = "Interview request: "
    shorter = [headline.partition(joint)[0] for joint in (" for ", " in ", " at ", ", ")]
    choices = [f"{lead}{headline}{place}", f"{lead}{headline}", *(f"{lead}{one}" for one in shorter)]
    return next((one for one in choices if _is_short(one)), instead)


def _venue(name: str) -> str:
    """A venue inside a sentence: "our hospital's newsletter", "the chapter newsletter", "Healthcare Executive"."""
    words = name if name[:4] == "The " else clause(with_the(name))
    if not words:
        return ""
    is_named = words.split()[0].lower() in ("the", "our", "my", "a", "an", "your") or "’s " in words or "'s " in words
    return words if is_named or not _takes_the(words) else f"the {words}"


def _takes_the(name: str) -> bool:
    """Whether a venue's name ends with what it is: "Lakes and Plains Chapter Letter", "hfm newsletter"."""
    words = re.sub(r"\s?\([^()]{0,80}\)$", "", name).casefold().split()
    is_of_a_house = not _HOUSES.isdisjoint(words)
    return bool(words) and (words[-1] in _PERIODICALS or (words[-1] in _MAGAZINES and is_of_a_house))
