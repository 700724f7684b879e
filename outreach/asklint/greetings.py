"""How letters begin and end: words of address, closing words, lines of a signature. One line at a time."""

from __future__ import annotations

import re

from outreach.folding import fold

HONORIFICS = frozenset(
    "dr doctor mr mrs ms miss mx mister prof professor chief president rev reverend sister father sir madam captain "
    "colonel general major lieutenant admiral commander dean director hon senator".split()
)
"""Words of address before a name, without their point."""

_CREDENTIAL = re.compile(
    r"\(?(?:[A-Z]{2,}[A-Za-z]?(?:[-/][A-Z]{1,6}){0,3}|[A-Z][a-z]?\.(?:[A-Za-z]{1,4}\.){1,3}|PhD|EdD|PharmD|PsyD"
    r"|DNPc?|DrPH|MSc|MEd|Jr|Sr|II|III|IV)\)?"
)
_CREDENTIAL = re.compile(
    r"\(?(?:[A-Z]{2,}[A-Za-z]?(?:[-/][A-Z]{1,6}){0,3}|[A-Z][a-z]?\.(?:[A-Za-z]{1,4}\.){1,3}"
    r"|PhD|EdD|PharmD|PsyD|DNPc?|DrPH|MSc|MEd|Jr|Sr)\)?"
)
_OPENER = re.compile(
    r"[ \t]*(?:(?:my |our )?(?:dearest|dear)|hello|hi|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|greetings"
    r"|to whom (?:it|this) may concern|to whom|salutations|(?:highly |most )?(?:esteemed|respected|honorable))"
    r"(?![\w'’-])",
    re.IGNORECASE,
)
_DELIMITERS = ",:;!—–-"
_MOST_TOKENS = 14
_NO_NAME = frozenset(
    "i i'm i've i'd i'll my we we're it it's this that thank thanks may might could would can should hope hoping "
    "as your you "
    "in on the a an for at after when since while although because if what how just following recently yesterday "
    "today last please no yes who where our there to with by from and but so first please congratulations".split()
)

_CLOSING = re.compile(
    r"[ \t]*[-–—~]{0,2}[ \t]?(?:"
    r"(?:yours|very)(?: \w+){0,2}|sincerely(?: yours)?|most sincerely|faithfully(?: yours)?|respectfully(?: \w+)?"
    r"|regards"
    r"|(?:with |my |all )?(?:(?:my|our|all|the|very|many|kind(?:est)?|best|warm(?:est)?|sincere(?:st)?"
    r"|deep(?:est)?|good"
    r"|every|great|much|heartfelt|high|personal) ){0,3}(?:regards|wishes|thanks|appreciation|gratitude|respects?"
    r"|good wish(?:es)?|esteem|admiration|best|consideration)(?: and (?:\w+ ){0,2}\w+)?(?: (?:for|from|to|in"
    r"|again) [^.?!\n]{1,60})?"
    r"|with (?:respect|anticipation|thanks|hope|warmth|kindness)|best|bests|warmly|cordially|gratefully(?: yours)?"
    r"|appreciatively|humbly"
    r"|thank you(?: (?:again|so much|very much|kindly|in advance|for (?:your|the|considering|reading)[^.?!\n]{0,60}))?"
    r"|thanks(?: (?:again|so much|very much|a lot|in advance|for (?:your|the|reading|considering)[^.?!\n]{0,60}))?"
    r"|many thanks|cheers|take care|until then|talk soon|looking forward[^.?!\n]{0,60}|in gratitude|ever yours|be well"
    r")(?P<sign>[ \t]*[,!–—-]|[ \t]*\.(?=[ \t]*$)|[ \t]*$)[ \t]*(?P<behind>[^\n]{0,60})$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[,|·•–—/(]\s*|\s{3,}")
