"""The head of a brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from outreach.briefs.blocks.head import build
from outreach.briefs.material import Leader
from outreach.briefs.model import plain, sources_of
from tests.brief_materials import BARE, LEADER, MATERIAL, material


def role_of(leader: Leader) -> str:
    return plain(build(material(leader=leader)).role_line)


def test_the_head_says_when_where_who_and_how_to_say_it() -> None:
    head = build(MATERIAL)
    assert head.event_line == "Prairie Forum · Thu, Nov 12, 2026, 10:40–11:00 AM · Coffee bar, Level 2"
    assert head.name == "Tamsin Quillfeather, RN, MHA"
    assert plain(head.role_line) == "Chief Operating Officer, Larkmoor Hospital, since March 2024"
    assert [one.key for one in sources_of(head.role_line)] == ["leaders"]
    assert head.say_line == "Say “TAM-zin”. Goes by Tam. Assistant: Oleander Fitch."


def test_a_post_that_was_last_confirmed_long_ago_says_so() -> None:
    assert role_of(replace(LEADER, post_confirmed_on=date(2026, 8, 8))).endswith("since March 2024")
    assert role_of(replace(LEADER, post_confirmed_on=date(2026, 8, 7))).endswith("(last confirmed Aug 7, 2026)")
    assert role_of(replace(LEADER, post_confirmed_on=None)).endswith("(not confirmed)")


def test_a_post_that_no_source_says_is_called_the_users_note() -> None:
    assert role_of(replace(LEADER, post_sources=())).endswith("(as you noted it)")


def test_a_post_that_is_not_known_is_not_guessed() -> None:
    assert role_of(replace(LEADER, title="")) == "Post at Larkmoor Hospital not confirmed"
    assert plain(build(BARE).role_line) == "No present post is confirmed"
    assert build(BARE).event_line == ""
