"""Who may import whom. The research engine stands alone, its parts have an order, and only http.py's parts connect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter

import pytest

from tests import source_tree

SOURCES = {
    source_tree.module_name(path): (source_tree.REPOSITORY / path).read_text("utf-8")
    for path in source_tree.files(".py", below="research")
}
APPLICATION = ("flask", "jinja2", "werkzeug", "wtforms", "sqlalchemy", "alembic", "config", "outreach")
NETWORK = (
    "aiohttp", "asyncio", "ftplib", "http.client", "httpx", "requests", "smtplib", "socket", "ssl", "telnetlib",
    "urllib.request", "urllib3",
)  # fmt: skip
FETCHING = ("research.http", "research.gather", "research.cache", "research.replay", "research.investigation")
MAY_CONNECT = {
    "research.http", "research.address", "research.wire", "research.asking", "research.answers", "research.pacing",
    "research.robots", "research.decompression",
}  # fmt: skip


def is_in(module: str, packages: Iterable[str]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


@cache
def imported(source: str) -> set[str]:
    """Every module that the text imports, also inside functions; `from a import b` counts as a and as a.b."""
    return {
        name
        for module, part in source_tree.imports(source)
        for name in (module, f"{module}.{part}" if part else module)
    }


def offences(source: str, packages: Iterable[str]) -> list[str]:
    return sorted(name for name in imported(source) if is_in(name, packages))


def import_graph(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """Module -> the modules among `sources` that have to be imported before it."""
    graph = {}
    for name, source in sources.items():
        pairs = source_tree.imports(source, module_level=True)
        wanted = {f"{module}.{part}" if f"{module}.{part}" in sources else module for module, part in pairs}
        graph[name] = wanted & sources.keys()
    return graph


def cycle_in(graph: Mapping[str, Iterable[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def all_offences(modules: Iterable[str], packages: Iterable[str]) -> dict[str, list[str]]:
    """Module -> what it must not import and does."""
    packages = tuple(packages)
    found = {module: offences(SOURCES[module], packages) for module in modules}
    return {module: names for module, names in found.items() if names}


def inside(package: str) -> list[str]:
    return [module for module in SOURCES if is_in(module, [package])]


def test_research_knows_nothing_of_the_application() -> None:
    assert all_offences(SOURCES, APPLICATION) == {}


def test_only_the_parts_of_http_open_connections() -> None:
    assert all_offences(SOURCES.keys() - MAY_CONNECT, NETWORK) == {}


def test_a_connector_has_no_way_to_fetch() -> None:
    assert all_offences(inside("research.connectors"), [*NETWORK, *MAY_CONNECT, *FETCHING]) == {}


def test_a_page_is_read_without_knowing_its_source() -> None:
    assert all_offences(inside("research.pages"), ["research.connectors", "research.commands", *FETCHING]) == {}


def test_nothing_is_built_on_the_command_line() -> None:
    others = SOURCES.keys() - {"research.__main__", *inside("research.commands")}
    assert all_offences(others, ["research.commands"]) == {}


def test_modules_of_research_do_not_import_each_other_in_a_ring() -> None:
    assert " -> ".join(cycle_in(import_graph(SOURCES))) == ""


def test_the_modules_that_may_connect_exist() -> None:
    assert sorted(MAY_CONNECT - SOURCES.keys()) == []


# --- the rules themselves -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "import requests",
        "from urllib import request",
        "import urllib.request as u",
        "def f():\n    from socket import create_connection",
        "try:\n    import http.client\nexcept ImportError:\n    pass",
    ],
)
def test_every_way_to_import_is_seen(source: str) -> None:
    assert offences(source, NETWORK)


@pytest.mark.parametrize("source", ["from urllib.parse import quote", "import socketry", "from http import HTTPStatus"])
def test_a_like_name_is_no_offence(source: str) -> None:
    assert offences(source, NETWORK) == []


def test_a_ring_is_found_and_one_inside_a_function_is_none() -> None:
    ring = {"a": "from b import c", "b.c": "import d", "d": "if True:\n    import a"}
    assert cycle_in(import_graph(ring))
    assert not cycle_in(import_graph({**ring, "d": "def f():\n    import a"}))
    assert not cycle_in(import_graph({**ring, "d": "if TYPE_CHECKING:\n    import a"}))
