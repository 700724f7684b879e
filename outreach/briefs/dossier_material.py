"""What a brief is made from, out of a dossier that `python -m research person ... --save FILE` wrote. No database.

The dossier's own day is the day that stands on the paper, so the same file makes the same page. What sources disagree
about, posts that were last seen long ago, and records of which nobody has said whether they are the person's, come to
stand under what is not settled and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from outreach.briefs.allowed import ASKED, ENOUGH, NEWS, OPEN, of_kinds, that_hold
from outreach.briefs.blocks._choosing import program_named, work
from outreach.briefs.dossier_house import house_of
from outreach.briefs.dossier_sources import sources_of
from outreach.briefs.gathered_sources import source_name
from outreach.briefs.material import Asked, Change, KnownFact, Leader, Material, Unsettled
from outreach.briefs.model import Source
from outreach.briefs.telling import to_them
from outreach.dossiers.fact_rules import NOT_SAID, rank
from outreach.drafts.letter_dates import partial
from outreach.drafts.letter_grammar import clean, counted, with_the
from outreach.drafts.letter_phrases import post_at
from outreach.interviews import composing
from outreach.interviews.composing import FactGround, ProgramGround, Talk
from outreach.interviews.question_rules import FRAMES
from research.dossier import Dossier
from research.errors import InputError
from research.fact_words import fact_text, readable
from research.merge import same_house
from research.posts import same_post
from research.present_post import current_post
from research.types import Candidate, Fact, Judgement
from research.vocabulary import PREDICATES

HELD = frozenset({"role", "board_seat", "affiliation", "membership"})
"""What somebody holds now: stated only while it is fresh."""

MOST_NAMESAKES = 2
"""Records told one by one; of more the number is told."""

_AT_AN_END = ("incoming", "outgoing")
"""States of a post that is to begin, or to end."""

_TALK_MINUTES = 20
_MOST_GROUNDS = 4
_LONGEST_VALUE = 120
"""Characters of one side of a dispute that is told with its values."""

_GENERAL = (
    "What would you tell someone in their second year of administration to stop doing?",
    "Which decision of the last two years would you explain differently today?",
)
"""Questions that hang on no fact, for whoever leads an organization."""


def material_of(dossier: Dossier, made_for: str = "") -> Material:
    """What a brief about the person of a dossier can say.

    Raises: InputError for a dossier about an organization.
    """
    if dossier.query.kind != "person":
        raise InputError("This dossier is about an organization; a brief is about a person.")
    today = dossier.built_at.date()
    told = [fact for fact in dossier.facts if fact.predicate not in NOT_SAID]
    holding = [fact for fact in told if fact.standing != "disputed"]
    post = _present_post(dossier)
    old = [fact for fact in holding if fact.predicate in HELD and _is_open(fact)]
    doubtful = [fact for fact in old if not _is_told_as_former(fact, dossier)]
    facts = tuple(_known(number, fact, dossier) for number, fact in enumerate(dossier.facts)
                  if fact in holding and fact not in old)  # fmt: skip
    leader = _leader(dossier, post)
    ranked = tuple(sorted(facts, key=lambda one: rank(one.predicate)))
    material = Material(
        leader=leader,
        made_on=today,
        made_for=clean(made_for),
        facts=ranked,
        unsettled=tuple(_unsettled(dossier, told, doubtful)),
        house=house_of(dossier, holding),
        changes=tuple(_changes(ranked)),
        checked_on=today,
        facts_count=len(told),
        knows_ledger=False,
    )
    return replace(material, questions=tuple(_questions(material)))


# --- the person -------------------------------------------------------------------------------------------------------


def _present_post(dossier: Dossier) -> Fact | None:
    """The post to introduce them with; None for one that is disputed or was last seen long ago."""
    post = current_post(dossier)
    return None if post is None or _is_open(post) or post.standing == "disputed" else post


def _is_open(post: Fact) -> bool:
    """Whether it cannot be said that the post is held: last seen long ago, or to begin or end at a time unknown."""
    return (post.stale and post.status != "former") or post.status in _AT_AN_END


def _is_told_as_former(post: Fact, dossier: Dossier) -> bool:
    """Whether another source tells of the same post as an earlier one: then nothing is open."""
    return any(
        same_post(str(post.value), str(other.value)) and same_house(post.organization, other.organization)
        for other in dossier.about("person", "former_role")
    )


def _leader(dossier: Dossier, post: Fact | None) -> Leader:
    credentials = dict.fromkeys(
        str(fact.value) for fact in dossier.about("person", "credential") if fact.standing != "disputed"
    )
    return Leader(
        name=clean(dossier.query.name),
        credentials=", ".join(clean(one) for one in credentials),
        title=_as_a_title(clean(post.value)) if post else "",
        organization=clean((post.organization if post else "") or dossier.query.organization),
        since=str(post.start) if post and post.start else "",
        post_sources=sources_of(post) if post else (),
        post_confirmed_on=_confirmed_on(post, dossier.built_at.date()) if post else None,
    )


def _as_a_title(words: str) -> str:
    """A post in a line of its own: texts write "chief operating officer" within their sentences."""
    return words[:1].upper() + words[1:]


def _confirmed_on(post: Fact, today: date) -> date:
    """When a source last said so: the date of its text, or the day it was read where it has none."""
    if post.as_of is not None:
        return min(post.as_of.last_day(), today)
    return max(claim.citation.retrieved_at.date() for claim in post.claims)


# --- facts ------------------------------------------------------------------------------------------------------------


def _known(number: int, fact: Fact, dossier: Dossier) -> KnownFact:
    is_over = fact.predicate == "role" and fact.status == "former"
    predicate = PREDICATES["former_role" if is_over else fact.predicate]
    is_of_person = fact.subject == "person"
    house = "" if is_of_person else dossier.query.organization
    return KnownFact(
        key=f"fact:{number}",
        predicate=predicate.key,
        label=predicate.label,
        value=clean(fact_text(fact)),
        sources=sources_of(fact),
        about=fact.subject,
        starts=str(fact.start or ""),
        ends=str(fact.end or ""),
        dated=str(fact.as_of or ""),
        organization_name=clean(fact.organization or house),
        quote=fact.claims[0].citation.quote,
        details=MappingProxyType(dict(fact.details)),
        sources_count=len({claim.citation.document for claim in fact.claims}),
        is_stale=fact.stale,
        bare=fact.value,
    )


# --- what is not settled ----------------------------------------------------------------------------------------------


def _unsettled(dossier: Dossier, told: Sequence[Fact], doubtful: Sequence[Fact]) -> Iterator[Unsettled]:
    """Posts that may be over, what sources disagree about, and last records of perhaps somebody else."""
    disputed = [fact for fact in told if fact.standing == "disputed" and fact.predicate in OPEN]
    own = [fact for fact in disputed if fact.subject == "person"]
    yield from (_old_post(fact) for fact in doubtful if fact.predicate in OPEN and fact.predicate == "role")
    yield from _disputes(own)
    yield from (_old_post(fact) for fact in doubtful if fact.predicate in OPEN and fact.predicate != "role")
    yield from _disputes([fact for fact in disputed if fact.subject != "person"])
    yield from _namesakes(dossier)


def _old_post(fact: Fact) -> Unsettled:
    when = partial(str(fact.as_of)[:7]) if fact.as_of else ""
    title, house = clean(fact.value), with_the(clean(fact.organization))
    if fact.status in _AT_AN_END:
        said = f"Named as the {fact.status} {post_at(title, house)}{f' in {when}' if when else ''}"
        return Unsettled(f"{fact.status}:{title}", f"{said}; whether that has happened is open.", sources_of(fact))
    is_body = re.match(r"(?:the )?(?:boards?|committees?|council)\b", title, re.IGNORECASE)
    held = f"On the {title} of {house}" if is_body and house else f"Was {post_at(title, house)}"
    said = f"{held}{f' in {when}' if when else ' once'}"
    return Unsettled(f"old:{title}", f"{said}; nothing newer confirms it.", sources_of(fact))


def _disputes(facts: Sequence[Fact]) -> Iterator[Unsettled]:
    """One sentence for all values that stand against each other."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for fact in facts:
        group = (fact.predicate, frozenset({str(fact.value), *map(str, fact.rivals)}))
        if group in seen:
            continue
        seen.add(group)
        rivals = [one for one in facts if one.predicate == fact.predicate and str(one.value) in group[1]]
        sources = {source.key: source for one in rivals for source in sources_of(one)[:1]}
        yield Unsettled(f"dispute:{len(seen)}", _disagreement(fact, rivals), tuple(sources.values()))


