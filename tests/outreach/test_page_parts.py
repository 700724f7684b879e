from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask

from outreach import page_parts
from outreach.page_parts import Column, Filter, Here, NextAction, Part, Step

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HERE = Here(session=None, subject_id=7, user_id=1, now=NOW)


def part(key: str, order: int = 1, place: str = "main", load: Callable[..., Any] = lambda _here: {}, words: str = ""):
    return Part(key, words, place, order, f"dossiers/_{key}.html", load)


@pytest.fixture
def app() -> Flask:
    return Flask(__name__)


def test_a_page_without_parts_of_others_is_empty(app: Flask):
    found = page_parts.loaded(app, "person", HERE)
    assert (found.next, found.main, found.side, found.action, found.links) == ((), (), (), None, ())


def test_parts_stand_in_their_place_and_order(app: Flask):
    for key, order, place in (("late", 9, "main"), ("early", 2, "main"), ("ready", 5, "side"), ("next", 1, "next")):
        page_parts.add(app, "person", part(key, order, place, words=key.capitalize()))
    found = page_parts.loaded(app, "person", HERE)
    assert [one.part.key for one in found.main] == ["early", "late"]
    assert [one.part.key for one in found.side] == ["ready"]
    assert [one.part.key for one in found.next] == ["next"]
    assert found.links == (("Next", "#next"), ("Early", "#early"), ("Ready", "#ready"), ("Late", "#late"))


def test_a_part_gets_the_subject_and_gives_its_values(app: Flask):
    page_parts.add(app, "person", part("facts", load=lambda here: {"subject": here.subject_id}))
    (one,) = page_parts.loaded(app, "person", HERE).main
    assert one.values == {"subject": 7}


def test_a_part_with_nothing_to_show_is_left_out_with_its_link(app: Flask):
    page_parts.add(app, "person", part("facts", load=lambda _here: None, words="Dossier"))
    found = page_parts.loaded(app, "person", HERE)
    assert (found.main, found.links) == ((), ())


def test_a_part_is_on_its_page_only(app: Flask):
    page_parts.add(app, "person", part("facts"))
    assert page_parts.loaded(app, "organization", HERE).main == ()


def test_two_parts_of_one_key_are_refused(app: Flask):
    page_parts.add(app, "person", part("facts"))
    with pytest.raises(ValueError, match="facts"):
        page_parts.add(app, "person", part("facts"))


def test_the_first_action_that_is_offered_is_the_main_button(app: Flask):
    page_parts.add_action(app, "person", 30, lambda _here: NextAction("Draft the request", "/drafts/new"))
    page_parts.add_action(
        app, "person", 20, lambda here: NextAction("Start research", f"/{here.subject_id}", posts=True)
    )
    page_parts.add_action(app, "person", 10, lambda _here: None)
    assert page_parts.loaded(app, "person", HERE).action == NextAction("Start research", "/7", posts=True)


def test_the_timeline_is_of_all_and_newest_first(app: Flask):
    given = [Step(date(2026, 5, 8), "You met", "met"), Step(date(2026, 12, 1), "Ask", "ask", done=False)]
    page_parts.add_steps(app, "person", lambda _here, most: given[:most])
    own = [Step(date(2026, 6, 1), "A note", "note")]
    told = page_parts.timeline(app, "person", HERE, own, 2)
    assert [step.words for step in told] == ["Ask", "A note"]


def test_two_filters_of_one_key_are_refused(app: Flask):
    choice = Filter("due", "Due", lambda _now: True)
    page_parts.add_filter(app, "people", choice)
    assert page_parts.filters(app, "people") == (choice,)
    with pytest.raises(ValueError, match="due"):
        page_parts.add_filter(app, "people", choice)


def test_a_column_is_read_once_for_all_rows_and_not_at_all_for_none(app: Flask):
    asked = []

    def load(_session: object, ids: list[int], _now: datetime) -> dict[int, str]:
        asked.append(list(ids))
        return {ids[0]: "gave 3"}

    page_parts.add_column(app, "people", Column("Next", 2, lambda *_: {}))
    page_parts.add_column(app, "people", Column("Between you", 1, load))
    assert page_parts.columns(app, "people", None, [4, 5], NOW) == (("Between you", {4: "gave 3"}), ("Next", {}))
    page_parts.columns(app, "people", None, [], NOW)
    assert asked == [[4, 5]]
