"""The values that the page readers pass on. Every one carries the words it came from, literally in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from research.types import PartialDate

PageKind = Literal["article", "biography", "people", "feed_item", "pdf", "unknown"]

LineRole = Literal["heading", "paragraph", "item", "cell", "caption", "link", "label"]


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of text that stands by itself: a heading, a paragraph, a list item, a table cell.

    `level`: of a heading, 1 to 6; 0 otherwise. `container`: number of the nearest box (div, li, tr, section) that
    holds it; lines with the same number stand together. `card`: number of the repeated box (one person's card in a
    grid) that it stands in, or None. `layout`: the signature of the repeated layout, equal for all cards of one
    grid. `furniture`: navigation, footer, side bar: read for the site's name, not for people.
    """

    text: str
    role: LineRole = "paragraph"
    level: int = 0
    container: int = 0
    card: int | None = None
    layout: str = ""
    emphasis: bool = False
    furniture: bool = False
    boxes: tuple[int, ...] = ()
    """Numbers of all boxes that hold it, outermost first; `container` is the last."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page or text made ready for the readers: its lines in reading order and what its frame says of it."""

    kind: PageKind
    lines: tuple[Line, ...]
    text: str
    """All lines' texts joined by line breaks: the text in which quotes must stand (white space folded)."""
    url: str = ""
    title: str = ""
    """`<title>`, "" for a text."""
    site_name: str = ""
    """og:site_name or publisher in JSON-LD."""
    headline: str = ""
    published: PartialDate | None = None
    description: str = ""
    author: str = ""
    structured: tuple[dict[str, Any], ...] = field(default=(), hash=False)
    """JSON-LD objects, as parsed."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post at an organization, as stated. `status` as in `types.STATUSES`."""

    title: str
    organization: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    status: str = "current"
    quote: str = ""
    inferred: bool = False
    """The organization is the page's; no words beside this title name it."""
    listed: bool = False
    """The post stands on a card or in a list of the page, not in running text."""


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree and the school, either may be ""."""

    degree: str
    school: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """An award given to the person (never one given to the organization)."""

    name: str
    quote: str = ""
    year: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """Something the person or the organization did, with its result and period where the text ties them to it.

    `of_person`: the text says that the person led, started or built it; otherwise it is the organization's.
    """

    what: str
    result: str = ""
    period: str = ""
    quote: str = ""
    of_person: bool = True


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of the person between quotation marks."""

    words: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person that a page names with a post.

    `leader`: leads or manages in a health-care organization or sits on its board; None = the page does not tell.
    `quote`: the words that state name and title, literally in the text, at most 300 characters.
    `passages`: the sentences of the text that are about this person (name, surname, first name, he or she), in order;
    what `career` and `programs` read.
    """

    name: str
    credentials: tuple[str, ...] = ()
    title: str = ""
    organization: str = ""
    since: PartialDate | None = None
    status: str = "current"
    leader: bool | None = None
    quote: str = ""
    also: tuple[Post, ...] = ()
    previous: tuple[Post, ...] = ()
    education: tuple[Degree, ...] = ()
    awards: tuple[Award, ...] = ()
    programs: tuple[Program, ...] = ()
    sayings: tuple[Saying, ...] = ()
    passages: tuple[str, ...] = ()
    inferred: bool = False
    """As of `Post.inferred`, for the post that is shown."""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """What one page or text says."""

    kind: PageKind
    people: tuple[PersonFound, ...] = ()
    programs: tuple[Program, ...] = ()
    """Programs of the organization that the text ties to nobody."""
    headline: str = ""
    published: PartialDate | None = None
    source_name: str = ""
    """Whose page it is: the organization or the newspaper."""
    text: str = ""
    notes: tuple[str, ...] = ()
    """What was left unread, one sentence each: "Only the first 600,000 characters were read."."""
