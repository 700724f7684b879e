"""Facts in sentences: from a predicate and its value to a clause with "you", or with somebody's name. Pure.

A clause says what the fact says and no more: no figure is rounded, nothing is praised, own words stand as they are.
Words that fit no sentence of ours are given in quotation marks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from outreach.drafts.letter_dates import in_time, partial
from outreach.drafts.letter_grammar import a, clean, possessive, sentence, with_the
from outreach.drafts.letter_programs import Voice, program_clause
from outreach.drafts.letter_values import CitedFact, Value
from outreach.words import money
from research.names import parse_name

Form = Literal["that", "about", "own words"]


def voice_to(name: str) -> Voice:
    """Speaking to somebody: "you have". name: theirs in full, by which sources tell of them."""
    return Voice("you", "your", is_you=True, names=_names(name))


def voice_of(called: str, name: str = "", pronoun: str = "") -> Voice:
    """Speaking of somebody: "Dr. Oyelaran has ...", "Dr. Oyelaran’s ..."."""
    return Voice(called, possessive(called), is_you=False, names=_names(name or called), pronoun=pronoun)


def _names(name: str) -> tuple[str, ...]:
    """The ways in which a source names somebody, the longest first."""
    parsed = parse_name(name)
    family = parsed.family
    honored = [f"{word} {family}" for word in ("Dr.", "Mr.", "Ms.", "Mrs.", "Prof.", "Professor") if family]
    short = f"{parsed.given} {family}".strip()
    every = {parsed.display, short, family, parsed.given, *honored} - {""}
    return tuple(sorted(every, key=lambda one: (-len(one), one)))


@dataclass(frozen=True, slots=True)
class Clause:
    """A fact within a sentence.

    form: "that" goes on after "I read that"; "about" after "I read about"; "own words" is a whole sentence that ends
    with a quotation.
    """

    words: str
    form: Form = "that"
    more: str = ""
    """A second clause beside the first."""


Telling = Callable[[CitedFact, Voice], Clause]


def clause_of(fact: CitedFact, voice: Voice) -> Clause:
    """The fact as a clause. A predicate that is not known is told in quotation marks: nothing fails."""
    telling = _TELLINGS.get(fact.predicate, _recorded)
    if not clean(fact.value):
        return Clause(f"[[put in what fact {fact.number} says]]", "about")
    return telling(fact, voice)


def sentence_of(fact: CitedFact, name: str) -> str:
    """The fact as a whole sentence about somebody by name, without its mark: what the check takes as confirmed."""
    called = clean(name) or "The leader"
    found = clause_of(fact, replace(voice_of(called), exact=True))
    if found.form == "about":
        return sentence(f"{called} is named with {found.words}")
    words = f"{found.words}; {found.more}" if found.more else found.words
    return sentence(words[:1].upper() + words[1:])


# --- parts of clauses -------------------------------------------------------------------------------------------------


def _text(fact: CitedFact) -> str:
    return clean(fact.value)


def _detail(fact: CitedFact, *keys: str) -> str:
    return next((clean(fact.details[key]) for key in keys if clean(fact.details.get(key, ""))), "")


def _house(fact: CitedFact, voice: Voice) -> str:
    return with_the(clean(fact.organization)) or f"{voice.whose} organization"


def _begin(fact: CitedFact, voice: Voice) -> str:
    """When it began: "March 2018"; "March 1, 2018" where the voice is exact."""
    return partial(fact.starts if voice.exact else fact.starts[:7])


def _between(fact: CitedFact, voice: Voice) -> tuple[str, str]:
    """Begin and end; years alone, unless the voice is exact or the years are one."""
    if fact.starts[:4] == fact.ends[:4]:
        return (_begin(fact, voice), partial(fact.ends if voice.exact else fact.ends[:7]))
    return (
        partial(fact.starts if voice.exact else fact.starts[:4]),
        partial(fact.ends if voice.exact else fact.ends[:4]),
    )


def _span(fact: CitedFact, voice: Voice) -> str:
    """ " from 2017 to 2022", " in 2019"; "" where no date is known."""
    begin, end = _between(fact, voice)
    if begin and end and begin != end:
        return f" from {begin} to {end}"
    return _when(replace(fact, starts=fact.ends or fact.starts), voice)


def _when(fact: CitedFact, voice: Voice) -> str:
    """ " in May 2023"; "" where no date is known, or the words of the fact name a year themselves."""
    date = fact.starts or fact.ends
    if re.search(r"\b(?:19|20)\d\d\b", str(fact.value)):
        return ""
    when = in_time(date if voice.exact else date[:7])
    return f" {when}" if when else ""


def quoted(words: str) -> str:
    """The words in curly quotation marks; those inside become single ones."""
    bare = words.strip()
    if len(bare) > 1 and bare[0] in '“"' and bare[-1] in '”"':
        bare = bare[1:-1].strip()
    inner = re.sub(r'"([^"]*)"', r"‘\1’", bare).replace("“", "‘").replace("”", "’").replace('"', "’")
    return f"“{inner}”"


def _number(value: Value) -> str:
    if isinstance(value, str | bool) or not math.isfinite(value):
        return clean(value)
    return f"{round(value):,}" if abs(value) >= 10 or value == int(value) else f"{value:g}"


def _post(title: str, organization: str) -> str:
    """ "President of Mercy Hollow Hospital", "Professor of Nursing at Vale College"."""
    house = with_the(clean(organization))
    if not house or house.removeprefix("the ").casefold() in title.casefold():
        return title
    if "," in title:
        return f"{title}, at {house}"
    joint = "at" if re.search(r"\b(?:of|for|at|in)\b", title) else _joint_of_title(title)
    return f"{title} {joint} {house}"


def _joint_of_title(title: str) -> str:
    last = re.sub(r"[^A-Za-z]", "", title.split()[-1]).lower() if title.split() else ""
    return "of" if last in _HEADS_OF or (2 < len(last) < 5 and last[0] == "c" and title.isupper()) else "at"


_HEADS_OF = frozenset(
    "president officer director chair chairman chairwoman chairperson chief ceo coo cfo cno cmo cio cne administrator "
    "trustee dean secretary treasurer executive commissioner superintendent founder head leader".split()
)


# --- of a person ------------------------------------------------------------------------------------------------------


def _role(fact: CitedFact, voice: Voice) -> Clause:
    post, begin = _post(_text(fact), fact.organization), _begin(fact, voice)
    if fact.ends:
        return _former_role(fact, voice)
    if re.match(r"boards?(?: of\b| at\b|$)", post, re.IGNORECASE):
        served = f"{voice.has} served" if begin else voice.verb("serve")
        return Clause(f"{voice.subject} {served} on the {post}" + (f" since {begin}" if begin else ""))
    if begin:
        return Clause(f"{voice.subject} {voice.has} served as {post} since {begin}")
    is_one_of_many = re.search(r"\b(?:trustee|member|fellow|governor|regent)\b", post, re.IGNORECASE)
    return Clause(f"{voice.subject} {voice.verb('serve') + ' as' if is_one_of_many else voice.is_} {post}")


def _former_role(fact: CitedFact, voice: Voice) -> Clause:
    post = _post(_text(fact), fact.organization)
    begin, end = _between(fact, voice)
    span = f" from {begin} to {end}" if begin and end else f" until {end}" if end else f" from {begin}" if begin else ""
    return Clause(f"{voice.subject} served as {post}{span}")


_SEAT = re.compile(r"(?:(?:board|voting) )?(?:member|director|trustee|board)(?: of the board.{0,40})?", re.IGNORECASE)
_POST_ON_BOARD = re.compile(
    r"\b(?:member|director|trustee|chair\w{0,6}|president|secretary|treasurer|governor|commissioner|regent)\b",
    re.IGNORECASE,
)


def _board_seat(fact: CitedFact, voice: Voice) -> Clause:
    text, house = _text(fact), with_the(clean(fact.organization))
    if not _POST_ON_BOARD.search(text):
        text, house = "board", with_the(text)
    if fact.ends or not (house and _SEAT.fullmatch(text)):
        return _role(replace(fact, value=text), voice)
    begin = _begin(fact, voice)
    serves = f"{voice.has} served" if begin else voice.verb("serve")
    return Clause(f"{voice.subject} {serves} on the board of {house}" + (f" since {begin}" if begin else ""))


def _affiliation(fact: CitedFact, voice: Voice) -> Clause:
    verb = voice.was if fact.ends or fact.starts else voice.is_
    return Clause(f"{voice.subject} {verb} affiliated with {with_the(_text(fact))}{_span(fact, voice)}")


def _education(fact: CitedFact, voice: Voice) -> Clause:
    text, school = _text(fact), with_the(clean(fact.organization))
    when = _span(replace(fact, starts=""), voice) if fact.ends else ""
    if text.casefold() in ("graduate", "alumnus", "alumna", clean(fact.organization).casefold()):
        return Clause(f"{voice.subject} studied at {school or with_the(text)}{when}")
    place = f" at {school}" if school else ""
    if re.search(r"\b(?:fellowship|residency|internship|certificate|program)\b", text, re.IGNORECASE):
        return Clause(f"{voice.subject} completed {voice.whose if voice.is_you else 'the'} {text}{place}{when}")
    if voice.is_you:
        return Clause(f"you earned your {text}{place}{when}")
    several = _SEVERAL_DEGREES.search(text)
    return Clause(f"{voice.subject} earned {text if several else a(text)}{place}{when}")


_SEVERAL_DEGREES = re.compile(
    r"\bdegrees\b|^[A-Z]{2,6} and [A-Z]{2,6}$|bachelor.{1,60} and .{0,60}(?:master|doctor)"
    r"|master.{1,60} and .{0,60}doctor",
    re.IGNORECASE,
)

_PRIZE = re.compile(
    r"\b(?:awards?|medal|prize|honors?|scholarship|fellowship|citation|grant|cup|lectureship|certificate|order)\b",
    re.IGNORECASE,
)
_NAMED_AS = re.compile(
    r"(?:\S{1,30} ){0,6}(?:of the year|fellow|hero|scholar|laureate)\b|(?:one of|among) ", re.IGNORECASE
)


def _award(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{voice.subject} {_honored(fact, voice, voice.was)}")


def _honored(fact: CitedFact, voice: Voice, was: str) -> str:
    text = _text(fact)
    giver = clean(fact.organization)
    by = f" from {with_the(giver)}" if giver and giver.casefold() not in text.casefold() else ""
    if _NAMED_AS.match(text) and not _PRIZE.search(text):
        return f"{was} named {text}{by.replace(' from ', ' by ')}{_when(fact, voice)}"
    if _PRIZE.search(text) and text[:1].isalpha() and not re.match(r"(?:top|best)\b", text, re.IGNORECASE):
        bare = text[4:] if text[:4].lower() == "the " else text
        own = re.match(r"(?:an?|one|its|\S{1,40}[’']s)\s", bare)
        of_several = "one of " if bare.endswith(" Awards") and not own else ""
        return f"received {of_several}{'' if own else 'the '}{bare}{by}{_when(fact, voice)}"
    return f"received the honor {quoted(text)}{by}{_when(fact, voice)}"


def _said(fact: CitedFact, voice: Voice) -> Clause:
    words = quoted(_whole_sentences(_text(fact)))
    source, when = _source(fact, voice), partial(fact.source_date[:7])
    if words[1:2].islower():
        return Clause(f"{voice.subject} spoke of {words}", "that")
    if not words.endswith(("?”", "!”", ".”", "…”", ".’”")):
        words = words[:-1] + ".”"
    if source:
        lead = f"in {quoted(source)}" + (f" ({when})" if when else "")
        return Clause(f"{lead}, {voice.subject} said: {words}", "own words")
    lead = f"{in_time(fact.source_date[:7])} " if when else ""
    return Clause(f"{lead}{voice.subject} {voice.was} quoted as saying: {words}", "own words")


_MOST_OF_TITLE = 10


def _source(fact: CitedFact, voice: Voice) -> str:
    """The title of a talk or an article, without the name of its site; "" for one that names a person's page."""
    title = re.split(r" [|–—-] ", clean(fact.source_title))[0]
    words = title.split()
    is_named = any(name.casefold() in title.casefold() for name in voice.names)
    return "" if is_named or not 2 <= len(words) <= _MOST_OF_TITLE else title


