from __future__ import annotations

import json

import pytest

from research import registry
from research.__main__ import main
from research.commands import sources
from research.connector import Check, Drift
from research.errors import Unavailable
from tests.research.cast import LARKSPUR, FakeConnector, FakeFetcher, claim, record, source

CEO = claim(record("Larkspur Health", kind="organization"), "ownership", "Voluntary non-profit")
CHECK = Check(LARKSPUR, frozenset({"ownership"}))


def check(monkeypatch, capsys, connector, fetcher=None):
    monkeypatch.setattr(registry, "all_connectors", lambda: {connector.SOURCE.key: connector})
    monkeypatch.setattr(sources, "client", lambda args: fetcher or FakeFetcher())
    code = main(["sources", "--check", "--json"])
    (row,) = json.loads(capsys.readouterr().out)["sources"]
    return code, row["check"], row["told"]


def test_sources_are_listed_with_their_state_and_terms(monkeypatch, capsys):
    keyed = FakeConnector(source("keyed", needs=frozenset({"KEYED_KEY"})))
    shy = FakeConnector(source("shy", default_on=False, terms_note="Ask the publisher first."))
    known = {"register": FakeConnector(source()), "keyed": keyed, "shy": shy}
    monkeypatch.setattr(registry, "all_connectors", lambda: known)
    monkeypatch.delenv("KEYED_KEY", raising=False)
    assert main(["sources", "--terms"]) == 0
    out = capsys.readouterr().out
    assert "needs KEYED_KEY" in out
    assert "off" in out
    assert "https://register.example/terms" in "".join(out.split())


def test_a_source_that_answers_alike(monkeypatch, capsys):
    connector = FakeConnector(source(), reads=lambda d, q: [CEO], CHECK=CHECK)
    assert check(monkeypatch, capsys, connector)[:2] == (0, "same")


@pytest.mark.parametrize(
    ("reads", "told"),
    [
        (lambda d, q: [], "no longer gives ownership"),
        (lambda d, q: [CEO, Drift("unread fields: ['new']")], "unread fields"),
    ],
)
def test_drift_is_named(monkeypatch, capsys, reads, told):
    code, state, message = check(monkeypatch, capsys, FakeConnector(source(), reads=reads, CHECK=CHECK))
    assert (code, state) == (1, "drift")
    assert told in message


def test_a_source_that_does_not_answer(monkeypatch, capsys):
    fetcher = FakeFetcher({"https://register.example/1": Unavailable("did not answer", fault="timeout")})
    code, state, message = check(monkeypatch, capsys, FakeConnector(source(), CHECK=CHECK), fetcher)
    assert (code, state) == (1, "failed")
    assert "timeout" in message


def test_the_real_list_is_complete_and_readable(capsys):
    assert main(["sources", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["sources"]
    assert {row["key"] for row in rows} == set(registry.all_connectors())


@pytest.mark.parametrize("seconds", ["inf", "-inf", "nan", "-1", "0", "1e999"])
def test_a_deadline_that_is_none_is_told(monkeypatch, capsys, seconds):
    assert main(["sources", "--check", f"--deadline={seconds}"]) == 2
    assert "deadline" in capsys.readouterr().err


def test_terms_stand_below_their_source_and_lines_have_no_blanks_at_their_ends(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "60")
    shy = FakeConnector(source("shy", title="A register " * 9, default_on=False, attribution="Riverbend"))
    monkeypatch.setattr(registry, "all_connectors", lambda: {"shy": shy, "register": FakeConnector(source())})
    main(["sources", "--terms"])
    lines = capsys.readouterr().out.splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert lines[0].startswith("shy       off (name it with --only)")
    assert "    Credit: Riverbend" in lines
    assert "    Terms: https://register.example/terms" in lines
