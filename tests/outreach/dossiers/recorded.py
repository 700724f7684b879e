"""A folder of recordings about Jane Q. Roe, made of the golden cases of the connectors: all invented."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

from research import registry
from research.errors import SourceError
from research.replay import full_url
from research.types import Query, Request
from tests.research.connectors import test_cases as golden
from tests.research.connectors.conftest import made_document

CASES = (
    ("clinicaltrials", "officials"),
    ("europe_pmc", "author-and-affiliation"),
    ("federal_register", "seats-and-other-notices"),
    ("itunes_podcasts", "episodes"),
    ("nih_reporter", "one-project-of-two-years"),
    ("nppes_individuals", "clinicians-in-the-state"),
)
NAME, HOUSE, STATE = "Jane Q. Roe, MD", "Larkspur Valley Health", "VT"


def write(folder: Path, query: Query) -> list[str]:
    """Writes the folder, and returns the keys of the sources that answer from it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for key, case in CASES:
        place = golden.CASES / key / case
        for number, (request, body, meta) in enumerate(_asked(key, place, query)):
            name = f"{key}-{number}"
            (folder / name).write_bytes(body)
            lines.append(_line(name, request.method, full_url(request), meta.get("media_type", "application/json")))
    (folder / "index.jsonl").write_text("\n".join(lines), "utf-8")
    return [key for key, _ in CASES]


def _line(name: str, method: str, url: str, media_type: str) -> str:
    return json.dumps({"file": name, "method": method, "url": url, "status": 200, "content_type": media_type})


def _asked(key: str, place: Path, query: Query):
    """The requests of a source in their order, each with the body that its case answers it with."""
    module = registry.all_connectors()[key]
    documents = golden.documents_of(place, made_document)
    pending: deque[Request] = deque(module.start(query))
    for document in documents:
        if not pending:
            return
        request = pending.popleft()
        meta = json.loads((place / "1.meta.json").read_text("utf-8"))
        yield request, document.body, meta
        try:
            pending.extend(item for item in module.read(document, query) if isinstance(item, Request))
        except SourceError:
            return
