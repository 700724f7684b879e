"""Readings that the readers of careers share: whom a clause is about, lists of posts, and where a title ends.

A sentence about one person often holds a second one ("succeeds Mary Doe, who served as ..."): what is said of her must
not become his. And what a sentence says of families, homes, health or faith is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from research.names import compare
from research.pages.lexicon import AUXILIARIES, HEAD_CLASS, ORGANIZATION_HEADS, PREPOSITIONS, STRONG_ORGANIZATION_NOUNS, VERBS
from research.pages.person_names import find_names
from research.pages.tokens import Token, is_suffix, tokenize

# --- what is never read ----------------------------------------------------------------------------------------------

_PRIVATE = re.compile(
    r"\b(?:married|marries|wife|husband|spouse|fianc[ée]e?|partner of \d+ years|widow(?:er|ed)?|divorced|"
    r"(?:his|her|their|two|three|four|five|six|seven|young|grown|adult|of \d{1,2}) (?:children|kids|sons?|daughters?|"
    r"grandchild(?:ren)?|grandkids|parents|mother|father|family|siblings?|brothers?|sisters?)|"
    r"(?:father|mother|parent|grandmother|grandfather|grandparent|proud (?:dad|mom)) (?:of|to)|family (?:of|live|enjoy)|"
    r"(?:spare|free|leisure|spending) time|(?:when|while) not (?:at )?work(?:ing)?|outside (?:of )?work|hobb(?:y|ies)|"
    r"(?:lives|live|living|resides|residing|reside|born|raised|grew up|home) (?:in|on|at|near|with|to)|"
    r"enjoys?(?: spending)?|loves? to|avid|(?:outdoors|sports)man|church|parish(?:ioner)?|baptist|catholic faith|faith in|"
    r"bible|deacon|synagogue|mosque|worship|cancer survivor|survivor of|diagnosed with|years? old|aged? \d{2}|birthday|"
    r"(?:dogs?|cats?|puppy|puppies|horses|golden retriever)|democrat|republican|voter)\b",
    re.IGNORECASE,
)
# Words above that are ordinary in the names of health-care places and fields.
_PUBLIC = re.compile(
    r"\b(?:(?:mother|father|family) (?:medicine|practice|baby|health)|baptist (?:health|hospital|medical|memorial|healthcare)"
    r"|(?:hospital|health|medical|memorial|catholic) (?:baptist|church)|home (?:health|care)|church (?:hill|health)"
    r"|family of (?:hospitals|companies|services|care))\b",
    re.IGNORECASE,
)


def is_private(sentence: str) -> bool:
    """Whether the sentence tells of family, home, health, faith, age, politics or hobbies."""
    return bool(_PRIVATE.search(_PUBLIC.sub(" ", sentence)))


def public_part(sentence: str) -> str:
    """The sentence up to the clause that is private; "" when little is left."""
    private = _PRIVATE.search(_PUBLIC.sub(lambda match: "_" * len(match.group(0)), sentence))
    if not private:
        return sentence
    cut = max(sentence.rfind(mark, 0, private.start()) for mark in (", ", " and ", "; ", ". "))
    kept = sentence[:cut].rstrip(" ,;") if cut > 0 else ""
    return kept if len(kept.split()) >= 6 else ""


_SPOKEN = re.compile(r"[“\"][^“”\"]{30,3000}(?:[”\"]|$)")
_SPEAKS = re.compile(r"\b(?:sa(?:ys?|id)|stat(?:es?|ed)|add(?:s|ed)|not(?:es?|ed)|explain(?:s|ed)|comment(?:s|ed)|wrote|writes|that)$", re.IGNORECASE)
_SPEECH_END = re.compile(r"[,.?!]$")


def without_speech(sentence: str) -> str:
    """The sentence with quoted speech blanked out, letter for letter; a quoted title or award stays."""

    def blank(match: re.Match[str]) -> str:
        inner = match.group(0).strip("“”\"")
        before = sentence[: match.start()].rstrip()
        led = not before or before[-1] in ",:—–-”\"" or bool(_SPEAKS.search(before))
        spoken = led and (len(inner.split()) >= 9 or (len(inner.split()) >= 5 and _SPEECH_END.search(inner.strip())))
        return " " * len(match.group(0)) if spoken else match.group(0)

    return _SPOKEN.sub(blank, sentence)


def public_passages(passages: Iterable[str]) -> list[str]:
    """The passages that may be read, quoted speech blanked out."""
    parts = (public_part(" ".join(passage.split())) for passage in passages)
    return [without_speech(part) for part in parts if part]


# --- whom a clause is about ------------------------------------------------------------------------------------------

_PRONOUNS = frozenset(["he", "she", "they"])
_CONNECTS = frozenset([",", "and", ";", ":", "–", "—"])


def name_words(name: str) -> frozenset[str]:
    """The words of a name that may stand for the person alone, lower case: not initials, not Jr. or III."""
    words = re.findall(r"[^\W\d_][\w’'-]+", name)
    return frozenset(w.lower() for w in words if w.lower() not in {"jr", "sr", "ii", "iii", "iv", "dr", "mr", "ms", "mrs"})


@dataclass(frozen=True)
class Subjects:
    """Who is spoken of, by place in one sentence: True for our person, False for another."""

    marks: tuple[tuple[int, bool], ...]

    def ours_at(self, position: int) -> bool:
        """Whether a verb at this place speaks of our person: the nearest mention before it decides.

        With none before it ("Formerly a director at X, Doe will lead ..."), the first one behind it.
        """
        ours = self.marks[0][1] if self.marks else True
        for start, mine in self.marks:
            if start >= position:
                break
            ours = mine
        return ours


def subjects_of(sentence: str, name: str, others: Iterable[str] = ()) -> Subjects:
    """The mentions in the sentence that can be the subject of a verb behind them."""
    tokens = tokenize(sentence)
    mine = name_words(name)
    foreign = frozenset().union(*(name_words(other) for other in others)) - mine
    marks: list[tuple[int, bool]] = []
    inside: set[int] = set()
    for span in find_names(tokens):
        inside.update(range(span.outer_start, span.outer_end))
        words = {token.lower for token in tokens[span.start : span.end]}
        if words & mine and _same_person(tokens[span.start : span.end], name, mine):
            marks.append((tokens[span.start].start, True))
        elif _can_be_subject(tokens, span.outer_start, span.outer_end, known=bool(words & foreign)):
            marks.append((tokens[span.start].start, False))
    for at, token in enumerate(tokens):
        if at in inside or not token.is_word:
            continue
        if token.lower in _PRONOUNS or (token.is_capital and token.lower in mine and not _is_object(tokens, at)):
            marks.append((token.start, True))
        elif token.is_capital and token.lower in foreign and _can_be_subject(tokens, at, at + 1):
            marks.append((token.start, False))
    return Subjects(tuple(sorted(marks)))


def _is_object(tokens: list[Token], at: int) -> bool:
    """Whether the word before makes the name no subject: "for legacy Doe", "with Doe"."""
    before = tokens[at - 1] if at else None
    if before is None or not before.is_word or before.is_capital:
        return False
    return before.lower in PREPOSITIONS or before.lower in {"legacy", "the", "former", "thanked", "named", "congratulate"}


def _same_person(tokens: Sequence[Token], name: str, mine: frozenset[str]) -> bool:
    """Whether a full name that shares a word with ours is ours: "Ana Roe" is not "Bea Roe", "Bob Roe" is "Robert Roe"."""
    words = [token.text for token in tokens if token.is_word and not is_suffix(token)]
    if len(words) < 2 or words[0].lower() in mine:
        return True
    return compare(" ".join(words), name).verdict != "different"


def _can_be_subject(tokens: list[Token], start: int, end: int, *, known: bool = False) -> bool:
    """A name that begins the sentence or a clause, or that "who" or a verb follows: not the name of a prize or place.

    `known`: the page names that person elsewhere, so a comma behind the name is enough ("X, chief nurse, received").
    """
    after = tokens[end] if end < len(tokens) else None
    if after is None or after.text in {"'s", "’s"} or (after.is_word and after.is_capital):
        return False
    if after.text == "," and known:
        return True
    if after.text == "," and end + 1 < len(tokens):
        after = tokens[end + 1]
    if after.lower in {"who", "whose"} or after.lower in VERBS or after.lower in AUXILIARIES:
        return True
    return start == 0


_OF_ANOTHER = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|follow(?:s|ed|ing)|report(?:s|ed|ing)?(?: directly)? to|predecessor|"
    r"under|alongside|advis(?:or|er|ed|es) to|assistant to|thank(?:s|ed)?|hired by|appointed by|joins|honou?r(?:s|ed)? of)"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)


def of_another(before: str) -> bool:
    """Whether the words just before a title make it somebody else's ("succeeds the former ...")."""
    return bool(_OF_ANOTHER.search(before[-70:]))


