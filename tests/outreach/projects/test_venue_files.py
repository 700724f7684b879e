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
stored_copy = true
tells = ["length", "source_review", "lead_time_days"]
"""
PAGE = '[[pages]]\nurl = "https://a.example.org"\nread_on = 2026-11-02\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "lakes.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_venue_is_named_by_its_file(tmp_path: Path) -> None:
    venue = venue_files.read_venue(written(tmp_path, WHOLE))
    assert (venue.key, venue.longest_words, venue.source_review) == ("lakes", 1200, "quotes and facts")
    assert (venue.pages[0].read_on, venue.pages[0].is_stored_copy) == (date(2026, 11, 2), True)


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
        ('name = "A"\nlongest_words = 0', 2, "above 0"),
        ('name = "A"\nkind = "sermon"', 2, "one of newsletter"),
        ('name = "A"\nhome = "javascript:alert(1)"', 2, "address of a page"),
        ('name = "A"\nreaders = " "', 2, "in quotation marks"),
        ('name = "A"\nreaders = "a\\u202eb"', 2, "cannot be shown"),
        (f'name = "A"\nnote = "{"x" * 2001}"', 2, "2,000 are the most"),
        ('name = "A"\nlongest_words = 900', 2, "no page tells longest_words"),
        ('name = "A"\nsource_review = "whole"\n' + PAGE + 'tells = ["length"]', 2, "no page tells source_review"),
        ('name = "A"\nnote = """\nurl = 1\nread_on"""\n' + PAGE + PAGE + "tells = 3", 11, "tells lists"),
        ('name = "A"\n' + PAGE + PAGE.replace("2026-11-02", "2026"), 7, "a day"),
        ('name = "A"\n' + PAGE + 'stored_copy = "yes"', 5, "true or false"),
        ('name = "A"\n' + PAGE + 'title = "x"', 5, "a page has no 'title'"),
        ('name = "A"\npages = [3]', 2, "blocks"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, text: str, line: int, told: str) -> None:
    with pytest.raises(VenueFileError) as error:
        venue_files.read_venue(written(tmp_path, text))
    assert "lakes.toml" in str(error.value)
    assert f"line {line}" in str(error.value)
    assert told in str(error.value)


def test_a_file_is_named_as_addresses_can_carry(tmp_path: Path) -> None:
    path = tmp_path / "Über uns.toml"
    path.write_text(WHOLE, "utf-8")
    with pytest.raises(VenueFileError, match=r"Über uns.toml, line 1: name the file with small letters"):
        venue_files.read_venue(path)


def test_a_broken_file_costs_its_venue_alone(tmp_path: Path) -> None:
    written(tmp_path, WHOLE)
    (tmp_path / "broken.toml").write_bytes(b"\xff\xfe")
    venues, problems = venue_files.read_folder(tmp_path)
    assert list(venues) == ["lakes"]
    assert problems[0].startswith("broken.toml")


def test_all_venues_that_come_along_can_be_read() -> None:
    venues, problems = venue_files.shipped()
    assert problems == ()
    assert len(venues) > 20
    assert sum(bool(venue.pages) for venue in venues.values()) >= 12, "with the page that their rules were read on"


@pytest.mark.parametrize("key", venue_files.shipped()[0])
def test_the_rules_of_a_venue_that_comes_along_are_short_and_in_our_own_words(key: str) -> None:
    venue = venue_files.shipped()[0][key]
    assert venue.note or not venue.pages
    assert all(len(words) <= 400 for words in (venue.note, venue.query_rule, venue.exclusivity, venue.readers))
    assert all(page.tells and page.is_stored_copy for page in venue.pages)
