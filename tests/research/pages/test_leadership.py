import pytest

from research.pages import extract
from research.pages.leadership import field_of, is_generic, judge
from research.pages.mention import Holder
from research.pages.page_owner import Owner
from research.pages.title_words import PostSpan

NOBODY = Owner("", frozenset(), {}, 0.0)
ELM = Owner("Elm Health", frozenset({"Elm Health", "Oak Medical Center"}), {}, 0.06)
CEO = PostSpan("CEO", "", "executive", "ceo")


@pytest.mark.parametrize(
    ("organization", "text", "answer"),
    [
        ("Elm Health", "", True),
        ("Vale Bank", "", False),
        ("Oak", "", True),
        ("Zed", "Zed, a biotechnology company, grew.", False),
        ("Zed", "Zed, a community hospital, grew.", True),
        ("Elm Clinic", "Elm Clinic is a digital health startup.", False),
        ("Zed", "Zed grew.", None),
        ("City of Zed", "City of Zed grew.", False),
        ("City of Zed", "City of Zed has many patients.", True),
        ("City of Zed", "City of Zed counts its patients, the mayor said.", False),
        ("Zed Well-Being", "Zed Well-Being grew.", True),
        ("Vale College of Surgeons", "", True),
        ("Zed", "Zed long-term-care home grew.", True),
        ("Zed", "Zed skilled nursing facility grew.", True),
        ("Zed", "She is president of Zed acute care.", True),
        ("Zed", "Zed named a chief. Zed is glad, the health insurer said.", True),
        ("Office of Dr. Ann Vale", "", True),
        ("Zed", "Zed wine facility grew.", None),
    ],
)
def test_an_organization_is_judged_by_name_description_and_longer_name(
    organization: str, text: str, answer: bool | None
) -> None:
    assert field_of(organization, ELM, text) is answer


@pytest.mark.parametrize(
    ("post", "holder", "answer"),
    [
        (CEO, Holder(), True),
        (CEO, Holder(status="former"), False),
        (PostSpan("registered nurse", "", "clinician", "nurse"), Holder(), False),
        (PostSpan("Professor", "", "academic", "professor"), Holder(), False),
        (PostSpan("Press Manager", "", "manager", "manager"), Holder(), False),
        (PostSpan("executive", "", "executive", "executive"), Holder(), None),
        (PostSpan("executive", "", "executive", "executive"), Holder(stated=True), True),
    ],
)
def test_who_leads_is_judged_for_the_post(post: PostSpan, holder: Holder, answer: bool | None) -> None:
    assert judge(post, "Elm Health", ELM, "", holder) is answer


@pytest.mark.parametrize(
    ("organization", "text"),
    [
        ("Zed", "Zed names a chief. Zed grew, the health IT firm said."),
        ("Zed Care", "Zed Care has a new chief. Zed Care is large. The medical device maker serves hospitals."),
        ("Zed", "Zed has a new president. At Zed, the electronic health records company, all is well."),
        ("Zed Health IT", "They serve hospitals."),
        ("Zed Health Technologies", "They serve clinics."),
    ],
)
def test_a_supplier_of_health_care_gives_none(organization: str, text: str) -> None:
    assert field_of(organization, ELM, text) is False


def test_a_suppliers_partner_stays_a_hospital() -> None:
    text = "Elm Clinic buys a system. " + "It is modern. " * 20 + "The software company said that Elm Clinic is glad."
    assert field_of("Oak Hospital", ELM, text + " Oak Hospital too. Oak Hospital paid.") is True


def test_unsure_is_an_answer() -> None:
    assert judge(CEO, "", NOBODY, "", Holder()) is None
    assert judge(CEO, "Zed", NOBODY, "", Holder(stated=True)) is None


def test_a_seat_on_the_pages_board_counts_whatever_the_employer() -> None:
    assert judge(
        PostSpan("Vice President", "Vale Bank", "board", "seat"), "Vale Bank", ELM, "", Holder(stated=True, seated=True)
    )


def test_the_hospital_points_to_an_organization_named_elsewhere() -> None:
    assert is_generic("the hospital")
    assert is_generic("Ontario")
    assert is_generic("New Mexico")
    assert not is_generic("Ontario Hospital Group")
    assert not is_generic("Elm Hospital")


def test_a_university_is_no_health_care_by_a_medical_word_and_a_board_is_judged_by_its_organization() -> None:
    assert field_of("Vale Medical Sciences University", NOBODY, "") is not True
    assert field_of("Elm Hospital Board of Directors", NOBODY, "") is True
    assert field_of("Vale Bank Board of Trustees", NOBODY, "") is False


