"""The pages of a run: it starts with a press, tells how it goes, asks, and says what changed. Without script too."""

from __future__ import annotations

import re
import time

import pytest
from lxml import html
from sqlalchemy import select

from outreach.dossiers import fetching
from outreach.dossiers.models import Candidate, Fact, ResearchRun, RunSource
from outreach.dossiers.rules import LEASE
from outreach.jobs.table import Job
from research.errors import InputError, Refused, Unavailable
from tests import factories
from tests.outreach.dossiers.invented_sources import HOUSE, JANE, KEYS, OTHER_HOUSE, page_of


@pytest.fixture
def jane(app, alice):
    """Jane in Alice's workspace; her id and that of her house."""
    with app.extensions["database"].session_for(1) as session:
        house = factories.make_organization(session, name=HOUSE, state="VT", city="Larkspur", website="")
        person = factories.make_person(session, name=JANE)
        factories.make_position(session, person, house, title="Chief Medical Officer")
        return person.id, house.id


@pytest.fixture
def reader(app):
    """A session of Alice's workspace that reads."""
    with app.extensions["database"].reader_for(1) as session:
        yield session


def start(alice, person_id) -> str:
    alice.get("/settings/account")
    answer = alice.post(f"/people/{person_id}/research")
    assert answer.status_code == 303
    return answer.headers["Location"]


def text_of(answer) -> str:
    return " ".join(html.document_fromstring(answer.text).text_content().split())


def test_research_starts_with_a_press_and_shows_every_source(invented, alice, jane, run_jobs):
    person_id, _ = jane
    first = alice.get(f"/people/{person_id}/research")
    assert "Start research" in first.text
    path = start(alice, person_id)
    waiting = alice.get(path)
    assert "Research waits for its turn" in text_of(waiting)
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in waiting.text
    assert waiting.text.count('hx-trigger="every') == 4
    assert run_jobs() == 1
    done = alice.get(path)
    said = text_of(done)
    assert "Research is done" in said
    assert f"{len(KEYS)} of {len(KEYS)} sources read" in said
    assert "14 new facts." in said
    assert "Prize of wikidata" in said
    assert "hx-trigger" not in done.text.replace('hx-trigger="input changed delay:150ms"', "")
    assert "http-equiv" not in done.text


def test_only_what_told_something_is_called_read(invented, sources, alice, jane, run_jobs):
    sources.says["wikidata"] = "nothing of hers"
    sources.says["orcid"] = Refused("The page is not for programs.", fault="refused")
    sources.says["pubmed"] = Unavailable("No answer in time.", fault="timeout")
    path = start(alice, jane[0])
    run_jobs()
    page = html.document_fromstring(alice.get(path).text)
    (bar,) = page.xpath("//div[@id='run-said']//progress")
    assert (bar.get("value"), bar.get("max")) == (str(len(KEYS) - 3), str(len(KEYS)))
    said = " ".join(page.text_content().split())
    assert f"{len(KEYS) - 3} of {len(KEYS)} sources read. " in said
    assert "1 had nothing, 1 could not be read, and 1 will be asked again." in said
    assert f"{len(KEYS)} of {len(KEYS)} read" not in said


def test_a_second_press_leads_to_the_run_that_is_under_way(invented, alice, jane):
    person_id, _ = jane
    assert start(alice, person_id) == start(alice, person_id)
    assert alice.get(f"/people/{person_id}/research").headers["Location"] == start(alice, person_id)


def test_the_parts_of_a_page_are_fetched_again_only_when_they_changed(invented, alice, jane, run_jobs):
    path = start(alice, jane[0])
    for region in ("said", "questions", "sources", "found"):
        part = alice.get(f"{path}/{region}", headers={"HX-Request": "true"})
        assert part.status_code == 200
        again = html.fromstring(part.text).get("hx-get")
        assert alice.get(again, headers={"HX-Request": "true"}).status_code == 204
    changing = html.fromstring(alice.get(f"{path}/sources").text).get("hx-get")
    run_jobs()
    last = alice.get(changing, headers={"HX-Request": "true"})
    assert last.status_code == 200
    assert "hx-trigger" not in last.text, "the last answer asks no more"
    assert last.text.count('class="source"') == len(KEYS)


