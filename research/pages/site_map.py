"""Where an organization's site tells of its leaders, its mission and its news: links ranked by their words.

Pure functions from a page or site map to addresses. Only the site itself counts: its registered domain and the
subdomains of it (`same_site`). Nothing here fetches.
"""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from lxml import etree

from research.hosts import host_of
from research.names import fold_letters, parse_name
from research.pages.feeds import web_link
from research.parse import fold, text_from

Purpose = Literal["leadership", "board", "about", "newsroom"]

LINK_LIMIT = 3000
"""Most links read of one page or site map: a map may hold 50,000, and the first ones are the plain pages."""

_UNPACKED_LIMIT = 20_000_000
_PAGE_LIMIT = 3_000_000
_WORDS_LIMIT = 200

# Second-level labels under which countries register names (co.uk, org.au, ac.nz).
_SECOND_LEVEL = frozenset(
    {"ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "govt", "gv", "health", "med", "mil", "ne", "net", "nhs",
     "nom", "or", "org", "sch"}
)  # fmt: skip
# Places where each customer has a subdomain of a stranger's domain: two names there are two sites.
_SHARED_HOSTS = (
    "amazonaws.com", "azurewebsites.net", "blogspot.com", "cloudfront.net", "duckdns.org", "firebaseapp.com",
    "github.io", "godaddysites.com", "herokuapp.com", "myshopify.com", "netlify.app", "onrender.com", "pages.dev",
    "site.com", "squarespace.com", "vercel.app", "web.app", "website-files.com", "webflow.io", "weebly.com",
    "wixsite.com", "wordpress.com", "workers.dev", "wpengine.com",
)  # fmt: skip

_WORDS: tuple[tuple[Purpose, float, str], ...] = (
    ("leadership", 10, r"(?:executive|senior|our|hospital|system|meet our|meet the)[- ]leader(?:s|ship)?(?:[- ]team)?"),
    ("leadership", 9, r"leadership(?:[- ](?:team|directory|and[- ]governance|bios))?|executive[- ]team|executives"),
    ("leadership", 7, r"(?:senior[- ])?management(?:[- ]team)?|administrative[- ]team|c[- ]suite|our[- ]leaders"),
    ("leadership", 5, r"administration|our[- ]team|meet[- ]the[- ]team"),
    ("board", 8, r"board[- ]of[- ](?:directors|trustees|governors|managers|commissioners)|trustees|board[- ]members"),
    ("board", 6, r"governance|governing[- ]board|the[- ]board|our[- ]board|board"),
    ("newsroom", 9, r"newsroom|news[- ]room|press[- ]room|media[- ]room|press[- ]releases?|news[- ]releases?"),
    ("newsroom", 6, r"news(?:[- ](?:and|&)[- ](?:events|media|stories))?|media[- ]center|(?:latest|in[- ]the)[- ]news"),
    ("about", 6, r"about(?:[- ]us)?|who[- ]we[- ]are|our[- ](?:mission|story)"),
    ("about", 6, r"mission(?:[- ](?:vision|statement|and)[a-z -]{0,30})?"),
)  # fmt: skip
_COMPILED = tuple((purpose, score, re.compile(rf"(?:{pattern})", re.IGNORECASE)) for purpose, score, pattern in _WORDS)

