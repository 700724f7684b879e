"""The people whom a page names with a post: mentions read, those of one person joined, leadership judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from research.name_matching import compare
from research.names import PersonName, parse_name
from research.pages.board_news import board_seats, with_one_seat
from research.pages.cards import CardReader, CardsRead
from research.pages.care_names import is_health
from research.pages.care_round_ups import with_like_houses
from research.pages.contact_lines import is_contact
from research.pages.coreference import passages_of
from research.pages.ended_posts import is_one_time, with_endings
from research.pages.handed_posts import handed_posts, posts_left, with_houses_passed_on
from research.pages.headless_sentences import posts_without_subject
from research.pages.held_posts import held_posts
from research.pages.house_names import with_houses_of_others, with_named_houses, without_house
from research.pages.job_ads import without_advertised
from research.pages.leadership import is_generic, judge, leads_nurses
from research.pages.led_houses import led_houses
from research.pages.lexicon import NAME_SUFFIXES
from research.pages.management_pages import with_supervisors
from research.pages.mention import WEIGHT, Holder, Mention, is_clinical
from research.pages.model import PageText, PersonFound, Post
from research.pages.other_house import gives_care, is_elsewhere, is_of_care, is_of_government, near, parted_from_page
from research.pages.page_owner import Owner, owner_of
from research.pages.paragraph_house import ParagraphHouses, paragraph_houses
from research.pages.posts_named_later import posts_named_later
from research.pages.prose import mentions_in
from research.pages.respectively import with_respective_posts
from research.pages.section_houses import under_house_headings
from research.pages.sentence_names import Known, Sentence, called_again, read_sentences
from research.pages.sentences import sentences
from research.pages.shown_mention import at_home, authority, fuller
from research.pages.start_dates import is_for_a_time, is_taken_again, start_after
from research.pages.title_keys import title_key, titles_alike
from research.pages.titles import PostSpan
from research.pages.whole_names import organizations_in
from research.types import PartialDate

_NICKNAME = re.compile(r"[“\"(]([A-Z][a-z]{2,15})[”\")]")
_POLITICIANS = frozenset(
    "rep sen senator gov mayor representative congressman congresswoman councilman councilwoman".split()
)
VAGUE = 55
"""Weight of "is a seasoned executive", which tells no post."""
MAX_PEOPLE = 400
"""People of one page; a directory of staff has fewer leaders than that."""
MAX_PROSE = 3000
"""Paragraphs of running text that are read for people."""
NAMESAKES = 20
"""People of one surname who are compared."""
MAX_MENTIONS = 100
"""Places that are compared for one person."""
MAX_TEXT = 400_000
"""Characters of running text that are read for people: a long report."""
MAX_LINES = 20_000
MAX_LINE = 20_000
"""Characters of one paragraph that are read."""


@dataclass(slots=True)
class _Person:
    name: str
    parsed: PersonName
    mentions: list[Mention] = field(default_factory=list)


def people_of(page: PageText) -> tuple[PersonFound, ...]:
    """The people of a page who have a post in it, in the order in which they are named. Nothing is raised.

    `leader` is judged for the post that is shown; a person without any post is left out.
    """
    cards = CardReader(page.lines).all()
    owner = replace(owner_of(page), clinical=_has_clinicians(cards.mentions))
    listed = with_supervisors(cards.mentions, page)
    named = with_named_houses(m for m in (*listed, *_prose(page, cards)) if not is_contact(page.lines, m.line))
    mentions = parted_from_page(held_posts(without_advertised(named, page), page), page)
    mentions = with_endings(under_house_headings(mentions, page), page)
    people = _gathered(mentions)
    houses = paragraph_houses(page, mentions, "" if owner.among_others else owner.name)
    found = [person for person in (_found(p, owner, page, houses) for p in people[:MAX_PEOPLE]) if person is not None]
    return passages_of(page, with_houses_of_others(with_like_houses(found, owner)))


# --- mentions --------------------------------------------------------------------------------------------------------


def _paragraphs(page: PageText, cards: CardsRead) -> list[list[Sentence]]:
    """The running text of a page, line by line, each sentence read once."""
    found: list[list[Sentence]] = []
    left = MAX_TEXT
    for number, line in enumerate(page.lines[:MAX_LINES]):
        if left <= 0:
            break
        if line.furniture or number in cards.used or len(line.text) < 12 or line.role == "link" or " " not in line.text:
            continue
        read = read_sentences(line.text[:MAX_LINE], number)
        left -= len(line.text[:MAX_LINE])
        if read:
            found.append(read)
        if len(found) >= MAX_PROSE:
            break
    return found


def _short_names(names: Iterable[str]) -> dict[str, str]:
    """Surnames and first names, lower case, with the one whole name that each stands for."""
    families: dict[str, list[str]] = {}
    givens: dict[str, list[str]] = {}
    for name in names:
        words = [w for w in name.split() if w.strip(".,").lower() not in NAME_SUFFIXES]
        if len(words) < 2:
            continue
        families.setdefault(words[-1].strip(".,").lower(), []).append(name)
        givens.setdefault(words[0].strip(".,").lower(), []).append(name)
        for nickname in _NICKNAME.findall(name):
            givens.setdefault(nickname.lower(), []).append(name)
    short = {given: whole[0] for given, whole in givens.items() if len(given) > 2 and _one_person(whole)}
    short.update({family: whole[0] for family, whole in families.items() if len(family) > 2 and _one_person(whole)})
    return short


def _one_person(names: list[str]) -> bool:
    first = names[0]
    return all(other == first or compare(first, other).verdict != "different" for other in names[1:])


def _prose(page: PageText, cards: CardsRead) -> list[Mention]:
    """Mentions in running text: first by whole names; then surnames stand for the people found so."""
    paragraphs = _paragraphs(page, cards)
    first = [m for read in paragraphs for m in mentions_in(read, Known({}), page.published)]
    names = [*cards.names, *(m.name for m in first), *_certain(paragraphs), *called_again(paragraphs)]
    whole = list(dict.fromkeys(name for name in names if len(name.split()) > 1))
    everyone, people = _short_names(whole), frozenset(whole)
    untitled = {mention.line + 1: mention.name for mention in cards.mentions if not mention.posts}
    found: list[Mention] = []
    for read in paragraphs:
        owner = cards.owners.get(read[0].line, "")
        short = {**everyone, **_short_names([owner])} if owner else everyone
        known = Known(short, people, owner)
        found.extend(mentions_in(read, known, page.published))
        if untitled.get(read[0].line) == owner:  # right under the name
            found.extend(posts_without_subject(read, owner))
        found.extend(led_houses(read, known))
    found = with_houses_passed_on(with_respective_posts(found, paragraphs), paragraphs)
    later = posts_named_later(paragraphs)
    handed = (*handed_posts(paragraphs, [*later, *found]), *posts_left(paragraphs))
    return with_one_seat([*found, *later, *handed, *board_seats(paragraphs)])


def _certain(paragraphs: list[list[Sentence]]) -> list[str]:
    """Whole names with an honorific or credentials, whether or not a post is named with them."""
    return [
        s.name(span)
        for read in paragraphs
        for s in read
        for span in s.spans
        if span.certain and span.end - span.start > 1
    ]


# --- one person ------------------------------------------------------------------------------------------------------


def _gathered(mentions: list[Mention]) -> list[_Person]:
    """Mentions joined by person: names that agree are one person unless a middle name or suffix forbids it."""
    people: list[_Person] = []
    by_family: dict[str, list[_Person]] = {}
    for mention in sorted(mentions, key=lambda m: (len(m.name.split()) < 2, m.line)):
        parsed = parse_name(mention.name)
        key = parsed.family.split()[-1].lower() if parsed.family else mention.name.lower()
        known, full = by_family.get(key, []), len(people) >= MAX_PEOPLE
        person = next((p for p in known if p.name == mention.name), None)
        if person is None and not full:
            person = next((p for p in known[:NAMESAKES] if _same(p.parsed, parsed)), None)
        if person is None:
            if full:
                continue
            person = _Person(mention.name, parsed)
            people.append(person)
            by_family.setdefault(key, []).append(person)
        if len(person.mentions) < MAX_MENTIONS:
            person.mentions.append(mention)
    people.sort(key=lambda p: min(m.line for m in p.mentions))
    return people


def _same(a: PersonName, b: PersonName) -> bool:
    return compare(a, b).verdict != "different"


def _found(person: _Person, owner: Owner, page: PageText, houses: ParagraphHouses) -> PersonFound | None:
    held = [m for m in person.mentions if m.posts]
    if not held:
        return None
    best = at_home(fuller(max(held, key=authority), held), held, owner)
    posts = [(mention, post) for mention in sorted(held, key=authority, reverse=True) for post in mention.posts]
    chosen = best.posts[0]
    organization, stated = _organization(best, chosen, posts, owner, houses)
    clinical = _clinical(person)
    house = organization or _page_house(best, chosen, owner)
    leader = judge(
        chosen, house, owner, page.text, _holder(best, chosen, page, house, stated=stated, clinical=clinical)
    )
    if leader is not True:
        for mention, post in posts:
            if mention.source == "heading":
                continue
            placed = post.organization or mention.organization
            if leader is False and not placed and not _is_held_besides(mention, post, stated=stated):
                continue  # a title without a place says no more than the one that was judged
            other, other_stated = _organization(mention, post, posts, owner, houses)
            house = other or _page_house(mention, post, owner)
            holder = _holder(mention, post, page, house, stated=other_stated, clinical=clinical)
            if judge(post, house, owner, page.text, holder):
                best, chosen, organization, stated, leader = mention, post, other, other_stated, True
                break
    if leader and chosen.kind == "board" and any(m.prefix.lower().strip(".") in _POLITICIANS for m in person.mentions):
        leader = None  # "Rep. Roe, chair of the health committee"
    since = _since(best, chosen, person, page)
    name = _shown_name(person)
    return PersonFound(
        name=name,
        credentials=_credentials(person),
        title=without_house(chosen.title, organization),
        organization=organization,
        since=since,
        status=best.status,
        leader=leader,
        quote=best.quote,
        also=_also(chosen, posts, houses, since),
        inferred=bool(organization) and not stated,
        listed=best.source in ("card", "heading"),
    )


def _is_held_besides(mention: Mention, post: PostSpan, *, stated: bool) -> bool:
    """Whether a title without a place is another post than the one judged, here and for this house.

    An office of a board beside work elsewhere ("Returning as chair is Bo Lim, president of Lim Builders"), or a post
    held for a time beside an own one.
    """
    if mention.source not in {"before", "event"}:
        return False
    return post.kind == "board" if stated else mention.status in {"interim", "acting"}


def _holder(mention: Mention, post: PostSpan, page: PageText, house: str, *, stated: bool, clinical: bool) -> Holder:
    in_care = bool(house) or (mention.source in ("card", "heading") and not mention.parted)
    if not in_care:  # what the sentence says is asked only where no house tells
        sentence = near(mention, page.lines)
        in_care = gives_care(sentence) or any(map(is_health, organizations_in(sentence)))
    of_care = not house and not mention.parted and is_of_care(mention, post.title, page.lines)
    return Holder(mention.status, stated, clinical, mention.seated, in_care, of_care)


def _shown_name(person: _Person) -> str:
    """The most complete printed form, the page's own card before prose."""
    ranked = sorted(person.mentions, key=lambda m: (-(len(m.name.split()) > 1), not _is_carded(m), -m.weight, m.line))
    best = ranked[0].name
    return parse_name(best).display if best.isupper() else best


