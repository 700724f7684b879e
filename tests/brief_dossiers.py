"""Saved dossiers of invented people: values and files for tests of briefs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from research.dossier import Dossier
from research.dossier_file import save
from research.types import Candidate, Citation, Claim, Fact, Judgement, PartialDate, Query, Record

READ_AT = datetime(2026, 11, 6, 15, tzinfo=UTC)
NAME, HOUSE = "Tamsin Quillfeather", "Larkmoor Hospital"


def claim(predicate: str, value: Any, *, subject: str = "person", page: str = "site", published: str = "") -> Claim:
    """What one page says."""
    url = f"https://{page}.example/"
    citation = Citation(
        "organization_site", url, READ_AT, f"{value} as the page says", 0.9, page * 8, title=f"Page {page}",
        published=PartialDate.parse(published) if published else None,
    )  # fmt: skip
    record = Record("organization_site", page, NAME, url, subject)  # type: ignore[arg-type]
    return Claim(record, predicate, value, citation)


def fact(predicate: str, value: Any, *, subject: str = "person", page: str = "site", **named: Any) -> Fact:
    """A fact that one page says."""
    as_of = named.pop("as_of", "")
    dates = {key: PartialDate.parse(named.pop(key)) for key in ("start", "end") if key in named}
    said = claim(predicate, value, subject=subject, page=page, published=as_of)
    defaults: dict[str, Any] = {"standing": "single", "as_of": PartialDate.parse(as_of) if as_of else None, **dates}
    return Fact(subject, predicate, value, (said,), 0.8, **{**defaults, **named})  # type: ignore[arg-type]


def namesake(number: int, *, judgement: Judgement = Judgement.UNSURE) -> Candidate:
    """A record of somebody of the same name."""
    said = claim("role", "Cardiologist", page=f"register{number}")
    return Candidate(said.record, judgement, 0.5, (), (said,))


POST = fact(
    "role", "Chief Operating Officer", organization=HOUSE, start="2024-03", as_of="2026-10-01", status="current"
)
UNIT = fact("program", "led the Short-Stay Unit program", as_of="2026-03",
            details={"result": "cut boarding by 31 percent"})  # fmt: skip
TALK = fact("talk", "Beds at night", start="2026-09-02", as_of="2026-09-02")
STUDY = fact("education", "Master of Health Administration", organization="Vale College")
BEDS = fact("beds", 212, subject="organization", end="2025-09-30")


def dossier(*facts: Fact, people: tuple[Candidate, ...] = (), **query: Any) -> Dossier:
    """A dossier of these facts."""
    asked = Query(**{"kind": "person", "name": NAME, "organization": HOUSE, **query})
    return Dossier(asked, READ_AT, people, (), facts, (), (), (), ())


FULL = dossier(POST, UNIT, TALK, STUDY, BEDS, fact("credential", "RN"))


def saved(folder: Path, made: Dossier = FULL) -> Path:
    """The file that `python -m research person ... --save` would have written."""
    path = folder / "dossier.json"
    save(made, path)
    return path
