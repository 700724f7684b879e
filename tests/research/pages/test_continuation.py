"""Sentences that go on about a person without naming them."""

from research.pages.continuation import with_continuations
from research.pages.model import Line, PageText, PersonFound


def passages(lines, **owned):
    page = PageText("article", tuple(Line(text) for text in lines), "\n".join(lines))
    people = tuple(PersonFound(name.replace("_", " "), passages=tuple(said)) for name, said in owned.items())
    return [person.passages for person in with_continuations(people, page)]


NAMED = "Larkin was promoted to vice president of operations at the hospital in 2010 and stayed."


def test_a_sentence_that_leans_on_the_one_before_belongs_to_the_same_person():
    line = f"{NAMED} Under her leadership, the hospital opened a clinic. The weather was fine in those days."
    assert passages([line], Ana_Larkin=[NAMED]) == [(NAMED, "Under her leadership, the hospital opened a clinic.")]


def test_a_sentence_about_somebody_else_ends_it():
    line = f"{NAMED} Her colleague Roe opened a clinic at the same time as she did."
    assert passages([line], Ana_Larkin=[NAMED], Bo_Roe=[]) == [(NAMED,), ()]


def test_a_sentence_after_two_people_leans_on_nobody():
    both = "Larkin and Roe were promoted to vice presidents of operations at the hospital in 2010 together."
    line = f"{both} Under her leadership, the hospital opened a clinic."
    assert passages([line], Ana_Larkin=[both], Bo_Roe=[both]) == [(both,), (both,)]


def test_a_passage_under_the_next_biography_is_not_the_persons_before():
    lines = [
        "Ana Larkin",
        NAMED,
        "Bo Roe",
        "Roe leads the clinics of the hospital.",
        "He formerly served as a manager at Elm Health.",
    ]
    found = passages(lines, Ana_Larkin=[NAMED, lines[-1]], Bo_Roe=[lines[3]])
    assert found == [(NAMED,), (lines[3], lines[-1])]


def test_a_page_without_people_has_no_passages():
    assert with_continuations((), PageText("unknown", (), "")) == ()


def test_a_paragraph_that_begins_with_she_goes_on_about_the_person_before():
    lines = [NAMED, "She earned her BSN from Elm University and an MBA from Oak College some years later than that."]
    assert passages(lines, Ana_Larkin=[NAMED]) == [(NAMED, lines[1])]


def test_a_nickname_goes_on_about_the_person():
    named = "Larkin was promoted to vice president of operations at the hospital in 2010 and stayed."
    line = f"{named} Bob graduated from Elm University."
    assert passages([line], Robert_Larkin=[named]) == [(named, "Bob graduated from Elm University.")]
