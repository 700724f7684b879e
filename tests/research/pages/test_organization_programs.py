"""What an organization did, by its own report."""

import pytest

from research.pages import extract
from research.pages.model import Line, PageText, PersonFound, Program
from research.pages.organization_programs import may_tell_deeds, organization_programs

LARKIN = PersonFound("Ana Larkin", organization="Birch Professionals")


def programs(*lines, people=(LARKIN,)):
    page = PageText("article", tuple(Line(text) for text in lines), "\n".join(lines))
    found = organization_programs(page, page.text, people)
    assert may_tell_deeds(page, people) or not found
    return [(program.what, program.result, program.period) for program in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oak Health launched a mobile clinic in 2021.", ("launched a mobile clinic", "", "2021")),
        ("Birch Professionals opened its first health center.", ("opened its first health center", "", "")),
        (
            "The hospital implemented a sepsis protocol that reduced deaths by 30 percent.",
            ("implemented a sepsis protocol", "reduced deaths by 30 percent", ""),
        ),
        (
            "Oak Health is proud to announce the opening of its new Elm Clinic, expanding access.",
            ("opening of its new Elm Clinic", "", ""),
        ),
    ],
)
def test_a_program_of_the_organization_is_read(sentence, expected):
    assert programs(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Oak Health plans to open a new tower.",
        "Oak Health will have launched a mobile clinic.",
        "“Oak Health launched a mobile clinic,” said Larkin.",
        "Larkin launched a sepsis program.",
        "The weather improved a lot.",
    ],
)
def test_plans_speech_and_peoples_own_deeds_are_left_out(sentence):
    assert programs(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Oak Health has recently launched a mobile clinic.", True),
        ("Birch Professionals successfully opened its first health center.", True),
        ("The hospital opened “Elm Clinic” in 2021.", True),
        ("Larkin launched a sepsis program.", False),
        ("The weather improved a lot.", False),
    ],
)
def test_pages_without_a_deed_of_the_organization_are_known_at_once(sentence, told):
    page = PageText("article", (Line(sentence),), sentence)
    assert may_tell_deeds(page, (LARKIN,)) is told


def test_what_a_person_is_said_to_have_done_is_not_told_twice():
    sentence = "The hospital launched a sepsis program under Larkin."
    person = PersonFound("Ana Larkin", programs=(Program("launched a sepsis program", quote=sentence),))
    assert programs(sentence, people=(person,)) == []


def test_every_program_is_marked_as_the_organizations():
    page = PageText("article", (Line("Oak Health launched a mobile clinic."),), "Oak Health launched a mobile clinic.")
    (program,) = organization_programs(page, page.text, ())
    assert program.of_person is False
    assert program.quote == page.text


@pytest.mark.parametrize(
    ("told", "what"),
    [
        (
            "In this episode, Ann Vale tells of Elm Steps, our new diabetes prevention program for teens.",
            "Elm Steps, our new diabetes prevention program",
        ),
        (
            "Safe Home, the hospital’s new fall-prevention initiative, helps.",
            "Safe Home, the hospital’s new fall-prevention initiative",
        ),
    ],
)
def test_a_program_is_told_by_its_name_and_what_it_is(told: str, what: str) -> None:
    page = extract(f"Elm Hospital\n\nAnn Vale is CEO of Elm Hospital. {told}")
    assert [program.what for program in page.programs] == [what]


@pytest.mark.parametrize(
    "told",
    [
        "We thank Bo Lim, our new program director.",
        "We thank Bo Lim, our new chief of service.",
        "Listen to Health Hour, our new program about care.",
        "“Elm Steps, our new wellness program, helps,” a visitor said.",
    ],
)
def test_a_person_a_broadcast_and_quoted_words_are_no_program(told: str) -> None:
    assert extract(f"Elm Hospital\n\nAnn Vale is CEO of Elm Hospital. {told}").programs == ()