def _disagreement(fact: Fact, rivals: Sequence[Fact]) -> str:
    """ "Founded: sources disagree, “1931” or “1929”."."""
    predicate = PREDICATES[fact.predicate]
    values = list(dict.fromkeys(clean(readable(one.value, predicate.unit)).rstrip(" .") for one in (fact, *rivals)))
    if len(values) < 2 or sum(map(len, values)) > _LONGEST_VALUE:
        return f"{predicate.label}: sources disagree; the dossier has both."
    told = [f"“{value}”" for value in values]
    return f"{predicate.label}: sources disagree, {', '.join(told[:-1])} or {told[-1]}."


def _namesakes(dossier: Dossier) -> Iterator[Unsettled]:
    """Records of which nobody has decided whether they are this person's."""
    open_ones = [one for one in dossier.people if one.judgement is Judgement.UNSURE]
    for candidate in open_ones[:MOST_NAMESAKES]:
        yield Unsettled(f"candidate:{candidate.record.key}", _namesake(candidate), _page_of(candidate))
    more = len(open_ones) - MOST_NAMESAKES
    if more > 0:
        verb = "is" if more == 1 else "are"
        words = f"{counted(more, 'more record')} of this name {verb} not decided either."
        yield Unsettled("candidates", words[:1].upper() + words[1:])


