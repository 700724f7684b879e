"""What a letter is about this time, as ready words: length, window, appointment, promises, what is new."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from outreach.drafts.letter_dates import clock, day, weekday_and_day, window
from outreach.drafts.letter_grammar import clause, clean, counted, listed, sentence
from outreach.drafts.letter_telling import unfinished
from outreach.drafts.letter_values import Occasion

_ZONES = {
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Arizona",
    "America/Los_Angeles": "Pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
}
"""Zones whose names every reader in the United States knows -> the word before "time"."""


class OccasionWords:
    """The words of an occasion; an unfinished place where a letter asks for what is not known."""

    def __init__(self, occasion: Occasion, today: date, time_zone: str) -> None:
        self._occasion, self._today, self._time_zone = occasion, today, time_zone

    def _or(self, words: str, hint: str) -> str:
        return words or unfinished(hint)

    # --- asking

    @property
    def minutes(self) -> str:
        """ "20 minutes"."""
        return counted(max(1, self._occasion.minutes), "minute") if self._occasion.minutes else "20 minutes"

    @property
    def form(self) -> str:
        """ "by phone or video"."""
        return clause(clean(self._occasion.form)) or "by phone or video"

    @property
    def window(self) -> str:
        """ "between May 11 and June 5"."""
        found = window(self._occasion.window_from, self._occasion.window_until, self._today)
        return self._or(found, "give a window of two weeks or more")

    @property
    def questions(self) -> str:
        """ "five questions", "one question"."""
        return counted(max(1, self._occasion.questions), "question")

    @property
    def questions_first(self) -> str:
        """The same at the beginning of a sentence: "Five questions"."""
        return self.questions[:1].upper() + self.questions[1:]

    # --- the interview

    @property
    def appointment(self) -> str:
        """ "Tuesday, May 12, at 10:00 AM Central time"."""
        at = self._occasion.interview_at
        if at is None:
            return unfinished("give the day and the time")
        zone = _ZONES.get(str(at.tzinfo) if isinstance(at.tzinfo, ZoneInfo) else self._time_zone, "")
        return f"{weekday_and_day(at.date(), self._today)}, at {clock(at)}" + (f" {zone} time" if zone else "")

    @property
    def day(self) -> str:
        """ "Tuesday, May 12"."""
        at = self._occasion.interview_at
        return weekday_and_day(at.date(), self._today) if at else unfinished("give the day")

    @property
    def place(self) -> str:
        """ "by phone; I will call (555) 555-0110"."""
        return self._or(clause(clean(self._occasion.place)), "say where, or who calls which number")

    @property
    def conversation(self) -> str:
        """ "yesterday's conversation", "our conversation on May 12", "our conversation"."""
        at = self._occasion.interview_at
        if at is None:
            return "our conversation"
        if at.date() == self._today - timedelta(days=1):
            return "yesterday’s conversation"
        when = "" if at.date() == self._today else f" on {day(at.date(), self._today)}"
        return f"our conversation{when}"

    @property
    def on_its_day(self) -> str:
        """ " on May 12" with the blank before it; "" where the day is not known."""
        at = self._occasion.interview_at
        return f" on {day(at.date(), self._today)}" if at else ""

    @property
    def late(self) -> str:
        """What a thank-you says that comes late, as a sentence; "" for one that does not."""
        return "This note comes later than it should have." if self._occasion.comes_late else ""

    @property
    def they_said(self) -> str:
        """What they said, as it goes on after "that"."""
        said = clause(clean(self._occasion.they_said))
        return self._or(said.removeprefix("that "), "put in one thing that they said")

    @property
    def it_changed(self) -> str:
        """What it changed, as a sentence, or ""."""
        return sentence(clean(self._occasion.it_changed))

    @property
    def promise(self) -> str:
        """The first promise whose day is ahead: "I will send you the draft by June 12."; "" without one."""
        for promise in self._occasion.promises:
            if promise.by and promise.by < self._today:
                continue
            if what := _as_verb(clause(clean(promise.what)).removeprefix("I will ")):
                return sentence(f"I will {what}" + (f" by {day(promise.by, self._today)}" if promise.by else ""))
        return ""

    # --- going on with an earlier letter

    @property
    def wrote(self) -> str:
        """ "my note of April 14"."""
        on = self._occasion.wrote_on
        return f"my note of {day(on, self._today)}" if on else "my earlier note"

    @property
    def wrote_first(self) -> str:
        """The same at the beginning of a sentence: "My note of April 14"."""
        return f"M{self.wrote[1:]}"

    @property
    def sent(self) -> str:
        """ "On June 2 I sent"; "I sent" where the day is not known."""
        on = self._occasion.wrote_on
        return f"On {day(on, self._today)} I sent" if on else "I sent"

    @property
    def new_since(self) -> str:
        """What is added, as a sentence."""
        return self._or(sentence(clean(self._occasion.new_since)), "add one thing that is new")

    @property
    def gift(self) -> str:
        """What comes along, as it goes on after "the attached"; "" for nothing."""
        return clause(clean(self._occasion.gift)).removeprefix("the attached ").removeprefix("the ")

    # --- approval

    @property
    def version(self) -> str:
        """ "version 3 (1,080 words)", "version 3", ""."""
        words = f"{self._occasion.words:,} words" if self._occasion.words else ""
        if not self._occasion.version:
            return f"({words})" if words else ""
        return f"version {self._occasion.version}" + (f" ({words})" if words else "")

    @property
    def version_in_brackets(self) -> str:
        """ " (version 3)" with the blank before it, or ""."""
        return f" (version {self._occasion.version})" if self._occasion.version else ""

    @property
    def look_at(self) -> str:
        """ "your four quotations, the readmission figures and the titles of the three people named"."""
        places = [clause(clean(one)) for one in self._occasion.look_at]
        return listed(places) or "your quotations, the figures and the names and titles"

    @property
    def first_place(self) -> str:
        """The first of the places to look at: the smallest next act."""
        places = [clause(clean(one)) for one in self._occasion.look_at if clean(one)]
        return places[0] if places else "your quotations"

    @property
    def answer_by(self) -> str:
        """ "June 24", or an unfinished place."""
        by = self._occasion.answer_by
        return day(by, self._today) if by else unfinished("give a day two weeks ahead")

    @property
    def closes(self) -> str:
        """ "July 3"; "" where it is not known."""
        return day(self._occasion.venue_closes, self._today) if self._occasion.venue_closes else ""

    @property
    def page(self) -> str:
        """The address of the page; "" for none."""
        return clean(self._occasion.page)

    @property
    def to_assistant(self) -> bool:
        """Whether it greets who may answer for the leader."""
        return self._occasion.to_assistant

    # --- other occasions

    @property
    def loss(self) -> str:
        """ "the death of Dr. Vance"."""
        return self._or(clause(clean(self._occasion.loss)), "say whose loss")

    @property
    def remembered(self) -> str:
        """What somebody is remembered for, as a sentence, or ""."""
        return sentence(clean(self._occasion.remembered))

    @property
    def advice(self) -> str:
        """ "to begin with the phone list"."""
        return self._or(clause(clean(self._occasion.advice)), "put in what they advised")

    @property
    def tried(self) -> str:
        """What was tried, as a sentence."""
        return self._or(sentence(clean(self._occasion.tried)), "put in what you tried")

    @property
    def happened(self) -> str:
        """What came of it, as a sentence."""
        return self._or(sentence(clean(self._occasion.happened)), "put in what came of it")


def _as_verb(words: str) -> str:
    """What somebody will do, as it goes on after "I will": "Send the draft" with a small first letter."""
    first = words.partition(" ")[0]
    return words[:1].lower() + words[1:] if first[1:].islower() else words
