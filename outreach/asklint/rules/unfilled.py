"""Nothing unfilled leaves: braces, brackets, XX, "Name here"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.asklint.reading import Reading
from outreach.asklint.types import Hit, Rule, Severity

_SLOT = (
    "name|names|first|last|surname|title|role|position|date|dates|day|month|year|time|times|number|figure|percent"
    "|minutes|organization"
    "|organi[sz]ation|company|hospital|health system|program|program(?:me)|project|topic|subject|venue|publication"
    "|article|newsletter|journal"
    "|leader|executive|recipient|sender|signature|phone|telephone|e-?mail|address|city|state|link|url|website"
    "|fact|facts|quote|source"
    "|award|insert|fill|add|your|here|placeholder|something|specific|detail|details|tbd|todo|to do|example"
    "|salutation|greeting|honorific"
    "|pronoun|he/she|his/her|credentials|institution|unit|department|school|university|degree|mutual|contact"
    "|person|reason|amount|text|blank|event|conference|talk|meeting"
)
_BRACES = re.compile(
    r"\{\{[^{}\n]{0,80}\}?\}?|\{%[^{}\n]{0,80}%?\}?|\$?\{(?![^{},\n]{0,40},[^{},\n]{0,40},)[A-Za-z_][^{}\n]{0,60}\}|<<[^<>\n]{0,60}>>|«[^«»\n]{0,"
    r"60}»|\[\[[^\[\]\n]{0,200}\]?\]?|%%?[A-Z_]{3,40}%%?|\*\|[A-Z_:]{2,40}\|\*|\{\d?\}|%[sd]\b|\$[A-Z_]{4,40}\b"
)
_BRACKETS = re.compile(
    rf"[\[<(](?=[^\[\]<>()\n]{{1,60}}[\]>)])(?:[^\[\]<>()\n]{{0,40}}\b(?:{_SLOT})s?\b[^\[\]<>()\n]{{0,40}})[\]>)]",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"\[[A-Z][A-Z0-9 _/'’.-]{1,50}\]|<[A-Z][A-Z0-9 _/-]{1,40}>|\[ {0,5}\]|\[\.{2,5}\]|\[_{1,20}\]|\[\?{1,5}\]"
)
_SIGNS = re.compile(
    r"(?<![\w$])[Xx]{2,12}(?![\w])(?!-)|\b(?:19|20)[Xx]{2}\b|\bX{1,3}%|(?<!\w)_{2,60}(?!\w)|\?{3,20}|\bTBD\b"
    r"|\bTBA\b|\bTBC\b|\bTODO\b|\bFIXME\b|\bTK(?:TK)?\b|\b(?:LOREM|[Ll]orem ipsum)\b|\b(?:MM|DD|mm|dd)/(?:DD|MM"
    r"|YYYY|dd|mm|yyyy)(?:/(?:YY(?:YY)?|yy(?:yy)?))?|\bYYYY\b|#{3,10}|\.{6,40}|@@+|\bN/A\b|\bXYZ\b|\bABC "
    r"(?:Hospital|Health|Medical|Company|Program|Organization)\b|\bNNN?\b|\bundefined\b|\bNaN\b|\bnull\b|\bNone,"
    r"|\[nan\]"
)
_WORDS = re.compile(
    r"\b(?:firstname|lastname|first_name|last_name|name_here|(?:your|the|program|hospital|organization|leader"
    r"|their|his|her|insert|person'?s?|company|project|topic|phone|title|recipient)[ _](?:name|title|phone|topic"
    r"|e-?mail|date|number|organization|credentials|fact|text|program) here"
    r"|insert (?:the |a |an |your |their |his |her |program |leader |some |specific |name|fact|date|title|quote"
    r"|here|hospital|organization|figure|something)[\w ]{0,20}|(?:name|fact|date|title|figure|quote|program|topic"
    r"|number|text) (?:goes |to go |to be added |to come )here\b|(?:to be (?:filled in|determined|inserted|added here))"
    r"|fill in(?: (?:the|your|name|date|blank|later|here|program|fact))|blah(?:,? blah){1,3}|so-and-so"
    r"|such-and-such|foo bar|yada yada|add (?:fact|figure|quote|name|date|title|link|details?) (?:here|later)"
    r"|(?:look|check) (?:this )?up later|placeholder|dear name|dear (?:first|last|recipient|leader|executive"
    r"|sir/madam\])|(?:mr|ms|dr)\.? ?(?:surname|lastname|last ?name|name|blank|xx?)\b|(?:mr|ms)\.?/(?:ms|mr|mrs"
    r"|dr)\.?(?:/(?:dr|mrs|ms)\.?)?)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:First|Last|Full|Recipient|Leader|Program|Project|Hospital|Organization|Company|Executive|Contact|Your"
    r"|School|Article)(?:'s)? (?:Name|Title|Organization|Topic|Date)\b"
    r"|\b(?:FIRST|LAST|FULL|YOUR|PROGRAM|HOSPITAL|ORGANIZATION|COMPANY|LEADER|RECIPIENT|PROJECT)[ _](?:NAME|TITLE"
    r"|DATE)\b"
)
_SHOUTED = re.compile(
    r"(?<![A-Z] )(?<![\w-])(?:NAME|PROGRAM|DATE|TITLE|HOSPITAL|ORGANIZATION|TOPIC|VENUE|FACT|QUOTE|LASTNAME"
    r"|FIRSTNAME|PUBLICATION|RECIPIENT|SURNAME"
    r"|EVENT|FIGURE)(?: HERE)?\b(?! [A-Z]{2})(?![\w-])|(?<=[\s(])\?{2}(?=[\s%.,)])|\((?:check|verify|confirm"
    r"|look up|find|ask|add)\b[^()\n]{0,40}\)|#(?:NAME\?|REF!|N/A|VALUE!)"
    r"|\b[Dd]ear [^\n,:]{2,40} ?/ ?(?:Dr|Ms|Mr|Mrs|Prof)\b"
)
_EMPTY_GREETING = re.compile(
    (
        r"^[ \t]{0,9}(?:dear|hello|hi|hey|good (?:morning|afternoon|evening))(?:[ \t]+(?:dr|mr|mrs|ms|mx|prof"
        r"|professor)\.?)?[ \t]*[,:;][ \t]*[,.]?[ \t]*$|^[ \t]{0,9}dear[ \t]+[,.:;]|^[ \t]{0,9}dear[ \t]*$|\bdear "
        r"(?:dr|mr|mrs|ms)\.?[ \t]*[,:][ \t]*$"
    ),
    re.IGNORECASE | re.MULTILINE,
)
_HOLES = re.compile(
    r"\b(?:the|your|our|at|of|about|from|by|for|in|with|to|and) {1,3}[,;:](?= )|\b(?:of|from|by|at|about) {1,"
    r"2}\.(?=\s|$)|\(\s{0,5}\)|\"\s{0,5}\"|“\s{0,5}”|\bthe  +program\b|\bfrom +% to\b|\bby +%"
)
_ROMAN_BEFORE = re.compile(
    (
        r"\b(?:title|section|chapter|volume|part|phase|super bowl|factor|article|level|appendix|figure|table|type"
        r"|class|chromosomes?)\s{1,2}$"
    ),
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    (
        r"^[\[(](?:\d{1,3}|link \d{1,18}|sic"
        r"|emphasis (?:added|mine)|the [a-z ]{2,40}|s?he|they|we|i|it|our|their|his|her|my"
        r"|…|\.\.\.|[a-z])[\])]$"
    ),
    re.IGNORECASE,
)
_NO_BRACKET = ("(",)

_PATTERNS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_BRACES, tuple("{<%*«[$")),
    (_BRACKETS, ("[", "<", "(")),
    (_CAPITALS, ("[", "<")),
    (
        _SIGNS,
        (
            *(
                "xx",
                "XX",
                "Xx",
                "X%",
                "__",
                "??",
                "TB",
                "TODO",
                "FIXME",
                "TK",
                "orem ",
                "OREM",
                "MM/",
                "DD/",
                "mm/",
                "dd/",
            ),
            *("YYYY", "##", "......", "@@", "N/A", "XYZ", "ABC ", "NN", "undefined", "NaN", "null", "None,", "[nan]"),
        ),
    ),
    (
        _WORDS,
        (
            *(
                "irstname",
                "astname",
                "_name",
                " here",
                "nsert ",
                "o be filled",
                "o be added",
                "o be determined",
                "o be inserted",
            ),
            *(
                "o be completed",
                "ill in",
                "lah",
                "so-and-so",
                "such-and-such",
                "oo bar",
                "ada yada",
                "up later",
                "laceholder",
            ),
            *(
                "ear name",
                "ear first",
                "ear last",
                "ear recipient",
                "ear leader",
                "ear executive",
                "urname",
                "/ms",
                "/mr",
                "/Ms",
                "/Mr",
            ),
            *(
                " later",
                "r. name",
                "s. name",
                "r name",
                "s name",
                "blank",
                "PLACEHOLDER",
                "INSERT ",
                "FILL IN",
                " HERE",
            ),
        ),
    ),
    (_TITLED, ("Name", "Title", "Topic", "Date", "Organization", "NAME", "TITLE", "DATE")),
    (
        _SHOUTED,
        (
            *(
                "NAME",
                "PROGRAM",
                "DATE",
                "TITLE",
                "HOSPITAL",
                "ORGANIZATION",
                "TOPIC",
                "VENUE",
                "FACT",
                "QUOTE",
                "PUBLICATION",
            ),
            *(
                "RECIPIENT",
                "EVENT",
                "FIGURE",
                "??",
                "(check",
                "(verify",
                "(confirm",
                "(look",
                "(find",
                "(ask",
                "(add",
                "#",
            ),
            *("/ Dr", "/ M", "/Dr", "/M", "/Prof", "/ Prof"),
        ),
    ),
    (_HOLES, (" ,", " ;", " :", " .", "( ", "()", '""', '" "', "“”", "“ ", "  ", "y %", "m %")),
)
"""Each expression, and the characters of which a text has to have some before it is tried: most texts have none."""

_FIRST_LINES = 400
"""Characters in which a greeting without a name is looked for."""


def _find(reading: Reading) -> Iterator[Hit]:
    last = -1
    for hit in sorted(_all(reading.text), key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= last:
            last = hit.end
            yield hit
    subject = reading.parts.subject
    if subject and not reading.text[subject.start : subject.end].strip() and subject.start:
        head = reading.text.rfind("\n", 0, subject.start) + 1
        yield Hit(head, subject.end, "The subject is empty. Write what you ask and about what.")


def _all(text: str) -> Iterator[Hit]:
    for pattern, signs in _PATTERNS:
        if not any(sign in text for sign in signs):
            continue
        for match in pattern.finditer(text):
            if not _is_meant(text, match, pattern):
                yield Hit(match.start(), match.end())
    end = text.find("\n", _FIRST_LINES)
    for match in _EMPTY_GREETING.finditer(text, 0, end if end >= 0 else len(text)):
        yield Hit(match.start(), match.end())


def _is_meant(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Words between brackets that belong there, and Roman numbers."""
    found = match.group()
    if pattern is _BRACKETS and (found[0] in _NO_BRACKET and not _is_slot(found)):
        return True
    if pattern is _BRACKETS and found[0] == "<" and ("@" in found or "://" in found):
        return True
    if pattern in (_BRACKETS, _CAPITALS) and _HARMLESS.fullmatch(found):
        return True
    return (
        found.strip("Xx") == ""
        and found.isupper()
        and bool(_ROMAN_BEFORE.search(text[max(0, match.start() - 20) : match.start()]))
    )


