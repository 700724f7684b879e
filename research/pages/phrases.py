"""Posts in words: where a title ends, which titles of a list belong together, and which organization stands behind."""

from __future__ import annotations

import re

from research.pages.late_regex import late_regex
from research.pages.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DEPARTMENTS,
    HEAD_CLASS,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS,
    PREPOSITIONS,
    STRONG_ORGANIZATION_NOUNS,
    VERBS,
)

_MORE_HEADS = frozenset(
    """officer shareholder medic teacher associate intern principal emt fellow-in-training banker auditor underwriter
    professor chief dispatcher corpsman commander""".split()
)
_NO_POST = frozenset(
    """member members delegate resident student volunteer surveyor examiner preceptor reviewer fellow scholar recipient
    speaker author honoree candidate graduate participant host moderator panelist liaison representative faculty
    fellows""".split()
)
_CLINICAL_CHAIR = late_regex(
    r"\b[Cc]hair(?:man|woman|person)? of (?:the )?(?:[Dd]epartment|[Dd]ivision|[Ss]urgery|[Mm]edicine"
    r"|[Nn]ursing|[A-Za-z]{4,20}(?:ology|iatrics|iatry|esia|etrics)\b)"
)
_MADE = frozenset("named appointed promoted hired elected selected chosen confirmed reappointed recruited".split())
_DETERMINER = late_regex(r"^(?:(?:a|an|the|its|their|his|her|our|both|as|also|being|in the role of)\s)+", re.IGNORECASE)
_TITLE_CHARACTERS = 140
_END = late_regex(
    r"""\s?(?:[;:(–—]|(?<!\b[A-Z])\.(?:\s|$)|,?\s(?:where|who|whom|which|whose|when|while|during|until|before|after|since
      |prior|through|
    from\s(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|the)|
    overseeing|leading|responsible|managing|directing|supervising|helping|providing|working|bringing|having|earning|
    with\s(?:responsibilit\w{1,4}|oversight|over|more|accountability|a\s(?:focus|team|staff))|in\s(?:\d{4}
      |which|addition|charge|various|the\s(?:spring|summer|fall|autumn|winter))|as\s(?:they|he|she|it|part)
        |across|throughout|
    for\s(?:more|over|the\s(?:past|last|previous|first)|nearly|almost|about|approximately|\d|two|three|four
      |five|six|seven|eight|nine|ten|several|many)|
    prior|to\s(?:lead|help|oversee|join|become|focus|serve|develop)|again|as\swell\sas\s(?:in|on|serving)|
    (?:and|but|then)\s(?:overall|over|more|numerous|several|various|other|he|she|they|is|was|were|has|had|also
      |later|then|currently|continues|continued|earned|received|holds|held|led|leads|
    joined|joins|served|serves|brings|worked|played|most|now|helped|became|spent|will|who|oversaw|managed
      |developed|in\s\d{4}|his|her|their|as)
    )\b|,\s(?:he|she|they|we|it|in|both|each|all|with|as(?!\swell)|under|reporting|based|one|two|among|most|two|but|his
      |her|their|[a-z]{2,20}ing)\b)""",
    re.VERBOSE,
)
_PREPOSITION = late_regex(r",?\s(at|with|of|for|in|to)\s(?:the\s)?|,\s(?=[A-Z])")
_POSSESSIVE = late_regex(r"^([A-Z][^,;’']{1,80})[’']s?\s")
_TRAILING_PLACE = late_regex(r",?\s(?:in|based in)\s[A-Z][^,]{1,40}(?:,\s[A-Z][A-Za-z. ]{1,20})?$")
_COUNTED = late_regex(
    r"^(?:\d|one|two|three|four|five|six|seven|several|various|many|multiple|numerous)\b", re.IGNORECASE
)


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
    if words and words[0] in _MADE:
        return False  # "named president", "appointed to"
    if AUXILIARIES & set(re.findall(r"[\w’']+", title.lower())):
        return False
    if not heads or len(title) > _TITLE_CHARACTERS or _COUNTED.match(title) or words[-1] in _NO_POST:
        return False
    return not all(HEAD_CLASS.get(head) == "board" for head in heads) or bool(_CLINICAL_CHAIR.search(title))


def split_list(phrase: str, *, listed: bool) -> list[str]:
    """The posts of a phrase, each with its organization behind it.

    `listed`: the words before announced several ("positions including"). Otherwise "president and chief executive
    officer of X" is one post, and commas part posts only where the first of them already has its field or place.
    """
    pieces = re.split(r"(,?\sas well as\s|,\sand\s|;\s(?:and\s)?|,\s|\sand\s)", phrase)
    headed = sum(has_head(_DETERMINER.sub("", piece)) for piece in pieces[::2])
    posts: list[str] = []
    for number in range(0, len(pieces), 2):
        piece, joint = pieces[number], pieces[number - 1] if number else ""
        bare = _DETERMINER.sub("", piece)
        if posts and (_goes_on(bare) or (bare != piece and not has_head(bare))):
            break
        if (posts and not has_head(bare)) or (
            posts and _belongs(posts[-1], joint, opens=bare != piece, listed=listed or headed > 2)
        ):
            posts[-1] += joint + piece
        else:
            posts.append(piece)
    return [post.strip() for post in posts if post.strip()]


