import pytest

from research.pages import extract
from research.pages.cards import CardReader
from research.pages.html_lines import read_html
from research.pages.lines import read_text

PEOPLE = [
    ("Helen Park, MD", "President and CEO"),
    ("Raj Patel", "Chief Financial Officer"),
    ("Ann Doe, RN", "Chief Nursing Officer"),
]
EXPECTED = [(name.split(",")[0], title) for name, title in PEOPLE]


def cards(markup: str) -> list[tuple[str, str]]:
    page = read_html(markup) if markup.startswith("<") else read_text(markup)
    return [
        (m.name, ", ".join(post.title for post in m.posts)) for m in CardReader(page.lines).all().mentions if m.posts
    ]


@pytest.mark.parametrize("house", ["Glozo", "ZETA; College of Birch", "Wellspark (Nairobi)"])
def test_the_line_between_name_and_title_is_the_house_where_it_is_in_other_cards(house: str) -> None:
    rows = (
        ("Ana Ferncastle", "Elm Hospital", "Chief Nurse"),
        ("Bo Marlow", house, "President"),
        ("Cy Oakham", "Oak Health", "CEO"),
    )
    page = read_html("".join(f"<div><h3>{name}</h3><p>{at}</p><p>{title}</p></div>" for name, at, title in rows))
    mentions = CardReader(page.lines).all().mentions
    assert [m.organization for m in mentions] == ["Elm Hospital", house, "Oak Health"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Elm Hospital grows\n\nThe following members will serve on the new board:\n\nAna Ferncastle\nBo Marlow\n"
            "Cy Oakham\n\nMore directors will be recruited in the coming year.\n\nDi Valeton"
        ),
        (
            "A new board\n\nThe board of Elm Hospital consists of:\n\n• Ana Ferncastle (Chair)\n• Bo Marlow\n"
            "• Associate Professor Dr Cy Oakham\n\nThe board takes over from the administrator on Monday."
        ),
        "Elm Hospital\n\nThe new board members are Ana Ferncastle, Bo Marlow and Cy Oakham. They begin in May.",
    ],
)
def test_a_board_that_a_sentence_introduces_is_read(text: str) -> None:
    assert [name for name, _ in cards(text)] == ["Ana Ferncastle", "Bo Marlow", "Cy Oakham"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Dr. Vijay Vale Dy. Medical Superintendent", "Dy. Medical Superintendent"),
        ("Col. (Retd) Amin Vale, Addl. Director", "Addl. Director"),
        ("DR. NIRAJ VALE\nMedical Superintendent", "Medical Superintendent"),
        (
            "Lt. Gen. (Dr.) V Ravin, VSM (Retd.)\nChief Operating Officer, Senior Consultant – Cardiac Surgery",
            "Chief Operating Officer, Senior Consultant – Cardiac Surgery",
        ),
    ],
)
def test_ranks_and_short_forms_of_other_countries_stand_apart_from_the_name(line: str, title: str) -> None:
    assert [found for _, found in cards(f"# Management\n\n{line}\n")] == [title]


@pytest.mark.parametrize(
    "card",
    [
        "<div class=card><h3>{name}</h3><p>{title}</p><a href=#>Read bio</a></div>",
        "<a class=card href=#><div>{name}</div><div>{title}</div></a>",
        "<li><strong>{name}</strong><br>{title}</li>",
        "<tr><td>{name}</td><td>{title}</td></tr>",
        "<tr><td>{title}</td><td>{name}</td></tr>",
        "<dt>{title}</dt><dd>{name}</dd>",
        "<p><b>{name}</b>, {title}</p>",
        "<p>{name} – {title}</p>",
        "<p>{title}: {name}</p>",
        "<div><p class=job>{title}</p><h4>{name}</h4><p>"
        + "A long career in hospitals and clinics. " * 6
        + "</p></div>",
        "<div><h3>{name}</h3></div><div><div>{title}</div></div>",
        "<div><span>{name}</span> <span>{title}</span></div>",
        "<h2>{title}</h2><p>{name}</p>",
        "<div><p>Name: {name}</p><p>Position: {title}</p><p>Serving since: 1997</p></div>",
    ],
)
def test_one_layout_repeated_is_a_list_of_people(card: str) -> None:
    body = "".join(card.format(name=name, title=title) for name, title in PEOPLE)
    wrapped = (
        f"<table>{body}</table>" if card.startswith("<tr") else f"<dl>{body}</dl>" if card.startswith("<dt") else body
    )
    assert cards(f"<h1>Leadership</h1>{wrapped}") == EXPECTED


