import pytest

from research.pages import extract
from research.pages.care_names import is_other_field
from research.pages.html_lines import read_html
from research.pages.lines import read_text
from research.pages.page_owner import owner_of


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            (
                "Elm Health names CEO\nVALE, Ohio – Elm Health today announced a change.\nAbout Elm Health\nElm "
                "Health is big."
            ),
            "Elm Health",
        ),
        ("News\nRose Grove, a senior living community in Vale, opened a wing.", "Rose Grove"),
        ("Our practice\nAdvanced Oakcare Services’ primary focus is to serve at home.", "Advanced Oakcare Services"),
        ("Staff\nAnn Vale | PT, DPT\nAnn is trained in Posture Release Treatment (PRT).\nBo uses PRT here.", ""),
        ("News\nIt is here.\nThe post It appeared first on Elm Clinic.", "Elm Clinic"),
        ("Our Advisory Board\nAnn Vale, MD\nProfessor of Nursing", ""),
        (
            (
                "PSYCHIATRY & PSYCHOTHERAPY\nOur therapists at Elm Calm Specialists have room for all who call.\n"
                "Bo Lim, Office Manager\nBo is our manager and runs many projects at Elm Calm Specialists."
            ),
            "Elm Calm Specialists",
        ),
        ("The board of Regional Medical Center in Vale, Ga., voted on Monday.", "Regional Medical Center"),
        (
            (
                "Dialysis Care Center Leadership\nAnn Vale, M.D. – Chief Medical Officer\nDr. Vale is a "
                "nephrologist and founder of Elm Kidney Center. She served as Chief Resident at Oak County Hospital."
            ),
            "Dialysis Care Center",
        ),
    ],
)
def test_a_text_tells_whose_it_is(text: str, owner: str) -> None:
    assert owner_of(read_text(text)).name == owner


def test_a_page_tells_it_by_its_frame() -> None:
    assert owner_of(read_html("<title>Team | Elm Valley Hospital</title><p>Hello</p>")).name == "Elm Valley Hospital"
    assert (
        owner_of(read_html("<p>Hello</p><footer>© 2025 Elm Thoracic Society. All rights</footer>")).name
        == "Elm Thoracic Society"
    )


def test_a_school_of_a_biography_owns_no_page() -> None:
    text = "Ann Vale\nShe went to Vale University and Vale University and is certified by the American Board of Care."
    assert owner_of(read_text(text)).name == ""


def test_acronyms_behind_a_name_stand_for_it() -> None:
    assert owner_of(read_text("The Vale Nurses Association (VNA) met.")).short == {"VNA": "Vale Nurses Association"}


def test_whom_several_biographies_name_as_the_place_of_work_owns_the_text() -> None:
    biography = "{name} has more than ten years of experience in the field and joined Elmgrove Recovery in {year}."
    text = "\n".join(
        f"{name}\n{biography.format(name=name, year=year)}"
        for name, year in [("Ann Doe", 2011), ("Bo Lim", 2013), ("Ed Moss", 2019)]
    )
    assert owner_of(read_text(text)).name == "Elmgrove Recovery"
    assert owner_of(read_text(text.replace("Elmgrove Recovery", "Elmgrove College"))).name == ""


CARDS = "".join(
    f"<div><h3>{name}</h3><p>{title}</p></div>" for name, title in [("Ann Doe", "President"), ("Bo Lim", "Treasurer")]
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Our Leadership - Elmvale</title>", "<h1>Our Leadership</h1>{cards}"),
        ("<title>ELMVALE | Team</title>", "<h1>Team</h1>{cards}"),
        ("", "<h1>Meet the Elmvale Team</h1>{cards}"),
        ("", "<h1>The Leadership of Elmvale</h1>{cards}"),
        ("<title>Team</title>", "<h1>Team</h1>{cards}<footer>© 2024 Elmvale. All Rights Reserved.</footer>"),
        ("<title>Team</title>", "<h1>Team</h1><p>At Elmvale, we believe. Elmvale offers hospice care.</p>{cards}"),
        ("<title>Team</title>", "<a href=/><img alt='Elmvale logo'></a><h1>Team</h1>{cards}"),
    ],
)
def test_a_name_without_an_organizations_noun_owns_its_page(head: str, body: str) -> None:
    page = read_html(f"<html><head>{head}</head><body>{body.format(cards=CARDS)}</body></html>")
    assert owner_of(page).name.casefold() == "elmvale"


def test_the_address_decides_between_two_names() -> None:
    text = "News\nElm Clinic grew. Oak Clinic grew. Oak Clinic met."
    assert owner_of(read_text(text)).name == "Oak Clinic"
    assert owner_of(read_text(text, "https://www.elmclinic.org/news")).name == "Elm Clinic"


def test_a_person_in_the_title_and_headline_owns_no_page() -> None:
    page = read_html("<title>Ann Doe | Team</title><h1>Ann Doe</h1><p>President</p>")
    assert owner_of(page).name == ""


