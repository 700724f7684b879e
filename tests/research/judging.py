"""Records of invented people as claims, and how they are judged, for the tests of identity."""

from __future__ import annotations

from research.resolve import judge_people
from research.types import Judgement, Place
from tests.research.cast import ALICE, claim, record

SAME, UNSURE, DIFFERENT = Judgement.SAME, Judgement.UNSURE, Judgement.DIFFERENT


def entry(name, key="register", number="1", *, role="", at="", state="", predicate="role", **more):
    of = record(name, key, number)
    claims = [claim(of, "name", name)]
    if role or at:
        claims.append(claim(of, predicate, role or "Director", organization=at, **more))
    if state:
        claims.append(claim(of, "specialty", "Nursing", place=Place("", state)))
    return claims


def judge(*entries, query=ALICE, verdicts=None, names=()):
    flat = [c for group in entries for c in group]
    return {c.record.key: c for c in judge_people(query, flat, verdicts or {}, names)}
