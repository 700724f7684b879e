"""All facts of somebody, one fact, a new one of the user's: with their sources, and without script."""

from __future__ import annotations

import io

import pytest
from sqlalchemy import select

from outreach.dossiers.models import Claim, Fact
from outreach.people.models import Person
from tests import factories
from tests.factories import NOON
from tests.outreach.dossiers.dossier_cast import Jane, add_claim, jane_in, say
from tests.outreach.dossiers.test_run_pages import text_of
from tests.outreach.hostile import SCRIPTS, bodies


@pytest.fixture
def jane(app, alice) -> Jane:
    return jane_in(app)


@pytest.fixture
def writer(app):
    """A session of Alice's workspace."""

    def open_():
        return app.extensions["database"].session_for(1)

    return open_


GOOD = {
    "kind": "said",
    "value": "We listen first",
    "how_known": "She said so at the forum.",
    "starts": "May 3, 2026",
    "ends": "",
    "organization": "",
}


def test_every_fact_shows_who_says_it_when_and_in_which_words(alice, jane, writer):
    with writer() as session:
        fact = say(session, {"person_id": jane.person_id}, "award", "Prize for safety", sources_count=2)
        claim = fact.id and add_claim(session, fact, quote="She won the Prize for safety on May 3, 2026.").id
    page = alice.get(f"{jane.path}/facts")
    assert "Award: Prize for safety" in text_of(page)
    assert "2 sources" in text_of(page)
    one = alice.get(f"/facts/{fact.id}")
    assert "“She won the Prize for safety on May 3, 2026.”" in text_of(one)
    assert f'href="/claims/{claim}/source#quote"' in one.text
    stored = alice.get(f"/claims/{claim}/source")
    assert stored.status_code == 200


def test_copies_of_one_text_have_one_link_on_a_card_and_are_called_so_on_the_fact_s_page(alice, jane, writer):
    words = "She won the Prize for safety of the state's hospitals on May 3, 2026."
    with writer() as session:
        first = {"quote": words, "cited_url": "https://larkspur.example/news/1"}
        fact = say(session, {"person_id": jane.person_id}, "award", "Prize for safety", claim=first)
        again = add_claim(session, fact, quote=f"{words} Nobody else did.", cited_url="https://courier.example/9").id
        other = add_claim(
            session, fact, quote="The Prize for safety is hers.", cited_url="https://gazette.example/2"
        ).id
    facts = alice.get(f"{jane.path}/facts").text
    assert f"/claims/{other}/source" in facts
    assert f"/claims/{again}/source" not in facts
    one = alice.get(f"/facts/{fact.id}")
    assert f"/claims/{again}/source" in one.text
    assert text_of(one).count("the same text") == 1


def test_a_page_that_is_gone_or_has_changed_is_flagged_beside_its_words(alice, jane, writer):
    with writer() as session:
        document = factories.make_document(session, dead_since=NOON)
        changed = factories.make_document(session, changed_since=NOON)
        fact = say(session, {"person_id": jane.person_id}, "award", "Prize", claim={"document": document})
        add_claim(session, fact, document=changed)
    said = text_of(alice.get(f"/facts/{fact.id}"))
    assert "the page is gone" in said
    assert "the page has changed" in said


def test_disputed_values_stand_side_by_side_and_apart_from_what_can_be_said(alice, jane, writer):
    with writer() as session:
        for value in (214, 240):
            say(session, {"organization_id": jane.house_id}, "beds", value, standing="disputed")
        say(session, {"organization_id": jane.house_id}, "mission", "To care", as_of="2026")
    said = text_of(alice.get(f"/orgs/{jane.house_id}/facts"))
    assert "Beds: the sources disagree." in said
    assert "1 fact, with its source" in said
    assert said.index("214") < said.index("240") < said.index("Mission")


def test_gaps_are_told_honestly(alice, jane, writer):
    with writer() as session:
        run = factories.make_run(session, person_id=jane.person_id, state="finished", started_at=NOON, finished_at=NOON)
        factories.make_run_source(session, run, source_key="orcid", title="ORCID", state="nothing")
        factories.make_run_source(session, run, source_key="wikidata", title="Wikidata", state="failed")
    said = text_of(alice.get(f"{jane.path}/facts"))
    assert "Looked for in ORCID. Wikidata could not be read.not found" in said
    assert "No source was asked for own words.not looked for" in said


def test_many_facts_of_a_kind_are_on_pages_of_their_own(alice, jane, writer):
    with writer() as session:
        for number in range(60):
            say(session, {"person_id": jane.person_id}, "publication", f"Study {number:02d}", dated="2024")
    page = alice.get(f"{jane.path}/facts")
    assert "Show all 60" in text_of(page)
    assert page.text.count('class="fact" id="fact-') == 10
    first = alice.get(f"{jane.path}/facts?kind=publication")
    assert first.text.count('class="fact"') == 50
    onward = first.text.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert alice.get(onward).text.count('class="fact"') == 10


@pytest.mark.parametrize("query", ["kind=nothing", "kind=award&after=zzz", "kind=%00"])
def test_a_kind_or_place_that_is_none_is_no_page(alice, jane, query):
    assert alice.get(f"{jane.path}/facts?{query}").status_code == 404


def test_the_user_s_own_fact_is_kept_and_always_marked(alice, jane, writer):
    assert alice.get(f"{jane.path}/facts/new").status_code == 200
    answer = alice.post(f"{jane.path}/facts/new", GOOD)
    assert answer.status_code == 303
    said = text_of(alice.get(answer.headers["Location"]))
    assert "only your notes" in said
    assert "“She said so at the forum.”" in said
    assert "only your notes" in text_of(alice.get(jane.path))