def _is_carded(mention: Mention) -> bool:
    return mention.source in ("card", "heading") and bool(mention.posts)


def _clinical(person: _Person) -> bool:
    return any(_is_clinician(m) or m.prefix.lower().startswith("dr") for m in person.mentions)


def _is_clinician(mention: Mention) -> bool:
    return any(is_clinical(c) for c in mention.credentials)


def _has_clinicians(mentions: list[Mention]) -> bool:
    """Whether a sixth of the people on cards are clinicians or lead nurses: so many sit in no other leadership."""
    clinicians = sum(1 for m in mentions if _is_clinician(m) or leads_nurses(m.posts))
    return clinicians > 0 and 6 * clinicians >= len(mentions)


def _credentials(person: _Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.strip(" ,") for m in person.mentions for c in m.credentials))


def _organization(
    mention: Mention, post: PostSpan, posts: list[tuple[Mention, PostSpan]], owner: Owner, houses: ParagraphHouses
) -> tuple[str, bool]:
    """Where the post is held, and whether the words beside the title say so."""
    for stated in (post.organization, mention.organization):
        if stated and not is_generic(stated) and not _is_campus(stated, owner):
            return stated.strip(" ,"), True
    key = title_key(post.title)
    for other, same in posts:
        place = same.organization or other.organization
        place = other.organization if other.organization and is_generic(place) else place
        one = title_key(same.title) & key and is_one_time(other.status, mention.status)
        if place and one and not is_generic(place) and not _is_campus(place, owner):
            return (owner.name, False) if owner.name.startswith(place + " ") else (place.strip(" ,"), True)
    away = mention.parted or is_elsewhere(post) or is_of_government(post, owner.name)
    return ("" if away else houses.of(mention)), False


