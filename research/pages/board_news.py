"""Seats on boards told in running text: "Ann Vale joins the board of Oak Hospital", "new trustees Bo Lim and Ana Roe".

A seat without an office is told by what happens to people, and often to several at once. The names of one list are
read together; a sentence that speaks of candidates, of advice or of leaving gives nobody a seat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from research.pages.late_regex import late_regex
from research.pages.mention import WEIGHT, Mention
from research.pages.organizations_named import read_organization, skip_determiner
from research.pages.person_names import NameSpan
from research.pages.sentence_names import Sentence
from research.pages.titles import PostSpan
from research.pages.tokens import slice_text
from research.pages.whole_names import whole_organization
from research.types import QUOTE_LIMIT

_BODY = (
    r"(?:(?:serve|sit)\son\s)?(?:(?:the|its|our|their)\s)?(?P<house>(?:[\w’'&.-]{1,24}\s){0,8}?)"
    r"[Bb]oard\b(?:\sof\s(?:[Dd]irectors|[Tt]rustees|[Gg]overnors|[Cc]ommissioners|[Rr]egents|[Mm]anagers))?"
    r"(?!\s(?:[Cc]hair|[Pp]resident|[Vv]ice|[Ss]ecretary|[Tt]reasurer|[Oo]fficers?|as\s|[Rr]oom|[Mm]eetings?|[Cc]ertif))"
)
_MEMBER = (
    r"(?:an?\s|the\s|its\s|our\s)?(?:new\s|newest\s|independent\s|voting\s|public\s){0,2}"
    r"(?:board\smembers?|trustees?|members?\sof\s(?:the|its|our)\s[^.;:,]{0,50}?board)\b"
)
_SMALL = (
    r"(?:(?:who|has|have|was|were|is|are|been|be|will|also|both|all|currently|now|recently|newly|each|unanimously"
    r"|officially)\s)"
)
_CHOSEN = r"(?:re-?)?(?:appointed|elected|named|added|chosen|selected|voted|welcomed)"
_TAKES_SEAT = late_regex(
    rf"\A(?:,\s(?!who\s)[^,.;:]{{3,120}},)?,?\s{_SMALL}{{0,5}}"
    rf"(?:{_CHOSEN}\s(?:on)?to\s|to\s(?=serve|sit)|join(?:s|ed|ing)?\s|(?:serves|sits|(?<=has\s)(?:served|sat))\son\s){_BODY}"
)
_HEADS = late_regex(
    rf"\A(?:,\s(?!who\s)[^,.;:]{{3,120}},)?,?\s{_SMALL}{{0,5}}(?P<co>co-)?(?P<verb>vice-)?(?:chairs|(?<=has\s)chaired)"
    rf"\s{_BODY}"
)
"""How the head of a board is told by a verb: "Ann Vale, who chairs the board of Elm Hospital"."""
_GIVES = late_regex(
    r"\b(?:(?:re-?)?(?:appoint|elect)(?:s|ed|ing|ions?\sof|ments?\sof)|nam(?:es|ed|ing)|add(?:s|ed|ing)|approved"
    r"|welcom(?:es|ed|ing)|additions?\sof|selections?\sof)\s$"
)
_TO_BOARD = late_regex(rf"\A(?:,\s(?:of|from|an?|the)\s[^,.;:]{{2,100}},)?,?\s(?:on)?to\s{_BODY}|\A,?\sas\s{_MEMBER}")
_MEMBERS_ARE = late_regex(
    r"\b(?:[Bb]oard\s[Mm]embers|[Tt]rustees|[Mm]embers\sof\s(?:the|its|our)\s[^.;:,]{0,50}?[Bb]oard)"
    r"(?:\s(?:are|were|include[ds]?|will\sbe))?"
    r"(?:\s(?:all\s)?(?:present|in\sattendance|attending)(?:\s(?:at|for|in)\s[^.;:,]{1,50})?(?:\s(?:are|were|included?))?)?"
    r"[,:;]?\s$"
)
_ADDED_ARE = late_regex(
    rf"\b(?:[Mm]embers|[Pp]eople|[Dd]irectors|[Tt]rustees|[Aa]ppointees|[Rr]esidents|[Ll]eaders|[Pp]rofessionals)\s{_SMALL}{{1,4}}"
    rf"{_CHOSEN}\s(?:on)?to\s{_BODY}(?P<of>\sof\s[^.;:,]{{3,90}})?:\s$"
)
"""How a list of several begins who were given seats: "Three members were appointed to the board of Elm Hospital:"."""
_WELCOMED_ARE = late_regex(
    r"\b(?:welcom(?:es|ed|ing)|adds|added|names|named|appoints|appointed|elects|elected|announces|announced)\s"
    r"(?:(?:the|its|two|three|four|five|six|seven|several|\d)\s){0,2}(?:(?:new|additional)\s)?(?:members|directors|trustees|leaders)\s"
    rf"(?:on)?to\s{_BODY}(?P<of>\sof\s[^.;:,]{{3,90}})?:\s$"
)
"""The same from the house: "Elm Hospital welcomes three new members to its board:"."""
_NEW_ONES_ARE = late_regex(
    r"\A(?:[Tt]he\s)?(?:[Nn]ew\s|[Nn]ewest\s|[Nn]ewly\s\w{5,12}\s)?"
    r"(?:[Mm]embers|[Aa]ppointees|[Aa]dditions|[Dd]irectors|[Tt]rustees)\s(?:are|include|will\sbe)\s$"
)
_JOINING = late_regex(
    r"\b(?:[Jj]oining\s(?:(?:him|her|them)\s(?:on\s)?)?|(?:[Nn]ewly\s)?(?:[Aa]ppointed|[Ee]lected|[Nn]amed|[Aa]dded)\s(?:on)?to\s"
    r"|[Nn]ew\s(?:on|to)\s)"
    r"(?:the|its|our|their)\s(?P<house>(?:[\w’'&.-]{1,24}\s){0,8}?)[Bb]oard"
    r"(?:\sof\s[A-Za-z][^.;:]{3,90}?)?\s(?:are|is|were|will\sbe)[:,]?\s(?:the\s)?$"
)
_NEXT_ENTRY = late_regex(r";\s(?:and\s)?$")
"""Before a further name of a list that says something of each: "Bo Lim, a banker; and Ana Roe, a farmer"."""
_NEXT_ENTRY_AHEAD = late_regex(r"\A,\s[^.;:]{3,120};\s(?:and\s)?[A-Z]")
_PLURAL_SEATS = {"board members": "board member", "trustees": "trustee", "members": "member"}
_SPOKE_OF_BOARD = late_regex(
    r"\b[Bb]oard\s(?:members|appointees)\b|\b(?:members|people|appointees)\s(?:\w{2,12}\s){0,3}(?:on)?to\s[^.;:]{0,50}\b[Bb]oard\b"
)
_NO_SEAT = late_regex(
    r"\b(?:advis(?:ory|ers?|ors?)|nominat\w{1,4}|nominees?|candidates?|finalists?|declin\w{1,4}|refus\w{1,4}|reject\w{1,4}"
    r"|resign\w{0,6}|remov\w{1,4}|oust\w{0,3}|left|leav(?:es?|ing)|departing|outgoing|[Ii]f|may|might|could|would|should"
    r"|not|never|n[’']t|considered|editorial|rumou?r\w{0,3}|hop(?:es?|ed|ing)|until|emerit\w{1,4}|died|late"
    r"|ballot|rotat(?:es?|ed|ing)|[Ss]chool|[Cc]ity|[Cc]hamber)\b"
)
"""What a sentence says that gives no seat on a house's own board, or tells of one that ends."""
_PAST = late_regex(r"\b(?:former(?:ly)?|previous(?:ly)?|past|retired|retiring|had|ex)\b")
_LISTED = late_regex(r"\A,?\s?(?:and\s|&\s)?$")
_TO_COME = late_regex(r"\b(?:will|to)\s(?:be|join|serve|sit)\b")
NEAR = 60
"""Characters before a phrase in which a word may tell that it is of the past."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What gives the seat: the words, their place in the sentence, and where the name of the house may begin."""

    start: int
    end: int
    house: str = ""
    trustees: bool = False
    listed: bool = False
    title: str = ""