def test_before_a_note_is_deleted_the_facts_are_named_that_go_with_it(alice, jane, writer):
    alice.get(f"{jane.path}/facts/new")
    alice.post(f"{jane.path}/facts/new", GOOD)
    with writer() as session:
        note = session.scalars(select(Claim.note_id).where(Claim.note_id.is_not(None))).one()
        fact = session.scalars(select(Fact).where(Fact.is_own_note.is_(True))).one()
        other = factories.make_note(session, session.get_one(Person, jane.person_id), text="Likes short questions.").id
    asked = text_of(alice.get(f"{jane.path}/notes/{note}/delete/ask"))
    assert "1 fact rests on this note alone, and goes with it:" in asked
    assert fact.value_words in asked
    assert "on this note alone" not in alice.get(f"{jane.path}/notes/{other}/delete/ask").text
    with writer() as session:
        add_claim(session, session.get_one(Fact, fact.id))
    assert "on this note alone" not in alice.get(f"{jane.path}/notes/{note}/delete/ask").text


def test_a_fact_about_an_organization_is_noted_in_its_kind(alice, jane, writer):
    alice.get(f"/orgs/{jane.house_id}/facts/new")
    wrong = alice.post(f"/orgs/{jane.house_id}/facts/new", {**GOOD, "kind": "beds", "value": "many"})
    assert wrong.status_code == 422
    assert "Write a number in digits, such as 4,312." in wrong.text
    right = alice.post(f"/orgs/{jane.house_id}/facts/new", {**GOOD, "kind": "beds", "value": "4,312"})
    assert right.status_code == 303
    with writer() as session:
        assert session.scalars(select(Fact.value)).one() == 4312


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"kind": ""}, "Choose what kind of fact it is."),
        ({"kind": "beds"}, "Choose one of these."),
        ({"value": " "}, "Write the fact."),
        ({"how_known": ""}, "Say how you know"),
        ({"starts": "soon"}, "Write a year"),
        ({"starts": "2026", "ends": "2024"}, "before it began"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(alice, jane, sent, words):
    alice.get(f"{jane.path}/facts/new")
    answer = alice.post(f"{jane.path}/facts/new", {**GOOD, **sent})
    assert answer.status_code == 422
    assert words in answer.text
    assert "There is a problem" in answer.text
    assert "Error: " in answer.text.split("</title>")[0]
    if "value" not in sent:
        assert "We listen first" in answer.text


def test_the_form_bears_whatever_is_sent(alice, jane):
    alice.get(f"{jane.path}/facts/new")
    for name, body in bodies(GOOD):
        answer = alice.post(f"{jane.path}/facts/new", body)
        assert answer.status_code in (303, 422), name
        assert "<script>alert(1)" not in answer.text, name


def test_hostile_words_of_a_source_are_words(alice, jane, writer):
    with writer() as session:
        quote = {"quote": '"><img src=x onerror=alert(1)>'}
        fact = say(session, {"person_id": jane.person_id}, "award", SCRIPTS[0], claim=quote)
    for path in (jane.path, f"{jane.path}/facts", f"/facts/{fact.id}"):
        answer = alice.get(path)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


def test_a_reviewer_reads_and_changes_nothing(alice, jane, writer, invite):
    with writer() as session:
        fact = say(session, {"person_id": jane.person_id}, "award", "Prize")
    ben = invite("reviewer")
    page = ben.get(f"/facts/{fact.id}")
    assert page.status_code == 200
    assert "Withdraw" not in page.text
    assert ben.get(f"{jane.path}/facts/new").status_code == 403
    assert ben.post(f"/facts/{fact.id}/withdraw", {"why": "x"}).status_code == 403


def test_facts_of_another_workspace_or_of_somebody_deleted_are_not_there(alice, jane, writer, app):
    other = factories.make_workspace(app.extensions["database"])
    with app.extensions["database"].session_for(other) as session:
        theirs = say(session, {"person_id": factories.make_person(session).id}, "award", "Prize").id
    with writer() as session:
        gone = say(session, {"person_id": factories.make_person(session, deleted_at=NOON).id}, "award", "Prize").id
    missing = alice.get("/facts/999999").text.replace("999999", "")
    for number in (theirs, gone):
        for path in ("", "/correct", "/withdraw/ask"):
            answer = alice.get(f"/facts/{number}{path}")
            assert answer.status_code == 404
        assert len(alice.get(f"/facts/{number}").text) == pytest.approx(len(missing), abs=40)


def test_a_file_where_words_belong_is_refused(alice, jane):
    alice.get(f"{jane.path}/facts/new")
    answer = alice.post(f"{jane.path}/facts/new", {**GOOD, "value": (io.BytesIO(b"x"), "x.txt")})
    assert answer.status_code == 422


def test_what_a_register_says_is_shown_as_field_and_value_and_kept_as_it_is(alice, jane, writer):
    quote = '"TITLE": "CHIEF FINANCIAL OFFICER", "NAME": "JANE ROE"'
    with writer() as session:
        about = {"person_id": jane.person_id, "standing": "disputed"}
        first = say(session, about, "role", "chief financial officer, Elm Health", claim={"quote": quote}).id
        say(session, about, "role", "chief executive, Larkspur")
    shown = text_of(alice.get(f"{jane.path}/facts"))
    assert "The record says: Title: CHIEF FINANCIAL OFFICER; Name: JANE ROE" in shown
    assert "“chief executive, Larkspur” it says" in shown
    page = alice.get(f"/facts/{first}")
    assert "<h1>Chief financial officer, Elm Health</h1>" in page.text
    assert '"TITLE"' not in text_of(page)
    with writer() as session:
        assert session.get_one(Fact, first).value == "chief financial officer, Elm Health"
        assert quote in session.scalars(select(Claim.quote)).all()
