"""Golden cases: invented people and organizations, in the shapes in which such texts and pages are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.name_matching import compare
from research.pages.html_lines import read_html
from research.pages.lines import read_text
from research.pages.model import PersonFound
from research.pages.people import people_of
from research.pages.title_keys import title_key

HOSPITAL = (
    "\nMarlow Valley Hospital is a 120-bed community hospital serving patients in the region with emergency care, "
    "surgery and oncology.\n"
)

CASES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    (
        (
            "Joining Dr. Lim on the board of Elm Hospital is Katherine “Kay” Vale of Oakdale. Kay has served as "
            "president of the Pine Health Auxiliary since 2012."
        ),
        [("Katherine “Kay” Vale", "president", "Pine Health Auxiliary")],
    ),
    (
        "Former Elm Hospital CEO Jo Vale has been hired to lead Pine Health as its chief executive.",
        [("Jo Vale", "chief executive", "Pine Health")],
    ),
    (
        (
            "Days after Elm Hospital President Art Vale told its board he will resign, Pine Ridge Health System in "
            "Oaktown, Ore., said Vale had accepted the position as its next chief executive officer."
        ),
        [("Art Vale", "chief executive officer", "Pine Ridge Health System")],
    ),
    (
        (
            "Highlights of the day\nJo Vale, President and CEO, Elm General Hospital discussed growth.\n"
            "Bo Lim, chief nurse, Pine Ridge Healthcare focused on access."
        ),
        [("Jo Vale", "President and CEO", "Elm General Hospital"), ("Bo Lim", "chief nurse", "Pine Ridge Healthcare")],
    ),
    (
        (
            "Marlow Valley Hospital names new CEO\nMARLOW, Ohio – Marlow Valley Hospital has named Jane Q. "
            "Ferncastle, MBA, FACHE, as its next president and chief executive officer, effective March 3, 2025. "
            "Ferncastle succeeds Robert Oldwyn, who retired in December after 14 years."
        ),
        [("Jane Q. Ferncastle", "president and chief executive officer", "Marlow Valley Hospital")],
    ),
    (
        (
            "New CFO\nThe board of directors of Marlow Valley Hospital today announced that Peter Sandoval-Reyes "
            "will join the organization as chief financial officer on July 1."
        ),
        [("Peter Sandoval-Reyes", "chief financial officer", "Marlow Valley Hospital")],
    ),
    (
        (
            "Marlow Valley Hospital welcomes Dr. Alan Threepwood as Chief Medical Officer\nDr. Alan Threepwood "
            "has joined Marlow Valley Hospital as chief medical officer. “We are lucky,” said CEO Maria Dunmore."
        ),
        [("Alan Threepwood", "chief medical officer", None), ("Maria Dunmore", "CEO", None)],
    ),
    (
        (
            "“This is a big step,” said Karen Holbrook, RN, MSN, vice president of patient care services and "
            "chief nursing officer at Marlow Valley Hospital."
        ),
        [
            (
                "Karen Holbrook",
                "vice president of patient care services and chief nursing officer",
                "Marlow Valley Hospital",
            )
        ],
    ),
    (
        (
            "According to Marlow Valley Hospital Chief Operating Officer Tim Varga, the unit opens in May. Varga "
            "said more."
        ),
        [("Tim Varga", "Chief Operating Officer", "Marlow Valley Hospital")],
    ),
    (
        (
            "Ferncastle Health promotes two\nFerncastle Health announced two leadership changes. Susan Oakheart "
            "has been promoted to senior vice president of operations. Also, David Linn, formerly director of "
            "pharmacy, was appointed vice president of ambulatory services."
        ),
        [
            ("Susan Oakheart", "senior vice president of operations", None),
            ("David Linn", "vice president of ambulatory services", None),
        ],
    ),
    (
        (
            "Lena Brightwater is president of Marlow Valley Hospital, where she has served since 2019. Before "
            "joining Marlow, she was chief operating officer of Eastgate Medical Center in Toledo."
        ),
        [("Lena Brightwater", "president", "Marlow Valley Hospital")],
    ),
    (
        (
            "Omar El-Sayed, M.D., Ph.D., chair of the Department of Surgery at Marlow Valley Hospital, and Ruth "
            "Kimball, the hospital’s chief quality officer, led the effort."
        ),
        [
            ("Omar El-Sayed", "chair of the Department of Surgery", "Marlow Valley Hospital"),
            ("Ruth Kimball", "chief quality officer", None),
        ],
    ),
    (
        (
            "Longtime Marlow Valley Hospital CEO Frank Delmar will retire June 30. Chief Operating Officer Gina "
            "Torvald will serve as interim CEO."
        ),
        [("Frank Delmar", "CEO", "Marlow Valley Hospital"), ("Gina Torvald", "interim CEO", None)],
    ),
    (
        (
            "Meet Our Leaders\n\nWilliam Hartnell, MHA\nPresident and CEO\n\nPatricia Troughton, RN\nVice "
            "President, Nursing\nChief Nursing Officer\n\nJon Pertwee\nChief Information Officer\n"
        ),
        [
            ("William Hartnell", "President and CEO", None),
            ("Patricia Troughton", "Vice President, Nursing, Chief Nursing Officer", None),
            ("Jon Pertwee", "Chief Information Officer", None),
        ],
    ),
    (
        (
            "Board of Directors\n- Alma Reyes, Chair\n- Bob Stone, Vice Chair\n- Carol Danvers, "
            "Secretary/Treasurer\n- Dan Moss, MD\n- Ellen Park\n"
        ),
        [
            ("Alma Reyes", "Chair", None),
            ("Bob Stone", "Vice Chair", None),
            ("Carol Danvers", "Secretary/Treasurer", None),
            ("Dan Moss", "Board of Directors", None),
            ("Ellen Park", "Board of Directors", None),
        ],
    ),
    (
        (
            "Marlow Valley Hospital President & CEO Kim Nguyen-Tran and Chief Nursing Officer Lucy Adeyemi, DNP, "
            "RN, cut the ribbon."
        ),
        [
            ("Kim Nguyen-Tran", "President & CEO", "Marlow Valley Hospital"),
            ("Lucy Adeyemi", "Chief Nursing Officer", None),
        ],
    ),
    ("Becker, a Chicago law firm, hired Tom Wick as managing partner. Ann Lee, mayor of Marlow, attended.", []),
    (
        (
            "The new wing was designed by Studio Nine. “We listened,” said Carl Voss, principal at Studio Nine "
            "Architects. Hospital president Emily Ward agreed."
        ),
        [("Emily Ward", "president", None)],
    ),
    (
        "Sarah Connolly was recently named executive director of the Marlow Valley Hospital Foundation.",
        [("Sarah Connolly", "executive director", "Marlow Valley Hospital Foundation")],
    ),
    (
        "Dr. Priya Raman, who serves as Marlow Valley’s vice president of medical affairs, said flu cases rose.",
        [("Priya Raman", "vice president of medical affairs", None)],
    ),
    ("Contact: Jill Smith, Media Relations Manager, 555-123-4567", []),
    (
        "Headed by Director of Nursing Paula Grant, the team grew. Grant has been with the hospital since 2001.",
        [("Paula Grant", "Director of Nursing", None)],
    ),
    (
        (
            "Michael Adler joins Marlow Valley Hospital as Vice President of Human Resources\nMichael Adler has "
            "joined the leadership team as vice president of human resources. He most recently served as HR "
            "director at Acme Corp."
        ),
        [("Michael Adler", "Vice President of Human Resources", None)],
    ),
    (
        (
            "After 30 years, Nancy Ott is stepping down as CEO of Marlow Valley Hospital. The board has selected "
            "Brian Kerr, currently chief operating officer, to succeed her."
        ),
        [("Nancy Ott", "CEO", "Marlow Valley Hospital"), ("Brian Kerr", "chief operating officer", None)],
    ),
    (
        (
            "The hospital announced the appointment of Gloria Esteban, MPH, as director of community health. She "
            "will oversee outreach."
        ),
        [("Gloria Esteban", "director of community health", None)],
    ),
    (
        "Helen Park (CEO, Marlow Valley Hospital) and Raj Patel (CFO, Marlow Valley Hospital) spoke.",
        [("Helen Park", "CEO", "Marlow Valley Hospital"), ("Raj Patel", "CFO", "Marlow Valley Hospital")],
    ),
    (
        (
            "Helen Park – Chief Executive Officer\nRaj Patel – Chief Financial Officer\nDr. Mia Wong – Chief "
            "Medical Officer"
        ),
        [
            ("Helen Park", "Chief Executive Officer", None),
            ("Raj Patel", "Chief Financial Officer", None),
            ("Mia Wong", "Chief Medical Officer", None),
        ],
    ),
    (
        "Chief Executive Officer: Helen Park\nChief Financial Officer: Raj Patel",
        [("Helen Park", "Chief Executive Officer", None), ("Raj Patel", "Chief Financial Officer", None)],
    ),
    (
        "HELEN PARK, MD\nPRESIDENT AND CEO\n\nRAJ PATEL\nVICE PRESIDENT, FINANCE",
        [("Helen Park", "PRESIDENT AND CEO", None), ("Raj Patel", "VICE PRESIDENT, FINANCE", None)],
    ),
    (
        "| Name | Title |\n|---|---|\n| Helen Park | Chief Executive Officer |\n| Raj Patel | Director of Finance |",
        [("Helen Park", "Chief Executive Officer", None), ("Raj Patel", "Director of Finance", None)],
    ),
    (
        "**Helen Park**, Chief Executive Officer\n\n**Raj Patel**, Director of Finance",
        [("Helen Park", "Chief Executive Officer", None), ("Raj Patel", "Director of Finance", None)],
    ),
    (
        "“Our teams never stop,” says Tessa Quill, who has led Marlow Valley Hospital as CEO since 2016.",
        [("Tessa Quill", "CEO", "Marlow Valley Hospital")],
    ),
    (
        "Tessa Quill became CEO of Marlow Valley Hospital in 2016. Quill earned her degree at Ohio State.",
        [("Tessa Quill", "CEO", "Marlow Valley Hospital")],
    ),
    (
        "Sister Mary Agnes Dorn, OSF, president of St. Brigid Medical Center, blessed the chapel.",
        [("Mary Agnes Dorn", "president", "St. Brigid Medical Center")],
    ),
    (
        "Interim Chief Nursing Officer Dana Lowe, RN, said staffing improved.",
        [("Dana Lowe", "Interim Chief Nursing Officer", None)],
    ),
    ("The award went to Dr. Evan Cho, a cardiologist at Marlow Valley Hospital.", []),
    (
        "Thomas J. Wexford, chairman of the Marlow Valley Hospital Board of Trustees, thanked donors.",
        [("Thomas J. Wexford", "chairman", "Marlow Valley Hospital Board of Trustees")],
    ),
    (
        "“We’re thrilled,” said Northern Lakes Health System President and CEO Dr. Anita Solberg.",
        [("Anita Solberg", "President and CEO", "Northern Lakes Health System")],
    ),
    (
        "Anita Solberg, president and CEO, Northern Lakes Health System, said the merger is final.",
        [("Anita Solberg", "president and CEO", "Northern Lakes Health System")],
    ),
    (
        "Joel Pike, director, emergency department, said visits doubled.",
        [("Joel Pike", "director, emergency department", None)],
    ),
    (
        "Joel Pike, Director of Emergency Services, Marlow Valley Hospital\nAnn Roe, Chief Nurse, Eastgate Clinic",
        [
            ("Joel Pike", "Director of Emergency Services", "Marlow Valley Hospital"),
            ("Ann Roe", "Chief Nurse", "Eastgate Clinic"),
        ],
    ),
    (
        (
            "Lakeview Regional Medical Center appoints Dr. Nora Finch to board\nLakeview Regional Medical Center "
            "has appointed Dr. Nora Finch to its Board of Trustees."
        ),
        [("Nora Finch", "Board of Trustees", "Lakeview Regional Medical Center")],
    ),
    (
        "Two physicians, Dr. Sam Ode and Dr. Kit Lowe, were elected to the Lakeview Health Board of Directors.",
        [("Sam Ode", "Board of Directors", None), ("Kit Lowe", "Board of Directors", None)],
    ),
    (
        (
            "Lakeview Health announced today that its president, Carl Benning, has been elected chair of the "
            "Ohio Hospital Association."
        ),
        [("Carl Benning", "president", "Lakeview Health")],
    ),
    (
        (
            "Amy Vance, who has been chief nursing officer since January 2021, will become chief operating "
            "officer on May 1."
        ),
        [("Amy Vance", "chief operating officer", None)],
    ),
    (
        (
            "Amy Vance succeeds Carl Benning as president of Lakeview Health. Benning left in March to become "
            "CEO of Eastgate Medical Center."
        ),
        [("Amy Vance", "president", "Lakeview Health"), ("Carl Benning", "CEO", "Eastgate Medical Center")],
    ),
    (
        "Lakeview Health's Chief Experience Officer, Lori Dean, spoke to reporters.",
        [("Lori Dean", "Chief Experience Officer", "Lakeview Health")],
    ),
    (
        (
            "The Lakeview Health Board of Directors has selected Amy Vance, FACHE, as the system's new president "
            "and CEO. Vance, currently the CEO of Eastgate Medical Center in Ohio, will start August 12, 2024."
        ),
        [("Amy Vance", "president and CEO", None)],
    ),
    (
        "Amy Vance, CEO\nLakeview Health\n\nDon Finch, Chief Nursing Officer\nEastgate Medical Center",
        [("Amy Vance", "CEO", "Lakeview Health"), ("Don Finch", "Chief Nursing Officer", "Eastgate Medical Center")],
    ),
    (
        (
            "Speakers\n\nAmy Vance, MD, MBA\nChief Medical Officer, Lakeview Health\n\nDon Finch\nFounder and "
            "CEO, Widgetsoft Technologies\n\nLee Moon, PhD\nProfessor of Economics, Ohio State University"
        ),
        [("Amy Vance", "Chief Medical Officer", "Lakeview Health")],
    ),
    (
        "In her role as Vice President of Quality at Lakeview Health, Amy Vance leads improvement. Vance holds an MBA.",
        [("Amy Vance", "Vice President of Quality", "Lakeview Health")],
    ),
    (
        "As chief executive of Lakeview Health since 2014, Amy Vance has overseen growth.",
        [("Amy Vance", "chief executive", "Lakeview Health")],
    ),
    (
        "Lakeview Health (NYSE: LVH) said Thursday that Chief Financial Officer Amy Vance would leave the company.",
        [("Amy Vance", "Chief Financial Officer", None)],
    ),
    (
        (
            "The search committee was led by trustee Bill Oaks. “Amy is the right leader,” said Oaks, chair of "
            "the Lakeview Health board."
        ),
        [("Bill Oaks", "chair", None)],
    ),
    (
        (
            "Amy Vance, D.N.P., R.N., N.E.A.-B.C., Chief Nursing Executive, and Don Finch Jr., Vice "
            "President/Chief Operating Officer, received the award."
        ),
        [
            ("Amy Vance", "Chief Nursing Executive", None),
            ("Don Finch Jr.", "Vice President/Chief Operating Officer", None),
        ],
    ),
    (
        (
            "Pictured left to right: Amy Vance, CEO; Don Finch, CFO; Lori Dean, director of volunteer services; "
            "and Rep. Al Stone."
        ),
        [("Amy Vance", "CEO", None), ("Don Finch", "CFO", None), ("Lori Dean", "director of volunteer services", None)],
    ),
    (
        "Q&A with Amy Vance, Lakeview Health's new chief of surgery",
        [("Amy Vance", "chief of surgery", "Lakeview Health")],
    ),
    (
        "Amy Vance, R.N., has been named Director of Nursing at Lakeview Manor, a 90-bed skilled nursing facility.",
        [("Amy Vance", "Director of Nursing", "Lakeview Manor")],
    ),
    (
        (
            "County Executive Don Finch and Sheriff Al Stone praised the hospital. Governor Lori Dean sent a "
            "letter. Senator Amy Vance attended."
        ),
        [],
    ),
    (
        "By Lori Dean, Staff Writer\nPublished May 1, 2024\nHospital board chair Al Stone agreed.",
        [("Al Stone", "board chair", None)],
    ),
    (
        "Don Finch, 54, has been president of Lakeview Health since 2012.",
        [("Don Finch", "president", "Lakeview Health")],
    ),
    (
        "Don Finch\nPresident, Lakeview Hospital\nRegional Vice President, Lakeview Health",
        [("Don Finch", "President", "Lakeview Hospital")],
    ),
]


def leaders(text: str) -> list[PersonFound]:
    return [person for person in people_of(read_text(text + HOSPITAL)) if person.leader]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_a_text_says_who_leads_what(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = leaders(text)
    for name, title, organization in expected:
        person = next((p for p in found if compare(p.name, name).verdict != "different"), None)
        assert person is not None, name
        assert title_key(person.title) == title_key(title)
        assert organization is None or person.organization == organization
    assert len(found) == len(expected), [person.name for person in found]


def page(body: str) -> list[PersonFound]:
    markup = (
        "<title>Leadership | Marlow Valley Hospital</title><nav><a>Home</a></nav>"
        f"<main>{body}</main><footer>© 2025 Marlow Valley Hospital</footer>"
    )
    return list(people_of(read_html(markup)))


def test_a_card_without_an_organization_is_the_pages_own() -> None:
    found = page("<h1>Team</h1><div><h3>Helen Park</h3><p>Chief Nurse</p></div><div><h3>Raj Patel</h3><p>CEO</p></div>")
    assert [(p.name, p.title, p.organization, p.leader) for p in found] == [
        ("Helen Park", "Chief Nurse", "Marlow Valley Hospital", True),
        ("Raj Patel", "CEO", "Marlow Valley Hospital", True),
    ]


def test_card_and_biography_are_one_person() -> None:
    found = page(
        "<h1>Helen Park, MD</h1><h2>President</h2><p>Helen Park is responsible for all. Dr. Park joined Marlow Valley "
        "Hospital in 2011 as chief of medicine and became president in 2018.</p>"
    )
    assert [(p.name, p.credentials, p.title, str(p.since)) for p in found] == [
        ("Helen Park", ("MD",), "President", "2018")
    ]
    assert len(found[0].passages) == 3


def test_a_second_post_stands_beside_the_first() -> None:
    text = "Elm Health CEO Ann Vale, chair of the Oak Hospital Association, spoke."
    person = leaders(text)[0]
    assert person.title == "CEO"
    assert [(post.title, post.organization) for post in person.also] == [("chair", "Oak Hospital Association")]


def test_names_in_capitals_are_written_as_people_write_them() -> None:
    assert leaders("HELEN PARK, MD\nPRESIDENT AND CEO\n")[0].name == "Helen Park"


def test_clinicians_and_former_holders_are_named_and_lead_nothing() -> None:
    found = people_of(read_text("News\nAnn Vale, a nurse at Elm Clinic, met former Elm Clinic CEO Bo Lim." + HOSPITAL))
    assert {person.name: person.leader for person in found} == {"Ann Vale": False, "Bo Lim": False}


def test_quotes_stand_in_the_text() -> None:
    for text, _ in CASES:
        read = read_text(text + HOSPITAL)
        folded = " ".join(read.text.split())
        assert all(" ".join(person.quote.split()) in folded for person in people_of(read))


@pytest.mark.parametrize(
    "text", ["", "\x00", "Привет, мир. 你好。", "A" * 100_000, "CEO " * 5000, "Ann Vale, CEO, " * 2000, "(" * 5000]
)
def test_hopeless_texts_are_survived(text: str) -> None:
    assert isinstance(people_of(read_text(text)), tuple)


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    assert isinstance(people_of(read_text(text)), tuple)


def test_a_mayor_is_of_no_hospital_and_a_caption_carries_no_organization_over_a_semicolon() -> None:
    text = (
        "Marlow Valley Hospital opens a wing\nMarlow Valley Hospital opened a wing. Tom Birch, mayor of Elmtown, came."
        "\nFrom left: Jane Roe, CEO of Marlow Valley Hospital; Carl Moss, chairman; Ann Poole, president of Vale Bank."
        + HOSPITAL
    )
    places = {p.name: p.organization for p in people_of(read_text(text))}
    assert places == {
        "Tom Birch": "", "Jane Roe": "Marlow Valley Hospital", "Carl Moss": "", "Ann Poole": "Vale Bank",
    }  # fmt: skip


def test_who_lives_somewhere_holds_no_post_there() -> None:
    text = "Tom Finch, a longtime resident of Elmtown, was named president of Marlow Valley Hospital."
    (person,) = people_of(read_text(text))
    assert (person.title, person.also) == ("president", ())


def test_the_newest_of_several_posts_is_shown() -> None:
    text = (
        "Dr. Jane Roe joined Marlow Medical Group in 2012 and was named Chief Medical Officer in 2018. In 2021 she "
        "became President."
    )
    (person,) = people_of(read_text(text))
    assert (person.title, person.organization) == ("President", "Marlow Medical Group")


def test_posts_in_a_row_end_in_the_newest() -> None:
    text = (
        "About Tom Finch\nTom Finch started at Marlow Health in 1999 as a staff accountant. He became controller in "
        "2005, chief financial officer in 2011 and, since 2019, has been president and chief executive officer."
    )
    (person,) = people_of(read_text(text))
    assert (person.title, person.organization) == ("president and chief executive officer", "Marlow Health")
    assert person.since is not None
    assert person.since.year == 2019


@pytest.mark.parametrize(
    ("text", "since"),
    [
        (
            (
                "Ann Vale was named interim president and CEO of Marlow Valley Hospital in March 2023.\nAnn Vale is "
                "president and CEO of Marlow Valley Hospital."
            ),
            None,
        ),
        (
            (
                "Ann Vale has been president and CEO of Marlow Valley Hospital since 2016.\nAnn Vale has been named "
                "interim president and CEO of Marlow Valley Hospital."
            ),
            None,
        ),
        ("Ann Vale was reappointed president and CEO of Marlow Valley Hospital in March 2023.", None),
        (
            (
                "Ann Vale was re-elected president and CEO of Marlow Valley Hospital effective March 1, 2023. Vale was "
                "named president and CEO of Marlow Valley Hospital in 2015."
            ),
            "2015",
        ),
        (
            "Ann Vale has been president and CEO of Marlow Valley Hospital since 2016 and was reappointed in 2020.",
            "2016",
        ),
        ("Ann Vale was named interim president and CEO of Marlow Valley Hospital in March 2023.", "2023-03"),
    ],
)
def test_a_post_begins_neither_when_it_is_taken_again_nor_when_it_was_held_for_a_time(
    text: str, since: str | None
) -> None:
    (person,) = people_of(read_text(text))
    assert (str(person.since) if person.since else None) == since


def test_where_somebody_was_before_does_not_own_a_biography() -> None:
    text = (
        "Jane Roe, DNP, RN\nSenior Vice President and Chief Nurse Executive\nDr. Roe leads nursing practice "
        "across the 10 hospitals of Oak Health. She previously held the role of Chief Nursing Officer at Elmbrook "
        "Medical Center and was Associate Dean at Birch University."
    )
    (person,) = people_of(read_text(text))
    assert person.organization == "Oak Health"


def test_a_vague_description_is_no_further_post() -> None:
    text = (
        "Jane Roe is an accomplished healthcare executive. She is the Chief Operating Officer for Oak Health Centers."
    )
    (person,) = people_of(read_text(text))
    assert (person.title, person.also) == ("Chief Operating Officer", ())


_BOARD_TEXTS = (
    (
        "Elmvale Hospital District\n5 Board of Trustees\nElmvale Hospital District has an elected board.\n"
        "They meet monthly.\nAnn Roe\nBo Lim\nCy Poe, PhD"
    ),
    "Elmvale Clinic Board of Health\nCurrent Members\n• Ann Roe, R.Ph.\n• Bo Lim\n• Cy Poe, M.D.",
    "Elmvale Hospital\nOfficers\nUma Dell, Chair\nIda Fenn, Vice Chair\n\nTrustees\nAnn Roe\nBo Lim\nCy Poe",
    (
        "Elmvale Hospital\nBoard of Trustees\nAnn Roe, Oakton (term expires 2027)\n"
        "Bo Lim, Ashford (term expires 2028)\nCy Poe, Elmton (term expires 2029)"
    ),
)


@pytest.mark.parametrize("text", _BOARD_TEXTS)
def test_names_alone_have_the_post_of_the_line_over_them(text: str) -> None:
    found = {p.name: p for p in people_of(read_text(text))}
    assert {"Ann Roe", "Bo Lim", "Cy Poe"} <= set(found)
    for name in ("Ann Roe", "Bo Lim", "Cy Poe"):
        assert found[name].leader is True
        assert "Board" in found[name].title or found[name].title == "Trustee"


def test_names_under_another_line_or_past_members_hold_no_seat() -> None:
    text = "Elmvale Hospital\nBoard of Trustees\nAnn Roe\nBo Lim\nThey meet in May.\nOur Volunteers\nCy Poe\nDi Moe"
    assert {p.name for p in people_of(read_text(text)) if p.leader} == {"Ann Roe", "Bo Lim"}
    past = "Elmvale Hospital\nBoard of Trustees\nAnn Roe\nBo Lim\nPast Board Members\nCy Poe\nDi Moe"
    assert {p.name for p in people_of(read_text(past)) if p.leader} == {"Ann Roe", "Bo Lim"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Elm Hospital has a new leader.\nMichael Ferncastle will take up the role in May.\nMr Ferncastle is "
            "currently chief executive of Oak Community Hospital."
        ),
        (
            "Elm Hospital looks for somebody.\nOnly Michael Ferncastle of Port Dale was invited. Ferncastle is "
            "administrator at Oak Community Hospital in Port Dale."
        ),
        "Elm Hospital met Michael Ferncastle on Monday.\nDr. Ferncastle serves as medical director of Oak Hospital.",
    ],
)
def test_a_surname_alone_is_the_one_whose_whole_name_stands_on_the_page(text: str) -> None:
    assert [person.name for person in people_of(read_text(text))] == ["Michael Ferncastle"]


def test_the_town_of_one_of_the_houses_is_no_house() -> None:
    page = read_html(
        "<title>Our Team | Vale Elder Care Homes</title><h2>Leadership</h2><div><h3>Ann Doe</h3><p>Executive Director, "
        "Oakham</p></div><div><h3>Bo Lim</h3><p>Finance Director</p></div><h2>Vale Elder Care House of Oakham</h2>"
    )
    assert {person.organization for person in people_of(page)} == {"Vale Elder Care Homes"}


def test_a_card_s_name_is_shown_before_that_of_running_text() -> None:
    page = read_html(
        "<title>Vale Kidney Clinic</title><h2>Board of Directors</h2><h3>Randy Doe MD</h3><p>Dr. Randolph Doe joins us "
        "following nine years as Director of the Laboratory at Elm Hospital, where patients were treated.</p>"
    )
    assert [(one.name, one.title) for one in people_of(page)] == [("Randy Doe", "Board of Directors")]


def test_a_headlines_verb_ends_the_name_of_a_house() -> None:
    text = "Vale Awards Winner: St. Oak Hospital Improves Sepsis Care\n\nJane Roe, Director of Quality, wrote about it."
    (person,) = people_of(read_text(text))
    assert person.organization == "St. Oak Hospital"


def test_the_post_of_the_house_that_somebody_comes_from_does_not_replace_the_new_one() -> None:
    text = (
        "Oak Medical Center has named Jane Roe CFO.\n\nMs. Roe joins the medical center from its sister facility, Elm "
        "Hospital, where she served as assistant CFO for the Ash Network."
    )
    (person,) = people_of(read_text(text))
    assert (person.title, person.organization) == ("CFO", "Oak Medical Center")