_SMALL = frozenset("of and de la van von der den da di del al bin el the at for y e".split())
_WORDS_OF_CLOSING = (
    r"(?:(?:with |many |kind(?:est)? |best |warm(?:est)? |all (?:the |my )?){0,2}(?:regards|wishes|thanks|best"
    r"|sincerely|respectfully|cheers|thank you|warmly|gratefully|cordially)(?: (?:again|in advance|so much))?)"
)
_AT_END = re.compile(
    r"(?:^|[.?!…)]['\"”’)]?[ \t]+)(?P<cut>"
    rf"{_WORDS_OF_CLOSING}[,!.–—-]{{1,2}}[ \t]?[^\s.,?!]{{1,30}}(?:[ \t][^\s,?!]{{1,30}}){{0,3}}"
    rf"|{_WORDS_OF_CLOSING}[,!.–—-]"
    r"|[-–—~]{1,2}[ \t]?[^\s.,?!]{1,30}(?:[ \t][^\s,?!]{1,30}){0,3}"
    r"|[^\s.,?!]{1,30}(?:[ \t][^\s,?!]{1,30}){0,3})[ \t]*$",
    re.IGNORECASE,
)


def is_honorific(word: str) -> bool:
    """Whether a word ("Dr.", "Mrs") goes before a name."""
    return word.strip(".,").lower() in HONORIFICS


def greeting_end(line: str, names: frozenset[str], *, needs_opener: bool = False) -> int | None:
    """Where the greeting that a line begins with ends; None where it begins with none.

    `names` are the reader's in lower case: behind such a name a comma ends the greeting ("Luis, I am ...").
    """
    opener = _OPENER.match(line)
    if opener:
        return _after_opener(line, opener.end(), names)
    return None if needs_opener else _name_alone(line, names)


def _after_opener(line: str, begin: int, names: frozenset[str]) -> int | None:
    tokens = [(match.group(), match.end()) for match in re.finditer(r"\S+", line[begin:])][: _MOST_TOKENS + 1]
    if not tokens:
        return len(line.rstrip())
    first, end = tokens[0]
    if not first.strip(_DELIMITERS + ".") or line[begin : begin + 1] in _DELIMITERS + ".":
        return _after_comma(begin, tokens, names)
    walked = _walk(tokens, begin)
    if walked is not None:
        return walked
    if len(tokens) <= 8 and len(line) <= 90:
        return len(line.rstrip())
    named = 0
    for token, end in tokens:
        if not _is_name(token):
            break
        named = begin + end
    return named or None


def _after_comma(begin: int, tokens: list[tuple[str, int]], names: frozenset[str]) -> int:
    """Behind "Hello," or "Good morning -": a name with a sign behind it still belongs to the greeting."""
    at = 1 if not tokens[0][0].strip(_DELIMITERS + ".") else 0
    rest = tokens[at:] if at else [(token.lstrip(_DELIMITERS), end) for token, end in tokens]
    rest = [pair for pair in rest if pair[0]]
    if rest and (is_honorific(rest[0][0]) or fold(rest[0][0].strip(_DELIMITERS + ".")) in names):
        return _walk(rest, begin) or begin + rest[-1][1]
    if rest and _is_name(rest[0][0]) and rest[0][0][-1] in _DELIMITERS:
        return begin + rest[0][1]
    titled = _after_title(rest, names)
    if titled:
        return begin + titled
    return begin + tokens[0][1] if at else begin + 1


def _after_title(rest: list[tuple[str, int]], names: frozenset[str]) -> int:
    """ "Good morning, Commissioner Ames,": up to the sign behind the reader's name, 0 where it is not that."""
    for at, (token, end) in enumerate(rest[:_MOST_OF_TITLE]):
        if not _is_name(token):
            return 0
        if token[-1] in _DELIMITERS:
            return end if at and fold(token.strip(_DELIMITERS + ".")) in names else 0
    return 0


_MOST_OF_TITLE = 5


def _walk(tokens: list[tuple[str, int]], begin: int) -> int | None:
    """The end of the first token that a sign follows, unless credentials or another name go on behind it."""
    for at, (token, end) in enumerate(tokens):
        behind = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        if not token.strip(_DELIMITERS + "."):
            return begin + end
        is_point = token.endswith((".", "?")) and not is_honorific(token) and len(token) > 2 and token.count(".") == 1
        if token[-1] not in _DELIMITERS and not is_point:
            continue
        if is_point and at > 3:
            return None
        if _goes_on(behind):
            continue
        return begin + end
    return None


