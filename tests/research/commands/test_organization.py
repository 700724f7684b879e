from __future__ import annotations

import json

from research.__main__ import main


def test_an_organization_is_asked_for(recordings, capsys):
    assert main(["organization", "Larkspur Health", "--state", "OH", "--replay", str(recordings), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["person"] is None
    assert data["organization"]["identifiers"][0]["value"] == "990001"
