"""What the user has decided about records, by key or by the address of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from research.name_matching import compare
from research.organization_relations import relation
from research.types import Claim, Query, Record


def decided_records(query: Query, claims: Sequence[Claim], verdicts: Mapping[str, bool]) -> Mapping[str, bool]:
    """The verdicts by record key, those that name a page or file by its address turned into its records.

    An address stands for the records of the subject's name in that page: "not" for all of them, "the same" only where
    there is one, since a page can name a father and a son.
    """
    by_key = dict(verdicts)
    at: dict[str, set[str]] = {}
    for record in {claim.record for claim in claims}:
        if record.kind == query.kind and record.url in verdicts and _is_like(query, record):
            at.setdefault(record.url, set()).add(record.key)
    for address, keys in at.items():
        if len(keys) == 1 or not verdicts[address]:
            by_key.update((key, verdicts[address]) for key in keys if key not in verdicts)
    return by_key


def _is_like(query: Query, record: Record) -> bool:
    if query.kind == "organization":
        return relation(query.name, record.label) != "other"
    match = compare(query.name, record.label)
    return match.verdict != "different" or match.veto
