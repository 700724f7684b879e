"""The first page: what waits, in which order, why and how long; putting off; and what one waits for."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import event

from outreach.jobs.table import DEAD, enqueue
from tests import factories
from tests import ledger_factories as rows
from tests.factories import NOON

QUERY = {"kind": "person", "name": "Inés Okafor", "organization": "Harrow Lake Regional"}


def person_with_question(session, name="Inés Okafor", label="I. Okafor", count=1):
    """A leader whose research asks whether somebody is her."""
    leader = factories.make_person(session, name=name)
    run = factories.make_run(
        session, person_id=leader.id, query={**QUERY, "name": name}, state="finished", finished_at=NOON
    )
    for _ in range(count):
        factories.make_candidate(session, person_id=leader.id, run_id=run.id, record_label=label)
    return leader, run


def words_of_tasks(page):
    return re.findall(r'<p class="what"><a href="[^"]*">([^<]*)</a>', page)


def test_a_new_workspace_is_shown_the_one_next_step(alice):
    page = alice.get("/").text
    assert "Begin with one person" in page
    assert 'href="/people/new"' in page


def test_a_question_waits_with_its_reason_and_its_time(alice, inside):
    _, run = person_with_question(inside)
    inside.commit()
    page = alice.get("/").text
    assert words_of_tasks(page)[0] == "Decide: is I. Okafor the same person?"
    assert f"/research/{run.id}#question-" in page
    assert "What is known of Inés Okafor waits on this. About 2 minutes." in page


def test_several_questions_about_one_are_one_thing(alice, inside):
    person_with_question(inside, count=3)
    inside.commit()
    page = alice.get("/").text
    assert words_of_tasks(page)[0] == "Answer 3 questions about Inés Okafor"
    assert "About 6 minutes" in page


def test_an_answered_question_waits_no_more(alice, inside):
    leader, run = person_with_question(inside)
    candidate = factories.make_candidate(inside, person_id=leader.id, run_id=run.id, judgement="different")
    inside.commit()
    number = re.search(r"question-(\d+)", alice.get("/").text)[1]
    alice.get(f"/research/{run.id}")
    assert alice.post(f"/research/{run.id}/candidates/{number}", {"answer": "cannot_tell"}).status_code == 303
    assert f"question-{number}" not in alice.get("/").text
    assert candidate.id


def test_nobody_who_is_gone_is_told_of(alice, inside):
    leader, _ = person_with_question(inside)
    other = factories.make_person(inside, name="Ben Kahale")
    leader.deleted_at = NOON
    other.merged_into_id = factories.make_person(inside, name="Benjamin Kahale", kind="colleague").id
    inside.commit()
    page = alice.get("/").text
    assert words_of_tasks(page) == []
    assert "Nothing due" in page


def test_a_failed_run_waits_until_a_later_one_has_come_through(alice, inside):
    leader = factories.make_person(inside, name="Inés Okafor")
    failed = factories.make_run(
        inside, person_id=leader.id, query=QUERY, state="failed", finished_at=NOON, error="No source answered."
    )
    inside.commit()
    page = alice.get("/").text
    assert "See why the research on Inés Okafor failed" in words_of_tasks(page)
    assert "No source answered." in page
    later = {"created_at": NOON + timedelta(minutes=1), "state": "finished", "finished_at": NOON}
    factories.make_run(inside, person_id=leader.id, query=QUERY, previous_run_id=failed.id, **later)
    inside.commit()
    page = alice.get("/").text
    assert "failed" not in " ".join(words_of_tasks(page))
    assert "Research on Inés Okafor" in page


def test_a_run_that_was_given_up_is_set_going_first(alice, inside):
    person_with_question(inside, name="Ben Kahale")
    leader = factories.make_person(inside, name="Inés Okafor")
    job = enqueue(inside, "dossiers.investigate", at=NOON, run_id=1)
    job.state, job.finished_at = DEAD, NOON
    factories.make_run(inside, person_id=leader.id, query=QUERY, state="running", job_id=job.id)
    inside.commit()
    assert words_of_tasks(alice.get("/").text)[0] == "Set the research on Inés Okafor going again"


def test_what_is_missing_before_an_ask_is_told_with_the_shortest_way(alice, inside):
    leader = factories.make_person(inside, name="Inés Okafor")
    post = factories.make_position(inside, leader)
    factories.make_run(inside, person_id=leader.id, query=QUERY, state="finished", finished_at=NOON)
    inside.commit()
    page = alice.get("/").text
    assert words_of_tasks(page) == ["Note that the post still holds: Inés Okafor"]
    assert "of 6 met before you ask" in page
    assert alice.post(f"/people/{leader.id}/posts/{post.id}/confirm").status_code == 303
    assert words_of_tasks(alice.get("/").text) == ["Write the reason: Inés Okafor"]


def test_who_is_not_to_be_contacted_and_who_is_no_leader_is_not_prepared(alice, inside):
    for named in ({"do_not_contact_since": NOON}, {"kind": "assistant"}):
        leader = factories.make_person(inside, **named)
        factories.make_run(inside, person_id=leader.id, query=QUERY, state="finished", finished_at=NOON)
    inside.commit()
    assert words_of_tasks(alice.get("/").text) == []


def test_a_leader_who_was_never_researched_is_one_press_away(alice, inside):
    leader = factories.make_person(inside, name="Inés Okafor")
    inside.commit()
    page = alice.get("/").text
    assert f'action="/people/{leader.id}/research"' in page
    assert words_of_tasks(page) == ["Start the research on Inés Okafor"]


def test_a_text_whose_fact_changed_is_to_be_looked_at(alice, inside):
    fact = factories.make_fact(inside)
    factories.make_fact_use(inside, fact, label="Request for 20 minutes", path="/drafts/4", needs_look_since=NOON,
                            why="It was her sister.")  # fmt: skip
    inside.commit()
    page = alice.get("/").text
    assert "Look at Request for 20 minutes again" in words_of_tasks(page)
    assert "It was her sister." in page


def test_four_at_once_and_the_rest_on_request(alice, inside):
    for number in range(6):
        factories.make_person(inside, name=f"Ada Obi {number}")
    inside.commit()
    page = alice.get("/").text
    assert len(words_of_tasks(page)) == 4
    assert "Four things, about 4 minutes." in page
    assert "See 2 more that can wait" in page
    assert len(words_of_tasks(alice.get("/?all=1").text)) == 6


def test_what_is_put_off_comes_back_on_its_day_or_at_once(alice, inside, clock):
    leader = factories.make_person(inside, name="Inés Okafor")
    inside.commit()
    key = f"research:{leader.id}"
    page = alice.get(f"/today/later?task={key}").text
    assert ">Mon, Nov 23</button>" in page
    assert alice.post(f"/today/later?task={key}", {"to": "monday"}).status_code == 303
    page = alice.get("/").text
    assert "Done for today. Next: Mon, Nov 23." in page
    assert alice.post(f"/today/bring-back?task={key}").status_code == 303
    assert "Done for today" not in alice.get("/").text
    assert alice.post(f"/today/later?task={key}", {"to": "day", "day": "2026-11-25"}).status_code == 303
    clock.move(days=5)
    alice.sign_in()
    assert words_of_tasks(alice.get("/").text) == ["Start the research on Inés Okafor"]


@pytest.mark.parametrize(
    "day", ["", "yesterday", "2026-11-20", "2026-02-30", "2031-01-01", "\x00", "9" * 100_000, "२०२६-११-३०"]
)
def test_a_day_that_cannot_be_is_said_beside_the_field(alice, inside, day):
    leader = factories.make_person(inside)
    inside.commit()
    alice.get("/")
    page = alice.post(f"/today/later?task=research:{leader.id}", {"to": "day", "day": day})
    assert page.status_code == 422
    assert "There is a problem" in page.text


@pytest.mark.parametrize("key", ["", "research:999", "x", "%00", "research:%F0%9F%8F%A5", "x" * 5000])
def test_a_task_that_there_is_not_is_not_found(alice, key):
    assert alice.get(f"/today/later?task={key}").status_code == 404
    assert alice.post(f"/today/bring-back?task={key}").status_code == 404


def test_what_one_puts_off_another_still_sees(alice, invite, inside):
    leader = factories.make_person(inside)
    inside.commit()
    editor = invite("editor")
    alice.get("/")
    alice.post(f"/today/later?task=research:{leader.id}", {"to": "tomorrow"})
    assert "Done for today" in alice.get("/").text
    assert len(words_of_tasks(editor.get("/").text)) == 1


def test_a_reviewer_is_asked_for_nothing(alice, invite, inside):
    person_with_question(inside)
    inside.commit()
    page = invite("reviewer").get("/").text
    assert words_of_tasks(page) == []
    assert "Add a person" not in page


def test_research_under_way_shows_how_far_it_is(alice, inside):
    leader = factories.make_person(inside, name="Inés Okafor")
    run = factories.make_run(inside, person_id=leader.id, query=QUERY, state="running")
    for state in ("found", "nothing", "now", "waiting"):
        factories.make_run_source(inside, run, state=state)
    inside.commit()
    page = alice.get("/").text
    assert "2 of 4 sources done" in page
    part = alice.get("/today/running").text
    assert "2 of 4 sources done" in part
    assert "<html" not in part
    run.state, run.finished_at = "finished", NOON
    inside.commit()
    assert "every 3s" not in alice.get("/today/running").text


def test_another_workspace_s_work_is_not_shown(alice, app):
    database = app.extensions["database"]
    with database.session_for(factories.make_workspace(database)) as session:
        person_with_question(session)
        factories.make_person(session)
    assert "Begin with one person" in alice.get("/").text


# --- a full ledger --------------------------------------------------------------------------------------------------


def relationships(session, number):
    """People with something of every kind."""
    for at in range(number):
        leader = factories.make_person(session, name=f"Leader {at}")
        factories.make_position(session, leader)
        factories.make_run(
            session, person_id=leader.id, query={**QUERY, "name": leader.name}, state="finished", finished_at=NOON
        )
        for make in (rows.make_give, rows.make_ask, rows.make_promise, rows.make_advice, rows.make_rhythm,
                     rows.make_signal, rows.make_watch):  # fmt: skip
            make(session, leader)
    session.commit()


@pytest.mark.parametrize("path", ["/", "/ledger", "/rhythm", "/review", "/signals"])
def test_a_page_asks_the_database_no_more_often_for_a_full_ledger(alice, inside, app, path):
    asked = []

    def count():
        asked.clear()
        assert alice.get(path).status_code == 200
        return len(asked)

    relationships(inside, 8)  # more than are shown at once
    alice.get(path)
    event.listen(app.extensions["database"]._reading_engine, "before_cursor_execute", lambda *said: asked.append(said))
    few = count()
    relationships(inside, 9)
    assert 0 < count() <= few


def test_a_gap_is_told_as_its_person_s_page_tells_it(alice, inside):
    relationships(inside, 1)
    page = alice.get("/?all=1").text
    assert "Note that the post still holds: Leader 0" in page
    assert re.search(r"\d of 6 met before you ask. Nobody has confirmed the present post yet.", page)
