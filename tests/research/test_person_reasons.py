from __future__ import annotations

from research.types import Identifier, Query
from tests.research.cast import ALICE, claim, record
from tests.research.judging import DIFFERENT, SAME, UNSURE, entry, judge


def test_the_mail_domain_of_the_organization_is_a_sign():
    query = Query("person", "Alice Larkin", organization="Larkspur Health", website="https://www.larkspur.example/")
    of = record("Alice Larkin", "papers", "p")
    paper = [claim(of, "affiliation", "Dept. of Nursing", details={"email_domain": "mail.larkspur.example"})]
    assert judge(paper, query=query)["papers:p"].judgement is SAME
    assert judge(paper)["papers:p"].judgement is UNSURE


def test_a_known_number_is_a_hard_sign_and_another_number_a_veto():
    query = Query("person", "Alice Larkin", identifiers=(Identifier("orcid", "0000-0001"),))
    ours = [
        *entry("Alice Larkin", number="1"),
        claim(record("Alice Larkin"), "identifier", "0000-0001", details={"scheme": "orcid"}),
    ]
    other = [
        *entry("Alice Larkin", number="2"),
        claim(record("Alice Larkin", number="2"), "identifier", "0000-0002", details={"scheme": "orcid"}),
    ]
    judged = judge(ours, other, query=query)
    assert (judged["register:1"].judgement, judged["register:2"].judgement) == (SAME, DIFFERENT)


def test_works_from_long_before_the_degree_are_another_persons():
    bio = [
        *entry("Alice Larkin", "news", "bio", role="CNO", at="Larkspur Health"),
        claim(record("Alice Larkin", "news", "bio"), "education", "BSN", end="2005"),
    ]
    paper = [
        *entry("Alice Larkin", "papers", "p1", at="Larkspur Health", predicate="affiliation"),
        claim(record("Alice Larkin", "papers", "p1"), "publication", "On Wards", start="1971"),
    ]
    assert judge(bio, paper)["papers:p1"].judgement is not SAME


def test_the_place_of_the_house_is_no_second_sign_and_a_surname_never_joins():
    assert (
        judge(entry("A. Larkin", role="Plant Director", at="Larkspur Health", state="OH"))["register:1"].judgement
        is UNSURE
    )
    surname = entry("Larkin", role="Chief Nursing Officer", at="Larkspur Health", state="OH")
    assert judge(surname)["register:1"].judgement is UNSURE


def test_a_house_whose_name_many_bear_needs_another_sign():
    query = Query("person", "Alice Larkin", organization="Memorial Hospital", role="CEO")
    assert (
        judge(entry("Alice Larkin", role="Director", at="Memorial Hospital"), query=query)["register:1"].judgement
        is UNSURE
    )
    assert judge(entry("Alice Larkin", role="CEO", at="Memorial Hospital"), query=query)["register:1"].judgement is SAME


def test_the_first_word_alone_joins_only_where_the_post_is_one_of_health_care():
    bakery = judge(entry("Alice Larkin", role=ALICE.role or "CEO", at="Larkspur"))
    assert bakery["register:1"].judgement is UNSURE
    with_role = judge(
        entry("Alice Larkin", role="CEO", at="Larkspur"),
        query=Query("person", "Alice Larkin", organization="Larkspur Health", role="CEO"),
    )
    assert with_role["register:1"].judgement is UNSURE
    unsure = judge(entry("Alice Larkin", role="CEO", at="Larkspur", details={"leader": "unsure"}))
    assert unsure["register:1"].judgement is UNSURE
    in_care = judge(entry("Alice Larkin", role="CEO", at="Larkspur", details={"leader": "yes"}))
    assert in_care["register:1"].judgement is SAME