def test_what_a_source_says_of_somebody_else_is_a_question_with_the_record_s_own_words(
    invented, sources, alice, jane, run_jobs, reader
):
    sources.says["wikidata"] = page_of("wikidata", house=OTHER_HOUSE, award="Prize for <b>kites</b>")
    path = start(alice, jane[0])
    run_jobs()
    page = alice.get(path)
    shown = html.document_fromstring(page.text)
    (card,) = shown.xpath("//section[contains(@class, 'asks')]")
    told = " ".join(card.text_content().split())
    assert "Is this the same person?" in told
    assert f"Chief Medical Officer, {HOUSE}" in told
    assert f"Chief Medical Officer, {OTHER_HOUSE}" in told
    assert "The record says“Chief Medical Officer”" in told
    assert "In their words" not in told, "a record speaks of her; only a quotation is her own"
    assert f"{OTHER_HOUSE}, {OTHER_HOUSE}" not in told
    assert "Different" in told
    buttons = [button.get("value") for button in card.xpath(".//button")]
    assert buttons == ["same", "not_same", "cannot_tell"]
    before = reader.scalars(select(Fact).where(Fact.state == "current")).all()
    assert not any("kites" in str(fact.value) for fact in before)
    (form,) = card.xpath(".//form")
    answer = alice.post(form.get("action"), {"answer": "same"})
    assert answer.status_code == 303
    reader.rollback()
    joined = reader.scalars(select(Fact).where(Fact.state == "current")).all()
    assert any("kites" in str(fact.value) for fact in joined)
    after = alice.get(path)
    assert "counts as yours now" in after.text
    assert "<b>kites</b>" not in after.text
    (undo,) = html.document_fromstring(after.text).xpath("//div[@id='notices']//form/@action")
    assert alice.post(undo).status_code == 303
    reader.rollback()
    left = reader.scalars(select(Fact).where(Fact.state == "current")).all()
    assert not any("kites" in str(fact.value) for fact in left)
    assert "Is this the same person?" in alice.get(path).text


def test_a_question_is_answered_while_the_run_goes_on(invented, sources, alice, jane, run_jobs, app, reader):
    """The answer comes in the middle: from inside a source's answer, as another request would."""
    sources.says["clinicaltrials"] = page_of("clinicaltrials", house=OTHER_HOUSE)
    path = start(alice, jane[0])
    answered = []

    def answer_now() -> str:
        with app.extensions["database"].reader_for(1) as session:
            candidate = session.scalar(select(Candidate).where(Candidate.judgement == "unsure"))
        for _ in range(100):
            if candidate is not None:
                break
            time.sleep(0.05)
            with app.extensions["database"].reader_for(1) as session:
                candidate = session.scalar(select(Candidate).where(Candidate.judgement == "unsure"))
        answered.append(alice.post(f"{path}/candidates/{candidate.id}", {"answer": "not_same"}).status_code)
        return page_of("wikidata")

    alice.get(path)
    sources.says["wikidata"] = answer_now
    run_jobs()
    assert answered == [303]
    row = reader.scalar(select(Candidate).where(Candidate.source_key == "clinicaltrials"))
    assert row.judgement == "different"
    assert reader.scalar(select(RunSource.state).where(RunSource.source_key == "wikidata")) == "found"


@pytest.mark.parametrize("word", ["", "perhaps", "same\x00"])
def test_an_answer_that_is_none_changes_nothing(invented, sources, alice, jane, run_jobs, word, reader):
    sources.says["wikidata"] = page_of("wikidata", house=OTHER_HOUSE)
    path = start(alice, jane[0])
    run_jobs()
    alice.get(path)
    candidate = reader.scalar(select(Candidate).where(Candidate.source_key == "wikidata"))
    answer = alice.post(f"{path}/candidates/{candidate.id}", {"answer": word})
    assert answer.status_code == 303
    assert "Choose one of the three answers" in alice.get(path).text


def test_what_cannot_be_told_is_not_asked_again(invented, sources, alice, jane, run_jobs, reader):
    sources.says["wikidata"] = page_of("wikidata", house=OTHER_HOUSE)
    path = start(alice, jane[0])
    run_jobs()
    alice.get(path)
    candidate = reader.scalar(select(Candidate).where(Candidate.source_key == "wikidata"))
    alice.post(f"{path}/candidates/{candidate.id}", {"answer": "cannot_tell"})
    assert "Is this the same person?" not in alice.get(path).text
    reader.rollback()
    assert reader.get_one(Candidate, candidate.id).judgement == "unsure"


def test_stopping_keeps_what_is_found(invented, alice, jane, run_jobs, reader):
    path = start(alice, jane[0])
    alice.get(path)
    assert alice.post(f"{path}/stop").status_code == 303
    page = alice.get(path)
    assert "Research was stopped" in page.text
    assert run_jobs() == 1
    assert "Research was stopped" in alice.get(path).text
    assert reader.scalar(select(ResearchRun.state)) == "stopped"
    assert alice.post(f"{path}/stop").status_code == 303
    assert "was over already" in alice.get(path).text
    assert alice.post(f"{path}/ask-again").status_code == 303
    run_jobs()
    assert "Research is done" in alice.get(path).text


