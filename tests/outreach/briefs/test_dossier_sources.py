"""The places that a fact of a dossier rests on."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs.dossier_sources import sources_of
from research.types import Fact
from tests.brief_dossiers import claim, namesake


def test_the_latest_comes_first_and_each_place_once() -> None:
    said = [claim("award", "Kite Award", page=page, published=day) for page, day in
            (("old", "2019"), ("new", "2025"), ("new", "2025"))]  # fmt: skip
    found = sources_of(Fact("person", "award", "Kite Award", tuple(said), 0.8, "settled"))
    assert [one.key for one in found] == ["https://new.example/", "https://old.example/"]
    assert found[0].words == "Page new, 2025. new.example. Nov 6, 2026"


def test_a_file_of_the_users_own_is_named_without_its_path() -> None:
    one = namesake(1)
    citation = replace(one.claims[0].citation, url="file:/home/somebody/notes.txt", title="My notes")
    (found,) = sources_of(replace(one, claims=(replace(one.claims[0], citation=citation),)))
    assert (found.words, found.address) == ("My notes. Nov 6, 2026", "")
