"""Facts as sentences about somebody, true to the word, with the year of every figure. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from outreach import partial_dates
from outreach.briefs.material import KnownFact, KnownProgram, Leader
from outreach.briefs.model import Run, Source, Text
from outreach.briefs.naming import Spoken, shown
from outreach.briefs.shortening import first_that_fits
from outreach.drafts.letter_dates import partial
from outreach.drafts.letter_facts import beside_the_present_post, clause_of, voice_of, voice_to
from outreach.drafts.letter_grammar import clean, sentence
from outreach.drafts.letter_phrases import post_at, quoted
from outreach.drafts.letter_programs import begins_as_deed, result_clause
from outreach.drafts.letter_values import CitedFact
from research.pages.sentences import sentences

MOST_SOURCES = 2
"""Numbers behind one statement: the two best, since a page has room for some ten sources."""

OLD_FIGURE = timedelta(days=730)
"""Age after which a figure is not told without its year (product.md, C8)."""

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def cited(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources that are numbered behind a statement, each once."""
    return tuple({one.key: one for one in sources}.values())[:MOST_SOURCES]


def text(words: str, sources: Sequence[Source] = ()) -> Text:
    """Words with the sources behind them."""
    return (Run(words, sources=cited(sources)),)


# --- facts ------------------------------------------------------------------------------------------------------------


def sentence_about(fact: KnownFact, leader: Leader, spoken: Spoken, made_on: date, most: int) -> str:
    """A fact as a sentence about somebody by name, the fullest one of at most so many characters; "" for none."""
    return first_that_fits((_told(one, leader, spoken, made_on) for one in _shorter(fact)), most)


def to_them(fact: KnownFact, leader: Leader) -> str:
    """A fact as it goes on after "I read that": "you led the group"; "" where it is no such clause."""
    found = clause_of(as_cited(fact), voice_to(shown(leader).name))
    return f"{found.words}, and {found.more}" if found.form == "that" and found.more else _that(found.form, found.words)


def _that(form: str, words: str) -> str:
    return words if form == "that" else ""


def _told(fact: KnownFact, leader: Leader, spoken: Spoken, made_on: date) -> str:
    if fact.predicate == "said":
        return _quotation(fact)
    if fact.predicate == "talk":
        fact = replace(fact, bare=title_of(fact, leader))
    voice = replace(voice_of(spoken.name, shown(leader).name), pronoun="")
    found = clause_of(beside_the_present_post(as_cited(fact), leader.organization, leader.since), voice)
    words = f"{found.words}, and {found.more}" if found.more else found.words
    if found.form == "about" and fact.predicate == "program":
        words = f"{spoken.name} is named with {words}"
    return with_year(_closed(sentence(words)), fact.dated or fact.ends or fact.starts, made_on)


def began(fact: KnownFact) -> str:
    """A post or a seat as what happened: "Became President of Elm Hospital."; "" without a beginning."""
    if fact.predicate != "role" or not fact.starts:
        return ""
    return sentence(f"Became {post_at(clean(str(fact.bare or fact.value)), fact.organization_name)}")


def title_of(fact: KnownFact, leader: Leader) -> str:
    """The bare value; a talk's title without the guest whom this is about: "Nobody gets well in a hallway"."""
    title = clean(fact.bare or fact.value)
    for name in {shown(leader).name, clean(leader.name)} if fact.predicate == "talk" else ():
        for joint in (", with ", " with ", " | ", " – ", " - ", ": "):
            shorter = title.removesuffix(f"{joint}{name}")
            if shorter != title and len(shorter.split()) > 1:
                return shorter
    return title


def _quotation(fact: KnownFact) -> str:
    """Own words with their month: "“We opened ...” (June 2019)"; without the speaker, whose page it is."""
    words = quoted(sentence(clean(fact.bare or fact.value)))
    when = partial((fact.dated or fact.starts)[:7])
    return f"{words} ({when})" if when else words


def _closed(words: str) -> str:
    """A sentence that ends with a quotation has its sign within it."""
    return f"{words[:-2]}.”" if words.endswith("”.") and not words.endswith((".”.", "?”.", "!”.")) else words


def as_cited(fact: KnownFact) -> CitedFact:
    """The fact as letters take it."""
    return CitedFact(
        number=1,
        predicate=fact.predicate,
        value=fact.bare if fact.bare != "" else fact.value,
        organization=clean(fact.organization_name),
        starts=fact.starts,
        ends=fact.ends,
        details={key: value for key, value in fact.details.items() if isinstance(value, str | int | float | bool)},
        source_date=fact.dated or fact.starts,
    )


def _shorter(fact: KnownFact) -> Iterator[KnownFact]:
    """The fact, and then with less and less beside it; what is left is true by itself."""
    yield fact
    kept = {key: value for key, value in fact.details.items() if key in ("result", "period", "person", "role", "title")}
    yield replace(fact, details=kept)
    if fact.predicate == "said":
        first = next(iter(sentences(clean(fact.bare or fact.value))), "")
        yield replace(fact, bare=first)
        return
    if "result" in kept:
        yield replace(fact, details={key: kept[key] for key in kept if key == "person"})
    if fact.predicate in ("award", "organization_award", "talk", "publication", "education", "former_role"):
        yield replace(fact, details={}, organization_name="")


# --- years of figures -------------------------------------------------------------------------------------------------


def with_year(words: str, dated: str, made_on: date) -> str:
    """The sentence; where it holds a figure that is old, or whose year nobody knows, that is said behind it."""
    if not words or _YEAR.search(words) or not re.search(r"\d", words):
        return words
    last = partial_dates.last_day(dated) if partial(dated) else None
    if last is not None and made_on - last <= OLD_FIGURE:
        return words
    note = f"(as of {partial(dated[:7])})" if last is not None else "(year not given)"
    end = re.search(r"[.!?]$", words)
    return f"{words[:-1]} {note}{end[0]}" if end else f"{words} {note}"


# --- programs ---------------------------------------------------------------------------------------------------------


def of_program(program: KnownProgram, spoken: Spoken, made_on: date, most: int) -> str:
    """What a program's record tells beside its name: its result, what the leader did; "" where it tells neither."""
    result = _result(program, made_on)
    part = spoken.with_pronoun(_part(program, spoken))
    return first_that_fits((f"{result} {part}".strip(), result, part), most)


def _result(program: KnownProgram, made_on: date) -> str:
    words = result_clause("it", clean(program.result), clean(program.period))
    words = words.removesuffix(" with it").removeprefix("with it, ")
    return with_year(sentence(words), program.ends or program.starts, made_on)


def _part(program: KnownProgram, spoken: Spoken) -> str:
    words = clean(program.leader_part)
    if not words:
        return ""
    if begins_as_deed(words):
        return sentence(f"{spoken.name} {words[:1].lower()}{words[1:]}")
    return sentence(words)


def about_program(program: KnownProgram, most: int) -> str:
    """The problem and what was done about it, where no result is recorded."""
    named = (sentence(clean(program.action)), sentence(clean(program.problem)))
    return first_that_fits((" ".join(one for one in named if one), *named), most)
