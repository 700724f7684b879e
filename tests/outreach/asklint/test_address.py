"""Names of readers in parts, and what greetings say."""

from __future__ import annotations

import pytest

from outreach.asklint.address import Reader, address_of, is_doctor_title, is_plain_title
from outreach.asklint.types import Known


@pytest.mark.parametrize(
    ("name", "surname", "first"),
    [
        ("Priya Raman", ("raman",), "priya"),
        ("Tomás Quintero-Vale", ("quintero", "vale"), "tomas"),
        ("Anna van der Berg", ("van", "der", "berg"), "anna"),
        ("Siún Ní Bhaoill-Daly", ("ni", "bhaoill", "daly"), "siun"),
        ("John Carter Jr.", ("carter",), "john"),
        ("Madonna", ("madonna",), ""),
        ("", (), ""),
        ("Dr. Ruth Ames, MD", ("ames",), "ruth"),
    ],
)
def test_a_name_has_a_surname_and_a_first_name(name, surname, first):
    reader = Reader(Known(person=name))
    assert (reader.surname, reader.first) == (surname, first)


def test_two_last_words_are_one_surname_where_the_facts_use_them_so():
    facts = ("In 2024 Arce Molina opened two schools.",)
    assert Reader(Known(person="Pilar Arce Molina", facts=facts)).surname == ("arce", "molina")
    assert Reader(Known(person="Pilar Arce Molina", facts=("Pilar Arce Molina is dean.",))).surname == ("molina",)


@pytest.mark.parametrize(
    ("credentials", "expected"),
    [
        (("MD",), True),
        (("Ph.D.",), True),
        (("MHA", "FACHE"), False),
        ((), None),
        (("RN", "DNP"), True),
        (("JD",), False),
    ],
)
def test_a_doctorate_is_known_by_its_letters(credentials, expected):
    assert Reader(Known(person="Ruth Ames", credentials=credentials)).is_doctor is expected


def test_facts_with_one_pronoun_tell_it():
    assert Reader(Known(facts=("Her program grew.",))).seems == "she"
    assert Reader(Known(facts=("He and her deputy spoke.",))).seems == ""


@pytest.mark.parametrize(
    ("known", "right"),
    [
        (Known(person="Tomás Quintero-Vale", credentials=("MD",)), "Dear Dr. Quintero-Vale,"),
        (Known(person="Ruth Ames", honorific="Ms."), "Dear Ms. Ames,"),
        (Known(person="Ruth Ames", greeted_as="Chief Ames"), "Dear Chief Ames,"),
        (Known(person="Ruth Ames", credentials=("MHA",)), "Dear Ruth Ames,"),
        (Known(person="Anna van der Berg", credentials=("DO",)), "Dear Dr. van der Berg,"),
    ],
)
def test_the_right_greeting_is_told(known, right):
    assert Reader(known).right == right


def test_a_greeting_falls_into_titles_and_names():
    address = address_of("Dear Dr. Tomás Quintero-Vale, MD:")
    assert (address.titles, address.names, address.opener) == (("dr",), ("tomas", "quintero", "vale"), "dear")
    assert address_of("Hey Ruth!").opener == "hey"
    assert address_of("Dear Dr.,").names == ()


def test_titles_of_doctors_and_others_are_told_apart():
    assert is_doctor_title("dr")
    assert is_plain_title("ms")
    assert not is_plain_title("dean")