def _goes_on(piece: str) -> bool:
    """Whether the piece is no part of a title but the rest of the sentence: "later moving on", "joins"."""
    first = re.match(r"[\w’'-]+", piece.strip())
    word = first.group(0).lower() if first else ""
    if first and first.group(0)[0].isupper():
        return False
    if word in HEAD_CLASS:
        return False
    return word in VERBS - DEPARTMENTS or word in ADVERBS or (word.endswith("ing") and word not in DEPARTMENTS)


_RANK = late_regex(
    r"(?:president|chair(?:man|woman|person)?|founder|owner|partner|principal|counsel|ceo)$", re.IGNORECASE
)


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
_UNNAMED = late_regex(
    r"\s(?:with|for|in|at|to)\s(?:a|an|another|one|several|various|two|three|its|local|other|multiple"
    r"|different|large)\s.{0,300}$"
)
_DESCRIBED = late_regex(
    r"^(?:[\w’'-]{1,30}\s){0,6}(?:firm|company|organization|practice|consultancy|agency|startup|start-up|nonprofit),?\s"
    r"(?P<name>[A-Z][^;]{1,80})$"
)


def _bare_title(title: str) -> str:
    for match in re.finditer(r"\s([a-z]{2,14}ing)\b", title):
        if match.group(1) not in DEPARTMENTS:
            title = title[: match.start()]  # "chief accounting officer playing a lead role"
            break
    return _UNNAMED.sub("", title).strip(" ,")


def _without_place(organization: str) -> str:
    organization = re.split(r",\s(?=(?:an?|the|one|both|part|which)\s)", organization, maxsplit=1)[0]
    return organization if " of " in organization[-40:] else _TRAILING_PLACE.sub("", organization)


def split_organizations(organization: str) -> list[str]:
    """ "Riverton Hospital, Oak Clinic and Pine Health" as three; one name where the pieces are no organizations."""
    pieces = [
        _without_place(piece) for piece in re.split(r",\sand\s|,\s|\sand\s|\sas well as\s", organization) if piece
    ]
    whole = all(_STRONG & {word.lower().strip(".,") for word in piece.split()} and _proper(piece) for piece in pieces)
    return pieces if len(pieces) > 1 and whole else [organization]


_STRONG = frozenset(
    [
        "partnership",
        "institute",
        "agency",
        "ministry",
        "bank",
        "hospitals",
        "hospital",
        "health",
        "university",
        "clinic",
        "system",
        "college",
        "healthcare",
        "center",
        "institute",
    ]
)


_ACRONYM = late_regex(r"^[A-Z][A-Z&]{1,7}$")


def _is_organization(rest: str, preposition: str, title: str) -> bool:
    if not rest or not (rest[0].isupper() or rest[0].isdigit()) or _GOVERNING.match(rest):
        return False
    first = re.split(r",\s|\s(?:and|in|at|with|for)\s", rest, maxsplit=1)[0]
    words = [word.strip(".,").lower() for word in first.split()]
    strong = any(word in STRONG_ORGANIZATION_NOUNS or word in _STRONG for word in words)
    if preposition in ("at", "with"):
        return True
    if preposition in ("in", "to"):
        return preposition == "to" and strong and bool(re.search(r"\badvis[eo]r\b", title, re.IGNORECASE))
    if preposition == ",":
        return strong and not has_head(rest) and not re.search(r"\s(?:at|with)\s[A-Z]", rest)
    leads_all = any(word in ORGANIZATION_HEADS for word in re.findall(r"[\w-]+", title.lower()))
    if _ACRONYM.match(first):
        return preposition == "for" or leads_all
    if preposition == "of" and leads_all and "vice" not in title.lower():
        return _proper(first)
    # "director of Behavioral Health" is a department, "of Elm Health" an organization: a word of its own decides.
    own = any(word not in DEPARTMENTS and word not in ORGANIZATION_NOUNS and word not in PREPOSITIONS for word in words)
    # "country manager for Pine Airways": capitals behind a title in small letters are a name.
    named = preposition == "for" and title.islower() and own
    return _proper(first) and (named or (strong and (own or leads_all)))


_GOVERNING = late_regex(r"(?:Board|Directors|Trustees|Governors|Commissioners|Managers|Staff|Nursing|Service)\b")


def _proper(words: str) -> bool:
    """Whether the words are a name: capitals all through but for little words, and not only a field of work."""
    parts = [
        word for word in words.split() if word.lower() not in {"of", "the", "and", "for", "at", "&", "–", "-", "de"}
    ]
    return len(parts) >= 2 and all(part[0].isupper() or part[0].isdigit() for part in parts)
