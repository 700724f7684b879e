"""People on lines of their own: cards, tables, lists, headings that name a post, speaker lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from research.names import is_credential
from research.pages.lexicon import DEPARTMENTS, GRAMMAR, ORGANIZATION_NOUNS, SENIORITY
from research.pages.mention import WEIGHT, Mention
from research.pages.model import Line
from research.pages.organizations_named import read_organization
from research.pages.page_owner import whole_organization
from research.pages.person_names import find_names, is_name_line, read_name_line
from research.pages.titles import PostSpan, TitleReader, TitleSpan, head_class
from research.pages.tokens import Token, is_dash, slice_text, tokenize

Kind = Literal["name", "pair", "title", "department", "organization", "text", "other"]

_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|said|says|joined|serves|served|received|earned|holds|"
    r"named|appointed|he|she|his|her|we|our|you"
    r"|who|which|they|announces|announced|appoints|names|promoted|elected|welcomes|honored|awarded|"
    r"wins|receives|hired|joins|becomes|today)\b"
)
_HEADLINE = re.compile(
    r"\b(?:named|appointed|promoted|elected|appoints?|names|announces?|welcomes?|receives?|received|"
    r"honored|joins|joined|wins|hires?|hired|selected"
    r"|recognized|celebrates?|becomes|retires|retiring|returns|leads|shares|discusses|awarded|earns|"
    r"visits|opens|launches|to lead|interviews?|steps)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\[?\b(?:email|phone|fax|tel)\b|@|https?://|www\.|\d{3}[-.\s]\d{3,4}|^\d+\s\w+|"
    r"\b[A-Z]{2}\s\d{5}\b|\bP\.?O\.? Box\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\A(?:(?P<org>[A-Z].{1,80}?)\s{1,3})?(?P<body>(?:board|council) of (?:directors|trustees|commissioners|"
    r"governors|managers|supervisors|regents|visitors)"
    r"|board members|governing board|board)(?:\s{1,3}(?:members|officers|of directors))?",
    re.IGNORECASE,
)
_BOARD_WORD = re.compile(r"\b(?:board|trustees|commissioners)\b", re.IGNORECASE)
_NAVIGATION = re.compile(
    r"\b(?:prev|next|previous|more|back|read|view|bio|biography|profile|learn|click|contact|full|close"
    r"|open|show|hide|download)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:,\s[A-Z][\w.’' -]{1,30})?,\s(?:[A-Z]{2}|[A-Z][a-z]{2,20}\.?)$")
_LABEL = re.compile(
    r"(?:name|position|title|role|post|designation|job title|job|office)\s{0,3}:\s{0,3}(?=\S)", re.IGNORECASE
)
_PLURALS = {
    "presidents": "president", "directors": "director", "managers": "manager", "trustees": "trustee", "chairs": "chair",
    "administrators": "administrator", "executives": "executive", "officers": "officer",
    "commissioners": "commissioner", "chiefs": "chief", "leaders": "leader", "supervisors": "supervisor",
    "coordinators": "coordinator", "governors": "governor", "vice-presidents": "vice-president", "vps": "VP",
    "svps": "SVP", "treasurers": "treasurer", "secretaries": "secretary",
}  # fmt: skip
_LOWER_WORDS = GRAMMAR | DEPARTMENTS
_RANKS = DEPARTMENTS | SENIORITY
_DUTY_WORDS = _RANKS | {"and", "of", "for", "the"}
MAX_SHORT = 200
MAX_CARD_LINES = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A name at the beginning of a text; `rest` is what stands behind it and its credentials, `mark` before that."""

    name: str
    prefix: str
    credentials: tuple[str, ...]
    rest: str
    mark: str
    words: int


