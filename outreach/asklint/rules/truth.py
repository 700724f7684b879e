"""What is claimed of the two of them, and what may be promised."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.asklint.checks import Index, compiled_phrase, found_in, phrase_index, phrases
from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.types import Circumstances, Example, Hit, Rule, Severity
from outreach.folding import fold

_MET = phrase_index((
    ("met meeting", (
            r"\b(?:we|i) (?:have |had |'ve )?(?:briefly |once |first |recently |previously |already |just )?met "
            r"(?:you|at|in|on|last|during|briefly|when|before|after|through|over)?(?!\w)|\b(?:when|since|after"
            r"|where) (?:we|i) (?:last |first )?(?:met|spoke|talked|sat|shook)\b|\b(?:great|good|nice|lovely"
            r"|wonderful|pleasure|honor|enjoyed) <2>(?:to have met|meeting|to meet) you (?:at|in|on|last|during"
            r"|yesterday|again|the other)\b"
        )),
    ("spoke talked chatted conversation discussed sat ran bumped shook", (
            r"\b(?:we|i) (?:briefly |once |recently |last |already )?(?:spoke|talked|chatted|discussed|sat (?:next"
            r"|beside|together)|shook hands|ran into|bumped into)\b <4>(?:you|at|last|after|in|on|together|about"
            r"|briefly|hands)|\bas (?:we )?(?:discussed|agreed|promised)\b|\b(?:our|your and my) (?:last |recent "
            r"|earlier |brief |previous |good )?(?:conversation|meeting|talk|chat|call|discussion) (?:at|in|on|last"
            r"|of|during|after|about|yesterday)\b"
        )),
    ("remember recall",
        r"\byou (?:may|might|will|probably|surely|perhaps) <1>(?:remember|recall) (?:me|our|that we|meeting|my)\b"),
    ("good see again reconnect reconnecting",
        r"\b(?:good|great|nice|lovely) (?:to see|seeing|to catch up|catching up) <2>you\b|\breconnect(?:ing)?\b"),
    ("told invited asked promised", (
            r"\byou (?:told me|invited me|asked me|promised (?:me|to)|said to me|encouraged me|suggested (?:that i"
            r"|i))\b"
        )),
))  # fmt: skip
_NOT_MET = compiled_phrase(
    r"\b(?:have not|haven't|never|did not|didn't|not yet|yet to) <2>(?:met|meet|spoken|spoke|had)\b|\bif we "
    r"(?:met|spoke)\b"
)

_BY = phrase_index((
    ((
            "suggested recommended referred introduced told encouraged advised urged gave passed sent mentioned "
            "pointed said directed asked thought connected put"
        ),
     (
         r"(?:^|[,;:(] ?|\b(?:and|that|as|because|since|colleague|friend|mentor|professor|boss|chair|editor|neighbor"
         r"|president|director|dr\.?|mr\.?|ms\.?|mrs\.?|[a-z'-]{2,20}) )(?:<2>)?(?:who )?(?:has |had |kindly |very "
         r"kindly |warmly |also )?(?:suggested|recommended|referred|introduced|told|encouraged|advised|urged|gave"
         r"|passed|sent|pointed|directed|asked|connected|put) <1>(?:that i|i (?:should |could |might |would "
         r")?(?:write|contact|reach|speak|ask|turn|call|get|talk|approach)|me (?:to (?:you|your|write|contact|reach"
         r"|ask|speak|call|talk|approach|get|turn)|your|that you|in touch|toward|on to|in your)|us\b|you to me|your "
         r"name)"
     )),
    ("suggestion recommendation referral introduction behest advice urging request", (
            r"\b(?:at|on|upon|through|by|with|following) (?:the|her|his|their|a|an|my|[a-z'-]{2,20}(?: [a-z'-]{2,"
            r"20})?'s?) <2>(?:suggestion|recommendation|referral|introduction|behest|advice|urging)\b"
        )),
    ("referred introduced recommended", (
            r"\bi (?:was|am|have been) (?:referred|introduced|recommended|directed|pointed|sent) to you\b|\b(?:was"
            r"|were) (?:referred|recommended) (?:to you )?by\b"
        )),
    ("mutual friend acquaintance",
        r"\b(?:our|a) (?:mutual|common|shared) (?:friend|acquaintance|contact|colleague|connection)\b"),
    ("regards greetings hello",
        r"\bsends? (?:you )?(?:his|her|their|warm|best|kind) <2>(?:regards|greetings|wishes)\b"),
))  # fmt: skip


def _claims(reading: Reading) -> Iterator[Hit]:
    known = reading.circumstances
    for sentence in reading.body:
        if known.has_met is False and not _NOT_MET.search(sentence.lower):
            yield from _hit(
                sentence, _MET, "No meeting with them is recorded. Take this out, or record the meeting first."
            )
        introduced = tuple(_hit(sentence, _BY, ""))
        if introduced and not _names_introducer(reading, sentence):
            yield from introduced


def _hit(sentence: Sentence, index: Index, message: str) -> Iterator[Hit]:
    place = found_in(sentence, index)
    if place:
        yield Hit(sentence.start + place[0], sentence.start + place[1], message)


def _names_introducer(reading: Reading, sentence: Sentence) -> bool:
    """Whether somebody is named who is recorded as having introduced the two."""
    words = set(fold(sentence.text).split())
    return any(set(fold(name).split()[-1:]) & words for name in reading.circumstances.introduced_by)


_PROMISES = (
    (
        "approve approval approved sign-off sign say word veto",
        (
            r"\b(?:(?:for|with|without|until|before|subject to|pending|seek|get|have|needs?|await|ask for) <2>your "
            r"(?:\w+ and )?(?:approval|sign-off|consent|yes)|your <2>approval|you (?:will |can |may |get to |would "
            r"|shall )?(?:\w+ )?(?:approve|sign off)|(?:nothing|not) <6>(?:that )?you have(?: not|n't)? approved|for "
            r"(?:suggestions and |your )?approval|final (?:say|word)|veto)\b"
        ),
    ),
    (
        "whole full entire complete draft article text manuscript piece",
        (
            r"\b(?:see|read|review|get|receive|have|check|send you|show you|share|sent to you|comes to you|go to you"
            r"|with you) <4>(?:the |my )?(?:whole|full|entire|complete|finished) <1>(?:draft|article|text|manuscript"
            r"|piece|story)\b"
        ),
    ),
    (
        "change cut remove delete final say",
        (
            r"\byou (?:can|may|will be able to|could) <3>(?:change|cut|remove|delete|rewrite|strike|edit) "
            r"<3>(?:anything|everything|whatever|what you|any part|any sentence|all)\b|\byou (?:will )?have (?:the "
            r")?(?:final|last) (?:say|word)\b"
        ),
    ),
)
_DRAFT = (
    *_PROMISES,
    (
        "draft article text manuscript piece copy",
        (
            r"\byou(?:'ll| will| would| can| may)? <3>(?:see|read|review|get|receive|have|check) <3>(?:draft|article"
            r"|text|manuscript|piece|copy)\b|\b(?:draft|article|text|manuscript|piece) <3>(?:comes?|goes|go|will be "
            r"sent|reaches|will reach|will come|will go) to you\b|\b(?:send|show) you <3>(?:draft|article|text"
            r"|manuscript|piece)\b"
        ),
    ),
)
_QUOTES = (
    (
        "quotes quotations facts quote quotation words",
        (
            r"\b(?:your|the) <2>(?:quotes?|quotations?|facts|words) <6>(?:review|check|approv|confirm|correct"
            r"|beforehand"
            r"|before)\w*\b|\b(?:review|check|approve|see|confirm|correct) <3>(?:quotes?|quotations?|facts)\b"
        ),
    ),
)
_OF_WHOLE = phrases(_PROMISES)
_OF_ANYTHING = phrases((*_DRAFT, *_QUOTES))


def _promise(reading: Reading) -> Iterator[Hit]:
    """What the venue's rule does not allow to promise; silent where the rule is not known."""
    rule = reading.circumstances.source_review
    if rule == "quotes and facts":
        said = (
            "This venue shows sources their quotations and the facts, not the text. Offer those: “your "
            "quotations and the facts”."
        )
        yield from (Hit(hit.start, hit.end, said) for hit in _OF_WHOLE(reading) if not _is_of_quotes(reading, hit))
    if rule == "none":
        said = (
            "This venue shows sources nothing before it is printed. Promise only what you may: questions "
            "beforehand, a copy after."
        )
        yield from (Hit(hit.start, hit.end, said) for hit in _OF_ANYTHING(reading))