def test_without_a_network_each_source_says_so_and_texts_are_read_all_the_same(
    invented, sources, alice, jane, run_jobs
):
    for key in KEYS:
        sources.says[key] = Unavailable("There is no address for the name x.example.", fault="dns")
    path = start(alice, jane[0])
    run_jobs()
    page = text_of(alice.get(path))
    assert "this machine seems to have no way to the internet" in page
    assert page.count("could not be reached: there is no way to it from here") == len(KEYS)
    assert "will be asked again at 12:10 PM" in page
    alice.get(f"/people/{jane[0]}/research/add")
    added = alice.post(f"/people/{jane[0]}/research/add", {"text": TEXT})
    assert added.status_code == 303
    run_jobs()
    page = text_of(alice.get(added.headers["Location"]))
    assert "Research is done" in page
    assert "1 of 1 source read" in page
    assert "Chief Medical Officer" in page


TEXT = (
    "Jane Q. Roe, Chief Medical Officer of Larkspur Valley Health, opened a short-stay unit on May 3, 2026. "
    "“Nobody had decided who could open the room on a Sunday,” said Roe."
)


def test_a_run_whose_settings_name_no_such_source_is_refused_in_words(monkeypatch, alice, jane):
    def unknown(_settings):
        raise InputError("There is no source 'wikidota'.")

    monkeypatch.setattr(fetching, "connectors_of", unknown)
    alice.get("/settings/account")
    answer = alice.post(f"/people/{jane[0]}/research")
    assert answer.status_code == 422
    assert "wikidota" in answer.text


def test_an_organization_is_researched_by_itself(invented, alice, jane, run_jobs):
    alice.get(f"/orgs/{jane[1]}/research")
    answer = alice.post(f"/orgs/{jane[1]}/research")
    assert answer.status_code == 303
    run_jobs()
    assert HOUSE in alice.get(answer.headers["Location"]).text


def test_a_reviewer_reads_and_changes_nothing(invented, sources, alice, jane, run_jobs, invite):
    sources.says["wikidata"] = page_of("wikidata", house=OTHER_HOUSE)
    path = start(alice, jane[0])
    run_jobs()
    ben = invite()
    page = ben.get(path)
    assert page.status_code == 200
    assert "Same person" not in page.text
    for address in (f"{path}/stop", f"{path}/ask-again", f"{path}/candidates/1", f"/people/{jane[0]}/research"):
        assert ben.post(address).status_code == 403


def test_another_workspace_s_runs_are_as_if_they_were_not_there(invented, alice, jane, run_jobs, app):
    path = start(alice, jane[0])
    run_jobs()
    stranger = factories.make_workspace(app.extensions["database"])
    with app.extensions["database"].session_for(stranger) as session:
        theirs = factories.make_run(session)
        candidate = factories.make_candidate(session, person_id=theirs.person_id)
        verdict = factories.make_verdict(session, person_id=theirs.person_id)
    for address in (f"/research/{theirs.id}", f"/research/{theirs.id}/said", f"/people/{theirs.person_id}/research"):
        answer, unknown = alice.get(address), alice.get(re.sub(r"\d+", "999999", address))
        assert (answer.status_code, strip(answer.text)) == (404, strip(unknown.text))
    alice.get(path)
    for address in (
        f"/research/{theirs.id}/stop",
        f"/research/{theirs.id}/ask-again",
        f"/research/{theirs.id}/go-on",
        f"/research/{theirs.id}/candidates/{candidate.id}",
        f"{path}/candidates/{candidate.id}",
        f"/research/{theirs.id}/verdicts/{verdict.id}/undo",
        f"{path}/verdicts/{verdict.id}/undo",
        f"/people/{theirs.person_id}/research",
        f"/people/{theirs.person_id}/research/add",
    ):
        assert alice.post(address, {"answer": "same"}).status_code == 404


def strip(text: str) -> str:
    """A page without what differs from one request to the next."""
    return re.sub(r'value="[^"]+"|<code>[^<]+</code>', "", text)


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "1%00", "1.5"])
def test_malformed_numbers_are_no_addresses(invented, alice, number):
    for address in (f"/research/{number}", f"/people/{number}/research", f"/claims/{number}/source"):
        assert alice.get(address).status_code in (404, 405)