def read_name(text: str) -> Named | None:
    """The name that a text begins with."""
    read = read_name_line(text)
    if read is None:
        return None
    span, tokens = read
    at = span.outer_end
    mark = (
        tokens[at].text
        if at < len(tokens) and (tokens[at].text in {",", ":", "(", "|", "/", "."} or is_dash(tokens[at]))
        else ""
    )
    rest = text[tokens[at].end if mark else tokens[at].start :].strip() if at < len(tokens) else ""
    return Named(
        slice_text(text, tokens, span.start, span.end), span.prefix, span.credentials, rest, mark, span.end - span.start
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as the card reader sees it."""

    number: int
    line: Line
    kind: Kind
    name: Named | None = None
    posts: tuple[PostSpan, ...] = ()
    status: str = "current"


@dataclass(slots=True)
class CardsRead:
    """What the cards say, the lines used up, and whose card each line stands in."""

    mentions: list[Mention] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    owners: dict[int, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)


def read_title_line(text: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts and status of a line that is a title and nothing else; None where it is none."""
    text = text.strip().rstrip(".;")
    tokens = tokenize(text)
    if not tokens or len(text) > MAX_SHORT or len(tokens) > 40 or _SENTENCE.search(text):
        return None
    spans = TitleReader(text, tokens, card=True).find()
    if not spans:
        return None
    first = spans[0]
    start = first.outer_start
    if start > 0 and not all(t.is_capital or not t.is_word or t.lower in _LOWER_WORDS for t in tokens[:start]):
        return None
    if (
        not tokens[0].is_capital
        and tokens[0].lower not in {"former", "interim", "acting"}
        and tokens[0].lower not in _RANKS
        and head_class(tokens[0].lower) is None
    ):
        return None
    return _posts_of_line(text, tokens, spans), first.status


def _posts_of_line(text: str, tokens: list[Token], spans: list[TitleSpan]) -> tuple[PostSpan, ...]:
    first, last = spans[0], spans[-1]
    posts = [post for span in spans for post in span.posts]
    kind, head = posts[0].kind, posts[0].head
    begin = 0 if first.outer_start == first.start else first.start
    if first.status in {"former", "outgoing", "incoming"}:
        begin = first.start
    if len(spans) == 1 and len(posts) == 1:
        return (_rest(text, tokens, first, begin, posts[0]),)
    if all(not post.organization for post in posts[:-1]) and len(spans) == 1:
        return tuple(posts)
    if any(post.organization for post in posts):
        return tuple(posts)
    return (PostSpan(slice_text(text, tokens, begin, max(last.end, len(tokens))), "", kind, head),)


def _rest(text: str, tokens: list[Token], span: TitleSpan, begin: int, post: PostSpan) -> PostSpan:
    """One title with what stands behind it on its line: an organization, or more of the title."""
    organization, end = post.organization, span.end
    prefix = begin == 0 and span.start > 0 and not organization
    at = max(span.outer_end, span.end)
    if at < len(tokens) and not organization:
        mark = (
            at + 1
            if tokens[at].text in {",", "|", "•", "·", "(", "@"}
            or is_dash(tokens[at])
            or tokens[at].lower in {"at", "of", "for", "with"}
            else at
        )
        found = read_organization(tokens, mark, dashes=True) if mark < len(tokens) and tokens[mark].is_capital else None
        if (
            found
            and mark > at
            and found.end >= len(tokens) - 1
            and (found.proper and (found.noun or tokens[at].text in {",", "|", "@"} or tokens[at].lower == "at"))
        ):
            organization = slice_text(text, tokens, found.start, found.end)
        elif (
            mark > at
            and mark < len(tokens)
            and tokens[at].lower in {"at", "of"}
            and mark == len(tokens) - 1
            and tokens[mark].is_word
        ):
            organization = tokens[mark].text
        else:
            end = len(tokens)
    title = slice_text(text, tokens, begin if prefix else max(begin, span.start), max(end, span.end)).rstrip(
        " ,;:–—-|("
    )
    return PostSpan(title, organization, post.kind, post.head)


def is_department_line(text: str) -> bool:
    """A duty without a head noun: "Human Resources & Compliance", "Quality Oversight"."""
    tokens = tokenize(text)
    words = [t for t in tokens if t.is_word]
    if (
        not 1 < len(words) <= 8
        or len(text) > 80
        or not tokens[0].is_capital
        or tokens[0].lower in {"licensed", "registered", "certified"}
    ):
        return False
    return all(t.lower in _DUTY_WORDS for t in words) and any(t.lower in DEPARTMENTS for t in words)


def classify(number: int, line: Line) -> Entry:
    """What a line is for the card reader."""
    label = _LABEL.match(line.text)
    text = line.text[label.end() :] if label else line.text
    if len(text) > MAX_SHORT or (len(text) > 60 and text.endswith(".") and _SENTENCE.search(text)):
        return Entry(number, line, "text")
    if _CONTACT.search(text):
        return Entry(number, line, "other")
    name = read_name(text)
    if name is not None and name.rest and _second_name(name.rest):
        return Entry(number, line, "text")
    if name is not None and is_name_line(text):
        return Entry(number, line, "name", name)
    if _SENTENCE.search(text) or _HEADLINE.search(text):
        return Entry(number, line, "text")
    if name is not None:
        pair = _name_then_title(name)
        if pair is not None:
            return Entry(number, line, "pair", name, *pair)
    turned = _title_then_name(text)
    if turned is not None:
        return Entry(number, line, "pair", turned[0], turned[1], turned[2])
    title = read_title_line(text)
    if title is not None and not _ends_as_group(text, title[0]):
        return Entry(number, line, "title", None, *title)
    if is_department_line(text):
        return Entry(number, line, "department")
    span = whole_organization(_PLACE.sub("", text))
    if (
        span is not None
        and (
            (span.noun and span.proper)
            or span.strong
            or (span.proper and (span.end - span.start > 1 or text.isupper()))
        )
        and not _NAVIGATION.search(text)
        and not text.lower().rstrip(".").endswith("committee")
    ):
        return Entry(number, line, "organization")
    return Entry(number, line, "other")


def _ends_as_group(text: str, posts: tuple[PostSpan, ...]) -> bool:
    """Whether the "title" is an organization's name with a calling in it: "Unity Physician Group"."""
    last = text.split()[-1].lower().strip(".,") if text.split() else ""
    return last in ORGANIZATION_NOUNS and posts[-1].kind in {"clinician", "staff", "other"} and "," not in text


def _second_name(rest: str) -> bool:
    """Whether another person with credentials or an honorific stands behind the first: then it is a sentence."""
    tokens = tokenize(rest)
    return any(span.certain and span.start > 1 for span in find_names(tokens))


def _name_then_title(name: Named) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of "Jane Roe, MD, Chief Medical Officer" or "Jane Roe - Chair"."""
    rest = name.rest.rstrip(")") if name.mark == "(" else name.rest
    if not rest[:1].isupper() or not (name.mark or name.credentials):
        return None
    return read_title_line(rest)


def _title_then_name(text: str) -> tuple[Named, tuple[PostSpan, ...], str] | None:
    """A line such as "President, Jane Roe, RN" or "Treasurer: Bob Doe": the name and the posts."""
    for match in re.finditer(r"\s{0,3}[:|]\s{1,3}|\s{1,3}[–—-]\s{1,3}|,\s{1,3}", text):
        rest = text[match.end() :]
        name = read_name(rest) if is_name_line(rest) else None
        read = read_title_line(text[: match.start()]) if name is not None else None
        if name is not None and read is not None and (name.words < 5 or name.credentials or name.prefix):
            return name, *read
    return None


def post_heading(text: str) -> PostSpan | None:
    """The post that a heading gives to the people under it: "Vice Presidents", "Board of Trustees"."""
    text = re.sub(
        r"^(?:our|the|meet (?:our|the)|current|\d{4}(?:\s{0,3}[-–]\s{0,3}\d{2,4})?)\s{1,3}",
        "",
        text.strip().rstrip(":"),
        flags=re.IGNORECASE,
    )
    if len(text) > 90 or _SENTENCE.search(text) or _HEADLINE.search(text):
        return None
    body = _BODY.fullmatch(text)
    if body:
        title = body.group("body")
        return PostSpan(title, text if body.group("org") else "", "board", "board")
    tokens = tokenize(text)
    if not tokens:
        return None
    last = tokens[-1].lower
    words = [t.text for t in tokens]
    if last in _PLURALS:
        words[-1] = _PLURALS[last].title() if tokens[-1].text[0].isupper() and len(last) > 4 else _PLURALS[last]
        single = text[: tokens[-1].start] + words[-1]
    else:
        single = text
    read = read_title_line(single)
    if read is None or len(read[0]) != 1:
        return None
    if (
        last in {"executives", "leaders", "executive", "leader", "officers", "officer"}
        and len(tokens) < 3
        and last != "trustees"
    ):
        return None
    return read[0][0]


class CardReader:
    """Reads the people of a page's lines in order."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.entries = [
            classify(n, line)
            for n, line in enumerate(lines)
            if (not line.furniture and line.role != "link") or (not line.furniture and is_name_line(line.text))
        ]
        self.read = CardsRead()
        self.board = any(
            _BOARD_WORD.search(e.line.text)
            for e in self.entries
            if len(e.line.text) < 90 and (e.line.role == "heading" or e.number == 0)
        )

    def all(self) -> CardsRead:
        """The mentions of all cards."""
        self._take_credentials()
        self._take_organizations()
        self._turn_back()
        starts = [at for at, entry in enumerate(self.entries) if entry.kind in {"name", "pair"}]
        if not starts:
            return self.read
        before = self._title_first(starts)
        for order, at in enumerate(starts):
            stop = starts[order + 1] if order + 1 < len(starts) else len(self.entries)
            stop = min(stop, self._edge(at, stop))
            self._card(at, stop, starts, before=before)
        return self.read

    def _take_credentials(self) -> None:
        """Credentials on a line of their own under a name belong to it."""
        kept: list[Entry] = []
        for entry in self.entries:
            before = kept[-1] if kept else None
            if before is not None and before.kind == "name" and before.name is not None and entry.kind != "name":
                words = entry.line.text.replace(",", " ").split()
                if (
                    words
                    and len(words) <= 10
                    and all(
                        (is_credential(w) and w.upper() == w) or w in {"PhD", "PharmD", "DrPH", "EdD"} for w in words
                    )
                ):
                    kept[-1] = replace(
                        before, name=replace(before.name, credentials=(*before.name.credentials, *words))
                    )
                    continue
            kept.append(entry)
        self.entries = kept

    def _take_organizations(self) -> None:
        """A line in the shape of a name between a title and an address is the organization's."""
        for at in range(2, len(self.entries)):
            entry = self.entries[at]
            if entry.kind != "name" or entry.name is None or entry.name.credentials or entry.name.prefix:
                continue
            after = self.entries[at + 1] if at + 1 < len(self.entries) else None
            if (
                self.entries[at - 1].kind == "title"
                and self.entries[at - 2].kind == "name"
                and after is not None
                and after.kind == "other"
                and _CONTACT.search(after.line.text)
            ):
                self.entries[at] = Entry(entry.number, entry.line, "organization")

    def _turn_back(self) -> None:
        """Under a name a line "CEO, Roe Doe" gives the name's title and organization, not another person."""
        for at in range(1, len(self.entries)):
            entry, before = self.entries[at], self.entries[at - 1]
            if (
                entry.kind != "pair"
                or entry.name is None
                or before.kind != "name"
                or entry.line.text.startswith(entry.name.name)
            ):
                continue
            read = read_title_line(entry.line.text)
            if read is not None and not entry.name.credentials and not entry.name.prefix:
                self.entries[at] = Entry(entry.number, entry.line, "title", None, *read)

    def _edge(self, at: int, stop: int) -> int:
        """Where the card of the name at `at` ends: at the end of the last box that holds no other name."""
        boxes = self.entries[at].line.boxes
        if not boxes or stop >= len(self.entries):
            return stop
        shared = [box for box in boxes if box in self.entries[stop].line.boxes]
        own = [box for box in boxes if box not in shared]
        if not own:
            return stop
        for number in range(at + 1, stop):
            if own[0] not in self.entries[number].line.boxes:
                return number
        return stop

    def _title_first(self, starts: list[int]) -> bool:
        """Whether titles stand above the names: then the first name has one above it and the last none below."""
        names = [at for at in starts if self.entries[at].kind == "name"]
        if len(names) < 2:
            return False
        first = names[0]
        if first == 0 or self.entries[first - 1].kind != "title":
            return False
        if (
            first + 1 < len(self.entries)
            and self.entries[first + 1].kind == "title"
            and self._same_box(first, first + 1)
        ):
            return False
        above = sum(1 for at in names if at and self.entries[at - 1].kind == "title" and self._same_box(at - 1, at))
        below = sum(
            1
            for at in names
            if at + 1 < len(self.entries)
            and self.entries[at + 1].kind in {"title", "department"}
            and self._same_box(at, at + 1)
        )
        return above > below

    def _same_box(self, a: int, b: int) -> bool:
        x, y = self.entries[a].line, self.entries[b].line
        if not x.boxes or not y.boxes:
            return True
        return len(set(x.boxes) & set(y.boxes)) >= min(len(x.boxes), len(y.boxes)) - 2

    def _card(self, at: int, stop: int, starts: list[int], *, before: bool) -> None:
        entry = self.entries[at]
        assert entry.name is not None
        name = entry.name.name
        posts, status, used, organization = list(entry.posts), entry.status, [entry.number], ""
        if (
            not posts
            and before
            and at
            and self.entries[at - 1].kind == "title"
            and self.entries[at - 1].number not in self.read.used
        ):
            posts, status = list(self.entries[at - 1].posts), self.entries[at - 1].status
            used.append(self.entries[at - 1].number)
            organization = self._organization_after(at + 1, stop)
        if not posts and not before:
            posts, status, organization = self._titles_after(at, stop, used, starts)
        posts = [self._of_board(post) for post in posts]
        if posts and not organization and entry.kind == "pair" and not posts[-1].organization:
            organization = self._organization_after(at + 1, stop)
        above: list[PostSpan] = []
        if (
            not before
            and at
            and self.entries[at - 1].kind == "title"
            and self.entries[at - 1].number not in self.read.used
            and self.entries[at - 1].line.role != "heading"
            and self._same_box(at - 1, at)
        ):
            above = list(self.entries[at - 1].posts)
            if not posts:
                posts, status = above, self.entries[at - 1].status
            used.append(self.entries[at - 1].number)
        source_heading = False
        if not posts:
            heading = self._heading_post(at)
            if heading is not None and heading.kind != "manager":
                posts, source_heading = [heading], True
        self.read.names.append(name)
        for number in range(entry.number, self.entries[stop - 1].number + 1 if stop > at else entry.number + 1):
            self.read.owners[number] = name
        self.read.mentions.append(
            Mention(
                name,
                entry.number,
                "heading" if source_heading else "card",
                tuple(posts),
                entry.name.prefix,
                entry.name.credentials,
                status,
                None,
                self._quote(used),
                WEIGHT["heading" if source_heading else "card"] if posts else 0,
                organization,
            )
        )
        if above and posts != above:
            self.read.mentions.append(
                Mention(name, entry.number, "heading", tuple(above), quote=self._quote(used), weight=40)
            )
        if posts or entry.kind == "name":
            self.read.used.update(used)

    def _titles_after(self, at: int, stop: int, used: list[int], starts: list[int]) -> tuple[list[PostSpan], str, str]:
        posts: list[PostSpan] = []
        status, organization = "current", ""
        skipped = 0
        for number in range(at + 1, min(stop, at + 1 + MAX_CARD_LINES)):
            entry = self.entries[number]
            if (
                entry.line.role == "heading"
                and entry.line.level
                and self.entries[at].line.level
                and entry.line.level < self.entries[at].line.level
            ):
                break
            if entry.line.role == "heading" and self.entries[at].line.role != "heading" and posts:
                break
            if entry.kind == "title" and not (posts and organization):
                if self._belongs_to_next(number, stop, starts) and posts:
                    break
                if (posts and not posts[-1].organization and not entry.posts[0].organization) or not posts:
                    status = entry.status if not posts else status
                posts.extend(entry.posts)
                used.append(entry.number)
            elif entry.kind == "department" and not posts and self._listed(starts):
                posts.append(PostSpan(entry.line.text, "", "manager", "department"))
                used.append(entry.number)
            elif entry.kind == "organization" and not organization:
                organization = _PLACE.sub("", entry.line.text)
                used.append(entry.number)
            elif entry.kind == "organization":
                continue
            elif entry.kind == "text" or posts:
                break
            else:
                skipped += 1
                if skipped > 1:
                    break
        if organization:
            posts = [self._whole_line(post, used) for post in posts]
        return _joined(posts), status, organization

    def _whole_line(self, post: PostSpan, used: list[int]) -> PostSpan:
        """Where the organization has a line of its own, a unit behind the title's comma is part of the title."""
        for entry in self.entries:
            mine = entry.number in used and entry.kind == "title" and entry.posts == (post,)
            if mine and post.organization and ", " + post.organization in entry.line.text:
                return replace(post, title=entry.line.text, organization="")
        return post

    def _belongs_to_next(self, number: int, stop: int, starts: list[int]) -> bool:
        return number + 1 == stop and stop in starts and not self._same_box(number, stop - 1)

    def _listed(self, starts: list[int]) -> bool:
        """Whether several names of the page stand above a title: then a duty alone is one too."""
        return sum(1 for at in starts if at + 1 < len(self.entries) and self.entries[at + 1].kind == "title") >= 2

    def _organization_after(self, at: int, stop: int) -> str:
        if at < min(stop, len(self.entries)) and self.entries[at].kind == "organization":
            return _PLACE.sub("", self.entries[at].line.text)
        return ""

    def _of_board(self, post: PostSpan) -> PostSpan:
        """ "Member" on the page of a board is a seat on it."""
        if post.head in {"member", "members"} and self.board:
            return replace(post, kind="board")
        return post

    def _heading_post(self, at: int) -> PostSpan | None:
        for number in range(at - 1, -1, -1):
            entry = self.entries[number]
            if entry.kind == "pair" and entry.line.role == "heading":
                return None
            if entry.kind == "name":
                if entry.line.role == "heading" and self.entries[at].line.role != "heading":
                    return None
                continue
            if (
                entry.line.role == "heading"
                or (entry.line.emphasis and entry.kind != "pair")
                or (entry.kind == "title" and number == 0)
            ):
                post = post_heading(entry.line.text)
                if post is not None:
                    return post
                if entry.line.role == "heading":
                    return None
            if at - number > 400:
                return None
        return None

    def _quote(self, used: list[int]) -> str:
        numbers = sorted(set(used))
        by_number = {entry.number: entry for entry in self.entries}
        if numbers[-1] - numbers[0] > len(numbers):
            numbers = numbers[:1]
        return " ".join(by_number[n].line.text for n in range(numbers[0], numbers[-1] + 1) if n in by_number)[:300]


def _joined(posts: list[PostSpan]) -> list[PostSpan]:
    """Titles on lines of their own that are one title: none but the last names an organization."""
    if len(posts) < 2 or any(post.organization for post in posts[:-1]):
        return posts
    order = ["executive", "board", "manager", "clinical"]
    real = [post for post in posts if post.head != "department"] or posts
    best = min(real, key=lambda post: order.index(post.kind) if post.kind in order else 9)
    return [PostSpan(", ".join(post.title.rstrip(",") for post in posts), posts[-1].organization, best.kind, best.head)]
