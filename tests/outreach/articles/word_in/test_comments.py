from __future__ import annotations

from outreach.articles.word_in.body import Body
from outreach.articles.word_in.comments import Comment, Thread, ThreadReader, comments
from outreach.articles.word_in.markup import walk
from outreach.articles.word_in.numbering import Lists
from tests.outreach.articles.word_in.word_files import comment, inserted, said, threads, whole


def read(inside: str, *entries: tuple[str, str, bool]) -> list[Comment]:
    body, reader = Body("comment", Lists()), ThreadReader()
    walk([whole("comments", inside).encode()], body)
    walk([threads(*entries).encode()], reader)
    return comments(body, reader.threads)


def test_answers_belong_to_the_comment_at_the_beginning_of_their_thread():
    inside = (
        comment(1, "Is it so?", known="A1") + comment(2, "Yes.", "Ben Okoro", "B2") + comment(3, "Good.", known="C3")
    )
    (found,) = read(inside, ("A1", "", True), ("B2", "A1", True), ("C3", "B2", True))
    assert (found.text, found.author, found.resolved) == ("Is it so?", "Ada Lind", True)
    assert [(reply.author, reply.text) for reply in found.replies] == [("Ben Okoro", "Yes."), ("Ada Lind", "Good.")]
    assert found.replies[0].made_at is not None


def test_an_answer_to_what_is_not_there_stands_for_itself():
    assert [one.text for one in read(comment(1, "Yes.", known="A1"), ("A1", "FF", False))] == ["Yes."]


def test_threads_that_lead_in_a_ring_lose_no_comment():
    inside = comment(1, "a", known="A1") + comment(2, "b", known="B2")
    assert [one.text for one in read(inside, ("A1", "B2", False), ("B2", "A1", False))] == ["a", "b"]


def test_the_thread_is_found_by_any_paragraph_of_the_comment():
    two = (
        '<w:comment w:id="1" w:author="A"><w:p w14:paraId="A1"><w:r><w:t>one</w:t></w:r></w:p>'
        '<w:p w14:paraId="A2"><w:r><w:t>two</w:t></w:r></w:p></w:comment>'
    )
    (found,) = read(two + comment(2, "three", known="B1"), ("A2", "", False), ("B1", "A2", False))
    assert (found.text, found.made_at, [reply.text for reply in found.replies]) == ("one\ntwo", None, ["three"])


def test_a_comment_that_was_typed_with_tracking_on_is_no_suggestion():
    typed = f'<w:comment w:id="1"><w:p>{inserted("Please check.")}</w:p></w:comment>'
    (found,) = read(typed)
    assert (found.text, found.author) == ("Please check.", "")


def test_comments_of_the_same_number_are_all_kept():
    assert [one.text for one in read(comment(1, "a") + comment(1, "b"))] == ["a", "b"]


def test_what_is_said_of_threads_is_read():
    reader = ThreadReader()
    walk([threads(("A1", "", True), ("B2", "A1", False)).encode()], reader)
    assert reader.threads == {"A1": Thread("", done=True), "B2": Thread("A1", done=False)}
    walk([whole("comments", said("text")).encode()], reader)
    assert len(reader.threads) == 2
