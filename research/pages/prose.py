"""Who holds which post, by the grammar of a sentence: apposition, title before the name, predicate, appointment."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from research.pages.dates import DateFound, dates_in
from research.pages.lexicon import HONORIFICS, STOPPERS
from research.pages.mention import WEIGHT, Mention, Source
from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.person_names import NameSpan, find_names
from research.pages.sentences import sentence_spans
from research.pages.titles import PostSpan, TitleReader, TitleSpan
from research.pages.tokens import Token, slice_text, tokenize
from research.types import PartialDate

# What may stand between the verb and the title.
_FLUFF = (
    r"(?:\s{0,3}(?:the|a|an|its|their|our|his|her|as|new|newest|next|first|full-time|fulltime|permanent|to|be|"
    r"serve|of)\b){0,5}\s{0,3}"
)
_BY = (
    r"(?:\s{0,3},?\s{0,3}(?:officially|recently|also|currently|now|previously|just|newly|unanimously|"
    r"formally)\b){0,3}\s{0,3}"
)
_ROLE = (
    r"(?:\s{0,3}(?:in|into|to|as|for)?\s{0,3}(?:the|a|this)?\s{0,3}(?:newly[- ]created\s|new\s)?(?:position|role|post|"
    r"title|office|job|duties|responsibilities)s?\s(?:of|as))?"
)
_NAMED = (
    r"(?:named|appointed|promoted|elected|re-?elected|re-?appointed|selected|hired|chosen|tapped|"
    r"picked|installed|confirmed"
    r"|recruited|elevated|designated|announced|approved|sworn in|introduced|welcomed|inducted|brought on|voted in)"
)
_APPOSITION = re.compile(
    r"\s{0,3}(?:[,(:–—|-]\s{0,3})?(?:(?:who is|the|our|its|their|a|an|currently|now|new|and)\s{1,3}){0,3}"
)
_EVENT = re.compile(
    rf"""(?:
      \b(?:has\s{{1,3}}been|have\s{{1,3}}been|had\s{{1,3}}been|was|were|is|are|being|been|will\s{{1,3}}be
        |to\s{{1,3}}be|gets?|got)\b{_BY}{_NAMED}\b
    | \b{_NAMED}\b
    | \b(?:has\s{{1,3}}|have\s{{1,3}}|had\s{{1,3}}|will\s{{1,3}}|is\s{{1,3}}|was\s{{1,3}})?(?:join(?:s|ed
      |ing)?|rejoin(?:s|ed)?|return(?:s|ed
      |ing)?)\b[^;]{{0,110}}?(?=\b(?:as|to\sbe)\b)
    | \b(?:becom(?:es?|ing)|became|to\s{{1,3}}become|will\s{{1,3}}become|has\s{{1,3}}become)\b
    | \b(?:assum(?:es?|ed|ing)|tak(?:es|ing|e)\s{{1,3}}over|took\s{{1,3}}over|takes?\s{{1,3}}on|took\s{{1,3}}on
      |step(?:s|ped
      |ping)?\s{{1,3}}in(?:to)?|accept(?:s|ed)|transition(?:s|ed|ing)?|mov(?:es|ed|ing)|fill(?:s|ed|ing)?|succeed(?:s
      |ed|ing)?[^;]{{0,60}}?\bas|replac(?:es|ed|ing)[^;]{{0,60}}?\bas)\b
    | \b(?:will|to)\s{{1,3}}(?:serve|lead|start|begin)\b[^;]{{0,60}}?(?=\bas\b)
    | \b(?:start|begin|began|begun)(?:s|ed|ing)?\b[^;]{{0,60}}?(?=\bas\b)
    )(?:\s{{1,3}}(?:by|from)\s[^,;]{{1,60}})?(?:\s{{1,3}}(?:in|on|effective|since)\s[^;]{{0,40}}?)?{_ROLE}{_FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"\A\s{{0,3}},?\s{{0,3}}(?:(?:[^,;:.]{{0,90}},\s{{0,3}})?(?:as|to|to\s{{1,3}}serve\s{{1,3}}as|"
    rf"to\s{{1,3}}be|to\s{{1,3}}become|for|into|in)\b{_ROLE}{_FLUFF})$",
    re.IGNORECASE,
)
_ACTIVE_VERB = re.compile(
    r"\b(?:names?|named|naming|appoint(?:s|ed|ing|ment)?|promot(?:es?|ed|ing|ion)|hir(?:es?|ed|ing)|"
    r"select(?:s|ed|ion|ing)?"
    r"|elect(?:s|ed|ion)?|welcom(?:es?|ed|ing)|announc(?:es?|ed|ing)|add(?:s|ed)?|tap(?:s|ped)?|"
    r"pick(?:s|ed)?|cho(?:ose|oses|se)"
    r"|introduc(?:es?|ed|ing)|recruit(?:s|ed|ing)?|arrival|addition|reappoint(?:s|ed|ment)?|"
    r"elevat(?:es?|ed|ion)|install(?:s|ed)?"
    r"|transition|retirement|resignation|departure|hire)\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"\b(?:retirement|resignation|departure|retir(?:es?|ing|ed)|resign(?:s|ed|ing)?|step(?:s|ping|"
    r"ped)?\sdown|depart(?:s|ing|ed)|leav(?:es?|ing)|left)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    rf"""\b(?:(?P<past>resigned|retired|stepped\sdown|departed|left)
    |(?:will|to|is|plans\sto|intends\sto|announced\s(?:his|her|that\s(?:he|she)\swill)
      |has\sannounced[^;]{{0,40}})?\s{{0,3}}
    (?:step(?:s|ping)?\sdown|retir(?:es?|ing|ement)|resign(?:s|ing|ation)?|depart(?:s|ing)?|leav(?:es?|ing)))\b
    (?:\s(?:from|his|her|their|the|a|current|active)){{0,3}}{_ROLE}{_FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"""\b(?:
      (?:who\s{{1,3}})?(?:is|am|remains?|continues?)\b(?:\s{{1,3}}(?:also|currently|now|presently|still|both
        |serving|working
        |acting|proud\s{{1,3}}to\s{{1,3}}be|honored\s{{1,3}}to\s{{1,3}}be|pleased\s{{1,3}}to\s{{1,3}}be))*
    | \b(?:serves?|works?|acts?|doubles?|functions?)\b(?:\s{{1,3}}(?:currently|also|now|proudly|at|for|with|in
      |[A-Z][\w'’&|-]*|the|both|of)){{0,9}}\s{{1,3}}(?=as\b)
    | \b(?:holds?|occup(?:y|ies)|carries)\b
    )(?:\s{{1,3}}(?:currently|also|now|both))?{_ROLE}{_FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
_PERFECT = re.compile(
    rf"""\b(?:has|have|'ve|’ve)\s{{1,3}}(?:(?:also|recently|since|most\s{{1,3}}recently|previously|proudly|successfully|long)\s{{1,3}})*
    (?:served|been|worked|acted|held|led|spent[^;]{{0,40}})\b[^;]{{0,60}}?{_ROLE}{_FLUFF}$""",
    re.VERBOSE | re.IGNORECASE,
)
_REVERSED = re.compile(
    r"\A\s{0,3},?\s{0,3}(?:is|are|:|–|—|-|will be|remains)\s{0,3}(?:now\s{1,3}|currently\s{1,3})?$", re.IGNORECASE
)
_FORMERLY = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|prior|past|before|after|most recently|was|were|had been|once|"
    r"earlier|then|served|began|started|until|ex|worked|stints?"
    r"|experience|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|retired|late|as an?)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(
    r"\b(?:was|were|served|worked|held|had|acted|spent|began|became|rose|led|been)\b", re.IGNORECASE
)
_PAST_EVENT = re.compile(
    r"\b(?:was|were|became|joined|began|started|took over|assumed|moved|transitioned|returned)\b", re.IGNORECASE
)
_LEFT = re.compile(
    r"\b(?:previous(?:ly)?|prior to|before (?:joining|coming|that)|former(?:ly)?|most recently|in "
    r"(?:his|her) (?:previous|former|prior))\b",
    re.IGNORECASE,
)


_HAD_BEEN = re.compile(r"\bhad been\b")
_TO_COME = re.compile(r"\b(?:will|to)\s{1,3}(?:become|be|serve|join|succeed|replace|take|assume|lead)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previously|also served)\b")
_SINCE_WORD = re.compile(r"\bsince\b")
_FORMER_BEFORE = re.compile(
    r"\b(?:formerly|previously|former|ex-|retired|then|late)[\s,-]{0,3}(?:the |an? |as )?$", re.IGNORECASE
)
_SECOND_POST = re.compile(
    r"\s{0,3},?\s{0,3}(?:and|as well as|where (?:he|she) is|who is)?\s{0,3}(?:also\s{1,3})?(?:serves?\s{1,3}as\s{1,3}|"
    r"is\s{1,3})?(?:the|a|an|as)?\s{0,3}"
)
_AS_LEAD = re.compile(
    r"\b(?:as|role as|position as|new|current|our|its|the)\s{0,3}(?:the|a|an)?\s{0,3}$", re.IGNORECASE
)
_DATE_LINK = re.compile(
    r"\A[^.;]{0,90}?\b(?:since|effective|beginning|starting|as of|in|on|from)\s{0,3}(?:early |late |mid-)?",
    re.IGNORECASE,
)
_DATE_START = re.compile(r"\b(?:since|effective|beginning|starting|as of)\s{0,3}$", re.IGNORECASE)
_DATE_WORD = re.compile(r"\b(?:since|effective|beginning|starting|as of)\b", re.IGNORECASE)
_SINCE_BEFORE = re.compile(r"\bsince\s{1,3}(?:early |late |mid-)?$", re.IGNORECASE)
_IN_BEFORE = re.compile(r"\b(?:in|on|effective|since)\s{1,3}(?:early |late |mid-)?$", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have)\b")
_STILL = re.compile(
    r"\b(?:since|currently|now|for (?:the (?:past|last) )?(?:more than |over |nearly |almost |about "
    r")?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several) years|to date)\b",
    re.IGNORECASE,
)
_BEFORE_SURNAME = STOPPERS | HONORIFICS


@dataclass(frozen=True, slots=True)
class Known:
    """The people of a page by the short names that stand for them, and the one last spoken of."""

    short: dict[str, str]
    people: frozenset[str] = frozenset()
    current: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its titles and whole names; read once, bound as often as more names become known."""

    text: str
    line: int
    tokens: list[Token]
    titles: list[TitleSpan]
    spans: list[NameSpan]
    covered: list[bool]

    def name(self, span: NameSpan) -> str:
        """The name as printed, without honorific and credentials."""
        return slice_text(self.text, self.tokens, span.start, span.end)


def read_sentences(text: str, line: int) -> list[Sentence]:
    """The sentences of a paragraph with their titles and names."""
    return [_read_sentence(piece, line) for start, end in sentence_spans(text) if (piece := text[start:end].strip())]


def _read_sentence(text: str, line: int) -> Sentence:
    tokens = tokenize(text)
    titles = TitleReader(text, tokens).find()
    covered = [False] * len(tokens)
    for title in titles:
        for at in range(title.start, title.end):
            covered[at] = True
    spans = find_names(tokens, covered)
    titles = [title for title in titles if not _inside_name(title, spans)]
    for span in spans:
        for at in range(span.outer_start, span.outer_end):
            covered[at] = True
    return Sentence(text, line, tokens, titles, spans, covered)


def _names_of(sentence: Sentence, known: Known) -> list[tuple[NameSpan, str]]:
    """The names of a sentence with the whole name that each stands for, in order."""
    names = [(span, _full(sentence.name(span), known)) for span in sentence.spans]
    for at, token in enumerate(sentence.tokens):
        if sentence.covered[at] or not token.is_word:
            continue
        if token.is_capital and token.lower in known.short and not _part_of_more(sentence.tokens, at, sentence.covered):
            names.append((_single(at), known.short[token.lower]))
        elif known.current and token.lower in {"he", "she"}:
            names.append((_single(at), known.current))
    names.sort(key=lambda pair: pair[0].start)
    return names


def _inside_name(title: TitleSpan, spans: list[NameSpan]) -> bool:
    return any(span.start <= title.start < span.end for span in spans)


def _single(at: int) -> NameSpan:
    return NameSpan(at, at + 1, at, at + 1, "", (), certain=False)


def _part_of_more(tokens: list[Token], at: int, covered: list[bool]) -> bool:
    """A surname inside a longer capitalized group is the group's: "Roe Family Practice"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    if after is not None and after.is_word and after.is_capital and not covered[at + 1] and after.lower not in STOPPERS:
        return True
    return bool(
        before is not None
        and before.is_word
        and before.is_capital
        and before.lower not in _BEFORE_SURNAME
        and at > 1
        and not covered[at - 1]
    )


def _full(name: str, known: Known) -> str:
    words = name.split()
    if len(words) == 1:
        return known.short.get(words[0].lower(), name)
    return name


def mentions_in(sentences: list[Sentence], known: Known, published: PartialDate | None) -> list[Mention]:
    """Every post that the sentences of one paragraph give to somebody by their grammar."""
    found: list[Mention] = []
    current = known.current
    for sentence in sentences:
        names = _names_of(sentence, replace(known, current=current))
        if sentence.titles and names:
            found.extend(_Relations(sentence, names, published).read())
        if names and names[0][0].start < 12 and _is_somebody(names[0], sentence, known):
            current = names[0][1]
    return found


def _is_somebody(pair: tuple[NameSpan, str], sentence: Sentence, known: Known) -> bool:
    span, name = pair
    return span.certain or sentence.tokens[span.start].lower in known.short or name in known.people


class _Relations:
    """Binds the titles of one sentence to its names."""

    def __init__(self, sentence: Sentence, names: list[tuple[NameSpan, str]], published: PartialDate | None) -> None:
        self.s = sentence
        self.names = names
        self.line = sentence.line
        self.published = published
        self.dates: tuple[DateFound, ...] = (
            dates_in(sentence.text, published) if any(c.isdigit() for c in sentence.text) else ()
        )
        self.bound: dict[int, str] = {}

    def read(self) -> list[Mention]:
        found: list[Mention] = []
        for number, title in enumerate(self.s.titles):
            mention = self._bind(number, title)
            if mention is not None:
                self.bound[number] = mention.name
                found.append(mention)
        return found

    def _bind(self, number: int, title: TitleSpan) -> Mention | None:
        left = self._left_name(title)
        right = self._right_name(title)
        if right is not None and self._adjacent(title, right[0]) and not self._claims(left, title, number):
            return self._mention(title, right, "before", self._status(title))
        if left is not None:
            mention = self._from_left(number, title, left)
            if mention is not None:
                return mention
        if right is not None:
            return self._from_right(number, title, right)
        return None

    def _left_name(self, title: TitleSpan) -> tuple[NameSpan, str] | None:
        before = [pair for pair in self.names if pair[0].outer_end <= title.start]
        return before[-1] if before else None

    def _right_name(self, title: TitleSpan) -> tuple[NameSpan, str] | None:
        return next((pair for pair in self.names if pair[0].outer_start >= title.end), None)

    def _adjacent(self, title: TitleSpan, name: NameSpan) -> bool:
        """The name follows with nothing between, as in "CEO Jane Roe"."""
        return name.outer_start in {title.end, title.outer_end} and self.s.tokens[name.outer_start].is_capital

    def _claims(self, left: tuple[NameSpan, str] | None, title: TitleSpan, number: int) -> bool:
        """Whether the name on the left owns the title although another follows at once."""
        if left is None or number in self.bound:
            return False
        gap = self._gap(left[0].outer_end, title.outer_start)
        names_before = left[0].outer_end
        return (
            gap.strip() == "," and names_before == title.outer_start - 1 and self.s.tokens[title.start].text.islower()
        )

    def _gap(self, start: int, end: int) -> str:
        tokens = self.s.tokens
        if start >= end:
            return ""
        begin = tokens[start - 1].end if start else 0
        return self.s.text[begin : tokens[end].start] if end < len(tokens) else self.s.text[begin:]

    def _starts(self, title: TitleSpan, name: NameSpan) -> int:
        return title.outer_start if title.outer_start >= name.outer_end else title.start

    # --- name first --------------------------------------------------------------------------------------------------

    def _from_left(self, number: int, title: TitleSpan, left: tuple[NameSpan, str]) -> Mention | None:
        name = left[0]
        gap = self._gap(name.outer_end, self._starts(title, name))
        pronoun = self.s.tokens[name.start].lower in {"he", "she"}
        if not pronoun and _APPOSITION.fullmatch(gap) and self._opposite(gap, title, name, number):
            return self._mention(title, left, "apposition", self._status(title, gap))
        relation = self._predicate(gap, title)
        if relation is not None:
            return self._mention(title, left, *relation)
        if (
            not pronoun
            and _ACTIVE.fullmatch(gap)
            and _ACTIVE_VERB.search(self.s.text[: self.s.tokens[name.start].start])
        ):
            lead = self.s.text[: self.s.tokens[name.start].start]
            status = "outgoing" if _LEAVING.search(lead[-60:]) else self._status(title)
            return self._mention(title, left, "event", status)
        return self._beyond_title(number, title, left)

    def _opposite(self, gap: str, title: TitleSpan, name: NameSpan, number: int) -> bool:
        """Whether a bare gap is an apposition: with a mark always, without one where capitals or a verb make it so."""
        if gap.strip(" ") and gap.strip()[0] in ",(–—-:|":
            return gap.strip() != "," or not self._list_of_titles_first(number)
        if " and " in f" {gap} ":
            return False
        text = self.s.tokens[title.start].text
        return (
            text[0].isupper()
            or "the" in gap.split()
            or bool(_ACTIVE_VERB.search(self.s.text[: self.s.tokens[name.start].start]))
        )

    def _list_of_titles_first(self, number: int) -> bool:
        """In "CEO Jane Roe, CFO Bob Doe, ..." every title belongs to the name behind it."""
        if number == 0:
            return False
        title = self.s.titles[number]
        right = self._right_name(title)
        return right is not None and self._adjacent(title, right[0])

    def _predicate(self, gap: str, title: TitleSpan) -> tuple[Source, str] | None:
        if len(gap) > 330:
            return None
        leaving = _LEAVES.search(gap)
        if leaving and self._fills(gap[: leaving.start()]):
            return "predicate", "former" if leaving.group("past") else "outgoing"
        event = _EVENT.search(gap)
        if event and self._fills(gap[: event.start()]):
            return "event", self._event_status(gap, title)
        present = _PRESENT.search(gap)
        if present and self._fills(gap[: present.start()]):
            return "predicate", self._status(title)
        perfect = _PERFECT.search(gap)
        if perfect and self._fills(gap[: perfect.start()]):
            return "predicate", self._perfect_status(gap, title)
        if _PAST_VERB.search(gap) and len(gap) < 120:
            return "predicate", "former"
        return None

    def _fills(self, fill: str) -> bool:
        """What may stand between subject and verb: nothing, an apposition between commas, an adverb."""
        fill = fill.strip()
        if len(fill) > 200 or ";" in fill or ":" in fill:
            return False
        if "“" in fill or '"' in fill:
            return False
        if fill.endswith("and") and "," not in fill:
            return len(fill.split()) <= 14  # a compound predicate: "practices X and is the ..."
        if not fill or fill in {",", "who", ", who", "-"}:
            return True
        if fill.startswith((",", "(", "–", "—")):
            return fill.endswith((",", ")", "–", "—", "who")) or len(fill) < 60
        return len(fill.split()) <= 3

    def _event_status(self, gap: str, title: TitleSpan) -> str:
        if title.status in {"interim", "acting"}:
            return title.status
        if _HAD_BEEN.search(gap):
            return "former"
        if _TO_COME.search(gap):
            return "incoming"
        return "former" if title.status == "former" else "current"

    def _perfect_status(self, gap: str, title: TitleSpan) -> str:
        if title.status != "current":
            return title.status
        tail = self.s.text[self.s.tokens[title.start].start :]
        if _EARLIER.search(gap) and not _SINCE_WORD.search(tail):
            return "former"
        return "perfect"

    def _status(self, title: TitleSpan, gap: str = "") -> str:
        if title.status != "current":
            return title.status
        before = self.s.text[max(0, self.s.tokens[title.start].start - 60) : self.s.tokens[title.start].start]
        if _FORMER_BEFORE.search(before + gap[-1:]):
            return "former"
        return "current"

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
        gap = self._gap(
            previous.outer_end, title.outer_start if title.outer_start >= previous.outer_end else title.start
        )
        if "“" in gap or '"' in gap:
            return None
        event = _EVENT.search(gap)
        if event and event.start() < 160:
            return self._mention(title, subject, "event", self._event_status(gap, title))
        if _PRESENT.search(gap):
            return self._mention(title, subject, "predicate", self._status(title))
        if _SECOND_POST.fullmatch(gap):
            return self._mention(title, subject, "apposition", self._status(title))
        if _PAST_VERB.search(gap) or _LEFT.search(gap):
            return self._mention(title, subject, "predicate", "former")
        return None

    # --- title first -------------------------------------------------------------------------------------------------

    def _from_right(self, number: int, title: TitleSpan, right: tuple[NameSpan, str]) -> Mention | None:
        gap = self._gap(title.outer_end, right[0].outer_start)
        lead = self.s.text[: self.s.tokens[title.outer_start].start]
        if self.s.tokens[right[0].start].lower in {"he", "she"} or number in self.bound:
            return None
        if _REVERSED.fullmatch(gap) and gap.strip() != "-":
            return self._mention(title, right, "before", self._status(title))
        if gap.strip() == "," and (
            self._as_lead(lead) or not self._commas_after(right[0]) or self.s.tokens[title.start].is_capital
        ):
            if _FORMERLY.search(lead[-60:]) and not self._as_lead(lead):
                return None
            return self._mention(title, right, "before", self._status(title))
        return None

    def _as_lead(self, lead: str) -> bool:
        return bool(_AS_LEAD.search(lead[-40:])) or not lead.strip(' “"')

    def _commas_after(self, name: NameSpan) -> bool:
        return (
            name.outer_end < len(self.s.tokens)
            and self.s.tokens[name.outer_end].text == ","
            and name.outer_end + 1 < len(self.s.tokens)
        )

    # --- the mention -------------------------------------------------------------------------------------------------

    def _mention(self, title: TitleSpan, pair: tuple[NameSpan, str], source: Source, status: str) -> Mention:
        span, name = pair
        posts = _without_name(title.posts, self.s.name(span))
        weight = WEIGHT[source]
        if status == "perfect":
            status, weight = ("current", 66) if _STILL.search(self.s.text) else ("former", 40)
        if source == "predicate" and title.weak_head and self._indefinite(title):
            weight = 55  # "is a seasoned executive" tells no post
        since = self._since(title, source, status)
        if source == "event" and _is_past(self._gap(span.outer_end, title.start)):
            weight = 58 if since else 70
        return Mention(
            name, self.line, source, posts, span.prefix, span.credentials, status, since,
            self._quote(title, span), weight, self._organization(title, span, source),
        )  # fmt: skip

    def _indefinite(self, title: TitleSpan) -> bool:
        before = [t.lower for t in self.s.tokens[max(0, title.start - 3) : title.start]]
        return "a" in before or "an" in before

    def _quote(self, title: TitleSpan, span: NameSpan) -> str:
        tokens = self.s.tokens
        start = min(tokens[span.outer_start].start, tokens[title.outer_start].start)
        end = max(tokens[span.outer_end - 1].end, tokens[max(title.outer_end, title.end) - 1].end)
        return self.s.text[start:end][:300]

    def _organization(self, title: TitleSpan, span: NameSpan, source: Source) -> str:
        """The organization that the sentence's verb names: "Mercy names Jane Roe CEO", "joined Mercy as CEO"."""
        if any(post.organization for post in title.posts):
            return ""
        tokens = self.s.tokens
        if source == "event":
            for at in range(span.outer_end, title.start):
                if tokens[at].lower in {
                    "joined",
                    "joins",
                    "join",
                    "joining",
                    "rejoins",
                    "rejoined",
                    "at",
                    "by",
                    "of",
                    "for",
                }:
                    found = read_organization(tokens, skip_determiner(tokens, at + 1), dashes=True)
                    if (
                        found
                        and found.end <= title.start
                        and found.proper
                        and tokens[found.end - 1].end - tokens[found.start].start > 2
                        and (found.noun or tokens[at].lower.startswith(("join", "rejoin")))
                    ):
                        return slice_text(self.s.text, tokens, found.start, found.end)
        for at in range(max(0, span.outer_start - 14), span.outer_start):
            if _ACTIVE_VERB.fullmatch(tokens[at].text) and at > 0 and source in {"event", "apposition", "before"}:
                first = next((begin for begin in range(at) if tokens[begin].is_capital), at)
                found = read_organization(tokens, first, dashes=True)
                if found and found.noun and found.end <= at and found.end >= at - 3:
                    return slice_text(self.s.text, tokens, found.start, found.end)
        return ""

    def _since(self, title: TitleSpan, source: Source, status: str) -> PartialDate | None:
        if status == "former" or not self.dates or source == "before":
            return None
        tokens = self.s.tokens
        start, end = tokens[title.start].start, tokens[title.outer_end - 1].end
        for date in self.dates:
            before = self.s.text[max(0, date.start - 70) : date.start]
            if date.start >= end:
                between = self.s.text[end : date.start]
                if _DATE_LINK.fullmatch(between):
                    if source == "apposition" and not _DATE_START.search(between):
                        continue
                    if not _DATE_WORD.search(between) and len(between) > 30:
                        continue
                    return date.date
            elif date.end <= start and source in {"event", "predicate"}:
                after = self.s.text[date.end : start]
                if _SINCE_BEFORE.search(before) or (
                    source == "event" and _IN_BEFORE.search(before) and len(after) < 120
                ):
                    return date.date
        return None


def _is_past(gap: str) -> bool:
    """An appointment told in the plain past ("was named", "became") may be long ago."""
    return bool(_PAST_EVENT.search(gap)) and not _HAS.search(gap)


def _without_name(posts: tuple[PostSpan, ...], name: str) -> tuple[PostSpan, ...]:
    """A name right before its title is no organization."""
    words = set(name.split())
    return tuple(
        replace(post, organization="") if post.organization and set(post.organization.split()) <= words else post
        for post in posts
    )
