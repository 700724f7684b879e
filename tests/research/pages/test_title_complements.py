import pytest

from research.pages.titles import TitleReader
from research.pages.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("director of quality, safety and risk at Elm Health", "director of quality, safety and risk", "Elm Health"),
        ("chief executive of Elm Hospitals NHS Trust Ann Vale said", "chief executive", "Elm Hospitals NHS Trust"),
        ("chief executive of Elm Hospital Oak Vale.", "chief executive", "Elm Hospital Oak Vale"),
        ("hospital manager at Elmvale Ann Vale said", "hospital manager", "Elmvale"),
        ("CEO of the hospital", "CEO", "the hospital"),
        ("CEO for both organizations, which are old", "CEO", "both organizations"),
        ("chief executive of EHC Ann Moreland Vale, to the podium", "chief executive", "EHC"),
        ("chief executive of EHC Elm Hospital, to the podium", "chief executive", "EHC Elm Hospital"),
        ("vice president, marketing strategy at Elm Health", "vice president, marketing strategy", "Elm Health"),
        (
            "Vice President of Zonal Outreach and Community Affairs.",
            "Vice President of Zonal Outreach and Community Affairs",
            "",
        ),
        (
            "medical director of Rehabilitation and Pain Associates, a private practice",
            "medical director",
            "Rehabilitation and Pain Associates",
        ),
        ("CEO for the assisted living and nursing community.", "CEO", "the assisted living and nursing community"),
        ("chief financial officer to Oak University", "chief financial officer", ""),
        ("adviser to the Elm Health Council", "adviser", "Elm Health Council"),
        ("director of operations says", "director of operations", ""),
        ("vice president of Epic Convening and Development", "vice president of Epic Convening and Development", ""),
        ("Chief Strategy Officer (CSO) at Elm Health", "Chief Strategy Officer", "Elm Health"),
        ("President Elm North America, says", "President", "Elm North America"),
        ("executive director of Elm Consultation Services", "executive director", "Elm Consultation Services"),
        ("executive director quality and safety, Elm Health", "executive director quality and safety", "Elm Health"),
        ("Medical Director of Elm Fertility of Valeton.", "Medical Director", "Elm Fertility of Valeton"),
        ("our executive leadership team, Ann", "executive", ""),
        ("president of the Elm Health credit union.", "president", "Elm Health credit union"),
        ("president of Elm Hospital’s auxiliary, spoke", "president", "Elm Hospital’s auxiliary"),
        ("chair of the Elm Health board, spoke", "chair", "Elm Health"),
        ("director, emergency department, said", "director, emergency department", ""),
        ("chief executive for its Nevada and Utah operations", "chief executive", ""),
        ("president of their Gulf Coast operations", "president", ""),
        ("chief operating officer for Ontario, said", "chief operating officer", ""),
        ("managing director of Scotland and Wales", "managing director", ""),
        ("chief executive of Elm Health of Nevada", "chief executive", "Elm Health of Nevada"),
        ("Chief of Medical Staff of the Full Medical Staff", "Chief of Medical Staff of the Full Medical Staff", ""),
        ("President of the Active Medical Staff", "President of the Active Medical Staff", ""),
        ("CEO of Oak Hospitals’ Elm Regional Hospital", "CEO", "Oak Hospitals’ Elm Regional Hospital"),
        ("Trustee at Large of Elm Health", "Trustee at Large", "Elm Health"),
        ("director at large, said", "director at large", ""),
        ("CEO of Surgical Care Affiliates", "CEO", "Surgical Care Affiliates"),
    ],
)
def test_a_department_is_part_of_the_title_and_an_organization_is_not(text: str, title: str, organization: str) -> None:
    post = TitleReader(text, tokenize(text)).find()[0].posts[0]
    assert (post.title, post.organization) == (title, organization)


def test_a_certificate_behind_a_title_is_no_organization() -> None:
    text = "Chief Nursing Officer, The Clinical Nurse Leader"
    post = TitleReader(text, tokenize(text), card=True).find()[0].posts[0]
    assert post.organization == ""
