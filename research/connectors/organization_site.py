"""The organization's own site: its leaders, its board, its mission, its feeds. What the organization says of itself.

From the home page to the pages that its links and site map offer; never to another site, never deeper than two links,
never more than the budget. For a person the pages that carry the name are read; for the organization its leadership,
board and about pages. robots.txt is obeyed by `http.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

from research.connector import Check, Drift
from research.connectors._page_claims import PAGE_PREDICATES, page_claims, read_page
from research.hosts import host_of
from research.organizations import same_name
from research.pages.feeds import plain_text
from research.pages.site_map import (
    Link,
    PageLink,
    feed_links,
    home_of,
    links_of,
    naming,
    rank,
    read_site_map,
    same_site,
)
from research.parse import cite, fold, stands_in, text_of
from research.types import Claim, Document, Query, Record, Request, Source

SOURCE = Source(
    key="organization_site",
    title="The organization's own site",
    home="https://www.rfc-editor.org/rfc/rfc9309",
    terms="",
    access="html",
    hosts=("*",),
    subjects=frozenset({"person", "organization"}),
    covers=PAGE_PREDICATES | {"organization_name", "organization_website", "feed", "mission", "officer"},
    trust=0.8,
    names_decide=True,
    keep_for=timedelta(days=7),
    min_interval_s=1.0,
    budget=12,
    wants=frozenset({"website"}),
    terms_note="Only pages that the site's robots.txt allows are read; facts and short extracts are kept.",
    attribution="The organization's own site",
    max_bytes=5_000_000,
)

CHECK = Check(
    Query("organization", "Mayo Clinic", website="https://www.mayoclinic.org"), frozenset({"organization_website"})
)

_DEEPEST = 2
# How many pages of each purpose are asked for, from the home page and from the pages behind it.
_FROM_HOME = {"leadership": 3, "board": 2, "about": 1}
_FOR_A_PERSON = {"leadership": 2, "board": 1}
_FROM_BEHIND = {"leadership": 2, "board": 1}
_FROM_MAP = {"leadership": 2, "board": 1}
_MOST_NAMED = 4
_FEWEST_LINKS = 3
"""Links to the site itself that its home page has at the least."""
_MOST_MAPS = 2
_PAGE_MAP = re.compile(r"page|main|about|content|site", re.IGNORECASE)
_OTHER_MAP = re.compile(r"image|video|post|news|provider|physician|doctor|location|event|blog|condition", re.IGNORECASE)
_SITE_NAME = tuple(
    re.compile(rf"<meta\s[^>]{{0,100}}?{one}[^>]{{0,100}}?{other}", re.IGNORECASE)
    for content in (r"""content=["']([^"'<>]{2,150})["']""",)
    for one, other in ((r"""og:site_name["']""", content), (content, r"og:site_name"))
)
_MISSION_LABEL = re.compile(r"(?:our |the )?mission(?: statement)?\s?:?", re.IGNORECASE)
_MISSION_SENTENCE = re.compile(r"(?:our mission is|(?:our )?mission(?: statement)?:)\s.{20,500}", re.IGNORECASE)


def start(query: Query) -> Iterator[Request]:
    """The pages that the user named on the site, and the home page."""
    home = home_of(query.website)
    if not home:
        return
    for url in query.urls[:_MOST_NAMED]:
        if same_site(url, home):
            yield _page(url, "named", 1, ())
    yield Request(home, carry=(("step", "home"), ("depth", "0")))


