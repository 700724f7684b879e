"""What readiness looks at, found in the workspace, with the passages that show it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.dossiers import program_queries, readiness
from outreach.dossiers.readiness_rules import Item
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from tests import factories
from tests.factories import NOON
from tests.outreach.dossiers.dossier_cast import HOUSE, Jane, add_claim, make_jane, say


@pytest.fixture
def session(workspace):
    with workspace.session() as session:
        yield session


@pytest.fixture
def jane(session) -> Jane:
    return make_jane(session, reason="She answers letters.")


def items(session, jane) -> dict[str, Item]:
    return {one.key: one for one in readiness.items(session, session.get_one(Person, jane.person_id), NOON)}


def about(jane) -> dict[str, int]:
    return {"person_id": jane.person_id}


def role(session, jane, title="Chief Medical Officer", house=HOUSE, **claim):
    return say(
        session, about(jane), "role", title, organization_name=house, status="current",
        claim={"organization_name": house, "status": "current", **claim},
    )  # fmt: skip


def test_a_post_that_the_user_confirmed_lately_is_known(session, jane):
    position = session.get_one(factories.Position, jane.position_id)
    assert not items(session, jane)["role"].met
    position.confirmed_on = NOON - timedelta(days=90)
    session.flush()
    found = items(session, jane)["role"]
    assert found.met
    assert found.passage.words == f"Chief Medical Officer, {HOUSE}"
    assert found.passage.source == "Confirmed by you"
    position.confirmed_on = NOON - timedelta(days=91)
    session.flush()
    assert not items(session, jane)["role"].met


def test_a_workplace_without_a_post_is_no_role(session, jane):
    position = session.get_one(factories.Position, jane.position_id)
    position.title, position.confirmed_on = "", NOON
    session.flush()
    found = items(session, jane)["role"]
    assert not found.met
    assert found.close.address == f"/people/{jane.person_id}/posts/{jane.position_id}"
    assert not found.close.posts


@pytest.mark.parametrize(
    ("claim", "met"),
    [
        ({"published": "2026-11-01"}, True),
        ({"published": "2026-01-01"}, False),
        ({"published": "", "seen_at": NOON}, True),
        ({"published": "", "seen_at": NOON - timedelta(days=91)}, False),
        ({"published": "2026-01-01", "seen_at": NOON}, False),
    ],
)
def test_a_source_confirms_a_post_on_the_day_it_said_so(session, jane, claim, met):
    role(session, jane, **claim)
    assert items(session, jane)["role"].met is met


@pytest.mark.parametrize(
    ("title", "house"), [("Chief Nursing Officer", HOUSE), ("Chief Medical Officer", "Quillfeather")]
)
def test_another_post_or_another_house_confirms_nothing(session, jane, title, house):
    role(session, jane, title, house, published="2026-11-01")
    assert not items(session, jane)["role"].met


def test_a_post_that_a_source_calls_former_confirms_nothing(session, jane):
    role(session, jane, published="2026-11-01").status = "former"
    session.flush()
    assert not items(session, jane)["role"].met


def test_the_way_to_confirm_is_one_press_where_a_post_is_known(session, jane):
    close = items(session, jane)["role"].close
    assert (close.posts, close.address) == (True, f"{jane.path}/posts/{jane.position_id}/confirm")
    nobody = factories.make_person(session)
    close = readiness.items(session, nobody, NOON)[0].close
    assert (close.posts, close.address) == (False, f"/people/{nobody.id}/posts/new")


def test_a_program_of_which_two_print_the_same_release_has_one_source(session, jane):
    words = "Larkspur opened a night clinic of twelve beds in May, and nobody had to wait there since."
    program = factories.make_program(session, **about(jane))
    for key in ("newsroom_feed", "organization_site"):
        document = factories.make_document(session, source_key=key)
        claim = factories.make_claim(
            session, document=document, person_id=jane.person_id, predicate="program", value="Night clinic", quote=words
        )
        factories.make_program_source(session, program, claim_id=claim.id, quote=words)
    session.flush()
    session.expire_all()
    assert program_queries.publishers(session, program) == 1
    assert not items(session, jane)["program"].met


def test_a_record_counts_its_publishers_and_a_fact_its_sources(session, jane):
    assert items(session, jane)["program"].address == f"{jane.path}/research/add"
    fact = say(session, about(jane), "program", "Huddle")
    found = items(session, jane)["program"]
    assert (found.met, found.passage.words) == (False, "Huddle")
    fact.sources_count = 2
    session.flush()
    assert items(session, jane)["program"].met
    fact.sources_count = 1
    program = factories.make_program(session, **about(jane))
    factories.make_program_source(session, program)
    session.flush()
    found = items(session, jane)["program"]
    assert (found.met, found.address) == (False, f"/programs/{program.id}#add-source")
    factories.make_program_source(session, program, url="https://www.harrowlake.example.org/again")
    session.expire_all()
    assert not items(session, jane)["program"].met, "one site is one source"
    factories.make_program_source(session, program, url="https://sentinel.example.org/unit")
    session.expire_all()
    assert items(session, jane)["program"].met


def test_a_field_of_a_register_is_no_quotation(session, jane):
    say(session, about(jane), "said", "Registered as an individual", claim={"source_key": "nppes_individuals"})
    assert not items(session, jane)["quotation"].met
    fact = say(session, about(jane), "said", "We listen first", claim={"source_key": "nih_reporter"})
    assert not items(session, jane)["quotation"].met
    add_claim(session, fact, source_key="newsroom_feed", cited_title="Larkspur opens a clinic")
    assert items(session, jane)["quotation"].passage.source.startswith("Larkspur opens a clinic")


def test_a_quotation_needs_a_source_that_others_can_read(session, jane):
    say(session, about(jane), "said", "Mine", is_own_note=True, claim={"origin": "own_note"})
    assert not items(session, jane)["quotation"].met
    say(session, about(jane), "said", "We listen first")
    found = items(session, jane)["quotation"]
    assert found.met
    assert found.passage.address.endswith("/source#quote")


def test_a_fact_about_the_house_is_fresh_and_more_than_an_address(session, jane):
    house = {"organization_id": jane.house_id}
    say(session, house, "location", "Larkspur, VT")
    say(session, house, "beds", 214, as_of="2019")
    assert not items(session, jane)["organization"].met
    assert items(session, jane)["organization"].address == f"/orgs/{jane.house_id}/research"
    say(session, house, "officer", "Ada Fern, Chief Nursing Officer")
    say(session, house, "news", "Ten chief medical officers to watch", dated="2026-11-01")
    say(session, house, "employees", 900, as_of="")
    found = items(session, jane)["organization"]
    assert not found.met
    assert "a list of officers" in found.why
    say(session, house, "mission", "To care")
    found = items(session, jane)["organization"]
    assert (found.met, found.why) == (True, "It is what the house says it is for.")


def test_a_figure_of_the_house_counts_while_it_is_fresh(session, jane):
    house = session.get_one(factories.Organization, jane.house_id)
    factories.make_figure(session, house, period="2019")
    assert not items(session, jane)["organization"].met
    factories.make_figure(session, house, period="2025")
    found = items(session, jane)["organization"]
    assert found.passage.words == "Beds, 2025: “Staffed beds: 214”"


def test_what_is_unsettled_is_counted_wherever_it_stands(session, jane):
    assert items(session, jane)["unsettled"].met
    for value in (214, 240):
        say(session, {"organization_id": jane.house_id}, "beds", value, standing="disputed")
    found = items(session, jane)["unsettled"]
    assert (found.met, found.address) == (False, f"/orgs/{jane.house_id}#unsettled")
    factories.make_candidate(session, **about(jane))
    found = items(session, jane)["unsettled"]
    assert found.why == "2 things wait for your word."
    assert found.address == f"{jane.path}#unsettled"


def test_nothing_withdrawn_counts(session, jane):
    for kind in ("said", "program"):
        say(session, about(jane), kind, "x", state="withdrawn", sources_count=2)
    found = items(session, jane)
    assert not found["quotation"].met
    assert not found["program"].met


def test_a_second_claim_of_the_same_words_changes_nothing(session, jane):
    fact = say(session, about(jane), "said", "We listen first")
    add_claim(session, fact)
    assert items(session, jane)["quotation"].met


def test_a_reason_is_kept_unless_another_window_was_faster(session, jane):
    person = session.get_one(Person, jane.person_id)
    version = person.version
    readiness.say_why(session, person, "She changed my mind.", version, NOON)
    assert items(session, jane)["reason"].passage.words == "She changed my mind."
    with pytest.raises(ChangedElsewhere):
        readiness.say_why(session, person, "Mine", version, NOON)
