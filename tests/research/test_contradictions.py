from __future__ import annotations

from research.types import Identifier, Query
from tests.research.cast import claim, record
from tests.research.judging import SAME, UNSURE, entry, judge


def test_father_and_son_at_one_house_are_a_question():
    query = Query("person", "John Smith", organization="Larkspur Health")
    senior = entry("John Smith Sr.", number="1", role="Chair", at="Larkspur Health")
    junior = entry("John Smith Jr.", number="2", role="CEO", at="Larkspur Health")
    judged = judge(senior, junior, query=query)
    assert {c.judgement for c in judged.values()} == {UNSURE}
    assert "two people" in judged["register:1"].reasons[-1].detail


def test_two_short_names_with_different_posts_at_one_house_are_a_question():
    query = Query("person", "William Field", organization="Larkspur Health")
    bill = entry("Bill Field", "news", "1", role="President", at="Larkspur Health")
    liam = entry("Liam Field", "news", "2", role="Nurse Manager", at="Larkspur Health")
    again = entry("Bill Field", "news", "3", role="President and CEO", at="Larkspur Health")
    assert {c.judgement for c in judge(bill, liam, query=query).values()} == {UNSURE}
    assert {c.judgement for c in judge(bill, again, query=query).values()} == {SAME}


def test_the_whole_name_stays_where_a_nickname_holds_another_post():
    query = Query("person", "William Field", organization="Larkspur Health")
    whole = entry("William Field", "news", "1", role="President", at="Larkspur Health")
    short = entry("Liam Field", "news", "2", role="Nurse Manager", at="Larkspur Health")
    judged = judge(whole, short, query=query)
    assert (judged["news:1"].judgement, judged["news:2"].judgement) == (SAME, UNSURE)
    elsewhere = entry("William Field", "news", "1", role="CFO", at="Bellwether Clinic")
    assert judge(elsewhere, short, query=query)["news:2"].judgement is UNSURE


def test_one_short_name_for_two_people_is_a_question():
    query = Query("person", "Pat Quinn", organization="Larkspur Health")
    patrick = entry("Patrick Quinn", number="1", role="CEO", at="Larkspur Health")
    patricia = entry("Patricia Quinn", number="2", role="CNO", at="Larkspur Health")
    assert {c.judgement for c in judge(patrick, patricia, query=query).values()} == {UNSURE}
    with_post = Query("person", "Pat Quinn", organization="Larkspur Health", role="CNO")
    judged = judge(patrick, patricia, query=with_post)
    assert (judged["register:1"].judgement, judged["register:2"].judgement) == (UNSURE, SAME)


def test_two_whom_one_page_tells_apart_are_not_both_the_person():
    def told(number, title):
        of = record("Alice Larkin", "news", number)
        return [claim(of, "name", "Alice Larkin", details={"namesakes": 2}),
                claim(of, "role", title, organization="Larkspur Health")]  # fmt: skip

    judged = judge(told("1", "Chief Nursing Officer"), told("2", "Pharmacist"))
    assert (judged["news:1"].judgement, judged["news:2"].judgement) == (SAME, UNSURE)
    plain = Query("person", "Alice Larkin", organization="Larkspur Health")
    assert {c.judgement for c in judge(told("1", "CNO"), told("2", "Pharmacist"), query=plain).values()} == {UNSURE}


def test_a_son_is_a_question_where_the_page_tells_of_the_father_too():
    query = Query("person", "John Smith", organization="Larkspur Health")
    junior = entry("John Smith Jr.", number="1", role="CEO", at="Larkspur Health")
    senior = entry("John Smith Sr.", number="2", role="Founder")
    assert judge(junior, senior, query=query)["register:1"].judgement is UNSURE


def test_two_numbers_of_one_kind_are_two_people_and_support_nobody():
    def registered(number, npi):
        of = record("Alice Larkin", number=number)
        return [*entry("Alice Larkin", number=number, role="CNO", at="Larkspur Health"),
                claim(of, "identifier", npi, details={"scheme": "npi"})]  # fmt: skip

    judged = judge(registered("1", "1999999992"), registered("2", "1999999984"))
    assert {c.judgement for c in judged.values()} == {UNSURE}
    assert "identifier" not in {r.feature for c in judged.values() for r in c.reasons}


def test_a_number_that_the_user_gave_decides_between_the_two():
    query = Query(
        "person", "John Smith", organization="Larkspur Health", identifiers=(Identifier("npi", "1999999992"),)
    )
    number = claim(record("John Smith Sr."), "identifier", "1999999992", details={"scheme": "npi"})
    ours = [*entry("John Smith Sr.", number="1", role="Chair", at="Larkspur Health"), number]
    other = entry("John Smith Jr.", number="2", role="CEO", at="Larkspur Health")
    judged = judge(ours, other, query=query)
    assert (judged["register:1"].judgement, judged["register:2"].judgement) == (SAME, UNSURE)
