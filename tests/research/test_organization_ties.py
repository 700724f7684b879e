from __future__ import annotations

from research.organization_ties import related_organizations
from tests.research.judging import UNSURE, entry, judge


def test_boards_and_campuses_are_related_and_other_houses_are_not():
    assert related_organizations("Larkspur Health", "Larkspur Health Board of Trustees")
    assert related_organizations("Larkspur Health", "Board of Larkspur Health")
    assert not related_organizations("Larkspur Health", "Bellwether Health")
    assert not related_organizations("Memorial Hospital", "Oak Memorial Hospital")
    assert related_organizations("Larkspur Health", "Larkspur Health – Hill Campus of Dale")
    for other in ("Larkspur Health Solutions LLC", "Larkspur Health South Ohio", "District of Larkspur Health"):
        assert not related_organizations("Larkspur Health", other)


def test_another_kind_of_body_that_bears_the_houses_name_is_another_organization():
    for body in ("Auxiliary", "Foundation", "Radio", "Credit Union", "Foundation Board", "Health Club"):
        assert not related_organizations("Larkspur Health", f"Larkspur Health {body}")
    for body in ("– Credit Union", "/ Radio", ", Foundation"):
        assert not related_organizations("Larkspur Health", f"Larkspur Health {body}")
    assert not related_organizations("Larkspur Health", "Foundation of Larkspur Health")
    judged = judge(entry("Alice Larkin", role="President", at="Larkspur Health Auxiliary"))
    assert judged["register:1"].judgement is UNSURE
