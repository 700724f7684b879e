"""Changes of a Word file find their place in the version that was sent, and again in a text that was changed since."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach.articles import article_text, placing
from outreach.articles.placing import Span
from outreach.articles.word_in.model import Change

TITLE = "The first ninety days"
BODY = (
    "Boarding fell by **31%** in six months.[1] They argued about keys.\n\n"
    "“Nobody had decided who could open the room,”[q1] says Inés.\n\n"
    "- Walk the unit.\n- Ask the nurse.\n"
)
PLAIN = article_text.plain(BODY)
LINES = (TITLE, *PLAIN.split("\n\n"))


def change(before: str, *, lines: tuple[str, ...] = LINES, kind: str = "replacement", at: int = 0) -> Change:
    """A change of words as the reader of Word files tells it; at: how many letters behind the words it begins."""
    number = next(number for number, line in enumerate(lines) if before in line)
    column = lines[number].index(before) + at
    words = "" if kind == "insertion" else before
    end = column + len(words)
    return Change(
        kind, before=words, after="new", paragraph_index=number, start=column, end_paragraph=number, end=end,
        context_before=lines[number][:column][-40:], context_after=lines[number][end:][:40],
    )  # fmt: skip


def placed(one: Change, lines: tuple[str, ...] = LINES) -> placing.Placed:
    return placing.place(TITLE, BODY, lines, [one])[0]


def words_at(span: Span | None) -> str | None:
    return PLAIN[span.starts : span.ends] if span else None


def test_a_line_of_ours_gives_the_exact_place():
    assert words_at(placed(change("31%")).span) == "31%"
    put_in = placed(change("six months", kind="insertion", at=len("six months")))
    assert put_in.span == Span(at := PLAIN.index("six months") + 10, at)
    assert "six months" in put_in.around


def test_marks_of_lists_and_curly_signs_do_not_matter():
    lines = (
        *LINES[:2],
        LINES[2].replace("“", '"').replace("”", '"'),
        "- Walk the unit.",
        "2. Ask the nurse.",
        "Extra.",
    )
    assert words_at(placed(change("nurse", lines=lines), lines).span) == "nurse"
    assert words_at(placed(change("the room", lines=lines), lines).span) == "the room"


def test_a_line_that_is_not_ours_is_found_by_the_words_around():
    lines = ("A letterhead", LINES[0], LINES[1] + " And more.", *LINES[2:])
    assert words_at(placed(change("argued", lines=lines), lines).span) == "argued"


def test_what_cannot_be_said_is_not_guessed():
    lines = ("Something else altogether stands here.",)
    there = placed(change("altogether", lines=lines), lines)
    assert there.span is None
    assert there.around == lines[0]
    assert placed(Change("comment", comment="Thanks", place="")).span is None
    assert placed(Change("insertion", after="x", place="footnote", paragraph_index=1, start=0)).span is None
    twice = placing.found("a door. a door.", "door", "a ", "")
    assert twice is None


def test_a_change_of_the_title_is_told_apart():
    there = placed(change("ninety"))
    assert (there.in_title, there.span, there.around) == (True, None, TITLE)


def test_a_deletion_over_two_paragraphs_has_both_ends():
    over = Change(
        "deletion", before="keys.\n“Nobody", paragraph_index=1, start=LINES[1].index("keys"), end_paragraph=2, end=7
    )
    assert words_at(placed(over).span) == "keys.\n\n“Nobody"


def test_a_move_says_where_it_goes():
    moved = Change("move", before="Walk", after="Walk", paragraph_index=3, start=0, end_paragraph=3, end=4,
                   moved_to_paragraph=4, moved_to_start=0)  # fmt: skip
    there = placed(moved)
    assert (words_at(there.span), there.moves_to) == ("Walk", PLAIN.index("Ask"))


def test_a_place_is_found_in_the_text_of_today():
    span = Span(PLAIN.index("argued"), PLAIN.index("argued") + 6)
    new = "A first line.\n\n" + PLAIN.replace("31%", "about 31%")
    again = placing.found_again(PLAIN, span, new)
    assert again is not None
    assert new[again.starts : again.ends] == "argued"
    assert placing.found_again(PLAIN, span, PLAIN.replace("argued", "talked")) is None
    gap = Span(span.starts, span.starts)
    assert placing.found_again(PLAIN, gap, new) == Span(again.starts, again.starts)


def test_places_in_the_markdown_lie_around_the_letters():
    at = PLAIN.index("31%")
    there = placing.in_body(BODY, Span(at, at + 3))
    assert BODY[there.starts : there.ends] == "31%"
    end = len(PLAIN)
    assert placing.in_body(BODY, Span(end, end)).starts == BODY.rindex(".") + 1
    assert placing.in_body(BODY, Span(end + 5, end + 9)) is None
    assert placing.in_body("", Span(0, 0)) is None


def test_places_share_letters_or_only_touch():
    for one, other, shared in (
        ((1, 4), (3, 6), True), ((1, 4), (4, 6), False), ((2, 2), (1, 4), True), ((1, 1), (1, 4), False),
        ((3, 3), (3, 3), True), ((3, 3), (5, 5), False),
    ):  # fmt: skip
        assert placing.overlaps(Span(*one), Span(*other)) is shared
        assert placing.overlaps(Span(*other), Span(*one)) is shared


@given(st.integers(0, len(PLAIN)), st.integers(0, len(PLAIN)))
def test_every_place_of_the_text_has_one_in_the_markdown(one: int, other: int):
    starts, ends = sorted((one, other))
    there = placing.in_body(BODY, Span(starts, ends))
    if there is not None and "\n" not in PLAIN[starts:ends]:
        read = article_text.plain(article_text.without_marks(BODY[there.starts : there.ends]).replace("*", ""))
        assert read.split() == PLAIN[starts:ends].split()
