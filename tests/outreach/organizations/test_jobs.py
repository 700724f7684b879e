from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

import config
from outreach.app import Application
from outreach.jobs.registry import ALL
from outreach.jobs.run import Runner
from outreach.jobs.table import Job, enqueue
from outreach.organizations import directory, queries
from outreach.organizations.directory import NoDirectory
from outreach.organizations.models import DirectoryHospital, DirectoryLoad, Organization
from tests import factories
from tests.outreach.organizations.hospital_files import HOSPITALS


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hospitals.csv"
    path.write_text(HOSPITALS)
    return path


@pytest.fixture
def settings(tmp_path: Path, database_url: str, file: Path) -> config.Settings:
    return config.Testing(data=tmp_path / "data", database_url=database_url, hospitals=str(file))


@pytest.fixture
def load(app: Application, clock: Callable) -> Callable[[], None]:
    """Runs the job once more."""

    def run() -> None:
        database = app.extensions["database"]
        with database.open_session() as session:
            enqueue(session, "organizations.load_directory", at=clock.now)
        Runner(database, ALL, app.extensions["settings"], clock).run_due()

    return run


def counted(app: Application, table: type) -> int:
    with app.extensions["database"].open_reader() as session:
        return session.scalar(select(func.count()).select_from(table))


def test_the_directory_is_loaded_from_the_file_once(app: Application, load):
    load()
    load()
    assert counted(app, DirectoryHospital) == 3
    assert counted(app, DirectoryLoad) == 1


def test_a_changed_file_takes_the_place_of_the_one_before(app: Application, load, file: Path):
    load()
    file.write_text("\n".join(HOSPITALS.splitlines()[:2]) + "\n")
    load()
    assert counted(app, DirectoryHospital) == 1
    assert counted(app, DirectoryLoad) == 1


def test_a_source_that_does_not_answer_is_told_and_asked_again(app: Application, load, monkeypatch, clock):
    def refuse(*_arguments: object) -> None:
        raise NoDirectory("data.cms.gov could not be reached.")

    monkeypatch.setattr(directory, "read", refuse)
    load()
    database = app.extensions["database"]
    with database.open_reader() as session:
        state = queries.directory_state(session)
        job = session.scalar(select(Job).where(Job.name == "organizations.load_directory"))
        assert (job.state, job.due_at > clock.now) == ("queued", True)
    assert state.hospitals == 0
    assert "could not be reached. We will try again." in state.hint
    monkeypatch.undo()
    clock.move(minutes=16)
    load()
    with database.open_reader() as session:
        assert queries.directory_state(session).hospitals == 3
        assert "Type three letters" in queries.directory_state(session).hint


def test_a_failure_after_a_good_load_keeps_the_hospitals(app: Application, load, file: Path):
    load()
    file.write_text("not a table")
    load()
    load()
    assert counted(app, DirectoryHospital) == 3
    assert counted(app, DirectoryLoad) == 2
    with app.extensions["database"].open_reader() as session:
        assert "Type three letters" in queries.directory_state(session).hint


def test_what_was_deleted_a_month_ago_is_forgotten(app: Application, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        for name, days in (("Old", 31), ("Recent", 29)):
            factories.make_organization(session, name=name, deleted_at=clock.now - factories.MONTH / 30 * days)
        factories.make_organization(session, name="Here")
        enqueue(session, "organizations.forget_deleted", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.scalars(select(Organization.name).order_by(Organization.id)).all() == ["Recent", "Here"]