@pytest.mark.parametrize("name", ["Lena", "Osei", "Maru"])
def test_a_person_who_is_told_to_be_something_owns_no_page(name: str) -> None:
    page = read_html(
        f"<title>Our People - Elmvale</title><h1>Our People</h1><h3>Dr. {name} Ferncastle</h3><p>Chair</p>"
        f"<p>{name} is a champion of health care and patients.</p><p>At Elmvale, we care.</p>"
    )
    assert owner_of(page).name == "Elmvale"


@pytest.mark.parametrize("event", ["Elm Hospital Strategy Roundtable", "Elm Health Summit", "Elm Care Symposium"])
def test_an_event_owns_no_text(event: str) -> None:
    text = f"Nine leaders speak\nThe paper held its {event} in June. The {event} was full."
    assert owner_of(read_text(text)).name == ""


@pytest.mark.parametrize("region", ["Ontario", "Nevada", "Scotland"])
def test_a_region_owns_no_text(region: str) -> None:
    text = f"News\n{region}’s hospitals are strong. At {region}, we care.\n{region}’s health care is known in {region}."
    assert owner_of(read_text(text)).name == ""


def test_a_short_form_stands_for_all_towns_of_a_trust() -> None:
    text = "News\nIt is run by Oakdale, Elm and Ash NHS Foundation Trust (OEA)."
    assert owner_of(read_text(text)).short == {"OEA": "Oakdale, Elm and Ash NHS Foundation Trust"}


def test_a_firms_own_word_with_its_trade_owns_the_page() -> None:
    page = read_html("<title>Our Team | Birchvale Law</title><h1>Our Team</h1><p>We advise hospitals.</p>" + CARDS)
    assert owner_of(page).name == "Birchvale Law"
    assert is_other_field("Birchvale Law")


def test_where_somebody_goes_who_leaves_is_not_whose_text_it_is() -> None:
    text = (
        "Administrator {} Position\n\nOn Thursday the Elm County Board of Health accepted it.\n\n"
        "Lim will now become the CEO of Northwest Oakvale Health Services in Ash City."
    )
    assert owner_of(read_text(text.format("Resigns"))).name == "Elm County Board of Health"
    assert owner_of(read_text(text.format("Takes"))).name == "Northwest Oakvale Health Services"


def test_a_county_s_health_department_owns_the_text_that_comes_back_to_it() -> None:
    text = (
        "Director leaves\nThe Elm County Health Department’s loss could be Oakvale Regional Medical Center’s gain.\n"
        "The health department seeks a director, and the health department is small."
    )
    assert owner_of(read_text(text)).name == "Elm County Health Department"


@pytest.mark.parametrize(
    ("url", "dense"),
    [
        ("https://oakvalenursing.com/letter", True),
        ("https://hospital.org/", False),
        ("https://modernhealthcare.com/", False),
    ],
)
def test_an_address_may_tell_of_a_house_of_care_that_the_text_does_not_name(url: str, dense: bool) -> None:
    assert (owner_of(read_text("A letter\n\nSpring is here.\nAnn Vale, Administrator", url)).health > 0) is dense


CARDS = "<h1>Our Team</h1>" + "".join(
    f"<div class='c'><h3>{name}</h3><p>{title}</p></div>"
    for name, title in [("Ann Vale", "Chief Executive Officer"), ("Bo Lim", "Chief Financial Officer")]
)


def test_the_address_line_at_a_pages_foot_names_its_house() -> None:
    foot = "<footer>Elmvale Community Health Center, 12 Main St, Elmvale, OH 44000</footer>"
    page = f"<html><head><title>Our Team</title></head><body>{CARDS}{foot}</body></html>"
    assert [(p.organization, p.leader) for p in extract(page).people] == [("Elmvale Community Health Center", True)] * 2


@pytest.mark.parametrize(("host", "leader"), [("elmvalefamilyhealth.org", True), ("elmvaleboats.org", None)])
def test_a_team_without_a_house_is_of_the_field_that_the_address_tells(host: str, leader: bool | None) -> None:
    page = f"<html><head><title>Team</title></head><body>{CARDS}</body></html>"
    assert [p.leader for p in extract(page, url=f"https://www.{host}/team").people] == [leader] * 2


def test_a_house_is_called_as_the_page_spells_it_with_its_apostrophe() -> None:
    head = "<html><head><title>Board | Oak Children's Clinic</title></head>"
    page = read_html(
        f"{head}<body><h1>Board</h1><p>Ana Roe</p><p>Copyright Oak Childrens Clinic 2016</p></body></html>", ""
    )
    assert owner_of(page).name == "Oak Children's Clinic"


def test_who_gives_a_house_its_seal_is_not_the_house() -> None:
    text = (
        "The American Nurses Credentialing Center (ANCC) gave Elmvale Hospital its seal. ANCC sets rules. Nurses care."
    )
    assert owner_of(read_text(text)).name != "American Nurses Credentialing Center"
