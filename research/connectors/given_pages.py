"""Pages, texts and files that the user brings: `--url`, `--file`, pasted text. A source like any other.

Whoever stands in them is told apart like the people of any source: a text given by the user is about whomever it is
about. The addresses are the user's own choice; every guard of `http.py` applies to them all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import unquote

from research.characters import harmless
from research.connector import Check, Drift
from research.connectors.irs_990 import SOURCE as RETURNS
from research.connectors.irs_990 import read as read_return
from research.errors import Unreadable
from research.pages import extract
from research.types import Claim, Document, Query, Request, Source

SOURCE = Source(
    key="given_pages",
    title="Your own pages and files",
    home="https://localhost/",
    terms="",
    access="html",
    hosts=("*",),
    subjects=frozenset({"person", "organization"}),
    covers=frozenset(
        {
            "name", "credential", "role", "former_role", "board_seat", "education", "award", "program", "said",
            "membership", "organization_name", "organization_program", "organization_award", "organization_website",
            "news", "mission", "officer", "beds", "employees",
        }
    ),
    trust=0.8,
    keep_for=timedelta(hours=1),
    budget=20,
    names_decide=True,
)  # fmt: skip

CHECK = Check(Query("person", "Nobody", urls=()), frozenset())


def start(query: Query) -> Iterable[Request]:
    """The addresses that the user named."""
    for url in query.urls:
        yield Request(url, accept="text/html,application/pdf,text/plain;q=0.9,*/*;q=0.5")


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """What the page, text or PDF says. An IRS return is read as one. Raises: Unreadable."""
    from research.pages.claims import claims_of  # loaded on use: whoever only names this source reads no page

    if _is_return(document):
        yield from read_return(replace(document, source=RETURNS.key), query)
        return
    try:
        found = extract(document.body, url=document.url, media_type=document.media_type, charset=document.charset)
    except Unreadable as error:
        raise Unreadable(
            f"{name_of(document)}: {error}", fault=error.fault, source=SOURCE.key, url=document.url
        ) from error
    yield from claims_of(found, document, about=query)


def name_of(document: Document) -> str:
    """What the user calls the document: the file's name, "pasted text 1", or the address."""
    scheme, _, rest = document.url.partition(":")
    if scheme == "note":
        return rest.replace("-", " ")
    return harmless(unquote(rest) if scheme == "file" else document.url)


def _is_return(document: Document) -> bool:
    return b"<Return" in document.body[:2000] and b"irs.gov/efile" in document.body[:2000]
