"""Where an article stands in words: its step, who must still say yes, what comes next."""

from __future__ import annotations

from outreach.articles.where_it_stands import NOBODY, OfReviewer, Stand

YES, WAITS = OfReviewer(1, "Ana Quill", "approved", 4), OfReviewer(2, "Tom Reyes", "waiting", 4)


def test_the_words_say_step_reviewers_and_what_is_next():
    assert NOBODY.words("writing") == "Draft"
    assert Stand((YES, WAITS), "remind Tom Reyes on Nov 12").words("writing") == (
        "Waiting for 1 of 2 · next: remind Tom Reyes on Nov 12"
    )
    assert Stand((YES,)).words("writing") == "Approved"
    assert Stand((YES, WAITS)).words("submitted") == "Handed in"
    assert YES.words == "Approved, v4"
    assert OfReviewer(3, "Ina Weld", "not_asked").words == "Not asked yet"


def test_who_must_still_say_yes_is_named_up_to_three():
    many = tuple(OfReviewer(number, f"Person {number}", "waiting") for number in range(5))
    assert Stand((YES, WAITS)).missing_words == "Tom Reyes must still say yes"
    assert Stand(many).missing_words == "Person 0, Person 1, Person 2, and 2 more must still say yes"
    assert Stand((YES,)).missing_words == ""
