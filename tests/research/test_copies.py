from __future__ import annotations

from research.copies import families, shingles
from tests.research.cast import document

RELEASE = " ".join(f"Sentence {n} of the release says that the house opened ward number {n * 7}." for n in range(40))
OTHER = " ".join(f"Line {n} of another story tells how the choir sang piece {n * 3} that night." for n in range(40))


def test_a_release_printed_by_two_papers_is_one_family():
    one, two = (
        document(RELEASE),
        document("Local news. " + RELEASE[:2200] + " Read more on our site.", url="https://b.example/"),
    )
    assert len(set(families([one, two]).values())) == 1


def test_two_stories_are_two_families():
    assert len(set(families([document(RELEASE), document(OTHER)]).values())) == 2


def test_short_texts_are_left_apart():
    assert len(set(families([document("Alice Larkin, CNO"), document("Alice Larkin, CNO.")]).values())) == 2


def test_registers_are_not_compared_as_texts():
    one, two = document(RELEASE, media="application/json"), document(RELEASE + " ", media="application/json")
    assert len(set(families([one, two]).values())) == 2


def test_shingles_do_not_depend_on_case_and_punctuation():
    assert shingles(RELEASE) == shingles(RELEASE.upper().replace(".", " !"))
    assert not shingles("too few words")
