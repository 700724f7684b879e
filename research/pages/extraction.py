"""From the bytes of one page, text, feed or PDF to everything that it says: the way through the readers, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from research.characters import harmless
from research.hidden_markup import without_comments
from research.pages import json_ld
from research.pages.article import headline_of, main_text, stands_on
from research.pages.awards import awards_of
from research.pages.career import posts_of
from research.pages.columns import in_columns
from research.pages.content import MAX_TEXT, Content, content_of
from research.pages.continuation import with_continuations
from research.pages.education import degrees_of
from research.pages.feeds import read_feed
from research.pages.held_posts import around
from research.pages.html_lines import holds_codes, read_html
from research.pages.lines import read_text
from research.pages.model import Degree, Extract, PageText, PersonFound, Post, Program, Saying
from research.pages.organization_programs import may_tell_deeds, organization_programs
from research.pages.page_date import published
from research.pages.pdf_text import pdf_pages
from research.pages.people import people_of
from research.pages.profile_sections import listed_degrees
from research.pages.programs import programs_of
from research.pages.run_on_lists import on_lines
from research.pages.sayings import sayings_in
from research.pages.standing import standing_of
from research.pages.turns import without_unsure
from research.pages.wrapping import unwrapped
from research.parse import fold, shorten
from research.posts import same_post, undoubled
from research.types import QUOTE_LIMIT

MAX_LINES = 4_000
"""Lines of one page that are read; the longest labelled page has fewer than a thousand."""
FEED_ITEMS = 50
"""Items of a feed that are read for people; feeds hold 10 to 50."""


def extract(body: bytes | str, *, url: str = "", media_type: str = "", charset: str = "") -> Extract:
    """What a page, text, feed or PDF says: people with their posts and careers, programs, headline, date.

    `body` is at most 20 MB; what it is, is told by its content. `url`, `media_type` and `charset` are as the server
    gave them, or "". Every quote of the answer stands in the answer's `text`, white space folded.
    Raises: Unreadable, saying what was wrong.
    """
    content = content_of(body, media_type=media_type, charset=charset)
    if content.form == "pdf":
        return _of_pdf(body if isinstance(body, bytes) else body.encode("utf-8", "replace"), url)
    if content.form == "feed":
        return _of_feed(content, url)
    if content.form == "html":
        return _of_page(content, url)
    return _of_text(content.text, url, content.notes)


def _of_text(text: str, url: str, read: tuple[str, ...]) -> Extract:
    page, notes = _bounded(read_text(on_lines(unwrapped(in_columns(text))), url), read)
    written = fold(text)
    return _quoted_as_it_stands(_of_lines(_framed(page), lambda: page.text, notes), page, written.__contains__)


def _of_page(content: Content, url: str) -> Extract:
    markup = without_comments(content.text)
    page, notes = _bounded(read_html(markup, url), content.notes)
    page = _framed(replace(page, structured=json_ld.blocks(markup)), markup)
    body = str if page.kind not in ("article", "unknown") else lambda: main_text(markup, page)
    found = _of_lines(page, body, notes)
    if not holds_codes(markup):
        return found
    lines = [fold(line.text) for line in page.lines]
    return _quoted_as_it_stands(found, page, lambda quote: any(quote in line for line in lines))


def _quoted_as_it_stands(found: Extract, page: PageText, stands: Callable[[str], bool]) -> Extract:
    """The people with quotes that stand in the source as they are: `stands` tells it of words.

    Between two lines there may be what is no part of either, the mark of a list or codes that nobody reads, and words
    from both sides of it are no quotation. The line that states the post is quoted then, or else the name.
    """
    if all(stands(person.quote) for person in found.people):
        return found
    lines = [fold(line.text) for line in page.lines]

    def quoted(person: PersonFound) -> PersonFound:
        if stands(person.quote):
            return person
        titled = [line for line in lines if person.title and person.title in line]
        named = [line for line in titled if person.name in line]
        quotes = (quote for quote in (*named, *titled, person.name) if stands(quote[:QUOTE_LIMIT]))
        return replace(person, quote=next(quotes, "")[:QUOTE_LIMIT])

    return replace(found, people=tuple(map(quoted, found.people)))


def _framed(page: PageText, markup: str = "") -> PageText:
    """The page with what its frame says: headline, date, and whose it is."""
    publisher = "" if page.site_name else json_ld.publisher(page.structured)
    page = replace(page, site_name=page.site_name or (publisher if publisher and stands_on(page, publisher) else ""))
    return replace(
        page,
        headline=fold(harmless(headline_of(page, markup, page.structured) or (page.headline if markup else ""))),
        published=published(page, markup, page.structured) or page.published,
    )


def _bounded(page: PageText, notes: tuple[str, ...]) -> tuple[PageText, tuple[str, ...]]:
    """The page cut to MAX_LINES lines and MAX_TEXT characters, and the notes with what was cut."""
    if len(page.lines) <= MAX_LINES and len(page.text) <= MAX_TEXT:
        return page, notes
    lines, left = [], MAX_TEXT
    for line in page.lines[:MAX_LINES]:
        if left <= 0:
            break
        lines.append(line if len(line.text) <= left else replace(line, text=shorten(line.text, left)))
        left -= len(line.text) + 1
    cut = replace(page, lines=tuple(lines), text="\n".join(line.text for line in lines))
    return cut, (*notes, f"Only the first {len(lines):,} lines ({len(cut.text):,} characters) were read.")


def _of_pdf(body: bytes, url: str) -> Extract:
    text = "\n\n".join(pdf_pages(body))
    cut = (f"Only the first {MAX_TEXT:,} characters were read.",) if len(text) > MAX_TEXT else ()
    return replace(_of_text(text[:MAX_TEXT], url, cut), kind="pdf")


def _of_feed(content: Content, url: str) -> Extract:
    feed = read_feed(content.text)
    notes = content.notes if feed.complete else (*content.notes, "The feed breaks off; its whole items were read.")
    people: list[PersonFound] = []
    programs: list[Program] = []
    for item in feed.items[:FEED_ITEMS]:
        page = read_text(item.text, item.link or url)
        page = replace(page, kind="feed_item", headline=item.title, published=item.published, site_name=feed.title)
        found = _of_lines(page, partial(str, item.summary), ())
        people.extend(found.people)
        programs.extend(found.programs)
    text = "\n\n".join(item.text for item in feed.items[:FEED_ITEMS])
    newest = max((item.published for item in feed.items if item.published), default=None)
    return Extract("feed_item", tuple(people), tuple(programs), feed.title, newest, feed.title, text, notes)


def _of_lines(page: PageText, body: Callable[[], str], notes: tuple[str, ...]) -> Extract:
    """What the lines say; `body` gives the main text, which costs time and is asked for only where it is read."""
    found = without_unsure(with_continuations(people_of(page), page), page)
    said, listed = sayings_in(page, found), listed_degrees(page, found)
    people = tuple(
        _with_listed(_with_career(person, page, _others(person, found), said[number]), listed[number])
        for number, person in enumerate(found)
    )
    programs = organization_programs(page, body(), people) if may_tell_deeds(page, people) else ()
    return Extract(page.kind, people, programs, page.headline, page.published, page.site_name, page.text, notes)


def _others(person: PersonFound, found: Iterable[PersonFound]) -> tuple[str, ...]:
    return tuple(other.name for other in found if other.name != person.name)


def _with_career(person: PersonFound, page: PageText, others: tuple[str, ...], said: tuple[Saying, ...]) -> PersonFound:
    told = posts_of(replace(person, also=()) if person.also else person, others, page.published)
    previous = tuple(post for post in told if _was_held(post, person))
    return replace(
        person,
        # "In 2003 she was named manager" reads like a second post of today until the career is known.
        also=tuple(post for post in person.also if not any(_is_told_as_past(post, past) for past in previous)),
        previous=previous,
        education=tuple(replace(one, school=undoubled(one.school)) for one in degrees_of(person, others)),
        awards=awards_of(person, others),
        programs=programs_of(person, others),
        sayings=said,
    )


def _was_held(post: Post, person: PersonFound) -> bool:
    """Whether the passage of an earlier post says that it was held, not declined, imagined or another's."""
    near = (around(post.quote, passage) for passage in person.passages if post.quote and post.quote in passage)
    sentence, following = next(near, (post.quote, ""))
    return standing_of(sentence, person.name, post.title, following) != "not held"


def _with_listed(person: PersonFound, listed: tuple[Degree, ...]) -> PersonFound:
    """The person with the degrees of a list, unless the text has told the same school already."""
    told = {degree.school.casefold() for degree in person.education if degree.degree}
    more = tuple(dict.fromkeys(degree for degree in listed if degree.school.casefold() not in told))
    return replace(person, education=person.education + more) if more else person


def _is_told_as_past(post: Post, past: Post) -> bool:
    places = post.organization.lower(), past.organization.lower()
    one_place = not all(places) or places[0] in places[1] or places[1] in places[0]
    return one_place and same_post(post.title, past.title)
