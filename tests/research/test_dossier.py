from __future__ import annotations

from dataclasses import replace

from research.dossier import assemble
from research.types import Judgement, Outcome
from tests.research.cast import ALICE, LARKSPUR, NOW, claim, document, house, record, source

SOURCES = {
    key: source(key, names_decide=True, covers=frozenset({"role", "ownership", "award"}))
    for key in ("register", "papers")
}
ALICE_HERE = record("Alice Larkin", number="alice")
NAMESAKE = record("Alice Larkin", "papers", "namesake")


def outcomes():
    claims = (
        *house("Larkspur Health", state="OH", ccn="990001"),
        claim(record("Larkspur Health", kind="organization"), "ownership", "Voluntary non-profit"),
        claim(ALICE_HERE, "role", "Chief Nursing Officer", organization="Larkspur Health"),
    )
    strangers = (claim(NAMESAKE, "publication", "On the mating of voles"),)
    return (
        Outcome("register", "found", claims, documents=(document("kept elsewhere"),)),
        Outcome("papers", "found", strangers),
    )


def test_only_accepted_records_become_facts():
    dossier = assemble(ALICE, outcomes(), SOURCES, NOW)
    assert {f.predicate for f in dossier.about("person")} == {"role"}
    assert [c.record for c in dossier.judged(Judgement.UNSURE)] == [NAMESAKE]
    assert "voles" not in str([f.value for f in dossier.facts])


def test_a_verdict_changes_the_dossier_and_is_kept_in_it():
    dossier = assemble(ALICE, outcomes(), SOURCES, NOW, {NAMESAKE.key: True})
    assert "On the mating of voles" in [f.value for f in dossier.facts]
    assert dossier.verdicts == ((NAMESAKE.key, True),)
    without = assemble(ALICE, outcomes(), SOURCES, NOW, {ALICE_HERE.key: False})
    assert not without.about("person")


def test_sources_are_numbered_once_in_the_order_of_the_facts():
    dossier = assemble(ALICE, outcomes(), SOURCES, NOW)
    assert [s.number for s in dossier.sources] == list(range(1, len(dossier.sources) + 1))
    assert all(dossier.number_of(claim) for fact in dossier.facts for claim in fact.claims)


def test_an_open_record_is_a_question():
    dossier = assemble(ALICE, outcomes(), SOURCES, NOW)
    assert [(q.subject, q.records) for q in dossier.questions] == [("person", (NAMESAKE.key,))]


def test_two_houses_of_one_name_are_a_question_and_no_fact():
    twins = [
        Outcome(
            "register",
            "found",
            (*house("Larkspur Health", state="OH"), *house("Larkspur Health", number="2", state="OH")),
        )
    ]
    dossier = assemble(LARKSPUR, twins, SOURCES, NOW)
    assert not dossier.facts
    assert len(dossier.questions[0].records) == 2
    assert "Name its city, or settle" in dossier.questions[0].text
    stateless = assemble(replace(LARKSPUR, state=""), twins, SOURCES, NOW)
    assert "Name its state or city" in stateless.questions[0].text


def test_documents_are_not_carried_in_the_dossier():
    assert all(not outcome.documents for outcome in assemble(ALICE, outcomes(), SOURCES, NOW).outcomes)


def test_nothing_at_all_is_an_honest_empty_dossier():
    dossier = assemble(ALICE, [Outcome("papers", "nothing")], SOURCES, NOW)
    assert not dossier.facts
    assert {g.kind for g in dossier.gaps} >= {"not_found", "not_looked"}
