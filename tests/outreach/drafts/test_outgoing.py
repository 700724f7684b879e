"""What leaves of a draft: the words, and nothing of what ties them to their facts."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from outreach.drafts.outgoing import plain, subject_to_send, text_to_send


def test_the_text_leaves_without_marks_and_without_blanks_at_the_ends_of_lines() -> None:
    draft = SimpleNamespace(
        subject="Interview request: \n the unit [1]", body="Dear Ana,  \r\n\r\n\r\nIt opened [1].\t\r\nJo\n\n"
    )
    assert text_to_send(draft) == "Dear Ana,\n\nIt opened.\nJo"
    assert subject_to_send(draft) == "Interview request: the unit"


@given(st.text(alphabet=st.sampled_from("a b\n\r\t[]123,.é😀\u2028"), max_size=120))
def test_any_text_leaves_as_clean_lines_and_stays_so(body: str) -> None:
    left = plain(body)
    assert left == plain(left) or "[" in left  # taking a mark away can make another: "[[1]2]"
    assert all(line == line.rstrip() for line in left.split("\n"))
    assert "\n\n\n" not in left
    assert "\r" not in left
