"""Making the learned judge: the same sentences make the same weights, and the weights belong to the sentences."""

from __future__ import annotations

import pytest

from outreach.asklint.career import training
from outreach.asklint.career.learned import learned
from outreach.asklint.career.training import Labeled, digest, example_of, labeled_sentences, learn

ASKS = ("I would love to join your team.", "Please let me join your staff.", "Could I join your team in May?")
OTHERS = ("I am writing an article.", "The article is about your team.", "May I ask two questions for the article?")
SAMPLE = [example_of(Labeled(text, text in ASKS, "")) for text in ASKS + OTHERS]


def test_the_weights_were_made_of_the_present_sentences_and_fields() -> None:
    assert learned().made_of == digest(), "run: python -m outreach.asklint.career.training"


def test_the_same_sentences_make_the_same_weights() -> None:
    assert learn(SAMPLE) == learn(SAMPLE)


def test_what_asks_scores_above_what_does_not() -> None:
    made = learn(SAMPLE)
    scores = [made.score(example.features) for example in SAMPLE]
    assert min(scores[: len(ASKS)]) > 0 > max(scores[len(ASKS) :])


def test_a_feature_of_one_sentence_alone_has_no_weight() -> None:
    assert "staff" not in learn(SAMPLE).weights
    assert "join" in learn(SAMPLE).weights


def test_a_dear_mistake_moves_the_judge_more() -> None:
    doubted = Labeled("The article is about joining your team.", asks=True, writer="")
    cheap, dear = ([*SAMPLE, example_of(Labeled(doubted.text, True, "", cost))] for cost in (0.1, 10.0))
    found = example_of(doubted).features
    assert learn(dear).score(found) > learn(cheap).score(found)


def test_each_sentence_stands_once_and_on_one_side() -> None:
    texts = [one.text.lower() for one in labeled_sentences() if one.writer != "the rule"]
    assert len(texts) == len(set(texts))


def test_ordinary_sentences_outnumber_asks() -> None:
    asks = sum(one.asks for one in labeled_sentences())
    assert len(labeled_sentences()) - asks > asks


def test_other_words_make_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    monkeypatch.setattr(training, "BAD", (*training.BAD, "Take me along."))
    assert digest() != before
