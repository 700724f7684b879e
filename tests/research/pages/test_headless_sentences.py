import pytest

from research.pages.headless_sentences import posts_without_subject
from research.pages.html_lines import read_html
from research.pages.people import people_of
from research.pages.sentence_names import read_sentences


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Founder and President of Elm Kidney Clinic. She is a nephrologist.", ["Founder and President"]),
        ("Medical director of Elm Clinic.", ["Medical director"]),
        ("Medical director of Elm Clinic is what she became.", []),
        ("Registered nurse. She likes people.", []),
        ("She is a nephrologist. Medical director of Elm Clinic.", []),
    ],
)
def test_a_first_sentence_that_is_nothing_but_a_post_is_the_owners(text: str, titles: list[str]) -> None:
    found = posts_without_subject(read_sentences(text, 3), "Ann Vale")
    assert [post.title for mention in found for post in mention.posts] == titles
    assert all(mention.name == "Ann Vale" and mention.quote in text for mention in found)


def test_without_an_owner_such_a_sentence_is_nobodys() -> None:
    assert posts_without_subject(read_sentences("Medical director of Elm Clinic.", 0), "") == []


def test_a_profile_may_begin_with_the_post_right_under_the_name() -> None:
    page = read_html(
        "<title>Elm Kidney Clinic</title><h2>Physicians</h2><h3>Ann Vale, M.D.</h3><p>Founder and President of Elm "
        "Kidney Clinic. She is a board-certified nephrologist who has treated patients for many years.</p>"
        "<h3>Bo Lim, M.D.</h3><p>Doctor Lim is a board-certified nephrologist.</p>"
    )
    found = {person.name: (person.title, person.organization, person.leader) for person in people_of(page)}
    assert found["Ann Vale"] == ("Founder and President", "Elm Kidney Clinic", True)
    assert found["Bo Lim"][2] is False
