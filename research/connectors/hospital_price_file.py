"""A hospital's price transparency locator, `/cms-hpt.txt` on its own site: location names, and an EIN in a file name.

Every US hospital must serve it (45 CFR 180.50(d)(6)). It says that the site belongs to the hospital, names the
locations of a system, and the names of the price files follow `<ein>_<name>_standardcharges`. The EIN may be the
operator's. The contact in it is for price files and is never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urljoin

from research.connector import Check, Drift
from research.hosts import host_of
from research.organizations import readable_name
from research.pages.site_map import home_of, same_site
from research.parse import cite, text_of
from research.types import Claim, Document, Query, Record, Request, Source

SOURCE = Source(
    key="hospital_price_file",
    title="Hospital price transparency file (cms-hpt.txt)",
    home="https://www.cms.gov/priorities/key-initiatives/hospital-price-transparency",
    terms="https://www.ecfr.gov/current/title-45/section-180.50",
    access="html",
    hosts=("*",),
    subjects=frozenset({"organization"}),
    covers=frozenset({"organization_name", "organization_website"}),
    trust=0.7,
    names_decide=True,
    keep_for=timedelta(days=30),
    budget=1,
    wants=frozenset({"website"}),
    gives=frozenset({"ein"}),
    max_bytes=1_000_000,
    attribution="The hospital's own price transparency file",
)

CHECK = Check(
    Query("organization", "Mayo Clinic", website="https://www.mayoclinic.org"), frozenset({"organization_name"})
)

_MOST_BLOCKS = 40
_LINE = re.compile(r"\A\s{0,20}([a-z-]{3,30})\s{0,5}:\s{0,20}(\S.{0,1000}|)", re.IGNORECASE)
_EIN = re.compile(r"(?<![0-9A-Za-z])(\d{2})-?(\d{7})_[^/\s]{0,240}standard_?charges", re.IGNORECASE)
# First two digits that the IRS never gave out: a number with them is something else.
_NO_EIN = frozenset("00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97".split())


@dataclass(frozen=True, slots=True)
class Block:
    """One location of the file."""

    name: str
    page: str = ""
    file: str = ""


def start(query: Query) -> Iterator[Request]:
    """The file in the root of the organization's site."""
    home = home_of(query.website)
    if query.kind == "organization" and home:
        yield Request(urljoin(home, "/cms-hpt.txt"), accept="text/plain", not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """A record for each location of the file that points back to the same site."""
    if document.status != 200:
        return
    text = text_of(document)
    if "html" in document.media_type or text.lstrip()[:1] == "<":
        yield Drift("a web page came instead of cms-hpt.txt")
        return
    blocks = blocks_of(text)[:_MOST_BLOCKS]
    for block in blocks:
        if block.page and not same_site(block.page, document.url):
            yield Drift(f"the location {block.name!r} points to another site: {host_of(block.page)}")
            continue
        yield from _location(document, block, alone=len(blocks) == 1)


def blocks_of(text: str) -> list[Block]:
    """The blocks of the file, read line by line; a block begins with its location name. Contacts are passed over."""
    blocks: list[dict[str, str]] = []
    for line in text.splitlines()[:2000]:
        match = _LINE.fullmatch(line)
        if not match:
            continue
        key, value = match.group(1).lower(), match.group(2).strip()
        if key == "location-name":
            blocks.append({"name": value})
        elif key in ("source-page-url", "mrf-url") and blocks:
            blocks[-1].setdefault("page" if key == "source-page-url" else "file", value)
    return [Block(b["name"], b.get("page", ""), b.get("file", "")) for b in blocks if b["name"]]


def ein_in(address: str) -> tuple[str, str]:
    """The EIN in the name of a price file, nine digits, and that part of the address; ("", "") when there is none."""
    match = _EIN.search(address[-600:])
    if not match or match.group(1) in _NO_EIN:
        return "", ""
    return match.group(1) + match.group(2), match.group()


def _location(document: Document, block: Block, *, alone: bool) -> Iterator[Claim]:
    host = host_of(document.url)
    name = readable_name(block.name)
    slug = re.sub(r"[^a-z0-9]{1,80}", "-", name.lower())[:80].strip("-")
    record = Record(SOURCE.key, f"{host}:{slug}", name, document.url, "organization")
    yield Claim(record, "organization_name", name, cite(document, block.name, 0.9))
    # The site of a system belongs to none of its locations in particular.
    site = home_of(urljoin(document.url, "/")) if alone else ""
    if site:
        yield Claim(record, "organization_website", site, cite(document, block.page or block.name, 0.9))
    ein, words = ein_in(block.file)
    if ein:
        details = {"scheme": "ein", "names": "operator or facility"}
        yield Claim(record, "organization_identifier", ein, cite(document, words, 0.8), details=details)
