"""Whole programs, in each form in which they come."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from outreach.events.agenda_in import CannotRead, Reading, read, reading_from, reading_json

DAY = date(2027, 3, 22)
LAST = date(2027, 3, 24)
RECORDINGS = Path(os.environ.get("GROUNDWORK_RECORDINGS", "../shared/recordings-files")) / "agendas"

PASTED = """Lakeshore Leadership Congress
Monday, March 22
7:00 – 8:00 AM Registration and Continental Breakfast
8:15 AM Keynote: Thin Margins — Priya Anand, MHA, FACHE, President and CEO, Birchwood Health
9:30 – 10:30 AM
Workforce After the Surge: What Stayed
Speakers: Tomas Okafor, DNP, RN, Chief Nursing Officer, Elm Valley Hospital; Renee Castle, CHRO, Oak System
Moderator: Hal Brandt, FACHE
Room 201
10:45 AM – 12:00 PM Concurrent Sessions
A. Rural Transfer Centers
Maria Lind, COO, Pine County Hospital
B. An Ethics Committee That Works
Samuel Addo, MD
Chief Medical Officer
Harbor Point Health
Questions? Call (555) 201-8890 or write to events@lakeshore.example.
"""


def told(reading: Reading) -> list[tuple[str, int | None, int | None, list[str]]]:
    return [(s.title, s.starts_minute, s.ends_minute, [one.name for one in s.speakers]) for s in reading.sessions]


def paste(text: str, zone: str = "America/Chicago") -> Reading:
    return read(text.encode(), first_day=DAY, last_day=LAST, zone=zone)


def test_a_pasted_program_is_read_with_its_speakers_and_keeps_no_address() -> None:
    reading = paste(PASTED)
    assert told(reading) == [
        ("Registration and Continental Breakfast", 420, 480, []),
        ("Thin Margins", 495, None, ["Priya Anand"]),
        ("Workforce After the Surge: What Stayed", 570, 630, ["Tomas Okafor", "Renee Castle", "Hal Brandt"]),
        ("Concurrent Sessions", 645, 720, []),
        ("Rural Transfer Centers", 645, 720, ["Maria Lind"]),
        ("An Ethics Committee That Works", 645, 720, ["Samuel Addo"]),
    ]
    assert {session.held_on for session in reading.sessions} == {DAY}
    assert reading.sessions[2].room == "Room 201"
    assert reading.sessions[2].speakers[2].part == "Moderator"
    last = reading.sessions[5].speakers[0]
    assert (last.credentials, last.title, last.organization) == ("MD", "Chief Medical Officer", "Harbor Point Health")
    kept = json.dumps(reading_json(reading))
    assert not any(sign in kept for sign in ("@", "555"))
    assert reading_from(json.loads(kept)) == reading


def test_titles_over_their_times_and_another_zone_are_read_by_the_clocks_of_the_place() -> None:
    reading = paste("""Spring Webinars

Managing Up Without Losing Yourself
Monday, March 22, 2027 | 12:00 – 1:00 PM ET
Presenter: Faith Osgood, MHA, Vice President of Operations, Ironwood Health

