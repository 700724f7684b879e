"""Posts in houses that are not named, which are no posts of the page's own organization."""

import pytest

from research.pages import extract
from research.pages.other_house import gives_care, is_of_government, unnamed_house
from research.pages.title_words import PostSpan

HOSPITAL = (
    "Elm Hospital opened its emergency department on Monday. Patients and nurses of the hospital toured the rooms.\n\n"
)


def found(text):
    return [(person.name, person.organization, person.leader) for person in extract(text).people]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Good for the town,” said Ida Venn, CEO of a boat builder in town.",
        "Ida Venn, president of an insurance agency, gave $500.",
        "Insurance agency president Ida Venn gave $500.",
        "Boat builder CEO Ida Venn gave $500.",
        "Ida Venn, president, whose company builds boats, gave $500.",
        "Ida Venn, the chief executive, said her insurance agency gave $500.",
        "Ida Venn, president and owner of a bakery, gave $500.",
    ],
)
def test_who_leads_an_unnamed_house_of_another_trade_is_no_sure_leader(sentence):
    assert found(HOSPITAL + sentence) == [("Ida Venn", "", None)]


def test_who_leads_an_unnamed_house_of_care_leads_in_health_care():
    assert found("Ida Venn, president of a small hospital, spoke to the club.") == [("Ida Venn", "", True)]


def test_without_an_organization_the_sentence_has_to_speak_of_care():
    crowd = "Health care costs and medical prices weigh on small business, owners told a health care hearing.\n\n"
    assert found(crowd + "Ida Venn, CEO, said the price of steel rose too.") == [("Ida Venn", "", None)]
    assert found(crowd + "Ida Venn, CEO, said her patients wait for months.")[0][2] is None
    assert found(crowd + "Ida Venn, CEO, said the hospital lost money.")[0][2] is True


def test_a_seat_on_the_board_counts_whatever_the_trade_of_its_holder():
    text = "Ida Venn, an insurance agency president, was elected chair of the board of trustees of Elm Hospital."
    assert found(text) == [("Ida Venn", "Elm Hospital", True)]


@pytest.mark.parametrize(
    ("title", "house"),
    [
        ("CEO of a boat builder", "boat builder"),
        ("insurance agency president", "insurance agency president"),
        ("director of a new cancer program", ""),
        ("chair of a committee", ""),
        ("Director of Business Development", ""),
        ("company president", ""),
        ("president of the hospital", ""),
    ],
)
def test_an_unnamed_house_is_told_from_a_part_of_the_pages_own(title, house):
    assert unnamed_house(title) == house


def test_a_house_of_care_is_one_by_its_noun():
    assert gives_care("a small community hospital")
    assert gives_care("an assisted living home")
    assert not gives_care("an insurance agency")


def test_a_sentence_about_somebody_is_no_title_of_a_card():
    (person,) = extract("Ida Venn, CEO of a boat builder on the Larch River, spoke to the club about hulls.").people
    assert person.title == "CEO of a boat builder"


_GUESTS = (
    ("Karan Ferncastle", "Elm Vale Health", "Chief Health Officer"),
    ("Bila Marlow", "ZETA; College of Birch", "Chief AI Officer"),
    ("Rob Oakham", "Penn Vale Clinic", "Chief Medical Officer"),
    ("Kim Bransted", "Glozo", "Senior Vice President"),
    ("Mel Milnes", "Gale Foundation", "Executive Director"),
)


@pytest.mark.parametrize("heading", ["Invited Speakers", "Our Panelists", "Conference Faculty"])
def test_a_guest_of_an_event_gets_no_other_guests_house(heading):
    cards = "".join(
        f"<div class=card><h3>{name}</h3><p>{title}{', ' + house if number % 2 == 0 else ''}</p></div>"
        for number, (name, house, title) in enumerate(_GUESTS)
    )
    people = {person.name: person for person in extract(f"<h1>{heading}</h1>{cards}").people}
    assert people["Karan Ferncastle"].organization == "Elm Vale Health"
    assert people["Bila Marlow"].organization == people["Kim Bransted"].organization == ""
    assert people["Kim Bransted"].leader is not True


def test_leaders_of_a_system_keep_its_name_beside_those_of_its_hospitals():
    cards = "".join(
        f"<div class=card><h3>{name}</h3><p>{title}</p></div>"
        for name, title in (
            ("Ana Ferncastle", "Chief Executive Officer"),
            ("Bo Marlow", "President, Oak Hospital"),
            ("Cy Oakham", "President, Birch Hospital"),
            ("Di Valeton", "President, Larch Hospital"),
        )
    )
    page = f"<title>Leadership | Elm Health</title><h1>Leadership</h1>{cards}"
    assert extract(page).people[0].organization == "Elm Health"


@pytest.mark.parametrize(
    ("body", "house"),
    [("state hospital association", ""), ("nursing association’s board of directors", "Marlow Valley Hospital")],
)
def test_who_presides_over_an_unnamed_body_of_many_houses_is_elsewhere(body, house):
    text = f"Marlow Valley Hospital\n\nMarlow Valley Hospital has grown. Bo Lim is president of the {body}."
    assert [person.organization for person in extract(text).people] == [house]


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        (
            "Ana Roe, the hospital's chief operating officer, has been appointed its president and chief executive.",
            True,
        ),
        ("Ana Roe, the small rural hospital’s new administrator, spoke.", True),
        ("Ana Roe, the boat builder's chief operating officer, has been appointed its president.", None),
    ],
)
def test_the_hospitals_chief_leads_in_health_care_though_it_has_no_name(text: str, leader: bool | None) -> None:
    (found,) = extract(text.encode()).people
    assert (found.leader, found.organization) == (leader, "")


@pytest.mark.parametrize(
    ("title", "house", "government"),
    [
        ("state health officer", "Elm Medical Center", True),
        ("health commissioner", "Oak Hospital", True),
        ("health officer", "Elm County Health Department", False),
        ("chief medical officer", "Oak Hospital", False),
    ],
)
def test_no_hospital_has_a_health_officer_of_the_state(title: str, house: str, *, government: bool) -> None:
    assert is_of_government(PostSpan(title, "", "board", "officer"), house) is government


def test_a_health_officer_leads_in_health_care() -> None:
    found = extract("The Board of Health is naming Dr. Ann Vale as the state health officer. The hospital is glad.")
    assert [(one.name, one.title, one.leader) for one in found.people] == [("Ann Vale", "health officer", True)]
