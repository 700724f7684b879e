"""The calendar file of an appointment, read back by the strict parser."""

from __future__ import annotations

from datetime import timedelta

from outreach.interviews import calendar_file
from tests import factories, ledger_factories
from tests.outreach import strict_calendar


def test_it_says_with_whom_how_and_for_what(session):
    person = factories.make_person(session, name="Inés Okafor, ; \\n")
    project = factories.make_project(session, title="An article on flow")
    row = ledger_factories.make_interview(session, person, state="confirmed", project_id=project.id, sequence=4)
    calendar = strict_calendar.read(calendar_file.file_of(row, "https://groundwork.example"))
    (event,) = calendar.of("VEVENT")
    assert event.text("SUMMARY") == "Talk with Inés Okafor, ; \\n"
    assert event.text("DESCRIPTION") == "By telephone, 20 minutes.\nFor: An article on flow"
    assert event.text("UID") == row.uid
    assert (event.properties["SEQUENCE"][1], event.properties["STATUS"][1]) == ("4", "CONFIRMED")
    assert strict_calendar.starts(calendar, event) == row.starts_at
    triggers = {strict_calendar.duration(one.properties["TRIGGER"][1]) for one in event.of("VALARM")}
    assert triggers == {timedelta(days=-1), timedelta(minutes=-30)}


def test_a_zone_that_nobody_knows_any_more_is_said_in_utc(session):
    row = ledger_factories.make_interview(session, zone="Mars/Olympus")
    calendar = strict_calendar.read(calendar_file.file_of(row, ""))
    assert calendar.of("VTIMEZONE") == []
    assert strict_calendar.starts(calendar, calendar.of("VEVENT")[0]) == row.starts_at
    assert calendar_file.coming_of(row).on == row.starts_at.date()
