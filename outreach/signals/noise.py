"""Which changes are news, which are kept quietly, and which are none: nobody reads what tells of every comma. Pure.

None: the first run of a person; other spelling of what was said; what a source says that never answered before, unless
it is fresh; what went with a page that could not be read. Quiet: an older fact that was found late.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from outreach import partial_dates
from outreach.signals.sentences import RANK, Change
from outreach.signals.wording import digits_of, is_near, is_same, overlaps, without_date

LATE = timedelta(days=365)
"""A fact whose own date lies so long before the last run was known to the world long ago."""

FRESH = timedelta(days=31)
"""What a source says at its first answer is news where its date is at most so long before the last run."""


@dataclass(frozen=True, slots=True)
class News:
    """A change that is kept. `is_quiet`: not in the digest."""

    change: Change
    is_quiet: bool = False


def news(changes: Iterable[Change], said_before: Mapping[str, Sequence[str]], last_run: date) -> list[News]:
    """What of these changes is kept. said_before: label of a kind -> what was said of it before the run."""
    found = [change for change in changes if change.kind]
    gone = [change for change in found if change.how == "gone"]
    kept = [_with_before(change, gone) for change in found if change.how != "gone" and _is_new(change, said_before)]
    kept = _one_for_a_move(kept) + [change for change in gone if _tells_an_end(change, found)]
    loud = [News(change, is_late(change, last_run)) for change in kept if not _is_first_word(change, last_run)]
    return _once_for_each_passage(loud)


def _is_new(change: Change, said_before: Mapping[str, Sequence[str]]) -> bool:
    """Whether it says something else than what was said before."""
    if change.how == "changed":
        return _says_otherwise(change)
    earlier = said_before.get(change.label, ())
    if change.predicate == "former_role" or (change.predicate == "role" and change.ends):
        return _is_an_end(change, said_before)
    alike = is_same if change.kind == "role" else is_near
    return not any(alike(change.words, words) for words in earlier)


def _says_otherwise(change: Change) -> bool:
    """A fact that keeps its place and its source is told in other words: news only where a figure or an end changed."""
    if change.predicate == "role" and change.ends and "until" not in change.before:
        return True
    return digits_of(change.words) != digits_of(change.before) and not is_same(change.words, change.before)


def _is_an_end(change: Change, said_before: Mapping[str, Sequence[str]]) -> bool:
    """Whether a post that is over was held as far as was known before: else a biography was only told further back."""
    held = said_before.get("Post", ())
    known = said_before.get("Earlier post", ())
    if any(is_same(change.words, words) for words in known):
        return False
    return any(is_same(change.words, words) for words in held)


def _with_before(change: Change, gone: Sequence[Change]) -> Change:
    """With what it stands instead of: the post that is no longer said, the figure of before."""
    if change.how == "changed" or change.kind not in ("role", "house") or change.predicate in ("news", "former_role"):
        return change
    instead = [one for one in gone if one.predicate == change.predicate]
    return replace(change, before=instead[0].words) if len(instead) == 1 else change


def _one_for_a_move(kept: list[Change]) -> list[Change]:
    """Of somebody who went from one post to another the new post is told, with the one before."""
    ends = [change for change in kept if change.kind == "role" and (change.ends or change.predicate == "former_role")]
    begins = [change for change in kept if change.predicate == "role" and not change.ends]
    if len(begins) != 1 or not ends:
        return kept
    new = begins[0] if begins[0].before else replace(begins[0], before=ends[0].words)
    return [new if change is begins[0] else change for change in kept if change not in ends]


def _tells_an_end(change: Change, found: Sequence[Change]) -> bool:
    """Whether it is news that something is said no more: a post, on a page that was read, and nothing stands for it."""
    if change.predicate != "role" or not change.is_known_page:
        return False
    others = [one for one in found if one.how != "gone" and one.kind == "role"]
    return not others


def _is_first_word(change: Change, last_run: date) -> bool:
    if not change.is_first_answer:
        return False
    when = partial_dates.last_day(change.dated)
    return when is None or when < last_run - FRESH


def is_late(change: Change, last_run: date) -> bool:
    """Whether its own date lies more than a year before the last run."""
    when = partial_dates.last_day(change.dated)
    return when is not None and when < last_run - LATE


def _once_for_each_passage(found: Sequence[News]) -> list[News]:
    """Of what one passage tells, the one that matters most."""
    kept: list[News] = []
    for one in sorted(found, key=lambda item: (item.is_quiet, RANK.index(item.change.kind), -len(item.change.words))):
        if not any(_is_one_passage(one.change, other.change) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda item: list(found).index(item))


def _is_one_passage(one: Change, other: Change) -> bool:
    mine, theirs = one.passage, other.passage
    if without_date(one.words) == without_date(other.words) and one.kind == other.kind:
        return True
    return bool(mine.url) and mine.url == theirs.url and overlaps(mine.quote, theirs.quote)


def was_long_ago(happened: str, found_on: date) -> bool:
    """Whether something happened more than a year before it was found."""
    when = partial_dates.last_day(happened)
    return when is not None and when < found_on - LATE