# --- titles and organizations ----------------------------------------------------------------------------------------

_MORE_HEADS = frozenset(
    """officer shareholder medic teacher associate intern principal emt fellow-in-training banker auditor underwriter
    professor chief dispatcher corpsman commander""".split()  # noqa: SIM905
)
_NO_POST = frozenset(
    """member members delegate resident student volunteer surveyor examiner preceptor reviewer fellow scholar recipient
    speaker author honoree candidate graduate participant host moderator panelist liaison representative faculty fellows""".split()  # noqa: SIM905
)
_DETERMINER = re.compile(r"^(?:(?:a|an|the|its|their|his|her|our|both|as|also|being|in the role of)\s)+", re.IGNORECASE)
_TITLE_CHARACTERS = 140
_END = re.compile(
    r"""\s*(?:[;:(–—]|\.(?:\s|$)|,?\s(?:where|who|whom|which|whose|when|while|during|until|before|after|since|prior|through|
    from\s(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|the)|
    overseeing|leading|responsible|managing|directing|supervising|helping|providing|working|bringing|having|earning|
    with\s(?:responsibilit\w{1,4}|oversight|over|more|accountability|a\s(?:focus|team|staff))|in\s(?:\d{4}|which|addition|charge|various)|
    for\s(?:more|over|the\s(?:past|last|previous|first)|nearly|almost|about|approximately|\d|two|three|four|five|six|seven|eight|nine|ten|several|many)|
    prior|to\s(?:lead|help|oversee|join|become|focus|serve|develop)|again|as\swell\sas\s(?:in|on|serving)|
    (?:and|but|then)\s(?:overall|over|more|numerous|several|various|other|he|she|they|is|was|were|has|had|also|later|then|currently|continues|continued|earned|received|holds|held|led|leads|
    joined|joins|served|serves|brings|worked|played|most|now|helped|became|spent|will|who|oversaw|managed|developed|in\s\d{4}|his|her|their|as)
    )\b|,\s(?:he|she|they|we|it|in|both|each|all|with|as|under|reporting|based|one|two|among|most|two|but|his|her|their|[a-z]{2,20}ing)\b)""",
    re.VERBOSE,
)
_PREPOSITION = re.compile(r",?\s(at|with|of|for|in|to)\s(?:the\s)?|,\s(?=[A-Z])")
_POSSESSIVE = re.compile(r"^([A-Z][^,;’']{1,80})[’']s?\s")
_TRAILING_PLACE = re.compile(r",?\s(?:in|based in)\s[A-Z][^,]{1,40}(?:,\s[A-Z][A-Za-z. ]{1,20})?$")
_COUNTED = re.compile(r"^(?:\d|one|two|three|four|five|six|seven|several|various|many|multiple|numerous)\b", re.IGNORECASE)


