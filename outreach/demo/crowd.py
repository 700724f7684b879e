"""Fills the demonstration's workspace with many more invented people, to see how pages and searches bear it."""

from __future__ import annotations

from itertools import islice, product

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.demo.stage import Stage
from outreach.organizations import operations as organizations
from outreach.organizations.rules import Workplace
from outreach.people import notes
from outreach.people import operations as people
from outreach.people.models import Person
from outreach.people.operations import ADDS, Details, NewPost

GIVEN = (
    "Ansel", "Briar", "Corentin", "Dagny", "Eluned", "Ferran", "Ghislaine", "Hallvard", "Ísold", "Jadwiga", "Kaimana",
    "Leocadia", "Mirembe", "Nkiruka", "Oisín", "Perpetua", "Quillan", "Rosalba", "Sigrún", "Tancredi", "Ulla",
    "Václav", "Wilhelmina", "Xiomara", "Yevgenia", "Zdeněk",
)  # fmt: skip
FAMILY = (
    "Abernathwaite", "Bramblecote", "Castellforte", "Dunnifax", "Elderquist", "Fenwright-Sol", "Gorzelak-Pine",
    "Hollingsea", "Iversdottir", "Jankelow", "Kallistrate", "Lumbergast", "Marchbanke", "Nightingate", "Ormsby-Rue",
    "Pellegrand", "Quintrell-Moe", "Ravenscar", "Saltonstrand", "Thistledown", "Umbridale", "Vasquelle", "Wintermoor",
    "Ysolde-Hart", "Zaborowna",
)  # fmt: skip
TITLES = (
    "Chief Executive Officer", "Chief Operating Officer", "Chief Nursing Officer", "Chief Medical Officer",
    "Chief Financial Officer", "Chief Quality Officer", "Vice President of Operations", "Director of Patient Flow",
    "Administrator", "Executive Director", "Chair of the Board",
)  # fmt: skip
TOWNS = ("Amberly", "Bluestem", "Coldspring", "Elmwater", "Foxglove", "Goldenrod", "Hollyford", "Juniper", "Kestrel")
KINDS = ("Community Hospital", "Medical Center", "Health System", "Clinic")
STATES = ("MN", "WI", "IA", "ND", "SD", "NE", "MI")

_AT_ONCE = 200


def fill(stage: Stage, wanted: int) -> int:
    """Adds people until the workspace has so many; returns how many were added. The same number again adds nobody."""
    with stage.database.session_for(stage.workspace_id) as session:
        have = session.scalar(select(func.count()).select_from(Person).where(Person.deleted_at.is_(None))) or 0
        houses = [_house(session, stage, number) for number in range(len(TOWNS) * len(KINDS))]
    added = 0
    while have + added < wanted:
        with stage.database.session_for(stage.workspace_id) as session:
            for number in range(have + added, min(wanted, have + added + _AT_ONCE)):
                _add(session, stage, number, houses)
                added += 1
    return added


def name_of(number: int) -> str:
    """The name of the so-manieth of the crowd; after all pairs, a letter between tells them apart."""
    pairs = len(GIVEN) * len(FAMILY)
    turn, place = divmod(number, pairs)
    given, family = GIVEN[place % len(GIVEN)], FAMILY[place // len(GIVEN)]
    if not turn:
        return f"{given} {family}"
    middle = next(islice(product("ABCDEFGHJKLMNOPRSTUVWYZ", repeat=1 + turn // 23), turn % 23, None))
    return f"{given} {''.join(middle)}. {family}"


def _house(session: WorkspaceSession, stage: Stage, number: int) -> Workplace:
    town, kind = TOWNS[number % len(TOWNS)], KINDS[number // len(TOWNS)]
    place = Workplace(f"{town} {kind}", town, STATES[number % len(STATES)])
    organizations.at(session, place, stage.ago(50))
    return place


def _add(session: WorkspaceSession, stage: Stage, number: int, houses: list[Workplace]) -> None:
    by = stage.by(5 + number % 300)
    details = Details(name_of(number), time_zone="America/Chicago" if number % 3 else "")
    person = people.add(session, details, by)
    post = NewPost(TITLES[number % len(TITLES)], houses[number % len(houses)], str(2010 + number % 15))
    people.add_post(session, person.id, post, ADDS, by)
    if number % 4 == 0:
        notes.add(session, person.id, "Seen at the fall meeting; said hello.", by)
