"""What is new, told otherwise, and gone, against what was said before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach.dossiers import changes
from outreach.dossiers.changes import Change, Changes, Said

said = st.lists(
    st.builds(
        Said, st.integers(1, 9), st.sampled_from(["Post: CMO", "Post: CNO"]), st.sampled_from(["single", "settled"])
    ),
    unique_by=lambda one: one.fact_id,
)


def test_new_changed_and_gone_are_told_apart():
    before = changes.noted([Said(1, "Post: CMO", "single"), Said(2, "Beds: 40", "single"), Said(3, "Prize", "single")])
    now = [Said(1, "Post: CMO", "settled"), Said(2, "Beds: 41", "single"), Said(4, "Talk", "single")]
    assert changes.compared(before, now) == Changes(
        new=(Said(4, "Talk", "single"),),
        changed=(Change(1, "Post: CMO", "Post: CMO", "settled"), Change(2, "Beds: 40", "Beds: 41")),
        gone=(Said(3, "Prize", "single"),),
    )


@given(said)
def test_what_stays_is_no_change(facts):
    assert not changes.compared(changes.noted(facts), facts)


@given(said, said)
def test_changes_are_given_back_as_they_were_kept(before, now):
    found = changes.compared(changes.noted(before), now)
    assert changes.from_json(changes.to_json(found)) == found
    assert {one.fact_id for one in found.new} == {one.fact_id for one in now} - {one.fact_id for one in before}


def test_nothing_kept_is_no_change():
    assert changes.from_json(None) == Changes()
