"""Forms of address: as recorded, never by a guess from a first name."""

from __future__ import annotations

import pytest

from outreach.drafts.letter_people import holds_doctorate, named


@pytest.mark.parametrize(
    ("name", "family", "addressed_as", "honorific", "pronouns", "credentials", "called"),
    [
        ("Marisol Núñez-Łukasik", "Núñez-Łukasik", "", None, "", ("RN", "MHA"), "Marisol Núñez-Łukasik"),
        ("Marguerite Oyelaran", "", "", None, "", ("PhD",), "Dr. Oyelaran"),
        ("Luis Fernández-Roa", "", "", None, "he/him", ("MHA",), "Mr. Fernández-Roa"),
        ("Anneliese Roe", "", "", None, "she", (), "Ms. Roe"),
        ("Hollis Quill", "", "", None, "they/them", (), "Hollis Quill"),
        ("Hollis Quill", "", "", "Mx.", "they", (), "Mx. Quill"),
        ("Ann Roe", "", "", "Prof.", "she", ("PhD",), "Prof. Roe"),
        ("Kofi Lindqvist", "", "", None, "he", ("JD",), "Mr. Lindqvist"),
        ("Ann Roe", "", "", "", "she", ("PhD",), "Ann Roe"),
        ("Ingrid Solhaugen", "", "Ingrid", "Dr.", "she", ("MD",), "Ingrid"),
        ("Dr. Amara Nwosu", "", "", None, "", (), "Dr. Nwosu"),
        ("James T. Ellis Jr.", "Ellis Jr.", "", "Mr.", "", (), "Mr. Ellis"),
        ("王小明", "王", "", None, "", ("MD",), "Dr. 王小明"),
        ("Orla", "", "", None, "", (), "Orla"),
        ("Orla", "", "", None, "she", (), "Ms. Orla"),
        ("", "", "", None, "", (), ""),
    ],
)
def test_forms_of_address(
    name: str, family: str, addressed_as: str, honorific: str | None, pronouns: str, credentials: tuple[str, ...],
    called: str,
) -> None:  # fmt: skip
    assert named(name, family, addressed_as, honorific, pronouns, credentials).called == called


def test_who_likes_the_first_name_is_told_of_by_the_whole_one() -> None:
    assert named("Ingrid Solhaugen", "", "Ingrid", None, "she", ()).in_text == "Ingrid Solhaugen"
    assert named("Eniola Osunbo", "", "Professor Osunbo", None, "she", ()).in_text == "Professor Osunbo"


def test_pronouns_that_are_not_recorded_are_they() -> None:
    nobody = named("Jo Park", "", "", None, "", ())
    assert (nobody.pronoun, nobody.their, nobody.them) == ("they", "their", "them")
    assert named("Jo Park", "", "", None, "He/Him", ()).their == "his"


@pytest.mark.parametrize(
    ("credentials", "is_doctor"),
    [
        (("Ph.D.",), True),
        (("RN, DNP",), True),
        (("MD/MBA",), True),
        (("EdD",), True),
        (("JD", "MHA"), False),
        ((), False),
    ],
)
def test_which_credentials_give_the_title(credentials: tuple[str, ...], is_doctor: bool) -> None:
    assert holds_doctorate(credentials) is is_doctor
