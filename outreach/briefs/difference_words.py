"""What is otherwise than on a print, in sentences. Pure: compares what a page said with what would be said now.

Only what the user would act on is told: a page that puts the same in other words, or in another order, is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from outreach.briefs.gathered_meeting import clock
from outreach.briefs.gathered_sources import day_words
from outreach.briefs.material import Between, Material
from outreach.briefs.model import Difference, Run, Text
from outreach.words import BELOW_TEN, number

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

CONTACTS = {
    "met": "You met or spoke", "gave": "You gave", "they_gave": "They gave", "asked": "You asked",
    "answered": "They answered", "wrote": "You wrote", "thanked": "You thanked", "they_asked": "They asked",
    "they_wrote": "They wrote", "promised": "You promised", "they_promised": "They promised",
    "advised": "They advised",
}  # fmt: skip
"""Kind of what passed between the two -> how a difference tells it."""

_OF_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was printed: whose, where, what it said (`page_content.stands`)."""

    name: str
    number: int
    said: Mapping[str, Any]

    def difference(self, kind: str, words: str, before: str = "", now: Text = ()) -> Difference:
        """Something of this page that is otherwise."""
        return Difference(self.name, kind, words, before, now, self.number)

    def text(self, name: str) -> str:
        """A text that it said; "" for none."""
        return str(self.said.get(name) or "")


# --- the meeting and the post ---------------------------------------------------------------------------------------


def of_meeting(page: Page, now: Material) -> Iterator[Difference]:
    """Day and time, place, the session."""
    before = _when(page.text("day"), page.text("time"))
    after = _when(now.meeting.day, now.meeting.time)
    if before != after:
        is_same_day = page.text("day") == now.meeting.day and bool(page.text("time") and now.meeting.time)
        told = _moved(page.text("time"), now.meeting.time) if is_same_day else _moved(before, after)
        yield page.difference("time", told, before, _run(after))
    if page.text("place") != now.meeting.place:
        yield page.difference(
            "place", _placed(page.text("place"), now.meeting.place), page.text("place"), _run(now.meeting.place)
        )  # fmt: skip
    yield from _of_session(page, page.text("session"), now.meeting.session)


def _when(day: str, time: str) -> str:
    return ", ".join(part for part in (day, time) if part)


def _moved(before: str, after: str) -> str:
    if not after:
        return f"There is no time for the meeting any more. It was {before}."
    if not before:
        return f"The meeting has a time now: {after}."
    return f"The meeting moved from {before} to {after}."


def _placed(before: str, after: str) -> str:
    if not after:
        return f"There is no place for the meeting any more. It was {before}."
    if not before:
        return f"The meeting has a place now: {after}."
    return f"The meeting is now at {after}, not at {before}."


def _of_session(page: Page, before: str, after: str) -> Iterator[Difference]:
    if before == after:
        return
    if not after:
        yield page.difference("session_gone", f"“{before}” is no longer in the program.", before)
    elif not before:
        yield page.difference("session_new", f"A session is in the program now: “{after}”.", "", _run(after))
    else:
        yield page.difference("session", f"The session is now “{after}”. It was “{before}”.", before, _run(after))


def of_post(page: Page, now: Material) -> Iterator[Difference]:
    """The name, the post and the house."""
    leader = now.leader
    if page.text("name") != leader.name:
        yield page.difference(
            "name", f"The name is now {leader.name}. The print says {page.text('name')}.", page.text("name"),
            _run(leader.name),
        )  # fmt: skip
    before = _post(page.text("title"), page.text("organization"))
    after = _post(leader.title, leader.organization)
    if before == after:
        return
    sources = leader.post_sources
    if not after:
        yield page.difference("role", f"The post is not settled any more. The print says {before}.", before)
    elif not before:
        yield page.difference("role", f"The post is known now: {after}.", "", (Run(after, sources=sources),))
    else:
        yield page.difference("role", f"The post is now {after}.", before, (Run(after, sources=sources),))


def _post(title: str, organization: str) -> str:
    return ", ".join(part for part in (title, organization) if part)


def of_stopping(page: Page, now: Material) -> Iterator[Difference]:
    """That nothing is to be asked any more, or may be again."""
    if page.text("stopped") == now.stopped:
        return
    words = now.stopped or "Something may be asked again."
    yield page.difference("stopped", words, page.text("stopped"), _run(now.stopped))


# --- between the two ------------------------------------------------------------------------------------------------


def of_between(page: Page, now: Material, printed_on: date) -> Iterator[Difference]:
    """The newest contact since, and what was promised since."""
    known = set(page.said.get("between") or ())
    new = [one for one in now.between if one.key not in known]
    contacts = [one for one in new if one.key.startswith("touch:") and one.on is not None and one.on >= printed_on]
    if contacts:
        newest = max(contacts, key=lambda one: (one.on or date.min, one.key))
        yield page.difference("contact", _contact(newest), "", _run(newest.words))
    for one in new:
        if one.kind in ("promised", "they_promised"):
            yield page.difference("promise", f"{CONTACTS[one.kind]}: {_ended(one.words)}", "", _run(one.words))