def test_a_title_may_run_over_several_lines() -> None:
    assert cards("# Team\n\nHelen Park\nVice President, Nursing\nChief Nursing Officer") == [
        ("Helen Park", "Vice President, Nursing, Chief Nursing Officer")
    ]


def test_the_post_may_stand_in_the_heading_of_the_section() -> None:
    markup = (
        "<h1>Board of Trustees</h1><h2>Officers</h2><p>Helen Park, Chair</p>"
        "<h2>Trustees</h2><li>Ann Doe</li><li>Bo Fenn</li>"
    )
    assert cards(markup) == [("Helen Park", "Chair"), ("Ann Doe", "Trustee"), ("Bo Fenn", "Trustee")]


def test_another_life_is_no_part_of_the_title() -> None:
    assert cards("# Board\n\nHelen Park\nChair\nRetired Banker") == [("Helen Park", "Chair")]


def test_a_name_that_is_an_ordinary_word_is_known_by_the_layout() -> None:
    people = [("Helen Park", "Head of Strategy"), ("Raj Patel", "Chief Nurse"), ("Will Case", "General Counsel")]
    assert cards("".join(f"<div class=p><h3>{name}</h3><h4>{title}</h4></div>" for name, title in people)) == people


def test_the_organization_has_a_line_of_its_own_before_or_after_the_title() -> None:
    text = (
        "# Speakers\n\nAnn Vale\nChief Nurse\nElm Valley Hospital\n\n"
        "Bo Lim\nOak Cancer Institute, Vale, MA\nDirector, Training Program"
    )
    found = CardReader(read_text(text).lines).all().mentions
    assert [(m.posts[0].title, m.organization) for m in found] == [
        ("Chief Nurse", "Elm Valley Hospital"),
        ("Director, Training Program", "Oak Cancer Institute"),
    ]


def test_credentials_under_a_name_belong_to_it() -> None:
    found = CardReader(read_html("<h2>Ann Vale</h2><p>MD, FACEP</p><h3>President</h3>").lines).all().mentions[0]
    assert (found.credentials, found.posts[0].title) == (("MD", "FACEP"), "President")


def test_quotes_are_the_lines_as_they_stand() -> None:
    page = read_html("<h2>Ann Vale</h2><p>MD</p><h3>President</h3>")
    assert CardReader(page.lines).all().mentions[0].quote == "Ann Vale MD President"


BOARD = (
    "<h1>Board of Directors</h1><ul><li>Ann Vale – Elm Hospital (Board Chair)</li>"
    "<li>Raj Patel – Oak, Elm & Ash County</li><li>Bo Lim – Vale Bank</li><li>Ed Moss, Elm County</li></ul>"
)


def test_a_board_listed_with_employers_seats_everybody_and_reads_the_office_in_brackets() -> None:
    assert cards(BOARD) == [
        ("Ann Vale", "Board Chair"),
        ("Raj Patel", "Board of Directors"),
        ("Bo Lim", "Board of Directors"),
        ("Ed Moss", "Board of Directors"),
    ]


def test_names_with_places_behind_them_hold_no_seat_where_no_heading_says_so() -> None:
    assert cards(BOARD.replace("Board of Directors", "Our donors").replace("Board Chair", "gold")) == []


def test_people_under_a_heading_of_former_members_hold_no_post_today() -> None:
    markup = (
        "<h2>Board Members</h2><p>Chair</p><p>Ann Doe</p><p>Treasurer</p><p>Bo Lim</p>"
        "<h2>Previous Board Members</h2><p>Founding Member</p><p>Raj Patel</p>"
    )
    found = {m.name: m.status for m in CardReader(read_html(markup).lines).all().mentions if m.posts}
    assert found == {"Ann Doe": "current", "Bo Lim": "current", "Raj Patel": "former"}