def _is_campus(place: str, owner: Owner) -> bool:
    """Whether a place is only the town of a house that the page names: "Executive Director, Oakdale" of its homes."""
    return bool(owner.name) and any(house.endswith(f" of {place}") for house in owner.organizations)


def _page_house(mention: Mention, post: PostSpan, owner: Owner) -> str:
    """The page's house for judging a post whose own is not told: of the owner's field, unless it is said elsewhere."""
    return "" if mention.parted or is_elsewhere(post) else owner.name


def _since(best: Mention, chosen: PostSpan, person: _Person, page: PageText) -> PartialDate | None:
    """When the chosen post began: what was held for a time before it, or taken again, did not begin it."""
    if start := _start_told(best, page):
        return start
    key, for_a_time = title_key(chosen.title), _is_for_a_time(best, chosen)
    for mention in sorted(person.mentions, key=authority, reverse=True):
        one = any(
            titles_alike(key, title_key(post.title)) and _is_for_a_time(mention, post) == for_a_time
            for post in mention.posts
        )
        if one and mention.status != "former" and (start := _start_told(mention, page)):
            return start
    if any(m.source == "event" for m in person.mentions):
        lines = sorted({m.line for m in person.mentions if m.source == "event"})
        return start_after(page, lines, chosen.title)
    return None


