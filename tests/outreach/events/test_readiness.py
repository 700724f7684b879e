"""How far the research on several people is, in words for a list."""

from __future__ import annotations

from outreach.events import readiness
from tests import factories


def test_each_state_has_its_words_and_its_way_on(session):
    nobody, running, ready, asked = (factories.make_person(session) for _ in range(4))
    factories.make_run(session, person_id=running.id, state="running")
    for one in (ready, asked):
        factories.make_fact_claim(session, factories.make_fact(session, person_id=one.id))
    factories.make_candidate(session, person_id=asked.id, judgement="unsure")
    found = readiness.of_people(session, [one.id for one in (nobody, running, ready, asked)])
    assert [found[one.id].words for one in (nobody, running, ready, asked)] == [
        "not researched", "research is going on", "ready", "1 thing not settled",
    ]  # fmt: skip
    assert found[nobody.id].action == ("Start research", f"/people/{nobody.id}/research", True)
    assert found[asked.id].action[1] == f"/people/{asked.id}#unsettled"
    assert readiness.of_people(session, []) == {}
