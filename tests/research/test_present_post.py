"""The post that somebody is introduced with is one of today."""

from __future__ import annotations

from research.dossier import assemble
from research.present_post import current_post
from research.types import Outcome
from tests.research.cast import ALICE, LARKSPUR, NOW, claim, house, record
from tests.research.test_dossier import SOURCES


def test_the_post_to_introduce_with_is_the_present_one_at_the_asked_house():
    here = record("Alice Larkin", number="alice")
    claims = (
        claim(here, "role", "Trustee", organization="Bellwether University", published="2026-10-01"),
        claim(here, "role", "Chief Nursing Officer", organization="Larkspur Health", published="2026-02-01"),
        claim(here, "role", "Director of Nursing", organization="Larkspur Health", status="former"),
    )
    dossier = assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW)
    assert current_post(dossier).value == "Chief Nursing Officer"
    assert (
        current_post(assemble(LARKSPUR, [Outcome("register", "found", tuple(house("Larkspur Health")))], SOURCES, NOW))
        is None
    )


def introduced(*claims):
    here = [claim(record("Alice Larkin", number="alice"), predicate, title, organization="Larkspur Health", **more)
            for predicate, title, more in claims]  # fmt: skip
    dossier = assemble(ALICE, [Outcome("register", "found", tuple(here))], SOURCES, NOW)
    post = current_post(dossier)
    return post.value if post else None


def test_the_newest_post_is_the_one_to_introduce_with():
    may, june = (
        ("role", "CNO", {"published": "2026-05-01"}),
        ("role", "CNO", {"published": "2026-06-01", "text": "a CNO"}),
    )
    assert introduced(may, june, ("role", "President", {"published": "2026-10-01"})) == "President"


def test_a_post_to_come_or_gone_by_is_not_the_present_one():
    now = ("role", "CNO", {"published": "2026-06-01"})
    assert introduced(now, ("role", "CEO", {"published": "2026-10-01", "status": "incoming"})) == "CNO"
    assert introduced(("role", "CEO", {"published": "2026-10-01", "end": "2024-01-01"})) is None
    assert introduced(
        ("role", "CEO", {"published": "2026-05-01"}),
        ("former_role", "CEO", {"published": "2026-10-01", "status": "former", "text": "former CEO"}),
    ) is None  # fmt: skip
