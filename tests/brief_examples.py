"""Briefs of invented people: one as the design shows it, and twelve that are hard to print on one page."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs.model import (
    Block,
    Brief,
    Card,
    CardRow,
    Checklist,
    Dated,
    Fact,
    Facts,
    Head,
    Labeled,
    NoteLines,
    Paragraphs,
    Run,
    Series,
    Source,
    Text,
    Way,
    Ways,
)

FOOT = (
    "Made Nov 6, 2026 from public sources, for Jordan Kahalepouliʻi. Private: keep it with you, do not leave it on a "
    "table."
)
ADDRESS = "https://groundwork.lakeshore.example/people/41"


def source(key: str, words: str, address: str = "") -> Source:
    return Source(key, words, address)


LEADERS = source("leaders", "Harrow Lake, Leadership page. harrowlake.example/leaders. Nov 6, 2026",
                 "https://harrowlake.example/leaders")  # fmt: skip
MENTORS = source("mentors", "State Nurse Executives, mentors 2026. snex.example/mentors. Nov 5, 2026",
                 "https://snex.example/mentors")  # fmt: skip
OPENS = source("opens", "Harrow Lake, “Short-stay unit opens”, Sep 14, 2026. Nov 5, 2026",
               "https://harrowlake.example/news/short-stay")  # fmt: skip
WEEKLY = source("weekly", "Prairie Health Weekly, interview, Oct 2, 2026. phw.example/1002. Nov 5, 2026",
                "https://phw.example/1002")  # fmt: skip
REGISTER = source("register", "State hospital register, bed report 2026. Nov 4, 2026", "https://beds.example/2026")
AUDITED = source("audited", "Harrow Lake, audited statements FY 2021–2025. Nov 4, 2026",
                 "https://harrowlake.example/audited")  # fmt: skip
SENTINEL = source("sentinel", "Harrow Lake Sentinel, Aug 19, 2026. sentinel.example/819. Nov 5, 2026",
                  "https://sentinel.example/819")  # fmt: skip
GOVERNOR = source("governor", "Office of the Governor, appointments, Oct 22, 2026. Nov 6, 2026",
                  "https://governor.example/appointments")  # fmt: skip
PROFILE = source("profile", "Speaker profile, regional summit 2023. summit.example/23. Nov 5, 2026",
                 "https://summit.example/23")  # fmt: skip
LEDGER = source("ledger", "Your ledger, entries of May 8 and 11, 2026")


def text(words: str, *sources: Source) -> Text:
    return (Run(words, sources=sources),)


def card_row(key: str, label: str, words: str, *sources: Source) -> CardRow:
    return CardRow(key, label, text(words, *sources))


CARD = Card(
    rows=(
        card_row("who", "Who", "Nurse turned operator; ran patient flow for 11 years before the COO job. Cares about "
                 "shift-level staffing.", LEADERS, MENTORS),
        card_row("why_now", "Why now", "Opened a 24-bed short-stay unit in September and has said in public that "
                 "discharge before noon is “the number I watch”.", OPENS, WEEKLY),
        card_row("give", "Give first", "Your one-page summary of the three discharge-lounge studies she asked the "
                 "panel about. It is in your folder."),
        card_row("ask", "Ask", "20 minutes by phone in the first week of December for the patient-flow article. "
                 "Nothing more today."),
        card_row("avoid", "Avoid", "The 2025 bargaining dispute. It is in mediation and she cannot speak about it.",
                 SENTINEL),
    ),
    aside="19 facts, 17 confirmed · checked Nov 6, 2026",
)  # fmt: skip

WAYS = Block(
    "ways",
    "Three ways in",
    Ways((
        Way("Discharge before noon.", (*text("Harrow Lake moved from 18% to 31% in a year.", OPENS),
                                       Run(" You timed the same change on 4 West and can compare what slipped."))),
        Way("Nurses who run operations.", (*text("She mentors in the state nurse-executive fellowship.", MENTORS),
                                           Run(" Your capstone interviewed two of its alumni."))),
        Way("Small-hospital short-stay units.", (*text("Hers is the first in a hospital under 250 beds in the state.",
                                                       REGISTER),
                                                 Run(" Few have written about the first ninety days."))),
    )),
    aside="strongest first",
)  # fmt: skip

QUESTIONS = Block(
    "questions",
    "Questions worth their time",
    Checklist((
        text("What did the floor nurses change in the short-stay plan that the project team had missed?"),
        text("Which measure looked good on paper and misled you in the first month?"),
        text("When boarding rises, who in the building can decide to open beds, and how fast?"),
        text("What would you tell someone in their second year of administration to stop doing?"),
        text("Who else should the article hear from, on any shift?"),
    )),
    aside="tick as you go",
)  # fmt: skip

NOTES = Block("notes", "Notes", NoteLines())

MARGIN = Series(
    name=text("Operating margin, percent", AUDITED),
    values=((2021, 2.0), (2022, -3.4), (2023, -1.2), (2024, 0.6), (2025, 1.9)),
    compared_name="peers",
    compared=((2021, 2.3), (2022, -0.2), (2023, 0.9), (2024, 1.6), (2025, 2.2)),
)

HOUSE = Block(
    "organization",
    "Harrow Lake Regional Health",
    Facts(
        intro=text("Independent, not for profit. One hospital, nine clinics. Harrow Lake, Minnesota."),
        items=(
            Fact(text("Staffed beds", REGISTER), "212"),
            Fact(text("Employees", LEADERS), "1,940"),
            Fact(text("Net patient revenue", AUDITED), "$318 million, FY 2025"),
            Fact(text("Chief executive", LEADERS), "Tom Adébáyọ̀, since 2019"),
            Fact(text("Board chair", LEADERS), "Ingrid Þórsdóttir"),
        ),
        chart=MARGIN,
    ),
)

CHANGES = Block(
    "changes",
    "What changed lately",
    Dated((
        ("Oct 22", text("Named to the state workforce task force.", GOVERNOR)),
        ("Sep 14", text("Short-stay unit opened, 24 beds.", OPENS)),
        ("June", text("Moved to a new bed-board system.", WEEKLY)),
    )),
)  # fmt: skip

BETWEEN = Block(
    "between",
    "Between you",
    Labeled((
        ("Met once:", text("May 8, 2026, panel question, two minutes.", LEDGER)),
        ("You gave:", text("reading list on boarding, May 11. She replied.", LEDGER)),
        ("She gave:", text("named two people to talk to. Both thanked.")),
    )),
)  # fmt: skip

NOT_SETTLED = Block(
    "unsettled",
    "Not settled: do not state as fact",
    Paragraphs((
        text("One profile lists an MBA; her own biography does not.", LEADERS, PROFILE),
        text("A second person of the same name works in Duluth."),
    )),
)  # fmt: skip


def marisol() -> Brief:
    """The page of the design."""
    return Brief(
        head=Head(
            name="Marisol Núñez-Łukasik, RN, MHA",
            event_line="Prairie Lakes Health Leaders Forum · Thu, Nov 12, 2026, 10:40–11:00 AM · Coffee bar, Level 2",
            role_line=text("Chief Operating Officer, Harrow Lake Regional Health, since March 2024"),
            say_line="Say “mah-ree-SOL NOON-yes woo-KAH-sheek”. Goes by Marisol. Assistant: Nguyễn Minh Châu.",
            dossier_address=ADDRESS,
        ),
        card=CARD,
        left=(WAYS, QUESTIONS, NOTES),
        right=(HOUSE, CHANGES, BETWEEN, NOT_SETTLED),
        foot=FOOT,
        title="Briefing: Marisol Núñez-Łukasik",
        author="Jordan Kahalepouliʻi",
    )


def named(name: str, say_line: str = "", **named_parts: object) -> Brief:
    """The same page for somebody else."""
    brief = marisol()
    head = replace(brief.head, name=name, say_line=say_line)
    return replace(brief, head=head, title=f"Briefing: {name}", **named_parts)


def no_data() -> Brief:
    """Nothing is known but the name."""
    return Brief(
        head=Head(name="Ottoline Brandvold", dossier_address=ADDRESS),
        card=Card(rows=(card_row("who", "Who", "Not researched."),), aside="no facts yet"),
        left=(NOTES,),
        right=(),
        foot=FOOT,
        title="Briefing: Ottoline Brandvold",
    )


def forty_facts() -> Brief:
    """Forty facts, each with a source of its own, in every block."""
    numbers = [source(f"s{number}", f"Prairie Register of Hospitals, sheet {number} of forty, with a long name of its "
                      f"own. register.example/{number}. Nov {1 + number % 6}, 2026", f"https://register.example/{number}")
               for number in range(40)]  # fmt: skip
    own = iter(numbers)
    ways = Ways(tuple(Way(f"Way number {n} into this.", text("The unit moved 31% of its discharges before noon within "
                          f"a year, in {n} wards.", next(own))) for n in range(1, 9)))  # fmt: skip
    questions = Checklist(tuple(text(f"What would the night shift of ward {n} say about the change that the day shift "
                                     "would not?", next(own)) for n in range(1, 9)))  # fmt: skip
    facts = tuple(Fact(text(f"Beds in building {n}", next(own)), f"{100 + n}") for n in range(1, 11))
    changes = Dated(tuple((f"Oct {n}", text("Named to a task force of the state on work and rest.", next(own)))
                          for n in range(1, 6)))  # fmt: skip
    between = Labeled(tuple(("You gave:", text("a reading list on boarding and rest.", next(own)))
                            for n in range(1, 6)))  # fmt: skip
    open_ones = Paragraphs(tuple(text("One profile lists a degree; the biography does not.", next(own))
                                 for n in range(1, 5)))  # fmt: skip
    return named(
        "Marguerite Solvang, RN",
        left=(replace(WAYS, part=ways), replace(QUESTIONS, part=questions), NOTES),
        right=(
            replace(HOUSE, part=Facts(text("Forty buildings. Harrow Lake."), facts, MARGIN)),
            replace(CHANGES, part=changes),
            replace(BETWEEN, part=between),
            replace(NOT_SETTLED, part=open_ones),
        ),
    )


def one_fact() -> Brief:
    """A single fact holds."""
    brief = no_data()
    house = replace(HOUSE, part=Facts((), (Fact(text("Staffed beds", REGISTER), "212"),)))
    return replace(brief, head=replace(brief.head, role_line=text("President, Harrow Lake", LEADERS)), right=(house,))


def all_disputed() -> Brief:
    """Sources disagree about everything."""
    disputed = Paragraphs(tuple(
        text(f"One page says she led {n} hospitals in {2010 + n}; another says {n + 1}.", LEADERS, PROFILE)
        for n in range(1, 15)
    ))  # fmt: skip
    brief = no_data()
    return replace(brief, right=(replace(NOT_SETTLED, part=disputed),))


def no_organization() -> Brief:
    """Nobody employs them at present."""
    brief = marisol()
    return replace(
        brief, head=replace(brief.head, role_line=text("Retired chief nurse", LEADERS)), right=(CHANGES, BETWEEN)
    )


def assistant_only() -> Brief:
    """The assistant is known and nothing else."""
    brief = no_data()
    return replace(brief, head=replace(brief.head, say_line="Assistant: Tuulikki Áilo, who keeps the calendar."))


HOSTILE = '<font color="[1 for x in ()]">x</font><img src="file:///etc/hostname"/><a href="javascript:alert(1)">y</a>'


def hostile(payload: str = HOSTILE) -> Brief:
    """The same markup in every field."""
    bad = source("bad", payload, payload)
    line = text(payload, bad)
    return Brief(
        head=Head(payload, payload, line, payload, payload),
        card=Card((CardRow("who", payload, line), CardRow("ask", payload, line)), title=payload, aside=payload),
        left=(
            Block("ways", payload, Ways((Way(payload, line),)), aside=payload),
            Block("questions", payload, Checklist((line,))),
            Block("notes", payload, NoteLines()),
        ),
        right=(
            Block(
                "organization", payload, Facts(line, (Fact(line, payload),), replace(MARGIN, name=line, unit=payload))
            ),
            Block("changes", payload, Dated(((payload, line),))),
            Block("between", payload, Labeled(((payload, line),))),
            Block("unsettled", payload, Paragraphs((line,))),
        ),
        foot=payload,
        title=payload,
        author=payload,
    )


LONG_NAME = (
    "Wolfeschlegelsteinhausenbergerdorff-Kamehameha Keihanaikukauakahihuliheekahaunaele, Ph.D., FACHE, RN, MBA, of the "
    "Honorable and Reverend Families of Ravensworth"
)
LONG_TITLE = (
    "Executive Vice President, Chief Operating Officer and Interim Chief Nursing Officer for Hospital Operations, "
    "Ambulatory Networks, Post-Acute Partnerships, Digital Transformation and Community Benefit, North"
)


def hard_people() -> dict[str, Brief]:
    """What each is hard for -> the brief."""
    titled = marisol()
    titled = replace(titled, head=replace(titled.head, role_line=text(LONG_TITLE, LEADERS)))
    return {
        "longest name": named(LONG_NAME),
        "no data": no_data(),
        "forty facts": forty_facts(),
        "Yoruba": named("Prof. Ẹniọlá Ọ̀ṣunbọ̀wálé Adébáyọ̀, MBBS", "Say “eh-nee-aw-LAH”. Goes by Ẹniọlá."),
        "Vietnamese": named("Nguyễn Thị Bảo Trâm, MD", "Say “nwin tee bow chum”. Assistant: Đặng Ngọc Ánh."),
        "Chinese": named("李偉明", "Goes by Wei Ming Li."),
        "hostile markup": hostile(),
        "long title": titled,
        "one fact": one_fact(),
        "all disputed": all_disputed(),
        "no organization": no_organization(),
        "assistant only": assistant_only(),
    }
