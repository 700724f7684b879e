"""The main text and the headline of a page with one report on it.

The main text comes from trafilatura (`fast`: F1 0.962 at 15 ms a page, the best of six measured). It drops people grids
and short pages, so the whole cleaned text of the page is the fallback. Nothing here can fetch: a parsed tree goes in.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import Any

import lxml.etree
import lxml.html
from lxml import etree

from research.pages import json_ld
from research.pages.html_lines import drop_hidden
from research.pages.late_regex import late_regex
from research.pages.model import PageText
from research.parse import fold

MIN_SHARE = 0.25
"""A main text that is a smaller part of the page's own lines than this has lost the page, and is not used."""
MIN_CHARACTERS = 200
MAX_HEADLINE = 300

_OPEN_GRAPH = late_regex(r"<meta\s[^<>]{0,500}>", re.IGNORECASE)
_ATTRIBUTE = late_regex(r"""(?<![\w:-])([a-zA-Z:_-]{1,40})\s{0,5}=\s{0,5}(?:"([^"<>]{0,500})"|'([^'<>]{0,500})')""")
_LOWEST_HEADLINE = 6
_LABEL = late_regex(
    r"\A(?:(?:latest |our |all )?(?:news|press)(?: (?:articles?|archives?|releases?|room|& events"
    r"|and events))?|newsroom|blog|articles?|"
    r"media|stories|home|menu|search|[\w-]{2,40}\.(?:org|com|net|edu|gov))",
    re.IGNORECASE,
)
_SEPARATOR = late_regex(r"\s{1,3}[|»·•–—-]{1,2}\s{1,3}")


def main_text(markup: str, page: PageText) -> str:
    """The report's text without the page's frame; the text of the page's own lines where no report is found."""
    whole = "\n".join(line.text for line in page.lines if not line.furniture)
    found = _by_trafilatura(markup)
    if len(found) < max(MIN_CHARACTERS, MIN_SHARE * len(whole)):
        return whole
    return found


def _by_trafilatura(markup: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), lxml.html.HTMLParser(encoding="utf-8"))
        drop_hidden(tree)
        etree.strip_elements(tree, "template", "noscript", with_tail=False)
        return trafilatura.extract(tree, fast=True, include_comments=False) or ""
    except (ValueError, TypeError, AttributeError, lxml.etree.LxmlError, RecursionError):
        return ""  # the fallback is the page itself; one odd page is no error


def headline_of(page: PageText, markup: str = "", structured: Sequence[dict[str, Any]] = ()) -> str:
    """The report's headline: JSON-LD where a reader sees it too, the first heading, the title for others, its `title`.

    For a plain text: the first line, if it stands by itself as a heading does. "" when there is none.
    """
    said = unescape(json_ld.headline(structured)) if structured else ""
    if said and not stands_on(page, said) and _first_heading(page):
        said = ""  # what only machines are told heads no page that has a heading of its own
    if not said and markup:
        said = _first_heading(page) or _without_site(_og_title(markup), page.site_name)
        said = said or _without_site(page.title, page.site_name)
    if not said and not markup:
        said = _first_line(page)
    return fold(unescape(said))[:MAX_HEADLINE]


def stands_on(page: PageText, words: str) -> bool:
    """Whether a reader of the page sees the words, whatever their case and marks, in its text or its title."""
    return _plain(words) in _plain(f"{page.title}\n{page.text}")


@lru_cache(maxsize=4)  # a page is asked for its headline and for its publisher
def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _first_heading(page: PageText) -> str:
    """The first heading of the highest level that is no name of the site and no label such as "News"."""
    frame = {page.site_name.casefold(), page.title.casefold() if len(page.title.split()) < 3 else ""}
    own = [
        line
        for line in page.lines
        if line.role == "heading" and not line.furniture and len(line.text) > 2 and not _is_label(line.text, frame)
    ]
    highest = min((line.level for line in own), default=0)
    return next((line.text for line in own if line.level == highest and highest <= _LOWEST_HEADLINE), "")


def _is_label(text: str, frame: set[str]) -> bool:
    return text.casefold().strip() in frame or bool(_LABEL.fullmatch(text.strip()))


def _og_title(markup: str) -> str:
    for match in _OPEN_GRAPH.finditer(markup[:400_000]):
        attributes = {name.lower(): a or b for name, a, b in _ATTRIBUTE.findall(match.group(0))}
        if (attributes.get("property") or attributes.get("name") or "").lower() in ("og:title", "twitter:title"):
            return unescape(attributes.get("content", ""))
    return ""


def _without_site(title: str, site: str) -> str:
    """ "Headline | Riverton Hospital" without the site's name; the title itself where the parts do not tell."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) > 1 and site:
        others = [part for part in parts if part.casefold() != site.casefold()]
        return " - ".join(others) if len(others) == 1 else title
    return max(parts, key=len) if len(parts) > 1 and len(max(parts, key=len)) > 25 else title


def _first_line(page: PageText) -> str:
    lines = [line.text.strip() for line in page.lines if line.text.strip()]
    if len(lines) < 2 or len(lines[0]) > 200 or len(lines[0].split()) < 3:
        return ""
    first = lines[0]
    # A heading ends without a stop and is followed by something longer or by a list.
    if first.endswith((".", ":", ";", ",")) and not first.endswith(("Inc.", "Jr.", "Sr.", "M.D.", "U.S.")):
        return ""
    return first
