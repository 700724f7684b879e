"""What the pages of a reviewer say in words: what the text is, how often they are quoted, until when, what was said."""

from __future__ import annotations

from dataclasses import dataclass

from outreach import words
from outreach.articles.opened import Opened, zone_of_reviewer
from outreach.drafts.letter_dates import day

_TIMES = {1: "once", 2: "twice"}
_SCOPE_WORDS = {
    "facts": "the facts about you and your organization",
    "quotes": "your quotations, and the facts about you and your organization",
    "whole": "the whole text",
}
"""Keys of `SCOPES` -> the words for the reviewer."""


@dataclass(frozen=True, slots=True)
class PublicWords:
    """The sentences of one page."""

    page: Opened

    @property
    def about(self) -> str:
        """ "An article about discharge lounges, 640 words, 4 minutes. You are quoted twice; both are marked." """
        about, shown = self.page.about, self.page.shown
        kind = about.kind if about.kind != "improvement project" else "text"
        topic = f" about {about.topic}" if about.topic else ""
        length = f"{words.number(shown.words)} words, {words.counted(self.page.minutes, 'minute', 'minutes')}"
        article = "An" if kind[:1] in "aeiou" else "A"
        venue = f" It would appear in {about.venue}." if about.venue else ""
        return f"{article} {kind}{topic}, {length}. {self._quoted}{venue}"

    @property
    def _quoted(self) -> str:
        count = len(self.page.shown.quotes)
        if not count:
            return "You are not quoted in it."
        times = _TIMES.get(count, f"{words.in_words(count)} times")
        marked = {1: "it is marked", 2: "both are marked"}.get(count, "all are marked")
        return f"You are quoted {times}; {marked}."

    @property
    def until(self) -> str:
        """The day until which a mind can be changed."""
        return day(self.page.request.ask_by, self.page.today)

    @property
    def answered(self) -> str:
        """When it was answered, where the reviewer is: "November 12, 10:40 AM EST"."""
        decision = self.page.decision
        if decision is None:
            return ""
        zone = zone_of_reviewer(self.page.reviewer)
        at = decision.decided_at.astimezone(zone)
        return f"{day(at.date(), self.page.today)}, {words.clock_there(at, zone)}"

    @property
    def scope(self) -> str:
        """What they are asked about: "the whole text"."""
        return _SCOPE_WORDS[self.page.request.scope]
