"""Features: stems, fields, their order, and what is absent."""

from __future__ import annotations

from outreach.asklint.career.features import features


def test_forms_of_a_word_share_a_stem() -> None:
    assert features(["hires"], [], is_question=False) == features(["hired"], [], is_question=False)


def test_words_and_fields_count_alone_and_in_their_order() -> None:
    found = features(["i", "join"], [("I",), ("JOIN", "WISH")], is_question=False)
    assert {"i", "join", "i_join", "^_i", "f:I", "f:JOIN", "I>JOIN", "I>WISH"} <= set(found)
    assert not {"join_i", "JOIN>I"} & set(found)


def test_the_distance_of_fields_counts_only_as_next_or_near() -> None:
    found = features([], [("I",), (), ("JOIN",), (), (), (), ("YOU",)], is_question=False)
    assert "I>>JOIN" in found
    assert "JOIN>>YOU" in found
    assert not {"I>JOIN", "I>>YOU"} & set(found)


def test_a_field_that_is_not_there_counts_too() -> None:
    assert "no:PURPOSE" in features(["write"], [()], is_question=False)
    assert "no:PURPOSE" not in features(["article"], [("PURPOSE",)], is_question=False)


def test_all_figures_are_one_and_a_question_is_told() -> None:
    found = features(["20", "40"], [], is_question=True)
    assert found.count("#") == 2
    assert "?" in found


def test_nothing_has_no_words() -> None:
    assert "^_$" in features([], [], is_question=False)


def test_words_of_one_family_share_runs_of_letters() -> None:
    one, other = (set(features([word], [], is_question=False)) for word in ("mentor", "mentorship"))
    assert {"c:<men", "c:mento"} <= one & other
    assert not [feature for feature in features(["20"], [], is_question=False) if feature.startswith("c:#")]
