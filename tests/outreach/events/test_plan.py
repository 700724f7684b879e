"""What a copy of a program changes: by UID, else by title; speakers by name and house."""

from __future__ import annotations

from datetime import date

from outreach.events import plan
from outreach.events.agenda_in.model import ReadSession, ReadSpeaker
from outreach.events.plan import KeptSession

DAY, NEXT = date(2026, 12, 3), date(2026, 12, 4)


def read(title: str, uid: str = "", day: date = DAY, minute: int = 600, room: str = "") -> ReadSession:
    return ReadSession(uid, title, held_on=day, starts_minute=minute, ends_minute=minute + 45, room=room)


def kept(*sessions: ReadSession, gone: bool = False) -> list[KeptSession]:
    return [
        KeptSession(number, key, one.title, one.held_on, one.starts_minute, one.ends_minute, one.room, gone)
        for number, (key, one) in enumerate(plan.session_keys(sessions), start=1)
    ]


def words(found: plan.Plan) -> tuple[list[str], list[str], list[str]]:
    return (
        [one.title for _, one in found.came],
        [one.read.title for one in found.moved],
        [one.title for one in found.went],
    )


def test_sessions_come_move_and_go():
    before = kept(read("Opening"), read("Rounds"), read("Supper"))
    found = plan.of(before, [read("Opening"), read("Rounds", minute=660), read("Walk")])
    assert words(found) == (["Walk"], ["Rounds"], ["Supper"])
    assert len(found.same) == 2


def test_a_uid_holds_through_another_title_and_a_title_through_another_uid():
    before = kept(read("Opening", "a"), read("Rounds", "b"))
    found = plan.of(before, [read("Opening words", "a"), read("Rounds", "z")])
    assert words(found) == ([], [], [])
    assert [(one.kept.id, one.is_renamed) for one in found.same] == [(1, True), (2, False)]


def test_titles_that_come_twice_are_told_apart_by_their_number_or_day():
    before = kept(read("Break"), read("Break", day=NEXT), read("Break", day=NEXT, minute=800))
    assert (
        words(plan.of(before, [read("Break"), read("Break", day=NEXT), read("Break", day=NEXT, minute=800)]))[0] == []
    )
    coded = kept(read("Break", "a"), read("Break", "b", day=NEXT))
    found = plan.of(coded, [read("Break", "x"), read("Break", "y", day=NEXT)])
    assert [(one.kept.id, one.read.uid) for one in found.same] == [(1, "x"), (2, "y")]


def test_what_was_gone_and_is_there_again_has_come_back_without_being_moved():
    found = plan.of(kept(read("Opening"), gone=True), [read("Opening", minute=700)])
    assert words(found) == ([], [], [])
    assert plan.of(kept(read("Opening"), gone=True), []).went == ()


def test_two_houses_are_two_speakers_and_one_name_without_a_house_is_one():
    ana, other = (
        ReadSpeaker("Ana Duarte", organization="Larkspur Health"),
        ReadSpeaker("Ana Duarte", organization="HLR"),
    )
    shouted = ReadSpeaker("ANA DUARTE, RN", organization="Larkspur Health, Inc.", title="Director")
    bare = ReadSpeaker("Ana Duarte")
    session = ReadSession("", "Panel", speakers=(ana, other, shouted, bare, bare))
    found = plan.speakers_of([session])
    assert len(found) == 3
    assert found[plan.speaker_key(ana)].title == "Director"


def test_titles_without_letters_are_sessions_too():
    assert len(plan.session_keys([read("—"), read("…"), read("—")])) == 3
