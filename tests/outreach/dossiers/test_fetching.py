"""Where documents come from: live, or recorded, and at which pace."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

import config
from outreach.dossiers.fetching import Paced, connectors_of, fetcher_of, live_client
from research.errors import InputError, NotRecorded
from research.http import Client
from research.replay import Replay
from research.types import Query, Request
from tests.research.cast import FakeFetcher, document, source

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path) -> config.Settings:
    return config.Testing(data=tmp_path)


def test_one_client_asks_for_all_runs_so_that_hosts_are_paced_across_them(settings):
    client = fetcher_of(settings, NOW)
    assert isinstance(client, Client)
    assert fetcher_of(settings, NOW) is client
    assert settings.cache.is_dir()


def test_a_folder_that_cannot_be_written_costs_the_copies_and_not_the_research(settings):
    settings.cache.write_text("a file where the folder belongs")
    assert isinstance(live_client(settings), Client)


def test_a_folder_of_recordings_answers_instead_of_the_network(settings, tmp_path):
    folder = tmp_path / "recorded"
    folder.mkdir()
    with pytest.raises(InputError, match=r"index\.jsonl"):
        fetcher_of(replace(settings, replay=str(folder)), NOW)
    entry = {"method": "GET", "url": "https://register.example/1", "file": "1", "status": 200, "content_type": ""}
    (folder / "index.jsonl").write_text(json.dumps(entry))
    (folder / "1").write_text("Alice Larkin")
    recorded = replace(settings, replay=str(folder))
    assert isinstance(fetcher_of(recorded, NOW), Replay)
    paced = fetcher_of(replace(recorded, replay_ms=1), NOW)
    assert isinstance(paced, Paced)
    answer = paced.fetch(source(), Request("https://register.example/1"), time.monotonic() + 5)
    assert answer.body == b"Alice Larkin"
    assert list(paced.held(source(), Query("person", "Alice Larkin"))) == []


def test_a_paced_answer_takes_as_long_every_time_and_never_beyond_the_deadline():
    waits: list[float] = []
    url = "https://register.example/1"
    paced = Paced(FakeFetcher({url: document("x")}), 2.0, waits.append)
    for _ in range(2):
        paced.fetch(source(), Request(url), time.monotonic() + 60)
    assert waits[0] == waits[1]
    assert 0 < waits[0] <= 2
    paced.fetch(source(), Request(url), time.monotonic() - 1)
    assert waits[2] == 0


def test_nobody_waits_for_what_was_not_recorded():
    waits: list[float] = []
    paced = Paced(FakeFetcher({"https://register.example/1": NotRecorded("no")}), 2.0, waits.append)
    with pytest.raises(NotRecorded):
        paced.fetch(source(), Request("https://register.example/1"), time.monotonic() + 60)
    assert waits == []


def test_the_settings_say_which_sources_are_asked_and_the_user_s_own_come_last(settings):
    keys = [connector.SOURCE.key for connector in connectors_of(settings)]
    assert keys[-1] == "given_pages"
    assert "wikidata" in keys
    assert "brave_search" not in keys
    chosen = replace(
        settings,
        sources_off=frozenset({"wikidata"}),
        sources_on=frozenset({"brave_search"}),
        source_keys=frozenset({"BRAVE_API_KEY=k"}),
    )
    keys = [connector.SOURCE.key for connector in connectors_of(chosen)]
    assert "wikidata" not in keys
    assert "brave_search" in keys


def test_a_source_that_there_is_not_is_refused_rather_than_asked(settings):
    with pytest.raises(InputError, match="wikidota"):
        connectors_of(replace(settings, sources_off=frozenset({"wikidota"})))
