"""Words of programs: kinds of sessions, parts that people play, breaks, rooms, and what is no part of a program."""

from __future__ import annotations

import re

KIND = re.compile(
    r"\A(?:(?:opening|closing|welcome|morning|afternoon|evening|luncheon|lunch|breakfast|dinner|concurrent|invited|guest"
    r"|featured|pre-?conference|post-?conference|executive|general|special|key|distinguished|named|memorial|annual|main"
    r"|hot\stopic|mini|virtual|live|moderated|expert|ceo|leadership|ask\sthe|and|&|/)\s{0,2}){0,4}"
    r"(?:keynotes?|plenar(?:y|ies)|workshops?|tutorials?|seminars?|panels?|roundtables?|round\stables?|fireside\schats?"
    r"|symposi(?:um|a)|webinars?|breakouts?|masterclass(?:es)?|master\sclass(?:es)?|lectures?|talks?|debates?|forums?"
    r"|town\shalls?|case\sstud(?:y|ies)|sessions?|courses?|training|address|speakers?|discussions?|presentations?"
    r"|remarks|conversations?|interviews?|luncheons?|receptions?|demos?|posters?|oration)"
    r"(?:\s(?:session|presentation|address|discussion|speaker|lecture|talk|remarks|panel|luncheon|series|workshop))?"
    r"(?:\s(?:[A-H]|\#?\d{1,3}[A-Za-z]?|[IVX]{1,5}))?",
    re.IGNORECASE,
)
"""What a session is, as it stands before a colon: "Opening Keynote", "Panel", "Concurrent Session B"."""

_PARTS = {
    "Moderator": "moderators? moderated",
    "Co-moderator": "co-?moderators?",
    "Panelist": "panell?ists? panel\\smembers? reactors?",
    "Chair": "chairs? chaired chairperson chairman chairwoman session\\schairs? program\\schairs?",
    "Co-chair": "co-?chairs?",
    "Facilitator": "facilitators? facilitated",
    "Host": "hosts? hosted",
    "Emcee": "emcees? mcs? master\\sof\\sceremonies",
    "Discussant": "discussants?",
    "Respondent": "respondents?",
    "Interviewer": "interviewers? interviewed",
    "Introduction": "introductions? introduced intro",
    "Instructor": "instructors? tutors? trainers?",
    "Organizer": "organi[sz]ers? organi[sz]ed",
}
_SPEAKING = (
    "(?:keynote |featured |guest |plenary |invited |session |main |lead |closing |opening |co-?)?(?:speakers?"
    "|presenters?"
    "|faculty|lecturers?|presented|delivered|led|featuring|keynoter)"
)
_PART_OF = [(re.compile(rf"(?:{'|'.join(words.split())})", re.IGNORECASE), part) for part, words in _PARTS.items()]
_SPEAKS = re.compile(_SPEAKING, re.IGNORECASE)
_ANY_PART = "|".join("|".join(words.split()) for words in _PARTS.values())
LABEL = re.compile(
    rf"\A(?P<label>(?:{_ANY_PART}|{_SPEAKING})(?:\s(?:and|&|/)\s(?:{_ANY_PART}|{_SPEAKING}))?(?:\(s\))?"
    r"(?:\sby)?)(?:\s{0,2}:\s{0,3}|\s{0,2}[-–—]\s{1,3}|\s{0,2}$)",
    re.IGNORECASE,
)
"""What stands before people: "Speaker:", "Panelists", "Moderated by:"."""
BY = re.compile(
    r"\b(?P<label>(?:talk|workshop|session|tutorial|lecture|presentation|keynote|remarks|webinar) by"
    r"|(?:co-?)?moderat(?:ed|or) by|presented by|led by|hosted by|facilitated by|chaired by|introduced by"
    r"|introduction by|interviewed by|delivered by|featuring|moderator:|moderators:|speaker:|speakers:|panell?ists?:"
    r"|presenters?:|chair:|facilitator:|host:)\s{0,3}",
    re.IGNORECASE,
)
"""The same within a line."""

