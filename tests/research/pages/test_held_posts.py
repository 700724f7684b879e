"""Posts of mentions in view of the whole sentence, so that what `extract` shows is what a dossier would hold."""

import pytest

from research.pages import extract
from research.pages.held_posts import around


def posts(text):
    return [(person.name, person.title, person.status) for person in extract(text).people]


@pytest.mark.parametrize(
    "text",
    [
        "A judge found that Ana Larkin is CEO of Oak Health only on paper.",
        "Reports that Ana Larkin was named CEO of Oak Health are false.",
        "Ana Larkin is CEO of Oak Health. That is not true.",
        "Ana Larkin was named CEO of Oak Health. None of this is true, the board said.",
        "An April Fools’ post named Ana Larkin CEO of Oak Health.",
    ],
)
def test_a_post_on_paper_only_or_taken_back_is_not_shown(text):
    assert posts(text) == []


def test_what_is_not_held_leaves_the_other_posts_of_the_person():
    text = "Ana Larkin is chief nurse of Oak Health. Reports that Ana Larkin was named CEO of Elm Hospital are false."
    assert posts(text) == [("Ana Larkin", "chief nurse", "current")]


def test_a_post_that_its_sentence_ends_is_shown_as_a_former_one_without_a_leader():
    (person,) = extract("Elm Hospital mourns the death of CEO Ana Larkin.").people
    assert (person.title, person.status, person.leader) == ("CEO", "former", False)


def test_a_notice_for_a_later_day_leaves_the_post_held():
    (person,) = extract("Elm Hospital CEO Ana Larkin has resigned, effective next Friday.").people
    assert (person.status, person.leader) == ("outgoing", True)


def test_the_title_beside_the_name_is_the_one_judged():
    text = "In talks about who could be a CEO, Ana Larkin, CEO of Elm Hospital, spoke first."
    assert posts(text) == [("Ana Larkin", "CEO", "current")]


def test_the_sentences_around_a_quote_are_those_it_touches():
    text = "One came.  Ana Larkin, CEO. She spoke of it. Three left."
    assert around("Ana Larkin, CEO", text) == ("Ana Larkin, CEO.", "She spoke of it.")
    assert around("CEO. She", text) == ("Ana Larkin, CEO. She spoke of it.", "Three left.")
    assert around("Three left.", text) == ("Three left.", "")
    assert around("not there", text) == ("not there", "")
    assert around("", text) == ("", "")
