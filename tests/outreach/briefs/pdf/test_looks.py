"""Type never goes below seven points, and every ink can be read when a laser prints it gray."""

from __future__ import annotations

from outreach.briefs.pdf import looks
from outreach.pdf.inks import RULE, TINT
from outreach.pdf.setting import Look

ALL = [one for one in vars(looks).values() if isinstance(one, Look)] + list(looks.NAMES)


def test_nothing_is_smaller_than_seven_points_or_set_in_the_ink_of_rules():
    assert len(ALL) > 20
    assert min(look.size for look in ALL) >= 7.0
    assert not {look.color for look in ALL} & {RULE, TINT}


def test_a_name_gets_smaller_in_the_steps_of_the_design():
    assert [look.size for look in looks.NAMES] == [23.0, 20.0, 18.0]