The First 90 Days as a Manager
Tuesday, March 23, 2027 | 12:00 – 1:30 PM ET
Presenter: TBA
""")
    assert told(reading) == [
        ("Managing Up Without Losing Yourself", 660, 720, ["Faith Osgood"]),
        ("The First 90 Days as a Manager", 660, 750, []),
    ]
    assert reading.zone == "America/New_York"
    assert reading.sessions[0].instant == datetime(2027, 3, 22, 16, 0, tzinfo=UTC)
    assert "2 times of America/New_York were changed to the clocks of America/Chicago." in reading.remarks


def test_torn_columns_a_missing_half_of_the_day_and_tracks_are_read() -> None:
    torn = paste(
        "Day 1 Monday, March 22\n8:00\n9:00\nFinancing What\nMatters in Hospitals\nGloria Petra, MBA\nCFO\nAsh Health"
    )
    assert told(torn) == [("Financing What Matters in Hospitals", 480, 540, ["Gloria Petra"])]
    assert torn.sessions[0].held_on == DAY
    halves = paste("9:00 Coffee\n12:00 Lunch\n1:00 Hospital at Home\nUma Krish, MD, Medical Director, Prairie Health")
    assert [session.starts_minute for session in halves.sessions] == [540, 720, 780]
    assert any("a.m. or p.m." in remark for remark in halves.remarks)
    grid = paste(
        "Time\tMonday, March 22\tTuesday, March 23\n9:00-10:00 AM\tFlow – Carla Diaz, COO, Oak\tCapacity (Al Pryce, RN)"
    )
    assert [(one.held_on, one.title, one.speakers[0].name) for one in grid.sessions] == [
        (DAY, "Flow", "Carla Diaz"),
        (date(2027, 3, 23), "Capacity", "Al Pryce"),
    ]


def test_the_house_of_somebody_in_a_cell_is_no_second_speaker() -> None:
    grid = paste(
        "Time\tHall A\tHall B\n9:00-10:00 AM\tStaffing (Joan Ruiz, Otter Falls; Tomas Lind, Ash Care)\tBeds\n"
        "10:00-11:00 AM\tWards\tBoards\n"
    )
    assert [(one.name, one.organization) for one in grid.sessions[0].speakers] == [
        ("Joan Ruiz", "Otter Falls"),
        ("Tomas Lind", "Ash Care"),
    ]
    below = paste("9:00 AM – 10:00 AM Costs of Care\nAnna Marsh (Kestrel Bay)\n\n10:00 AM Break")
    assert [(one.name, one.organization) for one in below.sessions[0].speakers] == [("Anna Marsh", "Kestrel Bay")]
    bracketed = paste("9:00 AM – 10:00 AM Costs of Care\n(Anna Marsh, Kestrel Bay Hospital)\n\n10:00 AM Break")
    assert told(bracketed)[0][3] == ["Anna Marsh"]


def test_a_line_that_is_only_a_place_is_no_session_and_a_town_hall_is_one() -> None:
    reading = paste(
        "9:00 AM – 10:00 AM Main Stage, Level 2\nNurses Who Lead\n\n10:00 AM – 11:00 AM Alder Hall\n\n"
        "11:00 AM Leaders’ Town Hall\n\n12:00 PM Lunch"
    )
    assert [(one.title, one.room) for one in reading.sessions] == [
        ("Nurses Who Lead", "Main Stage, Level 2"),
        ("Leaders’ Town Hall", ""),
        ("Lunch", ""),
    ]
    assert any("1 time has no title" in remark for remark in reading.remarks)


def test_names_without_blanks_and_times_as_shares_of_a_day_are_read_in_their_columns() -> None:
    reading = read(
        "Date,Start,End,Title,Speaker\n2027-03-22,0.375,0.4166667,Beds,王小明\n"
        "2027-03-22,0.5,,Wards,김민수; Ann Roe\n".encode(),
        name="program.csv",
        first_day=DAY,
    )
    assert told(reading) == [("Beds", 540, 600, ["王小明"]), ("Wards", 720, None, ["김민수", "Ann Roe"])]


def test_handles_of_a_schedule_file_are_told_and_are_nobodys_name() -> None:
    people = "<person>x0rmt</person><person>bell hooks</person><person>王小明</person>"
    reading = read(
        "<schedule><day date='2027-03-22'><room name='A'><event><title>Beds</title><start>10:00</start>"
        f"<persons>{people}</persons></event></room></day></schedule>".encode(),
        name="schedule.xml",
        first_day=DAY,
    )
    assert told(reading)[0][3] == ["bell hooks", "王小明"]
    assert any("“x0rmt”" in remark for remark in reading.remarks)


def test_a_line_that_may_be_a_speaker_is_told_and_not_taken() -> None:
    reading = paste("9:00 AM – 10:00 AM Costs of Care\nJonas Hale\n\n10:00 AM Break")
    assert told(reading) == [("Costs of Care", 540, 600, []), ("Break", 600, None, [])]
    assert any("“Jonas Hale”" in remark for remark in reading.remarks)


CALENDAR = """BEGIN:VCALENDAR
X-WR-CALNAME:Elm Days
BEGIN:VEVENT
UID:1
DTSTART:20270322T140000Z
DTEND:20270322T150000Z
SUMMARY:Keynote: Ann Roe\\, Board
  Chair (Main)