def _start_told(mention: Mention, page: PageText) -> PartialDate | None:
    """The beginning that a mention tells; None for the date on which a post was taken again."""
    if mention.since is None:
        return None
    line = page.lines[mention.line].text[:MAX_LINE]
    told = next((sentence for sentence in sentences(line) if mention.quote in sentence), line)
    return None if is_taken_again(told, mention.since, page.published) else mention.since


def _is_for_a_time(mention: Mention, post: PostSpan) -> bool:
    return is_for_a_time(mention.status) or is_for_a_time(post.title)


def _also(
    chosen: PostSpan, posts: list[tuple[Mention, PostSpan]], houses: ParagraphHouses, since: PartialDate | None
) -> tuple[Post, ...]:
    """The other posts; one that began before the shown one and is told in the past has ended."""
    found: list[Post] = []
    seen = [title_key(chosen.title)]
    for mention, post in posts:
        key = title_key(post.title)
        place = post.organization or mention.organization
        vague = mention.source == "predicate" and mention.weight <= VAGUE
        if mention.status == "former" or vague or any(titles_alike(key, other) for other in seen):
            continue
        seen.append(key)
        earlier = since and mention.since and mention.source == "event" and mention.since < since
        home = "" if mention.parted or is_elsewhere(post) else houses.of(mention)
        found.append(
            Post(
                post.title,
                place or home,
                mention.since,
                None,
                "former" if earlier and mention.weight < WEIGHT["apposition"] else mention.status,
                mention.quote,
                inferred=not place and bool(home),
                listed=mention.source in ("card", "heading"),
            )
        )
    return tuple(found)
