"""Facts in sentences: from a predicate and its value to a clause with "you", or with somebody's name. Pure.

A clause says what the fact says and no more: no figure is rounded, nothing is praised, own words stand as they are.
Words that fit no sentence of ours are given in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from outreach.drafts.letter_dates import in_time, partial
from outreach.drafts.letter_grammar import a, clean, possessive, sentence, with_the
from outreach.drafts.letter_houses import OF_HOUSES
from outreach.drafts.letter_phrases import (
    Clause,
    Telling,
    begin_of,
    detail_of,
    honored,
    in_brackets,
    post_at,
    program,
    quoted,
    span_of,
    text_of,
    years_of,
)
from outreach.drafts.letter_programs import Voice
from outreach.drafts.letter_values import CitedFact
from research.names import parse_name


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


_BESIDE_A_POST = re.compile(
    r"\b(?:board|chair\w{0,6}|member|trustee|director at large|fellow|governor|regent|professor|faculty|commissioner"
    r"|councill?or|treasurer|secretary|president-elect|past president|adviser|advisor)\b",
    re.IGNORECASE,
)
"""What people are beside their post: it goes on when another post begins."""


def beside_the_present_post(fact: CitedFact, house: str, since: str) -> CitedFact:
    """The fact as it is told of somebody who has been at `house` since a partial date.

    A post at another house that began before is a former one: a release that says "has been vice president since 2019"
    tells in the same breath that this ends.
    """
    there, here = clean(fact.organization).casefold(), clean(house).casefold()
    if fact.predicate != "role" or fact.ends or not (fact.starts and since and there and here):
        return fact
    if there in here or here in there or fact.starts >= since or _BESIDE_A_POST.search(text_of(fact)):
        return fact
    return replace(fact, predicate="former_role")


def _role(fact: CitedFact, voice: Voice) -> Clause:
    post, begin = post_at(text_of(fact), fact.organization), begin_of(fact, voice)
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
    post = post_at(text_of(fact), fact.organization)
    begin, end = years_of(fact, voice)
    span = f" from {begin} to {end}" if begin and end else f" until {end}" if end else f" from {begin}" if begin else ""
    return Clause(f"{voice.subject} served as {post}{span}")


_SEAT = re.compile(r"(?:(?:board|voting) )?(?:member|director|trustee|board)(?: of the board.{0,40})?", re.IGNORECASE)
_POST_ON_BOARD = re.compile(
    r"\b(?:member|director|trustee|chair\w{0,6}|president|secretary|treasurer|governor|commissioner|regent)\b",
    re.IGNORECASE,
)


def _board_seat(fact: CitedFact, voice: Voice) -> Clause:
    text, house = text_of(fact), with_the(clean(fact.organization))
    if not _POST_ON_BOARD.search(text):
        text, house = "board", with_the(text)
    if fact.ends or not (house and _SEAT.fullmatch(text)):
        return _role(replace(fact, value=text), voice)
    begin = begin_of(fact, voice)
    serves = f"{voice.has} served" if begin else voice.verb("serve")
    return Clause(f"{voice.subject} {serves} on the board of {house}" + (f" since {begin}" if begin else ""))


def _affiliation(fact: CitedFact, voice: Voice) -> Clause:
    verb = voice.was if fact.ends or fact.starts else voice.is_
    return Clause(f"{voice.subject} {verb} affiliated with {with_the(text_of(fact))}{span_of(fact, voice)}")


def _education(fact: CitedFact, voice: Voice) -> Clause:
    text, school = text_of(fact), with_the(clean(fact.organization))
    when = span_of(replace(fact, starts=""), voice) if fact.ends else ""
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


def _award(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{voice.subject} {honored(fact, voice, voice.was)}")


def _said(fact: CitedFact, voice: Voice) -> Clause:
    words = quoted(_whole_sentences(text_of(fact)))
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


def _talk(fact: CitedFact, voice: Voice) -> Clause:
    where = detail_of(fact, "show") or clean(fact.organization)
    behind = ", ".join(part for part in (where, begin_of(fact, voice)) if part)
    return Clause(f"{voice.subject} spoke on {quoted(text_of(fact))}" + (f" ({behind})" if behind else ""))


def _publication(fact: CitedFact, voice: Voice) -> Clause:
    verb = "co-wrote" if detail_of(fact, "coauthors") else "wrote"
    journal, year = detail_of(fact, "journal"), partial(fact.starts)[-4:]
    behind = ", ".join(part for part in (journal, year) if part)
    return Clause(f"{voice.subject} {verb} {quoted(text_of(fact))}" + (f" ({behind})" if behind else ""))


def _study(what: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        leads = re.search(r"investigator|lead|director", detail_of(fact, "role"), re.IGNORECASE)
        verb = "led" if leads else "took part in"
        return Clause(f"{voice.subject} {verb} the {what} {quoted(text_of(fact))}{span_of(fact, voice)}")

    return tell


def _public_service(fact: CitedFact, voice: Voice) -> Clause:
    body = detail_of(fact, "body", "agency") or clean(fact.organization)
    begin = begin_of(fact, voice)
    behind = f" ({', '.join(part for part in (body, begin) if part)})" if body or begin else ""
    return Clause(f"{voice.whose} public service includes {quoted(text_of(fact))}{behind}")


def _membership(fact: CitedFact, voice: Voice) -> Clause:
    text = text_of(fact)
    if re.search(r"\b(?:member|fellow)\b", text, re.IGNORECASE):
        return Clause(f"{voice.subject} {voice.is_} {a(post_at(text, fact.organization))}")
    return Clause(f"{voice.subject} {voice.is_} a member of {with_the(text)}")


def _plain(pattern: str) -> Telling:
    """A clause by a pattern with the places {s} subject, {is_}, {has}, {whose}, {v} value, {q} value in quotes."""

    def tell(fact: CitedFact, voice: Voice) -> Clause:
        text = text_of(fact)
        return Clause(
            pattern.format(
                s=voice.subject, is_=voice.is_, has=voice.has, hold=voice.verb("hold"), whose=voice.whose, v=text,
                q=quoted(text),
            )
        )  # fmt: skip

    return tell


def _mention(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{voice.whose} work in the news: {quoted(text_of(fact))}" + in_brackets(fact), "about")


def _recorded(fact: CitedFact, voice: Voice) -> Clause:
    subject = with_the(clean(fact.organization)) or voice.subject
    return Clause(f"the public record of {subject} says: {quoted(text_of(fact))}")


_TELLINGS: Mapping[str, Telling] = {
    **OF_HOUSES,
    "role": _role,
    "former_role": _former_role,
    "board_seat": _board_seat,
    "affiliation": _affiliation,
    "education": _education,
    "award": _award,
    "program": program,
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
}