_MOST_QUOTED = 35
"""Words of a quotation in a letter; of longer ones whole sentences are left out at the end."""


def _whole_sentences(words: str) -> str:
    kept = ""
    for piece in re.findall(r".{1,2000}?(?:[.!?…](?=\s|$)|$)", words):
        if kept and len(f"{kept}{piece}".split()) > _MOST_QUOTED:
            break
        kept += piece
    return kept.strip() or words


def _program(fact: CitedFact, voice: Voice) -> Clause:
    when = _span(fact, voice).strip()
    found = program_clause(_text(fact), _detail(fact, "result"), _detail(fact, "period"), when, voice)
    return Clause(found.words, "that" if found.is_clause else "about", found.more)


def _talk(fact: CitedFact, voice: Voice) -> Clause:
    where = _detail(fact, "show") or clean(fact.organization)
    behind = ", ".join(part for part in (where, _begin(fact, voice)) if part)
    return Clause(f"{voice.subject} spoke on {quoted(_text(fact))}" + (f" ({behind})" if behind else ""))


def _publication(fact: CitedFact, voice: Voice) -> Clause:
    verb = "co-wrote" if _detail(fact, "coauthors") else "wrote"
    journal, year = _detail(fact, "journal"), partial(fact.starts)[-4:]
    behind = ", ".join(part for part in (journal, year) if part)
    return Clause(f"{voice.subject} {verb} {quoted(_text(fact))}" + (f" ({behind})" if behind else ""))


