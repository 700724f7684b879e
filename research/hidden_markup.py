"""What of HTML no reader sees: one rule for all that take text out of it, so that nothing hidden becomes a quote."""

from __future__ import annotations

import re
from collections.abc import Mapping

ALWAYS_SHOWN = frozenset({"html", "body", "main", "article"})
"""Elements that hold the page: they are hidden only until a script has shown them."""

_UNSEEN = re.compile(
    r"(?:^|[;\s])(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)"
    r"|font-size\s{0,3}:\s{0,3}0(?:\.0{1,3})?(?:px|pt|em|rem|%)?\s{0,3}(?:;|!|$)"
    r"|(?:text-indent|left|top|margin-left)\s{0,3}:\s{0,3}-\d{3,6}(?:px|em|rem|vw|%)"
    r"|clip\s{0,3}:\s{0,3}rect\s{0,3}\(\s{0,3}[01](?:px)?[\s,])",
    re.IGNORECASE,
)
"""A style by which an element is not shown, has no size, or stands far outside the page."""
_INK = re.compile(r"(?:^|[;\s])color\s{0,3}:\s{0,3}([^;!]{1,40})", re.IGNORECASE)
_PAPER = re.compile(r"(?:^|[;\s])background(?:-color)?\s{0,3}:\s{0,3}([^;!]{1,40})", re.IGNORECASE)
_SHORT_COLOR = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])", re.IGNORECASE)
_NAMED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is marked as not shown: by `hidden`, `aria-hidden`, or a style of its own.

    Style sheets are not read: what a class hides is often shown by a click.
    """
    if not attributes or tag in ALWAYS_SHOWN:
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style", "")
    return bool(style) and (_UNSEEN.search(style) is not None or _is_ink_on_ink(style))


def _is_ink_on_ink(style: str) -> bool:
    """Whether a style sets letters in the color of their own background."""
    ink, paper = _INK.search(style), _PAPER.search(style)
    return ink is not None and paper is not None and _color(ink.group(1)) == _color(paper.group(1))


def _color(words: str) -> str:
    text = "".join(words.lower().split())
    short = _SHORT_COLOR.fullmatch(text)
    return "#" + "".join(2 * digit for digit in short.groups()) if short else _NAMED.get(text, text)


def without_comments(markup: str) -> str:
    """The markup without its comments; what looks like one within a script or a style stays. Linear in the markup."""
    if "<!--" not in markup:
        return markup
    low, kept, at, start = markup.lower(), [], 0, 0
    while True:
        comment = low.find("<!--", at)
        if comment < 0:
            break
        code = min((found for name in ("<script", "<style") if (found := low.find(name, at, comment)) >= 0), default=-1)
        if code >= 0:
            name = "</script" if low.startswith("<script", code) else "</style"
            end = low.find(name, code)
            if end < 0:
                break
            at = end
            continue
        end = low.find("-->", comment + 4)
        kept.append(markup[start:comment])
        if end < 0:
            return " ".join(kept)
        start = at = end + 3
    return " ".join((*kept, markup[start:]))
