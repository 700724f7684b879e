"""What a text asks for: its requests, their length, their window, the way they leave open."""

from __future__ import annotations

import re

from outreach.asklint.checks import compiled_phrase, found_in, phrase_index
from outreach.asklint.reading import Reading, Sentence, sentence_of
from outreach.asklint.remembering import remembered

_DEED = (
    "interview|speak|talk|meet|call|phone|ask|visit|have|spare|give|schedule|set|arrange|find|chat|connect|learn"
    "|hear|discuss|sit|record|borrow|get|join|come"
    "|grant|offer|share|tell|answer|reply|send|read|look|explain|show|make|take|book|zoom|be|consider|help"
    "|introduce|pass|put|forward|provide|point|let|allow|agree|do|try|continue|repeat|work|write|contact|review"
    "|approve|return|fill|sign|use"
)
_ABLE = (
    "willing|able|available|free|possible|interested|open|inclined|kind|game|up for|comfortable|prepared|amenable"
    "|so kind|okay"
)

_REQUEST = phrase_index((
    ("may might can could would will shall", (
            rf"\b(?:may|might|can|could|would|will|shall) (?:i|we|you|it|there|one|your \w+|dr\.? [\w'-]+|m[rs]s?\.? "
            rf"[\w'-]+|the \w+) <3>(?:{_DEED})\b"
        )),
    ("would d could might", (
            rf"\b(?:i|we)(?:'d| would| should| could| might) <3>(?:like|love|be (?:\w+ )?(?:grateful|glad|happy"
            rf"|thankful|honored|delighted|obliged|pleased|thrilled|interested)|appreciate|welcome|value|ask|request"
            rf"|be so) <6>(?:{_DEED}|minutes|conversation|interview|chance|opportunity|time|possibility)\b"
        )),
    ("i'd we'd", (
            rf"\b(?:i'd|we'd) <3>(?:like|love|be (?:\w+ )?(?:grateful|glad|happy|thankful|honored|delighted|obliged"
            rf"|pleased|thrilled|interested)|appreciate|welcome|value|ask|request|be so) <6>(?:{_DEED}|minutes"
            rf"|conversation|interview|chance|opportunity|time|possibility)\b"
        )),
    ("ask asking request requesting seek seeking", (
            r"\b(?:i|we)(?:'m| am|'re| are)? (?:writing |here |also |now |therefore |respectfully |kindly |humbly "
            r")?(?:to )?(?:ask|asking|request|requesting|seek|seeking) (?:for|you|if|whether|an?|your|to|about|the|\d"
            r"|twenty|fifteen|thirty|ten|half)\b"
        )),
    ("available free willing open able possible", (
            rf"\b(?:are you|is it|would it be|if you(?:'re| are| were)|whether you(?:'re| are)|might you be|be) "
            rf"<2>(?:{_ABLE})\b"
        )),
    ("got", r"\bgot <3>(?:minutes|mins|min|time|moment|sec|second)\b"),
    ("have", (
            r"\b(?:do|would|might) you (?:have|happen to have) <5>(?:minutes|time|moment|half|hour|slot"
            r"|availability)\b"
        )),
    ("there", r"\bis there <4>(?:time|chance|possibility|day|slot|moment|way|hour)\b"),
    ("let know tell", (
            r"\b(?:let me know|tell me) <2>(?:if|whether|when|what|which|about) <6>(?:you|suits?|works?|time|interest"
            r"|available|thoughts|convenient)\b"
        )),
    ("hope hoping hoped wish wonder wondering wondered", (
            r"\b(?:hope|hoping|hoped|wish|wonder|wondering|wondered)\b <8>(?:interview|speak|talk|meet|call|chat"
            r"|connect|minutes|conversation|could|might|would|can)\b"
        )),
    ("minutes", r"\b(?:minutes|half an hour) (?:of your|on your|on the phone|by phone|by video|with you|in your)\b"),
    ("interview conversation call request", (
            r"\b(?:my|this|the|our|one) <2>(?:request|question|ask|purpose|favor) (?:is|:|to)|\b(?:requesting"
            r"|request for|ask for|asking for) <3>(?:interview|conversation|call|meeting|time|minutes)\b"
        )),
    ("please kindly", rf"\b(?:please|kindly) <2>(?:{_DEED}|reply|respond|confirm|suggest|choose|pick|advise|name)\b"),
    ("let's lets", r"\blet'?s (?:talk|chat|connect|meet|catch|get|set|find|grab|do|schedule|hop|jump)\b"),
    ("want", (
            r"\b(?:i|we) (?:just |only |really )?want to <2>(?:interview|speak|talk|meet|chat|connect|ask you|learn "
            r"from|pick)\b"
        )),
    ("talk chat connect meet interview", (
            r"\b(?:look(?:ing)? forward to|happy to|glad to|eager to) <3>(?:talk|chat|connect|meet|interview"
            r"|speak)(?:ing)?\b|^(?:can|could|may) (?:we|i)\b|\b(?:talk|chat|connect|meet) (?:some ?time|soon"
            r"|whenever)\b"
        )),
    ("grateful appreciate thankful appreciated", (
            r"\b(?:grateful|thankful|appreciated?) <6>(?:minutes|conversation|interview|if (?:you|we|i)|half|time to "
            r"talk|chance to)\b"
        )),
    ("that's that", r"\bthat(?:'s| is) (?:what|all) (?:i|we) (?:ask|request|hope for|need)\b"),
    ("request requests", r"^(?:i )?requests? <3>(?:interview|conversation|call|meeting|appointment)\b"),
    ("answer reply", r"\bif you (?:could|would|might|can) (?:answer|reply to|write)\b"),
    ("d'd i'd would",
        r"\b(?:is|are) (?:what|all) <2>(?:i'd|i would|i|we'd|we) <1>(?:ask|request|hope for|need|like)\b"),
    ("worth want fancy", r"\b(?:fancy|care for|up for) <3>(?:chat|call|talk|coffee|interview)\b"),
))  # fmt: skip