def test_a_plural_over_names_of_a_board_is_no_title_of_the_first() -> None:
    text = "Elm Foundation Board of Directors\n\nAnn Doe, Chair\n\nDirectors\nBo Lim\nEd Moss"
    assert cards(text) == [("Ann Doe", "Chair"), ("Bo Lim", "Board of Directors"), ("Ed Moss", "Board of Directors")]


def test_the_second_cell_of_a_table_of_names_and_employers_is_nobody() -> None:
    rows = [("Ann Doe", "First Elm Bank"), ("Bo Lim", "Elmer Farms"), ("Ed Moss", "Retired")]
    table = "".join(f"<tr><td>{name}</td><td>{place}</td></tr>" for name, place in rows)
    assert cards(f"<h1>Board of Trustees</h1><table>{table}</table>") == [
        (name, "Board of Trustees") for name, _ in rows
    ]
    grid = "<tr><td>Ann Doe</td><td>Bo Lim</td></tr><tr><td>Ed Moss</td><td>Raj Patel</td></tr>"
    assert len(cards(f"<h1>Board of Trustees</h1><table>{grid}</table>")) == 4


@pytest.mark.parametrize("holder", ["Vacant", "To be announced", "Madonna"])
def test_a_title_of_a_card_without_a_read_name_is_not_the_next_cards(holder):
    card = "<div class=c><h3>{}</h3><p>{}</p></div>"
    markup = "".join(card.format(*pair) for pair in [(holder, "Chief Quality Officer"), *PEOPLE])
    assert cards(f"<body><h1>Leadership</h1>{markup}</body>") == EXPECTED


def test_an_organization_on_its_own_line_is_not_repeated_in_the_title() -> None:
    text = "Ann Vale, MD\nVP, Chief Quality Officer, Elm Valley Hospital\nElm Valley Hospital\nWriting a Note"
    assert cards(text) == [("Ann Vale", "VP, Chief Quality Officer")]


def test_a_title_boxed_with_the_name_under_it_is_its_own_though_the_first_card_is_turned() -> None:
    markup = (
        "<div><h3>Ann Vale</h3><p>President and CEO</p></div><ul><li><b>Chief Nurse</b><p>Bo Lim</p></li>"
        "<li><b>Chief Financial Officer</b><p>Cy Moss</p></li></ul>"
    )
    expected = [("Ann Vale", "President and CEO"), ("Bo Lim", "Chief Nurse"), ("Cy Moss", "Chief Financial Officer")]
    assert cards(markup) == expected


def test_a_title_set_larger_than_the_name_in_one_box_is_of_that_name() -> None:
    markup = "<h1>Our Team</h1>" + "".join(f"<div><h2>{name}</h2><h1>{title}</h1></div>" for name, title in PEOPLE)
    assert cards(markup) == EXPECTED


def test_a_heading_that_repeats_the_name_with_a_motto_goes_on_with_the_card() -> None:
    markup = (
        "<title>Elmvale Hospital</title><main><div><h2>Our Doctors</h2>"
        "<div><h4>Dr. Abe Vale</h4><p>(MD (paed.), MIAP)</p>"
        "<h4>Dr. Abe Vale – Leading with Care</h4><p>Director, Senior Consultant Pediatrics</p></div>"
        "<div><h4>Dr. Bea Roe</h4><p>(Medical Director)</p></div></div></main>"
    )
    found = extract(markup.encode(), url="https://example.org/doctors")
    assert [(p.name, p.title, p.organization) for p in found.people] == [
        ("Abe Vale", "Director", "Elmvale Hospital"),
        ("Bea Roe", "Medical Director", "Elmvale Hospital"),
    ]


