"""Which of the mentions of one person tells the post that is shown: the surest, the fullest, the one at home."""

from __future__ import annotations

from research.pages.lexicon import LEADING
from research.pages.mention import WEIGHT, Mention
from research.pages.page_owner import Owner
from research.pages.title_keys import title_key
from research.pages.whole_names import is_body


def at_home(best: Mention, held: list[Mention], owner: Owner) -> Mention:
    """The mention to show for `best`: a seat taken in another body does not replace the post at home.

    That is the one that the same line gives the person, or the page's own house does.
    """
    away = best.posts[0].organization
    outside = is_body(away) or (owner.name and not _related(away, owner.name))
    if best.source != "event" or not away or not outside:
        return best
    for mention in held:
        place = mention.posts[0].organization
        beside = mention.line in {best.line, best.line + 1} and mention.source in {"apposition", "before"}
        home = not is_body(place) if is_body(away) else not place or _related(place, owner.name)
        held_here = (beside and home) or _is_given_at(mention, owner, best)
        if held_here and mention.status == "current" and mention.posts[0].kind in LEADING:
            return mention
    return best


def _is_given_at(mention: Mention, owner: Owner, seat: Mention) -> bool:
    """Whether the page's own house gives a post, as a seat in another body was given besides."""
    place = mention.posts[0].organization or mention.organization
    if mention.source != "event" or mention.weight < seat.weight or not place or not owner.name:
        return False
    return mention.posts[0].kind != "board" and seat.posts[0].kind == "board" and _related(place, owner.name)


def _related(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a) or a.split()[0] == b.split()[0]


def fuller(best: Mention, held: list[Mention]) -> Mention:
    """Of two statements of one post the one that says more: the headline shortens what the text spells out."""
    key = title_key(best.posts[0].title)
    for mention in held:
        if mention.status != best.status or mention.source == "heading" or best.source == "card":
            continue
        other = title_key(mention.posts[0].title)
        if (key < other and mention.line > 0 and mention.weight >= best.weight - 12) or (
            key == other and mention.posts[0].organization and not best.posts[0].organization
        ):
            return mention
    return best


def authority(mention: Mention) -> tuple[int, int, int, int]:
    """How surely a mention tells the post of today, for comparing: weight, year of its beginning, place in the text."""
    leads = any(post.kind in LEADING and post.head != "seat" for post in mention.posts)
    shortened = 4 * (mention.line == 0 and mention.source != "card")  # a headline
    placed = any(post.organization for post in mention.posts)
    began = mention.since.year if mention.since and mention.weight < WEIGHT["apposition"] else 0
    return (mention.status != "former", mention.weight + 5 * leads + placed - shortened, began, -mention.line)