DESCRIPTION:Moderator: Bo Poe\\, CEO\\, Elm Health\\nAbout costs
LOCATION:Hall A
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;TZID=Central Standard Time:20270323T090000
DURATION:PT45M
SUMMARY:Rounds - Cy Doe
RRULE:FREQ=DAILY
EXDATE;TZID=Central Standard Time:20270324T090000
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;TZID=Nowhere/Zone:20270323T110000
SUMMARY:Unknown zone
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART;VALUE=DATE:20270324
SUMMARY:All day
END:VEVENT
BEGIN:VEVENT
UID:5
DTSTART:20270324T140000
STATUS:CANCELLED
SUMMARY:Gone
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_is_read_in_the_zone_of_the_event() -> None:
    reading = read(CALENDAR.encode(), first_day=DAY, last_day=LAST, zone="America/Chicago")
    assert (reading.format, reading.title) == ("ics", "Elm Days")
    assert told(reading) == [
        ("Keynote", 540, 600, ["Ann Roe", "Bo Poe"]),
        ("Rounds", 540, 585, ["Cy Doe"]),
        ("Unknown zone", 660, None, []),
        ("All day", None, None, []),
    ]
    assert reading.sessions[1].held_on == date(2027, 3, 23)
    assert reading.sessions[0].instant == datetime(2027, 3, 22, 14, 0, tzinfo=UTC)
    assert any("“Nowhere/Zone” is not known" in remark for remark in reading.remarks)
    assert any("“Gone” is cancelled" in remark for remark in reading.remarks)


def test_a_table_is_read_by_the_meaning_of_its_headers() -> None:
    rows = (
        "Day;Start Time;End;Session Title;Speakers;Organization;Location\n2;9:00;9:45;Falls;Ann Roe;Elm Health;Hall A\n"
    )
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        reading = read(f"{rows};10:00;10:15;Break;;;\n".encode(encoding), name="a.csv", first_day=DAY, last_day=LAST)
        assert told(reading) == [("Falls", 540, 585, ["Ann Roe"]), ("Break", 600, 615, [])]
        assert reading.sessions[0].held_on == date(2027, 3, 23)
        assert reading.sessions[0].speakers[0].organization == "Elm Health"
    panels = read(b"Name,Job,Panel,Affiliation\nAnn Roe,Co-Moderator,Costs,Elm\nBo Poe,Speaker,Costs,Oak\n")
    assert [(one.name, one.part) for one in panels.sessions[0].speakers] == [
        ("Ann Roe", "Co-moderator"),
        ("Bo Poe", ""),
    ]


def test_a_schedule_file_is_read() -> None:
    body = (
        b"<schedule><conference><title>Elm</title><time_zone_name>Europe/Berlin</time_zone_name></conference>"
        b'<day date="2027-03-22"><room name="A"><event guid="g1"><date>2027-03-22T23:30:00+01:00</date>'
        b"<start>23:30</start>"
        b"<duration>01:00</duration><title>Late</title><persons><person>Ann Roe</person></persons></event></room></day>"
        b"</schedule>"
    )
    reading = read(body)
    assert (reading.format, reading.zone, told(reading)) == ("xml", "Europe/Berlin", [("Late", 1410, 30, ["Ann Roe"])])
    assert reading.sessions[0].uid == "g1"


def test_pages_are_read_from_cards_tables_and_what_they_tell_machines() -> None:
    cards = paste(
        "<html><body><nav>Home</nav><h2>Monday, March 22</h2><div><p>9:00 AM – 10:00 AM</p><h3>High Reliability</h3>"
        "<p><b>Marlene Voight, RN</b><br>Chief Quality Officer<br>Flint Health</p><p>A long account.</p></div>"
        "</body></html>"
    )
    assert told(cards) == [("High Reliability", 540, 600, ["Marlene Voight"])]
    table = paste(
        "<table><tr><th>Time</th><th>Title</th></tr><tr><td>9:00am - 9:05am</td><td>Opening Remarks</td></tr>"
        "<tr><td></td><td>Session I: Costs</td></tr>"
        "<tr><td>9:05am - 9:50am</td><td>Title to be Announced<br>Jun Chen, PhD, Elm University</td></tr></table>"
    )
    assert told(table) == [("Opening Remarks", 540, 545, []), ("Title to be Announced", 545, 590, ["Jun Chen"])]
    event = {"@type": "Event", "startDate": "2027-03-22T09:00", "performer": {"@type": "Person", "name": "Ann Roe"}}
    events = [event | {"name": "Falls"}, event | {"name": "Costs", "startDate": "2027-03-22T10:00"}]
    linked = paste(f'<html><script type="application/ld+json">{json.dumps(events)}</script><p>x</p></html>')
    assert told(linked) == [("Falls", 540, None, ["Ann Roe"]), ("Costs", 600, None, ["Ann Roe"])]


