from __future__ import annotations

from dataclasses import replace

from research.organization_identity import is_holder, judge_organizations
from research.organization_relations import is_bare
from research.types import Identifier, Judgement, Query
from tests.research.cast import LARKSPUR, claim, house, record, source

REGISTER = {
    "register": source(names_decide=True),
    "npi": source("npi"),
    "pages": source("pages", access="html", names_decide=True),
}
SAME, UNSURE, DIFFERENT = Judgement.SAME, Judgement.UNSURE, Judgement.DIFFERENT


def judge(claims, query=LARKSPUR, verdicts=None):
    flat = [claim for group in claims for claim in group]
    return {c.record.key: c for c in judge_organizations(query, flat, REGISTER, verdicts or {})}


def test_the_one_of_its_name_in_the_state_is_the_house():
    judged = judge([house("Larkspur Health", state="OH", number="1"), house("Larkspur Health", state="TX", number="2")])
    assert (judged["register:1"].judgement, judged["register:2"].judgement) == (SAME, DIFFERENT)
    assert "TX" in judged["register:2"].reasons[0].detail


def test_two_of_one_name_are_a_question():
    judged = judge([house("Larkspur Health", state="OH", number="1"), house("Larkspur Health", state="OH", number="2")])
    assert {c.judgement for c in judged.values()} == {UNSURE}


def test_the_town_settles_two_of_one_name():
    query = Query("organization", "Larkspur Health", state="OH", city="Dale")
    houses = [
        house("Larkspur Health", state="OH", city="Dale", number="1", ccn="990001"),
        house("Larkspur Health", state="OH", city="Hill", number="2", ccn="990002"),
    ]
    judged = judge(houses, query)
    assert (judged["register:1"].judgement, judged["register:2"].judgement) == (SAME, DIFFERENT)


def test_the_daily_name_is_the_only_one_in_the_state_that_adds_plain_words():
    judged = judge(
        [
            house("Larkspur Health Medical Center", state="OH"),
            house("Larkspur Health Rose Pavilion", state="OH", number="2"),
        ]
    )
    assert (judged["register:1"].judgement, judged["register:2"].judgement) == (SAME, UNSURE)


def test_a_number_is_one_with_and_without_zeros_before_it():
    query = Query("organization", "Oak Holdings", identifiers=(Identifier("cik", "320193"),))
    assert judge([house("Larkspur Corp", cik="0000320193")], query)["register:1"].judgement is SAME
    assert judge([house("Larkspur Corp", cik="0000320194")], query)["register:1"].judgement is DIFFERENT


def test_the_name_without_any_word_of_care_is_a_question():
    assert judge([house("Larkspur Inc.", state="OH")])["register:1"].judgement is UNSURE
    assert is_bare("Larkspur Health", "Larkspur")
    assert not is_bare("Larkspur Health", "Larkspur Medical Center")
    assert not is_bare("Larkspur", "Larkspur")


def test_without_a_state_the_daily_name_is_not_enough():
    judged = judge([house("Larkspur Health Medical Center", state="OH")], Query("organization", "Larkspur Health"))
    assert judged["register:1"].judgement is UNSURE


def test_a_register_whose_names_do_not_decide_gives_a_possible_record_only():
    judged = judge([house("Larkspur Health", "npi", state="OH", npi="1999999992")])
    assert judged["npi:1"].judgement is UNSURE


def test_a_number_of_an_accepted_record_joins_the_next_register():
    judged = judge(
        [
            house("Larkspur Health", state="OH", ccn="990001", npi="1999999992"),
            house("LH Holdings", "npi", state="OH", npi="1999999992"),
        ]
    )
    assert judged["npi:1"].judgement is SAME
    assert "NPI" in judged["npi:1"].reasons[0].detail


def test_another_facilitys_own_number_is_a_veto_even_where_the_ein_is_shared():
    judged = judge(
        [
            house("Larkspur Health", state="OH", ccn="990001", ein="990000001"),
            house("Larkspur Health Hill Campus", "npi", state="OH", ccn="990002", ein="990000001"),
        ]
    )
    assert judged["npi:1"].judgement is DIFFERENT


def test_a_number_that_the_user_gave_joins_a_record_of_another_name():
    query = Query("organization", "Larkspur Health", identifiers=(Identifier("ein", "990000001"),))
    judged = judge([house("Old Meadow Hospital Association", "npi", ein="990000001")], query)
    assert judged["npi:1"].judgement is SAME


