import pytest

from research.pages import extract
from research.pages.section_houses import heading_house


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Elmvale Hospital (Elmvale, Ohio)", "Elmvale Hospital"),
        ("Oakdale Medical Center, Oakdale, Ohio", "Oakdale Medical Center"),
        ("Ashford Trust:", "Ashford Trust"),
        ("Elmvale Hospital Board of Trustees", "Elmvale Hospital"),
        ("Medical Staff", ""),
        ("Board of Directors", ""),
        ("Our Leadership Team", ""),
        ("Ann Vale", ""),
        ("Vice President, Patient Care Services", ""),
        ("Elmvale Hospital opened a wing", ""),
        ("", ""),
    ],
)
def test_a_heading_that_is_a_house_s_name_is_told_from_others(text: str, house: str) -> None:
    assert heading_house(text) == house


PROSE = """Leaders of the region's best hospitals

These leaders are behind the success of the houses on the list of Poe's Review.

Elmvale General Medical Center (Elmvale)

Ann Vale, president and CEO. Ms. Vale also heads its parent, Elmvale Health System. She has been CEO of Sisters of Hope.

Bo Lim, vice president of accounting.

Oak-Ashford Hospital (Ashford)

Cy Marlow, president. Mr. Marlow reports to Dee Poole, president and CEO of ADF HealthCare, the parent company.
"""
CARDS = """<h3>Governing bodies</h3><p>Governed by</p><h3>Elmvale Trust</h3><h4>Ann Vale</h4><p>President</p>
<h4>Bo Lim</h4><p>Trustee</p><h4>Oakdale Research Foundation</h4><h4>Cy Marlow</h4><p>President</p>
<h4>Dee Poole</h4><p>Treasurer</p>"""
HTML = """<h1>Our hospitals</h1><h2>Elmvale Hospital</h2><h3>Ann Vale</h3><p>President</p><h3>Bo Lim</h3>
<p>Chief Nursing Officer</p><h2>Oakdale Hospital</h2><h3>Cy Marlow</h3><p>President</p>
<h2>System office</h2><h3>Dee Poole</h3><p>Chief Executive Officer</p>"""


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        (
            PROSE,
            {
                "Ann Vale": "Elmvale General Medical Center",
                "Bo Lim": "Elmvale General Medical Center",
                "Cy Marlow": "Oak-Ashford Hospital",
                "Dee Poole": "ADF HealthCare",
            },
        ),
        (
            CARDS,
            {
                "Ann Vale": "Elmvale Trust",
                "Bo Lim": "Elmvale Trust",
                "Cy Marlow": "Oakdale Research Foundation",
                "Dee Poole": "Oakdale Research Foundation",
            },
        ),
        (HTML, {"Ann Vale": "Elmvale Hospital", "Bo Lim": "Elmvale Hospital", "Cy Marlow": "Oakdale Hospital"}),
    ],
)
def test_each_person_has_the_house_of_the_section(text: str, houses: dict[str, str]) -> None:
    found = {person.name: person.organization for person in extract(text).people}
    assert houses.items() <= found.items()


def test_a_section_without_a_house_ends_the_one_before() -> None:
    found = {person.name: person.organization for person in extract(HTML).people}
    assert found["Dee Poole"] != "Oakdale Hospital"


def test_where_the_house_stands_under_each_title_it_heads_no_section() -> None:
    text = "Ann Vale\nPresident\nElmvale Hospital\n\nBo Lim\nTreasurer\nOakdale Hospital\n\nCy Marlow\nSecretary\n"
    found = {person.name: person.organization for person in extract(text).people}
    assert (found["Ann Vale"], found["Bo Lim"]) == ("Elmvale Hospital", "Oakdale Hospital")
    assert found.get("Cy Marlow") != "Oakdale Hospital"


def test_the_employer_at_the_end_of_a_card_does_not_head_the_next_one() -> None:
    card = "<div><h3>{}</h3><h3>{}</h3><p>{}</p></div>"
    found = extract(
        "<h2>Vale Society of Nurses</h2>"
        + card.format("Ann Vale", "President", "Elm Medical Center")
        + card.format("Bo Lim", "President-Elect", "Oak Medical Center")
        + card.format("Kit Doe", "Past President", "Ash Medical Center")
    )
    assert {person.organization for person in found.people} == {"Vale Society of Nurses"}
