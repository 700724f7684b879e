"""Who a speaker is: by name and organization together, a question on less, nobody where the names are two people's."""

from __future__ import annotations

from outreach.events.matching import Directory, House, Kept, Spoken, judge, weighed_in_words

INES = Kept(
    1,
    ("Inés Okafor-Lindqvist", "Inés Okafor"),
    (House("Harrow Lake Regional"), House("HLR Care", "another name of it"), House("Prairie Health", "its parent")),
    ("Chief Operating Officer",),
    (("Two Harbors Clinic", "2024"),),
)


def test_name_and_organization_together_match_and_nothing_less():
    cases = (
        ("Inés Okafor-Lindqvist", "Harrow Lake Regional", "matched"),
        ("Dr. Ines Okafor-Lindqvist, MD, FACHE", "Harrow Lake Regional Medical Center", "matched"),
        ("Ines Okafor-Lindqvist", "Harrow Lake Regional, Duluth, MN", "matched"),
        ("Inés Okafor", "HLR Care", "matched"),
        ("Inés Okafor-Lindqvist", "Prairie Health", "matched"),
        ("Inés Okafor-Lindqvist", "", "asked"),
        ("Inés Okafor-Lindqvist", "Two Harbors Clinic", "asked"),
        ("Inés Okafor-Lindqvist", "Larkspur Health", "asked"),
        ("I. Okafor-Lindqvist", "Harrow Lake Regional", "asked"),
        ("I. Okafor-Lindqvist", "Larkspur Health", "none"),
        ("Tom Okafor-Lindqvist", "Harrow Lake Regional", "none"),
        ("Inés Sundvall", "Harrow Lake Regional", "none"),
        ("", "Harrow Lake Regional", "none"),
    )
    for name, house, state in cases:
        assert judge(Spoken(name, house), [INES]).state == state, (name, house)


def test_another_middle_name_or_junior_and_senior_are_two_people():
    tom = Kept(2, ("Tom A. Marsh Jr.",), (House("Larkspur Health"),))
    assert judge(Spoken("Tom B. Marsh", "Larkspur Health"), [tom]).state == "none"
    assert judge(Spoken("Tom Marsh Sr.", "Larkspur Health"), [tom]).state == "none"


def test_a_house_whose_name_many_bear_is_not_enough():
    ana = Kept(3, ("Ana Duarte",), (House("Memorial Hospital"),))
    assert judge(Spoken("Ana Duarte", "Memorial Hospital"), [ana]).state == "asked"
    assert judge(Spoken("Ana Duarte", "Memorial Hospital, Gulfport"), [ana]).state == "asked"


def test_two_people_of_one_name_and_house_are_asked_about_and_a_refused_one_is_left_out():
    twins = [Kept(number, ("Ana Duarte",), (House("Larkspur Health"),)) for number in (4, 5)]
    both = judge(Spoken("Ana Duarte", "Larkspur Health"), twins)
    assert (both.state, both.candidates) == ("asked", (4, 5))
    one = judge(Spoken("Ana Duarte", "Larkspur Health"), twins, refused=[4])
    assert (one.state, one.person_id) == ("matched", 5)


def test_the_likeliest_is_asked_about_first_and_not_more_than_five():
    people = [Kept(number, ("Ana Duarte",), (House("Larkspur Health"),)) for number in range(1, 9)]
    people.append(Kept(9, ("Ana Duarte",)))
    found = judge(Spoken("Ana Duarte", "Copper Kite Group"), people)
    assert (len(found.candidates), found.candidates[0]) == (5, 9)


def test_what_is_the_same_different_and_unknown_is_told():
    told = dict(weighed_in_words(Spoken("Inés Okafor-Lindqvist", "Two Harbors Clinic", "Nurse manager"), INES))
    assert told["Same"] == "first and last name agree"
    assert "where they worked before, until 2024" in told["Different"]
    assert "post" in told["Different"]
    assert "no organization" in dict(weighed_in_words(Spoken("Inés Okafor"), INES))["Unknown"]


def test_people_are_found_by_a_word_of_the_surname_also_turned_round():
    directory = Directory([INES, Kept(7, ("Nguyễn Thị Bảo Trâm",))])
    assert [one.person_id for one in directory.near("OKAFOR LINDQVIST, Ines")] == [1]
    assert [one.person_id for one in directory.near("Tram Nguyen")] == [7]
    assert directory.near("Lena Voss") == ()
