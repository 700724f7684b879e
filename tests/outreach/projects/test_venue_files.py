"""Venue files: what they say, and errors that name file and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from outreach.projects import venue_files
from outreach.projects.venue_files import VenueFileError

WHOLE = """\
name = "Lakes Chapter Newsletter"
kind = "newsletter"
shortest_words = 600
longest_words = 1200
lead_time_days = 28
source_review = "quotes and facts"

[[pages]]
url = "https://lakes.example.org/write"
read_on = 2026-11-02
tells = ["length", "source_review"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "lakes.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_venue_is_named_by_its_file(tmp_path: Path) -> None:
    venue = venue_files.read_venue(written(tmp_path, WHOLE))
    assert (venue.key, venue.longest_words, venue.source_review) == ("lakes", 1200, "quotes and facts")
    assert venue.pages[0].read_on == date(2026, 11, 2)


def test_what_no_page_told_is_not_known(tmp_path: Path) -> None:
    venue = venue_files.read_venue(written(tmp_path, 'name = "A class paper"'))
    assert (venue.longest_words, venue.source_review, venue.pages) == (None, "", ())


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('name = "A"\nkind = = "b"', 2, "line 2"),
        ("", 1, "no name"),
        ('name = "A"\n\nlength = 3', 3, "a venue has no 'length'"),
        ('name = "A"\nlongest_words = "many"', 2, "whole number"),
        ('name = "A"\nlongest_words = true', 2, "whole number"),
        ('name = "A"\nsource_review = "all"', 2, "one of whole, quotes and facts, none"),
        ('name = "A"\nshortest_words = 9\nlongest_words = 8', 2, "above longest_words"),
        ('name = "A"\npages = "https://a.example.org"', 2, "blocks"),
        ('name = "A"\n[[pages]]\nurl = "a.example.org"', 3, "address of a page"),
        ('name = "A"\n[[pages]]\nurl = "https://a.example.org"\nread_on = "2026"', 4, "a day"),
        ('name = "A"\nname = "B"\n', 2, "line 2"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, text: str, line: int, told: str) -> None:
    with pytest.raises(VenueFileError) as error:
        venue_files.read_venue(written(tmp_path, text))
    assert "lakes.toml" in str(error.value)
    assert f"line {line}" in str(error.value)
    assert told in str(error.value)


def test_a_broken_file_costs_its_venue_alone(tmp_path: Path) -> None:
    written(tmp_path, WHOLE)
    (tmp_path / "broken.toml").write_bytes(b"\xff\xfe")
    venues, problems = venue_files.read_folder(tmp_path)
    assert list(venues) == ["lakes"]
    assert problems[0].startswith("broken.toml")


def test_all_venues_that_come_along_can_be_read() -> None:
    venues, problems = venue_files.shipped()
    assert problems == ()
    assert venues