def _contact(one: Between) -> str:
    on = f" on {day_words(one.on)}" if one.on is not None else ""
    return f"{CONTACTS.get(one.kind, 'Contact')}{on}: {_ended(one.words)}" if one.words else (
        f"{CONTACTS.get(one.kind, 'Contact')}{on}."
    )  # fmt: skip


def _ended(words: str) -> str:
    return words if words.rstrip("”\"'")[-1:] in (".", "!", "?") else f"{words}."


# --- facts ----------------------------------------------------------------------------------------------------------

WHY = {
    "withdrawn": ("fact_withdrawn", "You withdrew this since. Do not say it."),
    "gone": ("fact_withdrawn", "No source says this any more. Do not say it."),
    "lost": ("fact_withdrawn", "This is not kept any more. Do not say it."),
    "corrected": ("fact_changed", "This was corrected since."),
    "otherwise": ("fact_changed", "Sources tell this otherwise now."),
    "disputed": ("fact_disputed", "Sources disagree about this now. Do not state it as a fact."),
    "own_note": ("fact_disputed", "Only your notes say this now. Do not state it as a fact."),
    "old": ("fact_disputed", "This was last confirmed too long ago. Do not state it as a fact."),
}
"""What became of a fact -> the kind of the difference, and its sentence."""


def of_fact(page: Page, why: str, before: str, now: Text = ()) -> Difference:
    """What became of a fact that the page tells. why: a key of `WHY`."""
    kind, words = WHY[why]
    return page.difference(kind, words, before, now)


# --- the event and its people ---------------------------------------------------------------------------------------


def of_event(said: Mapping[str, Any], now: Mapping[str, Any], days: Sequence[str]) -> Iterator[Difference]:
    """The event itself: its name, its place, its days. days: those of the print and those of now, in words."""
    if said.get("name") != now["name"]:
        yield Difference("", "event", f"The event is now called {now['name']}.", str(said.get("name")))
    if days[0] != days[1]:
        yield Difference("", "event", f"The event is now on {days[1]}.", days[0], _run(days[1]))
    if (said.get("place") or "") != now["place"]:
        place = f"The event is now at {now['place']}." if now["place"] else "The event has no place any more."
        yield Difference("", "event", place, str(said.get("place") or ""), _run(now["place"]))


def added(name: str, when: str) -> Difference:
    """Somebody who is in the pack now and was not printed."""
    return Difference(name, "person_added", "Added since the print." + (f" You meet {when}." if when else ""))


def removed(page: Page) -> Difference:
    """Somebody who was printed and is not in the pack any more."""
    return page.difference("person_removed", "Not in the pack any more.")


def deleted(page: Page) -> Difference:
    """Somebody who was printed and was deleted since."""
    return page.difference("person_deleted", "Is no longer kept here. Take the page out.")


def forgotten(count: int) -> Difference:
    """People who were printed and of whom nothing is kept any more, not even the name."""
    if count == 1:
        return Difference("", "person_deleted", "One person of this print is no longer kept here. Take the page out.")
    return Difference(
        "", "person_deleted", f"{_count(count)} people of this print are no longer kept here. Take their pages out."
    )


def joined(pages: Sequence[Page]) -> Difference:
    """Two people who were printed and turned out to be one."""
    names = " and ".join(dict.fromkeys(page.text("name") for page in pages))
    return pages[0].difference("person_joined", f"{names} turned out to be one person.")


# --- since when -----------------------------------------------------------------------------------------------------


def print_words(made_at: datetime, now: datetime) -> str:
    """ "your print of Friday", "your print of Nov 6, 2026", "your print of today, 10:40 AM". `now` says the zone."""
    made = made_at.astimezone(now.tzinfo)
    if made.date() == now.date():
        return f"your print of today, {clock(made.hour * 60 + made.minute)}"
    if now - made < _OF_WEEK:
        return f"your print of {WEEKDAYS[made.weekday()]}"
    return f"your print of {day_words(made.date())}"


def summary(count: int, since: str) -> str:
    """ "Two changes since your print of Friday.", "Nothing has changed since your print of Friday."."""
    if count == 0:
        return f"Nothing has changed since {since}."
    return f"{_count(count)} {'change' if count == 1 else 'changes'} since {since}."


def _count(count: int) -> str:
    return (BELOW_TEN[count] if count < len(BELOW_TEN) else number(count)).capitalize()


def _run(words: str) -> Text:
    return (Run(words),) if words else ()
