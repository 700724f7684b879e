"""The programs of the demonstration's two events, as a user would paste them. All people and houses are invented."""

from __future__ import annotations

from datetime import date, timedelta

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

FORUM = """Prairie Lakes Health Leaders Forum
Lakeside Conference Center, Bluestem City

{first}
7:30 AM - 8:15 AM  Registration and coffee
8:15 AM - 9:00 AM  Opening: Who is waiting for whom
Speaker: Marisol Núñez-Łukasik, RN, MHA, Chief Operating Officer, Harrow Lake Regional Medical Center
Main hall
9:15 AM - 10:00 AM  Night work without heroes
Speaker: Ẹniọlá Ọ̀ṣunbọ̀, PhD, Professor of Hospital Administration, Northmere University
Room Heron
10:00 AM - 10:30 AM  Break
10:40 AM - 11:30 AM  The second day after discharge
Speaker: Amara Oyelaran, DNP, RN, Chief Nursing Officer, Juniper County Hospital
Moderator: Lowell Strand-Ibarra, Director of Programs, Upper Plains Hospital Association
Room Heron
12:00 PM - 1:15 PM  Lunch
1:30 PM - 2:20 PM  Paying for short stays
Speaker: Desmond Achterberg, CPA, Chief Financial Officer, Elmwater Health System
Speaker: Philippa Ndiaye-Roth, Director of Payment Policy, Prairie Mutual Health Plan
Room Plover

{second}
8:30 AM - 9:15 AM  What a bed meeting is for
Speaker: Kelechi Abara, MHA, Vice President of Operations, Quillbrook Community Hospital
Main hall
9:30 AM - 10:20 AM  Sepsis at three in the morning
Speaker: Şerife Çelik, MD, MPH, Chief Medical Officer, Coldspring Medical Center
Room Heron
10:20 AM - 10:45 AM  Break
{lindqvist}  A clinic that answers the phone
Speaker: Astrid Lindqvist, MD, Chief Medical Officer, Heronsgate Clinic
Room Plover
3:00 PM - 3:45 PM  Boards that ask about staffing
Panelist: Theodora Vang-Amundsen, Board Chair, Two Forks Memorial Hospital
Panelist: Isaac Bellweather, Trustee, Cedar Ridge Medical Center
Main hall

{third}
9:00 AM - 9:50 AM  A hospital of forty beds
Speaker: Marguerite Osei-Tutu, MBA, Chief Executive Officer, Sandhill District Hospital
Room Heron
10:00 AM - 10:45 AM  Closing: What we promise each other
Speaker: Jo Marlowe
Main hall
"""
"""The forum of three days. Two of its speakers need a question: one stands at another house than the user keeps, and of
one it names no house at all."""

EVENING = """Upper Plains Chapter, autumn evening

{first}
5:30 PM  Doors open
6:00 PM - 6:40 PM  Short stays, long arguments
Speaker: Renata Oyelowo-Byrne, MBA, President, Cedar Ridge Medical Center
Hall A
6:45 PM - 7:15 PM  Bed meetings
Speaker: Kelechi Abara, MHA, Vice President of Operations, Quillbrook Community Hospital
Hall A
"""
"""An evening that is over."""

TALK_WAS, TALK_IS = "1:00 PM - 1:45 PM", "2:00 PM - 2:45 PM"
"""When Dr. Lindqvist speaks in the first copy of the forum's program, and in the later one."""


def forum(first_day: date, talk: str) -> str:
    """The forum's program from its first day on."""
    days = (first_day, first_day + timedelta(days=1), first_day + timedelta(days=2))
    return FORUM.format(first=_day(days[0]), second=_day(days[1]), third=_day(days[2]), lindqvist=talk)


def evening(day: date) -> str:
    """The evening's program."""
    return EVENING.format(first=_day(day))


def _day(day: date) -> str:
    return f"{_DAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}, {day.year}"
