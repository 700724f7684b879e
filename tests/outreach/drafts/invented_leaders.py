"""Twenty invented leaders with all that a letter to each can be composed from. Nobody and nothing here exists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from outreach.drafts.compose import compose, letters
from outreach.drafts.letter_values import (
    Assistant,
    CitedFact,
    Materials,
    Occasion,
    ProgramBrief,
    ProjectBrief,
    Promise,
    Reader,
    Sender,
)

TODAY = date(2026, 4, 14)

PRIYA = Sender(
    "Priya Raman", "Operations Coordinator", "Lakeshore Community Hospital", ("MHA",), "(555) 555-0142",
    "priya.raman@lakeshore.example",
)  # fmt: skip
TOBIAS = Sender("Tobias Achterberg", "Administrative Fellow", "University of Northmere Health", (), "",
                "t.achterberg@northmere.example")  # fmt: skip
DEE = Sender("Dee Okafor-Lindqvist", "", "Fernhollow Care Center", ("RN", "BSN"), "(555) 555-0177", "")

SEES_ALL = (
    "I will send five questions beforehand.",
    "You will see the draft for your suggestions and approval before it is published.",
)
SEES_QUOTES = ("You will see your quotations and the facts before publication, and can correct them.",)
SEES_NOTHING = ("I will read every figure and quotation back to you while we speak.",)

NEWSLETTER = ProjectBrief(
    "article", "Who calls first?", "heart-failure discharges in smaller hospitals",
    "administrators of small hospitals", "Our ACHE chapter newsletter",
    "you won agreement to that order of events", SEES_ALL, "The interviewee reviewed this article for accuracy.",
)  # fmt: skip
MAGAZINE = ProjectBrief(
    "article", "Quiet nights", "sleep on medical units", "nurse executives", "Healthcare Executive",
    "the night teams agreed on which alarms to drop", SEES_QUOTES,
)  # fmt: skip
CLASS_PAPER = ProjectBrief("paper", "Transfers", "rural transfers", "", "A class paper", "", SEES_ALL)
PODCAST = ProjectBrief("podcast", "Ninety days", "the first ninety days of a new unit", "new administrators",
                       "The Early Rounds podcast", "you chose what to leave out", SEES_NOTHING)  # fmt: skip
IMPROVEMENT = ProjectBrief("improvement", "Boarding", "boarding in our emergency department", "", "",
                           "your charge nurses came to own the plan", SEES_ALL)  # fmt: skip
JOURNAL = ProjectBrief("paper", "Succession", "succession planning for nurse managers", "",
                       "Journal of Invented Administration", "", SEES_QUOTES)  # fmt: skip

OCCASION = Occasion(
    minutes=20,
    form="by phone or video",
    window_from=date(2026, 5, 11),
    window_until=date(2026, 6, 5),
    interview_at=datetime(2026, 5, 19, 10, 0),  # noqa: DTZ001 (the reader's own clock)
    place="by phone; I will call your office",
    they_said="the night staff drew the plan before anybody spoke of money",
    it_changed="I had assumed that the budget came first.",
    promises=(Promise("send you the draft", date(2026, 6, 12)),),
    wrote_on=date(2026, 4, 14),
    new_since="The newsletter has moved this issue to August, so a conversation in June or July would serve as well.",
    gift="two-page summary of how five hospitals sort their calls",
    words=1080,
    version=3,
    look_at=("your four quotations", "the figures with their years", "the titles of the three people named"),
    answer_by=date(2026, 6, 24),
    venue_closes=date(2026, 7, 3),
    loss="the death of Dr. Anselm Vance, who began the clinic",
    remembered="His letters to new staff are still read here.",
    advice="to begin with the phone list",
    tried="We wrote down the numbers of all four units and who answers them at night.",
    happened="Calls back within the hour rose from 12 to 19 of 20.",
)

MARGUERITE = Materials(
    PRIYA,
    Reader("Marguerite Oyelaran", family_name="Oyelaran", credentials=("PhD", "RN"), pronouns="she/her",
           title="Chief Nursing Officer", organization="Tamarack Valley Health", time_zone="America/Chicago"),
    TODAY, NEWSLETTER,
    ProgramBrief("Bridge to Home", "30-day readmissions fell from 21% to 14%.", "2022 to 2024", "", 1),
    (CitedFact(2, "said", "We let the pharmacists make the first call, not the clinic", source_title="Who calls first",
               source_date="2026-03"),),
    Assistant("Lucia Duarte", pronouns="she/her"), OCCASION,
)  # fmt: skip
"""A doctorate, a program with its record, own words with their source, an assistant."""

MARISOL = Materials(
    PRIYA,
    Reader("Marisol Núñez-Łukasik", family_name="Núñez-Łukasik", credentials=("RN", "MHA"),
           title="Chief Operating Officer", organization="Harrow Lake Regional Medical Center"),
    TODAY, IMPROVEMENT,
    ProgramBrief("Short-Stay Unit", "Boarding in the emergency department fell by 31 percent.", "the first six months",
                 "Led the program and chaired its weekly round.", 1),
    (CitedFact(2, "award", "Lantern Award for Nursing Leadership", starts="2024"),),
    Assistant("Tom Adébáyọ̀"), OCCASION,
)  # fmt: skip
"""No doctorate, no pronouns: greeted by the whole name. A project without a venue."""

SERIFE = Materials(
    TOBIAS,
    Reader("Şerife Çelik, MD, MPH", addressed_as="Dr. Çelik", pronouns="she/her", credentials=("MD", "MPH"),
           title="Chief Medical Officer", organization="Ridgemoor Hospital", time_zone="America/Chicago"),
    TODAY, PODCAST, ProgramBrief("First Hour"),
    (CitedFact(3, "program", "Led First Hour", starts="2021", ends="2023",
               details={"result": "Deaths from sepsis fell from 14 percent to 9 percent"}),
     CitedFact(4, "role", "Chief Medical Officer", "Ridgemoor Hospital", starts="2018")),
    None, OCCASION,
)  # fmt: skip

PRISCILLA = Materials(
    PRIYA,
    Reader("Priscilla Adeyemi-Ellis", credentials=("DNP", "RN", "NEA-BC"), title="Chief Nursing Executive",
           organization="Fairhaven Health"),
    TODAY, MAGAZINE, ProgramBrief("Quiet Hours"),
    (CitedFact(1, "organization_program", "Quiet Hours", "Fairhaven Health",
               details={"result": "lowered overnight alarms by 38% on four medical units", "period": "2024"}),
     CitedFact(2, "beds", 690, "Fairhaven Health")),
    Assistant("Office of the Chief Nurse", is_office=True), OCCASION,
)  # fmt: skip

LUIS = Materials(
    TOBIAS,
    Reader("Luis Fernández-Roa", pronouns="he/him", credentials=("MHA", "FACHE"), title="President",
           organization="Mercy Hollow Hospital", time_zone="America/Chicago"),
    TODAY, CLASS_PAPER, ProgramBrief("Doors Open"),
    (CitedFact(1, "role", "President", "Mercy Hollow Hospital", starts="2018"),
     CitedFact(2, "organization_program", "The Doors Open transfer center cut the median transfer time from 211 to 94 "
               "minutes", "Mercy Hollow Hospital")),
    None, OCCASION,
)  # fmt: skip

HOLLIS = Materials(
    DEE,
    Reader("Hollis Abernethy-Quill", honorific="Mx.", pronouns="they/them", credentials=("MBA",), title="President",
           organization="Ridgemoor Hospital"),
    TODAY, NEWSLETTER, None,
    (CitedFact(1, "talk", "Who owns the discharge?", details={"show": "The Invented Rounds"}, starts="2025-09-01"),
     CitedFact(2, "former_role", "Director of Patient Flow", "Harrow Lake Regional Medical Center", "2012", "2016")),
    Assistant("Ines Ellis", honorific="Mrs."), OCCASION,
)  # fmt: skip

ENIOLA = Materials(
    TOBIAS,
    Reader("Ẹniọlá Ọ̀ṣunbọ̀", addressed_as="Professor Ọ̀ṣunbọ̀", pronouns="she", credentials=("PhD",),
           title="Professor of Hospital Administration", organization="University of Northmere"),
    TODAY, JOURNAL, None,
    (CitedFact(1, "publication", "Night managers and who follows them", starts="2024-05",
               details={"journal": "Journal of Invented Administration", "coauthors": "J. Roe"}),
     CitedFact(2, "education", "PhD", "Vale College", ends="2009")),
    None, OCCASION,
)  # fmt: skip

WANG = Materials(
    PRIYA,
    Reader("王小明", credentials=("MD",), title="Chief of Surgery", organization="Larkspur Valley Hospital"),
    TODAY, NEWSLETTER, ProgramBrief("Same-Day Hips"),
    (CitedFact(1, "program", "Same-Day Hips", details={"result": "a stay of nine hours instead of two days"}),),
    Assistant("Joy Tanaka", addressed_as="Joy"), OCCASION,
)  # fmt: skip
"""A name in another script."""

ODDVAR = Materials(
    DEE,
    Reader("Oddvar Pellinger", organization="Harrow Lake Regional Medical Center"),
    TODAY, NEWSLETTER, None,
    (CitedFact(1, "board_seat", "Lake Country Food Shelf", starts="2025"),
     CitedFact(2, "board_seat", "Member of the Board of Directors", "Department of Invented Health")),
    None, OCCASION,
)  # fmt: skip
"""Nobody knows a title."""

INGRID = Materials(
    PRIYA,
    Reader("Ingrid Solhaugen", addressed_as="Ingrid", pronouns="she/her", credentials=("MBA",),
           title="President and Chief Executive Officer", organization="Saint Brendan Hospital"),
    TODAY, NEWSLETTER, ProgramBrief("Open Ledger", leader_part="Reads the monthly figures aloud to all staff."),
    (CitedFact(1, "program", "creating a monthly reading of the figures for all staff"),
     CitedFact(2, "said", "If the night desk cannot explain a number, the number is wrong.")),
    Assistant("Cormac O'Dell", pronouns="he/him"), OCCASION,
)  # fmt: skip

JAMES = Materials(
    TOBIAS,
    Reader("James T. Ellis Jr.", honorific="Mr.", pronouns="he/him", credentials=("CPA",),
           title="Chief Financial Officer", organization="The Elmwater Health System"),
    TODAY, MAGAZINE, None,
    (CitedFact(1, "revenue", 205000000, "The Elmwater Health System", ends="2024-06-30"),
     CitedFact(2, "community_benefit", "Charity care: 1.3% of expenses in fiscal year 2024",
               "The Elmwater Health System")),
    Assistant("Pat Ellis"), OCCASION,
)  # fmt: skip

AMARA = Materials(
    PRIYA,
    Reader("Amara Nwosu", pronouns="she", credentials=("PharmD",), title="Vice President of Pharmacy",
           organization="Children's Hospital of the Invented Coast"),
    TODAY, NEWSLETTER, ProgramBrief("its new North Bend Clinic"),
    (CitedFact(1, "program", "its new North Bend Clinic", details={"result": "welcomed 40% more patients than before"}),
     CitedFact(2, "award", "Pharmacist of the Year", "Society of Invented Pharmacists", starts="2023")),
    None, OCCASION,
)  # fmt: skip

RAVI = Materials(
    PRIYA,
    Reader("Ravi Thistlewood", title="Chief Information Officer", organization="Harrow Lake Regional Medical Center"),
    TODAY, PODCAST, ProgramBrief("eICU hub"),
    (CitedFact(1, "organization_program", "eICU hub", "Harrow Lake Regional Medical Center",
               details={"result": "answered 4,100 night calls from five smaller hospitals", "period": "first year"}),),
    None, OCCASION,
)  # fmt: skip

SISTER = Materials(
    DEE,
    Reader("Sister Agnes Moorfield", honorific="Sister", title="Board Chair",
           organization="Sisters of the Invented Vale"),
    TODAY, NEWSLETTER, None,
    (CitedFact(1, "mission", "To sit with the dying and their neighbors.", "Sisters of the Invented Vale"),
     CitedFact(2, "public_service", "Member, rural hospice panel", starts="2022",
               details={"body": "Department of Invented Health"})),
    None, OCCASION,
)  # fmt: skip

BARNABY = Materials(
    TOBIAS,
    Reader("Barnaby Whitlock-Rey", pronouns="he/him", credentials=("DNP", "RN"), title="Chief Nursing Officer",
           organization="Saint Brendan Hospital", time_zone="America/New_York"),
    TODAY, JOURNAL, ProgramBrief("Charge Nurse Academy"),
    (CitedFact(1, "program", "Barnaby created the Charge Nurse Academy",
               details={"result": "41 of 44 graduates still lead a unit"}),
     CitedFact(2, "grant", "Preventing falls in rural hospitals", starts="2021-04-01", ends="2024-03-31",
               details={"role": "contact principal investigator"})),
    Assistant("Mei-Ling Abara", honorific="Dr."), OCCASION,
)  # fmt: skip

ANNELIESE = Materials(
    PRIYA,
    Reader("Anneliese Vandermolen-Ouédraogo-Castellanos", credentials=("MSN", "RN", "NEA-BC", "FACHE"), pronouns="she",
           title="Senior Vice President for Rural Access, Transitions of Care and Community Partnerships",
           organization="Lake Country Health Alliance"),
    TODAY, ProjectBrief("article", "", "how rural hospitals share on-call specialists across county lines without "
                        "losing the trust of local physicians", "hospital boards", "Upper Plains Hospital Association "
                        "quarterly newsletter", "four competing hospitals came to share one call list", SEES_ALL),
    ProgramBrief("Shared Call"),
    (CitedFact(1, "organization_program", "Shared Call", "Lake Country Health Alliance",
               details={"result": "covered nights at four hospitals with one list"}, starts="2024"),
     CitedFact(2, "role", "Senior Vice President for Rural Access, Transitions of Care and Community Partnerships",
               "Lake Country Health Alliance", starts="2024"),
     CitedFact(3, "membership", "Society of Invented Executives")),
    Assistant("Bartholomew Featherstonehaugh-Quince", pronouns="he"), OCCASION,
)  # fmt: skip
"""Long names everywhere."""

TRAM = Materials(
    DEE,
    Reader("Nguyễn Thị Bảo Trâm", given_name="Bảo Trâm", family_name="Nguyễn", addressed_as="Ms. Trâm",
           pronouns="she/her", credentials=("CPA",), title="Chief Financial Officer",
           organization="Harrow Lake Regional Medical Center"),
    TODAY, NEWSLETTER, None,
    (CitedFact(1, "former_role", "Controller", "Elmwater Health System", "2015", "2021"),
     CitedFact(2, "education", "master of business administration", "Vale College")),
    None, OCCASION,
)  # fmt: skip

KOFI = Materials(
    PRIYA,
    Reader("Kofi Lindqvist", pronouns="he", credentials=("JD",), title="Director, Provider Relations",
           organization="Prairie Mutual Health Plan"),
    TODAY, NEWSLETTER, ProgramBrief("One Form", "Prior authorizations now take two days instead of nine.", "", "", 2),
    (CitedFact(1, "role", "Director, Provider Relations", "Prairie Mutual Health Plan"),),
    Assistant("Harrow Lake Communications", is_office=True), OCCASION,
)  # fmt: skip

ORLA = Materials(
    TOBIAS,
    Reader("Orla", title="Administrator", organization="Coldspring Critical Access Hospital"),
    TODAY, NEWSLETTER, None,
    (CitedFact(1, "overall_rating", 5, "Coldspring Critical Access Hospital"),
     CitedFact(2, "emergency_services", True, "Coldspring Critical Access Hospital"),
     CitedFact(3, "employees", 812.45, "Coldspring Critical Access Hospital", ends="2024-06-30")),
    None, OCCASION,
)  # fmt: skip
"""One name only, and facts of the house alone."""

CHIEF = Materials(
    PRIYA,
    Reader("Maria Ortiz", addressed_as="Chief Ortiz", honorific="Chief", pronouns="she", title="Chief of Staff",
           organization="Veterans Health Administration"),
    TODAY, MAGAZINE, ProgramBrief("Night Desk"),
    (CitedFact(1, "program", "Under her leadership, the Night Desk answered 9 of 10 calls within five minutes",
               starts="2025"),
     CitedFact(2, "trial", "Hourly rounding to prevent falls", starts="2024-03", ends="2025-06-30",
               details={"role": "principal investigator"})),
    Assistant("Sgt. Bo Abernathy"), OCCASION,
)  # fmt: skip

LEADERS: Mapping[str, Materials] = {
    "marguerite": MARGUERITE, "marisol": MARISOL, "serife": SERIFE, "priscilla": PRISCILLA, "luis": LUIS,
    "hollis": HOLLIS, "eniola": ENIOLA, "wang": WANG, "oddvar": ODDVAR, "ingrid": INGRID, "james": JAMES,
    "amara": AMARA, "ravi": RAVI, "sister": SISTER, "barnaby": BARNABY, "anneliese": ANNELIESE, "tram": TRAM,
    "kofi": KOFI, "orla": ORLA, "chief": CHIEF,
}  # fmt: skip
"""By a short name, which is that of their golden files."""

GOLDEN = ("marguerite", "marisol", "luis")
"""Leaders whose every letter is kept in `letters/`, as it reads."""


def _write_golden_files() -> None:
    """Writes the letters of the three leaders anew, to be read line by line before they are committed."""
    for who in GOLDEN:
        folder = Path(__file__).parent / "letters" / who
        folder.mkdir(parents=True, exist_ok=True)
        for key, letter in letters().items():
            composed = compose(letter, LEADERS[who])
            (folder / f"{key}.txt").write_text(f"Subject: {composed.subject}\n\n{composed.body}\n", "utf-8")


if __name__ == "__main__":
    _write_golden_files()
