"""A change in one plain sentence, with what kind of change it is. Only what the fact says: nothing is praised. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from outreach import partial_dates
from outreach.signals.trouble import TROUBLES, Trouble
from outreach.signals.wording import without_date
from research.vocabulary import PREDICATES

MOST = 480
"""Letters of a sentence; a headline that is longer is cut, and stands whole in the passage."""

_ON_SCREENS = 300

KIND_OF = {
    "role": "role",
    "former_role": "role",
    "board_seat": "role",
    "award": "award",
    "program": "program",
    "publication": "paper",
    "talk": "paper",
    "trial": "paper",
    "grant": "paper",
    "said": "other",
    "mention": "other",
    "public_service": "other",
    "membership": "other",
    "news": "house",
    "organization_program": "house",
    "organization_award": "house",
    "officer_change": "house",
    "parent": "house",
    "owner": "house",
    "overall_rating": "house",
    "beds": "house",
    "employees": "house",
    "mission": "house",
}
"""Kind of a fact -> kind of a signal. What is not named here tells who somebody is or what a register lists, and is no
news; a yearly figure of money is none either."""

RANK = ("trouble", "role", "award", "program", "paper", "house", "other")
"""Of several changes that one passage tells, that of the first kind here is told."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where it is said, as it stands there."""

    quote: str
    source_key: str
    source_title: str
    url: str


NOWHERE = Passage("", "", "", "")


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that a run changed. `how`: new, changed or gone. `words` are those of now, or the last ones."""

    how: str
    predicate: str
    words: str
    before: str = ""
    """What was said instead of it before; "" for nothing."""
    organization: str = ""
    """The organization in the fact's words, as of a post."""
    value: str = ""
    """The bare value: the title of a post, without place and date."""
    starts: str = ""
    ends: str = ""
    dated: str = ""
    passage: Passage = NOWHERE
    fact_id: int | None = None
    is_first_answer: bool = False
    """Whether none of the sources that say it had ever answered before: then it is new to us and not in the world."""
    is_known_page: bool = field(default=True)
    """Of one that is gone: whether the page that said it was read again and no longer says it."""

    @property
    def label(self) -> str:
        """The kind in words, as facts are told by it."""
        kind = PREDICATES.get(self.predicate)
        return kind.label if kind is not None else self.predicate

    @property
    def kind(self) -> str:
        """Kind of a signal; "" for what makes none."""
        return KIND_OF.get(self.predicate, "")

    @property
    def is_of_person(self) -> bool:
        """Whether it is about the person, and not about the organization."""
        kind = PREDICATES.get(self.predicate)
        return kind is not None and kind.subject == "person"


def sentence_of(change: Change, person: str, house: str, trouble: Trouble | None = None) -> str:
    """The change in one sentence. person, house: whom it is about, by name."""
    if trouble is not None:
        return _cut(f"News {TROUBLES[trouble.kind][1]} at {house}: {_shown(change.words)}")
    if change.how == "gone":
        return _cut(_gone(change, person))
    return _cut(_of_person(change, person) if change.is_of_person else _of_house(change, house or person))


def _of_person(change: Change, name: str) -> str:
    words = _shown(change.words)
    if change.predicate == "role" and not change.ends:
        return _post(change, name)
    told = {
        "role": f"{name} has left a post: {words}",
        "former_role": f"{name} has left a post: {words}",
        "board_seat": f"{name} has a board seat: {words}",
        "award": f"{name} received an award: {words}",
        "program": f"{name} is named with a program: {words}",
        "publication": f"{name} published: {words}",
        "talk": f"{name} gave a talk or was recorded: {words}",
        "trial": f"{name} is named with a clinical study: {words}",
        "grant": f"{name} is named with a research grant: {words}",
        "said": f"{name} is quoted: {words}",
        "mention": f"{name} is in the news: {words}",
    }
    return told.get(change.predicate, f"{name}, {change.label[:1].lower()}{change.label[1:]}: {words}")


def _post(change: Change, name: str) -> str:
    title, house = change.value or without_date(change.words), change.organization
    at = f" at {house}" if house and house.casefold() not in title.casefold() else ""
    since = f" since {partial_dates.say(change.starts)}" if change.starts else ""
    before = f"; before: {without_date(change.before)}" if change.before else ""
    return f"{name} is {_shown(title)}{at}{since}{before}"


def _of_house(change: Change, house: str) -> str:
    words = _shown(change.words)
    before = f" (before: {_shown(without_date(change.before))})" if change.before else ""
    if change.predicate == "news":
        return f"{house} is in the news: {words}"
    return f"{house}, {change.label[:1].lower()}{change.label[1:]}: {words}{before}"


def _gone(change: Change, name: str) -> str:
    return f"The sources say no longer that {name} is {_shown(without_date(change.words))}"


def _shown(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _ON_SCREENS else f"{plain[:_ON_SCREENS].rpartition(' ')[0] or plain[:_ON_SCREENS]} …"


def _cut(sentence: str) -> str:
    plain = " ".join(sentence.split())
    shown = plain if len(plain) <= MOST else f"{plain[:MOST]} …"
    return shown if shown.endswith((".", "…", "?", "!", "”")) else f"{shown}."