def test_a_superintendent_is_of_schools_unless_the_words_tell_of_care() -> None:
    school = PostSpan("Superintendent", "", "executive", "superintendent")
    assert judge(school, "", ELM, "", Holder()) is None
    assert judge(PostSpan("Medical Superintendent", "", "executive", "superintendent"), "", ELM, "", Holder()) is True


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Zed builds software for hospitals and clinics.", False),
        ("Zed, a software company for hospitals, grew.", False),
        ("Zed, a joint venture health plan, grew.", True),
        ("Zed is a hospital that builds software.", True),
    ],
)
def test_what_is_made_for_hospitals_is_no_care(text: str, answer: bool) -> None:
    assert field_of("Zed", NOBODY, text) is answer


@pytest.mark.parametrize(
    ("title", "organization", "answer"),
    [
        ("city manager", "", False),
        ("Fire Chief", "", False),
        ("county health director", "", True),
        ("Director of Public Health", "Elm County", True),
        ("Director of Public Works", "Elm County", False),
        ("health commissioner", "The City of Elmville", True),
        ("public health administrator", "Elm County", True),
        ("medical director", "Elm County", True),
        ("marketing director", "The City of Elmville", False),
        ("Chief Medical Officer", "Vale University Clinical Neurosciences Institute", True),
        ("Chief Information Officer", "Vale University Clinical Neurosciences Institute", False),
        ("Superintendent of the Elm City School Board", "", False),
        ("Executive Director and Clinical Manager", "Elmi", True),
        ("administrator", "Elm Manor", True),
        ("administrator", "Elm Holdings", None),
    ],
)
def test_posts_of_towns_lead_no_care_and_administrators_of_homes_do(
    title: str, organization: str, answer: bool | None
) -> None:
    post = PostSpan(title, organization, "manager", title.lower().split()[-1])
    assert judge(post, organization, NOBODY, "", Holder(stated=bool(organization))) is answer


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Dr. Ann Vale, Executive Vice Chancellor for Health Affairs at the University of Elmvale, spoke.", True),
        ("Ann Vale, Senior Vice President for Health Sciences at Elmvale University, spoke.", True),
        ("Ann Vale, vice president of medical affairs at Oakdale University, spoke.", True),
        ("Ann Vale, vice president for student affairs at Elmvale University, spoke.", False),
    ],
)
def test_who_leads_a_university_s_health_care_leads_in_health_care(text: str, leads: bool) -> None:
    assert [person.leader is True for person in extract(text).people] == [leads]


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("The Elm Oak Hospice Alliance opened a house. EOHA CEO Ann Vale spoke.", True),
        ("The Ash Birch Clinics of Elmvale grew. ABCE President Ann Vale spoke.", True),
        ("The Elm Home Association of Oakdale meets. EHAO Board President Ann Vale spoke of nurses.", None),
        ("The Elm Health Association of Oakdale meets. EHAO Board President Ann Vale spoke.", True),
        ("The Elm Oak Boat Alliance opened a house. EOBA CEO Ann Vale spoke.", None),
    ],
)
def test_letters_that_the_text_spells_out_are_of_its_field(text: str, leader: bool | None) -> None:
    assert [person.leader for person in extract(text).people] == [leader]


def test_a_clinician_leads_a_unit_of_the_house_and_a_public_officer_leads_none() -> None:
    lab = PostSpan("Director", "Gene Laboratory", "manager", "director")
    assert judge(lab, "Gene Laboratory", ELM, "", Holder(stated=True, clinical=True)) is True
    assert judge(lab, "Gene Laboratory", ELM, "", Holder(stated=True)) is None
    assert judge(PostSpan("President Pro Tempore", "", "executive", "president"), "", ELM, "", Holder()) is False
    assert judge(PostSpan("Permanent Secretary", "", "executive", "secretary"), "", ELM, "", Holder()) is False


def test_a_prize_is_no_post() -> None:
    assert judge(PostSpan("best nurse manager", "", "manager", "manager"), "Elm Health", ELM, "", Holder()) is False


@pytest.mark.parametrize(("named", "answer"), [(frozenset(), True), (frozenset({"Oak Hospital"}), None)])
def test_the_hospital_is_the_one_of_whom_the_text_is_about_where_no_other_is_named(
    named: frozenset[str], answer: bool | None
) -> None:
    text = "Zed Authority meets. Zed Authority runs the hospital."
    assert field_of("Zed Authority", Owner("Zed Authority", named, {}, 0.0), text) is answer


def test_where_nurses_are_led_the_others_of_the_list_lead_in_care_too() -> None:
    text = "Dear colleagues,\n\n- Ana Lim, Acting Chief Nurse\n- Bo Vale, Acting Chief Delivery Officer\n\nBest wishes"
    assert [person.leader for person in extract(text).people] == [True, True]
    text = text.replace("Nurse", "Engineer")
    assert True not in [person.leader for person in extract(text).people]


def test_a_doctor_on_a_board_of_which_nothing_is_told_leads_no_care_for_sure() -> None:
    names = "<ul><li>Dr. Ana Lim</li><li>Mr. Bo Vale</li><li>Ms. Cy Roe</li></ul>"
    page = f"<html><body><h1>Our Trustees</h1>{names}{{}}</body></html>"
    assert True not in [person.leader for person in extract(page.format("")).people]
    told = extract(page.format("<p>We run a hospital for patients.</p>")).people
    assert True in [person.leader for person in told]


