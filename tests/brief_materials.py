"""What briefs are made from, of invented people: values for tests, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from outreach.briefs.material import (
    Asked,
    Between,
    Change,
    House,
    HouseFigure,
    HouseSeries,
    KnownFact,
    Leader,
    Material,
    Meeting,
    Unsettled,
)
from outreach.briefs.model import Block, Source

TODAY = date(2026, 11, 6)


def source(key: str) -> Source:
    """A page that can be read by others."""
    return Source(key, f"{key.capitalize()} page. {key}.example. Nov 6, 2026", f"https://{key}.example/")


def fact(predicate: str, value: Any, **named: Any) -> KnownFact:
    """A fact about the person that holds, said by one page."""
    defaults: dict[str, Any] = {
        "key": f"fact:{predicate}:{value}", "predicate": predicate, "label": predicate.replace("_", " "),
        "value": str(value), "sources": (source("site"),), "bare": value,
    }  # fmt: skip
    return KnownFact(**{**defaults, **named})


LEADER = Leader(
    "Tamsin Quillfeather", credentials="RN, MHA", goes_by="Tam", pronunciation="TAM-zin", pronouns="she/her",
    title="Chief Operating Officer", organization="Larkmoor Hospital", since="2024-03",
    post_sources=(source("leaders"),), post_confirmed_on=date(2026, 10, 1), assistant="Oleander Fitch",
)  # fmt: skip
PATH = fact("former_role", "vice president of patient care", organization_name="Mill Clinic", starts="2017",
            ends="2024-02")  # fmt: skip
DEGREE = fact("education", "Master of Health Administration", organization_name="Vale College")
AWARD = fact("award", "Lantern Award", starts="2024", dated="2024-05")
TALK = fact("talk", "Nobody gets well in a hallway", starts="2026-10-20", dated="2026-10-20",
            details={"show": "Small Rounds"})  # fmt: skip
PROGRAM = fact("program", "led the Short-Stay Unit program", dated="2026-03", sources=(source("site"), source("press")),
               details={"result": "cut boarding by 31 percent in its first six months"})  # fmt: skip
WORDS = fact("said", "We asked the night desk first. Nobody had.", dated="2026-02")

HOUSE = House(
    "Larkmoor Hospital", kind="Acute care hospital. Voluntary non-profit - Private.", place="Larkmoor, MN",
    figures=(
        HouseFigure("figure:overall_rating", "CMS overall rating (1 to 5 stars)", "4 of 5 stars", (source("cms"),)),
        HouseFigure("figure:revenue", "Revenue", "$318 million, Sep 30, 2025", (source("report"),)),
        HouseFigure("figure:beds", "Beds", "212, 2025", (source("report"),)),
    ),
    series=(HouseSeries("Revenue", ((2022, 281e6), (2023, 296e6), (2024, 302e6), (2025, 318e6)), "$",
                        (source("report"),)),),
    sources=(source("cms"),),
)  # fmt: skip

MATERIAL = Material(
    LEADER, TODAY, "Jordan Teller",
    facts=(PROGRAM, WORDS, TALK, AWARD, PATH, DEGREE),
    house=HOUSE,
    changes=(Change(TALK.key, "2026-10-20", "A talk", TALK.sources),
             Change("signal:4", "2026-09", "Opened a 24-bed short-stay unit", (source("news"),))),
    between=(Between("touch:1", "met", date(2026, 5, 8), "Panel question, two minutes"),
             Between("touch:2", "gave", date(2026, 5, 11), "Reading list on boarding"),
             Between("touch:3", "they_gave", date(2026, 5, 12), "Named two people to talk to")),
    questions=(Asked("q:1", "What did the Short-Stay Unit change that nobody had planned?", PROGRAM.sources),
               Asked("q:2", "Whose support did it need?", PROGRAM.sources)),
    unsettled=(Unsettled("u:1", "One profile lists an MBA; her own biography does not.", (source("profile"),)),),
    meeting=Meeting("Prairie Forum", "Thu, Nov 12, 2026", "10:40–11:00 AM", "Coffee bar, Level 2"),
    own_role="Operations Coordinator, Lakeshore Hospital",
    project="an article for the chapter letter",
    checked_on=TODAY,
    facts_count=19,
    dossier_address="https://groundwork.example/people/4",
)  # fmt: skip
"""A leader of whom much is known, met at a forum."""

BARE = Material(Leader("Hollis Wren"), TODAY, "")
"""Somebody of whom nothing is known but the name."""


def material(**named: Any) -> Material:
    """The full material with other values."""
    return replace(MATERIAL, **named)


def facts(*known: KnownFact) -> Material:
    """A material of these facts and nothing else beside the leader."""
    return replace(BARE, leader=LEADER, facts=known)


def words_of(block: Block | None) -> list[str]:
    """The plain texts of a block with labels, in order."""
    from outreach.briefs.model import plain

    if block is None:
        return []
    part: Any = block.part
    found = []
    for item in part.items:
        if isinstance(item, tuple) and item and isinstance(item[0], str):
            found.append(f"{item[0]} {plain(item[1])}")
        elif isinstance(item, tuple):
            found.append(plain(item))
        elif hasattr(item, "lead"):
            found.append(f"{item.lead} {plain(item.text)}")
        else:
            found.append(f"{plain(item.label)}: {item.value}")
    return found