def _is_of_quotes(reading: Reading, hit: Hit) -> bool:
    sentence = next(one for one in reading.sentences if one.start <= hit.start < one.end)
    is_quotes = any(word.text in ("quotes", "quotations", "quote", "quotation", "facts") for word in sentence.words)
    return is_quotes and not any(
        word.text in ("draft", "article", "whole", "text", "manuscript") for word in sentence.words
    )


_STRANGERS = Circumstances(has_met=False)
_BY_RUIZ = Circumstances(has_met=False, introduced_by=("Dolores Ruiz-Pike",))
_SOME = Circumstances(source_review="quotes and facts")
_NOTHING = Circumstances(source_review="none")
_ALL = Circumstances(source_review="whole")

RULES = (
    Rule(
        "relationship-claim",
        Severity.BLOCK,
        "Nobody is recorded as having introduced you. Take this out, or record the introduction and their consent.",
        "A gate passed on a claim that does not hold closes for good.",
        "Product design, R19; Ms. Gatekeeper; Kamens.",
        _claims,
        bad=(
            Example("It was great meeting you at the spring congress.", circumstances=_STRANGERS),
            Example("As we discussed last month, June would suit.", circumstances=_STRANGERS),
            Example("You may remember me from the seminar.", circumstances=_STRANGERS),
            Example("When we spoke at the booth you told me to write.", circumstances=_STRANGERS),
            "Dr. Farouk suggested that I write to you.",
            "Our mutual friend speaks highly of the unit.",
            "I was referred to you by a colleague.",
            Example("Ines Moya recommended that I contact you.", circumstances=_BY_RUIZ),
        ),
        good=(
            Example("We have not met.", circumstances=_STRANGERS),
            Example("Ms. Ruiz-Pike suggested that I write to you.", circumstances=_BY_RUIZ),
            Example("It was great meeting you at the spring congress.", circumstances=Circumstances(has_met=True)),
            "You told the congress that pharmacists walked first.",
            "Who suggested the new rounds?",
            "The two teams met every Tuesday.",
            "A nurse recommended the shorter form, says the report.",
        ),
    ),
    Rule(
        "promise",
        Severity.BLOCK,
        "This promises what the venue does not allow.",
        "A promise that the editor breaks is broken by the writer.",
        "Product design, R9 and finding 3; the source-review rule of the venue.",
        _promise,
        bad=(
            Example("You will have the draft for approval.", circumstances=_SOME),
            Example("You will see the whole article before it is printed.", circumstances=_SOME),
            Example("Nothing is printed without your approval.", circumstances=_NOTHING),
            Example("You will see the draft before it is published.", circumstances=_NOTHING),
            Example("I will send you the text to check.", circumstances=_NOTHING),
            Example("you get the final say on everything", circumstances=_SOME),
            Example("Your quotations come to you for review.", circumstances=_NOTHING),
        ),
        good=(
            Example("You will have the draft for approval.", circumstances=_ALL),
            Example("Your quotations and the facts come to you for approval.", circumstances=_SOME),
            Example("You will have five questions beforehand.", circumstances=_NOTHING),
            Example("I will send you a printed copy.", circumstances=_NOTHING),
            "You will have the draft for approval.",
            Example("You may check your quotations before they are printed.", circumstances=_SOME),
        ),
    ),
)