_SLOT_ALONE = re.compile(
    rf"\((?:(?:insert|add|fill in|your|the|their|his|her|first|last|full|leader'?s?|program|project|hospital"
    rf"|organization|company|exact|job|correct) ){{0,3}}(?:{_SLOT})"
    r"(?: (?:here|name|title|date|to (?:come|follow|be added)|goes here|\?))?\)",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(
    (
        r"\((?:here|year|years|time|times|minutes|percent|date|first|last|city|state|unit|text|source|facts?|quote"
        r"|link|names?|example|example)\)"
    ),
    re.IGNORECASE,
)


def _is_slot(found: str) -> bool:
    """Round brackets hold ordinary words, too: only a bare slot, "(program name)", counts."""
    return bool(_SLOT_ALONE.fullmatch(found)) and not (
        _NOT_ALONE.fullmatch(found) and found.islower() and found in ("(here)", "(example)")
    )


RULES = (
    Rule(
        "placeholder",
        Severity.BLOCK,
        "Something is not filled in here. Write what belongs here, or take the sentence out.",
        "One unfilled place tells that the letter was made for many.",
        "Product design, R14; architecture, section 0: an unfilled place cannot be passed.",
        _find,
        bad=(
            "Dear {{ salutation }},\n\nMay I interview you?",
            "I am writing for XX about your work.",
            "I read about [Program Name] with interest.",
            "Dear Dr. ,\n\nMay I interview you?",
            "The rate fell from XX% to 14%.",
            "Could we talk on TBD?",
            "I would like to ask about ______ for twenty minutes.",
            "Dear <First Name>,\n\nI am writing an article.",
            "Dear %FIRSTNAME%,\n\nI am writing an article.",
            "I saw that (insert fact here) in your report.",
            "Sincerely,\n[Your Name]",
            "In your talk at lorem ipsum you said it.",
            "Dear Mr./Ms. Aaldering,\n\nI am writing an article.",
            "Your team opened it in 20XX.",
            "I read about the , which you lead.",
            "Subject: \n\nDear Dr. Aaldering,\n\nI am writing.",
            "Dear ${leader_name},\n\nI am writing.",
        ),
        good=(
            "The rate fell from 21% to 14% [2].",
            "“[The nurses] wrote the script,” you said.",
            "She said they would “never [sic] go back”.",
            "Title XX funds paid for the first year.",
            "I write for the chapter newsletter (monthly, 900 readers).",
            "You can reply to this message, or call (555) 010-2030.",
            "Is there a time between May 4 and May 29 (Central)?",
            "The form asks for name and date; who filled it in?",
            "I wonder ... would June suit?",
            "See <https://example.org/report> for the figures.",
            "Jo Park <jo.park@example.org>",
            "You can answer on its page, without an account ([link 12]).",
        ),
    ),
)  # fmt: skip