def _page(url: str, step: str, depth: int, chosen: Iterable[str]) -> Request:
    carry = (("step", step), ("depth", str(depth)), ("chosen", "\n".join(chosen)))
    return Request(url, carry=carry, not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """What the page says, and which pages to read next. Raises: Unreadable."""
    if document.status != 200:
        return
    if not same_site(query.website, document.url):
        yield Drift(f"{host_of(query.website)} forwards to another site: {host_of(document.url)}")
        return
    step = document.request.carried("step")
    if step == "map":
        yield from _from_map(document, query)
    elif _is_page(document):
        if step == "home" and query.kind == "organization":
            yield from _home(document)
        # The leaders' pages are read for the organization; a person's run reads the pages about the person.
        if step == "named" or query.kind == "organization":
            found = read_page(document)
            for claim in page_claims(found, document, query):
                yield claim
                yield from _officer(document, query, claim)
            yield from _mission(document, query, found.text)
        yield from _next(document, query, step)


def _is_page(document: Document) -> bool:
    return "html" in document.media_type and text_of(document).lstrip()[:1] == "<"


# --- where to go next ------------------------------------------------------------------------------------------------


def _next(document: Document, query: Query, step: str) -> Iterator[Request]:
    depth, chosen = _trail(document)
    if depth >= _DEEPEST or step == "named":
        return
    links = links_of(text_of(document), document.url)
    wanted = _named(links, query, document.url)
    most = _FROM_BEHIND if step != "home" else _FROM_HOME if query.kind == "organization" else _FOR_A_PERSON
    pages = _best(rank(links, document.url), most)
    new = [url for url in dict.fromkeys([*wanted, *(page.url for page in pages)]) if url not in chosen]
    seen = [*chosen, *new]
    for url in new:
        yield _page(url, "named" if url in wanted else "page", depth + 1, seen)
    if step == "home":
        yield _page(urljoin(document.url, "/sitemap.xml"), "map", 1, seen)


def _trail(document: Document) -> tuple[int, list[str]]:
    depth = document.request.carried("depth")
    chosen = [url for url in document.request.carried("chosen").split("\n") if url]
    return (int(depth) if depth.isdigit() and len(depth) < 3 else _DEEPEST), [*chosen, document.url]


def _named(links: Iterable[Link], query: Query, site: str) -> list[str]:
    return list(naming(links, query.name, site))[:_MOST_NAMED] if query.kind == "person" else []


def _best(pages: Iterable[PageLink], most: dict[str, int]) -> list[PageLink]:
    left = dict(most)
    best = []
    for page in pages:
        if left.get(page.purpose, 0) > 0:
            left[page.purpose] -= 1
            best.append(page)
    return best


def _from_map(document: Document, query: Query) -> Iterator[Request]:
    depth, chosen = _trail(document)
    found = read_site_map(document.body, document.charset)
    own = [url for url in found.maps if same_site(url, document.url)]
    if own and depth < _DEEPEST:
        likely = [url for url in own if not _OTHER_MAP.search(urlsplit(url).path)]
        likely.sort(key=lambda url: not _PAGE_MAP.search(urlsplit(url).path))
        for url in likely[:_MOST_MAPS]:
            yield _page(url, "map", depth + 1, chosen)
    links = [Link(url) for url in found.pages]
    wanted = _named(links, query, document.url)
    pages = [page.url for page in _best(rank(links, document.url), _FROM_MAP)]
    for url in dict.fromkeys([*wanted, *pages]):
        if url not in chosen:
            # What a map lists is read and not followed further.
            yield _page(url, "named" if url in wanted else "page", _DEEPEST, chosen)


# --- what the site says of itself ------------------------------------------------------------------------------------


def _record(document: Document) -> Record:
    """The site's own entry: one for all its pages, whatever each of them calls the house."""
    host = host_of(document.url)
    return Record(SOURCE.key, host, host, f"https://{host}/", "organization")


def _home(document: Document) -> Iterator[Claim]:
    text = text_of(document)
    if sum(same_site(link.url, document.url) for link in links_of(text, document.url)) < _FEWEST_LINKS:
        return  # an error page or a placeholder
    name = _site_name(text)
    record = _record(document)
    if name and stands_in(document, name):
        yield Claim(record, "organization_name", plain_text(name), cite(document, name, 0.8))
        yield Claim(record, "organization_website", home_of(document.url), cite(document, name, 0.9))
    for link in feed_links(text, document.url)[:3]:
        literal = next((spelled for spelled in _spellings(link.url) if spelled in text), "")
        if literal and same_site(link.url, document.url):
            yield Claim(record, "feed", link.url, cite(document, literal, 0.9))


def _officer(document: Document, query: Query, claim: Claim) -> Iterator[Claim]:
    """A leader that the site names with a present post in the house itself, told of the organization too."""
    post = claim.predicate in ("role", "board_seat") and claim.details.get("leader") == "yes"
    here = not claim.organization or same_name(claim.organization, query.name)
    if query.kind == "organization" and post and here and claim.status in ("current", "interim", "acting"):
        details = {"person": claim.record.label, "title": str(claim.value)}
        words = f"{claim.record.label}, {claim.value}"
        yield Claim(_record(document), "officer", words, claim.citation, status=claim.status, details=details)


def _site_name(text: str) -> str:
    """The site's name as the page's frame gives it: og:site_name, else the last part of the title."""
    for pattern in _SITE_NAME:
        named = pattern.search(text[:200_000])
        if named:
            return fold(named.group(1))
    title = re.search(r"<title[^>]{0,100}>([^<]{2,300})</title", text[:200_000], re.IGNORECASE)
    parts = re.split(r"\s(?:\||[–—-]|::)\s", fold(title.group(1))) if title else []
    names = [part for part in parts if not re.fullmatch(r"(?:home|welcome|home ?page)", part.strip(), re.IGNORECASE)]
    return names[-1].strip() if names else ""


def _spellings(url: str) -> tuple[str, ...]:
    path = urlsplit(url).path
    return (url, url.replace("&", "&amp;"), path) if len(path) > 1 else (url, url.replace("&", "&amp;"))


def _mission(document: Document, query: Query, text: str) -> Iterator[Claim]:
    """The mission where it is labelled so: a heading and the paragraph under it, or a sentence that begins with it."""
    if query.kind != "organization":
        return
    lines = [line for line in map(fold, text.split("\n")) if line]
    for position, line in enumerate(lines[:3000]):
        following = lines[position + 1] if position + 1 < len(lines) else ""
        words = ""
        if _MISSION_LABEL.fullmatch(line) and 30 <= len(following) <= 600 and following[-1] in '.!”"':
            words = following
        elif _MISSION_SENTENCE.fullmatch(line):
            words = line
        if words and stands_in(document, words):
            yield Claim(_record(document), "mission", words, cite(document, words, 0.9))
            return
