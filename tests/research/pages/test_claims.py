"""From what a page says to claims."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from research.pages.claims import CONFIDENCE, claims_of, is_board_seat, record_id
from research.pages.model import Award, Degree, Extract, PersonFound, Post, Program, Saying
from research.types import Document, PartialDate, Query, Request

TEXT = (
    "Ana Larkin, RN, chief nursing officer of Oak Health, was named in 2019. She previously served as director at Elm "
    "Hospital. She holds a BSN from Elm University. She received the Elm Award. She launched a sepsis program that "
    "reduced deaths by 30 percent. “We began with two nurses,” said Larkin. Oak Health opened a mobile clinic."
)
URL = "https://oak.example/news/1"
QUOTE = "Ana Larkin, RN, chief nursing officer of Oak Health"
LARKIN = PersonFound(
    "Ana Larkin",
    ("RN",),
    "chief nursing officer",
    "Oak Health",
    PartialDate(2019),
    leader=True,
    quote=QUOTE,
    previous=(Post("director", "Elm Hospital", status="former", quote=(
        "She previously served as "
        "director at Elm Hospital."
    )),),
    education=(Degree("BSN", "Elm University", "She holds a BSN from Elm University."),),
    awards=(Award("Elm Award", "She received the Elm Award.", PartialDate(2020)),),
    programs=(Program("launched a sepsis program", "reduced deaths by 30 percent", "", (
        "She launched a sepsis program th"
        "at reduced deaths by 30 percent."
    )),),
    sayings=(Saying("We began with two nurses", "We began with two nurses"),),
)  # fmt: skip


def document(text=TEXT, media_type="text/plain"):
    body = text.encode()
    return Document(
        "organization_site", Request(URL), URL, 200, media_type, "", datetime(2026, 1, 1, tzinfo=UTC), body,
        sha256(body).hexdigest(),
    )  # fmt: skip


def extract(*people, **more):
    return Extract("article", people, headline="News", published=PartialDate(2019, 5, 1), text=TEXT, **more)


def by_predicate(found):
    return {claim.predicate: claim for claim in found}


def test_a_person_becomes_one_record_with_a_claim_for_each_statement():
    found = [claim for claim in claims_of(extract(LARKIN), document()) if claim.record.kind == "person"]
    assert {claim.record for claim in found} == {found[0].record}
    claims = by_predicate(found)
    assert set(claims) == {"name", "credential", "role", "former_role", "education", "award", "program", "said"}
    role = claims["role"]
    assert (role.value, role.organization, role.start, role.status) == (
        "chief nursing officer",
        "Oak Health",
        PartialDate(2019),
        "current",
    )
    assert role.details == {"leader": "yes"}
    assert role.citation.published == PartialDate(2019, 5, 1)
    assert role.citation.title == "News"
    assert claims["former_role"].status == "former"
    assert claims["education"].organization == "Elm University"
    assert claims["award"].start == PartialDate(2020)
    assert claims["program"].details == {"result": "reduced deaths by 30 percent"}


def test_every_quote_stands_in_the_document():
    claims = list(claims_of(extract(LARKIN), document()))
    assert claims
    for claim in claims:
        assert claim.citation.quote in TEXT


def test_what_cannot_be_cited_is_not_claimed():
    invented = PersonFound("Ana Larkin", (), "governor of Iowa", leader=True, quote="Ana Larkin, governor of Iowa")
    assert [claim.predicate for claim in claims_of(extract(invented), document())] == ["name"]
    assert list(claims_of(extract(PersonFound("Cy Doe", quote="Cy Doe, chief")), document())) == []


def test_the_text_of_a_pdf_counts_as_the_document():
    found = list(claims_of(extract(LARKIN), document("%PDF-1.4 nothing to read", "application/pdf")))
    assert "role" in by_predicate(found)


@pytest.mark.parametrize(("leader", "said"), [(True, "yes"), (False, "no"), (None, "unsure")])
def test_people_who_lead_nothing_are_given_too_and_marked(leader, said):
    person = PersonFound("Ana Larkin", (), "chief nursing officer", "Oak Health", leader=leader, quote=QUOTE)
    assert by_predicate(claims_of(extract(person), document()))["role"].details == {"leader": said}


def test_how_plain_a_statement_is_depends_on_where_it_stands():
    card = Extract("people", (LARKIN,), headline="Our leaders", text=TEXT)
    unsure = extract(PersonFound("Ana Larkin", (), "nurse", quote=QUOTE))
    headline = Extract("article", (LARKIN,), headline=f"News: {QUOTE}", text=TEXT)
    assert by_predicate(claims_of(card, document()))["role"].citation.confidence == CONFIDENCE["card"]
    assert by_predicate(claims_of(unsure, document()))["role"].citation.confidence == CONFIDENCE["unsure"]
    assert by_predicate(claims_of(headline, document()))["role"].citation.confidence == CONFIDENCE["headline"]


def test_a_seat_on_a_board_is_no_post():
    seat = PersonFound("Ana Larkin", (), "trustee", "Oak Health", leader=True, quote=QUOTE)
    assert "board_seat" in by_predicate(claims_of(extract(seat), document()))
    assert is_board_seat("board member")
    assert is_board_seat("Vice Chairman")
    assert not is_board_seat("chairman and CEO")
    assert not is_board_seat("chief nursing officer")


def test_the_organizations_own_programs_are_a_record_of_its_own():
    clinic = Program("opened a mobile clinic", quote="Oak Health opened a mobile clinic.", of_person=False)
    found = [c for c in claims_of(extract(LARKIN, programs=(clinic,)), document()) if c.record.kind == "organization"]
    own = [claim for claim in found if "person" not in claim.details]
    assert {(claim.predicate, claim.value) for claim in own} == {
        ("organization_name", "Oak Health"), ("organization_program", "opened a mobile clinic"),
    }  # fmt: skip


def test_what_a_leader_did_there_is_a_program_of_the_house_too_and_says_whose():
    found = [claim for claim in claims_of(extract(LARKIN), document()) if claim.predicate == "organization_program"]
    assert {claim.record.label for claim in found} == {LARKIN.organization}
    assert {claim.details["person"] for claim in found} == {LARKIN.name}


def test_the_asked_organization_names_a_page_without_people():
    clinic = Program("opened a mobile clinic", quote="Oak Health opened a mobile clinic.", of_person=False)
    asked = Query("organization", "OAK HEALTH")
    named = [claim.value for claim in claims_of(extract(programs=(clinic,)), document(), about=asked)]
    assert named == ["Oak Health", "opened a mobile clinic"]
    assert list(claims_of(extract(programs=(clinic,)), document(), about=Query("organization", "Pine"))) == []


def test_a_long_saying_is_cut_behind_a_sentence():
    words = "We began with two nurses. " * 60
    long = PersonFound(
        "Ana Larkin", (), "nurse", quote=QUOTE, leader=True, sayings=(Saying(words, "We began with two nurses"),)
    )
    said = by_predicate(claims_of(extract(long), document()))["said"]
    assert len(said.value) <= 600
    assert said.value.endswith("nurses.")


def test_an_end_before_the_beginning_is_dropped():
    odd = Post(
        "director",
        "Elm Hospital",
        PartialDate(2015),
        PartialDate(2010),
        "former",
        "She previously served as director at Elm Hospital.",
    )
    person = PersonFound("Ana Larkin", quote=QUOTE, leader=True, previous=(odd,))
    assert by_predicate(claims_of(extract(person), document()))["former_role"].end is None


def test_a_record_keeps_its_id_whatever_the_spelling_of_the_name():
    assert record_id(URL, "Zoë  Larkin") == record_id(URL, "ZOE LARKIN")
    assert record_id(URL, "Zoë Larkin") != record_id(URL + "2", "Zoë Larkin")


def test_a_speaker_without_a_house_is_not_given_that_of_the_page():
    inferred = PersonFound("Ana Larkin", (), "chief nursing officer", "Elm Hospital", leader=True, quote=QUOTE)
    inferred = replace(inferred, inferred=True)
    assert by_predicate(claims_of(extract(inferred), document()))["role"].organization == ""
    listed = by_predicate(claims_of(extract(replace(inferred, listed=True)), document()))["role"]
    assert (listed.organization, listed.details["organization_from"]) == ("Elm Hospital", "page")


def test_the_house_that_names_somebody_in_the_sentence_is_said_of_them():
    text = "Oak Health appointed Ana Larkin chief nursing officer on Monday."
    words = "Ana Larkin chief nursing officer"
    named = PersonFound("Ana Larkin", (), "chief nursing officer", "Oak Health", quote=words, inferred=True)
    page = Extract("article", (named,), text=text)
    assert by_predicate(claims_of(page, document(text)))["role"].organization == "Oak Health"
    away = text.replace("appointed Ana", "met on Monday with Ana")
    page = Extract("article", (named,), text=away)
    assert by_predicate(claims_of(page, document(away)))["role"].organization == ""


def test_a_post_that_is_only_rumored_is_not_claimed_and_one_that_was_lost_is_a_former_one():
    rumor = "Ana Larkin is rumored to be the CEO of Oak Health."
    one = PersonFound("Ana Larkin", (), "CEO", "Oak Health", leader=True, quote=rumor)
    assert "role" not in by_predicate(claims_of(Extract("article", (one,), text=rumor), document(rumor)))
    lost = "Oak Health fired Ana Larkin, CEO of Oak Health."
    one = replace(one, quote="Ana Larkin, CEO of Oak Health")
    found = by_predicate(claims_of(Extract("article", (one,), text=lost), document(lost)))
    assert (found["former_role"].status, "role" in found) == ("former", False)


def test_the_award_of_the_one_before_is_not_claimed():
    text = "Ana Larkin succeeds Bo Poe, who led Oak Health and won the Elm Award."
    one = PersonFound("Ana Larkin", (), "CEO", "Oak Health", quote="Ana Larkin", awards=(Award("Elm Award", text),))
    assert "award" not in by_predicate(claims_of(Extract("article", (one,), text=text), document(text)))


def test_two_of_one_name_are_two_records_that_know_of_each_other():
    text = "Ana Larkin, CEO of Oak Health, spoke.\nThe meeting was long.\nAna Larkin, president of Elm Motors, agreed."
    other = Post("president", "Elm Motors", quote="Ana Larkin, president of Elm Motors")
    one = PersonFound("Ana Larkin", (), "CEO", "Oak Health", quote="Ana Larkin, CEO of Oak Health", also=(other,))
    found = [c for c in claims_of(Extract("article", (one,), text=text), document(text)) if c.record.kind == "person"]
    assert len({claim.record for claim in found}) == 2
    assert {claim.details["namesakes"] for claim in found if claim.predicate == "name"} == {2}
    assert found[0].record.id == record_id(URL, "Ana Larkin")


def test_one_name_in_two_items_of_a_feed_makes_two_records():
    item = PersonFound("Ana Larkin", (), "CEO", "Oak Health", quote=QUOTE)
    again = replace(item, title="chief nursing officer")
    found = claims_of(extract(item, again), document())
    assert len({claim.record.id for claim in found if claim.predicate == "name"}) == 2
