from __future__ import annotations

from research.types import Query
from tests.research.cast import claim, record
from tests.research.judging import DIFFERENT, SAME, UNSURE, entry, judge


def test_name_and_organization_in_one_item_are_the_person():
    judged = judge(entry("Alice Larkin", role="CNO", at="Larkspur Health"))
    assert judged["register:1"].judgement is SAME
    assert {r.feature for r in judged["register:1"].reasons} >= {"name", "organization", "post"}


def test_a_name_alone_is_possible_and_never_joined():
    assert judge(entry("Alice Larkin"))["register:1"].judgement is UNSURE


def test_name_and_state_are_not_enough():
    assert judge(entry("Alice Larkin", state="OH"))["register:1"].judgement is UNSURE


def test_a_namesake_elsewhere_is_different():
    judged = judge(entry("Alice Larkin", role="Professor", at="Bellwether University", state="TX"))
    assert judged["register:1"].judgement is DIFFERENT


def test_a_namesake_at_another_house_is_left_open():
    assert judge(entry("Alice Larkin", role="Director", at="Bellwether Clinic"))["register:1"].judgement is UNSURE


def test_another_middle_initial_is_another_person_whatever_else_agrees():
    judged = judge(entry("Alice C. Larkin", role="CNO", at="Larkspur Health"))
    assert judged["register:1"].judgement is DIFFERENT
    assert judged["register:1"].reasons[0].veto


def test_another_surname_is_no_candidate_at_all():
    assert judge(entry("Alice Larson", role="CNO", at="Larkspur Health")) == {}


def test_a_nickname_with_the_organization_is_the_person():
    query = Query("person", "Robert Field", organization="Larkspur Health")
    assert judge(entry("Bob Field", role="CEO", at="Larkspur Health"), query=query)["register:1"].judgement is SAME


def test_an_initial_needs_a_second_sign():
    assert judge(entry("A. Larkin", role="Director", at="Larkspur Health"))["register:1"].judgement is UNSURE
    both = judge(entry("A. Larkin", role="Chief Nursing Officer", at="Larkspur Health", state="OH"))
    assert both["register:1"].judgement is SAME


def test_a_name_before_marriage_needs_a_second_sign():
    query = Query("person", "Kelly Parsons Kwit", organization="Larkspur Health", role="general counsel", state="OH")
    one = judge(entry("Kelly Parsons", role="Director", at="Larkspur Health"), query=query)
    two = judge(entry("Kelly Parsons", role="General Counsel", at="Larkspur Health"), query=query)
    assert (one["register:1"].judgement, two["register:1"].judgement) == (UNSURE, SAME)


def crowd():
    return [entry("Alice Larkin", number=str(n), at=f"House Number {n}", role="Nurse") for n in range(1, 8)]


def test_a_common_name_needs_two_independent_signs():
    here = entry("Alice Larkin", number="here", role="Nurse", at="Larkspur Health")
    assert judge(*crowd(), here)["register:here"].judgement is UNSURE
    as_cno = entry("Alice Larkin", number="here", role="Chief Nursing Officer", at="Larkspur Health")
    assert judge(*crowd(), as_cno)["register:here"].judgement is SAME


def test_many_papers_by_one_author_are_no_crowd():
    papers = [entry("Alice Larkin", number=str(n), at="Larkspur Health", predicate="affiliation") for n in range(9)]
    assert {c.judgement for c in judge(*papers).values()} == {SAME}


def test_an_earlier_employer_that_an_accepted_text_names_speaks_for_a_record_there():
    bio = [
        *entry("Alice Larkin", "news", "bio", role="CNO", at="Larkspur Health"),
        claim(record("Alice Larkin", "news", "bio"), "former_role", "Director", organization="Bellwether Clinic"),
    ]
    paper = entry("Alice Larkin", "papers", "p1", at="Bellwether Clinic", predicate="affiliation")
    assert judge(bio, paper)["papers:p1"].judgement is SAME
    assert judge(paper)["papers:p1"].judgement is UNSURE


def test_a_users_verdict_wins():
    namesake = entry("Alice Larkin", role="Professor", at="Bellwether University", state="TX")
    ours = entry("Alice Larkin", "news", role="CNO", at="Larkspur Health")
    judged = judge(namesake, ours, verdicts={"register:1": True, "news:1": False})
    assert (judged["register:1"].judgement, judged["news:1"].judgement) == (SAME, DIFFERENT)


def test_the_organizations_other_names_count_as_its_own():
    judged = judge(entry("Alice Larkin", at="LH Holdings", role="CNO"), names=("LH Holdings",))
    assert judged["register:1"].judgement is SAME


def test_the_same_name_and_a_like_house_in_another_state_are_not_joined():
    query = Query("person", "Alice Larkin", organization="Memorial Hospital", role="CEO", state="TX")
    there = entry("Alice Larkin", role="CEO", at="Memorial Hospital", state="IL")
    assert judge(there, query=query)["register:1"].judgement is not SAME


def test_a_name_with_its_words_turned_needs_a_second_sign():
    query = Query("person", "Lee Young", organization="Larkspur Health")
    assert judge(entry("Young Lee", role="CEO", at="Larkspur Health"), query=query)["register:1"].judgement is UNSURE
    with_post = Query("person", "Lee Young", organization="Larkspur Health", role="CEO")
    assert judge(entry("Young Lee", role="CEO", at="Larkspur Health"), query=with_post)["register:1"].judgement is SAME


def test_earlier_employers_are_followed_one_step_only():
    def text(number, now, before):
        of = record("Alice Larkin", "news", number)
        return [*entry("Alice Larkin", "news", number, role="Director", at=now),
                claim(of, "former_role", "Manager", organization=before)]  # fmt: skip

    judged = judge(
        text("a", "Larkspur Health", "Bellwether Clinic"),
        text("b", "Bellwether Clinic", "Quillfeather Stores"),
        text("c", "Quillfeather Stores", "Tumbledown Theater"),
    )
    assert (judged["news:a"].judgement, judged["news:b"].judgement, judged["news:c"].judgement) == (SAME, SAME, UNSURE)
