"""The rail at the left of each signed-in page: where one can go, where one is, and what waits there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, RequestRedirect


@dataclass(frozen=True)
class Place:
    """A page that the rail leads to; `key` is pressed after g to go there, or is empty."""

    words: str
    path: str
    key: str = ""


WORK = (
    Place("Today", "/", "t"),
    Place("People", "/people", "p"),
    Place("Organizations", "/orgs", "o"),
    Place("Projects", "/projects", "j"),
    Place("Drafts", "/drafts", "d"),
    Place("Interviews", "/interviews"),
    Place("Ledger", "/ledger"),
    Place("What changed", "/signals"),
    Place("Articles", "/articles"),
    Place("Events", "/events", "e"),
)
"""The rooms one works in, in the order of the rail."""

UPKEEP = (Place("Import", "/import"), Place("Settings and privacy", "/settings"))
"""What one needs now and then, below the line."""

SEARCH = "/search"
SIGN_OUT = "/sign-out"


@dataclass(frozen=True)
class Link:
    """One line of the rail. `current` is "page" on the page itself, "true" below it, else empty (for aria-current)."""

    words: str
    path: str
    key: str
    current: str
    waiting: int


@dataclass(frozen=True)
class Rail:
    """What the skeleton of signed-in pages draws. `search` and `sign_out` are empty where nothing answers there."""

    work: tuple[Link, ...]
    upkeep: tuple[Link, ...]
    search: str
    sign_out: str


def rail(addresses: Map, here: str, waiting: Mapping[str, int]) -> Rail:
    """The rail of the page at `here` (its path), without the places that the application has no address for.

    `waiting` says for a place's path how many things wait there; a place without one, or with none, shows no number.
    """
    return Rail(
        work=_links(WORK, addresses, here, waiting),
        upkeep=_links(UPKEEP, addresses, here, waiting),
        search=SEARCH if answers(addresses, SEARCH) else "",
        sign_out=SIGN_OUT if answers(addresses, SIGN_OUT, "POST") else "",
    )


@lru_cache(maxsize=256)
def answers(addresses: Map, path: str, method: str = "GET") -> bool:
    """Whether some view answers this path; one that only adds the closing slash counts.

    Remembered: each page asks for the same dozen places, and no address is added after the start.
    """
    try:
        addresses.bind("localhost").match(path, method=method)
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return True


def _links(places: tuple[Place, ...], addresses: Map, here: str, waiting: Mapping[str, int]) -> tuple[Link, ...]:
    return tuple(
        Link(place.words, place.path, place.key, _current(place.path, here), waiting.get(place.path, 0))
        for place in places
        if answers(addresses, place.path)
    )


def _current(path: str, here: str) -> str:
    if here.rstrip("/") == path.rstrip("/"):
        return "page"
    return "true" if path != "/" and here.startswith(path.rstrip("/") + "/") else ""
