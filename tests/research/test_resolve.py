from __future__ import annotations

from research.resolve import decided_records, judge_people, learn, related_organizations
from research.types import Identifier, Judgement, Place, Query, Record
from tests.research.cast import ALICE, NOW, claim, house, record, source

SAME, UNSURE, DIFFERENT = Judgement.SAME, Judgement.UNSURE, Judgement.DIFFERENT
SOURCES = {key: source(key, names_decide=True) for key in ("register", "papers", "news")}


def entry(name, key="register", number="1", *, role="", at="", state="", predicate="role", **more):
    of = record(name, key, number)
    claims = [claim(of, "name", name)]
    if role or at:
        claims.append(claim(of, predicate, role or "Director", organization=at, **more))
    if state:
        claims.append(claim(of, "specialty", "Nursing", place=Place("", state)))
    return claims


def judge(*entries, query=ALICE, verdicts=None, names=()):
    flat = [c for group in entries for c in group]
    return {c.record.key: c for c in judge_people(query, flat, verdicts or {}, names)}


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


def test_an_earlier_employer_that_an_accepted_text_names_speaks_for_a_record_there():
    bio = [
        *entry("Alice Larkin", "news", "bio", role="CNO", at="Larkspur Health"),
        claim(record("Alice Larkin", "news", "bio"), "former_role", "Director", organization="Bellwether Clinic"),
    ]
    paper = entry("Alice Larkin", "papers", "p1", at="Bellwether Clinic", predicate="affiliation")
    assert judge(bio, paper)["papers:p1"].judgement is SAME
    assert judge(paper)["papers:p1"].judgement is UNSURE


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


def test_a_users_verdict_wins():
    namesake = entry("Alice Larkin", role="Professor", at="Bellwether University", state="TX")
    ours = entry("Alice Larkin", "news", role="CNO", at="Larkspur Health")
    judged = judge(namesake, ours, verdicts={"register:1": True, "news:1": False})
    assert (judged["register:1"].judgement, judged["news:1"].judgement) == (SAME, DIFFERENT)


def test_the_organizations_other_names_count_as_its_own():
    judged = judge(entry("Alice Larkin", at="LH Holdings", role="CNO"), names=("LH Holdings",))
    assert judged["register:1"].judgement is SAME


def test_the_place_of_the_house_is_no_second_sign_and_a_surname_never_joins():
    assert (
        judge(entry("A. Larkin", role="Plant Director", at="Larkspur Health", state="OH"))["register:1"].judgement
        is UNSURE
    )
    surname = entry("Larkin", role="Chief Nursing Officer", at="Larkspur Health", state="OH")
    assert judge(surname)["register:1"].judgement is UNSURE


def test_the_same_name_and_a_like_house_in_another_state_are_not_joined():
    query = Query("person", "Alice Larkin", organization="Memorial Hospital", role="CEO", state="TX")
    there = entry("Alice Larkin", role="CEO", at="Memorial Hospital", state="IL")
    assert judge(there, query=query)["register:1"].judgement is not SAME


def test_a_house_whose_name_many_bear_needs_another_sign():
    query = Query("person", "Alice Larkin", organization="Memorial Hospital", role="CEO")
    assert (
        judge(entry("Alice Larkin", role="Director", at="Memorial Hospital"), query=query)["register:1"].judgement
        is UNSURE
    )
    assert judge(entry("Alice Larkin", role="CEO", at="Memorial Hospital"), query=query)["register:1"].judgement is SAME


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


def test_a_name_with_its_words_turned_needs_a_second_sign():
    query = Query("person", "Lee Young", organization="Larkspur Health")
    assert judge(entry("Young Lee", role="CEO", at="Larkspur Health"), query=query)["register:1"].judgement is UNSURE
    with_post = Query("person", "Lee Young", organization="Larkspur Health", role="CEO")
    assert judge(entry("Young Lee", role="CEO", at="Larkspur Health"), query=with_post)["register:1"].judgement is SAME


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


def test_boards_and_campuses_are_related_and_other_houses_are_not():
    assert related_organizations("Larkspur Health", "Larkspur Health Board of Trustees")
    assert related_organizations("Larkspur Health", "Board of Larkspur Health")
    assert not related_organizations("Larkspur Health", "Bellwether Health")
    assert not related_organizations("Memorial Hospital", "Oak Memorial Hospital")
    assert related_organizations("Larkspur Health", "Larkspur Health – Hill Campus of Dale")
    for other in ("Larkspur Health Solutions LLC", "Larkspur Health South Ohio", "District of Larkspur Health"):
        assert not related_organizations("Larkspur Health", other)


def test_another_kind_of_body_that_bears_the_houses_name_is_another_organization():
    for body in ("Auxiliary", "Foundation", "Radio", "Credit Union", "Foundation Board", "Health Club"):
        assert not related_organizations("Larkspur Health", f"Larkspur Health {body}")
    for body in ("– Credit Union", "/ Radio", ", Foundation"):
        assert not related_organizations("Larkspur Health", f"Larkspur Health {body}")
    assert not related_organizations("Larkspur Health", "Foundation of Larkspur Health")
    judged = judge(entry("Alice Larkin", role="President", at="Larkspur Health Auxiliary"))
    assert judged["register:1"].judgement is UNSURE


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


def test_a_run_learns_numbers_of_accepted_records_only():
    claims = [
        *house("Larkspur Health", state="OH", ccn="990001"),
        *house("Larkspur Health", number="2", state="TX", ccn="990009"),
    ]
    known = learn(ALICE, claims, SOURCES, {})
    assert [(i.scheme, i.value) for i in known.organization_identifiers] == [("ccn", "990001")]
    assert known.identifiers == ()
    assert NOW.tzinfo is not None


def test_a_person_without_an_organization_learns_nothing_about_one():
    assert (
        learn(
            Query("person", "Alice Larkin"), house("Larkspur Health", ccn="990001"), SOURCES, {}
        ).organization_identifiers
        == ()
    )


def at(address, name, number, kind="person"):
    return claim(Record("news", number, name, address, kind), "name" if kind == "person" else "organization_name", name)


def test_a_verdict_by_address_is_of_the_one_record_of_the_name_there():
    claims = [at("https://a.example/", "Alice Larkin", "1"), at("https://a.example/", "Bo Roe", "2"),
              at("https://b.example/", "Alice Larkin", "3")]  # fmt: skip
    decided = decided_records(ALICE, claims, {"https://a.example/": True})
    assert {key for key, same in decided.items() if same} == {"https://a.example/", "news:1"}


def test_an_address_with_two_of_the_name_settles_nothing_but_that_neither_is_meant():
    claims = [at("https://a.example/", "John Smith Sr.", "1"), at("https://a.example/", "John Smith Jr.", "2")]
    query = Query("person", "John Smith")
    assert set(decided_records(query, claims, {"https://a.example/": True})) == {"https://a.example/"}
    neither = decided_records(query, claims, {"https://a.example/": False, "news:2": True})
    assert (neither["news:1"], neither["news:2"]) == (False, True)


def test_an_address_settles_the_subject_of_the_question_only():
    claims = [at("https://a.example/", "Larkspur Health", "1", "organization")]
    assert set(decided_records(ALICE, claims, {"https://a.example/": True})) == {"https://a.example/"}
    house_query = Query("organization", "Larkspur Health")
    assert decided_records(house_query, claims, {"https://a.example/": True})["news:1"]
