from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import config
from outreach.organizations import directory
from outreach.organizations.directory import NoDirectory
from research.errors import Unavailable
from tests.outreach.organizations.hospital_files import HOSPITALS

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def settings(**named: object) -> config.Settings:
    return config.Testing(**named)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hospitals.csv"
    path.write_text(HOSPITALS)
    return path


def test_a_file_is_read_into_rows_that_quote_it(file: Path):
    loaded = directory.read(settings(hospitals=str(file)), NOON)
    assert [row["ccn"] for row in loaded.rows] == ["240901", "240902", "190903"]
    assert loaded.skipped == 1
    assert loaded.origin == "hospitals.csv"
    first = loaded.rows[0]
    assert (first["name"], first["city"], first["state"], first["rating"]) == (
        "Harrow Lake Regional",
        "Duluth",
        "MN",
        4,
    )
    assert first["search_key"] == "harrow lake regional duluth mn 240901"
    assert first["quote"] in HOSPITALS
    assert first["quote"].endswith("4")


def test_a_hospital_without_stars_has_none(file: Path):
    assert directory.read(settings(hospitals=str(file)), NOON).rows[1]["rating"] is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "could not be read"),
        ("name,town\nx,y\n", "could not be read"),
        ("<html>sorry</html>", "could not be read"),
        ("Facility ID,Facility Name,State\n", "could not be read"),
    ],
)
def test_a_file_that_is_no_directory_is_refused_in_words(tmp_path: Path, content: str, words: str):
    path = tmp_path / "hospitals.csv"
    path.write_text(content)
    with pytest.raises(NoDirectory, match=words):
        directory.read(settings(hospitals=str(path)), NOON)


def test_a_file_that_is_gone_or_too_large_is_refused_in_words(tmp_path: Path, monkeypatch):
    gone = tmp_path / "gone.csv"
    with pytest.raises(NoDirectory, match=r"gone\.csv cannot be read: No such file"):
        directory.read(settings(hospitals=str(gone)), NOON)
    assert directory.file_sha256(settings(hospitals=str(gone))) == ""
    monkeypatch.setattr(directory, "LARGEST_FILE", 10)
    gone.write_text(HOSPITALS)
    with pytest.raises(NoDirectory, match="larger than"):
        directory.read(settings(hospitals=str(gone)), NOON)


def test_without_a_network_the_source_s_words_are_kept(monkeypatch):
    class NoNetwork:
        def fetch(self, *_arguments: object) -> None:
            raise Unavailable("data.cms.gov could not be reached.", fault="unreachable")

    monkeypatch.setattr(directory, "fetcher_of", lambda *_: NoNetwork())
    with pytest.raises(NoDirectory, match="could not be reached"):
        directory.read(settings(), NOON)


def test_recorded_answers_stand_for_the_source(tmp_path: Path):
    (tmp_path / "cms").mkdir()
    (tmp_path / "cms" / "hospitals.csv").write_text(HOSPITALS)
    entry = {"url": directory.BULK_URL, "method": "GET", "status": 200, "file": "cms/hospitals.csv"}
    (tmp_path / "index.jsonl").write_text(json.dumps({**entry, "content_type": None}) + "\n")
    assert len(directory.read(settings(replay=str(tmp_path)), NOON).rows) == 3


def test_a_folder_without_recordings_is_told_in_words(tmp_path: Path):
    with pytest.raises(NoDirectory, match="no folder of recordings"):
        directory.read(settings(replay=str(tmp_path)), NOON)


def test_the_real_directory_is_read_whole(shared: Path):
    path = shared / "recordings" / "cms-provider-data" / "hospital-general-information.csv"
    loaded = directory.read(settings(hospitals=str(path)), NOON)
    assert len(loaded.rows) > 5_000
    assert loaded.skipped == 0
