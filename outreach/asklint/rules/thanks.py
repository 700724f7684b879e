"""A thank-you gives back what was heard, and asks and gives nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.asklint import asking
from outreach.asklint.checks import compiled_phrase, phrases, whole
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Example, Hit, Kind, Rule, Severity
from outreach.folding import fold

_THANKS = frozenset({Kind.THANK_YOU})
_NO_ASKS = frozenset({Kind.THANK_YOU, Kind.ADVICE_REPORT, Kind.PUBLISHED_NOTE, Kind.CONDOLENCE})

_SAID = compiled_phrase(
    r"\b(?:you|your) <6>(?:said|told|described|mentioned|explained|pointed|showed|remark|remarked|words|answer"
    r"|answered|story|advice|point|sentence|asked|put it|began|let|chose|started|decided|spoke|called|question"
    r"|example|account|observation|distinction|idea|admitted|noted|counted|tried|stopped|learned|waited)\b"
    r"|\bwhat (?:stays|stayed|struck|surprised|i (?:take|took|learned|keep|will keep))\b|\bthat you (?!for|took"
    r"|gave|made time|were able|could|would|are|have time|spared|agreed)\w+|\bhow you \w+|\bi had (?:assumed"
    r"|thought|believed|expected)\b|[\"“][^\"”]{6,}[\"”]"
)
_TELLING = 2
_USUAL = frozenset(
    (
        "the and that with from this they have about which their would could there were when what your you for not "
        "but was are his her she will all one out our who had has been more than into only then them very just time "
        "people hospital health care work program interview said"
    ).split()
)

_SMALL_ASK = compiled_phrase(
    r"\b(?:no (?:reply|answer)|not need|need not|if (?:i|anything|something) <4>(?:wrong|misheard|mistaken|not "
    r"right|missed)|corrections?|correct (?:me|it)|mark(?:ed|ing)?|let me know (?:if|where) (?:i|anything|a"
    r"|something) <5>(?:wrong|off|misheard|mistaken|missing|not right|error|amiss))\b"
)


def _without_substance(reading: Reading) -> Iterator[Hit]:
    """Nothing of what they said: compared with the notes of the interview where there are some."""
    body = [sentence for sentence in reading.body if sentence.words]
    if not body:
        return
    notes = reading.circumstances.said_in_interview
    told = any(_shares(reading, note) for note in notes) if notes else any(_SAID.search(one.lower) for one in body)
    if not told and not reading.rested:
        yield whole(body[0])


def _shares(reading: Reading, note: str) -> bool:
    mine = {_key(word.text) for word in reading.body_words}
    telling = {_key(word) for word in fold(note).split() if len(word) > 3 and word not in _USUAL}
    return len(mine & telling) >= min(_TELLING, max(1, len(telling)))


def _key(word: str) -> str:
    return fold(word)[:6]


def _asks(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.body:
        if asking.is_request(sentence) and not _SMALL_ASK.search(sentence.lower):
            yield whole(sentence)


_NOTES = Circumstances(said_in_interview=("The pharmacists wrote the call script before the cardiologists agreed.",))


def _thanks(text: str, known: Circumstances = Circumstances()) -> Example:  # noqa: B008 (frozen)
    return Example(text, Kind.THANK_YOU, circumstances=known)


RULES = (
    Rule(
        "thanks-without-substance",
        Severity.BLOCK,
        (
            "This thanks for the time and for nothing that was said. Name one thing they told you and what it "
            "changed in you."
        ),
        "Generic notes are the commonest reproach; one remembered sentence is worth more than ten adjectives.",
        "Product design, T3; MSL Coach; Westaway's levels of a thank-you.",
        _without_substance,
        bad=(
            _thanks("Thank you for your time yesterday."),
            _thanks("It was a pleasure. I learned a lot and enjoyed every minute."),
            _thanks("Many thanks for the interesting conversation, it was very useful for me."),
            _thanks("thx so much, u were great!"),
            _thanks("I wish to extend my sincerest gratitude for the courtesy of an interview."),
            _thanks("Thank you for the talk about budgets.", _NOTES),
        ),
        good=(
            _thanks("Thank you. What stays with me is that the aides drew the map."),
            _thanks("You said that the first month failed; I had assumed the opposite."),
            _thanks("That the pharmacists wrote the script first changed how I read the figures.", _NOTES),
            _thanks("I keep coming back to how you let the night shift choose."),
            _thanks("Your point about elevators is in the second paragraph now."),
            _thanks("“Ask the porter” is on our board since Monday."),
        ),
        kinds=_THANKS,
    ),
    Rule(
        "ask-in-thanks",
        Severity.BLOCK,
        "An ask in a note that gives. Take it out; ask another time, in a note of its own.",
        "Thanks that end in a request turn into its introduction.",
        "Product design, T4 and the ladder of part 5.4; seed 004: give before you ask.",
        _asks,
        bad=tuple(_thanks(text) for text in (
            "Thank you for the hour. Could you also introduce me to your pharmacist?",
            "Thank you! Would you be willing to speak at our chapter?",
            "Many thanks. May I visit the unit in June?",
            "Thanks so much, can we do a part two next week?",
            "I am most grateful. I would like to ask you for a second conversation.",
            "Thank you. Please send me the slides.",
        )),
        good=tuple(_thanks(text) for text in (
            "Thank you for the hour. You will have the draft by June 12.",
            "No reply is needed.",
            "Please let me know if I misheard a figure.",
            "What stays with me is that the aides drew the map.",
            "I have asked our own pharmacist to show me one discharge.",
            "The article we spoke of is attached; it is yours to use.",
        )),
        kinds=_NO_ASKS,
    ),
    Rule(
        "gift",
        Severity.WARN,
        "A gift or goods. Leave it out: most houses forbid gifts; a printed page or a sentence of thanks is welcome.",
        "A gift can bring the receiver in conflict with their house's rules.",
        "Product design, T8; gift policies of Grady and Texas Children's.",
        phrases((
            ("gift gifts present presents", (
                    r"\b(?:small |little |modest |token |a |your |the |this |my |some )(?:gifts?|presents?) (?:for "
                    r"you|card|basket|certificate|enclosed|attached|as|of|to (?:say|thank|show|express)|is|on its way"
                    r"|from)\b|\bas a (?:small |little )?(?:gift|present|token|thank-?you)\b|\bgift (?:card"
                    r"|certificate|basket)s?\b"
                )),
            ("voucher vouchers coupon card cards", (
                    r"\b(?:voucher|coupon)s?\b|\b(?:amazon|starbucks|coffee|visa|store|restaurant|gift) (?:gift "
                    r")?cards?\b"
                )),
            ("wine chocolates chocolate flowers bottle bouquet basket cookies champagne whiskey cake candy", (
                    r"\b(?:bottle of|box of (?:chocolates?|cookies|pralines|candy)|bouquet|flowers (?:for|to) you"
                    r"|fruit basket|champagne|whiskey|bought you|baked|sen(?:t|d|ding) you <4>(?:wine|flowers"
                    r"|chocolates?|cookies|basket|cake|candy))\b"
                )),
            ("tickets ticket seats", (
                    r"\b(?:tickets?|seats?) (?:to|for) (?:the |a )?<2>(?:game|match|concert|opera|gala|show|theater"
                    r"|ballet|playoffs|series)\b"
                )),
            ("dinner lunch treat tab", (
                    r"\b(?:treat you to|take you (?:out )?(?:to|for) (?:a )?(?:nice )?(?:dinner|lunch|drinks)"
                    r"|(?:dinner|lunch|drinks) (?:is|are) on me|buy you (?:a )?(?:nice )?(?:dinner|lunch|drink"
                    r"|coffee))\b"
                )),
            ("honorarium fee pay cash money", (
                    r"\b(?:honorarium|pay you (?:for|a)|cash|send you money|fee for your time|compensate you)\b(?! "
                    r"(?:flow|on hand|reserves?|cow))"
                )),
            ("mug t-shirt swag pen", r"\b(?:mug|t-shirt|swag|tote bag)\b"),
        )),
        bad=tuple(_thanks(text) for text in (
            "A small gift for you is on its way.",
            "Please accept this gift card for a coffee.",
            "I left a box of chocolates at your desk.",
            "Allow me to treat you to dinner.",
            "I have two tickets to the game for you.",
            "We can offer an honorarium for your time.",
            "as a token of my gratitude i send u a mug",
        )),
        good=tuple(_thanks(text) for text in (
            "Two printed copies are in the mail.",
            "You have a gift for plain words.",
            "Days of cash on hand rose from 90 to 120.",
            "Presently the draft is with the editor.",
            "The article is attached.",
            "The flowers of the healing garden were planted by patients.",
        )),
    ),
)  # fmt: skip
