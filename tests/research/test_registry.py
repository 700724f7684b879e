from __future__ import annotations

from types import SimpleNamespace

import pytest

from research import registry
from research.errors import InputError
from tests.research.cast import FakeConnector, source


@pytest.fixture
def three(monkeypatch):
    connectors = {
        "open_one": FakeConnector(source("open_one")),
        "shy": FakeConnector(source("shy", default_on=False)),
        "keyed": FakeConnector(source("keyed", needs=frozenset({"KEYED_API_KEY"}))),
    }
    monkeypatch.setattr(registry, "all_connectors", lambda: connectors)
    return connectors


def keys(chosen):
    return [connector.SOURCE.key for connector in chosen]


def test_sources_are_on_unless_off_by_default_or_without_their_key(three):
    assert keys(registry.choose()) == ["open_one"]
    assert keys(registry.choose(settings={"KEYED_API_KEY": "x"})) == ["open_one", "keyed"]


def test_sources_can_be_named_or_left_out(three):
    assert keys(registry.choose(only=["shy"])) == ["shy"]
    assert keys(registry.choose(without=["open_one"])) == []


@pytest.mark.parametrize("wrong", ["opne_one", "Open-One", "openone"])
def test_an_unknown_source_is_named_with_the_nearest_one_and_where_all_are(three, wrong):
    told = rf"no source '{wrong}'\. Did you mean 'open_one'\? “python -m research sources” lists all of them"
    with pytest.raises(InputError, match=told):
        registry.choose(only=["shy", wrong])


def test_an_unknown_source_that_is_like_none_is_not_taken_for_another(three):
    with pytest.raises(InputError, match=r"no source 'wikidata'\. “python") as refused:
        registry.choose(without=["wikidata"])
    assert "open_one" not in str(refused.value)


def test_a_source_without_its_key_says_which(three):
    with pytest.raises(InputError, match="KEYED_API_KEY"):
        registry.choose(only=["keyed"])


def test_two_connectors_with_one_key_are_refused(monkeypatch):
    modules = {
        "research.connectors.a": FakeConnector(source("same")),
        "research.connectors.b": FakeConnector(source("same")),
    }
    monkeypatch.setattr(registry.importlib, "import_module", modules.get)
    monkeypatch.setattr(
        registry.pkgutil, "iter_modules", lambda path: [SimpleNamespace(name=n) for n in ("a", "b", "_private")]
    )
    registry.all_connectors.cache_clear()
    with pytest.raises(ValueError, match="two connectors"):
        registry.all_connectors()
    registry.all_connectors.cache_clear()


def test_every_file_of_the_folder_is_a_connector_under_its_own_name():
    for key, connector in registry.all_connectors().items():
        assert connector.SOURCE.key == key