_NO_REQUEST = compiled_phrase(
    r"\b(?:i would|i will|i'll|i shall|i'd|we will|we'd|we would) <2>(?:be glad|be happy|gladly|be pleased|be "
    r"grateful|be fine|be just as glad) to be (?:redirected|pointed|told|sent)"
    r"|\bif <3>(?:colleague|someone|somebody|another person|another season|other person|deputy|member of)\b"
    r"|\b(?:i|we)(?:'d| would) (?:like|love) to (?:tell|show|give|write|explain|describe|share with|let) (?:my "
    r"|our |the )?(?:readers|you|members|them|others|how)"
    r"|\bthank you\b.{0,40}\b(?:could|would|might)\b"
)
_A_NUMBER = (
    r"(?:\d{1,3}|five|ten|twelve|fifteen|twenty|twenty-five|thirty|forty|forty-five|sixty|a few|couple of|ninety)"
)
_LENGTH = compiled_phrase(
    rf"\b{_A_NUMBER}(?:[ ]?(?:to|or|-|–)[ ]?{_A_NUMBER})?[ -]?(?:minutes?|mins?|min\b|minute)\b|\b(?:half"
    rf"|quarter)[- ](?:of )?(?:an[- ])?hour\b|\bquarter of an hour\b"
    r"|\b(?:one|an|1|two|2) hours?\b|\bhalf hour\b|\bhour-long\b|\b(?:\w+) (?:short |brief |written |simple "
    r"|small |quick )?questions? <12>(?:in writing|by e-?mail|on paper|written|a paragraph|a sentence|a line)\b"
    rf"|\bduration:? \d{{2,4}}\b|\b(?:answer|reply) <4>(?:lines?|sentences?)\b"
    r"|\b\d{1,3}['′](?=\W)"
)
_MONTH = (
    "january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    "|aug|sept?|oct|nov|dec"
)
_WINDOW = re.compile(
    rf"\b(?:{_MONTH})\b|\b\d{{1,2}}[/.]\d{{1,2}}\b|\b(?:weeks?|days?|months?)\b(?! (?:ago|later|earlier|old|after"
    rf"|before the))|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:this|next|late|early|in|the|coming|of|mid-?|by|before) (?:the )?(?:spring|summer|fall|autumn|winter"
    r"|quarter|semester|fortnight)\b|\b(?:easter|christmas|thanksgiving|holidays?|new year|labor day|memorial day"
    r"|vacation|lent|ramadan|passover|school year)\b|\btomorrow\b|\bfortnight\b|\b(?:mornings?|afternoons?"
    r"|evenings?)\b"
)
_MAY = re.compile(
    r"\bMay\b(?= ?\d)|\b(?:in|of|by|early|mid|late|until|through|during|and|or|from|between|to|before|after|since"
    r"|this|next|throughout|mid-|any ?time|for|end|late in|–|-|,|\d{1,2}) ?(?:early |late |mid-?)?May\b(?! I\b| "
    r"we\b)"
)
_PAST = re.compile(
    r"\b(?:last|in (?:19|20)\d\d|since|ago|published|your|talk|report|started|opened|began|spoke|said|told|wrote"
    r"|read|fell|dropped|cut|lowered)\b"
)
_WAY_OUT = compiled_phrase(
    r"\b(?:colleague|someone else|somebody else|another (?:person|member|season|month|time|leader|day)|other "
    r"person|deputy|your team|your office|later (?:month|date|in|time)|better (?:person|placed|time|season"
    r"|suited)|right person|redirect"
    r"|point me|written answers|in writing|by e-?mail instead|answer (?:them |the questions )?(?:in writing|by "
    r"e-?mail)|no is (?:a )?(?:fine|good|perfectly)|(?:fully|quite|completely|perfectly|entirely) (?:understand"
    r"|fine|all right|understandable)|i (?:will|would|shall|'ll) (?:of course )?understand"
    r"|no reply|no answer|do not trouble|need not|don't need to|no obligation|if not,|if (?:it|this|now|that) "
    r"(?:is|isn't|does|doesn't|should)(?: not|n't)? <4>(?:suit|work|possible|right|convenient|time|fit|season)"
    r"|if you(?:'d| would)? (?:rather|prefer)|feel free (?:to (?:decline|say no|refer|pass))|decline|wrong "
    r"(?:person|season|time|moment)|whenever suits|not (?:possible|convenient|a good time|the right time))"
)

