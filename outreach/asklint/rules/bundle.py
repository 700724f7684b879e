"""What goes along: links, attachments, tracking; and who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.asklint.checks import compiled_phrase, pattern, phrases
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Example, Hit, Kind, Rule, Severity
from outreach.folding import fold

_FIRST = frozenset({Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST, Kind.LINKEDIN_NOTE})
_LINK = re.compile(
    (
        r"\b(?:https?://|www\.)[^\s<>\"]{1,400}|(?<![@\w.])[a-z0-9-]{2,40}\.(?:com|org|net|edu|io|me|ly"
        r"|co)/[^\s<>\"]{1,300}"
    ),
    re.IGNORECASE,
)
_BOOKING = compiled_phrase(
    r"\b(?:calendly\.com|cal\.com|savvycal|doodle\.com|youcanbook|acuityscheduling|hubspot\.com/meetings"
    r"|meetings\.hubspot|chilipiper|zcal|tidycal|outlook\.office365?\.com/(?:owa/)?(?:calendar|book)"
    r"|bookings\.microsoft|calendar\.app\.google|calendar\.google\.com/calendar/appointments|when2meet|oncehub"
    r"|setmore|koalendar)\b"
    r"|\b(?:my|this|the) (?:calendar|booking|scheduling|calendly) (?:link|page)\b|\b(?:book|grab|pick|choose"
    r"|schedule|find) <5>(?:on|from|in|via|through|using) my (?:calendar|calendly|link|schedule)\b"
)
_ATTACHED = compiled_phrase(
    r"\b(?:i have |i've |i |please find |see |find )?(?:attach(?:ed|ing)?|enclos(?:ed|ing)) (?:is|are|you|please"
    r"|find|my|the|a|an|two|to this|here|for|you'll|herewith|below)\b|\b(?:see|in|find) (?:the )?(?:attached"
    r"|enclosed|attachment|enclosure)\b|\b(?:is|are) (?:attached|enclosed)\b|\bi (?:have |'ve )?(?:attach"
    r"|enclose)(?:d)?\b"
)


def _links(reading: Reading) -> Iterator[Hit]:
    found = [
        (sentence.start + match.start(), sentence.start + match.end())
        for sentence in reading.body
        if "/" in sentence.text or "www" in sentence.lower
        for match in _LINK.finditer(sentence.text)
    ]
    if len(found) > 1:
        yield Hit(*found[1])


def _attachments(reading: Reading) -> Iterator[Hit]:
    for span in reading.parts.attachments:
        if reading.text[span.start : span.end].strip():
            yield Hit(span.start, span.end)
    for sentence in reading.body:
        match = _ATTACHED.search(sentence.lower)
        if match:
            yield Hit(sentence.start + match.start(), sentence.start + match.end())


def _assistant(reading: Reading) -> Iterator[Hit]:
    """The assistant is recorded and stands neither in the head lines nor in the text."""
    names = fold(reading.circumstances.assistant).split()
    if not names or set(names) & set(fold(reading.text).split()):
        return
    span = reading.parts.greeting or reading.parts.body
    said = f"{reading.circumstances.assistant} is recorded as the assistant. Write to them, or put them in copy."
    yield Hit(span.start, span.end, said)


_DUARTE = Circumstances(assistant="Paula Duarte")


def _to(text: str) -> Example:
    return Example(text, circumstances=_DUARTE)


RULES = (
    Rule(
        "links",
        Severity.NOTE,
        "A second link. Leave one at most; the others can follow when they answer.",
        "Several links look like advertising to people and to filters.",
        "Product design, R16: plain text, at most one link.",
        _links,
        bad=tuple(f"{start} https://example.org/a {middle} https://example.org/b {end}" for start, middle, end in (
            ("See", "and", "for more."), ("My articles:", ",", "."), ("Here", "or here", "pls"), ("The talk is at",
                "; the report at", "."),
            ("Kindly visit", "also", "."), ("I wrote", "and then", "about it."))),
        good=("See https://example.org/report for the figures.", "No link at all.", "Write to jo@example.org.",
            "The U.S. report is public.",
              "It stands on www.example.org.", "I read pages 3/4 of it."),
        kinds=_FIRST,
    ),
    Rule(
        "booking-link",
        Severity.WARN,
        "A booking page in a first request. Offer a window instead, and let them or the assistant choose.",
        "Sending somebody senior to one's own calendar turns the favor around.",
        "Product design, R11; Wes Kao on the power dynamics of Calendly; American Genius.",
        pattern(_BOOKING.pattern, parts=("subject", "body", "closing")),
        bad=("Book a time at https://calendly.com/jo-park.", "Here is my calendar link.", "Grab a slot on my calendar.",
             "Kindly choose any hour from my Calendly.", "pick a time via my link", "See savvycal for free times."),
        good=("May I call you between May 4 and May 22?", "Your assistant may choose the hour.",
            "The calendar of the ward was full.",
              "I will keep my calendar free in June.", "She booked the room.", "A link to the report follows."),
        kinds=_FIRST,
    ),
    Rule(
        "attachment",
        Severity.WARN,
        "An attachment with a first request. Leave it out, and offer to send it.",
        "Files from strangers are not opened, and often not let through.",
        "Product design, R16: no attachment in a first request.",
        _attachments,
        bad=("I have attached an outline.", "Please find enclosed two pages.", "Attached is the list of questions.",
             "Subject: Interview request\n\nDear Dr. Aaltonen,\n\nMay I ask?\n\nJo Park\n\nAttachment: questions.pdf",
             "See the attachment for more.", "the flyer is attached", "I enclose a copy."),
        good=("I will send five questions beforehand.", "Nothing comes with this letter.",
            "Nurses grew attached to the old screen.",
              "The draft comes to you first.", "I can send the outline if you like.",
                  "How is the unit attached to the tower?"),
        kinds=_FIRST,
    ),
    Rule(
        "tracking",
        Severity.WARN,
        "A receipt or tracking. Take it out: they need not account for reading your letter.",
        "Being watched while reading offends; many see it in their mail program.",
        "Product design, R16: no receipt, no tracking.",
        phrases((
            ("receipt", (
                    r"\b(?:read|delivery|return|reading) receipt\b|\breceipt (?:requested|of this (?:e-?mail"
                    r"|message))\b"
                )),
            ("tracking tracked pixel track", (
                    r"\btracking (?:pixel|link|code)\b|\b(?:e-?mail|message) is (?:being )?tracked\b|\bi (?:can "
                    r")?see (?:that )?you opened\b|\butm_\w"
                )),
            ("opened open", (
                    r"\bi (?:can |could )?(?:see|saw|noticed|know|notice) (?:that )?you(?:'ve| have)? <2>(?:opened"
                    r"|open|read|viewed|clicked)\b"
                )),
            ("viewed clicked", r"\byou(?:'ve| have)? (?:viewed|clicked) my\b"),
            ("acknowledge confirm", r"\b(?:acknowledge|confirm) (?:the )?receipt\b"),
            ("utm_source utm_campaign source campaign", r"utm_(?:source|campaign|medium)"),
        ), parts=("subject", "body", "closing", "head")),
        bad=("A read receipt is requested.", "I can see that you opened my last note twice.",
            "Kindly confirm receipt of this message.",
             "I noticed you have viewed my profile.", "This message is tracked.",
                 "https://example.org/?utm_source=mail is my page"),
        good=("Receipts from the gift shop paid for it.", "The nurses tracked every alarm.",
            "How did you track transfers?",
              "I read your report.", "You opened two units in 2024.", "I saw your talk."),
    ),
    Rule(
        "assistant",
        Severity.WARN,
        "The assistant is known and not addressed. Put them in copy, or write to them.",
        "Who keeps the diary decides; who is passed over remembers it.",
        "Product design, R12; Lauer in Becker's, A thank you to gatekeepers.",
        _assistant,
        bad=tuple(_to(text) for text in (
            "Dear Dr. Aaltonen,\n\nMay I interview you?", "May I call you in June?",
                "To: Dr. Aaltonen\n\nDear Dr. Aaltonen,\n\nMay I?",
            "Dear Dr. Aaltonen, may I ask for an interview?", "hi dr aaltonen, 20 min?",
                "Cc: my editor\n\nDear Dr. Aaltonen,\n\nMay I?")),
        good=(*(_to(text) for text in (
            "Cc: Ms. Duarte\n\nDear Dr. Aaltonen,\n\nMay I?", "Dear Ms. Duarte,\n\nMay I ask for 20 minutes?",
                "Ms. Duarte may choose the hour.",
            "To: Paula Duarte\n\nDear Ms. Duarte,\n\nMay I?", "I have written to Paula Duarte as well.")),
                "May I call you in June?"),
        kinds=frozenset({Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST}),
    ),
)  # fmt: skip