def _study(what: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        leads = re.search(r"investigator|lead|director", _detail(fact, "role"), re.IGNORECASE)
        verb = "led" if leads else "took part in"
        return Clause(f"{voice.subject} {verb} the {what} {quoted(_text(fact))}{_span(fact, voice)}")

    return tell


def _public_service(fact: CitedFact, voice: Voice) -> Clause:
    body = _detail(fact, "body", "agency") or clean(fact.organization)
    begin = _begin(fact, voice)
    behind = f" ({', '.join(part for part in (body, begin) if part)})" if body or begin else ""
    return Clause(f"{voice.whose} public service includes {quoted(_text(fact))}{behind}")


def _membership(fact: CitedFact, voice: Voice) -> Clause:
    text = _text(fact)
    if re.search(r"\b(?:member|fellow)\b", text, re.IGNORECASE):
        return Clause(f"{voice.subject} {voice.is_} {a(_post(text, fact.organization))}")
    return Clause(f"{voice.subject} {voice.is_} a member of {with_the(text)}")


def _plain(pattern: str) -> Telling:
    """A clause by a pattern with the places {s} subject, {is_}, {has}, {whose}, {v} value, {q} value in quotes."""

    def tell(fact: CitedFact, voice: Voice) -> Clause:
        text = _text(fact)
        return Clause(
            pattern.format(
                s=voice.subject, is_=voice.is_, has=voice.has, hold=voice.verb("hold"), whose=voice.whose, v=text,
                q=quoted(text),
            )
        )  # fmt: skip

    return tell


def _mention(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{voice.whose} work in the news: {quoted(_text(fact))}" + _in_brackets(fact), "about")


def _in_brackets(fact: CitedFact) -> str:
    when = partial(fact.starts) or partial(fact.ends)
    return f" ({when})" if when else ""


# --- of an organization -----------------------------------------------------------------------------------------------


def _figure(before: str, behind: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        year = _of_year(fact)
        verb = "had" if year else before
        return Clause(f"{_house(fact, voice)} {verb} {_number(fact.value)} {behind}{year}")

    return tell


def _of_year(fact: CitedFact) -> str:
    year = partial(fact.ends)[-4:]
    return f" in {year}" if year else ""


def _dollars(what: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        amount = fact.value
        is_number = isinstance(amount, int | float) and not isinstance(amount, bool) and math.isfinite(amount)
        said = money(float(amount)) if is_number else clean(amount)
        year = partial(fact.ends)[-4:]
        return Clause(f"{_house(fact, voice)} reported {what} of {said}" + (f" for fiscal year {year}" if year else ""))

    return tell


def _flag(yes: str, no: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        is_so = fact.value is True or clean(fact.value).lower() in ("true", "yes", "1")
        return Clause(f"{_house(fact, voice)} {yes if is_so else no}")

    return tell


def _rating(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{_house(fact, voice)} holds {_number(fact.value)} of 5 stars in the CMS overall rating")


def _of_house(before: str, *, the: bool = False) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        text = with_the(_text(fact)) if the else _text(fact)
        return Clause(f"{_house(fact, voice)} {before} {text}")

    return tell


def _house_award(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{_house(fact, voice)} {_honored(replace(fact, organization=''), voice, 'was')}")


def _officer(fact: CitedFact, _: Voice) -> Clause:
    title = _detail(fact, "title") or "an officer"
    return Clause(f"{_text(fact)} is named as {_post(title, fact.organization) or title}")


def _news(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"the news from {_house(fact, voice)}: {quoted(_text(fact))}" + _in_brackets(fact), "about")


def _house_words(what: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        return Clause(f"{what} of {_house(fact, voice)} says: {quoted(_text(fact))}")

    return tell


def _recorded(fact: CitedFact, voice: Voice) -> Clause:
    subject = with_the(clean(fact.organization)) or voice.subject
    return Clause(f"the public record of {subject} says: {quoted(_text(fact))}")


_TELLINGS: Mapping[str, Telling] = {
    "role": _role,
    "former_role": _former_role,
    "board_seat": _board_seat,
    "affiliation": _affiliation,
    "education": _education,
    "award": _award,
    "program": _program,
    "said": _said,
    "publication": _publication,
    "topic": _plain("{s} {has} published on {v}"),
    "trial": _study("study"),
    "grant": _study("research project"),
    "talk": _talk,
    "public_service": _public_service,
    "membership": _membership,
    "specialty": _plain("{whose} specialty is {v}"),
    "licensed_state": _plain("{s} {hold} a license in {v}"),
    "credential": _plain("{s} {hold} the credential {v}"),
    "name": _plain("{whose} name is also written {v}"),
    "website": _plain("{whose} work is told at {v}"),
    "mention": _mention,
    "location": _of_house("is in"),
    "organization_kind": _house_words("the public record"),
    "ownership": _house_words("the public record"),
    "overall_rating": _rating,
    "emergency_services": _flag("has an emergency department", "has no emergency department"),
    "birthing_friendly": _flag(
        "meets the CMS birthing-friendly criteria", "does not meet the CMS birthing-friendly criteria"
    ),
    "quality_measure": _house_words("the CMS record"),
    "beds": _figure("has", "beds"),
    "employees": _figure("has", "employees"),
    "volunteers": _figure("has", "volunteers"),
    "discharges": _figure("had", "discharges"),
    "revenue": _dollars("revenue"),
    "expenses": _dollars("expenses"),
    "net_income": _dollars("net income"),
    "assets": _dollars("assets"),
    "community_benefit": _house_words("the community benefit report"),
    "mission": _house_words("the mission"),
    "founded": _of_house("was founded in"),
    "parent": _of_house("is part of", the=True),
    "unit": _of_house("includes", the=True),
    "officer": _officer,
    "organization_program": _program,
    "organization_award": _house_award,
    "news": _news,
}