def board_seats(paragraphs: Iterable[list[Sentence]]) -> list[Mention]:
    """The seats that the sentences of a text give to people, in order. Nothing is raised."""
    found: list[Mention] = []
    before = ""
    for sentence in (sentence for read in paragraphs for sentence in read):
        if sentence.spans:
            found.extend(_seats(sentence, before))
        before = sentence.text
    return found


def _seats(sentence: Sentence, before: str) -> Iterator[Mention]:
    about = "oard" in before and _SPOKE_OF_BOARD.search(before) is not None
    words = sentence.text
    if not (about or "oard" in words or "rustees" in words) or _NO_SEAT.search(words):
        return
    told: _Told | None = None
    for run in _runs(sentence):
        goes_on = told is not None and told.listed and _is_next_entry(sentence, run)
        told = told if goes_on else _told(sentence, run, about=about)
        if told is not None and not _PAST.search(sentence.text[max(0, told.start - NEAR) : told.end]):
            yield from (_mention(sentence, span, told) for span in run)


def _is_next_entry(sentence: Sentence, run: list[NameSpan]) -> bool:
    start = sentence.tokens[run[0].outer_start].start
    return _NEXT_ENTRY.search(sentence.text[max(0, start - 8) : start]) is not None


def _runs(sentence: Sentence) -> list[list[NameSpan]]:
    """The whole names of a sentence, those of one list together."""
    runs: list[list[NameSpan]] = []
    tokens = sentence.tokens
    for span in sentence.spans:
        if span.end - span.start < 2:
            continue
        last = runs[-1][-1] if runs else None
        gap = sentence.text[tokens[last.outer_end - 1].end : tokens[span.outer_start].start] if last else "."
        if _LISTED.match(gap):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _told(sentence: Sentence, run: list[NameSpan], *, about: bool) -> _Told | None:
    """What gives the people of a list their seats, before or behind their names."""
    text, tokens = sentence.text, sentence.tokens
    start, end = tokens[run[0].outer_start].start, tokens[run[-1].outer_end - 1].end
    lead, tail = text[max(0, start - 160) : start], text[end : end + 360]
    heads = _HEADS.match(tail) if "chair" in tail and len(run) == 1 else None
    if heads is not None:
        title = f"{'Co-' if heads['co'] else 'Vice ' if heads['verb'] else ''}Chair"
        return _Told(start, end + heads.end(), heads["house"] or "", title=title)
    takes = _TAKES_SEAT.match(tail)
    if takes is not None:
        return _Told(start, end + takes.end(), takes["house"] or "")
    given = _TO_BOARD.match(tail) if _GIVES.search(lead) else None
    if given is not None:
        return _Told(start, end + given.end(), given["house"] or "")
    several = len(run) > 1 or _NEXT_ENTRY_AHEAD.match(tail) is not None
    joining = _JOINING.search(lead)
    if joining is not None:
        return _Told(start, end, joining["house"], listed=True)
    added = (_ADDED_ARE.search(lead) or _WELCOMED_ARE.search(lead)) if several and ": " in lead[-3:] else None
    if added is not None:
        begin = start - len(lead[-160:])
        place = added.start("of") if added["of"] else added.end()
        return _Told(start, begin + place, added["house"] or "", listed=True)
    members = _MEMBERS_ARE.search(lead) if several else None
    if members is not None:
        return _Told(start, end, trustees="trustees" in members.group().lower(), listed=True)
    new = several and about and start < NEAR and _NEW_ONES_ARE.match(lead) is not None
    return _Told(start, end, listed=True) if new else None


