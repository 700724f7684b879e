"""Accepted records that cannot all be one person: a father and a son, two numbers, one short name for two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from research.name_matching import compare
from research.person_reasons import NAME_SCORES, ONE_NUMBER_A_PERSON
from research.posts import same_post
from research.types import Candidate, Judgement, Reason


def without_contradictions(judged: Sequence[Candidate]) -> Iterable[Candidate]:
    """When accepted records cannot all be one person, only those with a hard sign stay; the others become questions."""
    accepted = [c for c in judged if c.judgement is Judgement.SAME]
    clash = _clash(accepted)
    for candidate in judged:
        if candidate.judgement is not Judgement.SAME or _is_hard(candidate):
            yield candidate
            continue
        why = clash or next(filter(None, (_mistakable(candidate, other) for other in judged)), "")
        if not why:
            yield candidate
            continue
        reason = Reason("contradiction", -1.0, f"two people may bear this name here: {why}")
        yield replace(
            candidate,
            judgement=Judgement.UNSURE,
            score=round(candidate.score + reason.score, 2),
            reasons=(*candidate.reasons, reason),
        )


def _is_hard(candidate: Candidate) -> bool:
    return candidate.by_user or any(r.feature == "identifier" for r in candidate.reasons)


def _mistakable(candidate: Candidate, other: Candidate) -> str:
    """Why the one may be mistaken for the other, where nothing speaks for it more than for the other; else ""."""
    if other.record == candidate.record or other.judgement is Judgement.DIFFERENT:
        return ""
    if _weight(candidate) > _weight(other) and not _is_hard(other):
        return ""
    match = compare(candidate.record.label, other.record.label)
    one_page = (candidate.record.source, candidate.record.url) == (other.record.source, other.record.url)
    if one_page and match.veto and not any(r.feature == "organization" and r.score < 0 for r in other.reasons):
        return match.detail
    if one_page and other.judgement is Judgement.SAME and _told_apart(candidate) and _told_apart(other):
        return "the page tells them apart"
    if match.verdict == "different" and not match.veto and other.judgement is Judgement.SAME:
        return match.detail  # one short name for both: Pat for Patrick and Patricia, an initial for James and John
    if match.by_nickname and _titles(candidate) and _titles(other) and not _share_a_post(candidate, other):
        return f"{match.detail}, and they hold different posts"
    return ""


def _weight(candidate: Candidate) -> tuple[bool, ...]:
    """What tells a person from a namesake at the same house: the first name as asked, the post, the middle name."""
    features = {reason.feature for reason in candidate.reasons if reason.score > 0}
    exact = any(r.feature == "name" and r.score >= NAME_SCORES["equal"] for r in candidate.reasons)
    return (exact, "post" in features, "middle name" in features)


def _told_apart(candidate: Candidate) -> bool:
    return any("namesakes" in claim.details for claim in candidate.claims if claim.predicate == "name")


_POSTS = frozenset({"role", "former_role", "board_seat"})


def _titles(candidate: Candidate) -> list[str]:
    return [str(claim.value) for claim in candidate.claims if claim.predicate in _POSTS]


def _share_a_post(candidate: Candidate, other: Candidate) -> bool:
    return any(same_post(mine, theirs) for mine in _titles(candidate) for theirs in _titles(other))


def _clash(accepted: Sequence[Candidate]) -> str:
    numbers: dict[str, set[str]] = {}
    for candidate in accepted:
        for claim in candidate.claims:
            if claim.predicate == "identifier" and claim.details.get("scheme") in ONE_NUMBER_A_PERSON:
                numbers.setdefault(str(claim.details["scheme"]), set()).add(str(claim.value))
    for scheme, values in sorted(numbers.items()):
        if len(values) > 1:
            return f"{scheme.upper()} {' and '.join(sorted(values))}"
    labels = sorted({candidate.record.label for candidate in accepted})
    for number, first in enumerate(labels):
        for second in labels[number + 1 :]:
            match = compare(first, second)
            if match.veto:
                return match.detail
    return ""
