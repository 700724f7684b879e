"""People on lines of their own: cards, tables, lists, headings that name a post, speaker lists."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from research.pages.board_cards import take_board_lists, take_listed_names
from research.pages.card_boxes import CardBoxes
from research.pages.card_entries import (
    take_employers,
    take_houses_of_layout,
    take_names_of_layout,
    take_organizations,
    turn_back,
    turn_surnames,
    with_credentials,
)
from research.pages.card_lines import (
    PLACE,
    Entry,
    Named,
    classify,
    is_dash_mark,
    is_duty,
)
from research.pages.card_posts import adds, as_of_management, joined, of_clinician
from research.pages.card_sections import CardSections, listed_roles, tells_of_board
from research.pages.group_headings import is_group, post_heading
from research.pages.housed_pairs import take_housed_pairs
from research.pages.lexicon import DEPARTMENTS, LEADING, ORGANIZATION_NOUNS
from research.pages.mention import WEIGHT, Mention, Source
from research.pages.model import Line
from research.pages.society_officers import is_office, lists_officers_of_society, whole_office
from research.pages.title_lines import credentials_behind
from research.pages.titles import PostSpan
from research.types import QUOTE_LIMIT

_HEADS = frozenset({"Executive Director"})
"""Posts of managers that lead a whole house: under their heading a name alone is enough."""
MAX_CARD_LINES = 8


@dataclass(slots=True)
class CardsRead:
    """What the cards say, the lines used up, and whose card each line stands in."""

    mentions: list[Mention] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    owners: dict[int, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Card:
    """One person's card while it is read: the name is entry `at`, `used` are the numbers of the lines taken."""

    posts: list[PostSpan]
    status: str
    at: int = 0
    organization: str = ""
    used: list[int] = field(default_factory=list)
    skipped: int = 0