OTHER_LABEL = re.compile(
    r"\A(?P<label>room|location|venue|where|place|track|level|date|time|when|day|duration|format|type|title|topic|session"
    r"|registration|register|cost|fee|price|credits?|ce|ceus?|cme|audience|objectives?|learning objectives?|description"
    r"|abstract|overview|summary|bio|biography|about|zoom|link|url|website|sponsor(?:ed by)?|sponsors?|phone|tel"
    r"|e-?mail"
    r"|contact|dial-?in|meeting id|passcode|password|attire|parking|note|notes|agenda|program|schedule"
    r"|moderated discussion|keynote title)\s{0,2}:\s{0,3}",
    re.IGNORECASE,
)

_BREAK_WORDS = (
    r"breaks?|lunch(?:eon)?|breakfast|brunch|coffee|tea|refreshments?|registration|check-?in|check-?out"
    r"|networking|recess"
    r"|reception|social(?:\shour)?|happy\shour|dinner|cocktails?|exhibits?|exhibit(?:ion)?\shalls?"
    r"|adjourn(?:ment)?|doors"
    r"\sopen|transition|travel|departures?|group\sphoto|posters?|poster\ssession|expo|free\stime|evaluations?|yoga"
    r"|fun\srun|wrap-?up|sign-?in|badge\spick-?up|buffet|meal|snacks?|end\sof\s(?:day|program|conference)"
)
_BREAK = re.compile(rf"\b(?:{_BREAK_WORDS})\b", re.IGNORECASE)
_BREAK_ONLY = re.compile(
    rf"\W{{0,5}}(?:(?:the|and|&|with|in|of|for|am|pm|mid|morning|afternoon|evening|continental|welcome|opening|closing"
    rf"|boxed?|buffet|hot|light|provided|on\syour\sown|available|refreshment|opens?|closes?|visit|attendee|exhibitors?"
    rf"|sponsors?|sponsored|vendors?|time|day|\d|grab\sand\sgo|hosted|self-organi[sz]ed|long|short|awards?|conference"
    rf"|{_BREAK_WORDS})\b[\W\d]{{0,5}}){{1,12}}",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"\A\W{0,3}(?:t\.?b\.?[acdn]\.?|to be (?:announced|confirmed|determined|named)|to follow|n/?a|none"
    r"|various(?: speakers)?"
    r"|speakers? (?:tba|tbd|to be announced)|invited|multiple|several|staff|all|-{1,3}|–|—)\W{0,3}",
    re.IGNORECASE,
)
"""A cell or line that names nobody."""
ROOM = re.compile(
    r"(?:(?:[\w'’.&-]{1,30}\s){0,4}?(?:room|ballroom|hall|auditorium|theat(?:re|er)|foyer|lobby|atrium|pavilion|suite"
    r"|terrace|lawn|salon|boardroom|concourse|plaza|prefunction|booth|amphitheat(?:re|er)|saal|stage|garden"
    r"|rooftop|lounge"
    r"|building)\b(?:\s?(?:[A-Z]|\d{1,4})[\w/&–-]{0,12}|\s\([^()]{1,40}\)|\s[A-Z][\w-]{1,20}){0,4}"
    r"|(?:level|floor|booth|kiosk)\s#?\w{1,10}(?:\s{0,2}[|,/–-]\s{0,2}.{1,80})?"
    r"|(?:virtual|online|zoom|live\sstream|livestream|hybrid|in[-‑ ]person))",
    re.IGNORECASE,
)
"""A whole line that says where: "Grand Ballroom A", "Level 3 | Elm 3201"."""
_FLOOR = re.compile(
    r"(?:level|floor)\s\w{1,10}|(?:first|second|third|fourth|fifth|ground|main|upper|lower|\d{1,2}(?:st|nd|rd|th))\s"
    r"(?:level|floor)",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\btown\s?hall\b|\b(?:exhibits?|exhibition|study|mess|speakers?|ready)\s(?:hall|lounge|room)\b"
    r"|^(?:virtual|online|zoom|live\s?stream|hybrid|in[-‑ ]person)\b",
    re.IGNORECASE,
)
"""Places that are something to do, and ways to take part."""
FURNITURE = re.compile(
    r"(?:view|details?|more|(?:view |see |more |show |session )(?:details?|info(?:rmation)?|more|less|bio)"
    r"|read (?:more|bio)"
    r"|learn more|add to (?:my )?(?:schedule|calendar|agenda|itinerary)|bookmark|favou?rite|share|register(?: now"
    r"| here)?"
    r"|slides?|video|recording|watch(?: now| recording)?|download|website|link|back to top|sold out|ticketed|full bio"
    r"|no ratings yet|join(?: now)?|hide details)\.?",
    re.IGNORECASE,
)
"""What pages write on their buttons."""
_ASIDE = re.compile(
    r"\W{0,3}(?:for (?:more|further|additional) (?:information|details)|visit (?:us|our|the)|click|register"
    r"|questions\b|rsvp"
    r"|join us|reply to|warmly|sincerely|best regards|see you|please|note that|contact|call|all times|times are|program"
    r" (?:is )?subject to|agenda (?:is )?subject to|subject to change|copyright|©|\d\.?\d{0,2} (?:ce|cme|contact"
    r"|credit)"
    r"|(?:earn|receive|approved for|worth) (?:up to )?\d|dear |hi |hello |follow us|sponsored by|supported by"
    r"|tickets?\b)",
    re.IGNORECASE,
)
_SAMPLE = re.compile(r"\b(?:samples?|examples?)\b", re.IGNORECASE)
_PROSE = re.compile(
    r"\b(?:this|will|are|is|was|we|our|you|your|they|learn|join\sus|explore|attendees|participants|describe|identify"
    r"|discuss(?:es)?|has|have|can|must)\b",
    re.IGNORECASE,
)