def _goes_on(behind: str) -> bool:
    bare = behind.strip(".,:;")
    return bool(_CREDENTIAL.fullmatch(bare)) or is_honorific(behind) or bare.lower() in ("and", "&")


def _is_name(token: str) -> bool:
    bare = token.strip(_DELIMITERS + ".").replace("’", "'")
    return bool(bare) and (bare[0].isupper() or is_honorific(bare)) and bare.lower() not in _NO_NAME


def _name_alone(line: str, names: frozenset[str]) -> int | None:
    """A greeting without "Dear": "Dr. Oyelaran," or "Maria -" on a line, or a title and a name before a sentence."""
    tokens = [(match.group(), match.end()) for match in re.finditer(r"\S+", line[:120])][:7]
    for at, (token, end) in enumerate(tokens[:6]):
        bare = fold(token.strip(_DELIMITERS + ".")).lower()
        is_sign = not token.strip(_DELIMITERS)
        if not (is_sign or _is_name(token) or bare in names):
            return None
        if token[-1] not in _DELIMITERS or (at + 1 < len(tokens) and _goes_on(tokens[at + 1][0])):
            continue
        is_whole = at + 1 == len(tokens) and token[-1] != ":"
        before = [fold(one.strip(_DELIMITERS + ".")).lower() for one, _ in tokens[: at + 1]]
        titled = is_honorific(tokens[0][0]) and at > 0
        return end if is_whole or titled or all(one in names for one in before if one) else None
    return None


def is_closing(line: str) -> bool:
    """Whether a line has closing words: "Sincerely,", "With thanks, Jo Park"."""
    match = _CLOSING.match(line[:160]) if len(line) <= 160 else None
    is_small = not line.lstrip(" \t-–—~")[:1].isupper()
    if not match or (is_small and len(line.split()) > 4):
        return False
    behind = match["behind"].split()
    if match["sign"].strip() == "." and len(line.split()) > 3:
        return False
    return len(behind) <= 8 and not match["behind"].rstrip().endswith((".", "?", "!"))


def is_signature_line(line: str) -> bool:
    """Whether a line may stand in a signature: short, and no sentence."""
    stripped = line.strip()
    if not stripped or len(stripped) > 110 or len(stripped.split()) > 16 or stripped[0] in "*•>":
        return not stripped
    if stripped.endswith(("?", "!", ",", ";")) and len(stripped.split()) > 4:
        return False
    if stripped.endswith(".") and len(stripped.split()) > 4:
        return bool(re.search(r"(?:\b(?:Inc|Ltd|Co|Jr|Sr|St|Ave|Rd|U\.S)|\.[A-Za-z]{1,3})\.$", stripped))
    return True


def is_name_line(line: str) -> bool:
    """Whether a line begins with a name, as signatures do: "Jo Park", "Priya Raman · Coordinator"."""
    name = _SEPARATOR.split(line.strip().lstrip("-–—~ \t"), maxsplit=1)[0]
    words = name.split()
    if not 1 <= len(words) <= 5 or line.rstrip().endswith((":", "?")):
        return False
    if len(words) == 1:
        return len(line.split()) == 1 or words[0][:1].isupper()
    return all(word[:1].isupper() or word.lower() in _SMALL for word in words)


def closing_in_line(line: str) -> int | None:
    """Where, in the last line of a text, closing words or a name end it: "... before it is printed. Best, Jo Park"."""
    match = _AT_END.search(line)
    if not match or not match.start("cut"):
        return None
    cut = match["cut"]
    bare = re.sub(rf"^{_WORDS_OF_CLOSING}[,!.–—-]*", "", cut, flags=re.IGNORECASE).strip(" -–—~\t")
    has_words = bare != cut.strip(" -–—~\t")
    is_name = all(word[:1].isupper() or word.lower() in _SMALL for word in bare.split())
    return match.start("cut") if is_name and (has_words or bare) and not set(".…:;") & set(bare.rstrip(".")) else None
