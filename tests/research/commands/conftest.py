"""The command line over a small folder of recordings and one source that answers from it."""

from __future__ import annotations

import json

import pytest

from research import registry
from research.connectors import given_pages
from research.types import Request
from tests.research.cast import FakeConnector, claim, house, record, source

ADDRESS = "https://register.example/1"


def _reads(document, query):
    if query.kind == "organization":
        yield from house(query.name, state="OH", ccn="990001") if "Larkspur" in query.name else ()
    elif "Larkin" in query.name:
        yield claim(record("Alice Larkin"), "role", "Chief Nursing Officer", organization="Larkspur Health")
        yield claim(record("Alice Larkin", number="9"), "publication", "On the mating of voles")


@pytest.fixture
def recordings(tmp_path, monkeypatch):
    """A replay folder whose one register knows Alice Larkin of Larkspur Health, and a namesake."""
    folder = tmp_path / "recordings"
    folder.mkdir()
    (folder / "1.txt").write_text("an answer")
    (folder / "index.jsonl").write_text(
        json.dumps({"file": "1.txt", "method": "GET", "url": ADDRESS, "status": 200, "content_type": "text/plain"})
    )
    register = FakeConnector(source(names_decide=True), starts=lambda q: [Request(ADDRESS)], reads=_reads)
    known = {"given_pages": given_pages, "register": register}
    monkeypatch.setattr(registry, "all_connectors", lambda: known)
    return folder