def _namesake(candidate: Candidate) -> str:
    title = next((claim.citation.title for claim in candidate.claims if claim.citation.title), "")
    where = clean(title) or clean(source_name(candidate.record.source)) or "a source"
    label = clean(candidate.record.label)
    return f"“{label}” in {where} may be another person of this name."


def _page_of(candidate: Candidate) -> tuple[Source, ...]:
    return sources_of(candidate)[:1]


# --- what changed, what to ask ----------------------------------------------------------------------------------------


def _changes(facts: Sequence[KnownFact]) -> Iterator[Change]:
    """Facts that stand in time; the block tells each as a sentence, and leaves out what is too long ago."""
    for fact in of_kinds(facts, NEWS):
        on = fact.starts or fact.ends or fact.dated
        begins = fact.predicate not in ("role", "board_seat") or fact.starts
        if partial(on) and begins:
            yield Change(fact.key, on, fact.value, fact.sources)


def _questions(material: Material) -> Iterator[Asked]:
    """Questions as a guide puts them together: on a program where one is known, else on facts; then a general one."""
    known = [one for one in work(material) if one.predicate in ASKED]
    programs = [one for one in known if one.predicate == "program" and program_named(one)]
    if programs:
        talk = Talk(_TALK_MINUTES, _program(programs[0], known.index(programs[0])))
    else:
        talk = Talk(_TALK_MINUTES, facts=tuple(_grounds(known, material.leader))[:_MOST_GROUNDS])
    proposed = [one for one in composing.propose(talk) if one.kind not in (*FRAMES, "reserve")]
    for number, asked in enumerate(proposed):
        place = asked.fact_id if asked.fact_id is not None else asked.program_id
        yield Asked(f"question:{number}", asked.text, known[place].sources if place is not None else ())
    if that_hold(material) >= ENOUGH:
        yield from (Asked(f"question:general:{number}", words) for number, words in enumerate(_GENERAL))


def _grounds(known: Sequence[KnownFact], leader: Leader) -> list[FactGround]:
    found = [FactGround(number, to_them(fact, leader)) for number, fact in enumerate(known)]
    return [one for one in found if one.clause]


def _program(fact: KnownFact, number: int) -> ProgramGround:
    return ProgramGround(number, program_named(fact), result=clean(fact.details.get("result", "")))