def test_rows_of_names_and_dates_under_a_boards_heading_are_its_members() -> None:
    rows = "Ann Vale March 11, 2017 March 2020\nBo Lim March 11, 2017 March 2019\nKit Doe March 11, 2017 March 2018"
    head = "Elm Authority – Board of Directors\n\nThe hospital is small.\n\nBoard Member Date Elected"
    text = f"{head}\n{rows}\nVacant March 2018"
    people = extract(text).people
    assert [(p.name, p.organization, p.leader) for p in people] == [
        (name, "Elm Authority", True) for name in ("Ann Vale", "Bo Lim", "Kit Doe")
    ]


def test_a_line_that_tells_since_when_does_not_part_a_name_from_its_title() -> None:
    page = "<h1>Board</h1><h4>Ann Vale</h4><h5>Elected 2012</h5><h6>Chief Nurse, Oak Hospital</h6>"
    page += "<h4>Bo Lim</h4><h5>Elected 2013</h5><h6>Chief Executive, Ash Clinic</h6>"
    assert cards(page) == [("Ann Vale", "Chief Nurse"), ("Bo Lim", "Chief Executive")]


def test_they_speaks_of_the_trustees_of_the_line_above() -> None:
    names = "• Ann Vale – Principal, Oak School\n• Bo Lim – co-owner, Ash Bakery\n• Kit Doe, MD – Elm Care Center"
    seated = extract(f"Elm Hospital grows\n\nThree new trustees were recently appointed.\nThey are:\n{names}").people
    assert {p.name: p.leader for p in seated} == {"Ann Vale": True, "Bo Lim": True, "Kit Doe": True}
    others = extract(f"Elm Hospital grows\n\nThree new teachers were recently hired.\nThey are:\n{names}").people
    assert not any(p.leader for p in others if p.name != "Kit Doe")


def test_what_a_member_of_a_board_does_elsewhere_is_no_post_there_nor_the_next_members() -> None:
    members = [("Ana Lim", "Chair", "Partner, Oak Law LLP"), ("Bob Vale", "Treasurer", "Vice President, Elm Bank")]
    listed = "".join(f"<h3>{name}</h3><p>{office}</p><p>{trade}</p>" for name, office, trade in members)
    found = cards(f"<h1>Board of Directors</h1>{listed}<h3>Cy Oakham</h3><p>Retired Teacher</p>")
    assert found == [("Ana Lim", "Chair"), ("Bob Vale", "Treasurer"), ("Cy Oakham", "Board of Directors")]


def test_the_heading_of_the_next_section_is_not_where_the_one_above_works() -> None:
    page = "<h2>Oak Hospital</h2><p>Bob Vale, CNO</p><h2>Ash Clinic</h2><p>Cy Oakham, Administrator</p>"
    assert [(p.name, p.organization) for p in extract(f"<html><body>{page}</body></html>").people] == [
        ("Bob Vale", "Oak Hospital"),
        ("Cy Oakham", "Ash Clinic"),
    ]


MANAGED = (
    "<h2>{}</h2><div class='t'><h3>Dr. Ann Vale</h3><p>Obstetrician and Gynaecologist</p></div>"
    "<div class='t'><h3>Dr. Bo Lim</h3><p>Anaesthetist</p></div>"
    "<div class='t'><h3>Cy Moss</h3><p>Administration</p></div><footer>© 2024 Elm Nursing Home</footer>"
)


def test_clinicians_and_duties_under_the_heading_of_the_management_lead() -> None:
    people = extract(MANAGED.format("Our Management Team")).people
    assert [(p.name, p.title, p.leader) for p in people] == [
        ("Ann Vale", "Obstetrician and Gynaecologist", True),
        ("Bo Lim", "Anaesthetist", True),
        ("Cy Moss", "Administration", True),
    ]


def test_clinicians_under_another_heading_do_not() -> None:
    assert not any(person.leader for person in extract(MANAGED.format("Our Doctors")).people)


def test_the_one_name_of_a_page_holds_the_directors_post_of_the_heading_over_it() -> None:
    page = (
        "<h2>Managing Director</h2><h3>Dr. Ann Vale</h3><p>Elm Hospital was founded by her in 1999 for everybody.</p>"
    )
    assert cards(page) == [("Ann Vale", "Managing Director")]
