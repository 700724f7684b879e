from __future__ import annotations

import json

from research.__main__ import main


def test_a_person_is_asked_for_with_all_that_is_known(recordings, capsys):
    more = ["--role", "CNO", "--city", "Dale", "--state", "oh", "--website", "https://larkspur.example"]
    main(["person", "Alice Larkin", "--organization", "Larkspur Health", *more, "--replay", str(recordings), "--json"])
    query = json.loads(capsys.readouterr().out)["query"]
    assert (query["kind"], query["role"], query["city"], query["state"]) == ("person", "CNO", "Dale", "OH")
