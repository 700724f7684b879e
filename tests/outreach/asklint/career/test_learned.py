"""The file of weights: what it says, and how a broken one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from outreach.asklint.career.learned import FILE, Learned, learned, read_learned, write_learned


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    made = Learned({"join": 120, "article": -80, "a_b": 120}, -7, "digest")
    write_learned(made, tmp_path / "learned.json")
    assert read_learned(tmp_path / "learned.json") == made


def test_a_score_is_the_sum_of_known_features_for_the_length_of_all() -> None:
    made = Learned({"join": 200, "article": -100}, 50, "")
    assert made.score(["join", "article", "unknown"]) == pytest.approx((200 - 100) / 2 / 100 + 0.5)


def test_a_feature_counts_as_often_as_it_occurs() -> None:
    made = Learned({"join": 100}, 0, "")
    assert made.score(["join", "join", "x"]) == pytest.approx(1.0)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    for text in ("", "[]", '{"weights": {"x": "join"}, "bias": 1, "made_of": ""}'):
        (tmp_path / "broken.json").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"broken\.json holds no weights"):
            read_learned(tmp_path / "broken.json")


def test_the_weights_know_an_ask_from_a_question_for_an_article() -> None:
    assert learned().weights["f:PURPOSE"] < 0 < learned().weights["f:GAIN"]


def test_the_file_stays_small() -> None:
    assert FILE.stat().st_size <= 300_000
