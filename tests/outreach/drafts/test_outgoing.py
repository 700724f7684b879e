"""What leaves of a draft: the words, and nothing of what ties them to their facts."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from outreach.drafts import outgoing
from outreach.drafts.outgoing import plain, subject_to_send, text_to_send
from outreach.errors import Refused


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


# --- what is put in when it leaves ------------------------------------------------------------------------------------


def fill_links(_session, draft, number: int) -> str:
    if number != 12:
        raise Refused(f"The link {number} was taken back.")
    return f"https://groundwork.example.org/of/{draft.subject}"


def letter(body: str, subject: str = "draft") -> SimpleNamespace:
    return SimpleNamespace(subject=subject, body=body)


def test_what_a_later_room_puts_in_stands_in_what_leaves_and_not_in_what_is_kept(monkeypatch) -> None:
    monkeypatch.setattr(outgoing, "_fills", {})
    draft = letter("It is here: [link 12].")
    assert outgoing.filled(None, draft, draft.body) == "It is here: [link 12]."
    outgoing.fills("link", fill_links)
    assert outgoing.filled(None, draft, draft.body) == "It is here: https://groundwork.example.org/of/draft."
    assert text_to_send(draft) == "It is here: [link 12]."
    assert outgoing.unfillable(None, draft) == ()


def test_what_cannot_be_put_in_and_a_link_in_the_subject_are_told_before_it_leaves(monkeypatch) -> None:
    monkeypatch.setattr(outgoing, "_fills", {"link": fill_links})
    assert outgoing.unfillable(None, letter("[link 12] and [link 13]")) == ("The link 13 was taken back.",)
    assert "does not belong in a subject" in outgoing.unfillable(None, letter("Dear Inés", "See [link 12]"))[0]
    for plain_words in ("[link]", "[link 12", "[Link 12]", "[link 1234567890123456789]", "[note 12]", "[12]"):
        assert outgoing.filled(None, letter(""), plain_words) == plain_words
