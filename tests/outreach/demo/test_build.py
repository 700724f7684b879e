"""The demonstration, filled once for all tests of this file: every screen has something to show, nothing is doubled."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase

import config
from outreach.accounts.models import Invitation, Membership, User
from outreach.accounts.operations import create_first_account
from outreach.accounts.own_mail import signature_of
from outreach.accounts.passwords import hash_of_password
from outreach.app import Application, create_app, load_models
from outreach.articles import checking
from outreach.articles.approval_models import Decision, Suggestion
from outreach.articles.models import Article
from outreach.briefs import differences
from outreach.briefs.models import Printing
from outreach.db import Base, Database
from outreach.demo import PASSWORD, SOURCES, USER_EMAIL, build, crowd, story
from outreach.demo.stage import Stage, stage_of
from outreach.dossiers.models import Fact, FactUse, Program, ResearchRun, RunSource, SourceDocument, Verdict
from outreach.drafts import operations as letters
from outreach.drafts.models import Draft
from outreach.events.models import Agenda, Appearance, Event
from outreach.interviews import queries as interviews
from outreach.interviews.models import QuestionGuide
from outreach.organizations.models import DirectoryHospital, Figure, Organization
from outreach.people.models import Contact, NotSame, Person, PersonMerge, PersonNote, Position
from outreach.projects.models import PROJECT_STATES, OwnVenue, Project
from outreach.relationships import queries as ledger
from outreach.relationships.rules import balance
from outreach.signals.models import Signal, Watch
from outreach.today import gathering
from outreach.today.gathering import Reader
from tests.browser import Browser

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def demo_app(template: Path, folder: Path) -> Application:
    folder.mkdir()
    file = folder / "groundwork.sqlite3"
    shutil.copyfile(template, file)
    return create_app(config.Testing(data=folder, database_url=f"sqlite:///{file}", demo=1), clock=lambda: NOW)


@pytest.fixture(scope="module", name="template")
def _template(_sqlite_template: Path) -> Path:
    return _sqlite_template


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    app = demo_app(template, tmp_path_factory.mktemp("demo") / "data")
    assert build.build(app, NOW)
    yield app
    app.extensions["database"].close()


@pytest.fixture
def stage(filled: Application) -> Stage:
    return stage_of(filled, NOW)


def count(stage: Stage, table: type[DeclarativeBase], *criteria: object) -> int:
    with stage.database.reader_for(stage.workspace_id) as session:
        return session.scalar(select(func.count()).select_from(table).where(*criteria)) or 0


def everything(database: Database) -> dict[str, int]:
    load_models()
    with database.system_reading_connection("counting all rows") as connection:
        tables = [table for table in Base.metadata.sorted_tables if not table.name.startswith("search")]
        return {one.name: connection.scalar(select(func.count()).select_from(one)) or 0 for one in tables}


def test_its_user_signs_with_a_post_and_is_where_the_leaders_are(filled: Application):
    with filled.extensions["database"].reader_for(1) as session:
        signature = signature_of(session, 1)
    assert (signature.title, signature.time_zone) == ("Operations Coordinator", "America/Chicago")


def test_leaders_are_looked_up_again_and_there_is_news_of_them_and_trouble(stage: Stage) -> None:
    assert count(stage, Watch, Watch.next_at > NOW) == count(stage, Watch) == 4
    assert count(stage, Signal, Signal.kind == "trouble", Signal.is_quiet.is_(False)) == 1
    assert count(stage, Signal, Signal.kind != "trouble", Signal.is_quiet.is_(False)) >= 2


@pytest.mark.parametrize("state", ["finished", "failed", "stopped", "waiting"])
def test_there_are_research_runs_in_every_state(stage: Stage, state: str) -> None:
    assert count(stage, ResearchRun, ResearchRun.state == state) > 0


@pytest.mark.parametrize(
    ("table", "least"),
    [(Person, 20), (Position, 25), (Contact, 2), (PersonNote, 4), (Organization, 12), (Figure, 14), (Program, 4),
     (DirectoryHospital, 80), (Membership, 3), (Invitation, 4), (NotSame, 1), (PersonMerge, 1), (Verdict, 2),
     (SourceDocument, 15), (Project, 6), (OwnVenue, 1)],
)  # fmt: skip
def test_every_screen_has_something_to_show(stage: Stage, table: type[DeclarativeBase], least: int) -> None:
    assert count(stage, table) >= least


def test_facts_of_every_standing_are_there(stage: Stage) -> None:
    for standing in ("settled", "single", "disputed"):
        assert count(stage, Fact, Fact.standing == standing, Fact.state == "current") > 0
    for state in ("corrected", "withdrawn"):
        assert count(stage, Fact, Fact.state == state) > 0
    assert count(stage, Fact, Fact.stale.is_(True)) > 0
    assert count(stage, Fact, Fact.is_own_note.is_(True)) > 0
    assert count(stage, FactUse, FactUse.needs_look_since.is_not(None)) > 0


def test_one_event_comes_and_is_printed_and_moved_since_and_one_is_over(stage: Stage) -> None:
    with stage.database.reader_for(stage.workspace_id) as session:
        over, coming = session.scalars(select(Event).order_by(Event.starts_on)).all()
        assert over.ends_on <= NOW.date() < coming.starts_on
        met = [count(stage, Appearance, Appearance.event_id == event.id) for event in (over, coming)]
        assert met == [3, 5]
        printed = session.scalars(select(Printing)).one()
        assert printed.event_id == coming.id
        assert count(stage, Agenda, Agenda.event_id == coming.id) == 2
        user = session.get_one(User, printed.made_by_id)
        assert differences.compared(session, printed, user=user, now=NOW).count > 0


def test_projects_of_every_state_are_there(stage: Stage) -> None:
    for state in PROJECT_STATES:
        assert count(stage, Project, Project.state == state) > 0


def test_an_article_has_come_back_with_eleven_suggestions(stage: Stage) -> None:
    kinds = {kind: count(stage, Suggestion, Suggestion.kind == kind) for kind in ("insertion", "deletion", "comment")}
    assert kinds == {"insertion": 6, "deletion": 3, "comment": 2}
    assert count(stage, Suggestion) == count(stage, Suggestion, Suggestion.starts.is_not(None)), "each has its place"
    assert count(stage, Decision, Decision.answer == "changes", Decision.way == "word") == 1
    with stage.database.reader_for(stage.workspace_id) as session:
        article = session.scalars(select(Article)).one()
        assert not [one for one in checking.findings(session, article) if one.stops]


def test_people_of_every_kind_are_there(stage: Stage) -> None:
    for kind in ("leader", "assistant", "communications_office", "colleague"):
        assert count(stage, Person, Person.kind == kind) > 0
    assert count(stage, Person, Person.do_not_contact_since.is_not(None)) == 1
    assert count(stage, Person, Person.deleted_at.is_not(None)) == 1


def test_filling_again_changes_nothing(filled: Application) -> None:
    before = everything(filled.extensions["database"])
    assert not build.build(filled, NOW)
    assert everything(filled.extensions["database"]) == before


def test_a_run_about_somebody_reads_the_made_up_sources(stage: Stage) -> None:
    with stage.database.reader_for(stage.workspace_id) as session:
        waiting = session.scalars(select(ResearchRun.id).where(ResearchRun.state == "waiting")).one()
    stage.run(waiting, NOW)
    assert count(stage, ResearchRun, ResearchRun.id == waiting, ResearchRun.state == "finished") == 1
    found = count(stage, RunSource, RunSource.run_id == waiting, RunSource.state == "found")
    failed = count(stage, RunSource, RunSource.run_id == waiting, RunSource.state.in_(("failed", "later")))
    assert (found >= 10, failed) == (True, 0)


def test_one_signs_in_with_what_the_page_says(filled: Application) -> None:
    browser = Browser(filled)
    page = browser.get("/sign-in").text
    assert USER_EMAIL in page
    assert PASSWORD in page
    answer = browser.post("/sign-in", {"email": USER_EMAIL, "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/")


def test_a_workspace_that_is_not_the_demonstrations_is_left_alone(template: Path, tmp_path: Path) -> None:
    app = demo_app(template, tmp_path / "data")
    database = app.extensions["database"]
    create_first_account(database, "Alice Ferreira", "alice@harborpoint.example", hash_of_password("x"), NOW)
    before = everything(database)
    told = FlaskCliRunner(app).invoke(args=["demo"])
    assert told.exit_code == 1
    assert "not the demonstration's" in told.output
    assert everything(database) == before
    database.close()


def test_a_filling_that_was_broken_off_is_begun_anew(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = demo_app(template, tmp_path / "data")

    def break_off(_stage: Stage) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(story, "tell", break_off)
    with pytest.raises(KeyboardInterrupt):
        build.build(app, NOW)
    half = everything(app.extensions["database"])
    monkeypatch.setattr(story, "tell", lambda _stage: None)
    assert build.build(app, NOW)
    assert everything(app.extensions["database"]) == half
    assert not build.build(app, NOW)
    app.extensions["database"].close()


def test_a_crowd_is_added_up_to_a_number_and_not_twice(stage: Stage) -> None:
    have = count(stage, Person, Person.deleted_at.is_(None))
    assert crowd.fill(stage, have + 7) == 7
    assert crowd.fill(stage, have + 7) == 0
    assert count(stage, Person, Person.deleted_at.is_(None)) == have + 7


def test_names_of_a_crowd_do_not_repeat() -> None:
    names = [crowd.name_of(number) for number in range(20_000)]
    assert len(set(names)) == len(names)


def test_the_made_up_sources_are_whole_and_invented() -> None:
    entries = [json.loads(line) for line in (SOURCES / "index.jsonl").read_text("utf-8").splitlines()]
    named = {entry["file"] for entry in entries}
    bulk = {path.relative_to(SOURCES).as_posix() for path in (SOURCES / "irs-990-xml").iterdir()}
    there = {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*") if path.is_file()}
    assert named | bulk | {"index.jsonl"} == there
    assert sum((SOURCES / name).stat().st_size for name in there) < 300_000


def test_there_are_letters_of_every_standing(stage: Stage):
    with stage.database.reader_for(stage.workspace_id) as session:
        found = session.scalars(select(Draft).order_by(Draft.id)).all()
        ruled = {row.subject: letters.may_leave(session, row, NOW) for row in found if row.state == "writing"}
        assert [row.state for row in found].count("sent") == 5
        assert any(row.to_person_id for row in found), "one goes to an assistant"
        assert any(one.allowed for one in ruled.values()), "one may leave"
        assert any(one.can_pass and not one.allowed for one in ruled.values()), "one has findings"
        assert any(not one.can_pass for one in ruled.values()), "one rests on what was withdrawn"
        assert {row.project_id is None for row in found} == {False}
        assert not any("unfinished@" in row.body for row in found)


def test_a_quiet_tuesday_can_be_lived(stage: Stage):
    """Advice to report back, a request with one note left, one at a house in trouble, a talk to thank for."""
    with stage.database.reader_for(stage.workspace_id) as session:
        tasks = gathering.tasks(session, Reader(stage.user_id, NOW, NOW.date()))
        kinds = {task.kind for task in tasks}
        assert {"thanks", "debrief", "follow-up", "report"} <= kinds
        names = " ".join(task.words for task in tasks)
        assert "Astrid Lindqvist, to close kindly" in names
        assert "Kelechi Abara" in names
        abara = session.scalars(select(Person).where(Person.name == "Kelechi Abara")).one()
        history = ledger.history_of(session, abara, NOW.date())
        assert balance(history.gives, history.asks) == (5, 2)


def test_there_is_a_good_guide_and_a_hasty_one(stage: Stage):
    with stage.database.reader_for(stage.workspace_id) as session:
        found = session.scalars(select(QuestionGuide).order_by(QuestionGuide.id)).all()
        reviews = [
            interviews.review_of(session, row, interviews.lines(session, row, NOW.date()), NOW.date()) for row in found
        ]
        rules = [{one.rule for of_one in (*each.remarks.values(), each.of_all) for one in of_one} for each in reviews]
        assert len(found) == 2
        assert {"answered", "two-in-one", "leading", "closed", "career"} <= rules[0]
        assert rules[1] == set()
        assert found[1].draft_id is not None