def part_of(label: str) -> str:
    """The part that a label says: "Moderated by" -> "Moderator"; "" for a speaker."""
    words = label.strip().lower().removesuffix(" by").strip(" :").removesuffix("(s)")
    return next((part for pattern, part in _PART_OF if pattern.fullmatch(words)), "")


def is_part(label: str) -> bool:
    """Whether words are a part that somebody plays, and nothing else: "Co-Moderator", "Speaker"."""
    words = label.strip().strip("*")
    return bool(part_of(words)) or _SPEAKS.fullmatch(words) is not None


def is_break(title: str) -> bool:
    """Whether a session is a pause, a meal or the like, where nobody speaks."""
    head = title[:120]
    return _BREAK_ONLY.fullmatch(head) is not None and _BREAK.search(head) is not None


def begins_as_break(title: str) -> bool:
    """Whether the first words of a title tell a pause: "Lunch with exhibitors"."""
    match = _BREAK.match(title.lstrip("*•-– ")[:60])
    return match is not None


def is_room(line: str) -> bool:
    """Whether a line tells a place and nothing else: a room, or a room and its floor."""
    words = line.strip(" *_()[]") if len(line) <= 120 else ""
    if not words or ROOM.fullmatch(words) is not None:
        return bool(words)
    room, comma, floor = words.rpartition(", ")
    return bool(comma) and _FLOOR.fullmatch(floor) is not None and ROOM.fullmatch(room) is not None


def is_only_place(title: str) -> bool:
    """Whether the title of a session is but the room that it is in; a town hall is a talk, not a room."""
    return is_room(title) and _NO_PLACE.search(title) is None


def is_sample(words: str) -> bool:
    """Whether a heading says that what follows is an example of how to fill in a form."""
    return _SAMPLE.search(words[:200]) is not None


def is_aside(line: str) -> bool:
    """Whether a line is no part of a program: "Register here", "Add to my schedule", a greeting, an address."""
    return FURNITURE.fullmatch(line.strip(" *[]()|>»")) is not None or _ASIDE.match(line) is not None


def is_prose(line: str) -> bool:
    """Whether a line is running text: what a session is about, a biography."""
    if len(line) > 220:
        return True
    words = line.split()
    return len(words) > 9 and (line.rstrip().endswith((".", "!", "?")) or len(_PROSE.findall(line)) > 1)
