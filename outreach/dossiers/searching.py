"""What facts, programs and sources are found as."""

from __future__ import annotations

from outreach.dossiers.models import Fact, Program, SourceDocument
from outreach.people.searching import is_out_of_sight
from outreach.search import Entry, indexed
from research.vocabulary import PREDICATES


@indexed(Fact, "fact", reads=("person", "organization"))
def fact_entry(fact: Fact) -> Entry | None:
    """By its value; those that were corrected or withdrawn are not found."""
    if fact.state != "current" or not fact.value_words or is_out_of_sight(fact.person):
        return None
    label = PREDICATES[fact.predicate].label if fact.predicate in PREDICATES else fact.predicate
    about = fact.person or fact.organization
    beside = f"{label} · {about.name}" if about is not None else label
    return Entry(fact.value_words, f"/facts/{fact.id}", beside=beside, body=fact.organization_name)


@indexed(Program, "program", reads=("person", "organization"))
def program_entry(program: Program) -> Entry | None:
    """By what it is called, what was done and what came of it."""
    if program.deleted_at is not None or is_out_of_sight(program.person):
        return None
    about = program.person or program.organization
    body = " ".join((program.problem, program.action, program.result, program.leader_part))
    return Entry(program.name, f"/programs/{program.id}", beside=about.name if about else "", body=body)


@indexed(SourceDocument, "source")
def source_entry(document: SourceDocument) -> Entry:
    """By its title and address, and the beginning of a text that the user gave."""
    title = document.title or _place(document)
    return Entry(
        title, f"/sources/{document.id}", beside=_place(document), body=f"{document.url} {document.own_text[:20_000]}"
    )


def _place(document: SourceDocument) -> str:
    """Where a source stands: its address, or in words that the user brought it."""
    scheme = document.url.partition(":")[0]
    return {"note": "A text that you brought", "file": "A file that you brought"}.get(scheme, document.url)