def test_front_matter_with_markup_is_read() -> None:
    reading = paste(
        "---\nid: x\nschedules:\n  - day_week: Monday\n    date: 22nd\n    events:\n"
        "      - Intro to Costs <span>&mdash; <a href='https://x.example'>Ann Roe</a>, Bo Poe</span>\n---\n"
    )
    assert told(reading) == [("Intro to Costs", None, None, ["Ann Roe", "Bo Poe"])]
    assert reading.sessions[0].held_on == DAY


def _archive(name: str, size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"0" * size)
    return made.getvalue()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b" \n", "nothing in it"),
        (b"9:00 AM x\n" * 1_000_001, "10 MB"),
        (b"\x00" * 500, "not text"),
        (bytes(range(256)) * 20, "not text"),
        (b"%PDF-1.7", "PDF"),
        (b"Just a letter to a friend.", "No session"),
        (b"First Name,Last Name,Email,Registration Type\nAnn,Roe,a@b.example,Member\n", "list of attendees"),
        (b"Name,Title,Company,Email\nAnn Roe,CEO,Elm,a@b.example\n", "list of attendees"),
        (b"Attendee list\nAnn Roe, CEO, Elm\n", "list of attendees"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><schedule/>', "entities"),
        (b"<?xml version='1.0'?><rss/>", "no schedule"),
        (b"PK\x03\x04broken", "could not be opened"),
        (b"\xd0\xcf\x11\xe0broken", "could not be opened"),
        (_archive("a.txt", 10), "no spreadsheet"),
        (_archive("xl/workbook.xml", 120_000_000), "unpacks to more"),
    ],
)
def test_what_is_no_program_is_refused_with_words(body: bytes, words: str) -> None:
    with pytest.raises(CannotRead, match=words):
        read(body)


@pytest.mark.parametrize(
    "text",
    [
        "9:00 " * 2_000,
        "Ann Roe and " * 2_000,
        "A. " * 5_000,
        "<div>" * 5_000 + "9:00 AM x",
        "[a](" * 3_000,
        "a@" * 9_000,
    ],
)
def test_hostile_text_is_read_or_refused(text: str) -> None:
    try:
        said = read(text.encode(), first_day=date.min, last_day=date.max, zone="\x00").format
    except CannotRead as refused:
        said = str(refused)[-1]
    assert said in ("text", "page", ".")


@pytest.mark.skipif(not RECORDINGS.is_dir(), reason="the recorded programs are not here")
def test_recorded_programs_are_read() -> None:
    """How many sessions and speakers each holds, counted by hand."""
    counted = {
        "Bioconductor__eurobioc2025-schedule.csv": (26, 6),
        "Mini-Conf__chil-schedule-fri.html": (14, 9),
        "Mini-Conf__chil-schedule-thurs.html": (14, 8),
        "jeffmcfadden__railsconf2017-main.ics": (15, 5),
        "JGIBristol__dataweek2026.ics": (9, 0),
        "Mini-Conf__chil2021-speakers.csv": (6, 6),
        "biomedvis__biomedvis2024-program.csv": (13, 6),
    }
    for name, (sessions, speakers) in counted.items():
        reading = read((RECORDINGS / name).read_bytes(), name=name)
        assert (len(reading.sessions), sum(len(one.speakers) for one in reading.sessions)) == (sessions, speakers), name


def test_the_titles_of_people_are_no_sessions() -> None:
    rows = "".join(f"Ann{'abc'[n]} Roe,Chief Nursing Officer,Elm Hospital {n},Duluth\n" for n in range(3))
    found = read(("Name,Title,Organization,City\n" + rows).encode(), name="speakers.csv", first_day=DAY, last_day=LAST)
    assert found.sessions == ()
    assert {(one.name, one.title) for one in found.speakers} == {
        (f"Ann{letter} Roe", "Chief Nursing Officer") for letter in "abc"
    }
    talks = read(
        b"Name,Title,Organization,Time\nAnn Roe,Beds at night,Elm Hospital,9:00 AM\n", first_day=DAY, last_day=LAST
    )
    assert [one.title for one in talks.sessions] == ["Beds at night"]
