"""What the logo of a page calls the site: its description, or the words in the box that the markup names after it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import etree

from research.characters import harmless
from research.parse import fold

LOGOS = 3
"""Images or boxes at the top of a page of which one may be its logo; later ones are those of partners."""
MIN_BRAND, MAX_BRAND = 4, 60
"""Characters of a site's name."""
_LOGO = re.compile(r"\A(?:([A-Z].{2,60}?)(?:[’']s?)?\s(?:[Ll]ogo|LOGO)|[Ll]ogo\s(?:of|for)\s(?:the\s)?(.{3,60}))\Z")
_BRANDED: Any = etree.XPath(
    "//*[self::a or self::img or self::div or self::span or self::p or self::h1]"
    "[contains(@class, 'logo') or contains(@id, 'logo') or contains(@class, 'navbar-brand')"
    " or contains(@class, 'site-title') or contains(@class, 'site-name')]"
)
_PICTURE = re.compile(r"\b(?:logo|home|image|img|icon|menu|png|jpe?g|svg|banner|picture|photo)\b", re.IGNORECASE)


def brand_of(root: Any) -> str:
    """The site's name by its logo, "" where none tells it. `root` is the parsed page; nothing is raised."""
    return _described(root) or _boxed(root)


def _described(root: Any) -> str:
    """Whose logo one of the first images is, by its description: "Oak Health logo"."""
    for image in islice(root.iter("img"), LOGOS):
        found = _LOGO.fullmatch(_alt(image))
        if found:
            return str(found.group(1) or found.group(2))
    return ""


def _boxed(root: Any) -> str:
    """What stands in the first boxes that the markup calls the site's name or logo, or describes an image there."""
    for box in _BRANDED(root)[:LOGOS]:
        texts = (_alt(box), fold(harmless("".join(box.itertext()))), *map(_alt, box.iter("img")))
        for text in texts:
            if MIN_BRAND <= len(text) <= MAX_BRAND and text[0].isupper() and not _PICTURE.search(text):
                return text
    return ""


def _alt(image: Any) -> str:
    return fold(harmless(image.get("alt") or ""))
