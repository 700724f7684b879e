"""When a page was published: what it says of itself first, then its dateline, its address, and htmldate last.

A copyright year is never a date: htmldate's own default calls "(c) 2024" the 1st of January 2024, so it is asked in its
strict mode only, and its answer counts only when that day stands in the page.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from html import unescape

import lxml.etree
import lxml.html

from research.pages import json_ld
from research.pages.dates import dates_in, holds_day, whole_date
from research.pages.late_regex import late_regex
from research.pages.model import PageText
from research.types import PartialDate

_META = late_regex(r"<meta\s[^<>]{1,1000}>", re.IGNORECASE)
_ATTRIBUTE = late_regex(r"""(?<![\w:-])([a-zA-Z:_-]{1,40})\s{0,5}=\s{0,5}(?:"([^"<>]{0,500})"|'([^'<>]{0,500})')""")
_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "article.published",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
)
_CHANGED = late_regex(r"<meta\s[^<>]{0,300}(?:modified|updated|lastmod|revised)[^<>]{0,300}>", re.IGNORECASE)
_TIME = late_regex(r"<time\b([^<>]{0,800})>([^<>]{0,80})", re.IGNORECASE)
_DAY_IN_URL = late_regex(r"(?<!\d)((?:19|20)\d\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_IN_URL = late_regex(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=[/_.-])")
_PAREN_DATELINE = late_regex(r"^[^()]{0,80}\(([A-Za-z]{3,9}\.? \d{1,2},? \d{4})\)\s{0,3}[-–—]{1,2}")
_CITY_DATELINE = late_regex(
    r"^[A-Z][^()\n]{1,60}?[,(–—-]{1,2} {0,2}((?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
    r"[^A-Za-z\n]{0,4}(?:/[A-Za-z -]{3,30}/)?\s{0,3}(?:[-–—]{1,3}|\)|:)"
)
_LABEL = late_regex(
    r"^(?:posted|published|date|released?|for immediate release|updated and published|news release)"
    r"(?: (?:on|date|at))?\s{0,2}[:|–—-]?\s{0,2}",
    re.IGNORECASE,
)
_YEAR = late_regex(r"(?:19[3-9]|20\d)\d")
_DAY_BEHIND = late_regex(r"-\d\d-\d\d")
_MONTH_AND_DAY = 40
"""Characters before a year that can be of its date: "30th   of   September.,   " has 26."""
_MANY_YEARS = 5_000
_HEAD_LINES = 12
_LISTING = 4
"""A page with as many lines that are dates is a list of things with dates, not one article."""


def published(page: PageText, markup: str = "", structured: Sequence[dict[str, object]] = ()) -> PartialDate | None:
    """The page's own date, None when it states none. `markup` is "" for a plain text.

    Order: JSON-LD, `meta`, a marked `time`, the dateline, the address, htmldate. The dateline goes before the address,
    since a post can be put up again under a newer one.
    """
    said = whole_date(json_ld.published(structured)) if structured else None
    if said is None and markup:
        said = _meta_date(markup) or _time_date(markup)
    said = said or _dateline(page) or url_date(page.url)
    if said is None and markup and page.kind not in ("people", "biography"):
        said = _strict_guess(markup)
    return said


def _meta_date(markup: str) -> PartialDate | None:
    stated: dict[str, str] = {}
    for match in _META.finditer(markup[:400_000]):
        attributes = {name.lower(): a or b for name, a, b in _ATTRIBUTE.findall(match.group(0))}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if attributes.get("content"):
            stated.setdefault(name.lower(), unescape(attributes["content"]))
    for name in _META_NAMES:
        if name in stated and (day := whole_date(stated[name])):
            return day
    return None


def _time_date(markup: str) -> PartialDate | None:
    """The date of a `time` that is marked as the publication, or of the page's only one."""
    found = []
    for match in _TIME.finditer(markup):
        attributes = {name.lower(): (a or b) for name, a, b in _ATTRIBUTE.findall(match.group(1))}
        day = whole_date(attributes.get("datetime", "")) or whole_date(unescape(match.group(2)))
        marks = " ".join((attributes.get("itemprop", ""), attributes.get("class", ""), match.group(1))).lower()
        if day and ("datepublished" in marks or "pubdate" in marks or "published" in marks):
            return day
        if day:
            found.append(day)
    return found[0] if len(set(found)) == 1 else None


def _dateline(page: PageText) -> PartialDate | None:
    lines = [line.text for line in page.lines if not line.furniture]
    for line in lines[:_HEAD_LINES]:
        if day := dateline(line):
            return day
    alone = [day for line in lines if len(line) < 60 and (day := whole_date(_LABEL.sub("", line))) and day.day]
    if not alone or len(alone) >= _LISTING:
        return None
    for line in lines[:_HEAD_LINES]:
        if len(line) < 60 and (day := whole_date(_LABEL.sub("", line))) and day.day:
            return day
    return None


def dateline(line: str) -> PartialDate | None:
    """The date with which a report begins: "RIVERTON, Iowa – (April 12, 2017) – ..."; None when it has none."""
    for pattern in (_PAREN_DATELINE, _CITY_DATELINE):
        if (match := pattern.match(line[:250])) and (day := whole_date(match.group(1))):
            return day
    return None


def url_date(url: str) -> PartialDate | None:
    """The date in an address: /2025/01/02/, /2019-01-10.title, /2025/10/ (a month); None when there is none."""
    path = re.sub(r"^[a-z]{2,6}://[^/]{1,300}", "", url[:2000])
    for match in _DAY_IN_URL.finditer(path):
        try:
            return PartialDate(*map(int, match.groups()))
        except ValueError:
            continue
    month = _MONTH_IN_URL.search(path)
    return PartialDate(int(month.group(1)), int(month.group(2))) if month else None


def _may_hold_day(markup: str) -> bool:
    """Whether a whole day stands in the markup: a year with month and day behind it or before it."""
    for number, year in enumerate(_YEAR.finditer(markup)):
        start, end = year.span()
        if _DAY_BEHIND.match(markup, end) or holds_day(markup[max(start - _MONTH_AND_DAY, 0) : end]):
            return True
        if number >= _MANY_YEARS:
            return True
    return False


def _strict_guess(markup: str) -> PartialDate | None:
    markup = _TIME.sub(" ", _CHANGED.sub(" ", markup))  # a date of change, or one of several times, is no answer
    if not _may_hold_day(markup):
        return None  # no answer could stand in the page; and htmldate takes 0.2 s to load
    # A tree is handed over, never a string: htmldate would fetch a string that looks like an address.
    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), lxml.html.HTMLParser(encoding="utf-8"))
        guess = htmldate.find_date(tree, extensive_search=False, original_date=True)
    except (ValueError, TypeError, lxml.etree.LxmlError, RecursionError):
        return None
    day = whole_date(guess) if guess else None
    if guess is None or day is None:
        return None
    stands = guess in markup or any(found.date == day for found in dates_in(markup[:2_000_000]))
    return day if stands else None
