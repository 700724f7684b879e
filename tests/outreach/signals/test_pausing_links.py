"""Where a pause is begun on the ground of trouble."""

from __future__ import annotations

import pytest

from outreach.signals import pausing_links
from outreach.signals.models import Signal


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("News tells of layoffs at Harrow Lake: Harrow Lake cuts 85 jobs.", "layoffs"),
        ("News tells of a strike at Harrow Lake: Harrow Lake nurses on strike.", "crisis"),
        ("Something that no pattern knows any more.", "crisis"),
    ],
)
def test_the_reason_is_what_the_words_tell(sentence: str, reason: str):
    row = Signal(person_id=3, organization_id=7, kind="trouble", sentence=sentence, quote="")
    assert pausing_links.address(row, "Harrow Lake") == f"/orgs/7/pause?reason={reason}"


def test_without_an_organization_here_it_is_the_person_s():
    row = Signal(person_id=3, organization_id=7, kind="trouble", sentence="Layoffs.", quote="")
    assert pausing_links.address(row, "") == "/people/3/pause?reason=crisis"
