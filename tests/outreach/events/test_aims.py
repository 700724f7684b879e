"""Aims: job talk is remarked, also as a note to oneself; what is asked about the work is not."""

from __future__ import annotations

from outreach.events.aims import remark_on


def test_job_talk_is_remarked_as_a_note_to_oneself_too():
    for aim in (
        "Ask him for a job at his hospital", "Get a job", "Hand her my CV", "Introduction to the hiring manager",
        "Ask whether she could refer me for the administrator position", "Ask her to mentor me into a C-suite role",
    ):  # fmt: skip
        assert remark_on(aim), aim


def test_what_is_about_the_work_is_not():
    for aim in (
        "", "20 minutes by phone in December.", "Hear how the night rounds began", "Ask how she chose the pilot unit",
        "Thank her for the call in May and tell what we tried", "Learn how they fill night shifts",
        "Interview about the job rotation program", "Ask for an interview for the newsletter",
    ):  # fmt: skip
        assert remark_on(aim) == "", aim