_MOST_KEPT = 1024
"""Sentences of which it is kept what they ask: several rules want to know."""


def requests(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of the body that ask the reader for something."""
    return tuple(sentence for sentence in reading.body if is_request(sentence))


def is_request(sentence: Sentence) -> bool:
    """Whether a sentence asks its reader for something; a way out and what the writer will do are none."""
    return _is_request(sentence.text)


@remembered(_MOST_KEPT)
def _is_request(text: str) -> bool:
    sentence = sentence_of(text, 0, "body")
    return bool(found_in(sentence, _REQUEST)) and not _NO_REQUEST.search(sentence.lower)


def names_length(sentence: Sentence) -> bool:
    """Whether a sentence says how long something takes."""
    return bool(_LENGTH.search(sentence.lower))


def names_window(sentence: Sentence) -> bool:
    """Whether a sentence names days, weeks or months to choose from."""
    return _names_window(sentence.text)


@remembered(_MOST_KEPT)
def _names_window(text: str) -> bool:
    return bool(_WINDOW.search(sentence_of(text, 0, "body").lower) or _MAY.search(text))


def is_about_past(sentence: Sentence) -> bool:
    """Whether what a sentence names of days and months has been."""
    return bool(_PAST.search(sentence.lower))


def leaves_way_out(sentence: Sentence) -> bool:
    """Whether a sentence lets the reader say no, send somebody else, or answer otherwise."""
    return bool(_WAY_OUT.search(sentence.lower))
