"""Decisions about people: how a name is taken apart and sorted, which post counts, what a move does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from outreach import partial_dates, time_zones, words
from outreach.folding import fold
from research.names import parse_name
from research.types import PartialDate

NAME_MAX = 200
TITLE_MAX = 300
NOTE_MAX = 20_000
REASON_MAX = 2_000
POST_NOTE_MAX = 1_000
LINE_MAX = 100
UNDO_FOR = timedelta(days=30)
"""How long a deleted person can be brought back (ux.md, principle 6)."""

TIME_ZONES = time_zones.TIME_ZONES
"""Names of the time zone database -> words; those of the United States first."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A typed name in parts: the name as it is shown, and degrees that stood behind it."""

    name: str
    given: str
    family: str
    credentials: str
    honorific: str = ""
    """What stood before the name: "Dr."."""

    @property
    def addressed_as(self) -> str:
        """How somebody is addressed whose name was typed with an honorific: "Dr. Obi"; "" without one."""
        return f"{self.honorific} {self.family}"[:LINE_MAX] if self.honorific and self.family else ""


_HONORIFIC = re.compile(r"(dr|mr|mrs|ms|mx|prof|professor|sister|rev)(?:\.\s*|\s+)(?=\S+\s+\S)", re.IGNORECASE)
"""Before at least two further words: "Dr. No" may be a name."""


def name_parts(typed: str) -> NameParts:
    """Takes a typed name apart: "Dr. Ada Obi, RN" is Ada Obi with RN, addressed as Dr. Obi. It is never respelled."""
    typed = " ".join(typed.split())
    before = _HONORIFIC.match(typed)
    if before is not None:
        rest = name_parts(typed[before.end() :])
        return replace(rest, honorific=before[0].strip())
    parsed = parse_name(typed)
    credentials = ", ".join(parsed.credentials)
    name = typed.partition(",")[0].strip() if credentials and "," in typed else typed
    if not name or (credentials and parsed.family and fold(parsed.family) not in fold(name)):
        name, credentials = typed, ""
    return NameParts(name, parsed.given[:LINE_MAX], parsed.family[:LINE_MAX], credentials[:LINE_MAX])


def sort_key(name: str, given: str, family: str, sort_as: str) -> str:
    """What a list is ordered by: what the user wants, else family before given name."""
    return (fold(sort_as) or fold(f"{family} {given}") or fold(name) or name.casefold())[:300]


def search_key(*forms: str) -> str:
    """What a search looks through: every form of the name, each word once."""
    return " ".join(dict.fromkeys(fold(" ".join(forms)).split()))[:1000]


def local_time(zone: str, now: datetime) -> str:
    """The time of day where the person is: "10:40 AM CST"; "" for an unknown zone."""
    return words.clock_there(now, ZoneInfo(zone)) if zone in TIME_ZONES and zone else ""


# --- posts --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Post:
    """A post as pages show it (`models.Position`)."""

    id: int
    person_id: int
    title: str
    organization_id: int | None
    organization: str
    started: str
    ended: str
    is_current: bool
    note: str = ""
    origin: str = "hand"
    source: str = ""
    url: str = ""
    confirmed_on: datetime | None = None

    @property
    def words(self) -> str:
        """Title and organization in one line."""
        return ", ".join(part for part in (self.title, self.organization) if part)

    @property
    def period(self) -> str:
        """When it was held, as far as is known."""
        return period_words(self.started, self.ended, is_current=self.is_current)


def period_words(started: str, ended: str, *, is_current: bool) -> str:
    """ "since Mar 2024", "2019 to Mar 2024", "until 2024", "ended, not known when", or "" for a present post."""
    begin, end = partial_dates.say(started), partial_dates.say(ended)
    if is_current:
        return f"since {begin}" if begin else ""
    if begin and end:
        return begin if begin == end else f"{begin} to {end}"
    if end:
        return f"until {end}"
    return f"from {begin}, ended" if begin else "ended, not known when"


def in_order(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Present posts first, then the latest; of equals the one that was entered last."""
    return tuple(sorted(posts, key=lambda post: (post.is_current, post.ended or post.started, post.id), reverse=True))


def main_post(posts: Iterable[Post]) -> Post | None:
    """The post below the name: the present one that began last; of undated ones the first that was entered."""
    present = [post for post in posts if post.is_current]
    return max(present, key=lambda post: (post.started, -post.id), default=None)


class BadDates(ValueError):
    """Dates of posts that cannot be; the sentence stands beside the field."""


def check_period(started: str, ended: str) -> None:
    """Raises: BadDates when a post would end before it began."""
    if started and ended and PartialDate.parse(ended).last_day() < PartialDate.parse(started).first_day():
        raise BadDates(f"This is before it began in {partial_dates.say(started)}.")


def ends_by_move(old_started: str, new_started: str) -> str:
    """When a present post ends because another one begins; "" when that is not known.

    Raises: BadDates when the new post would begin before the old one.
    """
    if not new_started:
        return ""
    if old_started and PartialDate.parse(new_started).last_day() < PartialDate.parse(old_started).first_day():
        began = partial_dates.say(old_started)
        raise BadDates(f"The present post began in {began}. Choose “an earlier post”, or look the date over.")
    return new_started


def differences(fields: Sequence[tuple[str, str, str, str]]) -> tuple[tuple[str, str], ...]:
    """What another window saved where it differs: of (name, words, mine, theirs) the words and theirs."""
    found = [(said, theirs or "(empty)") for _, said, mine, theirs in fields if mine != theirs]
    return tuple(found) or (("Saved", "the same as in this window"),)