def phrase_from(text: str) -> str:
    """The noun phrase at the beginning of `text`: up to a relative clause, a date, a full stop or a new verb."""
    window = text[: 6 * _TITLE_CHARACTERS]
    guarded = re.sub(r"\b(St|Ste|Dr|Mt|Ft|Sr|Jr|U\.S|No|Asst|Assoc|(?:Inc|Corp|Co)(?=\.\s?[a-z,]))\.", r"\1\0", window)
    end = _END.search(guarded)
    phrase = guarded[: end.start()] if end else guarded
    return phrase.replace("\0", ".").strip(" ,.")


def has_head(phrase: str) -> bool:
    """Whether the phrase holds a word that heads a title ("director", "CEO", "nurse") before any preposition."""
    front = re.split(r"\s(?:of|for|at|with|in|to|on)\s|,\s", phrase, maxsplit=1)[0]
    return any(_is_head(word) for word in re.findall(r"[\w-]+", front))


def _is_head(word: str) -> bool:
    lower = word.lower()
    return lower in HEAD_CLASS or lower in _MORE_HEADS or lower.rstrip("s") in HEAD_CLASS


def is_post(title: str) -> bool:
    """Whether the title names a post that one is paid for or elected to lead by, not a membership or a seat."""
    front = re.split(r"\s(?:of|for|at|with|in|to|on)\s|,\s", title, maxsplit=1)[0]
    words = [word.lower() for word in re.findall(r"[\w-]+", front)]
    heads = [word for word in words if _is_head(word)]
    if not heads or len(title) > _TITLE_CHARACTERS or _COUNTED.match(title) or words[-1] in _NO_POST:
        return False
    return not all(HEAD_CLASS.get(head) == "board" for head in heads)


def split_list(phrase: str, *, listed: bool) -> list[str]:
    """The posts of a phrase, each with its organization behind it.

    `listed`: the words before announced several ("positions including"). Otherwise "president and chief executive
    officer of X" is one post, and commas part posts only where the first of them already has its field or place.
    """
    pieces = re.split(r"(,\sand\s|;\s(?:and\s)?|,\s|\sand\s|\sas well as\s)", phrase)
    posts: list[str] = []
    for number in range(0, len(pieces), 2):
        piece, joint = pieces[number], pieces[number - 1] if number else ""
        opens = bool(_DETERMINER.match(piece))
        if posts and (not has_head(_DETERMINER.sub("", piece)) or _belongs(posts[-1], joint, opens=opens, listed=listed)):
            posts[-1] += joint + piece
        else:
            posts.append(piece)
    return [post.strip() for post in posts if post.strip()]


