from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.confidence import CEILING, claim_weight, combined, identity_confidence

weights = st.floats(0.01, 1.0)


@pytest.mark.parametrize(
    ("families", "disputed", "expected"),
    [
        # one register row, plainly said, of a record joined by its number: 0.95 x 0.9 x 0.97
        ({"register": [claim_weight(0.95, 0.9, 0.97)]}, False, 0.829),
        # one press release about a person joined by name and organization: 0.9 x 0.8 x 0.834
        ({"release": [claim_weight(0.9, 0.8, 0.834)]}, False, 0.6),
        # two independent sources of .8 leave .2 x .2 of doubt
        ({"a": [0.8], "b": [0.8]}, False, 0.96),
        # two copies of one release are one source: the better of the two
        ({"a": [0.6, 0.8]}, False, 0.8),
        # sources differ: six tenths remain
        ({"a": [0.8]}, True, 0.48),
        # never certain
        ({"a": [1.0], "b": [1.0]}, False, CEILING),
    ],
)
def test_worked_cases(families, disputed, expected):
    assert combined(families, disputed=disputed) == pytest.approx(expected, abs=0.001)


def test_identity_grows_from_the_least_that_joins_to_a_hard_sign():
    assert identity_confidence(2.5, by_user=False) == 0.8
    assert identity_confidence(5.0, by_user=False) == 0.97
    assert identity_confidence(-3, by_user=True) == 0.99


@given(st.dictionaries(st.text(min_size=1), st.lists(weights, min_size=1), min_size=1), weights)
def test_another_independent_source_never_lowers_confidence(families, weight):
    before = combined(families, disputed=False)
    after = combined(
        {**families, "one more source": [weight]} if "one more source" not in families else families, disputed=False
    )
    assert 0 < before <= CEILING
    assert after >= before - 1e-9
