"""The posts of one card: what a further line adds to them, and the title that several lines make together."""

from __future__ import annotations

from dataclasses import replace

from research.pages.card_lines import Entry, Named
from research.pages.lexicon import LEADING
from research.pages.mention import is_clinical
from research.pages.titles import PostSpan


def of_clinician(post: PostSpan, name: Named) -> PostSpan:
    """A department alone under a clinician's name is a specialty, not a post."""
    clinician = name.prefix.lower().startswith("dr") or any(is_clinical(c) for c in name.credentials)
    return replace(post, kind="clinician") if post.head == "department" and clinician else post


def as_of_management(post: PostSpan) -> PostSpan:
    """A post on a list of those who manage a house: the clinicians and supervisors there lead others."""
    if post.kind == "clinician":
        return replace(post, kind="clinical")
    return replace(post, kind="manager") if post.kind == "staff" and post.head == "supervisor" else post


def adds(entry: Entry) -> bool:
    """Whether a further title line goes on with the post: "Retired Banker" under "Chair" tells of another life."""
    return entry.status not in {"former", "outgoing"} and any(post.kind in LEADING for post in entry.posts)


def joined(posts: list[PostSpan]) -> list[PostSpan]:
    """Titles on lines of their own that are one title: none but the last names an organization."""
    if len(posts) < 2 or any(post.organization for post in posts[:-1]):
        return posts
    order = ["executive", "board", "manager", "clinical"]
    real = [post for post in posts if post.head != "department"] or posts
    best = min(real, key=lambda post: order.index(post.kind) if post.kind in order else 9)
    return [PostSpan(", ".join(post.title.rstrip(",") for post in posts), posts[-1].organization, best.kind, best.head)]