class CardReader:
    """Reads the people of a page's lines in order."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.entries = [classify(n, line) for n, line in enumerate(lines) if not line.furniture]
        self.lines = lines
        self.texts = Counter(entry.line.text for entry in self.entries)
        self.read = CardsRead()
        self.board = tells_of_board(self.entries, lines)
        self.sections = CardSections([], self.texts, board=self.board)
        self.boxes = CardBoxes([])
        self.society = False

    def all(self) -> CardsRead:
        """The mentions of all cards."""
        self.entries = [entry for entry in self.entries if entry.kind != "label"]
        self.entries = with_credentials(self.entries)
        self.sections = CardSections(self.entries, self.texts, board=self.board)
        self.boxes = CardBoxes(self.entries)
        seats = take_board_lists(self.entries, self.sections)
        self.read = CardsRead(seats.mentions, seats.used, names=seats.names)
        take_organizations(self.entries)
        take_houses_of_layout(self.entries)
        turn_back(self.entries)
        turn_surnames(self.entries)
        take_housed_pairs(self.entries)
        if self.board:
            take_listed_names(self.entries, self.sections)
        take_names_of_layout(self.entries)
        take_employers(self.entries)
        self.society = lists_officers_of_society(self.entries)
        starts = [at for at, entry in enumerate(self.entries) if entry.kind in {"name", "pair"}]
        if not starts:
            return self.read
        before = self._title_first(starts)
        for order, at in enumerate(starts):
            stop = starts[order + 1] if order + 1 < len(starts) else len(self.entries)
            stop = min(stop, self.boxes.edge(at, stop))
            self._card(at, stop, starts, before=before)
        return self.read

    def _title_first(self, starts: list[int]) -> bool:
        """Whether titles stand above the names: then the first name has one above it and the last none below."""
        names = [at for at in starts if self.entries[at].kind == "name"]
        if len(names) < 2:
            return False
        first = names[0]
        if first == 0 or self.entries[first - 1].kind != "title":
            return False
        above = sum(1 for at in names if at and self.entries[at - 1].kind == "title" and self.boxes.same(at - 1, at))
        below = sum(
            1
            for at in names
            if at + 1 < len(self.entries)
            and self.entries[at + 1].kind in {"title", "department"}
            and self.boxes.same(at, at + 1)
        )
        return above > below

    def _card(self, at: int, stop: int, starts: list[int], *, before: bool) -> None:
        entry = self.entries[at]
        assert entry.name is not None
        card = _Card(list(entry.posts), entry.status, at, entry.organization, used=[entry.number])
        above = None if self.boxes.is_of_another_card(at - 1, at) else self._unused_title(at - 1)
        if self.boxes.titled_in_row(at):
            before, above = False, None
        before = before or (above is not None and self.boxes.holds_title_above(at, at - 1, at + 1))
        if not before and self.boxes.follows_headed_card(at):
            above = None
        if before and above is not None and not card.posts:
            card.posts, card.status = self._posts_above(at - 1), above.status
            card.used.append(above.number)
        elif not before and not card.posts:
            self._titles_after(at, stop, card, starts)
        if card.posts and not card.organization and not card.posts[-1].organization:
            card.organization = self._organization_after(at + 1, stop, card)
        if self.society:
            self._of_society(card)
        second: list[PostSpan] = []
        if above is not None and not before and above.line.role != "heading" and self.boxes.same(at - 1, at):
            second = list(above.posts)
            card.used.append(above.number)
            if not card.posts:
                card.posts, card.status, second = second, above.status, []
        card.posts = [self._of_board(of_clinician(post, entry.name)) for post in card.posts]
        self._add(entry, entry.name, at, stop, card, second)
        if not card.posts and len(starts) == 1:
            self.read.mentions.extend(listed_roles(entry.name, self.entries[at + 1 :]))

    def _of_society(self, card: _Card) -> None:
        """An office of a society is held there; the line under it tells where its holder works."""
        texts = [self.lines[number].text for number in card.used]
        card.posts = [whole_office(post, texts) for post in card.posts]
        if is_office(card.posts):
            card.organization = ""

    def _unused_title(self, at: int) -> Entry | None:
        """The title line at `at`, unless another card has taken it."""
        if at < 0 or self.entries[at].kind != "title" or self.entries[at].number in self.read.used:
            return None
        if self.board and (is_group(self.entries[at].line.text) or at in self.sections.groups):
            return None  # "Directors" over several names of a board
        return self.entries[at]

    def _credentials_behind(self, used: list[int]) -> tuple[str, ...]:
        """Credentials that a card puts behind the title instead of the name."""
        texts = (self.lines[number].text for number in used)
        return next((found for text in texts if (found := credentials_behind(text))), ())

    def _add(self, entry: Entry, name: Named, at: int, stop: int, card: _Card, second: list[PostSpan]) -> None:
        source: Source = "card"
        heading = self.sections.post_over(at)
        if self.sections.is_past(at):
            card.status = "former"
        seated = heading is not None and heading.kind == "board" and card.status != "former"
        if not card.posts and heading is not None and self._suffices(heading):
            card.posts, source = [replace(heading, organization="") if card.organization else heading], "heading"
        elif card.posts and not seated and self.sections.is_of_management(at):
            card.posts = [as_of_management(post) for post in card.posts]
        elif seated:
            card.posts = [p if p.kind in LEADING else replace(p, kind="board", head="seat") for p in card.posts]
        last = self.entries[stop - 1].number if stop > at else entry.number
        self.read.names.append(name.name)
        self.read.owners.update(dict.fromkeys(range(entry.number, last + 1), name.name))
        quote = self._quote(card.used)
        weight = WEIGHT[source] if card.posts else 0
        self.read.mentions.append(
            Mention(
                name.name,
                entry.number,
                source,
                tuple(card.posts),
                name.prefix,
                name.credentials or self._credentials_behind(card.used),
                card.status,
                None,
                quote,
                weight,
                card.organization,
                seated=seated,
            )
        )
        if second and second != card.posts:
            self.read.mentions.append(
                Mention(name.name, entry.number, "heading", tuple(second), quote=quote, weight=40)
            )
        if card.posts or entry.kind == "name":
            self.read.used.update(card.used)

    def _suffices(self, heading: PostSpan) -> bool:
        """Whether a name alone under a heading holds its post: a manager's heading may name the group or the topic."""
        alone = sum(entry.kind in {"name", "pair"} for entry in self.entries) == 1
        return heading.kind != "manager" or heading.title in _HEADS or (alone and heading.head == "director")

    def _posts_above(self, at: int) -> list[PostSpan]:
        """The posts of a title over a name; a plural over several people is singular for each."""
        entry = self.entries[at]
        heading = post_heading(entry.line.text) if entry.line.role == "heading" else None
        return [heading] if heading is not None else list(entry.posts)

    def _titles_after(self, at: int, stop: int, card: _Card, starts: list[int]) -> None:
        """Reads the lines under a name into its card, up to running text, another section or the next person's."""
        for number in range(at + 1, min(stop, at + 1 + MAX_CARD_LINES)):
            entry = self.entries[number]
            if self._ends_card(entry, at, card) or self._heads_list(number, stop):
                break
            if not self._take(number, stop, card, starts):
                break
        if card.organization and self.board and all(post.kind == "board" for post in card.posts):
            card.organization = ""  # under a board's heading the line names the member's employer
        if card.organization:
            card.posts = [self._whole_line(post, card) for post in card.posts]
        card.posts = joined(card.posts)

    def _ends_card(self, entry: Entry, at: int, card: _Card) -> bool:
        """Whether a line is the heading of another section."""
        if entry.line.role != "heading" or self._says_more(entry, at):
            return False
        name = self.entries[at].line
        if card.posts == [] and is_group(entry.line.text):
            return True
        if name.role != "heading" and (card.posts or entry.kind != "title"):
            return True
        if entry.kind == "title" and not card.posts and self.boxes.holds_alone(at, entry):
            return False  # a box of its own for each person: the title is set larger than the name
        section = entry.kind == "organization" and self.entries[at + 1].line.role != "heading"
        return bool(name.level and entry.line.level < name.level + section)

    def _says_more(self, entry: Entry, at: int) -> bool:
        """Whether a heading of a card only adds to its name: "Ann Vale – Leading with Care" under "Ann Vale"."""
        name = self.entries[at].name
        behind = entry.line.text.partition(name.name)[2] if name is not None else ""
        shared = entry.line.boxes[:1] == self.entries[at].line.boxes[:1]
        return entry.kind != "name" and shared and is_dash_mark(behind.strip()[:1])

    def _heads_list(self, at: int, stop: int) -> bool:
        """Whether a line under a name is the heading over the next names of a board."""
        return self.board and at + 1 == stop < len(self.entries) and at in self.sections.groups

    def _take(self, number: int, stop: int, card: _Card, starts: list[int]) -> bool:
        """Takes one line into the card; False where the card ends."""
        entry = self.entries[number]
        if entry.kind == "title":
            return self._take_title(number, stop, card, starts)
        if entry.kind == "organization":
            if not card.organization:
                card.organization = PLACE.sub("", entry.line.text)
                card.used.append(entry.number)
            return True
        bare = len(card.posts) == 1 and card.posts[0].title.lower().endswith(card.posts[0].head)
        duty = is_duty(entry.line.text) if bare else not card.posts and self._is_duty_alone(entry, card.at)
        if duty and not card.posts and self._is_employer(entry, card.at):
            return True
        if duty and not card.organization and (len(card.posts) == 1 or (not card.posts and self._listed(starts))):
            card.posts.append(PostSpan(entry.line.text, "", "manager", "department"))
            card.used.append(entry.number)
            return True
        if entry.kind == "text" or card.posts:
            return False
        if entry.line.role == "heading" and self._says_more(entry, card.at):
            return True
        card.skipped += 1
        return card.skipped <= 1

    def _is_employer(self, entry: Entry, at: int) -> bool:
        """Whether a line under a member of the board is where the member works: "South Central Health Center"."""
        if not self.board or entry.line.text.lower().rpartition(" ")[2] not in ORGANIZATION_NOUNS:
            return False
        post = self.sections.post_over(at)
        return post is not None and post.kind == "board"

    def _is_duty_alone(self, entry: Entry, at: int) -> bool:
        """Whether a line under a name is a duty; one word is enough under the heading of those who manage a house."""
        one = entry.line.text.lower() in DEPARTMENTS and self.sections.is_of_management(at)
        return entry.kind == "department" or one

    def _take_title(self, number: int, stop: int, card: _Card, starts: list[int]) -> bool:
        entry = self.entries[number]
        if card.posts and card.posts[-1].head != "department" and not adds(entry):
            return True
        if card.posts and self.board and card.posts[-1].kind == "board" and any(p.organization for p in entry.posts):
            self.read.used.add(entry.number)
            return True  # what the member of a board does elsewhere
        if card.posts and (card.organization or self._belongs_to_next(number, stop, starts)):
            return False
        if not card.posts:
            card.status = entry.status
        card.posts.extend(entry.posts)
        card.used.append(entry.number)
        return True

    def _whole_line(self, post: PostSpan, card: _Card) -> PostSpan:
        """Where the organization has a line of its own, a unit behind the title's comma is part of the title."""
        if not post.organization or post.organization == card.organization:
            return post
        for entry in self.entries:
            mine = entry.number in card.used and entry.kind == "title" and entry.posts == (post,)
            if mine and ", " + post.organization in entry.line.text:
                return replace(post, title=entry.line.text, organization="")
        return post

    def _belongs_to_next(self, number: int, stop: int, starts: list[int]) -> bool:
        return number + 1 == stop and stop in starts and not self.boxes.same(number, stop - 1)

    def _listed(self, starts: list[int]) -> bool:
        """Whether several names of the page stand above a title: then a duty alone is one too."""
        return sum(1 for at in starts if at + 1 < len(self.entries) and self.entries[at + 1].kind == "title") >= 2

    def _organization_after(self, at: int, stop: int, card: _Card) -> str:
        told = at < min(stop, len(self.entries)) and self.entries[at].kind == "organization"
        told = told and not self._ends_card(self.entries[at], at - 1, card)
        return PLACE.sub("", self.entries[at].line.text) if told else ""

    def _of_board(self, post: PostSpan) -> PostSpan:
        """ "Member" on the page of a board is a seat on it."""
        if post.head in {"member", "members"} and self.board:
            return replace(post, kind="board")
        return post

    def _quote(self, used: list[int]) -> str:
        """The lines from the first to the last that were read, as they follow one another on the page."""
        first, last = min(used), max(used)
        if last - first > MAX_CARD_LINES:
            last = first
        quote = " ".join(line.text for line in self.lines[first : last + 1])
        return quote if len(quote) <= QUOTE_LIMIT else self.lines[first].text[:QUOTE_LIMIT]
