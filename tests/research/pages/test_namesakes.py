"""Two people of one name on one page."""

import pytest

from research.pages.model import Award, Extract, PersonFound, Post
from research.pages.namesakes import PageSentences, told_apart


def person(title, organization, quote, *also, name="John Field", **more):
    return PersonFound(name, (), title, organization, leader=True, quote=quote, also=also, **more)


def post(title, organization, quote, **more):
    return Post(title, organization, quote=quote, **more)


def told(text, one, *others):
    page = Extract("unknown", (one, *others), text=text)
    return [(p.name, p.title, tuple(a.name for a in p.awards)) for p in told_apart(one, PageSentences(page))]


def test_one_person_with_one_post_stays_one():
    text = "John Field is CEO of Oak Health. He won the Elm Award."
    one = person("CEO", "Oak Health", "John Field is CEO of Oak Health", awards=(Award("Elm Award", "the Elm Award"),))
    assert told(text, one) == [("John Field", "CEO", ("Elm Award",))]


@pytest.mark.parametrize(
    "second",
    [
        "Another John Field, who runs a clinic in Dale, won the Elm Award.",
        "A different John Field won the Elm Award.",
        "The nurse John Field, no relation, won the Elm Award.",
        "He is not to be confused with John Field of Dale, who won the Elm Award.",
        "His son, John Field, won the Elm Award.",
        "His namesake John Field won the Elm Award.",
    ],
)
def test_what_is_told_of_another_of_the_name_goes_to_nobody(second):
    text = f"John Field is CEO of Oak Health. {second}"
    one = person("CEO", "Oak Health", "John Field is CEO of Oak Health", awards=(Award("Elm Award", second),))
    assert told(text, one) == [("John Field", "CEO", ()), ("John Field", "", ("Elm Award",))]


def test_two_introduced_with_employers_of_their_own_are_two():
    text = "John Field, CEO of Oak Health, spoke. The meeting was long. John Field, president of Elm Motors, agreed."
    one = person(
        "CEO",
        "Oak Health",
        "John Field, CEO of Oak Health",
        post("president", "Elm Motors", "John Field, president of Elm Motors"),
    )
    assert [(name, title) for name, title, _ in told(text, one)] == [("John Field", "CEO"), ("John Field", "president")]


@pytest.mark.parametrize(
    "text",
    [
        "John Field, CEO of Oak Health, spoke. John Field also serves as president of Elm Motors.",
        "John Field, CEO of Oak Health, spoke. John Field, president of Elm Motors, comes to Oak Health in May.",
        "John Field, CEO of Oak Health, spoke. Field joined from Elm Motors. John Field, president of Elm Motors.",
    ],
)
def test_a_sentence_that_ties_two_employers_keeps_one_person(text):
    second = "John Field also serves as president" if "serves as" in text else "John Field, president of Elm Motors"
    one = person("CEO", "Oak Health", "John Field, CEO of Oak Health", post("president", "Elm Motors", second))
    assert len(told(text, one)) == 1


def test_nicknames_of_different_holders_are_two_and_a_bridge_makes_them_one():
    text = "Bill Field is president of Oak Health. Liam Field is a nurse manager at Oak Health."
    one = person(
        "president",
        "Oak Health",
        "Bill Field is president of Oak Health",
        post("nurse manager", "Oak Health", "Liam Field is a nurse manager"),
        name="William Field",
    )
    assert [name for name, _, _ in told(text, one)] == ["Bill Field", "Liam Field"]
    bridged = text.replace("Liam Field is", "Liam Field is").replace(
        "Bill Field is", 'Liam "Bill" Field spoke. Bill Field is'
    )
    assert len(told(bridged, one)) == 1


def test_an_md_and_a_do_are_two_doctors():
    text = "John Field, MD, is chief of surgery. John Field, DO, is chief of medicine."
    one = person(
        "chief of surgery",
        "",
        "John Field, MD, is chief of surgery",
        post("chief of medicine", "", "John Field, DO, is chief of medicine"),
    )
    assert len(told(text, one)) == 2


def test_somebody_described_as_if_for_the_first_time_is_another():
    text = "Oak Health promoted John Field to chief medical officer. John Field, a dentist in Dale, was fined."
    one = person(
        "chief medical officer",
        "Oak Health",
        "John Field to chief medical officer",
        post("dentist", "Oak Health", "John Field, a dentist", inferred=True),
    )
    assert [title for _, title, _ in told(text, one)] == ["chief medical officer", "dentist"]


def test_beside_father_and_son_the_bare_name_is_nobodys():
    text = "John Field Jr. is CEO of Oak Health. John Field Sr. founded it. John Field won the Elm Award."
    junior = person(
        "CEO", "Oak Health", "John Field Jr. is CEO of Oak Health", name="John Field Jr.",
        awards=(Award("Elm Award", "John Field won the Elm Award."),),
    )  # fmt: skip
    senior = person("founder", "Oak Health", "John Field Sr. founded it", name="John Field Sr.")
    assert told(text, junior, senior) == [("John Field Jr.", "CEO", ()), ("John Field Jr.", "", ("Elm Award",))]
    assert told(text.replace("John Field won", "Field won"), junior)[0][2] == ("Elm Award",)


def test_a_bearer_introduced_by_another_house_keeps_what_is_his():
    text = "John Field is CEO of Oak Health. It grew. John Field of Elm Hospital won the Elm Award."
    one = person(
        "CEO", "Oak Health", "John Field is CEO of Oak Health",
        awards=(Award("Elm Award", "John Field of Elm Hospital won the Elm Award."),),
    )  # fmt: skip
    assert told(text, one) == [("John Field", "CEO", ()), ("John Field", "", ("Elm Award",))]
    of_town = text.replace("Elm Hospital", "Dayton, Ohio,")
    home = person(
        "CEO", "Oak Health", "John Field is CEO of Oak Health",
        awards=(Award("Elm Award", "John Field of Dayton, Ohio, won the Elm Award."),),
    )  # fmt: skip
    assert told(of_town, home) == [("John Field", "CEO", ("Elm Award",))]


def test_a_boards_own_house_is_no_other_employer():
    text = "John Field is CFO of Dale Community Hospital. The Dale Board of Trustees made John Field interim CEO."
    one = person(
        "CFO",
        "Dale Community Hospital",
        "John Field is CFO of Dale Community Hospital",
        post("interim CEO", "The Dale Board of Trustees", "John Field interim CEO"),
    )
    assert len(told(text, one)) == 1


@pytest.mark.timeout(60)
def test_two_are_told_apart_behind_any_mass_of_their_name():
    masses = "John " * 5_000 + ". " + "Another John Field, a " * 500 + ". " + "A" * 20_000
    text = f"{masses} John Field is CEO of Oak Health. John Field is president of Elm Motors."
    second = post("president", "Elm Motors", "John Field is president of Elm Motors")
    one = person("CEO", "Oak Health", "John Field is CEO of Oak Health", second)
    assert [(name, title) for name, title, _ in told(text, one)] == [("John Field", "CEO"), ("John Field", "president")]