def with_one_seat(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, in order, each with a seat for one: "board members Bo Lim and Ana Roe" are a board member each."""
    return [
        replace(mention, posts=tuple(map(_one_seat, mention.posts)))
        if any(post.title.lower() in _PLURAL_SEATS for post in mention.posts)
        else mention
        for mention in mentions
    ]


def _one_seat(post: PostSpan) -> PostSpan:
    one = _PLURAL_SEATS.get(post.title.lower(), post.title)
    return replace(post, title=one.title() if post.title.istitle() else one)


def _mention(sentence: Sentence, span: NameSpan, told: _Told) -> Mention:
    text = sentence.text
    own = text[sentence.tokens[span.outer_start].start : told.end]
    title = told.title or ("Trustee" if told.trustees else "Board Member")
    head = "chair" if told.title else "member"
    weight = WEIGHT["event"] - 22  # where the title reader has the body itself, its words stand
    status = "incoming" if _TO_COME.search(text[told.start : told.end]) else "current"
    whole = text if len(text) <= QUOTE_LIMIT else own[:QUOTE_LIMIT]
    return Mention(
        sentence.name(span), sentence.line, "event", (PostSpan(title, _house(sentence, told), "board", head),),
        span.prefix, span.credentials, status, None, whole, weight,
    )  # fmt: skip


def _house(sentence: Sentence, told: _Told) -> str:
    """Whose board it is by the words beside it: "the board of Oak Hospital", "the Oak Hospital board"."""
    words = told.house.strip()
    before = words[:-2] if words.endswith(("'s", "’s")) else words
    named = whole_organization(before) if before[:1].isupper() else None
    if named is not None and named.proper:
        return before
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.start >= told.end), len(tokens))
    if at + 1 >= len(tokens) or tokens[at].lower not in {"of", "for", "at"}:
        return ""
    begin = skip_determiner(tokens, at + 1)
    span = read_organization(tokens, begin, dashes=True) if begin < len(tokens) else None
    return slice_text(sentence.text, tokens, span.start, span.end) if span is not None and span.proper else ""