def test_the_known_web_site_joins_its_own_pages():
    query = Query("organization", "Larkspur Health", website="https://www.larkspur.example/about")
    judged = judge([house("Larkspur Health", "npi", website="https://larkspur.example/")], query)
    assert judged["npi:1"].judgement is SAME


def test_the_houses_of_one_system_are_not_joined_by_its_web_site():
    query = Query("organization", "Larkspur Hospital Dale", website="https://larkspur.example/dale")
    siblings = [
        house("Larkspur Hospital Hill", "npi", number="1", website="https://larkspur.example/hill"),
        house("Unrelated Foundation", "npi", number="2", website="https://larkspur.example/"),
    ]
    assert SAME not in {c.judgement for c in judge(siblings, query).values()}


def test_a_host_of_strangers_joins_nothing():
    query = Query("organization", "Larkspur Health", website="https://sites.google.com/larkspur")
    judged = judge([house("Larkspur Health", "npi", state="TX", website="https://sites.google.com/other")], query)
    assert judged["npi:1"].judgement is UNSURE


def test_an_address_that_cannot_be_read_harms_nothing():
    judged = judge([house("Larkspur Health", state="OH", website="https://[bad")])
    assert judged["register:1"].judgement is SAME


def test_the_number_of_a_parent_joins_no_second_house():
    first = house("Larkspur Health Dale", number="1", state="OH", ccn="990001", ein="990000001")
    second = house("Larkspur Health Hill", number="2", state="OH", ccn="990002", ein="990000001")
    query = Query("organization", "Larkspur Health", identifiers=(Identifier("ein", "990000001"),))
    assert SAME not in {c.judgement for c in judge([first, second], query).values()}


def test_the_parents_return_is_kept_as_the_parents():
    ours = house("Larkspur Health", state="OH", ccn="990001")
    of = record("Larkspur Health", kind="organization")
    shared = claim(
        of, "organization_identifier", "990000001", details={"scheme": "ein", "names": "parent", "hospitals": 37}
    )
    parent = [
        *house("Giant Health System", "npi", state="TX", ein="990000001"),
        claim(record("Giant Health System", "npi", kind="organization"), "revenue", 90_000_000_000),
    ]
    judged = judge([[*ours, shared], parent])
    assert judged["npi:1"].judgement is SAME
    assert is_holder(judged["npi:1"])
    assert [(c.predicate, c.details["names"]) for c in judged["npi:1"].claims] == [("revenue", "parent")]


def test_a_number_in_another_state_is_a_question():
    ours = house("Larkspur Health", state="OH", ccn="990001", ein="990000001")
    judged = judge([ours, house("Larkspur Holdings", "npi", state="TX", ein="990000001")])
    assert judged["npi:1"].judgement is UNSURE


def test_another_town_is_not_the_house_even_where_the_name_is_the_only_one():
    query = Query("organization", "Larkspur Health", state="OH", city="Dale")
    assert judge([house("Larkspur Health", state="OH", city="Hill")], query)["register:1"].judgement is UNSURE
    assert judge([house("Larkspur Health", state="OH", city="DALE CITY")], query)["register:1"].judgement is SAME


def test_a_name_that_many_bear_needs_a_place():
    query = Query("organization", "University Hospital")
    assert judge([house("University Hospital", state="OH")], query)["register:1"].judgement is UNSURE
    saints = [
        house("St. Mary Hospital", state="OH", number="1"),
        house("St. Mary Hospital West", state="OH", number="2"),
    ]
    judged = judge(saints, Query("organization", "St. Mary Hospital", state="OH"))
    assert judged["register:1"].judgement is UNSURE


def test_one_of_a_system_is_not_picked_by_the_systems_name():
    houses = [
        house("Larkspur Medical Center", state="OH", number="1"),
        house("Larkspur Hill Hospital", state="OH", number="2"),
        house("Larkspur Rose Hospital", state="OH", number="3"),
    ]
    judged = judge(houses, Query("organization", "Larkspur", state="OH"))
    assert judged["register:1"].judgement is UNSURE


