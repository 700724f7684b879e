"""Makes suggestions of single marks: what one author did in one place is one suggestion. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from outreach.articles.word_in.comments import Comment
from outreach.articles.word_in.model import Change, ChangeKind, Mark
from outreach.articles.word_in.story import Anchor, Found

Key = tuple[int, int]
"""Where something stands in the document: larger is later."""

_Ends = list[tuple[Key, Found]]


def mark_of(found: Found) -> Mark:
    """A mark as it is handed out; the same one whenever it is asked for."""
    if found.mark is None:
        found.mark = Mark(found.kind, found.what, found.author, found.made_at, "".join(found.pieces))
    return found.mark


def suggestions(found: Sequence[tuple[Key, Found]]) -> list[tuple[Key, Change]]:
    """The changes that the marks make up, each with the place of its first mark."""
    groups: list[_Ends] = []
    moves: dict[tuple[str, ...], _Ends] = {}
    last: dict[tuple[int, bool, Found | None], _Ends] = {}
    for key, mark in found:
        if mark.kind in ("moved away", "moved here"):
            moves.setdefault(_move_key(mark), []).append((key, mark))
            continue
        level = (id(mark.story), mark.kind == "formatting", _other_author(mark))
        group = last.get(level)
        if group is None or not _goes_on(group[-1][1], mark):
            groups.append([])
            group = last[level] = groups[-1]
        group.append((key, mark))
    made = [(group[0][0], _change([mark for _, mark in group])) for group in groups]
    made += [(ends[0][0], _move([mark for _, mark in ends])) for ends in _paired(moves)]
    return sorted(made, key=lambda pair: pair[0])


def _other_author(mark: Found) -> Found | None:
    """The mark of somebody else that this one lies in; within one's own, a mark belongs to the same suggestion."""
    outer = mark.outer
    while outer is not None and outer.author == mark.author and outer.kind not in ("moved away", "moved here"):
        outer = outer.outer
    return outer


def _goes_on(before: Found, mark: Found) -> bool:
    """Whether a mark belongs to the suggestion that the one before it belongs to."""
    if before.author != mark.author or before.story is not mark.story:
        return False
    touches = mark.plain_begin <= before.plain_end
    return touches and (mark.kind != "formatting" or before.what == mark.what)


def _change(marks: list[Found]) -> Change:
    first = marks[0]
    kinds = {mark.kind for mark in marks}
    before = _words(mark for mark in marks if mark.deletes and not _is_said(mark))
    after = _words(mark for mark in marks if mark.inserts and not _is_said(mark))
    kind: ChangeKind = "replacement" if len(kinds) > 1 else "insertion" if first.inserts else "deletion"
    if first.kind == "formatting":
        kind = "formatting"
        before = after = "".join(chain.from_iterable(mark.pieces for mark in marks))
    return _placed(marks, kind, before, after)


def _is_said(mark: Found) -> bool:
    """Whether a mark of the same kind around it says the same words already."""
    outer = mark.outer
    while outer is not None:
        if outer.kind == mark.kind and outer.author == mark.author:
            return True
        outer = outer.outer
    return False


def _placed(marks: Sequence[Found], kind: ChangeKind, before: str, after: str) -> Change:
    first = marks[0]
    lines = first.story.rejected
    begin = first.begin
    end = max((mark.end for mark in marks), key=lambda place: (place.paragraph, place.offset))
    outer = _other_author(first)
    return Change(
        kind=kind,
        author=first.author,
        made_at=next((mark.made_at for mark in marks if mark.made_at), None),
        before=before,
        after=after,
        parts=tuple(mark_of(mark) for mark in marks),
        place=first.story.place,
        paragraph_index=begin.paragraph,
        start=lines.column(begin),
        end_paragraph=end.paragraph,
        end=lines.column(end),
        context_before=lines.before(begin),
        context_after=lines.after(end),
        inside_of=outer.author if outer else "",
    )


# --- moves ------------------------------------------------------------------------------------------------------------


def _move_key(mark: Found) -> tuple[str, ...]:
    """What the two ends of a move share: the name of their ranges, else author and words."""
    return (mark.move,) if mark.move else (mark.author, "".join("".join(mark.pieces).split()))


def _paired(moves: dict[tuple[str, ...], _Ends]) -> list[_Ends]:
    """The marks of each move. Ends without a name and without like words are paired in their order, by author."""
    whole: list[_Ends] = []
    lone: list[_Ends] = []
    for ends in moves.values():
        kinds = {mark.kind for _, mark in ends}
        (whole if len(kinds) > 1 or ends[0][1].move else lone).append(ends)
    waiting: dict[tuple[str, str], list[_Ends]] = {}
    for ends in lone:
        first = ends[0][1]
        other = "moved here" if first.kind == "moved away" else "moved away"
        partners = waiting.get((first.author, other))
        if partners:
            partners.pop(0).extend(ends)
            continue
        waiting.setdefault((first.author, first.kind), []).append(ends)
        whole.append(ends)
    return [sorted(ends, key=lambda pair: pair[0]) for ends in whole]


def _move(marks: list[Found]) -> Change:
    away = [mark for mark in marks if mark.kind == "moved away"]
    here = [mark for mark in marks if mark.kind == "moved here"]
    change = _placed(away or here, "move", _words(away), _words(here))
    arrived = here[0] if here else None
    return replace(
        change,
        parts=tuple(mark_of(mark) for mark in marks),
        moved_to_paragraph=arrived.begin.paragraph if arrived else None,
        moved_to_start=arrived.story.rejected.column(arrived.begin) if arrived else None,
    )


def _words(marks: Iterable[Found]) -> str:
    """The words of several marks; a line break where a paragraph ends between them, as between cells of a table."""
    found: list[str] = []
    last: Found | None = None
    for mark in marks:
        if found and last is not None and mark.paragraph != last.paragraph and not found[-1].endswith("\n"):
            found.append("\n")
        found.extend(mark.kept)
        last = mark
    return "".join(found)


# --- comments ---------------------------------------------------------------------------------------------------------


def comment_change(comment: Comment, anchor: Anchor | None) -> Change:
    """A comment as a change; without an anchor it has no place in the text."""
    said = Change(
        kind="comment",
        author=comment.author,
        made_at=comment.made_at,
        comment=comment.text,
        replies=comment.replies,
        resolved=comment.resolved,
        place="",
    )
    if anchor is None:
        return said
    begin, end = anchor.rejected
    lines = anchor.story.rejected
    return replace(
        said,
        before=lines.between(begin, end).strip("\n"),
        after=anchor.story.accepted.between(*anchor.accepted).strip("\n"),
        place=anchor.story.place,
        paragraph_index=begin.paragraph,
        start=lines.column(begin),
        end_paragraph=end.paragraph,
        end=lines.column(end),
        context_before=lines.before(begin),
        context_after=lines.after(end),
    )