# The same words on pages that are about something else: courses, giving, vacancies, finding a physician, board exams.
_ELSEWHERE = re.compile(
    r"careers?|jobs?\b|donat|giving|foundation-events|academy|leadership[- ](?:program|development|training|institute|"
    r"conference|circle|council-application|giving)|find[- ]a|physician-finder|providers?\b|doctors?\b|patients?[-/ ]|"
    r"board[- ]certif|job[- ]board|message[- ]board|whiteboard|residen(?:cy|ts)|fellowship|calendar|login|sign[- ]in|"
    r"privacy|cart|/tag/|/author/|/category/|volunteer|newsletter|media[- ]kit|case[- ]management|pain[- ]management|"
    r"disease[- ]management|weight[- ]management|medication|records[- ]management|stroke|food",
    re.IGNORECASE,
)
_OTHER_LANGUAGE = re.compile(r"^/(?:es|fr|de|zh|zh-hans|ru|vi|ko|ar|pt|ht|so|hmn)(?:-[a-z]{2})?(?:/|$)", re.IGNORECASE)
_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|ico|css|js|mp[34]|mov|avi|zip|gz|docx?|xlsx?|pptx?|ics|xml|json|txt|pdf)$",
    re.IGNORECASE,
)
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_FEED_PATH = re.compile(r"(?:/feed/?|/rss/?|/atom/?|\.rss|/rss\.xml|/feed\.xml|/atom\.xml|/index\.xml)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the words that it is shown with."""

    url: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link that seems to lead to a page with this purpose; a higher score is a plainer sign."""

    url: str
    purpose: Purpose
    score: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class SiteMap:
    """What one site map lists: pages, and further site maps."""

    pages: tuple[str, ...] = ()
    maps: tuple[str, ...] = ()


def registered_domain(host: str) -> str:
    """The part of a host that its owner registered; when in doubt the longer one, so that sites stay apart."""
    labels = host.split(".")
    if len(labels) <= 2 or host.replace(".", "").isdigit() or ":" in host:
        return host
    for shared in _SHARED_HOSTS:
        if host.endswith("." + shared):
            return ".".join(labels[-(shared.count(".") + 2) :])
    if labels[-1] == "us" and len(labels[-2]) == 2:
        return ".".join(labels[-4:])  # county.gen.ca.us, city.state.us: localities register below the state
    if len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def same_site(address: str, other: str) -> bool:
    """Whether both addresses belong to one registered domain. Never true of an empty or unreadable address."""
    one, two = host_of(address), host_of(other)
    return bool(one and two) and registered_domain(one) == registered_domain(two)


def home_of(website: str) -> str:
    """The home page of a site given as address or bare domain; "" when it is neither."""
    address = website.strip()
    if "//" not in address:
        address = f"https://{address}"
    link = web_link(address)
    if not link or "." not in host_of(link):
        return ""
    parts = urlsplit(link)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", ""))


def links_of(html: str, base: str) -> tuple[Link, ...]:
    """The web links of a page with their words, absolute, each once, in the page's order.

    One walk over the tree, so that the time grows with the page's length only, however it is nested.
    """
    root = _tree(html)
    base = _base(root, base)
    found: dict[str, str] = {}
    for href, words in _anchors(root):
        address = _absolute(href, base)
        if address and not (address in found and len(found[address]) >= len(words)):
            found[address] = words
        if len(found) >= LINK_LIMIT:
            break
    return tuple(Link(url, words) for url, words in found.items())


def _anchors(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Address as written and words of each anchor; the words of an image's link are its label."""
    waiting: list[list[str]] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_anchor = element.tag == "a" and element.get("href") is not None
        if event == "start":
            if is_anchor:
                waiting.append([])
            if waiting and element.text and element.tag not in ("script", "style"):
                waiting[-1].append(element.text[:_WORDS_LIMIT])
            continue
        if is_anchor:
            words = fold(" ".join(waiting.pop()[:_WORDS_LIMIT]))[:_WORDS_LIMIT]
            label = element.get("aria-label") or element.get("title") or ""
            yield str(element.get("href")), words or fold(label)[:_WORDS_LIMIT]
        if waiting and element.tail:
            waiting[-1].append(element.tail[:_WORDS_LIMIT])


def feed_links(html: str, base: str) -> tuple[Link, ...]:
    """The feeds that a page declares (`link rel=alternate`), then those that it links to; comment feeds left out."""
    root = _tree(html)
    base = _base(root, base)
    found: dict[str, str] = {}
    for tag in root.iter("link"):
        relation, kind = (tag.get("rel") or "").lower().split(), (tag.get("type") or "").lower().strip()
        if "alternate" in relation and kind in _FEED_TYPES and len(found) < LINK_LIMIT:
            found.setdefault(_absolute(tag.get("href") or "", base), fold(tag.get("title") or ""))
    for link in links_of(html, base):
        if is_feed_address(link.url):
            found.setdefault(link.url, link.words)
    return tuple(
        Link(url, words) for url, words in found.items() if url and "comment" not in f"{url} {words}".lower()
    )  # fmt: skip


def is_feed_address(address: str) -> bool:
    """Whether the path looks like a feed's."""
    return bool(_FEED_PATH.search(urlsplit(address).path[-200:]))


def read_site_map(body: bytes, charset: str = "") -> SiteMap:
    """The pages and further maps of a site map: XML or plain text, also packed with gzip. Empty for anything else."""
    if body[:2] == b"\x1f\x8b":
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
                body = packed.read(_UNPACKED_LIMIT)
        except (OSError, EOFError):
            return SiteMap()
    text = text_from(body, charset).lstrip("\ufeff \t\r\n")
    if not text.startswith("<"):
        return SiteMap(pages=_web_links(text.splitlines()[:LINK_LIMIT]))
    if "<!entity" in text[:200_000].lower() or text[:200].lower().startswith(("<!doctype html", "<html")):
        return SiteMap()
    return _xml_site_map(re.sub(r"^<\?xml[^>]{0,300}\?>", "", text).encode("utf-8", "replace"))


def _xml_site_map(body: bytes) -> SiteMap:
    pages: list[str] = []
    maps: list[str] = []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return SiteMap()
    if root is None:
        return SiteMap()
    for place in root.iter("{*}loc"):
        parent = place.getparent()
        name = etree.QName(parent).localname if parent is not None else ""
        (maps if name == "sitemap" else pages).append(place.text or "")
        if len(pages) + len(maps) >= LINK_LIMIT:
            break
    return SiteMap(_web_links(pages), _web_links(maps))


def _web_links(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link for address in addresses if (link := web_link(address))))