_RANK = re.compile(r"(?:president|chair(?:man|woman|person)?|founder|owner|partner|principal|counsel|ceo)$", re.IGNORECASE)


def _belongs(left: str, joint: str, *, opens: bool, listed: bool) -> bool:
    """Whether the piece behind the joint is the second half of a double title."""
    if opens:
        return False
    bare = not re.search(r"\s(?:of|for|at|with|in|to)\s", left)
    if listed:
        return joint.strip() == "and" and bare and bool(_RANK.search(left))
    return bare


def split_post(phrase: str) -> tuple[str, str]:
    """Title and organization of one post: "director of nursing at Riverton Hospital"; either may be ""."""
    phrase = _DETERMINER.sub("", phrase.strip(" ,.")).strip()
    phrase = re.sub(r"^(?:that|this) (?:organization|company|hospital|system|facility|group)[’']s\s", "", phrase)
    owner = _POSSESSIVE.match(phrase)
    if owner and has_head(phrase[owner.end() :]):
        title, own = split_post(phrase[owner.end() :])
        return title, own or owner.group(1).strip()
    for match in _PREPOSITION.finditer(phrase):
        title, rest = phrase[: match.start()].strip(" ,"), phrase[match.end() :].strip(" ,")
        if not has_head(title):
            continue
        described = _DESCRIBED.match(rest) if match.group(1) else None
        if described:
            return _bare_title(title), described.group("name")
        if _is_organization(rest, match.group(1) or ",", title):
            return _bare_title(title), _without_place(rest)
    return _bare_title(phrase), ""


# "a member of the staff of another company": what follows such words names nothing.
_UNNAMED = re.compile(
    r"\s(?:with|for|in|at|to)\s(?:a|an|another|one|several|various|two|three|its|local|other|multiple|different|large)\s.{0,300}$"
)
_DESCRIBED = re.compile(
    r"(?:[\w’'-]{1,30}\s){0,6}(?:firm|company|organization|practice|consultancy|agency|startup|start-up|nonprofit),?\s"
    r"(?P<name>[A-Z][^;]{1,80})$"
)


def _bare_title(title: str) -> str:
    return _UNNAMED.sub("", title).strip(" ,")


def _without_place(organization: str) -> str:
    return organization if " of " in organization[-40:] else _TRAILING_PLACE.sub("", organization)


def split_organizations(organization: str) -> list[str]:
    """ "Riverton Hospital, Oak Clinic and Pine Health" as three; one name where the pieces are no organizations."""
    pieces = [_without_place(piece) for piece in re.split(r",\sand\s|,\s|\sand\s|\sas well as\s", organization) if piece]
    whole = all(_STRONG & {word.lower().strip(".,") for word in piece.split()} and _proper(piece) for piece in pieces)
    return pieces if len(pieces) > 1 and whole else [organization]


_STRONG = frozenset(["hospital", "health", "university", "clinic", "system", "college", "healthcare", "center", "institute"])


_ACRONYM = re.compile(r"^[A-Z][A-Z&]{1,7}$")
def _is_organization(rest: str, preposition: str, title: str) -> bool:
    if not rest or not (rest[0].isupper() or rest[0].isdigit()) or _GOVERNING.match(rest):
        return False
    first = re.split(r",\s|\s(?:and|in|at|with)\s", rest, maxsplit=1)[0]
    words = [word.strip(".,").lower() for word in first.split()]
    strong = any(word in STRONG_ORGANIZATION_NOUNS or word in _STRONG for word in words)
    if preposition in ("at", "with"):
        return True
    if preposition in ("in", "to"):
        return False
    if preposition == ",":
        return strong and not has_head(rest) and not re.search(r"\s(?:at|with)\s[A-Z]", rest)
    leads_all = any(word in ORGANIZATION_HEADS for word in re.findall(r"[\w-]+", title.lower()))
    if _ACRONYM.match(first):
        return preposition == "for" or leads_all
    if preposition == "of" and leads_all and "vice" not in title.lower():
        return _proper(first)
    return strong and _proper(first) and (preposition == "for" or leads_all or len(words) > 2)


_GOVERNING = re.compile(r"(?:Board|Directors|Trustees|Governors|Commissioners|Managers|Staff|Nursing|Service)\b")


def _proper(words: str) -> bool:
    """Whether the words are a name: capitals all through but for little words, and not only a field of work."""
    parts = [word for word in words.split() if word.lower() not in {"of", "the", "and", "for", "at", "&", "–", "-", "de"}]
    return len(parts) >= 2 and all(part[0].isupper() or part[0].isdigit() for part in parts)
