"""Who holds which post, by the grammar of a sentence: apposition, title before the name, predicate, appointment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from research.pages.asides import is_no_subject, is_of_whose, stands_aside
from research.pages.lexicon import PLURALS, VERBS
from research.pages.mention import Mention
from research.pages.officer_lists import lists_officers, takes_away
from research.pages.person_names import NameSpan
from research.pages.predicates import event_status, fills, perfect_status, predicate_of, status_of
from research.pages.prose_mentions import ProseMentions
from research.pages.prose_patterns import (
    ACTIVE,
    ACTIVE_VERB,
    APPOSITION,
    AS_LEAD,
    AS_SINCE,
    BUT,
    CHAINED,
    CHOSEN_FIRST,
    CONDITION,
    EVENT,
    FOR_YEARS,
    FORMERLY,
    GREW,
    HOLDS_IT,
    LEAVING,
    LEFT,
    LISTED,
    MAY_BE,
    NAMES_TO,
    NEXT_DUTY,
    NEXT_NAME,
    NO_LONGER,
    ONCE,
    PAST_VERB,
    PERFECT,
    PRESENT,
    REPLACES,
    REPORTED,
    REVERSED,
    SECOND_POST,
    SITS,
    TAKEN_BY,
    THAT,
    TOLD_THEN_AS,
    UNREAL,
    WHILE_ONCE,
    WOULD,
)
from research.pages.sentence_names import Known, Sentence, names_of
from research.pages.sentence_posts import of_one, with_shared_boards
from research.pages.titles import TitleSpan
from research.types import PartialDate

CONCESSION = 120
"""Characters behind a title in which "but" may follow."""
_NEXT = re.compile(r"[,;]?\s{0,2}(?:and\s)?(?:the\s|our\s|its\s|their\s)?")
"""What stands between a holder and the next post of a list that names the posts first."""
_AND_THE = re.compile(r",?\sand\s(?:the|our|its|their)\s")


def mentions_in(sentences: list[Sentence], known: Known, published: PartialDate | None) -> list[Mention]:
    """Every post that the sentences of one paragraph give to somebody by their grammar."""
    found: list[Mention] = []
    for sentence in sentences:
        names = names_of(sentence, known)
        if sentence.titles and names:
            found.extend(_bound(sentence, tuple(names), published))
        if names and names[0][0].start < 12 and _is_somebody(names[0], sentence, known):
            current = "" if _opens_aside(names[0][0], sentence) else names[0][1]
            known = known if current == known.current else replace(known, current=current)
    return found


@lru_cache(maxsize=512)  # a paragraph is read again when the page's people are known, and most have no more names then
def _bound(
    sentence: Sentence, names: tuple[tuple[NameSpan, str], ...], published: PartialDate | None
) -> tuple[Mention, ...]:
    """The posts that one sentence gives to its names."""
    return tuple(_Relations(sentence, list(names), published).read())


def _opens_aside(span: NameSpan, sentence: Sentence) -> bool:
    """Whether the first name of a sentence belongs to a clause about somebody unnamed: "The man who hired Ana Doe"."""
    tokens = sentence.tokens
    return stands_aside(sentence.text, tokens[span.outer_start].start, tokens[span.outer_end - 1].end)


def _is_somebody(pair: tuple[NameSpan, str], sentence: Sentence, known: Known) -> bool:
    span, name = pair
    return span.certain or sentence.tokens[span.start].lower in known.short or name in known.people


class _Relations(ProseMentions):
    """Binds the titles of one sentence to its names."""

    def read(self) -> list[Mention]:
        found = self.found
        for number, title in enumerate(self.s.titles):
            mention = None if self._heads_list(number, title) else self._bind(number, title)
            mention = self._of_group(mention, number) if mention is not None and self.groups else mention
            if mention is not None:
                self.bound[number] = mention.name
                found.append(mention)
                if mention.source == "before" and title.posts[-1].head in PLURALS:
                    others = list(self._others_of(title, mention))
                    found[-1] = of_one(mention) if others else mention
                    found.extend(others)
                elif (
                    mention.source == "event" and title.posts[-1].head in PLURALS and mention.name == self._left(title)
                ):
                    found[-1:] = [*reversed(list(self._others_before(title, mention))), of_one(mention)]
        return with_shared_boards(found, self.s.text)

    def _others_of(self, title: TitleSpan, first: Mention) -> Iterator[Mention]:
        """The other people of a list behind one title: "trustees Ana Roe, Bo Lim and Kit Doe"."""
        begins = next((at for at, pair in enumerate(self.names) if pair[0].outer_start >= title.end), len(self.names))
        listed = self.names[begins:]
        if not listed or listed[0][1] != first.name:
            return
        duties = self._gap(title.outer_end, listed[0][0].outer_start).strip(" :") in {"are", "include"}
        if not duties and not self._adjacent(title, listed[0][0]):
            return
        for (before, _), pair in pairwise(listed):
            if not (NEXT_DUTY if duties else NEXT_NAME).fullmatch(self._gap(before.outer_end, pair[0].outer_start)):
                return
            yield of_one(self._mention(title, pair, "before", first.status))

    def _bind(self, number: int, title: TitleSpan) -> Mention | None:
        left = self._left_name(title)
        if title.body:
            return self._seat(title, left) if left is not None else None
        right = self._right_name(title)
        if right is not None and self._adjacent(title, right[0]) and not self._claims(left, title, number):
            return self._mention(title, right, "before", status_of(self.s, title))
        if right is not None and left is not None and self._next_of_list(title, left, right):
            return self._mention(title, right, "before", status_of(self.s, title))
        if left is not None:
            mention = self._from_left(number, title, left)
            if mention is not None:
                return mention
        if right is not None:
            return self._from_right(number, title, right)
        return None

    def _seat(self, title: TitleSpan, left: tuple[NameSpan, str]) -> Mention | None:
        """A seat on a board, for everybody of the list that the verb speaks of."""
        gap = self._gap(left[0].outer_end, title.outer_start)
        lead = self.s.text[: self.s.tokens[left[0].start].start]
        event = EVENT.search(gap)
        seated = (event and fills(gap[: event.start()])) or SITS.fullmatch(gap)
        if not seated and not (ACTIVE.fullmatch(gap) and ACTIVE_VERB.search(lead)):
            return None
        at = self.names.index(left)
        while at > 0 and LISTED.fullmatch(self._gap(self.names[at - 1][0].outer_end, self.names[at][0].outer_start)):
            at -= 1
            self.found.append(self._mention(title, self.names[at], "event", "current"))
        return self._mention(title, left, "event", "current")

    def _claims(self, left: tuple[NameSpan, str] | None, title: TitleSpan, number: int) -> bool:
        """Whether the name on the left owns the title although another follows at once."""
        if left is None or number in self.bound:
            return False
        if self._speaks(title):
            return False
        gap = self._gap(left[0].outer_end, title.outer_start)
        names_before = left[0].outer_end
        if gap.strip() != "," or names_before != title.outer_start - 1:
            return False
        # "Ann Vale, CEO of Elm Health, Inc. Bo Lim, CEO of Oak": a list whose marks are lost
        placed = title.outer_end > title.end and bool(title.posts[-1].organization)
        return self.s.tokens[title.start].text.islower() or (placed and not self._named_behind(left[1]))

    def _speaks(self, title: TitleSpan) -> bool:
        """Whether the name behind a title has a verb of its own: "to replace Bo Lim, chair Ann Vale said"."""
        name = self._right_name(title)
        behind = self.s.tokens[name[0].outer_end :] if name is not None else []
        return bool(behind) and behind[0].lower in VERBS

    def _next_of_list(self, title: TitleSpan, left: tuple[NameSpan, str], right: tuple[NameSpan, str]) -> bool:
        """Whether a list puts each post before its holder: "the chief nurse, Ana Lim, and the director, Bo Doe"."""
        if not self._named_behind(left[1]):
            return False
        apart = _NEXT.fullmatch(self._gap(left[0].outer_end, self._starts(title, left[0])))
        return apart is not None and self._gap(title.outer_end, right[0].outer_start).strip() == ","

    def _named_behind(self, name: str) -> bool:
        """Whether the last post that was read stands before its holder's name."""
        return bool(self.found) and self.found[-1].source == "before" and self.found[-1].name == name

    # --- name first --------------------------------------------------------------------------------------------------

    def _from_left(self, number: int, title: TitleSpan, left: tuple[NameSpan, str]) -> Mention | None:
        left = self._successor(number, title, left)
        name = left[0]
        gap = self._gap(name.outer_end, self._starts(title, name))
        pronoun = self.s.tokens[name.start].lower in {"he", "she"}
        if not pronoun and APPOSITION.fullmatch(gap) and self._opposite(gap, title, name, number):
            return self._mention(title, left, "apposition", status_of(self.s, title, gap))
        if not pronoun and self._is_aside(name, gap):
            subject = self._before_aside(left)
            return None if subject is None else self._from_left(number, title, subject)
        if NO_LONGER.search(gap):
            return self._mention(title, left, "predicate", "former")
        if not pronoun and self._conceded(gap, title):
            return self._mention(title, left, "predicate", status_of(self.s, title))
        if (UNREAL.search(gap[-330:]) and not self._reported(name, gap)) or self._supposed(name, gap):
            return None
        if number and self.bound.get(number - 1) == left[1]:
            further = self._beyond_title(number, title, left)
            if further is not None:
                return further
        if not pronoun and TOLD_THEN_AS.fullmatch(gap) and NAMES_TO.search(self._before(name)[-40:]):
            return self._mention(title, left, "event", status_of(self.s, title))
        relation = predicate_of(self.s, gap, title)
        if relation is not None:
            return self._mention(title, left, *relation)
        lead = self._before(name)
        if not pronoun and ACTIVE.fullmatch(gap) and "ed by" in lead[-20:] and (by := TAKEN_BY.search(lead[-60:])):
            self._left_behind(title, left, "outgoing" if by["soon"] else "former")
            return self._mention(title, left, "event", "incoming" if by["soon"] else status_of(self.s, title))
        if not pronoun and ACTIVE.fullmatch(gap) and self._gives(lead, gap):
            status = "outgoing" if LEAVING.search(lead[-60:]) else status_of(self.s, title)
            return self._mention(title, left, "event", status)
        return self._beyond_title(number, title, left)

    def _gives(self, lead: str, gap: str) -> bool:
        """Whether the words before a name give it the post behind "as", as an appointment or a list of officers."""
        return (bool(ACTIVE_VERB.search(lead)) or lists_officers(lead, gap)) and not takes_away(lead)

    def _is_aside(self, name: NameSpan, gap: str) -> bool:
        """Whether what follows on a name is said of somebody else: "Jo Roe, who hired Ana Doe, is chief nurse"."""
        tokens = self.s.tokens
        opens = next((title.outer_start for title in self.s.titles if title.end == name.outer_start), name.outer_start)
        return is_no_subject(self.s.text, tokens[opens].start, tokens[name.outer_end - 1].end, gap)

    def _told_aside(self, name: NameSpan, title: TitleSpan) -> bool:
        """Whether a further title is of the one whose clause holds the name: "Jo, whose aunt Ana runs Elm, chairs"."""
        start, end = self.s.tokens[name.outer_start].start, self.s.tokens[name.outer_end - 1].end
        return stands_aside(self.s.text, start, end) or is_of_whose(
            self.s.text, start, self._gap(name.outer_end, title.end)
        )

    def _before_aside(self, left: tuple[NameSpan, str]) -> tuple[NameSpan, str] | None:
        """Whom the clause that holds the name speaks of: the name before it, where a comma parts the two."""
        at = self.names.index(left)
        if at == 0:
            return None
        gap = self._gap(self.names[at - 1][0].outer_end, left[0].outer_start)
        return self.names[at - 1] if gap.lstrip().startswith((",", "(", "–", "—", "who ")) else None

    def _reported(self, name: NameSpan, gap: str) -> bool:
        """Whether "would" is of reported speech: "he said Monday that Jane Roe would serve as interim CEO"."""
        lead = self.s.text[: self.s.tokens[name.outer_start].start]
        if not WOULD.match(gap) or " if " in lead:
            return False
        that = THAT.search(lead[-200:])
        return bool(that and REPORTED.search(that.string[: that.start()]))

    def _conceded(self, gap: str, title: TitleSpan) -> bool:
        """Whether "may" grants what is so: "Jane Roe may be the new chair, but she is no newcomer"."""
        if MAY_BE.fullmatch(gap) is None:
            return False
        end = self._end_of(title)
        but = BUT.search(self.s.text, end, end + CONCESSION)
        return but is not None and ";" not in self.s.text[end : but.start()]

    def _supposed(self, name: NameSpan, gap: str) -> bool:
        """Whether the words before a name make what is said of it a condition or a rumor: "If elected, Jane Roe"."""
        lead = self.s.text[: self.s.tokens[name.outer_start].start]
        return bool(CONDITION.search(f"{lead[-160:]}") or CONDITION.match(gap.lstrip(" ,")))

    def _successor(self, number: int, title: TitleSpan, left: tuple[NameSpan, str]) -> tuple[NameSpan, str]:
        """In "X succeeds Y as president" the title is X's; Y held it before."""
        at = self.names.index(left)
        lead = self.s.text[: self.s.tokens[left[0].outer_start].start]
        gap = self._gap(left[0].outer_end, self._starts(title, left[0]))
        if at == 0 or not REPLACES.search(lead[-40:]) or not ACTIVE.fullmatch(gap):
            return left
        self.bound.setdefault(number, left[1])
        self.found.append(self._mention(title, left, "predicate", "former"))
        return self.names[at - 1]

    def _opposite(self, gap: str, title: TitleSpan, name: NameSpan, number: int) -> bool:
        """Whether a bare gap is an apposition: with a mark always, without one where capitals or a verb make it so."""
        if gap.strip() == ".":
            return self._is_list_entry(title, name)
        if _AND_THE.fullmatch(gap) and self._named_behind(self.s.name(name)):
            return False  # "the CEO, Ann Vale, and the chief nurse": somebody else
        if gap.strip(" ") and gap.strip()[0] in ",(–—-:|":
            return gap.strip() != "," or not self._list_of_titles_first(number)
        if " and " in f" {gap} ":
            return False
        text = self.s.tokens[title.start].text
        return (
            text[0].isupper()
            or "the" in gap.split()
            or bool(ACTIVE_VERB.search(self.s.text[: self.s.tokens[name.start].start]))
        )

    def _is_list_entry(self, title: TitleSpan, name: NameSpan) -> bool:
        """The form of a directory: "Jane Roe, MD. President of Oak Hospital"."""
        return name.outer_start == 0 and title.outer_start == name.outer_end + 1

    def _list_of_titles_first(self, number: int) -> bool:
        """In "CEO Jane Roe, CFO Bob Doe, ..." every title belongs to the name behind it."""
        if number == 0:
            return False
        title = self.s.titles[number]
        right = self._right_name(title)
        return right is not None and self._adjacent(title, right[0])

    def _beyond_title(self, number: int, title: TitleSpan, left: tuple[NameSpan, str]) -> Mention | None:
        """A title after another title of the same subject: "X, medical director of A, has been elected chair of B"."""
        if number == 0:
            return None
        previous = self.s.titles[number - 1]
        owner = self.bound.get(number - 1)
        if owner is None or previous.outer_end > title.start:
            return None
        subject = next((pair for pair in self.names if pair[1] == owner), None)
        if subject is None or (subject[0].start > previous.start and left[1] != owner):
            return None
        named_since = left[1] != owner and left[0].start >= previous.outer_end
        if named_since and self.s.tokens[left[0].start].lower not in {"he", "she"}:
            return None
        if self._told_aside(subject[0], title):
            return None
        gap = self._gap(
            previous.outer_end, title.outer_start if title.outer_start >= previous.outer_end else title.start
        )
        if "“" in gap or '"' in gap:
            return None
        grew = GREW.search(self.s.text[: self.s.tokens[title.start].start])
        event = EVENT.search(gap)
        if event and event.start() < 160:
            return self._mention(title, subject, "event", "former" if grew else event_status(gap, title))
        if PRESENT.search(gap):
            return self._mention(title, subject, "predicate", status_of(self.s, title))
        if PERFECT.search(gap):
            return self._mention(title, subject, "predicate", perfect_status(self.s, gap, title))
        if CHAINED.fullmatch(gap) and self.found and self.found[-1].source == "event":
            return self._mention(title, subject, "event", self.found[-1].status)
        if SECOND_POST.fullmatch(gap):
            return self._mention(title, subject, "apposition", "former" if grew else status_of(self.s, title))
        if PAST_VERB.search(gap) or LEFT.search(gap):
            return self._mention(title, subject, "predicate", "former")
        return None

    # --- title first -------------------------------------------------------------------------------------------------

    def _from_right(self, number: int, title: TitleSpan, right: tuple[NameSpan, str]) -> Mention | None:
        gap = self._gap(title.outer_end, right[0].outer_start)
        lead = self.s.text[: self.s.tokens[title.outer_start].start]
        if self.s.tokens[right[0].start].lower in {"he", "she"} or number in self.bound:
            return None
        gap_behind = self.s.text[self.s.tokens[right[0].outer_end - 1].end :]
        if "who " in gap_behind and HOLDS_IT.match(gap_behind):
            return self._mention(title, right, "event", "current")
        if REVERSED.fullmatch(gap) and gap.strip() != "-":
            if title.posts[-1].head in _SEVERAL:
                return None  # "Other officers are Jane Roe, treasurer"
            return self._mention(title, right, "before", status_of(self.s, title))
        if gap.strip() == "was" and CHOSEN_FIRST.match(self.s.text):
            return self._mention(title, right, "event", status_of(self.s, title))
        if ONCE.search(lead):
            return self._mention(title, right, "before", "former") if AS_SINCE.fullmatch(gap) else None
        if self._as_lead(lead) and lead.strip() and gap.strip() != "," and AS_SINCE.fullmatch(gap):
            mention = self._mention(title, right, "before", status_of(self.s, title))
            return replace(mention, weight=LASTED) if FOR_YEARS.search(gap) else mention
        if gap.strip() == "," and (
            self._as_lead(lead) or not self._commas_after(right[0]) or self.s.tokens[title.start].is_capital
        ):
            if FORMERLY.search(lead[-60:]) and not self._as_lead(lead):
                return None
            status = "former" if WHILE_ONCE.search(lead[-80:]) else status_of(self.s, title)
            return self._mention(title, right, "before", status)
        return None

    def _as_lead(self, lead: str) -> bool:
        return bool(AS_LEAD.search(lead[-40:])) or not lead.strip(' “"')

    def _commas_after(self, name: NameSpan) -> bool:
        return (
            name.outer_end < len(self.s.tokens)
            and self.s.tokens[name.outer_end].text == ","
            and name.outer_end + 1 < len(self.s.tokens)
        )


LASTED = 66
"""Weight of a post of which only is told how long it lasted; one to which somebody came is the later."""
_SEVERAL = frozenset("officers members directors trustees executives leaders managers".split())
