"""Proper names in a sentence, and whether what is confirmed holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outreach.asklint.grounding.known_text import GENERIC, KnownText
from outreach.asklint.grounding.tokens import Token
from outreach.asklint.grounding.words import EMPTY, stem
from research.places import STATES

# Heads of names of organizations, schools, awards and programs.
STRONG = frozenset(
    """
    university college school institute institution academy polytechnic hospital hospitals clinic commission association
    society foundation council board bureau award awards prize medal fellow fellowship residency scholar magnet
    certification accreditation seal designation star stars honor honors laureate center centre initiative program
    project collaborative consortium alliance network health healthcare system medical memorial baldrige recognition
    leaders executives quality trophy ribbon ranking hall list
    """.split()
)
# Small words behind a name that make it a name of that kind.
KINDS_BEHIND = frozenset(
    """
    program initiative project center centre unit model collaborative award prize medal seal designation
    status recognition accreditation certification degree fellowship residency scholarship campaign protocol bundle
    pathway clinic hospital campus effort journey fund grant system school conference keynote citation ranking trophy
    ribbon honor honors redesignation rating ratings
    """.split()
)
AWARDING = frozenset(
    """
    honored honoured honors awarded awards award received receiving won win winning earned recognized recognised
    recognizing accredited designated certified inducted named ranked ranks finalist recipient winner honoree laureate
    chose chosen picks picked funded appointed rated prize medal honor honour cited commended saluted crowned
    selected elected credentialed verified receive distinction
    """.split()
)
SCHOOLING = frozenset(
    """
    graduate graduated graduating alumnus alumna alum alumni studied studying trained training degree doctorate
    master's bachelor's diploma attended residency fellowship mba mha mph phd dnp msn bsn md jd undergraduate schooling
    schooled taught teach professor faculty law
    """.split()
)
# What is earned at a school and stands behind its name; what is done there and stands before it.
DEGREES = frozenset(
    """
    mba mha mph phd dnp msn bsn md jd mpa doctorate degree graduate alumna alumnus alum residency fellowship-trained
    master's bachelor's diploma alumni trained educated doctoral classmate
    """.split()
)
SCHOOLED = frozenset(
    """
    trained graduate graduated alumna alumnus alum studied doctorate degree mba mha mph phd dnp msn bsn md jd residency
    diploma educated attended master's bachelor's studies schooled
    """.split()
)
# Plain words that programs are called by: people are not.
ORDINARY = frozenset(
    map(
        stem,
        """
        conversation conversations interview interviews rounds round steps step hour hours light home visit visits call
        calls breakfast lunch supper dinner table door doors path bridge start night school academy day morning
        promise pledge connection connections safe stay return watch circle circles huddle huddles handoff kitchen
        pantry garden walk run list lists board first second check checks wing corner store shop market library
        harbor beacon ladder compass window bench porch van wheels bus camp club course class classes lab labs hub
        navigator navigators companion companions coach coaches partner partners story stories voice voices
        hands heart care minute minutes pause transition transitions discharge sleep silence quiet calm back ahead
        forward work church now together today tomorrow zero""".split(),
    )
)
CAREER = frozenset(
    """
    joined joining left leaving came moved worked working served previously formerly former career ran led lead
    headed chaired chair founded founding started begun began tenure consulted merger merged acquired acquisition
    partnered partnership affiliated affiliation
    """.split()
)
_LINKS = frozenset("of the for and & in on de la von van del das di at to".split())
_TITLES = frozenset("dr mr mrs ms mx prof professor sister father rev".split())
_DAYS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    christmas easter thanksgiving labor memorial independence veterans hanukkah ramadan eid diwali passover juneteenth
    spring summer fall autumn winter day week weekend month eve
    """.split()
)
# Words of health care and of mail in capitals that name nothing of anybody's.
_PLAIN_ACRONYMS = frozenset(
    """
    ceo coo cfo cno cmo cne cio chro vp svp evp er ed icu nicu picu ccu or pacu ehr emr it ai hr pr us usa uk eu cms hhs
    cdc nih fda hcahps los qi pi pdf cv faq zoom pst est cst mst pdt edt cdt mdt am pm ok nb ps re fyi rn lpn md do
    np pa
    snf ltc ems ob gyn mri ct copd chf ami stemi clabsi cauti mrsa covid dei roi kpi lvn cna ekg tv ad cc asap dnr bmi
    id qr sms tl ii iii iv rns mds
    """.split()
)
_STATE_NAMES = frozenset(name.lower() for name in STATES.values())
STATE_WORDS = frozenset(word for name in _STATE_NAMES for word in name.split())
_PLACE_WORDS = frozenset(
    """
    american america americans midwest midwestern south southern north northern east eastern west western central
    southeast southwest northeast northwest us county english spanish french medicare medicaid internet linkedin email
    zoom teams skype google earth sun black hispanic latino asian european african indian native
    """.split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalized words, tokens `first` up to, not including, `after`."""

    first: int
    after: int


def names_in(tokens: Sequence[Token]) -> Iterator[Name]:
    """Runs of capitalized words with the small words that link them, in order."""
    at = 0
    while at < len(tokens):
        if tokens[at].is_capital and _begins_name(tokens, at):
            after = _end_of_name(tokens, at)
            yield Name(at, after)
            at = after
        else:
            at += 1


def _begins_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in ("no", "nos", "i", "i'm", "i've", "i'd", "i'll"):
        return False
    if token.low in ("the", "a") and at and not _is_after_break(tokens, at) and tokens[at - 1].kind == "w":
        return at + 1 < len(tokens) and tokens[at + 1].is_capital
    starts = at == 0 or tokens[at - 1].low in (".", "?", "!", ":", "•", '"', "“") or _is_after_break(tokens, at)
    if not starts:
        return token.low not in EMPTY or (
            at + 1 < len(tokens) and tokens[at + 1].is_capital and token.low not in _FUNCTION
        )
    return _is_name_at_start(tokens, at)


_FUNCTION = EMPTY - frozenset("first new good great people back full work health".split())


def _is_after_break(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].start - tokens[at - 1].end > 1


def _is_name_at_start(tokens: Sequence[Token], at: int) -> bool:
    """At the start of a sentence every word is a capital: it is a name if another follows, or it is an acronym."""
    token = tokens[at]
    if token.low in EMPTY or token.low in _OPENERS or token.low.endswith("ing"):
        return False
    follows = at + 1 < len(tokens) and tokens[at + 1].is_capital and tokens[at + 1].low != "i"
    return follows or token.is_acronym or ("'s" in token.low and token.bare not in EMPTY)


_OPENERS = frozenset(
    """
    thank thanks please congratulations dear hello hi greetings subject attachment sincerely regards best reading
    having since because although while when where would could may might should will can do did is are was were as
    interview request re fwd draft confirmation reminder
    """.split()
)


def _end_of_name(tokens: Sequence[Token], at: int) -> int:
    after = at + 1
    while after < len(tokens):
        step = _step(tokens, after)
        if not step:
            break
        after += step
    return after


def _step(tokens: Sequence[Token], after: int) -> int:
    """How many tokens more belong to the name that reaches to `after`."""
    token = tokens[after]
    gap = token.start - tokens[after - 1].end
    if gap > 1:
        return 0
    if token.is_capital:
        return 0 if token.low in ("i", "i'm", "i've", "no", "nos") else 1
    follow = tokens[after + 1] if after + 1 < len(tokens) else None
    if token.low in ("-", "/", ".") and follow and follow.is_capital and follow.start - token.end == (token.low == "."):
        is_initial = (
            token.low != "." or len(tokens[after - 1].text) == 1 or tokens[after - 1].low in _TITLES | {"st", "jr"}
        )
        return 2 if is_initial else 0
    if token.kind == "n" and tokens[after - 1].low in (
        "top",
        "level",
        "stage",
        "fortune",
        "best",
        "title",
        "section",
        "under",
    ):
        return 1
    is_when = token.low in ("on", "in") and follow is not None and follow.bare in _DAYS
    if token.low in _LINKS and token.low != "the" and not is_when and follow and follow.start - token.end <= 1:
        if follow.is_capital:
            return 2
        third = tokens[after + 2] if after + 2 < len(tokens) else None
        return 3 if follow.low == "the" and third and third.is_capital else 0
    return 0


def parts_of_name(tokens: Sequence[Token], name: Name, known: KnownText) -> Iterator[Name]:
    """The pieces of a run that what is confirmed does not hold, trimmed of known pieces, titles and small words."""
    if is_known(tokens, name, known):
        return
    pieces = _pieces(tokens, name)
    unknown = [piece for piece in pieces if not is_known(tokens, piece, known)]
    if not unknown:
        return
    if len(unknown) == len(pieces) or _is_one_program(tokens, name, known):
        yield _trimmed(tokens, name)
        return
    yield from (_trimmed(tokens, piece) for piece in unknown)


def _is_one_program(tokens: Sequence[Token], name: Name, known: KnownText) -> bool:
    """ "Breathe at Home": a word of a confirmed program, and an ordinary one that is no place."""
    words = telling(tokens, name)
    first, last = words[0], words[-1]
    return (
        len(words) <= 3 and first.bare in known.loose and last.bare not in known.words and stem(last.bare) in ORDINARY
    )


def _pieces(tokens: Sequence[Token], name: Name) -> list[Name]:
    """Parted at "and", "of", "at", "for", "in" and behind a possessive; "University of X" stays whole."""
    cuts = [name.first]
    for at in range(name.first + 1, name.after):
        before = tokens[at - 1]
        head = tokens[cuts[-1]].low
        is_headed = (
            head in STRONG | _JOURNALS
            or before.low in STRONG | _JOURNALS
            or (head == "the" and tokens[min(cuts[-1] + 1, name.after - 1)].low in STRONG)
        )
        if (
            tokens[at].low in ("and", "&", "in", "for")
            or (tokens[at].low == "to" and before.low in STRONG)
            or (tokens[at].low in ("of", "at") and not is_headed and tokens[name.after - 1].low != "year")
            or (before.low.endswith(("'s", "s'")) and before.is_capital and before.bare not in _SHARED)
        ):
            cuts.append(at)
    pieces = [Name(first, after) for first, after in zip(cuts, [*cuts[1:], name.after], strict=True)]
    trimmed = (_trimmed(tokens, piece) for piece in pieces)
    return [piece for piece in trimmed if piece.after > piece.first]


# "Journal of Community Practice" stays whole, and so does one that is not the confirmed journal.
_JOURNALS = frozenset("journal annals archives proceedings bulletin review".split())
_SHARED = frozenset("children women veterans men st saint people".split())


def _trimmed(tokens: Sequence[Token], name: Name) -> Name:
    first, after = name.first, name.after
    while first < after and (_is_small(tokens[first]) or tokens[first].kind == "p"):
        first += 1
    while first < after and tokens[first].low.rstrip(".") in _TITLES and first + 1 < after:
        first += 2 if tokens[first + 1].low == "." else 1
    while after > first and (tokens[after - 1].low in _LINKS or tokens[after - 1].kind == "p"):
        after -= 1
    return Name(first, after)


def _is_small(token: Token) -> bool:
    return token.low in _LINKS and not token.is_capital


def telling(tokens: Sequence[Token], name: Name) -> list[Token]:
    """The words of a name that are neither links, titles, days, states nor numbers."""
    if [token.bare.rstrip("s") for token in tokens[name.first : name.first + 2]] == ["new", "year"]:
        return []
    return [
        token
        for token in tokens[name.first : name.after]
        if token.kind == "w" and token.low not in _LINKS | _TITLES and token.bare not in _DAYS | _PLACE_WORDS
    ]


def is_known(tokens: Sequence[Token], name: Name, known: KnownText) -> bool:
    """Whether the words of a name stand in what is confirmed, in any of their forms."""
    words = telling(tokens, name)
    unknown = [token for token in words if not _word_is_known(token, known)]
    if not unknown and _is_other_school(tokens, name, known):
        return False
    if not unknown and (_stand_together(words, known) or _is_of_known_pieces(tokens, name, known)):
        return True
    unknown = unknown or words
    if all(token.bare in _PLAIN_ACRONYMS for token in unknown):
        return True
    joined = "".join(token.bare for token in words)
    return joined in known.words or joined in known.acronyms


def _is_other_school(tokens: Sequence[Token], name: Name, known: KnownText) -> bool:
    """ "University of Oregon" where Oregon State University is confirmed."""
    words = [token.low for token in tokens[name.first : name.after]]
    if words[:1] == ["the"]:
        words = words[1:]
    if len(words) != 3 or words[:2] not in (["university", "of"], ["college", "of"]):
        return False
    texts = [text for text in known.texts if words[0] in text and words[2] in text]
    plain = f"{words[0]} of {words[2]}"
    return (
        bool(texts)
        and all("state" in text for text in texts)
        and not any(plain in fact.lower() for fact in known.known.facts)
    )


def _is_of_known_pieces(tokens: Sequence[Token], name: Name, known: KnownText) -> bool:
    """Two known names with a small word between them: "Dr. Roe on First Light"; not "Clinic of the Year"."""
    if tokens[name.after - 1].low == "year":
        return False
    for at in range(name.first + 1, name.after - 1):
        if tokens[at].low in ("on", "of", "and", "&", "at", "in", "for"):
            left, right = Name(name.first, at), Name(at + 1, name.after)
            if is_known(tokens, left, known) and is_known(tokens, right, known):
                return True
    return False


def _stand_together(words: Sequence[Token], known: KnownText) -> bool:
    """Whether all words stand in one confirmed text: "Beds to Meds" is not made of "402 beds" and "Meds in Hand"."""
    needed = [token for token in words if token.bare not in _LOOSE_HEADS and len(token.bare) > 1]
    if len(needed) < 2:
        return True
    return any(
        all(t.bare in text or stem(t.bare) in text or (t.is_acronym and t.bare in known.acronyms) for t in needed)
        for text in known.texts
    )


_LOOSE_HEADS = frozenset("program programs project initiative team scheme model".split())


def _word_is_known(token: Token, known: KnownText) -> bool:
    bare = token.bare
    if bare in known.words or stem(bare) in known.words:
        return True
    if token.is_acronym and (bare in known.acronyms or bare.removesuffix("s") in known.acronyms):
        return True
    return len(bare) == 1 and token.is_capital


def is_publication(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name ends like a journal's: where the writer publishes, unless the leader is said to be in it."""
    behind = name.after + (2 if [token.low for token in tokens[name.after : name.after + 1]] in (["'"], ["’"]) else 1)
    return any(token.bare in PUBLICATIONS for token in tokens[name.first : behind] if token.kind == "w")


PUBLICATIONS = frozenset(
    """
    letter letters review quarterly digest journal magazine bulletin gazette newsletter notes notebook administrator
    times news post herald tribune chronicle weekly monthly today podcast reader report dispatch courier observer
    writer manager leader press
    """.split()
)


def is_place(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name is a place: one behind "in", "near", "eastern" or of a state, without a strong head."""
    words = [token.bare for token in telling(tokens, name)]
    if any(word in STRONG for word in words):
        return False
    before = tokens[name.first - 1].low if name.first else ""
    return all(word in STATE_WORDS for word in words) or before in _BEFORE_PLACE


_BEFORE_PLACE = frozenset(
    "in near around across outside downtown eastern western northern southern central rural".split()
)


def is_strong(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name is surely one of an organization, a school, an award or a program."""
    words = [token.bare for token in tokens[name.first : name.after]]
    behind = tokens[name.after].low if name.after < len(tokens) else ""
    distinctive = [word for word in words if word not in GENERIC | _LINKS]
    return (
        (any(word in STRONG for word in words) and (bool(distinctive) or len(words) > 2))
        or behind in KINDS_BEHIND
        or behind.startswith("program")
    )
