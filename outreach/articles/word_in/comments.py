"""The comments of a Word file: who said what, which answers which, which are settled. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from outreach.articles.word_in.body import Body
from outreach.articles.word_in.markup import Attributes, moment, told
from outreach.articles.word_in.model import Reply
from outreach.articles.word_in.story import Story


@dataclass(frozen=True)
class Comment:
    """One comment with the answers to it, in the order of the file."""

    number: str
    author: str
    made_at: datetime | None
    text: str
    resolved: bool
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Thread:
    """What commentsExtended.xml says of a comment, found by the `paraId` of a paragraph of it."""

    answers: str
    done: bool


class ThreadReader:
    """The handler of commentsExtended.xml: `threads` by paraId."""

    def __init__(self) -> None:
        self.threads: dict[str, Thread] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name == "w15:commentEx":
            done = told(attributes, "w15:done", "0") in ("1", "true", "on")
            self.threads[told(attributes, "w15:paraId")] = Thread(told(attributes, "w15:paraIdParent"), done)

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """There is no text."""


@dataclass(frozen=True)
class _Read:
    number: str
    author: str
    made_at: datetime | None
    text: str
    paragraphs: tuple[str, ...]


def comments(body: Body, threads: Mapping[str, Thread]) -> list[Comment]:
    """The comments that answer none, each with its answers. An answer to what is not there stands for itself."""
    read = [_one(*told) for told in body.comments]
    owner = {known: place for place, comment in enumerate(read) for known in comment.paragraphs}
    roots = [_root(place, read, threads, owner) for place in range(len(read))]
    answers: dict[int, list[int]] = {}
    for place, root in enumerate(roots):
        if root != place:
            answers.setdefault(root, []).append(place)
    return [
        Comment(
            comment.number, comment.author, comment.made_at, comment.text, _is_done(comment, threads),
            tuple(Reply(read[at].author, read[at].made_at, read[at].text) for at in answers.get(place, ())),
        )
        for place, comment in enumerate(read)
        if roots[place] == place
    ]  # fmt: skip


def _one(attributes: Attributes, story: Story, paragraphs: list[str]) -> _Read:
    return _Read(
        told(attributes, "w:id"),
        told(attributes, "w:author").strip(),
        moment(told(attributes, "w:date")),
        "\n".join(story.accepted.paragraphs).strip(),
        tuple(paragraphs),
    )


def _root(place: int, read: list[_Read], threads: Mapping[str, Thread], owner: Mapping[str, int]) -> int:
    """The comment at the beginning of a thread; itself where the threads lead in a ring."""
    seen = {place}
    at = place
    while (above := _answered(read[at], threads, owner)) is not None:
        if above in seen:
            return place
        seen.add(above)
        at = above
    return at


def _answered(comment: _Read, threads: Mapping[str, Thread], owner: Mapping[str, int]) -> int | None:
    for known in comment.paragraphs:
        if known in threads and threads[known].answers in owner:
            return owner[threads[known].answers]
    return None


def _is_done(comment: _Read, threads: Mapping[str, Thread]) -> bool:
    return any(threads[known].done for known in comment.paragraphs if known in threads)