def test_a_run_again_says_what_changed(invented, sources, alice, jane, run_jobs, clock):
    start(alice, jane[0])
    run_jobs()
    clock.move(hours=2)
    sources.says["orcid"] = page_of("orcid", award="A prize that is new")
    path = start(alice, jane[0])
    run_jobs()
    page = text_of(alice.get(path))
    assert "What changed since the last time" in page
    changed = page.split("What changed since the last time")[1].split("Sources")[0]
    assert "A prize that is new" in changed
    assert "Prize of orcid" not in changed, "a page that lists a prize no more does not take it back"


def test_a_run_again_that_read_nothing_does_not_say_that_the_sources_say_the_same(
    invented, sources, alice, jane, run_jobs, clock
):
    for told, failing in (("The sources that were read say what they said before.", False), ("Not known", True)):
        start(alice, jane[0])
        run_jobs()
        clock.move(hours=2)
        if failing:
            sources.says.update(dict.fromkeys(KEYS, Unavailable("There is no address.", fault="dns")))
        path = start(alice, jane[0])
        run_jobs()
        changed = text_of(alice.get(path)).split("What changed since the last time")[1]
        assert changed.strip().startswith(told if failing else f"Nothing. {told}")


def test_of_texts_given_at_once_each_run_tells_what_is_new_with_itself(invented, alice, jane, run_jobs, clock):
    """Both runs are begun before the first has concluded anything: what that one brings is not new with the other."""
    alice.get(f"/people/{jane[0]}/research/add")
    first = alice.post(f"/people/{jane[0]}/research/add", {"text": TEXT}).headers["Location"]
    second = alice.post(f"/people/{jane[0]}/research/add", {"text": f"{TEXT} It was a Sunday."}).headers["Location"]
    clock.move(seconds=5)
    run_jobs()
    pages = [text_of(alice.get(path)) for path in (first, second)]
    numbers = [int(re.search(r"(\d+) new facts?", page)[1]) if " new fact" in page else 0 for page in pages]
    assert sum(bool(number) for number in numbers) == 1, "one of them brought the facts"
    brought, other = sorted(pages, key=lambda page: " new fact" not in page)
    assert "Nothing was known before, so there is nothing to compare with." in brought
    assert "What changed since the last time" not in brought
    changed = other.split("What changed since the last time")[1]
    assert "New with this run0" in other.replace(" ", "") or "Nothing new." in changed


def test_a_later_run_counts_what_it_lists(invented, sources, alice, jane, run_jobs, clock):
    start(alice, jane[0])
    run_jobs()
    clock.move(hours=2)
    sources.says["orcid"] = page_of("orcid", award="A prize that is new")
    path = start(alice, jane[0])
    run_jobs()
    page = html.document_fromstring(alice.get(path).text)
    listed = page.xpath("//h3[. = 'New']/following-sibling::ul[1]/li")
    otherwise = page.xpath("//h3[. = 'Told otherwise']/following-sibling::ul[1]/li")
    assert len(listed) == 1
    said = " ".join(page.xpath("//div[@id='run-said']")[0].text_content().split())
    assert "1 new fact" in said
    assert (f"{len(otherwise)} told otherwise" in said) == bool(otherwise)
    assert page.xpath("//div[@id='run-found']//li/p[1]/text()") == [one.text_content() for one in listed]


def test_a_run_that_was_broken_off_says_so_and_then_that_it_goes_on(invented, alice, jane, app, clock):
    path = start(alice, jane[0])
    with app.extensions["database"].session_for(1) as session:
        run, job = session.scalars(select(ResearchRun)).one(), session.scalars(select(Job)).one()
        run.state = job.state = "running"
        job.attempts, job.due_at = 1, clock.now + LEASE
    assert "interrupted" not in alice.get(path).text
    clock.move(seconds=6)
    assert "The program was interrupted. Research goes on by itself" in alice.get(path).text
    with app.extensions["database"].session_for(1) as session:
        job = session.scalars(select(Job)).one()
        job.attempts, job.due_at = 2, clock.now + LEASE
    assert "The program was restarted. Research goes on from the last source read." in alice.get(path).text


def test_a_run_that_was_given_up_can_be_set_going_again(invented, alice, jane, app, clock, run_jobs):
    path = start(alice, jane[0])
    with app.extensions["database"].session_for(1) as session:
        job = session.scalars(select(Job)).one()
        job.state, job.finished_at, job.attempts = "dead", clock.now, 12
    page = alice.get(path)
    assert "Research was interrupted too often" in page.text
    assert alice.post(f"{path}/go-on").status_code == 303
    assert run_jobs() == 1
    assert "Research is done" in alice.get(path).text