@pytest.mark.parametrize(
    ("purpose", "answer"),
    [
        ("Senior living in nine communities of Elm County.", True),
        ("Recovery housing for men.", True),
        ("Software for hospitals.", None),
        ("Boats, built to last.", None),
    ],
)
def test_a_pages_own_description_tells_the_field_of_its_house(purpose: str, answer: bool | None) -> None:
    owner = Owner("Zed", frozenset({"Zed"}), {}, 0.0, purpose=purpose)
    assert field_of("Zed", owner, "") is answer
    assert field_of("Yon", owner, "") is None


def test_a_body_named_for_well_being_is_of_care_only_where_the_page_is() -> None:
    assert field_of("Zed Well-Being", NOBODY, "") is None


def test_the_leaders_of_a_senior_living_site_with_a_plain_name_lead_in_health_care() -> None:
    card = "<div class='c'><h2>{}</h2><p>{}</p></div>"
    page = (
        "<html><head><title>Elvora: Our Team</title><meta name='description' content='{}'></head>"
        "<body><h1>Our Team</h1>"
        + card.format("Ann Vale", "Chief Executive Officer")
        + card.format("Bo Lim", "Director of Finance")
        + "</body></html>"
    )
    care, boats = page.format("Senior living for Elm County."), page.format("Boats for Elm County.")
    assert [(p.name, p.leader) for p in extract(care).people] == [("Ann Vale", True), ("Bo Lim", True)]
    assert not any(person.leader for person in extract(boats).people)


COUNTY_NEWS = (
    "Elm County hires a director to lead its new {}.\n\nAnn Vale, 45, was named executive director on Monday. "
    "Elm County had waited for months, said Bo Lim, Elm County finance director. Patients and nurses of clinics, of "
    "hospitals and of the medical school hope that health care and mental health services of Elm County will grow."
)


@pytest.mark.parametrize(("house", "leader"), [("health department", True), ("parks department", False)])
def test_a_countys_post_is_that_of_the_health_department_of_which_the_news_is(house: str, leader: bool) -> None:
    people = {person.name: person.leader for person in extract(COUNTY_NEWS.format(house)).people}
    assert people == {"Ann Vale": leader, "Bo Lim": False}


def test_who_leads_health_and_human_services_of_a_county_leads_in_care() -> None:
    post = PostSpan("health and human services assistant director", "Elm County", "manager", "director")
    assert judge(post, "Elm County", NOBODY, "", Holder(stated=True)) is True
    other = PostSpan("human resources assistant director", "Elm County", "manager", "director")
    assert judge(other, "Elm County", NOBODY, "", Holder(stated=True)) is False


def test_a_national_board_is_of_the_house_before_it() -> None:
    assert field_of("Elm Health National Board of Trustees", NOBODY, "") is True
    assert field_of("Vale Bank National Board of Trustees", NOBODY, "") is False


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Zed leads in healthcare staffing. She knows medical staffing from other firms.", False),
        ("Zed leads in healthcare staffing. She knows medical staffing. Our patients come first.", True),
        ("Zed met the health care staffing shortage. Medical staffing needs grow.", True),
        ("Zed is led by one who came from healthcare staffing.", True),
    ],
)
def test_a_house_whose_work_is_told_again_and_again_as_staffing_gives_no_care(text: str, answer: bool) -> None:
    owner = Owner("Zed", frozenset({"Zed"}), {}, 0.06)
    assert field_of("Zed", owner, text) is answer


def test_those_who_govern_a_county_are_not_its_health_department() -> None:
    text = (
        "County names health director\n\nThe Elm County Board of Commissioners voted to hire Dr. Ana Roe as health "
        "director. Commissioner Bo Lim spoke. Interim director Kit Doe will return to her role as permit manager. "
        "The health department gives vaccines to patients."
    )
    people = {person.name: (person.title, person.leader) for person in extract(text).people}
    assert people["Kit Doe"] == ("Interim director", True)
    assert people["Bo Lim"][1] is False


def test_an_office_of_the_board_counts_beside_work_elsewhere() -> None:
    text = (
        "The Elmvale Health Board of Directors elected officers. Returning as chair is Bo Lim, president of Lim "
        "Motors. Elmvale Health is a system of two hospitals."
    )
    assert [(p.name, p.title, p.leader) for p in extract(text).people] == [("Bo Lim", "chair", True)]


def test_whoever_receives_patients_leads_nothing_and_who_manages_them_does() -> None:
    page = "Elm Hospital Team\n\nAnn Vale\nFront Desk\n\nBo Lim\nFront Desk Manager\n\nCy Roe\nPractice Manager\n"
    assert {person.name for person in extract(page).people if person.leader} == {"Bo Lim", "Cy Roe"}
