"""Speakers as programs list them: "Ann Roe, MHA, CEO, Elm Health; Bo Poe (Oak Clinic, chair)" -> people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.names import (
    Named,
    is_credentials,
    is_house,
    is_suffix,
    is_title,
    read_person,
    read_told_person,
    title_and_house,
)
from outreach.events.agenda_in.words import BY, FURNITURE, LABEL, NOBODY, is_part, part_of

LONGEST = 3_000
"""Characters of one list of speakers."""
LONGEST_PIECE = 140
MOST_PIECE_WORDS = 16
"""Of a title or a house between two commas; what is longer is a sentence."""
_SENTENCE = re.compile(r"[a-z]{3}[.?!]\s[A-Z]|\b(?:is|are|was|were|will|has|have|we|our|you|your|how|what|why)\b")
MOST = 60
"""Speakers of one list."""
_MAIL = re.compile(r"[\(<\[]?(?:mailto:)?(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[\)>\]]?")
_PHONE = re.compile(
    r"(?:(?:tel|phone|cell|mobile|fax|ph|t|p|m)\b\.?:?\s{0,2})?(?<![\w.])(?:\+\d{1,3}[\s.-]{0,2})?(?:\(\d{2,4}\)\s{0,2}|\d{3}[\s.-])"
    r"\d{3,4}[\s.-]\d{3,5}(?:\s{0,2}(?:x|ext\.?)\s{0,2}\d{1,6})?(?!\w)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:panell?ists|moderators|presenters|speakers|facilitators|discussants|hosts)\b", re.IGNORECASE)
"""A label that the people behind a semicolon stand under too."""
_RETIRED = re.compile(r"\s?\((?:ret|retired)\.?\)", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"']{1,500}")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,600}\)")
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_AND = re.compile(r",?\s(?:and|&|und|with)\s|\s/\s|,\s{0,2}&\s")
_DASH = re.compile(r"\s{1,3}[-–—|•·@]\s{1,3}|\s?—\s?|\s{2,8}[-–]")
_OF = re.compile(r"\s(?:of|from|at)\s(?:the\s)?(?=[A-Z])")
_PARENS = re.compile(r"\(([^()]{1,200})\)")
_STATE = re.compile(
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY]|USA|US|UK)\.?"
)


@lru_cache(maxsize=2048)
def without_contacts(words: str) -> str:
    """The words without e-mail addresses, telephone numbers, web addresses and marks of Markdown."""
    if "@" in words:
        words = _MAIL.sub(" ", words)
    if "](" in words:
        words = _LINK.sub(r"\1", words)
    words = _URL.sub(" ", words)
    words = _PHONE.sub(" ", words)
    return _MARKS.sub("", words)


@dataclass(slots=True)
class _Draft:
    named: Named
    part: str = ""
    credentials: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)

    def made(self, quote: str) -> ReadSpeaker:
        houses = [house if "(" in house else house.rstrip(")") for house in _without_place(self.houses)]
        return ReadSpeaker(
            self.named.name[:200],
            ", ".join(dict.fromkeys((*self.named.credentials, *self.credentials)))[:100],
            ", ".join(self.titles)[:300],
            ", ".join(dict.fromkeys(houses))[:300],
            self.part,
            quote[:500],
        )


@lru_cache(maxsize=4096)  # a line is asked several times: who it names, whether it is evident, what stands above it
def speakers_in(words: str, part: str = "", *, told: bool = False) -> tuple[tuple[ReadSpeaker, ...], tuple[str, ...]]:
    """The people of words that are known to name speakers, and the pieces that are none for certain.

    part: what they all do ("Moderator"); a piece that says another overrides it. told: whether a label or a column says
    that these are people, so that names of ordinary words are taken too ("Mark Hill").
    """
    found: list[ReadSpeaker] = []
    unsure: list[str] = []
    pieces = list(_pieces(words[:LONGEST]))
    are_parted = len(pieces) > 1 and ";" in words
    for piece in pieces:
        people, odd = _of_piece(piece, part, told=told)
        people = _with_his_house(people, piece) if are_parted else people
        if not people and found and odd == [piece] and is_title(piece):
            title, house = title_and_house(piece)
            found[-1] = replace(found[-1], title=title[:300], organization=found[-1].organization or house[:300])
            continue
        part = people[-1].part if people and _LISTED.match(piece) else part
        found.extend(people)
        unsure.extend(odd)
    return tuple(_once(found))[:MOST], tuple(unsure)


def _with_his_house(people: list[ReadSpeaker], piece: str) -> list[ReadSpeaker]:
    """In a list that is parted by semicolons a comma parts what is said of one person: "Ann Roe, Elm Ridge; Bo Poe"."""
    if len(people) != 2 or [one.name for one in people] != [part.strip(" ()") for part in piece.split(",")]:
        return people
    return [replace(people[0], organization=people[1].name)]


def _pieces(words: str) -> Iterable[str]:
    for line in re.split(r"[\n;•]|<br\s?/?>", words):
        text = " ".join(_RETIRED.sub("", without_contacts(line)).split()).strip(" ,;-–—*|")
        if text and not NOBODY.fullmatch(text):
            yield text


def _of_piece(piece: str, part: str, *, told: bool) -> tuple[list[ReadSpeaker], list[str]]:
    found: list[ReadSpeaker] = []
    unsure: list[str] = []
    at = 0
    for match in [*BY.finditer(piece), None]:
        stretch = piece[at : match.start() if match else len(piece)].strip(" ,;.|-–—(")
        if stretch:
            people, odd = _of_stretch(stretch, part, told=told)
            found.extend(people)
            unsure.extend(odd)
        if match:
            part, at = part_of(match["label"].rstrip(": ")), match.end()
    return found, unsure


def _of_stretch(stretch: str, part: str, *, told: bool) -> tuple[list[ReadSpeaker], list[str]]:
    label = LABEL.match(stretch)
    if label is not None and label.end() < len(stretch) and ":" in stretch[: label.end()]:
        part, stretch = part_of(label["label"]), stretch[label.end() :]
    drafts: list[_Draft] = []
    unsure: list[str] = []
    words = _split(stretch)
    sure = any((named := read_person(word)) is not None and named.certain for word in words) or any(
        is_credentials(word) for word in words
    )
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        _take(word, following, drafts, unsure, part, sure=sure, told=told)
    return [draft.made(stretch) for draft in drafts], unsure


def _split(stretch: str) -> list[str]:
    """The stretch cut at its commas, dashes and brackets, and at each "and" that a person follows."""
    pieces: list[str] = []
    last = 0
    for match in _PARENS.finditer(stretch):
        pieces.extend(_commas(stretch[last : match.start()]))
        pieces.append(f"({match.group(1).strip()})")
        last = match.end()
    pieces.extend(_commas(stretch[last:]))
    return [piece for piece in pieces if piece.strip(" .,")]


def _commas(words: str) -> list[str]:
    found: list[str] = []
    for raw in words.split(","):
        piece = re.sub(r"^\s{0,4}(?:and|&)\s", "", raw).strip(" .") if raw.strip() not in {"and", "&"} else ""
        if piece:
            found.extend(_dashes(piece))
    return found


def _dashes(piece: str) -> list[str]:
    match = _DASH.search(piece)
    if match is not None and (read_person(piece[: match.start()]) or is_credentials(piece[: match.start()])):
        return [piece[: match.start()].strip(), *_dashes(piece[match.end() :].strip())]
    return _ands(piece)


def _ands(piece: str) -> list[str]:
    for match in _AND.finditer(piece):
        before, behind = piece[: match.start()].strip(), piece[match.end() :].strip()
        if before and _begins_person(behind):
            return [*_of_house(before), *_ands(behind)]
    return _of_house(piece)


def _begins_person(words: str) -> bool:
    if read_person(words) is not None:
        return True
    head = _OF.split(words, maxsplit=1)[0]
    return (head != words and read_person(head) is not None) or any(
        read_person(words[: match.start()]) is not None for match in _AND.finditer(words)
    )


def _of_house(piece: str) -> list[str]:
    """ "Ann Roe of Elm Health" is a person and a house."""
    match = _OF.search(piece)
    named = read_person(piece[: match.start()]) if match is not None else None
    if match is not None and named is not None and (named.certain or is_house(piece[match.end() :])):
        return [piece[: match.start()], piece[match.end() :]]
    return [piece]


def _take(
    word: str, following: str, drafts: list[_Draft], unsure: list[str], part: str, *, sure: bool, told: bool
) -> None:
    """Add one piece to the person whom it is of, or begin another person with it."""
    current = drafts[-1] if drafts else None
    if word.startswith("("):
        if current is not None:
            _take_bracket(word.strip("()"), current)
        return
    if current is not None and is_part(word):
        current.part = part_of(word)
        return
    if current is not None and is_credentials(word) and not (_STATE.fullmatch(word) and current.houses):
        current.credentials.append(word)
        return
    if current is not None and is_suffix(word):
        current.named = Named(f"{current.named.name} {word}", current.named.credentials, current.named.certain)
        return
    named = read_person(word) or (read_told_person(word) if is_credentials(following) else None)
    if named is None and told and (current is None or not is_house(word)):
        named = read_told_person(word)
    if named is not None and not _is_his_house(named, following, current, sure=sure):
        drafts.append(_Draft(named, part))
    elif FURNITURE.fullmatch(word):
        return
    elif (
        (not told and current is not None and len(word.split()) > 4 and not is_house(word) and not is_title(word))
        or current is None
        or len(word) > LONGEST_PIECE
        or len(word.split()) > MOST_PIECE_WORDS
        or _SENTENCE.search(word)
    ):
        unsure.append(word)
    elif is_title(word) and not (current.houses and is_house(word)):
        title, house = title_and_house(word)
        current.titles.append(title)
        current.houses.extend([house] if house else [])
    else:
        current.houses.append(word)


def _is_his_house(named: Named, following: str, current: _Draft | None, *, sure: bool) -> bool:
    """Whether what looks like a name is a house called after somebody: it has no credentials where others have."""
    if current is None or named.certain or is_credentials(following):
        return False
    if current.titles and not current.houses:
        return True
    return sure and not current.houses


def _take_bracket(words: str, current: _Draft) -> None:
    for piece in map(str.strip, words.split(",")):
        if is_part(piece):
            current.part = part_of(piece)
        elif is_credentials(piece) and not current.houses and len(piece) < 12 and not piece.isalpha():
            current.credentials.append(piece)
        elif is_title(piece) and not is_house(piece):
            current.titles.append(piece)
        elif current.houses and piece.isupper() and len(piece) <= 8:
            continue  # the house's letters: "Department of Elms (DE)"
        elif piece and not NOBODY.fullmatch(piece) and any(c.isalpha() for c in piece):
            current.houses.append(piece)


def _without_place(houses: list[str]) -> list[str]:
    """The house without the town and state behind it: "Elm Health, Duluth, MN"."""
    if len(houses) > 2 and _STATE.fullmatch(houses[-1]):
        return houses[:-2]
    return houses[:-1] if len(houses) > 1 and _STATE.fullmatch(houses[-1]) else houses


def _once(found: list[ReadSpeaker]) -> list[ReadSpeaker]:
    kept: dict[tuple[str, str], ReadSpeaker] = {}
    for speaker in found:
        kept.setdefault((speaker.name.lower(), speaker.organization.lower()), speaker)
    return list(kept.values())
