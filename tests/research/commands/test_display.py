from __future__ import annotations

from research.commands.display import Progress, print_dossier
from research.dossier import assemble
from research.gather import Event
from research.types import Outcome
from tests.research.cast import ALICE, NOW, FakeConnector, source
from tests.research.test_dossier import SOURCES, outcomes


def test_progress_follows_each_source():
    connector = FakeConnector(source())
    with Progress([connector], quiet=False) as progress:
        progress.show(Event(connector.SOURCE, "started"))
        assert progress.rows["register"][1] == "asking"
        progress.show(Event(connector.SOURCE, "read", claims=3))
        assert "3 statements" in progress.rows["register"][2]
        progress.show(Event(connector.SOURCE, "finished", outcome=Outcome("register", "failed", message="gone")))
        assert progress.rows["register"][1:] == ("failed", "gone")


def test_lines_have_no_blanks_at_their_ends_and_sources_are_called_by_their_titles(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "40")
    print_dossier(assemble(ALICE, outcomes(), SOURCES, NOW), {"register": "The big register", "papers": "The papers"})
    out = capsys.readouterr().out
    assert all(line == line.rstrip() for line in out.splitlines())
    assert "The big register" in out.partition("How the sources fared")[2].partition("Sources")[0]