def test_a_hospital_with_the_name_of_a_system_in_other_states_is_a_question_until_a_place_is_named():
    houses = [
        house("Larkspur Clinic", state="FL", city="Dale", number="1", ccn="990001"),
        house("Larkspur Clinic Rose Pavilion", state="OH", number="2", ccn="990002"),
    ]
    asked = Query("organization", "Larkspur Clinic")
    assert {c.judgement for c in judge(houses, asked).values()} == {UNSURE}
    for query in (replace(asked, state="FL"), replace(asked, city="Dale")):
        assert judge(houses, query)["register:1"].judgement is SAME
    assert judge(houses[:1], asked)["register:1"].judgement is SAME
    in_one_state = [houses[0], house("Larkspur Clinic Rose Pavilion", state="FL", number="2", ccn="990002")]
    assert judge(in_one_state, asked)["register:1"].judgement is SAME


def test_a_name_alone_joins_nothing_in_another_state_than_what_is_known():
    query = Query("organization", "Larkspur Clinic", identifiers=(Identifier("ror", "00abc0001"),))
    known = house("Larkspur Clinic", "npi", state="OH", ror="00abc0001")
    elsewhere = house("Larkspur Clinic", state="FL", ccn="990001")
    judged = judge([known, elsewhere], query)
    assert (judged["npi:1"].judgement, judged["register:1"].judgement) == (SAME, UNSURE)
    assert judge([known, house("Larkspur Clinic", state="OH", ccn="990001")], query)["register:1"].judgement is SAME


def test_a_hospital_whose_register_name_is_longer_is_found_through_a_list_with_the_same_number():
    registered = house("Brede Saint Larkspur Memorial Hospital", state="OH", ccn="990001")
    listed = house("Larkspur Memorial Hospital", "npi", state="OH", ccn="990001")
    query = Query("organization", "Larkspur Memorial Hospital", state="OH")
    assert {c.judgement for c in judge([registered, listed], query).values()} == {SAME}
    second = house("Larkspur Memorial Hospital West", state="OH", number="2", ccn="990002")
    renumbered = house("Larkspur Memorial Hospital", "npi", state="OH", ccn="990003")
    renamed = house("Bellwether Hospital", state="OH", ccn="990001")
    for others in ([registered, listed, second], [registered, renumbered], [renamed, listed], [registered]):
        assert SAME not in {c.judgement for c in judge(others, query).values()}
    assert SAME not in {c.judgement for c in judge([registered, listed], replace(query, state="")).values()}


def test_the_order_of_the_claims_does_not_matter():
    houses = [
        house("Larkspur Health", state="OH", number="1", ccn="990001", npi="1999999992"),
        house("LH Holdings", "npi", state="OH", npi="1999999992"),
        house("Larkspur Health Rose Pavilion", state="OH", number="2", ccn="990002"),
    ]
    assert judge(houses) == judge(houses[::-1])


def test_a_page_below_a_site_is_not_the_house_of_the_site():
    query = Query("organization", "Larkspur Health", website="https://larkspur.example")
    below = house("LH Hill", "npi", website="https://larkspur.example/locations/hill")
    assert judge([below], query)["npi:1"].judgement is not SAME


def test_a_site_that_several_houses_of_one_source_share_joins_none_of_them():
    query = Query("organization", "Larkspur Health", website="https://larkspur.example")
    houses = [house(name, "npi", number=name[-1], website="https://larkspur.example/") for name in ("LH A", "LH B")]
    assert SAME not in {candidate.judgement for candidate in judge(houses, query).values()}


def test_pages_that_name_the_house_are_all_its_own_unless_a_register_knows_two():
    pages = [house("Larkspur Health", "pages", number="a"), house("Larkspur Health", "pages", number="b")]
    query = Query("organization", "Larkspur Health")
    assert {c.judgement for c in judge(pages, query).values()} == {SAME}
    two = [house("Larkspur Health", state="OH", number="1"), house("Larkspur Health", state="TX", number="2")]
    judged = judge([*pages, *two], query)
    assert judged["pages:a"].judgement is UNSURE


def test_a_users_verdict_wins_over_everything():
    houses = [house("Larkspur Health", state="OH", ccn="990001"), house("Bellwether Clinic", "npi", state="TX")]
    judged = judge(houses, verdicts={"npi:1": True, "register:1": False})
    assert (judged["npi:1"].judgement, judged["register:1"].judgement) == (SAME, DIFFERENT)
    assert judged["npi:1"].by_user


def test_another_name_is_another_house():
    assert judge([house("Bellwether Clinic", state="OH")])["register:1"].judgement is DIFFERENT
