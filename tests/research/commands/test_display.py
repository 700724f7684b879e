from __future__ import annotations

from research.commands.display import Progress, plain
from research.gather import Event
from research.types import Outcome
from tests.research.cast import FakeConnector, source


def test_control_and_direction_characters_do_not_reach_the_terminal():
    assert plain("a\x1b[31mb\u202ec\u2066d\ne") == "a [31mb c d e"


def test_progress_follows_each_source():
    connector = FakeConnector(source())
    with Progress([connector], quiet=False) as progress:
        progress.show(Event(connector.SOURCE, "started"))
        assert progress.rows["register"][1] == "asking"
        progress.show(Event(connector.SOURCE, "read", claims=3))
        assert "3 statements" in progress.rows["register"][2]
        progress.show(Event(connector.SOURCE, "finished", outcome=Outcome("register", "failed", message="gone")))
        assert progress.rows["register"][1:] == ("failed", "gone")