def rank(links: Iterable[Link], site: str) -> tuple[PageLink, ...]:
    """The site's own pages that seem to tell of leaders, board, organization or news, plainest first, each once."""
    best: dict[str, PageLink] = {}
    for link in links:
        if not same_site(link.url, site) or _NO_PAGE.search(urlsplit(link.url).path[-200:]):
            continue
        found = _purpose(link)
        if found and (link.url not in best or found.score > best[link.url].score):
            best[link.url] = found
    return tuple(sorted(best.values(), key=lambda page: (-page.score, page.url)))


def _purpose(link: Link) -> PageLink | None:
    path = unquote(urlsplit(link.url).path)[:300]
    segments = [segment.replace("_", "-") for segment in path.split("/") if segment]
    if not segments:
        return None
    last = re.sub(r"\.(?:html?|php|aspx?|cfm)$", "", segments[-1])
    best: PageLink | None = None
    for purpose, worth, pattern in _COMPILED:
        # The last part of the path says what the page is; a part before it, that the page is one among several there.
        score = worth * (0.6 if pattern.fullmatch(last) else 0.4 if pattern.match(last) else 0)
        score += worth * (0.5 if pattern.fullmatch(link.words) else 0.25 if pattern.match(link.words) else 0)
        if score and (best is None or score > best.score):
            best = PageLink(link.url, purpose, score, link.words)
    if best is None:
        return None
    penalty = 1.0 + 0.4 * max(0, len(segments) - 2)
    penalty += 9.0 if _ELSEWHERE.search(path) or _ELSEWHERE.search(link.words) else 0.0
    penalty += 9.0 if _OTHER_LANGUAGE.match(path) else 0.0
    score = round(best.score - penalty, 2)
    return PageLink(best.url, best.purpose, score, best.words) if score > 0 else None


def naming(links: Iterable[Link], name: str, site: str) -> tuple[str, ...]:
    """The site's own pages whose path or words hold a person's first and last name: their biography or a story."""
    asked = parse_name(name)
    if not asked.given or not asked.family:
        return ()
    wanted = set(_words(f"{asked.given} {asked.family}"))
    found = []
    for link in links:
        if not same_site(link.url, site) or _NO_PAGE.search(urlsplit(link.url).path[-200:]):
            continue
        last_part = unquote(urlsplit(link.url).path).rstrip("/").rpartition("/")[2][:300].replace("_", "-")
        if wanted <= set(_words(last_part)) or wanted <= set(_words(link.words)):
            found.append(link.url)
    return tuple(dict.fromkeys(found))


def _words(text: str) -> list[str]:
    return re.findall(r"\w{1,60}", fold_letters(text))


def _tree(html: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(html[:_PAGE_LIMIT].encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return etree.Element("html") if root is None else root


def _base(root: etree._Element, base: str) -> str:
    tag = root.find(".//base[@href]")
    return base if tag is None else _absolute(tag.get("href") or "", base) or base


def _absolute(address: str, base: str) -> str:
    try:
        return web_link(urljoin(base, address.strip()))
    except ValueError:
        return ""
